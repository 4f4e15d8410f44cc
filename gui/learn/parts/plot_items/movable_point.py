"""A point of a plane that the user moves."""

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from gui.theme import Theme

# Pixels: the radius of a point, and that of its ring while it has the focus.
_RADIUS, _RING = 7, 11
# From this part of the plane's width on, the label is on the left of the point: there is no room on the right.
_TURN = 0.75


class MovablePoint(pg.GraphicsObject):
    """A point of a plane that the user moves; made by ``Plane.add_point``, which also moves it.

    Attributes:
        name: of the point, for screen readers.
        label: what is written beside it, "" for nothing.
        position: (x, y); only to be read.

    Signals:
        moved: x and y, after the user has moved it; ``move_to`` emits nothing.
    """

    moved = Signal(float, float)

    def __init__(self, theme: Theme, name: str, label: str, colour: str) -> None:
        super().__init__()
        self.setFlag(self.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(100)
        self._theme, self._colour = theme, colour
        self.name, self.label = name, label
        self.position = (0.0, 0.0)
        self._focused = False
        self._left = False

    def move_to(self, x: float, y: float) -> None:
        """Put it elsewhere; emits nothing. At what is not finite it is hidden."""
        self.position = float(x), float(y)
        shown = math.isfinite(x) and math.isfinite(y)
        self.setVisible(shown)
        if shown:
            self.setPos(x, y)
            view = self.getViewBox().viewRect()
            left = bool(self.label) and view.width() > 0 and (x - view.left()) / view.width() > _TURN
            if left is not self._left:
                self.prepareGeometryChange()
                self._left = left

    def set_colour(self, colour: str) -> None:
        """Give it another colour of the theme."""
        self._colour = colour
        self.update()

    def set_focused(self, focused: bool) -> None:
        """Whether the keys move it."""
        self._focused = focused
        self.update()

    def restyle(self) -> None:
        """Follow the theme and its zoom."""
        self.prepareGeometryChange()
        self.update()

    def _label_rect(self) -> QRectF:
        metrics = QFontMetricsF(QApplication.font())
        gap = self._theme.px(_RADIUS) * 1.3
        width = metrics.horizontalAdvance(self.label) + self._theme.px(6)
        return QRectF(-gap - width if self._left else gap, -gap - metrics.height(), width, metrics.height())

    def boundingRect(self) -> QRectF:
        r = self._theme.px(_RING) + 2
        rect = QRectF(-r, -r, 2 * r, 2 * r)
        return rect | self._label_rect() if self.label else rect

    def paint(self, painter: QPainter, *args: Any) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, radius = self._theme.colour, self._theme.px(_RADIUS)
        painter.setPen(QPen(colour("surface"), self._theme.px(2)))
        painter.setBrush(colour(self._colour))
        painter.drawEllipse(QPointF(0, 0), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._focused:
            painter.setPen(QPen(colour("text"), self._theme.px(2)))
            painter.drawEllipse(QPointF(0, 0), self._theme.px(_RING), self._theme.px(_RING))
        if self.label:
            behind = colour("surface")
            behind.setAlphaF(0.8)
            rect = self._label_rect()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(behind)
            painter.drawRoundedRect(rect, 3, 3)
            painter.setPen(colour("text"))
            painter.setFont(QApplication.font())
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.label)
