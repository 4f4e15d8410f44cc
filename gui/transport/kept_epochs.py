"""Reads which epochs of a run are kept, and their weights, from the store of runs."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from engine.runs import Run, RunStore
from engine.train.events import Evaluation
from engine.types import FloatArray
from engine.weights import Weights
from gui.task import Task, TaskGroup


@dataclass(frozen=True)
class KeptEpoch:
    """An epoch, with decimals, of which the weights are kept, and what was measured there, if anything was."""

    iteration: int
    epoch: float
    evaluation: Evaluation | None

    @property
    def number(self) -> str:
        """ "3", or "2.4" where it was paused."""
        return f"{self.epoch:.4g}"


@dataclass(frozen=True)
class RunEpochs:
    """A run, the epochs that are kept, the earliest first, and the losses of all mini-batches (n,) where asked for."""

    run: Run
    epochs: tuple[KeptEpoch, ...]
    losses: FloatArray | None


class KeptEpochs(QObject):
    """Lists the epochs of one run, and loads the weights of one epoch, the last one that was asked for.

    Signals:
        listed: the RunEpochs.
        loaded: the KeptEpoch and its Weights.
        failed: why something could not be read, as a sentence.
        ended: no thread is left.
    """

    listed = Signal(object)
    loaded = Signal(object, object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, store: RunStore | None, parent: QObject) -> None:
        super().__init__(parent)
        self.store = store
        self.run_id = ""
        self._losses = False
        # What is to be done once the thread that runs now has ended.
        self._list_again = False
        self._wanted: KeptEpoch | None = None
        self._lists, self._loads = TaskGroup(self), TaskGroup(self)
        for group in (self._lists, self._loads):
            group.failed.connect(self.failed)
            group.ended.connect(self._on_ended)

    @property
    def busy(self) -> bool:
        """Whether a thread runs. Before the window closes: wait for ``ended``."""
        return self._lists.busy or self._loads.busy

    def watch(self, run_id: str, losses: bool = False) -> None:
        """List the epochs of this run from now on; "" for none.

        Args:
            losses: read its losses as well, the first time.
        """
        self.cancel()
        self.run_id, self._losses = run_id, losses
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List them again, because there may be more."""
        store, run_id, losses = self.store, self.run_id, self._losses
        if store is None or not run_id:
            return
        if self._lists.busy:
            self._list_again = True
            return

        def read(task: Task) -> RunEpochs:
            run = store.run(run_id)
            # There may be thousands of others, and while it trains this is read again after each epoch.
            measured = {each.iteration: each for each in store.evaluations(run_id, checkpoints=True)}
            epochs = [KeptEpoch(c.iteration, c.epoch, measured.get(c.iteration)) for c in store.checkpoints(run_id)]
            return RunEpochs(run, tuple(epochs), store.losses(run_id) if losses else None)

        def deliver(found: RunEpochs) -> None:
            self._losses = False
            self.listed.emit(found)

        self._lists.start(read, deliver)

    def load(self, epoch: KeptEpoch) -> None:
        """Load the weights of an epoch, instead of those that are being loaded."""
        self.cancel_loading()
        if self._loads.busy:
            self._wanted = epoch
            return
        store, run_id = self.store, self.run_id
        assert store is not None

        def read(task: Task) -> Weights:
            task.check()
            return store.weights(run_id, epoch.iteration)

        self._loads.start(read, lambda weights: self.loaded.emit(epoch, weights))

    def cancel_loading(self) -> None:
        """Load nothing."""
        self._wanted = None
        self._loads.cancel()

    @Slot()
    def cancel(self) -> None:
        """Deliver nothing from now on."""
        self._list_again = False
        self._lists.cancel()
        self.cancel_loading()

    @Slot()
    def _on_ended(self) -> None:
        if self._list_again and not self._lists.busy:
            self._list_again = False
            self.refresh()
        if self._wanted is not None and not self._loads.busy:
            self.load(self._wanted)
        if not self.busy:
            self.ended.emit()
