"""Data that load at once and are learned in no time, in the place of MNIST."""

from collections.abc import Callable

import numpy as np

from engine.data.dataset import Dataset


def small_sets(data: str, progress: Callable[[int, int], None]) -> tuple[Dataset, Dataset]:
    """A ``Load`` for TrainingSession. Each digit is a bright bar at a height of its own: easy to learn."""
    rng = np.random.default_rng(0)
    labels = (np.arange(500) % 10).astype(np.uint8)
    images = rng.integers(0, 50, (500, 28, 28)).astype(np.uint8)
    for image, label in zip(images, labels, strict=True):
        image[2 * label : 2 * label + 5] = 230
    progress(500, 500)
    return Dataset(images, labels, "small digits"), Dataset(images[:100], labels[:100], "small test")
