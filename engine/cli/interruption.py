"""Ctrl-C: a command ends in order, with one line or none, and at once where it is pressed again."""

import os
import signal
import sys
from types import FrameType

from ..errors import DigitLabError

# As a shell shows a program that SIGINT ended.
INTERRUPTED = 130


class Interrupted(DigitLabError):
    """The user has interrupted a command that can be continued later."""


class Interruption:
    """While it is entered, the first Ctrl-C raises KeyboardInterrupt, and a second one ends the process.

    Attributes:
        happened: whether the user has pressed Ctrl-C. An exception from then on is a consequence: libraries turn a
            KeyboardInterrupt into other exceptions while they are imported.
    """

    def __init__(self) -> None:
        self.happened = False

    def __enter__(self) -> "Interruption":
        self._unraisable, self._before = sys.unraisablehook, signal.getsignal(signal.SIGINT)
        sys.unraisablehook = self._quit_or_show
        # A program that is started in the background ignores Ctrl-C.
        if self._before != signal.SIG_IGN:
            signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)
        sys.unraisablehook = self._unraisable

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        if self.happened:
            os._exit(INTERRUPTED)
        self.happened = True
        raise KeyboardInterrupt

    def _quit_or_show(self, unraisable: "sys.UnraisableHookArgs") -> None:
        # Raised where Python can only print it, such as in a destructor: the command would go on.
        if unraisable.exc_type is KeyboardInterrupt:
            os._exit(INTERRUPTED)
        self._unraisable(unraisable)
