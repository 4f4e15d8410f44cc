"""What is freed goes back to the system."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.allocator import give_large_blocks_back, give_very_large_blocks_back

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import os
from pathlib import Path
from threading import Thread

from engine.allocator import {give_back}, use_one_arena

def used():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

def work():
    # After this one, the C library would take blocks of up to 16 MB from the heap.
    del_me = bytearray(16 << 20)
    del del_me
    for _ in range(16):
        blocks.append(bytearray(b"a") * {block_bytes})
        # It stays, between two blocks that are freed.
        kept.append(bytearray(b"a") * 50_000)

use_one_arena()
{give_back}()
blocks, kept = [], []
before = used()
thread = Thread(target=work)
thread.start()
thread.join()
blocks.clear()
print(used() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it is about Linux's C library")
@pytest.mark.parametrize(
    ("give_back", "block_bytes"),
    [(give_large_blocks_back, 2 << 20), (give_very_large_blocks_back, 6 << 20)],
    ids=["in the window", "where it trains"],
)
def test_freed_blocks_are_given_back(give_back: Callable[[], None], block_bytes: int) -> None:
    """Without, 34 and 101 MB more were used."""
    program = PROGRAM.format(give_back=give_back.__name__, block_bytes=block_bytes)
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert int(done.stdout) < 10e6
