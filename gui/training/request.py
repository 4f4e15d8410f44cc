"""What is to be trained, on which data, and where these come from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from engine.data import starter
from engine.data.dataset import Dataset
from engine.data.mnist import load_mnist_datasets
from engine.network import NetworkSpec
from engine.trainer import TrainConfig

# As they are offered, and the pictures in the training and in the test set of each.
TRAINING_PICTURES = {"mnist": 60_000, "starter": starter.TRAINING_PICTURES}
TEST_PICTURES = {"mnist": 10_000, "starter": starter.TEST_PICTURES}

Sets: TypeAlias = tuple[Dataset, Dataset]
Load: TypeAlias = Callable[[str, Callable[[int, int], None]], Sets]


@dataclass(frozen=True)
class TrainRequest:
    """Attributes:
    spec, config: the network, and how it learns.
    data: "mnist" or "starter".
    """

    spec: NetworkSpec
    config: TrainConfig
    data: str


def iterations_per_epoch(data: str, batch_size: int) -> int:
    """Mini-batches that it takes to see every picture of ``data`` once; the last may be a short one."""
    return -(-TRAINING_PICTURES[data] // batch_size)


def load_sets(data: str, progress: Callable[[int, int], None]) -> Sets:
    """The training and the test set of ``data``.

    Args:
        progress: called with (pictures done, pictures in all) where it takes long; what it raises ends the loading.

    Raises:
        DataError: MNIST is not on this computer, or damaged.
    """
    return load_mnist_datasets() if data == "mnist" else starter.starter_sets(progress)
