"""The entry point: runs a command, and reports an error in one line."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from ..errors import DigitLabError
from ..i18n import tr, use_language
from ..i18n.language import NAMES, chosen_language
from .interruption import Interrupted, Interruption
from .parser import parse
from .streams import discard, report, usable_streams


def run(arguments: Sequence[str] | None, open_window: Callable[[str | None, bool, list[str]], int]) -> int:
    """Run the program; the exit status: 0 done, 1 an error, reported in one line on standard error, 130 Ctrl-C (143
    SIGTERM, 129 SIGHUP).

    Args:
        arguments: those of the process for None.
        open_window: called without a command, with the weights file or None, and whether to show what libraries print
            where the window cannot be opened, and the files to open; returns the exit status.

    Raises:
        SystemExit: with 2 for wrong usage, 0 after --help.
    """
    with usable_streams():
        use_language(_shown_language())
        return _run(arguments, open_window)


def _run(arguments: Sequence[str] | None, open_window: Callable[[str | None, bool, list[str]], int]) -> int:
    interruption = Interruption()
    try:
        args = _parsed(arguments)
        if args.command is None:
            return open_window(args.weights, args.verbose, args.files)
        command = _command(args.command)
        with interruption.handled():
            command(args)
        sys.stdout.flush()
        return 0
    except DigitLabError as error:
        message = str(error)
        if isinstance(error, Interrupted):
            interruption.number = error.number
    except KeyboardInterrupt:
        return interruption.status
    except MemoryError:
        message = tr("There is not enough memory: choose a smaller network or batch.")
    except OSError as error:
        # Where the reader of the output has ended, or the disk is full, the rest must not be written again.
        discard(sys.stdout)
        if isinstance(error, BrokenPipeError):
            return 1
        message = (error.strerror or str(error)) + (f": {error.filename}" if error.filename else "")
    except Exception:
        if interruption.number:
            return interruption.status
        raise
    report(message)
    return interruption.status if interruption.number else 1


def _shown_language() -> str:
    """The chosen language; English where the terminal, or the file that gets the output, lacks its characters."""
    language = chosen_language(os.environ)
    try:
        for stream in (sys.stdout, sys.stderr):
            NAMES.get(language, "").encode(getattr(stream, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return "en"
    return language


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        # The window opens sooner without the parser: translating its help reads the whole file of translations.
        return argparse.Namespace(command=None, weights=None, verbose=False, files=[])
    try:
        return parse(given)
    except SystemExit:
        # --help was printed. Python would only write it after the program has ended, and show a traceback then.
        sys.stdout.flush()
        raise


def _command(name: str) -> Callable[[argparse.Namespace], None]:
    # NumPy is loaded here, once the arguments are known to be right.
    if name == "train":
        from .train import train

        return train
    if name == "predict":
        from .predict import predict

        return predict
    if name == "desktop":
        from .desktop import desktop

        return desktop
    from .commands import COMMANDS

    return COMMANDS[name]
