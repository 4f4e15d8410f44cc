"""Digit Lab: opens the window, or runs a command without one (--help lists them)."""

import sys
from collections.abc import Sequence
from pathlib import Path

if __package__:
    # Installed, this is ``digit_lab.main``: the program's own packages lie beside it, and nowhere else.
    sys.path.insert(0, str(Path(__file__).resolve().parent))

from engine.cli.entry import run
from gui.preflight import open_window


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, by default those of the process; returns the exit status."""
    return run(arguments, open_window)


if __name__ == "__main__":
    sys.exit(main())
