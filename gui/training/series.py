"""The losses of a training, thinned out as they grow, so that drawing a long training costs what a short one does."""

import numpy as np

from engine.types import FloatArray, IntArray

# As many places as are kept at most; a plot is a few hundred to a few thousand pixels wide.
CAPACITY = 8192


class LossSeries:
    """Each place holds ``width`` neighbouring losses: the lowest, the highest and the mean of the smoothed loss.

    When all places are taken, each two become one. Up to CAPACITY iterations nothing is lost.

    The smoothed loss is an exponential moving average over about ``smoothing`` iterations.
    """

    def __init__(self, smoothing: float = 50.0, capacity: int = CAPACITY) -> None:
        self.width = 1
        self.iterations = 0
        self._keep = 1 - 1 / max(smoothing, 1.0)
        self._average = 0.0
        self._low: FloatArray = np.empty(capacity, np.float32)
        self._high: FloatArray = np.empty(capacity, np.float32)
        self._smooth: FloatArray = np.empty(capacity, np.float32)

    def __len__(self) -> int:
        """Places taken."""
        return -(-self.iterations // self.width)

    def add(self, losses: FloatArray) -> None:
        """Append losses (k,), one an iteration."""
        low, high, smooth = self._low, self._high, self._smooth
        for loss in losses.tolist():
            # The plain mean of the first few: the very first loss does not hang over a slow network's plot.
            self._average += max(1 - self._keep, 1 / (self.iterations + 1)) * (loss - self._average)
            place, within = divmod(self.iterations, self.width)
            if place == len(low):
                self._halve()
                place, within = divmod(self.iterations, self.width)
            if within == 0:
                low[place] = high[place] = loss
                smooth[place] = self._average
            else:
                low[place] = min(low[place], loss)
                high[place] = max(high[place], loss)
                smooth[place] += (self._average - smooth[place]) / (within + 1)
            self.iterations += 1

    def _halve(self) -> None:
        half = len(self._low) // 2
        self._low[:half] = np.minimum(self._low[::2], self._low[1::2])
        self._high[:half] = np.maximum(self._high[::2], self._high[1::2])
        self._smooth[:half] = (self._smooth[::2] + self._smooth[1::2]) / 2
        self.width *= 2

    def _middle(self, first: IntArray, last: IntArray) -> FloatArray:
        """The iteration, counted from 1, in the middle of places ``first`` to before ``last``; the last may be part."""
        return (first * self.width + 1 + np.minimum(last * self.width, self.iterations)) / 2

    def _groups(self, start: float, end: float, at_most: int) -> tuple[IntArray, IntArray]:
        """Neighbouring places put together, to draw the iterations from ``start`` to ``end`` with: their bounds.

        One more on each side leads the line out of the picture. A group begins where it began before: a curve that
        grows does not flicker.
        """
        n = len(self)
        low = min(max(int(start // self.width) - 1, 0), n)
        high = min(max(int(end // self.width) + 2, low), n)
        size = 1
        while (high - low) > size * at_most:
            size *= 2
        bounds = np.arange(low // size * size, high + size, size)
        return bounds[:-1], np.minimum(bounds[1:], n)

    def raw(self, start: float, end: float, at_most: int) -> tuple[FloatArray, FloatArray]:
        """Iterations and losses to draw a line through, in at most about ``at_most`` groups of neighbours.

        That is every loss where there are so few, else the lowest and the highest of each group.
        """
        first, last = self._groups(start, end, at_most)
        if not len(first):
            return np.empty(0), np.empty(0)
        middle, until = self._middle(first, last), int(last[-1])
        if self.width == 1 and int(last[0] - first[0]) == 1:
            return middle, self._low[first[0] : until].copy()
        low = np.minimum.reduceat(self._low[:until], first)
        high = np.maximum.reduceat(self._high[:until], first)
        return np.repeat(middle, 2), np.stack((low, high), axis=1).reshape(-1)

    def smoothed(self, start: float, end: float, at_most: int) -> tuple[FloatArray, FloatArray]:
        """The same for the smoothed loss: the mean of each group."""
        first, last = self._groups(start, end, at_most)
        if not len(first):
            return np.empty(0), np.empty(0)
        sums = np.add.reduceat(self._smooth[: int(last[-1])], first)
        return self._middle(first, last), sums / (last - first)

    def highest(self, since: float) -> float:
        """The highest loss from an iteration on; 0 where there is none."""
        place = min(int(since // self.width), len(self))
        return float(self._high[place : len(self)].max(initial=0.0))

    def at(self, iteration: float) -> tuple[float, float, float, float]:
        """The place nearest to an iteration: its middle, lowest, highest and smoothed loss. Not for an empty series."""
        place = min(max(int((iteration - 1) // self.width), 0), len(self) - 1)
        low, high, smooth = (float(each[place]) for each in (self._low, self._high, self._smooth))
        middle = self._middle(np.array(place), np.array(place + 1))
        return float(middle), low, high, smooth
