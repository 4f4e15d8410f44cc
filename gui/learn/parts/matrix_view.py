"""An array as a grid of numbers, with its name and its shape above: "W (2, 3)"."""

import math
from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.parts.cell_editor import CellEditor, starts_number
from gui.learn.parts.number_format import fixed_number
from gui.learn.parts.value_colours import signed_colour
from gui.theme import Theme
from gui.widgets.array_view import Cell, GridView, moved
from gui.widgets.keyboard_navigation import OwnKeys, is_enter

_CENTRE = Qt.AlignmentFlag.AlignCenter
# Pixels around a number; how much larger than needed a cell becomes where there is room.
_PADDING, _LARGER = 6, 1.8
# The size that the view asks for has room for so many rows and columns.
_ROWS, _COLUMNS = 10, 8
# So many are shown of a longer one, at least: the first, a gap and the last; and the smallest size has room for these.
_FEWEST, _SMALLEST = 3, 4


class MatrixView(OwnKeys, GridView):
    """Blue is negative, orange is positive. Of a matrix for which there is no room, the middle is left out.

    A cell of this view is (row, column); a vector (n,) is one row. Keys: the arrows go from cell to cell; where cells
    can be edited, a digit or Return types a number, and so does a click.

    Usage::

        self.W = MatrixView(theme, "w", tr("Weights"), editable=True)
        self.W.set_array("W", W)                              # (2, 3)
        self.W.edited.connect(lambda row, column, value: ...)
        self.W.highlight([(0, 1), (1, 1)])                    # cells with a frame each
        self.W.set_patch((0, 0, 3, 3))                        # one frame: row, column, rows, columns

    Attributes:
        values: (rows, columns) float64; only to be read.

    Signals:
        edited: row, column and number, after the user has typed it; the view already shows it.
    """

    edited = Signal(int, int, float)

    TOOL_TIPS = False

    def __init__(
        self,
        theme: Theme,
        name: str,
        title: str,
        editable: bool = False,
        decimals: int = 2,
        minimum: float = -math.inf,
        maximum: float = math.inf,
    ) -> None:
        """Args:
        name, title: object name and accessible name.
        decimals: of the numbers.
        minimum, maximum: of the numbers that are typed.
        """
        super().__init__(theme, name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._editable, self._decimals, self._limits = editable, decimals, (minimum, maximum)
        self._label, self._shape = "", (0, 0)
        self._highlights: frozenset[tuple[int, int]] = frozenset()
        self._patch: tuple[int, int, int, int] | None = None
        self.values: FloatArray = np.zeros((0, 0))
        self._editor = CellEditor(self, f"{name}-editor")
        self._editor.entered.connect(self._type)
        self._editor.closed.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        theme.changed.connect(self.updateGeometry)

    def set_array(self, label: str, array: FloatArray) -> None:
        """Show an array of at most two axes, under its name; emits nothing."""
        array = np.asarray(array)
        self._label, shape = label, array.shape
        self.values = np.atleast_2d(np.array(array, np.float64))
        if shape != self._shape:
            self._shape = shape
            self.current = None
            self.updateGeometry()
        self.update()

    def set_decimals(self, decimals: int) -> None:
        """Write the numbers with so many decimals."""
        self._decimals = decimals
        self.updateGeometry()
        self.update()

    def highlight(self, cells: Iterable[tuple[int, int]]) -> None:
        """Put a frame around each of these cells; none removes them."""
        self._highlights = frozenset(cells)
        self.update()

    def set_patch(self, patch: tuple[int, int, int, int] | None) -> None:
        """Put one frame around (row, column, rows, columns); None for none. It may lie partly outside."""
        self._patch = patch
        self.update()

    @property
    def heading(self) -> str:
        """The name and the shape, as NumPy writes it: "W (2, 3)", "b (3,)"."""
        return f"{self._label} {self._shape}".strip()

    # -- geometry

    def _cell_size(self) -> tuple[float, float]:
        """The width and the height that a number needs."""
        metrics, padding = QFontMetricsF(self.font()), self._theme.px(_PADDING)
        widest = "−0." + "0" * self._decimals
        return metrics.horizontalAdvance(widest) + padding, metrics.height() + padding

    def _top(self) -> float:
        return 1.3 * self.fontMetrics().height()

    def _size_for(self, rows: int, columns: int) -> QSize:
        width, height = self._cell_size()
        heading = self.fontMetrics().horizontalAdvance(self.heading)
        return QSize(math.ceil(max(columns * width, heading)) + 2, math.ceil(self._top() + rows * height) + 2)

    def sizeHint(self) -> QSize:
        rows, columns = self.values.shape
        return self._size_for(min(rows, _ROWS), min(columns, _COLUMNS))

    def minimumSizeHint(self) -> QSize:
        rows, columns = self.values.shape
        return self._size_for(min(rows, _SMALLEST), min(columns, _SMALLEST))

    def _shown(self) -> tuple[list[int | None], list[int | None]]:
        """The rows and columns that there is room for; None is the gap."""
        width, height = self._cell_size()
        rows = _shortened(self.values.shape[0], int((self.height() - self._top()) / height))
        return rows, _shortened(self.values.shape[1], int(self.width() / width))

    def _grid(self) -> tuple[QRectF, int, int]:
        (rows, columns), (width, height) = self._shown(), self._cell_size()
        across = min((self.width() - 2) / max(len(columns), 1), _LARGER * width)
        down = min((self.height() - self._top() - 2) / max(len(rows), 1), _LARGER * height)
        return QRectF(1, self._top(), across * len(columns), down * len(rows)), len(rows), len(columns)

    def cell_at(self, position: QPointF) -> Cell | None:
        place = super().cell_at(position)
        if place is None:
            return None
        rows, columns = self._shown()
        row, column = rows[place[0]], columns[place[1]]
        return None if row is None or column is None else (row, column)

    def cell_rect(self, cell: Cell) -> QRectF:
        """Where a cell is; where it would be, if it is left out or outside."""
        rows, columns = self._shown()
        return super().cell_rect((_place(rows, cell[0]), _place(columns, cell[1])))

    def _first_cell(self) -> Cell | None:
        return (0, 0) if self.values.size else None

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        if self.current is None:
            return self._first_cell()
        rows, columns = self._shown()
        place = _place(rows, self.current[0]), _place(columns, self.current[1])
        for _ in range(2):
            # Over the gap.
            place = moved(place, by, len(rows), len(columns))
            row, column = rows[place[0]], columns[place[1]]
            if row is not None and column is not None:
                return row, column
        return self.current

    def cell_text(self, cell: Cell) -> str:
        value = fixed_number(float(self.values[cell]), self._decimals)
        index = f"{cell[0]}, {cell[1]}" if len(self._shape) == 2 else str(cell[1])
        return tr("{0}[{1}]: {2}", self._label, index, value)

    # -- editing

    def _edit(self, cell: tuple[int, int], typed: str = "") -> None:
        self.current = cell
        self._editor.open(self.cell_rect(cell), f"{self.values[cell]:.10g}", self.cell_text(cell), typed)

    def _type(self, value: float) -> None:
        cell = self.current
        value = min(max(value, self._limits[0]), self._limits[1])
        if cell is not None and value != self.values[cell]:
            self.values[cell] = value
            self.update()
            self.edited.emit(*cell, value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        cell = self.cell_at(event.position())
        if self._editable and cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self._edit(cell)

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        if self._editable and self.current is not None and is_enter(event):
            return partial(self._edit, self.current)
        if self._editable and self.current is not None and starts_number(event):
            return partial(self._edit, self.current, event.text())
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._meaning(event):
            super().keyPressEvent(event)
        else:
            GridView.keyPressEvent(self, event)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        painter.fillRect(self.rect(), colour("surface"))
        painter.setPen(colour("text"))
        painter.drawText(QRectF(1, 0, self.width() - 1, self._top()), Qt.AlignmentFlag.AlignVCenter, self.heading)
        (rows, columns), (area, _, _) = self._shown(), self._grid()
        if not rows or not columns:
            return
        finite = self.values[np.isfinite(self.values)]
        limit = float(np.abs(finite).max(initial=0.0))
        across, down = area.width() / len(columns), area.height() / len(rows)
        for i, row in enumerate(rows):
            for j, column in enumerate(columns):
                rect = QRectF(area.x() + j * across, area.y() + i * down, across, down)
                if row is None or column is None:
                    painter.setPen(colour("muted"))
                    painter.drawText(rect, _CENTRE, "⋱" if row is column else "⋮" if row is None else "⋯")
                    continue
                value = float(self.values[row, column])
                painter.fillRect(rect, signed_colour(self._theme, value, limit))
                painter.setPen(QPen(colour("line"), 1))
                painter.drawRect(rect)
                painter.setPen(colour("text" if math.isfinite(value) else "error"))
                painter.drawText(rect, _CENTRE, fixed_number(value, self._decimals))
        for cell in self._highlights:
            self._paint_frame(painter, self.cell_rect(cell))
        if self._patch is not None:
            row, column, height, width = self._patch
            last = row + height - 1, column + width - 1
            self._paint_frame(painter, self.cell_rect((row, column)) | self.cell_rect(last))
        if self.current is not None:
            self._paint_focus(painter, QRectF(self.rect()), self.cell_rect(self.current))

    def _paint_frame(self, painter: QPainter, rect: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), self._theme.px(2.5)))
        inset = self._theme.px(1)
        painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))


def _shortened(count: int, room: int) -> list[int | None]:
    """The indices of ``count`` things of which so many have room; None is a gap in the middle."""
    room = max(room, _FEWEST)
    if count <= room:
        return list(range(count))
    last = (room - 1) // 2
    return [*range(room - 1 - last), None, *range(count - last, count)]


def _place(shown: list[int | None], index: int) -> int:
    """Where an index is among the shown ones; outside, it goes on."""
    if index in shown:
        return shown.index(index)
    if None in shown and 0 <= index < (shown[-1] or 0):
        return shown.index(None)
    return index if index < 0 else len(shown) + index - (shown[-1] or 0) - 1
