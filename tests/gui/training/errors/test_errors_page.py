"""The mistakes of a network as a whole: moments, the matrix, the pictures, and words for all that may be missing."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QWidget

from engine.data.dataset import Dataset
from engine.errors import WeightsError
from engine.evaluate.confusion import worst_errors
from engine.evaluate.predict_dataset import Predict, predict_dataset
from engine.nn.network import NetworkSpec
from engine.types import FloatArray
from engine.weights import Weights
from gui.theme import Theme
from gui.training.errors import confusion_task
from gui.training.errors.cell_grid import Cell
from gui.training.errors.confusion_task import Moment
from gui.training.errors.errors_page import ErrorsPage


def bars(pictures: list[tuple[int, int, int]]) -> Dataset:
    """Each is a digit, what it looks like (a bar at that digit's height), and how bright the bar is."""
    images = np.zeros((len(pictures), 28, 28), np.uint8)
    for image, (_, looks, bright) in zip(images, pictures, strict=True):
        image[2 * looks : 2 * looks + 2] = bright
    return Dataset(images, np.array([digit for digit, _, _ in pictures], np.uint8), "bars")


def reader_of_bars(shift: int = 0) -> Weights:
    """Reads a bar as what it looks like, or ``shift`` more; the surer the brighter it is."""
    W = np.zeros((784, 10), np.float32)
    for digit in range(10):
        W[56 * digit : 56 * digit + 56, (digit + shift) % 10] = 0.1
    return Weights(NetworkSpec.mlp(()), {"W1": W, "b1": np.zeros(10, np.float32)})


# Of a hundred, three 4s look like a 9 and one 7 like a 1; the brightest mistake is number 40.
PICTURES = [(i % 10, i % 10, 200) for i in range(100)]
for place, (looks, brightness) in {4: (9, 120), 14: (9, 180), 40: (6, 250), 44: (9, 150), 77: (1, 100)}.items():
    PICTURES[place] = (place % 10, looks, brightness)
BARS = bars(PICTURES)
RIGHT = Moment("epoch 3", reader_of_bars)
WRONG = Moment("epoch 1", lambda: reader_of_bars(shift=1))


@pytest.fixture
def panel(qtbot, theme: Theme) -> Iterator[ErrorsPage]:
    # Not qtbot.addWidget: it would delete the widget before its thread has ended.
    made = ErrorsPage(theme)
    made.resize(970, 530)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.shut_down()
    qtbot.waitUntil(lambda: not made.busy)
    made.close()
    made.deleteLater()


def show(panel: ErrorsPage, qtbot, moments: list[Moment], dataset: Dataset = BARS) -> None:
    panel.show_network("784-10", moments, dataset)
    settle(panel, qtbot)


def settle(panel: ErrorsPage, qtbot) -> None:
    qtbot.waitUntil(lambda: not panel.busy and not panel.reader.reading)


def text(panel: ErrorsPage, name: str) -> str:
    return panel.findChild(QLabel, name).text()


def seen(panel: ErrorsPage, name: str) -> bool:
    return panel.findChild(QWidget, name).isVisible()


def which(panel: ErrorsPage) -> list[int]:
    return panel.gallery.list.pictures.which.tolist()


def choose(panel: ErrorsPage, cell: Cell) -> None:
    place = panel.table.matrix.grid().rect(cell).center()
    QTest.mouseClick(panel.table.matrix, Qt.MouseButton.LeftButton, pos=place)


def said(shift: int = 0) -> FloatArray:
    return predict_dataset(reader_of_bars(shift).network().predict, BARS)


# -- a network


def test_a_network_is_read(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT])
    table = panel.table.matrix.table
    assert table is not None
    assert (table[4, 9], table[7, 1], table[0, 6], table[4, 4], table[3, 3]) == (3, 1, 1, 7, 10)
    assert table.sum() == 100
    assert text(panel, "mistakes-title") == "784-10"
    assert text(panel, "mistakes-total") == "95.00 %"
    assert panel.table.facts == "right: 95 of 100 · bars"
    assert which(panel) == [40, 14, 44, 4, 77] == worst_errors(said(), BARS.labels).tolist()
    assert not seen(panel, "mistakes-slider")
    assert not seen(panel, "mistakes-cancel")
    assert not seen(panel, "mistakes-progress")


def test_a_cell_opens_its_pictures(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT])
    choose(panel, (4, 9))
    assert which(panel) == [14, 44, 4]
    assert text(panel, "mistakes-readout").startswith("4 read as 9: 3 pictures of 10")
    panel.findChild(QPushButton, "all-mistakes").click()
    assert (panel.table.matrix.chosen, len(which(panel))) == (None, 5)
    choose(panel, (4, 9))
    QTest.keyClick(panel.table.matrix, Qt.Key.Key_Escape)
    assert len(which(panel)) == 5


def test_a_picture_is_opened_with_its_probabilities(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT])
    with qtbot.waitSignal(panel.picture_chosen) as heard:
        QTest.keyClick(panel.gallery.list, Qt.Key.Key_Right)
        QTest.keyClick(panel.gallery.list, Qt.Key.Key_Return)
    picture, probabilities = heard.args
    np.testing.assert_array_equal(picture.ravel(), BARS.pixels()[40])
    np.testing.assert_array_equal(probabilities, said()[40])
    assert panel.table.matrix.cell_text((4, 9)) == "3"
    QTest.mouseClick(panel.findChild(QPushButton, "mistakes-units-1"), Qt.MouseButton.LeftButton)
    assert panel.table.matrix.cell_text((4, 9)) == "30.0"


def test_the_keyboard_comes_by_all_of_it(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [WRONG, RIGHT])
    choose(panel, (4, 9))
    panel.findChild(QWidget, "mistakes-units-0").setFocus()
    names = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert names[:5] == ["mistakes-units-0", "mistakes-slider", "confusion-matrix", "all-mistakes", "mistake-pictures"]


# -- moments


def test_the_last_moment_is_shown_first_and_the_slider_shows_the_others(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [WRONG, RIGHT])
    slider = panel.table.moments.slider
    assert seen(panel, "mistakes-slider")
    assert (text(panel, "mistakes-moment"), text(panel, "mistakes-total")) == ("epoch 3", "95.00 %")
    QTest.keyClick(slider, Qt.Key.Key_Left)
    settle(panel, qtbot)
    assert (text(panel, "mistakes-moment"), text(panel, "mistakes-total")) == ("epoch 1", "0 %")
    assert slider.accessibleDescription() == "epoch 1"
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert text(panel, "mistakes-total") == "95.00 %"  # at once: it is remembered


def test_a_cell_stays_chosen_over_the_moments(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [WRONG, RIGHT])
    choose(panel, (4, 9))
    panel.table.moments.slider.setValue(0)
    settle(panel, qtbot)
    assert panel.table.matrix.chosen == (4, 9)
    assert panel.gallery.nothing == "No 4 was read as 9."
    show(panel, qtbot, [RIGHT])
    assert panel.table.matrix.chosen is None


def test_while_the_slider_is_dragged_only_the_last_place_is_read(panel: ErrorsPage, qtbot) -> None:
    loaded: list[int] = []
    begun, go = threading.Event(), threading.Event()

    def load(number: int) -> Weights:
        loaded.append(number)
        begun.set()
        assert go.wait(20)
        return reader_of_bars(number % 10)

    moments = [Moment(f"epoch {i}", lambda i=i: load(i)) for i in range(21)]
    panel.show_network("784-10", moments, BARS)
    assert begun.wait(20)
    for i in range(20, 9, -1):
        panel.table.moments.slider.setValue(i)
    go.set()
    settle(panel, qtbot)
    assert loaded == [20, 10]
    assert (text(panel, "mistakes-moment"), text(panel, "mistakes-total")) == ("epoch 10", "95.00 %")


# -- what takes long


class Held:
    """In the place of ``predict_dataset``: batches of ten, each of which waits to be let through."""

    def __init__(self) -> None:
        self._through = threading.Semaphore(0)

    def let(self, batches: int) -> None:
        self._through.release(batches)

    def __call__(self, predict: Predict, dataset: Dataset, batch_size: int) -> FloatArray:
        assert self._through.acquire(timeout=20)
        return predict_dataset(predict, dataset, batch_size)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, panel: ErrorsPage) -> Iterator[Held]:
    made = Held()
    monkeypatch.setattr(confusion_task, "predict_dataset", made)
    monkeypatch.setattr(confusion_task, "_TELL_SECONDS", 0)
    monkeypatch.setattr(confusion_task, "_MOST_BATCH", 10)
    yield made
    panel.shut_down()
    made.let(1000)


def read_so_far(panel: ErrorsPage) -> int:
    table = panel.table.matrix.table
    return 0 if table is None else int(table.sum())


def test_the_table_fills_while_it_is_read(panel: ErrorsPage, held: Held, qtbot) -> None:
    panel.show_network("784-10", [RIGHT], BARS)
    bar = panel.findChild(QProgressBar, "mistakes-progress")
    assert panel.table.facts == "Opening the network…"
    assert panel.gallery.nothing == "The mistakes will appear here."
    assert (bar.isVisible(), bar.maximum()) == (True, 0)
    panel.grab()
    held.let(5)
    qtbot.waitUntil(lambda: read_so_far(panel) == 50)
    # Of the first fifty, four are read wrong.
    assert text(panel, "mistakes-total") == "92.00 %"
    assert panel.table.facts == "right so far; 50 of 100 read"
    assert (bar.value(), bar.maximum()) == (50, 100)
    qtbot.waitUntil(lambda: which(panel) == [40, 14, 44, 4])
    held.let(5)
    settle(panel, qtbot)
    assert not bar.isVisible()
    assert panel.table.facts == "right: 95 of 100 · bars"


def test_it_is_cancelled_and_gone_on_with(panel: ErrorsPage, held: Held, qtbot) -> None:
    panel.show_network("784-10", [RIGHT], BARS)
    button = panel.findChild(QPushButton, "mistakes-cancel")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (button.text(), panel.table.facts) == ("Go on", "Stopped before it had begun.")
    held.let(1)
    qtbot.waitUntil(lambda: not panel.busy)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    held.let(2)
    # 30, where the first reading had ended before it took what was let through for it.
    qtbot.waitUntil(lambda: read_so_far(panel) >= 20)
    assert button.text() == "Cancel"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    read = read_so_far(panel)
    assert (button.text(), panel.table.facts) == ("Go on", f"right; stopped after {read} of 100")
    assert not seen(panel, "mistakes-progress")
    held.let(100)
    qtbot.waitUntil(lambda: not panel.busy)
    assert read_so_far(panel) == read
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(panel, qtbot)
    assert (read_so_far(panel), button.isVisible()) == (100, False)


def test_what_a_person_looks_through_stays_until_all_is_read(panel: ErrorsPage, held: Held, qtbot) -> None:
    panel.show_network("784-10", [RIGHT], BARS)
    held.let(2)
    qtbot.waitUntil(lambda: read_so_far(panel) == 20)
    panel.gallery.list.setFocus()
    qtbot.waitUntil(panel.gallery.list.hasFocus)
    held.let(3)
    qtbot.waitUntil(lambda: read_so_far(panel) == 50)
    qtbot.waitUntil(lambda: which(panel) == [14, 4])
    held.let(5)
    settle(panel, qtbot)
    assert which(panel) == [40, 14, 44, 4, 77]
    # Another network is another matter.
    panel.show_network("784-10", [WRONG], BARS)
    held.let(1)
    qtbot.waitUntil(lambda: read_so_far(panel) == 10)
    assert len(which(panel)) == 10


def test_what_was_there_before_stays_a_moment_and_then_goes(panel: ErrorsPage, held: Held, qtbot) -> None:
    held.let(10)
    show(panel, qtbot, [WRONG, RIGHT])
    panel.table.moments.slider.setValue(0)
    assert read_so_far(panel) == 100
    qtbot.waitUntil(lambda: panel.table.facts == "Opening the network…")
    assert panel.table.matrix.table is None
    held.let(10)
    settle(panel, qtbot)
    assert read_so_far(panel) == 100


def test_to_close_the_window_it_is_shut_down(panel: ErrorsPage, held: Held, qtbot) -> None:
    panel.show_network("784-10", [RIGHT], BARS)
    held.let(1)
    qtbot.waitUntil(lambda: read_so_far(panel) == 10)
    assert panel.busy
    with qtbot.waitSignal(panel.at_rest):
        panel.shut_down()
        held.let(1)
    assert not panel.busy
    assert read_so_far(panel) == 10


def test_nothing_is_read_before_it_can_be_seen(panel: ErrorsPage, qtbot) -> None:
    panel.hide()
    panel.show_network("784-10", [WRONG, RIGHT], BARS)
    panel.table.moments.slider.setValue(0)
    assert not panel.busy
    panel.show()
    settle(panel, qtbot)
    assert text(panel, "mistakes-total") == "0 %"


# -- what may be missing


def test_there_is_nothing_to_show(panel: ErrorsPage, qtbot) -> None:
    assert "Choose a run" in panel.nothing
    show(panel, qtbot, [RIGHT])
    assert panel.nothing == ""
    panel.clear()
    assert "Choose a run" in panel.nothing
    panel.show_network("784-10", [], BARS)
    assert "Nothing that could read is kept" in panel.nothing
    panel.show_network("784-10", [RIGHT], BARS.subset(slice(0, 0)))
    assert "no pictures" in panel.nothing
    assert not panel.busy


def test_no_mistakes_at_all(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT], bars([(i, i, 200) for i in range(10)]))
    assert text(panel, "mistakes-total") == "100 %"
    assert panel.gallery.nothing == "No mistakes: every picture was read right."


def failing() -> Weights:
    raise WeightsError("“epoch 1.safetensors” is damaged.")


def test_a_moment_that_cannot_be_opened(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [Moment("epoch 1", failing), RIGHT])
    panel.table.moments.slider.setValue(0)
    settle(panel, qtbot)
    assert panel.table.trouble == "“epoch 1.safetensors” is damaged."
    assert text(panel, "mistakes-readout") == ""
    assert not seen(panel, "mistakes-progress")
    panel.table.moments.slider.setValue(1)
    settle(panel, qtbot)
    assert (panel.table.trouble, read_so_far(panel)) == ("", 100)
    assert text(panel, "mistakes-readout").startswith("Point at a cell")


def test_a_network_that_has_diverged(panel: ErrorsPage, qtbot) -> None:
    weights = reader_of_bars()
    weights.params["W1"][:] = 3e38
    show(panel, qtbot, [Moment("the end", lambda: weights)])
    QTest.keyClick(panel.gallery.list, Qt.Key.Key_Right)
    panel.grab()
    assert read_so_far(panel) == 100
    assert text(panel, "mistakes-total") == "10.00 %"


def test_pictures_of_no_digit_are_no_mistakes(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT], bars([*PICTURES, (10, 3, 200)]))
    assert panel.table.facts == "right: 95 of 100 · bars"
    assert len(which(panel)) == 5


def test_everything_has_room_in_every_theme(panel: ErrorsPage, theme: Theme, qtbot) -> None:
    show(panel, qtbot, [WRONG, RIGHT])
    choose(panel, (4, 9))
    QTest.keyClick(panel.gallery.list, Qt.Key.Key_Right)
    for size, scheme in (((820, 460), "dark"), ((1880, 980), "light")):
        theme.choose(scheme)
        panel.resize(*size)
        QApplication.processEvents()
        assert (panel.width(), panel.height()) == size
        assert panel.grab().toImage().pixelColor(20, 8) == theme.colour("surface")
        for label in panel.findChildren(QLabel):
            if label.isVisible():
                assert label.width() >= label.minimumSizeHint().width(), label.objectName()
        matrix = panel.table.matrix
        assert matrix.rect().contains(matrix.grid().rect((9, 9)))
