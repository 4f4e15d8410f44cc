"""The table of drawings, and a drawing as one of its rows."""

import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..errors import DrawingsError
from ..i18n import tr, tr_noop
from ..io.checked_file import Fault, printable
from ..io.database import Schema
from ..types import CLASSES
from .drawing import Drawing, digest, pack, unpack

# ``number`` is the order in which they were added, ``deleted`` when, in seconds since 1970 as ``made``. ``points`` are
# float32 pairs and ``ends`` int32, little-endian; ``digest`` is theirs.
SCHEMA = Schema(
    version=1,
    statements=(
        """CREATE TABLE drawings (
        number INTEGER PRIMARY KEY, id TEXT UNIQUE, points BLOB, ends BLOB, digest TEXT, label INTEGER, brush REAL,
        made REAL, writer TEXT, site TEXT, imported INTEGER, read INTEGER, probability REAL, network TEXT,
        deleted REAL)""",
        "CREATE INDEX same ON drawings (digest, label)",
    ),
    things=tr_noop("drawings"),
    file=tr_noop("file of your drawings"),
    recovery=tr_noop("it keeps the damaged file, and finds what can still be read in it"),
    error=DrawingsError,
)

# The columns that are fields of a Drawing as they are, and the fields' names.
_FIELDS = {
    "id": "id", "label": "label", "brush": "brush", "made": "created", "writer": "writer", "site": "site",
    "imported": "imported", "read": "predicted", "probability": "probability", "network": "network",
}  # fmt: skip
Row = sqlite3.Row | Mapping[str, Any]
_TEXTS = ("writer", "site", "network")
# Seconds since 1970; a later time must be damage.
_LATEST = 250_000_000_000.0


def read(row: Row) -> Drawing:
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
        raise Fault(tr("it is damaged."))
    values = {field: row[column] for column, field in _FIELDS.items()}
    texts = {field: printable(values[field]) for field in _TEXTS}
    return Drawing(strokes=strokes, **values | texts | {"imported": bool(row["imported"])})


def read_all(db: sqlite3.Connection) -> tuple[list[Drawing], list[int]]:
    """Those that are not deleted, the oldest first, and the numbers of the damaged ones."""
    found, damaged = list[Drawing](), list[int]()
    for row in db.execute("SELECT * FROM drawings WHERE deleted IS NULL ORDER BY number").fetchall():
        try:
            found.append(read(row))
        except Fault:
            damaged.append(row["number"])
    return found, damaged


def remove(db: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Remove rows by their numbers."""
    db.executemany("DELETE FROM drawings WHERE number = ?", [(number,) for number in numbers])


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


def set_deleted(db: sqlite3.Connection, ids: Iterable[str], when: float | None) -> int:
    """Delete those that are not deleted, or restore (None) those that are; how many changed."""
    condition = "deleted IS NOT NULL" if when is None else "deleted IS NULL"
    return _update(db, f"UPDATE drawings SET deleted = ? WHERE id = ? AND {condition}", when, ids)


def set_label(db: sqlite3.Connection, ids: Iterable[str], label: int) -> int:
    """Give drawings another label; how many there were."""
    return _update(db, "UPDATE drawings SET label = ? WHERE id = ?", label, ids)


def _update(db: sqlite3.Connection, statement: str, value: float | None, ids: Iterable[str]) -> int:
    chosen = list(ids)
    changed = db.executemany(statement, [(value, drawing_id) for drawing_id in chosen]).rowcount
    if changed < len(chosen):
        check_index(db, chosen)
    return changed


def check_index(db: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Check that the index finds the drawings that are in the table: after a change that found too few.

    Raises:
        DrawingsError: the index is damaged.
    """
    for drawing_id in ids:
        query = "SELECT count(*) FROM drawings {} WHERE id = ?"
        indexed, in_table = (
            db.execute(query.format(how), (drawing_id,)).fetchone()[0]
            for how in ("INDEXED BY sqlite_autoindex_drawings_1", "NOT INDEXED")
        )
        if indexed != in_table:
            raise SCHEMA.damage()


def _is_valid(row: Row) -> bool:
    digits = [row["label"], *([] if row["read"] is None else [row["read"]])]
    probability = 0.0 if row["probability"] is None else row["probability"]
    numbers = [row["brush"], row["made"], probability]
    return (
        all(type(row[name]) is str for name in ("id", *_TEXTS))
        and all(type(digit) is int and digit in range(CLASSES) for digit in digits)
        and all(type(number) is float and math.isfinite(number) for number in numbers)
        and row["imported"] in (0, 1)
        and row["brush"] > 0
        and 0 <= row["made"] <= _LATEST
        and 0 <= probability <= 1
    )
