"""When a row of a database was deleted, in its column ``deleted``: NULL, or seconds since 1970.

SQLite stores NULL and 0 as codes that differ in one bit, and finds no damage in either. So a time before the program
existed is damage, and the row counts as not deleted: nothing is removed for good because of one flipped bit.
"""

import sqlite3
import time

EARLIEST, LATEST = 1_700_000_000.0, 250_000_000_000.0

# The SQL condition of the rows that were deleted so long ago; its values are those of ``before``.
DELETED_BEFORE = "deleted BETWEEN ? AND ?"


def now() -> float:
    """The time to store for what is deleted now, whatever the computer's clock says."""
    return max(time.time(), EARLIEST)


def before(seconds: float) -> tuple[float, float]:
    """The values of ``DELETED_BEFORE``, for rows that were deleted so many seconds ago or earlier."""
    return EARLIEST, time.time() - seconds


def time_of(value: object) -> float | None:
    """When it was deleted; None where it was not, or where the value is damaged."""
    return value if isinstance(value, float) and EARLIEST <= value <= LATEST else None


def restore_damaged(db: sqlite3.Connection, table: str) -> None:
    """Restore the rows of a table whose time of deletion is damaged. Mostly there are none, and nothing is written."""
    condition, limits = "deleted NOT BETWEEN ? AND ?", (EARLIEST, LATEST)
    if db.execute(f"SELECT 1 FROM {table} WHERE {condition}", limits).fetchone():
        db.execute(f"UPDATE {table} SET deleted = NULL WHERE {condition}", limits)
