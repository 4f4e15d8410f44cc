"""Drawings in their SQLite file: reading, adding and changing rows."""

import contextlib
import math
import sqlite3
from collections.abc import Iterable

from engine.drawings.drawing import Drawing, digest, pack, unpack
from engine.errors import DrawingsError
from engine.io.checked_file import Fault
from engine.io.database import Schema
from engine.types import CLASSES

# ``number`` is the order in which they were added, ``deleted`` when, in seconds since 1970 as ``made``. ``points`` are
# float32 pairs and ``ends`` int32, little-endian; ``digest`` is theirs. A file keeps the text of these statements, and
# one with another text counts as damaged: do not change a letter or a space.
SCHEMA = Schema(
    version=1,
    statements=(
        """CREATE TABLE drawings (
        number INTEGER PRIMARY KEY, id TEXT UNIQUE, points BLOB, ends BLOB, digest TEXT, label INTEGER, brush REAL,
        made REAL, writer TEXT, site TEXT, imported INTEGER, read INTEGER, probability REAL, network TEXT,
        deleted REAL)""",
        "CREATE INDEX same ON drawings (digest, label)",
    ),
    things="drawings",
    file="file of your drawings",
    recovery="it keeps the damaged file, and finds what can still be read in it",
    error=DrawingsError,
)

# The columns that are fields of a Drawing as they are, and the fields' names.
_FIELDS = {
    "id": "id", "label": "label", "brush": "brush", "made": "created", "writer": "writer", "site": "site",
    "imported": "imported", "read": "predicted", "probability": "probability", "network": "network",
}  # fmt: skip
_NOT_FOUND = "This drawing is no longer there: it was deleted for good."
# Seconds since 1970; a later time must be damage.
_LATEST = 250_000_000_000.0


def read_all(db: sqlite3.Connection) -> tuple[list[Drawing], int]:
    """Those that are not deleted, the oldest first, and how many cannot be read."""
    found: list[Drawing] = []
    rows = db.execute("SELECT * FROM drawings WHERE deleted IS NULL ORDER BY number").fetchall()
    for row in rows:
        with contextlib.suppress(Fault):
            found.append(read(row))
    return found, len(rows) - len(found)


def get(db: sqlite3.Connection, drawing_id: str) -> Drawing:
    """One of them, deleted or not.

    Raises:
        DrawingsError: there is none, or it cannot be read.
    """
    row = db.execute("SELECT * FROM drawings WHERE id = ?", (drawing_id,)).fetchone()
    if row is None:
        raise DrawingsError(_NOT_FOUND)
    try:
        return read(row)
    except Fault as fault:
        raise DrawingsError(f"This drawing cannot be read: {fault}") from fault


def read(row: sqlite3.Row) -> Drawing:
    """The drawing of a row, with the same bits as it was stored.

    Raises:
        Fault: it is damaged.
    """
    try:
        strokes = unpack(row["points"], row["ends"])
        intact = row["digest"] == digest(row["points"], row["ends"]) and any(map(len, strokes))
    except (TypeError, ValueError):  # no bytes, or of a wrong length
        intact = False
    if not (intact and _is_valid(row)):
        raise Fault("it is damaged.")
    values = {field: row[column] for column, field in _FIELDS.items()}
    return Drawing(strokes=strokes, **values | {"imported": bool(row["imported"])})


def insert(db: sqlite3.Connection, drawing: Drawing, deleted: float | None = None) -> None:
    """Add a drawing, the last in order."""
    points, ends = pack(drawing.strokes)
    values = {column: getattr(drawing, field) for column, field in _FIELDS.items()}
    values |= {"points": points, "ends": ends, "digest": digest(points, ends), "deleted": deleted}
    names = ", ".join(values)
    db.execute(f"INSERT INTO drawings ({names}) VALUES ({', '.join('?' * len(values))})", tuple(values.values()))


def insert_new(db: sqlite3.Connection, drawing: Drawing) -> str | None:
    """Add a drawing unless one has the same strokes and label; a deleted one that has them is restored instead.

    Returns:
        the id of the drawing that was added or restored; None where nothing changed.
    """
    found = db.execute(
        "SELECT id, deleted FROM drawings WHERE digest = ? AND label = ? ORDER BY deleted IS NOT NULL, number",
        (drawing.digest, drawing.label),
    ).fetchone()
    if found is None:
        insert(db, drawing)
        return drawing.id
    if found["deleted"] is None:
        return None
    set_deleted(db, [found["id"]], None)
    return str(found["id"])


def relabel(db: sqlite3.Connection, drawing_id: str, label: int) -> None:
    """Change the label.

    Raises:
        DrawingsError: there is no such drawing.
    """
    if not db.execute("UPDATE drawings SET label = ? WHERE id = ?", (label, drawing_id)).rowcount:
        raise DrawingsError(_NOT_FOUND)


def set_deleted(db: sqlite3.Connection, ids: Iterable[str], when: float | None) -> int:
    """Delete those that are not deleted, or restore (None) those that are; how many changed."""
    wanted = "deleted IS NOT NULL" if when is None else "deleted IS NULL"
    changes = [(when, drawing_id) for drawing_id in ids]
    return db.executemany(f"UPDATE drawings SET deleted = ? WHERE id = ? AND {wanted}", changes).rowcount


def purge(db: sqlite3.Connection, until: float) -> int:
    """Remove for good those that were deleted until then; how many there were."""
    return db.execute("DELETE FROM drawings WHERE deleted <= ?", (until,)).rowcount


def _is_valid(row: sqlite3.Row) -> bool:
    digits = [row["label"], *([] if row["read"] is None else [row["read"]])]
    probability = 0.0 if row["probability"] is None else row["probability"]
    numbers = [row["brush"], row["made"], probability]
    return (
        all(type(row[name]) is str for name in ("id", "writer", "site", "network"))
        and all(type(digit) is int and digit in range(CLASSES) for digit in digits)
        and all(type(number) is float and math.isfinite(number) for number in numbers)
        and row["imported"] in (0, 1)
        and row["brush"] > 0
        and 0 <= row["made"] <= _LATEST
        and 0 <= probability <= 1
    )
