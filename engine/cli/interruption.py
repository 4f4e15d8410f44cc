"""Ctrl-C, ``kill`` and a closed terminal: a command ends in order, with one line or none; repeated, at once."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from ..errors import DigitLabError

# SIGHUP: a terminal was closed. Windows has no such signal.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
# Where a terminal is closed, or a session ended, several signals come within less.
_TOGETHER_SECONDS = 1.0


class Interrupted(DigitLabError):
    """A signal has interrupted a command that can be continued later.

    Attributes:
        number: that of the signal.
    """

    def __init__(self, message: str, number: int) -> None:
        super().__init__(message)
        self.number = number


class Interruption:
    """While it is entered, the first signal raises KeyboardInterrupt, and a repeated one ends the process.

    Attributes:
        number: that of the signal; 0 before. An exception from then on is a consequence: libraries turn a
            KeyboardInterrupt into other exceptions while they are imported.
    """

    def __init__(self) -> None:
        self.number = 0
        self._since = 0.0

    @property
    def status(self) -> int:
        """As a shell shows a program that this signal ended: 130 for Ctrl-C."""
        return 128 + (self.number or signal.SIGINT)

    @contextmanager
    def handled(self) -> Iterator[None]:
        """Inside, signals are handled."""
        unraisable = sys.unraisablehook

        def quit_or_show(error: "sys.UnraisableHookArgs") -> None:
            # Raised where Python can only print it, such as in a destructor: the command would go on.
            if issubclass(error.exc_type, (KeyboardInterrupt, Interrupted)):
                os._exit(self.status)
            unraisable(error)

        sys.unraisablehook = quit_or_show
        try:
            with signals_handled(lambda _: self._interrupt):
                yield
        finally:
            sys.unraisablehook = unraisable

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        if not self.number:
            self.number, self._since = number, time.monotonic()
            raise KeyboardInterrupt
        if is_repeated(number, self._since):
            os._exit(self.status)


def is_repeated(number: int, since: float) -> bool:
    """Whether a signal after the first one asks again: a second Ctrl-C is a person's, others may come together.

    Args:
        since: when the first one came, by ``time.monotonic``.
    """
    return number == signal.SIGINT or time.monotonic() - since >= _TOGETHER_SECONDS


_Handler = Callable[[int, FrameType | None], object]


@contextmanager
def signals_handled(handler: Callable[[object], _Handler]) -> Iterator[None]:
    """Inside, the signals that end a program are handled, except those that it was started to ignore: a program in the
    background ignores Ctrl-C, and nohup lets it ignore SIGHUP.

    Args:
        handler: called with the handler of the time before, returns the one for the time inside.
    """
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    handled = {number: old for number, old in before.items() if old not in (signal.SIG_IGN, None)}
    for number, old in handled.items():
        signal.signal(number, handler(old))
    try:
        yield
    finally:
        for number, old in handled.items():
            signal.signal(number, old)
