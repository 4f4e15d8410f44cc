"""Where the grids of numbers go in the room there is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from gui.draw.calculation.number_grid import cell_size, tabular

# How large the numbers may be, as a share of the usual font.
_FONT_SCALES = (1.5, 1.2, 0.88)
# So many blocks must fit before they are enlarged.
_ENLARGED = 4


@dataclass(frozen=True)
class GridShape:
    """Attributes:
    rows, columns, decimals: of the numbers.
    sign: whether a sign stands before it.
    """

    rows: int
    columns: int
    decimals: int
    sign: bool


@dataclass(frozen=True)
class Arrangement:
    """Blocks of grids in rows and columns, all alike.

    Attributes:
        font, caption_font: of the numbers, and of what stands above them.
        side: of the map, which is at the left of a block's first line; 0 where there is no room for it.
        cells, places: of each grid of a block, the size of a cell and the top left corner; below its caption.
        size: of a block.
        lines: how many a block needs.
        sign, caption: the width of a sign, the height of a caption.
        gap: between blocks; between columns twice as much.
        shown, columns: how many blocks are shown, how many of them side by side.
        height: of all.
    """

    font: QFont
    caption_font: QFont
    side: float
    cells: list[QSizeF]
    places: list[QPointF]
    size: QSizeF
    lines: int
    sign: float
    caption: float
    gap: int
    shown: int
    columns: int
    height: float

    def corner(self, block: int) -> QPointF:
        """The top left corner of a block."""
        line, column = divmod(block, self.columns)
        x, y = column * (self.size.width() + 2 * self.gap), line * (self.size.height() + self.gap)
        return QPointF(1 + x, 1 + y)


def arranged(
    grids: Sequence[GridShape], blocks: int, font: QFont, px: Callable[[float], int], width: float, room: float
) -> Arrangement:
    """Arrange blocks: as large as possible if a few of them fit, otherwise as many as possible.

    Args:
        grids: of each block.
        font: the usual one.
        px: zooms a size, see ``Theme.px``.
        width, room: the width, and the height that may be filled; one block is shown anyway.
    """
    for scale in _FONT_SCALES:
        found = _block(
            grids, _scaled(font, scale), _scaled(font, _FONT_SCALES[-1]), px, width, room if blocks == 1 else 0
        )
        gap, size, high = found.gap, found.size, found.size.height()
        columns = max(1, int((width + 2 * gap) // (size.width() + 2 * gap)))
        lines = max(1, int((room + gap) // (high + gap)))
        # The map is at least as high as the grids, as long as there is a smaller size.
        whole = found.lines == 1 and found.side + 1 >= high - found.caption and high <= room
        if whole and columns * lines >= min(blocks, _ENLARGED):
            break
    shown = min(columns * lines, blocks)
    height = -(-shown // columns) * (high + gap) - gap + 2
    return replace(found, shown=shown, columns=columns, height=height)


def _scaled(font: QFont, scale: float) -> QFont:
    made = tabular(font)
    made.setPointSizeF(font.pointSizeF() * scale)
    return made


def _block(
    grids: Sequence[GridShape], font: QFont, caption_font: QFont, px: Callable[[float], int], width: float, room: float
) -> Arrangement:
    """One block, in as many lines as it needs; with the map, unless that takes another line that has no room."""
    cells = [cell_size(font, grid.decimals) for grid in grids]
    caption, sign, gap = QFontMetricsF(caption_font).height() + 3, float(px(22)), px(10)
    side = max(grids[0].rows * cells[0].height(), px(64 if len(grids) > 1 else 112))

    def flow(side: float) -> Arrangement:
        x, y, high, lines = (side + gap if side else 0.0), 0.0, side, 1
        widest, places = x, []
        for grid, cell in zip(grids, cells, strict=True):
            before = sign if grid.sign else 0.0
            size = QSizeF(grid.columns * cell.width(), grid.rows * cell.height())
            if x and x + before + size.width() > width:
                x, y, high, lines = 0.0, y + caption + high + px(4), 0.0, lines + 1
            places.append(QPointF(x + before, y + caption))
            x += before + size.width()
            widest, high = max(widest, x), max(high, size.height())
        size = QSizeF(widest, y + caption + high)
        return Arrangement(font, caption_font, side, cells, places, size, lines, sign, caption, gap, 1, 1, 0.0)

    without = flow(0.0)
    # The map may be smaller where that saves a line.
    found = [flow(side), flow(float(px(44)))]
    return next((each for each in found if each.lines == without.lines or each.size.height() <= room), without)
