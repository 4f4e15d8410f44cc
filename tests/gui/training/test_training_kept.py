"""A training step by step, and stored as a run: paused, closed, reopened and resumed, its weights are the same bits."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from session_events import collected
from small_digits import small_data

from engine.data.augmentation import Augmentation
from engine.jobs.protocol import Evaluation, NotStored, Progress, RunUntil, Snapshot, Started, Stored, Trained
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    LayerSpec,
    MaxPoolingSpec,
    ReLUSpec,
)
from engine.nn.network_spec import NetworkSpec
from engine.runs import RunStore, Status
from engine.train.checkpoint import load_state
from engine.train.trainer import TrainConfig
from gui.training.session import SessionEvent, State, TrainingSession
from gui.training.train_request import TrainRequest

PLAIN = NetworkSpec.mlp((10,), "relu")
LAYERS: tuple[LayerSpec, ...] = (
    ConvolutionSpec(2, size=5, stride=3, pad=0),
    BatchNormalizationSpec(),
    ReLUSpec(),
    MaxPoolingSpec(),
    DropoutSpec(0.3),
    AffineSpec(10),
)
CONVNET = NetworkSpec(LAYERS, (1, 28, 28))
VARIED = {
    "augmentation": Augmentation(rotation=10.0, elastic=0.5),
    "averaging": 0.9,
    "optimizer": "adam",
    "lr": 0.01,
    "schedule": "cosine",
}
PER_EPOCH = 5


def request_of(spec: NetworkSpec = PLAIN, **config: object) -> TrainRequest:
    return TrainRequest(spec, TrainConfig(**({"epochs": 3} | config)), "starter")  # type: ignore[arg-type]


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


def finish(session: TrainingSession, qtbot) -> None:
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.resume()


def until_paused(session: TrainingSession, qtbot) -> None:
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=20_000)


def test_one_step_and_one_epoch_at_a_time(session: TrainingSession, qtbot) -> None:
    done: list[int] = []
    seen: list[int] = []

    def receive(event: SessionEvent) -> None:
        if isinstance(event, Progress):
            done.append(event.iteration)
        if isinstance(event, Snapshot):
            seen.append(done[-1])

    session.job_event.connect(receive)
    session.start(request_of(), RunUntil.STEP)
    until_paused(session, qtbot)
    assert done[-1] == 1
    for until, expected in ((RunUntil.STEP, 2), (RunUntil.EPOCH, PER_EPOCH), (RunUntil.EPOCH, 2 * PER_EPOCH)):
        session.resume(until)
        until_paused(session, qtbot)
        assert done[-1] == expected
    qtbot.waitUntil(lambda: seen[-1:] == [2 * PER_EPOCH])  # the drawing tab predicts with it at once
    finish(session, qtbot)
    assert done[-1] == 3 * PER_EPOCH


def test_a_step_that_is_the_last_one_ends_the_training(session: TrainingSession, store: RunStore, qtbot) -> None:
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(request_of(iterations=1), RunUntil.STEP)
    assert [run.status for run in store.runs()] == [Status.FINISHED]


def test_a_finished_training_is_stored_with_all_its_events(session: TrainingSession, store: RunStore, qtbot) -> None:
    progress, evaluations = collected(session, Progress), collected(session, Evaluation)
    trained, stored = collected(session, Trained), collected(session, Stored)
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(request_of())
    (run,) = store.runs()
    assert stored == [Stored(run.id)]
    assert (run.status, run.iteration, run.data.source) == (Status.FINISHED, 3 * PER_EPOCH, "starter")
    np.testing.assert_array_equal(store.losses(run.id), np.concatenate([event.losses for event in progress]))
    assert store.evaluations(run.id) == tuple(evaluations)
    assert [checkpoint.epoch for checkpoint in store.checkpoints(run.id)] == [1, 2, 3]
    for name, array in store.weights(run.id).params.items():
        np.testing.assert_array_equal(array, trained[0].weights.params[name])


@pytest.mark.parametrize("pause_after", [1, 3, PER_EPOCH, PER_EPOCH + 2])
@pytest.mark.parametrize(("spec", "config"), [(PLAIN, {}), (CONVNET, VARIED)], ids=["mlp", "convnet"])
def test_paused_closed_reopened_and_resumed_it_gives_the_same_bits(
    spec: NetworkSpec, config: dict[str, object], pause_after: int, session: TrainingSession, store: RunStore, qtbot
) -> None:
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(request_of(spec, **config))
    (whole,) = store.runs()

    session.start(request_of(spec, **config), RunUntil.STEP)
    until_paused(session, qtbot)
    for _ in range(pause_after - 1):
        session.resume(RunUntil.STEP)
        until_paused(session, qtbot)
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.stop(resumable=True)
    paused = next(run for run in store.runs() if run.id != whole.id)
    assert (paused.status, paused.iteration) == (Status.PAUSED, pause_after)

    reopened = TrainingSession(load=small_data, store=RunStore(store.folder))
    started, progress = collected(reopened, Started), collected(reopened, Progress)
    with qtbot.waitSignal(reopened.ended, timeout=20_000):
        reopened.resume_run(paused)
    reopened.deleteLater()
    assert started[0].resumed_from.iteration == pause_after
    assert sum(len(event.losses) for event in progress) == 3 * PER_EPOCH - pause_after

    resumed = store.run(paused.id)
    assert resumed.status is Status.FINISHED
    assert store.losses(resumed.id).tobytes() == store.losses(whole.id).tobytes()
    assert store.evaluations(resumed.id) == store.evaluations(whole.id)
    one, other = (
        load_state(store.folder / run.id / f"{run.checkpoint:09}.state.safetensors") for run in (resumed, whole)
    )
    for mine, theirs in ((one.params, other.params), (one.optimizer, other.optimizer)):
        assert mine.keys() == theirs.keys()
        assert all(mine[name].tobytes() == theirs[name].tobytes() for name in mine)
    assert (one.rng, one.epoch_rng) == (other.rng, other.epoch_rng)


def test_a_stopped_training_can_be_resumed(session: TrainingSession, store: RunStore, qtbot) -> None:
    session.start(request_of(), RunUntil.STEP)
    until_paused(session, qtbot)
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.stop()
    (run,) = store.runs()
    assert run.status is Status.STOPPED
    assert run.resumable
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.resume_run(run)
    assert store.run(run.id).status is Status.FINISHED


def test_a_diverged_training_is_stored_as_such(session: TrainingSession, store: RunStore, qtbot) -> None:
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(request_of(optimizer="sgd", lr=1e6, epochs=1000))
    assert [run.status for run in store.runs()] == [Status.DIVERGED]


def test_a_finished_run_cannot_be_resumed(session: TrainingSession, store: RunStore, qtbot) -> None:
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(request_of())
    (run,) = store.runs()
    failed: list[str] = []
    session.failed.connect(failed.append)
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.resume_run(run)
    assert len(failed) == 1
    assert "cannot be resumed" in failed[0]


def test_if_it_cannot_be_stored_the_training_continues(session: TrainingSession, store: RunStore, qtbot) -> None:
    problems, trained = collected(session, NotStored), collected(session, Trained)
    session.start(request_of(), RunUntil.STEP)
    until_paused(session, qtbot)
    qtbot.waitUntil(lambda: store.runs()[0].checkpoint == 1)
    shutil.rmtree(store.folder)
    finish(session, qtbot)
    assert len(problems) == 1
    assert len(trained) == 1


def test_it_ends_early_and_keeps_the_best(session: TrainingSession, store: RunStore, qtbot) -> None:
    trained = collected(session, Trained)
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start(request_of(epochs=500, validation=0.2, patience=2))
    (run,) = store.runs()
    facts = trained[0].weights.training
    assert run.status is Status.FINISHED
    assert run.iteration == facts["best_after_iterations"] + 2 * run.per_epoch
    assert "stopped_after_iterations" not in facts
    best = next(e for e in store.evaluations(run.id) if e.iteration == facts["best_after_iterations"])
    assert trained[0].weights.scores == {"small test accuracy": best.test_accuracy}
