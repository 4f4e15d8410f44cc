"""Drawings in their SQLite file: rows to read, to add and to change."""

import math
import sqlite3
from collections.abc import Iterable

from engine.drawings.drawing import Drawing, digest, pack, unpack
from engine.errors import DrawingsError
from engine.io.checked_file import Fault
from engine.io.database import Schema
from engine.types import CLASSES

# ``number`` says in which order they were added, ``deleted`` when, in seconds since 1970 as ``made``. points are
# float32 pairs and ends int32, little-endian; digest is theirs. A file says how its tables were made: with another
# letter here, another space even, it would count as damaged.
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
    mending="it keeps the damaged file, and finds what can still be read in it",
    error=DrawingsError,
)

_GONE = "This drawing is no longer there: it was deleted for good."
_TEXTS = ("id", "writer", "site", "network")
# A later time is no time.
_LATEST = 250_000_000_000.0


def all_(db: sqlite3.Connection) -> tuple[list[Drawing], int]:
    """Those that are not deleted, the oldest first, and how many cannot be read."""
    found, unreadable = [], 0
    for row in db.execute("SELECT * FROM drawings WHERE deleted IS NULL ORDER BY number"):
        try:
            found.append(read(row))
        except Fault:
            unreadable += 1
    return found, unreadable


def latest(db: sqlite3.Connection, n: int) -> list[Drawing]:
    """The last ones that are not deleted and can be read, the latest first."""
    found: list[Drawing] = []
    for row in db.execute("SELECT * FROM drawings WHERE deleted IS NULL ORDER BY number DESC"):
        if len(found) >= n:
            break
        try:
            found.append(read(row))
        except Fault:
            continue
    return found


def get(db: sqlite3.Connection, drawing_id: str) -> Drawing:
    """One of them, deleted or not.

    Raises:
        DrawingsError: there is none, or it cannot be read.
    """
    row = db.execute("SELECT * FROM drawings WHERE id = ?", (drawing_id,)).fetchone()
    if row is None:
        raise DrawingsError(_GONE)
    try:
        return read(row)
    except Fault as fault:
        raise DrawingsError(f"This drawing cannot be read: {fault}") from fault


def read(row: sqlite3.Row) -> Drawing:
    """The drawing of a row, with the very bits that were kept.

    Raises:
        Fault: it is damaged.
    """
    try:
        strokes = unpack(row["points"], row["ends"])
        whole = row["digest"] == digest(row["points"], row["ends"]) and any(map(len, strokes))
    except (TypeError, ValueError):  # no bytes, or too few
        whole = False
    if not (whole and _can_be(row)):
        raise Fault("it is damaged.")
    return Drawing(
        row["id"],
        strokes,
        row["label"],
        row["brush"],
        row["made"],
        row["writer"],
        row["site"],
        bool(row["imported"]),
        row["read"],
        row["probability"],
        row["network"],
    )


def insert(db: sqlite3.Connection, drawing: Drawing, deleted: float | None = None) -> None:
    """Add a drawing, the last in order."""
    points, ends = pack(drawing.strokes)
    values = {
        "id": drawing.id,
        "points": points,
        "ends": ends,
        "digest": digest(points, ends),
        "label": drawing.label,
        "brush": drawing.brush,
        "made": drawing.made,
        "writer": drawing.writer,
        "site": drawing.site,
        "imported": drawing.imported,
        "read": drawing.read,
        "probability": drawing.probability,
        "network": drawing.network,
        "deleted": deleted,
    }
    names = ", ".join(values)
    db.execute(f"INSERT INTO drawings ({names}) VALUES ({', '.join('?' * len(values))})", tuple(values.values()))


def add_once(db: sqlite3.Connection, drawing: Drawing) -> str | None:
    """Add a drawing where none has the same strokes and label; one that has them and is deleted comes back instead.

    Returns:
        the id of what is there now and was not before; None where nothing was added.
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
    """Say that it is another digit.

    Raises:
        DrawingsError: it is not there.
    """
    if not db.execute("UPDATE drawings SET label = ? WHERE id = ?", (label, drawing_id)).rowcount:
        raise DrawingsError(_GONE)


def set_deleted(db: sqlite3.Connection, ids: Iterable[str], when: float | None) -> int:
    """Delete those that are not, or bring back those that are (None); how many there were."""
    wanted = "deleted IS NOT NULL" if when is None else "deleted IS NULL"
    changes = [(when, drawing_id) for drawing_id in ids]
    return db.executemany(f"UPDATE drawings SET deleted = ? WHERE id = ? AND {wanted}", changes).rowcount


def purge(db: sqlite3.Connection, until: float) -> int:
    """Remove those that were deleted until then; how many there were."""
    return db.execute("DELETE FROM drawings WHERE deleted <= ?", (until,)).rowcount


def counts(db: sqlite3.Connection) -> tuple[int, ...]:
    """(10,): how many there are of each digit."""
    found = dict(
        db.execute("SELECT label, count(*) FROM drawings WHERE deleted IS NULL GROUP BY label").fetchall(),
    )
    return tuple(found.get(digit, 0) for digit in range(CLASSES))


def accuracy(db: sqlite3.Connection) -> tuple[int, int]:
    """How many of the person's own were read right, of how many that were read."""
    row = db.execute(
        "SELECT coalesce(sum(read = label), 0), count(*) FROM drawings "
        "WHERE deleted IS NULL AND imported = 0 AND read IS NOT NULL"
    ).fetchone()
    return row[0], row[1]


def _can_be(row: sqlite3.Row) -> bool:
    digits = [row["label"], *([] if row["read"] is None else [row["read"]])]
    probability = 0.0 if row["probability"] is None else row["probability"]
    numbers = [row["brush"], row["made"], probability]
    return (
        all(type(row[name]) is str for name in _TEXTS)
        and all(type(digit) is int and digit in range(CLASSES) for digit in digits)
        and all(type(number) is float and math.isfinite(number) for number in numbers)
        and row["imported"] in (0, 1)
        and row["brush"] > 0
        and 0 <= row["made"] <= _LATEST
        and 0 <= probability <= 1
    )
