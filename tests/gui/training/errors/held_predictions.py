"""Predictions that a test releases batch by batch."""

import threading

from engine.data.dataset import Dataset
from engine.evaluate.predict_dataset import Predict, predict_dataset
from engine.types import FloatArray


class HeldPredictions:
    """Replaces ``predict_dataset``: batches of ten images, each of which waits until it is released."""

    def __init__(self) -> None:
        self._through = threading.Semaphore(0)

    def let(self, batches: int) -> None:
        self._through.release(batches)

    def __call__(self, predict: Predict, dataset: Dataset, batch_size: int) -> FloatArray:
        assert self._through.acquire(timeout=20)
        return predict_dataset(predict, dataset, batch_size)
