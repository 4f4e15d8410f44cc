"""The confusion matrix: a row for what a digit was, a column for what was read, painted by one widget."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.types import CLASSES, IntArray
from gui.i18n import tr
from gui.theme import Theme
from gui.training.errors import error_text
from gui.training.errors.cell_grid import Cell, Grid
from gui.widgets.colour_maps import ramp, shade

_Align = Qt.AlignmentFlag
_Key = Qt.Key
_RIGHT = [(digit, digit) for digit in range(CLASSES)]
_WRONG = [(digit, read) for digit in range(CLASSES) for read in range(CLASSES) if digit != read]
_STEPS = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}
_ENTER = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space, _Key.Key_Select)
_BESIDE = _Align.AlignRight | _Align.AlignVCenter
_RADIUS = 4
# Between the cells and their heads.
_EDGE = 8
# The size of the numbers: of a cell's height, in pixels at most and at least, and of its width at most.
_NUMBER, _LARGEST, _SMALLEST, _FILLED = 0.4, 15, 8, 0.84
_DOT = 1.5


class ConfusionMatrix(QWidget):
    """Counts, or per cents of the row. A cell can be pointed at, walked to and chosen.

    Keys: arrows, Home and End walk; Enter or Space chooses a cell or lets it go; Escape lets it go.

    Signals:
        chosen_changed: the chosen Cell, or None.
        told: what there is to say of the cell under the mouse, or of the one walked to; "" where there is none.
    """

    chosen_changed = Signal(object)
    told = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confusion-matrix")
        self.setAccessibleName(tr("Confusion matrix"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(300, 240)
        self._theme = theme
        self._colours: list[QColor] = []
        self._table: IntArray | None = None
        self._of: IntArray = np.zeros(CLASSES, np.int64)
        self._percents = False
        self._chosen: Cell | None = None
        self._current: Cell | None = None
        self._hovered: Cell | None = None
        theme.changed.connect(self._recolour)
        self._recolour()
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(520, 400)

    # -- what it shows

    @property
    def table(self) -> IntArray | None:
        """(10, 10) counts; None while there are none."""
        return self._table

    @property
    def chosen(self) -> Cell | None:
        """The cell that was chosen."""
        return self._chosen

    @property
    def current(self) -> Cell | None:
        """The cell that was walked to."""
        return self._current

    def show_table(self, table: IntArray | None, of: IntArray) -> None:
        """(10, 10) counts, and how many pictures there are of each digit (10,); None for an empty table."""
        self._table, self._of = table, of
        self._tell()
        self.update()

    def show_percents(self, percents: bool) -> None:
        """Per cents of the row, or counts."""
        self._percents = percents
        self.update()

    def choose(self, cell: Cell | None) -> None:
        """Choose a cell, or none."""
        if cell != self._chosen:
            self._chosen = cell
            self._current = cell or self._current
            self._tell()
            self.update()
            self.chosen_changed.emit(cell)

    def sentence(self, cell: Cell) -> str:
        """What there is to say of a cell."""
        if self._table is None:
            return ""
        return error_text.cell_sentence(*cell, int(self._table[cell]), int(self._of[cell[0]]))

    def cell_text(self, cell: Cell) -> str:
        """What stands in a cell; "" in an empty one."""
        count = int(self._table[cell]) if self._table is not None else 0
        if not count:
            return ""
        return error_text.share(count, int(self._of[cell[0]])) if self._percents else f"{count:,}"

    def grid(self) -> Grid:
        """Where the cells are."""
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance(self._words[0]) + 2 * _EDGE
        return Grid.fitted(self.size(), left, 2 * metrics.height() + _EDGE, self._last_width)

    @property
    def _last_width(self) -> int:
        advance = self.fontMetrics().horizontalAdvance
        return max(advance(error_text.percent(999, 1000)), advance(self._words[2])) + 2 * _EDGE

    @property
    def _words(self) -> tuple[str, str, str]:
        """Above the rows' heads, above the columns' heads, above the last column."""
        return tr("was"), tr("read as"), tr("right")

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.grid().cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None and self._table is not None:
            self._current = cell
            self.choose(None if cell == self._chosen else cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click does not take back what the first one did."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.grid().cell_at(event.position()) if self._table is not None else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.setCursor(Qt.CursorShape.ArrowCursor if cell is None else Qt.CursorShape.PointingHandCursor)
            self._tell()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        if key == _Key.Key_Escape and self._chosen is not None:
            self.choose(None)
        elif self._table is None or self._current is None:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.choose(None if self._current == self._chosen else self._current)
        elif key in _STEPS or key in (_Key.Key_Home, _Key.Key_End):
            digit, read = self._current
            if key in _STEPS:
                down, across = _STEPS[key]
                self._current = min(max(digit + down, 0), CLASSES - 1), min(max(read + across, 0), CLASSES - 1)
            else:
                self._current = digit, 0 if key == _Key.Key_Home else CLASSES - 1
            self._hovered = None
            self._tell()
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The walk begins at the commonest mistake."""
        if self._current is None and self._table is not None:
            wrong = self._table * (1 - np.eye(CLASSES, dtype=int))
            digit, read = np.unravel_index(wrong.argmax(), wrong.shape)
            self._current = int(digit), int(read)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tell()
        self.update()

    def _pointed(self) -> Cell | None:
        if self._table is None:
            return None
        return self._hovered or (self._current if self.hasFocus() else None)

    def _tell(self) -> None:
        pointed = self._pointed()
        said = self.sentence(pointed) if pointed is not None else ""
        self.told.emit(said)
        # A screen reader says the cell as it is walked to.
        self.setAccessibleDescription(
            said or tr("Rows: the digit it was. Columns: the digit that was read. The arrow keys walk, Enter chooses.")
        )

    # -- painting

    @Slot()
    def _recolour(self) -> None:
        self._colours = ramp(self._theme.colour("mistake-least"), self._theme.colour("mistake-most"))
        self.update()

    def fill(self, cell: Cell) -> QColor | None:
        """The colour of a cell; None for an empty one."""
        if not self.cell_text(cell):
            return None
        digit, read = cell
        if digit == read:
            return self._theme.colour("right")
        assert self._table is not None
        return shade(self._colours, int(self._table[cell]) / int(self._of[digit]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = self.grid()
        self._paint_heads(painter, grid)
        # Thousands that were right do not make the mistakes' numbers small.
        for cells in (_RIGHT, _WRONG):
            painter.setFont(self._number_font(grid, cells))
            for cell in cells:
                self._paint_cell(painter, grid.rect(cell), cell)
        self._paint_frames(painter, grid)

    def _paint_heads(self, painter: QPainter, grid: Grid) -> None:
        was, read_as, right = self._words
        line = self.fontMetrics().height()
        heads = line + 3
        # What the division by ten has left over goes to the last column.
        last = QRect(grid.right, heads, min(self.width() - grid.right, self._last_width + CLASSES), line)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(QRect(grid.left, 0, grid.right - grid.left, line), _Align.AlignCenter, read_as)
        painter.drawText(QRect(0, heads, grid.left - _EDGE, line), _Align.AlignRight, was)
        painter.drawText(last, _Align.AlignRight, right)
        for digit in range(CLASSES):
            row, column = grid.rect((digit, 0)), grid.rect((0, digit))
            self._paint_head(painter, QRect(0, row.y(), grid.left - _EDGE, row.height()), _BESIDE, 0, digit)
            self._paint_head(painter, QRect(column.x(), heads, column.width(), line), _Align.AlignCenter, 1, digit)
            painter.setFont(self.font())
            painter.setPen(self._theme.colour("text"))
            box = QRect(last.x(), row.y(), last.width(), row.height())
            painter.drawText(box, _BESIDE, self.accuracy_text(digit))

    def _paint_head(self, painter: QPainter, box: QRect, align: Qt.AlignmentFlag, side: int, digit: int) -> None:
        """A digit beside its row (``side`` 0) or above its column (1), marked where the cell pointed at is in it."""
        pointed, font = self._pointed(), self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent" if pointed is not None and pointed[side] == digit else "text"))
        painter.drawText(box, align, str(digit))

    def accuracy_text(self, digit: int) -> str:
        """What stands at the end of a row."""
        return "" if self._table is None else error_text.percent(int(self._table[digit, digit]), int(self._of[digit]))

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        fill = self.fill(cell)
        painter.setPen(Qt.PenStyle.NoPen)
        if fill is not None:
            painter.setBrush(fill)
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
            painter.setPen(self._theme.colour("text"))
            painter.drawText(rect, _Align.AlignCenter, self.cell_text(cell))
        else:
            painter.setBrush(self._theme.colour("line"))
            painter.drawEllipse(QRectF(rect).center(), _DOT, _DOT)

    def _paint_frames(self, painter: QPainter, grid: Grid) -> None:
        if self._table is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frames = [(self._hovered, "muted", 1.0), (self._chosen, "accent", 2.0)]
        if self.hasFocus() and self._current != self._chosen:
            frames.append((self._current, "text", 2.0))
        for cell, colour, width in frames:
            if cell is not None:
                painter.setPen(QPen(self._theme.colour(colour), width))
                edge = width / 2 - 1
                painter.drawRoundedRect(QRectF(grid.rect(cell)).adjusted(edge, edge, -edge, -edge), _RADIUS, _RADIUS)

    def _number_font(self, grid: Grid, cells: Sequence[Cell]) -> QFont:
        """As large as the widest of these cells' numbers has room for."""
        font = QFont(self.font())
        size = min(int(_NUMBER * grid.height), _LARGEST)
        font.setPixelSize(max(size, _SMALLEST))
        widest = max(map(QFontMetrics(font).horizontalAdvance, map(self.cell_text, cells)))
        if widest > _FILLED * grid.width:
            font.setPixelSize(max(int(size * _FILLED * grid.width / widest), _SMALLEST))
        return font
