"""Splitting a dataset into two parts at random, so that no image is in both."""

from hashlib import blake2b

import numpy as np

from ..types import ByteArray, IntArray
from .dataset import Dataset

# As in MNIST: 10,000 of 70,000.
HELD_OUT = 1 / 7


def split(dataset: Dataset, fraction: float = HELD_OUT, seed: int = 0) -> tuple[IntArray, IntArray]:
    """The indices of the images to train on, and of those held out, each in random order.

    Of each digit's different images about ``fraction`` is held out: at least one, where there are two. Images that
    are the same, pixel by pixel, stay together, whatever their labels. An image with so many copies that they alone
    are more than ``fraction`` is not held out.

    Which are held out depends on the seed and the pixels, not on the order of the images: when a dataset grows, nearly
    the same images are held out again, so that a network trained before has still not seen them.

    Args:
        fraction: above 0, below 1.
        seed: 0 or above.

    Raises:
        ValueError: ``fraction`` is not between 0 and 1.
    """
    if not 0 < fraction < 1:
        raise ValueError(f"the fraction held out must be between 0 and 1, not {fraction}")
    # np.unique sorts by the keys, which are random, so the different images come in random order.
    _, first, group, copies = np.unique(
        image_keys(dataset.images, seed), return_index=True, return_inverse=True, return_counts=True
    )
    digits = dataset.labels[first]
    held_out = np.zeros(len(first), bool)
    for digit in np.unique(digits):
        which = np.flatnonzero(digits == digit)
        held_out[which[_choose(copies[which], fraction)]] = True
    is_held_out = held_out[group]
    return shuffled(np.flatnonzero(~is_held_out), seed), shuffled(np.flatnonzero(is_held_out), seed)


def shuffled(indices: IntArray, seed: int = 0) -> IntArray:
    """The same indices in random order, so that the first images are a random sample of the set."""
    return np.random.default_rng(seed).permutation(indices)


def sample(dataset: Dataset, size: int | None) -> Dataset:
    """``size`` images at random, always the same ones, in the set's order; all of them for None or a larger number.

    A larger sample holds the smaller ones.
    """
    if size is None or size >= len(dataset):
        return dataset
    return dataset.subset(np.sort(shuffled(np.arange(len(dataset)))[:size]))


def _choose(copies: IntArray, fraction: float) -> list[int]:
    """Which of one digit's different images are held out: the first ones, except those with too many copies.

    Args:
        copies: (n,), how many there are of each, in random order.
    """
    if len(copies) < 2:
        return []
    target = min(max(1, round(fraction * len(copies))), len(copies) - 1)
    room = max(1, round(fraction * int(copies.sum())))
    chosen: list[int] = []
    for i, n in enumerate(copies.tolist()):
        if len(chosen) == target:
            break
        if n <= room:
            chosen.append(i)
            room -= n
    return chosen or [int(copies.argmin())]


def in_both(train: Dataset, test: Dataset) -> IntArray:
    """The ascending indices of the images in ``test`` that are, pixel by pixel, in ``train`` too."""
    return np.flatnonzero(np.isin(image_keys(test.images), image_keys(train.images)))


def image_keys(images: ByteArray, seed: int = 0) -> IntArray:
    """(N,) uint64, a random number for each image (N, 28, 28), the same for the same pixels.

    Of a million different images, two have the same number with a probability of 3 in 100,000,000.
    """
    key = str(seed).encode()
    codes = (blake2b(image, digest_size=8, key=key).digest() for image in np.ascontiguousarray(images))
    return np.fromiter((int.from_bytes(code, "little") for code in codes), np.uint64, len(images))
