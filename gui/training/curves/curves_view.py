"""The plots of a training: accuracy, loss and learning rate, over those of stored runs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, QTimer, Slot
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from engine.train.trainer import Evaluation, Progress, TrainConfig
from engine.types import FloatArray
from gui.settings import Settings
from gui.theme import Theme
from gui.training.curves.file_export import CurveExport
from gui.training.curves.legend import RunLegend
from gui.training.curves.overlay import equal_runs, run_lines
from gui.training.curves.plot import Plot
from gui.training.curves.subjects import subjects
from gui.training.curves.switching_card import PlotCard
from gui.training.curves.toolbar import CurveToolbar
from gui.training.curves.training_history import TrainingHistory, Values
from gui.training.curves.view_history import ViewHistory
from gui.widgets.cards import button, column, row
from gui.widgets.plots.round_numbers import nice_above

# Drawing takes more time on the window's thread than anything else does.
_REDRAW_MS = 60
# So much on both sides of the view is drawn as well: it is there at once when the view is moved.
_MARGIN = 0.5
# The ends of the axes at first, and the smallest ones.
_FIRST, _FIRST_LOSS, _FIRST_RATE = 0.05, 2.5, 0.1
_SMALLEST_EPOCH, _SMALLEST_LOSS = 1e-3, 1e-6
_BELOW_HEADING = 10
# Until another one is chosen.
_FIRST_COLOUR = "run-1"
_WITHOUT_BACKGROUND = QWidget.RenderFlag.DrawChildren


class Curves(QWidget):
    """Gets the events of a training, and draws them about fifteen times a second, only while it is visible.

    Signals:
        problem: why the curves could not be written to a file.
        saved: the sentence that they were.
    """

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("train-curves")
        self._theme = theme
        self._epochs = 1.0
        self._pointed: float | None = None
        self._stale: set[Plot] = set()
        self.toolbar = CurveToolbar(settings)
        # Whether there is a training; without one its history is empty.
        self._active = False
        self._title, self._colour = "", _FIRST_COLOUR
        self._history = TrainingHistory("", TrainConfig(), self.toolbar.smoothing)
        # Of stored runs, and their highest losses that are drawn.
        self._runs: Sequence[TrainingHistory] = ()
        self._highest_losses: list[tuple[float, float]] = []
        self._plots = [Plot(each, theme, partial(self._values, each.name)) for each in subjects()]
        self.accuracy, self.loss, self.epoch_loss, self.rate = self._plots
        self.card = PlotCard((self.loss, self.epoch_loss, self.rate), theme)
        self._enlarge = button(tr("Zoom in"), "enlarge-accuracy")
        self._enlarge.setCheckable(True)
        self._enlarge.setToolTip(tr("Cut the axis below the accuracies: small differences can be seen, but look large"))
        self._enlarge.setStatusTip(self._enlarge.toolTip())
        self._legend = RunLegend()
        self.views = ViewHistory([plot.surface for plot in self._plots], self)
        self.exporter = CurveExport(settings, self)
        self.problem, self.saved = self.exporter.problem, self.exporter.saved
        cards = row((PlotCard((self.accuracy,), theme, self._enlarge), 1), (self.card, 1), spacing=12)
        self.setLayout(column(self.toolbar, (cards, 1), self._legend))
        self._show_exportable()
        self._redraw_timer = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._redraw_timer.timeout.connect(self.redraw)

        for plot in self._plots:
            plot.epochs_changed.connect(self._refresh)
            plot.pointed.connect(self._point)
        self._legend.pointed.connect(self._emphasize)
        self._enlarge.toggled.connect(self._set_axes)
        self.card.switched.connect(self._switch)
        self.views.reset.connect(self._set_axes)
        self.views.changed.connect(self.toolbar.show_zoomed)
        self.toolbar.back.connect(self.views.back)
        self.toolbar.reset.connect(self.views.show_all)
        self.toolbar.smoothing_changed.connect(self._smooth)
        self.toolbar.export.connect(self.export)
        self.exporter.busy_changed.connect(self._show_exportable)

    # -- the training

    def begin(self, epochs: float, config: TrainConfig) -> None:
        """A new training of so many epochs."""
        self._epochs = epochs
        title = self._title or tr("this training")
        self._set_history(TrainingHistory(title, config, self.toolbar.smoothing, self._colour), active=True)

    def name_training(self, title: str, colour: str) -> None:
        """The title of the training, "" where it has none, and the named colour of its curves."""
        colour = colour or _FIRST_COLOUR
        if (title, colour) != (self._title, self._colour):
            self._title, self._colour = title, colour
            self._history.title, self._history.colour = title or tr("this training"), colour
            self._show_training()
            self._show_legend()

    def clear(self) -> None:
        """Show no training, only the runs."""
        self._set_history(TrainingHistory("", TrainConfig(), self.toolbar.smoothing), active=False)

    def _set_history(self, history: TrainingHistory, active: bool) -> None:
        self._history, self._active = history, active
        self._show_runs()
        self._show_legend()
        for plot in self._plots:
            plot.clear(active)
        self.views.show_all()
        self._show_exportable()

    def resume_from(self, losses: FloatArray, evaluations: Sequence[Evaluation]) -> None:
        """What came before in a resumed training: after ``begin``, before its first progress."""
        self._history.resume_from(losses, evaluations)
        self._refresh()

    def add_progress(self, event: Progress) -> None:
        """The losses since the last event."""
        self._history.add_progress(event)
        self._refresh(self.loss, self.rate)

    def add_evaluation(self, event: Evaluation) -> None:
        """The accuracies now; they replace those of the same iteration."""
        self._history.add_evaluation(event)
        self._refresh(self.accuracy, self.epoch_loss)

    # -- runs

    def overlay(self, runs: Sequence[TrainingHistory]) -> None:
        """Draw these runs, and no others, under the training."""
        self._runs = runs
        for run in runs:
            run.losses.smooth(self.toolbar.smoothing)
        self._show_legend()
        self._update_runs()
        self._show_exportable()

    def _update_runs(self) -> None:
        self._show_runs()
        self._set_axes()
        self._point(self._pointed)

    def _show_runs(self) -> None:
        # A single run without a training has its raw losses, too; among others they are in the way.
        raw = not self._active and len(self._runs) == 1
        self._highest_losses = [run.highest_losses(smooth=not raw) for run in self._runs]
        lines = run_lines(self._runs, raw)
        for plot in self._plots:
            plot.show_runs(lines[plot.name])
        self._show_training()

    def _show_training(self) -> None:
        # A run that was trained with the same settings has the same curves, which would be hidden.
        number, among = equal_runs([*self._runs, self._history], len(self._runs))
        for plot in self._plots:
            plot.show_training(self._colour, (number, among))

    def _show_legend(self) -> None:
        """One training needs none: its name is elsewhere."""
        self._legend.show_runs(self._histories if self._runs else [])

    @Slot(object)
    def _emphasize(self, number: int | None) -> None:
        for plot in self._plots:
            plot.emphasize(None if number is None else number - int(self._active))

    @Slot(int)
    def _smooth(self, window: int) -> None:
        for history in self._histories:
            history.losses.smooth(window)
        self._update_runs()
        self._refresh(self.loss)

    @property
    def _histories(self) -> list[TrainingHistory]:
        """Of the training, if there is one, and of the runs."""
        return [*([self._history] if self._active else []), *self._runs]

    # -- drawing

    @Slot()
    def _refresh(self, *plots: Plot) -> None:
        """Draw these plots again soon, or all. With another range, the points are thinned again."""
        self._stale |= set(plots or self._plots)
        if not self._redraw_timer.isActive() and self.isVisible():
            self._redraw_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was drawn while it was hidden."""
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw what has changed; while hidden, that waits."""
        if not self.isVisible() or not self._stale:
            return
        self._set_axes()
        self._show_training()
        for plot in self._stale:
            if self._active and plot in (self.accuracy, self.card.plot):
                self._draw(plot)
            plot.refresh_values()
        self._stale.clear()
        self._show_exportable()

    def _draw(self, plot: Plot) -> None:
        low, high, _, _ = plot.surface.seen
        start = max(low - _MARGIN * (high - low), 0.0)
        end = max(min(high + _MARGIN * (high - low), self._history.end), start)
        more = max((end - start) / (high - low), 1.0)
        for name, line in plot.lines.items():
            plot.draw(name, *self._history.points(name, start, end, int(more * line.points)))

    @Slot()
    def _switch(self) -> None:
        self._refresh()
        self._point(self._pointed)
        self.redraw()

    @Slot()
    def _set_axes(self) -> None:
        """Axes that fit the data but change in few, large steps: steady for the eye, and fast to draw."""
        histories = self._histories
        ends = [run.end for run in self._runs]
        if self._active or not ends:
            ends.append(min(nice_above(max(self._history.end, _FIRST), (1, 2, 5, 10)), self._epochs))
        end = max(*ends, _SMALLEST_EPOCH)
        later, highest = map(max, zip(*self._highest_losses, self._history.highest_losses(), strict=True))
        lowest = min((each.lowest_accuracy for each in histories), default=100) % 100
        self._enlarge.setEnabled(lowest > 0)
        rate = nice_above(max((each.config.lr for each in histories), default=0.0) or _FIRST_RATE)
        self.accuracy.surface.set_whole(end, lowest if self._enlarge.isChecked() else 0, 100, 100)
        top = nice_above(max(later, _SMALLEST_LOSS)) if highest else _FIRST_LOSS
        self.loss.surface.set_whole(end, 0, top, highest)
        later, highest = map(
            max, zip(*(each.highest_epoch_losses() for each in (self._history, *self._runs)), strict=True)
        )
        top = nice_above(max(later, _SMALLEST_LOSS)) if highest else _FIRST_LOSS
        self.epoch_loss.surface.set_whole(end, 0, top, highest)
        self.rate.surface.set_whole(end, 0, rate, rate)

    # -- values under the mouse

    @Slot(object)
    def _point(self, epoch: float | None) -> None:
        """Mark the same epoch in all plots, and show the values there."""
        self._pointed = epoch
        for plot in self._plots:
            if plot is not self.sender():
                plot.point_at(epoch)
        shown = self._histories if self._runs else []
        self._legend.show_values(
            ["" if epoch is None else each.summary_at(epoch, self.card.plot.name) for each in shown]
        )

    def _values(self, plot: str, epoch: float) -> Values | None:
        """Of the training, or of a run that is alone."""
        alone = not self._active and len(self._runs) == 1
        history = self._runs[0] if alone else self._history
        return history.values(plot, epoch, self.loss.surface.getViewBox().viewPixelSize()[0])

    @Slot(object)
    def mark_epoch(self, epoch: float | None) -> None:
        """Mark the epoch whose network is shown in the window; None for none."""
        for plot in self._plots:
            plot.mark_epoch(epoch)

    # -- files

    @property
    def _exportable(self) -> list[TrainingHistory]:
        return [history for history in self._histories if history.has_losses or history.evaluations]

    @Slot(str)
    def export(self, kind: str) -> None:
        """Ask for a file and write the curves: "csv", "png" or "svg"."""
        histories = self._exportable
        if not histories:
            return
        title = tr("{0}, curves", histories[0].title)
        if kind == "csv":
            self.exporter.write_table(title, histories)
        else:
            self.exporter.write_image(kind, title, self.image_size, self.paint_image)

    @property
    def image_size(self) -> QSize:
        """All below the toolbar."""
        return QSize(self.width(), self.height() - self.card.y())

    def paint_image(self, painter: QPainter) -> None:
        """Paint the plots and legends as they are on the screen, without buttons and frames."""
        colour = self._theme.colour
        bold = self.font()
        bold.setBold(True)
        painter.fillRect(self.rect(), colour("surface"))
        painter.translate(0, -self.card.y())
        for plot in (self.accuracy, self.card.plot):
            painter.setFont(bold)
            painter.setPen(colour("text"))
            painter.drawText(plot.mapTo(self, QPoint(0, -_BELOW_HEADING)), plot.heading)
            plot.legend.render(painter, plot.legend.mapTo(self, QPoint()), renderFlags=_WITHOUT_BACKGROUND)
            plot.paint_image(painter, QRectF(plot.surface.mapTo(self, QPoint()), QSizeF(plot.surface.size())))
        if self._runs:
            self._legend.render(painter, self._legend.pos(), renderFlags=_WITHOUT_BACKGROUND)

    @Slot()
    def _show_exportable(self) -> None:
        self.toolbar.show_exportable(bool(self._exportable), self.exporter.busy)
