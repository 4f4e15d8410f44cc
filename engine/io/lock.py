"""A lock between processes, which the operating system releases when its process dies.

It is SQLite's own lock on an empty database file. That works on Linux, Windows and macOS and needs no further library;
unlike POSIX locks alone it also works between threads of one process. A forked process does not inherit it, so child
processes that outlive a killed program hold no lock.

Nothing else may open these files: on POSIX, closing any handle of a file releases all locks of its process on it.
"""

import contextlib
import os
import sqlite3
from pathlib import Path

from ..errors import DigitLabError
from ..i18n import tr
from ..paths import make_private_file


class Lock:
    """Held from ``acquire`` to ``release``, or until the process dies. Any thread may release it."""

    def __init__(self, path: Path, error: type[DigitLabError]) -> None:
        """Args:
        path: created if missing. Its folder must exist.
        error: raised where the file cannot be created or locked at all.
        """
        self._path, self._error = path, error
        self._connection: sqlite3.Connection | None = None

    def acquire(self, timeout: float) -> bool:
        """Wait up to ``timeout`` seconds; whether it is held now."""
        connection: sqlite3.Connection | None = None
        self._remove_damage()
        make_private_file(self._path)
        try:
            connection = sqlite3.connect(self._path, timeout=timeout, isolation_level=None, check_same_thread=False)
            # Nothing is ever written, and a journal file would remain after a crash.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            if error_code(error) == sqlite3.SQLITE_BUSY:
                return False
            raise self._error(
                tr("“{0}” cannot be locked: the system says “{1}”. Check the folder and the disk.", self._path, error)
            ) from error
        self._connection = connection
        return True

    def _remove_damage(self) -> None:
        """Empty the file: SQLite may refuse a damaged one, or share it. Neither is it replaced, nor is a handle of it
        closed, so a process that holds the lock still does.

        The program makes no links. What a symbolic link leads to is another file; so may be one with several names,
        which a process may hold, or a copy of the folder: that one is never emptied.
        """
        with contextlib.suppress(OSError):
            if self._path.is_symlink():
                self._path.unlink()
            found = self._path.stat()
            if found.st_size and found.st_nlink == 1:
                os.truncate(self._path, 0)

    def release(self) -> None:
        """Release it; does nothing where it is not held."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def is_held(path: Path) -> bool:
    """Whether a living process holds this lock; False where its folder cannot be read. Checking does not disturb the
    holder or other checks.
    """
    try:
        if not path.exists():
            return False
    except OSError:
        return False
    try:
        # An exclusive lock excludes readers; readers do not exclude each other.
        with contextlib.closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:
        return error_code(error) == sqlite3.SQLITE_BUSY
    return False


def error_code(error: Exception) -> int:
    """SQLite's code of an error, without its details; 0 for other errors."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
