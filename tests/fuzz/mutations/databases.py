"""SQLite: damaged pages, and rows with other values in a sound file."""

import sqlite3
from contextlib import closing
from random import Random

from . import json_text
from .raw import LARGE
from .values import NUMBERS, TEXTS

_PAGE = 4096
# In the header of the file: whether it is in WAL mode, in which SQLite opens no copy in memory.
_MODE, _WAL = slice(18, 20), b"\x02\x02"


def pages(content: bytes, rng: Random) -> bytes:
    """A bit, a byte or a part of a page; a page that is empty, or that is another one; the end missing."""
    changed = bytearray(content)
    count = len(content) // _PAGE
    start = _PAGE * rng.randrange(count)
    other = _PAGE * rng.randrange(count)
    match rng.choice(("bit", "bit", "bit", "head", "part", "empty", "other", "end")):
        case "bit":
            used = [at for at in range(start, start + _PAGE) if content[at]] or [start]
            changed[rng.choice(used)] ^= 1 << rng.randrange(8)
        case "head":
            changed[start + rng.randrange(100 if not start else 24)] = rng.randrange(256)
        case "part":
            at = start + rng.randrange(_PAGE)
            length = min(rng.choice((8, 100, 1000)), start + _PAGE - at)
            changed[at : at + length] = rng.randbytes(length)
        case "empty":
            changed[start : start + _PAGE] = bytes(_PAGE)
        case "other":
            changed[start : start + _PAGE] = changed[other : other + _PAGE]
        case "end":
            del changed[start + rng.choice((0, 1, 100)) :]
    return bytes(changed) or content[:1]


def values(content: bytes, rng: Random) -> bytes:
    """Other values in some places of some rows."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.deserialize(content[: _MODE.start] + b"\x01\x01" + content[_MODE.stop :])
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for _ in range(rng.choice((1, 1, 2, 5))):
            table = rng.choice(tables)
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            ids = [row[0] for row in db.execute(f"SELECT rowid FROM {table}")]
            column, row = rng.choice(columns), rng.choice(ids or [0])
            old = db.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (row,)).fetchone()
            new = _value(old[0] if old else None, rng)
            db.execute(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE rowid = ?", (new, row))
        changed = bytes(db.serialize())
    return changed[: _MODE.start] + _WAL + changed[_MODE.stop :]


def _value(old: object, rng: Random) -> object:
    if isinstance(old, str) and old.startswith("{") and rng.random() < 0.7:
        return json_text.change(old.encode(), rng).decode()
    if isinstance(old, bytes) and rng.random() < 0.7:
        return rng.choice((old[:-1], old * 2, old[::-1], b"", rng.randbytes(len(old))))
    whole = rng.choice((-1, 0, 1, 9, 10, *(each for each in LARGE if each < 2**63)))
    texts = (*(each for each in TEXTS if each != "\ud800"), *NUMBERS)
    return rng.choice(
        (None, whole, rng.choice((1e308, -1.0, 1e-300, float("inf"), 0.5)), rng.choice(texts), b"\xff\x00a")
    )
