"""The speed of a training: the same bits at every speed, waiting that any command ends, and true times."""

import hashlib
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

import numpy as np
import pytest

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset
from engine.jobs.job import RunningJob
from engine.jobs.pace import Pace
from engine.jobs.protocol import (
    Command,
    Evaluation,
    Job,
    JobEvent,
    LayerStatistics,
    Pause,
    Paused,
    Progress,
    Resume,
    RunUntil,
    SetSpeed,
    Speed,
    StepDetails,
    Stop,
    Stored,
    Trained,
)
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, DropoutSpec, ReLUSpec
from engine.nn.network_spec import NetworkSpec
from engine.runs import RunStore
from engine.train.layer_statistics import network_statistics
from engine.train.trainer import TrainConfig, Trainer, training_set

SPEC = NetworkSpec.mlp((10,), "relu")
# An epoch is 5 mini-batches.
JOB = Job(SPEC, TrainConfig(epochs=3), "starter", "mine")
ENDLESS = replace(JOB, config=TrainConfig(epochs=100_000, lr=0.001))
# All that draws random numbers or keeps more than the weights.
VARIED = NetworkSpec((AffineSpec(12), BatchNormalizationSpec(), ReLUSpec(), DropoutSpec(0.3), AffineSpec(10)))
E = TypeVar("E")

_rng = np.random.default_rng(0)
TRAIN = Dataset(_rng.integers(0, 256, (500, 28, 28), np.uint8), (np.arange(500) % 10).astype(np.uint8), "noise")
TEST = TRAIN.subset(slice(50), "test noise")


class Events:
    """Runs a job here and keeps its events with their times. After each one ``react`` may send it commands."""

    def __init__(self, job: Job, react: Callable[["Events", JobEvent], None] = lambda events, event: None) -> None:
        self.all: list[JobEvent] = []
        self.times: list[float] = []
        self._react = react
        self.job = RunningJob(job, self._emit)

    def _emit(self, event: JobEvent) -> None:
        self.all.append(event)
        self.times.append(time.perf_counter())
        self._react(self, event)

    def run(self) -> "Events":
        self.job.run(TRAIN, TEST)
        return self

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.all if isinstance(event, kind)]

    def times_of(self, kind: type) -> list[float]:
        return [at for event, at in zip(self.all, self.times, strict=True) if isinstance(event, kind)]


def later(seconds: float, *commands: Command) -> Callable[[Events, JobEvent], None]:
    """Sends commands from another thread, so long after the first Progress: while the job waits."""
    timers: list[threading.Timer] = []

    def send(events: Events) -> None:
        for command in commands:
            events.job.command(command)

    def react(events: Events, event: JobEvent) -> None:
        if isinstance(event, Progress) and not timers:
            timers.append(threading.Timer(seconds, send, (events,)))
            timers[0].start()
        if isinstance(event, Trained):
            timers[0].join()

    return react


@pytest.fixture
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pace, "wait", lambda self, now: 0.0)


# The same training


@pytest.mark.usefixtures("without_waiting")
@pytest.mark.parametrize("optimizer", ["momentum", "adam"])
def test_every_speed_gives_the_same_bits(optimizer: str) -> None:
    """Also with the details of each step, and the statistics of each epoch, which a bare trainer does not compute."""
    config = TrainConfig(
        optimizer, lr=0.01, epochs=3, augmentation=Augmentation(rotation=8.0), averaging=0.9, weight_decay=0.01
    )
    bare = Trainer(VARIED, config, TRAIN, TEST)
    list(bare.run())
    wanted = hashlib.sha256(bare.kept.theta.tobytes()).hexdigest()
    found = {}
    for speed in Speed:
        events = Events(Job(VARIED, config, "", "", speed=speed)).run()
        params = events.of(Trained)[0].weights.params
        found[speed] = hashlib.sha256(b"".join(array.tobytes() for array in params.values())).hexdigest()
        assert np.concatenate([event.losses for event in events.of(Progress)]).tobytes() == bare.losses.tobytes()
        assert events.of(Evaluation) == bare.evaluations
    assert found == dict.fromkeys(Speed, wanted)


# Waiting


def test_the_pace_is_kept_on_average() -> None:
    events = Events(replace(JOB, config=TrainConfig(iterations=13), speed=Speed.TWENTY_FIVE)).run()
    assert len(events.of(Progress)) == 13
    times = events.times_of(Progress)
    # The first one at once, then one every 0.04 s. On a busy machine one may be late, which the next ones make up for.
    assert 0.4 < times[-1] - times[0] < 0.9
    pace = Pace(Speed.FIVE, 100, 7, 50.0, at_once=True)
    due = 0
    for now in np.arange(50.0, 60.0, 0.07):
        if not pace.wait(now):
            pace.begin_group(now)
            due += 1
    assert due == 50


def test_after_a_long_break_little_is_caught_up() -> None:
    pace = Pace(Speed.FIVE, 100, 0, 0.0, at_once=True)
    pace.begin_group(0.0)
    groups = 0
    while not pace.wait(100.0):
        pace.begin_group(100.0)
        groups += 1
    assert groups <= 2
    assert 0 < pace.wait(100.0) < 0.21


@pytest.mark.parametrize(("per_epoch", "group"), [(600, 24), (100, 4), (30, 1), (3, 1)])
def test_an_epoch_a_second_is_smooth(per_epoch: int, group: int) -> None:
    pace, now, done, groups = Pace(Speed.EPOCH, per_epoch, 0, 0.0, at_once=True), 0.0, 0, 0
    assert pace.end_of_group(7, None) == 7 + group
    assert pace.end_of_group(7, 8) == 8
    while now < 10:
        if not pace.wait(now):
            pace.begin_group(now)
            done, groups = done + group, groups + 1
        now += 0.001
    assert done == pytest.approx(10 * per_epoch, rel=0.02)
    assert groups <= 310


def test_an_epoch_a_second() -> None:
    started = time.perf_counter()
    events = Events(replace(JOB, config=TrainConfig(epochs=1), speed=Speed.EPOCH)).run()
    # 5 mini-batches, each 0.2 s after the one before.
    assert time.perf_counter() - started > 0.79
    assert len(events.of(Progress)) == 5


@pytest.mark.parametrize(
    "commands", [[SetSpeed(Speed.FULL)], [Stop()], [Pause(), Stop()], [Pause(), Resume(RunUntil.STEP), Stop()]]
)
def test_a_command_ends_the_waiting_at_once(commands: list[Command]) -> None:
    job = replace(JOB, speed=Speed.STEP)
    started = time.perf_counter()
    events = Events(job, later(0.1, *commands)).run()
    # One step a second would take 14 s, or for ever.
    assert time.perf_counter() - started < 7
    assert events.of(Progress)[-1].iteration == (15 if commands[0] == SetSpeed(Speed.FULL) else 1)


def test_resumed_after_a_pause_it_goes_on_at_its_speed() -> None:
    job = replace(ENDLESS, speed=Speed.STEP)
    events = Events(job, later(0.1, Pause(), SetSpeed(Speed.TWENTY_FIVE), Resume()))

    def stop(events: Events, event: JobEvent, react: Callable[[Events, JobEvent], None] = events._react) -> None:
        react(events, event)
        if isinstance(event, Progress) and event.iteration == 6:
            events.job.command(Stop())

    events._react = stop
    events.run()
    times = events.times_of(Progress)
    # At one step a second: five seconds.
    assert 0.12 < times[-1] - times[1] < 4


def test_the_time_waited_does_not_count_as_training() -> None:
    started = time.perf_counter()
    events = Events(replace(JOB, config=TrainConfig(iterations=4), speed=Speed.FIVE)).run()
    assert time.perf_counter() - started > 0.59
    seconds = events.of(Trained)[0].weights.training["seconds"]
    assert isinstance(seconds, float)
    assert seconds < 0.6


# What is reported


def test_the_speed_and_the_time_left_are_true() -> None:
    def faster(events: Events, event: JobEvent) -> None:
        if isinstance(event, Progress) and event.iteration == 4:
            events.job.command(SetSpeed(Speed.TWENTY_FIVE))
        if isinstance(event, Progress) and event.iteration == 10:
            events.job.command(Stop())

    events = Events(replace(ENDLESS, speed=Speed.FIVE), faster).run()
    for event in events.of(Progress):
        # Never above the speed; below it only after a late step.
        assert 0 < event.iterations_per_second / (5 if event.iteration <= 4 else 25) <= 1
        left = event.total_iterations - event.iteration
        assert event.seconds_left == pytest.approx(left / event.iterations_per_second)
    between = [b - a for a, b in pairwise(events.times_of(Progress))]
    assert min(between[:3]) > 0.1


def test_changed_to_full_speed_the_whole_rest_runs_at_once() -> None:
    events = Events(replace(JOB, speed=Speed.STEP), later(0.05, SetSpeed(Speed.FULL))).run()
    assert events.of(Progress)[-1].iterations_per_second > 25
    assert events.of(Progress)[-1].seconds_left == 0


@pytest.mark.usefixtures("without_waiting")
@pytest.mark.parametrize(
    ("speed", "detailed"),
    [
        (Speed.STEP, range(1, 16)),
        (Speed.FIVE, range(1, 16)),
        (Speed.TWENTY_FIVE, range(3, 16, 3)),
        (Speed.EPOCH, []),
        (Speed.FULL, []),
    ],
)
def test_slow_steps_are_shown_in_detail(speed: Speed, detailed: list[int]) -> None:
    events = Events(replace(JOB, speed=speed)).run()
    assert [event.iteration for event in events.of(StepDetails)] == [*detailed]
    for before, event in pairwise(events.all):
        if isinstance(event, StepDetails):
            assert isinstance(before, Progress)
            assert before.iteration == event.iteration
            assert before.losses[-1] == np.float32(event.loss)


@pytest.mark.parametrize("speed", [Speed.FULL, Speed.EPOCH, Speed.STEP])
def test_one_step_is_shown_in_detail_at_any_speed(speed: Speed) -> None:
    def react(events: Events, event: JobEvent) -> None:
        if isinstance(event, Paused):
            events.job.command(Stop() if event.resumed == 2 else Resume(RunUntil.STEP))

    events = Events(replace(ENDLESS, until=RunUntil.STEP, speed=speed), react).run()
    assert [event.iteration for event in events.of(StepDetails)] == [1, 2, 3]
    assert events.of(Paused) == [Paused(0), Paused(1), Paused(2)]


@pytest.mark.parametrize("speed", Speed)
@pytest.mark.usefixtures("without_waiting")
def test_one_epoch_ends_with_the_epoch_at_every_speed(speed: Speed) -> None:
    """Also where the speed changes in its last step."""
    others = {Speed.FULL: Speed.STEP}

    def react(events: Events, event: JobEvent) -> None:
        if isinstance(event, Progress) and event.iteration == 5:
            events.job.command(SetSpeed(others.get(speed, Speed.FULL)))
        if isinstance(event, Paused):
            events.job.command(Stop())

    events = Events(replace(ENDLESS, until=RunUntil.EPOCH, speed=speed), react).run()
    assert events.of(Progress)[-1].iteration == 5
    assert [event.iteration for event in events.of(Evaluation)][:2] == [0, 5]
    assert events.of(Paused) == [Paused(0)]


@pytest.mark.usefixtures("without_waiting")
@pytest.mark.parametrize("speed", [Speed.FULL, Speed.TWENTY_FIVE])
def test_statistics_of_the_layers_follow_the_first_evaluation_and_that_of_each_epoch(speed: Speed) -> None:
    config = TrainConfig(iterations=12, evaluate_every=2)
    events = Events(replace(JOB, config=config, speed=speed)).run()
    assert [event.iteration for event in events.of(LayerStatistics)] == [0, 5, 10]
    assert [event.epoch for event in events.of(LayerStatistics)] == [0, 1, 2]
    assert [event.iteration for event in events.of(Evaluation)] == [0, 2, 4, 5, 6, 8, 10, 12]
    for before, event in pairwise(events.all):
        if isinstance(event, LayerStatistics):
            assert isinstance(before, Evaluation)
            assert before.iteration == event.iteration
            assert [name for name, _ in event.activations] == ["a1", "z1", "a2"]
            assert [name for name, _ in event.gradients] == ["W1", "W2"]


def test_a_resumed_training_begins_with_statistics(tmp_path) -> None:
    def stop(events: Events, event: JobEvent) -> None:
        if isinstance(event, Progress) and event.iteration >= 7:
            events.job.command(Stop(resumable=True))

    job = replace(JOB, store=RunStore(tmp_path), speed=Speed.TWENTY_FIVE)
    (stored,) = Events(job, stop).run().of(Stored)
    resumed = Events(replace(job, run_id=stored.run_id, speed=Speed.FULL)).run()
    assert [event.iteration for event in resumed.of(LayerStatistics)] == [7, 10, 15]


def test_the_statistics_are_of_what_is_trained_on() -> None:
    """Few images with wrong labels, beside a validation split: nothing is computed of the others."""
    config = replace(JOB.config, train_size=60, wrong_labels=0.5, validation=0.2, epochs=1)
    found = Events(replace(JOB, config=config)).run().of(LayerStatistics)
    trainer = Trainer(SPEC, config, TRAIN, TEST)
    used, _ = training_set(TRAIN, config)
    assert len(used) < 60
    expected = network_statistics(trainer.network, used, 0, 0.0)
    assert dict(found[0].gradients)["W2"].std == dict(expected.gradients)["W2"].std
