"""Chapter 3, neural networks: activation functions, softmax and the three-layer network."""

import numpy as np


def step_function(x: np.ndarray) -> np.ndarray:
    """h(x) = 1 where x > 0, else 0, as integers. Any shape -> the same shape. Source: book, section 3.2."""
    return np.array(x > 0, dtype=int)


def sigmoid(x: np.ndarray) -> np.ndarray:
    """h(x) = 1 / (1 + exp(-x)). Any shape -> the same shape. Source: book, section 3.2.

    exp is only taken of -|x|, so that it cannot overflow: for x < 0 the same value is exp(x) / (1 + exp(x)).
    """
    exp_x = np.exp(-np.abs(x))
    y: np.ndarray = np.where(x >= 0, 1, exp_x) / (1 + exp_x)
    return y


def sigmoid_grad(x: np.ndarray) -> np.ndarray:
    """dh/dx = h(x) (1 - h(x)). Any shape -> the same shape. Source: book, section 5.5 (derivation)."""
    y = sigmoid(x)
    dy: np.ndarray = y * (1 - y)
    return dy


def relu(x: np.ndarray) -> np.ndarray:
    """h(x) = max(0, x). Any shape -> the same shape. Source: book, section 3.2."""
    y: np.ndarray = np.maximum(0, x)
    return y


def relu_grad(x: np.ndarray) -> np.ndarray:
    """dh/dx = 1 where x > 0, else 0. Any shape -> the same shape. Source: book, section 5.5.

    There is no derivative at x = 0. The value here is 0, as in the layer Relu (the book's own relu_grad gives 1).
    """
    return np.where(x > 0, np.ones_like(x), 0)


def identity_function(x: np.ndarray) -> np.ndarray:
    """h(x) = x: the output function for regression. Any shape -> the same shape. Source: book, section 3.5."""
    return x


def softmax_naive(a: np.ndarray) -> np.ndarray:
    """y_k = exp(a_k) / sum_i exp(a_i), exactly as the formula says. Source: book, section 3.5.

    Args:
        a: (n,) or (N, n). From about a = 710 on (float32: 89) exp overflows and the result is nan.

    Returns:
        The shape of ``a``.
    """
    exp_a = np.exp(a)
    y: np.ndarray = exp_a / np.sum(exp_a, axis=-1, keepdims=True)
    return y


def softmax(a: np.ndarray) -> np.ndarray:
    """y_k = exp(a_k - c) / sum_i exp(a_i - c) with c = max(a): no overflow. Source: book, section 3.5.

    The constant c changes nothing in the result: exp(-c) cancels.

    Args:
        a: (n,) or (N, n), scores.

    Returns:
        The shape of ``a``: probabilities, which add up to 1 in each row.
    """
    return softmax_naive(a - np.max(a, axis=-1, keepdims=True))


def init_network() -> dict[str, np.ndarray]:
    """The fixed weights of the book's example: 2 inputs, layers of 3, 2 and 2 neurons. Source: book, section 3.4.

    Returns:
        W1 (2, 3), b1 (3,), W2 (3, 2), b2 (2,), W3 (2, 2), b3 (2,).
    """
    return {
        "W1": np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]),
        "b1": np.array([0.1, 0.2, 0.3]),
        "W2": np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]),
        "b2": np.array([0.1, 0.2]),
        "W3": np.array([[0.1, 0.3], [0.2, 0.4]]),
        "b3": np.array([0.1, 0.2]),
    }


def forward(network: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    """z1 = sigmoid(x W1 + b1), z2 = sigmoid(z1 W2 + b2), y = z2 W3 + b3. Source: book, section 3.4.

    Args:
        network: W1 (D, H1), b1 (H1,), W2 (H1, H2), b2 (H2,), W3 (H2, n), b3 (n,).
        x: (D,) or (N, D).

    Returns:
        (n,) or (N, n): the scores of the last layer.
    """
    z1 = sigmoid(x @ network["W1"] + network["b1"])
    z2 = sigmoid(z1 @ network["W2"] + network["b2"])
    return identity_function(z2 @ network["W3"] + network["b3"])


def predict(network: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    """y = softmax(forward(network, x)). Source: book, section 3.6.

    Args:
        network: as for ``forward``; for the book's sample_weight.pkl 784-50-100-10.
        x: (784,) or (N, 784), pixels in 0..1.

    Returns:
        (10,) or (N, 10): probabilities.
    """
    return softmax(forward(network, x))


# Short names for the same functions.
step = step_function
identity = identity_function
