"""The losses of a training, thinned out to be drawn, so that drawing a long training costs what a short one does."""

import numpy as np

from engine.types import FloatArray, IntArray
from gui.training.curves.smoothing import smoothed

_FIRST_ROOM = 1024


class LossSeries:
    """Every loss, as it was and smoothed: eight bytes an iteration."""

    def __init__(self, window: float = 50.0) -> None:
        """Args:
        window: how many losses the smoothed one is an average of, about.
        """
        self.iterations = 0
        self._window = window
        self._average = 0.0
        self._raw: FloatArray = np.empty(_FIRST_ROOM, np.float32)
        self._smooth: FloatArray = np.empty(_FIRST_ROOM, np.float32)

    @property
    def losses(self) -> FloatArray:
        """(n,) float32: a view of what will not change any more."""
        return self._raw[: self.iterations]

    @property
    def averages(self) -> FloatArray:
        """(n,) float32: the smoothed losses, a view that ``smooth`` leaves as it is."""
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
        """Smooth all of it anew, over another number of losses."""
        self._window = window
        averages = smoothed(self.losses, window)
        self._smooth = np.empty(len(self._raw), np.float32)
        self._smooth[: self.iterations] = averages
        self._average = float(averages[-1]) if len(averages) else 0.0

    def _groups(self, start: float, end: float, at_most: int) -> tuple[IntArray, IntArray]:
        """Neighbouring losses put together, to draw the iterations from ``start`` to ``end`` with: their bounds.

        One more on each side leads the line out of the picture. A group begins where it began before: a curve that
        grows does not flicker.
        """
        size = 1
        while end - start > size * at_most:
            size *= 2
        low = max(int(start) - 1 - size, 0) // size * size
        high = min(max(int(end) + 1 + size, low), self.iterations)
        bounds = np.arange(low, high + size, size)
        return bounds[:-1], np.minimum(bounds[1:], self.iterations)

    def raw(self, start: float, end: float, at_most: int) -> tuple[FloatArray, FloatArray]:
        """Iterations and losses to draw a line through, in at most about ``at_most`` groups of neighbours.

        That is every loss where there are so few, else the lowest and the highest of each group.
        """
        first, last = self._groups(start, end, at_most)
        if not len(first):
            return np.empty(0), np.empty(0)
        middle, until = (first + 1 + last) / 2, int(last[-1])
        if int(last[0] - first[0]) == 1:
            return middle, self._raw[first[0] : until].copy()
        low = np.minimum.reduceat(self._raw[:until], first)
        high = np.maximum.reduceat(self._raw[:until], first)
        return np.repeat(middle, 2), np.stack((low, high), axis=1).reshape(-1)

    def smoothed(self, start: float, end: float, at_most: int) -> tuple[FloatArray, FloatArray]:
        """The same for the smoothed loss: the mean of each group."""
        first, last = self._groups(start, end, at_most)
        if not len(first):
            return np.empty(0), np.empty(0)
        sums = np.add.reduceat(self._smooth[: int(last[-1])], first)
        return (first + 1 + last) / 2, sums / (last - first)

    def highest(self, since: float) -> float:
        """The highest loss after so many iterations; 0 where there is none."""
        return float(self.losses[int(since) :].max(initial=0.0))

    def highest_average(self, since: float) -> float:
        """The highest smoothed loss after so many iterations; 0 where there is none."""
        return float(self.averages[int(since) :].max(initial=0.0))

    def at(self, iteration: float, span: float = 1.0) -> tuple[float, float, float, float]:
        """The iteration nearest to one: which, and the lowest, the highest and the smoothed loss there.

        Not for an empty series.

        Args:
            span: the lowest and the highest of about so many iterations around it.
        """
        nearest = min(max(round(iteration), 1), self.iterations)
        aside = int(span / 2)
        around = self.losses[max(nearest - 1 - aside, 0) : nearest + aside]
        return float(nearest), float(around.min()), float(around.max()), float(self._smooth[nearest - 1])
