"""One picture read by fully connected layers, where nearly all of the time goes to Python between the products.

Each layer is one product W (out, in + 1) times x (in + 1,): the last column of W is b, and the last number of x is 1.
And the sigmoid is one call, for 1 / (1 + exp(-x)) = 1/2 + 1/2 tanh(x / 2): the factors go into the W before it and
into the W and the b after it.
"""

import math
from collections.abc import Mapping

import numpy as np

from engine.nn.layers import AffineSpec, ReLUSpec, SigmoidSpec
from engine.nn.network import NetworkSpec
from engine.types import FloatArray

# A network of more numbers takes its time for the products.
_SMALL = 100_000


class SingleImage:
    """The network's answers, but for rounding, to one picture after the other.

    It belongs to one thread at a time: its buffers are overwritten by every call.
    """

    def __init__(self, spec: NetworkSpec, params: Mapping[str, FloatArray]) -> None:
        """Copies what it needs of ``params``, which come in the network's order: W1, b1, W2, b2, ...

        The network must be one that ``can_read`` says yes to.
        """
        assert self.can_read(spec)
        arrays = list(params.values())
        activations = [type(layer) for layer in spec.layers[1::2]]
        self._input = inputs = np.ones(len(arrays[0]) + 1, np.float32)
        self._layers = []
        # What the layer before has left undone: its output is times + plus of what stands in the buffer.
        times, plus = 1.0, 0.0
        for W, b, activation in zip(arrays[::2], arrays[1::2], [*activations, None], strict=True):
            product = np.vstack([W * times, b + plus * W.sum(axis=0, dtype=np.float64)]).T
            times, plus = (0.5, 0.5) if activation is SigmoidSpec else (1.0, 0.0)
            if activation is SigmoidSpec:
                product *= 0.5
            outputs = np.ones(len(product) + 1, np.float32)
            self._layers.append((np.ascontiguousarray(product, np.float32), inputs, outputs[:-1], activation))
            inputs = outputs

    @staticmethod
    def can_read(spec: NetworkSpec) -> bool:
        """Whether it is Affine layers with a Sigmoid or a ReLU after each but the last, and so small that it gains."""
        return (
            spec.param_count() < _SMALL
            and len(spec.layers) % 2 == 1
            and all(isinstance(layer, AffineSpec) for layer in spec.layers[::2])
            and all(isinstance(layer, SigmoidSpec | ReLUSpec) for layer in spec.layers[1::2])
        )

    def probabilities(self, picture: FloatArray) -> FloatArray:
        """(1, 28, 28) or (1, 784) float32 in 0..1 -> (1, 10), a new array: see ``functions.softmax``."""
        np.copyto(self._input[:-1], picture.reshape(-1))
        for product, inputs, outputs, activation in self._layers:
            np.dot(product, inputs, out=outputs)
            if activation is SigmoidSpec:
                np.tanh(outputs, out=outputs)
            elif activation is ReLUSpec:
                np.maximum(outputs, 0, out=outputs)
        # Of ten numbers Python's own arithmetic is done before NumPy has begun.
        logits = outputs.tolist()
        largest = max(logits)
        exp_a = [math.exp(a - largest) for a in logits]
        total = sum(exp_a)
        return np.array([[y / total for y in exp_a]], np.float32)
