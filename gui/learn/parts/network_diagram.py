"""A small network: neurons with their values, edges with their weights, perhaps with gradients."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QResizeEvent

from engine.types import ByteArray
from gui.learn.parts.diagram_items.network_layout import NetworkLayout
from gui.learn.parts.diagram_items.network_numbers import Arrays, NetworkNumbers, as_matrices, as_vectors
from gui.learn.parts.diagram_items.network_numbers import Edge as Edge
from gui.learn.parts.diagram_items.network_numbers import Neuron as Neuron
from gui.learn.parts.number_format import fixed_number
from gui.learn.parts.value_colours import signed_colour
from gui.theme import Theme, mixed
from gui.widgets.array_view import ArrayView, Cell
from gui.widgets.pixel_painting import to_image

_CENTRE = Qt.AlignmentFlag.AlignCenter
# Pixels: the radius of a neuron, at most; the widths of the thinnest and the thickest edge; how near the mouse must be.
_RADIUS, _THIN, _THICK, _NEAR = 40, 1.2, 5.0, 7.0
# The small font, and what is not highlighted while something is.
_SMALL, _DIMMED = 0.88, 0.4
_WIDEST = "−0.00"


class NetworkDiagram(ArrayView):
    """Columns of neurons from left to right; each neuron has an edge to each of the next column.

    Blue is negative, orange is positive; the wider an edge, the larger its weight. A cell of this view is a ``Neuron``
    or an ``Edge``: ``pointed`` and ``clicked`` give them, and None. Keys: left and right go from a neuron to an edge
    and on to the next neuron, up and down to the next one of its kind.

    Usage::

        self.diagram = NetworkDiagram(theme, "network", tr("The network"))
        self.diagram.set_columns([["x1", "x2"], ["a1", "a2", "a3"], ["y"]], [tr("input"), tr("hidden"), tr("output")])
        self.diagram.set_weights([W1, W2])                    # (2, 3), (3, 1); where it is nan, there is no edge
        self.diagram.set_values([x, a, None])                 # None, and nan: not known yet
        self.diagram.set_gradients([None, da, dy], [dW1, None])
        self.diagram.highlight([Neuron(1, 0), Edge(0, 0, 0), Edge(0, 1, 0)])   # the current step; [] for all
    """

    SIZE, LEAST_SIZE = (420, 300), (200, 140)

    def __init__(self, theme: Theme, name: str, title: str, decimals: int = 2, edge_numbers: bool = True) -> None:
        """Args:
        name, title: object name and accessible name.
        decimals: of the numbers.
        edge_numbers: write them at all edges, if there is room; otherwise only where the mouse or the keys are.
        """
        super().__init__(theme, name)
        self.setAccessibleName(title)
        self._decimals, self._edge_numbers = decimals, edge_numbers
        self._numbers = NetworkNumbers([])
        self._titles: list[str] = []
        self._images: dict[int, list[QImage]] = {}
        self._highlights: frozenset[Neuron | Edge] = frozenset()
        self._layout: NetworkLayout | None = None
        theme.changed.connect(self._arrange)

    # -- what is shown

    def set_columns(self, names: Sequence[Sequence[str]], titles: Sequence[str] = ()) -> None:
        """Another network, without numbers at first.

        Args:
            names: of the neurons of each column, "" for none.
            titles: of the columns.
        """
        self._numbers, self._titles = NetworkNumbers(names), list(titles)
        self._images, self.current, self._highlights = {}, None, frozenset()
        self._arrange()

    def set_values(self, values: Arrays) -> None:
        """The values of the neurons, an array (n,) for each column."""
        self._numbers.values = as_vectors(values)
        self.update()

    def set_weights(self, weights: Arrays) -> None:
        """The weights between the columns, (n of the column, n of the next one); None draws edges without numbers."""
        self._numbers.weights = as_matrices(weights)
        self.update()

    def set_gradients(self, neurons: Arrays | None = None, weights: Arrays | None = None) -> None:
        """The second number of neurons and edges, in the shapes of values and weights; None where there is none."""
        columns = len(self._numbers.names)
        self._numbers.neuron_gradients = as_vectors(neurons or [None] * columns)
        self._numbers.weight_gradients = as_matrices(weights or [None] * max(columns - 1, 0))
        self._arrange()

    def set_images(self, column: int, images: Sequence[ByteArray]) -> None:
        """Show the neurons of a column as images (h, w, 3), uint8, the first row at the top, in place of values."""
        self._images[column] = [to_image(each) for each in images]
        self.update()

    def highlight(self, cells: Iterable[Neuron | Edge]) -> None:
        """Mark these and dim all others; none marks none."""
        self._highlights = frozenset(cells)
        self.update()

    def cell_text(self, cell: Cell) -> str:
        return self._numbers.text(cell, self._decimals)

    # -- geometry

    def sizeHint(self) -> QSize:
        return QSize(*(self._theme.px(size) for size in self.SIZE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(_SMALL * font.pointSizeF())
        return font

    def _arrange(self) -> None:
        if not self._numbers.names:
            return
        small, px = QFontMetricsF(self._small()), self._theme.px
        lines = 1 + any(each is not None for each in self._numbers.weight_gradients)
        label = QSizeF(small.horizontalAdvance(_WIDEST) + px(6), lines * small.height() - 1)
        named = any(any(each) for each in self._numbers.names)
        graded = any(each is not None for each in self._numbers.neuron_gradients)
        top = self.fontMetrics().height() * 1.3 if self._titles else px(4)
        area = QRectF(0, top, self.width(), self.height() - top).adjusted(px(14), 0, -px(14), -px(4))
        beside = (named + graded) * small.height() * 1.1 + px(4)
        sizes = [len(each) for each in self._numbers.names]
        self._layout = NetworkLayout(area, sizes, label, beside, px(_RADIUS))
        self.update()

    def cell_rect(self, cell: Cell) -> QRectF:
        assert self._layout is not None
        return self._layout.neuron_rect(cell) if isinstance(cell, Neuron) else self._layout.label_rect(cell)

    def cell_at(self, position: QPointF) -> Cell | None:
        if self._layout is None:
            return None
        for neuron in self._numbers.neurons():
            offset = self._layout.centre(neuron) - position
            if QPointF.dotProduct(offset, offset) <= self._layout.radius**2:
                return neuron
        edges = self._numbers.all_edges()
        for edge in edges:
            if self._labelled(edge) and self._layout.label_rect(edge).contains(position):
                return edge
        distance, nearest = min(((self._distance(edge, position), edge) for edge in edges), default=(math.inf, None))
        return nearest if distance <= self._theme.px(_NEAR) else None

    def _distance(self, edge: Edge, position: QPointF) -> float:
        assert self._layout is not None
        start, end = self._layout.ends(edge)
        along, offset = end - start, position - start
        share = QPointF.dotProduct(along, offset) / max(QPointF.dotProduct(along, along), 1e-9)
        off = offset - along * min(max(share, 0.0), 1.0)
        return math.hypot(off.x(), off.y())

    # -- keys

    def _first_cell(self) -> Cell | None:
        return next(iter(self._numbers.neurons()), None)

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        cell = self.current
        if cell is None:
            return self._first_cell()
        if by[0]:
            if isinstance(cell, Neuron):
                return Neuron(cell.column, min(max(cell.row + by[0], 0), len(self._numbers.names[cell.column]) - 1))
            edges = self._numbers.edges(cell.column)
            return edges[min(max(edges.index(cell) + by[0], 0), len(edges) - 1)]
        if isinstance(cell, Edge):
            return Neuron(cell.column + 1, cell.target) if by[1] > 0 else Neuron(cell.column, cell.source)
        column = cell.column if by[1] > 0 else cell.column - 1
        if not 0 <= column < len(self._numbers.weights):
            return cell
        place = 1 if by[1] > 0 else 2
        return next((edge for edge in self._numbers.edges(column) if edge[place] == cell.row), cell)

    # -- painting

    def _labelled(self, edge: Edge) -> bool:
        """Whether the numbers of an edge are written: where there is no room for all, only those asked for."""
        assert self._layout is not None
        if all(math.isnan(number) for number in self._numbers.of(edge)):
            return False
        chosen = {self.pointed_at, self.current if self.hasFocus() else None}
        into = {Neuron(edge.column + 1, edge.target), edge}
        fit = self._edge_numbers and self._layout.labels_fit[edge.column]
        return fit or edge in self._highlights or bool(chosen & into)

    def _dim(self, colour: QColor, cell: Neuron | Edge) -> QColor:
        bright = not self._highlights or cell in self._highlights
        return colour if bright else mixed(colour, self._theme.colour("surface"), _DIMMED)

    def _point(self, cell: Cell | None) -> None:
        super()._point(cell)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        painter.fillRect(self.rect(), colour("surface"))
        if self._layout is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column in range(len(self._numbers.weights)):
            self._paint_edges(painter, column)
        for neuron in self._numbers.neurons():
            self._paint_neuron(painter, neuron)
        painter.setFont(self._small())
        for edge in filter(self._labelled, self._numbers.all_edges()):
            self._paint_label(painter, edge)
        painter.setFont(self.font())
        painter.setPen(colour("muted"))
        for column, title in enumerate(self._titles):
            room = round(self.width() / len(self._titles))
            text = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
            wide, high = painter.fontMetrics().horizontalAdvance(text) + 2, 1.2 * painter.fontMetrics().height()
            left = self._layout.centre(Neuron(column, 0)).x() - wide / 2
            painter.drawText(QRectF(min(max(left, 0), self.width() - wide), 0, wide, high), _CENTRE, text)
        if self.current is not None:
            self._paint_focus(painter, QRectF(self.rect()), self.cell_rect(self.current))

    def _paint_edges(self, painter: QPainter, column: int) -> None:
        assert self._layout is not None
        weights, px = self._numbers.weights[column], self._theme.scale
        limit = 1.0 if weights is None else float(np.abs(weights[np.isfinite(weights)]).max(initial=1e-12))
        # Highlighted ones are on top.
        for edge in sorted(self._numbers.edges(column), key=lambda edge: edge in self._highlights):
            weight = 0.0 if weights is None else float(weights[edge.source, edge.target])
            share = min(abs(weight) / limit, 1.0) if math.isfinite(weight) else 1.0
            width = px * (_THIN + share * (_THICK - _THIN))
            start, end = self._layout.ends(edge)
            if edge in (self.pointed_at, self.current if self.hasFocus() else None) or edge in self._highlights:
                painter.setPen(
                    QPen(mixed(self._theme.colour("text"), self._theme.colour("surface"), 0.3), width + 4 * px)
                )
                painter.drawLine(start, end)
            name = "line" if not weight else "above" if weight > 0 else "below"
            painter.setPen(QPen(self._dim(self._theme.colour(name), edge), width))
            painter.drawLine(start, end)

    def _paint_label(self, painter: QPainter, edge: Edge) -> None:
        assert self._layout is not None
        numbers = self._numbers.of(edge)
        texts = [fixed_number(each, self._decimals) for each in numbers if not math.isnan(each)]
        rect, metrics = self._layout.label_rect(edge), painter.fontMetrics()
        width = max((metrics.horizontalAdvance(text) for text in texts), default=0) + self._theme.px(4)
        behind = QRectF(0, 0, width, metrics.height() * len(texts) - 1)
        behind.moveCenter(rect.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(behind, 3, 3)
        line = QRectF(behind.x(), behind.y(), behind.width(), behind.height() / max(len(texts), 1))
        for number, name in zip(numbers, ("text", "accent"), strict=True):
            if not math.isnan(number):
                painter.setPen(self._dim(self._theme.colour(name), edge))
                painter.drawText(line, _CENTRE, fixed_number(number, self._decimals))
                line.translate(0, line.height())

    def _paint_neuron(self, painter: QPainter, neuron: Neuron) -> None:
        assert self._layout is not None
        value, gradient = self._numbers.of(neuron)
        rect, colour = self._layout.neuron_rect(neuron), self._theme.colour
        values = self._numbers.values[neuron.column]
        finite = np.zeros(0) if values is None else values[np.isfinite(values)]
        pointed = neuron in (self.pointed_at, self.current if self.hasFocus() else None) or neuron in self._highlights
        edge = colour("text") if pointed else self._dim(colour("line"), neuron)
        painter.setPen(QPen(edge, self._theme.px(2.5 if pointed else 1.5)))
        images = self._images.get(neuron.column)
        if images is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawImage(rect, images[neuron.row])
            painter.drawRect(rect)
        else:
            limit = float(np.abs(finite).max(initial=0.0))
            painter.setBrush(self._dim(signed_colour(self._theme, value, limit), neuron))
            painter.drawEllipse(rect)
            if not math.isnan(value):
                text = fixed_number(value, self._decimals)
                painter.setFont(_fitted(self.font(), text, 1.75 * self._layout.radius))
                painter.setPen(self._dim(colour("text"), neuron))
                painter.drawText(rect, _CENTRE, text)
        painter.setFont(self._small())
        height = painter.fontMetrics().height()
        name = self._numbers.names[neuron.column][neuron.row]
        wide = rect.adjusted(-2 * rect.width(), 0, 2 * rect.width(), 0)
        painter.setPen(self._dim(colour("muted"), neuron))
        painter.drawText(QRectF(wide.x(), rect.top() - height, wide.width(), height), _CENTRE, name)
        if not math.isnan(gradient):
            painter.setPen(self._dim(colour("accent"), neuron))
            below = QRectF(wide.x(), rect.bottom(), wide.width(), height)
            painter.drawText(below, _CENTRE, fixed_number(gradient, self._decimals))


def _fitted(font: QFont, text: str, width: float) -> QFont:
    made, wide = QFont(font), QFontMetricsF(font).horizontalAdvance(text)
    if wide > width:
        made.setPointSizeF(max(font.pointSizeF() * width / wide, 1.0))
    return made
