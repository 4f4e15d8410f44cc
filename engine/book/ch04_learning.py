"""Chapter 4, learning: losses, numerical gradients, gradient descent and a network that learns with them."""

from collections.abc import Callable

import numpy as np

from .ch03_neural_network import sigmoid, softmax


def mean_squared_error(y: np.ndarray, t: np.ndarray) -> float:
    """E = 1/2 sum_k (y_k - t_k)^2, averaged over the batch. Source: book, section 4.2.

    Args:
        y: (n,) or (N, n), outputs.
        t: the shape of ``y``, one-hot; or labels, one integer or (N,).
    """
    return float(0.5 * np.sum((y - as_one_hot(t, y)) ** 2) / _batch_size(y))


def cross_entropy_error(y: np.ndarray, t: np.ndarray) -> float:
    """E = -sum_k t_k log(y_k + 1e-7), averaged over the batch; log(0) would be -inf. Source: book, section 4.2.

    Args:
        y: (n,) or (N, n), probabilities.
        t: the shape of ``y``, one-hot; or labels, one integer or (N,).
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
        ValueError: ``t`` is neither of the two.
    """
    t = np.asarray(t)
    if t.shape == y.shape:
        return t.astype(y.dtype, copy=False)
    if t.size != _batch_size(y) or not np.issubdtype(t.dtype, np.integer):
        raise ValueError(f"t of shape {t.shape} and type {t.dtype} does not fit y of shape {y.shape}")
    one_hot: np.ndarray = np.eye(y.shape[-1], dtype=y.dtype)[t]
    return one_hot.reshape(y.shape)


def _batch_size(y: np.ndarray) -> int:
    return 1 if y.ndim == 1 else len(y)


def numerical_diff_naive(f: Callable[[float], float], x: float, h: float = 10e-50) -> float:
    """df/dx = (f(x + h) - f(x)) / h, the forward difference. The default h is too small. Source: book, section 4.3."""
    return (f(x + h) - f(x)) / h


def numerical_diff(f: Callable[[float], float], x: float, h: float = 1e-4) -> float:
    """df/dx = (f(x + h) - f(x - h)) / 2h, the central difference, for one number x. Source: book, section 4.3."""
    return (f(x + h) - f(x - h)) / (2 * h)


def numerical_gradient(f: Callable[[np.ndarray], float], x: np.ndarray, h: float = 1e-4) -> np.ndarray:
    """df/dx_i = (f(x + h e_i) - f(x - h e_i)) / 2h for every element of x, in its shape. Source: book, section 4.4.

    Args:
        f: a function of ``x``, which is changed in place while it is measured and then restored.
        x: any shape. Best in float64: in float32 the difference is mostly rounding error.

    Raises:
        ValueError: ``x`` holds integers. They keep no fraction: 3 + 1e-4 would be stored as 3, and 3 - 1e-4 as 2.
    """
    if not np.issubdtype(x.dtype, np.floating):
        raise ValueError(f"x must hold floating point numbers, not {x.dtype}: write 3.0 instead of 3")
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
    """
    x = np.array(init_x, dtype=float)
    history = []
    for _ in range(step_num):
        history.append(x.copy())
        x -= lr * numerical_gradient(f, x)
    return x, np.array(history)


class TwoLayerNet:
    """y = softmax(sigmoid(x W1 + b1) W2 + b2), which learns by the numerical gradient. Source: book, section 4.5.

    Attributes:
        params: W1 (D, H), b1 (H,), W2 (H, n), b2 (n,). W starts with N(0, weight_init_std^2), b with 0.
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        output_size: int,
        weight_init_std: float = 0.01,
        rng: np.random.Generator | None = None,
    ) -> None:
        rng = rng or np.random.default_rng()
        self.params = {
            "W1": weight_init_std * rng.standard_normal((input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * rng.standard_normal((hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }

    def predict(self, x: np.ndarray) -> np.ndarray:
        """x (D,) or (N, D) -> probabilities (n,) or (N, n)."""
        z1 = sigmoid(x @ self.params["W1"] + self.params["b1"])
        return softmax(z1 @ self.params["W2"] + self.params["b2"])

    def loss(self, x: np.ndarray, t: np.ndarray) -> float:
        """The cross entropy of the predictions with labels or one-hot ``t``."""
        return cross_entropy_error(self.predict(x), t)

    def accuracy(self, x: np.ndarray, t: np.ndarray) -> float:
        """How many of x (N, D) have their largest output at the label, as a fraction."""
        y = self.predict(x)
        return float(np.mean(y.argmax(axis=-1) == as_one_hot(t, y).argmax(axis=-1)))

    def numerical_gradient(self, x: np.ndarray, t: np.ndarray) -> dict[str, np.ndarray]:
        """The numerical gradient of the loss under the names and in the shapes of ``params``: slow."""
        return {key: numerical_gradient(lambda _: self.loss(x, t), W) for key, W in self.params.items()}
