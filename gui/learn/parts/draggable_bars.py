"""Bars whose height is dragged, with their values below, such as scores or probabilities."""

import math
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.parts.cell_editor import CellEditor, starts_number
from gui.learn.parts.number_format import fixed_number
from gui.theme import Theme
from gui.widgets.array_view import BarView, Cell
from gui.widgets.keyboard_navigation import OwnKeys, is_enter, step

_CENTRE = Qt.AlignmentFlag.AlignCenter
# Of a column: the width of the bar. Pixels: the least margin beside bars and texts.
_BAR, _MARGIN = 0.62, 4
# An arrow key makes about so many steps from the lowest to the highest value.
_STEPS = 40


class DraggableBars(OwnKeys, BarView):
    """A press or a drag in a bar's column sets its height; a click on the number below types it.

    Keys: left and right to another bar, up and down change it, with Shift finely; a digit or Return types.

    Usage::

        self.scores = DraggableBars(theme, "scores", tr("Scores"), ["0", "1", "2"], [0.3, 2.9, 4.0], -5, 5)
        self.scores.changed.connect(self._update)          # self.scores.values

    Attributes:
        values: (n,) float64; only to be read.

    Signals:
        changed: the index of a bar, after the user has changed it; ``set_values`` emits nothing.
    """

    changed = Signal(int)

    SIZE, LEAST_SIZE = (320, 220), (150, 110)

    def __init__(
        self,
        theme: Theme,
        name: str,
        title: str,
        labels: Sequence[str],
        values: Sequence[float],
        minimum: float,
        maximum: float,
        decimals: int = 2,
        sums_to_one: bool = False,
        limits: tuple[float, float] | None = None,
        editable: bool = True,
    ) -> None:
        """Args:
        labels: below the bars.
        minimum, maximum: of the heights; 0 must lie between them.
        decimals: of the numbers, and of those that dragging gives. More can be typed.
        sums_to_one: when a bar is changed, the others are scaled, so that the sum stays 1.
        limits: of what can be typed, if it is more than the heights show.
        editable: whether the user can change them; otherwise they are only shown.
        """
        super().__init__(theme, name)
        self.setAccessibleName(title)
        self._labels, self._decimals = list(labels), decimals
        self._range, self._limits = (minimum, maximum), limits or (minimum, maximum)
        self._sums_to_one, self._editable = sums_to_one, editable
        self._marked: int | None = None
        self._dragged: int | None = None
        self._step = max(10.0 ** math.floor(math.log10((maximum - minimum) / _STEPS)), 10.0**-decimals)
        self._editor = CellEditor(self, f"{name}-editor")
        self._editor.entered.connect(self._type)
        self._editor.closed.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        self.values: FloatArray = np.zeros(0)
        self.set_values(values)

    def set_values(self, values: Sequence[float] | FloatArray) -> None:
        """Show other values (n,), also nan and inf; emits nothing."""
        self.values = np.array(values, np.float64)
        self.update()

    def set_marked(self, index: int | None) -> None:
        """Paint one bar in the accent colour, such as the right answer."""
        self._marked = index
        self.update()

    # -- changes by the user

    def _change(self, index: int, value: float, low: float, high: float) -> None:
        values, value = self.values.copy(), min(max(value, low), high)
        values[index] = value
        if self._sums_to_one:
            others = np.arange(len(values)) != index
            total = float(values[others].sum())
            values[others] = values[others] * ((1 - value) / total) if total > 0 else (1 - value) / max(others.sum(), 1)
            if len(values) == 1:
                values[:] = 1.0
        if not np.array_equal(values, self.values):
            self.values = values
            self.update()
            self.changed.emit(index)

    def _type(self, value: float) -> None:
        if self.current is not None:
            self._change(self.current, value, *self._limits)

    def _push(self, direction: int, fine: float) -> None:
        assert self.current is not None
        value = float(self.values[self.current])
        if math.isfinite(value):
            low, high = self._limits
            self._change(self.current, float(f"{value + direction * self._step * fine:.12g}"), low, high)
        self._go_to(self.current)

    def _edit(self, index: int, typed: str = "") -> None:
        self.current = index
        rect = self._number_rect(index)
        self._editor.open(rect, f"{self.values[index]:.10g}", self.cell_text(index), typed)

    # -- mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.cell_at(event.position())
        super().mousePressEvent(event)
        if index is None or not self._editable or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.position().y() > self._area().bottom():
            self._edit(index)
        else:
            self._dragged = index
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self._follow(event.position())
            return
        super().mouseMoveEvent(event)
        if self._editable:
            inside = self.cell_at(event.position()) is not None
            above = event.position().y() <= self._area().bottom()
            shape = Qt.CursorShape.SizeVerCursor if above else Qt.CursorShape.IBeamCursor
            self.setCursor(shape if inside else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def _follow(self, position: QPointF) -> None:
        assert self._dragged is not None
        area, (low, high) = self._area(), self._range
        share = (area.bottom() - position.y()) / area.height()
        self._change(self._dragged, round(low + share * (high - low), self._decimals), low, high)

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        by = step(event)
        if by is not None and by[1]:
            return partial(BarView.keyPressEvent, self, event)
        if self.current is None or not self._editable:
            return None
        if by is not None:
            fine = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            return partial(self._push, -by[0], fine)
        if is_enter(event):
            return partial(self._edit, self.current)
        return partial(self._edit, self.current, event.text()) if starts_number(event) else None

    # -- cells

    def cell_text(self, cell: Cell) -> str:
        return tr("{0}: {1}", self._labels[cell], fixed_number(float(self.values[cell]), self._decimals))

    def _first_cell(self) -> Cell | None:
        return 0 if len(self.values) else None

    def _columns(self) -> tuple[float, float, int]:
        n = len(self.values)
        return _MARGIN, (self.width() - 2 * _MARGIN) / max(n, 1), n

    # -- painting

    def sizeHint(self) -> QSize:
        return QSize(*(self._theme.px(size) for size in self.SIZE))

    def _line(self) -> float:
        return float(self.fontMetrics().height())

    def _area(self) -> QRectF:
        """Where the bars are; below are two lines of text."""
        top = self._line() / 2
        return QRectF(0, top, self.width(), max(self.height() - top - 2.4 * self._line() - _MARGIN, 1))

    def _number_rect(self, index: int) -> QRectF:
        cell = self.cell_rect(index)
        return QRectF(cell.x(), self._area().bottom() + 0.2 * self._line(), cell.width(), self._line())

    def _height(self, value: float) -> float:
        """Where a value is, in pixels from the top."""
        area, (low, high) = self._area(), self._range
        return area.bottom() - (min(max(value, low), high) - low) / (high - low) * area.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        painter.fillRect(self.rect(), colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        zero = round(self._height(0.0)) + 0.5
        texts = [fixed_number(value, self._decimals) for value in self.values.tolist()]
        font = _fitting(self.font(), texts, self._columns()[1] - 2)
        for index, value in enumerate(self.values.tolist()):
            marked = index == self._marked
            if not math.isnan(value):
                self._paint_bar(painter, index, value, zero, "winner" if marked else "bar")
            rect = self._number_rect(index)
            painter.setFont(font)
            painter.setPen(colour("text" if math.isfinite(value) else "error"))
            painter.drawText(rect, _CENTRE, texts[index])
            painter.setFont(self.font())
            painter.setPen(colour("accent" if marked else "muted"))
            label = self.fontMetrics().elidedText(
                self._labels[index], Qt.TextElideMode.ElideRight, max(round(rect.width()), 1)
            )
            painter.drawText(rect.translated(0, 1.1 * self._line()), _CENTRE, label)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(QPointF(_MARGIN, zero), QPointF(self.width() - _MARGIN, zero))
        if self.current is not None and self.current < len(self.values):
            cell = self.cell_rect(self.current)
            bottom = self._number_rect(self.current).bottom()
            mark = QRectF(cell.x(), self._area().top(), cell.width(), bottom - self._area().top())
            self._paint_focus(painter, QRectF(self.rect()), mark.adjusted(2, 0, -2, 0))

    def _paint_bar(self, painter: QPainter, index: int, value: float, zero: float, name: str) -> None:
        cell, end = self.cell_rect(index), self._height(value)
        width = _BAR * cell.width()
        bar = QRectF(cell.center().x() - width / 2, min(zero, end), width, abs(zero - end))
        painter.fillRect(bar, self._theme.colour(name))
        low, high = self._range
        if not low <= value <= high:
            # It is longer than it can be shown: a cut goes through it.
            y = end + math.copysign(0.8 * self._line(), value)
            painter.setPen(QPen(self._theme.colour("surface"), self._theme.px(3)))
            painter.drawLine(QPointF(bar.left() - 2, y + 4), QPointF(bar.right() + 2, y - 4))
        elif self._editable:
            # A handle.
            painter.fillRect(QRectF(bar.x(), end - 1.5, width, 3), self._theme.colour("text"))


def _fitting(font: QFont, texts: list[str], width: float) -> QFont:
    """A font in which the longest text is not wider than this."""
    widest = max(map(QFontMetricsF(font).horizontalAdvance, texts), default=0.0)
    made = QFont(font)
    if widest > width > 0:
        made.setPointSizeF(max(font.pointSizeF() * width / widest, 1.0))
    return made
