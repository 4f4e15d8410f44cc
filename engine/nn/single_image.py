"""Fast prediction of one image at a time by small fully connected networks.

For one image most of the time is Python's own, not that of the products, so each layer is as few NumPy calls as
possible: one product of W (out, in + 1) and x (in + 1,), where the last column of W is b and the last number of x is 1,
and one call for the activation. For the sigmoid it is tanh: 1 / (1 + exp(-x)) = 1/2 + 1/2 tanh(x / 2), whose factors
are part of the W before it and of the W and b after it.
"""

import math
from collections.abc import Mapping

import numpy as np

from ..types import FloatArray
from .layers import AffineSpec, ReLUSpec, SigmoidSpec, TanhSpec
from .network_spec import NetworkSpec

# With more parameters, most of the time goes to the products.
_MAX_PARAMETERS = 100_000


class SingleImage:
    """Predicts the same as the network, up to rounding. Not thread-safe: every call overwrites the buffers."""

    def __init__(self, spec: NetworkSpec, params: Mapping[str, FloatArray]) -> None:
        """Args:
        spec: a network that ``supports`` accepts.
        params: in the network's order: W1, b1, W2, b2, ... They are copied.
        """
        assert self.supports(spec)
        arrays = list(params.values())
        activations = [type(layer) for layer in spec.layers[1::2]]
        self._input = inputs = np.ones(len(arrays[0]) + 1, np.float32)
        self._layers = []
        # The output of the previous layer is scale * buffer + shift.
        scale, shift = 1.0, 0.0
        for W, b, activation in zip(arrays[::2], arrays[1::2], [*activations, None], strict=True):
            product = np.vstack([W * scale, b + shift * W.sum(axis=0, dtype=np.float64)]).T
            scale, shift = (0.5, 0.5) if activation is SigmoidSpec else (1.0, 0.0)
            if activation is SigmoidSpec:
                product *= 0.5
            outputs = np.ones(len(product) + 1, np.float32)
            self._layers.append((np.ascontiguousarray(product, np.float32), inputs, outputs[:-1], activation))
            inputs = outputs

    @staticmethod
    def supports(spec: NetworkSpec) -> bool:
        """Whether it is a small network of Affine layers with a Sigmoid, a Tanh or a ReLU after each but the last."""
        return (
            spec.param_count() < _MAX_PARAMETERS
            and spec.outputs > 1
            and len(spec.layers) % 2 == 1
            and all(isinstance(layer, AffineSpec) for layer in spec.layers[::2])
            and all(isinstance(layer, SigmoidSpec | TanhSpec | ReLUSpec) for layer in spec.layers[1::2])
        )

    def probabilities(self, image: FloatArray) -> FloatArray:
        """Softmax probabilities of (1, 28, 28) or (1, 784) float32 in 0..1: (1, 10), a new array."""
        np.copyto(self._input[:-1], image.reshape(-1))
        for product, inputs, outputs, activation in self._layers:
            np.dot(product, inputs, out=outputs)
            if activation in (SigmoidSpec, TanhSpec):
                np.tanh(outputs, out=outputs)
            elif activation is ReLUSpec:
                np.maximum(outputs, 0, out=outputs)
        # For ten numbers Python is faster than calls of NumPy.
        logits = outputs.tolist()
        largest = max(logits)
        exp_a = [math.exp(a - largest) for a in logits]
        total = sum(exp_a)
        return np.array([[y / total for y in exp_a]], np.float32)
