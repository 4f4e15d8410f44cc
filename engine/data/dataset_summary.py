"""Loaded training data and a summary of it: the number of images of each digit, and samples."""

from dataclasses import dataclass, replace

import numpy as np

from ..types import CLASSES, IntArray
from .dataset import Dataset


@dataclass(frozen=True)
class Loaded:
    """A training and a test set, as they were loaded.

    Attributes:
        train, test: each in random order. ``test`` is empty where it was to be split off and no digit has two
            different images.
        faults: sentences that name what is wrong with the files, and what was skipped.
        held_out: whether the test images are a part of the training images that was split off.
    """

    train: Dataset
    test: Dataset
    faults: tuple[str, ...] = ()
    held_out: bool = False

    def turned(self, transform: str) -> "Loaded":
        """The same with each image transposed or inverted, see ``engine.data.orientation``."""
        return replace(self, train=self.train.turned(transform), test=self.test.turned(transform))


def digit_counts(dataset: Dataset) -> IntArray:
    """(10,): the number of images of each digit, without non-digits."""
    return np.bincount(dataset.labels, minlength=CLASSES)[:CLASSES]


def sample_page(dataset: Dataset, each: int, seed: int | None = None) -> list[IntArray]:
    """Ten arrays of ascending indices: ``each`` images of each digit, or all where there are fewer.

    Args:
        seed: None for the first ones, 0 or above for a random sample, the same for the same seed.
    """
    of_digit = [np.flatnonzero(dataset.labels == digit) for digit in range(CLASSES)]
    if seed is None:
        return [which[:each] for which in of_digit]
    rng = np.random.default_rng(seed)
    return [np.sort(rng.choice(which, min(each, len(which)), replace=False)) for which in of_digit]
