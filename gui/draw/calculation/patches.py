"""Parts of maps as grids of numbers: patch × kernel = products for each channel, the window of a max pooling."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.explain.layer_results import ConvolutionSum, Maximum
from engine.i18n import tr, tr_n
from engine.types import FloatArray
from gui.draw.calculation.formulas import Names, decimals_for, element, number, rounded
from gui.draw.calculation.grid_arrangement import Arrangement, GridShape, arranged
from gui.draw.calculation.number_grid import paint_frame, paint_grid, shaded
from gui.draw.network.palette import Palette
from gui.theme import Theme
from gui.widgets.pixel_painting import to_image

# More channels than this are never shown.
_MOST = 8
# So many channels are read by a screen reader.
_DESCRIBED = 2
# How far a neighbourhood of an input pixel goes.
_AROUND = 2


@dataclass(frozen=True, eq=False)
class Grid:
    """Attributes:
    values: (rows, columns).
    caption: above it.
    limit, signed: its colours, see ``shaded``.
    decimals: of its numbers.
    sign: what stands before it, "×" or "=".
    outside, mark: see ``paint_grid``.
    """

    values: FloatArray
    caption: str
    limit: float
    signed: bool
    decimals: int
    sign: str = ""
    outside: npt.NDArray[np.bool_] | None = None
    mark: tuple[int, int] | None = None

    def shape(self) -> GridShape:
        """What its place depends on."""
        rows, columns = self.values.shape
        return GridShape(rows, columns, self.decimals, bool(self.sign))

    def text(self) -> str:
        """Its numbers, row by row."""
        rows = (" ".join(rounded(value, self.decimals) for value in row) for row in self.values.tolist())
        return f"{self.caption}: {', '.join(rows)}"


@dataclass(frozen=True, eq=False)
class Block:
    """Grids that belong together, and the map from which the first one is taken.

    Attributes:
        map: (h, w).
        rows, columns: the part of the map.
        caption: above the map.
        limit, signed: its colours.
        total: what this block adds to the result.
    """

    grids: tuple[Grid, ...]
    map: FloatArray
    rows: range
    columns: range
    caption: str
    limit: float
    signed: bool
    total: float = 0.0

    def text(self) -> str:
        """Its numbers, row by row, for a screen reader."""
        return "; ".join([self.caption, *(grid.text() for grid in self.grids)])


def convolution_blocks(found: ConvolutionSum, inputs: FloatArray, names: Names, filter_: int) -> list[Block]:
    """The channels with the largest sums; all have the same colours for the same numbers."""
    limit, signed = float(np.abs(inputs).max(initial=0)), not names.input_is_image
    kernel_limit, product_limit = (float(np.abs(each).max(initial=0)) for each in (found.kernels, found.products))
    kernel_decimals, product_decimals = decimals_for(kernel_limit), decimals_for(product_limit)
    outside = None if found.inside.all() else ~found.inside
    blocks = []
    for channel in found.strongest()[:_MOST].tolist():
        total = float(found.channel_sums[channel])
        grids = (
            Grid(found.patches[channel], tr("patch"), limit, signed, decimals_for(limit), outside=outside),
            Grid(
                found.kernels[channel],
                element(names.W, (filter_, channel)),
                kernel_limit,
                True,
                kernel_decimals,
                "×",
            ),
            Grid(
                found.products[channel],
                tr("sum {0}", number(total, product_decimals)),
                product_limit,
                True,
                product_decimals,
                "=",
                outside,
            ),
        )
        caption = element(names.input, channel)
        blocks.append(Block(grids, inputs[channel], found.rows, found.columns, caption, limit, signed, total))
    return blocks


def pooling_block(found: Maximum, inputs: FloatArray, names: Names) -> Block:
    """The window, with the maximum marked."""
    limit, signed = float(np.abs(inputs[found.channel]).max(initial=0)), not names.input_is_image
    grid = Grid(found.window, tr("window"), limit, signed, decimals_for(limit), mark=found.position)
    caption = element(names.input, found.channel)
    return Block((grid,), inputs[found.channel], found.rows, found.columns, caption, limit, signed)


def pixel_block(x: FloatArray, row: int, column: int) -> Block:
    """The pixels around one of the input (28, 28)."""
    top, left = max(row - _AROUND, 0), max(column - _AROUND, 0)
    rows, columns = (
        range(start, min(place + _AROUND + 1, size))
        for start, place, size in zip((top, left), (row, column), x.shape, strict=True)
    )
    part = x[top : rows.stop, left : columns.stop]
    grid = Grid(part, tr("around it"), 1.0, False, 2, mark=(row - top, column - left))
    return Block((grid,), x, rows, columns, "x", 1.0, False)


class PatchView(QWidget):
    """Paints blocks: as many side by side and below each other as there is room for, the others as one sum.

    In a narrow widget the grids of a block need several lines.

    Attributes:
        blocks: the strongest first.
        count: how many there are in all; total: their sum.
        room: the height that may be filled; the first block is always shown.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("calculation-patches")
        self.setAccessibleName(tr("Numbers of the input and of the filter"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme, self._palette = theme, Palette(theme)
        self.blocks: list[Block] = []
        self.count, self.total, self.room = 0, 0.0, 0
        self._shapes: list[GridShape] = []
        self._arrangements: dict[int, Arrangement] = {}
        theme.changed.connect(self._theme_changed)

    def show_blocks(self, blocks: list[Block], count: int = 1, total: float = 0.0) -> None:
        """Show other blocks."""
        shapes = [grid.shape() for grid in blocks[0].grids]
        changed = (shapes, len(blocks)) != (self._shapes, len(self.blocks))
        self.blocks, self.count, self.total, self._shapes = blocks, count, total, shapes
        self.setAccessibleDescription("\n".join(block.text() for block in blocks[:_DESCRIBED]))
        if changed:
            self._arrange_again()
        self.update()

    def set_room(self, room: int) -> None:
        """The height changed that may be filled."""
        if room != self.room:
            self.room = room
            self._arrange_again()

    # -- sizes

    @Slot()
    def _theme_changed(self) -> None:
        self._palette.follow_theme()
        self._arrange_again()

    def _arrange_again(self) -> None:
        self._arrangements.clear()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange_again()

    def _arrangement(self, width: int) -> Arrangement:
        """Layouts ask for the height again and again."""
        if width not in self._arrangements:
            # A line below for the sum of the other channels.
            room = self.room - (2 * self.fontMetrics().height() if self.count > 1 else 0)
            self._arrangements[width] = arranged(
                self._shapes, len(self.blocks), self.font(), self._theme.px, width - 2, room
            )
        return self._arrangements[width]

    def heightForWidth(self, width: int) -> int:
        if not self.blocks:
            return 0
        found = self._arrangement(width)
        return round(found.height + (found.caption + found.gap if found.shown < self.count else 0))

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self.blocks:
            return QSize(0, 0)
        # In the narrowest form each grid has a line of its own.
        return QSize(round(self._arrangement(0).size.width()) + 2, 0)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.blocks:
            return
        painter, found = QPainter(self), self._arrangement(self.width())
        for i, block in enumerate(self.blocks[: found.shown]):
            self._paint_block(painter, block, found, found.corner(i))
        if found.shown < self.count:
            rest = self.total - sum(block.total for block in self.blocks[: found.shown])
            text = tr_n("and %n more channel(s): {0}", None, self.count - found.shown, number(rest))
            self._paint_caption(painter, text, found, QPointF(1, self.height()), self.width())

    def _paint_block(self, painter: QPainter, block: Block, found: Arrangement, corner: QPointF) -> None:
        first, first_place = block.grids[0], found.places[0]
        # Where the map is too small for its caption, that is above both.
        own_caption = found.side > 0 and QFontMetricsF(found.caption_font).horizontalAdvance(block.caption) < found.side
        if found.side:
            square = QRectF(corner.x(), corner.y() + found.caption, found.side, found.side)
            self._paint_map(painter, block, square)
            both = first_place.x() + first.values.shape[1] * found.cells[0].width()
            self._paint_caption(painter, block.caption, found, square.topLeft(), found.side if own_caption else both)
        for i, (grid, place, cell) in enumerate(zip(block.grids, found.places, found.cells, strict=True)):
            place, (rows, columns) = place + corner, grid.values.shape
            painter.setFont(found.font)
            if grid.sign:
                painter.setPen(self._theme.colour("text"))
                before = QRectF(place.x() - found.sign, place.y(), found.sign, rows * cell.height())
                painter.drawText(before, Qt.AlignmentFlag.AlignCenter, grid.sign)
            look = (grid.limit, grid.signed, grid.decimals, grid.outside, grid.mark)
            paint_grid(painter, self._theme, self._palette, place, cell, grid.values, *look)
            if i or own_caption or not found.side:
                text = grid.caption if i or own_caption else block.caption
                self._paint_caption(painter, text, found, place, columns * cell.width())

    def _paint_caption(self, painter: QPainter, text: str, found: Arrangement, corner: QPointF, width: float) -> None:
        """Above what begins at a corner."""
        painter.setFont(found.caption_font)
        painter.setPen(self._theme.colour("muted"))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(width))
        above = QRectF(corner.x(), corner.y() - found.caption, width, found.caption)
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft, elided)

    def _paint_map(self, painter: QPainter, block: Block, square: QRectF) -> None:
        height, width = block.map.shape
        scale = square.width() / max(height, width)
        area = QRectF(square.x(), square.y(), width * scale, height * scale)
        painter.drawImage(area, to_image(shaded(self._palette, block.map, block.limit, block.signed)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("bar"), 1))
        painter.drawRect(area)
        if block.rows and block.columns:
            box = QRectF(
                area.x() + block.columns.start * scale,
                area.y() + block.rows.start * scale,
                len(block.columns) * scale,
                len(block.rows) * scale,
            )
            paint_frame(painter, self._theme, box)
