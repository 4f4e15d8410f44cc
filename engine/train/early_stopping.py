"""When a training has learned what it can: the validation accuracy has not grown for some epochs."""

from collections.abc import Iterable

import numpy as np

from engine.train.events import Evaluation
from engine.types import FloatArray


class EarlyStopping:
    """Keeps the weights that were the best on the validation part (Prechelt 1998).

    Attributes:
        theta: these weights, flat.
        iteration: after how many mini-batches they were learned; 0 before the first.
    """

    def __init__(self, theta: FloatArray, patience: int) -> None:
        """Args:
        theta: the weights to be trained, for their size.
        patience: so many measurings in a row may pass without a better one.
        """
        self.theta: FloatArray = np.zeros_like(theta)
        self.iteration = 0
        self._patience = patience
        self._accuracy = -1.0
        self._without_gain = 0

    @property
    def is_time(self) -> bool:
        """To stop."""
        return self._without_gain >= self._patience

    def see(self, evaluation: Evaluation, theta: FloatArray) -> None:
        """Take note of what was measured with ``theta``."""
        if self._is_better(evaluation):
            np.copyto(self.theta, theta)

    def see_again(self, evaluations: Iterable[Evaluation]) -> None:
        """Count what was measured before; ``theta`` stays as it is."""
        for evaluation in evaluations:
            self._is_better(evaluation)

    def _is_better(self, evaluation: Evaluation) -> bool:
        accuracy = evaluation.validation_accuracy
        if accuracy is None:
            return False
        if accuracy <= self._accuracy:
            self._without_gain += 1
            return False
        self._accuracy, self.iteration, self._without_gain = accuracy, evaluation.iteration, 0
        return True
