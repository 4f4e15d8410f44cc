"""What im2col makes of an image: each window is a row, and the output is each row times the kernel."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.chapter7.example_images import decimals
from gui.learn.parts.number_format import fixed_number
from gui.learn.parts.value_colours import signed_colour
from gui.theme import Theme, mixed
from gui.widgets.array_view import Cell, GridView
from gui.widgets.keyboard_navigation import step

_CENTRE = Qt.AlignmentFlag.AlignCenter
# Of the text's height: the height of a row, at least and at most. So many rows at least.
# How dark the largest number of the image is.
_INK = 0.38
_LOW, _HIGH, _FEWEST = 1.1, 1.9, 2


class UnrolledView(GridView):
    """A row for each place of the window, with the kernel above, and the result of the row at the end.

    Where there is no room for all rows, those around the marked one are shown. A cell is (row, column).

    Signals:
        pressed: the index of a row.
        stepped: so many rows down, by an arrow key.
    """

    pressed = Signal(int)
    stepped = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setAccessibleName(tr("im2col: each window as a row"))
        self.col: FloatArray = np.zeros((1, 1))
        self._kernel: FloatArray = np.zeros(1)
        self._out: FloatArray = np.zeros(1)
        self._row = 0
        theme.changed.connect(self.updateGeometry)

    def show_rows(self, col: FloatArray, kernel: FloatArray, out: FloatArray) -> None:
        """Show (n, k) rows of im2col, (k,) numbers of the kernel, and (n,) results."""
        self.col, self._kernel, self._out = col, kernel, out
        self.update()

    def set_row(self, row: int) -> None:
        """Mark another row."""
        self._row = row
        self.update()

    # -- geometry

    def _line(self) -> float:
        return _LOW * self.fontMetrics().height()

    def minimumSizeHint(self) -> QSize:
        columns = self.col.shape[1] + 2
        width = self.fontMetrics().horizontalAdvance("0.00") + self._theme.px(4)
        return QSize(columns * width, round((_FEWEST + 2.1) * self._line()) + 2)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() * 1.5

    def _heading(self) -> float:
        """The height of the heading and of the kernel's row."""
        return 2.1 * self._line()

    def _range(self) -> tuple[int, int]:
        """The rows on view: the first, and behind the last."""
        room = max(int((self.height() - self._heading() - 2) / self._line()), 1)
        first = min(max(self._row - room // 2, 0), max(len(self.col) - room, 0))
        return first, min(first + room, len(self.col))

    def _grid(self) -> tuple[QRectF, int, int]:
        first, end = self._range()
        columns = self.col.shape[1] + 2
        down = min((self.height() - self._heading() - 2) / (end - first), _HIGH * self.fontMetrics().height())
        return QRectF(1, self._heading(), self.width() - 2, down * (end - first)), end - first, columns

    def cell_text(self, cell: Cell) -> str:
        row, column = cell[0] + self._range()[0], cell[1] - 1
        if column < 0:
            return tr("The window at out[{0}]", row)
        if column == self.col.shape[1]:
            return tr("Row {0} times the kernel: {1}", row, fixed_number(float(self._out[row]), 2))
        return tr("Row {0}, column {1}: {2}", row, column, fixed_number(float(self.col[row, column]), 2))

    # -- mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.pressed.emit(cell[0] + self._range()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = step(event)
        if by is None or not by[0]:
            QWidget.keyPressEvent(self, event)
        else:
            self.stepped.emit(by[0])

    def announce(self, sentence: str) -> None:
        """Announce where the window is, if this view has the focus."""
        if self.hasFocus():
            self._announcer.announce(sentence)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        painter.fillRect(self.rect(), colour("surface"))
        (area, rows, columns), (first, end), line = self._grid(), self._range(), self._line()
        across, down = area.width() / columns, area.height() / rows
        heading = QRectF(1, 0, area.width(), line)
        painter.setPen(colour("text"))
        n, k = self.col.shape
        painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, tr("im2col: {0} rows of {1} numbers", n, k))
        places, weight_places, result_places = map(decimals, (self.col, self._kernel, self._out))
        painter.setPen(colour("accent"))
        above = QRectF(1, line, across, line)
        painter.drawText(above, _CENTRE, tr("kernel"))
        for column, weight in enumerate(self._kernel, start=1):
            text = "×" + fixed_number(float(weight), weight_places)
            painter.drawText(above.translated(column * across, 0), _CENTRE, text)
        painter.drawText(above.translated((columns - 1) * across, 0), _CENTRE, tr("= out"))
        limit, most = float(np.abs(self.col).max()), float(np.abs(self._out).max())
        for row in range(first, end):
            top = area.y() + (row - first) * down
            cells = [QRectF(area.x() + column * across, top, across, down) for column in range(columns)]
            painter.setPen(colour("accent" if row == self._row else "muted"))
            painter.drawText(cells[0], _CENTRE, str(row))
            result = float(self._out[row])
            for rect, value in zip(cells[1:-1], self.col[row], strict=True):
                ink = mixed(colour("text"), colour("surface"), _INK * float(value) / max(limit, 1e-12))
                self._paint_cell(painter, rect, ink, fixed_number(float(value), places))
            ground = signed_colour(self._theme, result, most)
            self._paint_cell(painter, cells[-1], ground, fixed_number(result, result_places))
        if first <= self._row < end:
            frame = self.cell_rect((self._row - first, 1)) | self.cell_rect((self._row - first, columns - 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), self._theme.px(2.5)))
            painter.drawRect(frame)
        self._paint_focus(painter, QRectF(self.rect()))

    def _paint_cell(self, painter: QPainter, rect: QRectF, ground: QColor, text: str) -> None:
        painter.fillRect(rect, ground)
        painter.setPen(QPen(self._theme.colour("line"), 0.5))
        painter.drawRect(rect)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(rect, _CENTRE, text)
