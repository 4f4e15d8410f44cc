"""The loaded data: the data page and the training get the very same arrays."""

import functools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.data.source import DataSource
from engine.data.split import split
from engine.data.synthetic import digits

Emit: TypeAlias = Callable[[int, int], None]

# The data that are always the same, as ``str(DataSource)``.
MNIST, SYNTHETIC = "mnist", "starter"
# The exact size of a validation split takes a look at each image: with more, that would delay typing.
_MOST_COUNTED = 5_000


@dataclass(frozen=True, eq=False)
class ImageCounts:
    """How many training and test images there are.

    Attributes:
        dataset: the training images; None where they are not loaded, or too many to be counted one by one.
    """

    train: int
    test: int
    dataset: Dataset | None = None

    def without(self, validation: float) -> tuple[int, bool]:
        """How many training images are left beside a validation split, and whether that is exact."""
        if not validation:
            return self.train, True
        if self.dataset is not None:
            return _left(self, validation), True
        return max(1, round((1 - validation) * self.train)), False


@functools.lru_cache(maxsize=8)
def _left(counts: ImageCounts, validation: float) -> int:
    assert counts.dataset is not None
    return len(split(counts.dataset, validation)[0])


_KNOWN = {
    MNIST: ImageCounts(60_000, 10_000),
    SYNTHETIC: ImageCounts(digits.TRAINING_PICTURES, digits.TEST_PICTURES),
}


class DatasetCache:
    """Loaded data by ``str(DataSource)``; thread-safe. Of the person's own data, which may be large, only the last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: dict[str, Loaded] = {}
        self._counts: dict[str, ImageCounts] = {}

    def get(self, data: str) -> Loaded | None:
        """The data, where they are loaded."""
        with self._lock:
            return self._loaded.get(data)

    def put(self, data: str, loaded: Loaded) -> None:
        """Keep loaded data."""
        train = loaded.train if len(loaded.train) <= _MOST_COUNTED else None
        with self._lock:
            if data not in _KNOWN:
                self._loaded = {key: kept for key, kept in self._loaded.items() if key in _KNOWN}
                self._counts = {data: ImageCounts(len(loaded.train), len(loaded.test), train)}
            self._loaded[data] = loaded

    def load(self, data: str, progress: Emit) -> Loaded:
        """The data, which are loaded now where they are not kept.

        Args:
            progress: see ``DataSource.load``.

        Raises:
            DataError: the data are not on this computer, or cannot be used.
        """
        loaded = self.get(data)
        if loaded is None:
            loaded = DataSource.of(data).load(progress)
            self.put(data, loaded)
        return loaded

    def counts(self, data: str) -> ImageCounts | None:
        """How many images there are; None where that is not known before they are loaded."""
        with self._lock:
            return _KNOWN.get(data) or self._counts.get(data)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._loaded.clear()
            self._counts.clear()


# Shared by the form, the data page and the thread that trains.
cache = DatasetCache()
