"""Counterfactual images: the smallest change of an image with which the network predicts another digit.

It follows the network's gradients and rarely looks like what a person would draw: that so little is enough is the
lesson (Szegedy et al. 2014).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..nn.losses import even_where_not_finite, overflowing, softmax
from ..nn.network import Network
from ..types import CANVAS, CLASSES, FloatArray

# The largest step, as a distance between images.
_STEP = 0.25
# Gradients for coming closer to the original: more gain less than 1 %.
_CLOSER_STEPS = 60
# The search ends with steps shorter than this; a relative gain smaller than _MIN_GAIN does not count.
_MIN_STEP, _MIN_GAIN = 0.005, 1e-4
# The target's log odds at the end: a little above 0, where its probability is 1/2, so that rounding never falls below.
_GOAL = 1e-3
# A single step aims at a little more, as the decision boundary is curved.
_STEP_GOAL = _GOAL + 0.02
# Bisections of the straight path to where the prediction changes.
_BISECTIONS = 10
# Steps back over the decision boundary, before a smaller step is tried.
_RETRIES = 4
# How many images are returned.
_FRAMES = 24


@dataclass(frozen=True, eq=False)
class Change:
    """Attributes:
    images: (24, 28, 28) float32 in 0..1, evenly spaced on the straight path from the original to the changed
        image.
    probabilities: (24, 10) float32, their softmax probabilities.
    found: whether the last one is predicted as the target. Otherwise it is the image seen that came closest to that.
    distance: between the first and the last image (Euclidean).
    steps: how many gradients were computed.
    """

    images: FloatArray
    probabilities: FloatArray
    found: bool
    distance: float
    steps: int


@overflowing
def smallest_change(
    network: Network,
    image: FloatArray,
    target: int,
    max_steps: int = 200,
    keep_going: Callable[[], bool] = lambda: True,
) -> Change | None:
    """Search the smallest change with which ``target`` has a probability of 1/2, so that no digit is more probable.

    First the target's logit is raised, step by step, until that is reached. (Not its log odds: these also rise where
    all other logits fall, which often ends where no ReLU of the last layers is active and the gradient is 0. They are
    tried second.) Then the image is moved as close to the original as possible: where the decision boundary is
    approximated by a plane, the closest image beyond it is known (DeepFool, Moosavi-Dezfooli, Fawzi, Frossard 2016; in
    the bounds 0..1 and towards the original, as Croce and Hein 2020).

    Args:
        image: (28, 28) in 0..1.
        target: the digit to be predicted, 0 to 9.
        max_steps: the most gradients.

    Returns:
        The same for the same network and image. None where ``keep_going`` returned False.
    """
    search = _Search(network, image, target, max_steps, keep_going)
    try:
        found = search.reach()
        if found is not None:
            found = search.closer(found)
    except _CancelledError:
        return None
    last = (search.most_probable if found is None else found).reshape(CANVAS, CANVAS)
    first = image.astype(np.float64)
    part = np.linspace(0, 1, _FRAMES)[:, None, None]
    images = ((1 - part) * first + part * last).astype(np.float32)
    distance = float(np.linalg.norm(last - first))
    return Change(images, even_where_not_finite(network.predict(images)), found is not None, distance, search.steps)


class _CancelledError(Exception):
    """``keep_going`` returned False."""


class _Search:
    """Images are (784,) float64 here. The log odds of the target are log(p / (1 - p)).

    Attributes:
        steps: gradients so far.
        most_probable: the image seen with the highest log odds.
    """

    def __init__(
        self,
        network: Network,
        image: FloatArray,
        target: int,
        max_steps: int,
        keep_going: Callable[[], bool],
    ) -> None:
        self._network, self._target, self._keep_going = network, target, keep_going
        self._start: FloatArray = image.reshape(CANVAS * CANVAS).astype(np.float64)
        self._max_steps = max_steps
        self.steps = 0
        self.most_probable, self._highest = self._start, -math.inf
        # The last image of a forward pass, its log odds, and the softmax of the other nine logits.
        self._last: FloatArray | None = None
        self._last_log_odds = 0.0
        self._others: FloatArray = np.zeros(CLASSES - 1)

    def reach(self) -> FloatArray | None:
        """An image with the log odds of the goal, or None."""
        if self._log_odds(self._start) >= _GOAL:
            return self._start
        for others, end in ((0.0, self._max_steps // 2), (1.0, self._max_steps)):
            x: FloatArray = self._start
            while self.steps < end:
                gradient = self._gradient(x, others)
                free = np.where(gradient > 0, x < 1, x > 0) * gradient
                length = float(np.linalg.norm(free))
                if not length > 0:
                    break
                x = np.clip(x + _STEP / length * free, 0, 1)
                if self._log_odds(x) >= _GOAL:
                    return x
        return None

    def closer(self, x: FloatArray) -> FloatArray:
        """From an image with the log odds of the goal to a closer one to the original that has them, too."""
        best, radius = self._bisected(x), 2 * _STEP
        gradient: FloatArray | None = None
        end = min(self.steps + _CLOSER_STEPS, self._max_steps)
        while self._distance(best) > 0 and radius > _MIN_STEP and self.steps + 1 + _RETRIES <= end:
            if gradient is None:
                gradient = self._gradient(best)
            need = _STEP_GOAL - self._log_odds(best) + float(gradient @ (best - self._start))
            x = self._back(_limited(best, closest_beyond(self._start, gradient, need), radius), radius)
            if self._log_odds(x) >= _GOAL and self._distance(x) < self._distance(best) * (1 - _MIN_GAIN):
                best, gradient, radius = x, None, radius * 1.3
            else:
                radius /= 2
        return self._bisected(best)

    def _back(self, x: FloatArray, radius: float) -> FloatArray:
        """From near the decision boundary over it, if that takes only a few steps."""
        for _ in range(_RETRIES):
            log_odds = self._log_odds(x)
            if log_odds >= _GOAL:
                break
            x = _limited(x, closest_beyond(x, self._gradient(x), _STEP_GOAL - log_odds), radius)
        return x

    def _bisected(self, x: FloatArray) -> FloatArray:
        """The point of the straight path from the original to ``x`` where the log odds reach the goal."""
        low, high = 0.0, 1.0
        path, best = x - self._start, x
        for _ in range(_BISECTIONS if path.any() else 0):
            middle = (low + high) / 2
            if self._log_odds(self._start + middle * path) >= _GOAL:
                high, best = middle, self._start + middle * path
            else:
                low = middle
        return best

    def _distance(self, x: FloatArray) -> float:
        return float(np.linalg.norm(x - self._start))

    def _log_odds(self, x: FloatArray) -> float:
        """The target's logit minus the logarithm of the sum of the others' exponentials."""
        if x is not self._last:
            self._last = x
            logits = self._network.logits(x[None].astype(self._network.dtype))[0].astype(np.float64)
            others = np.delete(logits, self._target)
            self._others = softmax(others)
            highest = others.max()
            self._last_log_odds = float(logits[self._target] - highest - np.log(np.exp(others - highest).sum()))
            if self._last_log_odds > self._highest:
                self.most_probable, self._highest = x, self._last_log_odds
        return self._last_log_odds

    def _gradient(self, x: FloatArray, others: float = 1.0) -> FloatArray:
        """The gradient of the log odds; with ``others`` 0 that of the target's logit alone."""
        if not self._keep_going():
            raise _CancelledError
        # ``backward`` needs the buffers of the forward pass of this x.
        self._log_odds(x)
        dlogits = np.insert(-others * self._others, self._target, 1)
        self.steps += 1
        gradient: FloatArray = self._network.backward(dlogits[None].astype(self._network.dtype)).astype(np.float64)
        return gradient.reshape(CANVAS * CANVAS)


def _limited(x: FloatArray, to: FloatArray, radius: float) -> FloatArray:
    """From ``x`` towards ``to``, at most as far as ``radius``."""
    distance = float(np.linalg.norm(to - x))
    return to if distance <= radius else x + (to - x) * (radius / distance)


def closest_beyond(x: FloatArray, gradient: FloatArray, need: float) -> FloatArray:
    """The y closest to ``x``, in 0..1, with gradient · (y - x) >= need (the projection of Croce and Hein 2020).

    It is x + s gradient, clipped to 0..1, with the smallest sufficient s: as s grows, pixel after pixel reaches its
    bound, and between two of these values of s the gain is linear.

    Args:
        x, gradient: (n,) float64, ``x`` in 0..1.
        need: y is x where it is 0 or less.

    Returns:
        (n,), new. Where no y suffices, the one with the largest gain.
    """
    if need <= 0:
        return x.copy()
    slope = np.abs(gradient)
    room = np.where(gradient > 0, 1 - x, x)
    moving = np.flatnonzero((slope > 0) & (room > 0))
    # The s at which each pixel reaches its bound; from there on its gain is slope times room.
    bound_at = room[moving] / slope[moving]
    order = np.argsort(bound_at, kind="stable")
    moving, bound_at = moving[order], bound_at[order]
    fixed = np.concatenate(([0.0], np.cumsum(slope[moving] * room[moving])))
    # The gain per s of the pixels that still move, summed from the end, so that it is exactly 0 there.
    rate = np.concatenate((np.cumsum((slope[moving] ** 2)[::-1])[::-1], [0.0]))
    gain = fixed + rate * np.concatenate(([0.0], bound_at))
    if need >= gain[-1]:
        return np.where(gradient > 0, 1.0, np.where(gradient < 0, 0.0, x))
    first = int(np.searchsorted(gain, need)) - 1
    y: FloatArray = np.clip(x + (need - fixed[first]) / rate[first] * gradient, 0, 1)
    return y
