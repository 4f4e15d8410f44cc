"""Starting a program, and killing it at any moment."""

import subprocess
import sys
import time

import numpy as np


def killed(arguments: list[str], seed: int, longest: float) -> tuple[float, list[str]]:
    """Start a Python program that says what it does, and kill it (``kill -9``).

    Args:
        seed: of how long it lives after its first words, up to ``longest`` seconds.

    Returns:
        how long it lived, and the lines that it said; one that was cut off is left out.

    Raises:
        SystemExit: it ended by itself, or wrote to standard error.
    """
    program = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert program.stdout is not None
    assert program.stderr is not None
    first = program.stdout.readline()
    life = float(np.random.default_rng([7, seed]).uniform(0, longest))
    time.sleep(life)
    alive = program.poll() is None
    program.kill()
    # Not communicate(), which would pass over what readline has read ahead.
    with program:
        output, errors = program.stdout.read(), program.stderr.read()
    if not alive or errors:
        raise SystemExit(f"the program ended by itself:\n{errors}")
    return life, [line for line in (first + output).splitlines(keepends=True) if line.endswith("\n")]
