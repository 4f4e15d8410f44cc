"""What is taken for what: from a network's probabilities to the table, and from a cell of it to the pictures.

All but ``network_probabilities`` are functions of probabilities and labels, so that one pass over the pictures serves
every question about them. The accuracy for each digit is among ``engine.evaluate.metrics.scores``.

Probabilities are (N, 10); a row of zeros is no answer (an empty drawing), which is wrong. Labels are (N,), 0 to 9, or
NO_DIGIT; a picture of no digit has no right answer: it is not in the table, and no mistake.
"""

from collections.abc import Callable

import numpy as np

from engine.data.dataset import BatchReader, Dataset
from engine.evaluate.metrics import confusion_matrix
from engine.nn.functions import softmax
from engine.nn.network import Network
from engine.types import CLASSES, NO_DIGIT, FloatArray, IntArray


def network_probabilities(
    network: Network, dataset: Dataset, progress: Callable[[int, int], None] | None = None
) -> FloatArray:
    """What a network says of each picture of a dataset, a batch at a time: (N, 10) float32, a new array.

    Args:
        network: one that no other thread uses meanwhile (``Weights.network`` makes one).
        progress: called with (pictures read, pictures in all) after each batch; what it raises ends the reading.
    """
    reader = BatchReader(dataset, network.max_batch)
    order = np.arange(len(dataset))
    probabilities = np.empty((len(dataset), CLASSES), np.float32)
    # A network on its way to divergence is read, too.
    with np.errstate(over="ignore", invalid="ignore"):
        for start in range(0, len(dataset), network.max_batch):
            part = order[start : start + network.max_batch]
            x, _ = reader.read(part)
            probabilities[part] = softmax(network.logits(x))
            if progress is not None:
                progress(start + len(part), len(dataset))
    return probabilities


def answers(probabilities: FloatArray) -> IntArray:
    """(N,): the likeliest digit of each row, NO_DIGIT for no answer."""
    return np.where(probabilities.any(axis=1), probabilities.argmax(axis=1), NO_DIGIT)


def confusion_table(probabilities: FloatArray, labels: IntArray) -> IntArray:
    """(10, 10) counts: the row is the digit it was, the column the digit that was read.

    Those without an answer are in no column.
    """
    read = answers(probabilities)
    counted = (read != NO_DIGIT) & (labels != NO_DIGIT)
    return confusion_matrix(read[counted], labels[counted])


def in_cell(probabilities: FloatArray, labels: IntArray, digit: int, read: int) -> IntArray:
    """Where the pictures of ``digit`` are that were read as ``read`` (NO_DIGIT: that have no answer): indices (n,).

    The worst is first: with the wrong answer that of the highest probability, with the right answer (on the diagonal)
    that of the lowest. Equally bad ones come in their order.
    """
    which = np.flatnonzero((labels == digit) & (answers(probabilities) == read))
    return _by_confidence(probabilities, which, surest_first=digit != read)


def worst_mistakes(probabilities: FloatArray, labels: IntArray) -> IntArray:
    """Where all digits are that were read wrong: indices (n,), the highest probability of a wrong answer first.

    Equally bad ones come in their order, those without an answer last.
    """
    which = np.flatnonzero((labels != NO_DIGIT) & (answers(probabilities) != labels))
    return _by_confidence(probabilities, which)


def _by_confidence(probabilities: FloatArray, which: IntArray, surest_first: bool = True) -> IntArray:
    confidence = probabilities[which].max(axis=1)
    return which[np.argsort(-confidence if surest_first else confidence, kind="stable")]
