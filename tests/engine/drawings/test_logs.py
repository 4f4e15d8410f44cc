"""The log beside the file: SQLite adds it to any file that it lies beside, and deletes it where there is none."""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from kill_points import KillPoints
from test_damaged_pages import strokes_of
from test_drawings import filled, same

from engine.drawings import Drawing, DrawingStore

pytestmark = pytest.mark.usefixtures("unsynced")

PAGE = 4096


def killed(folder: Path, copy: Path, n: int, first: int = 0, statement: str = "SELECT 1") -> list[Drawing]:
    """A folder as a killed program leaves it, with drawings that are only in the log."""
    store = DrawingStore(folder)
    with contextlib.closing(sqlite3.connect(folder / "drawings.db", isolation_level=None)) as connection:
        connection.execute("SELECT count(*) FROM drawings").fetchone()
        added = filled(store, n, first)
        connection.execute(statement)
        shutil.copytree(folder, copy)
    assert (copy / "drawings.db-wal").stat().st_size > 32
    return added


def notice_of(folder: Path, n: int) -> str:
    (aside,) = folder.glob("drawings (damaged *).db")
    return (
        f"The file of your drawings was damaged: {n} drawings were found again in it, and it is kept as “{aside.name}”."
    )


def test_a_file_with_its_own_log_is_not_damaged(tmp_path: Path) -> None:
    added = killed(tmp_path / "drawings", tmp_path / "killed", 5)
    opened = DrawingStore(tmp_path / "killed")
    assert opened.notice == ""
    assert same(opened.all(), added)


@pytest.mark.parametrize(
    "harm", [Path.unlink, lambda path: path.write_bytes(b""), lambda path: path.write_bytes(b"S")], ids=[0, 1, 2]
)
def test_a_file_that_is_lost_is_found_in_its_log(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    added = killed(tmp_path / "drawings", tmp_path / "killed", 30)
    harm(tmp_path / "killed" / "drawings.db")
    log = (tmp_path / "killed" / "drawings.db-wal").read_bytes()
    opened = DrawingStore(tmp_path / "killed")
    assert same(opened.all(), added)
    assert opened.notice == notice_of(opened.folder, 30)
    (aside,) = opened.folder.glob("drawings (damaged *).db-wal")
    assert aside.read_bytes() == log
    assert not DrawingStore(opened.folder).notice


def test_a_cut_off_file_without_a_log_is_damaged(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    filled(store, 3)
    with (store.folder / "drawings.db").open("r+b") as file:
        file.truncate(1)
    opened = DrawingStore(store.folder)
    assert opened.notice == f"{notice_of(store.folder, 0)} It is not known how many others were in it."


def other_database(folder: Path) -> Path:
    folder.mkdir()
    with contextlib.closing(sqlite3.connect(folder / "a.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE contacts (name TEXT)")
        for _ in range(100):
            connection.execute("INSERT INTO contacts VALUES (zeroblob(900))")
        return shutil.copyfile(folder / "a.db-wal", folder / "copy")


def other_drawings(n: int, whole: bool) -> Callable[[Path], Path]:
    """The log of another file of drawings: of all its pages, or of those that were changed last."""

    def log(folder: Path) -> Path:
        filled(DrawingStore(folder), n, first=700)
        killed(folder, folder.with_name("other"), n, first=500)
        other = folder.with_name("other")
        if whole:
            with contextlib.closing(sqlite3.connect(other / "whole.db", isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(f"ATTACH '{other / 'drawings.db'}' AS old")
                for (statement,) in connection.execute(
                    "SELECT sql FROM old.sqlite_master WHERE sql NOTNULL"
                ).fetchall():
                    connection.execute(statement)
                connection.execute("INSERT INTO drawings SELECT * FROM old.drawings")
                connection.execute("PRAGMA user_version = 1")
                return shutil.copyfile(other / "whole.db-wal", other / "copy")
        return other / "drawings.db-wal"

    return log


@pytest.mark.parametrize(
    ("log", "others"),
    [
        (other_database, 0),
        (other_drawings(3, whole=False), 6),
        (other_drawings(3, whole=True), 6),
        (other_drawings(30, whole=False), 60),
    ],
    ids=["another program's", "fewer drawings", "fewer drawings, the whole file", "more drawings"],
)
def test_the_log_of_another_database_takes_no_drawings_away(
    tmp_path: Path, log: Callable[[Path], Path], others: int
) -> None:
    store = DrawingStore(tmp_path / "drawings")
    added = filled(store, 30)
    shutil.copyfile(log(tmp_path / "foreign"), store.folder / "drawings.db-wal")
    before = [(store.folder / f"drawings.db{ending}").read_bytes() for ending in ("", "-wal")]
    opened = DrawingStore(store.folder)
    found = {drawing.id for drawing in opened.all()}
    assert {drawing.id for drawing in added} <= found
    assert len(found) <= 30 + others
    assert opened.notice.startswith(notice_of(store.folder, len(found)))
    (aside,) = store.folder.glob("drawings (damaged *).db")
    assert [aside.with_name(aside.name + ending).read_bytes() for ending in ("", "-wal")] == before


def test_what_the_log_has_changed_is_salvaged_as_changed(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    drawings = filled(store, 8)
    with contextlib.closing(sqlite3.connect(store.folder / "drawings.db", isolation_level=None)) as connection:
        connection.execute("SELECT count(*) FROM drawings").fetchone()
        store.relabel([drawings[2].id], 9)
        store.delete([drawings[4].id])
        connection.execute("DROP INDEX same")
        shutil.copytree(store.folder, tmp_path / "killed")
    opened = DrawingStore(tmp_path / "killed")
    assert [drawing.label for drawing in opened.all()] == [0, 1, 9, 3, 5, 6, 7]
    assert opened.restore([drawings[4].id]) == 1


def lose_the_header(folder: Path) -> None:
    path = folder / "drawings.db"
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])


def flip_a_bit_beside_the_log(folder: Path) -> None:
    """In the header of a page that the log has not changed."""
    log = (folder / "drawings.db-wal").read_bytes()
    changed = {int.from_bytes(log[at : at + 4], "big") for at in range(32, len(log), 24 + PAGE)}
    content = bytearray((folder / "drawings.db").read_bytes())
    start = next(
        at for at in range(PAGE, len(content), PAGE) if at // PAGE + 1 not in changed and content[at] in (10, 13)
    )
    content[start] ^= 8
    (folder / "drawings.db").write_bytes(content)


def nothing(_: object) -> None:
    pass


@pytest.mark.parametrize("points", [20, 900], ids=["small", "large"])
@pytest.mark.parametrize(
    ("statement", "harm"),
    [
        ("VACUUM", nothing),
        ("DROP INDEX same", nothing),
        ("SELECT 1", flip_a_bit_beside_the_log),
        ("DROP INDEX same", lose_the_header),
    ],
    ids=["shorter", "other tables", "flipped bit", "no header"],
)
def test_purged_drawings_do_not_come_back_from_the_file_without_its_log(
    tmp_path: Path, statement: str, harm: Callable[[Path], object], points: int
) -> None:
    store = DrawingStore(tmp_path / "drawings")
    added = [store.add(strokes_of(seed, points), seed % 10, 2.0) for seed in range(40)]
    with contextlib.closing(sqlite3.connect(store.folder / "drawings.db", isolation_level=None)) as connection:
        connection.execute("SELECT count(*) FROM drawings").fetchone()
        store.delete([drawing.id for drawing in added[:30]])
        store.restore([drawing.id for drawing in added[20:30]])
        assert store.purge(0) == 20
        connection.execute(statement)
        shutil.copytree(store.folder, tmp_path / "killed")
    harm(tmp_path / "killed")
    opened = DrawingStore(tmp_path / "killed")
    assert same(opened.all(), added[20:])
    assert opened.notice == notice_of(opened.folder, 20)


def test_a_drawing_of_the_file_stays_where_the_log_does_not_say_that_it_was_deleted(tmp_path: Path) -> None:
    """It was restored, or its deletion was not completed; what has become of it since is not known."""
    store = DrawingStore(tmp_path / "drawings")
    added = filled(store, 4)
    with contextlib.closing(sqlite3.connect(store.folder / "drawings.db", isolation_level=None)) as connection:
        connection.execute("SELECT count(*) FROM drawings").fetchone()
        store.delete([drawing.id for drawing in added[:2]])
        store.restore([added[1].id])
        connection.execute("DELETE FROM drawings WHERE number > 1")
        connection.execute("DROP INDEX same")
        shutil.copytree(store.folder, tmp_path / "killed")
    opened = DrawingStore(tmp_path / "killed")
    assert same(opened.all(), added[1:])
    assert opened.restore([added[0].id]) == 1


def test_killed_while_a_damaged_file_and_its_log_are_moved_aside(tmp_path: Path) -> None:
    added = killed(tmp_path / "drawings", tmp_path / "killed", 2, statement="DROP INDEX same")
    points = KillPoints(tmp_path / "killed", tmp_path / "copies")
    with points.recorded():
        DrawingStore(tmp_path / "killed")
    between = [folder for folder in points if not (folder / "drawings.db").exists()]
    assert any((folder / "drawings.db-wal").exists() for folder in between)
    for folder in [*between, *list(points)[::8]]:
        assert same(DrawingStore(folder).all(), added)
