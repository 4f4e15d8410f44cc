"""The network: each neuron with what it computes in the plane, and its weights as lines."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSpinBox

from engine.i18n import tr
from engine.types import ByteArray, FloatArray
from gui.learn.playground.class_colours import CLASS_COLOURS, colour_table, image_of
from gui.learn.playground.live_training import MAX_UNITS
from gui.theme import Theme
from gui.widgets.array_view import ArrayView, Cell
from gui.widgets.array_view import moved as moved_within

# Pixels. A weight of _WIDE or more has the widest line.
_NODE, _GAP, _BAND, _MARGIN = 68, 6, 30, 8
_WIDE, _WIDEST, _THINNEST = 4.0, 5.0, 0.4
_CROWDED = 32


class NeuronDiagram(ArrayView):
    """A cell is (column, row): the inputs are column 0, then each hidden layer, then the output.

    Above each hidden layer is the number of its neurons.

    Signals:
        hidden_changed: the numbers of neurons, a tuple; the user has changed one.
    """

    SIZE, LEAST_SIZE = (420, 320), (180, 120)
    hidden_changed = Signal(object)

    def __init__(self, theme: Theme, layers: int, inputs: ByteArray) -> None:
        """Args:
        layers: the most hidden layers.
        inputs: (2, rows, columns), the colours of x1 and of x2.
        """
        super().__init__(theme, "neuron-diagram")
        self.setAccessibleName(tr("The network"))
        self._table = colour_table(theme)
        self._inputs = inputs
        self._images: list[ByteArray] = []
        self._weights: list[FloatArray] = []
        self._biases: list[FloatArray] = []
        self._hidden: tuple[int, ...] = ()
        self._lines = QPixmap()
        self.units = [self._spin_box(index) for index in range(layers)]
        self._arrange()
        theme.changed.connect(self._restyle)

    def _spin_box(self, index: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(f"units-{index + 1}")
        box.setAccessibleName(tr("Neurons of hidden layer {0}", index + 1))
        box.setToolTip(tr("Neurons of hidden layer {0}", index + 1))
        box.setRange(1, MAX_UNITS)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(partial(self._change, index))
        return box

    def show_network(self, hidden: tuple[int, ...], params: dict[str, FloatArray]) -> None:
        """Show another network; its parameters are read again at each ``show_images``."""
        if hidden != self._hidden:
            self.current = None
        self._hidden, self._images = hidden, []
        numbers = range(1, len(hidden) + 2)
        self._weights = [params[f"W{number}"] for number in numbers]
        self._biases = [params[f"b{number}"] for number in numbers]
        for index, box in enumerate(self.units):
            box.blockSignals(True)
            box.setValue(hidden[index] if index < len(hidden) else 1)
            box.blockSignals(False)
            box.setVisible(index < len(hidden))
        self._arrange()
        self.update()

    def show_images(self, hidden: tuple[ByteArray, ...], output: ByteArray, weights: bool) -> None:
        """Show what the layers compute now: (units, rows, columns) each, and (rows, columns).

        Args:
            weights: paint the lines of the weights again, too.
        """
        self._images = [self._inputs, *hidden, output[None]]
        if weights:
            self._lines = QPixmap()
        self.update()

    def image_of_cell(self, cell: Cell | None) -> ByteArray | None:
        """What a neuron computes in the plane; None for none."""
        if cell is None:
            return None
        column, row = cell
        if column >= len(self._images) or row >= len(self._images[column]):
            return None
        colours: ByteArray = self._images[column][row]
        return colours

    def _change(self, index: int, value: int) -> None:
        hidden = list(self._hidden)
        hidden[index] = value
        self.hidden_changed.emit(tuple(hidden))

    @Slot()
    def _restyle(self) -> None:
        self._table = colour_table(self._theme)
        self._arrange()
        self.update()

    # -- geometry

    @property
    def _sizes(self) -> tuple[int, ...]:
        return (2, *self._hidden, 1)

    def _arrange(self) -> None:
        """Set the places of all neurons and of the boxes above them."""
        px, sizes = self._theme.px, self._sizes
        box_size = self.units[0].sizeHint()
        band, gap, most = max(px(_BAND), box_size.height() + 4), px(_GAP), max(sizes)
        room = (self.width() - 2 * px(_MARGIN)) / len(sizes)
        high = (self.height() - band - px(_MARGIN) - (most - 1) * gap) / most
        side = max(8.0, min(high, 0.72 * room, px(_NODE)))
        top = max(0.0, (self.height() - band - most * side - (most - 1) * gap) / 2)
        left = px(_MARGIN) + side / 2
        apart = (self.width() - 2 * left) / (len(sizes) - 1)
        self._rects = [
            [
                # Every column is centred beside the largest one.
                QRectF(
                    left + column * apart - side / 2,
                    top + band + (row + (most - units) / 2) * (side + gap),
                    side,
                    side,
                )
                for row in range(units)
            ]
            for column, units in enumerate(sizes)
        ]
        width = min(box_size.width(), int(apart) - 4)
        for column, box in enumerate(self.units[: len(self._hidden)], start=1):
            box.setGeometry(int(left + column * apart - width / 2), int(top), width, box_size.height())
        self._headings = [
            QRectF(left + column * apart - band, top, 2 * band, box_size.height()) for column in (0, len(sizes) - 1)
        ]
        self._lines = QPixmap()

    def cell_rect(self, cell: Cell) -> QRectF:
        column, row = cell
        rect: QRectF = self._rects[column][row]
        return rect

    def cell_at(self, position: QPointF) -> Cell | None:
        for column, units in enumerate(self._sizes):
            for row in range(units):
                if self.cell_rect((column, row)).contains(position):
                    return column, row
        return None

    def cell_text(self, cell: Cell) -> str:
        column, row = cell
        if not column:
            return tr("Input x{0}", row + 1)
        weights = ", ".join(f"{weight:.2f}" for weight in self._weights[column - 1][:, row].tolist())
        bias = f"{float(self._biases[column - 1][row]):.2f}"
        if column > len(self._hidden):
            return tr("Output: weights {0}; bias {1}", weights, bias)
        return tr("Hidden layer {0}, neuron {1}: weights {2}; bias {3}", column, row + 1, weights, bias)

    def _first_cell(self) -> Cell | None:
        return min(1, len(self._sizes) - 1), 0

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        if self.current is None:
            return self._first_cell()
        column, _ = moved_within((self.current[0], 0), (by[1], 0), len(self._sizes), 1)
        row, _ = moved_within((self.current[1], 0), (by[0], 0), self._sizes[column], 1)
        return column, row

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._lines.size() != self.size() * ratio:
            self._lines = QPixmap(self.size() * ratio)
            self._lines.setDevicePixelRatio(ratio)
            self._paint_lines()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._lines)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for column, units in enumerate(self._sizes):
            for row in range(units):
                self._paint_neuron(painter, (column, row))
        if self.current is not None:
            self._paint_focus(painter, QRectF(self.rect()), self.cell_rect(self.current))

    def _paint_lines(self) -> None:
        """What is behind the neurons: it takes longer than they do, and is painted less often."""
        self._lines.fill(self._theme.colour("surface"))
        painter = QPainter(self._lines)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("muted"))
        for heading, word in zip(self._headings, (tr("x"), tr("y")), strict=True):
            painter.drawText(heading, Qt.AlignmentFlag.AlignCenter, word)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, weights in enumerate(self._weights):
            self._paint_weights(painter, column, weights)
        painter.end()

    def _paint_neuron(self, painter: QPainter, cell: Cell) -> None:
        rect, colours = self.cell_rect(cell), self.image_of_cell(cell)
        if colours is None:
            painter.fillRect(rect, self._theme.colour("window"))
        else:
            painter.drawImage(rect, image_of(colours, self._table))
        pointed = cell == self.pointed_at
        painter.setPen(QPen(self._theme.colour("accent" if pointed else "line"), 2 if pointed else 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_weights(self, painter: QPainter, column: int, weights: FloatArray) -> None:
        """A line for each weight: orange if it is positive, blue if negative, and the wider the larger."""
        # Among many lines nobody sees the curves, which take ten times as long.
        crowded = weights.size > _CROWDED
        for row, line in enumerate(weights.tolist()):
            start = self.cell_rect((column, row))
            begin = QPointF(start.right(), start.center().y())
            for unit, weight in enumerate(line):
                rect = self.cell_rect((column + 1, unit))
                end = QPointF(rect.left(), rect.center().y())
                share = min(abs(weight) / _WIDE, 1.0) if weight == weight else 0.0
                colour = self._theme.colour(CLASS_COLOURS[weight > 0])
                colour.setAlphaF(0.25 + 0.75 * share)
                painter.setPen(QPen(colour, self._theme.px(10) / 10 * (_THINNEST + share * (_WIDEST - _THINNEST))))
                if crowded:
                    painter.drawLine(begin, end)
                    continue
                middle = (begin.x() + end.x()) / 2
                path = QPainterPath(begin)
                path.cubicTo(QPointF(middle, begin.y()), QPointF(middle, end.y()), end)
                painter.drawPath(path)
