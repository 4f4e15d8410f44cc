"""Random distortions that imitate different writers: slant, rotation, aspect, bending; and random stroke widths."""

import numpy as np

from ...types import FloatArray

# All lengths below are in units of the digit's height.

# Amounts are uniform within these bounds to each side: with normal distributions a digit in several tails at once would
# not be legible. Slant is x per y, to the right at the top; aspect, waist and taper are logarithms.
_SLANT, _SLANT_RANGE = 0.2, 0.42
_ROTATION = np.deg2rad(12.0)
_ASPECT = 0.45
_BEND, _WAVE = 0.19, 0.095
_WAIST, _TAPER, _LEAN = 0.38, 0.38, 0.19
# Pixels, log-normal around the canvas's own width; MNIST's stroke widths vary a lot, and some are as large as these.
_WIDTH, _WIDTH_SPREAD, _THINNEST, _THICKEST = 2.0, 0.27, 1.1, 5.0
_BROAD_CHANCE = 0.1
# Drawings on the canvas always get the same stroke width. Small variations do no harm, but a narrow 8 with a broad pen
# looks like a 1.
_NEAR_SPREAD, _NEAR_THINNEST, _NEAR_THICKEST = 0.15, 1.5, 2.7


def pen_widths(n: int, rng: np.random.Generator) -> FloatArray:
    """(n,) stroke widths in pixels: most near the canvas's own, some much broader."""
    usual = np.exp(rng.normal(np.log(_WIDTH), _WIDTH_SPREAD, n)).clip(_THINNEST, _THICKEST)
    return np.where(rng.random(n) < _BROAD_CHANCE, rng.uniform(_WIDTH, _THICKEST, n), usual)


def near_pen_widths(n: int, rng: np.random.Generator) -> FloatArray:
    """(n,) stroke widths in pixels, all near the canvas's own."""
    return np.exp(rng.normal(np.log(_WIDTH), _NEAR_SPREAD, n)).clip(_NEAR_THINNEST, _NEAR_THICKEST)


class Distortion:
    """``n`` random smooth maps of the plane, one for each drawing."""

    def __init__(self, n: int, rng: np.random.Generator, slant: float = _SLANT, strength: float = 1.0) -> None:
        """Args:
        slant: how far right (in heights) the top lies of the foot, on average.
        strength: from 0 (only ``slant``) to 1 (as varied as people write).
        """

        def each(bound: float) -> FloatArray:
            return strength * rng.uniform(-bound, bound, (n, 1))

        self._slant = slant + each(_SLANT_RANGE)
        self._turn = each(_ROTATION)
        self._aspect = np.exp(each(_ASPECT))
        self._bend_x, self._bend_y = each(_BEND), each(_BEND)
        self._wave_x, self._wave_y = each(_WAVE), each(_WAVE)
        self._waist, self._taper, self._lean = each(_WAIST), each(_TAPER), each(_LEAN)

    def __call__(self, points: FloatArray) -> FloatArray:
        """(n, T, 2) points of shapes about 0..0.6 x 0..1 -> the same, distorted, around (0, 0)."""
        x, y = points[:, :, 0] - 0.3, 2 * points[:, :, 1] - 1
        # y is -1..1 now; what is 0 at both ends moves the waist and keeps the height.
        # Both are clipped, because far from the shape the parabolas would bend a long stroke back.
        inner = 1 - np.clip(y, -1.5, 1.5) ** 2
        x2 = np.clip(x / 0.3, -2, 2)
        outer = 1 - x2**2
        y2 = y + self._waist * inner
        wide = x * np.exp(self._taper * y) + self._lean * 0.15 * outer
        px = wide * self._aspect + self._bend_x * inner + self._wave_x * np.sin(np.pi * y) - self._slant * y2 / 2
        py = y2 / 2 + self._bend_y * outer / 2 + self._wave_y * np.sin(np.pi * x2) / 2
        cos, sin = np.cos(self._turn), np.sin(self._turn)
        return np.stack((cos * px - sin * py, sin * px + cos * py), axis=2)
