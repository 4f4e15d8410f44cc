"""How wrong the network is, as one number that learning makes smaller."""

import numpy as np

from engine.types import FloatArray, IntArray


class SoftmaxWithLoss:
    """y = softmax(a), L = - sum_k t_k log y_k, the mean over the batch; backwards da = (y - t) / N.

    The two belong together because their derivatives cancel to that plain difference.
    """

    def __init__(self, classes: int, max_batch: int, dtype: np.dtype[np.floating]) -> None:
        self._y = np.empty((max_batch, classes), dtype)
        self._t = np.empty_like(self._y)
        self._column = np.empty((max_batch, 1), dtype)
        self._classes = np.arange(classes, dtype=np.uint8)
        # Below the smallest normal number a logarithm tells nothing more, and log(0) would be -inf.
        self._tiny = float(np.finfo(dtype).tiny)

    def forward(self, a: FloatArray, t: IntArray) -> float:
        """Logits (n, classes) and labels (n,) -> the mean loss of the batch."""
        n = len(a)
        y, one_hot, column = self._y[:n], self._t[:n], self._column[:n]
        np.maximum.reduce(a, axis=1, keepdims=True, out=column)
        np.subtract(a, column, out=y)
        np.exp(y, out=y)
        np.add.reduce(y, axis=1, keepdims=True, out=column)
        y /= column
        np.equal(t[:, None], self._classes, out=one_hot)
        at_label = np.vecdot(y, one_hot, out=column[:, 0])
        np.maximum(at_label, self._tiny, out=at_label)
        return -float(np.log(at_label, out=at_label).sum()) / n

    def backward(self, t: IntArray) -> FloatArray:
        """dL/da (n, classes), a view of the buffer that held y: once a ``forward``."""
        n = len(t)
        da = self._y[:n]
        da -= self._t[:n]
        da *= 1 / n
        return da
