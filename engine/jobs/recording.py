"""Keeping a training among the runs while it goes on; where the disk fails, it goes on all the same."""

from collections.abc import Callable

from engine.data.dataset import Dataset
from engine.errors import DigitLabError
from engine.runs import DataFacts, RunRecorder, RunStore, Status
from engine.train.trainer import Trainer, TrainerState, TrainEvent
from engine.weights import Weights


class Recording:
    """One training's way into the store. It belongs to the thread that trains.

    Attributes:
        run_id: the run in the store; None while it is not kept.
    """

    def __init__(self, store: RunStore | None, problem: Callable[[str], None]) -> None:
        """Args:
        store: None to keep nothing.
        problem: is told, once, why the training is not kept any more, in a sentence.
        """
        self.run_id: str | None = None
        self._store, self._problem = store, problem
        self._recorder: RunRecorder | None = None

    def resume_from(self, run_id: str) -> TrainerState | None:
        """Own a run that is to be gone on with; its state, None where it begins at the beginning.

        Raises:
            RunError: it cannot be gone on with.
        """
        assert self._store is not None
        self._recorder = self._store.resume(run_id)
        self.run_id = run_id
        return self._recorder.state

    def begin(self, trainer: Trainer, source: str, train: Dataset, test: Dataset) -> None:
        """Keep a new training, unless it is one that was taken up."""
        if self._store is None or self._recorder is not None:
            return
        try:
            self._recorder = self._store.begin(trainer, DataFacts.of(source, train, test))
            self.run_id = self._recorder.run.id
        except DigitLabError as error:
            self._give_up(error)

    def see(self, event: TrainEvent, trainer: Trainer) -> None:
        """Write down what the trainer tells; at the end of an epoch, all that going on would take."""
        self._attempt(lambda recorder: recorder.see(event, trainer))

    def rest(self, trainer: Trainer) -> None:
        """It is paused, perhaps for good: keep the moment."""
        if trainer.iteration:
            self._attempt(lambda recorder: recorder.checkpoint(trainer.state(), trainer.kept.params))

    def end(self, status: Status, weights: Weights | None = None) -> None:
        """Write down how it ended."""
        self._attempt(lambda recorder: recorder.finish(status, weights))
        self._recorder = None

    def close(self) -> None:
        """Let go of the run. One that has not ended counts as interrupted."""
        if self._recorder is not None:
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
            self._give_up(error)

    def _give_up(self, error: DigitLabError) -> None:
        self._recorder = None
        self._problem(str(error))
