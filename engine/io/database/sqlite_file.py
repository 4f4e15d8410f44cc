"""One SQLite file, opened again for each short piece of work by the thread or process that does it.

So no connection belongs to a thread or has to be closed at the end, and a replaced file is noticed at once.
The file is in WAL mode: readers never wait, writers wait for other writers.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ...errors import DigitLabError
from ...i18n import tr
from ...paths import make_private_folder
from ..atomic_write import real_target
from ..lock import Lock, error_code
from .damaged_file import (
    drop_other_indexes,
    has_log,
    has_triggers_or_views,
    is_damage,
    is_fault_of_content,
    is_whole_without_log,
    length,
    move_aside,
    new_name,
    passes,
    reindex,
    tables,
    uri,
    version,
    without_other_indexes,
)
from .new_file import new_file, remove_unfinished
from .schema import Schema

# Longer than any transaction takes.
_BUSY_SECONDS = 20.0
# A committed change survives a power failure.
SYNCHRONOUS = "FULL"
# A higher version number of the tables is damage, not that of a newer program.
_MAX_VERSION = 1_000
# Bytes of the header of a file.
_HEADER_SIZE = 100
# Where the header of a file has the number of its format for writers: 1 or 2.
_WRITERS = 18


class Database:
    """The file. ``error`` in the docstrings below is the schema's.

    Attributes:
        path: of the file.
        timeout: how many seconds to wait for another writer; ``error`` is raised then.
        repaired: whether the last ``opening`` found a damaged index, and built it again from the rows.
    """

    def __init__(self, path: Path, schema: Schema, timeout: float = _BUSY_SECONDS) -> None:
        self.path, self._schema, self.timeout = path, schema, timeout
        self.repaired = False

    @contextlib.contextmanager
    def opening(self, lock_name: str) -> Iterator[tuple[sqlite3.Connection, Path | None, bool]]:
        """The first opening by a program: a damaged index is built again, a file with other damage is moved aside, and
        a new one gets its tables.

        Args:
            lock_name: of the file that locks the opening: of two programs that both find the file damaged, one would
                move the other's new one aside.

        Returns:
            a connection in a write transaction, where a damaged file was moved to, and whether the file is new.

        Raises:
            error: the file is of a newer version, or cannot be read. It then stays as it was.
            OSError: the folder cannot be created, or the file is a link that leads back to itself.
        """
        make_private_folder(self.path.parent)
        lock = Lock(self.path.with_name(lock_name), self._schema.error)
        if not lock.acquire(self.timeout):
            raise self._busy()
        try:
            remove_unfinished(self.path)
            aside = self._move_aside() if self._is_damaged() else None
            target = real_target(self.path)
            # A link may lead to a disk that is not there now.
            if not target.exists() and target.parent.exists():
                self._create(target)
            with self.reading() as connection:
                # Where a network drive does not support it, SQLite stays in its older, slower mode.
                connection.execute("PRAGMA journal_mode = WAL")
            with self.writing() as connection:
                if is_new := not version(connection):
                    for statement in self._schema.statements:
                        connection.execute(statement)
                    connection.execute(f"PRAGMA user_version = {self._schema.version}")
                yield connection, aside, is_new
        finally:
            lock.release()

    def _create(self, path: Path) -> None:
        """A file with a header: an empty one would look like one that has lost its content."""
        with self._error_context(), new_file(path) as connection:
            # Any change writes the header.
            connection.execute("PRAGMA user_version = 0")

    def connect(self) -> sqlite3.Connection:
        """A connection that any thread may close. While one is open, small changes are several times faster: closing
        the last one cleans the file up.

        Raises:
            error: the file cannot be read.
        """
        with self._error_context():
            return self._connect()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection, outside of a transaction.

        Raises:
            error: the file cannot be read.
        """
        with self._error_context(), contextlib.closing(self._connect()) as connection:
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

    @contextlib.contextmanager
    def _error_context(self) -> Iterator[None]:
        """SQLite's errors inside become the schema's error, with a sentence for the user."""
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if error_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise self._busy() from error
            if is_damage(error):
                raise self._schema.damage() from error
            raise self._schema.error(
                tr(
                    "The {0} in “{1}” cannot be read or written: the system says “{2}”. Check the folder and the room "
                    "on the disk.",
                    tr(self._schema.things),
                    self.path.parent,
                    error,
                )
            ) from error

    def _busy(self) -> DigitLabError:
        return self._schema.error(
            tr("Another window of Digit Lab is busy with the {0}. Try again in a moment.", tr(self._schema.things))
        )

    def _connect(self, read_only: bool = False) -> sqlite3.Connection:
        # A file that is missing is not made here: it would be empty, and other users could read it.
        connection = sqlite3.connect(
            uri(self.path, mode="ro" if read_only else "rw"),
            uri=True,
            timeout=self.timeout,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.row_factory = sqlite3.Row
            # The callers check the texts of a damaged file.
            connection.text_factory = lambda text: text.decode(errors="replace")
            # The file is opened here: SQLite reads its schema.
            connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
            # On macOS a plain fsync may leave data in the disk's own cache; elsewhere this does nothing.
            connection.execute("PRAGMA fullfsync = ON")
            # What is purged leaves nothing that a recovery of the file would find.
            connection.execute("PRAGMA secure_delete = ON")
        except BaseException:
            connection.close()
            raise
        return connection

    def copy_aside(self) -> Path:
        """Keep a copy as a damaged file is kept, without the changes of a transaction that has not ended.

        Raises:
            error: the file cannot be read, or the copy cannot be written.
            OSError: likewise.
        """
        aside = new_name(self.path)
        with self.reading() as connection, new_file(aside) as copy:
            connection.backup(copy)
        return aside

    def _is_damaged(self) -> bool:
        """Whether it cannot be used; damaged indexes are repaired."""
        self.repaired = False
        if self.path.is_dir():
            return True
        size = self.path.stat().st_size if self.path.exists() else 0
        if size < _HEADER_SIZE:
            # SQLite takes it for an empty file, and deletes the log beside it.
            return size > 0 or has_log(self.path)
        with self._error_context():
            try:
                if has_log(self.path) and not self._fits_its_log(size):
                    return True
                with contextlib.closing(self._connect()) as connection:
                    if self._holds_other_tables(connection) or self._refuses_changes(connection):
                        return True
                    drop_other_indexes(connection, self._schema.statements)
                    self._correct_version(connection)
                    if passes(connection, "integrity_check"):
                        return False
                    # Where the tables are whole, only an index differs from them: nothing is lost.
                    self.repaired = passes(connection, "quick_check") and reindex(connection)
                    return not self.repaired
            except (sqlite3.Error, UnicodeDecodeError) as error:
                if is_fault_of_content(error):
                    return True
                raise

    def _fits_its_log(self, size: int) -> bool:
        """Whether the file, of ``size`` bytes, is one database with the log beside it, which may be that of another
        file, such as an older one. Neither is changed: closing an ordinary connection moves the log into the file.
        """
        try:
            with contextlib.closing(self._connect(read_only=True)) as connection:
                # The program never makes a file shorter.
                if length(connection) < size or self._holds_other_tables(connection):
                    return False
                # Where an index is damaged in the file itself, it is no fault of the log.
                with without_other_indexes(connection, self._schema.statements) as content:
                    return passes(content, "integrity_check") or (
                        passes(content, "quick_check") and not is_whole_without_log(self.path, self._schema.statements)
                    )
        except sqlite3.OperationalError as error:
            # Where it cannot be opened like this, an ordinary connection shows why.
            return not is_fault_of_content(error)

    def _holds_other_tables(self, connection: sqlite3.Connection) -> bool:
        """Whether its tables are not those of this version, so that it is damaged.

        Raises:
            error: the file is of a newer version.
        """
        statements = set(self._schema.statements)
        found, created = version(connection), tables(connection)
        if created == statements:
            return False
        if self._schema.version < found <= _MAX_VERSION:
            raise self._schema.error(
                tr(
                    "The {0} in “{1}” were stored by a newer version of Digit Lab. Update Digit Lab to see them; they "
                    "are left as they are.",
                    tr(self._schema.things),
                    self.path.parent,
                )
            )
        if found > _MAX_VERSION or has_triggers_or_views(connection):
            return True
        return not created >= statements if found else bool(created)

    def _correct_version(self, connection: sqlite3.Connection) -> None:
        """Another number with the same tables is a flipped bit."""
        if tables(connection) == set(self._schema.statements) and version(connection) != self._schema.version:
            connection.execute(f"PRAGMA user_version = {self._schema.version}")

    def _refuses_changes(self, connection: sqlite3.Connection) -> bool:
        """Whether a flipped bit in the number for writers lets SQLite read the file, and never change it."""
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(f"PRAGMA user_version = {self._schema.version}")
        except sqlite3.Error as error:
            if error_code(error) != sqlite3.SQLITE_READONLY:
                raise
            return self.path.read_bytes()[_WRITERS] not in (1, 2)
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        return False

    def _move_aside(self) -> Path:
        try:
            return move_aside(self.path)
        except OSError as error:
            raise self._schema.error(
                tr(
                    "The {0} “{1}” is damaged and cannot be moved aside: the system says “{2}”. Close every window of "
                    "Digit Lab and start it again.",
                    tr(self._schema.file),
                    self.path,
                    error.strerror,
                )
            ) from error
