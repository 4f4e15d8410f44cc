"""The confusion matrix: a row for each true label, a column for each predicted label, painted by one widget."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from engine.i18n import tr
from engine.types import CLASSES, IntArray
from gui.theme import Theme
from gui.training.errors import captions
from gui.widgets.array_view import Cell, GridView
from gui.widgets.colour_maps import ramp, shade

_Align = Qt.AlignmentFlag
_DIAGONAL = [(label, label) for label in range(CLASSES)]
_ERRORS = [(label, predicted) for label in range(CLASSES) for predicted in range(CLASSES) if label != predicted]
_BESIDE = _Align.AlignRight | _Align.AlignVCenter
_RADIUS, _GAP, _DOT = 4, 1, 1.5
# A cell's height at most, and its width at most in terms of the height.
_MAX_CELL, _MAX_WIDTH = 64, 1.5
# Between the cells and their headings.
_MARGIN = 8
# The numbers: of a cell's height, in pixels at most and at least, and of its width at most.
_NUMBER, _MAX_NUMBER, _MIN_NUMBER, _FILLED = 0.4, 15, 8, 0.84


class ConfusionMatrix(GridView):
    """Counts, or per cents of the row. A cell is (true label, predicted label).

    A click, Enter or Space selects a cell or deselects it; Escape deselects it. Home and End go along the row.

    Signals:
        selected_changed: the selected cell, or None.

    Attributes:
        table: (10, 10) counts; None while there are none.
        selected: the cell whose images are shown, or None.
    """

    selected_changed = Signal(object)

    SIZE = LEAST_SIZE = (320, 240)
    # A line below the matrix has the text.
    TOOL_TIPS = False

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "confusion-matrix")
        self.setAccessibleName(tr("Confusion matrix"))
        self.setAccessibleDescription(
            tr("Rows: true labels. Columns: predicted labels. The arrow keys move, Enter selects.")
        )
        self._headings = tr("true"), tr("predicted as"), tr("accuracy")
        self._percents = False
        self.selected: Cell | None = None
        self.clicked.connect(self._toggle)
        theme.changed.connect(self._update_colours)
        self._update_colours()
        self.show_table(None)

    # -- content

    def show_table(self, table: IntArray | None) -> None:
        """(10, 10) counts; None for an empty table."""
        self.table = table
        # How many images there are of each digit.
        self._totals: list[int] = [] if table is None else table.sum(axis=1).tolist()
        self.update()

    def show_percents(self, percents: bool) -> None:
        """Per cents of the row, or counts."""
        self._percents = percents
        self.update()

    def select(self, cell: Cell | None) -> None:
        """Select a cell, or none."""
        if cell != self.selected:
            self.selected = cell
            self.current = cell or self.current
            self.update()
            self.selected_changed.emit(cell)

    @Slot(object)
    def _toggle(self, cell: Cell) -> None:
        if self.table is not None:
            self.select(None if cell == self.selected else cell)

    def cell_text(self, cell: Cell) -> str:
        if self.table is None:
            return ""
        label, predicted = cell
        return captions.cell_sentence(label, predicted, int(self.table[cell]), self._totals[label])

    def number(self, cell: Cell) -> str:
        """The number in a cell; "" in an empty one."""
        count = int(self.table[cell]) if self.table is not None else 0
        if not count:
            return ""
        return captions.share(count, self._totals[cell[0]]) if self._percents else f"{count:,}"

    def accuracy_text(self, label: int) -> str:
        """The number at the end of a row."""
        return "" if self.table is None else captions.percent(int(self.table[label, label]), self._totals[label])

    def fill(self, cell: Cell) -> QColor | None:
        """The colour of a cell; None for an empty one."""
        if self.table is None or not self.table[cell]:
            return None
        if cell in _DIAGONAL:
            return self._theme.colour("right")
        return shade(self._colours, int(self.table[cell]) / self._totals[cell[0]])

    # -- where the cells are

    def _grid(self) -> tuple[QRectF, int, int]:
        metrics = self.fontMetrics()
        left, top = metrics.horizontalAdvance(self._headings[0]) + 2 * _MARGIN, 2 * metrics.height() + _MARGIN
        # Cells of whole pixels.
        height = min((self.height() - top) // CLASSES, _MAX_CELL)
        width = min((self.width() - left - self._accuracy_width) // CLASSES, int(_MAX_WIDTH * height))
        return QRectF(left, top, CLASSES * max(width, 1), CLASSES * max(height, 1)), CLASSES, CLASSES

    def cell_at(self, position: QPointF) -> Cell | None:
        return None if self.table is None else super().cell_at(position)

    def cell_rect(self, cell: Cell) -> QRectF:
        return super().cell_rect(cell).adjusted(_GAP, _GAP, -_GAP, -_GAP)

    def accuracy_rect(self, label: int) -> QRectF:
        """Where the accuracy of a row is: what the division by ten leaves over belongs to it."""
        left, row = self._grid()[0].right(), self.cell_rect((label, 0))
        return QRectF(left, row.top(), min(self.width() - left, self._accuracy_width + CLASSES), row.height())

    @property
    def _accuracy_width(self) -> int:
        advance = self.fontMetrics().horizontalAdvance
        return max(advance(captions.percent(999, 1000)) + _MARGIN, advance(self._headings[2])) + _MARGIN

    # -- mouse and keys

    def _first_cell(self) -> Cell | None:
        """The most frequent error."""
        if self.table is None:
            return None
        return divmod(int((self.table * (1 - np.eye(CLASSES, dtype=int))).argmax()), CLASSES)

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        return None if self.table is None else super()._next_cell(by, shift)

    def _point(self, cell: Cell | None) -> None:
        """Without a cell under the mouse, the current cell is described."""
        before = self.pointed_at
        self.setCursor(Qt.CursorShape.ArrowCursor if cell is None else Qt.CursorShape.PointingHandCursor)
        super()._point(self.current if cell is None and self.table is not None and self.hasFocus() else cell)
        if self.pointed_at != before:
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.current = self.current or self._first_cell()
        self._point(self.pointed_at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click does not undo the first one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.selected is not None:
            self.select(None)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.current is not None and self.table is not None:
            self._go_to((self.current[0], 0 if key == Qt.Key.Key_Home else CLASSES - 1))
        else:
            super().keyPressEvent(event)

    # -- painting

    @Slot()
    def _update_colours(self) -> None:
        self._colours = ramp(self._theme.colour("mistake-least"), self._theme.colour("mistake-most"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_headings(painter)
        # Two font sizes: thousands on the diagonal do not make the numbers of the errors small.
        for cells in (_DIAGONAL, _ERRORS):
            painter.setFont(self.number_font(cells))
            for cell in cells:
                self._paint_cell(painter, cell)
        if self.table is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frames = [(self.pointed_at, "muted", 1.0), (self.selected, "accent", 2.0)]
        if self.hasFocus() and self.current != self.selected:
            frames.append((self.current, "text", 2.0))
        for framed, colour, width in frames:
            if framed is not None:
                painter.setPen(QPen(self._theme.colour(colour), width))
                edge = width / 2 - 1
                painter.drawRoundedRect(self.cell_rect(framed).adjusted(edge, edge, -edge, -edge), _RADIUS, _RADIUS)

    def _paint_headings(self, painter: QPainter) -> None:
        line, area, last = self.fontMetrics().height(), self._grid()[0], self.accuracy_rect(0)
        top, right = line + 3, area.left() - _MARGIN
        label_heading, predicted_heading, accuracy_heading = self._headings
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(QRectF(area.left(), 0, area.width(), line), _Align.AlignCenter, predicted_heading)
        painter.drawText(QRectF(0, top, right, line), _Align.AlignRight, label_heading)
        painter.drawText(QRectF(last.left(), top, last.width(), line), _Align.AlignRight, accuracy_heading)
        bold = QFont(self.font())
        bold.setBold(True)
        pointed = (None, None) if self.table is None or self.pointed_at is None else self.pointed_at
        text, accent = self._theme.colour("text"), self._theme.colour("accent")
        for digit in range(CLASSES):
            cell = self.cell_rect((digit, digit))
            painter.setFont(bold)
            painter.setPen(accent if digit == pointed[0] else text)
            painter.drawText(QRectF(0, cell.y(), right, cell.height()), _BESIDE, str(digit))
            painter.setPen(accent if digit == pointed[1] else text)
            painter.drawText(QRectF(cell.x(), top, cell.width(), line), _Align.AlignCenter, str(digit))
            painter.setFont(self.font())
            painter.setPen(text)
            painter.drawText(self.accuracy_rect(digit), _BESIDE, self.accuracy_text(digit))

    def _paint_cell(self, painter: QPainter, cell: Cell) -> None:
        fill, rect = self.fill(cell), self.cell_rect(cell)
        painter.setPen(Qt.PenStyle.NoPen)
        if fill is None:
            painter.setBrush(self._theme.colour("line"))
            painter.drawEllipse(rect.center(), _DOT, _DOT)
        else:
            painter.setBrush(fill)
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
            painter.setPen(self._theme.colour("text"))
            painter.drawText(rect, _Align.AlignCenter, self.number(cell))

    def number_font(self, cells: Sequence[Cell]) -> QFont:
        """As large as the widest number of these cells has room for."""
        area, font = self._grid()[0], QFont(self.font())
        size, room = min(int(_NUMBER * area.height() / CLASSES), _MAX_NUMBER), _FILLED * area.width() / CLASSES
        font.setPixelSize(max(size, _MIN_NUMBER))
        widest = max(map(QFontMetrics(font).horizontalAdvance, map(self.number, cells)))
        if widest > room:
            font.setPixelSize(max(int(size * room / widest), _MIN_NUMBER))
        return font
