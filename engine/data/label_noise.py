"""Wrong labels, to see how a network memorises them (Zhang et al. 2017)."""

import numpy as np

from ..types import CLASSES, NO_DIGIT
from .dataset import Dataset


def with_wrong_labels(dataset: Dataset, fraction: float, seed: int = 0) -> Dataset:
    """The same images, of which ``fraction`` (0 to 1) have the label of another digit, any with the same probability.

    Which ones depends on the seed alone. Images without a digit keep their label.
    """
    rng = np.random.default_rng(seed)
    wrong = rng.permutation(len(dataset))[: round(fraction * len(dataset))]
    labels = dataset.labels.copy()
    labels[wrong] = (labels[wrong] + rng.integers(1, CLASSES, len(wrong), np.uint8)) % CLASSES
    return Dataset(dataset.images, np.where(dataset.labels == NO_DIGIT, NO_DIGIT, labels), dataset.name)
