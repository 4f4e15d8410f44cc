"""A plot: a legend with what is read under the mouse, curves, and words while there is nothing to plot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.types import FloatArray
from gui.i18n import tr
from gui.theme import Theme
from gui.training.curves.figure import Drawn, Panel
from gui.training.curves.plot_surface import Surface
from gui.training.curves.readout import Entry, Reading, Readout
from gui.training.curves.run_layer import RunLayer, Stroke
from gui.widgets.placeholder import Placeholder, centred

_FAINT = 0.3
# Below the runs, which are drawn below all other lines.
_BELOW = -2


@dataclass(frozen=True)
class Line:
    """One curve: its title in the legend, its named colour, how it is drawn.

    ``faint`` is a thin line in a paler shade; ``dots`` marks every point; ``rare`` is not in the legend until it has
    points.
    """

    title: str
    colour: str
    faint: bool = False
    dots: bool = False
    rare: bool = False


@dataclass(frozen=True)
class Subject:
    """What a plot is about.

    Attributes:
        name: what the object names have in common.
        axis: what is measured upwards, with its unit.
        empty: what will appear here.
        lines: by their names, in the order of the legend.
    """

    name: str
    heading: str
    axis: str
    empty: str
    lines: Mapping[str, Line]


Read: TypeAlias = Callable[[float], Reading | None]


class Plot(QWidget):
    """Epochs to the right, something else upwards.

    Signals:
        pointed: the epoch under the mouse, of the nearest point where there is one; None once the mouse has left.
        looked_elsewhere: other epochs are to be seen.

    Attributes:
        surface: what it is drawn on, and where it looks.
    """

    pointed = Signal(object)
    looked_elsewhere = Signal()

    def __init__(self, subject: Subject, theme: Theme, read: Read, parent: QWidget | None = None) -> None:
        """Args:
        read: gives the values at the point nearest to an x, for the readout.
        """
        super().__init__(parent)
        name, lines = subject.name, subject.lines
        self.name, self.heading = name, subject.heading
        self._lines, self._theme, self._read = dict(lines), theme, read
        self._watched = False
        self._x: float | None = None
        self._reading: Reading | None = None
        self._legend = Readout(name, subject.heading)

        self.surface = Surface()
        self.surface.setObjectName(f"{name}-plot")
        self.surface.setAccessibleName(subject.heading)
        self.surface.setStatusTip(
            tr("Wheel, drag, + and −: zoom. Shift and drag, arrows: move. Backspace: back. Home, double click: reset.")
        )
        self._titles = (tr("epoch"), subject.axis)
        self._item = self.surface.getPlotItem()
        self._view = self._item.getViewBox()
        self.runs = RunLayer()
        self._item.addItem(self.runs, ignoreBounds=True)
        self._curves = {each: pg.PlotDataItem(**_drawing(line)) for each, line in lines.items()}
        for each, curve in self._curves.items():
            curve.setZValue(_BELOW if lines[each].faint else 0)
            self._item.addItem(curve)
        self._marker = pg.InfiniteLine(angle=90, movable=False)
        self._marker.setZValue(10)
        self._marker.hide()
        self._item.addItem(self._marker, ignoreBounds=True)

        self._pages = Placeholder(self.surface, centred(subject.empty, "muted", f"{name}-empty"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._legend)
        layout.addWidget(self._pages, 1)

        self.surface.hovered.connect(self._hover)
        self._view.sigXRangeChanged.connect(self.looked_elsewhere)
        theme.changed.connect(self._recolour)
        self._recolour()

    # -- what it shows

    @property
    def empty(self) -> bool:
        """Whether words stand where the plot will be."""
        return bool(self._pages.said)

    def clear(self, watched: bool = True) -> None:
        """Plot nothing of a running training.

        Args:
            watched: there is one, which will be plotted.
        """
        self._watched = watched
        for curve in self._curves.values():
            curve.setData([], [])
        self._pages.see(watched or bool(self.runs.strokes))
        self.point_at(None)

    def draw(self, name: str, x: FloatArray, y: FloatArray) -> None:
        """Draw one of the lines through points (n,)."""
        new = self._lines[name].rare and bool(len(x)) and not len(self.points(name)[0])
        # One mini-batch alone is a point, through which no line goes.
        marked = self._lines[name].dots or len(x) == 1
        self._curves[name].setData(x, y, symbol="o" if marked else None)
        if new:
            self._tell()

    def points(self, name: str) -> tuple[FloatArray, FloatArray]:
        """What ``draw`` got."""
        x, y = self._curves[name].getOriginalDataset()
        return (np.empty(0), np.empty(0)) if x is None else (x, y)

    def show_runs(self, strokes: Sequence[Stroke]) -> None:
        """Draw the curves of kept trainings under the others."""
        self.runs.show_strokes(strokes, [self._colour(each.colour, each.shade) for each in strokes])
        self._pages.see(self._watched or bool(strokes))
        self._tell()

    # -- what is read

    @property
    def readout(self) -> str:
        """What is read under the mouse: "epoch 3.2, train 97.1 %, test 96.8 %"; nothing while it is elsewhere."""
        return self._legend.said

    @property
    def where(self) -> QLabel:
        """The epoch that is read, for whoever lays the plot out."""
        return self._legend.where

    @Slot(object)
    def _hover(self, x: float | None) -> None:
        self.point_at(x, snap=True)
        self.pointed.emit(self._x)

    def point_at(self, x: float | None, snap: bool = False) -> None:
        """Read what is at an epoch.

        Args:
            snap: mark the point that is read, and not the epoch itself.
        """
        self._reading = None if x is None else self._read(x)
        self._x = self._reading.x if snap and self._reading is not None else x
        if self._reading is None and not self.runs.strokes:
            self._x = None
        self._marker.setVisible(self._x is not None)
        if self._x is not None:
            self._marker.setValue(self._x)
        self._tell()

    def refresh_readout(self) -> None:
        """More points have come: the nearest one may be another."""
        if self._x is not None:
            self._reading = self._read(self._x)
            self._tell()

    def _tell(self) -> None:
        self._legend.tell(self._entries(), self._reading, self._x)

    def _entries(self) -> list[Entry]:
        """The legend's; without a training that is watched, what tells apart the lines of one run."""
        if not self._watched and self.runs.strokes:
            kinds = dict.fromkeys((each.title, each.shade) for each in self.runs.strokes)
            return [Entry("", title, self._colour("text", shade)) for title, shade in kinds]
        return [
            Entry(name, line.title, self._colour(line.colour, _FAINT if line.faint else 1))
            for name, line in self._lines.items()
            if not line.rare or len(self.points(name)[0])
        ]

    # -- as a picture

    def panel(self) -> Panel:
        """What can be seen, to be painted elsewhere."""
        x0, x1, _, _ = seen = self.surface.seen
        curves = [each.drawn(x0, x1, self._colour(each.colour, each.shade)) for each in self.runs.strokes]
        for name, line in self._lines.items():
            x, y = self.points(name)
            colour = self._colour(line.colour, _FAINT if line.faint else 1)
            if line.faint:
                curves.insert(0, Drawn(x, y, colour, width=1))
            elif len(x):
                curves.append(Drawn(x, y, colour, width=2, dots=line.dots))
        return Panel(
            self.heading,
            seen,
            (self.surface.ticks("bottom"), self.surface.ticks("left")),
            self._titles,
            [(entry.title, entry.colour) for entry in self._entries()],
            curves,
        )

    # -- colours

    def event(self, event: QEvent) -> bool:
        """On another screen the lines, which are counted in that screen's own pixels, need another width."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._recolour()
        return super().event(event)

    def _colour(self, name: str, shade: float = 1) -> QColor:
        """A named colour, mixed with the background here: drawing it half transparent is slow."""
        pairs = zip(_rgb(self._theme.colour(name)), _rgb(self._theme.colour("surface")), strict=True)
        return QColor(*(round(shade * full + (1 - shade) * surface) for full, surface in pairs))

    @Slot()
    def _recolour(self) -> None:
        self.surface.colour(self._theme, self._titles)
        for name, line in self._lines.items():
            shade = self._colour(line.colour, _FAINT if line.faint else 1)
            self._curves[name].setPen(pg.mkPen(shade, width=1 if line.faint else 2 * self.devicePixelRatioF()))
            self._curves[name].setSymbolBrush(shade)
        self._marker.setPen(pg.mkPen(self._theme.colour("muted"), width=1))
        self.show_runs(self.runs.strokes)


def _drawing(line: Line) -> dict[str, Any]:
    """How pyqtgraph is to draw it. Whoever calls ``draw`` thins the points out; a faint line needs no smooth edges."""
    return {"skipFiniteCheck": True, "antialias": not line.faint, "symbolSize": 5, "symbolPen": None}


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
