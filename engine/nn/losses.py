"""Softmax, and the loss that training minimises."""

import numpy as np

from engine.types import NO_DIGIT, FloatArray, IntArray


def softmax(a: FloatArray) -> FloatArray:
    """y_k = exp(a_k) / sum_i exp(a_i), along the last axis: (n,) -> (n,) or (N, n) -> (N, n).

    The largest a is subtracted first: the result is the same, and exp cannot overflow.
    """
    exp_a: FloatArray = np.exp(a - np.maximum.reduce(a, axis=-1, keepdims=True))
    exp_a /= np.add.reduce(exp_a, axis=-1, keepdims=True)
    return exp_a


def cross_entropies(a: FloatArray, t: IntArray) -> FloatArray:
    """- sum_k t_k log y_k with y = softmax(a), for each image: logits (n, classes) and labels (n,) -> (n,), new.

    Where a label is NO_DIGIT, t is 1 / classes everywhere, as in ``SoftmaxWithLoss``.
    """
    # (classes, n) in memory, as there.
    rows = np.array(a.T, order="C")
    rows -= np.maximum.reduce(rows, axis=0)
    label_logits = rows[np.minimum(t, len(rows) - 1), np.arange(len(t))]
    no_digit = t == NO_DIGIT
    if no_digit.any():
        label_logits[no_digit] = rows[:, no_digit].mean(axis=0)
    losses: FloatArray = np.log(np.add.reduce(np.exp(rows, out=rows), axis=0))
    losses -= label_logits
    return losses


class SoftmaxWithLoss:
    """y = softmax(a), L = - sum_k t_k log y_k, the mean over the batch; backwards da = (y - t) / N.

    Together their derivatives simplify to that difference, and log y_k = a_k - log sum_i exp(a_i) needs no logarithm
    of a y_k that has been rounded to 0.

    The arrays are (classes, n) in memory, so that each operation works on runs of n numbers.
    """

    def __init__(self, classes: int, max_batch: int, dtype: np.dtype[np.floating]) -> None:
        self._y = np.empty((classes, max_batch), dtype)
        self._t, self._products = np.empty_like(self._y), np.empty_like(self._y)
        self._row = np.empty(max_batch, dtype)
        self._classes = np.arange(classes, dtype=np.uint8)[:, None]

    def forward(self, a: FloatArray, t: IntArray) -> float:
        """Logits (n, classes) and labels (n,) -> the mean loss of the batch.

        Where a label is NO_DIGIT, t is 1 / classes everywhere (outlier exposure; Hendrycks, Mazeika, Dietterich 2019).
        """
        n = len(a)
        y, one_hot, products, row = self._y[:, :n], self._t[:, :n], self._products[:, :n], self._row[:n]
        np.equal(t, self._classes, out=one_hot)
        if t.max() == NO_DIGIT:
            one_hot[:, t == NO_DIGIT] = 1 / len(self._classes)
        np.copyto(y, a.T)
        np.maximum.reduce(y, axis=0, out=row)
        y -= row
        np.multiply(y, one_hot, out=products)
        label_logits = float(products.sum())
        np.exp(y, out=y)
        np.add.reduce(y, axis=0, out=row)
        y /= row
        np.log(row, out=row)
        return (float(row.sum()) - label_logits) / n

    def backward(self, t: IntArray) -> FloatArray:
        """dL/da (n, classes), a view; once per ``forward``, whose y it overwrites."""
        n = len(t)
        da = self._y[:, :n]
        da -= self._t[:, :n]
        da *= 1 / n
        return da.T
