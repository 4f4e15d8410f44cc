"""A computation graph: circles for operations, values above the edges, gradients below them."""

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from engine.i18n import tr
from gui.learn.chapter5.example_graphs import Graph, Node, symbol
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.number_format import short_number
from gui.theme import Theme, mixed
from gui.widgets.announcer import Announcer
from gui.widgets.keyboard_navigation import OwnKeys, plain, step

# As in NetworkDiagram.
VALUE, GRADIENT = "text", "accent"
# Pixels: at most the height of a row, the gap between a number and its edge.
_MOST_ROW, _GAP = 100, 3
# Of a node, in pixels, and as a share of the height of a row.
_LEAST_RADIUS, _MOST_RADIUS, _RADIUS_SHARE = 16, 24, 0.28
_HEAD = 7
# An edge with room for a broad field below it; the padding of the field.
_WIDE_EDGE, _FIELD_EDGES = 80, 5


class GraphView(OwnKeys, QWidget):
    """The graph, with a control for each input at its left. A click or an arrow key chooses a node.

    Attributes:
        chosen: the index of the node with the ring.
        answer: the field for a gradient that is hidden.

    Signals:
        node_chosen: the index of the node.
    """

    node_chosen = Signal(int)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.setObjectName("computation-graph")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._graph: Graph | None = None
        self._entries: dict[str, DraggableNumber] = {}
        self._values: dict[str, float] = {}
        self._gradients: dict[str, float] = {}
        self._factors: dict[str, str] = {}
        self._active: dict[str, str] = {}
        self._hidden = ""
        self.chosen = -1
        self.answer = QLineEdit(self)
        self.answer.setObjectName("hidden-gradient")
        self.answer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.answer.setPlaceholderText("?")
        self.answer.setProperty("draggable", True)
        self.answer.hide()
        self._announcer = Announcer(self)
        theme.changed.connect(self._place)

    def show_graph(self, graph: Graph, entries: dict[str, DraggableNumber]) -> None:
        """Show another graph, with the controls of its inputs."""
        for each in self._entries.values():
            each.hide()
        self._graph, self._entries = graph, entries
        for each in entries.values():
            each.setParent(self)
            each.show()
        self._place()

    def show_numbers(
        self,
        values: dict[str, float],
        gradients: dict[str, float],
        factors: dict[str, str],
        chosen: int,
        active: dict[str, str],
    ) -> None:
        """Show numbers at edges, and choose a node.

        Args:
            values, gradients: for the edges that the two passes have reached.
            factors: what is written below nodes.
            active: edges that are emphasised, and in which colour.
        """
        self._values, self._gradients, self._factors = values, gradients, factors
        self.chosen, self._active = chosen, active
        self.update()

    def hide_gradient(self, edge: str, title: str = "") -> None:
        """Show a field in place of the gradient of an edge; "" for none."""
        self._hidden = edge
        self.answer.clear()
        self.answer.setAccessibleName(title)
        self.answer.setVisible(bool(edge))
        self._place()

    def announce(self, sentence: str) -> None:
        """Tell a screen reader about the chosen node."""
        self._announcer.announce(sentence)

    # -- geometry

    def minimumSizeHint(self) -> QSize:
        px = self._theme.px
        rows = self._graph.size[1] if self._graph else 1
        return QSize(px(330), px(36) * rows)

    @property
    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    @property
    def _row_height(self) -> float:
        assert self._graph is not None
        return min(self.height() / self._graph.size[1], self._theme.px(_MOST_ROW))

    @property
    def _radius(self) -> float:
        px = self._theme.px
        return min(max(self._row_height * _RADIUS_SHARE, px(_LEAST_RADIUS)), px(_MOST_RADIUS))

    def _point(self, place: tuple[float, float]) -> QPointF:
        assert self._graph is not None
        columns, rows = self._graph.size
        left = max((each.sizeHint().width() for each in self._entries.values()), default=0) + self._theme.px(4)
        width = max(self.width() - left - self._theme.px(6), 1)
        height = self._row_height
        top = (self.height() - rows * height) / 2
        return QPointF(left + place[0] * width / columns, top + (place[1] + 0.5) * height)

    def _ends(self, edge: str) -> tuple[QPointF, QPointF]:
        """Where an edge begins and ends: at the rim of a node, at a control, at a constant, or at the right."""
        assert self._graph is not None
        radius, nodes = self._radius, self._graph.nodes
        source = next((each for each in nodes if each.output == edge), None)
        target = next((each for each in nodes if edge in each.inputs), None)
        if target is None:
            assert source is not None
            end = self._point((self._graph.size[0], source.place[1]))
        else:
            end = self._point(target.place)
        if source is not None:
            begin = self._point(source.place)
        elif edge in self._graph.entries:
            begin = self._point((0, self._graph.entries[edge].row))
        else:
            begin = end - QPointF(0, 2 * radius)
        way = end - begin
        unit = way / max(math.hypot(way.x(), way.y()), 1)
        if source is not None:
            begin += unit * radius
        if target is not None:
            end -= unit * (radius + 1)
        return begin, end

    def _label(self, edge: str, number: float) -> str:
        """A number of an edge, with fewer digits where the edge is short."""
        begin, end = self._ends(edge)
        text = short_number(number)
        room = math.hypot(end.x() - begin.x(), end.y() - begin.y()) + self._theme.px(4)
        fits = QFontMetricsF(self._number_font).horizontalAdvance(text) <= room
        return text if fits else short_number(number, 3)

    def _label_rect(self, edge: str, text: str, below: bool) -> QRectF:
        """Where a number of an edge is written: beside the line, clear of it."""
        assert self._graph is not None
        begin, end = self._ends(edge)
        metrics = QFontMetricsF(self._number_font)
        width, height = metrics.horizontalAdvance(text) + 2, metrics.height()
        way = end - begin
        # Edges to a node far away have their numbers close to their control; those that meet in a node, away from it.
        meets = way.y() and edge not in self._graph.entries
        at = begin + way * (0.3 if meets or way.x() > 0.4 * self.width() else 0.5)
        length = max(math.hypot(way.x(), way.y()), 1)
        across = QPointF(-way.y(), way.x()) / length * (1 if below else -1)
        away = abs(across.x()) * width / 2 + abs(across.y()) * height / 2 + self._theme.px(_GAP)
        middle = at + across * away
        return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)

    @Slot()
    def _place(self) -> None:
        if self._graph is None:
            return
        for name, control in self._entries.items():
            size, at = control.sizeHint(), self._point((0, self._graph.entries[name].row))
            right = int(at.x()) - self._theme.px(4)
            control.setGeometry(right - size.width(), round(at.y() - size.height() / 2), size.width(), size.height())
        if self._hidden:
            begin, end = self._ends(self._hidden)
            # It covers no node where the edge is short.
            text = "−0.00000" if abs(end.x() - begin.x()) > self._theme.px(_WIDE_EDGE) else "−0.00"
            rect = self._label_rect(self._hidden, text, True).toAlignedRect()
            edges = self._theme.px(_FIELD_EDGES)
            self.answer.setGeometry(
                rect.x() - edges, rect.y(), rect.width() + 2 * edges, self.answer.sizeHint().height()
            )
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._graph is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edges = [name for each in self._graph.nodes for name in each.inputs] + [self._graph.output]
        for edge in edges:
            self._paint_edge(painter, edge)
        for index, each in enumerate(self._graph.nodes):
            self._paint_node(painter, each, index == self.chosen)
        for edge in edges:
            if edge not in self._graph.constants:
                self._paint_numbers(painter, edge)
        painter.setFont(self.font())
        self._paint_legend(painter)
        painter.setPen(self._theme.colour("muted"))
        above = self._label_rect(self._graph.output, "0", False)
        right = QRectF(self.width() - 200, above.top() - above.height(), 200 - self._theme.px(6), above.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._graph.result)
        painter.end()

    def _paint_legend(self, painter: QPainter) -> None:
        """In a corner where the graph has nothing."""
        assert self._graph is not None
        height = QFontMetricsF(self.font()).height()
        low = any(each.row + 1 >= self._graph.size[1] for each in self._graph.entries.values())
        side = Qt.AlignmentFlag.AlignRight if low else Qt.AlignmentFlag.AlignLeft
        lines = ((VALUE, tr("value: above")), (GRADIENT, tr("gradient: below")))
        for index, (colour, text) in enumerate(lines, start=-len(lines)):
            painter.setPen(self._theme.colour(colour))
            rect = QRectF(0, self.height() + index * height, self.width() - self._theme.px(6), height)
            painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_edge(self, painter: QPainter, edge: str) -> None:
        begin, end = self._ends(edge)
        colour = self._theme.colour(self._active.get(edge, "line"))
        painter.setPen(QPen(colour, self._theme.line * (1.2 if edge in self._active else 0.6)))
        painter.drawLine(begin, end)
        way = end - begin
        unit = way / max(math.hypot(way.x(), way.y()), 1) * self._theme.px(_HEAD)
        side = QPointF(-unit.y(), unit.x()) * 0.45
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([end, end - unit + side, end - unit - side]))
        if self._graph is not None and edge in self._graph.constants:
            painter.setPen(self._theme.colour("muted"))
            text = short_number(self._graph.constants[edge])
            metrics = QFontMetricsF(self.font())
            rect = QRectF(begin.x() - 40, begin.y() - metrics.height(), 80, metrics.height())
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_node(self, painter: QPainter, node: Node, chosen: bool) -> None:
        theme, middle = self._theme, self._point(node.place)
        radius = self._radius
        surface = theme.colour("surface")
        if chosen:
            painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
            painter.setBrush(mixed(theme.colour("accent"), surface, 0.16))
        else:
            painter.setPen(QPen(theme.colour("text"), theme.px(1.5)))
            painter.setBrush(surface)
        painter.drawEllipse(middle, radius, radius)
        if chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius + theme.px(4), radius + theme.px(4))
        font, text = QFont(self.font()), symbol(node)
        if len(text) == 1:
            font.setPointSizeF(1.5 * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(
            QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius),
            Qt.AlignmentFlag.AlignCenter,
            text,
        )
        painter.setFont(self.font())
        if node.name in self._factors:
            painter.setPen(theme.colour(GRADIENT))
            rect = QRectF(middle.x() - 80, middle.y() + 1.2 * radius, 160, 1.4 * QFontMetricsF(self.font()).height())
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._factors[node.name])

    def _paint_numbers(self, painter: QPainter, edge: str) -> None:
        painter.setFont(self._number_font)
        for numbers, colour, below in ((self._values, VALUE, False), (self._gradients, GRADIENT, True)):
            # The value of an input is in its control.
            at_control = self._graph is not None and edge in self._graph.entries
            if edge not in numbers or (below and edge == self._hidden) or (at_control and not below):
                continue
            text = self._label(edge, numbers[edge])
            rect = self._label_rect(edge, text, below)
            painter.setPen(self._theme.colour(colour))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    # -- choosing a node

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._graph is None:
            return
        reach = 1.4 * self._radius
        for index, node in enumerate(self._graph.nodes):
            offset = self._point(node.place) - event.position()
            if math.hypot(offset.x(), offset.y()) <= reach:
                self.node_chosen.emit(index)

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        by = step(event)
        if by is None or self._graph is None or not plain(event):
            return None
        index = min(max(self.chosen + sum(by), 0), len(self._graph.nodes) - 1)
        return partial(self.node_chosen.emit, index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._announcer.reset()
        self.update()
