"""One SQLite file, opened again for each short piece of work by the thread or process that does it.

So no connection belongs to a thread or has to be closed at the end, and a replaced file is noticed at once.
The file is in WAL mode: readers wait for nobody, writers wait for other writers.
"""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.errors import DigitLabError
from engine.io.lock import busy

# Longer than any transaction takes.
BUSY_SECONDS = 20.0
# A committed change survives a power failure.
SYNCHRONOUS = "FULL"
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@dataclass(frozen=True)
class Schema:
    """What a file holds, and the words for messages about it.

    Attributes:
        version: of the tables. A file of a higher version is left as it is.
        statements: create the tables and their indexes.
        things: what is stored in it: "runs".
        file: what the file is: "list of runs".
        recovery: what the program does about a damaged file when it starts: "it looks for the runs".
        error: the exception to raise.
    """

    version: int
    statements: tuple[str, ...]
    things: str
    file: str
    recovery: str
    error: type[DigitLabError]


class Database:
    """The file. ``error`` in the docstrings below is the schema's."""

    def __init__(self, path: Path, schema: Schema, synchronous: str = SYNCHRONOUS) -> None:
        """Args:
        path: its folder must exist.
        synchronous: see SQLite's PRAGMA synchronous.
        """
        self.path = path
        self._schema, self._synchronous = schema, synchronous

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection, outside of a transaction.

        Raises:
            error: the file cannot be read.
        """
        with self.error_context(), contextlib.closing(self._connect()) as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a write transaction, one at a time over all processes. An exception rolls it back.

        Raises:
            error: the file cannot be written.
        """
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # After some errors (a full disk) SQLite has already rolled it back.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def repair(self) -> Path | None:
        """Move a damaged file aside and switch to WAL mode. Nobody else may open the file meanwhile.

        Returns:
            where a damaged file was moved to.

        Raises:
            error: the file is of a newer version, or cannot be read. It then stays as it was.
        """
        if self.path.exists() and self._is_damaged():
            return self._move_aside()
        with self.reading() as connection:
            # Where a network drive does not support it, SQLite stays in its older, slower mode.
            connection.execute("PRAGMA journal_mode = WAL")
        return None

    def create_tables(self, connection: sqlite3.Connection) -> bool:
        """Create the tables in a new file; whether it was new."""
        if version(connection):
            return False
        for statement in self._schema.statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {self._schema.version}")
        return True

    @contextlib.contextmanager
    def error_context(self) -> Iterator[None]:
        """SQLite's errors inside become the schema's error, with a sentence for the person."""
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            things, kind = self._schema.things, self._schema.error
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise kind(busy(things)) from error
            if _is_damage(error):
                raise kind(
                    f"The {self._schema.file} is damaged. Start Digit Lab again: {self._schema.recovery}."
                ) from error
            raise kind(
                f"The {things} in “{self.path.parent}” cannot be read or written: the system says “{error}”. Check the "
                "folder and the room on the disk."
            ) from error

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.row_factory = sqlite3.Row
        # The callers check the texts of a damaged file.
        connection.text_factory = lambda text: text.decode(errors="replace")
        connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        # On macOS a plain fsync may leave data in the disk's own cache; elsewhere this does nothing.
        connection.execute("PRAGMA fullfsync = ON")
        return connection

    def _is_damaged(self) -> bool:
        with self.error_context():
            try:
                with contextlib.closing(self._connect()) as connection:
                    found = version(connection)
                    if found > self._schema.version:
                        raise self._schema.error(
                            f"The {self._schema.things} in “{self.path.parent}” were stored by a newer version of "
                            "Digit Lab. Update Digit Lab to see them; they are left as they are."
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
            # The file first: SQLite deletes a log that has no file beside it.
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
        self.repair()
        return aside

    def _wanted_tables(self) -> set[str]:
        with contextlib.closing(sqlite3.connect(":memory:")) as connection:
            for statement in self._schema.statements:
                connection.execute(statement)
            return _tables(connection)


def version(connection: sqlite3.Connection) -> int:
    """The version of the tables; 0 in a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _tables(connection: sqlite3.Connection) -> set[str]:
    """The statements that created the tables and indexes, without SQLite's internal ones."""
    return {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()}


def _is_damage(error: Exception) -> bool:
    # SQLite's message about damaged tables may quote bytes that Python cannot decode.
    return isinstance(error, UnicodeDecodeError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE
