"""The bar follows the training, and shows the network as it was after its earlier epochs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from session_events import waiting_for
from small_digits import small_data
from small_weights import random_weights

from engine.errors import RunError
from engine.jobs.protocol import Evaluation, NotStored, Progress, RunUntil, Snapshot, Speed, Trained
from engine.nn.network_spec import NetworkSpec
from engine.runs import RunStore
from engine.train.trainer import TrainConfig
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.settings import Settings
from gui.theme import Theme
from gui.training.session import State, TrainingSession
from gui.training.train_request import TrainRequest
from gui.transport.controller import Transport
from gui.transport.transport_bar import TransportBar

REQUEST = TrainRequest(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=4, lr=0.05), "starter")
ENDLESS = TrainRequest(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=100_000, lr=0.001), "starter")


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs")


@pytest.fixture
def session(qtbot, store: RunStore) -> Iterator[TrainingSession]:
    made = TrainingSession(load=small_data, store=store)
    yield made
    if made.busy:
        with qtbot.waitSignal(made.ended, timeout=20_000):
            made.stop()
    made.deleteLater()


@pytest.fixture
def network() -> CurrentNetwork:
    return CurrentNetwork(random_weights(), None)


@pytest.fixture
def transport(
    qtbot, session: TrainingSession, network: CurrentNetwork, actions: Actions, settings: Settings, theme: Theme
) -> Iterator[Transport]:
    made = Transport(session, network, actions, settings, theme, session)
    theme.style(made.bar)

    def follow(event: object) -> None:
        if isinstance(event, Snapshot):
            network.follow(event.spec, event.params)
        elif isinstance(event, Trained):
            network.use(event.weights, None, keep_view=True)

    session.job_event.connect(follow)
    made.bar.resize(1400, made.bar.height())
    with qtbot.waitExposed(made.bar):
        made.bar.show()
    yield made
    session.stop()
    qtbot.waitUntil(lambda: not made.busy and not session.busy, timeout=20_000)
    made.bar.close()
    made.bar.deleteLater()


def train(transport: Transport, session: TrainingSession, qtbot, request: TrainRequest = REQUEST) -> None:
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(request)
    qtbot.waitUntil(lambda: not transport.busy)


def text(transport: Transport, name: str) -> str:
    return transport.bar.findChild(QLabel, name).text()


def button(transport: Transport, name: str) -> QPushButton:
    return transport.bar.findChild(QPushButton, name)


def move(transport: Transport, position: int, qtbot) -> None:
    transport.bar.epochs.slider.setValue(position)
    qtbot.waitUntil(lambda: not transport.busy)


def same(network: CurrentNetwork, params: dict[str, np.ndarray]) -> bool:
    return all(np.array_equal(array, network.recognizer.params[name]) for name, array in params.items())


# -- the training


def test_a_training_that_finishes(transport: Transport, session: TrainingSession, qtbot) -> None:
    assert not transport.available
    assert text(transport, "train-facts") == "No training yet"
    train(transport, session, qtbot)
    assert transport.available
    assert text(transport, "train-facts") == "Epoch 4.0 of 4"
    assert text(transport, "train-details") == "Iteration 20 of 20 · finished"
    progress = transport.bar.findChild(QProgressBar, "train-progress")
    assert progress.value() == progress.maximum()
    for name in ("train-accuracy", "test-accuracy"):
        assert float(text(transport, name).removesuffix(" %")) > 50
    assert len(transport.bar.sparkline.points) == 20


def test_one_button_starts_pauses_and_resumes(transport: Transport, session, actions: Actions, qtbot) -> None:
    start, pause = button(transport, "start-training"), button(transport, "pause-training")
    assert (start.isVisible(), pause.isVisible()) == (True, False)
    start.setFocus()
    with waiting_for(qtbot, session, Progress):
        session.start(ENDLESS)
    assert (start.isVisible(), pause.isVisible()) == (False, True)
    assert pause.hasFocus()
    width = pause.width()
    session.pause()
    actions.show_paused(True)
    assert pause.text() == "Resume"
    assert text(transport, "train-details").endswith("paused")
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.stop()
    assert (start.isVisible(), pause.isVisible()) == (True, False)
    assert start.width() == width
    assert text(transport, "train-details").endswith("stopped")


@pytest.fixture
def buttons(session: TrainingSession, actions: Actions) -> None:
    """The actions change before the bar does, as in the window."""

    def enable(state: State) -> None:
        actions.start_training.setEnabled(state is State.IDLE)
        actions.pause_training.setEnabled(state in (State.RUNNING, State.PAUSED))
        actions.step_training.setEnabled(state in (State.IDLE, State.PAUSED))
        actions.stop_training.setEnabled(state in (State.RUNNING, State.PAUSED))

    session.state_changed.connect(enable)
    enable(session.state)
    actions.start_training.triggered.connect(lambda: session.start(ENDLESS))
    actions.step_training.triggered.connect(lambda: session.resume(RunUntil.STEP))
    actions.stop_training.triggered.connect(lambda: session.stop())


def test_the_focus_stays_at_the_buttons(buttons: None, transport: Transport, session: TrainingSession, qtbot) -> None:
    start, pause, step, stop = (button(transport, f"{name}-training") for name in ("start", "pause", "step", "stop"))
    start.setFocus()
    with waiting_for(qtbot, session, Progress):
        QTest.keyClick(start, Qt.Key.Key_Space)
    assert pause.hasFocus()
    session.pause()
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=20_000)
    step.setFocus()
    with waiting_for(qtbot, session, Progress):
        QTest.keyClick(step, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=20_000)
    assert step.hasFocus()
    QTest.keyClick(step, Qt.Key.Key_Tab)
    assert not step.hasFocus()
    stop.setFocus()
    with qtbot.waitSignal(session.ended, timeout=20_000):
        QTest.keyClick(stop, Qt.Key.Key_Space)
    assert start.hasFocus()


def test_a_training_that_is_stopped_at_once(transport: Transport, session: TrainingSession, qtbot) -> None:
    session.started.connect(lambda: session.stop())
    train(transport, session, qtbot)
    assert text(transport, "train-facts") == "Not trained"
    assert text(transport, "test-accuracy") == "–"


def test_the_facts_change_five_times_a_second_at_most(transport: Transport, session: TrainingSession) -> None:
    session.started.emit(REQUEST)
    for iteration in (1, 2, 3):
        event = Progress(iteration, 100, iteration / 10, np.zeros(1, np.float32), 0.1, 50.0, 3.0)
        session.job_event.emit(event)
    assert text(transport, "train-details").startswith("Iteration 1 of 100")
    session.state_changed.emit(State.IDLE)
    assert text(transport, "train-details").startswith("Iteration 3 of 100")
    assert transport.bar.findChild(QProgressBar, "train-progress").value() == 30


# -- the speed


def test_the_speed_is_chosen_and_remembered(
    transport: Transport, session: TrainingSession, actions: Actions, settings: Settings, theme: Theme, qtbot
) -> None:
    assert session.speed is Speed.FULL
    assert transport.bar.speed.currentText() == "Full speed"
    actions.speeds.actions()[1].trigger()
    assert session.speed is Speed.FIVE
    assert transport.bar.speed.currentText() == "5 steps/s"
    transport.bar.speed.setCurrentIndex(3)
    transport.bar.speed.activated.emit(3)
    assert session.speed is Speed.EPOCH
    assert actions.speeds.checkedAction().data() == "epoch"
    other = TrainingSession()
    again = Transport(other, CurrentNetwork(random_weights(), None), Actions(other, theme), settings, theme, other)
    qtbot.addWidget(again.bar)
    assert other.speed is Speed.EPOCH
    assert again.bar.speed.currentText() == "1 epoch/s"
    other.deleteLater()


# -- the kept epochs


def test_the_slider_goes_through_the_kept_epochs(
    transport: Transport, session: TrainingSession, network: CurrentNetwork, store: RunStore, qtbot
) -> None:
    slider, now = transport.bar.epochs.slider, button(transport, "epoch-now")
    assert not slider.isEnabled()
    train(transport, session, qtbot)
    latest = dict(network.recognizer.params)
    assert (slider.isEnabled(), slider.maximum(), slider.value()) == (True, 3, 3)  # the last epoch is now
    assert text(transport, "epoch-label") == "Kept epochs: 4"
    viewed = []
    transport.viewed.connect(lambda run_id, epoch: viewed.append((run_id, epoch and epoch.epoch)))
    (run,) = store.runs()

    move(transport, 1, qtbot)
    assert network.viewing == "epoch 2"
    assert network.name == f"{run.name}, epoch 2"
    assert same(network, store.weights(run.id, 10).params)
    assert text(transport, "epoch-label") == "Showing epoch 2"
    assert viewed[-1] == (run.id, 2)
    measured = {each.iteration: each for each in store.evaluations(run.id)}
    assert text(transport, "train-accuracy") == f"{100 * measured[10].train_accuracy:.1f} %"

    QTest.mouseClick(now, Qt.MouseButton.LeftButton)
    assert network.viewing == ""
    assert slider.value() == 3
    assert same(network, latest)
    assert same(network, store.weights(run.id, 20).params)
    assert viewed[-1] == (run.id, None)
    assert text(transport, "train-accuracy") == f"{100 * measured[20].train_accuracy:.1f} %"

    # Another network in use: the last epoch is another place.
    network.use(random_weights(), None)
    assert slider.maximum() == 4
    move(transport, 3, qtbot)
    assert network.viewing == "epoch 4"


def test_with_early_stopping_now_is_the_best_epoch(
    transport: Transport, session: TrainingSession, network: CurrentNetwork, store: RunStore, qtbot
) -> None:
    config = TrainConfig(epochs=4, lr=5.0, validation=0.2, patience=10, seed=2)
    train(transport, session, qtbot, TrainRequest(NetworkSpec.mlp((10,), "relu"), config, "starter"))
    best = network.weights.training["best_after_iterations"]
    last = store.checkpoints(store.runs()[0].id)[-1].iteration
    assert transport.bar.epochs.slider.maximum() == (3 if best == last else 4)


def test_a_fast_drag_loads_only_the_last_position(
    transport: Transport, session: TrainingSession, network: CurrentNetwork, store: RunStore, qtbot, monkeypatch
) -> None:
    train(transport, session, qtbot)
    loaded, views = [], []
    read = RunStore.weights
    monkeypatch.setattr(RunStore, "weights", lambda *args: (loaded.append(args[2]), read(*args))[1])
    network.updated.connect(lambda: views.append(network.viewing))
    for position in (3, 2, 1, 0, 1, 2):
        transport.bar.epochs.slider.setValue(position)
    qtbot.waitUntil(lambda: not transport.busy)
    assert loaded[-1] == 15
    assert len(loaded) <= 2
    assert views == ["epoch 3"]


def test_the_training_continues_while_an_earlier_epoch_is_shown(
    transport: Transport, session: TrainingSession, network: CurrentNetwork, store: RunStore, qtbot
) -> None:
    session.start(ENDLESS, RunUntil.EPOCH)
    for epoch in (1, 2, 3):
        qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=20_000)
        qtbot.waitUntil(lambda epoch=epoch: transport.bar.epochs.slider.maximum() == epoch - 1, timeout=20_000)
        if epoch == 2:
            move(transport, 0, qtbot)
            assert network.viewing == "epoch 1"
        if epoch < 3:
            session.resume(RunUntil.EPOCH)
    assert network.viewing == "epoch 1"
    assert transport.bar.epochs.slider.value() == 0
    assert same(network, store.weights(store.runs()[0].id, 5).params)
    button(transport, "epoch-now").click()
    assert same(network, store.weights(store.runs()[0].id, 15).params)


def test_now_works_when_the_epoch_that_is_shown_is_kept_no_longer(
    transport: Transport, session: TrainingSession, network: CurrentNetwork, qtbot
) -> None:
    train(transport, session, qtbot)
    latest = dict(network.recognizer.params)
    move(transport, 2, qtbot)
    assert network.viewing == "epoch 3"
    session.job_event.emit(NotStored("The disk is full."))
    button(transport, "epoch-now").click()
    assert network.viewing == ""
    assert same(network, latest)
    assert not button(transport, "epoch-now").isEnabled()


def test_a_training_that_starts_while_an_earlier_epoch_is_being_loaded(
    transport: Transport, session: TrainingSession, network: CurrentNetwork, qtbot
) -> None:
    train(transport, session, qtbot)
    transport.bar.epochs.slider.setValue(0)
    assert text(transport, "epoch-label") == "Showing epoch 1"
    session.start(ENDLESS)
    assert text(transport, "epoch-label") == "No earlier epochs"
    assert not button(transport, "epoch-now").isEnabled()
    assert network.viewing == ""


def test_another_network_or_training_ends_the_view(
    transport: Transport, session: TrainingSession, network: CurrentNetwork, qtbot
) -> None:
    train(transport, session, qtbot)
    slider = transport.bar.epochs.slider
    move(transport, 0, qtbot)
    network.use(random_weights(3), None)
    assert network.viewing == ""
    assert slider.value() == slider.maximum()
    move(transport, 0, qtbot)
    assert network.viewing == "epoch 1"
    with waiting_for(qtbot, session, Progress):
        session.start(ENDLESS)
    assert network.viewing == ""


@pytest.mark.parametrize("which", ["of another run", "of another epoch"])
def test_where_an_image_is_opened_with_another_network_the_bar_is_at_now(
    transport: Transport, session: TrainingSession, network: CurrentNetwork, store: RunStore, qtbot, which: str
) -> None:
    train(transport, session, qtbot)
    (run,) = store.runs()
    opened = random_weights(3) if which == "of another run" else store.weights(run.id, 15)
    slider, viewed = transport.bar.epochs.slider, []
    transport.viewed.connect(lambda run_id, epoch: viewed.append(epoch and epoch.epoch))
    accuracy = text(transport, "train-accuracy")
    move(transport, 0, qtbot)
    assert text(transport, "train-accuracy") != accuracy
    network.view(opened, "epoch 3")
    assert text(transport, "epoch-label") == "Kept epochs: 4"
    assert slider.value() == slider.maximum()
    assert text(transport, "train-accuracy") == accuracy
    assert viewed == [1, None]
    # What is opened last is shown, also where an epoch is still being loaded; and it can be left with the slider.
    slider.setValue(1)
    network.view(replace(opened), "epoch 3")
    qtbot.waitUntil(lambda: not transport.busy)
    assert same(network, opened.params)
    assert text(transport, "epoch-label") == "Kept epochs: 4"
    move(transport, 1, qtbot)
    assert network.viewing == "epoch 2"
    assert text(transport, "epoch-label") == "Showing epoch 2"


def test_an_image_that_is_opened_with_the_epoch_that_is_shown_leaves_the_bar_there(
    transport: Transport, session: TrainingSession, network: CurrentNetwork, store: RunStore, qtbot
) -> None:
    train(transport, session, qtbot)
    (run,) = store.runs()
    move(transport, 1, qtbot)
    accuracy = text(transport, "train-accuracy")
    network.view(store.weights(run.id, 10), "epoch 2")
    assert text(transport, "epoch-label") == "Showing epoch 2"
    assert (transport.bar.epochs.slider.value(), text(transport, "train-accuracy")) == (1, accuracy)
    network.view_latest()
    assert text(transport, "epoch-label") == "Kept epochs: 4"


def test_weights_that_cannot_be_read_are_a_problem(
    transport: Transport, session: TrainingSession, network: CurrentNetwork, qtbot, monkeypatch
) -> None:
    train(transport, session, qtbot)
    problems = []
    transport.problem.connect(problems.append)

    def fail(*_: object) -> None:
        raise RunError("The file is damaged.")

    monkeypatch.setattr(RunStore, "weights", fail)
    move(transport, 0, qtbot)
    assert problems == ["The file is damaged."]
    assert network.viewing == ""
    assert transport.bar.epochs.slider.value() == transport.bar.epochs.slider.maximum()


def test_where_runs_are_not_stored_the_slider_says_so(transport: Transport, session: TrainingSession, qtbot) -> None:
    session.started.emit(REQUEST)
    session.job_event.emit(NotStored("The disk is full."))
    slider = transport.bar.epochs.slider
    assert not slider.isEnabled()
    assert slider.toolTip() == "The disk is full. So there are no earlier epochs to show."


def test_a_stored_run_is_shown_as_long_as_nothing_is_trained(
    session: TrainingSession, store: RunStore, actions, settings, theme, qtbot
) -> None:
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(REQUEST)
    (run,) = store.runs()
    network = CurrentNetwork(random_weights(), None)
    transport = Transport(session, network, actions, settings, theme, session)
    qtbot.addWidget(transport.bar)
    transport.show_runs([run])
    qtbot.waitUntil(lambda: not transport.busy)
    assert transport.available
    assert text(transport, "train-facts") == "Epoch 4.0 of 4"
    assert text(transport, "train-details") == "Iteration 20 of 20 · finished"
    assert len(transport.bar.sparkline.points) == 20
    move(transport, 0, qtbot)
    assert network.name == f"{run.name}, epoch 1"
    transport.show_runs([])
    assert network.viewing == ""
    assert not transport.available


# -- room


@pytest.mark.parametrize("width", [720, 900, 1100, 1600])
def test_nothing_is_clipped_and_the_height_is_constant(transport: Transport, width: int, qtbot) -> None:
    bar = transport.bar
    heights = {bar.height()}
    bar.resize(width, bar.height())
    bar.set_widest("Epoch 10.0 of 10", "Iteration 6,000 of 6,000 · 88 min left")
    bar.show_facts("Epoch 10.0 of 10", "Iteration 6,000 of 6,000 · 88 min left")
    bar.show_accuracies(Evaluation(1, 1.0, 1.0, 1.0, epoch_end=True))
    for active in (True, False):
        bar.show_active(active)
        qtbot.wait(10)
        for each in (*bar.findChildren(QPushButton), *bar.findChildren(QLabel)):
            if each.isVisible():
                assert each.width() >= each.sizeHint().width(), each.objectName()
                assert each.mapTo(bar, each.rect().bottomRight()).x() < width
                assert each.accessibleName() or each.text()
        heights.add(bar.height())
    assert bar.epochs.slider.isVisible()
    assert bar.speed.isVisible()
    assert len(heights) == 1


def test_what_gives_way_first(transport: Transport, qtbot) -> None:
    bar = transport.bar

    def shown(width: int) -> tuple[bool, ...]:
        bar.resize(width, bar.height())
        step = button(transport, "step-training")
        assert step.toolTip()
        return bar.sparkline.isVisible(), bool(step.text()), bool(button(transport, "start-training").text())

    assert shown(1600) == (True, True, True)
    assert shown(1150) == (False, True, True)
    assert shown(950) == (False, False, True)
    assert shown(720) == (False, False, False)


def test_the_numbers_have_the_colours_of_the_theme(transport: Transport, theme: Theme) -> None:
    number = transport.bar.findChild(QLabel, "train-accuracy")
    number.setEnabled(True)
    for choice in ("light", "dark"):
        theme.choose(choice)
        assert number.palette().color(number.foregroundRole()) == theme.colour("text")


def test_it_grows_with_the_zoom(transport: Transport, theme: Theme) -> None:
    bar: TransportBar = transport.bar
    before, number = bar.height(), bar.findChild(QLabel, "train-accuracy").font().pixelSize()
    theme.set_scale(1.5)
    assert bar.height() == pytest.approx(1.5 * before, abs=2)
    assert bar.findChild(QLabel, "train-accuracy").font().pixelSize() == 1.5 * number
    theme.set_scale(1.0)


def test_sizes_and_objects_are_as_before_after_a_zoom_and_back(transport: Transport, theme: Theme, qtbot) -> None:
    bar = transport.bar
    details, number = (bar.findChild(QLabel, name) for name in ("train-details", "train-accuracy"))
    qtbot.wait(20)
    before = bar.height(), details.minimumWidth(), len(number.children())
    for _ in range(2):
        # Without the details, and with them again.
        theme.set_scale(2.2)
        qtbot.wait(20)
        assert not details.isVisible()
        theme.set_scale(1.0)
        qtbot.wait(20)
        assert details.isVisible()
        assert (bar.height(), details.minimumWidth(), len(number.children())) == before
