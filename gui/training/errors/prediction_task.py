"""Predicts a dataset in the background: partial results come as they are ready, and results are cached."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from engine.data.dataset import Dataset
from engine.evaluate.predict_dataset import predict_dataset
from engine.i18n import tr
from engine.nn.batch_size import fitting_batch
from engine.types import CLASSES, FloatArray
from engine.weights import Weights
from gui.task import Task, TaskGroup
from gui.training.form.evaluation_pace import images_per_second

# Between two partial results; a small network has none.
_REPORT_SECONDS = 0.25
# How long a cancelled task continues at most.
_BATCH_SECONDS = 0.05
_MIN_BATCH, _MAX_BATCH = 10, 500
# An image has 40 bytes: fifty results for 60,000 images take 120 MB.
_CACHE_BYTES = 120_000_000
# Results of other networks that stay, to go back to them: the runs may be deleted, and each training has a new one.
_OTHERS = 5


@dataclass(frozen=True)
class Snapshot:
    """A network at one checkpoint of its training.

    Attributes:
        label: such as "epoch 3".
        load: returns its weights. It is called on another thread, and may raise a DigitLabError.
        key: what its results are cached under, instead of ``load`` itself.
    """

    label: str
    load: Callable[[], Weights]
    key: Hashable = None


class DatasetPredictor(QObject):
    """One prediction at a time, the last one requested.

    Signals:
        predicted: the probabilities (n, 10) of the first n images, read-only. It is done with n = N.
        failed: why the prediction failed, as a sentence.
        ended: no thread is left.

    Attributes:
        running: whether more will be predicted.
    """

    predicted = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskGroup(self)
        self._tasks.ended.connect(self.ended)
        self.running = False
        self._snapshot: Snapshot | None = None
        self._dataset: Dataset | None = None
        self._probabilities: FloatArray = np.empty((0, CLASSES), np.float32)
        self._done = 0
        self._key: Hashable = None
        self._cache: OrderedDict[Hashable, FloatArray] = OrderedDict()

    @property
    def busy(self) -> bool:
        """Whether there is a thread."""
        return self._tasks.busy

    def predict(self, snapshot: Snapshot, dataset: Dataset) -> None:
        """Predict all images; a running prediction is cancelled."""
        if dataset is not self._dataset:
            self._cache.clear()
        self.stop()
        self._snapshot, self._dataset = snapshot, dataset
        self._key = _key(snapshot)
        cached = self._cache.get(self._key)
        if cached is None:
            self._probabilities, self._done = np.empty((len(dataset), CLASSES), np.float32), 0
            self.resume()
        else:
            self._cache.move_to_end(self._key)
            self._probabilities, self._done = cached, len(cached)
            self.predicted.emit(cached)

    def keep(self, snapshots: Iterable[Snapshot]) -> None:
        """Keep the cached results of these snapshots, and only the latest few of others."""
        keys = {_key(each) for each in snapshots}
        others = [key for key in self._cache if key not in keys]
        for key in others[:-_OTHERS]:
            del self._cache[key]

    @Slot()
    def stop(self) -> None:
        """Stop predicting. The results so far stay."""
        self.running = False
        self._tasks.cancel()

    def resume(self) -> None:
        """Predict the images that are left."""
        if self._done < len(self._probabilities):
            self.running = True
            if not self._tasks.busy:
                self._start()

    def _start(self) -> None:
        snapshot, dataset, start = self._snapshot, self._dataset, self._done
        assert snapshot is not None
        assert dataset is not None
        self._tasks.start(
            lambda task: _predict(task, snapshot.load(), dataset, start),
            on_progress=self._on_progress,
            on_failed=self._on_failed,
            on_end=self._on_end,
            error=tr("The prediction ended by an error in the program ({0}). The details are in the log."),
            no_memory=tr("There is not enough memory for this network: close other programs, and try again."),
        )

    def _on_progress(self, rows: FloatArray) -> None:
        self._probabilities[self._done : self._done + len(rows)] = rows
        self._done += len(rows)
        if self._done == len(self._probabilities):
            self.running = False
            self._cache[self._key] = self._probabilities
            while len(self._cache) > max(_CACHE_BYTES // self._probabilities.nbytes, 1):
                self._cache.popitem(last=False)
        self.predicted.emit(self._probabilities[: self._done])

    def _on_failed(self, sentence: str) -> None:
        self.running = False
        self.failed.emit(sentence)

    def _on_end(self) -> None:
        # A prediction that was requested while a cancelled task was ending.
        if self.running:
            self._start()


def _key(snapshot: Snapshot) -> Hashable:
    return snapshot.key or snapshot.load


def _predict(task: Task, weights: Weights, dataset: Dataset, start: int) -> None:
    """Report the probabilities (n, 10) of the images from ``start`` on, piece by piece."""
    task.check()
    batch = int(_BATCH_SECONDS * images_per_second(weights.spec))
    network = weights.network(fitting_batch(weights.spec, max(_MIN_BATCH, min(_MAX_BATCH, batch))))
    total = len(dataset)
    rows: list[FloatArray] = []
    reported = time.perf_counter()
    for first in range(start, total, network.max_batch):
        task.check()
        images = dataset.subset(slice(first, first + network.max_batch))
        rows.append(predict_dataset(network.predict, images, network.max_batch))
        if first + network.max_batch >= total or time.perf_counter() - reported >= _REPORT_SECONDS:
            task.report(np.concatenate(rows))
            rows, reported = [], time.perf_counter()
