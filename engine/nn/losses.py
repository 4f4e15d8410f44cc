"""Softmax and sigmoid of the logits, and the loss that training minimises."""

import numpy as np

from ..types import FloatArray, IntArray


def softmax(a: FloatArray) -> FloatArray:
    """y_k = exp(a_k) / sum_i exp(a_i), along the last axis: (n,) -> (n,) or (N, n) -> (N, n).

    The largest a is subtracted first: the result is the same, and exp cannot overflow.
    """
    exp_a: FloatArray = np.exp(a - np.maximum.reduce(a, axis=-1, keepdims=True))
    exp_a /= np.add.reduce(exp_a, axis=-1, keepdims=True)
    return exp_a


def probabilities(a: FloatArray) -> FloatArray:
    """Of the classes: the softmax of (N, classes). Of class 1, where there is one logit for two classes: the sigmoid of
    (N, 1). A new array of the same shape.
    """
    if a.shape[-1] > 1:
        return softmax(a)
    # exp only of -|a|: it cannot overflow.
    exp_a: FloatArray = np.exp(-np.abs(a))
    return np.where(a < 0, exp_a, 1) / (1 + exp_a)


# For what predicts with weights from a file: those of a training that diverged, or hostile ones, overflow.
overflowing = np.errstate(over="ignore", invalid="ignore")


def even_where_not_finite(y: FloatArray) -> FloatArray:
    """The probabilities (n, classes), changed in place: where they have overflowed, none tells a class from another."""
    y[~np.isfinite(y).all(axis=1)] = 1 / y.shape[1]
    return y


def cross_entropies(a: FloatArray, t: IntArray) -> FloatArray:
    """- sum_k t_k log y_k with y = softmax(a), for each image: logits (n, classes) and labels (n,) -> (n,), new.

    Where a label is the number of classes (NO_DIGIT), t is 1 / classes everywhere, as in ``SoftmaxWithLoss``.
    """
    # (classes, n) in memory, as there.
    rows = np.array(a.T, order="C")
    rows -= np.maximum.reduce(rows, axis=0)
    label_logits = rows[np.minimum(t, len(rows) - 1), np.arange(len(t))]
    no_digit = t == len(rows)
    if no_digit.any():
        label_logits[no_digit] = rows[:, no_digit].mean(axis=0)
    losses: FloatArray = np.log(np.add.reduce(np.exp(rows, out=rows), axis=0))
    losses -= label_logits
    return losses


def largest_label(t: IntArray, n: int, limit: int) -> int:
    """The largest of the labels ``t``.

    Raises:
        ValueError: they are not ``n`` integers from 0 to ``limit``, or ``n`` is 0.
    """
    if t.shape != (n,):
        hint = ". One-hot rows: write t.argmax(axis=1)" if t.ndim == 2 and len(t) == n else ""
        raise ValueError(f"t of shape {t.shape} does not fit x with {n} rows: t must be labels of shape ({n},){hint}")
    if t.dtype.kind not in "iu":
        raise ValueError(f"t must hold integers, the labels, not {t.dtype}. Write t.astype(int)")
    if not n:
        raise ValueError("x and t are empty: there must be at least one row")
    largest = int(t.max())
    if largest > limit or (t.dtype.kind == "i" and t.min() < 0):
        raise ValueError(f"t must hold labels from 0 to {limit}, and these are {t.min()} to {largest}")
    return largest


class SoftmaxWithLoss:
    """y = softmax(a), L = - sum_k t_k log y_k, the mean over the batch; backwards da = (y - t) / N.

    Together their derivatives simplify to that difference, and log y_k = a_k - log sum_i exp(a_i) needs no logarithm
    of a y_k that has been rounded to 0.

    The arrays are (classes, n) in memory, so that each operation works on runs of n numbers.
    """

    def __init__(self, classes: int, max_batch: int, dtype: np.dtype[np.floating]) -> None:
        """Args:
        classes: at least 2.
        """
        self._y = np.empty((classes, max_batch), dtype)
        self._t, self._products = np.empty_like(self._y), np.empty_like(self._y)
        self._row = np.empty(max_batch, dtype)
        self._classes = np.arange(classes, dtype=np.min_scalar_type(classes))[:, None]

    def forward(self, a: FloatArray, t: IntArray) -> float:
        """Logits (n, classes) and labels (n,) -> the mean loss of the batch.

        Where a label is the number of classes (NO_DIGIT), t is 1 / classes everywhere (outlier exposure; Hendrycks,
        Mazeika, Dietterich 2019).

        Raises:
            ValueError: ``t`` is no label for each row.
        """
        n, classes = len(a), len(self._classes)
        largest = largest_label(t, n, classes)
        y, one_hot, products, row = self._y[:, :n], self._t[:, :n], self._products[:, :n], self._row[:n]
        np.equal(t, self._classes, out=one_hot)
        if largest == classes:
            one_hot[:, t == classes] = 1 / classes
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


class SigmoidWithLoss:
    """y = sigmoid(a), L = - t log y - (1 - t) log(1 - y), the mean over the batch; backwards da = (y - t) / N.

    For one logit that tells two classes apart: y is the probability of class 1 (PyTorch's BCEWithLogitsLoss).

    With s = -1 where t = 1 and s = 1 where t = 0, L = log(1 + exp(s a)) and y - t = s sigmoid(s a): so neither exp
    overflows nor a y that has been rounded to 0 or 1 loses the small difference.
    """

    def __init__(self, max_batch: int, dtype: np.dtype[np.floating]) -> None:
        self._sign, self._signed, self._losses, self._work = np.empty((4, max_batch), dtype)

    def forward(self, a: FloatArray, t: IntArray) -> float:
        """Logits (n, 1) and labels (n,), 0 or 1 -> the mean loss of the batch.

        Raises:
            ValueError: ``t`` is no label for each row.
        """
        n = len(a)
        largest_label(t, n, 1)
        sign, signed, losses = self._sign[:n], self._signed[:n], self._losses[:n]
        np.equal(t, 0, out=sign)
        sign *= 2
        sign -= 1
        np.multiply(a[:, 0], sign, out=signed)
        # log(1 + exp(a)) = max(a, 0) + log(1 + exp(-|a|))
        np.abs(signed, out=losses)
        np.negative(losses, out=losses)
        np.exp(losses, out=losses)
        np.log1p(losses, out=losses)
        losses += np.maximum(signed, 0, out=self._work[:n])
        return float(losses.sum()) / n

    def backward(self, t: IntArray) -> FloatArray:
        """dL/da (n, 1), a view; once per ``forward``."""
        n = len(t)
        da: FloatArray = self._signed[:n]
        da -= self._losses[:n]
        np.exp(da, out=da)
        da *= self._sign[:n]
        da *= 1 / n
        return da.reshape(n, 1)
