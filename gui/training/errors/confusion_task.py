"""A network reads a dataset on a thread of its own; what it said is told as it comes, and remembered."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from engine.data.dataset import Dataset
from engine.evaluate.confusion import network_probabilities
from engine.types import CLASSES, FloatArray
from engine.weights import Weights
from gui.i18n import tr
from gui.task import Background, Worker
from gui.training.form.evaluation_pace import images_per_second

# A first answer after this time, and so often from then on; a small network is done before.
_TELL_SECONDS = 0.25
# So long a stopped worker goes on at most.
_BATCH_SECONDS = 0.05
_LEAST_BATCH, _MOST_BATCH = 10, 500
# Ten numbers of four bytes a picture: fifty readings of 60,000 pictures take 120 MB.
_REMEMBERED_BYTES = 120_000_000


@dataclass(frozen=True)
class Moment:
    """A network as it was once.

    Attributes:
        label: such as "epoch 3".
        load: gets its weights. It is called on another thread, and may raise a DigitLabError.
        key: moments of the same key are the same network, which need not read twice; None where there is no other.
    """

    label: str
    load: Callable[[], Weights]
    key: Hashable = None

    @property
    def identity(self) -> Hashable:
        """What it is remembered by."""
        return self.load if self.key is None else self.key


class _Worker(Worker):
    """Reads a dataset from a picture on.

    Signals:
        answered: its number, the probabilities (n, 10) of the next n pictures.
    """

    answered = Signal(int, object)

    def __init__(self, number: int, moment: Moment, dataset: Dataset, start: int, parent: QObject) -> None:
        super().__init__(number, "mistakes", parent)
        self._moment, self._dataset, self._start = moment, dataset, start

    def work(self) -> None:
        self._read(self._moment.load())

    def no_memory(self) -> str:
        return tr("There is not enough memory to read with this network: close other programs, and try again.")

    def broken(self, error: object) -> str:
        return tr("The reading ended by an error in the program ({0}). The details are in the log.", error)

    def _read(self, weights: Weights) -> None:
        batch = int(_BATCH_SECONDS * images_per_second(weights.spec))
        network = weights.network(max(_LEAST_BATCH, min(_MOST_BATCH, batch)))
        total = len(self._dataset)
        found: list[FloatArray] = []
        told = time.perf_counter()
        for start in range(self._start, total, network.max_batch):
            self.look()
            found.append(network_probabilities(network, self._dataset.subset(slice(start, start + network.max_batch))))
            if start + network.max_batch >= total or time.perf_counter() - told >= _TELL_SECONDS:
                self.answered.emit(self.number, np.concatenate(found))
                found, told = [], time.perf_counter()


class Reader(Background):
    """One reading at a time: that of the moment asked for last.

    Signals:
        answered: the probabilities (n, 10) of the first n pictures, not to be written into. With n = N it is done.
        failed: why there will be no more.
        ended: nothing is being read any more, and no thread is left.
    """

    answered = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = 0
        # What is to be read, until it is done, has failed or was stopped.
        self._wanted = False
        self._moment: Moment | None = None
        self._dataset: Dataset | None = None
        self._rows: FloatArray = np.empty((0, CLASSES), np.float32)
        self._done = 0
        self._remembered: OrderedDict[Hashable, FloatArray] = OrderedDict()

    @property
    def reading(self) -> bool:
        """Whether more answers will come."""
        return self._wanted

    def read(self, moment: Moment, dataset: Dataset) -> None:
        """Read all pictures with the network of a moment, instead of whatever is being read."""
        if dataset is not self._dataset:
            self._remembered.clear()
        self._moment, self._dataset = moment, dataset
        self._rows, self._done = np.empty((len(dataset), CLASSES), np.float32), 0
        known = self._remembered.get(moment.identity)
        if known is not None:
            self.stop()
            self._remembered.move_to_end(moment.identity)
            self._rows, self._done = known, len(known)
            self.answered.emit(known)
        else:
            self.go_on()

    def go_on(self) -> None:
        """Read the rest of what was stopped."""
        if self._moment is not None and self._dataset is not None and (self._done < len(self._dataset)):
            self.stop()
            self._job += 1
            self._wanted = True
            self._begin()

    @Slot()
    def stop(self) -> None:
        """Read no more. What was read stays."""
        self._wanted = False
        self._stop()

    def _begin(self) -> None:
        """Start a worker once there is none."""
        if self.busy or self._moment is None or self._dataset is None:
            return
        worker = _Worker(self._job, self._moment, self._dataset, self._done, self)
        worker.answered.connect(self._on_answered)
        self._launch(worker)

    # -- what the worker tells, in the window's thread; what an earlier job told is dropped

    @Slot(int, object)
    def _on_answered(self, job: int, rows: FloatArray) -> None:
        if job != self._job or not self._wanted or self._moment is None:
            return
        self._rows[self._done : self._done + len(rows)] = rows
        self._done += len(rows)
        if self._done == len(self._rows):
            self._wanted = False
            self._remember(self._moment.identity)
        self.answered.emit(self._rows[: self._done])

    def _failed(self, number: int, sentence: str) -> None:
        if number == self._job and self._wanted:
            self._wanted = False
            self.failed.emit(sentence)

    def _gone(self, worker: Worker) -> None:
        if self._wanted and worker.number != self._job:
            self._begin()
        else:
            self._wanted = False
            super()._gone(worker)

    def _remember(self, identity: Hashable) -> None:
        self._remembered[identity] = self._rows
        while len(self._remembered) > max(_REMEMBERED_BYTES // max(self._rows.nbytes, 1), 1):
            self._remembered.popitem(last=False)
