"""Softmax and one-hot labels, in the form that the fast engine uses. The book's other functions: ``engine.book``."""

import numpy as np

from engine.types import FloatArray, IntArray


def softmax(a: FloatArray) -> FloatArray:
    """y_k = exp(a_k) / sum_i exp(a_i), along the last axis: (n,) -> (n,) or (N, n) -> (N, n).

    The largest a is subtracted first. That changes nothing in the result, and exp cannot overflow.
    """
    exp_a: FloatArray = np.exp(a - np.maximum.reduce(a, axis=-1, keepdims=True))
    exp_a /= np.add.reduce(exp_a, axis=-1, keepdims=True)
    return exp_a


def one_hot(t: IntArray, classes: int = 10) -> FloatArray:
    """Labels (N,) -> (N, classes) float32: 1 at the label, else 0."""
    return np.eye(classes, dtype=np.float32)[t]
