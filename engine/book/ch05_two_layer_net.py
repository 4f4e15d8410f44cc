"""Chapter 5, backpropagation: the two-layer network made of layers, and the gradient check."""

from typing import Any

import numpy as np

from .ch04_learning import as_one_hot, numerical_gradient
from .ch05_backpropagation import Affine, Relu, SoftmaxWithLoss


class TwoLayerNet:
    """Affine, Relu, Affine, SoftmaxWithLoss, with both gradients. Source: book, section 5.7.

    Attributes:
        params: W1 (D, H), b1 (H,), W2 (H, n), b2 (n,). W starts with N(0, weight_init_std^2), b with 0.
        layers: Affine1, Relu1 and Affine2, in this order. Each ``predict`` gives them the current ``params``.

    >>> network = TwoLayerNet(input_size=784, hidden_size=50, output_size=10)
    >>> grads = network.gradient(np.zeros((100, 784)), np.zeros(100, int))
    >>> {name: grad.shape for name, grad in grads.items()}
    {'W1': (784, 50), 'b1': (50,), 'W2': (50, 10), 'b2': (10,)}
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
        p = self.params = {
            "W1": weight_init_std * rng.standard_normal((input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * rng.standard_normal((hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers: dict[str, Any] = {
            "Affine1": Affine(p["W1"], p["b1"]),
            "Relu1": Relu(),
            "Affine2": Affine(p["W2"], p["b2"]),
        }
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x: np.ndarray) -> np.ndarray:
        """x (N, D) -> scores (N, n), before softmax."""
        for n in ("1", "2"):
            affine = self.layers["Affine" + n]
            affine.W, affine.b = self.params["W" + n], self.params["b" + n]
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x: np.ndarray, t: np.ndarray) -> float:
        """The cross entropy of softmax(predict(x)) with labels (N,) or one-hot rows (N, n)."""
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x: np.ndarray, t: np.ndarray) -> float:
        """How many of x (N, D) have their largest score at the label, as a fraction."""
        y = self.predict(x)
        return float(np.mean(y.argmax(axis=1) == as_one_hot(t, y).argmax(axis=1)))

    def numerical_gradient(self, x: np.ndarray, t: np.ndarray) -> dict[str, np.ndarray]:
        """The numerical gradient of the loss under the names and in the shapes of ``params``: slow."""
        return {key: numerical_gradient(lambda _: self.loss(x, t), W) for key, W in self.params.items()}

    def gradient(self, x: np.ndarray, t: np.ndarray) -> dict[str, np.ndarray]:
        """The gradient of the loss by backpropagation, under the names and in the shapes of ``params``."""
        self.loss(x, t)
        dout = self.lastLayer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        affine1, affine2 = self.layers["Affine1"], self.layers["Affine2"]
        return {"W1": affine1.dW, "b1": affine1.db, "W2": affine2.dW, "b2": affine2.db}


def gradient_check(network: Any, x: np.ndarray, t: np.ndarray) -> dict[str, float]:
    """mean(|backpropagation - numerical gradient|) for each parameter. Source: book, section 5.7.

    Args:
        network: a TwoLayerNet or a SimpleConvNet (anything with ``gradient`` and ``numerical_gradient``).
        x, t: a small batch, in float64.

    Returns:
        {"W1": 1e-10, "b1": ...}: about 1e-7 or less, unless a derivative is wrong, or an input of a ReLU changes its
        sign when a parameter changes by 1e-4.

    >>> rng = np.random.default_rng(0)
    >>> network = TwoLayerNet(input_size=4, hidden_size=5, output_size=3, rng=rng)
    >>> check = gradient_check(network, rng.random((2, 4)), np.array([0, 2]))
    >>> max(check.values()) < 1e-7
    True
    """
    backpropagation, numerical = network.gradient(x, t), network.numerical_gradient(x, t)
    return {key: float(np.mean(np.abs(backpropagation[key] - numerical[key]))) for key in numerical}
