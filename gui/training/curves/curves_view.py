"""The plots of a training: how much it gets right, its loss, its learning rate; and under it those of other runs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.train.trainer import Evaluation, Progress, TrainConfig
from engine.types import FloatArray
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.training.curves import subjects
from gui.training.curves.csv_export import pieces
from gui.training.curves.curve_export import CurveExport
from gui.training.curves.figure import Figure
from gui.training.curves.legend import RunLegend
from gui.training.curves.overlay import Overlay
from gui.training.curves.plot import Plot
from gui.training.curves.plot_card import PlotCard
from gui.training.curves.plot_surface import nice_above
from gui.training.curves.readout import Reading
from gui.training.curves.run_layer import Points
from gui.training.curves.toolbar import CurveToolbar
from gui.training.curves.training_history import ACCURACIES, RunCurves, TrainingHistory
from gui.training.curves.values_at import (
    accuracies_at,
    highest_losses,
    highest_rate,
    losses_at,
    lowest_accuracy,
    rate_at,
)
from gui.training.curves.view_history import Views

_REDRAW_MS = 60
# As fine as the eye can follow; drawing costs the window's thread more than anything else does.
_RAW_POINTS, _SMOOTH_POINTS, _ACCURACY_POINTS = 400, 200, 400
# So much beside what can be seen is drawn as well: it is there at once when the view is moved.
_BESIDE = 0.5
# Where the axes end to begin with, and at the least.
_FIRST, _FIRST_LOSS, _FIRST_RATE = 0.05, 2.5, 0.1
_LEAST, _SMALLEST = 1e-3, 1e-6


class Curves(QWidget):
    """Gets what a training tells, and draws it some fifteen times a second, and only while it can be seen.

    Signals:
        problem: why the curves could not be written to a file.
        saved: the sentence that they were.
    """

    problem = Signal(str)
    saved = Signal(str)

    def __init__(self, theme: Theme, settings: Settings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-curves")
        self._theme = theme
        self.accuracy = Plot(subjects.accuracy(), theme, self._read_accuracy)
        self.loss = Plot(subjects.loss(), theme, self._read_loss)
        self.rate = Plot(subjects.rate(), theme, self._read_rate)
        self._plots = (self.accuracy, self.loss, self.rate)
        self._bar = CurveToolbar(settings)
        self._card = PlotCard((self.loss, self.rate))
        legend = RunLegend(theme)
        self._overlay = Overlay(*self._plots, legend, self)
        self._views = Views([plot.surface for plot in self._plots], self)
        self._export = CurveExport(settings, self)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(PlotCard((self.accuracy,)), 1)
        cards.addWidget(self._card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._bar)
        layout.addLayout(cards, 1)
        layout.addWidget(legend)

        self._live: TrainingHistory | None = None
        self._epochs = 1.0
        self._pointed: float | None = None
        self._stale: set[Plot] = set()
        self._due = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._due.timeout.connect(self.redraw)
        self._connect()

    def _connect(self) -> None:
        for plot in self._plots:
            plot.looked_elsewhere.connect(self._look_closer)
            plot.pointed.connect(self._point)
        self._card.switched.connect(self._switch)
        self._views.whole_wanted.connect(self._look)
        self._views.changed.connect(self._bar.show_zoomed)
        self._bar.back.connect(self._views.back)
        self._bar.whole.connect(self._views.whole)
        self._bar.smoothing_changed.connect(self._smooth)
        self._bar.export.connect(self.export)
        self._export.problem.connect(self.problem)
        self._export.saved.connect(self.saved)
        self._export.busy_changed.connect(self._tell_exportable)

    # -- the training that is watched

    def begin(self, epochs: float, config: TrainConfig | None = None, title: str = "") -> None:
        """A new training of so many epochs.

        Args:
            config: how it learns; without, its learning rate is known where it has told it.
            title: what it is called in a file.
        """
        self._epochs = epochs
        self._watch(TrainingHistory(title or tr("this training"), config, self._bar.smoothing))

    def resume_from(self, losses: FloatArray, evaluations: Sequence[Evaluation]) -> None:
        """What a training that goes on has behind it: after ``begin``, before its first progress."""
        if self._live is not None:
            self._live.resume_from(losses, evaluations)
            self._look_closer()

    def clear(self) -> None:
        """Watch none; only the other runs are left to see."""
        self._watch(None)

    def _watch(self, course: TrainingHistory | None) -> None:
        self._live = course
        self._overlay.draw(alone=course is None)
        for plot in self._plots:
            plot.clear(watched=course is not None)
        self._views.whole()
        self._tell_exportable()

    @Slot(object)
    def add_progress(self, event: Progress) -> None:
        """The losses since the last one."""
        if self._live is not None:
            self._live.add_progress(event)
            self._stale |= {self.loss, self.rate}
            self._ask()

    @Slot(object)
    def add_evaluation(self, event: Evaluation) -> None:
        """The accuracies now; of the same network measured once more, on more digits, only the later ones."""
        if self._live is not None:
            self._live.add_evaluation(event)
            self._stale.add(self.accuracy)
            self._ask()

    # -- other runs

    def overlay(self, runs: Sequence[RunCurves]) -> None:
        """Draw these runs, and no others, under the training: at most as many as RUN_COLOURS."""
        self._overlay.show(runs, self._bar.smoothing)
        self._overlay.draw(alone=self._live is None)
        self._look()
        self._point(self._pointed)
        self._tell_exportable()

    @Slot(int)
    def _smooth(self, window: int) -> None:
        self._overlay.smooth(window)
        for course in self._watched:
            course.losses.smooth(window)
        self._stale.add(self.loss)
        self._look()
        self._point(self._pointed)
        self._ask()

    @property
    def _watched(self) -> list[TrainingHistory]:
        return [] if self._live is None else [self._live]

    # -- drawing

    def _ask(self) -> None:
        if not self._due.isActive() and self.isVisible():
            self._due.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was drawn while nobody looked."""
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw what has come since the last time; unseen it waits."""
        if not self.isVisible() or not self._stale:
            return
        self._look()
        for plot in self._stale:
            # Of the two on one card one can be seen.
            if self._live is not None and plot in (self.accuracy, self._card.plot):
                self._draw(plot, self._live)
            plot.refresh_readout()
        self._stale.clear()
        self._tell_exportable()

    def _draw(self, plot: Plot, course: TrainingHistory) -> None:
        """Draw what can be seen of each line, and some beside it."""
        lines: dict[Plot, dict[str, tuple[Points, int]]] = {
            self.accuracy: {kind: (partial(course.accuracy, kind), _ACCURACY_POINTS) for kind in ACCURACIES},
            self.loss: {"raw": (course.raw, _RAW_POINTS), "smooth": (course.smoothed, _SMOOTH_POINTS)},
            self.rate: {"rate": (course.rate, _SMOOTH_POINTS)},
        }
        low, high, _, _ = plot.surface.seen
        start = max(low - _BESIDE * (high - low), 0.0)
        end = max(min(high + _BESIDE * (high - low), course.end), start)
        more = max((end - start) / (high - low), 1.0)
        for name, (points, at_most) in lines[plot].items():
            plot.draw(name, *points(start, end, int(more * at_most)))

    @Slot()
    def _look_closer(self) -> None:
        """Another part is to be seen: drawn with as many points as the whole was."""
        self._stale |= set(self._plots)
        self._ask()

    @Slot()
    def _switch(self) -> None:
        self._look_closer()
        self._point(self._pointed)
        self.redraw()

    # -- where to look

    @Slot()
    def _look(self) -> None:
        """Axes that fit the data but move in few, large steps: calm to look at, and cheap to draw."""
        watched, runs = self._watched, self._overlay.courses
        ends = [course.end for course in runs]
        if watched or not runs:
            done = watched[0].end if watched else 0.0
            ends.append(min(nice_above(max(done, _FIRST), (1, 2, 5, 10)), self._epochs))
        end = max(*ends, _LEAST)
        later, highest = map(max, self._overlay.highest, highest_losses(watched))
        rate = nice_above(highest_rate(watched + runs) or _FIRST_RATE)
        lowest = min(self._overlay.lowest, lowest_accuracy(watched))
        self.accuracy.surface.look_at(end, lowest if lowest < 100 else 0, 100, 100)
        self.loss.surface.look_at(end, 0, nice_above(max(later, _SMALLEST)) if highest else _FIRST_LOSS, highest)
        self.rate.surface.look_at(end, 0, rate, rate)

    # -- what is under the mouse

    @Slot(object)
    def _point(self, epoch: float | None) -> None:
        """Mark the same epoch in all plots, and read every curve there."""
        self._pointed = epoch
        for plot in self._plots:
            if plot is not self.sender():
                plot.point_at(epoch)
        self._overlay.tell(epoch, rates=self._card.plot is self.rate)

    def _read_accuracy(self, epoch: float) -> Reading | None:
        return None if self._live is None else accuracies_at(self._live, epoch)

    def _read_loss(self, epoch: float) -> Reading | None:
        return None if self._live is None else losses_at(self._live, epoch, self.loss.surface.x_a_pixel)

    def _read_rate(self, epoch: float) -> Reading | None:
        return None if self._live is None else rate_at(self._live, epoch)

    # -- files

    @property
    def _exportable(self) -> list[TrainingHistory]:
        return [
            course for course in (*self._watched, *self._overlay.courses) if course.has_losses or course.evaluations
        ]

    @Slot(str)
    def export(self, kind: str) -> None:
        """Ask for a file and write the curves: "csv", "png" or "svg"."""
        courses = self._exportable
        if not courses:
            return
        title = tr("{0}, curves", courses[0].title)
        if kind == "csv":
            self._export.write_table(title, pieces(courses))
        else:
            self._export.write_picture(kind, title, lambda: self._paint(kind, title))

    def _paint(self, kind: str, title: str) -> bytes:
        colour = self._theme.colour
        figure = Figure(
            panels=[self.accuracy.panel(), self._card.plot.panel()],
            runs=[(course.title, colour(name)) for course, name in self._overlay.coloured],
            background=colour("surface"),
            text=colour("text"),
            muted=colour("muted"),
            line=colour("line"),
            size=self.size(),
        )
        return figure.png() if kind == "png" else figure.svg(title)

    @Slot()
    def _tell_exportable(self) -> None:
        self._bar.show_exportable(bool(self._exportable), self._export.busy)
