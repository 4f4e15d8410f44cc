"""Where the arrow keys go in the diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.types import CANVAS, FloatArray
from gui.draw.network.contents import INPUT, Kind
from gui.draw.network.placement import Cell
from gui.widgets.array_view import moved

if TYPE_CHECKING:
    from gui.draw.network.diagram import Diagram

# A layer, and its neuron, the (map, row, column) in it, or None for the layer's heading.
Spot = Any


def strongest_pixel(values: FloatArray, index: int) -> Cell:
    """Of the maps (n, h, w), the pixel of one with the largest absolute value: (map, row, column)."""
    row, column = np.unravel_index(np.abs(values[index]).argmax(), values.shape[1:])
    return index, int(row), int(column)


def next_spot(diagram: Diagram, spot: Spot, by: tuple[int, int], shift: bool) -> Spot:
    """(layer, cell) one step on: by (rows, columns) from another one. The heading, None, is above the first cell."""
    layer, cell = spot
    column = diagram.columns[layer + 1]
    if shift and len(column.shape) == 3 and cell is not None:
        return layer, (cell[0], *moved(cell[1:], by, *column.shape[1:]))
    if by[1]:
        return _beside(diagram, layer, cell, by[1])
    if column.kind is Kind.IMAGE:
        # Pixel by pixel: it is the only map.
        if cell is None:
            return (layer, strongest_pixel(diagram.values_of(layer), 0)) if by[0] > 0 else spot
        row = cell[1] + by[0]
        return (layer, None) if row < 0 else (layer, (0, min(row, CANVAS - 1), cell[2]))
    index = -1 if cell is None else cell if isinstance(cell, int) else cell[0]
    index = min(index + by[0], column.count - 1)
    return (layer, None) if index < 0 else (layer, _cell(diagram, layer, index))


def _cell(diagram: Diagram, layer: int, index: int) -> Cell:
    one = len(diagram.columns[layer + 1].shape) == 1
    return index if one else strongest_pixel(diagram.values_of(layer), index)


def _beside(diagram: Diagram, layer: int, cell: Cell | None, by: int) -> Spot:
    """The same neuron or map of the layer before or after, or the one at the same height."""
    other = min(max(layer + by, INPUT), len(diagram.columns) - 2)
    if cell is None or other == layer:
        return other, cell
    shape, before = diagram.columns[other + 1].shape, diagram.columns[layer + 1].shape
    if shape == before:
        return other, cell
    if len(shape) == len(before) == 3 and shape[0] == before[0]:
        # The same place of a map that is smaller or larger.
        sizes = zip(cell[1:], shape[1:], before[1:], strict=True)
        return other, (cell[0], *(min(i * new // old, new - 1) for i, new, old in sizes))
    placed, y = diagram.placed[other + 1], diagram.cell_rect((layer, cell)).center().y()
    row = min(max(int((y - placed.rect.top()) // placed.pitch[1]), 0), placed.rows - 1) if placed.pitch[1] else 0
    return other, _cell(diagram, other, min(row, placed.shown - 1))
