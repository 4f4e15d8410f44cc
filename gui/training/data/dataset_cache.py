"""What has been loaded: whoever asks next, to look at the pictures or to learn from them, gets the very same ones."""

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

# Where the pictures come from that are always the same ones.
MNIST, SYNTHETIC = "mnist", "starter"
# To know exactly how many are held out, each picture must be looked at: at more, it would be felt while typing.
_WORTH_COUNTING = 5_000


@dataclass(frozen=True, eq=False)
class Pictures:
    """How many there are to learn from and to test with.

    Attributes:
        dataset: those to learn from; None where they are not at hand, or not worth counting one by one.
    """

    train: int
    test: int
    dataset: Dataset | None = None

    def learned(self, validation: float) -> tuple[int, bool]:
        """How many are left to learn from beside a validation part; and whether that is exact."""
        if not validation:
            return self.train, True
        if self.dataset is not None:
            return _left(self, validation), True
        return max(1, round((1 - validation) * self.train)), False


@functools.lru_cache(maxsize=8)
def _left(pictures: Pictures, validation: float) -> int:
    assert pictures.dataset is not None
    return len(split(pictures.dataset, validation)[0])


_KNOWN = {
    MNIST: Pictures(60_000, 10_000),
    SYNTHETIC: Pictures(digits.TRAINING_IMAGES, digits.TEST_IMAGES),
}


class DatasetCache:
    """Data by their ``DataSource`` in one word. Any thread may ask.

    Of data of one's own only the last are kept: they may be large.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: dict[str, Loaded] = {}
        self._pictures: dict[str, Pictures] = {}

    def get(self, data: str) -> Loaded | None:
        """What has been loaded from there, if anything."""
        with self._lock:
            return self._loaded.get(data)

    def put(self, data: str, loaded: Loaded) -> None:
        """Keep what has been loaded."""
        train = loaded.train if len(loaded.train) <= _WORTH_COUNTING else None
        with self._lock:
            if data not in _KNOWN:
                self._loaded = {key: kept for key, kept in self._loaded.items() if key in _KNOWN}
                self._pictures = {data: Pictures(len(loaded.train), len(loaded.test), train)}
            self._loaded[data] = loaded

    def load(self, data: str, progress: Emit, anew: bool = False) -> Loaded:
        """What is kept, or else is loaded now.

        Args:
            progress: see ``DataSource.load``.
            anew: load in any case: the files may be other ones now.

        Raises:
            DataError: the data are not on this computer, or of no use.
        """
        loaded = None if anew else self.get(data)
        if loaded is None:
            loaded = DataSource.of(data).load(progress)
            self.put(data, loaded)
        return loaded

    def pictures(self, data: str) -> Pictures | None:
        """How many there are; None where that is not known before they are loaded."""
        with self._lock:
            return _KNOWN.get(data) or self._pictures.get(data)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._loaded.clear()
            self._pictures.clear()


# The picker and the thread that trains share it.
shelf = DatasetCache()
