"""The runs that are drawn under the training that is watched."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from gui.i18n import tr
from gui.training.curves.legend import RunLegend
from gui.training.curves.plot import Plot
from gui.training.curves.run_layer import Stroke
from gui.training.curves.training_history import RUN_COLOURS, RunCurves, TrainingHistory
from gui.training.curves.values_at import highest_losses, judged_by, lowest_accuracy, run_at

_RAW, _TRAIN = 0.3, 0.5
# With more runs, the dots of all of them would be a cloud.
_MOST_DOTTED = 4


class Overlay(QObject):
    """Draws runs into the plots, and their titles into a legend.

    Attributes:
        courses: what is known of each.
        highest: the highest loss that is drawn, but for those of the beginning, and the highest of all.
        lowest: where an axis of their accuracies may begin.
    """

    def __init__(
        self, accuracy: Plot, loss: Plot, rate: Plot, legend: RunLegend, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.courses: list[TrainingHistory] = []
        self._colours: list[str] = []
        self.highest = (0.0, 0.0)
        self.lowest = 100.0
        self._raw = False
        self._accuracy, self._loss, self._rate, self._legend = accuracy, loss, rate, legend
        legend.pointed.connect(self._stress)

    def show(self, runs: Sequence[RunCurves], window: int) -> None:
        """Draw these, at most as many as there are colours for runs, with the loss smoothed over so many."""
        chosen = runs[: len(RUN_COLOURS)]
        self.courses = [TrainingHistory.of(run, window) for run in chosen]
        self.lowest = lowest_accuracy(self.courses)
        self._colours = [RUN_COLOURS[run.colour % len(RUN_COLOURS)] for run in chosen]
        self._legend.show_runs([(course.title, colour) for course, colour in self.coloured])

    @property
    def coloured(self) -> list[tuple[TrainingHistory, str]]:
        """Each with its named colour."""
        return list(zip(self.courses, self._colours, strict=True))

    def draw(self, alone: bool) -> None:
        """Draw them into the plots.

        Args:
            alone: no training is watched. A single run is then drawn with its losses as they were; among others these
                would only be in the way.
        """
        self._raw = alone and len(self.courses) == 1
        accuracies, losses, rates = [], [], []
        for number, (course, colour) in enumerate(self.coloured):
            judge = judged_by(course)
            titles = {"train": tr("train"), "test": tr("test"), "validation": tr("validation")}
            dots = len(self.courses) <= _MOST_DOTTED
            accuracies.append(Stroke(number, titles[judge], colour, partial(course.accuracy, judge), dots=dots))
            if judge != "train":
                accuracies.append(Stroke(number, titles["train"], colour, partial(course.accuracy, "train"), _TRAIN))
            if self._raw:
                losses.append(Stroke(number, tr("loss"), colour, course.raw, _RAW))
            losses.append(Stroke(number, tr("smoothed"), colour, course.smoothed))
            rates.append(Stroke(number, tr("learning rate"), colour, course.rate))
        for plot, strokes in ((self._accuracy, accuracies), (self._loss, losses), (self._rate, rates)):
            plot.show_runs(strokes)
        self.highest = highest_losses(self.courses, smoothed=not self._raw)

    def smooth(self, window: int) -> None:
        """Smooth every loss over so many."""
        for course in self.courses:
            course.losses.smooth(window)
        self.highest = highest_losses(self.courses, smoothed=not self._raw)
        self._loss.runs.refresh()

    def tell(self, epoch: float | None, rates: bool) -> None:
        """Say in the legend what each run says at an epoch.

        Args:
            rates: the learning rate instead of the loss.
        """
        self._legend.tell(["" if epoch is None else run_at(course, epoch, rates) for course in self.courses])

    @Slot(object)
    def _stress(self, run: int | None) -> None:
        for plot in (self._accuracy, self._loss, self._rate):
            plot.runs.stress(run)
