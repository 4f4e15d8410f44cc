"""What pictures are looked at with: masks, their connected pieces, and what is around a pixel."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.types import FloatArray, IntArray

Mask = npt.NDArray[np.bool_]

# How often a surface is fitted anew, and the least spread its weights are made with: no paper is more even than that.
_FITS, _LEAST_SPREAD = 12, 0.02


@dataclass(frozen=True)
class Components:
    """The n pieces of a mask (height, width): pixels that touch, corner to corner too.

    Attributes:
        pixels: (P,) the mask's pixels, as places in the flattened mask, in order.
        of_pixel: (P,) which piece each of them belongs to, 0..n - 1.
        area, left, top, right, bottom: (n,) in pixels; right and bottom are the first column and row without.
        contact: (4, n) how many pixels of the frame's top, bottom, left and right side each covers.
        places: (n,) in how many separate stretches of the frame's sides.
    """

    pixels: IntArray
    of_pixel: IntArray
    area: IntArray
    left: IntArray
    top: IntArray
    right: IntArray
    bottom: IntArray
    contact: IntArray
    places: IntArray

    def __len__(self) -> int:
        return len(self.area)

    @property
    def width(self) -> IntArray:
        """(n,) of the boxes around the pieces."""
        return self.right - self.left

    @property
    def height(self) -> IntArray:
        """(n,) of the boxes around the pieces."""
        return self.bottom - self.top

    @property
    def size(self) -> IntArray:
        """(n,) the longer sides of the boxes around the pieces."""
        return np.maximum(self.width, self.height)

    def totals(self, values: FloatArray | Mask) -> FloatArray:
        """What (height, width) values add up to on each piece: (n,)."""
        return np.bincount(self.of_pixel, values.ravel()[self.pixels], len(self)).astype(np.float64)

    def painted(self, chosen: Mask, shape: tuple[int, int]) -> Mask:
        """The mask of the chosen (n,) pieces alone, of the given (height, width)."""
        mask = np.zeros(shape, bool)
        mask.ravel()[self.pixels] = chosen[self.of_pixel]
        return mask


def components(mask: Mask) -> Components:
    """The connected pieces of a mask (height, width), numbered by their first pixel, row by row.

    Each row is a few runs of pixels, so that runs are joined and not pixels: by union-find, all unions of a round at
    once (Shiloach and Vishkin 1982).
    """
    height, width = mask.shape
    # With a column of nothing on both sides no run goes on into the next row, and each change of the flattened mask
    # begins a run or ends one. Its place is row * step + column.
    step = width + 2
    padded = np.zeros((height, step), bool)
    padded[:, 1:-1] = mask
    flat = padded.ravel()
    changes = np.flatnonzero(flat[1:] != flat[:-1])
    starts, ends = changes[0::2], changes[1::2]
    row, left = np.divmod(starts, step)
    length = ends - starts
    right = left + length

    root = _joined(*_neighbours(starts, ends, step), len(starts))
    first = np.flatnonzero(root == np.arange(len(root)))
    piece = np.searchsorted(first, root)
    n = len(first)
    sides = (row == 0, row == height - 1, left == 0, right == width)
    contact = [_counted(piece[side], length[side], n) for side in sides[:2]]
    contact += [_counted(piece[side], None, n) for side in sides[2:]]
    # On top and bottom each run is a stretch; on the left and right one goes on while the next row has a run there.
    fresh = [side.copy() for side in sides]
    for side in fresh[2:]:
        rows = row[side]
        side[np.flatnonzero(side)[1:]] = np.diff(rows) > 1
    return Components(
        pixels=np.flatnonzero(mask),
        of_pixel=np.repeat(piece, length),
        area=_counted(piece, length, n),
        left=_least(piece, left, n),
        top=row[first],
        right=-_least(piece, -right, n),
        bottom=-_least(piece, -row - 1, n),
        contact=np.array(contact),
        places=np.sum([_counted(piece[side], None, n) for side in fresh], axis=0),
    )


def _neighbours(starts: IntArray, ends: IntArray, step: int) -> tuple[IntArray, IntArray]:
    """The pairs of runs that touch: one of a row, one of the row below it."""
    first = np.searchsorted(ends, starts + step, "left")
    beyond = np.searchsorted(starts, ends + step, "right")
    count = np.maximum(beyond - first, 0)
    above = np.repeat(np.arange(len(starts)), count)
    nth = np.arange(len(above)) - np.repeat(np.cumsum(count) - count, count)
    return above, np.repeat(first, count) + nth


def _joined(a: IntArray, b: IntArray, n: int) -> IntArray:
    """For each of n things the least of those it hangs together with, where a[i] hangs together with b[i]."""
    root = np.arange(n)
    while True:
        root_a, root_b = root[a], root[b]
        if not (root_a != root_b).any():
            return root
        np.minimum.at(root, np.maximum(root_a, root_b), np.minimum(root_a, root_b))
        while ((further := root[root]) != root).any():
            root = further


def _counted(piece: IntArray, weights: IntArray | None, n: int) -> IntArray:
    return np.bincount(piece, weights, n).astype(np.intp)


def _least(piece: IntArray, values: IntArray, n: int) -> IntArray:
    """(n,) the least value of each piece."""
    least = np.full(n, np.iinfo(np.intp).max)
    np.minimum.at(least, piece, values)
    return least


def rim(mask: Mask) -> Mask:
    """The pixels of a mask beside one that is not in it, or at the frame's edge."""
    inner = np.zeros_like(mask)
    inner[1:-1, 1:-1] = mask[:-2, 1:-1] & mask[2:, 1:-1] & mask[1:-1, :-2] & mask[1:-1, 2:]
    return mask & ~inner


def grown(mask: Mask) -> Mask:
    """A mask and the pixels beside it: above, below, left and right."""
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    grown[:, 1:] |= mask[:, :-1]
    grown[:, :-1] |= mask[:, 1:]
    return grown


def widened(mask: Mask, by: int) -> Mask:
    """A mask and all within ``by`` pixels of it, along rows and columns both."""
    side = 2 * by + 1
    return extreme(np.pad(mask, by), (side, side), np.logical_or).astype(bool)


def closing(values: FloatArray, side: int) -> FloatArray:
    """(height, width) values without the dark things that a ``side`` x ``side`` square does not fit into.

    Grey-scale closing by a square: the greatest value of each square, then the least of those of all squares that a
    pixel lies in (Serra 1982). Where a line is narrower than the square, it gives the paper around it.
    """
    sides = (min(side, values.shape[0]), min(side, values.shape[1]))
    highest = extreme(values, sides, np.maximum)
    # Only squares that lie in the frame count.
    padded = np.pad(highest, [(each - 1, each - 1) for each in sides], constant_values=np.inf)
    return extreme(padded, sides, np.minimum)


def extreme(values: FloatArray | Mask, sides: tuple[int, int], of_two: np.ufunc) -> FloatArray:
    """The extreme of each window of ``sides`` (rows, columns): as many windows as fit into the values.

    Two windows that overlap make a longer one, so that a side of k pixels takes log2 k passes.
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
    """The values along the frame's four sides, each once."""
    return np.concatenate((values[0], values[-1], values[1:-1, 0], values[1:-1, -1]))


def otsu(values: FloatArray) -> float:
    """The threshold in 0..1 that parts the values, in 0..1, into two groups best (Otsu 1979)."""
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


def smoothed(values: FloatArray, times: int) -> FloatArray:
    """Each pixel with its neighbours, weighed 1 2 1 along rows and columns."""
    for _ in range(times):
        padded = np.pad(values, 1, mode="edge")
        down = padded[:-2] + 2 * padded[1:-1] + padded[2:]
        values = (down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]) / 16
    return values


def steepness(values: FloatArray) -> FloatArray:
    """How much (height, width) values change from pixel to pixel, in whatever direction."""
    down, across = np.gradient(values)
    return np.asarray(np.sqrt(down * down + across * across))


def surface(values: FloatArray, where: Mask, shape: tuple[int, ...]) -> FloatArray:
    """The quadratic surface through (h, w) values at the mask's places, laid over a picture of ``shape``: float32.

    By least squares, weighed anew each time: what lies far off, as ink does, hardly counts (Geman and McClure 1987).
    """
    height, width = values.shape
    y, x = (axis[where] for axis in np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j])
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y])
    wanted = values[where].astype(np.float64)
    weights = np.ones(len(wanted))
    for _ in range(_FITS):
        weighted = terms * weights
        c = np.linalg.solve(weighted @ terms.T, weighted @ wanted)
        error = wanted - c @ terms
        spread = max(1.5 * float(np.median(np.abs(error))), _LEAST_SPREAD)
        weights = 1 / np.square(1 + np.square(error / spread))
    c = c.astype(np.float32)
    down, across = (np.linspace(-1, 1, side, dtype=np.float32) for side in shape)
    offset = c[0] + c[2] * down + c[5] * down * down
    slope = c[1] + c[4] * down
    return np.asarray(offset[:, None] + slope[:, None] * across + c[3] * across * across)
