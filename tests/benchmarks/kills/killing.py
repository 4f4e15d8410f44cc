"""Starting a program and killing it after a random time."""

import subprocess
import sys
import time

import numpy as np


def killed(arguments: list[str], seed: int, longest: float) -> tuple[float, list[str]]:
    """Start a Python program that reports what it does, and kill it (``kill -9``).

    Args:
        seed: of the random time, up to ``longest`` seconds, between the first line and the kill.

    Returns:
        the seconds that it ran, and the lines that it printed, without an incomplete last one.

    Raises:
        SystemExit: it ended before it was killed, or wrote to standard error.
    """
    program = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
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
