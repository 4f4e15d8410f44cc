"""Chapter 3, neural networks: activation functions and softmax (the network: ch03_three_layer_net)."""

import numpy as np


def step_function(x: np.ndarray) -> np.ndarray:
    """h(x) = 1 where x > 0, else 0, as integers. Any shape -> the same shape. Source: book, section 3.2.

    >>> step_function(np.array([-1.0, 0, 2]))
    array([0, 0, 1])
    """
    return np.array(x > 0, dtype=int)


def sigmoid(x: np.ndarray) -> np.ndarray:
    """h(x) = 1 / (1 + exp(-x)). Any shape -> the same shape. Source: book, section 3.2.

    exp is only taken of -|x|, so that it cannot overflow: for x < 0 the same value is exp(x) / (1 + exp(x)).

    >>> sigmoid(np.array([-1.0, 0, 2])).round(3)
    array([0.269, 0.5  , 0.881])
    """
    exp_x = np.exp(-np.abs(x))
    y: np.ndarray = np.where(x >= 0, 1, exp_x) / (1 + exp_x)
    return y


def sigmoid_grad(x: np.ndarray) -> np.ndarray:
    """dh/dx = h(x) (1 - h(x)). Any shape -> the same shape. Source: book, section 5.5 (derivation).

    >>> sigmoid_grad(np.array([-1.0, 0, 2])).round(3)
    array([0.197, 0.25 , 0.105])
    """
    y = sigmoid(x)
    dy: np.ndarray = y * (1 - y)
    return dy


def relu(x: np.ndarray) -> np.ndarray:
    """h(x) = max(0, x). Any shape -> the same shape. Source: book, section 3.2.

    >>> relu(np.array([-1.0, 0, 2]))
    array([0., 0., 2.])
    """
    y: np.ndarray = np.maximum(0, x)
    return y


def relu_grad(x: np.ndarray) -> np.ndarray:
    """dh/dx = 1 where x > 0, else 0. Any shape -> the same shape. Source: book, section 5.5.

    There is no derivative at x = 0. The value here is 0, as in the layer Relu (the book's own relu_grad gives 1).

    >>> relu_grad(np.array([-1.0, 0, 2]))
    array([0., 0., 1.])
    """
    return np.where(x > 0, np.ones_like(x), 0)


def identity_function(x: np.ndarray) -> np.ndarray:
    """h(x) = x: the output function for regression. Any shape -> the same shape. Source: book, section 3.5.

    >>> identity_function(np.array([-1.0, 2]))
    array([-1.,  2.])
    """
    return x


def softmax_naive(a: np.ndarray) -> np.ndarray:
    """y_k = exp(a_k) / sum_i exp(a_i), exactly as the formula says. Source: book, section 3.5.

    Args:
        a: (n,) or (N, n). From about a = 710 on (float32: 89) exp overflows and the result is nan.

    Returns:
        The shape of ``a``.

    >>> softmax_naive(np.array([0.3, 2.9, 4.0])).round(3)
    array([0.018, 0.245, 0.737])
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

    >>> softmax(np.array([1010.0, 1000, 990])).round(5)
    array([9.9995e-01, 5.0000e-05, 0.0000e+00])
    """
    return softmax_naive(a - np.max(a, axis=-1, keepdims=True))


# Short names for the same functions.
step = step_function
identity = identity_function
