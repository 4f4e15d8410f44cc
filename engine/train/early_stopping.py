"""Early stopping: the training ends when the validation accuracy has not improved for some epochs."""

import numpy as np

from ..types import FloatArray
from .events import Evaluation


class EarlyStopping:
    """Keeps the weights with the best accuracy on the validation split (Prechelt 1998).

    Attributes:
        theta: the best weights, flat.
        iteration: the number of mini-batches after which they were reached; 0 before the first.
    """

    def __init__(self, theta: FloatArray, patience: int) -> None:
        """Args:
        theta: the weights to train, for their size.
        patience: the training should stop after so many evaluations in a row without an improvement.
        """
        self.theta: FloatArray = np.zeros_like(theta)
        self.iteration = 0
        self._patience = patience
        self._accuracy = -1.0
        self._without_improvement = 0

    @property
    def should_stop(self) -> bool:
        """Whether the validation accuracy has not improved for ``patience`` evaluations in a row."""
        return self._without_improvement >= self._patience

    def update(self, evaluation: Evaluation, theta: FloatArray | None = None) -> None:
        """Count an evaluation, and copy the weights if it is the best.

        Args:
            theta: the weights that were evaluated; None where a training is resumed, and its best weights are known.
        """
        accuracy = evaluation.validation_accuracy
        if accuracy is None:
            return
        if accuracy <= self._accuracy:
            self._without_improvement += 1
            return
        self._accuracy, self.iteration, self._without_improvement = accuracy, evaluation.iteration, 0
        if theta is not None:
            np.copyto(self.theta, theta)
