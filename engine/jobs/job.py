"""One training from its first mini-batch, or from where it was interrupted, to its end."""

import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from ..data.dataset import Dataset
from ..errors import DigitLabError
from ..evaluate.calibration import with_temperature
from ..evaluate.metrics import accuracy_and_loss_in_time
from ..runs import DataFacts, RunRecorder, Status
from ..train.diagnosis import Diagnosis
from ..train.state import training_facts
from ..train.trainer import (
    Diverged,
    Evaluation,
    Finished,
    Progress,
    Trainer,
    TrainerState,
    TrainEvent,
)
from ..weights import Weights
from .control import Control
from .pace import Pace
from .protocol import (
    Advised,
    Command,
    Emit,
    Job,
    Measuring,
    NotStored,
    Paused,
    RunUntil,
    Snapshot,
    Started,
    Stored,
    Trained,
)

# The scores of weights that were trained to the end, by name: {"MNIST test accuracy": 0.976}.
Score: TypeAlias = Callable[[Weights], Mapping[str, float]]

_SNAPSHOT_SECONDS = 0.1
# Large networks are copied less often: each copy has to go to another process.
_SNAPSHOT_BYTES_A_SECOND = 20e6
# After a stop the accuracy is measured again, unless that would keep the user waiting.
_LAST_MEASURING_SECONDS = 1.0


class Recorder:
    """Stores a training while it runs, as a ``RunRecorder`` does; this base class stores nothing.

    Attributes:
        state: what to resume from, None for a new training.
    """

    state: TrainerState | None = None

    def record(self, event: TrainEvent, trainer: Trainer) -> None:
        """Store what an event reports."""

    def checkpoint(self, trainer: Trainer) -> None:
        """Store all that resuming from here needs."""

    def finish(self, status: Status, weights: Weights | None = None) -> None:
        """Store how it ended."""

    def flush(self) -> None:
        """Write what was reported."""

    def close(self) -> None:
        """Release it. Without ``finish`` the training counts as interrupted."""


class RunningJob:
    """Runs one training and ends it: with recording, snapshots, scores and the facts written into the weights.

    The window and the command line both train with it. ``command`` may be called from any thread at any time.

    The events in their order: Started; Stored or NotStored; Progress, Evaluation, Snapshot and Paused; Measuring where
    the test set is measured again; Trained or Diverged. One that is stopped before its first mini-batch has no last
    event. StepDetails follow the Progress of a slow step, LayerStatistics the first Evaluation and that of each epoch;
    of a resumed training they also come at the start. NotStored and Stored may come again at any time, and Advised
    where the network does not learn.

    Attributes:
        control: takes the commands. It is kept where the job, its trainer and its images need not be.
    """

    def __init__(self, job: Job, emit: Emit, recorder: Recorder | None = None, score: Score | None = None) -> None:
        """Args:
        emit: called with each event, by the thread that trains.
        recorder: by default one of the job's store, if it has one. If it fails, the training continues.
        score: by default the accuracy on the test set.
        """
        self._job, self._emit, self._score = job, emit, score
        self._recorder: Recorder | RunRecorder = recorder or Recorder()
        # Whether something could not be stored, and is not stored yet.
        self._is_behind = False
        self.control = Control(job.until, job.speed)
        self._next_snapshot = 0.0
        self._reported = 0

    def command(self, command: Command) -> None:
        """Pause, resume or stop it, or change its speed."""
        self.control.command(command)

    def run(self, train: Dataset, test: Dataset) -> None:
        """Train until the end or until it is stopped.

        Raises:
            DigitLabError: it cannot be trained or resumed.
        """
        try:
            if not self.control.stopped:
                self._train(train, test)
        finally:
            self._record(self._recorder.flush)
            self._recorder.close()

    def _train(self, train: Dataset, test: Dataset) -> None:
        trainer = self._start(train, test)
        try:
            last = self._run_all(trainer)
            self._end(trainer, train, test, last)
        except DigitLabError:
            # The receiver of the events failed, a log on a full disk: the run is interrupted, and loses nothing.
            if trainer.iteration:
                with contextlib.suppress(DigitLabError):
                    self._record(self._recorder.checkpoint, trainer)
            raise

    def _run_all(self, trainer: Trainer) -> Finished | Diverged | None:
        """Train until it is done or stopped; the last event if it is done."""
        last: Finished | Diverged | None = None
        while last is None and not self.control.stopped:
            last = self._run(trainer)
            if last is None and trainer.iteration and self.control.paused:
                self._record(self._recorder.checkpoint, trainer)
            self.control.wait_for_resume()
        if last is None and trainer.is_over:
            # It was stopped between its last mini-batch and the last event.
            last = next(event for event in trainer.run() if isinstance(event, Finished | Diverged))
        return last

    def _end(self, trainer: Trainer, train: Dataset, test: Dataset, last: Finished | Diverged | None) -> None:
        if not isinstance(last, Diverged) and not np.isfinite(trainer.kept.theta).all():
            last = Diverged(trainer.iteration, float("nan"))
        if isinstance(last, Diverged):
            self._end_diverged(trainer, last)
        elif trainer.iteration:
            self._end_trained(trainer, train, test, last)
        else:
            self._end_stopped(trainer, None)

    def _start(self, train: Dataset, test: Dataset) -> Trainer:
        """A new trainer, or one that resumes."""
        job, store = self._job, self._job.store
        if store is not None and job.run_id is not None:
            self._recorder = store.resume(job.run_id)
        state = self._recorder.state
        if state is None:
            trainer = Trainer(job.spec, job.config, train, test, initial=job.initial)
        else:
            trainer = Trainer.resumed(state, train, test)
        self._reported = trainer.iteration
        self._diagnosis = Diagnosis(trainer, test, random=job.initial is None)
        self._emit(Started(trainer.total_iterations, state))
        if job.run_id is not None:
            self._emit(Stored(job.run_id))
        elif store is not None:
            try:
                self._recorder = recorder = store.start(trainer, DataFacts.of(job.source, train, test))
            except DigitLabError as error:
                self._emit(NotStored(str(error)))
            else:
                self._emit(Stored(recorder.run.id))
        if trainer.iteration:
            # Its first evaluation may be minutes away.
            self._emit_statistics()
        return trainer

    def _finish(self, status: Status, weights: Weights | None = None) -> None:
        """Store how it ended. From then on nothing more is stored."""
        self._record(self._recorder.finish, status, weights)
        self._recorder = Recorder()

    def _record(self, method: Callable[..., object], *arguments: object) -> None:
        """Call a method of the recorder. What cannot be stored now is tried again at later events, and at the end."""
        recorder, ending = self._recorder, method == self._recorder.finish
        run_id = recorder.run.id if isinstance(recorder, RunRecorder) else ""
        try:
            method(*arguments)
        except DigitLabError as error:
            if not self._is_behind:
                self._is_behind = True
                self._emit(NotStored(str(error), again=not ending))
        else:
            if self._is_behind and (ending or (isinstance(recorder, RunRecorder) and not recorder.is_behind)):
                self._is_behind = False
                self._emit(Stored(run_id))

    def _run(self, trainer: Trainer) -> Finished | Diverged | None:
        """Train until it is done, stopped or paused; the last event if it is done.

        Each time is a separate ``run``, so the trainer's speed and time left exclude the pauses.
        """
        request = self.control.request
        until = {
            RunUntil.END: None,
            RunUntil.EPOCH: (trainer.iteration // trainer.per_epoch + 1) * trainer.per_epoch,
            RunUntil.STEP: trainer.iteration + 1,
        }[request[0]]
        last: Finished | Diverged | None = None
        pace: Pace | None = None
        while last is None and (until is None or trainer.iteration < until):
            if self.control.interrupts(request):
                return None
            now, speed = time.perf_counter(), self.control.speed
            if pace is None or pace.speed is not speed:
                pace = Pace(speed, trainer.per_epoch, trainer.iteration, now, at_once=pace is None)
            seconds = pace.wait(now)
            if seconds and not trainer.is_over:
                self.control.wait_for_command(request, speed, seconds)
            else:
                last = self._run_group(trainer, request, until, pace)
        if last is None and self.control.pause_after(request):
            self._emit(Paused(request[1]))
        return last

    def _run_group(
        self, trainer: Trainer, request: tuple[RunUntil, int], until: int | None, pace: Pace
    ) -> Finished | Diverged | None:
        """Train until ``until``, or only the next group of mini-batches of ``pace``; the last event if it is done."""
        trainer.watched = pace.begin_group(time.perf_counter()) or request[0] is RunUntil.STEP
        for event in trainer.run(pace.end_of_group(trainer.iteration, until)):
            self._record(self._recorder.record, event, trainer)
            if isinstance(event, Finished | Diverged):
                return event
            if isinstance(event, Progress):
                self._emit(pace.progress(event, time.perf_counter()))
                self._reported = event.iteration
                if (details := trainer.step_details()) is not None:
                    self._emit(details)
                self._emit_snapshot(trainer, at_once=event.iteration == until)
            else:
                self._emit(event)
                if (event.epoch_end or not event.iteration) and not self.control.stopped:
                    self._emit_statistics()
            self._look()
            if self.control.interrupts(request) or (self.control.speed is not pace.speed and event.iteration != until):
                return None
        return None

    def _emit_statistics(self) -> None:
        self._emit(self._diagnosis.statistics())

    def _look(self, *, ended: bool = False, diverged: bool = False) -> None:
        """Emit the advice where it is another one now."""
        before = self._diagnosis.advice
        self._diagnosis.look(ended=ended, diverged=diverged)
        if self._diagnosis.advice is not before:
            self._emit(Advised(self._diagnosis.advice))

    def _emit_snapshot(self, trainer: Trainer, at_once: bool) -> None:
        now = time.perf_counter()
        if not at_once and (now < self._next_snapshot or not self.control.snapshot_taken):
            return
        theta = trainer.kept.theta
        if np.isfinite(theta).all():
            self.control.snapshot_taken = False
            self._emit(Snapshot(trainer.spec, trainer.kept.snapshot()))
        self._next_snapshot = now + max(_SNAPSHOT_SECONDS, theta.nbytes / _SNAPSHOT_BYTES_A_SECOND)

    # -- the end

    def _end_diverged(self, trainer: Trainer, event: Diverged) -> None:
        # The finite losses since the last event: the curve then shows where it diverged.
        losses = trainer.losses[self._reported :]
        losses = losses[np.isfinite(losses)]
        if len(losses):
            done, total = self._reported + len(losses), trainer.total_iterations
            pace = done / max(trainer.seconds, 1e-9)
            lr, left = trainer.config.lr, (total - done) / pace
            self._emit(Progress(done, total, done / trainer.per_epoch, losses.copy(), lr, pace, left))
        self._finish(Status.DIVERGED)
        self._look(diverged=True)
        self._emit(event)

    def _end_trained(self, trainer: Trainer, train: Dataset, test: Dataset, finished: Finished | None) -> None:
        self._look(ended=finished is not None)
        best = finished.best if finished else None
        weights = Weights(
            trainer.spec,
            with_temperature(trainer.spec, trainer.kept.snapshot(), trainer.config.temperature),
            name=self._job.name,
            training=training_facts(
                trainer.config,
                train.name,
                len(train),
                trainer.seconds,
                stopped_after_iterations=None if finished else trainer.iteration,
                best_after_iterations=best,
            ),
        )
        scores: Mapping[str, float] = {}
        if self._score is None:
            scores = self._measured(trainer, test, trainer.iteration if best is None else best)
        elif finished:
            self._emit(Measuring())
            scores = self._score(weights)
        weights = replace(weights, scores=scores)
        # Stored before it is reported: the receiver then finds the whole run.
        if finished:
            self._finish(Status.FINISHED, weights)
        else:
            self._end_stopped(trainer, weights)
        self._emit(Trained(weights))

    def _end_stopped(self, trainer: Trainer, weights: Weights | None) -> None:
        if trainer.iteration or self.control.resumable:
            self._record(self._recorder.checkpoint, trainer)
        self._finish(Status.PAUSED if self.control.resumable else Status.STOPPED, weights)

    def _measured(self, trainer: Trainer, test: Dataset, iteration: int) -> dict[str, float]:
        """The accuracy on the whole test set of the kept weights, by its name; nothing where time is too short.

        Args:
            iteration: after how many mini-batches they were the weights.
        """
        samples = trainer.config.evaluation_samples
        done = next((each for each in reversed(trainer.evaluations) if each.iteration == iteration), None)
        if done is not None and trainer.evaluator.is_whole(iteration) and (samples or len(test)) >= len(test):
            accuracy = done.test_accuracy
        else:
            deadline = time.perf_counter() + _LAST_MEASURING_SECONDS
            if not self.control.stopped:
                self._emit(Measuring())

            def late(expected: float) -> bool:
                return self.control.stopped and expected > deadline

            on_test = accuracy_and_loss_in_time(trainer.kept, test, late)
            on_train = on_test and accuracy_and_loss_in_time(trainer.kept, trainer.evaluator.sets[0], late)
            accuracy = on_test and on_test[0]
            if on_test and on_train:
                epoch, losses = iteration / trainer.per_epoch, {"train_loss": on_train[1], "test_loss": on_test[1]}
                self._emit(Evaluation(iteration, epoch, on_train[0], accuracy, epoch_end=False, **losses))
        return {} if accuracy is None else {f"{test.name} accuracy": accuracy}
