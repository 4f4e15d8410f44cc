"""Painted grids of numbers: each cell has its number, on a background coloured by it."""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen

from engine.types import ByteArray, FloatArray
from gui.draw.calculation.formulas import rounded
from gui.draw.network.palette import Palette
from gui.theme import Theme
from gui.widgets.pixel_painting import to_image

# The width of a cell is that of this number, with so many more digits as a grid has more decimals.
_WIDEST = "−0.00"
# The relative luminance at which black and white have the same contrast.
_LIGHT = 0.179


def tabular(font: QFont) -> QFont:
    """A copy in which all digits have the same width."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def cell_size(font: QFont, decimals: int) -> QSizeF:
    """How large a cell is, so that its number can be read."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(_WIDEST + "0" * (decimals - 2))
    return QSizeF(math.ceil(width) + 4, math.ceil(metrics.height()) + 5)


def shaded(palette: Palette, values: FloatArray, limit: float, signed: bool) -> ByteArray:
    """Numbers of any shape -> the colours (*shape, 3) that they have in the diagram of the network.

    Numbers that are not finite, of a training that diverged, have the colour of 0.

    Args:
        limit: numbers from here on have the strongest colour.
        signed: whether numbers may be negative: blue over the colour of 0 to orange. Otherwise black to white.
    """
    values, limit = np.nan_to_num(values, posinf=0, neginf=0), limit if math.isfinite(limit) else 0.0
    return palette.as_bytes(palette.of(values, limit) if signed else palette.of_ink(values / (limit or 1.0)))


def black_text(colours: ByteArray) -> npt.NDArray[np.bool_]:
    """Whether black text has more contrast than white text on colours (..., 3), by their luminance (WCAG 2)."""
    share = colours / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    light: npt.NDArray[np.bool_] = linear @ np.array([0.2126, 0.7152, 0.0722]) > _LIGHT
    return light


def paint_grid(
    painter: QPainter,
    theme: Theme,
    palette: Palette,
    corner: QPointF,
    cell: QSizeF,
    values: FloatArray,
    limit: float,
    signed: bool,
    decimals: int,
    outside: npt.NDArray[np.bool_] | None = None,
    mark: tuple[int, int] | None = None,
) -> None:
    """Paint (rows, columns) numbers.

    Args:
        corner: top left.
        limit, signed: see ``shaded``.
        outside: (rows, columns) bool: which cells are padding, and hatched.
        mark: the cell with a frame.
    """
    colours = shaded(palette, values, limit, signed)
    black = black_text(colours).tolist()
    width, height = cell.width(), cell.height()
    rows, columns = values.shape
    area = QRectF(corner, QSizeF(columns * width, rows * height))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(area, to_image(colours))
    for row, numbers in enumerate(values.tolist()):
        for column, value in enumerate(numbers):
            rect = QRectF(corner.x() + column * width, corner.y() + row * height, width, height)
            if outside is not None and outside[row, column]:
                painter.fillRect(rect, theme.colour("window"))
                painter.fillRect(rect, QBrush(theme.colour("bar"), Qt.BrushStyle.BDiagPattern))
                continue
            painter.setPen(Qt.GlobalColor.black if black[row][column] else Qt.GlobalColor.white)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, rounded(value, decimals))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("bar"), 1))
    for row in range(rows + 1):
        y = corner.y() + row * cell.height()
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
    for column in range(columns + 1):
        x = corner.x() + column * cell.width()
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    if mark is not None:
        rect = QRectF(
            corner.x() + mark[1] * cell.width(), corner.y() + mark[0] * cell.height(), cell.width(), cell.height()
        )
        paint_frame(painter, theme, rect)


def paint_frame(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """A frame that is visible on every colour: the accent colour on black."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, wide in (("canvas", 4), ("accent", 2)):
        painter.setPen(QPen(theme.colour(name), theme.px(wide)))
        painter.drawRect(rect)
