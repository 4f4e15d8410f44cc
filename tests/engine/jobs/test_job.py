"""A training that is watched from elsewhere: what it tells, how it ends, and the process that does it."""

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.errors import DigitLabError
from engine.jobs import Job, JobProcess, RunningJob, RunUntil
from engine.jobs.process import Spare
from engine.nn.network import NetworkSpec
from engine.runs import RunStore, Status
from engine.train.trainer import Progress, TrainConfig, Trainer

SPEC = NetworkSpec.mlp((10,), "relu")
JOB = Job(SPEC, TrainConfig(epochs=3), "starter", "mine")
ENDLESS = replace(JOB, config=TrainConfig(epochs=1_000_000, lr=0.001))
# One that the trainer tells of while it is broken in a test.
EVENT = Progress(1, 10, 0.1, np.zeros(1, np.float32), 0.1, 1.0, 1.0)


def sets(tests: int = 100) -> tuple[Dataset, Dataset]:
    rng = np.random.default_rng(0)
    images, labels = rng.integers(0, 256, (500, 28, 28), np.uint8), (np.arange(500) % 10).astype(np.uint8)
    many = np.arange(tests) % 100
    return Dataset(images, labels, "noise"), Dataset(images[many], labels[many], "test noise")


class Heard:
    """Writes down what is told: (name, values)."""

    def __init__(self) -> None:
        self.all: list[tuple[str, tuple[object, ...]]] = []

    def __call__(self, name: str, *values: object) -> None:
        self.all.append((name, values))

    def names(self) -> list[str]:
        return [name for name, _ in self.all]

    def of(self, name: str) -> list[tuple[object, ...]]:
        return [values for told, values in self.all if told == name]


def test_it_tells_all_in_order() -> None:
    heard = Heard()
    RunningJob(JOB, heard).run(*sets())
    names = heard.names()
    assert names[0] == "evaluated"
    assert names[-1] == "trained"
    ((weights,),) = heard.of("trained")
    assert weights.name == "mine"
    assert sum(len(event.losses) for (event,) in heard.of("progressed")) == 15


def test_one_that_was_stopped_before_it_began_tells_nothing() -> None:
    heard = Heard()
    job = RunningJob(JOB, heard)
    job.stop()
    job.run(*sets())
    assert heard.all == []


def test_snapshots_wait_until_the_last_one_was_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.jobs.job._SNAPSHOT_SECONDS", 0)
    monkeypatch.setattr("engine.jobs.job._SNAPSHOT_BYTES_A_SECOND", 1e12)
    monkeypatch.setattr("engine.train.trainer._EVENT_SECONDS", 0)
    heard = Heard()
    job = RunningJob(replace(JOB, config=TrainConfig(epochs=2)), heard)
    job.run(*sets())
    assert len(heard.of("snapshot")) == 1

    def tell(name: str, *values: object) -> None:
        heard(name, *values)
        if name == "snapshot":
            job.snapshot_taken()

    heard.all.clear()
    job = RunningJob(replace(JOB, config=TrainConfig(epochs=2)), tell)
    job.run(*sets())
    assert len(heard.of("snapshot")) == 10


def test_paused_and_at_once_gone_on_with_for_one_step_it_does_one_step() -> None:
    """A quick hand: both reach it between two events."""

    def tell(name: str, *values: object) -> None:
        heard(name, *values)
        if len(heard.of("progressed")) == 2 and not heard.of("paused"):
            done.append(values[0].iteration)
            job.pause()
            job.resume(RunUntil.STEP)
        if name == "paused":
            job.stop()

    heard, done = Heard(), []
    job = RunningJob(ENDLESS, tell)
    job.run(*sets())
    assert len(heard.of("paused")) == 1
    assert heard.of("progressed")[-1][0].iteration == done[0] + 1


@pytest.mark.parametrize("finished", [False, True])
def test_a_last_measuring_that_would_take_too_long_is_given_up_at_once(
    monkeypatch: pytest.MonkeyPatch, finished: bool
) -> None:
    """A large network on a large test set: 3 s. Who has pressed Stop does not wait for it, nor a second in vain."""
    measured = []

    def slow(network: object, dataset: Dataset) -> float:
        measured.append(len(dataset))
        if finished and len(measured) == 3:
            # Stop is pressed while the whole test set is being read, after the last iteration.
            job.stop()
        time.sleep(0.03)
        return 0.5

    def tell(name: str, *values: object) -> None:
        heard(name, *values)
        if name == "progressed" and not finished:
            job.stop()

    monkeypatch.setattr("engine.evaluate.metrics.accuracy", slow)
    heard = Heard()
    config = TrainConfig(evaluation_samples=100, **({"iterations": 5} if finished else {"epochs": 1000}))
    job = RunningJob(replace(JOB, config=config), tell)
    job.run(*sets(tests=10_000))
    assert sum(measured) == (300 if finished else 100)
    ((weights,),) = heard.of("trained")
    assert weights.scores == {}


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (DigitLabError("So it is."), "failed"),
        (MemoryError(), "no_memory"),
        (RuntimeError("in the middle"), "broken"),
    ],
)
def test_an_error_ends_it_and_is_told(monkeypatch: pytest.MonkeyPatch, error: Exception, told: str) -> None:
    def broken(trainer: Trainer, until: int | None = None) -> Iterator[object]:
        yield EVENT
        raise error

    monkeypatch.setattr(Trainer, "run", broken)
    heard = Heard()
    RunningJob(JOB, heard).run(*sets())
    assert heard.names() == ["progressed", "snapshot", told]
    assert heard.of(told)[0][0] == "So it is." or type(error).__name__ in str(heard.of(told)[0][-1])


def test_weights_that_are_no_numbers_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the loss still look right while the weights no longer are: no snapshot, and nothing to keep."""

    def poisoned(trainer: Trainer, until: int | None = None) -> Iterator[object]:
        trainer.iteration = 1
        trainer.network.theta[3] = np.nan
        yield EVENT
        job.stop()
        yield EVENT

    monkeypatch.setattr(Trainer, "run", poisoned)
    heard = Heard()
    job = RunningJob(JOB, heard)
    job.run(*sets())
    assert heard.names() == ["progressed", "progressed", "diverged"]


# -- in a process


@pytest.fixture(scope="module")
def process() -> Iterator[JobProcess]:
    made = JobProcess()
    yield made
    made.close()
    made.join()


def here(job: Job) -> Heard:
    heard = Heard()
    RunningJob(job, heard).run(*sets())
    return heard


def test_a_process_comes_to_the_same_bits_job_after_job(process: JobProcess) -> None:
    for job in (JOB, replace(JOB, config=TrainConfig(epochs=2, rotation=5.0))):
        told = list(process.run(job, *sets()))
        assert told[-1][0] == "trained"
        ((expected,),) = here(job).of("trained")
        for name, array in expected.params.items():
            np.testing.assert_array_equal(told[-1][1].params[name], array)
        assert process.idle


def test_commands_reach_it_at_any_moment(process: JobProcess) -> None:
    # Before the job has gone out: it waits for it.
    process.command("pause")
    process.command("resume", RunUntil.STEP)
    seen = []
    for told in process.run(ENDLESS, *sets()):
        seen.append(told[0])
        if told[0] == "paused":
            process.command("stop")
    assert seen[0] == "evaluated"
    assert seen[-3:] == ["paused", "evaluated", "trained"]
    # Nobody trains now: it is not for the next one.
    process.command("stop")
    process.forget_commands()
    assert [*process.run(JOB, *sets())][-1][0] == "trained"


def test_an_error_in_it_is_told_and_it_lives_on(process: JobProcess) -> None:
    none = Dataset(np.empty((0, 28, 28), np.uint8), np.empty(0, np.uint8))
    assert [*process.run(JOB, none, none)] == [("failed", "There is nothing to learn from: the training set is empty.")]
    assert process.idle


def test_one_that_is_killed_is_told_of_and_what_it_kept_can_be_gone_on_with(tmp_path) -> None:
    store = RunStore(tmp_path / "runs")
    spare = Spare()

    def until_killed() -> None:
        with spare.borrowed() as process:
            for told in process.run(replace(ENDLESS, store=store), *sets()):
                if told[0] == "evaluated" and told[1].epoch == 3:
                    os.kill(process._process.pid, signal.SIGTERM)

    with pytest.raises(DigitLabError, match=r"ended from outside.*can be gone on with"):
        until_killed()
    (run,) = store.runs()
    assert run.status is Status.INTERRUPTED
    assert run.checkpoint is not None
    assert run.checkpoint >= 2 * run.per_epoch
    # The next training has a new one.
    with spare.borrowed() as process:
        assert [*process.run(JOB, *sets())][-1][0] == "trained"
    spare.close()


def test_one_whose_window_is_gone_keeps_the_moment(tmp_path) -> None:
    store = RunStore(tmp_path / "runs")
    process = JobProcess()
    for told in process.run(replace(ENDLESS, store=store), *sets()):
        if told[0] == "evaluated" and told[1].epoch == 1:
            break
    process.close()
    process.join()
    (run,) = store.runs()
    assert run.status is Status.PAUSED
    assert run.checkpoint == run.iteration


def test_a_spare_process_is_used_again() -> None:
    spare = Spare()
    with spare.borrowed() as first:
        pass
    with spare.borrowed() as second, spare.borrowed() as third:
        assert second is first
        assert third is not first
    with spare.borrowed() as fourth:
        assert fourth in (first, third)
    spare.close()
    # One that died while it waited is of no use.
    with spare.borrowed() as fifth:
        os.kill(fifth._process.pid, signal.SIGTERM)
        fifth._process.join()
    with spare.borrowed() as sixth:
        assert sixth is not fifth
    spare.close()
