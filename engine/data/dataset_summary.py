"""What was loaded, to be looked at before it is learned from: how many of each digit, and some of them."""

from dataclasses import dataclass

import numpy as np

from engine.data.dataset import Dataset
from engine.types import CLASSES, IntArray


@dataclass(frozen=True)
class Loaded:
    """Training data of one's own.

    Attributes:
        train, test: pictures and labels, each in random order. ``test`` is empty where a part was to be held out of
            pictures among which no digit has two different ones.
        faults: sentences that name what is wrong with the files, and what was therefore passed over.
    """

    train: Dataset
    test: Dataset
    faults: tuple[str, ...] = ()


def digit_counts(dataset: Dataset) -> IntArray:
    """(10,): how many pictures there are of each digit. Those of no digit are not counted."""
    return np.bincount(dataset.labels, minlength=CLASSES)[:CLASSES]


def sample_page(dataset: Dataset, each: int, seed: int | None = None) -> list[IntArray]:
    """Ten arrays of ascending indices: where ``each`` pictures of each digit are, or all where there are fewer.

    Args:
        seed: None for the first ones, 0 or above for random ones, the same for the same seed.
    """
    of_digit = [np.flatnonzero(dataset.labels == digit) for digit in range(CLASSES)]
    if seed is None:
        return [which[:each] for which in of_digit]
    rng = np.random.default_rng(seed)
    return [np.sort(rng.choice(which, min(each, len(which)), replace=False)) for which in of_digit]
