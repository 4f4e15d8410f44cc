"""The entry point: runs a command, and reports an error in one line."""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence

from ..errors import DigitLabError
from .parser import parse


def run(arguments: Sequence[str] | None, open_window: Callable[[str | None, bool, list[str]], int]) -> int:
    """Run the program; the exit status: 0 done, 1 an error, reported in one line on standard error.

    Args:
        arguments: those of the process for None.
        open_window: called without a command, with the weights file or None, and whether to show what libraries print
            where the window cannot be opened, and the files to open; returns the exit status.

    Raises:
        SystemExit: with 2 for wrong usage, 0 after --help.
    """
    for stream in (sys.stdout, sys.stderr):
        # A file name may have characters that the terminal cannot show.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    args = parse(arguments)
    try:
        if args.command is None:
            return open_window(args.weights, args.verbose, args.files)
        _run_command(args)
        sys.stdout.flush()
        return 0
    except DigitLabError as error:
        message = str(error)
    except KeyboardInterrupt:
        return 130
    except MemoryError:
        message = "There is not enough memory: choose a smaller network or batch."
    except OSError as error:
        # Where the reader of the output has ended, or the disk is full, the rest must not be written again.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return 1
        message = (error.strerror or str(error)) + (f": {error.filename}" if error.filename else "")
    print(f"digit-lab: {message}", file=sys.stderr)
    return 1


def _run_command(args: argparse.Namespace) -> None:
    # NumPy is loaded here, once the arguments are known to be right.
    if args.command == "train":
        from .train import train

        train(args)
    elif args.command == "desktop":
        from .desktop import desktop

        desktop(args)
    else:
        from .commands import COMMANDS

        COMMANDS[args.command](args)
