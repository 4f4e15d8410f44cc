"""What goes wrong with files, as sentences for the person."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from engine.errors import RunError
from engine.io.checked_file import Fault


@contextlib.contextmanager
def faults(thing: str, what: str) -> Iterator[None]:
    """A Fault inside becomes the RunError "<thing> cannot be <what>: <fault>"."""
    try:
        yield
    except Fault as fault:
        raise RunError(f"{thing} cannot be {what}: {fault}") from fault


@contextlib.contextmanager
def system_errors(where: Path, what: str) -> Iterator[None]:
    """An OSError inside becomes the RunError "<where> cannot be <what>: the system says ..."."""
    try:
        yield
    except OSError as error:
        raise RunError(
            f"“{where}” cannot be {what}: the system says “{error.strerror or error}”. Check the folder and the room "
            "on the disk."
        ) from error
