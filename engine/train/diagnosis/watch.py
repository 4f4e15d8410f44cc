"""Looks at a training while it runs, and finds out when the network does not learn."""

from functools import cached_property

import numpy as np

from ...data.dataset import Dataset
from ..events import Evaluation, LayerStatistics
from ..layer_statistics import network_statistics, statistics_batch
from ..trainer import Trainer
from .advice import Advice
from .causes import (
    few_steps,
    one_class,
    unknown,
    why_dead,
    why_exploded,
    why_flat,
    why_test_at_chance,
)
from .seen import Seen
from .training_data import TrainingData

# The mean loss of at most so many mini-batches is looked at, and at most of this share of all.
_RECENT, _SHARE = 50, 0.25
# The loss is that of guessing above the first share of it; the network learns below the second one. In between the
# advice stays as it is, so that it does not come and go.
_FLAT, _LEARNING = 0.97, 0.9
# The loss is far above that of an untrained network, and has not fallen to this share of what it was before.
_FAR_ABOVE, _NOT_FALLING = 1.5, 0.95
# These causes do not go away where a network memorises its training images.
_LABELS = ("labels", "test set", "wrong labels")
# The loss is so high that dead neurons matter.
_POOR = 0.4
# A cause that is proved is shown after so many steps; at the end of a training fewer are enough.
_STEPS, _STEPS_AT_END = 100, 20
# A network that starts slowly has started after so many steps and images, about an epoch of MNIST; or at the end.
_LATE_STEPS, _LATE_STEPS_AT_END, _LATE_IMAGES = 400, 80, 60_000
# Without a sure cause, advice is only given after so many steps.
_LONG = 200
# The accuracy on the training images is above chance by this; that on so many test images is not.
_LEARNED, _LEAST_TEST = 0.15, 100
_DEVIATIONS = 3.0
# After a look without a result, the next one comes when there are so many times as many steps.
_PATIENCE = 1.5


class Diagnosis:
    """One training.

    Attributes:
        advice: what to say now; None while it learns, or while no cause is sure.
    """

    def __init__(self, trainer: Trainer, test: Dataset, random: bool = True) -> None:
        """Args:
        test: its test set, which may be empty.
        random: whether it started from random weights.
        """
        self._trainer, self._test, self._random = trainer, test, random
        self._data = TrainingData(trainer.train)
        self._batch = statistics_batch(trainer.train)
        self._first: LayerStatistics | None = None
        self._next_look = 0.0
        self._one_class = one_class(self._data)
        self.advice: Advice | None = None

    def statistics(self) -> LayerStatistics:
        """Those of the layers now. They should be measured before the first step."""
        at = self._trainer.iteration
        measured = network_statistics(self._trainer.kept, self._batch, at, at / self._trainer.per_epoch)
        self._first = self._first or measured
        return measured

    def look(self, *, ended: bool = False, diverged: bool = False) -> None:
        """Look at the training, and set ``advice``. To be called between two events; it rarely takes longer than 1 ms.

        Args:
            ended: all iterations are done. diverged: it has ended so.
        """
        losses, guessing = self._trainer.losses, self._data.guessing
        if self._one_class is not None:
            self.advice = self._one_class
        if self._one_class is not None or not len(losses):
            return
        window = max(1, min(_RECENT, int(_SHARE * len(losses))))
        recent = float(losses[-window:].mean(dtype=np.float64))
        if self.advice is not None:
            # One cause is shown, once; it is withdrawn when the network learns after all.
            if not diverged and recent < _LEARNING * guessing and self.advice.cause not in _LABELS:
                self.advice = None
            return
        if ended or diverged or len(losses) >= self._next_look:
            self.advice = self._advice(recent, window, ended, diverged)

    def _advice(self, recent: float, window: int, ended: bool, diverged: bool) -> Advice | None:
        losses, guessing = self._trainer.losses, self._data.guessing
        steps = len(losses)
        if diverged:
            return why_exploded(self._seen(recent, recent))
        if ended and recent > _LEARNING * guessing:
            few = few_steps(self._seen(recent, recent))
            if few is not None:
                return few
        if steps >= (_STEPS_AT_END if ended else _STEPS):
            before = float(losses[-2 * window : -window].mean(dtype=np.float64))
            falling = max(0.0, float(losses[:window].mean(dtype=np.float64)) - recent) / max(steps - window, 1)
            seen = self._seen(recent, recent - falling * (self._trainer.total_iterations - steps))
            found: Advice | None = None
            if recent > _FAR_ABOVE * self._data.start:
                over = ended and steps >= _LATE_STEPS_AT_END
                found = why_exploded(seen) if over or recent > _NOT_FALLING * before else None
            elif recent > _FLAT * guessing:
                found = self._why_flat(seen, ended)
            elif recent > _POOR * guessing and (ended or self._evaluation_now is not None):
                found = why_dead(seen)
            if found is not None:
                return found
            if recent > _FLAT * guessing:
                self._next_look = _PATIENCE * steps
        return self._why_test_at_chance()

    def _why_flat(self, seen: Seen, ended: bool) -> Advice | None:
        steps = len(seen.losses)
        enough = steps >= _LATE_STEPS and steps * len(self._trainer.train) >= _LATE_IMAGES * self._trainer.per_epoch
        late = enough or (ended and steps >= _LATE_STEPS_AT_END)
        return why_flat(seen, late) or (unknown(seen) if enough or (ended and steps >= _LONG) else None)

    @property
    def _evaluation_now(self) -> Evaluation | None:
        """The evaluation of now, if it is one of all images that are evaluated."""
        evaluations, at = self._trainer.evaluations, self._trainer.iteration
        whole = bool(evaluations) and evaluations[-1].iteration == at and self._trainer.evaluator.is_whole(at)
        return evaluations[-1] if whole else None

    @cached_property
    def _test_data(self) -> TrainingData:
        return TrainingData(self._test)

    def _why_test_at_chance(self) -> Advice | None:
        evaluation, n = self._evaluation_now, len(self._test)
        if evaluation is None or evaluation.test_accuracy is None or n < _LEAST_TEST:
            return None
        if evaluation.train_accuracy < max(self._data.chance, evaluation.test_accuracy) + _LEARNED:
            return None
        chance = self._test_data.chance
        deviation = (chance * (1 - chance) / min(n, self._trainer.config.evaluation_samples or n)) ** 0.5
        if evaluation.test_accuracy > chance + _DEVIATIONS * deviation:
            return None
        return why_test_at_chance(self._trainer.config, self._data, self._test_data, evaluation)

    def _seen(self, recent: float, projected: float) -> Seen:
        trainer = self._trainer
        return Seen(
            trainer.spec,
            trainer.config,
            self._data,
            trainer.losses,
            recent,
            projected,
            trainer.total_iterations,
            self._first or self.statistics(),
            self.statistics,
            self._random,
        )
