"""Chapter 4, learning: losses, numerical gradients, gradient descent (the network: ch04_two_layer_net)."""

from collections.abc import Callable

import numpy as np

from .checks import check_floats, check_targets


def mean_squared_error(y: np.ndarray, t: np.ndarray) -> float:
    """E = 1/2 sum_k (y_k - t_k)^2, averaged over the batch. Source: book, section 4.2.

    Args:
        y: (n,) or (N, n), outputs.
        t: the shape of ``y``, one-hot; or labels, one integer or (N,).

    >>> y = np.array([0.1, 0.7, 0.2])
    >>> round(mean_squared_error(y, np.array([0, 1, 0])), 3), round(mean_squared_error(y, 1), 3)
    (0.07, 0.07)
    """
    return float(0.5 * np.sum((y - as_one_hot(t, y)) ** 2) / _batch_size(y))


def cross_entropy_error(y: np.ndarray, t: np.ndarray) -> float:
    """E = -sum_k t_k log(y_k + 1e-7), averaged over the batch; log(0) would be -inf. Source: book, section 4.2.

    Args:
        y: (n,) or (N, n), probabilities.
        t: the shape of ``y``, one-hot; or labels, one integer or (N,).

    >>> y = np.array([[0.1, 0.7, 0.2], [0.8, 0.1, 0.1]])
    >>> round(cross_entropy_error(y, np.array([1, 0])), 3)
    0.29
    """
    return float(-np.sum(as_one_hot(t, y) * np.log(y + 1e-7)) / _batch_size(y))


def as_one_hot(t: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Row t_i of the identity matrix for each label t_i. Source: book, section 3.6 (one-hot labels).

    Args:
        t: labels, one integer or (N,); or one-hot rows in the shape of ``y``, which stay as they are.
        y: (n,) or (N, n), the outputs that ``t`` belongs to.

    Returns:
        The shape and the type of ``y``.

    Raises:
        ValueError: ``t`` is neither of the two, or there is nothing in ``y``.

    >>> as_one_hot(np.array([2, 0]), np.zeros((2, 3)))
    array([[0., 0., 1.],
           [1., 0., 0.]])
    """
    t = np.asarray(t)
    check_targets(t, y)
    if t.shape == y.shape:
        return t.astype(y.dtype, copy=False)
    one_hot: np.ndarray = np.eye(y.shape[-1], dtype=y.dtype)[t]
    return one_hot.reshape(y.shape)


def _batch_size(y: np.ndarray) -> int:
    return 1 if y.ndim == 1 else len(y)


def numerical_diff_naive(f: Callable[[float], float], x: float, h: float = 10e-50) -> float:
    """df/dx = (f(x + h) - f(x)) / h, the forward difference. The default h is too small. Source: book, section 4.3.

    >>> numerical_diff_naive(lambda x: x**2, 3.0), round(numerical_diff_naive(lambda x: x**2, 3.0, h=1e-4), 4)
    (0.0, 6.0001)
    """
    return (f(x + h) - f(x)) / h


def numerical_diff(f: Callable[[float], float], x: float, h: float = 1e-4) -> float:
    """df/dx = (f(x + h) - f(x - h)) / 2h, the central difference, for one number x. Source: book, section 4.3.

    >>> round(numerical_diff(lambda x: x**2, 3.0), 6)
    6.0
    """
    return (f(x + h) - f(x - h)) / (2 * h)


def numerical_gradient(f: Callable[[np.ndarray], float], x: np.ndarray, h: float = 1e-4) -> np.ndarray:
    """df/dx_i = (f(x + h e_i) - f(x - h e_i)) / 2h for every element of x, in its shape. Source: book, section 4.4.

    Args:
        f: a function of ``x``, which is changed in place while it is measured and then restored.
        x: any shape. Best in float64: in float32 the difference is mostly rounding error.

    Raises:
        ValueError: ``x`` holds integers. They keep no fraction: 3 + 1e-4 would be stored as 3, and 3 - 1e-4 as 2.

    >>> numerical_gradient(lambda x: np.sum(x**2), np.array([3.0, 4.0])).round(6)
    array([6., 8.])
    """
    check_floats(x)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        value = float(x[i])
        x[i] = value + h
        above = f(x)
        x[i] = value - h
        below = f(x)
        grad[i] = (above - below) / (2 * h)
        x[i] = value
    return grad


def gradient_descent(
    f: Callable[[np.ndarray], float], init_x: np.ndarray, lr: float = 0.01, step_num: int = 100
) -> tuple[np.ndarray, np.ndarray]:
    """x <- x - lr df/dx, ``step_num`` times. Source: book, section 4.4.

    Args:
        init_x: the start, any shape. It is not changed.

    Returns:
        The last x, and the history (step_num, *x.shape): x before each step.

    >>> x, history = gradient_descent(lambda x: np.sum(x**2), np.array([-3.0, 4.0]), lr=0.1, step_num=100)
    >>> np.abs(x).max() < 1e-8, history.shape
    (np.True_, (100, 2))
    """
    x = np.array(init_x, dtype=float)
    history = []
    for _ in range(step_num):
        history.append(x.copy())
        x -= lr * numerical_gradient(f, x)
    return x, np.array(history)
