"""Painting what is pointed at in the diagram: its name, the connections into it, and the weights of the input."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.i18n import tr
from engine.types import FloatArray
from gui.draw.network.connections import Connection
from gui.draw.network.contents import Kind
from gui.draw.network.palette import image_of
from gui.draw.network.placement import Cell, Placed
from gui.draw.network.texts import CENTRE, centred
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.draw.network.diagram import Diagram

# Opacity of the strongest connection.
_LIT = 0.95
# The smallest side of the pictures of a neuron's weights.
_LEAST_PICTURE = 56


def paint_pointed(painter: QPainter, view: Diagram, theme: Theme, spot: Cell) -> None:
    """Mark what is pointed at, and paint what it comes from."""
    layer, cell = spot
    placed = view.placed[layer + 1]
    _paint_name(painter, view, theme, placed)
    if cell is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
        painter.drawRoundedRect(placed.rect.adjusted(-3, -3, 3, 3), 3, 3)
        return
    if view.traced is not None:
        _paint_input_pictures(painter, view, theme)
        _paint_lit(painter, view, theme)
    if placed.pixels and placed.column.kind is not Kind.IMAGE:
        _mark(painter, theme, placed.tile_rect(cell[0]))
    _mark(painter, theme, view.cell_rect(spot), placed.column.kind is Kind.NEURONS and not placed.narrow)


def _paint_name(painter: QPainter, view: Diagram, theme: Theme, placed: Placed) -> None:
    """The name of the column that is pointed at, over the headings."""
    column, metrics = placed.column, view.fonts.bold_metrics
    heading = next(each for each in view.headings if column.layer in each.layers)
    if len(heading.layers) > 1:
        # The names of the columns that share a heading would be cut.
        left, right = heading.extent(metrics)
        painter.fillRect(QRectF(left, 0, right - left, metrics.height() + 2), theme.colour("surface"))
    half = metrics.horizontalAdvance(column.name) / 2 + 5
    middle = min(max(placed.rect.center().x(), half), view.width() - half)
    tag = QRectF(middle - half, 0, 2 * half, metrics.height() + 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(tag, 4, 4)
    painter.setPen(theme.colour("on-accent"))
    painter.setFont(view.fonts.bold)
    painter.drawText(tag, CENTRE, column.name)


def _paint_lit(painter: QPainter, view: Diagram, theme: Theme) -> None:
    assert view.traced is not None
    connections = view.traced.connections
    most = max((abs(each.product) for each in connections if each.product is not None), default=1.0)
    for each in reversed(connections):
        share = 0.5 if each.product is None else abs(each.product) / most if math.isfinite(most) else 1.0
        colour = theme.colour("text" if each.product is None else "above" if each.product > 0 else "below")
        start, end = _part_rect(view, each), view.placed[each.target[0] + 1].cell_rect(each.target[1])
        source = view.placed[each.source[0] + 1]
        from_pixel = source.pixels
        begin = QPointF(start.center() if from_pixel else QPointF(start.right(), start.center().y()))
        pen = QPen(colour, theme.px(10) / 10 * (0.8 + 2.2 * share))
        faded = QColor(colour)
        faded.setAlphaF(_LIT * (0.35 + 0.65 * share))
        pen.setColor(faded)
        painter.setPen(pen)
        painter.drawLine(QLineF(begin, QPointF(end.left(), end.center().y())))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, theme.px(15) / 10))
        if source.column.kind is Kind.NEURONS and not source.narrow:
            painter.drawEllipse(start.adjusted(-1, -1, 1, 1))
        else:
            painter.drawRect(start)


def _part_rect(view: Diagram, connection: Connection) -> QRectF:
    """The number or the part of a map that a connection starts at."""
    (layer, cell), size = connection.source, connection.size
    placed = view.placed[layer + 1]
    first = placed.cell_rect(cell)
    if size is None or not placed.pixels:
        return first
    return first.united(placed.cell_rect((cell[0], cell[1] + size[0] - 1, cell[2] + size[1] - 1)))


def _mark(painter: QPainter, theme: Theme, rect: QRectF, disc: bool = False) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width, margin in (("surface", 3.0, 1.5), ("accent", 2.0, 1.5)):
        painter.setPen(QPen(theme.colour(colour), width))
        (painter.drawEllipse if disc else painter.drawRect)(rect.adjusted(-margin, -margin, margin, margin))


def _paint_input_pictures(painter: QPainter, view: Diagram, theme: Theme) -> None:
    """A neuron that takes the input: its weights and their products with the pixels, as pictures."""
    pictures = view.input_pictures()
    if pictures is None:
        return
    name, W, products = pictures
    image, area, gap = view.placed[0].rect, view.area(), theme.px(4)
    caption = view.fonts.small_metrics.height()
    side = min((area.height() - image.height()) / 2 - caption - 2 * gap, image.width())
    limit = float(np.abs(products).max())
    if side < theme.px(_LEAST_PICTURE):
        _paint_picture(painter, view, image, products, limit)
        return
    painter.setFont(view.fonts.small)
    painter.setPen(theme.colour("muted"))
    place = QRectF(image.center().x() - side / 2, image.top() - gap - side, side, side)
    _paint_picture(painter, view, place, W, float(np.abs(W).max()))
    centred(painter, place.center().x(), place.top() - caption, name)
    place.moveTop(image.bottom() + gap)
    _paint_picture(painter, view, place, products, limit)
    centred(painter, place.center().x(), place.bottom(), tr("x × {0}", name))


def _paint_picture(painter: QPainter, view: Diagram, place: QRectF, values: FloatArray, limit: float) -> None:
    colours = view.palette_.of(values, limit)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(place, image_of(colours))
