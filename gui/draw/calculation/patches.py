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
_SMALL = 0.88
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
    limit, signed = _colours(inputs)
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

    In a narrow widget the grids of a block are below each other.

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
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font

    def _gap(self) -> int:
        return self._theme.px(10)

    def _sign_width(self) -> float:
        return float(self._theme.px(22))

    def _caption_height(self) -> float:
        return QFontMetricsF(self._font()).height() + 3

    def _grid_size(self, grid: Grid) -> QSizeF:
        cell, (rows, columns) = cell_size(self._font(), grid.decimals), grid.values.shape
        return QSizeF(columns * cell.width(), rows * cell.height())

    def _thumbnail(self, block: Block) -> float:
        """The side of the map's image."""
        return min(max(self._grid_size(block.grids[0]).height(), self._theme.px(64)), self._theme.px(112))

    def _placed(self, width: float) -> tuple[bool, bool, QSizeF]:
        """Whether the grids of a block are side by side, whether the map is beside them, and how large a block is."""
        block, gap = self.blocks[0], self._gap()
        sizes, thumbnail = [self._grid_size(grid) for grid in block.grids], self._thumbnail(block)
        wide = sum(size.width() for size in sizes) + self._sign_width() * (len(sizes) - 1)
        heights = [max(size.height(), thumbnail) if not i else size.height() for i, size in enumerate(sizes)]
        with_map = wide + thumbnail + gap <= width
        if with_map or wide <= width:
            high = max(heights if with_map else [size.height() for size in sizes])
            return True, with_map, QSizeF(wide + (thumbnail + gap if with_map else 0), high + self._caption_height())
        with_map = sizes[0].width() + self._sign_width() + thumbnail + gap <= width
        high = sum(heights if with_map else [size.height() for size in sizes])
        return False, with_map, QSizeF(width, high + len(sizes) * self._caption_height())

    def _shown(self, width: float) -> tuple[int, int, QSizeF]:
        """How many blocks are shown, how many side by side, and how large one is."""
        *_, size = self._placed(width)
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
        widest = max((self._grid_size(grid).width() for block in self.blocks[:1] for grid in block.grids), default=0)
        return QSize(round(widest + self._sign_width()) + 2, 0)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.blocks:
            return
        painter = QPainter(self)
        painter.setFont(self._font())
        shown, columns, size = self._shown(self.width())
        for i, block in enumerate(self.blocks[:shown]):
            line, column = divmod(i, columns)
            corner = QPointF(1 + column * (size.width() + 2 * self._gap()), 1 + line * (size.height() + self._gap()))
            self._paint_block(painter, block, corner)
        if shown < self.count:
            rest = self.total - sum(block.total for block in self.blocks[:shown])
            painter.setPen(self._theme.colour("muted"))
            text = tr("and {0} more channels: {1}", self.count - shown, number(rest))
            painter.drawText(QPointF(1, self.height() - QFontMetricsF(self._font()).descent() - 2), text)

    def _paint_block(self, painter: QPainter, block: Block, corner: QPointF) -> None:
        beside, with_map, _ = self._placed(self.width())
        caption, sign = self._caption_height(), self._sign_width()
        x, y = corner.x() + (0 if beside else sign), corner.y()
        if with_map:
            side = self._thumbnail(block)
            self._paint_map(painter, block, QRectF(x, y + caption, side, side))
            self._paint_caption(painter, block.caption, x, y, side)
            x += side + self._gap()
        for i, grid in enumerate(block.grids):
            size = self._grid_size(grid)
            if not beside and i:
                x = corner.x() + sign
            if grid.sign:
                place = QRectF(x if beside else corner.x(), y + caption, sign, size.height())
                painter.setPen(self._theme.colour("text"))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, grid.sign)
                x += sign if beside else 0
            self._paint_caption(painter, grid.caption, x, y, size.width())
            cell = cell_size(painter.font(), grid.decimals)
            paint_grid(
                painter,
                self._theme,
                QPointF(x, y + caption),
                cell,
                grid.values,
                grid.limit,
                grid.signed,
                grid.decimals,
                grid.outside,
                grid.mark,
            )
            if beside:
                x += size.width()
            else:
                y += caption + max(size.height(), self._thumbnail(block) if with_map and not i else 0)

    def _paint_caption(self, painter: QPainter, text: str, x: float, y: float, width: float) -> None:
        painter.setPen(self._theme.colour("muted"))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(width))
        painter.drawText(QRectF(x, y, width, self._caption_height()), Qt.AlignmentFlag.AlignLeft, elided)

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
