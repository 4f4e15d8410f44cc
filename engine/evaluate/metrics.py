"""How good a network is, and how far its percentages can be believed."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.data.dataset import BatchReader, Dataset
from engine.nn.network import Network
from engine.types import CLASSES, FloatArray, IntArray

_BATCH = 100


@dataclass(frozen=True)
class Scores:
    """Attributes:
    n: how many pictures.
    accuracy: the part of them that is read right, 0 to 1.
    per_class: the same for the pictures of each digit; None for a digit of which there are none.
    ece: expected calibration error, 0 to 1.
    """

    n: int
    accuracy: float
    per_class: tuple[float | None, ...]
    ece: float


def scores(probabilities: FloatArray, labels: IntArray) -> Scores:
    """Probabilities (N, 10) against labels (N,), N at least 1.

    A row of zeros is no answer (an empty drawing): it counts as wrong, with a confidence of 0.
    """
    right = (probabilities.argmax(axis=1) == labels) & probabilities.any(axis=1)
    of_class = np.bincount(labels, minlength=CLASSES)
    right_of_class = np.bincount(labels, right, minlength=CLASSES)
    return Scores(
        n=len(labels),
        accuracy=int(right.sum()) / len(labels),
        per_class=tuple(int(r) / int(n) if n else None for r, n in zip(right_of_class, of_class, strict=True)),
        ece=expected_calibration_error(probabilities.max(axis=1), right),
    )


def confusion_matrix(predicted: IntArray, labels: IntArray) -> IntArray:
    """(10, 10) counts: the row is the digit it was, the column the digit that was read."""
    pairs = np.bincount(labels.astype(np.int64) * CLASSES + predicted, minlength=CLASSES * CLASSES)
    return pairs.reshape(CLASSES, CLASSES)


def expected_calibration_error(confidence: FloatArray, right: npt.NDArray[np.bool_], bins: int = 15) -> float:
    """The mean distance between what the network claims and how often it is right (Guo et al. 2017).

    The answers are sorted by their confidence (N,), the winner's probability, into ``bins`` equal intervals
    (low, high] of 0..1; each bin counts by its size. ``right`` (N,) says which answers were.
    """
    which = np.clip(np.ceil(confidence.astype(np.float64) * bins).astype(int) - 1, 0, bins - 1)
    claimed = np.bincount(which, confidence, minlength=bins)
    observed = np.bincount(which, right, minlength=bins)
    return float(np.abs(claimed - observed).sum() / len(confidence))


def accuracy(network: Network, dataset: Dataset) -> float:
    """The part of a dataset, of one picture at least, that the network reads right, measured a batch at a time."""
    reader = BatchReader(dataset, network.max_batch)
    order = np.arange(len(dataset))
    right = 0
    for start in range(0, len(order), network.max_batch):
        x, t = reader.read(order[start : start + network.max_batch])
        right += int(np.count_nonzero(network.logits(x).argmax(axis=1) == t))
    return right / len(dataset)


def accuracy_in_time(network: Network, dataset: Dataset, late: Callable[[float], bool]) -> float | None:
    """The accuracy on a dataset, measured piece by piece; None where that would take too long, or there is nothing.

    Args:
        late: whether it is too late then, given when it will be done, in ``time.perf_counter``'s seconds.
    """
    began = time.perf_counter()
    right = 0
    for start in range(0, len(dataset), _BATCH):
        now = time.perf_counter()
        expected = now if not start else began + (now - began) * len(dataset) / start
        if late(max(now, expected)):
            return None
        part = dataset.subset(slice(start, start + _BATCH))
        with np.errstate(over="ignore", invalid="ignore"):  # as the trainer does
            right += round(accuracy(network, part) * len(part))
    return right / len(dataset) if len(dataset) else None
