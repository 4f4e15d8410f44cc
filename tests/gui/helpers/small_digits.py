"""A small dataset that loads at once and is easy to learn, instead of MNIST."""

from collections.abc import Callable

import numpy as np

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded


def small_data(
    data: str = "", progress: Callable[[int, int], None] = lambda done, total: None, *, again: bool = False
) -> Loaded:
    """A ``Load`` for TrainingSession. Each digit is a bright bar at a different height."""
    rng = np.random.default_rng(0)
    labels = (np.arange(500) % 10).astype(np.uint8)
    images = rng.integers(0, 50, (500, 28, 28)).astype(np.uint8)
    for image, label in zip(images, labels, strict=True):
        image[2 * label : 2 * label + 5] = 230
    progress(500, 500)
    return Loaded(Dataset(images, labels, "small digits"), Dataset(images[:100], labels[:100], "small test"))


def small_sets(
    data: str = "", progress: Callable[[int, int], None] = lambda done, total: None
) -> tuple[Dataset, Dataset]:
    """The training and the test set."""
    loaded = small_data(data, progress)
    return loaded.train, loaded.test


class SmallGenerator:
    """Instead of a GeneratorProcess."""

    def wait(self, progress: Callable[[int, int], None]) -> tuple[Dataset, Dataset]:
        """The training and the test set, at once."""
        return small_sets("", progress)

    def close(self) -> None:
        """Nothing runs."""
