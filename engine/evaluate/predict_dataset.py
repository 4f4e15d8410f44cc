"""The predictions of a network for a whole dataset, batch by batch."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from ..data.dataset import BatchReader, Dataset
from ..nn.thread_pool import ThreadPool
from ..types import CLASSES, FloatArray

# (n, 784) -> (n, 10): ``Network.predict``, ``Network.logits`` or ``Recognizer.probabilities``.
Predict: TypeAlias = Callable[[FloatArray], FloatArray]


def predict_dataset(
    predict: Predict | Sequence[Predict],
    dataset: Dataset,
    batch_size: int = 100,
    progress: Callable[[int, int], object] = lambda done, total: None,
) -> FloatArray:
    """The output of ``predict`` for each image: (N, 10) float32, a new array.

    Args:
        predict: several functions, each with its own copy of the network, are called in as many threads. The result is
            the same: it depends on ``batch_size`` alone.
        batch_size: images at a time, at most the network's ``max_batch`` for ``Network.logits``.
        progress: called before each batch with the number of images before it and of all. To cancel, it raises.
    """
    functions = [predict] if callable(predict) else predict
    total = len(dataset)
    batch_size = max(1, min(batch_size, total))
    readers = [BatchReader(dataset, batch_size) for _ in functions]
    outputs = np.empty((total, CLASSES), np.float32)

    def predict_batch(start: int, slot: int) -> None:
        progress(start, total)
        batch = slice(start, min(start + batch_size, total))
        # The network of a training that diverges overflows: that is no error here.
        with np.errstate(over="ignore", invalid="ignore"):
            outputs[batch] = functions[slot](readers[slot].read(np.arange(batch.start, batch.stop))[0])

    pool = ThreadPool()
    with pool.running(len(functions)):
        pool.run(predict_batch, range(0, total, batch_size))
    return outputs
