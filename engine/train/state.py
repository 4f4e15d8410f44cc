"""The state of a training: all that resuming needs, and the facts that are written into its weights."""

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..data.dataset import Dataset
from ..nn.network_spec import NetworkSpec
from ..types import FloatArray
from .config import TrainConfig
from .events import Evaluation

# The names of the averaged weights and of the best ones so far, among the optimiser's arrays.
AVERAGE, BEST = "average", "best"


@dataclass(frozen=True)
class TrainerState:
    """All that resuming needs.

    Attributes:
        spec, config: what is trained, and how.
        data: the fingerprint of the training set.
        iteration: mini-batches done.
        rng, epoch_rng: the state of the random generator, now and before it drew the order of the current epoch.
        seconds: spent training.
        params, optimizer: arrays by name.
        losses: (iteration,) float32, every loss so far.
        evaluations: all so far.
    """

    spec: NetworkSpec
    config: TrainConfig
    data: str
    iteration: int
    rng: Mapping[str, Any]
    epoch_rng: Mapping[str, Any]
    seconds: float
    params: dict[str, FloatArray]
    optimizer: dict[str, FloatArray]
    losses: FloatArray
    evaluations: tuple[Evaluation, ...] = ()


def fingerprint(dataset: Dataset) -> str:
    """SHA-256 of the images and the labels: equal for equal data, whatever file it came from."""
    digest = hashlib.sha256(np.ascontiguousarray(dataset.images).data)
    digest.update(np.ascontiguousarray(dataset.labels).data)
    return digest.hexdigest()


def training_facts(
    config: TrainConfig, data: str, images: int, seconds: float, **counts: int | None
) -> dict[str, object]:
    """How weights were trained, as it is written into their file.

    Args:
        data: the name of the training set. images: how many it has; the facts have how many were used.
        seconds: spent training.
        counts: mini-batches, where they are not None: ``stopped_after_iterations``, ``best_after_iterations``.
    """
    images = images if config.train_size is None else min(images, config.train_size)
    facts = {"data": data, "pictures": images, "seconds": round(seconds, 1)} | dataclasses.asdict(config)
    return facts | {name: count for name, count in counts.items() if count is not None}
