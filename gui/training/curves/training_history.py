"""The losses, accuracies and learning rates of one training over its epochs: the running one, or a stored run."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.i18n import tr
from engine.train.schedules import schedule_factor
from engine.train.trainer import Evaluation, Progress, TrainConfig
from engine.types import FloatArray, IntArray
from gui.training.curves.loss_series import LossSeries

# The axis ignores the high losses in this first part of a training.
_BEGINNING = 0.1
ACCURACIES = ("train", "test", "validation")
LOSSES = ("train_loss", "test_loss")
# The first of these lines that a plot has is the one whose value is shown where there is room for one.
_SUMMARY = ("smooth", "rate", "test_loss", "train_loss")


@dataclass(frozen=True)
class Values:
    """What the curves of a plot show at ``epoch``: a text for each line that has a value there."""

    epoch: float
    texts: Mapping[str, str]


class TrainingHistory:
    """The history of one training; it may grow.

    Attributes:
        title: the training's name.
        colour: a named colour of the theme, the same wherever this training is shown.
        losses: every loss.
        evaluations: every measured accuracy, the earliest first.
        per_epoch: mini-batches in an epoch; 0 until an event gives it.
        config: its hyperparameters: they give the learning rates.
    """

    def __init__(self, title: str, config: TrainConfig, window: float, colour: str = "") -> None:
        """Args:
        window: the smoothed loss is an average of about so many losses.
        """
        self.title, self.config, self.colour = title, config, colour
        self.losses = LossSeries(window)
        self.evaluations: list[Evaluation] = []
        self.per_epoch = 0.0
        self._total = 0
        self._arrays: dict[str, tuple[FloatArray, FloatArray]] = {}

    @classmethod
    def of_run(
        cls,
        title: str,
        colour: str,
        losses: FloatArray,
        per_epoch: int,
        evaluations: Sequence[Evaluation],
        config: TrainConfig,
    ) -> "TrainingHistory":
        """The history of a stored run, not smoothed; ``losses`` are (n,), the loss of every mini-batch."""
        history = cls(title, config, window=1, colour=colour)
        history.resume_from(losses, evaluations)
        history.per_epoch = per_epoch
        history._total = config.iterations or config.epochs * per_epoch
        return history

    def resume_from(self, losses: FloatArray, evaluations: Sequence[Evaluation]) -> None:
        """Take what came before. The curve ends before the first loss that is not finite."""
        finite = np.isfinite(losses)
        self.losses.add(losses if finite.all() else losses[: int(finite.argmin())])
        for each in evaluations:
            self.add_evaluation(each)

    def add_progress(self, event: Progress) -> None:
        """Add the losses since the last event."""
        self.per_epoch, self._total = event.iteration / event.epoch, event.total_iterations
        self.losses.add(event.losses)

    def add_evaluation(self, event: Evaluation) -> None:
        """Add accuracies; they replace those of the same iteration, which were measured on fewer digits."""
        if self.evaluations and self.evaluations[-1].iteration == event.iteration:
            self.evaluations.pop()
        self.evaluations.append(event)
        self._arrays.clear()
        if not self.per_epoch and event.epoch > 0:
            self.per_epoch = event.iteration / event.epoch

    @property
    def end(self) -> float:
        """The last epoch of which something is known."""
        measured = self.evaluations[-1].epoch if self.evaluations else 0.0
        return max(measured, self.losses.iterations / self.per_epoch if self.per_epoch else 0.0)

    @property
    def has_losses(self) -> bool:
        """Whether there are losses, and it is known in which epochs."""
        return self.losses.iterations > 0 and self.per_epoch > 0

    def has(self, kind: str) -> bool:
        """Whether one of ACCURACIES or LOSSES was ever measured."""
        return bool(len(self._measured(kind)[0]))

    def equals(self, other: "TrainingHistory") -> bool:
        """Whether both have the same losses, as far as both have any: their curves lie on each other."""
        count = min(self.losses.iterations, other.losses.iterations)
        return count > 0 and np.array_equal(self.losses.losses[:count], other.losses.losses[:count])

    @property
    def main_accuracy(self) -> str:
        """Which of ACCURACIES is shown where there is room for one: of the test set, if there is one."""
        return next((kind for kind in ("test", "validation") if self.has(kind)), "train")

    # -- curves

    def points(self, line: str, start: float, end: float, at_most: int) -> tuple[FloatArray, FloatArray]:
        """Epochs and values to draw between two epochs, about ``at_most`` of them.

        Args:
            line: "raw" or "smooth" loss, learning "rate", one of ACCURACIES, in per cent, or one of LOSSES.
        """
        if line in (*ACCURACIES, *LOSSES):
            return self._thinned(line, start, end, at_most)
        if not self.has_losses:
            return np.empty(0), np.empty(0)
        first, last = start * self.per_epoch, end * self.per_epoch
        if line != "rate":
            x, y = self.losses.points(first, last, at_most, line == "smooth")
            return x / self.per_epoch, y
        low, high = max(int(first), 1), min(int(last) + 1, self.losses.iterations)
        iterations = np.unique(np.linspace(low, max(low, high), at_most).astype(np.int64))
        return iterations / self.per_epoch, self.rates(iterations)

    def _thinned(self, kind: str, start: float, end: float, at_most: int) -> tuple[FloatArray, FloatArray]:
        x, y = self._measured(kind)
        low = max(int(np.searchsorted(x, start)) - 1, 0)
        high = min(int(np.searchsorted(x, end)) + 1, len(x))
        step = 1
        while high - low > step * at_most:
            step *= 2
        # The same points are chosen again while it grows, and always the last one.
        chosen = np.arange(low // step * step, high, step)
        if len(chosen) and chosen[-1] != high - 1:
            chosen = np.append(chosen, high - 1)
        return x[chosen], y[chosen]

    def _measured(self, kind: str) -> tuple[FloatArray, FloatArray]:
        """All epochs and values of one of ACCURACIES, in per cent, or of LOSSES."""
        if kind not in self._arrays:
            name, factor = (f"{kind}_accuracy", 100) if kind in ACCURACIES else (kind, 1)
            pairs = [(each.epoch, getattr(each, name)) for each in self.evaluations]
            found = [(epoch, factor * value) for epoch, value in pairs if value is not None]
            self._arrays[kind] = (np.array([x for x, _ in found]), np.array([y for _, y in found]))
        return self._arrays[kind]

    def rates(self, iterations: IntArray) -> FloatArray:
        """The learning rates of mini-batches (k,), counted from 1."""
        lr, schedule = self.config.lr, self.config.schedule
        if schedule == "constant":
            return np.full(len(iterations), lr)
        return np.array([lr * schedule_factor(schedule, done) for done in ((iterations - 1) / self._total).tolist()])

    # -- values at an epoch

    def nearest(self, epoch: float) -> Evaluation | None:
        """The evaluation nearest to an epoch."""
        after = bisect_left(self.evaluations, epoch, key=lambda each: each.epoch)
        around = self.evaluations[max(after - 1, 0) : after + 1]
        return min(around, key=lambda each: abs(each.epoch - epoch), default=None)

    def values(self, plot: str, epoch: float, epochs_per_pixel: float = 0.0) -> Values | None:
        """What the lines of a plot ("accuracy", "loss", "epoch-loss" or "rate") show at the point nearest to an epoch.

        Where several losses lie in one pixel, they are given as a range. "–" stands for an accuracy without data.
        """
        if plot == "epoch-loss":
            return self._epoch_losses(epoch)
        if plot == "accuracy":
            nearest = self.nearest(epoch)
            if nearest is None:
                return None
            found = accuracies_of(nearest)
            if not self.has("validation"):
                del found["validation"]
            texts = {kind: "–" if value is None else percent(value) for kind, value in found.items()}
            return Values(nearest.epoch, texts)
        if not self.has_losses:
            return None
        if plot == "rate":
            iterations = np.clip([round(epoch * self.per_epoch)], 1, self.losses.iterations)
            return Values(min(epoch, self.end), {"rate": f"{self.rates(iterations)[0]:.3g}"})
        iteration, low, high, smooth = self.losses.at(epoch * self.per_epoch, epochs_per_pixel * self.per_epoch)
        raw = f"{low:.3g}" if low == high else f"{low:.3g}–{high:.3g}"
        return Values(iteration / self.per_epoch, {"raw": raw, "smooth": f"{smooth:.3g}"})

    def _epoch_losses(self, epoch: float) -> Values | None:
        """The losses of training and test set, and how much the second one is above the first."""
        epochs, train = self._measured("train_loss")
        if not len(epochs):
            return None
        at = int(np.abs(epochs - epoch).argmin())
        texts = {"train_loss": f"{train[at]:.3g}"}
        tested, test = self._measured("test_loss")
        found = np.flatnonzero(tested == epochs[at])
        if len(found):
            loss = test[found[0]]
            texts |= {"test_loss": f"{loss:.3g}", "gap": f"{loss - train[at]:.2g}".replace("-", "−")}
        return Values(float(epochs[at]), texts)

    def summary_at(self, epoch: float, plot: str) -> str:
        """What a plot shows, and the main accuracy: "0.31 · 96.8 %"; "" after its end.

        Args:
            plot: "loss" (the smoothed one), "epoch-loss" (of the test set, if there is one) or "rate".
        """
        # The epoch may be that of another training's last mini-batch.
        if epoch > 1.002 * self.end:
            return ""
        values = self.values(plot, epoch)
        texts = [] if values is None else [values.texts[name] for name in _SUMMARY if name in values.texts][:1]
        nearest = self.nearest(epoch)
        accuracy = None if nearest is None else accuracies_of(nearest)[self.main_accuracy]
        return " · ".join(texts if accuracy is None else [*texts, percent(accuracy)])

    # -- axes

    def highest_losses(self, smooth: bool = False) -> tuple[float, float]:
        """The highest (smoothed) loss without those of the beginning, and the highest of all; 0 where there is none."""
        if not self.has_losses:
            return 0.0, 0.0
        return self.losses.highest(_BEGINNING * self.losses.iterations, smooth), self.losses.highest(0, smooth)

    def highest_epoch_losses(self) -> tuple[float, float]:
        """As ``highest_losses``, of the losses of training and test set."""
        measured = [self._measured(kind) for kind in LOSSES]
        later = [y[x >= _BEGINNING * self.end] for x, y in measured]
        return max(y.max(initial=0.0) for y in later), max(y.max(initial=0.0) for _, y in measured)

    @property
    def lowest_accuracy(self) -> float:
        """Where a cut axis may begin: at 0 %, until the results of two epochs all lie in the upper part.

        100 % without results: they put no limit on the axis.
        """
        if not self.evaluations:
            return 100
        if self.evaluations[-1].epoch < 2:
            return 0
        worst = min(values[epochs >= 1].min(initial=100) for epochs, values in map(self._measured, ACCURACIES))
        return next((low for low in (95, 90, 80, 50) if worst > low + 0.5), 0)


def accuracies_of(event: Evaluation) -> dict[str, float | None]:
    """By the names in ACCURACIES."""
    return {kind: getattr(event, f"{kind}_accuracy") for kind in ACCURACIES}


def percent(part: float) -> str:
    """0.971 -> "97.1 %"."""
    return tr("{0} %", f"{100 * part:.1f}")
