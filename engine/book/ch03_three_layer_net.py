"""Chapter 3, neural networks: the three-layer network, which only predicts."""

import numpy as np

from .ch03_neural_network import identity_function, sigmoid, softmax
from .checks import check_input


def init_network() -> dict[str, np.ndarray]:
    """The fixed weights of the book's example: 2 inputs, layers of 3, 2 and 2 neurons. Source: book, section 3.4.

    Returns:
        W1 (2, 3), b1 (3,), W2 (3, 2), b2 (2,), W3 (2, 2), b3 (2,).

    >>> {name: array.shape for name, array in init_network().items() if name.startswith("W")}
    {'W1': (2, 3), 'W2': (3, 2), 'W3': (2, 2)}
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

    >>> forward(init_network(), np.array([1.0, 0.5])).round(3)
    array([0.317, 0.696])
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

    Raises:
        ValueError: ``x`` does not fit W1.

    >>> predict(init_network(), np.array([[1.0, 0.5], [0.0, 2.0]])).round(3)
    array([[0.406, 0.594],
           [0.405, 0.595]])
    """
    check_input(x, network["W1"])
    return softmax(forward(network, x))
