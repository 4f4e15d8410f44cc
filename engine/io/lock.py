"""Who owns a run: a lock that the operating system takes back when its process dies, however it dies.

It is SQLite's own lock on an empty database file. SQLite is made for this on Linux, Windows and macOS, is here anyway,
and keeps threads of one process apart too, which POSIX's locks alone do not. A process that was forked off does not
inherit it: helpers that outlive a killed program hold nothing.

Nothing else may open these files: on POSIX, closing any handle of a file gives up all of its process's locks on it.
"""

import contextlib
import sqlite3
from pathlib import Path

from engine.errors import RunError


class Lock:
    """Held from ``take`` to ``release``, or until the process dies. Any thread may release it."""

    def __init__(self, path: Path) -> None:
        """Args:
        path: made where it is not there yet. Its folder must exist.
        """
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def take(self, seconds: float) -> bool:
        """Try for so long; whether it is ours now.

        Raises:
            RunError: the file cannot be made or locked at all.
        """
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(self._path, timeout=seconds, isolation_level=None, check_same_thread=False)
            # Nothing is ever written, and a journal would stay behind after a crash.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            if _is_busy(error):
                return False
            raise RunError(
                f"“{self._path}” cannot be locked: the system says “{error}”. Check the folder and the disk."
            ) from error
        self._connection = connection
        return True

    def release(self) -> None:
        """Let others have it. Of a lock that is not held, nothing."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def is_taken(path: Path) -> bool:
    """Does a living process hold this lock? To ask takes it from nobody, and asking twice at once is no matter."""
    if not path.exists():
        return False
    try:
        # An exclusive lock keeps readers out, and readers do not keep each other out.
        with contextlib.closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:
        return _is_busy(error)
    return False


def _is_busy(error: sqlite3.Error) -> bool:
    # The upper bits say why it is.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
