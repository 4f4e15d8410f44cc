"""The training tab: the buttons follow the session, and its events are shown."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from session_events import collected, waiting_for
from small_digits import small_data
from small_weights import random_weights
from window_shutdown import shut_down

from engine.data.dataset_summary import Loaded
from engine.errors import DataError
from engine.jobs.protocol import Advised, Measuring, NotStored, Progress, Stored, Trained
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import simple_convnet
from engine.runs import DataFacts, Run, RunStore
from engine.train.diagnosis import Advice
from engine.train.trainer import TrainConfig
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.settings import Settings
from gui.theme import Theme
from gui.training.data.dataset_cache import cache
from gui.training.form.field_cards import set_text
from gui.training.form.form_values import YES
from gui.training.progress_text import ProgressText, rate_text, time_left
from gui.training.session import Preparing, SessionEvent, State, TrainingSession
from gui.training.train_request import TrainRequest
from gui.training.train_tab import TrainTab


@pytest.fixture
def session(qtbot) -> Iterator[TrainingSession]:
    made = TrainingSession(load=small_data)
    yield made
    if made.busy:
        with qtbot.waitSignal(made.ended, timeout=20_000):
            made.stop()


@pytest.fixture
def tab(
    qtbot, session: TrainingSession, actions: Actions, settings: Settings, theme: Theme, mnist
) -> Iterator[TrainTab]:
    # The map does not write a thousand digits.
    cache.put("starter", small_data())
    made = TrainTab(session, CurrentNetwork(random_weights(), None), actions, settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down)
    made.resize(1100, 604)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    cache.clear()


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


def test_with_a_wrong_setting_or_missing_data_it_does_not_start(tab: TrainTab, actions: Actions) -> None:
    fill(tab, lr="0")
    assert enabled(actions) == [False, False, False]
    assert text(tab, "train-message") == "A setting is not right yet. Learning rate must be above 0 and at most 1e+30."
    tab.panel.fix.click()
    assert tab.form.fields["lr"].hasFocus()
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
    for name in ("train-message", "train-speed"):
        assert tab.findChild(QLabel, name).accessibleName()


# -- what it shows


def test_a_training_that_finishes(tab: TrainTab, qtbot) -> None:
    train(tab, qtbot, epochs="5")
    assert text(tab, "train-message").startswith("Done in ")
    tab.pages.curves.redraw()
    assert len(tab.pages.curves.accuracy.points("test")[0]) == 6
    assert len(tab.pages.curves.loss.points("raw")[0]) == 25


def test_while_it_trains(tab: TrainTab, qtbot) -> None:
    assert "start the training" in text(tab, "train-message")
    start_endless(tab, qtbot)
    assert text(tab, "train-message") == "Training on the 500 synthetic digits."
    qtbot.waitUntil(lambda: "iterations/s" in text(tab, "train-speed"), timeout=20_000)


@pytest.mark.parametrize(("batch_size", "mean"), [(100, 100), (10_000, 500), (300, 250)])
def test_the_images_per_second_are_those_that_are_trained_on(batch_size: int, mean: int) -> None:
    """A batch has at most all 500 images; of two batches of at most 300 the second one has 200."""
    cache.put("folder:/photos", small_data())
    request = TrainRequest(NetworkSpec.mlp((5,)), TrainConfig(batch_size=batch_size), "folder:/photos")
    assert request.images_per_iteration == mean


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
    # They are looked at first: ``waitUntil``, which ends the test, would leave the thread no time.
    with qtbot.waitSignal(tab.form.data.checked, timeout=20_000, check_params_cb=lambda check, _: check is not None):
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
    assert text(tab, "train-message").startswith("Stopped by you after ")
    assert "keeps what it has learned" in text(tab, "train-message")
    assert role(tab) == ""


def test_a_training_that_is_stopped_at_once(tab: TrainTab, qtbot) -> None:
    tab.session.started.connect(lambda: tab.session.stop())
    train(tab, qtbot)
    assert text(tab, "train-message") == "Stopped before anything was learned."


def test_a_training_that_diverges_leaves_its_curve_and_advice(tab: TrainTab, qtbot) -> None:
    train(tab, qtbot, lr="1000000", optimizer="sgd", epochs="1000")
    assert text(tab, "train-message").startswith("The loss diverged. ")
    assert "The learning rate 1e+06 is too large. Try learning rate 0.1." in text(tab, "train-message")
    assert role(tab) == "error"
    assert tab.panel.property("advice")
    tab.pages.curves.redraw()
    assert len(tab.pages.curves.loss.points("raw")[0]) >= 1


def test_a_training_that_learns_nothing_gets_advice(tab: TrainTab, qtbot) -> None:
    train(tab, qtbot, lr="0.000000001", epochs="1")
    assert "The learning rate 1e-09 is too small. Try learning rate 0.1." in text(tab, "train-message")
    assert role(tab) == "error"
    assert tab.learned_nothing
    train(tab, qtbot, lr="0.1", epochs="5")
    assert not tab.learned_nothing


def test_early_stopping_is_said(tab: TrainTab, qtbot) -> None:
    trained, progress = collected(tab.session, Trained), collected(tab.session, Progress)
    train(tab, qtbot, epochs="100", early_stopping="yes")
    assert progress[-1].iteration < progress[-1].total_iterations
    patience = tab.form.request.config.patience
    best = trained[0].weights.training["best_after_iterations"] * progress[-1].epoch / progress[-1].iteration
    expected = (
        f"Early stopping: the validation accuracy has not improved for {patience} epochs; the weights of epoch "
        f"{best:.4g} are kept."
    )
    assert text(tab, "train-message").startswith(expected)


def test_advice_is_shown_while_it_trains_until_it_learns(tab: TrainTab, session, qtbot) -> None:
    start_endless(tab, qtbot)
    session.job_event.emit(Advised(Advice("labels", "The labels do not fit.")))
    assert (text(tab, "train-message"), role(tab)) == ("The labels do not fit.", "warning")
    assert not tab.panel.remedy.isVisible()
    session.job_event.emit(Advised(None))
    assert text(tab, "train-message").startswith("Training on")
    assert role(tab) == ""


def test_advice_is_taken_with_one_click(tab: TrainTab, session, qtbot) -> None:
    """The training is stopped; its settings are changed, and can be changed back."""
    start_endless(tab, qtbot)
    spec = tab.form.request.spec
    better = replace(tab.form.request.config, lr=0.05)
    session.job_event.emit(Advised(Advice("learning rate", "It is too small.", "Use learning rate 0.05", None, better)))
    assert tab.panel.remedy.text() == "Use learning rate 0.05"
    session.pause()
    qtbot.waitUntil(lambda: session.state is State.PAUSED)
    assert text(tab, "train-message") == "Paused. It is too small."
    assert tab.panel.remedy.text() == "Use learning rate 0.05"
    # It counts what was said when the button was clicked.
    session.state_changed.connect(
        lambda state: session.job_event.emit(Advised(None)) if state is State.STOPPING else None
    )
    with qtbot.waitSignal(session.ended):
        tab.panel.remedy.click()
    assert tab.form.request.config.lr == 0.05
    assert tab.form.request.spec == spec
    assert text(tab, "train-message").startswith("The settings are changed (“Use learning rate 0.05”).")
    assert not tab.panel.remedy.isVisible()
    assert not session.busy
    tab.form.undo_button.click()
    assert tab.form.request.config.lr == 0.001


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


def test_the_message_has_the_number_of_images_that_are_used(tab: TrainTab, actions: Actions, qtbot) -> None:
    fill(tab, overfitting=YES, train_size="20")
    start_endless(tab, qtbot)
    assert text(tab, "train-message") == "Training on the 20 synthetic digits."
    with qtbot.waitSignal(tab.session.ended, timeout=20_000):
        actions.stop_training.trigger()


def test_stopped_after_one_step(tab: TrainTab, actions: Actions, qtbot) -> None:
    actions.step_training.trigger()
    qtbot.waitUntil(lambda: tab.session.state is State.PAUSED, timeout=20_000)
    with qtbot.waitSignal(tab.session.ended, timeout=20_000):
        actions.stop_training.trigger()
    assert text(tab, "train-message").startswith("Stopped by you after 1 iteration. ")


def test_the_time_left_is_known_after_the_first_evaluation_no_longer_counts() -> None:
    """A convnet: one second for the first evaluation, then 0.12 s for each iteration."""
    shown = []
    texts = ProgressText()
    for iteration in range(1, 101):
        pace = iteration / (1 + 0.12 * iteration)
        event = Progress(iteration, 6000, iteration / 600, np.ones(1, np.float32), 0.1, pace, (6000 - iteration) / pace)
        shown.append(texts.details(event))
    assert shown[0] == "Iteration 1 of 6,000"
    assert shown[28] == "Iteration 29 of 6,000"
    assert shown[29] == "Iteration 30 of 6,000 · 15 min left"
    assert shown[99] == "Iteration 100 of 6,000 · 13 min left"
    assert texts.details(event, "paused") == "Iteration 100 of 6,000 · paused"
    assert texts.epoch(event) == "Epoch 0.2 of 10"


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


def test_the_panel_stays_as_high_as_it_is(tab: TrainTab, qtbot) -> None:
    """Otherwise the tabs below it would jump under the mouse."""
    heights = set()
    for page in range(tab.pages.count()):
        tab.pages.setCurrentIndex(page)
        for sentence, role, advice in (("", "", False), ("advice " * 20, "error", True), ("short", "warning", False)):
            tab.panel.show_message(sentence, role, advice)
            qtbot.wait(20)
            heights.add(tab.panel.height())
    assert len(heights) == 1


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
    session.job_event.emit(NotStored("It is locked.", again=True))
    session.job_event.emit(Stored("0" * 32))
    assert problems[1:] == [
        "It is locked. The training continues, and is stored as soon as that is possible.",
        "The training is stored now.",
    ]
    assert tab.stored


def test_weights_that_could_not_be_stored_are_to_be_saved_elsewhere(
    tab: TrainTab, session: TrainingSession, qtbot
) -> None:
    asked: list[str] = []
    tab.not_stored.connect(asked.append)
    for expected in (["The disk is full."], ["The disk is full."]):
        start_endless(tab, qtbot)
        if not asked:
            session.job_event.emit(NotStored("The disk is full."))
        with qtbot.waitSignal(session.ended, timeout=20_000):
            session.stop()
        # The second training was stored.
        assert asked == expected


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


def test_a_run_whose_images_are_on_another_computer(
    qtbot, tmp_path: Path, actions: Actions, settings: Settings, theme: Theme, mnist, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file does not say where they are: the user is asked for them."""
    cache.put("starter", small_data())
    session = TrainingSession(load=small_data, store=RunStore(tmp_path))
    tab = TrainTab(session, CurrentNetwork(random_weights(), None), actions, settings, theme)
    qtbot.addWidget(tab)
    data = DataFacts("folder+transpose", "“digits”", "0" * 64, 60)
    run = Run("1" * 32, "from Anna", NetworkSpec.mlp((7,)), TrainConfig(lr=0.037), data, 3, 0.0, imported=True)
    tab.pages.runs.train_again.emit(run)
    assert tab.form.texts["lr"] == "0.037"
    message = tab.findChild(QLabel, "train-message")
    assert message.text() == (
        "The settings of “from Anna” are in the form, but not its images: a run from another computer does not say "
        "where they are on this one. Choose them, then start."
    )
    choose = tab.findChild(QPushButton, "choose-images")
    assert choose.isVisibleTo(tab)
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: asked.append(args[1]) or str(tmp_path))
    choose.click()
    assert len(asked) == 1
    # They are read as those of the run were.
    assert tab.form.data.pending == f"folder+transpose:{tmp_path}"
    tab.form.fields["lr"].setText("0.5")
    tab.form.fields["lr"].editingFinished.emit()
    assert not choose.isVisibleTo(tab)
    tab.shut_down()
    qtbot.waitUntil(lambda: not tab.busy, timeout=20_000)
    cache.clear()
