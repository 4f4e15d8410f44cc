"""Temperature scaling: one number that calibrates a network's confidence (Guo, Pleiss, Sun, Weinberger 2017)."""

from collections.abc import Mapping

import numpy as np

from ..nn.layers import DropoutSpec, MaxPoolingSpec, ReLUSpec
from ..nn.losses import softmax
from ..nn.network_spec import NetworkSpec
from ..types import FloatArray, IntArray

_LOWEST, _HIGHEST = 0.1, 10.0
_STEPS = 60


def best_temperature(logits: FloatArray, labels: IntArray) -> float:
    """The T in 0.1..10 for which softmax(logits / T) has the smallest cross entropy.

    Args:
        logits: (N, 10), of images that are used neither for training nor for the final test.
        labels: (N,), their true labels.
    """
    logits = logits.astype(np.float64)

    def loss(log_temperature: float) -> float:
        y = softmax(logits / np.exp(log_temperature))
        return -float(np.log(y[np.arange(len(labels)), labels] + 1e-300).mean())

    # Ternary search: the loss is convex in 1 / T, so it has one minimum.
    low, high = np.log(_LOWEST), np.log(_HIGHEST)
    for _ in range(_STEPS):
        third = (high - low) / 3
        if loss(low + third) < loss(high - third):
            high -= third
        else:
            low += third
    return float(np.exp((low + high) / 2))


def with_temperature(spec: NetworkSpec, params: Mapping[str, FloatArray], temperature: float) -> dict[str, FloatArray]:
    """New weights that divide the network's logits by ``temperature``. No prediction changes, only its confidence.

    The last Affine layer's W and b are divided, or gamma and beta of a BatchNormalization after it: Dropout, ReLU and
    MaxPooling keep a positive factor. The weights of a network that ends in Sigmoid stay as they are.
    """
    scaled: set[str] = set()
    for layer, group in zip(reversed(spec.layers), reversed(spec.param_groups()), strict=True):
        scaled = {group[own][0] for own in ("W", "b", "gamma", "beta") if own in group}
        if scaled or not isinstance(layer, DropoutSpec | ReLUSpec | MaxPoolingSpec):
            break
    return {name: array / temperature if name in scaled else array.copy() for name, array in params.items()}
