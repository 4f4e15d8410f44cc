"""The axes of a plane and its grid."""

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from gui.learn.parts.number_format import tidy
from gui.theme import Theme
from gui.widgets.plots.elided_axis import ElidedAxis

# The distance of two numbers of an axis, at least, in text heights; and the room beside the numbers.
_APART, _BESIDE = 2.5, 0.8
_EXPONENTS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
# The opacity of the lines of the grid, and of those through 0: coloured areas are seen through them.
_FAINT, _ZERO = 0.09, 0.45


class Axis(ElidedAxis):
    """An axis with round numbers, as many as there is room for, and a title.

    With ``powers`` its numbers are exponents of 10: -4 is written as 1e-4.
    """

    def __init__(self, side: str, title: str, powers: bool = False) -> None:
        super().__init__(side)
        self._title, self._text_height, self._powers = title, 1, powers
        self.enableAutoSIPrefix(False)

    def restyle(self, theme: Theme, font: QFont) -> None:
        """Apply the theme's colours and its zoom."""
        metrics = QFontMetrics(font)
        self._text_height = metrics.height()
        self.setTickFont(font)
        self.setPen(theme.colour("line"))
        self.setTextPen(theme.colour("muted"))
        if self.orientation == "left":
            widest = metrics.horizontalAdvance("1e-16" if self._powers else "-0.05")
            self.setWidth(round((1 + _BESIDE) * metrics.height() + widest))
        # Without its colour it would be black.
        style = {"font-size": f"{font.pointSizeF():.1f}pt", "color": theme.colour("muted").name()}
        self.setLabel(self._title, **style)

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        if self._powers:
            least = (high - low) / max(size / (_APART * self._text_height), 2)
            return [(next((each for each in _EXPONENTS if each >= least), _EXPONENTS[-1]), 0.0)]
        return [(self.round_spacing(low, high, size, _APART), 0.0)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if self._powers:
            return [tidy(f"1e{round(value)}") if value else "1" for value in values]
        return list(super().tickStrings(values, scale, spacing))

    def places(self, low: float, high: float, size: float) -> list[float]:
        """Where the numbers are."""
        spacing = self.tickSpacing(low, high, size)[0][0]
        return [i * spacing for i in range(math.ceil(low / spacing), math.floor(high / spacing) + 1)]


class Grid(pg.GraphicsObject):
    """Faint lines at the numbers of the axes, stronger ones through 0."""

    def __init__(self, theme: Theme, across: Axis, up: Axis) -> None:
        super().__init__()
        self._theme, self._across, self._up = theme, across, up
        self.setZValue(-50)

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewRangeChanged(self) -> None:
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, *args: Any) -> None:
        view, to_pixels = QRectF(self.viewRect()), painter.worldTransform()
        area = to_pixels.mapRect(view)
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        colour = self._theme.colour("text")
        xs = self._across.places(view.left(), view.right(), area.width())
        ys = self._up.places(view.top(), view.bottom(), area.height())
        for share, zero in ((_FAINT, False), (_ZERO, True)):
            colour.setAlphaF(share)
            # Rectangles are painted three times as fast as lines.
            for x in (to_pixels.map(QPointF(x, 0)).x() for x in xs if (x == 0) is zero):
                painter.fillRect(QRectF(round(x), area.top(), 1, area.height()), colour)
            for y in (to_pixels.map(QPointF(0, y)).y() for y in ys if (y == 0) is zero):
                painter.fillRect(QRectF(area.left(), round(y), area.width(), 1), colour)
        painter.restore()
