"""A program that is killed, a full disk, a damaged file: no drawing that was kept is lost, and the store opens."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
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
def by_hand(store: DrawingStore) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(database(store), isolation_level=None)) as connection:
        yield connection


@contextlib.contextmanager
def connecting(connection: type[sqlite3.Connection]) -> Iterator[None]:
    """Every connection is of this class."""
    connect = sqlite3.connect
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            sqlite3, "connect", lambda path, **options: connect(path, **({"factory": connection} | options))
        )
        yield


# Killed


def test_what_is_acknowledged_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    store = DrawingStore(tmp_path / "drawings")
    with store._database.writing() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL
        assert connection.execute("PRAGMA fullfsync").fetchone()[0] == 1


class Moments:
    """What a program leaves behind that is killed: a copy of the store before every step it takes, and at the end."""

    def __init__(self, store: DrawingStore, copies: Path) -> None:
        self._store, self._copies = store, copies
        self.count = 0

    def take(self) -> None:
        shutil.copytree(self._store.folder, self._copies / str(self.count))
        self.count += 1

    def all(self) -> Iterator[DrawingStore]:
        for number in range(self.count):
            yield DrawingStore(self._copies / str(number))

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Every statement that changes the file, and every renaming."""
        moments, rename = self, Path.rename

        class Watched(sqlite3.Connection):
            def execute(self, sql: str, *args: object) -> sqlite3.Cursor:
                if not sql.lstrip().upper().startswith(("SELECT", "PRAGMA")):
                    moments.take()
                return super().execute(sql, *args)

        def watched_rename(path: Path, target: Path) -> Path:
            moments.take()
            return rename(path, target)

        with connecting(Watched), pytest.MonkeyPatch.context() as patched:
            patched.setattr(Path, "rename", watched_rename)
            yield
        self.take()


def test_killed_while_drawings_are_added_changed_and_purged(store: DrawingStore, tmp_path: Path) -> None:
    kept = filled(store, 2)
    moments = Moments(store, tmp_path / "moments")
    with moments.watching():
        drawing = store.add(strokes(9), 9, 2.0)
        store.relabel([drawing.id], 8)
        store.delete([kept[0].id, drawing.id])
        store.restore([drawing.id])
        store.purge(0)
    seen = []
    for found in moments.all():
        assert (found.notice, found.unreadable) == ("", 0)
        seen.append([d.label for d in found.all()])
        assert all(facts(d) in map(facts, kept) or bits(d.strokes) == bits(strokes(9)) for d in found.all())
    steps = [labels for labels, before in zip(seen, [None, *seen], strict=False) if labels != before]
    assert steps == [[0, 1], [0, 1, 9], [0, 1, 8], [1], [1, 8]]


def test_killed_while_drawings_are_imported(store: DrawingStore, tmp_path: Path) -> None:
    kept = filled(store, 4)
    store.export(tmp_path / "mine.npz")
    store.delete([kept[0].id])
    store.relabel([kept[1].id], 7)
    moments = Moments(store, tmp_path / "moments")
    with moments.watching():
        store.import_(tmp_path / "mine.npz")
    assert {len(found.all()) for found in moments.all()} == {3, 5}


def test_killed_while_a_damaged_file_is_set_right(store: DrawingStore, tmp_path: Path) -> None:
    kept = filled(store, 60)
    store.delete([kept[0].id])
    damage(store, "the last page")
    moments = Moments(store, tmp_path / "moments")
    with moments.watching():
        found = DrawingStore(store.folder).all()
    assert 20 < len(found) < 59
    assert moments.count > len(found)
    for number, opened in enumerate(moments.all()):
        assert same(opened.all(), found)
        assert ("found again" in opened.notice) == (number < moments.count - 1)
        assert opened.restore([kept[0].id]) == 1


def test_programs_that_are_killed() -> None:
    """Real ones, by the benchmark that does it more often."""
    program = str(ROOT / "tests" / "benchmarks" / "kills" / "drawings.py")
    command = [sys.executable, program, "--kills", "3", "--longest", "0.3"]
    found = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "3 kills: 0 faults" in found.stdout


# A full disk


def test_a_full_disk_loses_nothing_that_was_kept(store: DrawingStore) -> None:
    class Small(sqlite3.Connection):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)
            self.execute("PRAGMA max_page_count = 12")

    kept: list[Drawing] = []
    with connecting(Small):
        sentence = (
            r"^The drawings in “.*” cannot be read or written: the system says “database or disk is full”\. Check"
        )
        with pytest.raises(DrawingsError, match=sentence):  # noqa: PT012 - which one of them is not known
            while True:
                kept += filled(store, 1, first=len(kept))
        assert len(kept) > 5
        assert same(store.all(), kept)
        # Deleting makes room: it must always do.
        assert store.delete([drawing.id for drawing in kept[:5]]) == 5
        assert store.purge(0) == 5
        kept = kept[5:] + filled(store, 1, first=1000)
    kept += filled(store, 1, first=1001)
    assert same(DrawingStore(store.folder).all(), kept)
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


@pytest.mark.skipif(sys.platform == "win32", reason="limits as POSIX has them")
def test_a_system_that_lets_no_file_grow(store: DrawingStore) -> None:
    command = [sys.executable, "-c", LIMITED, str(store.folder), str(ROOT), str(Path(__file__).parent)]
    found = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert found.returncode == 0, found.stderr
    *said, last = found.stdout.splitlines()
    assert "cannot be read or written: the system says" in last
    assert len(said) > 50
    store = DrawingStore(store.folder)
    assert not store.notice
    for line in said:
        drawing_id, seed = line.split()
        assert bits(store.get(drawing_id).strokes) == bits(strokes(int(seed)))
    filled(store, 1)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
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
        path.write_bytes(b"no drawings any more, but this")
    elif how == "cut off":
        path.write_bytes(whole[: len(whole) // 2])
    elif how == "another database":
        path.unlink()
        with by_hand(store) as connection:
            connection.execute("CREATE TABLE contacts (name TEXT)")
    elif how == "other tables":
        with by_hand(store) as connection:
            connection.execute("DROP TABLE drawings")
            endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS number FROM n"
            connection.execute(f"CREATE VIEW drawings AS {endless}")
            connection.execute("PRAGMA user_version = 1")
    elif how == "no index":
        with by_hand(store) as connection:
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
def test_a_damaged_file_is_kept_aside_and_what_can_be_read_is_found_again(
    store: DrawingStore, how: str, least: int, most: int
) -> None:
    kept = filled(store, 200)
    damage(store, how)
    content = database(store).read_bytes()
    opened = DrawingStore(store.folder)
    (aside,) = store.folder.glob("drawings (damaged *).db")
    assert aside.read_bytes() == content
    found = opened.all()
    assert least <= len(found) <= most
    assert all(facts(drawing) in map(facts, kept) for drawing in found)
    if how == "a page in the middle":
        assert same([found[0], found[-1]], [kept[0], kept[-1]])
    assert opened.notice == (
        f"The file of your drawings was damaged: {len(found)} drawings were found again in it, and it is kept as "
        f"“{aside.name}”."
    )
    assert same(store.all(), found)
    new = filled(store, 3, first=500)
    again = DrawingStore(store.folder)
    assert (again.notice, again.unreadable) == ("", 0)
    assert same(again.all(), found + new)


def test_deleted_drawings_are_found_again_as_deleted(store: DrawingStore) -> None:
    kept = filled(store, 3)
    store.delete([kept[1].id])
    damage(store, "no index")
    opened = DrawingStore(store.folder)
    assert "2 drawings were found again" in opened.notice
    assert same(opened.all(), [kept[0], kept[2]])
    opened.restore([kept[1].id])
    assert same(opened.all(), kept)


def test_the_log_of_a_damaged_file_is_read_with_it(store: DrawingStore, tmp_path: Path) -> None:
    """A program was killed, and what it had added lies in the log alone."""
    kept = filled(store, 3)
    with by_hand(store) as connection:
        connection.execute("SELECT * FROM drawings").fetchone()
        kept += filled(store, 2, first=10)
        connection.execute("DROP INDEX same")
        shutil.copytree(store.folder, tmp_path / "killed")
    assert (tmp_path / "killed" / "drawings.db-wal").stat().st_size
    opened = DrawingStore(tmp_path / "killed")
    assert "5 drawings were found again" in opened.notice
    assert same(opened.all(), kept)


def test_cut_off_or_overwritten_anywhere_the_file_never_surprises(store: DrawingStore) -> None:
    kept = {drawing.id: facts(drawing) for drawing in filled(store, 60)}
    whole = database(store).read_bytes()
    rng = np.random.default_rng(3)

    def look(opened: DrawingStore) -> None:
        found = opened.all()
        for drawing in found:
            # The strokes are known by their digest. A label is one of the ten at least.
            assert bits(drawing.strokes) in [fact["strokes"] for fact in kept.values()]
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
        with contextlib.suppress(DrawingsError):  # a newer version, by what it says now
            look(DrawingStore(store.folder))


def test_an_empty_or_missing_file_is_a_new_one(store: DrawingStore) -> None:
    for harm in (Path.unlink, lambda path: path.write_bytes(b"")):
        filled(store, 1)
        harm(database(store))
        store = DrawingStore(store.folder)
        assert store.all() == []
        assert not store.notice
        assert not list(store.folder.glob("*damaged*"))


def test_a_file_of_a_newer_version_is_refused_and_left_alone(store: DrawingStore) -> None:
    filled(store, 2)
    with by_hand(store) as connection:
        connection.execute("PRAGMA user_version = 2")
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
def test_a_drawing_that_cannot_be_read_is_left_out_and_counted(store: DrawingStore, change: str) -> None:
    drawing, other = filled(store, 2)
    with by_hand(store) as connection:
        connection.execute(f"UPDATE drawings SET {change} WHERE id = ?", (drawing.id,))
    assert same(store.all(), [other])
    assert store.unreadable == 1
    opened = DrawingStore(store.folder)
    assert opened.unreadable == 1
    assert opened.notice == "1 drawing is damaged, not shown."
    with pytest.raises(DrawingsError, match=r"This drawing cannot be read: it is damaged\."):
        store.get(drawing.id)
    assert store.export(store.folder.parent / "mine.npz") == 1
    assert store.delete([drawing.id]) == 1
    assert DrawingStore(store.folder).notice == ""
