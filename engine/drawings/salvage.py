"""Recovering drawings from a damaged file."""

import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path

from engine.drawings import rows
from engine.errors import DrawingsError
from engine.io.checked_file import Fault
from engine.io.database import Database


def salvage(db: sqlite3.Connection, damaged: Path) -> int:
    """Add the drawings that can still be read in a damaged file, deleted ones as deleted. That file stays as it is.

    The digest of each drawing shows that it is intact.

    Returns:
        how many that are not deleted were found.

    Raises:
        OSError: there is no room for a copy of the file.
    """
    found = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy.db"
        # Opening a file with a log beside it changes both.
        for ending in ("", "-wal"):
            source = damaged.with_name(damaged.name + ending)
            if source.exists():
                shutil.copyfile(source, copy.with_name(copy.name + ending))
        for row in _rows(Database(copy, rows.SCHEMA)):
            with contextlib.suppress(Fault, sqlite3.IntegrityError):  # IntegrityError: a duplicate id
                drawing, deleted = rows.read(row), row["deleted"]
                rows.insert(db, drawing, deleted if type(deleted) is float else None)
                found += type(deleted) is not float
    return found


def _rows(damaged: Database) -> list[sqlite3.Row]:
    """The rows from the first up to the first damage, and from the last back to the last damage."""
    with contextlib.suppress(DrawingsError), damaged.reading() as old:
        created = old.execute("SELECT sql FROM sqlite_master WHERE name = 'drawings'").fetchone()
        if created is not None and created[0] in rows.SCHEMA.statements:
            first, last = _until_damage(old, "ASC"), _until_damage(old, "DESC")
            known = {row["number"] for row in first}
            return first + [row for row in reversed(last) if row["number"] not in known]
    return []


def _until_damage(old: sqlite3.Connection, order: str) -> list[sqlite3.Row]:
    found = []
    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
        for row in old.execute(f"SELECT * FROM drawings ORDER BY number {order}"):
            found.append(row)
    return found
