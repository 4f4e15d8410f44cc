"""Commands that arrive between any two lines of a running job: none is lost, whatever it is doing at that moment."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pytest
from test_job import started

from engine.data.dataset import Dataset
from engine.jobs import control, job, pace
from engine.jobs.job import RunningJob
from engine.jobs.protocol import (
    Command,
    Job,
    JobEvent,
    Pause,
    Progress,
    Resume,
    RunUntil,
    SetSpeed,
    Speed,
    Stop,
    Trained,
)
from engine.nn.network_spec import NetworkSpec
from engine.train.trainer import TrainConfig

STEPS = 3
JOB = Job(NetworkSpec.mlp((2,), "relu"), TrainConfig(iterations=STEPS, batch_size=5), "starter", "mine")
_rng = np.random.default_rng(0)
DIGITS = Dataset(_rng.integers(0, 256, (20, 28, 28), np.uint8), (np.arange(20) % 10).astype(np.uint8), "noise")
STEPPED = {str(Path(module.__file__ or "")) for module in (control, job, pace)}
# A command waits so long at most for a lock that the training holds at the line where it is sent.
SENT_SECONDS = 0.005
STUCK_SECONDS = 5.0


@pytest.fixture(autouse=True)
def each_step_is_an_event(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.train.trainer._EVENT_SECONDS", 0)


class Stepped:
    """One training on a thread of its own; before its ``n``-th line of the job's code another thread sends commands."""

    def __init__(self, job: Job, n: int, *commands: Command) -> None:
        self.done = 0
        self.events: list[JobEvent] = []
        # How many mini-batches were done when the commands had been sent.
        self.sent_after = 0
        self.sender: threading.Thread | None = None
        self.waits = threading.Event()
        self._job, self._n, self._commands, self._lines = job, n, commands, 0
        self.job = RunningJob(job, self._emit)
        # A daemon: one that hangs fails its test, and does not stop the others.
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _emit(self, event: JobEvent) -> None:
        self.events.append(event)
        if isinstance(event, Progress):
            self.done = event.iteration

    def _run(self) -> None:
        sys.settrace(self._called)
        self.job.run(DIGITS, DIGITS)

    def _called(self, frame: FrameType, kind: str, argument: object) -> Callable[..., Any] | None:
        if frame.f_code.co_filename not in STEPPED:
            return None
        return self._stepped

    def _stepped(self, frame: FrameType, kind: str, argument: object) -> Callable[..., Any]:
        if kind == "line":
            self._lines += 1
            if self._lines == self._n:
                self.sender = threading.Thread(target=self._send)
                self.sender.start()
                self.sender.join(SENT_SECONDS)
            # The condition that it waits for is a lambda of the control.
            name, this = frame.f_code.co_name, frame.f_locals.get("self")
            waits = isinstance(this, control.Control) and (this.paused or self._job.speed is not Speed.FULL)
            if name == "<lambda>" and waits and not this.stopped:
                self.waits.set()
        return self._stepped

    def _send(self) -> None:
        for command in self._commands:
            self.job.command(command)
        self.sent_after = self.done

    def ends(self) -> bool:
        self.thread.join(STUCK_SECONDS)
        return not self.thread.is_alive()


def at_every_line(job: Job, *commands: Command) -> Iterator[Stepped]:
    """A training for each of its lines, until it ends or waits before that line."""
    n = 1
    while True:
        stepped = Stepped(job, n, *commands)
        while stepped.thread.is_alive() and not stepped.waits.wait(0.001):
            pass
        # The last lines before it waits.
        stepped.thread.join(SENT_SECONDS)
        if stepped.sender is None:
            stepped.job.command(Stop())
            assert stepped.ends()
            assert n > 50
            return
        stepped.sender.join(STUCK_SECONDS)
        yield stepped
        n += 1


def test_stop_at_every_line_of_a_single_step() -> None:
    for stepped in at_every_line(replace(JOB, until=RunUntil.STEP), Stop()):
        assert stepped.ends(), stepped.sent_after
        assert stepped.done <= 1


def test_resume_at_every_line_of_a_single_step() -> None:
    for stepped in at_every_line(replace(JOB, until=RunUntil.STEP), Resume()):
        assert stepped.ends(), stepped.sent_after
        assert stepped.done == STEPS
        assert isinstance(stepped.events[-1], Trained)


def test_one_more_step_at_every_line_of_a_single_step() -> None:
    """Resumed within the step it was asked for, or after it: it pauses again, and can be stopped."""
    for stepped in at_every_line(replace(JOB, until=RunUntil.STEP), Resume(RunUntil.STEP)):
        assert stepped.waits.wait(STUCK_SECONDS)
        stepped.job.command(Stop())
        assert stepped.ends(), stepped.sent_after
        assert 1 <= stepped.done <= 2


def test_pause_at_every_line() -> None:
    for stepped in at_every_line(JOB, Pause()):
        # It finishes the mini-batch that it is in.
        assert stepped.done <= stepped.sent_after + 1
        stepped.job.command(Resume())
        assert stepped.ends(), stepped.sent_after
        assert stepped.done == STEPS


def test_another_speed_at_every_line() -> None:
    """At one mini-batch a second the training would take two more seconds; it is the first wait that ends at once."""
    for stepped in at_every_line(replace(JOB, speed=Speed.STEP), SetSpeed(Speed.FULL)):
        stepped.thread.join(0.8)
        assert not stepped.thread.is_alive(), stepped.sent_after
        assert stepped.done == STEPS


def test_stop_at_any_moment_of_a_step_in_a_process() -> None:
    """Its layers are large enough for several threads; each time the command comes a little later."""
    large = NetworkSpec.mlp((1000,), "relu")
    asked = replace(JOB, spec=large, config=TrainConfig(iterations=1000, batch_size=20), until=RunUntil.STEP)
    process, child = started()
    watchdog = threading.Timer(20, child.kill)
    watchdog.start()
    try:
        for n in range(24):
            for event in process.run(asked, DIGITS, DIGITS):
                if isinstance(event, Progress):
                    time.sleep(n * 1e-4)
                    process.command(Stop())
            assert process.idle
    finally:
        watchdog.cancel()
        process.close()
