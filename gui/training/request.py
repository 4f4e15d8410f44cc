"""What is to be trained, on which data, and where these come from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from engine.data import starter
from engine.data.dataset import Dataset
from engine.data.source import DataSource
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
    data: where they come from, a ``DataSource`` in one word: "mnist".
    """

    spec: NetworkSpec
    config: TrainConfig
    data: str


def iterations_per_epoch(data: str, batch_size: int) -> int:
    """Mini-batches that it takes to see every picture of ``data`` once; the last may be a short one."""
    return -(-TRAINING_PICTURES[data] // batch_size)


def load_sets(data: str, progress: Callable[[int, int], None]) -> Sets:
    """The training and the test set of ``data``, a ``DataSource`` in one word.

    Args:
        progress: called with (pictures done, pictures in all) where it takes long; what it raises ends the loading.

    Raises:
        DataError: they are not on this computer, or of no use.
    """
    loaded = DataSource.of(data).load(progress)
    return loaded.train, loaded.test
