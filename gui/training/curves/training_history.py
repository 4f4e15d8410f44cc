"""What is known of one training over its epochs: the running one, or one that was kept."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.train.schedules import schedule_factor
from engine.train.trainer import Evaluation, Progress, TrainConfig
from engine.types import FloatArray, IntArray
from gui.training.curves.loss_series import LossSeries

# Of a training whose settings are not known, so many learning rates are remembered at most.
_RATES = 4096
# Colours of the theme that the colour-blind can tell from each other, the first ones most easily.
RUN_COLOURS = tuple(f"run-{number}" for number in range(1, 11))
ACCURACIES = ("train", "test", "validation")


@dataclass(frozen=True, eq=False)
class RunCurves:
    """A kept training, to be drawn under the running one.

    Attributes:
        id: tells it from others.
        title: a person's name for it.
        colour: which of RUN_COLOURS, counted from 0.
        losses: (n,) float32, the loss of every mini-batch.
        per_epoch: mini-batches in an epoch.
        evaluations: every measured accuracy, the earliest first.
        config: how it learned.
    """

    id: str
    title: str
    colour: int
    losses: FloatArray
    per_epoch: int
    evaluations: Sequence[Evaluation]
    config: TrainConfig


class TrainingHistory:
    """The losses, accuracies and learning rates of a training, by its epochs. It may grow.

    Attributes:
        title: a person's name for it.
        losses: every loss.
        evaluations: every measured accuracy, the earliest first.
        per_epoch: mini-batches in an epoch; None until something has told.
    """

    def __init__(self, title: str, config: TrainConfig | None, window: float) -> None:
        """Args:
        config: how it learns, where that is known: it says the learning rates.
        window: how many losses the smoothed one is an average of, about.
        """
        self.title = title
        self.losses = LossSeries(window)
        self.evaluations: list[Evaluation] = []
        self.per_epoch: float | None = None
        self._config = config
        self._total = 0
        self._rates: list[tuple[int, float]] = []
        self._arrays: dict[str, tuple[FloatArray, FloatArray]] = {}

    @classmethod
    def of(cls, run: RunCurves, window: float) -> "TrainingHistory":
        """A kept training."""
        course = cls(run.title, run.config, window)
        course.resume_from(run.losses, run.evaluations)
        course._know(run.per_epoch, run.config.iterations or run.config.epochs * run.per_epoch)
        return course

    def resume_from(self, losses: FloatArray, evaluations: Sequence[Evaluation]) -> None:
        """What it has behind it. From where the loss is no number on, there is nothing to draw."""
        finite = np.isfinite(losses)
        self.losses.add(losses if finite.all() else losses[: int(finite.argmin())])
        for each in evaluations:
            self.add_evaluation(each)

    def _know(self, per_epoch: float, total: int) -> None:
        self.per_epoch, self._total = per_epoch, total

    def add_progress(self, event: Progress) -> None:
        """The losses since the last one."""
        self._know(event.iteration / event.epoch, event.total_iterations)
        self.losses.add(event.losses)
        if self._rates and self._rates[-1][1] == event.lr and len(self._rates) > 1 and self._rates[-2][1] == event.lr:
            self._rates.pop()  # a level line has two ends
        self._rates.append((event.iteration, event.lr))
        if len(self._rates) > _RATES:
            self._rates = self._rates[::2]

    def add_evaluation(self, event: Evaluation) -> None:
        """The accuracies now; of the same network measured once more, on more digits, only the later ones."""
        if self.evaluations and self.evaluations[-1].iteration == event.iteration:
            self.evaluations.pop()
        self.evaluations.append(event)
        self._arrays.clear()
        if self.per_epoch is None and event.epoch > 0:
            self.per_epoch = event.iteration / event.epoch

    @property
    def end(self) -> float:
        """The epoch that it has come to."""
        measured = self.evaluations[-1].epoch if self.evaluations else 0.0
        return max(measured, self.losses.iterations / self.per_epoch if self.per_epoch else 0.0)

    @property
    def has_losses(self) -> bool:
        """Whether there are losses, and it is known in which epochs."""
        return self.losses.iterations > 0 and self.per_epoch is not None

    def has(self, kind: str) -> bool:
        """Whether one of ACCURACIES was ever measured."""
        return bool(len(self._measured(kind)[0]))

    @property
    def highest_rate(self) -> float:
        """The highest learning rate."""
        if self._config is not None:
            return self._config.lr
        return max((rate for _, rate in self._rates), default=0.0)

    # -- what to draw between two epochs, with so many points at most: epochs and values

    def raw(self, start: float, end: float, at_most: int) -> tuple[FloatArray, FloatArray]:
        """The losses as they were."""
        if self.per_epoch is None:
            return np.empty(0), np.empty(0)
        x, y = self.losses.raw(start * self.per_epoch, end * self.per_epoch, at_most)
        return x / self.per_epoch, y

    def smoothed(self, start: float, end: float, at_most: int) -> tuple[FloatArray, FloatArray]:
        """The smoothed losses."""
        if self.per_epoch is None:
            return np.empty(0), np.empty(0)
        x, y = self.losses.smoothed(start * self.per_epoch, end * self.per_epoch, at_most)
        return x / self.per_epoch, y

    def accuracy(self, kind: str, start: float, end: float, at_most: int) -> tuple[FloatArray, FloatArray]:
        """One of ACCURACIES, in per cent."""
        x, y = self._measured(kind)
        low = max(int(np.searchsorted(x, start)) - 1, 0)
        high = min(int(np.searchsorted(x, end)) + 1, len(x))
        step = 1
        while high - low > step * at_most:
            step *= 2
        # The same points again while it grows, and the last one.
        chosen = np.arange(low // step * step, high, step)
        if len(chosen) and chosen[-1] != high - 1:
            chosen = np.append(chosen, high - 1)
        return x[chosen], y[chosen]

    def rate(self, start: float, end: float, at_most: int) -> tuple[FloatArray, FloatArray]:
        """The learning rates."""
        if not self.has_losses or self.per_epoch is None:
            return np.empty(0), np.empty(0)
        first = max(int(start * self.per_epoch), 1)
        last = min(int(end * self.per_epoch) + 1, self.losses.iterations)
        iterations = np.unique(np.linspace(first, max(first, last), at_most).astype(np.int64))
        return iterations / self.per_epoch, self.rates(iterations)

    # -- single values

    def rates(self, iterations: IntArray) -> FloatArray:
        """The learning rates of mini-batches (k,), counted from 1."""
        if self._config is not None and self._total:
            config, total = self._config, self._total
            if config.schedule == "constant":
                return np.full(len(iterations), config.lr)
            done = ((iterations - 1) / total).tolist()
            return np.array([config.lr * schedule_factor(config.schedule, part) for part in done])
        if not self._rates:
            return np.full(len(iterations), np.nan)
        known, rates = zip(*self._rates, strict=True)
        between: FloatArray = np.interp(iterations, known, rates)
        return between

    def rate_at(self, epoch: float) -> float | None:
        """The learning rate at an epoch; None where there is none."""
        if not self.has_losses or self.per_epoch is None:
            return None
        nearest = min(max(round(epoch * self.per_epoch), 1), self.losses.iterations)
        return float(self.rates(np.array([nearest]))[0])

    def nearest(self, epoch: float) -> Evaluation | None:
        """The accuracies measured nearest to an epoch."""
        after = bisect_left(self.evaluations, epoch, key=lambda each: each.epoch)
        around = self.evaluations[max(after - 1, 0) : after + 1]
        return min(around, key=lambda each: abs(each.epoch - epoch), default=None)

    def _measured(self, kind: str) -> tuple[FloatArray, FloatArray]:
        """All epochs and values of one of ACCURACIES, in per cent."""
        if kind not in self._arrays:
            pairs = [(each.epoch, getattr(each, f"{kind}_accuracy")) for each in self.evaluations]
            found = [(epoch, 100 * value) for epoch, value in pairs if value is not None]
            self._arrays[kind] = (np.array([x for x, _ in found]), np.array([y for _, y in found]))
        return self._arrays[kind]
