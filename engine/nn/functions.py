"""Activation functions, softmax and losses, with their derivatives: the formulas as the book writes them.

These are the plain forms, for one row or a batch. The layers compute the same into buffers of their own,
and tests hold the two together.
"""

import numpy as np

from engine.types import FloatArray, IntArray

# Added inside the logarithm so that log(0) is never taken (the book's delta).
_DELTA = 1e-7


def step(x: FloatArray) -> FloatArray:
    """h(x) = 1 where x > 0, else 0. Its derivative is 0 wherever it has one: that is why nothing learns through it."""
    return (x > 0).astype(x.dtype)


def sigmoid(x: FloatArray) -> FloatArray:
    """h(x) = 1 / (1 + exp(-x)), element by element.

    exp is only ever taken of -abs(x), so that x = -1000 gives 0 and no overflow.
    """
    z = np.exp(-np.abs(x))
    y: FloatArray = np.where(x >= 0, 1, z) / (1 + z)
    return y


def sigmoid_grad(x: FloatArray) -> FloatArray:
    """dh/dx = h(x) (1 - h(x))."""
    y = sigmoid(x)
    return y * (1 - y)


def relu(x: FloatArray) -> FloatArray:
    """h(x) = max(0, x)."""
    return np.maximum(x, 0)


def relu_grad(x: FloatArray) -> FloatArray:
    """dh/dx = 1 where x > 0, else 0 (at 0 itself, where there is none, 0 is taken)."""
    return (x > 0).astype(x.dtype)


def identity(x: FloatArray) -> FloatArray:
    """h(x) = x: the output of a network that answers with numbers rather than probabilities."""
    return x


def identity_grad(x: FloatArray) -> FloatArray:
    """dh/dx = 1."""
    return np.ones_like(x)


def softmax(a: FloatArray) -> FloatArray:
    """y_k = exp(a_k) / sum_i exp(a_i), along the last axis: (n,) -> (n,) or (N, n) -> (N, n).

    The largest a is subtracted first. That changes nothing in the result, and exp cannot overflow.
    """
    exp_a: FloatArray = np.exp(a - np.maximum.reduce(a, axis=-1, keepdims=True))
    exp_a /= np.add.reduce(exp_a, axis=-1, keepdims=True)
    return exp_a


def softmax_grad(a: FloatArray) -> FloatArray:
    """The Jacobian dy_k/da_i = y_k (delta_ki - y_i): (n,) -> (n, n), (N, n) -> (N, n, n)."""
    y = softmax(a)
    return y[..., :, None] * (np.eye(y.shape[-1], dtype=y.dtype) - y[..., None, :])


def one_hot(t: IntArray, classes: int = 10) -> FloatArray:
    """Labels (N,) -> (N, classes) float32: 1 at the label, else 0."""
    return np.eye(classes, dtype=np.float32)[t]


def mean_squared_error(y: FloatArray, t: FloatArray | IntArray) -> float:
    """E = 1/2 sum_k (y_k - t_k)^2, the mean over the batch.

    Args:
        y: (n,) or (N, n), what the network says.
        t: the same shape, one-hot; or labels, a single integer or (N,).
    """
    y, target = _as_batch(y, t)
    return float(0.5 * np.sum((y - target) ** 2) / len(y))


def mean_squared_error_grad(y: FloatArray, t: FloatArray | IntArray) -> FloatArray:
    """dE/dy = (y - t) / N, in the shape of ``y``."""
    batch, target = _as_batch(y, t)
    return ((batch - target) / len(batch)).reshape(y.shape).astype(y.dtype)


def cross_entropy_error(y: FloatArray, t: FloatArray | IntArray) -> float:
    """E = - sum_k t_k log y_k, the mean over the batch.

    Args:
        y: (n,) or (N, n), probabilities.
        t: the same shape, one-hot; or labels, a single integer or (N,).
    """
    y, target = _as_batch(y, t)
    return float(-np.sum(target * np.log(y + _DELTA)) / len(y))


def cross_entropy_error_grad(y: FloatArray, t: FloatArray | IntArray) -> FloatArray:
    """dE/dy = - t / y / N, in the shape of ``y``."""
    batch, target = _as_batch(y, t)
    return (-target / (batch + _DELTA) / len(batch)).reshape(y.shape).astype(y.dtype)


def _as_batch(y: FloatArray, t: FloatArray | IntArray) -> tuple[FloatArray, FloatArray]:
    """Both as (N, n), the targets one-hot."""
    targets = np.asarray(t)
    if targets.shape == y.shape:
        return np.atleast_2d(y), np.atleast_2d(targets).astype(y.dtype)
    y = np.atleast_2d(y)
    if targets.size != len(y) or not np.issubdtype(targets.dtype, np.integer):
        raise ValueError(f"targets of shape {targets.shape}, {targets.dtype} do not fit outputs of shape {y.shape}")
    return y, one_hot(targets.reshape(-1).astype(np.int64), y.shape[1]).astype(y.dtype)
