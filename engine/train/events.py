"""The events of a training, as plain data."""

from dataclasses import dataclass
from typing import TypeAlias

from engine.types import FloatArray


@dataclass(frozen=True)
class Progress:
    """The progress of the training.

    Attributes:
        iteration, total_iterations: mini-batches done, and in all.
        epoch: the same in epochs, with decimals.
        losses: (k,) float32, the losses of the k mini-batches since the last Progress.
        lr: the learning rate of the last mini-batch.
        iterations_per_second: over this call of ``run``, with the time of evaluations.
        seconds_left: at this speed.
    """

    iteration: int
    total_iterations: int
    epoch: float
    losses: FloatArray
    lr: float
    iterations_per_second: float
    seconds_left: float


@dataclass(frozen=True)
class Evaluation:
    """Accuracies, 0 to 1. ``test_accuracy`` is None without a test set, ``validation_accuracy`` without a validation
    split. ``epoch_end``: an epoch is complete, and it is time for a checkpoint.
    """

    iteration: int
    epoch: float
    train_accuracy: float
    test_accuracy: float | None
    epoch_end: bool
    validation_accuracy: float | None = None


@dataclass(frozen=True)
class Diverged:
    """The loss or the weights are far too large, or not finite. The training has stopped, the weights are useless."""

    iteration: int
    loss: float


@dataclass(frozen=True)
class Finished:
    """All iterations are done, or early stopping has ended the training.

    Attributes:
        iteration: mini-batches done.
        best: with early stopping, after how many mini-batches the kept weights were the weights.
    """

    iteration: int
    best: int | None = None


TrainEvent: TypeAlias = Progress | Evaluation | Diverged | Finished
