"""One SQLite file, opened anew for each short piece of work by whichever thread or process does it.

So no connection belongs to a thread or has to be closed at the end, and a file that was replaced is noticed at once.
The file is in WAL mode: who reads waits for nobody. Who writes waits for the others that write.
"""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.errors import DigitLabError

# Longer than anything that is done while the file is held.
BUSY_SECONDS = 20.0
# Committed is committed, also where the power fails.
SYNCHRONOUS = "FULL"
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@dataclass(frozen=True)
class Schema:
    """What a file holds, and how a person is told of it.

    Attributes:
        version: of the tables. A file of a higher one is left as it is.
        statements: what makes the tables and their indexes.
        things: what is kept in it: "runs".
        file: what the file is: "list of runs".
        mending: what is done about a damaged file when it is opened the next time: "it looks for the runs".
        error: what is raised, with a sentence.
    """

    version: int
    statements: tuple[str, ...]
    things: str
    file: str
    mending: str
    error: type[DigitLabError]


class Database:
    """The file. Below, ``error`` is that of the schema."""

    def __init__(self, path: Path, schema: Schema, synchronous: str = SYNCHRONOUS) -> None:
        """Args:
        path: its folder must exist.
        synchronous: how sure a change is once it is committed; see SQLite's PRAGMA synchronous.
        """
        self.path = path
        self._schema, self._synchronous = schema, synchronous

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection. Each statement sees the file as it is then.

        Raises:
            error: the file cannot be read.
        """
        with self.telling(), contextlib.closing(self._connect()) as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction, the only one of all threads and processes. An exception takes it back.

        Raises:
            error: the file cannot be written.
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

    def set_right(self) -> Path | None:
        """Make sure that the file, where there is one, is one of ours. Nobody else may be opening it.

        Returns:
            where a damaged one was moved to.

        Raises:
            error: it is of a newer version, or cannot be read. It is then as it was.
        """
        if self.path.exists() and self._is_damaged():
            return self._move_aside()
        with self.reading() as connection:
            # Where the disk cannot do it (a network), SQLite stays with its older way, which is slower.
            connection.execute("PRAGMA journal_mode = WAL")
        return None

    def create(self, connection: sqlite3.Connection) -> bool:
        """In a new file make the tables; whether it was new."""
        if version(connection):
            return False
        for statement in self._schema.statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {self._schema.version}")
        return True

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """SQLite's errors inside as sentences."""
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            things, kind = self._schema.things, self._schema.error
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise kind(busy(things)) from error
            if _is_damage(error):
                raise kind(
                    f"The {self._schema.file} is damaged. Start Digit Lab again: {self._schema.mending}."
                ) from error
            raise kind(
                f"The {things} in “{self.path.parent}” cannot be read or written: the system says “{error}”. Check the "
                "folder and the room on the disk."
            ) from error

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.row_factory = sqlite3.Row
        # Damaged text is for those to refuse who know what it should be.
        connection.text_factory = lambda text: text.decode(errors="replace")
        connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        # What macOS calls synced may still be in the disk's own memory; elsewhere this says nothing.
        connection.execute("PRAGMA fullfsync = ON")
        return connection

    def _is_damaged(self) -> bool:
        with self.telling():
            try:
                with contextlib.closing(self._connect()) as connection:
                    found = version(connection)
                    if found > self._schema.version:
                        raise self._schema.error(
                            f"The {self._schema.things} in “{self.path.parent}” were kept by a newer version of Digit "
                            "Lab. Update Digit Lab to see them; they are left as they are."
                        )
                    tables = _tables(connection)
                    if not tables >= self._wanted_tables() if found else tables:
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
            # The file first: SQLite throws away a log that lies beside no file.
            self.path.rename(aside)
            for ending in ("-wal", "-shm"):
                log = self.path.with_name(self.path.name + ending)
                if log.exists():
                    log.rename(aside.with_name(aside.name + ending))
        except OSError as error:
            raise self._schema.error(
                f"The {self._schema.file} “{self.path}” is damaged and cannot be moved aside: the system says "
                f"“{error.strerror}”. Close every window of Digit Lab and start it again."
            ) from error
        self.set_right()
        return aside

    def _wanted_tables(self) -> set[str]:
        with contextlib.closing(sqlite3.connect(":memory:")) as connection:
            for statement in self._schema.statements:
                connection.execute(statement)
            return _tables(connection)


def busy(things: str) -> str:
    """What is said where others hold the file too long."""
    return f"Another window of Digit Lab is busy with the {things}. Try again in a moment."


def version(connection: sqlite3.Connection) -> int:
    """Of the tables; 0 in a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _tables(connection: sqlite3.Connection) -> set[str]:
    """How each table was made; those that SQLite makes for itself have no such text."""
    return {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()}


def _is_damage(error: Exception) -> bool:
    # SQLite's message about damaged tables quotes them, and Python then cannot read the message.
    return isinstance(error, UnicodeDecodeError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE
