"""The training session: its states, what it tells and in which order, and that its worker always ends."""

import logging
import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QThread
from small_digits import small_sets

from engine.data.dataset import Dataset
from engine.errors import DataError
from engine.nn.network import NetworkSpec
from engine.nn.presets import deep_convnet
from engine.train.trainer import Progress, TrainConfig, Trainer
from gui.training.session import State, TrainingSession
from gui.training.train_request import TrainRequest

SPEC = NetworkSpec.mlp((10,), "relu")
SHORT = TrainRequest(SPEC, TrainConfig(epochs=3), "starter")
ENDLESS = TrainRequest(SPEC, TrainConfig(epochs=1_000_000, lr=0.001), "starter")
DIVERGING = TrainRequest(SPEC, TrainConfig(optimizer="sgd", lr=1e6, epochs=1000), "starter")


class Listener:
    """Writes down what a session tells: (signal, its arguments)."""

    NAMES = ("state_changed", "began", "preparing", "prepared", "progressed", "evaluated", "snapshot")
    NAMES += ("trained", "diverged", "failed", "ended")

    def __init__(self, session: TrainingSession) -> None:
        self.heard: list[tuple[str, tuple[object, ...]]] = []
        for name in self.NAMES:
            getattr(session, name).connect(lambda *values, name=name: self.heard.append((name, values)))

    def names(self) -> list[str]:
        return [name for name, _ in self.heard]

    def all(self, name: str) -> list[tuple[object, ...]]:
        return [values for heard, values in self.heard if heard == name]

    def states(self) -> list[object]:
        return [state for (state,) in self.all("state_changed")]


@pytest.fixture
def session(qtbot) -> Iterator[TrainingSession]:
    made = TrainingSession(load=small_sets)
    yield made
    if made.busy:
        with qtbot.waitSignal(made.ended, timeout=20_000):
            made.stop()
    made.deleteLater()


@pytest.fixture
def listener(session: TrainingSession) -> Listener:
    return Listener(session)


def run(session: TrainingSession, qtbot, request: TrainRequest = SHORT) -> None:
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(request)


def start_endless(session: TrainingSession, qtbot) -> None:
    with qtbot.waitSignal(session.progressed, timeout=20_000):
        session.start(ENDLESS)
    assert session.state is State.RUNNING


def stop(session: TrainingSession, qtbot) -> None:
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.stop()


class SlowLoad:
    """Data that never come, until ``progress`` throws or ``hurry`` is set."""

    def __init__(self) -> None:
        self.hurry = threading.Event()
        self.calls = 0

    def __call__(self, data: str, progress: Callable[[int, int], None]) -> tuple[Dataset, Dataset]:
        self.calls += 1
        while not self.hurry.wait(0.01):
            progress(1, 100)
        return small_sets(data, progress)


# -- a run from beginning to end


def test_a_run_tells_everything_in_order(session: TrainingSession, listener: Listener, qtbot) -> None:
    run(session, qtbot)
    names = listener.names()
    assert names[:2] == ["state_changed", "began"]
    assert names[-2:] == ["state_changed", "ended"]
    assert listener.states() == [State.PREPARING, State.RUNNING, State.IDLE]
    assert names.index("preparing") < names.index("prepared") < names.index("evaluated") < names.index("progressed")
    assert names.index("trained") > max(i for i, name in enumerate(names) if name == "progressed")
    assert names.count("trained") == names.count("ended") == 1
    assert not {"diverged", "failed"} & set(names)
    assert listener.all("began") == [(SHORT,)]
    assert listener.all("prepared") == [("500 starter digits",)]
    assert sum(len(event.losses) for (event,) in listener.all("progressed")) == 15
    assert [event.epoch for (event,) in listener.all("evaluated")] == [0, 1, 2, 3]


def test_the_trained_weights_know_how_they_were_made(session: TrainingSession, listener: Listener, qtbot) -> None:
    run(session, qtbot)
    ((weights,),) = listener.all("trained")
    assert weights.name == "784-10-10 ReLU, trained here"
    assert weights.spec == SPEC
    facts = weights.training
    assert (facts["data"], facts["pictures"], facts["epochs"], facts["lr"]) == ("small digits", 500, 3, 0.1)
    assert facts["seconds"] >= 0
    assert "stopped_after_iterations" not in facts
    ((last,),) = listener.all("evaluated")[-1:]
    assert weights.scores == {"small test accuracy": last.test_accuracy}


def test_the_weights_are_those_of_the_engine_alone(session: TrainingSession, listener: Listener, qtbot) -> None:
    run(session, qtbot)
    trainer = Trainer(SPEC, SHORT.config, *small_sets("starter", lambda done, total: None))
    for _ in trainer.run():
        pass
    ((weights,),) = listener.all("trained")
    for name, array in trainer.network.params.items():
        assert np.array_equal(weights.params[name], array)


def test_how_often_it_is_measured_changes_nothing_about_the_weights(
    session: TrainingSession, listener: Listener, qtbot
) -> None:
    """Dropout draws random numbers in training alone: a measuring in between does not shift them."""
    config = TrainConfig(iterations=6, batch_size=20, lr=0.05)
    often = replace(config, evaluate_every=2, evaluation_samples=30)
    run(session, qtbot, TrainRequest(deep_convnet(), often, "starter"))
    trainer = Trainer(deep_convnet(), config, *small_sets("starter", lambda done, total: None))
    for _ in trainer.run():
        pass
    assert [event.iteration for (event,) in listener.all("evaluated")][:4] == [0, 2, 4, 6]
    ((weights,),) = listener.all("trained")
    for name, array in trainer.network.params.items():
        assert np.array_equal(weights.params[name], array)


def test_it_says_which_mnist_it_learns_from(session: TrainingSession, listener: Listener, qtbot) -> None:
    run(session, qtbot, TrainRequest(SPEC, TrainConfig(epochs=1), "mnist"))
    assert listener.all("prepared") == [("MNIST training set, 500 digits",)]


def test_snapshots_are_copies_of_the_network_in_training(session: TrainingSession, listener: Listener, qtbot) -> None:
    start_endless(session, qtbot)
    qtbot.waitUntil(lambda: len(listener.all("snapshot")) >= 3, timeout=20_000)
    stop(session, qtbot)
    (first, params), (_, later) = listener.all("snapshot")[0], listener.all("snapshot")[2]
    assert first == SPEC
    assert {name: array.shape for name, array in params.items()} == SPEC.param_shapes()
    assert not np.array_equal(params["W2"], later["W2"])


def test_snapshots_come_ten_times_a_second_at_most(session: TrainingSession, listener: Listener, qtbot) -> None:
    start_endless(session, qtbot)
    qtbot.wait(1000)
    assert 1 <= len(listener.all("snapshot")) <= 13


# -- stopping and pausing


def test_a_stopped_training_keeps_what_it_has_learned(session: TrainingSession, listener: Listener, qtbot) -> None:
    start_endless(session, qtbot)
    stop(session, qtbot)
    ((weights,),) = listener.all("trained")
    done = weights.training["stopped_after_iterations"]
    ((last,),) = listener.all("progressed")[-1:]
    assert done == last.iteration > 0
    # Measured once more: the last accuracies are those of the very weights that are handed over.
    ((measured,),) = listener.all("evaluated")[-1:]
    assert measured.iteration == done
    assert weights.scores == {"small test accuracy": measured.test_accuracy}
    assert listener.states()[-2:] == [State.STOPPING, State.IDLE]


def test_stopping_takes_a_tenth_of_a_second(session: TrainingSession, qtbot) -> None:
    took = []
    for _ in range(3):
        start_endless(session, qtbot)
        began = time.perf_counter()
        stop(session, qtbot)
        took.append(time.perf_counter() - began)
    # The best of three: other tests may be using the machine.
    assert min(took) < 0.15


def test_stopping_while_the_data_are_being_made(qtbot) -> None:
    load = SlowLoad()
    session = TrainingSession(load=load)
    listener = Listener(session)
    with qtbot.waitSignal(session.preparing, timeout=20_000, check_params_cb=lambda done, total: total == 100):
        session.start(SHORT)
    assert session.state is State.PREPARING
    stop(session, qtbot)
    assert listener.states() == [State.PREPARING, State.STOPPING, State.IDLE]
    assert not {"prepared", "trained", "failed"} & set(listener.names())
    # And another time it works: nothing half made was kept.
    load.hurry.set()
    run(session, qtbot)
    assert load.calls == 2
    assert len(listener.all("trained")) == 1


def test_stopping_before_the_worker_has_begun(session: TrainingSession, listener: Listener, qtbot) -> None:
    session.began.connect(session.stop)
    run(session, qtbot)
    assert listener.states() == [State.PREPARING, State.STOPPING, State.IDLE]
    assert not {"trained", "failed"} & set(listener.names())


def test_a_pause_rests_and_goes_on(session: TrainingSession, listener: Listener, qtbot) -> None:
    start_endless(session, qtbot)
    session.pause()
    assert session.state is State.PAUSED
    qtbot.wait(200)  # what was on its way has arrived
    before = len(listener.all("progressed"))
    qtbot.wait(200)
    assert len(listener.all("progressed")) == before
    with qtbot.waitSignal(session.progressed, timeout=20_000):
        session.resume()
    assert session.state is State.RUNNING
    stop(session, qtbot)
    assert listener.states()[2:] == [State.PAUSED, State.RUNNING, State.STOPPING, State.IDLE]


def test_pauses_change_nothing_about_the_result(session: TrainingSession, listener: Listener, qtbot) -> None:
    request = TrainRequest(SPEC, TrainConfig(epochs=40, schedule="cosine"), "starter")
    run(session, qtbot, request)
    session.progressed.connect(session.pause)
    session.evaluated.connect(session.pause)
    session.state_changed.connect(lambda state: session.resume() if state is State.PAUSED else None)
    run(session, qtbot, request)
    ((straight,), (paused,)) = listener.all("trained")
    assert State.PAUSED in listener.states()
    for name, array in straight.params.items():
        assert np.array_equal(array, paused.params[name])
    events = [event.epoch for (event,) in listener.all("evaluated")]
    assert events == [*range(41), *range(41)]


def test_a_paused_training_can_be_stopped(session: TrainingSession, listener: Listener, qtbot) -> None:
    start_endless(session, qtbot)
    session.pause()
    qtbot.wait(100)
    stop(session, qtbot)
    assert listener.states()[-3:] == [State.PAUSED, State.STOPPING, State.IDLE]
    assert len(listener.all("trained")) == 1


# -- any method in any state


@pytest.mark.parametrize("method", ["pause", "resume", "stop"])
def test_nothing_can_be_done_to_no_training(session: TrainingSession, listener: Listener, method: str) -> None:
    getattr(session, method)()
    assert session.state is State.IDLE
    assert listener.heard == []


@pytest.mark.parametrize("state", list(State)[1:])
@pytest.mark.parametrize("method", ["start", "pause", "resume", "stop"])
def test_every_method_is_safe_in_every_state(qtbot, state: State, method: str) -> None:
    load = SlowLoad()
    session = TrainingSession(load=load)
    listener = Listener(session)
    session.start(ENDLESS)
    if state is not State.PREPARING:
        load.hurry.set()
        qtbot.waitUntil(lambda: session.state is State.RUNNING, timeout=20_000)
    if state is State.PAUSED:
        session.pause()
    if state is State.STOPPING:
        session.stop()
    assert session.state is state

    if method == "start":
        session.start(SHORT)
    else:
        getattr(session, method)()
    expected = {
        ("pause", State.RUNNING): State.PAUSED,
        ("resume", State.PAUSED): State.RUNNING,
        ("stop", State.PREPARING): State.STOPPING,
        ("stop", State.RUNNING): State.STOPPING,
        ("stop", State.PAUSED): State.STOPPING,
    }
    assert session.state is expected.get((method, state), state)
    load.hurry.set()
    stop(session, qtbot) if session.state is not State.STOPPING else qtbot.waitSignal(session.ended).wait()
    assert listener.all("began") == [(ENDLESS,)]
    assert listener.names()[-1] == "ended"
    assert session.state is State.IDLE


# -- several runs


def test_a_run_can_begin_as_soon_as_the_last_has_ended(session: TrainingSession, listener: Listener, qtbot) -> None:
    again = [SHORT, SHORT]
    session.ended.connect(lambda: session.start(again.pop()) if again else None)
    session.start(SHORT)
    qtbot.waitUntil(lambda: len(listener.all("ended")) == 3, timeout=20_000)
    assert len(listener.all("trained")) == 3


def test_what_an_earlier_run_told_is_dropped(session: TrainingSession, listener: Listener, qtbot) -> None:
    run(session, qtbot)
    start_endless(session, qtbot)
    event = Progress(1, 10, 0.1, np.zeros(1, np.float32), 0.1, 1.0, 1.0)
    before = len(listener.heard)
    stale = 1
    session._on_preparing(stale, 1, 2)
    session._on_prepared(stale, small_sets("starter", lambda done, total: None))
    session._on_progressed(stale, event)
    session._on_evaluated(stale, None)
    session._on_snapshot(stale, SPEC, {})
    session._on_trained(stale, None)
    session._on_diverged(stale)
    session._on_failed(stale, "late", "")
    assert listener.heard[before:] == []
    stop(session, qtbot)


# -- what can go wrong


def failing(error: Exception) -> Callable[[str, Callable[[int, int], None]], tuple[Dataset, Dataset]]:
    def load(data: str, progress: Callable[[int, int], None]) -> tuple[Dataset, Dataset]:
        raise error

    return load


def test_an_error_for_people_is_told_as_it_is(qtbot, caplog: pytest.LogCaptureFixture) -> None:
    session = TrainingSession(load=failing(DataError("MNIST is not on this computer yet.")))
    listener = Listener(session)
    run(session, qtbot)
    assert listener.all("failed") == [("MNIST is not on this computer yet.",)]
    assert listener.names()[-1] == "ended"
    assert session.state is State.IDLE
    assert caplog.records == []


def test_any_other_error_is_told_and_its_traceback_is_logged(qtbot, caplog: pytest.LogCaptureFixture) -> None:
    session = TrainingSession(load=failing(ZeroDivisionError("a {strange} thing")))
    listener = Listener(session)
    with caplog.at_level(logging.ERROR, "digitlab"):
        run(session, qtbot)
    ((sentence,),) = listener.all("failed")
    assert "a {strange} thing" in str(sentence)
    assert "Traceback" not in str(sentence)
    assert "ZeroDivisionError" in caplog.text
    assert "Traceback" in caplog.text
    assert listener.names()[-1] == "ended"


def test_a_network_too_large_for_the_memory(qtbot) -> None:
    session = TrainingSession(load=failing(MemoryError()))
    listener = Listener(session)
    run(session, qtbot)
    ((sentence,),) = listener.all("failed")
    assert "memory" in str(sentence)


def test_a_process_that_is_killed_ends_it_too(session: TrainingSession, listener: Listener, qtbot) -> None:
    start_endless(session, qtbot)
    (process,) = [each for each in multiprocessing.active_children() if each.name == "training"]
    with qtbot.waitSignal(session.ended, timeout=20_000):
        process.kill()
    ((sentence,),) = listener.all("failed")
    assert "ended from outside" in str(sentence)
    assert listener.all("trained") == []
    run(session, qtbot)
    assert len(listener.all("trained")) == 1


def test_a_diverging_training_ends_with_advice(session: TrainingSession, listener: Listener, qtbot) -> None:
    run(session, qtbot, DIVERGING)
    ((advice,),) = listener.all("diverged")
    assert "learning rate 1e+06" in str(advice)
    assert "such as 1e+05" in str(advice)
    assert listener.all("trained") == []
    for _, params in listener.all("snapshot"):
        assert all(np.isfinite(array).all() for array in params.values())


# -- what is left behind


def test_no_thread_is_left(session: TrainingSession, qtbot) -> None:
    start_endless(session, qtbot)
    assert len(session.findChildren(QThread)) == 1
    stop(session, qtbot)
    qtbot.waitUntil(lambda: session.findChildren(QThread) == [])


def test_quitting_without_closing_the_window_ends_the_thread(session: TrainingSession, qtbot) -> None:
    start_endless(session, qtbot)
    (worker,) = session.findChildren(QThread)
    session._last_resort()
    assert worker.isFinished()
    qtbot.waitSignal(session.ended).wait()
