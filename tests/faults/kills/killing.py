"""Starting a program and killing it after a random time."""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np


def run_benchmark(
    description: str | None,
    forever: Callable[[Path, int], object],
    check: Callable[[Path, range, float], int],
) -> None:
    """Read the arguments and call ``check``, or be the program that is killed.

    Args:
        forever: what the program does, with a folder and a seed.
        check: kills a program for each seed; returns the number of faults. Its folder is temporary.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0, help="seed of the first kill; the next kills use the next seeds")
    parser.add_argument("--longest", type=float, default=0.7, help="longest time until a kill, in seconds")
    parser.add_argument("--program", type=Path, metavar="FOLDER", help="run as the program that is killed")
    args = parser.parse_args()
    if args.program:
        forever(args.program, args.seed)
    with tempfile.TemporaryDirectory() as temporary:
        seeds = range(args.seed, args.seed + args.kills)
        raise SystemExit(1 if check(Path(temporary), seeds, args.longest) else 0)


def killed(script: str, folder: Path, seed: int, longest: float) -> tuple[float, list[str]]:
    """Start a Python program that reports what it does, and kill it (``kill -9``).

    Args:
        script: calls ``run_benchmark``.
        folder: what the program works on.
        seed: of the random time, up to ``longest`` seconds, between the first line and the kill.

    Returns:
        the seconds that it ran, and the lines that it printed, without an incomplete last one.

    Raises:
        SystemExit: it ended before it was killed, or wrote to standard error.
    """
    command = [sys.executable, script, "--program", str(folder), "--seed", str(seed)]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert program.stdout is not None
    assert program.stderr is not None
    first = program.stdout.readline()
    life = float(np.random.default_rng([7, seed]).uniform(0, longest))
    time.sleep(life)
    alive = program.poll() is None
    program.kill()
    # Not communicate(), which would skip what readline has buffered.
    with program:
        output, errors = program.stdout.read(), program.stderr.read()
    if not alive or errors:
        raise SystemExit(f"the program ended before it was killed:\n{errors}")
    return life, [line for line in (first + output).splitlines(keepends=True) if line.endswith("\n")]
