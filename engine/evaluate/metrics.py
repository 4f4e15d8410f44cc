"""How good a network is: accuracy, loss and calibration."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..data.dataset import Dataset
from ..nn.losses import cross_entropies
from ..nn.network import Network
from ..types import CLASSES, FloatArray, IntArray
from .confusion import predicted_digits
from .predict_dataset import predict_dataset

_BATCH_SIZE = 100


@dataclass(frozen=True)
class Scores:
    """Attributes:
    n: how many images.
    accuracy: the part that is predicted correctly, 0 to 1.
    per_class: the accuracy for the images of each digit; None for a digit without images.
    ece: expected calibration error, 0 to 1.
    """

    n: int
    accuracy: float
    per_class: tuple[float | None, ...]
    ece: float


def scores(probabilities: FloatArray, labels: IntArray) -> Scores:
    """Probabilities (N, 10) against labels (N,), 0 to 9, N at least 1.

    A row of zeros is no prediction (an empty drawing): it counts as an error, with a confidence of 0.
    """
    correct = predicted_digits(probabilities) == labels
    of_class = np.bincount(labels, minlength=CLASSES).tolist()
    correct_of_class = np.bincount(labels[correct], minlength=CLASSES).tolist()
    return Scores(
        n=len(labels),
        accuracy=int(correct.sum()) / len(labels),
        per_class=tuple(c / n if n else None for c, n in zip(correct_of_class, of_class, strict=True)),
        ece=expected_calibration_error(probabilities.max(axis=1), correct),
    )


def expected_calibration_error(confidence: FloatArray, correct: npt.NDArray[np.bool_], bins: int = 15) -> float:
    """The mean difference between confidence and accuracy (Guo et al. 2017).

    The predictions are sorted by their confidence (N,), the highest probability, into ``bins`` equal intervals
    (low, high] of 0..1; each bin counts by its size. ``correct`` (N,) says which predictions are.
    """
    which = np.clip(np.ceil(confidence.astype(np.float64) * bins).astype(int) - 1, 0, bins - 1)
    claimed = np.bincount(which, confidence, minlength=bins)
    observed = np.bincount(which, correct, minlength=bins)
    return float(np.abs(claimed - observed).sum() / len(confidence))


def accuracy(
    network: Network,
    dataset: Dataset,
    batch_size: int | None = None,
    progress: Callable[[int, int], object] = lambda done, total: None,
) -> float:
    """The part of a dataset, of at least one image, that is predicted correctly; see ``accuracy_and_loss``."""
    return accuracy_and_loss(network, dataset, batch_size, progress)[0]


def accuracy_and_loss(
    network: Network,
    dataset: Dataset,
    batch_size: int | None = None,
    progress: Callable[[int, int], object] = lambda done, total: None,
) -> tuple[float, float | None]:
    """The part of a dataset, of at least one image, that is predicted correctly, and the mean cross entropy.

    The loss is None where it is not finite: the weights of a training that diverges overflow.

    Args:
        batch_size: by default the network's ``max_batch``, which is also the most.
        progress: see ``predict_dataset``.
    """
    logits = predict_dataset(network.logits, dataset, min(batch_size or network.max_batch, network.max_batch), progress)
    correct = int(np.count_nonzero(logits.argmax(axis=1) == dataset.labels))
    with np.errstate(over="ignore", invalid="ignore"):
        loss = float(cross_entropies(logits, dataset.labels).mean(dtype=np.float64))
    return correct / len(dataset), loss if math.isfinite(loss) else None


def accuracy_and_loss_in_time(
    network: Network, dataset: Dataset, late: Callable[[float], bool]
) -> tuple[float, float | None] | None:
    """``accuracy_and_loss``; None where that would take too long, or the dataset is empty.

    Args:
        late: whether to give up, given the expected end (as ``time.perf_counter``). Called before each batch.
    """
    start = time.perf_counter()

    def check(done: int, total: int) -> None:
        now = time.perf_counter()
        if late(start + (now - start) * total / done if done else now):
            raise TimeoutError

    try:
        return accuracy_and_loss(network, dataset, _BATCH_SIZE, check) if len(dataset) else None
    except TimeoutError:
        return None
