"""Recovering drawings from a damaged file."""

import contextlib
import itertools
import operator
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Self

from ..errors import DrawingsError
from ..io import deletion
from ..io.checked_file import Fault
from ..io.database import Database
from ..io.database.damaged_file import has_log, log_of
from . import rows
from .drawing import Drawing
from .raw_rows import PAGE, Column, deleted_in_log, raw_rows

# The file format of SQLite: https://www.sqlite.org/fileformat2.html. The header has numbers that are the same in all
# files of the program; at 92 is the number of the change that stored the file's length: with another one SQLite asks
# the system for it.
_FIXED, _LENGTH_VALID = slice(16, 24), slice(92, 96)


class _Stored(NamedTuple):
    """Attributes:
    number: the place of the drawing in the order.
    deleted: when it was deleted; None where it was not.
    """

    number: int
    drawing: Drawing
    deleted: float | None

    def as_deleted(self) -> Self:
        return self._replace(deleted=self.deleted or deletion.now())


class Salvaged(NamedTuple):
    """Attributes:
    found: how many drawings, that are not deleted, could be read.
    lost: how many others, deleted or not, the index of the file lists; None where it cannot be read.
    """

    found: int = 0
    lost: int | None = 0


def salvage(db: sqlite3.Connection, damaged: Path) -> Salvaged:
    """Add the drawings that can still be read in a damaged file, deleted ones as deleted. That file stays as it is.

    The digest of each drawing shows that it is intact.

    Raises:
        OSError: there is no room for a copy of the file.
    """
    if not damaged.is_file():  # such as a folder
        return Salvaged()
    columns = [Column(row["name"], row["type"]) for row in db.execute("PRAGMA table_info(drawings)")]
    listed: set[str] | None = None
    found: dict[str, _Stored] = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        log = log_of(damaged).read_bytes() if has_log(damaged) and log_of(damaged).is_file() else b""
        for with_log, copy in _copies(damaged, log, Path(folder)):
            ids = _listed(Database(copy, rows.SCHEMA))
            intact = _intact(copy, ids or {}, columns)
            gone = set() if with_log else deleted_in_log(log, columns) - found.keys()
            for drawing_id in gone & intact.keys():
                intact[drawing_id] = intact[drawing_id].as_deleted()
            # Those of the first copy are the latest.
            found = intact | found
            listed = listed if ids is None else {*ids.values()} - gone | (listed or set())
    for stored in sorted(found.values(), key=operator.attrgetter("number")):
        rows.insert(db, stored.drawing, stored.deleted)
    kept = sum(stored.deleted is None for stored in found.values())
    return Salvaged(kept, None if listed is None else len(listed - found.keys()))


def _copies(damaged: Path, log: bytes, folder: Path) -> Iterator[tuple[bool, Path]]:
    """The file with its log (True), and without it (False): the log may be that of another file, such as one that was
    restored.
    """
    new = _new_file(folder)
    content = damaged.read_bytes()
    content = content[: _FIXED.start] + new[_FIXED] + content[_FIXED.stop :]
    for with_log in (True, False) if log else (False,):
        copy = folder / f"{with_log}.db"
        # SQLite deletes the log of an empty file.
        copy.write_bytes(new if with_log and len(content) < PAGE else content)
        # Opening a file with a log beside it changes both.
        if with_log:
            log_of(copy).write_bytes(log)
        if not _holds_drawings(Database(copy, rows.SCHEMA)) and copy.stat().st_size > PAGE:
            _replace_first_page(copy, new)
        yield with_log, copy


def _intact(copy: Path, listed: Iterable[int], columns: list[Column]) -> dict[str, _Stored]:
    """By id, the drawings in the file that are intact. A row that is not in the table is perhaps of an earlier time."""
    database, found = Database(copy, rows.SCHEMA), dict[str, _Stored]()
    in_table: dict[int, sqlite3.Row] = {}
    if _holds_drawings(database):
        with contextlib.suppress(DrawingsError), database.reading() as old:
            in_table = _readable(old, listed)
    found_rows: Iterable[rows.Row] = itertools.chain(in_table.values(), raw_rows(copy.read_bytes(), columns))
    for row in found_rows:
        with contextlib.suppress(Fault):
            drawing = rows.read(row)
            found.setdefault(drawing.id, _Stored(row["number"], drawing, deletion.time_of(row["deleted"])))
    return found


def _listed(database: Database) -> dict[int, str] | None:
    """The numbers and ids that the index lists, whatever has become of the table; None where it is damaged, too."""
    query = "SELECT number, id FROM drawings INDEXED BY sqlite_autoindex_drawings_1"
    with contextlib.suppress(DrawingsError), database.reading() as old:
        return {row["number"]: row["id"] for row in old.execute(query)}
    return None


def _holds_drawings(database: Database) -> bool:
    """Whether the file can be opened, and has the table of drawings."""
    with contextlib.suppress(DrawingsError), database.reading() as old:
        created = old.execute("SELECT sql FROM sqlite_master WHERE name = 'drawings'").fetchone()
        return created is not None and created[0] in rows.SCHEMA.statements
    return False


def _new_file(folder: Path) -> bytes:
    """The content of a new file of drawings."""
    new = folder / "new.db"
    with contextlib.closing(sqlite3.connect(new)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for statement in rows.SCHEMA.statements:
            connection.execute(statement)
    return new.read_bytes()


def _replace_first_page(copy: Path, new: bytes) -> None:
    """Replace the page that describes the file and its tables by that of a new file, which is the same in all files."""
    page = bytearray(new[:PAGE])
    page[_LENGTH_VALID] = bytes(4)
    with copy.open("r+b") as file:
        file.write(page)


def _readable(old: sqlite3.Connection, listed: Iterable[int]) -> dict[int, sqlite3.Row]:
    """The rows in the table that can be read: those before the first damaged one and after the last, and those of
    ``listed``, one by one.

    Python's cursor loses a row that it has read where the next one is damaged, so the others may be intact.
    """
    found: dict[int, sqlite3.Row] = {}
    for order in ("ASC", "DESC"):
        with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
            for row in old.execute(f"SELECT * FROM drawings ORDER BY number {order}"):
                found[row["number"]] = row
    for number in [each for each in listed if each not in found]:
        with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
            row = old.execute("SELECT * FROM drawings WHERE number = ?", (number,)).fetchone()
            if row is not None:
                found[number] = row
    return found
