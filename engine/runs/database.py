"""The list of runs: one SQLite file, opened anew for each short piece of work by whichever thread or process does it.

So no connection belongs to a thread or has to be closed at the end, and a list that was replaced is noticed at once.
The file is in WAL mode: who reads waits for nobody. Who writes waits for the others that write.
"""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from engine.errors import RunError

SCHEMA_VERSION = 1

# Times are seconds since 1970. spec, config, data, scores and facts are JSON. ``final``: the run's folder holds the
# weights that it ended with. A chunk is float32, little-endian: the losses of the mini-batches from ``start`` on.
_SCHEMA = (
    """CREATE TABLE runs (
        id TEXT PRIMARY KEY, name TEXT, note TEXT, spec TEXT, config TEXT, data TEXT, per_epoch INTEGER,
        begun REAL, seconds REAL, iteration INTEGER, status TEXT, scores TEXT, imported INTEGER, final INTEGER,
        deleted REAL)""",
    "CREATE TABLE losses (run TEXT, start INTEGER, chunk BLOB, PRIMARY KEY (run, start))",
    "CREATE TABLE evaluations (run TEXT, iteration INTEGER, facts TEXT, PRIMARY KEY (run, iteration))",
    "CREATE TABLE checkpoints (run TEXT, iteration INTEGER, complete INTEGER, PRIMARY KEY (run, iteration))",
)

# Longer than anything that is done while the list is held.
_BUSY_SECONDS = 20.0
# Committed is committed, also where the power fails.
_SYNCHRONOUS = "FULL"
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Database:
    """The list in one file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection. Each statement sees the list as it is then.

        Raises:
            RunError: the list cannot be read.
        """
        with self._telling(), contextlib.closing(self._connect()) as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction, the only one of all threads and processes. An exception takes it back.

        Raises:
            RunError: the list cannot be written.
        """
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # Some errors (a full disk) have already taken it back.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def kept_open(self) -> sqlite3.Connection:
        """A connection to be held by whoever writes often: the last one to be closed tidies up the file, which takes
        several times as long as a small change. Any thread may close it.

        Raises:
            RunError: the list cannot be read.
        """
        with self._telling():
            connection = sqlite3.connect(
                self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                _version(connection)  # it is not open before something is read
            except BaseException:
                connection.close()
                raise
            return connection

    def set_right(self) -> Path | None:
        """Make sure that the file, where there is one, is a list of ours. Nobody else may be opening it.

        Returns:
            where a damaged one was moved to.

        Raises:
            RunError: it is of a newer version, or cannot be read. It is then as it was.
        """
        if self.path.exists() and self._is_damaged():
            return self._move_aside()
        with self.reading() as connection:
            # Where the disk cannot do it (a network), SQLite stays with its older way, which is slower.
            connection.execute("PRAGMA journal_mode = WAL")
        return None

    def create(self, connection: sqlite3.Connection) -> bool:
        """In a new file make the tables; whether it was new."""
        if _version(connection):
            return False
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        return True

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None)
        connection.row_factory = sqlite3.Row
        # Damaged text is for those to refuse who know what it should be.
        connection.text_factory = lambda text: text.decode(errors="replace")
        connection.execute(f"PRAGMA synchronous = {_SYNCHRONOUS}")
        return connection

    def _is_damaged(self) -> bool:
        with self._telling():
            try:
                with contextlib.closing(self._connect()) as connection:
                    version = _version(connection)
                    if version > SCHEMA_VERSION:
                        raise RunError(
                            f"The runs in “{self.path.parent}” were kept by a newer version of Digit Lab. Update Digit "
                            "Lab to see them; they are left as they are."
                        )
                    tables = _tables(connection)
                    if not tables >= _wanted_tables() if version else tables:
                        return True
                    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
            except (sqlite3.Error, UnicodeDecodeError) as error:
                if _is_damage(error):
                    return True
                raise

    def _move_aside(self) -> Path:
        stem = f"{self.path.stem} (damaged {time.strftime('%Y-%m-%d %H.%M.%S')})"
        aside = self.path.with_name(stem + self.path.suffix)
        number = 2
        while aside.exists():
            aside = self.path.with_name(f"{stem} {number}{self.path.suffix}")
            number += 1
        try:
            # The list first: SQLite throws away a log that lies beside no list.
            self.path.rename(aside)
            for ending in ("-wal", "-shm"):
                log = self.path.with_name(self.path.name + ending)
                if log.exists():
                    log.rename(aside.with_name(aside.name + ending))
        except OSError as error:
            raise RunError(
                f"The list of runs “{self.path}” is damaged and cannot be moved aside: the system says "
                f"“{error.strerror}”. Close every window of Digit Lab and start it again."
            ) from error
        self.set_right()
        return aside

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        """SQLite's errors as sentences."""
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise RunError("Another window of Digit Lab is busy with the runs. Try again in a moment.") from error
            if _is_damage(error):
                raise RunError(
                    "The list of runs is damaged. Start Digit Lab again: it looks for the runs in their folders."
                ) from error
            raise RunError(
                f"The runs in “{self.path.parent}” cannot be read or written: the system says “{error}”. Check the "
                "folder and the room on the disk."
            ) from error


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _tables(connection: sqlite3.Connection) -> set[str]:
    """How each table was made; those that SQLite makes for itself have no such text."""
    return {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()}


def _wanted_tables() -> set[str]:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        for statement in _SCHEMA:
            connection.execute(statement)
        return _tables(connection)


def _is_damage(error: Exception) -> bool:
    # SQLite's message about damaged tables quotes them, and Python then cannot read the message.
    return isinstance(error, UnicodeDecodeError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE
