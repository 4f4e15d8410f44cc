"""Parts of maps as grids of numbers: patch × kernel = products for each channel, the window of a max pooling."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.explain.calculation import ConvolutionSum, Maximum
from engine.types import FloatArray
from gui.draw.calculation.formulas import Names, decimals_for, element, number
from gui.draw.calculation.number_grid import cell_size, paint_grid, tabular
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.colour_maps import coloured
from gui.widgets.pixel_painting import to_image

# More channels than this are never shown.
_MOST = 24
# How large the numbers may be, as a share of the usual font.
_FONT_SCALES = (1.5, 1.2, 0.88)
# How far a neighbourhood of an input pixel goes.
_AROUND = 2


@dataclass(frozen=True, eq=False)
class Grid:
    """Attributes:
    values: (rows, columns).
    caption: above it.
    limit, signed: its colours, see ``coloured``.
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


@dataclass(frozen=True)
class _Arrangement:
    """Attributes:
    side: of the map, which is at the left of the first line; 0 where there is no room for it.
    places: the top left corners of the grids.
    size: of the whole block.
    lines: how many there are.
    """

    side: float
    places: list[QPointF]
    size: QSizeF
    lines: int


def convolution_blocks(found: ConvolutionSum, inputs: FloatArray, names: Names, filter_: int) -> list[Block]:
    """The channels with the largest sums; all have the same colours for the same numbers."""
    limit, signed = _colours(inputs)
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
    limit, signed = _colours(inputs[found.channel])
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


def _colours(inputs: FloatArray) -> tuple[float, bool]:
    """The limit of the colours, and whether they are signed."""
    return float(np.abs(inputs).max(initial=0)), bool(inputs.min(initial=0) < 0)


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
        self._theme = theme
        self.blocks: list[Block] = []
        self.count, self.total, self.room = 0, 0.0, 0
        self._font_scale = _FONT_SCALES[-1]
        theme.changed.connect(self.updateGeometry)

    def show_blocks(self, blocks: list[Block], count: int = 1, total: float = 0.0) -> None:
        """Show other blocks."""
        before = self._key()
        self.blocks, self.count, self.total = blocks, count, total
        if self._key() != before:
            self.updateGeometry()
        self.update()

    def set_room(self, room: int) -> None:
        """The height changed that may be filled."""
        if room != self.room:
            self.room = room
            self.updateGeometry()

    def _key(self) -> object:
        """What the size depends on."""
        return len(self.blocks), [
            (grid.values.shape, grid.decimals) for block in self.blocks[:1] for grid in block.grids
        ]

    # -- sizes

    def _font(self) -> QFont:
        font = tabular(self.font())
        font.setPointSizeF(font.pointSizeF() * self._font_scale)
        return font

    def _fit(self, width: float) -> None:
        """Choose the size of the numbers: a single block is enlarged where there is room."""
        for scale in _FONT_SCALES if len(self.blocks) == 1 else _FONT_SCALES[-1:]:
            self._font_scale = scale
            found = self._arranged(width)
            # The map is at least as high as the grids, as long as there is a smaller size.
            if (
                found.lines == 1
                and found.side + 1 >= found.size.height() - self._caption_height()
                and (found.size.height() <= self.room)
            ):
                return

    def _gap(self) -> int:
        return self._theme.px(10)

    def _sign_width(self) -> float:
        return float(self._theme.px(22))

    def _caption_font(self) -> QFont:
        font = tabular(self.font())
        font.setPointSizeF(font.pointSizeF() * _FONT_SCALES[-1])
        return font

    def _caption_height(self) -> float:
        return QFontMetricsF(self._caption_font()).height() + 3

    def _grid_size(self, grid: Grid) -> QSizeF:
        cell, (rows, columns) = cell_size(self._font(), grid.decimals), grid.values.shape
        return QSizeF(columns * cell.width(), rows * cell.height())

    def _arranged(self, width: float) -> _Arrangement:
        """The grids of a block, in as many lines as they need; with the map, unless it would need another line."""
        block = self.blocks[0]
        without = self._flow(width, 0)
        # The other grids are as large as the first one.
        grid = self._grid_size(block.grids[0])
        side = max(grid.height(), self._theme.px(64 if len(block.grids) > 1 else 112))
        # The map may be smaller where that saves a line.
        for each in (side, self._theme.px(44)):
            found = self._flow(width, each)
            if found.lines == without.lines:
                return found
        return without

    def _flow(self, width: float, side: float) -> _Arrangement:
        """As much in each line as fits.

        Args:
            side: of the map; 0 for none.
        """
        caption, places = self._caption_height(), []
        x, y, high, lines = (side + self._gap() if side else 0.0), 0.0, side, 1
        widest = x
        for grid in self.blocks[0].grids:
            size, sign = self._grid_size(grid), self._sign_width() if grid.sign else 0.0
            if x and x + sign + size.width() > width:
                x, y, high, lines = 0.0, y + caption + high + self._theme.px(4), 0.0, lines + 1
            places.append(QPointF(x + sign, y + caption))
            x += sign + size.width()
            widest, high = max(widest, x), max(high, size.height())
        return _Arrangement(side, places, QSizeF(widest, y + caption + high), lines)

    def _shown(self, width: float) -> tuple[int, int, QSizeF]:
        """How many blocks are shown, how many side by side, and how large one is."""
        self._fit(width)
        size = self._arranged(width).size
        gap = 2 * self._gap()
        columns = max(1, int((width + gap) // (size.width() + gap)))
        lines = max(1, int((self.room + gap / 2) // (size.height() + gap / 2)))
        return min(columns * lines, len(self.blocks)), columns, size

    def heightForWidth(self, width: int) -> int:
        if not self.blocks:
            return 0
        shown, columns, size = self._shown(width)
        lines = -(-shown // columns)
        rest = self._caption_height() + self._gap() if shown < self.count else 0
        return round(lines * size.height() + (lines - 1) * self._gap() + rest + 2)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self._font_scale = _FONT_SCALES[-1]
        widest = max((self._grid_size(grid).width() for block in self.blocks[:1] for grid in block.grids), default=0)
        return QSize(round(widest + self._sign_width()) + 2, 0)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.blocks:
            return
        painter = QPainter(self)
        shown, columns, size = self._shown(self.width())
        for i, block in enumerate(self.blocks[:shown]):
            line, column = divmod(i, columns)
            corner = QPointF(1 + column * (size.width() + 2 * self._gap()), 1 + line * (size.height() + self._gap()))
            self._paint_block(painter, block, corner)
        if shown < self.count:
            rest = self.total - sum(block.total for block in self.blocks[:shown])
            painter.setFont(self._caption_font())
            painter.setPen(self._theme.colour("muted"))
            text = tr("and {0} more channels: {1}", self.count - shown, number(rest))
            painter.drawText(QPointF(1, self.height() - painter.fontMetrics().descent() - 2), text)

    def _paint_block(self, painter: QPainter, block: Block, corner: QPointF) -> None:
        arranged, caption, sign = self._arranged(self.width()), self._caption_height(), self._sign_width()
        metrics = QFontMetricsF(self._caption_font())
        own_caption = bool(arranged.side) and metrics.horizontalAdvance(block.caption) <= arranged.side
        if arranged.side:
            square = QRectF(corner.x(), corner.y() + caption, arranged.side, arranged.side)
            self._paint_map(painter, block, square)
            wide = arranged.side if own_caption else arranged.places[0].x() + self._grid_size(block.grids[0]).width()
            self._paint_caption(painter, block.caption, square.topLeft(), wide)
        for i, (grid, place) in enumerate(zip(block.grids, arranged.places, strict=True)):
            place, size = place + corner, self._grid_size(grid)
            painter.setFont(self._font())
            if grid.sign:
                painter.setPen(self._theme.colour("text"))
                before = QRectF(place.x() - sign, place.y(), sign, size.height())
                painter.drawText(before, Qt.AlignmentFlag.AlignCenter, grid.sign)
            cell = cell_size(painter.font(), grid.decimals)
            look = (grid.limit, grid.signed, grid.decimals, grid.outside, grid.mark)
            paint_grid(painter, self._theme, place, cell, grid.values, *look)
            # Where the map is too small for its caption, that is above both.
            if i or own_caption or not arranged.side:
                text = grid.caption if i or own_caption else block.caption
                self._paint_caption(painter, text, place, size.width())

    def _paint_caption(self, painter: QPainter, text: str, corner: QPointF, width: float) -> None:
        """Above what begins at a corner."""
        painter.setFont(self._caption_font())
        painter.setPen(self._theme.colour("muted"))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(width))
        above = QRectF(corner.x(), corner.y() - self._caption_height(), width, self._caption_height())
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft, elided)

    def _paint_map(self, painter: QPainter, block: Block, square: QRectF) -> None:
        height, width = block.map.shape
        scale = square.width() / max(height, width)
        area = QRectF(square.x(), square.y(), width * scale, height * scale)
        painter.drawImage(area, to_image(coloured(block.map, block.limit, block.signed)))
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
            painter.setPen(QPen(self._theme.colour("compared"), 2))
            painter.drawRect(box)
