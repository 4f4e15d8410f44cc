"""Killed programs, full disks and damaged files: the store opens, and no stored drawing is lost."""

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from kill_points import KillPoints, connections_of
from test_drawings import bits, facts, filled, same, strokes

from engine.drawings import Drawing, DrawingStore
from engine.errors import DrawingsError

pytestmark = pytest.mark.usefixtures("unsynced")

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def store(tmp_path: Path) -> DrawingStore:
    return DrawingStore(tmp_path / "drawings")


def database(store: DrawingStore) -> Path:
    return store.folder / "drawings.db"


@contextlib.contextmanager
def raw_connection(store: DrawingStore) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(database(store), isolation_level=None)) as connection:
        yield connection


# Killed at every step


def test_every_change_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    store = DrawingStore(tmp_path / "drawings")
    with store._database.writing() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL
        assert connection.execute("PRAGMA fullfsync").fetchone()[0] == 1


def test_killed_while_drawings_are_added_changed_and_purged(store: DrawingStore, tmp_path: Path) -> None:
    before = filled(store, 2)
    points = KillPoints(store.folder, tmp_path / "copies")
    with points.recorded():
        drawing = store.add(strokes(9), 9, 2.0)
        store.relabel([drawing.id], 8)
        store.delete([before[0].id, drawing.id])
        store.restore([drawing.id])
        store.purge(0)
    seen = []
    for found in map(DrawingStore, points):
        assert (found.notice, found.unreadable) == ("", 0)
        seen.append([d.label for d in found.all()])
        assert all(facts(d) in map(facts, before) or bits(d.strokes) == bits(strokes(9)) for d in found.all())
    steps = [labels for labels, before in zip(seen, [None, *seen], strict=False) if labels != before]
    assert steps == [[0, 1], [0, 1, 9], [0, 1, 8], [1], [1, 8]]


def test_killed_while_drawings_are_imported(store: DrawingStore, tmp_path: Path) -> None:
    before = filled(store, 4)
    store.export(tmp_path / "mine.npz")
    store.delete([before[0].id])
    store.relabel([before[1].id], 7)
    points = KillPoints(store.folder, tmp_path / "copies")
    with points.recorded():
        store.import_(tmp_path / "mine.npz")
    assert {len(found.all()) for found in map(DrawingStore, points)} == {3, 5}


def test_killed_while_a_damaged_file_is_salvaged(store: DrawingStore, tmp_path: Path) -> None:
    before = filled(store, 60)
    store.delete([before[0].id])
    damage(store, "the last page")
    points = KillPoints(store.folder, tmp_path / "copies")
    with points.recorded():
        found = DrawingStore(store.folder).all()
    assert 20 < len(found) < 59
    assert len(points) > len(found)
    for number, opened in enumerate(map(DrawingStore, points)):
        assert same(opened.all(), found)
        assert ("found again" in opened.notice) == (number < len(points) - 1)
        assert opened.restore([before[0].id]) == 1


def test_killed_while_a_copy_of_a_damaged_file_is_kept(
    store: DrawingStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, other = filled(store, 2)
    with raw_connection(store) as connection:
        connection.execute("UPDATE drawings SET label = 10 WHERE id = ?", (drawing.id,))
    points = KillPoints(store.folder, tmp_path / "copies")
    with points.recorded():
        DrawingStore(store.folder)
    assert any(list(folder.glob("*.tmp")) for folder in points)
    monkeypatch.setattr(time, "strftime", lambda *_: "later")
    for folder in points:
        assert same(DrawingStore(folder).all(), [other])
        assert not list(folder.glob("*.tmp"))
        assert list(folder.glob("drawings (damaged *).db"))


def test_the_file_that_was_moved_aside_last_is_salvaged(store: DrawingStore, tmp_path: Path) -> None:
    """By its name: its times are those of the file before, and a copy of the folder has others."""
    first = filled(store, 2)
    shutil.copy(database(store), store.folder / "drawings (damaged 2026-01-01 10.00.00).db")
    second = filled(store, 2, first=50)
    shutil.copy(database(store), store.folder / "drawings (damaged 2026-01-01 10.00.00) 2.db")
    for number in (3, 10):
        filled(store, 1, first=100 * number)
        shutil.copy(database(store), store.folder / f"drawings (damaged 2026-01-02 10.00.00) {number}.db")
    everything = store.all()
    os.utime(store.folder / "drawings (damaged 2026-01-01 10.00.00).db")
    assert same(everything[:4], first + second)
    # The program was killed before it could salvage it.
    database(store).unlink()
    opened = DrawingStore(store.folder)
    assert same(opened.all(), everything)
    assert "“drawings (damaged 2026-01-02 10.00.00) 10.db”" in opened.notice


@pytest.mark.parametrize("kind", ["folder", "broken link", "FIFO", "loop"])
def test_what_cannot_be_a_file_that_was_moved_aside_is_ignored(store: DrawingStore, kind: str) -> None:
    drawings = filled(store, 2)
    shutil.copy(database(store), store.folder / "drawings (damaged 2026-01-01 10.00.00).db")
    database(store).unlink()
    other = store.folder / "drawings (damaged 2026-01-02 10.00.00).db"
    match kind:
        case "folder":
            other.mkdir()
        case "FIFO":
            os.mkfifo(other)
        case _:
            other.symlink_to(store.folder / "nowhere" if kind == "broken link" else other)
    assert same(DrawingStore(store.folder).all(), drawings)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON drawings BEGIN DELETE FROM drawings WHERE number = new.number; END",
        "CREATE TRIGGER t BEFORE INSERT ON drawings BEGIN SELECT count(*) FROM (WITH RECURSIVE n(i) AS "
        "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n); END",
        "CREATE VIEW v AS SELECT 1",
    ],
)
def test_a_file_with_code_is_moved_aside(store: DrawingStore, statement: str) -> None:
    """A trigger would drop what is stored, or never end."""
    before = filled(store, 3)
    with raw_connection(store) as connection:
        connection.execute(statement)
    opened = DrawingStore(store.folder)
    assert "3 drawings were found again" in opened.notice
    new = filled(opened, 1, first=9)
    assert same(opened.all(), before + new)


@pytest.mark.parametrize("hard", [False, True])
def test_a_link_as_lock_file_leads_to_no_harm(store: DrawingStore, tmp_path: Path, hard: bool) -> None:
    foreign = tmp_path / "thesis.txt"
    foreign.write_text("mine")
    lock = store.folder / "drawings.opening"
    lock.unlink(missing_ok=True)
    lock.hardlink_to(foreign) if hard else lock.symlink_to(foreign)
    drawings = filled(store, 1)
    if hard:
        with pytest.raises(DrawingsError, match="cannot be locked"):
            DrawingStore(store.folder)
        lock.unlink()
    assert same(DrawingStore(store.folder).all(), drawings)
    assert foreign.read_text() == "mine"


def test_killed_while_the_first_file_is_created(tmp_path: Path) -> None:
    """It had no drawings, so none are lost."""

    class Killed(sqlite3.Connection):
        def __init__(self, *args: object, **options: object) -> None:
            copies.append(shutil.copytree(tmp_path / "drawings", tmp_path / str(len(copies))))
            super().__init__(*args, **options)

    copies: list[Path] = []
    with connections_of(Killed):
        DrawingStore(tmp_path / "drawings")
    assert copies
    for folder in copies:
        assert DrawingStore(folder).notice == ""
        assert not list(folder.glob("*.tmp"))


def test_programs_that_are_killed() -> None:
    """Real processes, by the benchmark that kills more of them."""
    program = str(ROOT / "tests" / "faults" / "kills" / "drawings.py")
    command = [sys.executable, program, "--kills", "3", "--longest", "0.3"]
    found = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "3 kills: 0 faults" in found.stdout


# A full disk


def test_a_full_disk_loses_no_stored_drawing(store: DrawingStore) -> None:
    class Small(sqlite3.Connection):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)
            self.execute("PRAGMA max_page_count = 12")

    before: list[Drawing] = []
    with connections_of(Small):
        sentence = (
            r"^The drawings in “.*” cannot be read or written: the system says “database or disk is full”\. Check"
        )
        with pytest.raises(DrawingsError, match=sentence):  # noqa: PT012 - which one of them is not known
            while True:
                before += filled(store, 1, first=len(before))
        assert len(before) > 5
        assert same(store.all(), before)
        # Deleting must work on a full disk, too.
        assert store.delete([drawing.id for drawing in before[:5]]) == 5
        assert store.purge(0) == 5
        before = before[5:] + filled(store, 1, first=1000)
    before += filled(store, 1, first=1001)
    assert same(DrawingStore(store.folder).all(), before)
    assert not store.notice


LIMITED = """
import resource
import sys
sys.path[:0] = sys.argv[2:]
from test_drawings import *
store = DrawingStore(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
seed = 0
try:
    while True:
        print(store.add(strokes(seed), seed % 10, 2.0).id, seed, flush=True)
        seed += 1
except DrawingsError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_limit_on_the_size_of_files(store: DrawingStore) -> None:
    command = [sys.executable, "-c", LIMITED, str(store.folder), str(ROOT), str(Path(__file__).parent)]
    found = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert found.returncode == 0, found.stderr
    *added, last = found.stdout.splitlines()
    assert "cannot be read or written: the system says" in last
    assert len(added) > 50
    store = DrawingStore(store.folder)
    assert not store.notice
    for line in added:
        drawing_id, seed = line.split()
        assert bits(store.get(drawing_id).strokes) == bits(strokes(int(seed)))
    filled(store, 1)


def test_a_folder_that_cannot_be_created(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DrawingsError, match=r"Drawings cannot be stored in “.*file.drawings”: the system says"):
        DrawingStore(tmp_path / "file" / "drawings")
    (tmp_path / "drawings" / "drawings.opening").mkdir(parents=True)
    with pytest.raises(DrawingsError, match=r"drawings\.opening” cannot be locked"):
        DrawingStore(tmp_path / "drawings")


# A damaged file


def damage(store: DrawingStore, how: str) -> None:
    path = database(store)
    whole = path.read_bytes()
    if how == "no database":
        path.write_bytes(b"not a database")
    elif how == "cut off":
        path.write_bytes(whole[: len(whole) // 2])
    elif how == "another database":
        path.unlink()
        with raw_connection(store) as connection:
            connection.execute("CREATE TABLE contacts (name TEXT)")
    elif how == "other tables":
        with raw_connection(store) as connection:
            connection.execute("DROP TABLE drawings")
            endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS number FROM n"
            connection.execute(f"CREATE VIEW drawings AS {endless}")
            connection.execute("PRAGMA user_version = 1")
    elif how == "no index":
        with raw_connection(store) as connection:
            connection.execute("DROP INDEX same")
    elif how in ("the last page", "a page in the middle"):
        leaves = [at for at in range(4096, len(whole), 4096) if whole[at] == 13]  # of the table, not of an index
        at = leaves[-1] if how == "the last page" else leaves[len(leaves) // 2]
        path.write_bytes(whole[:at] + bytes(4096) + whole[at + 4096 :])


@pytest.mark.parametrize(
    ("how", "least", "most"),
    [
        ("no database", 0, 0),
        ("another database", 0, 0),
        ("other tables", 0, 0),
        ("cut off", 0, 200),
        ("the last page", 150, 199),
        ("a page in the middle", 150, 199),
        ("no index", 200, 200),
    ],
)
def test_a_damaged_file_is_moved_aside_and_its_readable_drawings_are_salvaged(
    store: DrawingStore, how: str, least: int, most: int
) -> None:
    before = filled(store, 200)
    damage(store, how)
    content = database(store).read_bytes()
    opened = DrawingStore(store.folder)
    (aside,) = store.folder.glob("drawings (damaged *).db")
    assert aside.read_bytes() == content
    found = opened.all()
    assert least <= len(found) <= most
    assert all(facts(drawing) in map(facts, before) for drawing in found)
    if how == "a page in the middle":
        assert same([found[0], found[-1]], [before[0], before[-1]])
    assert opened.notice.startswith(
        f"The file of your drawings was damaged: {len(found)} drawings were found again in it, and it is kept as "
        f"“{aside.name}”."
    )
    assert same(store.all(), found)
    new = filled(store, 3, first=500)
    again = DrawingStore(store.folder)
    assert (again.notice, again.unreadable) == ("", 0)
    assert same(again.all(), found + new)


@pytest.mark.parametrize("content", [True, False])
@pytest.mark.parametrize("linked", [True, False])
def test_a_folder_with_the_name_of_the_file_is_moved_aside(tmp_path: Path, content: bool, linked: bool) -> None:
    """The first start failed, and the next one did not say where the folder is."""
    folder = tmp_path / "drawings"
    path = folder / "drawings.db"
    target = tmp_path / "elsewhere" if linked else path
    target.mkdir(parents=True)
    folder.mkdir(exist_ok=True)
    if linked:
        path.symlink_to(target)
    if content:
        (target / "mine.txt").write_text("mine")
    store = DrawingStore(folder)
    (aside,) = folder.glob("drawings (damaged *).db")
    assert store.notice == (
        f"The file of your drawings was damaged: 0 drawings were found again in it, and it is kept as “{aside.name}”."
    )
    assert [file.name for file in aside.iterdir()] == ["mine.txt"] * content
    new = filled(store, 2)
    again = DrawingStore(folder)
    assert again.notice == ""
    assert same(again.all(), new)


def test_a_folder_with_the_name_of_the_log_is_moved_aside(tmp_path: Path) -> None:
    """Every start failed, where the file itself was missing."""
    log = tmp_path / "drawings.db-wal"
    log.mkdir()
    for number in range(30):
        (log / f"{number} {'x' * 200}").touch()
    if log.stat().st_size <= 32:
        pytest.skip("folders have no size on this disk")
    store = DrawingStore(tmp_path)
    (aside,) = tmp_path.glob("drawings (damaged *).db")
    assert aside.name in store.notice
    assert same(store.all(), [])
    assert (tmp_path / f"{aside.name}-wal").is_dir()


def test_deleted_drawings_are_salvaged_as_deleted(store: DrawingStore) -> None:
    before = filled(store, 3)
    store.delete([before[1].id])
    damage(store, "no index")
    opened = DrawingStore(store.folder)
    assert "2 drawings were found again" in opened.notice
    assert same(opened.all(), [before[0], before[2]])
    opened.restore([before[1].id])
    assert same(opened.all(), before)


def test_drawings_in_the_log_of_a_damaged_file_are_salvaged(store: DrawingStore, tmp_path: Path) -> None:
    """A program was killed, and what it had added is only in the log."""
    before = filled(store, 3)
    with raw_connection(store) as connection:
        connection.execute("SELECT * FROM drawings").fetchone()
        before += filled(store, 2, first=10)
        connection.execute("DROP INDEX same")
        shutil.copytree(store.folder, tmp_path / "killed")
    assert (tmp_path / "killed" / "drawings.db-wal").stat().st_size
    opened = DrawingStore(tmp_path / "killed")
    assert "5 drawings were found again" in opened.notice
    assert same(opened.all(), before)


def test_a_file_damaged_anywhere_raises_only_drawings_errors(store: DrawingStore) -> None:
    before = {drawing.id: facts(drawing) for drawing in filled(store, 60)}
    whole = database(store).read_bytes()
    rng = np.random.default_rng(3)

    def look(opened: DrawingStore) -> None:
        found = opened.all()
        for drawing in found:
            # A digest protects the strokes; a label may be another digit.
            assert bits(drawing.strokes) in [fact["strokes"] for fact in before.values()]
            assert drawing.label in range(10)
        assert len(found) == 60 or opened.notice
        assert opened.unreadable == 0 or "not shown" in opened.notice
        filled(opened, 1, first=1000)

    def fresh(content: bytes) -> None:
        for path in store.folder.iterdir():
            path.unlink()
        database(store).write_bytes(content)

    for length in rng.integers(1, len(whole), 12):
        fresh(whole[:length])
        look(DrawingStore(store.folder))
    for place in rng.integers(0, len(whole), 40):
        damaged = bytearray(whole)
        damaged[place : place + 50] = rng.bytes(50)
        fresh(damaged[: len(whole)])
        with contextlib.suppress(DrawingsError):  # it may declare a newer version now
            look(DrawingStore(store.folder))


def test_a_missing_or_empty_file_is_created_again(store: DrawingStore) -> None:
    sentence = "The file of your drawings was empty: no drawing could be found in it."
    for harm, notice in ((Path.unlink, ""), (lambda path: path.write_bytes(b""), sentence)):
        filled(store, 1)
        harm(database(store))
        store = DrawingStore(store.folder)
        assert store.all() == []
        assert store.notice == notice
        assert not list(store.folder.glob("*damaged*"))
        assert not DrawingStore(store.folder).notice


@pytest.mark.skipif(sys.platform == "win32", reason="links need permission")
def test_a_link_to_a_missing_file_stays_a_link(tmp_path: Path) -> None:
    """It may lead to a disk that is not there now."""
    store = DrawingStore(tmp_path / "drawings")
    database(store).unlink()
    database(store).symlink_to(tmp_path / "disk" / "drawings.db")
    with pytest.raises(DrawingsError, match="cannot be read or written"):
        DrawingStore(store.folder)
    (tmp_path / "disk").mkdir()
    added = filled(DrawingStore(store.folder), 1)
    database(store).unlink()
    assert same(DrawingStore(tmp_path / "disk").all(), added)


def test_a_file_of_a_newer_version_is_refused_and_stays_as_it_is(store: DrawingStore) -> None:
    filled(store, 2)
    with raw_connection(store) as connection:
        connection.execute("PRAGMA user_version = 2")
        connection.execute("CREATE TABLE newer (fact TEXT)")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = {path.name: path.read_bytes() for path in store.folder.iterdir()}
    sentence = r"The drawings in “.*” were stored by a newer version of Digit Lab\. Update Digit Lab to see them"
    for _ in range(2):
        with pytest.raises(DrawingsError, match=sentence):
            DrawingStore(store.folder)
    assert {path.name: path.read_bytes() for path in store.folder.iterdir()} == before


def test_a_file_that_is_damaged_while_it_is_used(store: DrawingStore) -> None:
    filled(store, 2)
    damage(store, "no database")
    acts: tuple[Callable[[], object], ...] = (store.all, lambda: filled(store, 1))
    for act in acts:
        with pytest.raises(
            DrawingsError, match=r"The file of your drawings is damaged\. Start Digit Lab again: it keeps"
        ):
            act()


@pytest.mark.parametrize(
    "change",
    [
        "points = substr(points, 1, length(points) - 8)",
        "points = substr(points, 1, length(points) - 3)",
        "points = zeroblob(length(points))",
        "points = 'text'",
        "points = NULL",
        "ends = zeroblob(8)",
        "ends = zeroblob(3)",
        "ends = NULL",
        "digest = ''",
        "digest = NULL",
        "label = 10",
        "label = -1",
        "label = 'seven'",
        "label = 2.5",
        "label = NULL",
        "brush = 0",
        "brush = 9e999",
        "brush = 'wide'",
        "made = NULL",
        "made = 1e300",
        "made = -1",
        "writer = NULL",
        "site = x'00ff'",
        "network = NULL",
        "imported = 2",
        "imported = NULL",
        "read = 10",
        "read = 'x'",
        "probability = 1.5",
        "probability = 'x'",
    ],
)
def test_a_drawing_that_cannot_be_read_is_left_out_and_then_kept_in_a_copy(store: DrawingStore, change: str) -> None:
    drawing, other = filled(store, 2)
    with raw_connection(store) as connection:
        connection.execute(f"UPDATE drawings SET {change} WHERE id = ?", (drawing.id,))
    assert same(store.all(), [other])
    assert store.unreadable == 1
    with pytest.raises(DrawingsError, match=r"This drawing cannot be read: it is damaged\."):
        store.get(drawing.id)
    assert store.export(store.folder.parent / "mine.npz") == 1
    before = database(store).read_bytes()
    opened = DrawingStore(store.folder)
    (aside,) = store.folder.glob("drawings (damaged *)*")
    assert opened.notice == (
        f"The file of your drawings was damaged: 1 drawing was found again in it, and it is kept as “{aside.name}”. "
        "1 other drawing in it cannot be read."
    )
    assert same(opened.all(), [other])
    assert opened.unreadable == 0
    assert aside.read_bytes()[100:] == before[100:]  # the header counts the changes
    assert DrawingStore(store.folder).notice == ""


def test_without_room_for_a_copy_a_damaged_drawing_stays_where_it_is(
    store: DrawingStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, other = filled(store, 2)
    with raw_connection(store) as connection:
        connection.execute("UPDATE drawings SET label = 10 WHERE id = ?", (drawing.id,))
    # The index differs from the table, too.
    content = database(store).read_bytes()
    database(store).write_bytes(
        content[: content.rindex(other.id.encode())] + b"x" + content[content.rindex(other.id.encode()) + 1 :]
    )

    def full(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("engine.io.database.new_file.move", full)
        for _ in range(2):
            opened = DrawingStore(store.folder)
            assert opened.notice == "1 drawing is damaged and not shown."
            assert opened.unreadable == 1
            assert not list(store.folder.glob("drawings (*"))
    assert store.delete([drawing.id]) == 1
    assert DrawingStore(store.folder).notice == ""
