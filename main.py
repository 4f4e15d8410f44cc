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

if _IS_PROGRAM and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    try:  # noqa: SIM105 - --version is to answer at once, without contextlib
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    except ValueError:  # not in the main thread
        pass
if _IS_PROGRAM:
    # Installed, this is ``digit_lab.main``: the program's own packages lie beside it, and nowhere else. As a script, it
    # may be started with PYTHONSAFEPATH. pathlib is not imported for this: --version is to answer at once.
    sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120

from engine import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, by default those of the process; returns the exit status."""
    _run_child_process()
    if (sys.argv[1:] if arguments is None else list(arguments)) == ["--version"]:
        return _print_version()
    from engine.cli.entry import run

    if sys.stderr is None:
        from gui.start.launched import open_window
    else:
        from gui.preflight import open_window
    return run(arguments, open_window)


def _print_version() -> int:
    try:
        print(f"digit-lab {__version__}", flush=True)
    except OSError as error:
        from engine.cli.streams import discard

        # Python would write it again at its end.
        discard(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            print(f"digit-lab: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def window() -> int:
    """As ``main``, for a launcher, a file manager or pythonw: nobody sees what is printed, so a message box shows why
    the window cannot be opened.
    """
    _run_child_process()
    from engine.cli.entry import run
    from gui.start.launched import open_window

    return run(None, open_window)


def _run_child_process() -> None:
    """In a standalone program, every process of multiprocessing starts here: run its task and end, if this is one."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()


if __name__ == "__main__":
    sys.exit(main())
