"""What is freed goes back to the system."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import os
from pathlib import Path
from threading import Thread

from engine.allocator import give_large_blocks_back, use_one_arena

def used():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

def work():
    # After this one, the C library would take blocks of up to 16 MB from the heap.
    del_me = bytearray(16 << 20)
    del del_me
    for _ in range(40):
        blocks.append(bytearray(b"a") * (2 << 20))
        # It stays, between two blocks that are freed.
        kept.append(bytearray(b"a") * 50_000)

use_one_arena()
give_large_blocks_back()
blocks, kept = [], []
before = used()
thread = Thread(target=work)
thread.start()
thread.join()
blocks.clear()
print(used() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it is about Linux's C library")
def test_freed_blocks_are_given_back() -> None:
    """Without, 80 MB more were used."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert int(done.stdout) < 20e6
