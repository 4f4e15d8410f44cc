"""The loaded data: the data page and the training use the same arrays."""

import functools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.data.source import DataSource
from engine.data.split import sample, split
from engine.data.synthetic import digits
from engine.data.synthetic.generator_process import GeneratorProcess

Progress: TypeAlias = Callable[[int, int], None]

# The data that are always the same, as ``str(DataSource)``.
MNIST, SYNTHETIC = "mnist", "starter"
# The exact size of a validation split follows from the label of each image: with more images, it would delay typing.
_MOST_COUNTED = 5_000
# How soon one that waits notices that it was cancelled.
_WAIT_SECONDS = 0.05


@dataclass(frozen=True, eq=False)
class ImageCounts:
    """How many training and test images there are.

    Attributes:
        dataset: the training images; None where they are not loaded, or too many to be counted one by one.
    """

    train: int
    test: int
    dataset: Dataset | None = None

    def used(self, size: int | None) -> int:
        """How many training images are used, of at most ``size``."""
        return self.train if size is None else min(self.train, size)

    @functools.lru_cache(maxsize=8)  # noqa: B019 - of few counts, each of a small dataset
    def without(self, validation: float, size: int | None = None) -> tuple[int, bool]:
        """How many of at most ``size`` training images are left beside a validation split, and whether that is
        exact."""
        if not validation:
            return self.used(size), True
        if self.dataset is not None:
            return len(split(sample(self.dataset, size), validation)[0]), True
        return max(1, round((1 - validation) * self.used(size))), False


_KNOWN = {
    MNIST: ImageCounts(60_000, 10_000),
    SYNTHETIC: ImageCounts(digits.TRAINING_IMAGES, digits.TEST_IMAGES),
}


class _Loading:
    """Data that several wait for at the same time. One of them loads; the others wait for their turn.

    Attributes:
        turn: held by the one that loads.
        users: how many there are.
        done: the progress so far.
        result: what was loaded.
    """

    def __init__(self, data: str) -> None:
        self.turn = threading.Lock()
        self.users = 0
        self.done = (0, 0)
        self.result: Loaded | None = None
        self._data = data
        self._process: GeneratorProcess | None = None

    def load(self, progress: Progress) -> Loaded:
        """Load the data. Where this is cancelled, the next one continues with the same process."""

        def report(done: int, total: int) -> None:
            self.done = (done, total)
            progress(done, total)

        if self._data != SYNTHETIC:
            return DataSource.of(self._data).load(report)
        self._process = self._process or GeneratorProcess()
        return Loaded(*self._process.wait(report))

    def close(self) -> None:
        """Nobody waits any more."""
        if self._process is not None:
            self._process.close()


class DatasetCache:
    """Loaded data by ``str(DataSource)``; thread-safe. Of the user's own data, which may be large, only the last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: dict[str, tuple[Loaded, ImageCounts]] = {}
        self._loadings: dict[str, _Loading] = {}

    def get(self, data: str) -> Loaded | None:
        """The data, where they are loaded."""
        entry = self._loaded.get(data)
        return None if entry is None else entry[0]

    def put(self, data: str, loaded: Loaded) -> None:
        """Keep loaded data."""
        train = loaded.train if len(loaded.train) <= _MOST_COUNTED else None
        counts = _KNOWN.get(data) or ImageCounts(len(loaded.train), len(loaded.test), train)
        with self._lock:
            others = {key: entry for key, entry in self._loaded.items() if data in _KNOWN or key in _KNOWN}
            self._loaded = others | {data: (loaded, counts)}

    def load(self, data: str, progress: Progress, *, again: bool = False) -> Loaded:
        """The data; they are loaded now where they are not in the cache. Those who ask for the same data at the same
        time wait for one loading; the cancellation of one of them does not end it for the others.

        Args:
            progress: see ``DataSource.load``; called at least twenty times a second.
            again: load them also where they are in the cache, because the files may have changed.

        Raises:
            DataError: the data are not on this computer, or cannot be used.
        """
        found = None if again else self.get(data) or self._turned(data)
        if found is not None:
            return found
        with self._lock:
            loading = self._loadings.setdefault(data, _Loading(data))
            loading.users += 1
        try:
            while not loading.turn.acquire(timeout=_WAIT_SECONDS):
                progress(*loading.done)
            try:
                loaded = loading.result = loading.result or loading.load(progress)
            finally:
                loading.turn.release()
            # Not where it was cancelled meanwhile.
            progress(*loading.done)
            self.put(data, loaded)
            return loaded
        finally:
            with self._lock:
                loading.users -= 1
                last = not loading.users
                if last:
                    del self._loadings[data]
            if last:
                loading.close()

    def _turned(self, data: str) -> Loaded | None:
        """The data, where the same ones are loaded, but transposed or inverted in another way."""
        source = DataSource.of(data)
        for key, (loaded, _) in tuple(self._loaded.items()):
            steps = DataSource.of(key).difference(source)
            if steps is not None:
                turned = loaded.turned(steps)
                self.put(data, turned)
                return turned
        return None

    def counts(self, data: str) -> ImageCounts | None:
        """How many images there are; None where that is not known before they are loaded."""
        entry = self._loaded.get(data)
        return _KNOWN.get(data) if entry is None else entry[1]

    def clear(self) -> None:
        """Remove all data."""
        self._loaded = {}


# Shared by the form, the data page and the thread that trains.
cache = DatasetCache()
