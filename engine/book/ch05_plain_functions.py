"""Chapter 5, backpropagation, as plain functions: ``forward`` returns a cache, and ``backward`` takes it.

No classes: the cache holds what a layer of the book stores in itself. dy is dL/dy, and ``backward`` returns dL/dX.
"""

from typing import Any, TypeAlias

import numpy as np

from .ch03_neural_network import sigmoid, softmax
from .ch04_learning import as_one_hot, cross_entropy_error

Cache: TypeAlias = tuple[Any, ...]


def affine_layer_forward(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, Cache]:
    """y = X W + b. X (N, D), W (D, M), b (M,) -> y (N, M), cache. Source: book, section 5.6.

    Raises:
        ValueError: the shapes do not fit.

    >>> y, cache = affine_layer_forward(np.ones((100, 784)), np.ones((784, 50)), np.zeros(50))
    >>> y.shape
    (100, 50)
    """
    if X.ndim != 2 or W.shape != (X.shape[1], *b.shape):
        raise ValueError(f"X {X.shape}, W {W.shape} and b {b.shape} do not fit: they must be (N, D), (D, M) and (M,)")
    return X @ W + b, (X, W)


def affine_layer_backward(dy: np.ndarray, cache: Cache) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """dX = dy W^T, dW = X^T dy, db = dy summed over the batch. Source: book, section 5.6.

    dy (N, M) -> dX (N, D), dW (D, M), db (M,).

    >>> _, cache = affine_layer_forward(np.ones((100, 784)), np.ones((784, 50)), np.zeros(50))
    >>> [each.shape for each in affine_layer_backward(np.ones((100, 50)), cache)]
    [(100, 784), (784, 50), (50,)]
    """
    X, W = cache
    return dy @ W.T, X.T @ dy, dy.sum(axis=0)


def relu_layer_forward(X: np.ndarray) -> tuple[np.ndarray, Cache]:
    """y = max(0, X). Any shape -> y in the same shape, cache. Source: book, section 5.5.

    >>> y, cache = relu_layer_forward(np.array([-1.0, 0, 2]))
    >>> y
    array([0., 0., 2.])
    """
    return np.maximum(0, X), (X,)


def relu_layer_backward(dy: np.ndarray, cache: Cache) -> np.ndarray:
    """dX = dy where X > 0, else 0. Any shape -> the same shape. Source: book, section 5.5.

    >>> _, cache = relu_layer_forward(np.array([-1.0, 0, 2]))
    >>> relu_layer_backward(np.array([5.0, 6, 7]), cache)
    array([0., 0., 7.])
    """
    (X,) = cache
    return np.where(X > 0, dy, 0)


def sigmoid_layer_forward(X: np.ndarray) -> tuple[np.ndarray, Cache]:
    """y = 1 / (1 + exp(-X)). Any shape -> y in the same shape, cache. Source: book, section 5.5.

    >>> y, cache = sigmoid_layer_forward(np.array([0.0, 2]))
    >>> y.round(3)
    array([0.5  , 0.881])
    """
    y = sigmoid(X)
    return y, (y,)


def sigmoid_layer_backward(dy: np.ndarray, cache: Cache) -> np.ndarray:
    """dX = dy y (1 - y). Any shape -> the same shape. Source: book, section 5.5.

    >>> _, cache = sigmoid_layer_forward(np.array([0.0, 2]))
    >>> sigmoid_layer_backward(np.array([1.0, 1]), cache).round(3)
    array([0.25 , 0.105])
    """
    (y,) = cache
    dX: np.ndarray = dy * y * (1 - y)
    return dX


def softmax_with_loss_forward(X: np.ndarray, t: np.ndarray) -> tuple[float, Cache]:
    """loss = the cross entropy of y = softmax(X) with t. Source: book, section 5.6.

    X (N, n), t (N,) labels or (N, n) one-hot -> the mean loss of the batch, cache.

    >>> loss, cache = softmax_with_loss_forward(np.zeros((2, 4)), np.array([3, 0]))
    >>> round(loss, 4)
    1.3863
    """
    y = softmax(X)
    return cross_entropy_error(y, t), (y, as_one_hot(t, y))


def softmax_with_loss_backward(cache: Cache) -> np.ndarray:
    """dX = (y - t) / N. -> (N, n). Source: book, section 5.6.

    >>> _, cache = softmax_with_loss_forward(np.zeros((1, 4)), np.array([3]))
    >>> softmax_with_loss_backward(cache)
    array([[ 0.25,  0.25,  0.25, -0.75]])
    """
    y, t = cache
    dX: np.ndarray = (y - t) / len(y)
    return dX


def train_step(params: dict[str, np.ndarray], X: np.ndarray, t: np.ndarray, learning_rate: float = 0.1) -> float:
    """One step of gradient descent, W <- W - learning_rate dW, for Affine, Relu, Affine. Source: book, section 5.7.

    Args:
        params: W1 (D, H), b1 (H,), W2 (H, n), b2 (n,), as in TwoLayerNet; changed in place.
        X: (N, D).
        t: (N,) labels or (N, n) one-hot.

    Returns:
        The loss before the step.

    >>> params = {"W1": np.ones((4, 5)), "b1": np.zeros(5), "W2": np.ones((5, 3)), "b2": np.zeros(3)}
    >>> X, t = np.ones((2, 4)), np.array([0, 0])
    >>> train_step(params, X, t) > train_step(params, X, t)
    True
    """
    a1, affine1 = affine_layer_forward(X, params["W1"], params["b1"])
    z1, relu1 = relu_layer_forward(a1)
    a2, affine2 = affine_layer_forward(z1, params["W2"], params["b2"])
    loss, last = softmax_with_loss_forward(a2, t)

    grads = {}
    dz1, grads["W2"], grads["b2"] = affine_layer_backward(softmax_with_loss_backward(last), affine2)
    _, grads["W1"], grads["b1"] = affine_layer_backward(relu_layer_backward(dz1, relu1), affine1)
    for key, grad in grads.items():
        params[key] -= learning_rate * grad
    return loss
