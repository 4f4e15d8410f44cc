"""Chapter 5, backpropagation: layers with forward and backward.

Each layer stores what its ``backward`` needs: call ``forward`` first. ``backward`` takes dL/dout and returns dL/dx.
"""

from typing import Any

import numpy as np

from .ch03_neural_network import sigmoid, softmax
from .ch04_learning import as_one_hot, cross_entropy_error
from .checks import check_batch


class MulLayer:
    """out = x y; backward: dx = dout y, dy = dout x. Numbers or arrays of one shape. Source: book, section 5.4.

    >>> apples = MulLayer()
    >>> apples.forward(100, 2), apples.backward(1)
    (200, (2, 100))
    """

    def forward(self, x: Any, y: Any) -> Any:
        self.x, self.y = x, y
        return x * y

    def backward(self, dout: Any) -> tuple[Any, Any]:
        return dout * self.y, dout * self.x


class AddLayer:
    """out = x + y; backward: dx = dout, dy = dout. Numbers or arrays of one shape. Source: book, section 5.4.

    >>> fruit = AddLayer()
    >>> fruit.forward(200, 450), fruit.backward(1)
    (650, (1, 1))
    """

    def forward(self, x: Any, y: Any) -> Any:
        return x + y

    def backward(self, dout: Any) -> tuple[Any, Any]:
        return dout, dout


class Relu:
    """out = max(0, x); backward: dx = dout where x > 0, else 0. Any shape. Source: book, section 5.5.

    >>> relu = Relu()
    >>> relu.forward(np.array([-1.0, 0, 2])), relu.backward(np.array([5.0, 6, 7]))
    (array([0., 0., 2.]), array([0., 0., 7.]))
    """

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.mask = x <= 0
        return np.where(self.mask, 0, x)

    def backward(self, dout: np.ndarray) -> np.ndarray:
        return np.where(self.mask, 0, dout)


class Sigmoid:
    """out = 1 / (1 + exp(-x)); backward: dx = dout out (1 - out). Any shape. Source: book, section 5.5.

    >>> sigmoid = Sigmoid()
    >>> sigmoid.forward(np.array([0.0, 2])).round(3), sigmoid.backward(np.array([1.0, 1])).round(3)
    (array([0.5  , 0.881]), array([0.25 , 0.105]))
    """

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.out = sigmoid(x)
        return self.out

    def backward(self, dout: np.ndarray) -> np.ndarray:
        dx: np.ndarray = dout * self.out * (1 - self.out)
        return dx


class Affine:
    """out = x W + b; backward: dx = dout W^T, dW = x^T dout, db = dout summed over the batch.

    x is (N, D), or (N, C, H, W) with C H W = D, W (D, M), b (M,), out (N, M). Source: book, section 5.6.

    Raises:
        ValueError: x does not fit W.

    >>> affine = Affine(np.ones((784, 50)), np.zeros(50))
    >>> affine.forward(np.ones((100, 784))).shape, affine.backward(np.ones((100, 50))).shape, affine.dW.shape
    ((100, 50), (100, 784), (784, 50))
    """

    def __init__(self, W: np.ndarray, b: np.ndarray) -> None:
        self.W, self.b = W, b

    def forward(self, x: np.ndarray) -> np.ndarray:
        check_batch(x, self.W)
        self.original_x_shape = x.shape
        self.x = x.reshape(len(x), -1)
        out: np.ndarray = self.x @ self.W + self.b
        return out

    def backward(self, dout: np.ndarray) -> np.ndarray:
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        dx: np.ndarray = (dout @ self.W.T).reshape(self.original_x_shape)
        return dx


class SoftmaxWithLoss:
    """y = softmax(x), loss = cross entropy of y and t; backward: dx = dout (y - t) / N. Source: book, section 5.6.

    x, y and dx are (n,) or (N, n), t is one-hot in the same shape, or labels, one integer or (N,).

    >>> last = SoftmaxWithLoss()
    >>> round(last.forward(np.zeros((2, 4)), np.array([3, 0])), 4), last.backward()[0]
    (1.3863, array([ 0.125,  0.125,  0.125, -0.375]))
    """

    def forward(self, x: np.ndarray, t: np.ndarray) -> float:
        self.y = softmax(x)
        self.t = as_one_hot(t, self.y)
        self.loss = cross_entropy_error(self.y, self.t)
        return self.loss

    def backward(self, dout: float = 1) -> np.ndarray:
        batch_size = 1 if self.y.ndim == 1 else len(self.y)
        dx: np.ndarray = dout * (self.y - self.t) / batch_size
        return dx
