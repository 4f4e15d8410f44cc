"""Painting the diagram: what stays the same, and what lies over the neurons and maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from engine.i18n import tr
from engine.recognizer import is_sure
from engine.types import CANVAS, FloatArray, IntArray
from gui.draw.network.contents import Kind
from gui.draw.network.placement import Placed
from gui.draw.network.pointing import paint_pointed
from gui.draw.network.texts import CENTRE, centred
from gui.theme import Theme, mixed
from gui.widgets.pixel_painting import blank_pixmap

if TYPE_CHECKING:
    from gui.draw.network.diagram import Diagram
    from gui.draw.network.headings import Heading

_OPERATIONS_FROM = 250
# Opacity of connections: the strongest and the weakest of all that are always shown, and of those while a neuron is
# pointed at.
_STRONG, _WEAK, _DIMMED = 0.55, 0.10, 0.3
_LEVELS = 4
_LEAST_PERCENTAGE, _LEAST_PAINTED = 0.005, 0.001
# Of a row: the height of a digit, so that those below each other are apart.
_DIGIT_HEIGHT = 0.8


def has_operations(view: Diagram) -> bool:
    """Whether there is room for a second line above the columns."""
    return view.height() >= _OPERATIONS_FROM


# -- what stays the same


def painted_background(view: Diagram, theme: Theme) -> QPixmap:
    """The headings, and the digits beside the bars."""
    pixmap = blank_pixmap(view, theme.colour("surface"))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area, bold, small = view.area(), view.fonts.bold, view.fonts.small
    top, line = float(theme.px(1)), QFontMetricsF(bold).height()
    for each in view.headings:
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        _between(painter, each, top, each.name)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        if has_operations(view):
            _between(painter, each, top + line, each.operation)
        _between(painter, each, area.bottom() + theme.px(4), each.shape)
    painter.setFont(_fitting(bold, view.bars[0][0].height()))
    painter.setPen(theme.colour("text"))
    for digit, (name, bar) in enumerate(view.bars):
        painter.drawText(name, CENTRE, str(digit))
        painter.fillRect(bar, view.palette_.zero)
    painter.end()
    return pixmap


def _fitting(font: QFont, height: float) -> QFont:
    """A font whose digits are no higher than a row."""
    if QFontMetricsF(font).capHeight() <= _DIGIT_HEIGHT * height:
        return font
    made = QFont(font)
    made.setPointSizeF(max(font.pointSizeF() * _DIGIT_HEIGHT * height / QFontMetricsF(font).capHeight(), 1.0))
    return made


def _between(painter: QPainter, heading: Heading, top: float, text: str) -> None:
    half = QFontMetricsF(painter.font()).horizontalAdvance(text) / 2
    centred(painter, min(max(heading.middle, heading.left + half), heading.right - half), top, text)


# -- the bars


def bar_rects(view: Diagram, digit: int) -> tuple[QRectF, QRectF]:
    """Where a digit's name is, and the room for its bar."""
    bold, small, row = view.fonts.bold_metrics, view.fonts.small_metrics, view.placed[-1].tile_rect(digit)
    name = QRectF(row.x(), row.y(), bold.horizontalAdvance("0") + 4, row.height())
    left, right = name.right() + 4, row.right() - small.horizontalAdvance(_percentage(view, 0.999)) - 4
    high = min(0.62 * row.height(), 1.2 * small.height())
    return name, QRectF(left, row.center().y() - high / 2, max(right - left, 4), high)


def _percentage(view: Diagram, p: float) -> str:
    number = f"{100 * p:.1f}" if p < 0.9995 else "100"
    return tr("{0} %", number) if view.placed[-1].rect.width() >= 10 * view.fonts.small_metrics.height() else number


def _paint_bars(painter: QPainter, view: Diagram, theme: Theme) -> None:
    if view.image is None:
        return
    painter.setFont(view.fonts.small)
    winner = int(view.probabilities.argmax()) if is_sure(view.probabilities) else None
    for digit, (p, (_, whole)) in enumerate(zip(view.probabilities.tolist(), view.bars, strict=True)):
        if p >= _LEAST_PAINTED:
            bar = QRectF(whole.x(), whole.y(), whole.width() * p, whole.height())
            painter.fillRect(bar, theme.colour("winner" if digit == winner else "bar"))
        if p >= _LEAST_PERCENTAGE:
            painter.setPen(theme.colour("text" if digit == winner else "muted"))
            place = QRectF(
                whole.right(), whole.y() - 4, view.placed[-1].rect.right() - whole.right(), whole.height() + 8
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _percentage(view, p))


# -- connections


def paint_overlay(painter: QPainter, view: Diagram, theme: Theme) -> None:
    """All that lies over the neurons and maps."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_bars(painter, view, theme)
    if not _lit(view):
        # Otherwise they would hide the digit.
        _paint_connections(painter, view, theme, [layer for layer in view.strongest if not layer])
    if view.pointed_at is not None:
        paint_pointed(painter, view, theme, view.pointed_at)
    if view.image is None:
        _paint_hint(painter, view, theme)


def paint_underlay(painter: QPainter, view: Diagram, theme: Theme) -> None:
    """The connections between neurons, which lie under them. Those from the input's pixels lie over it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_connections(painter, view, theme, [layer for layer in view.strongest if layer])


def _lit(view: Diagram) -> bool:
    """Whether the connections into one number are shown, and the others fainter."""
    return view.traced is not None and bool(view.traced.connections)


def _paint_connections(painter: QPainter, view: Diagram, theme: Theme, layers: list[int]) -> None:
    """The strongest connections between layers, in a few shades: all lines of a shade are drawn at once."""
    opacity = _DIMMED if _lit(view) else 1.0
    pens = [_pen(theme, name, level, opacity) for level in range(_LEVELS) for name in ("below", "above")]
    for layer in layers:
        sources, targets, products = view.strongest[layer]
        before, after = view.placed[layer], view.placed[layer + 1]
        sizes = np.abs(products)
        levels = np.minimum(sizes * (_LEVELS / max(float(sizes.max(initial=0)), 1e-12)), _LEVELS - 1).astype(int)
        shades = (2 * levels + (products > 0)).tolist()
        lines: list[list[QLineF]] = [[] for _ in pens]
        for shade, line in zip(
            shades, np.hstack([_exits(before, sources), _entries(after, targets)]).tolist(), strict=True
        ):
            lines[shade].append(QLineF(*line))
        for pen, chosen in zip(pens, lines, strict=True):
            if chosen:
                painter.setPen(pen)
                painter.drawLines(chosen)


def _pen(theme: Theme, name: str, level: int, opacity: float) -> QPen:
    share = (level + 1) / _LEVELS
    # Opaque: Qt paints translucent lines ten times as slowly.
    colour = mixed(theme.colour(name), theme.colour("surface"), opacity * (_WEAK + (_STRONG - _WEAK) * share**1.5))
    return QPen(colour, theme.scale * (0.7 + 0.6 * share))


def _exits(placed: Placed, indices: IntArray) -> FloatArray:
    """(n, 2): where connections from these neurons, maps or pixels of the input begin."""
    if placed.column.kind is Kind.IMAGE:
        rows, columns = np.divmod(indices, CANVAS)
        pixel = placed.cell[0] / CANVAS
        return np.stack([placed.rect.x() + (columns + 0.5) * pixel, placed.rect.y() + (rows + 0.5) * pixel], axis=1)
    exits: FloatArray = _corners(placed, indices) + np.array([placed.cell[0], placed.cell[1] / 2])
    return exits


def _entries(placed: Placed, indices: IntArray) -> FloatArray:
    """(n, 2): where connections to these neurons end."""
    entries: FloatArray = _corners(placed, indices) + np.array([0.0, placed.cell[1] / 2])
    return entries


def _corners(placed: Placed, indices: IntArray) -> FloatArray:
    columns, rows = np.divmod(np.minimum(indices, placed.shown - 1), placed.rows)
    x, y = placed.rect.x() + columns * placed.pitch[0], placed.rect.y() + rows * placed.pitch[1]
    return np.stack([x, y], axis=1)


def _paint_hint(painter: QPainter, view: Diagram, theme: Theme) -> None:
    """In the middle, while nothing is drawn."""
    text = tr("Draw a digit: its activations appear here.")
    painter.setFont(view.font())
    metrics = QFontMetricsF(view.font())
    rect = QRectF(0, 0, metrics.horizontalAdvance(text) + theme.px(28), metrics.height() + theme.px(16))
    rect.moveCenter(view.area().center())
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(theme.colour("text"))
    painter.drawText(rect, CENTRE, text)
