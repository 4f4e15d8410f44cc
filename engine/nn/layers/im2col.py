"""im2col: the patches of pictures that a filter sees become the columns of a matrix."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import as_strided

from engine.types import FloatArray, Shape

# So many numbers (6 MB) are unrolled at a time, or one column of every picture where that is more.
AT_ONCE = 1_600_000
# With fewer places to a line, products of single lines are too small.
_LINE = 200
# No block is made smaller than that many places to a line for the sake of small products, or of a second block.
_PLACES = 300
# Up to so many multiplications OpenBLAS multiplies matrices as they lie in memory, and larger ones rearranged: where
# a matrix has few rows, that costs a third of the time. (sgemm_small_kernel_permit of its kernels for AVX-512.)
_SMALL = 1_000_000


@dataclass(frozen=True)
class OutputRegion:
    """Of every picture of a mini-batch these lines, and of these these pixels."""

    lines: slice
    along: slice
    by_line: bool

    def of(self, pictures: FloatArray) -> FloatArray:
        """(n, C, H, W) -> (lines, C, pixels n), or (1, C, lines pixels n) if not by line: those of the first pixel of
        every picture come first. It is the same memory if it is a BatchBuffer's, otherwise a copy.
        """
        chosen = pictures.transpose(1, 2, 3, 0)[:, self.lines, self.along]
        if self.by_line:
            return chosen.reshape(*chosen.shape[:2], -1).transpose(1, 0, 2)
        return chosen.reshape(1, len(chosen), -1)


class Unrolled:
    """The columns of a mini-batch, which are made some at a time: those of one of its ``blocks``.

    The book copies each patch to a column of C size size numbers, a number as often as there are patches with it. Of
    a large mini-batch each line of a block is unrolled once, along itself: for each place it gets C size rows. ``size``
    such lines, one under the other, are the columns of one line of places, and the next line's begin ``stride`` lines
    below. The rows come in the order (size, C, size) then, and as the book has them in the order (C, size, size).

    Attributes:
        blocks: of each the line and the pixel along it with which it begins.
    """

    def __init__(self, padded: FloatArray, sides: Shape, size: int, stride: int, rows: int) -> None:
        """Args:
        padded: the pictures (n, C, ...), a BatchBuffer's.
        sides: how many places there are, down and along.
        size, stride: of the filter.
        rows: of the matrix that the columns are multiplied with.
        """
        self._padded, self._sides, self._size, self._stride = padded, sides, size, stride
        n, channels = padded.shape[:2]
        height, width = sides
        self._by_line = n * width >= _LINE
        if self._by_line:
            of_place = channels * size * n
            along = AT_ONCE // (of_place * ((height - 1) * stride + size))
            small = _SMALL // (rows * of_place * size)
            if small * n >= _PLACES:
                along = min(along, small)
            # Two blocks at least, for two cores, where they are large enough.
            if n * (width // 2) >= _PLACES:
                along = min(along, -(-width // 2))
            self._along = _evenly(along, width)
            self._lines = _evenly((AT_ONCE // (of_place * self._along) - size) // stride + 1, height)
        else:
            at_once = AT_ONCE // (channels * size**2 * n)
            self._along, self._lines = _evenly(at_once, width), _evenly(at_once // width, height)
        self.blocks = [(y, x) for y in range(0, height, self._lines) for x in range(0, width, self._along)]

    @staticmethod
    def room(channels: int, size: int, max_batch: int) -> int:
        """How many numbers the memory for the columns must have."""
        return max(AT_ONCE, channels * size**2 * max_batch)

    def in_order(self, W: FloatArray) -> FloatArray:
        """(F, C, size, size) as it is, or (F, size, C, size): a view with the order of the columns' rows."""
        return W.transpose(0, 2, 1, 3) if self._by_line else W

    def columns(self, block: tuple[int, int], memory: FloatArray) -> tuple[OutputRegion, FloatArray]:
        """Of which places a block's columns are (see ``OutputRegion.of``), and they themselves: (products, C size size,
        places), in ``memory`` of ``room`` numbers or more.
        """
        y, x = block
        height, width = self._sides
        lines, along = min(self._lines, height - y), min(self._along, width - x)
        unroll = self._by_lines if self._by_line else self._by_pixels
        return OutputRegion(slice(y, y + lines), slice(x, x + along), self._by_line), unroll(y, x, lines, along, memory)

    def _by_pixels(self, y: int, x: int, lines: int, along: int, memory: FloatArray) -> FloatArray:
        n, channels = self._padded.shape[:2]
        size, stride = self._size, self._stride
        each, channel, line, pixel = self._padded.strides
        strides = (channel, line, pixel, stride * line, stride * pixel, each)
        cols = self._copied(y, x, (channels, size, size, lines, along, n), strides, memory)
        return cols.reshape(1, channels * size**2, -1)

    def _by_lines(self, y: int, x: int, lines: int, along: int, memory: FloatArray) -> FloatArray:
        n, channels = self._padded.shape[:2]
        size, stride = self._size, self._stride
        each, channel, line, pixel = self._padded.strides
        seen = (lines - 1) * stride + size
        strides = (line, channel, pixel, stride * pixel, each)
        rows = self._copied(y, x, (seen, channels, size, along, n), strides, memory)
        places = along * n
        of_line, of_row = channels * size * places * rows.itemsize, places * rows.itemsize
        shape = (lines, size * channels * size, places)
        return as_strided(rows, shape, (stride * of_line, of_row, rows.itemsize), writeable=False)

    def _copied(self, y: int, x: int, shape: Shape, strides: Shape, memory: FloatArray) -> FloatArray:
        """What the strides find from the first place's first pixel on, one number after another in the memory."""
        first = self._padded[:, :, y * self._stride :, x * self._stride :]
        copy = memory[: math.prod(shape)].reshape(shape)
        np.copyto(copy, as_strided(first, shape, strides, writeable=False))
        return copy


def _evenly(at_once: int, number: int) -> int:
    """So many at a time that the last ones are about as many, too."""
    times = -(-number // max(1, at_once))
    return -(-number // times)
