"""An image as a grid of cells, with their numbers where there is room, and a window that slides over it."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from engine.types import ByteArray, FloatArray
from gui.learn.chapter7.example_images import decimals
from gui.learn.parts.number_format import fixed_number
from gui.theme import Theme
from gui.widgets.array_view import Cell, GridView
from gui.widgets.keyboard_navigation import step
from gui.widgets.pixel_painting import to_image

_CENTRE = Qt.AlignmentFlag.AlignCenter
# Pixels of the usual zoom: around a number, the least side of the view, and the largest and the least cell with lines.
_PADDING, _LEAST, _LARGEST, _LINES = 4, 84, 64, 7
# How strong the colour of the largest number is where numbers are written on it, and where not.
_PALE, _STRONG = 0.38, 0.95
# The numbers of the kernel, in the corner of a cell that has so many lines of text.
_SMALL, _TWO_LINES = 0.78, 2.6


class ImageGrid(GridView):
    """Blue is negative; what is positive is orange, or grey in an image.

    Zeros of the padding are around the image; cells that the window never covers are hatched. A press, or a drag of the
    window, emits the cell there; the arrow keys ask for the next place of the window.

    Signals:
        pressed: row and column of the cell under the mouse, from -padding on.
        stepped: (rows down, columns to the right) of an arrow key.
    """

    pressed = Signal(int, int)
    stepped = Signal(int, int)

    def __init__(self, theme: Theme, name: str, title: str, ink: bool = False) -> None:
        """Args:
        title: above the grid, and the accessible name.
        ink: positive numbers are grey: an image.
        """
        super().__init__(theme, name)
        self.setAccessibleName(title)
        self._title, self._ink = title, ink
        self.values: FloatArray = np.zeros((1, 1))
        self._pad, self._decimals = 0, 0
        self._covered = (1, 1)
        self._window: tuple[int, int, int, int] | None = None
        self._factors: FloatArray | None = None
        self._known: int | None = None
        theme.changed.connect(self.updateGeometry)

    def set_image(self, values: FloatArray, pad: int = 0, covered: tuple[int, int] | None = None) -> None:
        """Show (h, w) numbers.

        Args:
            pad: so many zeros around them.
            covered: how many rows and columns of the padded image the window covers; by default all.
        """
        self.values, self._pad, self._decimals = values, pad, decimals(values)
        self._covered = covered or self.shape
        self.update()

    def set_title(self, title: str) -> None:
        """Write another title above the grid."""
        self._title = title
        self.setAccessibleName(title)
        self.update()

    def set_window(self, window: tuple[int, int, int, int] | None, factors: FloatArray | None = None) -> None:
        """Put a frame around (row, column, rows, columns), counted with the padding.

        Args:
            factors: (rows, columns) of the kernel, written into the corners of the cells.
        """
        self._window, self._factors = window, factors
        self.update()

    def set_known(self, count: int | None) -> None:
        """Show only the first cells, row by row: the others are not computed yet; None shows all."""
        self._known = count
        self.update()

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns with the padding."""
        rows, columns = self.values.shape
        return rows + 2 * self._pad, columns + 2 * self._pad

    # -- geometry

    def minimumSizeHint(self) -> QSize:
        side = self._theme.px(_LEAST)
        return QSize(side, side + math.ceil(self._top()))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() * 2

    def _top(self) -> float:
        return 1.3 * self.fontMetrics().height()

    def _grid(self) -> tuple[QRectF, int, int]:
        rows, columns = self.shape
        side = min((self.width() - 2) / columns, (self.height() - self._top() - 2) / rows, self._theme.px(_LARGEST))
        return QRectF(1, self._top(), side * columns, side * rows), rows, columns

    def cell_text(self, cell: Cell) -> str:
        row, column = cell[0] - self._pad, cell[1] - self._pad
        if not (0 <= row < self.values.shape[0] and 0 <= column < self.values.shape[1]):
            return tr("A zero of the padding")
        if cell[0] >= self._covered[0] or cell[1] >= self._covered[1]:
            return tr("Never used: the window does not fit there")
        if self._known is not None and row * self.values.shape[1] + column >= self._known:
            return tr("Not computed yet")
        return tr("Row {0}, column {1}: {2}", row, column, fixed_number(float(self.values[row, column]), 2))

    # -- mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._press(event.position())
        else:
            super().mouseMoveEvent(event)

    def _press(self, position: QPointF) -> None:
        area, rows, columns = self._grid()
        side = area.width() / columns
        row, column = (math.floor((position.y() - area.y()) / side), math.floor((position.x() - area.x()) / side))
        self.pressed.emit(min(max(row, 0), rows - 1) - self._pad, min(max(column, 0), columns - 1) - self._pad)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = step(event)
        if by is None:
            QWidget.keyPressEvent(self, event)
        else:
            self.stepped.emit(*by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def announce(self, sentence: str) -> None:
        """Announce where the window is, if this grid has the focus."""
        if self.hasFocus():
            self._announcer.announce(sentence)

    # -- painting

    def _colours(self, numbers: bool) -> ByteArray:
        """(rows, columns, 3) of all cells, the padding included."""
        theme, values = self._theme, np.pad(self.values, self._pad)
        limit = max(float(np.abs(self.values).max()), 1e-12)
        share = np.clip(values / limit, -1, 1)[..., None] * (_PALE if numbers else _STRONG)
        ground, positive, negative = (
            np.array(theme.colour(name).getRgb()[:3], np.float64)  # type: ignore[index]
            for name in ("surface", "text" if self._ink else "above", "below")
        )
        other = np.where(share > 0, positive, negative)
        colours: ByteArray = np.round(ground + np.abs(share) * (other - ground)).astype(np.uint8)
        return colours

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        painter.fillRect(self.rect(), colour("surface"))
        painter.setPen(colour("text"))
        heading = QRectF(1, 0, self.width() - 1, self._top())
        rows, columns = self.values.shape
        painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, f"{self._title} ({rows}, {columns})")
        (area, rows, columns), metrics = self._grid(), QFontMetricsF(self.font())
        side = area.width() / columns
        ends = (fixed_number(float(v), self._decimals) for v in (self.values.min(), self.values.max()))
        longest = max(map(metrics.horizontalAdvance, ("00", *ends)))
        numbers = side >= max(longest, metrics.height()) + self._theme.px(_PADDING)
        painter.drawImage(area, to_image(self._colours(numbers)))
        if self._known is not None:
            self._hide_unknown(painter)
        if self._covered != self.shape:
            self._hatch(painter, area, side)
        if side >= self._theme.px(_LINES):
            painter.setPen(QPen(colour("line"), 0.5 if side < 2 * self._theme.px(_LINES) else 1))
            for row in range(rows + 1):
                y = area.y() + row * side
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            for column in range(columns + 1):
                x = area.x() + column * side
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if numbers:
            self._write_numbers(painter)
        if self._pad:
            inside = area.adjusted(*(self._pad * side * sign for sign in (1, 1, -1, -1)))
            painter.setPen(QPen(colour("muted"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inside)
        if self._window is not None:
            self._paint_window(painter, side)
        self._paint_focus(painter, QRectF(self.rect()))

    def _hide_unknown(self, painter: QPainter) -> None:
        for index in range(self._known or 0, self.values.size):
            painter.fillRect(self.cell_rect(divmod(index, self.values.shape[1])), self._theme.colour("window"))

    def _hatch(self, painter: QPainter, area: QRectF, side: float) -> None:
        height, width = self._covered[0] * side, self._covered[1] * side
        brush = QBrush(self._theme.colour("muted"), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(area.adjusted(0, height, 0, 0), brush)
        painter.fillRect(QRectF(area.left() + width, area.top(), area.width() - width, height), brush)

    def _write_numbers(self, painter: QPainter) -> None:
        rows, columns = self.shape
        height, width = self.values.shape
        for row in range(rows):
            for column in range(columns):
                at = row - self._pad, column - self._pad
                inside = 0 <= at[0] < height and 0 <= at[1] < width
                if inside and self._known is not None and at[0] * width + at[1] >= self._known:
                    continue
                painter.setPen(self._theme.colour("text" if inside else "muted"))
                text = fixed_number(float(self.values[at]), self._decimals) if inside else "0"
                painter.drawText(self.cell_rect((row, column)), _CENTRE, text)

    def _paint_window(self, painter: QPainter, side: float) -> None:
        assert self._window is not None
        row, column, height, width = self._window
        accent = self._theme.colour("accent")
        first, last = self.cell_rect((row, column)), self.cell_rect((row + height - 1, column + width - 1))
        frame = first | last
        tint = QColor(accent)
        tint.setAlphaF(0.14)
        painter.fillRect(frame, tint)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for name, pen in (("surface", 4.5), ("accent", 2.5)):
            painter.setPen(QPen(self._theme.colour(name), self._theme.px(pen)))
            painter.drawRect(frame)
        if self._factors is None or side < _TWO_LINES * self.fontMetrics().height():
            return
        font = painter.font()
        font.setPointSizeF(_SMALL * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(accent)
        places, edge = decimals(self._factors), self._theme.px(3)
        for i, j in np.ndindex(height, width):
            text = "×" + fixed_number(float(self._factors[i, j]), places)
            rect = self.cell_rect((row + i, column + j)).adjusted(0, 0, -edge, -edge / 2)
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, text)
