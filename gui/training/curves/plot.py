"""A plot: its lines, the values under the mouse, and a text while there is nothing to plot."""

from collections.abc import Callable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from engine.types import FloatArray
from gui.theme import Theme, mixed
from gui.training.curves.legend import Entry, PlotLegend
from gui.training.curves.line_style import line_pen
from gui.training.curves.overlay import EMPHASIZED, WIDTH, RunLayer, RunLine
from gui.training.curves.subjects import Subject
from gui.training.curves.surface import Surface
from gui.training.curves.training_history import Values
from gui.widgets.cards import column
from gui.widgets.placeholder import Placeholder, centred
from gui.widgets.plots.symbols import symbol_brush, symbol_pen

# How much of the line's colour a pale line and the area between two lines have.
_PALE, _FILLED = 0.3, 0.16
# Below the runs, which are drawn below all other lines.
_BELOW, _LOWEST = -2, -3
_SYMBOL = 5
_FILLED_MARK = "██"
# After the end of any training.
_LAST = 1e12


class Plot(QWidget):
    """Epochs to the right, something else upwards.

    Signals:
        pointed: the epoch under the mouse, of the nearest point where there is one; None once the mouse has left.
        epochs_changed: other epochs are in view.

    Attributes:
        surface: axes and view.
        runs: the curves of stored runs.
        legend: of the lines, with the values under the mouse.
        viewed: the line at the epoch whose network is shown in the window.
        values_at: gives the values of the lines at the point nearest to an epoch.
        colour: a named colour, that of the training.
    """

    pointed = Signal(object)
    epochs_changed = Signal()

    def __init__(self, subject: Subject, theme: Theme, values_at: Callable[[float], Values | None]) -> None:
        super().__init__()
        self.name, self.heading, self.values_at = subject.name, subject.heading, values_at
        self.short_heading = subject.short
        self.lines = {line.name: line for line in subject.lines}
        self.colour = "run-1"
        self._theme = theme
        self._filled = subject.filled
        self._active = self._emphasized = False
        # See ``line_pen``.
        self._equal = 0, 1
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
            no_edge = symbol_pen(QColor(), 0)
            curve = pg.PlotDataItem(skipFiniteCheck=True, antialias=not line.pale, symbolPen=no_edge)
            curve.setZValue(_BELOW if line.pale else 0)
            self.surface.addItem(curve)
            self._curves[name] = curve
        self._area: pg.FillBetweenItem | None = None
        if self._filled is not None:
            self._area = pg.FillBetweenItem(*(self._curves[name] for name in self._filled))
            self._area.setZValue(_LOWEST)
            self.surface.addItem(self._area, ignoreBounds=True)
        self.marker = pg.InfiniteLine(angle=90, movable=False)
        self.marker.setZValue(10)
        self.marker.hide()
        self.surface.addItem(self.marker, ignoreBounds=True)
        self.viewed = pg.InfiniteLine(angle=90, movable=False)
        self.viewed.hide()
        self.surface.addItem(self.viewed, ignoreBounds=True)

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
        colours = [self._colour(each.history.colour, each.shade) for each in lines]
        alone = not self._active and len({each.run for each in lines}) == 1
        area = (*self._filled, self._colour(lines[0].history.colour, _FILLED)) if alone and self._filled else None
        self.runs.show_lines(lines, colours, area, self._theme.line / WIDTH)
        if self._area is not None:
            # The areas of several trainings would hide each other.
            self._area.setVisible(not lines)
        self._pages.show_widget(self._active or bool(lines))
        self._update_legend()

    def show_training(self, colour: str, equal: tuple[int, int]) -> None:
        """Draw the training in this named colour. ``equal``: see ``line_pen``."""
        if (colour, equal) != (self.colour, self._equal):
            self.colour, self._equal = colour, equal
            self._set_pens()
            self._update_legend()

    def emphasize(self, number: int | None) -> None:
        """Draw one of the runs broader, and over the others; -1 for the training."""
        self.runs.emphasize(None if number == -1 else number)
        self._emphasized = number == -1
        self._set_pens()

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

    def mark_epoch(self, epoch: float | None) -> None:
        """Mark the epoch whose network is shown in the window; None for none."""
        self.viewed.setVisible(epoch is not None)
        if epoch is not None:
            self.viewed.setValue(epoch)

    def refresh_values(self) -> None:
        """With new points, another one may be the nearest, and a line may have its first one."""
        self.point_at(self._x)

    def _update_legend(self) -> None:
        self.legend.show_values(self._entries(), self._values, self._x)

    def _entries(self) -> list[Entry]:
        """The lines of the training, or without one, what distinguishes the lines of a run."""
        runs = self.runs.lines
        if self._active or not runs:
            colour, entries = (
                self.colour,
                [
                    Entry(name, line.title, self._colour(self.colour, _PALE if line.pale else 1), line.style.mark)
                    for name, line in self.lines.items()
                    if not line.optional or len(self.points(name)[0])
                ],
            )
            alone = not runs
        else:
            alone = len({each.run for each in runs}) == 1
            colour = runs[0].history.colour if alone else "text"
            kinds = dict.fromkeys((each.line if alone else "", each.title, each.shade, each.style) for each in runs)
            entries = [
                Entry(name, title, self._colour(colour, shade), style.mark) for name, title, shade, style in kinds
            ]
        if self._filled is not None and alone:
            latest = self.values_at(_LAST) if self._values is None and (self._active or runs) else None
            gap = None if latest is None else latest.texts.get("gap")
            title = tr("gap") if gap is None else tr("gap {0}", gap)
            entries.append(Entry("gap", title, self._colour(colour, _FILLED), _FILLED_MARK))
        return entries

    def paint_image(self, painter: QPainter, area: QRectF) -> None:
        """Paint axes and curves into an area, with smooth edges, in lines as wide as on the screen."""
        self._set_export_mode(True)
        self._set_pens(painter.device().devicePixelRatioF())
        self.surface.scene().render(painter, area, QRectF(self.surface.viewport().rect()))
        self._set_pens()
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
        self._set_pens()
        self.marker.setPen(pg.mkPen(self._theme.colour("muted"), width=1))
        self.viewed.setPen(pg.mkPen(self._theme.colour("accent"), width=2))
        self.show_runs(self.runs.lines)

    def _set_pens(self, ratio: float | None = None) -> None:
        """Widths are in pixels of a device with this pixel ratio. A line of one pixel is the fastest to draw."""
        zoom = self._theme.line / WIDTH * (self.devicePixelRatioF() if ratio is None else ratio)
        wide = zoom * (EMPHASIZED if self._emphasized else WIDTH)
        for name, line in self.lines.items():
            shade = self._colour(self.colour, _PALE if line.pale else 1)
            pen = line_pen(shade, zoom, line.style) if line.pale else line_pen(shade, wide, line.style, *self._equal)
            self._curves[name].setPen(pen)
            self._curves[name].setSymbolBrush(symbol_brush(shade))
            self._curves[name].setSymbolSize(self._theme.px(_SYMBOL))
        if self._area is not None:
            self._area.setBrush(self._colour(self.colour, _FILLED))
