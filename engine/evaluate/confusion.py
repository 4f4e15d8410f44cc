"""The confusion matrix, and the images behind each of its cells, from probabilities and labels.

Probabilities are (N, 10); a row of zeros is no prediction (an empty drawing), which counts as an error. Labels are
(N,), 0 to 9 or NO_DIGIT; an image that shows no digit is in no row of the matrix, and no error.
"""

import numpy as np

from ..types import CLASSES, NO_DIGIT, FloatArray, IntArray


def predicted_digits(probabilities: FloatArray) -> IntArray:
    """(N,): the most probable digit of each row, NO_DIGIT where there is no prediction."""
    return np.where(probabilities.any(axis=1), probabilities.argmax(axis=1), NO_DIGIT)


def confusion_matrix(probabilities: FloatArray, labels: IntArray) -> IntArray:
    """(10, 10) counts: the row is the true label, the column the predicted digit. No prediction is in no column."""
    predicted = predicted_digits(probabilities)
    counted = (predicted != NO_DIGIT) & (labels != NO_DIGIT)
    cells = labels[counted].astype(np.int64) * CLASSES + predicted[counted]
    return np.bincount(cells, minlength=CLASSES * CLASSES).reshape(CLASSES, CLASSES)


def cell_indices(probabilities: FloatArray, labels: IntArray, digit: int, predicted: int) -> IntArray:
    """The indices (n,) of the images of ``digit`` predicted as ``predicted`` (NO_DIGIT: without a prediction).

    The worst are first: errors with the highest confidence, or, on the diagonal, those with the lowest. Equal ones
    stay in order.
    """
    which = np.flatnonzero((labels == digit) & (predicted_digits(probabilities) == predicted))
    return _by_confidence(probabilities, which, descending=digit != predicted)


def worst_errors(probabilities: FloatArray, labels: IntArray) -> IntArray:
    """The indices (n,) of all errors, those with the highest confidence first. Equal ones stay in order."""
    which = np.flatnonzero((labels != NO_DIGIT) & (predicted_digits(probabilities) != labels))
    return _by_confidence(probabilities, which)


def _by_confidence(probabilities: FloatArray, which: IntArray, descending: bool = True) -> IntArray:
    confidence = probabilities[which].max(axis=1)
    return which[np.argsort(-confidence if descending else confidence, kind="stable")]
