"""The child process: uses inputs one after another, and prints a line of JSON for each.

python -m tests.fuzz.worker TARGET FROM COUNT FOLDER. It dies where an input takes more than the CPU time;
FOLDER/traceback then says where.
"""

import faulthandler
import json
import os
import resource
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

# Before NumPy: one thread takes less memory, and its time is the CPU time.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", QT_QPA_PLATFORM="offscreen")

import engine  # noqa: F401
from engine.errors import DigitLabError
from engine.io.database import sqlite_file
from tests.fuzz.checks import Wrong, check, check_error, peak_memory
from tests.fuzz.target import ROOT, Files, Target, write_files
from tests.fuzz.targets import TARGETS

CPU_SECONDS, MEMORY = 2.0, 1 << 30


def main(name: str, start: str, count: str, folder: str) -> None:
    """See above."""
    target, place = TARGETS[name], Path(folder)
    # What a test does, too: nothing waits for the disk, and a warning is an error.
    os.fsync = lambda descriptor: None  # type: ignore[assignment]
    sqlite_file.SYNCHRONOUS = "OFF"
    os.environ["DIGITLAB_DATA"] = str(place / "data")
    warnings.simplefilter("error")
    seeds = target.seeds()
    work = place / "input"
    for files in seeds:
        # Whatever is loaded once is loaded now.
        write_files(work, files)
        target.use(_path(target, work, files))
    # Decoders of other libraries write there; and what a dying one says is read by the parent.
    os.dup2(os.open(place / "stderr", os.O_CREAT | os.O_WRONLY), 2)
    faulthandler.register(signal.SIGPROF, (place / "traceback").open("w"), chain=True)
    _limit_memory()
    for number in range(int(start), int(start) + int(count)):
        files = target.input(seeds, number)
        write_files(work, files)
        before = time.process_time()
        cause = _fault(lambda files=files: target.use(_path(target, work, files)))  # type: ignore[misc]
        print(json.dumps([number, cause, time.process_time() - before]), flush=True)


def _path(target: Target, folder: Path, files: Files) -> Path:
    return folder if target.folder else folder / next(iter(files))


def _fault(use: Callable[[], None]) -> str:
    """ "used", "refused", or "failed: " and why."""
    before = peak_memory()
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
    try:
        try:
            use()
            return "used"
        except DigitLabError as error:
            check_error(error)
            return "refused"
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            check(peak_memory() - before < MEMORY, "more than 1 GB of memory")
    except Wrong as error:
        return f"failed: {error} ({_place(error)})"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault of the program
        return f"failed: {type(error).__name__}: {str(error)[:200]} ({_place(error)})"


def _place(error: BaseException) -> str:
    """The last line of the program that was reached."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(ROOT)]
    frames = [frame for frame in frames if f"{os.sep}fuzz{os.sep}checks.py" not in frame.filename] or frames
    return f"{frames[-1].filename.removeprefix(ROOT + os.sep)}:{frames[-1].lineno}" if frames else "?"


def _limit_memory() -> None:
    """Another GB of address space than now."""
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main(*sys.argv[1:])
