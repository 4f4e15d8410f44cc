"""The arrays of a network as rectangles with their shapes: a row for each layer."""

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from engine.i18n import tr
from engine.types import Shape
from gui.learn.chapter3.layer_shapes import LAYERS, LayerShapes
from gui.theme import Theme, mixed
from gui.widgets.array_view import ArrayView, Cell

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEAST, _USUAL = (360, 150), (460, 300)
# The largest side that is drawn: a side of 1 is 1 long, one of 1000 is about 11.
_LONGEST = 11.0
# The columns of a row, as shares of its width: before, W, b, after; and how wide the place of an array is.
_COLUMNS = (0.13, 0.4, 0.64, 0.87)
_PLACE = 0.21
_FILL = 0.32
# The height of the brackets below the shapes, in pixels.
_LINK = 6


class ShapeBlocks(ArrayView):
    """A cell is the name of an array: "x", "W1", "b1" to "b3". One of them is selected."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setAccessibleName(tr("The shapes of the network"))
        self.current: Cell | None = "W1"
        self._layers: list[LayerShapes] = []

    def show_layers(self, layers: list[LayerShapes]) -> None:
        """Show these shapes."""
        self._layers = layers
        self.update()

    def select(self, name: str) -> None:
        """Select an array."""
        self.current = name
        self.update()

    # -- cells

    def _row(self, index: int) -> QRectF:
        height = self.height() / LAYERS
        return QRectF(0, index * height, self.width(), height)

    def _place(self, row: int, column: int) -> QRectF:
        whole, width = self._row(row), self.width() * _PLACE
        return QRectF(_COLUMNS[column] * self.width() - width / 2, whole.y() + 1, width, whole.height() - 2)

    def _cells(self) -> Iterator[tuple[str, QRectF]]:
        yield "x", self._place(0, 0)
        for row in range(LAYERS):
            yield f"W{row + 1}", self._place(row, 1)
            yield f"b{row + 1}", self._place(row, 2)

    def cell_rect(self, cell: Cell) -> QRectF:
        return dict(self._cells())[cell]

    def cell_at(self, position: QPointF) -> Cell | None:
        return next((name for name, rect in self._cells() if rect.contains(position)), None)

    def cell_text(self, cell: Cell) -> str:
        return tr("{0}: shape {1}", cell, str(self._shape(cell)))

    def _shape(self, name: str) -> Shape:
        layer = self._layers[int(name[1:] or 1) - 1]
        return {"x": layer.before or (), "W": layer.W, "b": layer.b}[name[0]]

    def _first_cell(self) -> Cell | None:
        return "W1"

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        current = str(self.current or "W1")
        row = min(max(int(current[1:] or 1) + by[0], 1), LAYERS)
        column = min(max("xWb".index(current[0]) + by[1], 0 if row == 1 else 1), 2)
        return "x" if not column else f"{'xWb'[column]}{row}"

    # -- painting

    def sizeHint(self) -> QSize:
        return QSize(*(self._theme.px(size) for size in _USUAL))

    def minimumSizeHint(self) -> QSize:
        return QSize(*(self._theme.px(size) for size in _LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        for layer in self._layers:
            self._paint_layer(painter, layer)
        if self.current is not None:
            mark = self.cell_rect(self.current).adjusted(1, 1, -1, -1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), self._theme.px(1)))
            painter.drawRoundedRect(mark, 5, 5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            self._paint_focus(painter, QRectF(self.rect()))

    def _paint_layer(self, painter: QPainter, layer: LayerShapes) -> None:
        row = layer.index - 1
        # The colours of the sides that must agree: those of before W, and those of W + b.
        inner = "error" if layer.before is not None and layer.product is None else "accent"
        outer = "error" if layer.product is not None and layer.after is None else "above"
        if layer.after is not None and not layer.exact:
            outer = "warning"
        arrays: tuple[tuple[str, Shape | None, tuple[str, ...]], ...] = (
            (layer.input_name, layer.before, ("text", inner)),
            (f"W{layer.index}", layer.W, (inner, outer)),
            (f"b{layer.index}", layer.b, (outer,)),
            (layer.output_name, layer.after, ("text", outer)),
        )
        # x for one image has no rows.
        before, W, b, _ = (
            self._paint_array(painter, self._place(row, column), name, shape, colours[-len(shape or colours) :])
            for column, (name, shape, colours) in enumerate(arrays)
        )
        y = self._place(row, 0).bottom() - _LINK
        if before:
            self._paint_link(painter, before[-1], W[0], y, inner)
        if layer.product is not None:
            self._paint_link(painter, W[1], b[0], y, outer)
        painter.setPen(self._theme.colour("muted"))
        for sign, column in (("@", 0), ("+", 1), ("=", 2)):
            place = self._place(row, column)
            place.moveCenter((place.center() + self._place(row, column + 1).center()) / 2)
            painter.drawText(self._picture(place), _CENTRE, sign)

    def _paint_link(self, painter: QPainter, start: float, end: float, y: float, colour: str) -> None:
        """A bracket below two sides that must be equal."""
        painter.setPen(QPen(self._theme.colour(colour), 1))
        painter.drawPolyline([QPointF(start, y), QPointF(start, y + 3), QPointF(end, y + 3), QPointF(end, y)])

    def _picture(self, place: QRectF) -> QRectF:
        """Where the rectangle of an array is: above its text."""
        return place.adjusted(0, 3, 0, -self.fontMetrics().height() - _LINK - 2)

    def _paint_array(
        self, painter: QPainter, place: QRectF, name: str, shape: Shape | None, colours: tuple[str, ...]
    ) -> list[float]:
        """Paint the array and its shape; returns where the numbers of the shape are."""
        colour, line = self._theme.colour, self.fontMetrics().height()
        picture = self._picture(place)
        text = QRectF(place.x(), place.bottom() - line - _LINK, place.width(), line)
        if shape is None:
            painter.setPen(colour("error"))
            painter.drawText(picture, _CENTRE, "?")
            painter.setPen(colour("muted"))
            painter.drawText(text, _CENTRE, name)
            return []
        rows, columns = (1, *shape)[-2:]
        unit = min(picture.height(), picture.width()) / _LONGEST
        block = QRectF(0, 0, _side(columns) * unit, _side(rows) * unit)
        block.moveCenter(picture.center())
        own = colour({"W": "accent", "b": "above"}.get(name[0], "muted"))
        painter.fillRect(block, mixed(own, colour("surface"), _FILL))
        painter.setPen(QPen(own, 1))
        painter.drawRect(block)
        pieces = [(f"{name} (", "text")]
        for i, (side, shade) in enumerate(zip(shape, colours, strict=True)):
            pieces += [(", ", "text")] if i else []
            pieces.append((str(side), shade))
        pieces.append((",)" if len(shape) == 1 else ")", "text"))
        return self._write(painter, text, pieces)[1::2]

    def _write(self, painter: QPainter, area: QRectF, pieces: list[tuple[str, str]]) -> list[float]:
        """Pieces of text in several colours, in the middle of an area; returns the middle of each."""
        advance = self.fontMetrics().horizontalAdvance
        x = area.center().x() - sum(advance(text) for text, _ in pieces) / 2
        middles = []
        for text, colour in pieces:
            painter.setPen(self._theme.colour(colour))
            painter.drawText(QPointF(x, area.y() + self.fontMetrics().ascent()), text)
            middles.append(x + advance(text) / 2)
            x += advance(text)
        return middles


def _side(n: int) -> float:
    """How long a side of n is drawn."""
    return 1 + math.log2(n)
