"""What is to be trained, on which data, and where these come from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from engine.data.dataset import Dataset
from engine.nn.network import NetworkSpec
from engine.train.trainer import TrainConfig
from gui.training.data.dataset_cache import MNIST, cache

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

    @property
    def iterations_per_epoch(self) -> int:
        """Mini-batches in an epoch. About so many where a validation part is held out of many pictures; of data that
        are not at hand, as many as MNIST has."""
        counts = cache.counts(self.data) or cache.counts(MNIST)
        assert counts is not None
        return iterations_per_epoch(counts.without(self.config.validation)[0], self.config.batch_size)


def iterations_per_epoch(learned: int, batch_size: int) -> int:
    """Mini-batches that it takes to see every one of ``learned`` pictures once; the last may be a short one."""
    return -(-learned // min(batch_size, learned))


def load_sets(data: str, progress: Callable[[int, int], None]) -> Sets:
    """The training and the test set of ``data``, a ``DataSource`` in one word.

    Args:
        progress: called with (pictures done, pictures in all) where it takes long; what it raises ends the loading.

    Raises:
        DataError: they are not on this computer, or of no use.
    """
    loaded = cache.load(data, progress)
    return loaded.train, loaded.test
