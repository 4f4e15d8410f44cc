"""The training tab in the window: its pages and the drawing tab together."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider
from session_events import collected, waiting_for
from small_digits import small_data, small_sets
from small_weights import biased_weights
from window_shutdown import shut_down_window

from engine.jobs.protocol import Progress, Started
from engine.nn.network_spec import NetworkSpec
from engine.paths import default_weights
from engine.recognizer import Recognizer
from engine.runs import DataFacts, Run, RunStore, Status
from engine.train.trainer import TrainConfig, Trainer
from engine.weights import Weights, load_weights
from gui.current_network import CurrentNetwork
from gui.draw.canvas_bar import CanvasBar
from gui.main_window import MainWindow
from gui.training.data.dataset_cache import cache
from gui.training.session import State
from gui.training.train_request import TrainRequest
from gui.training.train_tab import TrainTab

REQUEST = TrainRequest(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=3, evaluation_samples=100), "starter")


@pytest.fixture
def open_window(qtbot, settings, theme) -> Iterator[Callable[[], MainWindow]]:
    cache.put("starter", small_data())
    opened: list[MainWindow] = []

    def open_one() -> MainWindow:
        made = MainWindow(CurrentNetwork(load_weights(default_weights()), default_weights()), settings, theme)
        made.session.load = small_data
        opened.append(made)
        with qtbot.waitExposed(made):
            made.show()
        made.show_train_tab()
        # It is opened on a thread.
        qtbot.waitUntil(lambda: made.session.store is not None or bool(made.notice.text))
        return made

    yield open_one
    for window in opened:
        shut_down_window(window)
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    return open_window()


def train(window: MainWindow, qtbot, request: TrainRequest = REQUEST) -> Run:
    with qtbot.waitSignal(window.session.ended, timeout=20_000):
        window.session.start(request)
    return window.session.store.runs()[0]


def click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def listed(window: MainWindow) -> list[str]:
    return [run.id for run in window.train_tab.pages.runs.model.runs]


def test_the_runs_are_opened_on_a_thread(qtbot, settings, theme, monkeypatch) -> None:
    opened = []
    init = RunStore.__init__

    def init_and_note(store: RunStore, *arguments: object) -> None:
        opened.append(threading.get_ident() == threading.main_thread().ident)
        init(store, *arguments)

    monkeypatch.setattr(RunStore, "__init__", init_and_note)
    window = MainWindow(CurrentNetwork(load_weights(default_weights()), default_weights()), settings, theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.findChild(TrainTab) is not None, timeout=20_000)
    assert opened == [False]
    assert window.session.store is not None
    shut_down_window(window)


def test_a_training_appears_in_the_list_and_is_not_unsaved(window: MainWindow, qtbot) -> None:
    run = train(window, qtbot)
    qtbot.waitUntil(lambda: listed(window) == [run.id])
    assert not window.network.unsaved
    assert window.network.recognizer.spec == REQUEST.spec


def test_the_buttons_for_one_step_and_one_epoch(window: MainWindow, qtbot) -> None:
    tab = window.train_tab
    window.resize(1200, 800)
    tab.form.data.choose("starter")
    done = collected(window.session, Progress)
    click(window, "step-training")
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=20_000)
    assert done[-1].iteration == 1
    click(window, "epoch-training")
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED and done[-1].iteration > 1, timeout=20_000)
    assert done[-1].iteration == 5
    assert window.findChild(QLabel, "train-facts").text() == "Epoch 1.0 of 10"
    with qtbot.waitSignal(window.session.ended, timeout=20_000):
        click(window, "stop-training")
    assert window.session.store.runs()[0].status is Status.STOPPED


def test_shown_runs_are_in_the_plots_but_the_current_one_only_once(window: MainWindow, qtbot) -> None:
    first = train(window, qtbot)
    second = train(window, qtbot, replace(REQUEST, config=replace(REQUEST.config, lr=0.01)))
    qtbot.waitUntil(lambda: len(listed(window)) == 2)
    overlaid: list[list[TrainConfig]] = []
    curves = window.train_tab.pages.curves
    show = curves.overlay
    curves.overlay = lambda runs: (overlaid.append([run.config for run in runs]), show(runs))
    for run in (first, second):
        window.train_tab.pages.runs.model.show_run(run.id)
    qtbot.waitUntil(lambda: overlaid[-1:] == [[first.config]])
    qtbot.waitUntil(lambda: not window.train_tab.pages.busy)
    assert overlaid[-1] == [first.config]


def test_an_error_of_a_run_opens_in_the_drawing_tab(window: MainWindow, qtbot) -> None:
    run = train(window, qtbot, replace(REQUEST, config=replace(REQUEST.config, lr=0.001)))
    pages = window.train_tab.pages
    pages.show_errors(run)
    qtbot.waitUntil(lambda: not pages.errors.busy and pages.errors.card.matrix.table is not None, timeout=20_000)
    image = np.zeros((28, 28), np.float32)
    image[5:20, 3:9] = 0.5
    weights = window.session.store.weights(run.id, window.session.store.checkpoints(run.id)[0].iteration)
    latest = window.network.recognizer.params["W1"]
    pages.errors.image_opened.emit(image, 5, replace(weights, name="mine"), "epoch 1")
    assert window.tabs.currentWidget() is window.draw_tab
    tab, bar = window.draw_tab, window.findChild(CanvasBar, "true-label")
    qtbot.waitUntil(lambda: np.array_equal(tab.prediction.stages.centred, image))
    assert bar.text == "True label: 5. Network: epoch 1."
    expected = Recognizer(weights.spec, weights.params).probabilities(image[None])[0]
    np.testing.assert_array_equal(tab.prediction.probabilities, expected)
    # The image goes, and with it the network of that epoch.
    tab.model.begin(5, 5)
    assert (window.network.viewing, bar.text) == ("", "")
    assert window.network.recognizer.params["W1"] is latest
    tab.model.undo()
    assert bar.text == "True label: 5."


def test_the_current_network_can_predict_an_image_of_another_epoch_too(window: MainWindow, qtbot) -> None:
    tab, bar = window.draw_tab, window.findChild(CanvasBar, "true-label")
    image = np.eye(28, dtype=np.float32)
    with qtbot.waitSignal(tab.predicted):
        tab.show_input(image, 7, biased_weights(p2=0.9), "epoch 2")
    assert tab.prediction.digit == 2
    with qtbot.waitSignal(tab.predicted):
        bar.findChild(QPushButton, "true-label-button").click()
    assert bar.text == "True label: 7."
    assert not bar.findChild(QPushButton, "true-label-button").isVisible()
    assert window.network.viewing == ""
    # Another one while the first is shown.
    tab.show_input(image, 7, biased_weights(p2=0.9), "epoch 2")
    tab.show_input(image, 3, biased_weights(p4=0.9), "epoch 3")
    assert bar.text == "True label: 3. Network: epoch 3."
    tab.model.clear()
    assert window.network.viewing == ""


def test_a_stroke_leaves_no_network_that_was_chosen_since(window: MainWindow) -> None:
    tab = window.draw_tab
    tab.show_input(np.eye(28, dtype=np.float32), 7, biased_weights(p2=0.9), "epoch 3")
    # As by the slider, of another run.
    other = biased_weights(p4=0.9)
    window.network.view(other, "epoch 3")
    tab.model.clear()
    assert window.network.viewed is other


def test_the_errors_of_the_latest_run_are_shown_by_default(window: MainWindow, qtbot) -> None:
    pages = window.train_tab.pages
    pages.open(pages.errors)
    assert "Select a run" in pages.errors.message
    pages.open(pages.curves)
    train(window, qtbot)
    run = train(window, qtbot)
    qtbot.waitUntil(lambda: len(listed(window)) == 2 and pages.runs.model.runs[0].has_weights)
    window.session.store.rename(run.id, "the latest")
    pages.runs.refresh()
    qtbot.waitUntil(lambda: "the latest" in [each.name for each in pages.runs.model.runs])
    pages.open(pages.errors)
    qtbot.waitUntil(lambda: not pages.errors.message, timeout=20_000)
    assert any(label.text() == "the latest" for label in pages.errors.card.findChildren(QLabel))


def test_one_step_is_a_point_in_the_plot(window: MainWindow, qtbot) -> None:
    window.train_tab.form.data.choose("starter")
    click(window, "step-training")
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=20_000)
    curve = window.train_tab.pages.curves.loss._curves["raw"]
    qtbot.waitUntil(lambda: curve.xData is not None and len(curve.xData) == 1)
    assert curve.opts["symbol"] == "o"
    click(window, "epoch-training")
    qtbot.waitUntil(lambda: len(curve.xData) > 1, timeout=20_000)
    assert curve.opts["symbol"] is None


def test_the_settings_of_a_run_come_back_into_the_form(window: MainWindow, qtbot) -> None:
    run = train(window, qtbot, replace(REQUEST, config=replace(REQUEST.config, lr=0.037, batch_size=50)))
    window.train_tab.form.fields["lr"].setText("5")
    window.train_tab.pages.runs.train_again.emit(run)
    request = window.train_tab.form.request
    assert (request.config.lr, request.config.batch_size, request.data) == (0.037, 50, "starter")
    assert request.spec == REQUEST.spec
    assert run.name in window.findChild(QLabel, "train-message").text()


def test_the_weights_of_a_run_are_used(window: MainWindow, qtbot) -> None:
    run = train(window, qtbot)
    window.network.use(load_weights(default_weights()), default_weights())
    window.train_tab.pages.runs.use_weights.emit(window.session.store.weights(run.id), run)
    assert window.network.recognizer.spec == REQUEST.spec
    assert not window.network.unsaved


@pytest.mark.parametrize("later", ["another network", "a training"])
def test_a_later_choice_is_not_replaced_by_the_weights_of_a_run(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch, later: str
) -> None:
    run = train(window, qtbot)
    runs = window.train_tab.pages.runs
    qtbot.waitUntil(lambda: listed(window) == [run.id] and not runs.busy)
    runs.list.select([run])
    release, load = threading.Event(), RunStore.weights

    def held(store: RunStore, *which: object) -> Weights:
        assert release.wait(20)
        return load(store, *which)

    monkeypatch.setattr(RunStore, "weights", held)
    used: list[str] = []
    window.train_tab.use_weights.connect(lambda weights, name: used.append(name))
    runs.run_actions.use.trigger()
    if later == "a training":
        with qtbot.waitSignal(window.session.ended, timeout=20_000):
            window.session.start(REQUEST)
    else:
        window.network.use(load_weights(default_weights()), default_weights())
    chosen = window.network.weights
    release.set()
    qtbot.waitUntil(lambda: not runs.busy)
    assert window.network.weights is chosen
    assert used == []


def test_closing_while_it_trains_leaves_a_run_to_resume(open_window: Callable[[], MainWindow], qtbot) -> None:
    window = open_window()
    config = replace(REQUEST.config, epochs=100_000, lr=0.001)
    with waiting_for(qtbot, window.session, Progress):
        window.session.start(replace(REQUEST, config=config))
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    (paused,) = window.session.store.runs()
    assert paused.status is Status.PAUSED

    again = open_window()
    started = collected(again.session, Started)
    with waiting_for(qtbot, again.session, Progress) as progress:
        again.train_tab.resume_run(paused)
    assert started[0].resumed_from.iteration == paused.iteration
    assert progress.args[0].iteration > paused.iteration
    assert again.train_tab.form.fields["lr"].text() == "0.001"


def interrupted_run() -> Run:
    """A training that was killed after a checkpoint."""
    from engine.paths import data_folder

    train_set, test_set = small_sets()
    trainer = Trainer(REQUEST.spec, REQUEST.config, train_set, test_set)
    recorder = RunStore(data_folder() / "runs").start(trainer, DataFacts.of("starter", train_set, test_set))
    for _ in trainer.run(7):
        pass
    recorder.checkpoint(trainer)
    recorder.close()
    return recorder.run


def test_after_a_crash_it_offers_to_resume(open_window: Callable[[], MainWindow], qtbot) -> None:
    interrupted_run()
    window = open_window()
    offer = window.train_tab.offer
    qtbot.waitUntil(lambda: "was interrupted" in offer.text)
    with qtbot.waitSignal(window.session.ended, timeout=20_000):
        QTest.mouseClick(window.findChild(QPushButton, "interrupted-resume"), Qt.MouseButton.LeftButton)
    assert [run.status for run in window.session.store.runs()] == [Status.FINISHED]
    assert offer.text == ""


def test_a_deleted_run_is_not_offered(open_window: Callable[[], MainWindow], qtbot) -> None:
    run = interrupted_run()
    window = open_window()
    offer = window.train_tab.offer
    qtbot.waitUntil(lambda: "was interrupted" in offer.text)
    window.train_tab.pages.runs.list.select([run])
    window.train_tab.pages.runs.run_actions.delete.trigger()
    qtbot.waitUntil(lambda: not offer.text)
    assert offer.isHidden()


def test_runs_of_a_newer_version_are_not_opened(open_window: Callable[[], MainWindow], qtbot) -> None:
    import sqlite3

    from engine.paths import data_folder

    RunStore(data_folder() / "runs")
    with sqlite3.connect(data_folder() / "runs" / "runs.db") as db:
        db.execute("PRAGMA user_version = 99")
        db.execute("CREATE TABLE newer (fact TEXT)")
    db.close()
    window = open_window()
    assert window.session.store is None
    assert "newer version" in window.notice.text
    with qtbot.waitSignal(window.session.ended, timeout=20_000):
        window.session.start(REQUEST)
    assert window.network.unsaved


def test_an_earlier_epoch_is_shown_everywhere(window: MainWindow, qtbot) -> None:
    run = train(window, qtbot)
    pages, slider = window.train_tab.pages, window.findChild(QSlider, "epoch-slider")
    qtbot.waitUntil(lambda: slider.maximum() == 2)  # the third epoch is now
    pages.show_errors(run)
    qtbot.waitUntil(lambda: not pages.busy and pages.errors.card.matrix.table is not None, timeout=20_000)
    checkpoints = pages.errors.card.checkpoints.slider
    assert checkpoints.value() == checkpoints.maximum() == 2
    slider.setValue(0)
    qtbot.waitUntil(lambda: window.network.viewing == "epoch 1")
    assert checkpoints.value() == 0
    for plot in (pages.curves.accuracy, pages.curves.loss):
        assert plot.viewed.isVisible()
        assert plot.viewed.value() == 1
    # Opened later, the errors are those of that epoch, too.
    pages.show_errors(run)
    qtbot.waitUntil(lambda: not pages.busy, timeout=20_000)
    assert checkpoints.value() == 0
    click(window, "epoch-now")
    assert window.network.viewing == ""
    assert checkpoints.value() == 2
    assert not pages.curves.loss.viewed.isVisible()


def test_an_image_of_another_epoch_leaves_the_bar_at_now_and_the_errors_where_they_are(
    window: MainWindow, qtbot
) -> None:
    run = train(window, qtbot)
    pages, slider = window.train_tab.pages, window.findChild(QSlider, "epoch-slider")
    qtbot.waitUntil(lambda: slider.maximum() == 2)
    pages.show_errors(run)
    qtbot.waitUntil(lambda: not pages.busy and pages.errors.card.matrix.table is not None, timeout=20_000)
    slider.setValue(0)
    qtbot.waitUntil(lambda: window.network.viewing == "epoch 1")
    pages.errors.card.checkpoints.slider.setValue(1)
    pages.errors.gallery.image_opened.emit(np.eye(28, dtype=np.float32), 7)
    qtbot.waitUntil(lambda: window.network.viewing == "epoch 2")
    assert window.findChild(QLabel, "epoch-label").text() == "Kept epochs: 3"
    assert slider.value() == slider.maximum()
    assert not pages.curves.loss.viewed.isVisible()
    assert pages.errors.card.checkpoints.slider.value() == 1


def test_a_stored_run_that_is_shown_can_be_gone_through(open_window: Callable[[], MainWindow], qtbot) -> None:
    window = open_window()
    run = train(window, qtbot)
    shut_down_window(window)
    window.close()
    again = open_window()
    runs = again.train_tab.pages.runs
    qtbot.waitUntil(lambda: listed(again) == [run.id])
    runs.model.show_run(run.id)
    slider = again.findChild(QSlider, "epoch-slider")
    qtbot.waitUntil(lambda: slider.maximum() == 3)
    assert again.findChild(QLabel, "train-facts").text() == "Epoch 3.0 of 3"
    slider.setValue(1)
    qtbot.waitUntil(lambda: again.network.viewing == "epoch 2")
    again.tabs.setCurrentWidget(again.draw_tab)
    assert slider.isVisible()


def test_a_run_that_another_program_has_deleted_for_good_leaves_the_list_with_the_slider(
    window: MainWindow, qtbot
) -> None:
    run = train(window, qtbot)
    slider = window.findChild(QSlider, "epoch-slider")
    qtbot.waitUntil(lambda: slider.maximum() == 2 and listed(window) == [run.id])
    window.session.store.delete(run.id)
    window.session.store.purge(0)
    slider.setValue(0)
    qtbot.waitUntil(lambda: listed(window) == [])
    assert "no longer there" in window.notice.text
