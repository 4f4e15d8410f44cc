"""What another program adds to the file, such as an index on a function of its own, takes no drawings away."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_drawings import filled, same
from test_logs import other_drawings

from engine.drawings import Drawing, DrawingStore, rows

pytestmark = pytest.mark.usefixtures("unsynced")

INDEXES = [
    "CREATE INDEX i ON drawings (writer COLLATE german)",
    "CREATE INDEX i ON drawings (own(writer))",
    "CREATE INDEX i ON drawings (label) WHERE own(label)",
    "CREATE UNIQUE INDEX i ON drawings (label)",
    'CREATE INDEX "i ""j" ON drawings (label)',
    # Much memory, for drawings that are added later.
    "CREATE INDEX i ON drawings (printf('%.*c', 400000000 * (number > 8), 'x'))",
    "CREATE TABLE words (word TEXT); CREATE INDEX i ON words (word COLLATE german)",
]


@pytest.fixture
def store(tmp_path: Path) -> DrawingStore:
    return DrawingStore(tmp_path / "drawings")


@contextlib.contextmanager
def another_program(store: DrawingStore) -> Iterator[sqlite3.Connection]:
    """A connection with a function and an order of texts that Digit Lab does not know."""
    with contextlib.closing(sqlite3.connect(store.folder / "drawings.db", isolation_level=None)) as connection:
        connection.create_function("own", 1, lambda _: 0, deterministic=True)
        connection.create_collation("german", lambda a, b: (a > b) - (a < b))
        connection.execute("SELECT count(*) FROM drawings").fetchone()
        yield connection


def check_whole(folder: Path, drawings: list[Drawing]) -> None:
    opened = DrawingStore(folder)
    assert opened.notice == ""
    assert same(opened.all(), drawings)
    drawings = drawings + filled(opened, 3)
    assert opened.relabel([drawings[0].id], 9) == 1
    assert opened.delete([drawings[1].id]) == 1
    with contextlib.closing(sqlite3.connect(folder / "drawings.db")) as connection:
        found = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql NOTNULL").fetchall()
    assert [sql for (sql,) in found] == [rows.SCHEMA.statements[1]]
    again = DrawingStore(folder)
    assert again.notice == ""
    assert len(again.all()) == len(drawings) - 1


@pytest.mark.parametrize("statement", INDEXES)
def test_an_index_of_another_program_is_dropped(store: DrawingStore, statement: str) -> None:
    drawings = filled(store, 8)
    with another_program(store) as connection:
        connection.executescript(statement)
    check_whole(store.folder, drawings)


@pytest.mark.parametrize("statement", INDEXES)
def test_an_index_of_another_program_that_is_in_the_log(store: DrawingStore, tmp_path: Path, statement: str) -> None:
    drawings = filled(store, 8)
    with another_program(store) as connection:
        connection.executescript(statement)
        shutil.copytree(store.folder, tmp_path / "killed")
    assert (tmp_path / "killed" / "drawings.db-wal").stat().st_size > 32
    check_whole(tmp_path / "killed", drawings)


@pytest.mark.parametrize("in_log", [False, True])
def test_a_table_that_cannot_be_checked_takes_no_drawings_away(
    store: DrawingStore, tmp_path: Path, in_log: bool
) -> None:
    drawings = filled(store, 8)
    with another_program(store) as connection:
        connection.execute("CREATE TABLE words (word TEXT COLLATE german PRIMARY KEY)")
        if in_log:
            shutil.copytree(store.folder, tmp_path / "copy")
    if not in_log:
        shutil.copytree(store.folder, tmp_path / "copy")
    opened = DrawingStore(tmp_path / "copy")
    assert "8 drawings were found again" in opened.notice
    assert same(opened.all(), drawings)
    assert DrawingStore(opened.folder).notice == ""


@pytest.mark.parametrize("statement", INDEXES[:3])
def test_the_log_of_another_database_beside_a_file_with_such_an_index(
    store: DrawingStore, tmp_path: Path, statement: str
) -> None:
    drawings = filled(store, 30)
    with another_program(store) as connection:
        connection.executescript(statement)
    shutil.copyfile(other_drawings(30, whole=False)(tmp_path / "foreign"), store.folder / "drawings.db-wal")
    opened = DrawingStore(store.folder)
    assert {drawing.id for drawing in drawings} <= {drawing.id for drawing in opened.all()}
