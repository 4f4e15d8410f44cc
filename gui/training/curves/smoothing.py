"""A running average of the losses that can be read from the first one on."""

import math

import numpy as np

from engine.types import FloatArray

# At first the average is over about the last quarter of all losses: they fall fastest at the beginning, and a longer
# memory would lag behind them.
_PART = 4
# Factors are multiplied up over stretches of losses, none so long that their product becomes too small to divide by.
_LONGEST, _SMALLEST = 4096, 1e-100


def smoothed(losses: FloatArray, window: float, done: int = 0, average: float = 0.0) -> FloatArray:
    """s <- s + a (loss - s), where a = 1 / window, and at first, at iteration t counted from 0, a = 4 / (t + 4).

    So the very first loss is its own average, and each average is one of losses alone, of no made-up beginning. With a
    window of 1 nothing is smoothed.

    Args:
        losses: (n,).
        done, average: so many losses came before, and s after them.

    Returns:
        (n,) float64: s after each loss.
    """
    result = losses.astype(np.float64)
    if window <= 1:
        return result
    stretch = max(1, min(_LONGEST, int(math.log(_SMALLEST) / math.log(1 - 1 / window))))
    start = 0
    if not done and len(losses):
        average, start = float(result[0]), 1
    for begin in range(start, len(losses), stretch):
        part = result[begin : begin + stretch]
        t = np.arange(done + begin, done + begin + len(part))
        a = np.maximum(1 / window, _PART / (t + _PART))
        # s = p (s0 + sum of a loss / p), where p is the product of all (1 - a) so far
        p = np.cumprod(1 - a)
        part *= a / p
        np.cumsum(part, out=part)
        part += average
        part *= p
        average = float(part[-1])
    return result
