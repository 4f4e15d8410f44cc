"""The book's small network with the numbers that flow through it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen

from engine.book import affine_layer_forward, forward, sigmoid
from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.parts.number_format import short_number
from gui.theme import Theme, mixed
from gui.widgets.array_view import ArrayView, Cell

_CENTRE = Qt.AlignmentFlag.AlignCenter
# Pixels: the largest radius of a neuron, and the size of the whole.
_RADIUS, _LEAST, _USUAL = 46, (300, 150), (420, 260)
# An input changes by 1 when it is dragged so far, in pixels.
_UNIT = 50
# The share of a colour in a neuron whose value is 0, and what one of 1 adds.
_FILL, _MORE_FILL = 0.06, 0.4
# Where the number of a weight is on its line, from 0 to 1.
_ALONG = 0.4


@dataclass(frozen=True)
class Layer:
    """What a layer computes for one x: a = x W + b, and z = h(a).

    Attributes:
        name: of z: "z1", "z2" or "y".
    """

    name: str
    before: FloatArray
    W: FloatArray
    b: FloatArray
    a: FloatArray
    z: FloatArray


def layers_of(network: dict[str, FloatArray], x: FloatArray) -> list[Layer]:
    """The three layers of a network for x (D,): what ``forward`` computes, with the values in between."""
    layers: list[Layer] = []
    for i, name in enumerate(("z1", "z2", "y"), start=1):
        before = layers[-1].z if layers else x
        W, b = network[f"W{i}"], network[f"b{i}"]
        a = affine_layer_forward(before[np.newaxis], W, b)[0][0]
        layers.append(Layer(name, before, W, b, a, forward(network, x) if name == "y" else sigmoid(a)))
    return layers


class ForwardDiagram(ArrayView):
    """A column for the input and for each layer. A cell is (column, neuron): the neuron whose weights are on view.

    Attributes:
        reached: the last column that the numbers have come to.

    Signals:
        dragged: the index of an input that is dragged sideways, and its new value.
    """

    dragged = Signal(int, float)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setAccessibleName(tr("The network with its numbers"))
        self.current: Cell | None = (1, 0)
        self.reached = 3
        self._layers: Sequence[Layer] = ()
        self._drag: tuple[int, float, float] | None = None
        self.pointed.connect(lambda _: self.update())

    def show_layers(self, layers: Sequence[Layer]) -> None:
        """Show the numbers of these layers."""
        self._layers = layers
        self.update()

    def reach(self, column: int) -> None:
        """Show the numbers only as far as this column, whose first neuron is selected."""
        self.reached = column
        self.current = (column, 0)
        self.update()

    @property
    def selected(self) -> tuple[int, int]:
        """The neuron under the mouse, or else the one that was clicked last."""
        found: tuple[int, int] = self.pointed_at or self.current or (1, 0)
        return found

    def calculation(self, cell: tuple[int, int]) -> str:
        """How the number of a neuron comes about."""
        column, index = cell
        if not column:
            return tr("x[{0}] = {1}", index, short_number(float(self._layers[0].before[index])))
        layer = self._layers[column - 1]
        products = [
            f"{short_number(float(x), 3)} × {w:g}" for x, w in zip(layer.before, layer.W[:, index], strict=True)
        ]
        total = " + ".join([*products, f"{layer.b[index]:g}"])
        a, z = short_number(float(layer.a[index])), short_number(float(layer.z[index]))
        if layer.name == "y":
            return tr("y[{0}] = {1} = {2}. The output layer has the identity.", index, total, z)
        return tr("a{0}[{1}] = {2} = {3}. z{0}[{1}] = sigmoid({3}) = {4}.", column, index, total, a, z)

    # -- the mouse drags an input; fields are for the keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None and not cell[0]:
            self._drag = cell[1], event.position().x(), float(self._layers[0].before[cell[1]])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            index, x, start = self._drag
            self.dragged.emit(index, start + (event.position().x() - x) / self._theme.px(_UNIT))
            return
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape
        over = self.pointed_at
        self.setCursor(shape.ArrowCursor if over is None or over[0] else shape.SizeHorCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None

    # -- cells

    def _counts(self) -> list[int]:
        return [len(self._layers[0].before), *(len(layer.z) for layer in self._layers)] if self._layers else []

    def _line(self) -> float:
        return float(self.fontMetrics().height())

    def _radius(self) -> float:
        height = self.height() - 2.6 * self._line()
        return max(
            min(self._theme.px(_RADIUS), height / (2.4 * max(self._counts(), default=1)), self.width() / 13), 6.0
        )

    def _centre(self, cell: tuple[int, int]) -> QPointF:
        counts, radius = self._counts(), self._radius()
        top, height = 1.3 * self._line(), self.height() - 2.6 * self._line()
        left = max(radius, self._line() * 2.2) + 2
        x = left + cell[0] * (self.width() - 2 * left) / (len(counts) - 1)
        apart = height / max(counts)
        return QPointF(x, top + height / 2 + (cell[1] - (counts[cell[0]] - 1) / 2) * apart)

    def _cells(self) -> list[tuple[int, int]]:
        return [(column, index) for column, count in enumerate(self._counts()) for index in range(count)]

    def cell_rect(self, cell: Cell) -> QRectF:
        centre, radius = self._centre(cell), self._radius()
        return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)

    def cell_at(self, position: QPointF) -> Cell | None:
        return next((cell for cell in self._cells() if self.cell_rect(cell).contains(position)), None)

    def cell_text(self, cell: Cell) -> str:
        return self.calculation(cell)

    def _first_cell(self) -> Cell | None:
        return (1, 0) if self._layers else None

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        counts = self._counts()
        if self.current is None or not counts:
            return self._first_cell()
        column = min(max(self.current[0] + by[1], 0), len(counts) - 1)
        return column, min(max(self.current[1] + by[0], 0), counts[column] - 1)

    # -- painting

    def sizeHint(self) -> QSize:
        return QSize(*(self._theme.px(size) for size in _USUAL))

    def minimumSizeHint(self) -> QSize:
        return QSize(*(self._theme.px(size) for size in _LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        if not self._layers:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_titles(painter)
        selected = self.selected
        for cell in self._cells():
            if cell != selected:
                self._paint_edges(painter, cell, False)
        self._paint_edges(painter, selected, True)
        for cell in self._cells():
            self._paint_neuron(painter, cell, cell == selected)
        if self.current is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            self._paint_focus(painter, QRectF(self.rect()), self.cell_rect(self.current).adjusted(-2, -2, 2, 2))

    def _paint_titles(self, painter: QPainter) -> None:
        """The shapes: of the columns above, of the weights between them below."""
        line, counts = self._line(), self._counts()
        names = ["x", *(layer.name for layer in self._layers)]
        apart = self._centre((1, 0)).x() - self._centre((0, 0)).x()
        for column, (name, count) in enumerate(zip(names, counts, strict=True)):
            x = self._centre((column, 0)).x()
            painter.setPen(self._theme.colour("text"))
            painter.drawText(QRectF(x - apart / 2, 0, apart, line), _CENTRE, f"{name} ({count},)")
            if column:
                text = f"W{column} ({counts[column - 1]}, {count}) + b{column}"
                painter.setPen(self._theme.colour("accent" if column == self.selected[0] else "muted"))
                painter.drawText(QRectF(x - apart, self.height() - line, apart, line), _CENTRE, text)

    def _paint_edges(self, painter: QPainter, cell: tuple[int, int], strong: bool) -> None:
        column, index = cell
        if not column:
            return
        W, colour = self._layers[column - 1].W, self._theme.colour
        end = self._centre(cell)
        dim = column > self.reached
        for i, weight in enumerate(W[:, index].tolist()):
            start = self._centre((column - 1, i))
            width = self._theme.px(1) * (0.6 + 5 * abs(weight))
            painter.setPen(
                QPen(mixed(colour("accent" if strong else "line"), colour("surface"), 0.4 if dim else 1), width)
            )
            painter.drawLine(start, end)
        if strong:
            for i, weight in enumerate(W[:, index].tolist()):
                start = self._centre((column - 1, i))
                self._write_on(painter, start + (end - start) * _ALONG, f"{weight:g}")

    def _write_on(self, painter: QPainter, at: QPointF, text: str) -> None:
        """A number on a line."""
        width, line = self.fontMetrics().horizontalAdvance(text) + 4, self._line()
        rect = QRectF(at.x() - width / 2, at.y() - line / 2, width, line)
        painter.fillRect(rect, self._theme.colour("surface"))
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(rect, _CENTRE, text)

    def _paint_neuron(self, painter: QPainter, cell: tuple[int, int], strong: bool) -> None:
        colour, (column, index) = self._theme.colour, cell
        value = float((self._layers[column - 1].z if column else self._layers[0].before)[index])
        known = column <= self.reached
        share = _FILL + (_MORE_FILL * min(abs(value), 1.0) if known else 0.0)
        painter.setBrush(mixed(colour("accent" if value >= 0 else "above"), colour("surface"), share))
        painter.setPen(QPen(colour("accent" if strong else "line"), self._theme.px(2 if strong else 1)))
        rect = self.cell_rect(cell)
        painter.drawEllipse(rect)
        if known:
            text = short_number(value, 3)
            font = QFont(self.font())
            room, wide = 1.7 * self._radius(), QFontMetricsF(font).horizontalAdvance("−0.574")
            font.setPointSizeF(font.pointSizeF() * min(room / wide, 1.6))
            painter.setFont(font)
            painter.setPen(colour("text"))
            painter.drawText(rect, _CENTRE, text)
            painter.setFont(self.font())
