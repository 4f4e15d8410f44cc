"""A dataset: images as bytes, and their labels.

The bytes become float32 a mini-batch at a time: 60,000 MNIST digits take 47 MB as bytes and four times that as floats.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..types import CANVAS, NO_DIGIT, ByteArray, FloatArray, IntArray
from .orientation import turned

_SCALE = np.float32(1 / 255)


@dataclass(frozen=True)
class Dataset:
    """Labelled images.

    >>> dataset = Dataset(np.zeros((2, 28, 28), np.uint8), np.array([7, 2], np.uint8))
    >>> len(dataset), dataset.pixels().shape, dataset.pixels().dtype
    (2, (2, 784), dtype('float32'))

    Attributes:
        images: (N, 28, 28) uint8, white ink (255) on black (0).
        labels: (N,) uint8, the digit 0 to 9, or NO_DIGIT.
        name: the displayed name, such as "MNIST training set".

    Raises:
        ValueError: the arrays have other shapes or types, or there are other labels.
    """

    images: ByteArray
    labels: ByteArray
    name: str = ""

    def __post_init__(self) -> None:
        if self.images.ndim != 3 or self.images.shape[1:] != (CANVAS, CANVAS) or self.images.dtype != np.uint8:
            hint = (
                ". Pixels from 0 to 1: write np.uint8(np.rint(images * 255))" if self.images.dtype.kind == "f" else ""
            )
            raise ValueError(f"images must be (N, 28, 28) uint8, not {self.images.shape} {self.images.dtype}{hint}")
        if self.labels.shape != (len(self.images),) or self.labels.dtype != np.uint8:
            hint = "" if self.labels.ndim == 1 else ". One-hot rows: write np.uint8(labels.argmax(axis=1))"
            wanted = f"({len(self.images)},) uint8"
            raise ValueError(f"labels must be {wanted}, not {self.labels.shape} {self.labels.dtype}{hint}")
        if self.labels.max(initial=0) > NO_DIGIT:
            raise ValueError(f"labels must be 0 to 9 or NO_DIGIT, not {self.labels.max()}")

    def __len__(self) -> int:
        return len(self.images)

    def pixels(self, which: slice | IntArray = slice(None)) -> FloatArray:
        """The chosen images as (n, 784) float32 in 0..1: a new array."""
        chosen = self.images[which]
        return np.multiply(chosen.reshape(len(chosen), CANVAS * CANVAS), _SCALE)

    def subset(self, which: slice | IntArray, name: str = "") -> "Dataset":
        """Some of the images, in the given order (a view where ``which`` is a slice)."""
        return Dataset(self.images[which], self.labels[which], name or self.name)

    def turned(self, transform: str) -> "Dataset":
        """The same with each image transposed or inverted, see ``engine.data.orientation``."""
        images = turned(self.images, transform)
        return self if images is self.images else replace(self, images=images)

    @classmethod
    def concatenate(cls, parts: Sequence["Dataset"], name: str) -> "Dataset":
        """The images of several datasets as one, in their order."""
        return cls(
            np.concatenate([part.images for part in parts]), np.concatenate([part.labels for part in parts]), name
        )


class BatchReader:
    """Copies mini-batches of a dataset into its own buffers: nothing is allocated for a batch."""

    def __init__(self, dataset: Dataset, max_batch: int) -> None:
        self._images = dataset.images.reshape(len(dataset), CANVAS * CANVAS)
        self._labels = dataset.labels
        self._bytes = np.empty((max_batch, self._images.shape[1]), np.uint8)
        self._x = np.empty(self._bytes.shape, np.float32)
        self._t = np.empty(max_batch, np.uint8)

    def read(self, indices: IntArray) -> tuple[FloatArray, ByteArray]:
        """The images at ``indices`` (n,): x (n, 784) float32 in 0..1 and t (n,) uint8.

        Both are views of buffers that the next call overwrites.
        """
        n = len(indices)
        # mode="clip" lets NumPy write directly into `out`; "raise" would use a temporary copy.
        self._images.take(indices, axis=0, out=self._bytes[:n], mode="clip")
        self._labels.take(indices, out=self._t[:n], mode="clip")
        x, t = self._x[:n], self._t[:n]
        np.copyto(x, self._bytes[:n])
        x *= _SCALE
        return x, t
