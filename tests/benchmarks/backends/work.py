"""The work, as files in a folder: every backend reads the same images, weights and mini-batches."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Arrays: TypeAlias = dict[str, npt.NDArray[Any]]

# Bytes are divided by this to get floats in 0..1.
WHITE = 255
# Mini-batches or images whose results are compared.
CHECKED_STEPS = 5
CHECKED_IMAGES = 200
# Images in one step of a task of kind "many".
CHUNK = 200


@dataclass(frozen=True)
class Task:
    """Attributes:
    kind: "train", a step is a mini-batch; "one", a step is an image; "many", a step is CHUNK images.
    spec: the network as ``NetworkSpec.to_dict`` has it.
    checked: the network without random layers (Dropout), for the comparison.
    lr, batch, seed: of a training.
    """

    kind: str
    spec: dict[str, Any]
    checked: dict[str, Any]
    lr: float = 0.0
    batch: int = 100
    seed: int = 0


@dataclass(frozen=True)
class Work:
    """Attributes:
    images, labels: (60000, 28, 28) and (60000,) uint8 for training, (10000, 28, 28) and (10000,) for prediction.
    params: the initial weights under the engine's names (W1, b1, ...): W is (F, C, size, size) in a Convolution,
        (in, out) in an Affine layer.
    order: (CHECKED_STEPS, batch), the image indices of the first mini-batches of a training.
    """

    task: Task
    images: npt.NDArray[np.uint8]
    labels: npt.NDArray[np.uint8]
    params: Arrays
    order: npt.NDArray[np.int64]

    @property
    def rows(self) -> npt.NDArray[np.uint8]:
        """(N, 784)."""
        return self.images.reshape(len(self.images), -1)

    def floats(self) -> npt.NDArray[np.float32]:
        """(N, 784) in 0..1: a new array."""
        return np.divide(self.rows, np.float32(WHITE))

    def mini_batches(self) -> Iterator[npt.NDArray[np.int64]]:
        """Endless: indices (batch,); each image once per epoch."""
        rng = np.random.default_rng(self.task.seed)
        while True:
            yield from rng.permutation(len(self.images)).reshape(-1, self.task.batch)

    def chunks(self) -> Iterator[slice]:
        """Endless: slices of CHUNK images, in order."""
        while True:
            for start in range(0, len(self.images), CHUNK):
                yield slice(start, start + CHUNK)


def save(folder: Path, name: str, work: Work) -> None:
    """Write everything except the images."""
    (folder / f"{name}.json").write_text(json.dumps(asdict(work.task)), encoding="utf-8")
    arrays: dict[str, Any] = {**work.params, "order": work.order}
    np.savez(folder / f"{name}.npz", **arrays)


def save_images(folder: Path, name: str, images: npt.NDArray[np.uint8], labels: npt.NDArray[np.uint8]) -> None:
    """Write the images and labels of a split; ``name`` is "train" or "test"."""
    np.save(folder / f"{name}-images.npy", images)
    np.save(folder / f"{name}-labels.npy", labels)


def load(folder: Path, name: str) -> Work:
    """Read the files of ``save`` and ``save_images``."""
    task = Task(**json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))
    split = "train" if task.kind == "train" else "test"
    images, labels = (np.load(folder / f"{split}-{what}.npy") for what in ("images", "labels"))
    with np.load(folder / f"{name}.npz") as arrays:
        params = dict(arrays)
    return Work(task, images, labels, params, params.pop("order"))
