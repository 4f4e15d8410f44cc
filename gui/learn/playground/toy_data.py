"""Points of two classes in the plane: drawn at random, or by clicks."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.types import FloatArray, IntArray

# Both coordinates go from -LIMIT to LIMIT.
LIMIT = 3.5
_SIZE = 3.0
# Every fifth point is in the test set.
_TEST_EVERY = 5
_TURNS = 1.5
_EDGE = 0.2


@dataclass(frozen=True)
class Points:
    """Attributes:
    x: (n, 2) float32.
    t: (n,) uint8, the classes: 0 or 1.
    train: (n,) bool: whether a point is in the training set; otherwise it is in the test set.
    """

    x: FloatArray
    t: IntArray
    train: npt.NDArray[np.bool_]

    def added(self, x: tuple[float, float], t: int) -> "Points":
        """With another point, which is trained on."""
        return Points(
            np.vstack([self.x, np.array([x], np.float32)]), np.append(self.t, np.uint8(t)), np.append(self.train, True)
        )

    def removed(self, x: tuple[float, float], reach: float) -> "Points":
        """Without the point nearest to x, if one is nearer than ``reach``."""
        distances = np.hypot(*(self.x - np.array(x, np.float32)).T)
        if not len(distances) or distances.min() > reach:
            return self
        kept = np.arange(len(self.t)) != distances.argmin()
        return Points(self.x[kept], self.t[kept], self.train[kept])


def _circle(t: IntArray, rng: np.random.Generator) -> FloatArray:
    """A disc of class 1 in a ring of class 0, each with the same density everywhere."""
    inner, outer = np.where(t == 1, 0, 0.7 * _SIZE), np.where(t == 1, 0.5 * _SIZE, _SIZE)
    radius = np.sqrt(rng.uniform(inner**2, outer**2))
    return _polar(radius, rng.uniform(0, 2 * math.pi, len(t)))


def _xor(t: IntArray, rng: np.random.Generator) -> FloatArray:
    """Four squares: class 1 where the coordinates have different signs."""
    x = rng.uniform(_EDGE, _SIZE, (len(t), 2)) * np.where(rng.random(len(t)) < 0.5, -1, 1)[:, None]
    x[t == 1, 1] *= -1
    return x


def _moons(t: IntArray, rng: np.random.Generator) -> FloatArray:
    """Two half circles, one inside the other."""
    angle, radius = rng.uniform(0, math.pi, len(t)), 2 / 3 * _SIZE
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1) - (0.5, 0.25)
    return radius * upper * np.where(t == 1, -1, 1)[:, None]


def _spiral(t: IntArray, rng: np.random.Generator) -> FloatArray:
    """Two arms of one and a half turns."""
    share = np.sqrt(rng.uniform(0.03, 1, len(t)))
    return _polar(_SIZE * share, 2 * math.pi * _TURNS * share + math.pi * t)


def _polar(radius: FloatArray, angle: FloatArray) -> FloatArray:
    return np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)


# What draws them: the classes (n,) -> the points (n, 2) without noise.
DATASETS: dict[str, Callable[[IntArray, np.random.Generator], FloatArray]] = {
    "circle": _circle,
    "xor": _xor,
    "moons": _moons,
    "spiral": _spiral,
}
# The user's own points only.
OWN = "own"


def generated(kind: str, n: int, noise: float, seed: int) -> Points:
    """Random points, half of them of each class.

    Args:
        kind: one of DATASETS; or OWN, for no points.
        noise: the standard deviation of what is added to both coordinates.
    """
    t = np.arange(0 if kind == OWN else n, dtype=np.uint8) % 2
    rng = np.random.default_rng(seed)
    x = DATASETS[kind](t, rng) if len(t) else np.zeros((0, 2))
    x = np.clip(x + noise * rng.standard_normal(x.shape), -LIMIT, LIMIT)
    return Points(x.astype(np.float32), t, np.arange(len(t)) % _TEST_EVERY != _TEST_EVERY - 1)
