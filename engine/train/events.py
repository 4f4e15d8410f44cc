"""What a training tells of itself on the way, as plain data."""

from dataclasses import dataclass
from typing import TypeAlias

from engine.types import FloatArray


@dataclass(frozen=True)
class Progress:
    """Where the training stands.

    Attributes:
        iteration: mini-batches done; total_iterations: to be done in all.
        epoch: the same in epochs, with decimals.
        losses: (k,) float32, the loss of each of the last k mini-batches, since the event before.
        lr: the learning rate of the last mini-batch.
        iterations_per_second: over this call of ``run``, the measuring of accuracies included.
        seconds_left: at that pace.
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
    """Accuracies, 0 to 1. ``test_accuracy`` is None where there is no test set, ``validation_accuracy`` where no part
    of the training pictures is held out.

    ``epoch_end`` says that every picture has been seen once more: the moment for a checkpoint.
    """

    iteration: int
    epoch: float
    train_accuracy: float
    test_accuracy: float | None
    epoch_end: bool
    validation_accuracy: float | None = None


@dataclass(frozen=True)
class Diverged:
    """The loss has grown beyond all bounds, or is no number any more: the weights are worth nothing.

    Training has stopped.
    """

    iteration: int
    loss: float


@dataclass(frozen=True)
class Finished:
    """All iterations are done, or the validation accuracy has not grown for long enough.

    Attributes:
        iteration: mini-batches done.
        seconds: from the start of each ``run`` to its last event, over all resumptions.
        best: after how many mini-batches the kept weights were learned, where the best on the validation part are kept.
    """

    iteration: int
    seconds: float
    best: int | None = None


TrainEvent: TypeAlias = Progress | Evaluation | Diverged | Finished
