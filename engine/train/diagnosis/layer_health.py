"""What is wrong with single layers, by their statistics; the book's chapter 6."""

import numpy as np

from ...nn.layers import BatchNormalizationSpec
from ...nn.network_spec import NetworkSpec
from ..events import Histogram, LayerStatistics
from ..layer_statistics import ENDS

# A number is near an end, where the derivative is close to 0, within this share of the range.
_NEAR = 0.05
# So much of a ReLU layer is dead at least. After a healthy training it is at most about 0.75. A layer with fewer
# neurons can be dead by chance.
_DEAD, _LEAST_NEURONS = 0.9, 5


def near_ends(kind: str, histogram: Histogram) -> float:
    """The share of the numbers near the ends of the range of an activation of this kind."""
    low, high = ENDS[kind]
    margin = _NEAR * (high - low)
    centres = (histogram.edges[:-1] + histogram.edges[1:]) / 2
    near = (centres < low + margin) | (centres > high - margin)
    return float(histogram.counts[near].sum() / max(int(histogram.counts.sum()), 1))


def most_saturated(spec: NetworkSpec, statistics: LayerStatistics) -> tuple[str, float]:
    """The Sigmoid or Tanh layer with the largest share of outputs near the ends, and this share; ("", 0) for none."""
    shares = [
        (name, near_ends(layer.kind, histogram))
        for layer, (name, histogram) in zip(spec.layers, statistics.activations, strict=True)
        if layer.kind in ENDS
    ]
    return max(shares, key=lambda each: each[1], default=("", 0.0))


def most_dead(statistics: LayerStatistics) -> tuple[str, int, int] | None:
    """The ReLU layer with the largest share of dead neurons: its name, how many are dead, and how many it has.

    None where no layer is dead.
    """
    dead = [each for each in statistics.dead if each[2] >= _LEAST_NEURONS and each[1] >= _DEAD * each[2]]
    return max(dead, key=lambda each: each[1] / each[2], default=None)


def gradients(statistics: LayerStatistics) -> tuple[float, float]:
    """The standard deviations of the gradients of the first weight matrix and of the last one."""
    first, last = statistics.gradients[0][1].std, statistics.gradients[-1][1].std
    return float(np.nan_to_num(first)), float(np.nan_to_num(last))


def is_normalized(spec: NetworkSpec) -> bool:
    """Whether batch normalisation keeps the activations in range, whatever the weights."""
    return any(isinstance(layer, BatchNormalizationSpec) for layer in spec.layers)
