"""The whole network from left to right: the input, the output of each layer, the probabilities; and its connections."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent

from engine.explain.layer_results import AffineSum
from engine.i18n import tr
from engine.nn.layers import AffineSpec
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import Recognizer
from engine.types import CANVAS, CLASSES, FloatArray, IntArray
from gui.draw.network import painting
from gui.draw.network.arrow_keys import Spot, next_spot, strongest_pixel
from gui.draw.network.column_image import ColumnImage
from gui.draw.network.connections import Trace, strongest, trace
from gui.draw.network.contents import INPUT, Column, Kind, columns_of
from gui.draw.network.headings import Heading, described, headings
from gui.draw.network.palette import Palette
from gui.draw.network.placement import Cell, Placed, place
from gui.draw.network.readout import cell_name, cell_sentence
from gui.draw.network.texts import Fonts
from gui.theme import Theme
from gui.widgets.array_view import ArrayView

# How many connections of a layer are always shown.
_CONNECTIONS = 40
# Each of ten digits has a height, and each column a width.
_LEAST_AREA = QSizeF(100, 20)


class Diagram(ArrayView):
    """All columns of a network. A cell of the ``ArrayView`` is (layer, cell): see ``Placed``; None is the heading.

    The left and right arrow keys go from layer to layer, up and down through a layer's neurons or maps, with Shift
    through the pixels of a map.

    Attributes:
        spec, columns: what is shown.
        bars: the places of a digit's name and of its bar at 100 %.
        placed: where; empty until the widget has been painted or asked for a cell.

    Signals:
        opened: a layer whose heading was clicked.
        chosen: a layer and a neuron or (map, row, column) in it that was clicked.
    """

    opened = Signal(int)
    chosen = Signal(int, object)

    SIZE, LEAST_SIZE = (480, 240), (220, 100)

    def __init__(self, theme: Theme, recognizer: Recognizer) -> None:
        super().__init__(theme, "network-diagram")
        self.setAccessibleName(tr("The network"))
        self.setAccessibleDescription(
            tr(
                "The left and right arrow keys go from layer to layer, up and down through its numbers, with Shift "
                "through the pixels of a map. Return opens the layer or shows the calculation of a number."
            )
        )
        self.palette_ = Palette(theme)
        self.image: FloatArray | None = None
        self.outputs: tuple[FloatArray, ...] = ()
        self.probabilities: FloatArray = np.zeros(CLASSES, np.float32)
        self.placed: list[Placed] = []
        self.headings: list[Heading] = []
        self.traced: Trace | None = None
        self._strongest: dict[int, tuple[IntArray, IntArray, FloatArray]] | None = None
        self._images: list[ColumnImage] = []
        self.bars: list[tuple[QRectF, QRectF]] = []
        self._background: QPixmap | None = None
        self._fonts: Fonts | None = None
        # The screen's pixels in one of the window's.
        self._ratio = 1.0
        self._held: Spot | None = None
        self.recognizer = recognizer
        self.spec: NetworkSpec | None = None
        self.columns: list[Column] = []
        # The names of the weights of Affine layers.
        self._weights: dict[int, str] = {}
        self.follow_network()
        theme.changed.connect(self._theme_changed)
        self.clicked.connect(self._emit_clicked)

    # -- what is shown

    def follow_network(self) -> None:
        """The recognizer has another network, or other weights; its activations come next."""
        if self.recognizer.spec != self.spec:
            self.spec = self.recognizer.spec
            groups = enumerate(zip(self.spec.layers, self.spec.param_groups(), strict=True))
            self._weights = {i: group["W"][0] for i, (layer, group) in groups if isinstance(layer, AffineSpec)}
            columns = columns_of(self.spec)
            self.columns, self.current, self._held, self.image, self.outputs = columns, None, None, None, ()
            # Those of the other network's layers.
            self._strongest = None
            self._point(None)
            self._replace()
        self.update()

    def show_activations(
        self, image: FloatArray | None, outputs: tuple[FloatArray, ...], probabilities: FloatArray
    ) -> None:
        """Args:
        image: (28, 28), or None where there is no drawing.
        outputs: of each layer, without the batch.
        probabilities: (10,).
        """
        self.image, self.outputs, self.probabilities = image, outputs, probabilities
        self._strongest = None
        self._trace()
        self.update()

    def values_of(self, layer: int) -> FloatArray:
        """What a column shows: (n,) or (n, h, w)."""
        if layer == len(self.columns) - 2:
            return self.probabilities
        if self.image is None:
            return np.zeros(self.columns[layer + 1].shape, np.float32)
        return self.image[None] if layer == INPUT else self.outputs[layer]

    def value(self, layer: int, cell: Cell) -> float:
        """A number that is shown."""
        return float(self.values_of(layer)[cell])

    @property
    def strongest(self) -> dict[int, tuple[IntArray, IntArray, FloatArray]]:
        """For each Affine layer its strongest connections: see ``connections.strongest``."""
        if self._strongest is None:
            self._strongest = {}
            for layer, name in self._weights.items() if self.image is not None else ():
                x = self.outputs[layer - 1] if layer else self.values_of(INPUT).reshape(-1)
                # Numbers that are not finite have no connections.
                with np.errstate(all="ignore"):
                    self._strongest[layer] = strongest(self.recognizer.params[name], x, _CONNECTIONS)
        return self._strongest

    def input_pictures(self) -> tuple[str, FloatArray, FloatArray] | None:
        """For a neuron of the first Affine layer that is pointed at: the name of its weights, the weights and their
        products with the pixels, (28, 28) each."""
        if self.traced is None:
            return None
        layer, cell, step = self.traced.steps[-1]
        if layer or not isinstance(step, AffineSum):
            return None
        name = self.columns[1].operation.split()[0]
        W, products = (each.reshape(CANVAS, CANVAS).astype(np.float32) for each in (step.W, step.products))
        return f"{name}[:, {cell}]", W, products

    # -- geometry

    def _replace(self) -> None:
        self.placed, self._images, self._background, self._fonts = [], [], None, None

    @Slot()
    def _theme_changed(self) -> None:
        self.palette_.follow_theme()
        self._replace()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._replace()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._replace()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(*(self._theme.px(each) for each in self.SIZE))

    def minimumSizeHint(self) -> QSize:
        return QSize(*(self._theme.px(each) for each in self.LEAST_SIZE))

    @property
    def fonts(self) -> Fonts:
        """The fonts of all texts."""
        if self._fonts is None:
            self._fonts = Fonts(self)
        return self._fonts

    def area(self) -> QRectF:
        """The room for the cells, between the names and the shapes."""
        above = self.fonts.bold_metrics.height() + self._theme.px(6)
        if painting.has_operations(self):
            above += self.fonts.small_metrics.height()
        below = self.fonts.small_metrics.height() + self._theme.px(5)
        side = self._theme.px(4)
        room = QRectF(self.rect()).adjusted(side, round(above), -side, -round(below))
        # With large fonts in a low window there may be none; the keys still go from cell to cell.
        return QRectF(room.topLeft(), room.size().expandedTo(_LEAST_AREA))

    def _lay_out(self) -> None:
        """Place the columns, if they are not placed."""
        ratio = self.devicePixelRatioF()
        if not self.placed or ratio != self._ratio:
            self._ratio, self._background = ratio, None
            self.placed = place(self.columns, self.area(), self._theme.scale)
            self.bars = [painting.bar_rects(self, digit) for digit in range(CLASSES)]
            self.headings = headings(self.placed, self.fonts.bold_metrics, self.fonts.small_metrics, self.width())
            self._images = [ColumnImage(each, ratio) for each in self.placed if each.column.kind is not Kind.BARS]

    # -- cells

    def cell_at(self, position: QPointF) -> Spot | None:
        self._lay_out()
        area = self.area()
        if position.y() < area.top():
            nearest = min(self.placed, key=lambda each: abs(each.rect.center().x() - position.x()))
            return (nearest.column.layer, None) if self.rect().contains(position.toPoint()) else None
        for each in self.placed:
            if each.rect.adjusted(-1, 0, 1, 0).contains(position):
                cell = each.cell_at(position)
                return None if cell is None else (each.column.layer, self._exact(each.column.layer, cell))
        return None

    def cell_rect(self, cell: Spot) -> QRectF:
        self._lay_out()
        layer, inner = cell
        placed: Placed = self.placed[layer + 1]
        if inner is None:
            area = self.area()
            return QRectF(placed.rect.left() - 2, 0, placed.rect.width() + 4, area.top() - 2)
        return placed.cell_rect(inner)

    def cell_text(self, cell: Spot) -> str:
        layer, inner = cell
        column = self.columns[layer + 1]
        if inner is None:
            return described(column)
        if self.image is None:
            return cell_name(self.columns, layer, inner)
        return cell_sentence(self.columns, layer, inner, self.value(layer, inner))

    def _exact(self, layer: int, cell: Cell) -> Cell:
        """Of a narrow map, its strongest number."""
        if isinstance(cell, tuple) and cell[1] < 0:
            return strongest_pixel(self.values_of(layer), cell[0])
        return cell

    def _first_cell(self) -> Spot | None:
        return (0, None)

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Spot | None:
        if self.current is None:
            return self._first_cell()
        self._lay_out()
        return next_spot(self, self.current, by, shift)

    # -- pointing and clicking

    def _point(self, cell: Spot | None) -> None:
        if cell != self.pointed_at:
            self.pointed_at = cell
            self._trace()
            self.update()
            heading = cell is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if heading else Qt.CursorShape.ArrowCursor)
        super()._point(cell)

    def point_at(self, layer: int, cell: Cell | None) -> None:
        """Go to a cell, as the arrow keys do."""
        self.current = (layer, cell)
        self._point(self.current)

    def hold(self, spot: Spot | None) -> None:
        """What is pointed at whenever the mouse and the keys are elsewhere."""
        self._held = spot
        self._point(self._resting())

    def _resting(self) -> Spot | None:
        return self.current if self._held is None and self.hasFocus() else self._held

    def leaveEvent(self, event: QEvent) -> None:
        self._point(self._resting())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(self._resting())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        self._point(self._resting() if cell is None else cell)

    @Slot(object)
    def _emit_clicked(self, spot: Spot) -> None:
        layer, cell = spot
        if cell is None:
            self.opened.emit(layer)
        else:
            self.chosen.emit(layer, cell)

    def _trace(self) -> None:
        """What the number that is pointed at comes from."""
        self.traced = None
        if self.pointed_at is not None and self.image is not None:
            layer, cell = self.pointed_at
            if layer != INPUT and cell is not None:
                recognizer = self.recognizer
                self.traced = trace(recognizer.spec, recognizer.params, self.image, self.outputs, layer, cell)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out()
        painter = QPainter(self)
        if self._background is None:
            self._background = painting.painted_background(self, self._theme)
        painter.drawPixmap(0, 0, self._background)
        painting.paint_underlay(painter, self, self._theme)
        for placed, image in zip(self.placed, self._images, strict=False):
            values = self.values_of(placed.column.layer)
            limit = max(-float(values.min()), float(values.max()))
            painter.drawImage(placed.rect.topLeft(), image.paint(values, self.palette_, limit))
        painting.paint_overlay(painter, self, self._theme)
        # What the keys are at is marked already while it is pointed at.
        elsewhere = self.current is not None and self.current != self.pointed_at
        self._paint_focus(painter, QRectF(self.rect()), *([self.cell_rect(self.current)] if elsewhere else []))
