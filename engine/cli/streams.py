"""Standard output and error that can be written whatever the program was started with."""

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from ..errors import printable


@contextlib.contextmanager
def usable_streams() -> Iterator[None]:
    """Inside, both streams exist, and no message on standard error fails.

    Both are missing where they were closed (``>&-``), or the program has no console (pythonw). Where standard error
    cannot be written, since its disk is full or its reader has ended, a training goes on without its messages. An error
    of standard output is raised: it holds the result.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            # The next file that is opened would get this number, and what libraries print.
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    before = sys.stdout, sys.stderr
    with contextlib.ExitStack() as opened:
        for stream in before:
            # A file name may have characters that the terminal cannot show.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        if sys.stdout is None:
            sys.stdout = opened.enter_context(open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123
        sys.stderr = (
            opened.enter_context(open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123
            if sys.stderr is None
            else _Messages(sys.stderr)
        )
        try:
            yield
        finally:
            sys.stdout, sys.stderr = before


def report(sentence: object) -> None:
    """One line on standard error. It is made ``printable``, because a name in it may come from a file."""
    print(f"digit-lab: {printable(str(sentence))}", file=sys.stderr)


def discard(stream: TextIO) -> None:
    """What is still in its buffer, and all that follows, is not written: it cannot be."""
    # No descriptor: a stream of Python alone.
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class _Messages:
    """A stream whose errors are ignored."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError:
            discard(self._stream)
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            discard(self._stream)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)
