"""From one cell of a layer to the next."""

from engine.explain.layer_results import Cell
from engine.types import CANVAS, Shape
from gui.widgets.array_view import moved


def input_cell(cell: Cell) -> tuple[int, int]:
    """(row, column) of an input pixel, which may be given as an index, or with its channel 0."""
    if isinstance(cell, int):
        return divmod(cell, CANVAS)
    row, column = cell[-2:]
    return row, column


def exists(cell: Cell, shape: Shape) -> bool:
    """Whether a layer with outputs of this shape has the cell."""
    indices = (cell,) if isinstance(cell, int) else cell
    return len(indices) == len(shape) and all(0 <= i < size for i, size in zip(indices, shape, strict=True))


def next_cell(cell: Cell, by: tuple[int, int], shape: Shape) -> Cell:
    """One step on, by (rows, columns), no further than the edge; a neuron has the one before and the one after."""
    if isinstance(cell, int):
        return min(max(cell + (by[0] or by[1]), 0), shape[0] - 1)
    *channel, row, column = cell
    return (*channel, *moved((row, column), by, *shape[-2:]))


def other_channel(cell: Cell, by: int, shape: Shape) -> Cell:
    """The same pixel of the next channel, or of the one before; a neuron has no channel."""
    if isinstance(cell, int):
        return cell
    return (min(max(cell[0] + by, 0), shape[0] - 1), *cell[1:])
