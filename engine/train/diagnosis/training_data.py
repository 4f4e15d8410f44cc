"""What a training set looks like to a network, in a few numbers."""

import math
from functools import cached_property

import numpy as np

from ...data.dataset import Dataset
from ...types import CLASSES, NO_DIGIT, FloatArray

# The nearest image is looked for among so many, for as many others; with fewer, chance cannot be told from a fit.
_NEIGHBOURS, _LEAST = 500, 100
# By so many standard deviations a share is above that of chance.
_DEVIATIONS = 4.0
# Where almost all images have the same label, a fit can hardly be better than chance.
_MOST_BY_CHANCE = 0.9


class TrainingData:
    """Attributes:
    images: how many there are.
    blank: how many of the images with a digit have the same brightness everywhere.
    contrast: the difference between the darkest and the brightest pixel of an image, 0 to 1: the median.
    ground: the brightness of the border of the images, 0 to 1: the median.
    labels: the labels that occur, NO_DIGIT too.
    guessing: the loss of a network that gives each digit its share of the labels, whatever the image.
    start: about the first loss of one that gives all ten digits the same probability, and ``guessing`` where that is
        larger: with few labels, guessing is better.
    chance: the accuracy of one that always predicts the most frequent label.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self.images = len(dataset)
        flat = dataset.images.reshape(len(dataset), -1)
        digits = dataset.labels != NO_DIGIT
        ranges = flat.max(axis=1) - flat.min(axis=1)
        self.blank = int(np.sum(ranges[digits] == 0))
        self.contrast = float(np.median(ranges)) / 255
        border = np.concatenate([dataset.images[:, (0, -1)], dataset.images[:, :, (0, -1)].swapaxes(1, 2)], axis=1)
        self.ground = float(np.median(border)) / 255
        counts = np.bincount(dataset.labels, minlength=CLASSES + 1)
        self.labels = np.flatnonzero(counts).tolist()
        self.chance = float(counts.max() / len(dataset))
        # The target of an image without a digit is 1 / 10 for each digit.
        shares = (counts[:CLASSES] + counts[NO_DIGIT] / CLASSES) / len(dataset)
        self.guessing = float(-np.sum(shares * np.log(np.where(shares > 0, shares, 1))))
        self.start = max(self.guessing, math.log(CLASSES))

    @cached_property
    def neighbours(self) -> float | None:
        """The share of images that have the same label as the image most similar to them; None for too few images.

        The 1-nearest-neighbour rule (Cover and Hart 1967). It is about 0.85 for MNIST.
        """
        half = min(_NEIGHBOURS, len(self._dataset) // 2)
        if half < _LEAST:
            return None
        chosen = self._dataset.subset(slice(None, None, len(self._dataset) // (2 * half))).subset(slice(2 * half))
        x, others = _centred(chosen.pixels(slice(0, half))), _centred(chosen.pixels(slice(half, 2 * half)))
        nearest = (x @ others.T).argmax(axis=1)
        return float(np.mean(chosen.labels[:half] == chosen.labels[half:][nearest]))

    @property
    def labels_fit(self) -> bool | None:
        """Whether similar images have the same label more often than by chance; None where this cannot be told."""
        if self.neighbours is None:
            return None
        shares = np.bincount(self._dataset.labels) / len(self._dataset)
        by_chance = float(np.sum(shares**2))
        deviation = np.sqrt(by_chance * (1 - by_chance) / min(_NEIGHBOURS, len(self._dataset) // 2))
        least = by_chance + _DEVIATIONS * float(deviation)
        return None if least > _MOST_BY_CHANCE else self.neighbours > least


def _centred(x: FloatArray) -> FloatArray:
    """(n, 784) with mean 0 and norm 1 in each row: then brightness and contrast make no difference."""
    x -= x.mean(axis=1, keepdims=True)
    x /= np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-6)
    return x
