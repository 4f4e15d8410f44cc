"""Image operations for photos: masks, connected components, morphology, thresholds, surface fitting."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..types import FloatArray, IntArray

Mask = npt.NDArray[np.bool_]

# Iterations of a robust fit, and the smallest spread for its weights: no paper is more even than that.
_FITS, _LEAST_SPREAD = 12, 0.02


@dataclass(frozen=True)
class Components:
    """The n connected components of a mask (height, width), with 8 neighbours of a pixel.

    Attributes:
        pixels: (P,) the ascending indices of the mask's pixels in the flattened mask.
        of_pixel: (P,) the component of each, 0..n - 1.
        area, left, top, right, bottom: (n,) in pixels; right and bottom are exclusive.
        contact: (4, n) how many pixels of the frame's top, bottom, left and right side each covers.
        contact_runs: (n,) in how many separate runs along the frame's sides.
    """

    pixels: IntArray
    of_pixel: IntArray
    area: IntArray
    left: IntArray
    top: IntArray
    right: IntArray
    bottom: IntArray
    contact: IntArray
    contact_runs: IntArray

    def __len__(self) -> int:
        return len(self.area)

    @property
    def width(self) -> IntArray:
        """(n,) of the bounding boxes."""
        return self.right - self.left

    @property
    def height(self) -> IntArray:
        """(n,) of the bounding boxes."""
        return self.bottom - self.top

    @property
    def size(self) -> IntArray:
        """(n,) the longer sides of the bounding boxes."""
        return np.maximum(self.width, self.height)

    def totals(self, values: FloatArray | Mask) -> FloatArray:
        """The sums of (height, width) values over each component: (n,)."""
        return np.bincount(self.of_pixel, values.ravel()[self.pixels], len(self)).astype(np.float64)

    def mask(self, chosen: Mask, shape: tuple[int, int]) -> Mask:
        """The mask (height, width) of the chosen (n,) components."""
        mask = np.zeros(shape, bool)
        mask.ravel()[self.pixels] = chosen[self.of_pixel]
        return mask


def connected_components(mask: Mask) -> Components:
    """The connected components of a mask (height, width), numbered by their first pixel, row by row.

    Not pixels but horizontal runs of them are joined, by union-find, all unions of a round at once (Shiloach and
    Vishkin 1982).
    """
    height, width = mask.shape
    # An empty column on both sides separates the rows, so that each change in the flattened mask starts or ends a run.
    # Its index is row * step + column.
    step = width + 2
    padded = np.zeros((height, step), bool)
    padded[:, 1:-1] = mask
    flat = padded.ravel()
    changes = np.flatnonzero(flat[1:] != flat[:-1])
    starts, ends = changes[0::2], changes[1::2]
    row, left = np.divmod(starts, step)
    length = ends - starts
    right = left + length

    root = _union(*_touching(starts, ends, step), len(starts))
    first = np.flatnonzero(root == np.arange(len(root)))
    component = np.searchsorted(first, root)
    n = len(first)
    sides = (row == 0, row == height - 1, left == 0, right == width)
    contact = [_counts(component[side], n, length[side]) for side in sides[:2]]
    contact += [_counts(component[side], n) for side in sides[2:]]
    # At the top and bottom each run counts; at the left and right only the first of those in adjacent rows.
    first_runs = [side.copy() for side in sides]
    for side in first_runs[2:]:
        side[np.flatnonzero(side)[1:]] = np.diff(row[side]) > 1
    return Components(
        pixels=np.flatnonzero(mask),
        of_pixel=np.repeat(component, length),
        area=_counts(component, n, length),
        left=_minima(component, left, n),
        top=row[first],
        right=-_minima(component, -right, n),
        bottom=-_minima(component, -row - 1, n),
        contact=np.array(contact),
        contact_runs=np.sum([_counts(component[side], n) for side in first_runs], axis=0),
    )


def _touching(starts: IntArray, ends: IntArray, step: int) -> tuple[IntArray, IntArray]:
    """The pairs of runs that touch: one in a row, one in the row below it."""
    first = np.searchsorted(ends, starts + step, "left")
    beyond = np.searchsorted(starts, ends + step, "right")
    count = np.maximum(beyond - first, 0)
    above = np.repeat(np.arange(len(starts)), count)
    nth = np.arange(len(above)) - np.repeat(np.cumsum(count) - count, count)
    return above, np.repeat(first, count) + nth


def _union(a: IntArray, b: IntArray, n: int) -> IntArray:
    """For each of n nodes the smallest node of its component, where a[i] is connected to b[i]."""
    root = np.arange(n)
    while True:
        root_a, root_b = root[a], root[b]
        if not (root_a != root_b).any():
            return root
        np.minimum.at(root, np.maximum(root_a, root_b), np.minimum(root_a, root_b))
        while ((parent := root[root]) != root).any():
            root = parent


def _counts(component: IntArray, n: int, weights: IntArray | None = None) -> IntArray:
    return np.bincount(component, weights, n).astype(np.intp)


def _minima(component: IntArray, values: IntArray, n: int) -> IntArray:
    """(n,) the smallest value of each component."""
    minima = np.full(n, np.iinfo(np.intp).max)
    np.minimum.at(minima, component, values)
    return minima


def boundary(mask: Mask) -> Mask:
    """The pixels of a mask that have a neighbour outside it, or are at the frame's edge."""
    return mask & dilate(np.pad(~mask, 1, constant_values=True))[1:-1, 1:-1]


def dilate(mask: Mask) -> Mask:
    """Dilation by a cross: a mask and the pixels above, below, left and right of it."""
    result = mask.copy()
    result[1:] |= mask[:-1]
    result[:-1] |= mask[1:]
    result[:, 1:] |= mask[:, :-1]
    result[:, :-1] |= mask[:, 1:]
    return result


def dilate_square(mask: Mask, radius: int) -> Mask:
    """Dilation by a square: a mask and all pixels within ``radius`` columns and rows of it."""
    side = 2 * radius + 1
    return sliding_extreme(np.pad(mask, radius), (side, side), np.logical_or).astype(bool)


def closing(values: FloatArray, side: int) -> FloatArray:
    """Grey-scale closing of (height, width) values by a ``side`` x ``side`` square (Serra 1982).

    The maximum of each square, then the minimum over all squares that contain a pixel. Dark lines narrower than the
    square get the brightness of the paper around them.
    """
    sides = (min(side, values.shape[0]), min(side, values.shape[1]))
    maxima = sliding_extreme(values, sides, np.maximum)
    # Only squares inside the frame count.
    padded = np.pad(maxima, [(each - 1, each - 1) for each in sides], constant_values=np.inf)
    return sliding_extreme(padded, sides, np.minimum)


def sliding_extreme(values: FloatArray | Mask, sides: tuple[int, int], of_two: np.ufunc) -> FloatArray:
    """The maximum or minimum of each window of ``sides`` (rows, columns) that fits into the values.

    Two overlapping windows make a longer one, so that a side of k pixels takes log2 k passes.
    """
    found: FloatArray = np.asarray(values)
    for axis, side in enumerate(sides):
        found, have = np.moveaxis(found, axis, 0), 1
        while have < side:
            step = min(have, side - have)
            found = of_two(found[:-step], found[step:])
            have += step
        found = np.moveaxis(found, 0, axis)
    return found


def border(values: FloatArray) -> FloatArray:
    """The values along the four sides, each pixel once."""
    return np.concatenate((values[0], values[-1], values[1:-1, 0], values[1:-1, -1]))


def otsu(values: FloatArray) -> float:
    """The threshold in 0..1 that best separates values in 0..1 into two classes (Otsu 1979)."""
    bins = 128
    counts = np.bincount(np.minimum((values * bins).astype(np.intp), bins - 1).ravel(), minlength=bins)
    edges = np.linspace(0, 1, bins + 1)
    centres = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    sum_below = np.cumsum(counts * centres)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (sum_below / below - (sum_below[-1] - sum_below) / above) ** 2
    return float(edges[1:][np.nan_to_num(between).argmax()])


def smooth(values: FloatArray, times: int) -> FloatArray:
    """Binomial smoothing, with weights 1 2 1 along rows and columns."""
    for _ in range(times):
        padded = np.pad(values, 1, mode="edge")
        down = padded[:-2] + 2 * padded[1:-1] + padded[2:]
        values = (down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]) / 16
    return values


def gradient_magnitude(values: FloatArray) -> FloatArray:
    """The magnitude of the gradient of (height, width) values, per pixel."""
    down, across = np.gradient(values)
    return np.asarray(np.sqrt(down * down + across * across))


def fit_surface(values: FloatArray, where: Mask, shape: tuple[int, ...]) -> FloatArray:
    """The quadratic surface fitted to (h, w) values at the mask's pixels, evaluated on an image of ``shape``: float32.

    By iteratively reweighted least squares, so that outliers such as ink hardly count (Geman and McClure 1987).
    """
    height, width = values.shape
    y, x = (axis[where] for axis in np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j])
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y])
    target = values[where].astype(np.float64)
    weights = np.ones(len(target))
    for _ in range(_FITS):
        weighted = terms * weights
        c = np.linalg.solve(weighted @ terms.T, weighted @ target)
        error = target - c @ terms
        spread = max(1.5 * float(np.median(np.abs(error))), _LEAST_SPREAD)
        weights = 1 / np.square(1 + np.square(error / spread))
    c = c.astype(np.float32)
    down, across = (np.linspace(-1, 1, side, dtype=np.float32) for side in shape)
    offset = c[0] + c[2] * down + c[5] * down * down
    slope = c[1] + c[4] * down
    return np.asarray(offset[:, None] + slope[:, None] * across + c[3] * across * across)
