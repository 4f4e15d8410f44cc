"""Every loss of a training and its running average, thinned for drawing: a long training costs what a short one does.

pyqtgraph's own downsampling ("peak", clip to view) draws at least 10 points a pixel, and is at least 4 times as slow in
the benchmark of the curves: ten runs of 100,000 losses.
"""

import math

import numpy as np

from engine.types import FloatArray

_INITIAL_CAPACITY = 1024
# At first the average is over about the last quarter of all losses: they fall fastest at the beginning, and a longer
# window would lag behind them.
_PART = 4
# Factors are multiplied up over blocks of losses, none so long that their product becomes too small to divide by.
_LONGEST_BLOCK, _SMALLEST = 4096, 1e-100


def smoothed(losses: FloatArray, window: float, done: int = 0, average: float = 0.0) -> FloatArray:
    """s <- s + a (loss - s), where a = max(1 / window, 4 / (t + 4)) at iteration t, counted from 0.

    So the first loss is its own average, and no average depends on an invented initial value. With a window of 1
    nothing is smoothed.

    Args:
        losses: (n,).
        done, average: so many losses came before, and s after them.

    Returns:
        (n,) float64: s after each loss.
    """
    result = losses.astype(np.float64)
    if window <= 1:
        return result
    block = max(1, min(_LONGEST_BLOCK, int(math.log(_SMALLEST) / math.log(1 - 1 / window))))
    start = 0
    if not done and len(losses):
        average, start = float(result[0]), 1
    for first in range(start, len(losses), block):
        part = result[first : first + block]
        t = np.arange(done + first, done + first + len(part))
        a = np.maximum(1 / window, _PART / (t + _PART))
        # s = p (s0 + sum of a loss / p), where p is the product of all (1 - a) so far
        p = np.cumprod(1 - a)
        part *= a / p
        np.cumsum(part, out=part)
        part += average
        part *= p
        average = float(part[-1])
    return result


class LossSeries:
    """Losses and their running averages over about ``window`` iterations: eight bytes an iteration."""

    def __init__(self, window: float = 50.0) -> None:
        self.iterations = 0
        self._window = window
        self._average = 0.0
        self._raw: FloatArray = np.empty(_INITIAL_CAPACITY, np.float32)
        self._smooth: FloatArray = np.empty(_INITIAL_CAPACITY, np.float32)

    @property
    def losses(self) -> FloatArray:
        """(n,) float32: a view whose values never change."""
        return self._raw[: self.iterations]

    @property
    def averages(self) -> FloatArray:
        """(n,) float32: the smoothed losses, a view that ``smooth`` does not change."""
        return self._smooth[: self.iterations]

    def add(self, losses: FloatArray) -> None:
        """Append losses (k,), one an iteration."""
        if not len(losses):
            return
        first, self.iterations = self.iterations, self.iterations + len(losses)
        if self.iterations > len(self._raw):
            room = np.empty(max(self.iterations, 2 * len(self._raw)) - first, np.float32)
            self._raw = np.concatenate((self._raw[:first], room))
            self._smooth = np.concatenate((self._smooth[:first], room))
        self._raw[first : self.iterations] = losses
        averages = smoothed(losses, self._window, first, self._average)
        self._smooth[first : self.iterations] = averages
        self._average = float(averages[-1])

    def smooth(self, window: float) -> None:
        """Smooth all losses again, over another window."""
        self._window = window
        averages = smoothed(self.losses, window)
        self._smooth = np.empty(len(self._raw), np.float32)
        self._smooth[: self.iterations] = averages
        self._average = float(averages[-1]) if len(averages) else 0.0

    def points(self, start: float, end: float, at_most: int, smooth: bool = False) -> tuple[FloatArray, FloatArray]:
        """Iterations and losses to draw a line from ``start`` to ``end``, in about ``at_most`` groups of neighbours.

        A group gives its lowest and highest loss, or the mean of its smoothed ones. One more group on each side leads
        the line out of the plot. Groups keep their bounds while the series grows: the curve does not flicker.
        """
        size = 1
        while end - start > size * at_most:
            size *= 2
        low = max(int(start) - 1 - size, 0) // size * size
        high = min(max(int(end) + 1 + size, low), self.iterations)
        bounds = np.arange(low, high + size, size)
        first, last = bounds[:-1], np.minimum(bounds[1:], self.iterations)
        if not len(first):
            return np.empty(0), np.empty(0)
        middle: FloatArray = (first + 1 + last) / 2
        values = (self._smooth if smooth else self._raw)[: int(last[-1])]
        if size == 1:
            return middle, values[first[0] :].copy()
        if smooth:
            # Sums of large losses overflow in float32.
            return middle, np.add.reduceat(values, first, dtype=np.float64) / (last - first)
        extremes = np.minimum.reduceat(values, first), np.maximum.reduceat(values, first)
        return np.repeat(middle, 2), np.stack(extremes, axis=1).reshape(-1)

    def highest(self, since: float, smooth: bool = False) -> float:
        """The highest loss, or smoothed loss, after so many iterations; 0 where there is none."""
        return float((self.averages if smooth else self.losses)[int(since) :].max(initial=0.0))

    def at(self, iteration: float, span: float = 1.0) -> tuple[float, float, float, float]:
        """The nearest iteration: its number, and the lowest, the highest and the smoothed loss there.

        Not for an empty series.

        Args:
            span: the lowest and the highest are those of about so many iterations around it.
        """
        nearest = min(max(round(iteration), 1), self.iterations)
        aside = int(span / 2)
        around = self.losses[max(nearest - 1 - aside, 0) : nearest + aside]
        return float(nearest), float(around.min()), float(around.max()), float(self._smooth[nearest - 1])
