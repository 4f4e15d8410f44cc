"""Where a training is kept while it runs."""

from collections.abc import Callable
from typing import Protocol

from engine.data.dataset import Dataset
from engine.errors import DigitLabError
from engine.jobs.events import Emit, NotStored, Stored
from engine.runs import DataFacts, RunRecorder, RunStore, Status
from engine.train.trainer import Trainer, TrainerState, TrainEvent
from engine.weights import Weights


class Recording(Protocol):
    """Keeps one training. All methods are called by the thread that trains."""

    def resume(self) -> TrainerState | None:
        """The state to resume from; None for a new training."""

    def start(self, trainer: Trainer, train: Dataset, test: Dataset) -> None:
        """The training starts."""

    def see(self, event: TrainEvent, trainer: Trainer) -> None:
        """Keep what an event reports. At the end of an epoch that is a checkpoint."""

    def checkpoint(self, trainer: Trainer) -> None:
        """Keep all that resuming from here needs."""

    def finish(self, status: Status, weights: Weights | None = None) -> None:
        """The training has ended."""

    def close(self) -> None:
        """Release what is open. Without ``finish`` the training counts as interrupted."""


class RunRecording:
    """Keeps a training as a run of the store. If the disk fails, the training continues without it."""

    def __init__(self, emit: Emit, store: RunStore | None, source: str, run_id: str | None) -> None:
        """Args:
        emit: gets Stored, and NotStored at most once.
        store: None to keep nothing.
        source: where the data come from, see ``DataFacts``.
        run_id: a run to resume.
        """
        self._emit, self._store, self._source, self._run_id = emit, store, source, run_id
        self._recorder: RunRecorder | None = None

    def resume(self) -> TrainerState | None:
        """The state to resume from; None for a new run, or one that starts again.

        Raises:
            RunError: the run cannot be resumed.
        """
        if self._store is None or self._run_id is None:
            return None
        self._recorder = self._store.resume(self._run_id)
        return self._recorder.state

    def start(self, trainer: Trainer, train: Dataset, test: Dataset) -> None:
        if self._store is not None and self._recorder is None:
            try:
                self._recorder = self._store.start(trainer, DataFacts.of(self._source, train, test))
            except DigitLabError as error:
                self._emit(NotStored(str(error)))
        if self._recorder is not None:
            self._emit(Stored(self._recorder.run.id))

    def see(self, event: TrainEvent, trainer: Trainer) -> None:
        self._attempt(lambda recorder: recorder.see(event, trainer))

    def checkpoint(self, trainer: Trainer) -> None:
        self._attempt(lambda recorder: recorder.checkpoint(trainer))

    def finish(self, status: Status, weights: Weights | None = None) -> None:
        self._attempt(lambda recorder: recorder.finish(status, weights))
        self._recorder = None

    def close(self) -> None:
        self._attempt(RunRecorder.flush)
        if self._recorder is not None:
            self._recorder.close()
            self._recorder = None

    def _attempt(self, write: Callable[[RunRecorder], object]) -> None:
        if self._recorder is None:
            return
        try:
            write(self._recorder)
        except DigitLabError as error:
            self._recorder.close()
            self._recorder = None
            self._emit(NotStored(str(error)))
