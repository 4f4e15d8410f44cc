"""What it would take to be a 4: the smallest change of a picture with which the network answers another digit.

It is the change that the network's gradients know, seldom one that a hand would make: that so little is enough is the
lesson (Szegedy et al. 2014).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.explain.projection import nearest_beyond
from engine.nn.functions import softmax
from engine.nn.network import Network
from engine.types import CANVAS, CLASSES, FloatArray

# How far a step goes at most, as a distance between pictures.
_STEP = 0.25
# Gradients spent on coming nearer: more gain less than 1 %.
_NEARER = 60
# Steps shorter than this are not tried, and nearer by a smaller part than that is not nearer.
_FINEST, _GAIN = 0.005, 1e-4
# The log odds aimed at are a little higher than those asked for, so that no rounding falls below them ...
_SAFE = 1e-3
# ... and those of a step a little more, as the border is curved.
_BEYOND = 0.02
# Halvings of the straight way to where the answer changes.
_HALVINGS = 10
# Steps back over the border, before a smaller one is tried.
_TRIES = 4


@dataclass(frozen=True, eq=False)
class Change:
    """Attributes:
    pictures: (frames, 28, 28) float32 in 0..1, evenly along the straight way from the picture as it was to the changed
        one.
    probabilities: (frames, 10) float32, what the network says of them.
    found: the last one is the target. Otherwise it is the one nearest to being it that was seen.
    distance: between the first and the last: the root of the sum of the squares.
    steps: gradients it took.
    """

    pictures: FloatArray
    probabilities: FloatArray
    found: bool
    distance: float
    steps: int


def smallest_change(
    network: Network,
    picture: FloatArray,
    target: int,
    probability: float = 0.5,
    frames: int = 24,
    max_steps: int = 200,
    keep_going: Callable[[], bool] = lambda: True,
) -> Change | None:
    """Look for the smallest change with which ``target`` has the probability asked for.

    First the target's logit is raised, step by step, until it has. (Not its odds: they rise as well where all other
    logits fall, and that way often ends where no neuron of the last layers is awake and no gradient is left. They come
    second, if the logit alone does not do.) Then the picture is brought back, as near to the original as it can be:
    where the border between the digits is taken for a plane, the nearest picture beyond it is known (DeepFool,
    Moosavi-Dezfooli, Fawzi, Frossard 2016; in the bounds 0..1, and towards the original, as Croce and Hein 2020).

    Args:
        picture: (28, 28) in 0..1.
        target: the digit that it shall be.
        probability: at least 0.5, so that no digit is likelier, and below 1.
        frames: how many pictures show the way, at least 2.
        max_steps: gradients to make do with.

    Returns:
        The same for the same network and picture. None where ``keep_going`` said no: it is asked before each gradient.

    Raises:
        ValueError: ``target`` is not 0 to 9, or ``probability`` not from 0.5 to 1.
    """
    if target not in range(CLASSES):
        raise ValueError(f"{target} is not one of the digits 0 to 9")
    if not 0.5 <= probability < 1:
        raise ValueError(f"a probability of {probability} is not at least 0.5 and below 1")
    search = _Search(network, picture, target, probability, max_steps, keep_going)
    try:
        found = search.reach()
        if found is not None:
            found = search.nearer(found)
    except _StoppedError:
        return None
    changed = search.likeliest if found is None else found
    return _shown(network, picture, changed, found is not None, frames, search.steps)


class _StoppedError(Exception):
    """``keep_going`` said no."""


class _Search:
    """Pictures here are (784,) float64. The log odds of the target, log(p / (1 - p)), say how far it is.

    Attributes:
        steps: gradients so far.
        likeliest: of the pictures seen, the one with the highest odds.
    """

    def __init__(
        self,
        network: Network,
        picture: FloatArray,
        target: int,
        probability: float,
        max_steps: int,
        keep_going: Callable[[], bool],
    ) -> None:
        self._network, self._target, self._keep_going = network, target, keep_going
        self._start: FloatArray = picture.reshape(CANVAS * CANVAS).astype(np.float64)
        self._goal = math.log(probability / (1 - probability)) + _SAFE
        self._max_steps = max_steps
        self.steps = 0
        self.likeliest, self._highest = self._start, -math.inf
        # What the network has just read, the odds it gave, and the shares of the other nine in what is left.
        self._read: FloatArray | None = None
        self._odds_read = 0.0
        self._others: FloatArray = np.zeros(CLASSES - 1)

    def reach(self) -> FloatArray | None:
        """A picture with the odds asked for, or None."""
        if self._odds(self._start) >= self._goal:
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
                if self._odds(x) >= self._goal:
                    return x
        return None

    def nearer(self, x: FloatArray) -> FloatArray:
        """From a picture with the odds asked for to one that is nearer to the original and has them, too."""
        best, radius = self._halved(x), 2 * _STEP
        gradient: FloatArray | None = None
        end = min(self.steps + _NEARER, self._max_steps)
        while self._distance(best) > 0 and radius > _FINEST and self.steps + 1 + _TRIES <= end:
            if gradient is None:
                gradient = self._gradient(best)
            need = self._goal + _BEYOND - self._odds(best) + float(gradient @ (best - self._start))
            x = self._back(_limited(best, nearest_beyond(self._start, gradient, need), radius), radius)
            if self._odds(x) >= self._goal and self._distance(x) < self._distance(best) * (1 - _GAIN):
                best, gradient, radius = x, None, radius * 1.3
            else:
                radius /= 2
        return self._halved(best)

    def _back(self, x: FloatArray, radius: float) -> FloatArray:
        """From beside the border over it, in a few steps, if it is near."""
        for _ in range(_TRIES):
            odds = self._odds(x)
            if odds >= self._goal:
                break
            x = _limited(x, nearest_beyond(x, self._gradient(x), self._goal + _BEYOND - odds), radius)
        return x

    def _halved(self, x: FloatArray) -> FloatArray:
        """On the straight way from the original to ``x``, where the odds come to be what they are to be."""
        low, high = 0.0, 1.0
        way, best = x - self._start, x
        for _ in range(_HALVINGS if way.any() else 0):
            middle = (low + high) / 2
            if self._odds(self._start + middle * way) >= self._goal:
                high, best = middle, self._start + middle * way
            else:
                low = middle
        return best

    def _distance(self, x: FloatArray) -> float:
        return float(np.linalg.norm(x - self._start))

    def _odds(self, x: FloatArray) -> float:
        """Log odds of the target: its logit less the log of the sum of the others' exponentials."""
        if x is not self._read:
            self._read = x
            logits = self._network.logits(x[None].astype(self._network.dtype))[0].astype(np.float64)
            others = np.delete(logits, self._target)
            self._others = softmax(others)
            highest = others.max()
            self._odds_read = float(logits[self._target] - highest - np.log(np.exp(others - highest).sum()))
            if self._odds_read > self._highest:
                self.likeliest, self._highest = x, self._odds_read
        return self._odds_read

    def _gradient(self, x: FloatArray, others: float = 1.0) -> FloatArray:
        """How the log odds grow with each pixel; with ``others`` 0, how the target's logit alone does."""
        if not self._keep_going():
            raise _StoppedError
        # Nothing else has been read since: the network's buffers are still those of x.
        self._odds(x)
        dlogits = np.insert(-others * self._others, self._target, 1)
        self.steps += 1
        gradient: FloatArray = self._network.backward(dlogits[None].astype(self._network.dtype)).astype(np.float64)
        return gradient.reshape(CANVAS * CANVAS)


def _limited(x: FloatArray, to: FloatArray, radius: float) -> FloatArray:
    """From ``x`` to ``to``, but no farther than ``radius``."""
    distance = float(np.linalg.norm(to - x))
    return to if distance <= radius else x + (to - x) * (radius / distance)


def _shown(network: Network, picture: FloatArray, changed: FloatArray, found: bool, frames: int, steps: int) -> Change:
    """The way from the picture to the changed one."""
    part = np.linspace(0, 1, frames)[:, None, None]
    first, last = picture.astype(np.float64), changed.reshape(CANVAS, CANVAS)
    pictures = ((1 - part) * first + part * last).astype(np.float32)
    distance = float(np.linalg.norm(last - first))
    return Change(pictures, network.predict(pictures), found, distance, steps)
