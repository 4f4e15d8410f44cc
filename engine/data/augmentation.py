"""Pictures varied a little each time they are seen: turned, stretched, bent and drawn with another pen.

A network that has seen a digit in many shapes learns the digit and not the picture (Simard, Steinkraus and Platt
2003, whose elastic distortion this is).
"""

from dataclasses import astuple, dataclass

import numpy as np

from engine.types import CANVAS, FloatArray

# The neighbouring displacements of an elastic distortion agree over about this many pixels.
_ELASTIC_SIGMA = 4.0
_PADDED = CANVAS + 2


@dataclass(frozen=True)
class Augmentation:
    """How far a picture is varied; each amount is drawn anew for each picture, uniformly from -limit to limit.

    Attributes:
        rotation: degrees.
        scaling: the part by which width and height grow or shrink, each by itself.
        shear: pixels sideways a pixel of height.
        shift: pixels, in each direction.
        elastic: the standard deviation, in pixels, of each pixel's own displacement (not drawn, always so much).
        thickness: 1 makes lines up to about two pixels thicker or thinner.
        anneal: over this last part of a training, 0 to 1, the amounts decrease to 0; see ``at``.
    """

    rotation: float = 0.0
    scaling: float = 0.0
    shear: float = 0.0
    shift: float = 0.0
    elastic: float = 0.0
    thickness: float = 0.0
    anneal: float = 0.0

    def __bool__(self) -> bool:
        return any((self.rotation, self.scaling, self.shear, self.shift, self.elastic, self.thickness))

    def times(self, factor: float) -> "Augmentation":
        """So many times as far."""
        return Augmentation(*(factor * amount for amount in astuple(self)))

    def at(self, progress: float) -> "Augmentation":
        """The amounts when ``progress`` (0 to 1) of the training is done."""
        left = 1 - progress
        return self.times(left / self.anneal) if left < self.anneal else self


def augment(pictures: FloatArray, how: Augmentation, rng: np.random.Generator) -> FloatArray:
    """Pictures (n, 784) or (n, 28, 28) float32 in 0..1 -> varied ones in the same shape: new arrays."""
    images = pictures.reshape(len(pictures), CANVAS, CANVAS)
    if how.thickness:
        images = _other_pen(images, rng.uniform(-how.thickness, how.thickness, len(images)))
    x, y = _sources(len(images), how, rng)
    return _sampled(images, x, y).reshape(pictures.shape)


def _other_pen(images: FloatArray, amount: FloatArray) -> FloatArray:
    """Part of the way to the largest (amount > 0) or the smallest (amount < 0) of each pixel and its neighbours."""
    amount = amount.astype(np.float32)[:, None, None]
    padded = np.zeros((len(images), _PADDED, _PADDED), np.float32)
    padded[:, 1:-1, 1:-1] = images
    around = (padded[:, :-2, 1:-1], padded[:, 2:, 1:-1], padded[:, 1:-1, :-2], padded[:, 1:-1, 2:])
    largest, smallest = images.copy(), images.copy()
    for neighbour in around:
        np.maximum(largest, neighbour, out=largest)
        np.minimum(smallest, neighbour, out=smallest)
    return np.where(amount > 0, images + amount * (largest - images), images - amount * (smallest - images))


def _sources(n: int, how: Augmentation, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Where in the old picture each pixel of the new one comes from: x and y (n, 28, 28), in pixels."""
    turn, shear = np.deg2rad(rng.uniform(-how.rotation, how.rotation, n)), rng.uniform(-how.shear, how.shear, n)
    stretch = np.exp(rng.uniform(-how.scaling, how.scaling, (n, 2)))
    shift = rng.uniform(-how.shift, how.shift, (n, 2))
    cos, sin = np.cos(turn), np.sin(turn)
    # Turned, then sheared, then stretched, about the middle.
    xx, xy = cos * stretch[:, 0], (-sin + shear * cos) * stretch[:, 0]
    yx, yy = sin * stretch[:, 1], (cos + shear * sin) * stretch[:, 1]
    middle = CANVAS / 2
    place = np.arange(CANVAS, dtype=np.float32) + 0.5 - middle
    across, down = place[None, None, :], place[None, :, None]

    def along(a: FloatArray, b: FloatArray, by: FloatArray) -> FloatArray:
        a, b, by = (values.astype(np.float32)[:, None, None] for values in (a, b, by + middle - 0.5))
        moved: FloatArray = a * across + b * down + by
        return moved

    x, y = along(xx, xy, shift[:, 0]), along(yx, yy, shift[:, 1])
    if how.elastic:
        bend = rng.standard_normal((2, n, CANVAS, CANVAS), dtype=np.float32)
        bend = np.matmul(np.matmul(_SMOOTHING, bend), _SMOOTHING.T)
        x += how.elastic * bend[0]
        y += how.elastic * bend[1]
    return x, y


def _gaussian() -> FloatArray:
    """(28, 28): times a column of independent N(0, 1) numbers, smooth ones of which each is N(0, 1) again."""
    apart = np.arange(CANVAS)[:, None] - np.arange(CANVAS)[None, :]
    weights: FloatArray = np.exp(-0.5 * (apart / _ELASTIC_SIGMA) ** 2)
    weights /= np.linalg.norm(weights, axis=1, keepdims=True)
    return weights.astype(np.float32)


_SMOOTHING = _gaussian()


def _sampled(images: FloatArray, x: FloatArray, y: FloatArray) -> FloatArray:
    """The old pictures at (x, y), between the pixels by bilinear interpolation; black outside."""
    padded = np.zeros((len(images), _PADDED, _PADDED), np.float32)
    padded[:, 1:-1, 1:-1] = images
    x, y = np.clip(x + 1, 0, _PADDED - 1.001), np.clip(y + 1, 0, _PADDED - 1.001)
    column, row = x.astype(np.int32), y.astype(np.int32)
    x -= column
    y -= row
    first = (np.arange(len(images), dtype=np.int32)[:, None, None] * _PADDED + row) * _PADDED + column
    flat = padded.ravel()
    above = flat[first] * (1 - x) + flat[first + 1] * x
    below = flat[first + _PADDED] * (1 - x) + flat[first + _PADDED + 1] * x
    sampled: FloatArray = above * (1 - y) + below * y
    return sampled
