"""Base classes for numbers shown as cells, bars or images, with the same mouse and keyboard control."""

from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import Theme
from gui.widgets.announcer import Announcer
from gui.widgets.keyboard_navigation import by_keys, is_enter, step

_LEAST_MARK = 6.0
# An index, or a tuple of indices.
Cell = Any


class ArrayView(QWidget):
    """Cells can be pointed at, clicked, and reached by the arrow keys; Return and Space click.

    The current cell is the one that the keys are at. While the widget has the focus, it is marked, and screen readers
    announce it. A subclass paints, and defines where its cells are and what their text is.

    Attributes:
        current: the current cell, or None.
        pointed_at: the last cell that ``pointed`` was emitted with, or None.

    Signals:
        pointed: the cell under the mouse, or the one that a key went to; None where there is neither.
        clicked: a cell.
    """

    pointed = Signal(object)
    clicked = Signal(object)

    SIZE: ClassVar = (240, 120)
    LEAST_SIZE: ClassVar = (120, 60)
    # A cell's text is shown as a tool tip. It is not announced when the focus comes: each Tab would open a tool tip.
    TOOL_TIPS: ClassVar = False

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        # Nothing below it is visible, so it need not be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self.current: Cell | None = None
        self.pointed_at: Cell | None = None
        self._announcer = Announcer(self)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(*self.SIZE)

    def minimumSizeHint(self) -> QSize:
        return QSize(*self.LEAST_SIZE)

    # -- for subclasses

    def cell_at(self, position: QPointF) -> Cell | None:
        """The cell at a position; None where there is none."""
        raise NotImplementedError

    def cell_rect(self, cell: Cell) -> QRectF:
        """Where a cell is."""
        raise NotImplementedError

    def cell_text(self, cell: Cell) -> str:
        """The number of a cell, and which cell it is."""
        raise NotImplementedError

    def _first_cell(self) -> Cell | None:
        """Where the keys start; None where there is no cell."""
        raise NotImplementedError

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        """Where an arrow key goes: ``by`` (rows, columns) from the current cell; None for a key that is not used."""
        raise NotImplementedError

    def _paint_focus(self, painter: QPainter, area: QRectF, *marks: QRectF) -> None:
        """A frame around all cells, and marks that stand out on every colour, while the widget has the focus."""
        if not self.hasFocus():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        for mark in marks:
            if min(mark.width(), mark.height()) < _LEAST_MARK:
                centre = mark.center()
                mark = QRectF(0, 0, _LEAST_MARK, _LEAST_MARK)
                mark.moveCenter(centre)
            for colour, width, margin in (("surface", 1, 2.0), ("accent", 2, 0.5), ("surface", 1, -1.0)):
                painter.setPen(QPen(self._theme.colour(colour), width))
                painter.drawRect(mark.adjusted(-margin, -margin, margin, margin))

    # -- mouse and keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        self._point(cell)
        if self.TOOL_TIPS and cell is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.cell_text(cell), self)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The keys continue from the clicked cell."""
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.current = cell
            self.update()
            self.clicked.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and not event.isAutoRepeat() and self.current is not None:
            self.clicked.emit(self.current)
            return
        by = step(event)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        cell = None if by is None else self._next_cell(by, shift)
        if cell is None:
            super().keyPressEvent(event)
            return
        self._go_to(cell)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if by_keys(event) and not self.TOOL_TIPS:
            cell = self._first_cell() if self.current is None else self.current
            if cell is not None:
                self._go_to(cell)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._announcer.reset()
        self._point(None)

    def _go_to(self, cell: Cell) -> None:
        self.current = cell
        self.update()
        self._point(cell)
        text = self.cell_text(cell)
        if self.TOOL_TIPS:
            QToolTip.showText(self.mapToGlobal(self.cell_rect(cell).bottomRight().toPoint()), text, self)
        self._announcer.announce(text)

    def _point(self, cell: Cell | None) -> None:
        self.pointed_at = cell
        self.pointed.emit(cell)


class GridView(ArrayView):
    """Cells in rows and columns: a cell is (row, column)."""

    TOOL_TIPS = True

    def _grid(self) -> tuple[QRectF, int, int]:
        """Where all cells are, how many rows there are, and how many columns."""
        raise NotImplementedError

    def cell_at(self, position: QPointF) -> Cell | None:
        area, rows, columns = self._grid()
        row = int((position.y() - area.y()) // (area.height() / max(rows, 1)))
        column = int((position.x() - area.x()) // (area.width() / max(columns, 1)))
        return (row, column) if 0 <= row < rows and 0 <= column < columns else None

    def cell_rect(self, cell: Cell) -> QRectF:
        area, rows, columns = self._grid()
        width, height = area.width() / columns, area.height() / rows
        return QRectF(area.x() + cell[1] * width, area.y() + cell[0] * height, width, height)

    def _first_cell(self) -> Cell | None:
        """The one in the middle."""
        _, rows, columns = self._grid()
        return (rows // 2, columns // 2) if rows else None

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        _, rows, columns = self._grid()
        return None if self.current is None else moved(self.current, by, rows, columns)


class BarView(ArrayView):
    """Bars side by side: a cell is an index. Behind the last bar comes the first."""

    def _columns(self) -> tuple[float, float, int]:
        """Where the first bar starts, how wide one is, and how many there are."""
        raise NotImplementedError

    def cell_at(self, position: QPointF) -> Cell | None:
        left, width, n = self._columns()
        index = int((position.x() - left) // width)
        return index if 0 <= index < n else None

    def cell_rect(self, cell: Cell) -> QRectF:
        left, width, _ = self._columns()
        return QRectF(left + cell * width, 0, width, self.height())

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        n = self._columns()[2]
        if not by[1] or not n:
            return None
        return 0 if self.current is None else (self.current + by[1]) % n


def moved(cell: tuple[int, int], by: tuple[int, int], rows: int, columns: int) -> tuple[int, int]:
    """(row, column) one step on, no further than the edge."""
    return min(max(cell[0] + by[0], 0), rows - 1), min(max(cell[1] + by[1], 0), columns - 1)
