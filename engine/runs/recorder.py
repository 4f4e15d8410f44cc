"""Writing down a training while it runs."""

import contextlib
import sqlite3
import time
from collections.abc import Mapping
from types import TracebackType

import numpy as np

from engine.errors import DigitLabError, RunError
from engine.io.atomic_write import write_atomically
from engine.io.checked_file import Fault
from engine.io.lock import Lock
from engine.runs import curve_data, table
from engine.runs.folder import RunFolder, unlink
from engine.runs.retention import kept as kept_checkpoints
from engine.runs.run import Run, Status
from engine.runs.schema import RunDatabase
from engine.train.checkpoint import save_state
from engine.train.state import training_facts
from engine.train.trainer import Evaluation, Progress, Trainer, TrainerState, TrainEvent
from engine.types import FloatArray
from engine.weights import Weights, save_weights

# What a crash takes of the curves, which a resumed training draws again. The list is written no more often.
_FLUSH_SECONDS = 2.0


class RunRecorder:
    """Owns a run from its beginning, or from where it is gone on with, to its end. It belongs to one thread at a time.

        with store.start(trainer, data) as recorder:
            for event in trainer.run():
                ...  recorder.record(...), recorder.evaluated(...), recorder.checkpoint(...)
            recorder.finish(Status.FINISHED, weights)

    Left without ``finish``, by an exception or by a crash, the run counts as interrupted.

    Attributes:
        run: the run as it was when it was begun or gone on with.
        state: what training goes on from; None where it begins at the beginning.
    """

    def __init__(
        self, database: RunDatabase, folder: RunFolder, lock: Lock, run: Run, state: TrainerState | None, resumed: bool
    ) -> None:
        self.run, self.state = run, state
        self._database, self._folder, self._lock = database, folder, lock
        try:
            self._kept_open = database.kept_open()
        except RunError:
            lock.release()
            raise
        # Until something is recorded, a run that is gone on with stays as it is.
        self._to_take_up = resumed
        self._written = 0 if state is None else state.iteration
        self._evaluated = state.evaluations[-1].iteration if state is not None and state.evaluations else -1
        self._seconds = 0.0 if state is None else state.seconds
        self._losses: list[FloatArray] = []
        self._evaluations: list[Evaluation] = []
        self._next_flush = 0.0

    def __enter__(self) -> "RunRecorder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            with contextlib.suppress(RunError) if error else contextlib.nullcontext():
                self.flush()
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the run. What was recorded since the last ``flush`` is lost."""
        self._lock.release()
        self._kept_open.close()

    def record(self, losses: FloatArray, iteration: int, seconds: float) -> None:
        """The losses (k,) of the last k mini-batches. May be called as often as one likes: it seldom writes.

        Args:
            iteration: mini-batches done, these included.
            seconds: spent training so far.

        Raises:
            ValueError: they do not follow those recorded before.
            RunError: the list cannot be written.
        """
        if iteration - len(losses) != self._done:
            raise ValueError(
                f"{len(losses)} losses up to iteration {iteration} do not follow {self._done} recorded ones"
            )
        self._losses.append(np.array(losses, np.float32))
        self._seconds = seconds
        self._flush_sometimes()

    def evaluated(self, evaluation: Evaluation) -> None:
        """Accuracies that were measured.

        Raises:
            RunError: the list cannot be written.
        """
        self._evaluations.append(evaluation)
        self._flush_sometimes()

    def flush(self) -> None:
        """Write down what was recorded.

        Raises:
            RunError: the list cannot be written.
        """
        # Where it fails, not again at once.
        self._next_flush = time.monotonic() + _FLUSH_SECONDS
        if self._losses or self._evaluations:
            self._take_up()
            with self._database.writing() as db:
                self._write(db)
            self._wrote()

    def see(self, event: TrainEvent, trainer: Trainer) -> None:
        """Write down what a trainer tells; at the end of an epoch, all that going on would take."""
        match event:
            case Progress():
                self.record(event.losses, event.iteration, trainer.seconds)
            case Evaluation():
                self.evaluated(event)
                if event.epoch_end:
                    self.checkpoint(trainer.state(), trainer.kept.params)

    def checkpoint(self, state: TrainerState, kept: Mapping[str, FloatArray]) -> bool:
        """Keep a moment of the training: from now on it can be gone on with from here.

        The curves up to here are taken from the state, whatever was recorded of them. Weights that are no numbers
        are not kept: such a training is about to diverge, and the checkpoint before stays the last one.

        Args:
            state: the trainer's.
            kept: the weights worth keeping, ``trainer.kept.params``.

        Returns:
            whether it was kept.

        Raises:
            ValueError: more than that was recorded.
            DigitLabError: the files or the list cannot be written. What was kept before is as it was.
        """
        arrays = [*state.params.values(), *state.optimizer.values(), *kept.values(), state.losses]
        if not all(np.isfinite(array).all() for array in arrays):
            return False
        at, run_id = state.iteration, self.run.id
        if at < self._done:
            raise ValueError(f"a checkpoint at iteration {at} after {self._done} recorded ones")
        self._take_up()
        self._write_files(state, kept)
        self._hold_to(state)
        with self._database.writing() as db:
            self._write(db)
            if curve_data.length(db, run_id) != at:  # the list was damaged meanwhile, and made anew
                curve_data.replace(db, run_id, state.losses, state.evaluations)
            before = table.checkpoints(db, run_id)
            after = kept_checkpoints({*before, at}, self.run.per_epoch)
            table.put_checkpoints(db, run_id, after)
        self._wrote()
        unlink([self._folder.weights(i) for i in before if i not in after])
        unlink([self._folder.state(i) for i, complete in before.items() if complete and not after.get(i)])
        return True

    def finish(self, status: Status, weights: Weights | None = None) -> None:
        """Write down how it ended, and let go of the run. To go on later, call ``checkpoint`` first.

        Args:
            status: any but RUNNING and INTERRUPTED.
            weights: those it ended with, their scores included.

        Raises:
            DigitLabError: the files or the list cannot be written. The run then counts as interrupted.
        """
        if status in (Status.RUNNING, Status.INTERRUPTED):
            raise ValueError(f"a training does not finish as {status}")
        try:
            self._take_up()
            self.flush()
            if weights is not None:
                save_weights(self._folder.final, weights)
            self._write_curves()
            scores = {} if weights is None else {name: float(score) for name, score in weights.scores.items()}
            with self._database.writing() as db:
                table.change(db, self._folder, status=status, scores=scores, final=weights is not None)
        finally:
            self.close()

    @property
    def _done(self) -> int:
        """Mini-batches recorded."""
        return self._written + sum(map(len, self._losses))

    def _flush_sometimes(self) -> None:
        if time.monotonic() >= self._next_flush:
            self.flush()

    def _take_up(self) -> None:
        """Drop what was recorded after the checkpoint gone on from: it comes again, and the same."""
        if not self._to_take_up:
            return
        at, run_id = self._written, self.run.id
        with self._database.writing() as db:
            curve_data.cut(db, run_id, at, self._evaluated)
            if self.state is not None and curve_data.length(db, run_id) != at:
                curve_data.replace(db, run_id, self.state.losses, self.state.evaluations)
            before = table.checkpoints(db, run_id)
            table.put_checkpoints(db, run_id, {i: complete for i, complete in before.items() if i <= at})
            table.change(
                db,
                self._folder,
                status=Status.RUNNING,
                iteration=at,
                seconds=self._seconds,
                scores={},
                final=False,
            )
        self._to_take_up = False
        later = [i for i in before if i > at]
        unlink([*map(self._folder.weights, later), *map(self._folder.state, later)])
        unlink([self._folder.final, self._folder.curves])

    def _hold_to(self, state: TrainerState) -> None:
        """What is yet to be written, up to a state, as the state has it."""
        self._losses = [state.losses[self._written :]]
        measured = {e.iteration: e for e in state.evaluations if e.iteration > self._evaluated}
        self._evaluations = list(({e.iteration: e for e in self._evaluations} | measured).values())
        self._seconds = state.seconds

    def _write(self, db: sqlite3.Connection) -> None:
        losses = np.concatenate([np.empty(0, np.float32), *self._losses])
        # Where the list was made anew meanwhile, the next checkpoint closes the gap.
        if curve_data.length(db, self.run.id) == self._written:
            curve_data.append(db, self.run.id, self._written, losses)
        curve_data.add_evaluations(db, self.run.id, self._evaluations)
        table.update(db, self.run.id, iteration=self._written + len(losses), seconds=self._seconds)

    def _write_curves(self) -> None:
        """The list has them, too: these are for the day that it is damaged."""
        with self._database.reading() as db, contextlib.suppress(OSError, Fault):
            content = curve_data.pack(curve_data.losses(db, self.run.id), curve_data.evaluations(db, self.run.id))
            write_atomically(self._folder.curves, content)

    def _wrote(self) -> None:
        """It is in the list: forget it here."""
        self._written = self._done
        self._evaluated = max([self._evaluated, *(e.iteration for e in self._evaluations)])
        self._losses, self._evaluations = [], []

    def _write_files(self, state: TrainerState, kept: Mapping[str, FloatArray]) -> None:
        at = state.iteration
        stopped = at if at < self.run.total_iterations else None
        facts = training_facts(
            state.config, self.run.data.name, self.run.data.pictures, state.seconds, stopped_after_iterations=stopped
        )
        try:
            # The weights first: where there is a state there are weights.
            save_weights(self._folder.weights(at), Weights(state.spec, dict(kept), self.run.name, training=facts))
            save_state(self._folder.state(at), state)
        except DigitLabError:
            # On a full disk each epoch would leave one.
            with self._database.reading() as db:
                if at not in table.checkpoints(db, self.run.id):
                    unlink([self._folder.weights(at), self._folder.state(at)])
            raise
