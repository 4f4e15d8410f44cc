"""Where the columns of the diagram are, and the neurons and maps in them.

All sizes are pixels of the window. ``unit`` is the zoom: a length of ``12 * unit`` grows with the fonts.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from engine.types import CLASSES
from gui.draw.network.contents import Column, Kind

# A neuron as an index, or (map, row, column).
Cell = Any

_NARROW = 8.0
# What is tried one after the other: a factor for gaps and strips, and how wide maps are at least.
_ROOMS = ((1.0, 44.0), (0.5, 44.0), (0.5, 32.0))
# How large a neuron is with the gap below it, at most; as large as this it need not be in more columns.
_LARGEST_NEURON, _ENOUGH, _ENOUGH_OF_HEIGHT, _SMALLEST = 26.0, 8.0, 72, 3.0
# The largest side of a map's pixel, and the smallest of a map.
_LARGEST_PIXEL, _SMALLEST_MAP = 5.0, 6.0
# So large may small maps be.
_LARGEST_MAP = 100.0
# From here on a pixel's side is whole.
_EVEN_PIXEL = 4.0
# Maps that are as expendable as this are shown only where they have so much room.
_LEAST_EXPENDABLE, _MUCH = 66.0, 4
_LEAST_IMAGE, _LEAST_BARS, _MOST_BARS, _MOST_BAR = 52.0, 78.0, 200.0, 48.0
# The largest height of a map in a strip.
_HIGHEST_IN_STRIP = 20.0


@dataclass(frozen=True)
class Placed:
    """A column and its place. Cells are in columns from top to bottom.

    Attributes:
        column: what it shows.
        rect: all cells.
        rows: cells in a column of them.
        cell: (width, height) of a neuron or map.
        pitch: (to the right, down) from a cell to the next.
        shown: how many cells have room.
        narrow: each map is a single cell, in the colour of its mean.
    """

    column: Column
    rect: QRectF
    rows: int
    cell: tuple[float, float]
    pitch: tuple[float, float]
    shown: int
    narrow: bool = False

    @property
    def pixels(self) -> bool:
        """Whether the pixels of its maps can be pointed at."""
        return not self.narrow and len(self.column.shape) == 3

    def tile_rect(self, index: int) -> QRectF:
        """Where a neuron or a map is; the last one that has room stands for those without."""
        column, row = divmod(min(index, self.shown - 1), self.rows)
        corner = QPointF(column * self.pitch[0], row * self.pitch[1])
        return QRectF(self.rect.topLeft() + corner, self.rect.topLeft() + corner + QPointF(*self.cell))

    def cell_rect(self, cell: Cell) -> QRectF:
        """Where a neuron, or a pixel of a map, is."""
        if isinstance(cell, int):
            return self.tile_rect(cell)
        tile = self.tile_rect(cell[0])
        if not self.pixels:
            return tile
        height, width = self.column.shape[1:]
        y, x = tile.height() / height, tile.width() / width
        return QRectF(tile.x() + cell[2] * x, tile.y() + cell[1] * y, x, y)

    def cell_at(self, position: QPointF) -> Cell | None:
        """The neuron or (map, row, column) at a position, or beside it in the gap; of a narrow map (map, -1, -1)."""
        inside = position - self.rect.topLeft()
        right, down = self.pitch
        column, row = int(inside.x() // right), int(inside.y() // down)
        index = column * self.rows + row
        if not (0 <= row < self.rows and column >= 0 and index < self.shown):
            return None
        if len(self.column.shape) == 1:
            return index
        if self.narrow:
            return (index, -1, -1)
        height, width = self.column.shape[1:]
        y = int((inside.y() - row * down) / self.cell[1] * height)
        x = int((inside.x() - column * right) / self.cell[0] * width)
        return (index, min(y, height - 1), min(x, width - 1))


def place(columns: Sequence[Column], area: QRectF, unit: float) -> list[Placed]:
    """Place all columns side by side in an area."""
    room, narrow = _narrow_columns(columns, area, unit)
    count = len(columns)
    limits = [_limits(each, each.layer in narrow, area, unit, room, decided=True) for each in columns]
    gaps = [_gap_limits(before, after, narrow, unit * room[0]) for before, after in pairwise(columns)]
    widths = _stretch([*limits, *gaps], area.width())[:count]
    wide = {
        column.layer: _placed(column, width, area, unit)
        for column, width in zip(columns, widths, strict=True)
        if column.layer not in narrow
    }
    placed = []
    for column, width in zip(columns, widths, strict=True):
        # A strip is as high as the column that it belongs to.
        beside = next((each for each in wide.values() if each.column.group == column.group), None)
        placed.append(wide.get(column.layer) or _placed_strip(column, width, area, unit, beside))
    # What the columns do not use goes to the gaps.
    fixed = [(each.rect.width(), each.rect.width(), 0.0) for each in placed]
    taken = _stretch([*fixed, *((least, math.inf, weight) for least, _, weight in gaps)], area.width())
    left, found = area.x(), []
    for each, width, gap in zip(placed, taken[:count], [*taken[count:], 0.0], strict=True):
        rect = QRectF(each.rect)
        rect.moveLeft(round(left))
        found.append(replace(each, rect=rect))
        left += width + gap
    return found


def _narrow_columns(columns: Sequence[Column], area: QRectF, unit: float) -> tuple[tuple[float, float], set[int]]:
    """Which of the ``_ROOMS`` there is; and the layers that have only room for a strip."""
    *ranks, last = sorted({each.expendable for each in columns}, reverse=True)[:-1] or [0]
    narrow: set[int] = set()
    for room in _ROOMS:
        narrow = set()
        for rank in (None, *ranks):
            narrow |= {each.layer for each in columns if each.expendable == rank}
            least = sum(_limits(each, each.layer in narrow, area, unit, room)[0] for each in columns)
            gaps = pairwise(columns)
            if least + sum(_gap_limits(a, b, narrow, unit * room[0])[0] for a, b in gaps) <= area.width():
                return room, narrow
    return _ROOMS[-1], narrow | {each.layer for each in columns if last and each.expendable == last}


def _limits(
    column: Column, narrow: bool, area: QRectF, unit: float, room: tuple[float, float], decided: bool = False
) -> tuple[float, float, float]:
    """The least and the ideal width of a column, and its share of what is left.

    Args:
        room: one of the ``_ROOMS``.
        decided: which columns are narrow: then maps of one size get the same width.
    """
    if narrow:
        return _NARROW * unit * room[0], _NARROW * unit, 0.2
    # The others shrink less than the gaps.
    close = (1 + room[0]) / 2
    if column.kind is Kind.IMAGE:
        most = min(area.height(), 0.3 * area.width())
        return min(max(_LEAST_IMAGE * unit * close, 0.1 * area.width()), most), most, 5.0
    if column.kind is Kind.BARS:
        return max(_LEAST_BARS * unit * close, 0.13 * area.width()), _MOST_BARS * unit, 4.0
    if column.kind is Kind.NEURONS:
        width = _placed_neurons(column, area, unit).rect.width()
        return width, width, 0.0
    least = (_LEAST_EXPENDABLE if column.expendable >= _MUCH and not decided else room[1]) * unit
    _, height, width = column.shape
    pixel = max(_LARGEST_PIXEL, _LARGEST_MAP / width) * unit
    rows = max(int(area.height() // (height * pixel)), 1)
    return least, max(least, -(-column.count // rows) * width * pixel), 4.0


def _gap_limits(before: Column, after: Column, narrow: set[int], unit: float) -> tuple[float, float, float]:
    """The same of the gap between two columns."""
    if after.kind is Kind.BARS:
        least, ideal, weight = 12.0, 60.0, 1.0
    elif after.group == before.group:
        both = {before.layer, after.layer}
        least, ideal, weight = (3.0, 6.0, 0.1) if both & narrow else (8.0, 56.0, 1.2)
    elif after.connected and after.kind is Kind.NEURONS:
        # Room for the connections.
        least, ideal, weight = 22.0, 200.0, 2.0
    else:
        least, ideal, weight = 9.0, 40.0, 0.7
    return least * unit, ideal * unit, weight


def _stretch(limits: Sequence[tuple[float, float, float]], total: float) -> list[float]:
    """Sizes between the least and the ideal ones, that add up to ``total`` where possible.

    Args:
        limits: the least size, the ideal one, and the share of what is left.
    """
    least, ideal, weight = (np.array(each, float) for each in zip(*limits, strict=True))
    if least.sum() > total:
        return list(least * total / least.sum())
    size = least.copy()
    while True:
        growing = (size < ideal) & (weight > 0)
        left = total - size.sum()
        if left < 1e-6 or not growing.any():
            return list(size)
        share = left * weight * growing / (weight * growing).sum()
        size = np.minimum(size + share, ideal)


def _placed(column: Column, width: float, area: QRectF, unit: float) -> Placed:
    """A column with its cells; its left edge is not final."""
    if column.kind is Kind.IMAGE:
        _, height, pixels = column.shape
        side = min(width, area.height())
        scale = side / pixels
        if scale >= _EVEN_PIXEL / 2:
            scale = math.floor(scale)
        return _grid(column, area, 1, (pixels * scale, height * scale), (0.0, 0.0), 1)
    if column.kind is Kind.BARS:
        return _ten(column, area, unit, width)
    return (
        _placed_neurons(column, area, unit) if column.kind is Kind.NEURONS else _placed_maps(column, width, area, unit)
    )


def _grid(
    column: Column,
    area: QRectF,
    rows: int,
    cell: tuple[float, float],
    gap: tuple[float, float],
    shown: int,
    narrow: bool = False,
) -> Placed:
    """Cells in the middle of the height."""
    pitch = cell[0] + gap[0], cell[1] + gap[1]
    rows = min(rows, shown)
    rect = QRectF(0, 0, math.ceil(shown / rows) * pitch[0] - gap[0], rows * pitch[1] - gap[1])
    rect.moveTop(area.y() + math.floor((area.height() - rect.height()) / 2))
    return Placed(column, rect, rows, cell, pitch, shown, narrow)


def _ten(column: Column, area: QRectF, unit: float, width: float) -> Placed:
    """The ten digits: the last neurons and the bars are side by side."""
    pitch = min(math.floor(area.height() / column.count), round(_MOST_BAR * unit))
    high = pitch if column.kind is Kind.BARS else min(math.floor(0.72 * pitch), round(_LARGEST_NEURON * unit))
    return _grid(column, area, column.count, (width or high, high), (0.0, pitch - high), column.count)


def _placed_neurons(column: Column, area: QRectF, unit: float) -> Placed:
    n, height = column.count, area.height()
    if n == CLASSES:
        return _ten(column, area, unit, 0.0)
    allowed = max(20 * unit, 0.12 * area.width())
    best, columns = 0, 1
    for c in range(1, min(n, 400) + 1):
        pitch = min(math.floor(height / math.ceil(n / c)), round(_LARGEST_NEURON * unit))
        if c * pitch > allowed:
            break
        if pitch > best:
            best, columns = pitch, c
        if best >= max(_ENOUGH * unit, height / _ENOUGH_OF_HEIGHT):
            break
    if best < _SMALLEST:
        best, columns = round(_SMALLEST), int(allowed // _SMALLEST)
    rows = min(math.ceil(n / columns), int(height // best))
    gap = max(1, round(0.22 * best))
    return _grid(column, area, rows, (best - gap, best - gap), (gap, gap), min(n, rows * columns))


def _placed_strip(column: Column, width: float, area: QRectF, unit: float, beside: Placed | None) -> Placed:
    """One cell for each neuron or map.

    Args:
        beside: the column that it belongs to, if that one is no strip.
    """
    n = column.count
    if beside is not None and beside.rows == beside.shown == n:
        # Each cell is beside its neuron or map.
        rect = QRectF(0, beside.rect.y(), width, beside.rect.height())
        return replace(beside, column=column, rect=rect, cell=(width, beside.cell[1]), narrow=True)
    height = beside.rect.height() if beside is not None else min(area.height(), n * _HIGHEST_IN_STRIP * unit)
    columns = next((c for c in (1, 2, 4) if height / math.ceil(n / c) >= 2), 4)
    rows = min(math.ceil(n / columns), int(height // 2))
    pitch, wide = height / rows, max(math.floor(width / columns), 1)
    # A line between cells that are high enough.
    line = 1.0 if pitch >= 4 else 0.0
    return _grid(column, area, rows, (wide, pitch - line), (0.0, line), min(n, rows * columns), narrow=True)


def _placed_maps(column: Column, width: float, area: QRectF, unit: float) -> Placed:
    n, height, pixels = column.shape
    best, columns, gap = 0.0, 1, 1.0
    for c in range(1, n + 1):
        rows = math.ceil(n / c)
        for between in (3.0, 2.0, 1.0):
            across = (width - (c - 1) * between) / (c * pixels)
            down = (area.height() - (rows - 1) * between) / (rows * height)
            scale = min(across, down, 2 * _LARGEST_PIXEL * unit)
            # Small maps are close together; of equal ones, as few rows as possible.
            if scale * pixels >= 9 * between and scale >= best:
                best, columns, gap = scale, c, between
    if best * pixels < _SMALLEST_MAP:
        # Not all of them have room.
        best, gap = _SMALLEST_MAP / pixels, 1.0
        columns = max(int((width + gap) // (_SMALLEST_MAP + gap)), 1)
    if best >= _EVEN_PIXEL:
        best = math.floor(best)
    cell = (max(math.floor(best * pixels), 1), max(math.floor(best * height), 1))
    rows = min(math.ceil(n / columns), max(int((area.height() + gap) // (cell[1] + gap)), 1))
    return _grid(column, area, rows, cell, (gap, gap), min(n, rows * columns))
