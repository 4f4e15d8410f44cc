"""The parts of the ink that may be digits: the strokes of a drawing; the connected components of an image, and pieces
of them where digits touch."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...types import FloatArray, IntArray
from ..components import Mask, connected_components
from ..strokes import Drawing

# Of the area of the largest component: smaller ones are specks.
_SPECK = 0.01
# A component may be several digits if it is wider than this, in heights of it.
_WIDE = 0.75
# There a cut is tried in at most so many columns, no closer to each other than this, in heights.
_MAX_CUTS, _APART = 5, 0.15
# Ink is cut where the columns have little of it: less than this fraction of the height from top to bottom.
_THIN = 0.6
# Pixels: a lower digit cannot be read.
_LEAST_HEIGHT = 8


def stroke_boxes(drawing: Drawing) -> FloatArray:
    """The boxes (S, 4) of the strokes that have points: left, top, right, bottom."""
    boxes = [(*stroke.min(axis=0), *stroke.max(axis=0)) for stroke in drawing if len(stroke)]
    return np.array(boxes, np.float64).reshape(-1, 4)


@dataclass(frozen=True)
class ImageParts:
    """Attributes:
    boxes: (P, 4) left, top, right, bottom of each part, in pixels.
    cut: (P,) whether each was cut off the one before it.
    owner: (height, width) the part of each pixel of ink, -1 for the paper.
    """

    boxes: FloatArray
    cut: Mask
    owner: IntArray

    def mask(self, parts: Sequence[int]) -> Mask:
        """The pixels (height, width) of some parts."""
        return np.isin(self.owner, parts)


def image_parts(ink: FloatArray) -> ImageParts:
    """The parts of ink (height, width) in 0..1, without specks."""
    solid = ink > 0.5
    components = connected_components(solid)
    owner = np.full(ink.shape, -1, np.intp)
    boxes: list[tuple[int, int, int, int]] = []
    cut: list[bool] = []
    if len(components) and components.height.max() >= _LEAST_HEIGHT:
        # The pixels of each component are neighbours in this order: a halftone has thousands of components.
        pixels = components.pixels[np.argsort(components.of_pixel, kind="stable")]
        ends = np.cumsum(components.area)
        for i in np.flatnonzero(components.area >= _SPECK * components.area.max()).tolist():
            own_pixels = pixels[ends[i] - components.area[i] : ends[i]]
            left, right = int(components.left[i]), int(components.right[i])
            top, bottom = int(components.top[i]), int(components.bottom[i])
            if right - left <= _WIDE * (bottom - top) or bottom - top < _LEAST_HEIGHT:
                owner.ravel()[own_pixels] = len(boxes)
                boxes.append((left, top, right, bottom))
                cut.append(False)
                continue
            rows, columns = np.divmod(own_pixels, ink.shape[1])
            at = _cut_columns(rows, columns - left, right - left, bottom - top)
            edges = [left, *(left + column for column in at), right]
            piece = np.searchsorted(edges, columns, "right") - 1
            for k in range(len(edges) - 1):
                own = piece == k
                if own.any():
                    owner[rows[own], columns[own]] = len(boxes)
                    x, y = columns[own], rows[own]
                    boxes.append((int(x.min()), int(y.min()), int(x.max()) + 1, int(y.max()) + 1))
                    cut.append(k > 0)
    return ImageParts(np.array(boxes, np.float64).reshape(-1, 4), np.array(cut, bool), owner)


def _cut_columns(rows: IntArray, columns: IntArray, width: int, height: int) -> list[int]:
    """Where digits may touch in a component: the columns whose ink is lowest from top to bottom.

    Args:
        rows, columns: of its pixels, the columns from 0.
    """
    top, bottom = np.full(width, np.iinfo(np.intp).max), np.full(width, -1)
    np.minimum.at(top, columns, rows)
    np.maximum.at(bottom, columns, rows)
    extent = bottom - top + 1
    apart = max(1, round(_APART * height))
    found: list[int] = []
    for column in np.argsort(extent, kind="stable").tolist():
        if extent[column] > _THIN * height or len(found) == _MAX_CUTS:
            break
        inside = 2 * apart <= column <= width - 2 * apart
        # A valley: higher on both sides.
        before, after = extent[max(0, column - 2 * apart) : column], extent[column + 1 : column + 1 + 2 * apart]
        valley = inside and before.max() > extent[column] and after.max() > extent[column]
        if valley and all(abs(column - other) >= apart for other in found):
            found.append(column)
    return sorted(found)
