"""Digit Lab: opens the window, or runs a command without one (--help lists them)."""

import os
import sys

_IS_PROGRAM = __name__ == "__main__" or bool(__package__)
if _IS_PROGRAM:
    # Before anything else: Ctrl-C prints no traceback while the program is imported.
    sys.excepthook = lambda kind, error, trace: (
        os._exit(130) if kind is KeyboardInterrupt else sys.__excepthook__(kind, error, trace)
    )

import signal
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

if _IS_PROGRAM and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    with suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))
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
