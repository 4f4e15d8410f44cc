"""A card with a plot: a legend, a readout of what is under the mouse, and words while there is nothing to plot."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QWidget

from engine.types import FloatArray
from gui.cards import fill_card, label
from gui.i18n import tr
from gui.theme import Theme

_AXIS_WIDTH = 58
_LONG = 10_000


@dataclass(frozen=True)
class Line:
    """One curve: its title in the legend, its named colour, how it is drawn.

    ``faint`` is a thin line in a paler shade; ``dots`` marks every point.
    """

    title: str
    colour: str
    faint: bool = False
    dots: bool = False


@dataclass(frozen=True)
class Reading:
    """What the curves say at ``x``: a text for each line, by its name."""

    x: float
    values: Mapping[str, str]


Read: TypeAlias = Callable[[float], Reading | None]


class _Numbers(pg.AxisItem):
    """Large numbers are written short: an exploding loss would not leave the axis any room."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if max(map(abs, values), default=0.0) < _LONG:
            return list(super().tickStrings(values, scale, spacing))
        return [f"{value:.1e}".replace("e+0", "e").replace("e+", "e") if value else "0" for value in values]


class _Surface(pg.PlotWidget):
    """Tells where the mouse is. Zoomed or moved by hand it stays so until a double click."""

    hovered = Signal(object)  # x, or None once the mouse has left
    whole = Signal()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.hovered.emit(self.x_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.whole.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def x_at(self, position: QPointF) -> float | None:
        """The x under a position on the widget; None outside the axes."""
        view = self.getPlotItem().getViewBox()
        point = self.mapToScene(position.toPoint())
        return float(view.mapSceneToView(point).x()) if view.sceneBoundingRect().contains(point) else None


class Plot(QFrame):
    """Epochs to the right, something else upwards.

    Signals:
        looked_elsewhere: other epochs are to be seen.
        whole_wanted: the person had zoomed in and wants to see everything again.
    """

    looked_elsewhere = Signal()
    whole_wanted = Signal()

    def __init__(
        self,
        name: str,
        heading: str,
        axis: str,
        empty: str,
        lines: Mapping[str, Line],
        theme: Theme,
        read: Read,
        parent: QWidget | None = None,
    ) -> None:
        """Args:
        axis: what is measured upwards, with its unit.
        empty: what will appear here.
        read: gives the values at the point nearest to an x, for the readout.
        """
        super().__init__(parent)
        layout = fill_card(self)
        self._lines, self._theme, self._read = dict(lines), theme, read
        self._reading: Reading | None = None
        self._following = True

        self._legend: QLabel = label("", "muted", f"{name}-legend")
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._readout: QLabel = label("", "muted", f"{name}-readout")
        self._readout.setAccessibleName(tr("{0} under the mouse", heading))
        top = QHBoxLayout()
        top.addWidget(label(heading, "heading"))
        top.addStretch()
        top.addWidget(self._legend)
        layout.addLayout(top)
        layout.addWidget(self._readout)
        layout.setSpacing(2)
        # Two plots side by side are as wide as each other, whatever their words.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._readout.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(220)

        self.surface = _Surface(axisItems={"left": _Numbers("left")})
        self.surface.setObjectName(f"{name}-plot")
        self.surface.setAccessibleName(heading)
        self.surface.setStatusTip(tr("Point: read the values. Wheel: zoom. Drag: move. Double click: show everything."))
        self._item = self.surface.getPlotItem()
        self._item.setMenuEnabled(False)
        self._item.hideButtons()
        # No grid: it is part of the axis, and with it every new point would draw all numbers of the axis again.
        self._axes = {"bottom": tr("epoch"), "left": axis}
        for side in self._axes:
            self._item.getAxis(side).enableAutoSIPrefix(False)
        self._item.getAxis("left").setWidth(_AXIS_WIDTH)
        self._view = self._item.getViewBox()
        self._view.disableAutoRange()
        self._view.setLimits(xMin=0)
        self._curves = {each: pg.PlotDataItem(**_drawing(line)) for each, line in lines.items()}
        for curve in self._curves.values():
            self._item.addItem(curve)
        self._marker = pg.InfiniteLine(angle=90, movable=False)
        self._marker.setZValue(10)
        self._marker.hide()
        self._item.addItem(self._marker, ignoreBounds=True)

        nothing = label(empty, "muted", f"{name}-empty")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setWordWrap(True)
        self._pages = QStackedWidget()
        self._pages.addWidget(nothing)
        self._pages.addWidget(self.surface)
        layout.addWidget(self._pages, 1)

        self.surface.hovered.connect(self._hover)
        self.surface.whole.connect(self._show_whole)
        self._view.sigRangeChangedManually.connect(self._zoomed)
        self._view.sigXRangeChanged.connect(self.looked_elsewhere)
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def readout(self) -> str:
        """What is read under the mouse: "epoch 3.2, train 97.1 %, test 96.8 %"; nothing while it is elsewhere."""
        return self._readout.text()

    @property
    def empty(self) -> bool:
        """Whether words stand where the plot will be."""
        return self._pages.currentIndex() == 0

    def clear(self) -> None:
        """A new training: follow it, and plot nothing yet."""
        self._following = True
        for curve in self._curves.values():
            curve.setData([], [])
        self._pages.setCurrentIndex(1)
        self._hover(None)

    @property
    def visible(self) -> tuple[float, float]:
        """The first and the last epoch that can be seen."""
        low, high = self._view.viewRange()[0]
        return float(low), float(high)

    def draw(self, name: str, x: FloatArray, y: FloatArray) -> None:
        """Draw one of the lines through points (n,)."""
        self._curves[name].setData(x, y)

    def points(self, name: str) -> tuple[FloatArray, FloatArray]:
        """What ``draw`` got."""
        x, y = self._curves[name].getOriginalDataset()
        return (np.empty(0), np.empty(0)) if x is None else (x, y)

    def look_at(self, x_end: float, low: float, high: float) -> None:
        """Show 0 to ``x_end`` and ``low`` to ``high``, unless the person looks at something else."""
        if self._following:
            # A little air on the right and above, or the last point and the highest number would be cut in half.
            high += 0.03 * (high - low)
            self._view.setRange(xRange=(0, 1.03 * x_end), yRange=(low, high), padding=0, disableAutoRange=True)

    @Slot(object)
    def _hover(self, x: float | None) -> None:
        self._reading = None if x is None else self._read(x)
        self._marker.setVisible(self._reading is not None)
        if self._reading is None:
            self._readout.setText("")
            return
        self._marker.setValue(self._reading.x)
        parts = [f"{line.title} {self._reading.values[name]}" for name, line in self._lines.items()]
        # The first epoch of a slow network is all there is to see for minutes.
        epoch = f"{self._reading.x:.{2 if self._reading.x < 1 else 1}f}"
        self._readout.setText(", ".join([tr("epoch {0}", epoch), *parts]))

    def refresh_readout(self) -> None:
        """More points have come: the nearest one may be another."""
        if self._reading is not None:
            self._hover(self._reading.x)

    @Slot()
    def _zoomed(self) -> None:
        self._following = False

    @Slot()
    def _show_whole(self) -> None:
        self._following = True
        self.whole_wanted.emit()

    def event(self, event: QEvent) -> bool:
        """On another screen the lines, which are counted in that screen's own pixels, need another width."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._recolour()
        return super().event(event)

    @Slot()
    def _recolour(self) -> None:
        surface, muted = self._theme.colour("surface"), self._theme.colour("muted")
        self.surface.setBackground(surface)
        for side, title in self._axes.items():
            axis = self._item.getAxis(side)
            axis.setPen(self._theme.colour("line"))
            axis.setTextPen(muted)
            axis.setLabel(title, color=muted.name())
        for name, line in self._lines.items():
            shade = _shade(line, self._theme, surface)
            self._curves[name].setPen(pg.mkPen(shade, width=1 if line.faint else 2 * self.devicePixelRatioF()))
            if line.dots:
                self._curves[name].setSymbolBrush(shade)
        self._marker.setPen(pg.mkPen(muted, width=1))
        marks = [
            f'<span style="color:{_shade(line, self._theme, surface).name()}">━</span> {line.title}'
            for line in self._lines.values()
        ]
        self._legend.setText("&nbsp;&nbsp; ".join(marks))


def _drawing(line: Line) -> dict[str, Any]:
    """How pyqtgraph is to draw it. Whoever calls ``draw`` thins the points out; a faint line needs no smooth edges."""
    made: dict[str, Any] = {"skipFiniteCheck": True, "antialias": not line.faint}
    if line.dots:
        made |= {"symbol": "o", "symbolSize": 5, "symbolPen": None}
    return made


def _shade(line: Line, theme: Theme, surface: QColor) -> QColor:
    """The line's colour; a faint one is mixed with the background here, since drawing it half transparent is slow."""
    full = theme.colour(line.colour)
    if not line.faint:
        return full
    mixed = (round(0.3 * f + 0.7 * s) for f, s in zip(_rgb(full), _rgb(surface), strict=True))
    return QColor(*mixed)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def nice_above(value: float, steps: tuple[float, ...] = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)) -> float:
    """The next round number from ``value`` > 0 on: an axis that ends there need not change at every point."""
    scale = 10.0 ** math.floor(math.log10(value))
    return next((step * scale for step in steps if step * scale >= value * (1 - 1e-9)), 10 * scale)
