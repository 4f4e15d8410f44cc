"""Closing the window while the stored drawings are read: it does not wait, and no change is lost."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from engine.data.pen_strokes import PenDigits, save_pen
from engine.drawings import DrawingStore
from engine.ink.strokes import Stroke
from engine.types import FloatArray
from gui.draw.handwriting import async_drawing_store
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore


class Pause:
    """Stops another thread at its first call of ``reached``, until ``go_on``; counts the values of all calls."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self._reached, self._going_on = Event(), Event()

    def reached(self, value: object) -> None:
        self.values.append(value)
        self._reached.set()
        assert self._going_on.wait(10)

    def wait(self, qtbot) -> None:
        qtbot.waitUntil(self._reached.is_set)

    def go_on(self) -> None:
        self._going_on.set()


@pytest.fixture
def centring(monkeypatch: pytest.MonkeyPatch) -> Pause:
    """Pauses at the first of the drawings, which are centred one after the other."""
    pause, centre = Pause(), async_drawing_store.centre_drawings

    def centred(drawings: list[list[Stroke]]) -> FloatArray:
        pause.reached(len(drawings))
        return centre(drawings)

    monkeypatch.setattr(async_drawing_store, "_CENTRED", 1)
    monkeypatch.setattr(async_drawing_store, "centre_drawings", centred)
    return pause


@pytest.fixture
def three(tmp_path: Path, qtbot) -> Iterator[AsyncDrawingStore]:
    """A store of three drawings, which are not read yet."""
    files = DrawingStore(tmp_path / "three")
    for label in range(3):
        files.add(line(label), label, 2.0, None, None, "")
    made = AsyncDrawingStore(files.folder)
    yield made
    idle(made, qtbot)
    made.deleteLater()


def line(x: int) -> list[Stroke]:
    return [np.array([[x, 3], [9, 9]], np.float32)]


def idle(store: AsyncDrawingStore, qtbot) -> None:
    qtbot.waitUntil(lambda: not store.busy)


def labels(store: AsyncDrawingStore) -> list[int]:
    return [drawing.label for drawing in store.drawings]


def test_reading_is_cancelled_and_what_waits_behind_it_is_stored(three: AsyncDrawingStore, centring, qtbot) -> None:
    three.open()
    three.keep(line(5), 5, 2.0, None, None, "")
    three.keep(line(6), 6, 2.0, None, None, "")
    centring.wait(qtbot)
    three.shut_down()
    centring.go_on()
    with qtbot.waitSignals([three.kept, three.kept, three.ended]):
        pass
    assert labels(three) == [5, 6]
    # One of the three, and those that were kept.
    assert centring.values == [1, 1, 1]
    three.go_on()
    qtbot.waitUntil(lambda: labels(three) == [0, 1, 2, 5, 6])
    assert set(three.images) == {drawing.id for drawing in three.drawings}


def test_reading_that_waits_behind_a_change_is_cancelled_too(three: AsyncDrawingStore, centring, qtbot) -> None:
    centring.go_on()
    three.relabel([], 3)
    three.open()
    three.shut_down()
    idle(three, qtbot)
    three.open()
    idle(three, qtbot)
    assert centring.values == []
    three.go_on()
    qtbot.waitUntil(lambda: labels(three) == [0, 1, 2])


def test_nothing_is_read_for_a_drawing_that_is_kept_while_the_window_closes(
    three: AsyncDrawingStore, centring, qtbot
) -> None:
    centring.go_on()
    three.shut_down()
    with qtbot.waitSignal(three.kept):
        three.keep(line(5), 5, 2.0, None, None, "")
    idle(three, qtbot)
    assert centring.values == [1]
    three.go_on()
    qtbot.waitUntil(lambda: labels(three) == [0, 1, 2, 5])


def test_the_window_stays_open_while_the_cancelled_reading_ends(three: AsyncDrawingStore, centring, qtbot) -> None:
    three.open()
    centring.wait(qtbot)
    for _ in range(2):
        three.shut_down()
        three.go_on()
    centring.go_on()
    qtbot.waitUntil(lambda: labels(three) == [0, 1, 2])
    # Drawings that were read are not read again.
    idle(three, qtbot)
    three.shut_down()
    three.go_on()
    assert not three.busy


def test_an_import_is_not_cancelled(three: AsyncDrawingStore, centring, qtbot, tmp_path: Path) -> None:
    pen = PenDigits([line(7), line(8)], np.array([7, 8], np.uint8), [""] * 2, [""] * 2)
    save_pen(tmp_path / "pen.npz", pen)
    with qtbot.waitSignal(three.imported):
        three.import_(tmp_path / "pen.npz")
        centring.wait(qtbot)
        three.shut_down()
        centring.go_on()
    assert labels(three) == [0, 1, 2, 7, 8]


def test_that_a_damaged_file_was_moved_aside_is_told_once_where_reading_is_cancelled(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "drawings.db").write_bytes(b"damaged" * 1000)
    store, problems, pause, purge = AsyncDrawingStore(tmp_path), list[str](), Pause(), DrawingStore.purge
    store.problem.connect(problems.append)
    # As the window does.
    store.problem.connect(store.go_on)
    monkeypatch.setattr(DrawingStore, "purge", lambda store: (pause.reached(0), purge(store))[1])
    store.open()
    pause.wait(qtbot)
    store.shut_down()
    pause.go_on()
    qtbot.waitUntil(lambda: len(pause.values) == 2)
    idle(store, qtbot)
    assert len(problems) == 1
    assert "damaged" in problems[0]
    store.deleteLater()
