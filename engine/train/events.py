"""The events of a training, as plain data."""

from dataclasses import dataclass
from typing import TypeAlias

from ..types import FloatArray, IntArray


@dataclass(frozen=True)
class Progress:
    """The progress of the training.

    Attributes:
        iteration, total_iterations: mini-batches done, and in all.
        epoch: the same in epochs, with decimals.
        losses: (k,) float32, the losses of the k mini-batches since the last Progress.
        lr: the learning rate of the last mini-batch.
        iterations_per_second: over this call of ``run``, with the time of evaluations; from a job that trains at a
            chosen speed, since this speed was set, with the time that it waits.
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
    """Accuracies, 0 to 1, and mean losses (cross entropy). Those of the test set are None without a test set,
    ``validation_accuracy`` without a validation split; the losses are None where they were not measured.
    ``epoch_end``: an epoch is complete, and it is time for a checkpoint.
    """

    iteration: int
    epoch: float
    train_accuracy: float
    test_accuracy: float | None
    epoch_end: bool
    validation_accuracy: float | None = None
    train_loss: float | None = None
    test_loss: float | None = None


@dataclass(frozen=True, eq=False)
class Histogram:
    """``counts`` (k,) of the numbers between two ``edges`` (k + 1,) each; ``mean`` and ``std`` of all numbers.

    Of many numbers an even sample is counted (see ``engine.train.layer_statistics``). The edges leave out the outliers.
    """

    counts: IntArray
    edges: FloatArray
    mean: float
    std: float


@dataclass(frozen=True, eq=False)
class LayerStatistics:
    """What the layers of a network give for one mini-batch of training images, in prediction mode.

    Attributes:
        iteration, epoch: when.
        activations: for each layer of the network its name as in the book ("z1") and its outputs.
        gradients: for each weight matrix its name ("W1") and its gradient.
        dead: for each ReLU layer its name, how many of its neurons (after a Convolution: channels) are 0 for every
            image, and how many it has.
    """

    iteration: int
    epoch: float
    activations: tuple[tuple[str, Histogram], ...]
    gradients: tuple[tuple[str, Histogram], ...]
    dead: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, eq=False)
class ArrayStep:
    """One array of parameters in one step.

    Attributes:
        name: as in the book, "W1".
        gradient, update: what was computed for it, and what was added to it.
        gradient_images: (k, h, w) float32, the gradient as at most 100 images; None where it is none.
        norm, gradient_norm, update_norm: the root mean squares of the array before the step, and of the two.
    """

    name: str
    gradient: Histogram
    update: Histogram
    gradient_images: FloatArray | None
    norm: float
    gradient_norm: float
    update_norm: float


@dataclass(frozen=True, eq=False)
class StepDetails:
    """One step of a training that is slow enough to be watched.

    Attributes:
        iteration, epoch: mini-batches done, this one included; the same in epochs.
        lr: the learning rate.
        images: (n, 28, 28) float32 in 0..1, the mini-batch as the network gets it, after augmentation; n at most 100.
        labels, predicted: (n,), the true and the predicted digits, before the step. A label may be NO_DIGIT.
        losses: (n,) float32, before the step, of the same forward pass: with dropout. ``loss`` is the mean over the
            whole mini-batch.
        arrays: the parameters, in the network's order.
    """

    iteration: int
    epoch: float
    lr: float
    images: FloatArray
    labels: IntArray
    predicted: IntArray
    losses: FloatArray
    loss: float
    arrays: tuple[ArrayStep, ...]


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
