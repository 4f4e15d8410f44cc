"""The training tab: the buttons follow the session, and its events are shown."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar, QPushButton
from session_events import collected, waiting_for
from small_digits import small_data

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
    made = TrainingSession(load=small_data)
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


def role(tab: TrainTab) -> str:
    return tab.findChild(QLabel, "train-message").property("role")


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


def test_with_a_wrong_setting_or_missing_data_it_does_not_start(tab: TrainTab, actions: Actions) -> None:
    fill(tab, lr="0")
    assert enabled(actions) == [False, False, False]
    assert text(tab, "train-message") == "A setting on the left is not right yet."
    tab.start()
    assert not tab.session.busy
    fill(tab, lr="0.1")
    assert enabled(actions) == [True, False, False]
    tab.form.data.choose("mnist")
    assert enabled(actions) == [False, False, False]
    assert "download it" in text(tab, "train-message")


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


def test_every_control_has_an_object_name_and_an_accessible_name(tab: TrainTab) -> None:
    for each in tab.findChildren(QPushButton):
        assert each.objectName()
        assert each.accessibleName() or each.text()
    for name in ("train-message", "train-facts", "train-accuracy", "test-accuracy"):
        assert tab.findChild(QLabel, name).accessibleName()


# -- what it shows


def test_a_training_that_finishes(tab: TrainTab, qtbot) -> None:
    train(tab, qtbot, epochs="5")
    assert text(tab, "train-message").startswith("Done in ")
    assert text(tab, "train-facts").startswith("Epoch 5.0 of 5  ·  iteration 25 of 25  ·  ")
    assert "left" not in text(tab, "train-facts")
    bar = tab.findChild(QProgressBar, "train-progress")
    assert bar.value() == bar.maximum()
    for name in ("train-accuracy", "test-accuracy"):
        assert float(text(tab, name).removesuffix(" %")) > 50
    tab.pages.curves.redraw()
    assert len(tab.pages.curves.accuracy.points("test")[0]) == 6
    assert len(tab.pages.curves.loss.points("raw")[0]) == 25


def test_while_it_trains(tab: TrainTab, qtbot) -> None:
    assert "start the training" in text(tab, "train-message")
    start_endless(tab, qtbot)
    assert text(tab, "train-message") == "Training on the 500 synthetic digits."
    qtbot.waitUntil(lambda: "left" in text(tab, "train-facts"), timeout=20_000)
    assert "iterations/s" in text(tab, "train-facts")
    assert "of 500,000" in text(tab, "train-facts")


def test_a_pause_shows(tab: TrainTab, actions: Actions, qtbot) -> None:
    start_endless(tab, qtbot)
    actions.pause_training.trigger()
    assert text(tab, "train-message").startswith("Paused.")
    actions.pause_training.trigger()
    assert text(tab, "train-message").startswith("Training on")


def test_the_users_images_are_trained_on(tab: TrainTab, qtbot) -> None:
    cache.put("folder:/photos", small_data())
    messages = []
    tab.session.job_event.connect(
        lambda event: messages.append(text(tab, "train-message")) if isinstance(event, Preparing) else None
    )
    tab.form.data.choose("folder:/photos")
    assert text(tab, "train-message").startswith("Choose the settings")
    train(tab, qtbot, epochs="3", early_stopping="yes", augmentation="yes")
    assert messages[0] == "Loading your images…"
    assert messages[-1] == "Loading images: 500 of 500…"
    assert text(tab, "train-message").startswith("Done in ")


def test_a_file_that_has_no_settings_is_an_error(tab: TrainTab, tmp_path, monkeypatch) -> None:
    file = tmp_path / "none.toml"
    file.write_text("[")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    tab._actions.open_settings.trigger()
    assert "none.toml" in text(tab, "train-message")
    assert role(tab) == "error"


def test_it_waits_for_images_that_are_being_loaded(tab: TrainTab, actions: Actions, qtbot) -> None:
    tab.form.data.choose("folder:/nowhere")
    assert text(tab, "train-message") == "The images are being loaded: one moment."
    assert tab.busy
    assert enabled(actions) == [False, False, False]
    with qtbot.waitSignal(tab.ended):
        pass
    assert enabled(actions) == [True, False, False]


def test_a_convnet_is_chosen_and_trained(tab: TrainTab, qtbot) -> None:
    tab.form.network.set_spec(simple_convnet())
    trained = collected(tab.session, Trained)
    train(tab, qtbot, epochs="4", lr="0.05")
    assert text(tab, "train-message").startswith("Done in ")
    weights = trained[0].weights
    assert weights.spec == simple_convnet()
    assert weights.scores["small test accuracy"] > 0.3


def test_the_last_evaluation_is_announced(tab: TrainTab, actions: Actions, session, qtbot, monkeypatch) -> None:
    """With a large network it takes long: it is on the whole test set, those before are on a part of it."""
    fill(tab, epochs="2")
    request = replace(tab.form.request, config=replace(tab.form.request.config, evaluation_samples=50))
    messages = []

    def receive(event: SessionEvent) -> None:
        if isinstance(event, Measuring):
            messages.append((text(tab, "train-message"), enabled(actions)))

    session.job_event.connect(receive)
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(request)
    ((message, buttons),) = messages
    assert message.startswith("All iterations are done: ")
    assert buttons == [False, False, True]
    assert text(tab, "train-message").startswith("Done in ")
    # Not where the accuracy on the whole test set is known already.
    train(tab, qtbot, epochs="2")
    assert len(messages) == 1


def test_a_training_that_is_stopped(tab: TrainTab, actions: Actions, qtbot) -> None:
    start_endless(tab, qtbot)
    with qtbot.waitSignal(tab.session.ended):
        actions.stop_training.trigger()
    assert text(tab, "train-message").startswith("Stopped after ")
    assert "keeps what it has learned" in text(tab, "train-message")
    assert role(tab) == ""


def test_a_training_that_is_stopped_at_once(tab: TrainTab, qtbot) -> None:
    tab.session.started.connect(lambda: tab.session.stop())
    train(tab, qtbot)
    assert text(tab, "train-message") == "Stopped before anything was learned."
    assert text(tab, "test-accuracy") == "–"


def test_a_training_that_diverges_leaves_its_curve_and_advice(tab: TrainTab, qtbot) -> None:
    train(tab, qtbot, lr="1000000", optimizer="sgd", epochs="1000")
    assert "the learning rate 1e+06 is too large" in text(tab, "train-message")
    assert "smaller one, such as 1e+05" in text(tab, "train-message")
    assert role(tab) == "error"
    assert tab.findChild(QLabel, "train-message").property("advice")
    tab.pages.curves.redraw()
    assert len(tab.pages.curves.loss.points("raw")[0]) >= 1


def test_a_training_that_learns_nothing_gets_advice(tab: TrainTab, qtbot) -> None:
    train(tab, qtbot, lr="0.000000001", epochs="1")
    assert "learned almost nothing" in text(tab, "train-message")


def test_a_training_that_fails_shows_why_until_the_next_one(tab: TrainTab, session, qtbot) -> None:
    def broken(data: str, progress: Callable[[int, int], None]) -> Loaded:
        raise DataError("The file is damaged: fetch it again.")

    session.load = broken
    train(tab, qtbot)
    assert text(tab, "train-message") == "The file is damaged: fetch it again."
    assert role(tab) == "error"
    session.load = small_data
    train(tab, qtbot, epochs="5")
    assert text(tab, "train-message").startswith("Done in ")
    assert role(tab) == ""


def test_the_facts_change_five_times_a_second_at_most(tab: TrainTab) -> None:
    def event(iteration: int) -> Progress:
        return Progress(iteration, 100, iteration / 10, np.zeros(1, np.float32), 0.1, 50.0, 3.0)

    tab.panel.show_progress(event(10), 50)
    tab.panel.show_progress(event(20), 50)
    assert "iteration 10 of 100" in text(tab, "train-facts")
    assert tab.findChild(QProgressBar, "train-progress").value() == 200
    tab.panel.show_progress(event(30), 50, paused=True)
    assert text(tab, "train-facts") == "Epoch 3.0 of 10  ·  iteration 30 of 100  ·  50 iterations/s · 2,500 images/s"


def test_the_speed_is_shown_once_it_is_known(tab: TrainTab, qtbot) -> None:
    """A convnet: one second for the first evaluation, then 0.12 s for each iteration."""
    shown = []
    for iteration in range(1, 101):
        pace = iteration / (1 + 0.12 * iteration)
        event = Progress(iteration, 6000, iteration / 600, np.ones(1, np.float32), 0.1, pace, (6000 - iteration) / pace)
        tab.panel._updated = 0.0  # as if 0.2 s had passed
        tab.panel.show_progress(event, 50)
        shown.append(text(tab, "train-facts").split("  ·  ")[2:])
    assert shown[0] == shown[28] == []
    assert shown[29] == ["6.5 iterations/s · 326 images/s", "15 min left"]
    assert shown[99] == ["7.7 iterations/s · 385 images/s", "13 min left"]
    # After a pause the speed is that since the pause, without an evaluation.
    tab.panel._updated = 0.0
    tab.panel.show_progress(Progress(101, 6000, 101 / 600, np.ones(1, np.float32), 0.1, 0.25, 23_596), 50)
    assert "0.25 iterations/s · 12 images/s  ·  6 h 33 min left" in text(tab, "train-facts")


def test_the_text_of_a_speed() -> None:
    assert [rate_text(each) for each in (1793.4, 83.2, 8.31, 1, 0.321, 0.0456)] == [
        "1,793",
        "83",
        "8.3",
        "1.0",
        "0.32",
        "0.046",
    ]


def test_the_text_of_the_time_left() -> None:
    assert [time_left(seconds) for seconds in (0.4, 12.3, 100, 4_799, 5_400)] == [
        "0 s left",
        "12 s left",
        "2 min left",
        "80 min left",
        "1 h 30 min left",
    ]


def test_another_theme_recolours_the_numbers(tab: TrainTab, theme: Theme) -> None:
    number = tab.findChild(QLabel, "train-accuracy")
    number.setEnabled(True)
    for choice in ("light", "dark"):
        theme.choose(choice)
        assert number.palette().color(number.foregroundRole()) == theme.colour("train")


def test_advice_has_room_for_its_frame_also_where_the_panel_is_compact(tab: TrainTab, qtbot) -> None:
    message = tab.findChild(QLabel, "train-message")
    tab.panel.set_compact(True)
    tab.panel.show_message("advice " * 20, "error")
    qtbot.wait(20)
    without = message.height()
    tab.panel.show_message("advice " * 20, "error", advice=True)
    qtbot.waitUntil(lambda: message.height() >= without + 10)


def test_it_shows_which_data_it_trains_on(tab: TrainTab, session: TrainingSession, qtbot) -> None:
    cache.put("mnist", small_data())
    with waiting_for(qtbot, session, Progress):
        session.start(replace(tab.form.request, data="mnist"))
    assert text(tab, "train-message") == "Training on the MNIST training set, 500 digits."


def test_a_training_that_cannot_be_stored_is_a_problem(tab: TrainTab, session: TrainingSession) -> None:
    problems = []
    tab.problem.connect(problems.append)
    session.job_event.emit(NotStored("The disk is full."))
    assert problems == ["The disk is full. The training continues, but is not stored among the runs."]
    assert not tab.stored


# -- closing


def test_ended_is_emitted_once_it_is_shut_down(tab: TrainTab, qtbot) -> None:
    start_endless(tab, qtbot)
    assert tab.busy
    with qtbot.waitSignal(tab.ended):
        tab.shut_down()
    assert not tab.busy
    assert tab.session.state is State.IDLE


def test_it_fits_the_smallest_window(tab: TrainTab) -> None:
    assert tab.minimumSizeHint().width() <= 900
    assert tab.minimumSizeHint().height() <= 460


def test_the_button_follows_the_action(actions: Actions, tab: TrainTab) -> None:
    assert isinstance(actions.start_training, QAction)
    actions.start_training.setEnabled(False)
    assert not button(tab, "start-training").isEnabled()
