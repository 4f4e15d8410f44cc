"""The confusion matrix: a row for each true label, a column for each predicted label, painted by one widget."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.types import CLASSES, IntArray
from gui.i18n import tr
from gui.theme import Theme
from gui.training.errors import captions
from gui.widgets.colour_maps import ramp, shade
from gui.widgets.keyboard_navigation import is_enter, step

# The true label, the predicted label.
Cell: TypeAlias = tuple[int, int]

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


class ConfusionMatrix(QWidget):
    """Counts, or per cents of the row. A cell can be pointed at and selected, by mouse and by keys.

    Keys: arrows, Home and End move; Enter or Space selects a cell or deselects it; Escape deselects it.

    Signals:
        selected_changed: the selected Cell, or None.
        described: a sentence about the cell that is pointed at; "" where there is none.

    Attributes:
        table: (10, 10) counts; None while there are none.
        selected: the cell whose images are shown, or None.
        current: the cell that the keys are at, or None.
    """

    selected_changed = Signal(object)
    described = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("confusion-matrix")
        self.setAccessibleName(tr("Confusion matrix"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self._theme = theme
        self._headings = tr("true"), tr("predicted as"), tr("accuracy")
        self._percents = False
        self.selected: Cell | None = None
        self.current: Cell | None = None
        self._hovered: Cell | None = None
        theme.changed.connect(self._update_colours)
        self._update_colours()
        self.show_table(None)

    # -- what it shows

    def show_table(self, table: IntArray | None) -> None:
        """(10, 10) counts; None for an empty table."""
        self.table = table
        # How many images there are of each digit.
        self._totals: list[int] = [] if table is None else table.sum(axis=1).tolist()
        self._update()

    def show_percents(self, percents: bool) -> None:
        """Per cents of the row, or counts."""
        self._percents = percents
        self.update()

    def select(self, cell: Cell | None) -> None:
        """Select a cell, or none."""
        if cell != self.selected:
            self.selected = cell
            self.current = cell or self.current
            self._update()
            self.selected_changed.emit(cell)

    def sentence(self, cell: Cell) -> str:
        """What a cell says."""
        if self.table is None:
            return ""
        return captions.cell_sentence(*cell, int(self.table[cell]), self._totals[cell[0]])

    def cell_text(self, cell: Cell) -> str:
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

    def cell_rect(self, cell: Cell) -> QRect:
        """What a cell fills."""
        return self._rect(self._first_cell(), cell)

    def accuracy_rect(self, label: int) -> QRect:
        """Where the accuracy of a row is: what the division by ten leaves over belongs to it."""
        first = self._first_cell()
        left, row = first.left() + CLASSES * first.width(), self._rect(first, (label, 0))
        return QRect(left, row.top(), min(self.width() - left, self._accuracy_width + CLASSES), row.height())

    def cell_at(self, position: QPointF) -> Cell | None:
        """The cell at a position, if there is one."""
        first = self._first_cell()
        label = int((position.y() - first.y()) // first.height())
        predicted = int((position.x() - first.x()) // first.width())
        inside = 0 <= label < CLASSES and 0 <= predicted < CLASSES and self.table is not None
        return (label, predicted) if inside else None

    def _first_cell(self) -> QRect:
        """Cell (0, 0) with its gaps."""
        metrics = self.fontMetrics()
        left, top = metrics.horizontalAdvance(self._headings[0]) + 2 * _MARGIN, 2 * metrics.height() + _MARGIN
        height = min((self.height() - top) // CLASSES, _MAX_CELL)
        width = min((self.width() - left - self._accuracy_width) // CLASSES, int(_MAX_WIDTH * height))
        return QRect(left, top, max(width, 1), max(height, 1))

    @staticmethod
    def _rect(first: QRect, cell: Cell) -> QRect:
        label, predicted = cell
        return first.translated(predicted * first.width(), label * first.height()).adjusted(_GAP, _GAP, -_GAP, -_GAP)

    @property
    def _accuracy_width(self) -> int:
        advance = self.fontMetrics().horizontalAdvance
        return max(advance(captions.percent(999, 1000)) + _MARGIN, advance(self._headings[2])) + _MARGIN

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.current = cell
            self.select(None if cell == self.selected else cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click does not undo the first one."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.setCursor(Qt.CursorShape.ArrowCursor if cell is None else Qt.CursorShape.PointingHandCursor)
            self._update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by, key = step(event), Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.selected is not None:
            self.select(None)
        elif self.table is None or self.current is None:
            super().keyPressEvent(event)
        elif is_enter(event):
            self.select(None if self.current == self.selected else self.current)
        elif by is not None:
            self._go_to(self.current[0] + by[0], self.current[1] + by[1])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(self.current[0], 0 if key == Qt.Key.Key_Home else CLASSES - 1)
        else:
            super().keyPressEvent(event)

    def _go_to(self, label: int, predicted: int) -> None:
        self.current = min(max(label, 0), CLASSES - 1), min(max(predicted, 0), CLASSES - 1)
        self._hovered = None
        self._update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys start at the most frequent error."""
        if self.current is None and self.table is not None:
            self.current = divmod(int((self.table * (1 - np.eye(CLASSES, dtype=int))).argmax()), CLASSES)
        self._update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._update()

    @property
    def _pointed(self) -> Cell | None:
        """The cell under the mouse, or else the one that the keys are at."""
        if self.table is None:
            return None
        return self._hovered or (self.current if self.hasFocus() else None)

    def _update(self) -> None:
        sentence = self.sentence(self._pointed) if self._pointed is not None else ""
        self.described.emit(sentence)
        # A screen reader reads each cell that the keys come to.
        self.setAccessibleDescription(
            sentence or tr("Rows: true labels. Columns: predicted labels. The arrow keys move, Enter selects.")
        )
        self.update()

    @Slot()
    def _update_colours(self) -> None:
        self._colours = ramp(self._theme.colour("mistake-least"), self._theme.colour("mistake-most"))
        self.update()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = self._first_cell()
        self._paint_headings(painter, first)
        # Each kind in a size of its own: thousands on the diagonal do not make the errors' numbers small.
        for cells in (_DIAGONAL, _ERRORS):
            painter.setFont(self.number_font(cells))
            for cell in cells:
                self._paint_cell(painter, self._rect(first, cell), cell)
        if self.table is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frames = [(self._hovered, "muted", 1.0), (self.selected, "accent", 2.0)]
        if self.hasFocus() and self.current != self.selected:
            frames.append((self.current, "text", 2.0))
        for framed, colour, width in frames:
            if framed is not None:
                painter.setPen(QPen(self._theme.colour(colour), width))
                edge = width / 2 - 1
                rect = QRectF(self._rect(first, framed)).adjusted(edge, edge, -edge, -edge)
                painter.drawRoundedRect(rect, _RADIUS, _RADIUS)

    def _paint_headings(self, painter: QPainter, first: QRect) -> None:
        line = self.fontMetrics().height()
        top, right = line + 3, first.left() - _MARGIN
        label_heading, predicted_heading, accuracy_heading = self._headings
        last = self.accuracy_rect(0)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(QRect(first.left(), 0, CLASSES * first.width(), line), _Align.AlignCenter, predicted_heading)
        painter.drawText(QRect(0, top, right, line), _Align.AlignRight, label_heading)
        painter.drawText(QRect(last.left(), top, last.width(), line), _Align.AlignRight, accuracy_heading)
        bold = QFont(self.font())
        bold.setBold(True)
        pointed = self._pointed or (None, None)
        text, accent = self._theme.colour("text"), self._theme.colour("accent")
        for digit in range(CLASSES):
            row, column = self._rect(first, (digit, 0)), self._rect(first, (0, digit))
            painter.setFont(bold)
            painter.setPen(accent if digit == pointed[0] else text)
            painter.drawText(QRect(0, row.y(), right, row.height()), _BESIDE, str(digit))
            painter.setPen(accent if digit == pointed[1] else text)
            painter.drawText(QRect(column.x(), top, column.width(), line), _Align.AlignCenter, str(digit))
            painter.setFont(self.font())
            painter.setPen(text)
            painter.drawText(self.accuracy_rect(digit), _BESIDE, self.accuracy_text(digit))

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        fill = self.fill(cell)
        painter.setPen(Qt.PenStyle.NoPen)
        if fill is None:
            painter.setBrush(self._theme.colour("line"))
            painter.drawEllipse(QRectF(rect).center(), _DOT, _DOT)
        else:
            painter.setBrush(fill)
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
            painter.setPen(self._theme.colour("text"))
            painter.drawText(rect, _Align.AlignCenter, self.cell_text(cell))

    def number_font(self, cells: Sequence[Cell]) -> QFont:
        """As large as the widest number of these cells has room for."""
        first, font = self._first_cell(), QFont(self.font())
        size = min(int(_NUMBER * first.height()), _MAX_NUMBER)
        font.setPixelSize(max(size, _MIN_NUMBER))
        widest = max(map(QFontMetrics(font).horizontalAdvance, map(self.cell_text, cells)))
        if widest > _FILLED * first.width():
            font.setPixelSize(max(int(size * _FILLED * first.width() / widest), _MIN_NUMBER))
        return font
