"""Backpropagation of the fast engine compared with the numerical gradient of engine.book."""

import numpy as np

from engine.book import numerical_gradient
from engine.nn.losses import probabilities
from engine.nn.network import Network


def relative_error(a: np.ndarray, b: np.ndarray) -> float:
    """norm(a - b) / (norm(a) + norm(b)): 0 for equal arrays, 1 for opposite ones."""
    scale = float(np.linalg.norm(a)) + float(np.linalg.norm(b))
    return float(np.linalg.norm(a - b)) / scale if scale else 0.0


def gradient_check(network: Network, x: np.ndarray, t: np.ndarray, h: float = 1e-5) -> dict[str, float]:
    """The relative error of each parameter's gradient, under its name ("W1", "b1", ...), and of the input's, under "x".

    Args:
        network, x: float64. In float32 the numerical gradient would be mostly rounding error.
    """
    assert network.dtype == x.dtype == np.float64
    network.gradient_step(x, t)
    found = {name: grad.copy() for name, grad in network.grads.items()}
    outputs = network.spec.outputs
    one_hot = np.eye(outputs)[t] if outputs > 1 else t[:, None]
    dlogits = (probabilities(network.logits(x, training=True)) - one_hot) / len(t)
    found["x"] = network.backward(dlogits).reshape(x.shape).copy()
    return {
        name: relative_error(found[name], numerical_gradient(lambda _: network.loss(x, t, training=True), array, h))
        for name, array in (network.params | {"x": x}).items()
    }
