"""Damaged database files: what SQLite says about a file, and where a damaged one is kept, with its log."""

import contextlib
import os
import re
import sqlite3
import time
from collections.abc import Collection, Iterator
from pathlib import Path, PurePath

from ...paths import make_private_file
from ..lock import error_code

# Bytes of the header of a log. A log that is not longer has no changes.
_LOG_HEADER = 32
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def log_of(path: Path) -> Path:
    """Where SQLite keeps the latest changes of a database, until its last connection is closed."""
    return path.with_name(path.name + "-wal")


def has_log(path: Path) -> bool:
    """Whether a log with changes lies beside it. SQLite adds them to the file, whatever database they belong to."""
    try:
        return log_of(path).stat().st_size > _LOG_HEADER
    except OSError:  # there is none
        return False


def last_aside(path: Path) -> Path | None:
    """The file that was moved aside last, by its name, if there is any: its times are those of the file before."""
    name = re.compile(rf"{re.escape(path.stem)} \(damaged ([0-9. -]+)\)(?: ([0-9]{{1,9}}))?{re.escape(path.suffix)}")
    found: dict[tuple[str, int], Path] = {}
    for file in path.parent.iterdir():
        # Not a folder, or a link that leads nowhere.
        if (match := name.fullmatch(file.name)) and os.path.isfile(file):  # noqa: PTH113 - False for every error
            found[match[1], int(match[2] or 1)] = file
    return found[max(found)] if found else None


def new_name(path: Path) -> Path:
    """Where to keep a file that is damaged now."""
    stem = f"{path.stem} (damaged {time.strftime('%Y-%m-%d %H.%M.%S')})"
    aside = path.with_name(stem + path.suffix)
    number = 2
    while aside.exists():
        aside = path.with_name(f"{stem} {number}{path.suffix}")
        number += 1
    return aside


def move_aside(path: Path) -> Path:
    """Move a file and its log aside, as they are; where they are now. A log may be without its file.

    Raises:
        OSError: another program has one of them open, or the folder does not allow it.
    """
    if path.exists():
        # The file first: SQLite deletes a log that has no file beside it.
        aside = new_name(path)
        path.rename(aside)
    else:
        aside = _without_log(path)
    for ending in ("-wal", "-shm"):
        log = path.with_name(path.name + ending)
        if log.exists():
            log.rename(aside.with_name(aside.name + ending))
    return aside


def _without_log(path: Path) -> Path:
    """Where to move a log that has lost its file: beside one that was moved aside by a program that was killed before
    it could move the log, or else beside an empty file.
    """
    last = last_aside(path)
    if last is not None and not log_of(last).exists():
        return last
    aside = new_name(path)
    make_private_file(aside)
    return aside


def version(connection: sqlite3.Connection) -> int:
    """The version of the tables; 0 in a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables(connection: sqlite3.Connection) -> set[str]:
    """The statements that created its tables and indexes."""
    created = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {row["sql"] for row in created}


def has_triggers_or_views(connection: sqlite3.Connection) -> bool:
    """Whether it holds triggers or views, which would change what is stored or read. The program makes none."""
    query = "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"
    return bool(connection.execute(query).fetchone()[0])


def drop_other_indexes(connection: sqlite3.Connection, statements: Collection[str]) -> None:
    """Drop the indexes that none of these statements created, as another program makes them. SQLite can neither check
    nor change a table with an index on a function that it does not know, and one may refuse what is to be stored.
    """
    for name in _other_indexes(connection, statements):
        quoted = name.replace('"', '""')
        connection.execute(f'DROP INDEX "{quoted}"')


def _other_indexes(connection: sqlite3.Connection, statements: Collection[str]) -> list[str]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    return [name for name, sql in connection.execute(query).fetchall() if sql not in statements]


@contextlib.contextmanager
def without_other_indexes(connection: sqlite3.Connection, statements: Collection[str]) -> Iterator[sqlite3.Connection]:
    """The same content without these indexes, where the file cannot be changed: mostly the connection itself."""
    if not _other_indexes(connection, statements):
        yield connection
        return
    with contextlib.closing(sqlite3.connect(":memory:")) as copy:
        connection.backup(copy)
        drop_other_indexes(copy, statements)
        yield copy


def length(connection: sqlite3.Connection) -> int:
    """Bytes of the file, once its log is moved into it."""
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * size)


def passes(connection: sqlite3.Connection, check: str) -> bool:
    """Whether SQLite finds no damage. "integrity_check" also compares each index with its table, which "quick_check"
    does not.
    """
    row = connection.execute(f"PRAGMA {check}(1)").fetchone()
    return row is not None and row[0] == "ok"


def uri(path: PurePath, **options: str) -> str:
    """As SQLite opens a file, with options. It knows no server in the address, as that of a Windows share has one."""
    address = path.as_uri()
    if not address.startswith("file:///"):
        address = address.replace("file://", "file:////", 1)
    return f"{address}?{'&'.join(f'{name}={value}' for name, value in options.items())}"


def is_whole_without_log(path: Path, statements: Collection[str]) -> bool:
    """Whether SQLite finds no damage in the file alone, which it takes for one that nobody changes."""
    try:
        with (
            contextlib.closing(sqlite3.connect(uri(path, mode="ro", immutable="1"), uri=True)) as connection,
            without_other_indexes(connection, statements) as content,
        ):
            return passes(content, "integrity_check")
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def reindex(connection: sqlite3.Connection) -> bool:
    """Build the indexes again from the rows of their tables; whether that repairs the file, which else stays as it
    was.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("REINDEX")
        repaired = passes(connection, "integrity_check")
    except sqlite3.IntegrityError:  # two rows have the same key
        repaired = False
    connection.execute("COMMIT" if repaired else "ROLLBACK")
    return repaired


def is_fault_of_content(error: Exception) -> bool:
    """Whether SQLite cannot check a file because of what it holds: damage, or what only another program knows."""
    return is_damage(error) or error_code(error) == sqlite3.SQLITE_ERROR


def is_damage(error: Exception) -> bool:
    """Whether an error of SQLite says that a file is damaged."""
    # SQLite's message about damaged tables may quote bytes that Python cannot decode. For another number of its file
    # format it has no code; all files of the program have the same.
    return (
        isinstance(error, UnicodeDecodeError) or error_code(error) in _DAMAGE or str(error) == "unsupported file format"
    )
