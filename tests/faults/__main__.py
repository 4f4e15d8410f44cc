"""Faults at random moments, each kind so many times: ``python -m tests.faults --seed 0 --count 20``.

It prints one line for each kind: how often it was tried, how often something was lost that was reported as done, how
often something got stuck, and how often an error had no sentence for a person or something was left over. Each of these
can be tried again by the seed and the kind. The exit status is 1 if there is any.

On a machine that is busy, set DIGITLAB_PATIENCE to how many times longer everything may take there.
"""

# ruff: noqa: T201 - it prints what it finds

import argparse
import os
import signal
import sys
import tempfile
import time
import traceback
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np

from tests.faults import commands, disks, programs, windows
from tests.faults.outcome import Lost, Stuck, Trial, Unexplained

KINDS: dict[str, Trial] = {
    "a write fails": disks.write_fails,
    "disk full": disks.disk_full,
    "folder vanishes": disks.folder_vanishes,
    "database locked": disks.database_locked,
    "database damaged": disks.database_damaged,
    "database of a newer version": disks.later_version,
    "clock goes back": disks.clock_goes_back,
    "training process killed or suspended": programs.training_process,
    "two programs on one folder": programs.two_programs,
    "MNIST removed while training": programs.mnist_removed,
    "Ctrl-C": commands.interrupted,
    "streams closed, full, broken": commands.streams,
    "no home": commands.no_home,
    "C locale": commands.c_locale,
    "window: training process killed": windows.training_killed,
    "window: training process suspended": windows.training_stopped,
    "window: databases locked": windows.lists_locked,
    "window: folder away": windows.folder_away,
    "two windows on one folder": windows.two_windows,
}
# Programs that are killed again and again while they store something.
KILLS = {"killed while it trains": "trainings", "killed while it keeps drawings": "drawings"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=20, help="trials of each kind (20)")
    parser.add_argument("--only", nargs="+", metavar="TEXT", default=[""], help="only kinds whose names contain it")
    parser.add_argument("--verbose", action="store_true", help="a line for each trial")
    args = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # A shell starts processes in the background with SIGINT ignored, and so would the programs that are interrupted.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    print(f"{'':38}{'tried':>7}{'lost':>7}{'stuck':>7}{'unexplained':>13}{'seconds':>9}", flush=True)
    bad = 0
    for name in [*KINDS, *KILLS]:
        if any(text in name for text in args.only):
            bad += row(name, args.seed, args.count, args.verbose)
    raise SystemExit(1 if bad else 0)


def row(name: str, seed: int, count: int, verbose: bool) -> int:
    """Try a kind and print its line; how many trials ended badly."""
    begin, results = time.monotonic(), {Lost: 0, Stuck: 0, Unexplained: 0}
    note = ""
    if name in KILLS:
        results[Lost], note = programs.killed(KILLS[name], count, seed)
    else:
        for number in range(count):
            kind, found = trial(name, seed, number)
            if kind is None:
                note = found or note
            else:
                results[kind] += 1
            if kind is not None or verbose:
                print(f"  {name}, {number}: {kind.__name__ if kind else 'good'} {found}", flush=True)
    lost, stuck, unexplained = results.values()
    line = f"{name:38}{count:7}{lost:7}{stuck:7}{unexplained:13}{time.monotonic() - begin:9.0f}"
    print(f"{line}  {note}".rstrip(), flush=True)
    return lost + stuck + unexplained


def trial(name: str, seed: int, number: int) -> tuple[type[Exception] | None, str]:
    """How it ended badly, or None; and a note."""
    rng = np.random.default_rng([seed, zlib.crc32(name.encode()), number])
    with tempfile.TemporaryDirectory(prefix="digit-lab-fault-", ignore_cleanup_errors=True) as folder:
        try:
            return None, KINDS[name](rng, Path(folder)) or ""
        except (Lost, Stuck, Unexplained) as bad:
            return type(bad), " ".join(str(bad).split())
        except Exception as error:  # noqa: BLE001 - it is one of the results
            return Unexplained, f"{error!r} {traceback.format_exc(limit=-3)}"


if __name__ == "__main__":
    main()
