"""A part of the pictures held out: what is measured with, or stopped by, must not have been learned from."""

from hashlib import blake2b

import numpy as np

from engine.data.dataset import Dataset
from engine.types import ByteArray, IntArray

# As many as in MNIST: 10,000 of 70,000.
HELD_OUT = 1 / 7


def split(dataset: Dataset, part: float = HELD_OUT, seed: int = 0) -> tuple[IntArray, IntArray]:
    """Where the pictures are that are learned from, and those held out: two arrays of indices, each in random order.

    Of each digit's different pictures about ``part`` is held out: at least one, where there are two. Pictures that
    are the same, pixel by pixel, stay together, whatever their labels. One of which there are so many copies that
    they alone are more than ``part`` is learned from.

    Which are held out depends on the seed and on what they show, not on their order: in a set that has grown they
    are nearly all held out again, so that a network trained before has still not seen them.

    Args:
        part: above 0, below 1.
        seed: 0 or above.

    Raises:
        ValueError: ``part`` is not between 0 and 1.
    """
    if not 0 < part < 1:
        raise ValueError(f"the part held out must be between 0 and 1, not {part}")
    # The keys are as good as random, so the different pictures come out in random order.
    _, first, same, copies = np.unique(
        picture_keys(dataset.images, seed), return_index=True, return_inverse=True, return_counts=True
    )
    digits = dataset.labels[first]
    held_out = np.zeros(len(first), bool)
    for digit in np.unique(digits):
        which = np.flatnonzero(digits == digit)
        held_out[which[_some(copies[which], part)]] = True
    held = held_out[same]
    return shuffled(np.flatnonzero(~held), seed), shuffled(np.flatnonzero(held), seed)


def shuffled(indices: IntArray, seed: int = 0) -> IntArray:
    """The same indices in random order, for accuracies may be measured on the first pictures of a set alone."""
    return np.random.default_rng(seed).permutation(indices)


def _some(copies: IntArray, part: float) -> list[int]:
    """Which of one digit's different pictures are held out: the first ones, but for those with too many copies.

    Args:
        copies: (n,), how many there are of each, in random order.
    """
    if len(copies) < 2:
        return []
    wanted = min(max(1, round(part * len(copies))), len(copies) - 1)
    room = max(1, round(part * int(copies.sum())))
    chosen: list[int] = []
    for i, n in enumerate(copies.tolist()):
        if len(chosen) == wanted:
            break
        if n <= room:
            chosen.append(i)
            room -= n
    return chosen or [int(copies.argmin())]


def in_both(train: Dataset, test: Dataset) -> IntArray:
    """Where in ``test`` the pictures are that are, pixel by pixel, in ``train`` too: (n,) ascending indices."""
    return np.flatnonzero(np.isin(picture_keys(test.images), picture_keys(train.images)))


def picture_keys(images: ByteArray, seed: int = 0) -> IntArray:
    """A number for each picture (N, 28, 28), the same for the same pixels: (N,) uint64, as good as random.

    Of a million different pictures, two have the same number with a probability of 3 in 100,000,000.
    """
    key = str(seed).encode()
    codes = (blake2b(image, digest_size=8, key=key).digest() for image in np.ascontiguousarray(images))
    return np.fromiter((int.from_bytes(code, "little") for code in codes), np.uint64, len(images))
