"""im2col: the patches of images that a filter covers become the columns of a matrix."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import as_strided

from ...types import FloatArray, Shape

# The most numbers (6 MB) in the columns of one block, unless one column of every image takes more.
BLOCK_SIZE = 1_600_000
# Row by row only where a row of all images has this many positions: below, the products of single rows are too small.
_MIN_ROW_POSITIONS = 200
# Blocks are not made narrower than this for small products or for a second thread.
_MIN_BLOCK_POSITIONS = 300
# Up to this many multiplications OpenBLAS multiplies matrices in place; larger ones it first copies to another order,
# which for a matrix of few rows costs a third of the time (sgemm_small_kernel_permit of its AVX-512 kernels).
_SMALL_PRODUCT = 1_000_000


@dataclass(frozen=True)
class OutputRegion:
    """The rows ``ys`` and in these the pixels ``xs`` of every image of a mini-batch."""

    ys: slice
    xs: slice
    by_row: bool

    def of(self, images: FloatArray) -> FloatArray:
        """(n, C, H, W) -> (rows, C, pixels n) if by row, else (1, C, rows pixels n).

        The first pixel of every image comes first. A view where ``images`` is from a BatchBuffer, otherwise a copy.
        """
        region = images.transpose(1, 2, 3, 0)[:, self.ys, self.xs]
        if self.by_row:
            return region.reshape(*region.shape[:2], -1).transpose(1, 0, 2)
        return region.reshape(1, len(region), -1)


class Im2col:
    """The columns of a mini-batch, made one of the ``blocks`` at a time.

    The book copies each patch to a column of C size² numbers, so each pixel up to size² times. Here, for a large
    mini-batch, each row of the image is unrolled only along x: C size numbers per position. ``size`` such rows, one
    below the other, are the columns of one output row, and those of the next output row begin ``stride`` rows further
    down: a strided view. The matrix rows are then in the order (size, C, size), else in the book's (C, size, size).

    Attributes:
        blocks: the first (y, x) of each in the output.
    """

    def __init__(self, padded: FloatArray, out_size: Shape, size: int, stride: int, filters: int) -> None:
        """Args:
        padded: the images (n, C, ...), from a BatchBuffer.
        out_size: the height and width of the output.
        size, stride: of the filter.
        filters: the rows of the matrix that the columns are multiplied with.
        """
        self._padded, self._out_size, self._size, self._stride = padded, out_size, size, stride
        n, channels = padded.shape[:2]
        height, width = out_size
        self._by_row = n * width >= _MIN_ROW_POSITIONS
        if self._by_row:
            per_position = channels * size * n
            xs = BLOCK_SIZE // (per_position * ((height - 1) * stride + size))
            small = _SMALL_PRODUCT // (filters * per_position * size)
            if small * n >= _MIN_BLOCK_POSITIONS:
                xs = min(xs, small)
            # At least two blocks, for two threads, where they are large enough.
            if n * (width // 2) >= _MIN_BLOCK_POSITIONS:
                xs = min(xs, -(-width // 2))
            self._xs = _even_step(xs, width)
            self._ys = _even_step((BLOCK_SIZE // (per_position * self._xs) - size) // stride + 1, height)
        else:
            positions = BLOCK_SIZE // (channels * size**2 * n)
            self._xs, self._ys = _even_step(positions, width), _even_step(positions // width, height)
        self.blocks = [(y, x) for y in range(0, height, self._ys) for x in range(0, width, self._xs)]

    @staticmethod
    def workspace_size(channels: int, size: int, max_batch: int) -> int:
        """How many numbers ``columns`` needs as memory."""
        return max(BLOCK_SIZE, channels * size**2 * max_batch)

    def row_order(self, W: FloatArray) -> FloatArray:
        """A view of (F, C, size, size) in the order of the matrix rows: as it is, or (F, size, C, size)."""
        return W.transpose(0, 2, 1, 3) if self._by_row else W

    def columns(self, block: tuple[int, int], memory: FloatArray) -> tuple[OutputRegion, FloatArray]:
        """The region of a block and its columns (products, C size², positions), see ``OutputRegion.of``.

        Args:
            memory: where they are written, ``workspace_size`` numbers or more.
        """
        (y, x), (height, width) = block, self._out_size
        ys, xs = min(self._ys, height - y), min(self._xs, width - x)
        n, channels = self._padded.shape[:2]
        size, stride = self._size, self._stride
        image, channel, row, pixel = self._padded.strides
        first = self._padded[:, :, y * stride :, x * stride :]
        region = OutputRegion(slice(y, y + ys), slice(x, x + xs), self._by_row)
        if not self._by_row:
            strides = (channel, row, pixel, stride * row, stride * pixel, image)
            cols = _copied(first, (channels, size, size, ys, xs, n), strides, memory)
            return region, cols.reshape(1, channels * size**2, -1)
        shape: Shape = ((ys - 1) * stride + size, channels, size, xs, n)
        rows = _copied(first, shape, (row, channel, pixel, stride * pixel, image), memory)
        shape = (ys, size * channels * size, xs * n)
        return region, as_strided(
            rows, shape, (stride * rows.strides[0], rows.strides[2], rows.itemsize), writeable=False
        )


def _copied(first: FloatArray, shape: Shape, strides: Shape, memory: FloatArray) -> FloatArray:
    """A contiguous copy in ``memory`` of the strided view that begins where ``first`` does."""
    copy = memory[: math.prod(shape)].reshape(shape)
    np.copyto(copy, as_strided(first, shape, strides, writeable=False))
    return copy


def _even_step(most: int, size: int) -> int:
    """A step of at most ``most``, at least 1, that divides ``size`` into about equal parts."""
    steps = -(-size // max(1, most))
    return -(-size // steps)
