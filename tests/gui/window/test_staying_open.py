"""The window is closed while something runs: files are complete, and after Cancel every page works again."""

import pkgutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QMessageBox
from shown_window import show_window, window_of
from small_digits import small_data, small_sets

from engine.ink.strokes import curve, render
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder, default_weights
from engine.runs import DataFacts, Run, RunStore, Status
from engine.train.trainer import TrainConfig, Trainer
from engine.weights import Weights
from gui.learn.formula_view import FormulaView
from gui.learn.parts.digit_source import Digits
from gui.main_window import MainWindow
from gui.training.curves.training_history import TrainingHistory
from gui.training.data.dataset_cache import cache
from gui.widgets.pixel_painting import to_image

EPOCHS = 2
ONE, ZERO = [(14, 7), (14, 16)], [(21, 7), (19, 8), (18, 11), (19, 15), (21, 16), (23, 15), (24, 11), (23, 8), (21, 7)]
# Black on white.
NUMBER = 1 - render([curve(10 * np.array(stroke)) for stroke in (ONE, ZERO)], 16.0, 280)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


class Held:
    """Functions of background tasks that wait until the window is being closed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.reached, self.released = threading.Event(), threading.Event()

    def hold(self, name: str) -> None:
        """Hold this one, such as "engine.runs.RunStore.losses"."""
        function = pkgutil.resolve_name(name)

        def held(*arguments: object, **options: object) -> object:
            self.reached.set()
            self.released.wait(10)
            return function(*arguments, **options)

        self._monkeypatch.setattr(name, held)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    made = Held(monkeypatch)
    yield made
    made.released.set()


@pytest.fixture
def window(qtbot, settings, theme, mnist, monkeypatch: pytest.MonkeyPatch, held: Held) -> MainWindow:
    monkeypatch.setattr(cache, "load", small_data)
    cache.put("starter", small_data())
    made = window_of(qtbot, settings, theme, default_weights())
    show_window(made, qtbot)
    return made


@pytest.fixture
def stay(window: MainWindow, qtbot, held: Held, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Closes the window while something is held, and answers Cancel."""
    answered: list[object] = []

    def cancel(box: QMessageBox) -> QMessageBox.StandardButton:
        answered.append(box)
        return QMessageBox.StandardButton.Cancel

    def close_and_cancel() -> None:
        qtbot.waitUntil(held.reached.is_set)
        window.network.unsaved = True
        window.close()
        assert not answered
        held.released.set()
        qtbot.waitUntil(lambda: bool(answered))
        assert window.isVisible()

    monkeypatch.setattr(QMessageBox, "exec", cancel)
    return close_and_cancel


def test_the_drawing_tab(window: MainWindow, held: Held, stay: Callable[[], None], qtbot) -> None:
    held.hold("gui.draw.pages.attribution.integrated_gradients")
    held.hold("gui.draw.pages.compare._read")
    held.hold("engine.digit_finder.DigitFinder.in_image")
    pages = window.draw_tab.pages
    attribution, compare = pages.attribution.make(), pages.compare.make()
    for page in (pages.compare, pages.attribution):
        pages.setCurrentWidget(page)
    window.draw_tab.model.show_strokes([np.array(ONE, np.float32)])
    qtbot.waitUntil(held.reached.is_set)
    window.draw_tab.model.show_image(NUMBER)
    compare.list.setCurrentIndex(1)
    compare.list.activated.emit(1)
    stay()
    # The digits of the image are found, and the first one is explained.
    qtbot.waitUntil(lambda: window.findChild(QLabel, "digit").text() == "10")
    qtbot.waitUntil(lambda: attribution.attribution is not None)
    # The second network is the one in the list.
    assert compare.list.currentIndex() == 1
    assert compare.findChild(QLabel, "compare-digit-2").text() == "1"


@pytest.fixture
def run(held: Held) -> Run:
    """A stored run."""
    data = small_data()
    trainer = Trainer(NetworkSpec.mlp((5,)), TrainConfig(epochs=EPOCHS), data.train, data.test)
    store = RunStore(data_folder() / "runs")
    with store.start(trainer, DataFacts.of("starter", data.train, data.test), "earlier") as recorder:
        for event in trainer.run():
            recorder.record(event, trainer)
        recorder.finish(Status.FINISHED, Weights(trainer.spec, trainer.kept.snapshot(), "earlier"))
    return store.run(recorder.run.id)


def test_the_training_tab(run: Run, window: MainWindow, held: Held, stay: Callable[[], None], qtbot) -> None:
    window.show_train_tab()
    pages = window.train_tab.pages
    qtbot.waitUntil(lambda: pages.runs is not None and bool(pages.runs.model.runs) and not window.busy)
    assert pages.runs is not None
    assert window.training is not None
    held.hold("gui.training.map.map_task.hidden_activations")
    held.hold("gui.training.statistics.stored_statistics.statistics_batch")
    held.hold("engine.runs.RunStore.checkpoints")
    held.hold("engine.runs.RunStore.losses")
    pages.open(pages.map)
    pages.runs.model.show_run(run.id)
    pages.show_layers(run)
    pages.show_errors(run)
    stay()
    slider, layers = window.training.transport.bar.epochs.slider, pages.layers.page
    assert layers is not None
    qtbot.waitUntil(lambda: bool(pages.curves.loss.runs.lines))
    qtbot.waitUntil(lambda: slider.maximum() == EPOCHS)
    qtbot.waitUntil(lambda: layers.epochs.maximum() == EPOCHS - 1)
    qtbot.waitUntil(lambda: pages.errors.message == "")
    pages.open(pages.map)
    qtbot.waitUntil(lambda: len(pages.map.view.points) > 0)


def test_a_lesson(
    window: MainWindow, held: Held, stay: Callable[[], None], qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.learn.formula_view._cache", {})
    monkeypatch.setattr("gui.learn.formula_view.formula_svg", lambda latex: SVG)
    monkeypatch.setattr("gui.learn.parts.digit_source._load", lambda task: (Digits(*small_sets(), None), ""))
    monkeypatch.setattr("gui.learn.learn_tab._prepare_lessons", lambda task: None)
    held.hold("gui.learn.formula_view.formula_svg")
    held.hold("gui.learn.parts.digit_source._load")
    window.show_learn_tab()
    page = window.learn_tab.open("gradient_cost")
    stay()
    qtbot.waitUntil(lambda: all(each.complete for each in page.findChildren(FormulaView)))
    qtbot.waitUntil(lambda: page.lesson.source.digits is not None)


@pytest.fixture
def history() -> TrainingHistory:
    return TrainingHistory.of_run("mine", "run-1", np.ones(5000, np.float32), 100, [], TrainConfig(iterations=5000))


def test_a_table_of_curves_is_written_completely(
    window: MainWindow, held: Held, history: TrainingHistory, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window.show_train_tab()
    exporter, file = window.train_tab.pages.curves.exporter, tmp_path / "curves.csv"
    monkeypatch.setattr("gui.training.curves.file_export.ask_where_to_save", lambda *_: file)
    held.hold("gui.training.curves.file_export.write_atomically")
    qtbot.waitUntil(lambda: not window.busy)
    exporter.write_table("mine", [history])
    window.close()
    assert window.isVisible()
    held.released.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(file.read_text().splitlines()) == 5001


def test_a_pasted_image(window: MainWindow, held: Held, stay: Callable[[], None], qtbot) -> None:
    held.hold("engine.ink.images.read_image")
    window.opener.open_image(to_image(np.rint(NUMBER * 255).astype(np.uint8)))
    stay()
    qtbot.waitUntil(lambda: window.draw_tab.model.content.image is not None)


def test_the_offer_of_the_tour(qtbot, settings, theme, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answered.append(box) or QMessageBox.StandardButton.Cancel)
    monkeypatch.setattr("gui.help.window_help._OFFER_MS", 0)
    monkeypatch.setattr("gui.help.window_help._OFFER_ENDS_MS", 1)
    window = window_of(qtbot, settings, theme, default_weights())
    window.network.unsaved = True
    window.show()
    window.close()
    qtbot.waitUntil(lambda: bool(answered))
    # It comes, and goes without an answer.
    qtbot.waitUntil(lambda: settings.text("help/tour-offered", "") == "yes" and window.help.offer is None)
