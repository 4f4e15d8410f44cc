"""The training tab: the buttons follow the session, and what the session tells can be read."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar, QPushButton
from session_events import collected, waiting_for
from small_digits import small_sets

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.errors import DataError
from engine.jobs.protocol import Measuring, NotStored, Progress, Trained
from engine.nn.presets import simple_convnet
from gui.actions import Actions
from gui.settings import Settings
from gui.theme import Theme
from gui.training.data.dataset_cache import cache
from gui.training.form.field_cards import set_text
from gui.training.session import Preparing, SessionEvent, State, TrainingSession
from gui.training.status_panel import rate_text, time_left
from gui.training.train_tab import TrainTab


@pytest.fixture
def session(qtbot) -> Iterator[TrainingSession]:
    made = TrainingSession(load=small_sets)
    yield made
    if made.busy:
        with qtbot.waitSignal(made.ended, timeout=20_000):
            made.stop()


@pytest.fixture
def tab(qtbot, session: TrainingSession, actions: Actions, settings: Settings, theme: Theme, mnist) -> TrainTab:
    made = TrainTab(session, actions, settings, theme)
    qtbot.addWidget(made)
    made.resize(1100, 604)
    with qtbot.waitExposed(made):
        made.show()
    return made


def fill(tab: TrainTab, **texts: str) -> None:
    for name, text in texts.items():
        set_text(tab.form.fields[name], text)


def train(tab: TrainTab, qtbot, **texts: str) -> None:
    fill(tab, **texts)
    with qtbot.waitSignal(tab.session.ended, timeout=20_000):
        tab._actions.start_training.trigger()


def start_endless(tab: TrainTab, qtbot) -> None:
    fill(tab, epochs="1000", batch_size="1", lr="0.001")
    with waiting_for(qtbot, tab.session, Progress):
        tab._actions.start_training.trigger()


def enabled(actions: Actions) -> list[bool]:
    return [each.isEnabled() for each in (actions.start_training, actions.pause_training, actions.stop_training)]


def button(tab: TrainTab, name: str) -> QPushButton:
    return tab.findChild(QPushButton, name)


def text(tab: TrainTab, name: str) -> str:
    return tab.findChild(QLabel, name).text()


# -- the buttons


def test_the_buttons_follow_the_session(tab: TrainTab, actions: Actions, qtbot) -> None:
    assert enabled(actions) == [True, False, False]
    start_endless(tab, qtbot)
    assert enabled(actions) == [False, True, True]
    actions.pause_training.trigger()
    assert enabled(actions) == [False, True, True]
    with qtbot.waitSignal(tab.session.ended):
        actions.stop_training.trigger()
        assert enabled(actions) == [False, False, False]
    assert enabled(actions) == [True, False, False]


def test_the_buttons_are_the_actions(tab: TrainTab, actions: Actions, qtbot) -> None:
    fill(tab, epochs="1000", batch_size="1", lr="0.001")
    with waiting_for(qtbot, tab.session, Progress):
        qtbot.mouseClick(button(tab, "start-training"), Qt.MouseButton.LeftButton)
    pause = button(tab, "pause-training")
    assert pause.text() == "Pause"
    qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)
    assert tab.session.state is State.PAUSED
    assert pause.text() == "Resume"
    assert actions.pause_training.text() == "&Resume"
    qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)
    assert tab.session.state is State.RUNNING
    assert pause.text() == "Pause"
    with qtbot.waitSignal(tab.session.ended):
        qtbot.mouseClick(button(tab, "stop-training"), Qt.MouseButton.LeftButton)
    assert "Ctrl+R" in button(tab, "start-training").toolTip()


def test_a_wrong_setting_or_missing_data_keep_it_from_starting(tab: TrainTab, actions: Actions) -> None:
    fill(tab, lr="0")
    assert enabled(actions) == [False, False, False]
    assert tab.panel.message == "A setting on the left is not right yet."
    tab.start()
    assert not tab.session.busy
    fill(tab, lr="0.1")
    assert enabled(actions) == [True, False, False]
    tab.form.data.choose("mnist")
    assert enabled(actions) == [False, False, False]
    assert "download it" in tab.panel.message


def test_it_asks_before_it_starts(tab: TrainTab, actions: Actions) -> None:
    asked = []
    tab.may_start = lambda: bool(asked.append(1))
    actions.start_training.trigger()
    assert asked == [1]
    assert not tab.session.busy


def test_the_form_is_locked_while_it_trains(tab: TrainTab, qtbot) -> None:
    start_endless(tab, qtbot)
    assert not tab.form.fields["lr"].isEnabled()
    tab.session.stop()
    qtbot.waitUntil(lambda: not tab.session.busy)
    assert tab.form.fields["lr"].isEnabled()


def test_every_button_can_be_found_and_read_aloud(tab: TrainTab) -> None:
    for each in tab.findChildren(QPushButton):
        assert each.objectName()
        assert each.accessibleName() or each.text()
    for name in ("train-message", "train-facts", "train-accuracy", "test-accuracy"):
        assert tab.findChild(QLabel, name).accessibleName()


# -- what it shows


def test_a_training_that_finishes(tab: TrainTab, qtbot) -> None:
    train(tab, qtbot, epochs="5")
    assert tab.panel.message.startswith("Done in ")
    assert tab.panel.facts.startswith("Epoch 5.0 of 5  ·  iteration 25 of 25  ·  ")
    assert "left" not in tab.panel.facts
    bar = tab.findChild(QProgressBar, "train-progress")
    assert bar.value() == bar.maximum()
    for name in ("train-accuracy", "test-accuracy"):
        assert float(text(tab, name).removesuffix(" %")) > 50
    tab.curves.redraw()
    assert len(tab.curves.accuracy.points("test")[0]) == 6
    assert len(tab.curves.loss.points("raw")[0]) == 25


def test_while_it_trains(tab: TrainTab, qtbot) -> None:
    assert "start the training" in tab.panel.message
    start_endless(tab, qtbot)
    assert tab.panel.message == "Training on the 500 synthetic digits."
    qtbot.waitUntil(lambda: "left" in tab.panel.facts, timeout=20_000)
    assert "iterations/s" in tab.panel.facts
    assert "of 500,000" in tab.panel.facts


def test_a_pause_shows(tab: TrainTab, actions: Actions, qtbot) -> None:
    start_endless(tab, qtbot)
    actions.pause_training.trigger()
    assert tab.panel.message.startswith("Paused.")
    actions.pause_training.trigger()
    assert tab.panel.message.startswith("Training on")


def test_pictures_of_ones_own_are_trained_on(tab: TrainTab, qtbot) -> None:
    cache.put("folder:/photos", Loaded(*small_sets("", lambda done, total: None)))
    said = []
    tab.session.job_event.connect(
        lambda event: said.append(tab.panel.message) if isinstance(event, Preparing) else None
    )
    tab.form.data.choose("folder:/photos")
    assert tab.panel.message.startswith("Choose the settings")
    train(tab, qtbot, epochs="3", early_stopping="yes", augmentation="yes")
    assert said[0] == "Loading your images…"
    assert said[-1] == "Loading images: 500 of 500…"
    assert tab.panel.message.startswith("Done in ")


def test_a_file_of_settings_that_is_none_is_told(tab: TrainTab, tmp_path, monkeypatch) -> None:
    file = tmp_path / "none.toml"
    file.write_text("[")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    tab._actions.open_settings.trigger()
    assert "none.toml" in tab.panel.message
    assert tab.panel._message.property("role") == "error"


def test_pictures_that_are_being_read_are_waited_for(tab: TrainTab, actions: Actions, qtbot) -> None:
    tab.form.data.choose("folder:/nowhere")
    assert tab.panel.message == "The images are being loaded: one moment."
    assert tab.busy
    assert enabled(actions) == [False, False, False]
    with qtbot.waitSignal(tab.at_rest):
        pass
    assert enabled(actions) == [True, False, False]


def test_a_convnet_is_chosen_and_trained(tab: TrainTab, qtbot) -> None:
    tab.form.network.set_spec(simple_convnet())
    trained = collected(tab.session, Trained)
    train(tab, qtbot, epochs="4", lr="0.05")
    assert tab.panel.message.startswith("Done in ")
    weights = trained[0].weights
    assert weights.spec == simple_convnet()
    assert weights.scores["small test accuracy"] > 0.3


def test_what_is_measured_in_the_end_is_said(tab: TrainTab, actions: Actions, session, qtbot, monkeypatch) -> None:
    """With a large network the whole test set takes long: more than the few digits measured on the way."""
    fill(tab, epochs="2")
    request = replace(tab.form.request, config=replace(tab.form.request.config, evaluation_samples=50))
    said = []

    def hear(event: SessionEvent) -> None:
        if isinstance(event, Measuring):
            said.append((tab.panel.message, enabled(actions)))

    session.job_event.connect(hear)
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(request)
    ((message, buttons),) = said
    assert message.startswith("All iterations are done: ")
    assert buttons == [False, False, True]
    assert tab.panel.message.startswith("Done in ")
    # Where it has been measured already there is nothing to say.
    train(tab, qtbot, epochs="2")
    assert len(said) == 1


def test_a_training_that_is_stopped(tab: TrainTab, actions: Actions, qtbot) -> None:
    start_endless(tab, qtbot)
    with qtbot.waitSignal(tab.session.ended):
        actions.stop_training.trigger()
    assert tab.panel.message.startswith("Stopped after ")
    assert "keeps what it has learned" in tab.panel.message
    assert tab.panel._message.property("role") == ""


def test_a_training_that_is_stopped_at_once(tab: TrainTab, qtbot) -> None:
    tab.session.started.connect(lambda: tab.session.stop())
    train(tab, qtbot)
    assert tab.panel.message == "Stopped before anything was learned."
    assert text(tab, "test-accuracy") == "–"


def test_a_training_that_diverges_leaves_its_curve_and_advice(tab: TrainTab, qtbot) -> None:
    train(tab, qtbot, lr="1000000", optimizer="sgd", epochs="1000")
    assert "the learning rate 1e+06 is too large" in tab.panel.message
    assert "smaller one, such as 1e+05" in tab.panel.message
    assert tab.panel._message.property("role") == "error"
    assert "border" in tab.panel._message.styleSheet()
    tab.curves.redraw()
    assert len(tab.curves.loss.points("raw")[0]) >= 1


def test_a_training_that_learns_nothing_gets_advice(tab: TrainTab, qtbot) -> None:
    train(tab, qtbot, lr="0.000000001", epochs="1")
    assert "learned next to nothing" in tab.panel.message


def test_a_training_that_fails_says_why_and_the_next_one_forgets_it(tab: TrainTab, session, qtbot) -> None:
    def broken(data: str, progress: Callable[[int, int], None]) -> tuple[Dataset, Dataset]:
        raise DataError("The file is damaged: fetch it again.")

    session.load = broken
    train(tab, qtbot)
    assert tab.panel.message == "The file is damaged: fetch it again."
    assert tab.panel._message.property("role") == "error"
    session.load = small_sets
    train(tab, qtbot, epochs="5")
    assert tab.panel.message.startswith("Done in ")
    assert tab.panel._message.property("role") == ""


def test_the_words_change_five_times_a_second_at_most(tab: TrainTab) -> None:
    def event(iteration: int) -> Progress:
        return Progress(iteration, 100, iteration / 10, np.zeros(1, np.float32), 0.1, 50.0, 3.0)

    tab.panel.show_progress(event(10))
    tab.panel.show_progress(event(20))
    assert "iteration 10 of 100" in tab.panel.facts
    assert tab.findChild(QProgressBar, "train-progress").value() == 200
    tab.panel.show_progress(event(30), paused=True)
    assert tab.panel.facts == "Epoch 3.0 of 10  ·  iteration 30 of 100  ·  50 iterations a second"


def test_the_pace_is_told_once_it_says_something(tab: TrainTab, qtbot) -> None:
    """A convnet's: a second of measuring, then 0.12 s an iteration. At first that is not 0.9 iterations a second."""
    told = []
    for iteration in range(1, 101):
        pace = iteration / (1 + 0.12 * iteration)
        event = Progress(iteration, 6000, iteration / 600, np.ones(1, np.float32), 0.1, pace, (6000 - iteration) / pace)
        tab.panel._updated = 0.0  # as if 0.2 s had gone by
        tab.panel.show_progress(event)
        told.append(tab.panel.facts.split("  ·  ")[2:])
    assert told[0] == told[28] == []
    assert told[29] == ["6.5 iterations a second", "15 min left"]
    assert told[99] == ["7.7 iterations a second", "13 min left"]
    # After a pause the pace is that since the pause, and no accuracies were measured.
    tab.panel._updated = 0.0
    tab.panel.show_progress(Progress(101, 6000, 101 / 600, np.ones(1, np.float32), 0.1, 0.25, 23_596))
    assert "0.25 iterations a second  ·  6 h 33 min left" in tab.panel.facts


def test_the_pace_in_words() -> None:
    assert [rate_text(each) for each in (1793.4, 83.2, 8.31, 1, 0.321, 0.0456)] == [
        "1,793",
        "83",
        "8.3",
        "1.0",
        "0.32",
        "0.046",
    ]


def test_the_time_left_in_words() -> None:
    assert [time_left(seconds) for seconds in (0.4, 12.3, 100, 4_799, 5_400)] == [
        "0 s left",
        "12 s left",
        "2 min left",
        "80 min left",
        "1 h 30 min left",
    ]


def test_another_theme_recolours_the_numbers(tab: TrainTab, theme: Theme) -> None:
    number = tab.findChild(QLabel, "train-accuracy")
    assert theme.colour("train").name() in number.styleSheet()
    theme.choose("dark")
    assert theme.colour("train").name() in number.styleSheet()


def test_it_says_which_data_it_trains_on(tab: TrainTab, session: TrainingSession, qtbot) -> None:
    cache.put("mnist", Loaded(*small_sets("mnist", lambda done, total: None)))
    with waiting_for(qtbot, session, Progress):
        session.start(replace(tab.form.request, data="mnist"))
    assert tab.panel.message == "Training on the MNIST training set, 500 digits."


def test_a_training_that_cannot_be_stored_is_a_problem(tab: TrainTab, session: TrainingSession) -> None:
    problems = []
    tab.problem.connect(problems.append)
    session.job_event.emit(NotStored("The disk is full."))
    assert problems == ["The disk is full. The training continues, but is not stored among the runs."]
    assert not tab.stored


# -- closing


def test_it_tells_when_it_is_at_rest(tab: TrainTab, qtbot) -> None:
    start_endless(tab, qtbot)
    assert tab.busy
    with qtbot.waitSignal(tab.at_rest):
        tab.shut_down()
    assert not tab.busy
    assert tab.session.state is State.IDLE


def test_it_fits_the_smallest_window(tab: TrainTab) -> None:
    assert tab.minimumSizeHint().width() <= 900
    assert tab.minimumSizeHint().height() <= 460


def test_the_menu_and_the_button_are_one(actions: Actions, tab: TrainTab) -> None:
    assert isinstance(actions.start_training, QAction)
    actions.start_training.setEnabled(False)
    assert not button(tab, "start-training").isEnabled()
