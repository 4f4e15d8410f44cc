"""Chapter 7, convolutional networks: SimpleConvNet."""

from typing import Any

import numpy as np

from .ch04_learning import as_one_hot, numerical_gradient
from .ch05_backpropagation import Affine, Relu, SoftmaxWithLoss
from .ch07_cnn import Convolution, Pooling, conv_output_size


class SimpleConvNet:
    """Conv, Relu, Pool 2 x 2, Affine, Relu, Affine, SoftmaxWithLoss. Source: book, section 7.5.

    Attributes:
        params: W1 (filter_num, C, filter_size, filter_size), b1, W2 (filter_num P P, hidden_size), b2,
            W3 (hidden_size, output_size), b3, where P is the side of an image after pooling.
            W starts with N(0, weight_init_std^2), b with 0.
        layers: Conv1, Relu1, Pool1, Affine1, Relu2 and Affine2. Each ``predict`` gives them the
            current ``params``.

    >>> network = SimpleConvNet()
    >>> network.predict(np.zeros((2, 1, 28, 28))).shape, network.params["W2"].shape
    ((2, 10), (4320, 100))
    """

    def __init__(
        self,
        input_dim: tuple[int, int, int] = (1, 28, 28),
        conv_param: dict[str, int] | None = None,
        hidden_size: int = 100,
        output_size: int = 10,
        weight_init_std: float = 0.01,
        rng: np.random.Generator | None = None,
    ) -> None:
        """Args:
        input_dim: (C, H, W) of an image, with H = W.
        conv_param: filter_num, filter_size, pad and stride; by default 30, 5, 0 and 1.
        """
        rng = rng or np.random.default_rng()
        conv = conv_param or {"filter_num": 30, "filter_size": 5, "pad": 0, "stride": 1}
        filter_num, filter_size = conv["filter_num"], conv["filter_size"]
        conv_side = conv_output_size(input_dim[1], filter_size, conv["stride"], conv["pad"])
        pool_output_size = filter_num * conv_output_size(conv_side, 2, stride=2) ** 2

        W1_shape = (filter_num, input_dim[0], filter_size, filter_size)
        p = self.params = {
            "W1": weight_init_std * rng.standard_normal(W1_shape),
            "b1": np.zeros(filter_num),
            "W2": weight_init_std * rng.standard_normal((pool_output_size, hidden_size)),
            "b2": np.zeros(hidden_size),
            "W3": weight_init_std * rng.standard_normal((hidden_size, output_size)),
            "b3": np.zeros(output_size),
        }
        self.layers: dict[str, Any] = {
            "Conv1": Convolution(p["W1"], p["b1"], conv["stride"], conv["pad"]),
            "Relu1": Relu(),
            "Pool1": Pooling(pool_h=2, pool_w=2, stride=2),
            "Affine1": Affine(p["W2"], p["b2"]),
            "Relu2": Relu(),
            "Affine2": Affine(p["W3"], p["b3"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x: np.ndarray) -> np.ndarray:
        """x (N, C, H, W) -> scores (N, output_size), before softmax."""
        for n, name in enumerate(("Conv1", "Affine1", "Affine2"), start=1):
            self.layers[name].W, self.layers[name].b = self.params[f"W{n}"], self.params[f"b{n}"]
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x: np.ndarray, t: np.ndarray) -> float:
        """The cross entropy of softmax(predict(x)) with labels (N,) or one-hot rows (N, output_size)."""
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x: np.ndarray, t: np.ndarray, batch_size: int = 100) -> float:
        """How many of x (N, C, H, W) have their largest score at the label, as a fraction; batch by batch."""
        y = np.concatenate([self.predict(x[start : start + batch_size]) for start in range(0, len(x), batch_size)])
        return float(np.mean(y.argmax(axis=1) == as_one_hot(t, y).argmax(axis=1)))

    def numerical_gradient(self, x: np.ndarray, t: np.ndarray) -> dict[str, np.ndarray]:
        """The numerical gradient of the loss under the names and in the shapes of ``params``: very slow."""
        return {key: numerical_gradient(lambda _: self.loss(x, t), W) for key, W in self.params.items()}

    def gradient(self, x: np.ndarray, t: np.ndarray) -> dict[str, np.ndarray]:
        """The gradient of the loss by backpropagation, under the names and in the shapes of ``params``."""
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        grads = {}
        for n, name in enumerate(("Conv1", "Affine1", "Affine2"), start=1):
            grads[f"W{n}"], grads[f"b{n}"] = self.layers[name].dW, self.layers[name].db
        return grads
