"""Data augmentation: random rotation, scaling, shear, shift, elastic distortion and stroke thickness.

With the elastic distortion of Simard, Steinkraus and Platt (2003).
"""

from dataclasses import astuple, dataclass

import numpy as np

from ..types import CANVAS, FloatArray

# Standard deviation, in pixels, of the Gaussian that smooths an elastic distortion's displacements.
_ELASTIC_SIGMA = 4.0
_PADDED = CANVAS + 2


@dataclass(frozen=True)
class Augmentation:
    """The limits of each change; the amount is random for each image, uniform from -limit to limit.

    Attributes:
        rotation: degrees.
        scaling: the logarithm of the factors of width and height, which are independent.
        shear: pixels sideways per pixel of height.
        shift: pixels, in each direction.
        elastic: the standard deviation, in pixels, of each pixel's own displacement (not random, always this much).
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
        """All limits times ``factor``."""
        return Augmentation(*(factor * amount for amount in astuple(self)))

    def at(self, progress: float) -> "Augmentation":
        """The amounts when ``progress`` (0 to 1) of the training is done."""
        left = 1 - progress
        return self.times(left / self.anneal) if left < self.anneal else self


def augment(x: FloatArray, limits: Augmentation, rng: np.random.Generator) -> FloatArray:
    """Images (n, 784) or (n, 28, 28) float32 in 0..1 -> augmented ones in the same shape: new arrays."""
    images = x.reshape(len(x), CANVAS, CANVAS)
    if limits.thickness:
        images = _change_thickness(images, _within(limits.thickness, len(images), rng))
    return _sampled(images, *_sources(len(images), limits, rng)).reshape(x.shape)


def _within(limit: float, size: int | tuple[int, int], rng: np.random.Generator) -> FloatArray:
    """Uniform from -limit to limit."""
    limit = abs(limit)  # a file may say -0.0, which NumPy refuses
    return rng.uniform(-limit, limit, size)


def _change_thickness(images: FloatArray, amount: FloatArray) -> FloatArray:
    """Interpolate to the largest (amount > 0) or the smallest (amount < 0) of each pixel and its neighbours."""
    amount = amount.astype(np.float32)[:, None, None]
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    around = (padded[:, :-2, 1:-1], padded[:, 2:, 1:-1], padded[:, 1:-1, :-2], padded[:, 1:-1, 2:])
    largest, smallest = images.copy(), images.copy()
    for neighbour in around:
        np.maximum(largest, neighbour, out=largest)
        np.minimum(smallest, neighbour, out=smallest)
    return np.where(amount > 0, images + amount * (largest - images), images - amount * (smallest - images))


def _sources(n: int, limits: Augmentation, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Where in the old image each pixel of the new one comes from: x and y (n, 28, 28), in pixels."""
    angle = np.deg2rad(_within(limits.rotation, n, rng))
    shear = _within(limits.shear, n, rng)
    scale = np.exp(_within(limits.scaling, (n, 2), rng))
    shift = _within(limits.shift, (n, 2), rng)
    cos, sin = np.cos(angle), np.sin(angle)
    # Rotated, then sheared, then scaled, about the middle.
    xx, xy = cos * scale[:, 0], (-sin + shear * cos) * scale[:, 0]
    yx, yy = sin * scale[:, 1], (cos + shear * sin) * scale[:, 1]
    middle = CANVAS / 2
    position = np.arange(CANVAS, dtype=np.float32) + 0.5 - middle
    across, down = position[None, None, :], position[None, :, None]

    def along(a: FloatArray, b: FloatArray, by: FloatArray) -> FloatArray:
        a, b, by = (values.astype(np.float32)[:, None, None] for values in (a, b, by + middle - 0.5))
        moved: FloatArray = a * across + b * down + by
        return moved

    x, y = along(xx, xy, shift[:, 0]), along(yx, yy, shift[:, 1])
    if limits.elastic:
        bend = rng.standard_normal((2, n, CANVAS, CANVAS), dtype=np.float32)
        bend = np.matmul(np.matmul(_SMOOTHING, bend), _SMOOTHING.T)
        x += limits.elastic * bend[0]
        y += limits.elastic * bend[1]
    return x, y


def _gaussian() -> FloatArray:
    """(28, 28): smooths a column of independent N(0, 1) numbers so that each is N(0, 1) again."""
    apart = np.arange(CANVAS)[:, None] - np.arange(CANVAS)[None, :]
    weights: FloatArray = np.exp(-0.5 * (apart / _ELASTIC_SIGMA) ** 2)
    weights /= np.linalg.norm(weights, axis=1, keepdims=True)
    return weights.astype(np.float32)


_SMOOTHING = _gaussian()


def _sampled(images: FloatArray, x: FloatArray, y: FloatArray) -> FloatArray:
    """The old images at (x, y), by bilinear interpolation between the pixels; black outside."""
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
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
