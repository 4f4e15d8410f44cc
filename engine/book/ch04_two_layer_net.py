"""Chapter 4, learning: the two-layer network that learns by the numerical gradient (chapter 5 has a faster one)."""

import numpy as np

from .ch03_neural_network import sigmoid, softmax
from .ch04_learning import as_one_hot, cross_entropy_error, numerical_gradient
from .checks import check_input


class TwoLayerNet:
    """y = softmax(sigmoid(x W1 + b1) W2 + b2), which learns by the numerical gradient. Source: book, section 4.5.

    Attributes:
        params: W1 (D, H), b1 (H,), W2 (H, n), b2 (n,). W starts with N(0, weight_init_std^2), b with 0.

    >>> network = TwoLayerNet(input_size=784, hidden_size=50, output_size=10)
    >>> network.predict(np.zeros((100, 784))).shape
    (100, 10)
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
        check_input(x, self.params["W1"])
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
