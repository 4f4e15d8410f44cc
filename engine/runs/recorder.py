"""Storing a training while it runs."""

import contextlib
import copy
import sqlite3
import time
from types import TracebackType

import numpy as np

from ..errors import DigitLabError, RunError
from ..io.atomic_write import write_atomically
from ..io.checked_file import Fault
from ..io.database import Database
from ..io.lock import Lock
from ..train.checkpoint import save_state
from ..train.state import training_facts
from ..train.trainer import Evaluation, Progress, Trainer, TrainerState, TrainEvent
from ..weights import Weights, save_weights
from . import curve_data, table
from .folder import RunFolder, unlink
from .retention import retained
from .run import Run, Status
from .settings_copies import change

# A crash loses at most so many seconds of the curves; a resumed training computes them again.
_FLUSH_SECONDS = 2.0
# A training that has waited for another program in vain goes on: later tries wait no longer than this.
_RETRY_SECONDS = 0.1


class RunRecorder:
    """Owns a run from its start, or from where it is resumed, to its end. It belongs to one thread at a time.

        with store.start(trainer, data) as recorder:
            for event in trainer.run():
                recorder.record(event, trainer)
            recorder.finish(Status.FINISHED, weights)

    Without ``finish``, after an exception or a crash, the run counts as interrupted.

    Attributes:
        run: the run as it was when it was started or resumed.
        state: what to resume from; None to start at the beginning.
    """

    def __init__(
        self, database: Database, folder: RunFolder, lock: Lock, run: Run, state: TrainerState | None, resumed: bool
    ) -> None:
        self.run, self.state = run, state
        self._database, self._folder, self._lock = copy.copy(database), folder, lock
        self._patience, self._failed = database.timeout, False
        try:
            self._connection = database.connect()
        except RunError:
            lock.release()
            raise
        # A resumed run stays as it is until something new is stored.
        self._to_truncate = resumed
        # What the database has: the losses of so many mini-batches, and evaluations up to this iteration.
        self._written = 0 if state is None else state.iteration
        self._evaluated = state.evaluations[-1].iteration if state is not None and state.evaluations else -1
        self._trainer: Trainer | None = None
        # Mini-batches that the last event reported.
        self._done = self._written
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
        """Release the run. What was reported since the last ``flush`` is lost."""
        self._lock.release()
        self._connection.close()

    def record(self, event: TrainEvent, trainer: Trainer) -> None:
        """Store what an event reports, every two seconds; and a checkpoint at the end of each epoch.

        Raises:
            DigitLabError: the files or the database cannot be written.
        """
        if not isinstance(event, Progress | Evaluation):
            return
        self._trainer, self._done = trainer, event.iteration
        epoch_end = isinstance(event, Evaluation) and event.epoch_end
        if not epoch_end and time.monotonic() < self._next_flush:
            return
        if self._failed:
            self._database.timeout = _RETRY_SECONDS
        self._failed = True
        try:
            if epoch_end:
                self.checkpoint(trainer)
            else:
                self.flush()
            self._failed = False
        finally:
            self._database.timeout = self._patience

    @property
    def is_behind(self) -> bool:
        """Whether something that was reported is not written yet."""
        return self._trainer is not None and (self._done > self._written or bool(self._new_evaluations(self._trainer)))

    def flush(self) -> None:
        """Write what was reported.

        Raises:
            RunError: the database cannot be written.
        """
        # If it fails, not again at once.
        self._next_flush = time.monotonic() + _FLUSH_SECONDS
        if self._trainer is not None and self.is_behind:
            self._truncate()
            with self._database.writing() as db:
                self._write(db, self._trainer)
            self._wrote(self._trainer)

    def checkpoint(self, trainer: Trainer) -> bool:
        """Store all that resuming from here needs. To be called between two events.

        Weights that are not finite are not stored: such a training is about to diverge, and the checkpoint before
        stays the last one.

        Returns:
            whether it was stored.

        Raises:
            DigitLabError: the files or the database cannot be written. The checkpoint before stays the last one.
        """
        state, kept = trainer.state(), trainer.kept.params
        arrays = [*state.params.values(), *state.optimizer.values(), *kept.values(), state.losses]
        if not all(np.isfinite(array).all() for array in arrays):
            return False
        self._trainer, self._done = trainer, state.iteration
        self._truncate()
        try:
            self._write_files(state, trainer)
            with self._database.writing() as db:
                self._write(db, trainer)
                before = table.checkpoints(db, self.run.id)
                after = retained({*before, state.iteration}, trainer.per_epoch)
                table.put_checkpoints(db, self.run.id, after)
        except DigitLabError:
            self._remove_unlisted(state.iteration)
            raise
        self._wrote(trainer)
        unlink([self._folder.weights(i) for i in before if i not in after])
        unlink([self._folder.state(i) for i, complete in before.items() if complete and not after.get(i)])
        return True

    def finish(self, status: Status, weights: Weights | None = None) -> None:
        """Store how it ended, and release the run. To resume it later, call ``checkpoint`` first.

        Args:
            status: any but RUNNING and INTERRUPTED.
            weights: the final ones with their scores.

        Raises:
            DigitLabError: the files or the database cannot be written. The run then counts as interrupted.
        """
        if status in (Status.RUNNING, Status.INTERRUPTED):
            raise ValueError(f"a training does not finish as {status}")
        try:
            self._truncate()
            self.flush()
            if weights is not None:
                save_weights(self._folder.without_link(self._folder.final), weights)
            with contextlib.suppress(OSError, Fault), self._database.reading() as db:
                # A copy, in case the database gets damaged.
                curves = curve_data.losses(db, self.run.id), curve_data.evaluations(db, self.run.id)
                write_atomically(self._folder.without_link(self._folder.curves), curve_data.pack(*curves))
            scores = {} if weights is None else {name: float(score) for name, score in weights.scores.items()}
            with self._database.writing() as db:
                change(db, self._folder, status=status, scores=scores, final=weights is not None)
        finally:
            self.close()

    def _truncate(self) -> None:
        """Drop what was stored after the checkpoint that it resumes from: training computes the same again."""
        if not self._to_truncate:
            return
        at, run_id = self._written, self.run.id
        with self._database.writing() as db:
            curve_data.cut(db, run_id, at, self._evaluated)
            if self.state is not None and curve_data.length(db, run_id) != at:
                curve_data.replace(db, run_id, self.state.losses, self.state.evaluations)
            before = table.checkpoints(db, run_id)
            table.put_checkpoints(db, run_id, {i: complete for i, complete in before.items() if i <= at})
            seconds = 0.0 if self.state is None else self.state.seconds
            change(db, self._folder, status=Status.RUNNING, iteration=at, seconds=seconds, scores={}, final=False)
        self._to_truncate = False
        later = [i for i in before if i > at]
        unlink([*map(self._folder.weights, later), *map(self._folder.state, later)])
        unlink([self._folder.final, self._folder.curves])

    def _new_evaluations(self, trainer: Trainer) -> list[Evaluation]:
        return [each for each in trainer.evaluations if self._evaluated < each.iteration <= self._done]

    def _write(self, db: sqlite3.Connection, trainer: Trainer) -> None:
        losses = trainer.losses[: self._done]
        if curve_data.length(db, self.run.id) == self._written:
            new = losses[self._written :]
            curve_data.append(db, self.run.id, self._written, new, self._new_evaluations(trainer))
        else:  # the database was damaged and created again
            evaluations = [each for each in trainer.evaluations if each.iteration <= self._done]
            curve_data.replace(db, self.run.id, losses, evaluations)
        table.update(db, self.run.id, iteration=self._done, seconds=trainer.seconds)

    def _wrote(self, trainer: Trainer) -> None:
        self._written = self._done
        self._evaluated = max([self._evaluated, *(each.iteration for each in self._new_evaluations(trainer))])

    def _write_files(self, state: TrainerState, trainer: Trainer) -> None:
        at, data = state.iteration, self.run.data
        stopped = at if at < self.run.total_iterations else None
        facts = training_facts(state.config, data.name, data.images, state.seconds, stopped_after_iterations=stopped)
        weights = Weights(state.spec, dict(trainer.kept.params), self.run.name, training=facts)
        # The weights first: where there is a state there are weights.
        save_weights(self._folder.without_link(self._folder.weights(at)), weights)
        save_state(self._folder.without_link(self._folder.state(at)), state)

    def _remove_unlisted(self, at: int) -> None:
        """Remove the files of a checkpoint that failed: on a full disk each epoch would leave some."""
        with contextlib.suppress(DigitLabError), self._database.reading() as db:
            if at not in table.checkpoints(db, self.run.id):
                unlink([self._folder.weights(at), self._folder.state(at)])
