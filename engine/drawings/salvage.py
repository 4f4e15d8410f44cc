"""Recovering drawings from a damaged file."""

import contextlib
import itertools
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..errors import DrawingsError
from ..io import deletion
from ..io.checked_file import Fault
from ..io.database import Database
from . import rows

# The file format of SQLite: https://www.sqlite.org/fileformat2.html. The size of a page is at 16; at 92 is the number
# of the change that stored the file's length: with another one SQLite asks the system for it.
_PAGE_SIZE, _LENGTH_VALID = slice(16, 18), slice(92, 96)
# The first byte of a page with rows of a table.
_LEAF = 13
# Rows of a file that are looked up one by one, at most.
_MAX_LOOKUPS = 200_000


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
    found, read = 0, set()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy.db"
        # Opening a file with a log beside it changes both.
        for ending in ("", "-wal"):
            source = damaged.with_name(damaged.name + ending)
            if source.exists():
                shutil.copyfile(source, copy.with_name(copy.name + ending))
        listed, given = _rows(copy)
        for row in given:
            with contextlib.suppress(Fault, sqlite3.IntegrityError):  # IntegrityError: a duplicate id
                drawing, deleted = rows.read(row), deletion.time_of(row["deleted"])
                rows.insert(db, drawing, deleted)
                found += deleted is None
                read.add(drawing.id)
    return Salvaged(found, None if listed is None else len(listed - read))


def _rows(copy: Path) -> tuple[set[str] | None, list[sqlite3.Row]]:
    """The ids in the file, None where they cannot be read; and all rows that can be read, in their order."""
    database = Database(copy, rows.SCHEMA)
    if not _holds_drawings(database):
        with contextlib.suppress(DrawingsError, sqlite3.Error):
            _replace_first_page(copy)
        if not _holds_drawings(database):
            return None, []
    listed, lookups = _listed(database), iter(range(_MAX_LOOKUPS))
    found: dict[int, sqlite3.Row] = {}
    with contextlib.suppress(DrawingsError), database.reading() as old:
        found = _readable(old, lookups, listed or {})
    # A page that is no longer in use may hold a row as it was before.
    found = {row["number"]: row for row in _on_leaves(copy, database, lookups)} | {
        number: row for number, row in found.items() if _is_intact(row)
    }
    ids = None if listed is None else set(listed.values())
    return ids, [found[number] for number in sorted(found)]


def _listed(database: Database) -> dict[int, str] | None:
    """The numbers and ids that the index lists, whatever has become of the table; None where it is damaged, too."""
    query = "SELECT number, id FROM drawings INDEXED BY sqlite_autoindex_drawings_1"
    with contextlib.suppress(DrawingsError), database.reading() as old:
        return {row["number"]: row["id"] for row in old.execute(query)}
    return None


def _is_intact(row: sqlite3.Row) -> bool:
    with contextlib.suppress(Fault):
        rows.read(row)
        return True
    return False


def _on_leaves(copy: Path, database: Database, lookups: Iterator[int]) -> list[sqlite3.Row]:
    """The rows on each page that holds rows, whatever has become of the pages that list those pages."""
    found: list[sqlite3.Row] = []
    with contextlib.suppress(DrawingsError, sqlite3.Error, OSError):
        with database.reading() as old:
            root = old.execute("SELECT rootpage FROM sqlite_master WHERE name = 'drawings'").fetchone()[0]
        content = copy.read_bytes()
        size = int.from_bytes(content[_PAGE_SIZE], "big")
        for start in range(0, len(content), size):
            if content[start] == _LEAF:
                # A table of one page: this one is the first and the last.
                with copy.open("r+b") as file:
                    file.seek((root - 1) * size)
                    file.write(content[start : start + size])
                with contextlib.suppress(DrawingsError), database.reading() as old:
                    found += _readable(old, lookups).values()
    return found


def _holds_drawings(database: Database) -> bool:
    """Whether the file can be opened, and has the table of drawings."""
    with contextlib.suppress(DrawingsError), database.reading() as old:
        created = old.execute("SELECT sql FROM sqlite_master WHERE name = 'drawings'").fetchone()
        return created is not None and created[0] in rows.SCHEMA.statements
    return False


def _replace_first_page(copy: Path) -> None:
    """Replace the page that describes the file and its tables by that of a new file, which is the same in all files."""
    new = copy.with_name("new.db")
    with contextlib.closing(sqlite3.connect(new)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for statement in rows.SCHEMA.statements:
            connection.execute(statement)
    content = new.read_bytes()
    page = bytearray(content[: int.from_bytes(content[_PAGE_SIZE], "big")])
    page[_LENGTH_VALID] = bytes(4)
    with copy.open("r+b") as file:
        if file.seek(0, 2) > len(page):
            file.seek(0)
            file.write(page)


def _readable(old: sqlite3.Connection, lookups: Iterator[int], listed: Iterable[int] = ()) -> dict[int, sqlite3.Row]:
    """The rows that can be read: those before the first damaged one and after the last, and the others one by one.

    Python's cursor loses a row that it has read where the next one is damaged, so the others may be intact.

    Args:
        lookups: one is taken for each row that is read by itself.
        listed: the numbers of rows that should be there.
    """
    found: dict[int, sqlite3.Row] = {}
    is_whole = False
    for order in ("ASC", "DESC"):
        with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
            for row in old.execute(f"SELECT * FROM drawings ORDER BY number {order}"):
                found[row["number"]] = row
            is_whole = True
    known = set() if is_whole else {*found, *listed, *_ends(old)}
    between = range(min(known), max(known) + 1) if known else range(0)
    missing = (number for number in itertools.chain(listed, between) if number not in found)
    for _, number in zip(lookups, missing, strict=False):
        with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
            row = old.execute("SELECT * FROM drawings WHERE number = ?", (number,)).fetchone()
            if row is not None:
                found[number] = row
    return found


def _ends(old: sqlite3.Connection) -> list[int]:
    """The first and the last number in the table, where they can be read."""
    found: list[int] = []
    for end in ("min", "max"):
        with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
            found += [row[0] for row in old.execute(f"SELECT {end}(number) FROM drawings") if row[0] is not None]
    return found
