"""New database files: each is written under another name first, and gets its own when it is whole."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ...paths import make_private_file
from ..atomic_write import move


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a file that is moved to ``path`` at the end.

    Raises:
        OSError: it cannot be moved. No file is left then, nor after another exception.
    """
    unfinished = path.with_suffix(".tmp")
    make_private_file(unfinished)
    try:
        with contextlib.closing(sqlite3.connect(unfinished)) as connection:
            yield connection
        move(unfinished, path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def remove_unfinished(path: Path) -> None:
    """Remove what a program that was killed left of a new file and of its copies. What cannot be removed stays."""
    for pattern in (f"{path.stem}.tmp*", f"{path.stem} (damaged *).tmp*"):
        for unfinished in path.parent.glob(pattern):
            with contextlib.suppress(OSError):
                unfinished.unlink()
