"""A training that is watched and controlled from outside: its events, how it ends, and the process that runs it."""

import contextlib
import multiprocessing
import os
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset
from engine.errors import DigitLabError
from engine.evaluate.metrics import accuracy_and_loss
from engine.io.database import Database
from engine.jobs import process as process_module
from engine.jobs.job import RunningJob
from engine.jobs.process import JobProcess, Spare, serve
from engine.jobs.protocol import (
    Advised,
    Diverged,
    Evaluation,
    Job,
    JobEvent,
    NotStored,
    Pause,
    Paused,
    Progress,
    Resume,
    RunUntil,
    SetSpeed,
    Snapshot,
    SnapshotTaken,
    Speed,
    Started,
    Stop,
    Stored,
    Trained,
)
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import reader_convnet
from engine.runs import RunStore, Status
from engine.train.trainer import TrainConfig, Trainer

SPEC = NetworkSpec.mlp((10,), "relu")
JOB = Job(SPEC, TrainConfig(epochs=3), "starter", "mine")
ENDLESS = replace(JOB, config=TrainConfig(epochs=1_000_000, lr=0.001))
# What the trainer reports before it fails in a test.
EVENT = Progress(1, 10, 0.1, np.zeros(1, np.float32), 0.1, 1.0, 1.0)
E = TypeVar("E")


def sets(tests: int = 100) -> tuple[Dataset, Dataset]:
    rng = np.random.default_rng(0)
    images, labels = rng.integers(0, 256, (500, 28, 28), np.uint8), (np.arange(500) % 10).astype(np.uint8)
    many = np.arange(tests) % 100
    return Dataset(images, labels, "noise"), Dataset(images[many], labels[many], "test noise")


class Events:
    """Runs a job here and keeps its events. After each one ``react`` may send it commands."""

    def __init__(self, job: Job, react: Callable[["Events", JobEvent], None] | None = None) -> None:
        self.all: list[JobEvent] = []
        self._react = react
        self.job = RunningJob(job, self._emit)

    def _emit(self, event: JobEvent) -> None:
        self.all.append(event)
        if self._react is not None:
            self._react(self, event)

    def run(self, tests: int = 100) -> "Events":
        self.job.run(*sets(tests))
        return self

    def kinds(self) -> list[type]:
        return [type(event) for event in self.all]

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.all if isinstance(event, kind)]


def test_the_events_come_in_order() -> None:
    events = Events(JOB).run()
    assert events.kinds()[:2] == [Started, Evaluation]
    assert events.kinds()[-1] is Trained
    assert events.of(Started) == [Started(15)]
    assert events.of(Trained)[0].weights.name == "mine"
    assert sum(len(event.losses) for event in events.of(Progress)) == 15


def test_stopped_before_it_started_it_emits_nothing() -> None:
    events = Events(JOB)
    events.job.command(Stop())
    assert events.run().all == []


def test_the_next_snapshot_waits_until_the_last_one_was_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.jobs.job._SNAPSHOT_SECONDS", 0)
    monkeypatch.setattr("engine.jobs.job._SNAPSHOT_BYTES_A_SECOND", 1e12)
    monkeypatch.setattr("engine.train.trainer._EVENT_SECONDS", 0)
    short = replace(JOB, config=TrainConfig(epochs=2))
    assert len(Events(short).run().of(Snapshot)) == 1

    def take(events: Events, event: JobEvent) -> None:
        if isinstance(event, Snapshot):
            events.job.command(SnapshotTaken())

    assert len(Events(short, take).run().of(Snapshot)) == 10


def test_paused_and_immediately_resumed_for_one_step_it_does_one_step() -> None:
    """Both commands may reach it between two events."""
    done = []

    def react(events: Events, event: JobEvent) -> None:
        if isinstance(event, Progress) and len(events.of(Progress)) == 2:
            done.append(event.iteration)
            events.job.command(Pause())
            events.job.command(Resume(RunUntil.STEP))
        if isinstance(event, Paused):
            events.job.command(Stop())

    events = Events(ENDLESS, react).run()
    assert events.of(Paused) == [Paused(1)]
    assert events.of(Progress)[-1].iteration == done[0] + 1


@pytest.mark.parametrize("finished", [False, True])
def test_stop_does_not_wait_for_a_long_last_evaluation(monkeypatch: pytest.MonkeyPatch, finished: bool) -> None:
    """A large network on a large test set: 3 s. It is not even started if it would take longer than a second."""
    measured = []

    def slow(
        network: object, dataset: Dataset, batch_size: int, progress: Callable[[int, int], object]
    ) -> tuple[float, float]:
        for done in range(0, len(dataset), batch_size):
            progress(done, len(dataset))
            measured.append(batch_size)
            if finished and len(measured) == 3:
                # Stop is pressed during the evaluation on the whole test set, after the last iteration.
                events.job.command(Stop())
            time.sleep(0.03)
        return 0.5, 1.2

    def react(events: Events, event: JobEvent) -> None:
        if isinstance(event, Progress) and not finished:
            events.job.command(Stop())

    monkeypatch.setattr("engine.evaluate.metrics.accuracy_and_loss", slow)
    config = TrainConfig(evaluation_samples=100, **({"iterations": 5} if finished else {"epochs": 1000}))
    events = Events(replace(JOB, config=config), react)
    events.run(tests=10_000)
    assert sum(measured) == (300 if finished else 100)
    assert events.of(Trained)[0].weights.scores == {}


def test_stopped_within_an_epoch_the_accuracy_is_that_on_the_whole_test_set() -> None:
    """The last evaluation was of the same weights, but of fewer images."""

    def react(events: Events, event: JobEvent) -> None:
        if isinstance(event, Evaluation) and event.iteration == 7:
            events.job.command(Stop())

    config = TrainConfig(epochs=100, evaluate_every=7)
    events = Events(replace(JOB, config=config), react).run(tests=1_000)
    weights = events.of(Trained)[0].weights
    network = Network(SPEC)
    network.load(weights.params)
    wanted = accuracy_and_loss(network, sets(1_000)[1])
    assert weights.scores == {"test noise accuracy": wanted[0]}
    assert (events.of(Evaluation)[-1].test_accuracy, events.of(Evaluation)[-1].test_loss) == wanted
    assert events.of(Evaluation)[-1].train_loss is not None


def test_an_error_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(trainer: Trainer, until: int | None = None) -> Iterator[object]:
        yield EVENT
        raise DigitLabError("The disk is full.")

    monkeypatch.setattr(Trainer, "run", broken)
    events = Events(JOB)
    with pytest.raises(DigitLabError, match="The disk is full"):
        events.run()
    assert events.kinds() == [Started, Progress, Snapshot]


def test_weights_that_are_not_finite_are_never_emitted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The loss may still be finite then: no snapshot, and no trained weights."""

    def with_nan(trainer: Trainer, until: int | None = None) -> Iterator[object]:
        trainer.iteration = 1
        trainer.network.theta[3] = np.nan
        yield EVENT
        events.job.command(Stop())
        yield EVENT

    monkeypatch.setattr(Trainer, "run", with_nan)
    events = Events(JOB)
    events.run()
    assert events.kinds() == [Started, Progress, Progress, Advised, Diverged]


def test_a_training_stopped_before_its_first_mini_batch_can_be_resumed_if_requested(tmp_path) -> None:
    store = RunStore(tmp_path / "runs")
    for resumable, status in ((True, Status.PAUSED), (False, Status.STOPPED)):

        def react(events: Events, event: JobEvent, resumable: bool = resumable) -> None:
            if isinstance(event, Stored):
                events.job.command(Stop(resumable))

        Events(replace(JOB, store=store), react).run()
        run = store.runs()[0]
        assert (run.status, run.resumable, run.iteration) == (status, resumable, 0)


def test_if_it_cannot_be_stored_the_training_continues(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = RunStore(tmp_path / "runs")

    def full(*_: object) -> None:
        raise DigitLabError("The disk is full.")

    monkeypatch.setattr(RunStore, "start", full)
    events = Events(replace(JOB, store=store)).run()
    assert events.of(NotStored) == [NotStored("The disk is full.")]
    assert len(events.of(Trained)) == 1


def test_a_training_that_cannot_be_stored_for_a_while_is_stored_later(
    tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program holds the list of runs longer than the training waits."""
    monkeypatch.setattr(Database.__init__, "__defaults__", (0.05,))
    monkeypatch.setattr("engine.runs.recorder._FLUSH_SECONDS", 0.01)
    monkeypatch.setattr("engine.runs.recorder._RETRY_SECONDS", 0.01)
    store = RunStore(tmp_path / "runs")
    with contextlib.closing(sqlite3.connect(tmp_path / "runs" / "runs.db", isolation_level=None)) as other:

        def react(events: Events, event: JobEvent) -> None:
            stored, missed = len(events.of(Stored)), len(events.of(NotStored))
            if isinstance(event, Evaluation) and event.epoch == 1:
                other.execute("BEGIN IMMEDIATE")
            elif missed and isinstance(event, Evaluation) and event.epoch == 5:
                assert store.runs()[0].status is Status.RUNNING
                # No checkpoint was left that the list does not know.
                assert len(list((tmp_path / "runs" / store.runs()[0].id).glob("*.state.*"))) == 1
                other.execute("ROLLBACK")
            elif stored == 2 and isinstance(event, Progress):
                events.job.command(Stop(resumable=True))

        events = Events(replace(ENDLESS, store=store), react).run()
    assert [event.again for event in events.of(NotStored)] == [True]
    (run,) = store.runs()
    assert events.of(Stored) == [Stored(run.id)] * 2
    assert run.status is Status.PAUSED
    assert run.checkpoint == run.iteration == len(store.losses(run.id))
    assert {0, 5, 10, 15, 20, 25} <= {event.iteration for event in store.evaluations(run.id)}


def test_where_nothing_can_be_stored_to_the_end_it_is_told_once(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Database.__init__, "__defaults__", (0.01,))
    store = RunStore(tmp_path / "runs")
    with contextlib.closing(sqlite3.connect(tmp_path / "runs" / "runs.db", isolation_level=None)) as other:

        def react(events: Events, event: JobEvent) -> None:
            if isinstance(event, Stored):
                other.execute("BEGIN IMMEDIATE")

        events = Events(replace(JOB, store=store), react).run()
    assert len(events.of(Stored)) == len(events.of(NotStored)) == len(events.of(Trained)) == 1
    assert store.runs()[0].status is Status.INTERRUPTED


# -- in a process


@pytest.fixture(scope="module")
def process() -> Iterator[JobProcess]:
    made = JobProcess()
    yield made
    made.close()


def started() -> tuple[JobProcess, BaseProcess]:
    """A new process, and the child that it runs in."""
    before = set(multiprocessing.active_children())
    process = JobProcess()
    (child,) = set(multiprocessing.active_children()) - before
    return process, child


def trained(process: JobProcess, job: Job = JOB) -> Trained:
    last = [*process.run(job, *sets())][-1]
    assert isinstance(last, Trained)
    return last


def test_jobs_in_a_process_give_the_same_bits(process: JobProcess) -> None:
    for job in (JOB, replace(JOB, config=TrainConfig(epochs=2, augmentation=Augmentation(rotation=5.0)))):
        there = trained(process, job).weights
        (here,) = Events(job).run().of(Trained)
        for name, array in here.weights.params.items():
            np.testing.assert_array_equal(there.params[name], array)
        assert process.idle


def test_commands_reach_it_at_any_time(process: JobProcess) -> None:
    # Before the job has been sent they wait for it.
    process.command(Pause())
    process.command(Resume(RunUntil.STEP))
    seen = []
    for event in process.run(ENDLESS, *sets()):
        seen.append(type(event))
        if isinstance(event, Paused):
            process.command(Stop())
    assert seen[:2] == [Started, Evaluation]
    assert seen[-3:] == [Paused, Evaluation, Trained]
    # Sent while no job runs, a command is not for the next one.
    process.command(Stop())
    process.forget_commands()
    trained(process)


def test_an_error_is_raised_here_and_the_process_continues(process: JobProcess) -> None:
    none = Dataset(np.empty((0, 28, 28), np.uint8), np.empty(0, np.uint8))
    with pytest.raises(DigitLabError, match="the training set is empty"):
        list(process.run(JOB, none, none))
    assert process.idle
    # Weights of a wrong shape, which nothing has checked before.
    with pytest.raises(RuntimeError) as caught:
        list(process.run(replace(JOB, initial={"W1": np.zeros(3, np.float32)}), *sets()))
    assert "Traceback" in str(caught.value.__cause__)
    assert process.idle


@pytest.mark.skipif(sys.platform != "linux", reason="it is about Linux's C library")
def test_an_idle_process_keeps_no_memory_of_a_large_network() -> None:
    """Before, 270 MB of the convolutional network stayed."""
    images, labels = np.zeros((400, 28, 28), np.uint8), np.arange(400, dtype=np.uint8) % 10
    large = Job(reader_convnet(), TrainConfig(epochs=1), "test", "large")
    process, child = started()
    with contextlib.closing(process):
        trained(process)
        before = resident(child)
        list(process.run(large, Dataset(images, labels), Dataset(images, labels)))
        assert resident(child) - before < 40e6


def resident(child: BaseProcess) -> int:
    """Bytes of memory."""
    return int(Path(f"/proc/{child.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_a_killed_process_is_an_error_and_its_run_can_be_resumed(tmp_path) -> None:
    store = RunStore(tmp_path / "runs")
    spare = Spare()

    def until_killed() -> None:
        with spare.borrowed() as process:
            for event in process.run(replace(ENDLESS, store=store), *sets()):
                if isinstance(event, Evaluation) and event.epoch == 3:
                    process._process.kill()

    with pytest.raises(DigitLabError, match=r"ended from outside.*can be resumed"):
        until_killed()
    (run,) = store.runs()
    assert run.status is Status.INTERRUPTED
    assert run.checkpoint is not None
    assert run.checkpoint >= 2 * run.per_epoch
    # The next training has a new one.
    with spare.borrowed() as process:
        trained(process)
    spare.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_pauses_the_training_and_ends_the_process(tmp_path, name: str) -> None:
    """A closed terminal sends it to all processes. It is no error for the one that watches."""
    store = RunStore(tmp_path / "runs")
    process, child = started()
    with contextlib.closing(process):
        last = None
        for last in process.run(replace(ENDLESS, store=store), *sets()):
            if isinstance(last, Evaluation) and last.epoch == 1:
                os.kill(child.pid or 0, getattr(signal, name))
        child.join(10)
        assert not process.idle
    assert isinstance(last, Trained)
    (run,) = store.runs()
    assert run.status is Status.PAUSED
    assert run.checkpoint == run.iteration > 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_a_process_that_ends_by_a_signal_still_answers(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window tells it to stop, too, and would kill one that does not answer: its training would be lost."""
    monkeypatch.setattr("engine.jobs.watchdog.PATIENCE_SECONDS", 0.2)
    store = RunStore(tmp_path / "runs")
    process, child = started()
    with contextlib.closing(sqlite3.connect(tmp_path / "runs" / "runs.db", check_same_thread=False)) as other:
        # Longer than the patience for a silent process.
        released = threading.Timer(1.5, other.rollback)
        last = None
        for last in process.run(replace(ENDLESS, store=store), *sets()):
            if isinstance(last, Progress) and last.iteration and not other.in_transaction:
                other.execute("BEGIN IMMEDIATE")
                released.start()
                os.kill(child.pid or 0, signal.SIGTERM)
                process.command(Stop(resumable=True))
        released.join()
    process.close()
    assert isinstance(last, Trained)
    (run,) = store.runs()
    assert run.status is Status.PAUSED
    assert run.checkpoint == run.iteration > 0


class _TooLarge:
    """Cannot be sent, as if memory were short."""

    def __reduce__(self) -> tuple[object, ...]:
        raise MemoryError


class _SendsTooMuch(RunningJob):
    def __init__(self, job: Job, emit: Callable[[object], None]) -> None:
        super().__init__(job, lambda event: emit(_TooLarge() if isinstance(event, Evaluation) else event))


def serve_too_much(connection: Connection) -> None:
    """In the process."""
    process_module.RunningJob = _SendsTooMuch
    serve(connection)


@pytest.mark.skipif(sys.platform == "win32", reason="there, only the end of the process closes the pipe")
def test_a_process_that_cannot_send_does_not_wait_for_ever(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_module, "serve", serve_too_much)
    store = RunStore(tmp_path / "runs")
    process = JobProcess()
    try:
        with pytest.raises(DigitLabError, match=r"ended from outside.*can be resumed"):
            list(process.run(replace(ENDLESS, store=store), *sets()))
    finally:
        process.close()
    (run,) = store.runs()
    assert run.resumable


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows cannot suspend a process")
def test_a_suspended_process_is_killed_and_its_checkpoint_kept(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = RunStore(tmp_path / "runs")
    process, child = started()
    monkeypatch.setattr("engine.jobs.watchdog.PATIENCE_SECONDS", 0.3)

    def until_stopped() -> None:
        for event in process.run(replace(ENDLESS, store=store), *sets()):
            if isinstance(event, Evaluation) and event.epoch == 3:
                os.kill(child.pid, signal.SIGSTOP)
                time.sleep(0.05)  # until all its threads have stopped
                process.command(Stop(resumable=True))

    with pytest.raises(DigitLabError, match=r"did not answer.*can be resumed"):
        until_stopped()
    process.close()
    (run,) = store.runs()
    assert run.status is Status.INTERRUPTED
    assert run.resumable
    assert run.checkpoint is not None
    # One that has nothing to do is not waited for, either.
    monkeypatch.setattr("engine.jobs.process._IDLE_EXIT_SECONDS", 0.3)
    idle, child = started()
    os.kill(child.pid, signal.SIGSTOP)
    start = time.monotonic()
    idle.close()
    assert time.monotonic() - start < 2.0


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows cannot suspend a process")
def test_a_process_that_is_suspended_before_it_begins_ends_without_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    process, child = started()
    monkeypatch.setattr("engine.jobs.watchdog.PATIENCE_SECONDS", 0.1)
    os.kill(child.pid, signal.SIGSTOP)
    process.command(Stop())
    assert [*process.run(ENDLESS, *sets())] == []
    assert not process.idle
    process.close()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows cannot suspend a process")
@pytest.mark.parametrize("begun", [False, True])
def test_no_command_waits_for_a_suspended_process(begun: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """More of them than the pipe holds, such as from a key that repeats."""
    process, child = started()
    monkeypatch.setattr("engine.jobs.watchdog.PATIENCE_SECONDS", 0.3)
    sent = threading.Event()

    def suspend_and_send() -> None:
        os.kill(child.pid or 0, signal.SIGSTOP)
        time.sleep(0.05)  # until all its threads have stopped
        for _ in range(40_000):
            process.command(SetSpeed(Speed.FULL))
        if not begun:
            threading.Timer(0.2, stop).start()
        else:
            stop()

    def stop() -> None:
        process.command(Stop())
        sent.set()

    def watch() -> None:
        with contextlib.suppress(DigitLabError):
            # So few images that the pipe holds them.
            few = sets()[0].subset(slice(0, 20))
            for event in process.run(ENDLESS, few, few):
                if isinstance(event, Evaluation) and event.epoch == 1:
                    suspend_and_send()

    if not begun:
        suspend_and_send()
    # Before, Stop waited for ever: the test ends all the same.
    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    in_time = sent.wait(10)
    child.kill()
    watching.join()
    process.close()
    assert in_time


def test_a_process_that_waits_for_the_list_of_runs_is_not_killed(
    process: JobProcess, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its weights would be lost."""
    monkeypatch.setattr("engine.jobs.watchdog.PATIENCE_SECONDS", 0.1)
    store = RunStore(tmp_path / "runs")
    with contextlib.closing(sqlite3.connect(tmp_path / "runs" / "runs.db", check_same_thread=False)) as other:
        released = threading.Timer(0.6, other.rollback)
        last = None
        for last in process.run(replace(ENDLESS, store=store), *sets()):
            if isinstance(last, Progress) and not other.in_transaction:
                other.execute("BEGIN IMMEDIATE")
                released.start()
                process.command(Stop())
        released.join()
    assert isinstance(last, Trained)
    assert store.runs()[0].status is Status.STOPPED


def test_a_process_that_answers_is_not_killed(process: JobProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long its last event takes to be handled here."""
    monkeypatch.setattr("engine.jobs.watchdog.PATIENCE_SECONDS", 0.2)
    for event in process.run(ENDLESS, *sets()):
        if isinstance(event, Trained):
            time.sleep(0.3)
        if isinstance(event, Progress):
            process.command(Stop())
    assert process.idle


def test_it_stops_where_the_system_allows_no_thread_to_watch_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was stuck for ever: the Stop was not sent, and the end of the watch was waited for."""
    start = threading.Thread.start

    def starting(thread: threading.Thread) -> None:
        if thread.name == "watchdog":
            raise RuntimeError("can't start new thread")
        start(thread)

    def run_two() -> None:
        for event in process.run(ENDLESS, *sets()):
            if isinstance(event, Progress):
                process.command(Stop())
        # Before it has begun, too.
        process.command(Stop())
        assert not [*process.run(ENDLESS, *sets())]
        stopped.set()

    monkeypatch.setattr(threading.Thread, "start", starting)
    process, child = started()
    stopped = threading.Event()
    # A daemon: where it is stuck, it fails this test alone.
    running = threading.Thread(target=run_two, daemon=True)
    running.start()
    running.join(20)
    if not stopped.is_set():
        child.kill()
    assert stopped.is_set()
    process.close()


def test_a_training_is_stored_when_its_owner_has_ended(tmp_path) -> None:
    store = RunStore(tmp_path / "runs")
    process = JobProcess()
    for event in process.run(replace(ENDLESS, store=store), *sets()):
        if isinstance(event, Evaluation) and event.epoch == 1:
            break
    process.close()
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
    # One that was killed while it was idle is not used again.
    with spare.borrowed() as fifth:
        os.kill(fifth._process.pid, signal.SIGTERM)
        fifth._process.join()
    with spare.borrowed() as sixth:
        assert sixth is not fifth
    spare.close()
