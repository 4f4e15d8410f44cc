"""Temperature: one number that makes a network as sure of itself as it is right (Guo, Pleiss, Sun, Weinberger 2017)."""

from collections.abc import Mapping

import numpy as np

from engine.nn.functions import softmax
from engine.nn.network import NetworkSpec
from engine.types import FloatArray, IntArray

_LOWEST, _HIGHEST = 0.1, 10.0
_STEPS = 60


def best_temperature(logits: FloatArray, labels: IntArray) -> float:
    """The T in 0.1..10 with which softmax(logits / T) has the least cross entropy.

    Args:
        logits: (N, 10), of digits that were neither learned from nor will be measured on.
        labels: (N,), what they are.
    """
    logits = logits.astype(np.float64)

    def loss(log_temperature: float) -> float:
        y = softmax(logits / np.exp(log_temperature))
        return -float(np.log(y[np.arange(len(labels)), labels] + 1e-300).mean())

    # The loss is convex in 1 / T: it has one minimum, which lies on the side of the lower of two points.
    low, high = np.log(_LOWEST), np.log(_HIGHEST)
    for _ in range(_STEPS):
        third = (high - low) / 3
        if loss(low + third) < loss(high - third):
            high -= third
        else:
            low += third
    return float(np.exp((low + high) / 2))


def with_temperature(spec: NetworkSpec, params: Mapping[str, FloatArray], temperature: float) -> dict[str, FloatArray]:
    """The weights of the network whose logits are divided by ``temperature``: its last Affine layer's, divided.

    No answer changes, only how sure it is. The arrays are new.
    """
    own = spec.param_groups()[-1]
    last = {name for name, _ in own.values()}
    return {name: array / temperature if name in last else array.copy() for name, array in params.items()}
