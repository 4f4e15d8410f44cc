"""out = x * W + b: each filter slides over the image and gives one number at every position."""

import itertools
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ...errors import SpecError
from ...i18n import tr, tr_noop
from ...io.limits import MAX_FILTERS, MAX_PADDED
from ...types import FloatArray, Shape
from ..initializers import Init, check_init, initialize_weights
from .im2col import Im2col
from .layer import BatchBuffer, Layer, LayerContext, LayerSpec, channel_slices

# dW is added up in this many partial sums, one task each; in fewer where they would take more than 16 MB.
_PARTIAL_SUMS, _MAX_SUMMED = 4, 4_000_000


class Convolution:
    """As in the book: every patch under the filter becomes a column (im2col), then it is a matrix product.

    out[n, f] = sum over c, i, j of W[f, c, i, j] x[n, c, y + i, x + j] + b[f], and db = the sum of dout. Backwards
    the columns are those of dout: as out[p] has the terms W[i, j] x[p + (i, j)], dx[q] has W[i, j] dout[q - (i, j)],
    and dW[i, j] is the sum over q of x[q] dout[q - (i, j)]. So both are products with the same columns.

    x is (n, C, H, W), W (F, C, size, size), b (F,), out (n, F, OH, OW). The images of a mini-batch are stored pixel by
    pixel (see ``BatchBuffer``), so that a row of all of them is contiguous and im2col copies long runs. The columns
    are made block by block and again for the backward pass: that is faster than keeping all of them in memory.
    """

    def __init__(self, context: LayerContext, out_shape: Shape, stride: int, pad: int) -> None:
        self.W, self.b = context.params["W"], context.params["b"]
        self.dW, self.db = context.grads["W"], context.grads["b"]
        filters, channels, size, _ = self.W.shape
        _, height, width = context.in_shape
        max_batch, dtype = context.max_batch, context.dtype
        self._stride = stride
        self._interior = (..., slice(pad, pad + height), slice(pad, pad + width))
        self._padded = BatchBuffer(max_batch, (channels, height + 2 * pad, width + 2 * pad), dtype, zeros=True)
        # dout with so much padding that its patches include all positions whose filter has covered a pixel.
        padded_size = height + size - 1, width + size - 1
        self._dpadded = BatchBuffer(max_batch, (filters, *padded_size), dtype, zeros=True)
        (ys, to_ys), (xs, to_xs) = (
            _effective(positions, size - 1 - pad, stride, side)
            for positions, side in zip(out_shape[1:], padded_size, strict=True)
        )
        self._effective, self._dinterior = (..., ys, xs), (..., to_ys, to_xs)
        self._out = BatchBuffer(max_batch, out_shape, dtype)
        self._dx = BatchBuffer(max_batch, context.in_shape, dtype)
        self._x = self._dx.of(0)
        self._workspace, self._thread_pool = context.workspace, context.thread_pool
        # For the columns, and for a product that is added to dW.
        self._workspace_sizes = (Im2col.workspace_size(max(channels, filters), size, max_batch), self.W.size)
        self._sums = np.empty((max(1, min(_PARTIAL_SUMS, _MAX_SUMMED // self.W.size)), self.W.size), dtype)

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        self._x = x
        padded, out = self._padded.of(len(x)), self._out.of(len(x))
        interior = padded[self._interior]
        self._thread_pool.run(lambda part, _: np.copyto(interior[:, part], x[:, part]), channel_slices(x))
        im2col = Im2col(padded, out.shape[2:], self.W.shape[2], self._stride, len(self.W))
        flat_W = im2col.row_order(self.W).reshape(len(self.W), -1)

        def forward_block(block: tuple[int, int], slot: int) -> None:
            memory, _ = self._workspace.arrays(slot, out.dtype, *self._workspace_sizes)
            region, cols = im2col.columns(block, memory)
            out_block = region.of(out)
            np.matmul(flat_W, cols, out=out_block)
            out_block += self.b[:, None]

        self._thread_pool.run(forward_block, im2col.blocks)
        return out

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        n, size = len(dout), self.W.shape[2]
        if not input_gradient:
            # Then dW = cols dout^T is less work: the first layer's x has one channel and so small columns.
            np.add.reduce(dout, axis=(0, 2, 3), out=self.db)
            im2col = Im2col(self._padded.of(n), dout.shape[2:], size, self._stride, len(self.W))
            self._sum_products(im2col, dout, im2col.row_order(self.dW))
            return None
        dpadded, dx = self._dpadded.of(n), self._dx.of(n)
        interior, effective = dpadded[self._dinterior], dout[self._effective]

        def copy_slice(part: slice, _: int) -> None:
            np.add.reduce(dout[:, part], axis=(0, 2, 3), out=self.db[part])
            np.copyto(interior[:, part], effective[:, part])

        self._thread_pool.run(copy_slice, channel_slices(dout))
        # Of q - (i, j) the last (i, j) comes first: W and dW are flipped likewise, (C, F, size, size).
        W, dW = (array[:, :, ::-1, ::-1].transpose(1, 0, 2, 3) for array in (self.W, self.dW))
        im2col = Im2col(dpadded, dx.shape[2:], size, 1, len(W))
        flat_W = im2col.row_order(W).reshape(len(W), -1)
        self._sum_products(im2col, self._x, im2col.row_order(dW), flat_W, dx)
        return dx

    def _sum_products(
        self,
        im2col: Im2col,
        others: FloatArray,
        dW: FloatArray,
        flat_W: FloatArray | None = None,
        dx: FloatArray | None = None,
    ) -> None:
        """dW (R, ...) = (the sum of cols others^T)^T, for others (n, R, H, W).

        Where flat_W and dx are given, dx = flat_W cols, too, from the same columns.
        """
        # The blocks are grouped by their number, not by thread: so the result does not depend on the threads.
        count = min(len(self._sums), len(im2col.blocks))
        edges = [len(im2col.blocks) * i // count for i in range(count + 1)]
        groups = [im2col.blocks[start:end] for start, end in itertools.pairwise(edges)]
        sums = self._sums[:count].reshape(count, -1, len(dW))

        def sum_group(group: int, slot: int) -> None:
            memory, rest = self._workspace.arrays(slot, dW.dtype, *self._workspace_sizes)
            total, product = sums[group], rest.reshape(sums[group].shape)
            total[...] = 0
            for block in groups[group]:
                region, cols = im2col.columns(block, memory)
                if flat_W is not None and dx is not None:
                    np.matmul(flat_W, cols, out=region.of(dx))
                for some_cols, some_others in zip(cols, region.of(others), strict=True):
                    total += np.matmul(some_cols, some_others.T, out=product)

        self._thread_pool.run(sum_group, range(count))
        total = np.add.reduce(sums, axis=0, out=sums[0]) if count > 1 else sums[0]
        dW[...] = total.T.reshape(dW.shape)


def _effective(positions: int, before: int, stride: int, side: int) -> tuple[slice, slice]:
    """Along one axis: the output positions whose filter has covered a pixel, and where they go in the padded dout.

    With more padding than the filter is wide, the others have covered nothing but padding.
    """
    first = -(min(0, before) // stride)
    end = min(positions, (side - 1 - before) // stride + 1)
    return slice(first, end), slice(first * stride + before, max(0, (end - 1) * stride + before + 1), stride)


@dataclass(frozen=True)
class ConvolutionSpec(LayerSpec):
    """A convolution with ``filters`` square filters.

    Attributes:
        filters: their number, 1 to 4,096.
        size: of a filter's side, in pixels.
        stride: how far it moves at a time.
        pad: the width of the border of zeros around the image.
        init, std: as for AffineSpec.
    """

    kind: ClassVar[str] = "convolution"
    title: ClassVar[str] = tr_noop("Convolution")
    filters: int
    size: int = 3
    stride: int = 1
    pad: int = 1
    init: Init = "he"
    std: float = 0.01

    def __post_init__(self) -> None:
        if not 1 <= self.filters <= MAX_FILTERS:
            raise SpecError(
                tr("A Convolution layer has from 1 to {0:,} filters, not {1:,}.", MAX_FILTERS, self.filters)
            )
        if not (1 <= self.size <= 28 and 1 <= self.stride <= 28 and 0 <= self.pad <= 28):
            raise SpecError(tr("A filter's side and its stride are from 1 to 28 pixels, the padding from 0 to 28."))
        check_init(self.init, self.std)

    def out_shape(self, in_shape: Shape) -> Shape:
        if len(in_shape) != 3:
            raise SpecError(
                tr("A Convolution layer takes images (channels, height, width), not the shape {0}.", in_shape)
            )
        height, width = ((side + 2 * self.pad - self.size) // self.stride + 1 for side in in_shape[1:])
        if min(height, width) < 1:
            raise SpecError(
                tr(
                    "A filter of {0} × {0} does not fit into an image of {1} × {2} with a padding of {3}.",
                    self.size,
                    in_shape[1],
                    in_shape[2],
                    self.pad,
                )
            )
        if self._padded_count(in_shape) > MAX_PADDED:
            raise SpecError(
                tr("A padding of {0} makes images of {1} × {2} × {3} too large: choose less.", self.pad, *in_shape)
            )
        return (self.filters, height, width)

    def _padded_count(self, in_shape: Shape) -> int:
        """The numbers of an image with its padding."""
        channels, height, width = in_shape
        return channels * (height + 2 * self.pad) * (width + 2 * self.pad)

    def buffer_count(self, in_shape: Shape) -> int:
        """The output, the padded image, and at least one column of a product: see ``Im2col.workspace_size``."""
        column = max(self.filters, in_shape[0]) * self.size**2
        return super().buffer_count(in_shape) + self._padded_count(in_shape) + column

    def param_shapes(self, in_shape: Shape) -> dict[str, Shape]:
        return {"W": (self.filters, in_shape[0], self.size, self.size), "b": (self.filters,)}

    def initialize(self, params: dict[str, FloatArray], rng: "np.random.Generator") -> None:
        initialize_weights(params, self.init, self.std, rng)

    def build(self, context: LayerContext) -> Layer:
        return Convolution(context, self.out_shape(context.in_shape), self.stride, self.pad)
