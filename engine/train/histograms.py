"""Histograms of many numbers: activations, gradients, updates."""

import math

import numpy as np

from engine.train.events import Histogram
from engine.types import FloatArray

_BINS = 40
# The edges leave out so many percent of the numbers at each end: a few outliers would squeeze all others into one bin.
_OUTLIERS = 0.5
# More numbers than these make no difference that can be seen.
_MOST = 20_000
_TINY = 1e-30


def sample(array: FloatArray) -> FloatArray:
    """(n,): all numbers of an array, or some 10,000 to 20,000 of a larger one, from all over it; a view if possible."""
    flat = array.ravel(order="K")
    step = -(-len(flat) // _MOST)
    # Without a common divisor it is not always the same neuron or pixel.
    while math.gcd(step, len(flat)) > 1:
        step += 1
    return flat[::step]


def histogram(values: FloatArray, ends: tuple[float, float] | None = None) -> Histogram:
    """The histogram of (n,) numbers. Those that are not finite are left out.

    Args:
        ends: the first and the last edge; by default so that about 99 % of the numbers are between them.
    """
    found = values[np.isfinite(values)].astype(np.float64)
    if ends is None:
        low, high = np.percentile(found, (_OUTLIERS, 100 - _OUTLIERS)) if len(found) else (0.0, 0.0)
        # Numbers that are (almost) all the same are in the middle.
        margin = max(0.5 * max(abs(low), abs(high)), _TINY) if high - low <= 1e-6 * max(abs(low), abs(high)) else 0.0
        ends = float(low - margin), float(high + margin)
    counts, edges = np.histogram(found, _BINS, ends)
    mean, std = (float(found.mean()), float(found.std())) if len(found) else (0.0, 0.0)
    return Histogram(counts, edges, mean, std)
