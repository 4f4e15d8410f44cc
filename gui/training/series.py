"""The losses of a training, thinned out as they grow, so that drawing a long training costs what a short one does."""

import numpy as np

from engine.types import FloatArray

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
            self._average = loss if not self.iterations else self._keep * self._average + (1 - self._keep) * loss
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

    def _middles(self) -> FloatArray:
        """(n,) the iteration in the middle of each place, counted from 1."""
        n = len(self)
        middles = np.arange(n) * self.width + (self.width + 1) / 2
        if n:
            # The last place may not be full yet.
            middles[-1] = ((n - 1) * self.width + 1 + self.iterations) / 2
        return middles

    def raw(self) -> tuple[FloatArray, FloatArray]:
        """Iterations and losses to draw a line through: every loss, or the lowest and highest of each place."""
        n = len(self)
        if self.width == 1:
            return self._middles(), self._low[:n].copy()
        both = np.stack((self._low[:n], self._high[:n]), axis=1)
        return np.repeat(self._middles(), 2), both.reshape(-1)

    def smoothed(self) -> tuple[FloatArray, FloatArray]:
        """Iterations and the smoothed loss."""
        return self._middles(), self._smooth[: len(self)].copy()

    def at(self, iteration: float) -> tuple[float, float, float, float]:
        """The place nearest to an iteration: its middle, lowest, highest and smoothed loss. Not for an empty series."""
        place = min(max(int((iteration - 1) // self.width), 0), len(self) - 1)
        low, high, smooth = (float(each[place]) for each in (self._low, self._high, self._smooth))
        return float(self._middles()[place]), low, high, smooth
