"""A digit within a drawn or printed frame: a form's field, a cell of a table or a sudoku, a box of dots.

The lines divide the background into regions. The digit's cell is a region that is nearly a rectangle, is bounded by
lines on two sides at least (the image's edge may bound the others), and has ink in it that touches no line. The hole
of a 0 or an 8 has none in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from PIL import Image

from ..types import FloatArray
from .components import (
    Components,
    Mask,
    border,
    connected_components,
    dilate,
    dilate_square,
    fit_surface,
    otsu,
)

_Box: TypeAlias = tuple[int, int, int, int]  # left, top, right, bottom

# Lengths are fractions of the image's shorter side, unless stated otherwise. The values were chosen with
# tests/benchmarks/quality/pictures.py --chosen.

# Pixels of the shorter side: in smaller images a frame and a digit cannot be told apart.
_SMALLEST = 24
# With less contrast (0..1) nothing is drawn.
_LEAST_CONTRAST = 0.08
# A drawing's background has one value (up to this) in this fraction of the image; a photo's is a smooth surface.
_SAME, _ONE_VALUE = 0.03, 0.35
_MEANS = 32
# The frame may be fainter than the ink: fractions of the threshold that separates ink and background.
_FAINTER = (1.0, 0.5)
# A line of pixels around the image, no farther from its edge than this, holds at most this fraction of ink.
_MARGIN, _IN_MARGIN = 0.15, 0.12
# The search is done on an image reduced to at most this many pixels a side.
_SEARCH_SIDE = 256
# The gaps that are closed between at least so many dots.
_DOTS = 12
_GAPS = (0.0, 0.012, 0.025)
# The smallest side of a cell, and the largest fraction of its area that is cut off, by rounded corners or because it
# is tilted.
_LEAST_CELL, _CUT_OFF = 0.2, 0.12
# The smallest height of a digit in its cell, and its smallest width and height together: fractions of the cell.
_LEAST_HEIGHT = 0.22
# A side of a frame is covered by ink, within this distance (a fraction of the frame's side), over this fraction.
_BAND, _COVERED = 0.1, 0.85
# Ink that touches a frame is a digit from this fraction of the frame's height, and touches one side only.
_TOUCHING_HEIGHT, _LINE_COVERED = 0.4, 0.6


@dataclass(frozen=True)
class Cell:
    """The part of an image in a frame.

    Attributes:
        box: left, top, right and bottom, in pixels of the image, right and bottom exclusive.
        grey: the grey values in it; what the frame covers there has the colour of the background.
    """

    box: _Box
    grey: FloatArray

    @property
    def place(self) -> tuple[slice, slice]:
        """The rows and columns of the image."""
        left, top, right, bottom = self.box
        return slice(top, bottom), slice(left, right)


def find_cell(grey: FloatArray) -> Cell | None:
    """The cell around the digit of an image (height, width) in 0..1; None where there is no frame.

    Of nested frames it is the innermost one. Where several cells have ink in them, none is chosen.
    """
    if min(grey.shape) < _SMALLEST:
        return None
    ground = _ground(grey)
    difference: FloatArray = np.abs(grey - ground)
    contrast = float(difference.max())
    if contrast < _LEAST_CONTRAST:
        return None
    threshold = max(otsu(difference / contrast) * contrast, _LEAST_CONTRAST / 2)
    if not _has_margin(difference > threshold):
        return None
    factor = -(-max(grey.shape) // _SEARCH_SIDE)
    masks = [_pooled(difference > fainter * threshold, factor) for fainter in _FAINTER]
    for gap in _GAPS:
        for mask in masks:
            if gap and len(connected_components(mask)) < _DOTS:
                continue
            found = _enclosed(dilate_square(mask, max(1, round(gap * min(mask.shape)))), mask) or _crossed(mask)
            if found is not None:
                return _cell(grey, ground, found[0], found[1], factor)
    return None


def _has_margin(mask: Mask) -> bool:
    """Whether the background surrounds the ink, near the edge. Where thick ink fills the image, it looks like one."""
    height, width = mask.shape
    ink = mask.astype(np.float32)
    depths = range(max(1, round(_MARGIN * min(mask.shape))))
    return any(border(ink[d : height - d, d : width - d]).mean() <= _IN_MARGIN for d in depths)


def _pooled(mask: Mask, factor: int) -> Mask:
    """Reduced; a pixel is ink where any of its pixels was, so that no thin line is lost."""
    if factor == 1:
        return mask
    height, width = (-(-side // factor) for side in mask.shape)
    padded = np.zeros((height * factor, width * factor), bool)
    padded[: mask.shape[0], : mask.shape[1]] = mask
    return np.asarray(padded.reshape(height, factor, width, factor).any(axis=(1, 3)))


def _cell(grey: FloatArray, ground: FloatArray, box: _Box, covered: Mask, factor: int) -> Cell:
    """The cell in the image, from its box and cover in the reduced one."""
    left, top, right, bottom = (factor * edge for edge in box)
    right, bottom = min(right, grey.shape[1]), min(bottom, grey.shape[0])
    part = grey[top:bottom, left:right].copy()
    lines = covered.repeat(factor, axis=0).repeat(factor, axis=1)[: part.shape[0], : part.shape[1]]
    part[lines] = np.broadcast_to(ground, grey.shape)[top:bottom, left:right][lines]
    return Cell((left, top, right, bottom), part)


def _ground(grey: FloatArray) -> FloatArray:
    """The background's brightness: of a drawing its most frequent value (1, 1), of a photo a surface (h, w)."""
    bins = np.minimum((grey * 64).astype(np.intp), 63)
    value = float(np.median(grey[bins == np.bincount(bins.ravel()).argmax()]))
    if (np.abs(grey - value) < _SAME).mean() > _ONE_VALUE:
        return np.full((1, 1), value, np.float32)
    means = np.asarray(Image.fromarray(grey).resize((_MEANS, _MEANS), Image.Resampling.BOX), np.float32)
    return fit_surface(means, np.ones(means.shape, bool), grey.shape)


def _enclosed(lines: Mask, mask: Mask) -> tuple[_Box, Mask] | None:
    """The box of the only innermost cell with a digit in it, and where lines cover it."""
    closed = lines.copy()
    for left, top, right, bottom in _open_frames(lines):
        closed[top, left:right] = closed[bottom - 1, left:right] = True
        closed[top:bottom, left] = closed[top:bottom, right - 1] = True
    height, width = lines.shape
    least = _LEAST_CELL * min(lines.shape)
    regions = connected_components(~dilate(closed))
    cells: list[tuple[_Box, Mask]] = []
    for which in np.flatnonzero(np.minimum(regions.width, regions.height) >= least).tolist():
        box = _box(regions, which)
        left, top, right, bottom = box
        if sum((left > 2, top > 2, right < width - 2, bottom < height - 2)) < 2:
            continue
        window = np.zeros((bottom - top, right - left), bool)
        rows, columns = np.divmod(regions.pixels[regions.of_pixel == which], width)
        window[rows - top, columns - left] = True
        other = connected_components(~window)
        outside = other.mask(np.asarray(other.contact.any(axis=0)), window.shape)
        if outside.mean() <= _CUT_OFF and _holds_digit(mask[top:bottom, left:right] & ~outside):
            cells.append((box, outside))
    innermost = [cell for cell in cells if not any(_contains(cell[0], other[0]) for other in cells)]
    return innermost[0] if len(innermost) == 1 else None


def _open_frames(lines: Mask) -> Iterator[_Box]:
    """The boxes of frames that lines surround on three sides or four."""
    components = connected_components(lines)
    least = _LEAST_CELL * min(lines.shape)
    for which in np.flatnonzero(np.minimum(components.width, components.height) >= least).tolist():
        if sum(_covered_sides(components, which, lines.shape)) >= 3:
            yield _box(components, which)


def _covered_sides(components: Components, which: int, shape: tuple[int, int]) -> list[bool]:
    """Which of the sides of a component's box (top, bottom, left, right) it covers."""
    left, top, right, bottom = _box(components, which)
    part = components.mask(np.arange(len(components)) == which, shape)[top:bottom, left:right]
    down, across = (max(2, round(_BAND * side)) for side in part.shape)
    bands = (
        part[:down].any(axis=0),
        part[-down:].any(axis=0),
        part[:, :across].any(axis=1),
        part[:, -across:].any(axis=1),
    )
    return [bool(band.mean() >= _COVERED) for band in bands]


def covers_all_sides(components: Components, which: int, shape: tuple[int, int]) -> bool:
    """Whether a component runs along all sides of its box, as a frame does.

    Args:
        components, which: those of a mask of this shape, and the index of one of them.
    """
    return all(_covered_sides(components, which, shape))


def _crossed(mask: Mask) -> tuple[_Box, Mask] | None:
    """As ``_enclosed``, for a closed frame that the digit touches."""
    components = connected_components(mask)
    least = _LEAST_CELL * min(mask.shape)
    for which in np.flatnonzero(np.minimum(components.width, components.height) >= least).tolist():
        if not covers_all_sides(components, which, mask.shape):
            continue
        left, top, right, bottom = _box(components, which)
        part = mask[top:bottom, left:right]
        is_line = [part.mean(axis=axis) >= _LINE_COVERED for axis in (1, 0)]
        if not all(line[0] and line[-1] and not line.all() for line in is_line):
            continue
        (above, below), (before, after) = (
            (int(np.argmin(line)), len(line) - int(np.argmin(line[::-1]))) for line in is_line
        )
        inner = part[above:below, before:after]
        inside = connected_components(inner)
        digit = int(inside.size.argmax()) if len(inside) else None
        if (
            digit is not None
            and inside.height[digit] >= _TOUCHING_HEIGHT * inner.shape[0]
            and np.count_nonzero(inside.contact[:, digit]) == 1
        ):
            box = (left + before, top + above, left + after, top + below)
            return box, np.zeros(inner.shape, bool)
    return None


def _holds_digit(inside: Mask) -> bool:
    """Whether the ink in a cell is large enough to be a digit."""
    components = connected_components(inside)
    return bool(len(components) and components.height.max() >= _LEAST_HEIGHT * inside.shape[0])


def _contains(outer: _Box, inner: _Box) -> bool:
    around = (min(outer[0], inner[0]), min(outer[1], inner[1]), max(outer[2], inner[2]), max(outer[3], inner[3]))
    return outer != inner and around == outer


def _box(components: Components, which: int) -> _Box:
    return tuple(int(edge[which]) for edge in (components.left, components.top, components.right, components.bottom))  # type: ignore[return-value]
