"""What is to be done, as files in a folder: every contender reads the same pictures, weights and mini-batches."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Arrays: TypeAlias = dict[str, npt.NDArray[Any]]

# To be divided by where bytes become numbers.
WHITE = 255
# Mini-batches, or pictures, that are computed for the comparison.
CHECKED_STEPS = 5
CHECKED_PICTURES = 200
# Pictures in one step of reading many.
CHUNK = 200


@dataclass(frozen=True)
class Task:
    """Attributes:
    kind: "train", a step is a mini-batch; "one", a step is a picture; "many", a step is CHUNK pictures.
    spec: the network as ``NetworkSpec.to_dict`` has it.
    checked: the same without what is drawn at random, for the comparison.
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
    images, labels: to be trained on, (60000, 28, 28) and (60000,) uint8, or to be read, (10000, 28, 28).
    params: the first weights by the engine's names (W1, b1, ...): a Convolution's W is (F, C, size, size), an Affine
        layer's (in, out).
    order: (CHECKED_STEPS, batch), which pictures the first mini-batches of a training hold.
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
        """Indices (batch,), without end; every picture once an epoch."""
        rng = np.random.default_rng(self.task.seed)
        while True:
            yield from rng.permutation(len(self.images)).reshape(-1, self.task.batch)

    def chunks(self) -> Iterator[slice]:
        """CHUNK pictures after the other, over and over."""
        while True:
            for start in range(0, len(self.images), CHUNK):
                yield slice(start, start + CHUNK)


def save(folder: Path, name: str, work: Work) -> None:
    """Write all of it but the pictures."""
    (folder / f"{name}.json").write_text(json.dumps(asdict(work.task)), encoding="utf-8")
    arrays: dict[str, Any] = {**work.params, "order": work.order}
    np.savez(folder / f"{name}.npz", **arrays)


def save_pictures(folder: Path, name: str, images: npt.NDArray[np.uint8], labels: npt.NDArray[np.uint8]) -> None:
    """For all kinds of work: ``name`` is "train" or "test"."""
    np.save(folder / f"{name}-images.npy", images)
    np.save(folder / f"{name}-labels.npy", labels)


def load(folder: Path, name: str) -> Work:
    """What ``save`` and ``save_pictures`` wrote."""
    task = Task(**json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))
    pictures = "train" if task.kind == "train" else "test"
    images, labels = (np.load(folder / f"{pictures}-{what}.npy") for what in ("images", "labels"))
    with np.load(folder / f"{name}.npz") as arrays:
        params = dict(arrays)
    return Work(task, images, labels, params, params.pop("order"))
