"""Labelled drawings are stored bit for bit, from any number of threads and programs."""

import contextlib
import hashlib
import sqlite3
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from engine.drawings import Drawing, DrawingStore, is_validation, train_validation_split
from engine.errors import DrawingsError
from engine.io.database import Database
from engine.io.limits import MAX_POINTS

pytestmark = pytest.mark.usefixtures("unsynced")

ROOT = Path(__file__).resolve().parents[3]
Strokes = list[npt.NDArray[np.float32]]


@pytest.fixture
def store(tmp_path: Path) -> DrawingStore:
    return DrawingStore(tmp_path / "drawings")


def strokes(seed: int, lengths: Sequence[int] = (5, 3)) -> Strokes:
    rng = np.random.default_rng(seed)
    return [rng.uniform(0, 28, (n, 2)).astype(np.float32) for n in lengths]


def bits(drawing: Sequence[npt.NDArray[np.floating]]) -> list[tuple[tuple[int, ...], bytes]]:
    return [(stroke.shape, stroke.astype("<f4").tobytes()) for stroke in drawing]


def facts(drawing: Drawing) -> dict[str, object]:
    """All fields of a drawing, to compare them."""
    found = {field.name: getattr(drawing, field.name) for field in fields(drawing)}
    return found | {"strokes": bits(drawing.strokes)}


def same(found: Sequence[Drawing], wanted: Sequence[Drawing]) -> bool:
    return [facts(drawing) for drawing in found] == [facts(drawing) for drawing in wanted]


def filled(store: DrawingStore, n: int, first: int = 0) -> list[Drawing]:
    """Add n different drawings, labelled 0, 1, 2 and so on."""
    return [store.add(strokes(seed), seed % 10, 2.0) for seed in range(first, first + n)]


# Storing


def test_a_drawing_is_stored_as_it_was_drawn(store: DrawingStore) -> None:
    given_strokes = strokes(0)
    drawing = store.add(given_strokes, 7, 2.5, predicted=1, probability=0.75, network="한글 784-50-10")
    assert bits(drawing.strokes) == bits(given_strokes)
    assert (drawing.label, drawing.brush, drawing.predicted, drawing.probability) == (7, 2.5, 1, 0.75)
    assert (drawing.network, drawing.writer, drawing.site, drawing.imported) == ("한글 784-50-10", "", "", False)
    assert all(stroke.dtype == np.float32 for stroke in drawing.strokes)
    given_strokes[0][:] = 0  # the store has a copy
    for opened in (store, DrawingStore(store.folder)):
        assert same([opened.get(drawing.id)], [drawing])
        assert same(opened.all(), [drawing])
        assert (opened.notice, opened.unreadable) == ("", 0)


def test_stored_strokes_are_read_only(store: DrawingStore) -> None:
    with pytest.raises(ValueError, match="read-only"):
        store.add(strokes(0), 7, 2.0).strokes[0][:] = 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawing=st.lists(
        npst.arrays(
            np.float32, st.tuples(st.integers(0, 9), st.just(2)), elements=st.floats(-999_999, 999_999, width=32)
        ),
        min_size=1,
        max_size=5,
    ).filter(lambda drawing: any(map(len, drawing))),
    label=st.integers(0, 9),
    brush=st.floats(0.1, 10),
    predicted=st.none() | st.integers(0, 9),
    probability=st.none() | st.floats(0, 1),
    network=st.text(st.characters(exclude_categories=["C", "Z"]), max_size=50),
)
def test_any_strokes_are_read_back_bit_for_bit(
    store: DrawingStore,
    drawing: Strokes,
    label: int,
    brush: float,
    predicted: int | None,
    probability: float | None,
    network: str,
) -> None:
    added = store.add(drawing, label, brush, predicted, probability, network)
    found = store.get(added.id)
    assert bits(found.strokes) == bits(drawing)
    assert (found.label, found.brush, found.predicted, found.probability, found.network) == (
        label, brush, predicted, probability, network
    )  # fmt: skip
    assert same([found], [added])
    assert found.digest == added.digest


def test_any_name_of_a_network_can_be_stored(store: DrawingStore) -> None:
    assert store.add(strokes(0), 1, 2.0, network="\ud800 a\nb\x00" + "x" * 500).network == "? a?b?" + "x" * 194


@pytest.mark.parametrize(
    ("drawing", "fault"),
    [
        ([], "nothing drawn"),
        ([np.empty((0, 2))], "nothing drawn"),
        ([[]], "made of strokes"),
        ([np.zeros(4)], "made of strokes"),
        ([np.zeros((4, 3))], "made of strokes"),
        ([np.zeros((1, 4, 2))], "made of strokes"),
        ([["a", "b"]], "made of strokes"),
        ([[[1, 2], [3]]], "made of strokes"),
        ([None], "made of strokes"),
        ([np.array([[1, np.nan]])], "too far from the canvas"),
        ([np.zeros((2, 2)), np.array([[np.inf, 1]])], "too far from the canvas"),
        ([np.array([[1e300, 1]])], "too far from the canvas"),
        ([np.array([[1, -1e6]])], "too far from the canvas"),
        ([np.zeros((MAX_POINTS, 2)), np.zeros((1, 2))], "200,001 points, and can be stored with 200,000"),
        ([np.array([[0, 0], [0, 27]] * 600)], "longer than 1,000 times its size"),
        ([np.array([[0, 0], [0, 27_000]] * 50)] * 12, "longer than 1,000 times its size"),
    ],
)
def test_invalid_strokes_are_refused(store: DrawingStore, drawing: Strokes, fault: str) -> None:
    with pytest.raises(DrawingsError, match=fault):
        store.add(drawing, 7, 2.0)
    assert store.all() == []


def test_a_drawing_with_as_many_points_as_allowed(store: DrawingStore) -> None:
    angle = np.linspace(0, 100, MAX_POINTS)
    drawing = [np.column_stack((np.cos(angle), np.sin(angle))).astype(np.float32) * 10 + 14]
    assert bits(store.get(store.add(drawing, 7, 2.0).id).strokes) == bits(drawing)


@pytest.mark.parametrize("label", [-1, 10, None, "7", 7.5, np.nan])
def test_invalid_labels_are_refused(store: DrawingStore, label: int) -> None:
    with pytest.raises(DrawingsError, match="a digit from 0 to 9"):
        store.add(strokes(0), label, 2.0)
    drawing = store.add(strokes(0), np.uint8(7), 2.0)  # type: ignore[arg-type]
    with pytest.raises(DrawingsError, match="a digit from 0 to 9"):
        store.relabel([drawing.id], label)
    with pytest.raises(DrawingsError, match="a digit from 0 to 9"):
        store.add(strokes(0), 7, 2.0, predicted=10 if label is None else label)
    assert same(store.all(), [drawing])
    assert type(store.all()[0].label) is int


@pytest.mark.parametrize("brush", [0.0, -1.0, np.nan, np.inf])
def test_invalid_brushes_are_refused(store: DrawingStore, brush: float) -> None:
    with pytest.raises(DrawingsError, match="brush"):
        store.add(strokes(0), 7, brush)


@pytest.mark.parametrize("probability", [-0.1, 1.1, np.nan])
def test_invalid_probabilities_are_refused(store: DrawingStore, probability: float) -> None:
    with pytest.raises(DrawingsError, match="probability"):
        store.add(strokes(0), 7, 2.0, 7, probability)


# Order and labels


def test_the_oldest_drawing_comes_first(store: DrawingStore) -> None:
    drawings = filled(store, 5)
    assert same(store.all(), drawings)
    store.delete([drawings[-1].id])
    assert same(store.all(), drawings[:-1])


def test_a_drawing_can_be_relabelled(store: DrawingStore) -> None:
    drawings = filled(store, 3)
    store.relabel([drawings[1].id], 8)
    found = store.all()
    assert [drawing.label for drawing in found] == [0, 8, 2]
    assert same([found[0], found[2]], [drawings[0], drawings[2]])
    assert facts(found[1]) == facts(drawings[1]) | {"label": 8}


# Deleting


def test_deleted_drawings_can_be_restored_until_they_are_purged(store: DrawingStore) -> None:
    drawings = filled(store, 5)
    ids = [drawing.id for drawing in drawings]
    assert store.delete(ids[1:3]) == 2
    assert store.delete(ids[2:4]) == 1
    assert same(store.all(), [drawings[0], drawings[4]])
    assert same([store.get(ids[1])], [drawings[1]])
    assert store.purge() == 0  # another window may still offer to restore them
    assert store.restore(ids) == 3
    assert same(store.all(), drawings)
    store.delete(iter(ids[:2]))
    assert store.purge(0) == 2
    assert store.restore(ids) == 0
    assert same(DrawingStore(store.folder).all(), drawings[2:])
    with pytest.raises(DrawingsError, match="no longer there: it was deleted for good"):
        store.get(ids[0])
    assert store.relabel(ids, 9) == 3
    assert [drawing.label for drawing in store.all()] == [9, 9, 9]
    assert store.delete([]) == store.restore([]) == store.relabel([], 3) == 0


# Threads and processes


def test_two_stores_in_many_threads(store: DrawingStore) -> None:
    errors: list[Exception] = []

    def work(number: int) -> None:
        try:
            mine = store if number % 2 else DrawingStore(store.folder)
            for seed in range(number * 100, number * 100 + 12):
                drawing = mine.add(strokes(seed), 3, 2.0, network=str(seed))
                mine.relabel([drawing.id], 4)
                if seed % 3 == 0:
                    mine.delete([drawing.id])
                assert any(found.id == drawing.id for found in mine.all()) == (seed % 3 != 0)
                assert mine.unreadable == 0
        except Exception as error:  # noqa: BLE001 - reported below
            errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    found = DrawingStore(store.folder).all()
    seeds = sorted(int(drawing.network) for drawing in found)
    assert seeds == [s for number in range(6) for s in range(number * 100, number * 100 + 12) if s % 3]
    for drawing in found:
        assert bits(drawing.strokes) == bits(strokes(int(drawing.network)))
        assert drawing.label == 4


PROGRAM = """
import sys
sys.path[:0] = sys.argv[3:]
from test_drawings import *
print("ready", flush=True)
sys.stdin.readline()
store = DrawingStore(sys.argv[1])
for seed in range(int(sys.argv[2]), int(sys.argv[2]) + 15):
    store.add(strokes(seed), seed % 10, 2.0, network=str(seed))
    assert store.all()
print(store.notice)
"""


def test_a_file_that_another_program_moves_away_meanwhile(store: DrawingStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before this one has the lock, at any moment."""
    filled(store, 1)
    exists, opening = Path.exists, Database.opening

    def exists_and_is_moved(path: Path) -> bool:
        found = exists(path)
        if path.name == "drawings.db" and found:
            path.rename(path.with_name("drawings (damaged 2026-11-30 05.00.00).db"))
        return found

    def with_the_lock(database: Database, lock_name: str) -> AbstractContextManager[Any]:
        monkeypatch.setattr(Path, "exists", exists)
        return opening(database, lock_name)

    monkeypatch.setattr(Path, "exists", exists_and_is_moved)
    monkeypatch.setattr(Database, "opening", with_the_lock)
    assert len(DrawingStore(store.folder).all()) == 1


def test_programs_that_open_a_damaged_file_at_the_same_time(store: DrawingStore) -> None:
    before = filled(store, 4)
    path = store.folder / "drawings.db"
    with path.open("ab") as file:  # a page that is not in use
        file.write(b"damaged" * 10_000)
    content = bytearray(path.read_bytes())
    content[28:32] = (len(content) // 4096).to_bytes(4, "big")
    path.write_bytes(content)
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(store.folder), str(first), str(ROOT), str(Path(__file__).parent)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for first in (100, 200, 300)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    notices = []
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        output, errors = program.communicate(timeout=60)
        assert not errors
        notices.append(output.strip())
    (aside,) = store.folder.glob("drawings (damaged *).db")
    sentence = f"was damaged: 4 drawings were found again in it, and it is kept as “{aside.name}”."
    assert sorted(notices) == ["", "", f"The file of your drawings {sentence}"]
    found = DrawingStore(store.folder).all()
    assert same(found[:4], before)
    assert sorted(int(drawing.network) for drawing in found[4:]) == [
        first + i for first in (100, 200, 300) for i in range(15)
    ]
    assert all(bits(drawing.strokes) == bits(strokes(int(drawing.network))) for drawing in found[4:])


# The validation split


def test_a_drawing_stays_in_its_split(store: DrawingStore, tmp_path: Path) -> None:
    drawings = filled(store, 60)
    training, validation = train_validation_split(drawings)
    assert len(training) + len(validation) == 60
    assert {d.digest for d in validation} == {d.digest for d in drawings if is_validation(d)}
    validation_digests = {drawing.digest for drawing in validation}

    for drawing in drawings[::3]:
        store.relabel([drawing.id], (drawing.label + 1) % 10)
    store.delete([drawing.id for drawing in drawings[1::3]])
    filled(store, 20, first=1000)
    store.export(tmp_path / "mine.npz")
    other = DrawingStore(tmp_path / "other")
    filled(other, 20, first=2000)
    other.import_(tmp_path / "mine.npz")
    for now in (store, other):
        known = {drawing.digest for drawing in drawings}
        training, validation = train_validation_split(now.all())
        assert {d.digest for d in validation} & known <= validation_digests
        assert not {d.digest for d in training} & validation_digests


def test_the_split_is_the_same_on_every_computer() -> None:
    """It must never change, or networks would be measured on drawings that they were trained on."""
    drawing = Drawing([np.array([[1, 2], [3, 4]], np.float32), np.array([[5, 6]], np.float32)], 7, 2.0)
    # The length of the ends in bytes, the ends, the points.
    content = struct.pack("<q2i6f", 8, 2, 3, 1, 2, 3, 4, 5, 6)
    assert (
        drawing.digest
        == hashlib.sha256(content).hexdigest()
        == "4cee0e2ad589e94df5f4b42180c261f0edf16e3c2c5a3749cdc85356e451aaf1"
    )
    position = int("4cee0e2ad589e", 16) / 16**13
    assert not is_validation(drawing, position)
    assert is_validation(drawing, position + 1e-12)


def test_different_strokes_have_different_digests() -> None:
    def digest(*arrays: npt.NDArray[np.float32]) -> str:
        return Drawing(list(arrays), 7, 2.0).digest

    a, b = strokes(0)
    others = [digest(a, b), digest(b, a), digest(np.concatenate([a, b])), digest(a), digest(a, b, b[:0]), digest(a, -b)]
    assert len(set(others)) == len(others)


def test_the_split_has_about_the_fraction_and_is_a_subset_of_larger_ones() -> None:
    drawings = [Drawing(strokes(seed), seed % 10, 2.0) for seed in range(3000)]
    smaller = set[int]()
    for fraction in (0.0, 0.05, 0.2, 0.5, 1.0):
        validation = {seed for seed, drawing in enumerate(drawings) if is_validation(drawing, fraction)}
        assert smaller <= validation
        smaller = validation
        # Four standard deviations, of all and of each digit.
        assert abs(len(validation) - fraction * 3000) <= 4 * np.sqrt(fraction * (1 - fraction) * 3000)
        for digit in range(10):
            n = sum(seed % 10 == digit for seed in validation)
            assert abs(n - fraction * 300) <= 4 * np.sqrt(fraction * (1 - fraction) * 300)


def test_texts_of_a_changed_file_are_one_line(store: DrawingStore) -> None:
    stored = store.add([np.ones((1, 2), np.float32)], 4, 2.0)
    with contextlib.closing(sqlite3.connect(store.folder / "drawings.db")) as db, db:
        db.execute("UPDATE drawings SET writer = 'Anna\nof\tSeoul', network = char(8238)")
    assert (store.get(stored.id).writer, store.get(stored.id).network) == ("Anna?of?Seoul", "?")
