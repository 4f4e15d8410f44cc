"""When a training is evaluated, and on which images."""

import numpy as np

from ..data.dataset import Dataset
from ..evaluate.metrics import accuracy, accuracy_and_loss
from ..nn.network import Network
from .config import TrainConfig
from .events import Evaluation

# Evaluations within an epoch take at most about this part of the time of the mini-batches between them, but each is of
# at least so many images of a set.
_SHARE, _LEAST_SAMPLES = 0.05, 100
# An image takes about so many times as long in a mini-batch, where the backward pass follows, as in an evaluation.
_TRAINING_FACTOR = 3


def shortest_interval(batch_size: int) -> float:
    """How many iterations have to be between two evaluations within an epoch, so that they take little time."""
    return 2 * _LEAST_SAMPLES / (_SHARE * _TRAINING_FACTOR * batch_size)


def evaluation_count(total_iterations: int, per_epoch: int, every: int | None) -> int:
    """How many evaluations a training has at most."""
    return 2 + total_iterations // per_epoch + (total_iterations // every if every else 0)


class Evaluator:
    """Measures accuracies and losses: before the first mini-batch, at each end of an epoch, at the end of the training,
    and within an epoch as ``TrainConfig.evaluate_every`` asks.

    Attributes:
        sets: the images of the training set and, where there is one, of the test set that are evaluated.
        validation: the validation split, which is measured whole, because it decides when to stop.
    """

    def __init__(
        self,
        sets: list[Dataset],
        validation: Dataset | None,
        config: TrainConfig,
        batch_size: int,
        per_epoch: int,
        total_iterations: int,
    ) -> None:
        """Args:
        sets: the training set and, where there is one, the test set.
        validation: the validation split, if there is one.
        batch_size, per_epoch, total_iterations: of the training.
        """
        self.validation, self._per_epoch, self._total = validation, per_epoch, total_iterations
        self._every = config.evaluate_every
        self.sets = [data.subset(slice(config.evaluation_samples)) for data in sets]
        between = batch_size * (self._every or 0)
        most = max(_LEAST_SAMPLES, int(_SHARE * _TRAINING_FACTOR * between / len(sets)))
        # From all over the set: MNIST's first test images are easier than its last.
        self._small_sets = [data.subset(slice(None, None, -(-len(data) // most))) for data in self.sets]

    def is_due(self, iteration: int) -> bool:
        """Whether to evaluate after so many mini-batches."""
        return (
            iteration % self._per_epoch == 0
            or iteration == self._total
            or (self._every is not None and iteration % self._every == 0)
        )

    def is_whole(self, iteration: int) -> bool:
        """Whether the evaluation after so many mini-batches is of all images that the configuration asks for.

        One within an epoch is of fewer, and so is the first one, so that a slow network starts soon.
        """
        return self._every is None or iteration == self._total or (iteration > 0 and iteration % self._per_epoch == 0)

    def evaluate(self, network: Network, iteration: int) -> Evaluation:
        """Measure ``network``, after so many mini-batches."""
        epoch_end = iteration > 0 and iteration % self._per_epoch == 0
        validation = None
        with np.errstate(over="ignore", invalid="ignore"):  # as in a mini-batch
            sets = self.sets if self.is_whole(iteration) else self._small_sets
            found = [accuracy_and_loss(network, data) for data in sets]
            if self.validation is not None and (epoch_end or iteration == self._total):
                validation = accuracy(network, self.validation)
        (train_accuracy, train_loss), (test_accuracy, test_loss) = found[0], found[1] if found[1:] else (None, None)
        return Evaluation(
            iteration=iteration,
            epoch=iteration / self._per_epoch,
            train_accuracy=train_accuracy,
            test_accuracy=test_accuracy,
            epoch_end=epoch_end,
            validation_accuracy=validation,
            train_loss=train_loss,
            test_loss=test_loss,
        )
