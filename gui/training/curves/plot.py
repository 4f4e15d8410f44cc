"""A plot: its lines, the values under the mouse, and a text while there is nothing to plot; and the card around it."""

from collections.abc import Callable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QStackedWidget, QWidget

from engine.types import FloatArray
from gui.i18n import tr
from gui.theme import Theme, mixed
from gui.training.curves.legend import PlotLegend
from gui.training.curves.overlay import RunLayer, RunLine
from gui.training.curves.subjects import Subject
from gui.training.curves.surface import Surface
from gui.training.curves.training_history import Values
from gui.widgets.cards import button, column, fill_card, label, row
from gui.widgets.form_controls import follow_font
from gui.widgets.placeholder import Placeholder, centred

_PALE = 0.3
# Below the runs, which are drawn below all other lines.
_BELOW = -2
# In the head of a card: beside a button's text, and above and below all of it.
_BESIDE, _ABOVE_AND_BELOW = 4, 8


class Plot(QWidget):
    """Epochs to the right, something else upwards.

    Signals:
        pointed: the epoch under the mouse, of the nearest point where there is one; None once the mouse has left.
        epochs_changed: other epochs are in view.

    Attributes:
        surface: axes and view.
        runs: the curves of stored runs.
        legend: of the lines, with the values under the mouse.
        values_at: gives the values of the lines at the point nearest to an epoch.
    """

    pointed = Signal(object)
    epochs_changed = Signal()

    def __init__(self, subject: Subject, theme: Theme, values_at: Callable[[float], Values | None]) -> None:
        super().__init__()
        self.name, self.heading, self.values_at = subject.name, subject.heading, values_at
        self.lines = {line.name: line for line in subject.lines}
        self._theme = theme
        self._active = False
        self._x: float | None = None
        self._values: Values | None = None
        self.legend = PlotLegend(subject.name, subject.heading)

        self.surface = Surface(tr("epoch"), subject.axis)
        self.surface.setObjectName(f"{subject.name}-plot")
        self.surface.setAccessibleName(subject.heading)
        self.surface.setStatusTip(
            tr("Wheel, drag, + and −: zoom. Shift and drag, arrows: move. Backspace: back. Home, double click: reset.")
        )
        self.runs = RunLayer()
        self.surface.addItem(self.runs, ignoreBounds=True)
        self._curves: dict[str, pg.PlotDataItem] = {}
        for name, line in self.lines.items():
            # The points are thinned before they come here; a thin line needs no smooth edges.
            curve = pg.PlotDataItem(skipFiniteCheck=True, antialias=not line.pale, symbolSize=5, symbolPen=None)
            curve.setZValue(_BELOW if line.pale else 0)
            self.surface.addItem(curve)
            self._curves[name] = curve
        self.marker = pg.InfiniteLine(angle=90, movable=False)
        self.marker.setZValue(10)
        self.marker.hide()
        self.surface.addItem(self.marker, ignoreBounds=True)

        self._pages = Placeholder(self.surface, centred(subject.empty, "muted", f"{subject.name}-empty"))
        self.setLayout(column(self.legend, (self._pages, 1), spacing=2))
        self.surface.hovered.connect(self._hover)
        self.surface.getViewBox().sigXRangeChanged.connect(self.epochs_changed)
        theme.changed.connect(self._recolour)
        self._recolour()

    def clear(self, active: bool) -> None:
        """Remove the lines of a training; whether another one is ``active`` and will be plotted."""
        self._active = active
        for curve in self._curves.values():
            curve.setData([], [])
        self._pages.show_widget(active or bool(self.runs.lines))
        self.point_at(None)

    def draw(self, name: str, x: FloatArray, y: FloatArray) -> None:
        """Draw one of the lines through points (n,)."""
        # One mini-batch alone is a point, through which no line goes.
        marked = self.lines[name].dots or len(x) == 1
        self._curves[name].setData(x, y, symbol="o" if marked else None)

    def points(self, name: str) -> tuple[FloatArray, FloatArray]:
        """The points of one of the lines."""
        x, y = self._curves[name].getOriginalDataset()
        return (np.empty(0), np.empty(0)) if x is None else (x, y)

    def show_runs(self, lines: Sequence[RunLine]) -> None:
        """Draw the curves of stored runs under the others."""
        self.runs.show_lines(lines, [self._colour(each.history.colour, each.shade) for each in lines])
        self._pages.show_widget(self._active or bool(lines))
        self._update_legend()

    # -- values under the mouse

    @Slot(object)
    def _hover(self, x: float | None) -> None:
        self.point_at(x, snap=True)
        self.pointed.emit(self._x)

    def point_at(self, x: float | None, snap: bool = False) -> None:
        """Mark an epoch, or with ``snap`` the nearest point, and show the values there."""
        self._values = None if x is None else self.values_at(x)
        self._x = self._values.epoch if snap and self._values is not None else x
        if self._values is None and not self.runs.lines:
            self._x = None
        self.marker.setVisible(self._x is not None)
        if self._x is not None:
            self.marker.setValue(self._x)
        self._update_legend()

    def refresh_values(self) -> None:
        """With new points, another one may be the nearest, and a line may have its first one."""
        self.point_at(self._x)

    def _update_legend(self) -> None:
        self.legend.show_values(self._legend_lines(), self._values, self._x)

    def _legend_lines(self) -> list[tuple[str, str, QColor]]:
        """Names, titles and colours; without an active training, what distinguishes the lines of a run."""
        if not self._active and self.runs.lines:
            kinds = dict.fromkeys((each.title, each.shade) for each in self.runs.lines)
            return [("", title, self._colour("text", shade)) for title, shade in kinds]
        return [
            (name, line.title, self._colour(line.colour, _PALE if line.pale else 1))
            for name, line in self.lines.items()
            if not line.optional or len(self.points(name)[0])
        ]

    def paint_image(self, painter: QPainter, area: QRectF) -> None:
        """Paint axes and curves into an area, with smooth edges, in lines as wide as on the screen."""
        self._set_export_mode(True)
        ratio = painter.device().devicePixelRatioF()
        self._set_pens(self._theme.line * ratio, pale=ratio)
        self.surface.scene().render(painter, area, QRectF(self.surface.viewport().rect()))
        self._set_pens(self._theme.line * self.devicePixelRatioF())
        self._set_export_mode(False)

    def _set_export_mode(self, on: bool) -> None:
        # Lines, not pixels.
        self.runs.setCacheMode(self.runs.CacheMode.NoCache if on else self.runs.CacheMode.DeviceCoordinateCache)
        for curve in self._curves.values():
            curve.curve.setExportMode(on)
            curve.scatter.setExportMode(on)

    # -- colours

    def event(self, event: QEvent) -> bool:
        """On a screen with another pixel ratio the lines need another width: it is counted in that screen's pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._recolour()
        return super().event(event)

    def _colour(self, name: str, shade: float = 1) -> QColor:
        """A named colour, mixed with the background here: drawing it half transparent is slow."""
        return mixed(self._theme.colour(name), self._theme.colour("surface"), shade)

    @Slot()
    def _recolour(self) -> None:
        self.surface.recolour(self._theme)
        self._set_pens(self._theme.line * self.devicePixelRatioF())
        self.marker.setPen(pg.mkPen(self._theme.colour("muted"), width=1))
        self.show_runs(self.runs.lines)

    def _set_pens(self, width: float, pale: float = 1) -> None:
        """In pixels of the device. A line of one pixel is the fastest to draw."""
        for name, line in self.lines.items():
            shade = self._colour(line.colour, _PALE if line.pale else 1)
            self._curves[name].setPen(pg.mkPen(shade, width=pale if line.pale else width))
            self._curves[name].setSymbolBrush(shade)


class PlotCard(QFrame):
    """A card with a plot, or with several to switch between by their headings.

    ``switched``: another plot is shown.
    """

    switched = Signal()

    def __init__(self, plots: Sequence[Plot]) -> None:
        super().__init__()
        layout = fill_card(self)
        layout.setSpacing(2)
        self._plots = plots
        self._choice = QButtonGroup(self)
        self._pages = QStackedWidget()
        # Cards side by side have their plots at the same height.
        top = QWidget()
        follow_font(top, lambda: top.setFixedHeight(top.fontMetrics().height() + _ABOVE_AND_BELOW))
        head = row(spacing=14)
        top.setLayout(head)
        for number, plot in enumerate(plots):
            self._pages.addWidget(plot)
            if len(plots) == 1:
                head.addWidget(label(plot.heading, "heading"))
                continue
            choice = button(plot.heading, f"show-{plot.name}", small=False)
            choice.setCheckable(True)
            choice.setChecked(not number)
            choice.setProperty("segment", True)
            # When checked its text is bold: with this width nothing beside it moves.
            bold = choice.font()
            bold.setBold(True)
            choice.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(plot.heading) + _BESIDE)
            self._choice.addButton(choice, number)
            head.addWidget(choice)
        head.addStretch()
        for plot in plots:
            head.addWidget(plot.legend.epoch)
            plot.legend.epoch.setVisible(plot is plots[0])
        layout.addWidget(top)
        layout.addWidget(self._pages, 1)
        # Two cards side by side are equally wide, whatever their texts.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(220)
        self._choice.idClicked.connect(self.show_plot)

    @property
    def plot(self) -> Plot:
        """The one that is shown."""
        return self._plots[self._pages.currentIndex()]

    @Slot(int)
    def show_plot(self, number: int) -> None:
        """Show one of the plots."""
        self._pages.setCurrentIndex(number)
        for plot in self._plots:
            plot.legend.epoch.setVisible(plot is self.plot)
        self._choice.button(number).setChecked(True)
        self.switched.emit()
