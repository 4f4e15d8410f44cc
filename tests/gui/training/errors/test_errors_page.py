"""The errors of a network as a whole: checkpoints, the matrix, the images, and messages for what may be missing."""

import threading
from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from held_predictions import HeldPredictions
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QWidget

from engine.data.dataset import Dataset
from engine.errors import WeightsError
from engine.evaluate.confusion import worst_errors
from engine.evaluate.predict_dataset import predict_dataset
from engine.nn.network_spec import NetworkSpec
from engine.types import FloatArray
from engine.weights import Weights
from gui.theme import Theme
from gui.training.errors import prediction_task
from gui.training.errors.errors_page import ErrorsPage
from gui.training.errors.prediction_task import Snapshot
from gui.widgets.array_view import Cell


def bars(images_of: list[tuple[int, int, int]]) -> Dataset:
    """Of each image the label, the digit that it looks like (a bar at that digit's height), and its brightness."""
    images = np.zeros((len(images_of), 28, 28), np.uint8)
    for image, (_, looks, bright) in zip(images, images_of, strict=True):
        image[2 * looks : 2 * looks + 2] = bright
    return Dataset(images, np.array([digit for digit, _, _ in images_of], np.uint8), "bars")


def bar_weights(shift: int = 0) -> Weights:
    """Predicts what a bar looks like, or ``shift`` more; the brighter it is, the more confident."""
    W = np.zeros((784, 10), np.float32)
    for digit in range(10):
        W[56 * digit : 56 * digit + 56, (digit + shift) % 10] = 0.1
    return Weights(NetworkSpec.mlp(()), {"W1": W, "b1": np.zeros(10, np.float32)})


# Of a hundred, three 4s look like a 9 and one 7 like a 1; the brightest error is number 40.
IMAGES = [(i % 10, i % 10, 200) for i in range(100)]
for place, (looks, brightness) in {4: (9, 120), 14: (9, 180), 40: (6, 250), 44: (9, 150), 77: (1, 100)}.items():
    IMAGES[place] = (place % 10, looks, brightness)
BARS = bars(IMAGES)
RIGHT = Snapshot("epoch 3", bar_weights)
WRONG = Snapshot("epoch 1", lambda: bar_weights(shift=1))


@pytest.fixture
def panel(qtbot, theme: Theme) -> Iterator[ErrorsPage]:
    # Not qtbot.addWidget: it would delete the widget before its thread has ended.
    made = ErrorsPage(theme)
    theme.style(made)
    made.resize(970, 530)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.shut_down()
    qtbot.waitUntil(lambda: not made.busy)
    made.close()
    made.deleteLater()


def show(panel: ErrorsPage, qtbot, snapshots: list[Snapshot], dataset: Dataset = BARS) -> None:
    panel.show_network("784-10", snapshots, dataset)
    settle(panel, qtbot)


def settle(panel: ErrorsPage, qtbot) -> None:
    qtbot.waitUntil(lambda: not panel.busy and not panel.predictor.running)


def text(panel: ErrorsPage, name: str) -> str:
    return panel.findChild(QLabel, name).text()


def seen(panel: ErrorsPage, name: str) -> bool:
    return panel.findChild(QWidget, name).isVisible()


def which(panel: ErrorsPage) -> list[int]:
    return panel.gallery.list.images.which.tolist()


def choose(panel: ErrorsPage, cell: Cell) -> None:
    place = panel.card.matrix.cell_rect(cell).center().toPoint()
    QTest.mouseClick(panel.card.matrix, Qt.MouseButton.LeftButton, pos=place)


def predictions(shift: int = 0) -> FloatArray:
    return predict_dataset(bar_weights(shift).network().predict, BARS)


# -- a network


def test_a_chosen_cell_does_not_outlive_its_images(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT])
    choose(panel, (4, 9))
    fewer = bars(IMAGES[:30])
    show(panel, qtbot, [RIGHT], fewer)
    assert panel.card.matrix.selected is None
    assert which(panel) == [14, 4]


def test_results_of_networks_shown_long_ago_are_forgotten(panel: ErrorsPage, qtbot) -> None:
    """Each training adds a network; their results would take more and more memory."""
    loads = []

    def load(name: str) -> Weights:
        loads.append(name)
        return bar_weights()

    names = [str(i) for i in range(12)]
    for name in [*names, "11", "0"]:
        show(panel, qtbot, [Snapshot("now", partial(load, name), key=name)])
    assert loads == [*names, "0"]


def test_a_network_is_evaluated(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT])
    table = panel.card.matrix.table
    assert table is not None
    assert (table[4, 9], table[7, 1], table[0, 6], table[4, 4], table[3, 3]) == (3, 1, 1, 7, 10)
    assert table.sum() == 100
    assert text(panel, "errors-title") == "784-10"
    assert text(panel, "errors-accuracy") == "95.00 %"
    assert text(panel, "errors-facts") == "correct: 95 of 100 · bars"
    assert which(panel) == [40, 14, 44, 4, 77] == worst_errors(predictions(), BARS.labels).tolist()
    assert not seen(panel, "errors-slider")
    assert not seen(panel, "errors-cancel")
    assert not seen(panel, "errors-progress")


def test_a_cell_shows_its_images(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT])
    choose(panel, (4, 9))
    assert which(panel) == [14, 44, 4]
    assert text(panel, "errors-description").startswith("4 predicted as 9: 3 of 10 images")
    panel.findChild(QPushButton, "all-errors").click()
    assert (panel.card.matrix.selected, len(which(panel))) == (None, 5)
    choose(panel, (4, 9))
    QTest.keyClick(panel.card.matrix, Qt.Key.Key_Escape)
    assert len(which(panel)) == 5


def test_an_image_is_opened_with_its_label_and_the_network_of_the_checkpoint(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT])
    with qtbot.waitSignal(panel.image_opened) as opened:
        QTest.keyClick(panel.gallery.list, Qt.Key.Key_Right)
        QTest.keyClick(panel.gallery.list, Qt.Key.Key_Return)
    image, label, weights, name = opened.args
    np.testing.assert_array_equal(image.ravel(), BARS.pixels()[40])
    assert label == BARS.labels[40]
    np.testing.assert_array_equal(weights.params["W1"], bar_weights().params["W1"])
    assert name.endswith("epoch 3")
    assert panel.card.matrix.number((4, 9)) == "3"
    QTest.mouseClick(panel.findChild(QPushButton, "errors-units-1"), Qt.MouseButton.LeftButton)
    assert panel.card.matrix.number((4, 9)) == "30.0"


def test_the_tab_key_goes_to_everything(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [WRONG, RIGHT])
    choose(panel, (4, 9))
    panel.findChild(QWidget, "errors-units-0").setFocus()
    names = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert names[:5] == ["errors-units-0", "errors-slider", "confusion-matrix", "all-errors", "error-images"]


# -- checkpoints


def test_the_last_checkpoint_is_shown_first_and_the_slider_shows_the_others(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [WRONG, RIGHT])
    slider = panel.card.checkpoints.slider
    assert seen(panel, "errors-slider")
    assert (text(panel, "errors-checkpoint"), text(panel, "errors-accuracy")) == ("epoch 3", "95.00 %")
    QTest.keyClick(slider, Qt.Key.Key_Left)
    settle(panel, qtbot)
    assert (text(panel, "errors-checkpoint"), text(panel, "errors-accuracy")) == ("epoch 1", "0 %")
    assert slider.accessibleDescription() == "epoch 1"
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert text(panel, "errors-accuracy") == "95.00 %"  # at once: it is cached


def test_a_cell_stays_selected_over_the_checkpoints(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [WRONG, RIGHT])
    choose(panel, (4, 9))
    panel.card.checkpoints.slider.setValue(0)
    settle(panel, qtbot)
    assert panel.card.matrix.selected == (4, 9)
    assert text(panel, "images-empty") == "No 4 was predicted as 9."
    show(panel, qtbot, [RIGHT])
    assert panel.card.matrix.selected is None


def test_while_the_slider_is_dragged_only_the_last_checkpoint_is_predicted(panel: ErrorsPage, qtbot) -> None:
    loaded: list[int] = []
    started, go = threading.Event(), threading.Event()

    def load(number: int) -> Weights:
        loaded.append(number)
        started.set()
        assert go.wait(20)
        return bar_weights(number % 10)

    snapshots = [Snapshot(f"epoch {i}", lambda i=i: load(i)) for i in range(21)]
    panel.show_network("784-10", snapshots, BARS)
    assert started.wait(20)
    for i in range(20, 9, -1):
        panel.card.checkpoints.slider.setValue(i)
    go.set()
    settle(panel, qtbot)
    assert loaded == [20, 10]
    assert (text(panel, "errors-checkpoint"), text(panel, "errors-accuracy")) == ("epoch 10", "95.00 %")


# -- slow predictions


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, panel: ErrorsPage) -> Iterator[HeldPredictions]:
    made = HeldPredictions()
    monkeypatch.setattr(prediction_task, "predict_dataset", made)
    monkeypatch.setattr(prediction_task, "_REPORT_SECONDS", 0)
    monkeypatch.setattr(prediction_task, "_MAX_BATCH", 10)
    yield made
    panel.shut_down()
    made.let(1000)


def predicted_so_far(panel: ErrorsPage) -> int:
    table = panel.card.matrix.table
    return 0 if table is None else int(table.sum())


def test_the_table_fills_while_images_are_predicted(panel: ErrorsPage, held: HeldPredictions, qtbot) -> None:
    panel.show_network("784-10", [RIGHT], BARS)
    bar = panel.findChild(QProgressBar, "errors-progress")
    assert text(panel, "errors-facts") == "Loading the network…"
    assert text(panel, "images-empty") == "The errors will appear here."
    assert (bar.isVisible(), bar.maximum()) == (True, 0)
    panel.grab()
    held.let(5)
    qtbot.waitUntil(lambda: predicted_so_far(panel) == 50)
    # Of the first fifty, four are predicted wrongly.
    assert text(panel, "errors-accuracy") == "92.00 %"
    assert text(panel, "errors-facts") == "correct so far; 50 of 100 predicted"
    assert (bar.value(), bar.maximum()) == (50, 100)
    qtbot.waitUntil(lambda: which(panel) == [40, 14, 44, 4])
    held.let(5)
    settle(panel, qtbot)
    assert not bar.isVisible()
    assert text(panel, "errors-facts") == "correct: 95 of 100 · bars"


def test_it_is_cancelled_and_resumed(panel: ErrorsPage, held: HeldPredictions, qtbot) -> None:
    panel.show_network("784-10", [RIGHT], BARS)
    button = panel.findChild(QPushButton, "errors-cancel")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (button.text(), text(panel, "errors-facts")) == ("Resume", "Cancelled before the first image.")
    held.let(1)
    qtbot.waitUntil(lambda: not panel.busy)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    held.let(2)
    # 30, where the first prediction had ended before it took the batch that was released for it.
    qtbot.waitUntil(lambda: predicted_so_far(panel) >= 20)
    assert button.text() == "Cancel"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    n = predicted_so_far(panel)
    assert (button.text(), text(panel, "errors-facts")) == ("Resume", f"correct; cancelled after {n} of 100")
    assert not seen(panel, "errors-progress")
    held.let(100)
    qtbot.waitUntil(lambda: not panel.busy)
    assert predicted_so_far(panel) == n
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(panel, qtbot)
    assert (predicted_so_far(panel), button.isVisible()) == (100, False)


def test_images_in_use_stay_until_all_are_predicted(panel: ErrorsPage, held: HeldPredictions, qtbot) -> None:
    panel.show_network("784-10", [RIGHT], BARS)
    held.let(2)
    qtbot.waitUntil(lambda: predicted_so_far(panel) == 20)
    panel.gallery.list.setFocus()
    qtbot.waitUntil(panel.gallery.list.hasFocus)
    held.let(3)
    qtbot.waitUntil(lambda: predicted_so_far(panel) == 50)
    qtbot.waitUntil(lambda: which(panel) == [14, 4])
    held.let(5)
    settle(panel, qtbot)
    assert which(panel) == [40, 14, 44, 4, 77]
    # Of another network, all images are replaced at once.
    panel.show_network("784-10", [WRONG], BARS)
    held.let(1)
    qtbot.waitUntil(lambda: predicted_so_far(panel) == 10)
    assert len(which(panel)) == 10


def test_previous_results_stay_for_a_short_time(panel: ErrorsPage, held: HeldPredictions, qtbot) -> None:
    held.let(10)
    show(panel, qtbot, [WRONG, RIGHT])
    panel.card.checkpoints.slider.setValue(0)
    assert predicted_so_far(panel) == 100
    qtbot.waitUntil(lambda: text(panel, "errors-facts") == "Loading the network…")
    assert panel.card.matrix.table is None
    held.let(10)
    settle(panel, qtbot)
    assert predicted_so_far(panel) == 100


def test_it_is_shut_down_before_the_window_closes(panel: ErrorsPage, held: HeldPredictions, qtbot) -> None:
    panel.show_network("784-10", [RIGHT], BARS)
    held.let(1)
    qtbot.waitUntil(lambda: predicted_so_far(panel) == 10)
    assert panel.busy
    with qtbot.waitSignal(panel.ended):
        panel.shut_down()
        held.let(1)
    assert not panel.busy
    assert predicted_so_far(panel) == 10


def test_nothing_is_predicted_before_the_page_is_shown(panel: ErrorsPage, qtbot) -> None:
    panel.hide()
    panel.show_network("784-10", [WRONG, RIGHT], BARS)
    panel.card.checkpoints.slider.setValue(0)
    assert not panel.busy
    panel.show()
    settle(panel, qtbot)
    assert text(panel, "errors-accuracy") == "0 %"


# -- missing or invalid data


def test_an_empty_table_shows_a_placeholder(panel: ErrorsPage, qtbot) -> None:
    assert "Select a run" in panel.message
    show(panel, qtbot, [RIGHT])
    assert panel.message == ""
    panel.show_network("784-10", [], BARS)
    assert "no weights yet" in panel.message
    panel.show_network("784-10", [RIGHT], BARS.subset(slice(0, 0)))
    assert "no images" in panel.message
    assert not panel.busy


def test_no_errors_at_all(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT], bars([(i, i, 200) for i in range(10)]))
    assert text(panel, "errors-accuracy") == "100 %"
    assert text(panel, "images-empty") == "No errors: every image was predicted correctly."


def failing() -> Weights:
    raise WeightsError("“epoch 1.safetensors” is damaged.")


def test_a_checkpoint_that_cannot_be_loaded(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [Snapshot("epoch 1", failing), RIGHT])
    panel.card.checkpoints.slider.setValue(0)
    settle(panel, qtbot)
    assert text(panel, "errors-failure") == "“epoch 1.safetensors” is damaged."
    assert text(panel, "errors-description") == ""
    assert not seen(panel, "errors-progress")
    panel.card.checkpoints.slider.setValue(1)
    settle(panel, qtbot)
    assert (seen(panel, "errors-failure"), predicted_so_far(panel)) == (False, 100)
    assert text(panel, "errors-description").startswith("Point at a cell")


def test_a_network_that_has_diverged(panel: ErrorsPage, qtbot) -> None:
    weights = bar_weights()
    weights.params["W1"][:] = 3e38
    show(panel, qtbot, [Snapshot("the end", lambda: weights)])
    QTest.keyClick(panel.gallery.list, Qt.Key.Key_Right)
    panel.grab()
    assert predicted_so_far(panel) == 100
    assert text(panel, "errors-accuracy") == "10.00 %"


def test_images_of_no_digit_are_no_errors(panel: ErrorsPage, qtbot) -> None:
    show(panel, qtbot, [RIGHT], bars([*IMAGES, (10, 3, 200)]))
    assert text(panel, "errors-facts") == "correct: 95 of 100 · bars"
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
        matrix = panel.card.matrix
        assert matrix.rect().contains(matrix.cell_rect((9, 9)).toRect())
