"""The plots as a picture for a report: painted line by line, in pixels or to scale.

Nothing is clipped by the painter, because an SVG's does not: what lies outside the axes is left out before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter, QPen, QPolygonF
from PySide6.QtSvg import QSvgGenerator

from engine.types import FloatArray

# Pixels of the picture for one of the screen's.
_FINE = 2
_EDGE, _GAP, _TICK = 16, 28, 4
_TEXT, _HEADING = 12, 14
_DOTS_PER_INCH = 96


@dataclass(frozen=True)
class Drawn:
    """One curve: points (n,), colour, width; ``dots`` marks every point."""

    x: FloatArray
    y: FloatArray
    colour: QColor
    width: float = 1.6
    dots: bool = False


@dataclass(frozen=True)
class Panel:
    """One plot.

    Attributes:
        seen: the lowest and the highest x and y.
        ticks: of x and of y, where and what stands there.
        titles: of x and of y.
        legend: texts and their colours.
        curves: the first one lowest.
    """

    heading: str
    seen: tuple[float, float, float, float]
    ticks: tuple[Sequence[tuple[float, str]], Sequence[tuple[float, str]]]
    titles: tuple[str, str]
    legend: Sequence[tuple[str, QColor]]
    curves: Sequence[Drawn]


@dataclass(frozen=True)
class Figure:
    """Plots side by side, and below them the titles of the runs; in these colours, of this size."""

    panels: Sequence[Panel]
    runs: Sequence[tuple[str, QColor]]
    background: QColor
    text: QColor
    muted: QColor
    line: QColor
    size: QSize

    def png(self) -> bytes:
        """A picture of twice as many pixels as the screen shows."""
        image = QImage(self.size * _FINE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_FINE)
        image.fill(self.background)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, b"png").write(image)
        return bytes(buffer.data().data())

    def svg(self, title: str) -> bytes:
        """A picture to scale."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.size)
        generator.setViewBox(QRectF(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(title)
        generator.setResolution(_DOTS_PER_INCH)
        painter = QPainter(generator)
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), self.background)
        self._paint(painter)
        painter.end()
        # Elsewhere there may be no such font.
        return re.sub(rb'font-family="([^"]*)"', rb'font-family="\1, sans-serif"', bytes(buffer.data().data()))

    def _paint(self, painter: QPainter) -> None:
        font = QFont(painter.font())
        font.setPixelSize(_TEXT)
        painter.setFont(font)
        rows = self._rows(QFontMetricsF(font))
        line = QFontMetricsF(font).lineSpacing() + 4
        below = len(rows) * line + (_EDGE / 2 if rows else 0)
        width = (self.size.width() - 2 * _EDGE - _GAP * (len(self.panels) - 1)) / len(self.panels)
        height = self.size.height() - 2 * _EDGE - below
        for number, panel in enumerate(self.panels):
            self._paint_panel(painter, panel, QRectF(_EDGE + number * (width + _GAP), _EDGE, width, height))
        for number, row in enumerate(rows):
            self._paint_legend(painter, row, _EDGE, self.size.height() - _EDGE - below + _EDGE / 2 + number * line)

    def _rows(self, metrics: QFontMetricsF) -> list[list[tuple[str, QColor]]]:
        """The titles of the runs, in as many rows as they take."""
        room = self.size.width() - 2 * _EDGE
        rows: list[list[tuple[str, QColor]]] = []
        free = 0.0
        for title, colour in self.runs:
            text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room / 2)
            takes = _legend_width(metrics, text)
            if takes > free:
                rows.append([])
                free = room
            rows[-1].append((text, colour))
            free -= takes
        return rows

    def _paint_legend(self, painter: QPainter, entries: Sequence[tuple[str, QColor]], x: float, top: float) -> None:
        metrics = QFontMetricsF(painter.font())
        for text, colour in entries:
            middle = top + metrics.height() / 2
            painter.setPen(QPen(colour, 3))
            painter.drawLine(QPointF(x, middle), QPointF(x + 16, middle))
            painter.setPen(self.muted)
            painter.drawText(QPointF(x + 22, top + metrics.ascent()), text)
            x += _legend_width(metrics, text)

    def _paint_panel(self, painter: QPainter, panel: Panel, area: QRectF) -> None:
        metrics = QFontMetricsF(painter.font())
        plain, bold = painter.font(), QFont(painter.font())
        bold.setPixelSize(_HEADING)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self.text)
        painter.drawText(QPointF(area.left(), area.top() + QFontMetricsF(bold).ascent()), panel.heading)
        painter.setFont(plain)
        top = area.top() + QFontMetricsF(bold).lineSpacing() + 4
        self._paint_legend(painter, panel.legend, area.left(), top)
        broadest = max((metrics.horizontalAdvance(text) for _, text in panel.ticks[1]), default=0.0)
        left = metrics.height() + 8 + broadest + _TICK + 4
        axes = area.adjusted(left, top - area.top() + metrics.height() + 10, -8, -2 * metrics.height() - _TICK - 10)
        x0, x1, y0, y1 = panel.seen

        def place(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
            return (
                axes.left() + (x - x0) / (x1 - x0) * axes.width(),
                axes.bottom() - (y - y0) / (y1 - y0) * axes.height(),
            )

        painter.setPen(QPen(self.line, 1))
        painter.drawLine(axes.bottomLeft(), axes.bottomRight())
        painter.drawLine(axes.bottomLeft(), axes.topLeft())
        for at, text in panel.ticks[0]:
            x = float(place(np.array(at), np.array(y0))[0])
            painter.setPen(QPen(self.line, 1))
            painter.drawLine(QPointF(x, axes.bottom()), QPointF(x, axes.bottom() + _TICK))
            painter.setPen(self.muted)
            wide = metrics.horizontalAdvance(text)
            painter.drawText(QPointF(x - wide / 2, axes.bottom() + _TICK + 2 + metrics.ascent()), text)
        for at, text in panel.ticks[1]:
            y = float(place(np.array(x0), np.array(at))[1])
            painter.setPen(QPen(self.line, 1))
            painter.drawLine(QPointF(axes.left() - _TICK, y), QPointF(axes.left(), y))
            painter.setPen(self.muted)
            wide = metrics.horizontalAdvance(text)
            painter.drawText(QPointF(axes.left() - _TICK - 4 - wide, y + metrics.ascent() / 2 - 1), text)
        painter.drawText(
            QPointF(
                axes.center().x() - metrics.horizontalAdvance(panel.titles[0]) / 2, area.bottom() - metrics.descent()
            ),
            panel.titles[0],
        )
        painter.save()
        painter.translate(area.left() + metrics.ascent(), axes.center().y())
        painter.rotate(-90)
        painter.drawText(QPointF(-metrics.horizontalAdvance(panel.titles[1]) / 2, 0), panel.titles[1])
        painter.restore()
        for curve in panel.curves:
            self._paint_curve(painter, curve, *place(curve.x, curve.y), axes)

    def _paint_curve(self, painter: QPainter, curve: Drawn, x: FloatArray, y: FloatArray, axes: QRectF) -> None:
        painter.setPen(QPen(curve.colour, curve.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for part in clipped(x, y, axes):
            painter.drawPolyline(QPolygonF([QPointF(*point) for point in part]))
        if curve.dots:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(curve.colour)
            for at_x, at_y in zip(x.tolist(), y.tolist(), strict=True):
                if axes.contains(at_x, at_y):
                    painter.drawEllipse(QPointF(at_x, at_y), 2.5, 2.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)


def clipped(x: FloatArray, y: FloatArray, area: QRectF) -> list[list[tuple[float, float]]]:
    """The parts of a line through points (n,) that lie within an area (Liang and Barsky 1984)."""
    parts: list[list[tuple[float, float]]] = []
    points = list(zip(x.tolist(), y.tolist(), strict=True))
    for (ax, ay), (bx, by) in pairwise(points):
        dx, dy = bx - ax, by - ay
        enter, leave = 0.0, 1.0
        for slope, room in (
            (-dx, ax - area.left()),
            (dx, area.right() - ax),
            (-dy, ay - area.top()),
            (dy, area.bottom() - ay),
        ):
            if slope < 0:
                enter = max(enter, room / slope)
            elif slope > 0:
                leave = min(leave, room / slope)
            elif room < 0:
                leave = -1.0
        if enter > leave:
            continue
        start, end = (ax + enter * dx, ay + enter * dy), (ax + leave * dx, ay + leave * dy)
        if enter == 0 and parts and parts[-1][-1] == start:
            parts[-1].append(end)
        else:
            parts.append([start, end])
    return parts


def _legend_width(metrics: QFontMetricsF, text: str) -> float:
    return 22 + metrics.horizontalAdvance(text) + 18
