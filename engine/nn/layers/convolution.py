"""out = x * W + b: each filter slides over the picture and answers at every place."""

import itertools
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.errors import SpecError
from engine.nn.initializers import Init, check_init, normal, scale_of
from engine.nn.layers.im2col import Unrolled
from engine.nn.layers.layer import BatchBuffer, ChannelParts, Layer, LayerContext, LayerSpec
from engine.types import FloatArray, Shape

MAX_FILTERS = 4096
# dW is the sum of so many sums, each of which one thread computes: of fewer where they would take more than 16 MB.
_SUMS, _MOST_SUMMED = 4, 4_000_000


class Convolution:
    """As the book has it: unroll (im2col) every patch under the filter into a column, then it is an Affine layer.

    out[n, f] = sum over c, i, j of W[f, c, i, j] x[n, c, y + i, x + j] + b[f], and db = the sum of dout. Backwards
    dout is unrolled likewise: as out[p] takes W[i, j] x[p + (i, j)], dx[q] takes W[i, j] dout[q - (i, j)], and
    dW[i, j] is the sum over q of x[q] dout[q - (i, j)]. So both are products with the same columns.

    x is (n, C, H, W), W (F, C, size, size), b (F,), out (n, F, OH, OW). As the pictures of a mini-batch lie in
    memory pixel by pixel, a line of all of them is one run of numbers, and unrolling copies such runs. Some lines
    are done at a time, unrolled anew for the way back: that is faster than to keep all columns in memory.
    """

    def __init__(self, place: LayerContext, out_shape: Shape, stride: int, pad: int) -> None:
        self.W, self.b = place.params["W"], place.params["b"]
        self.dW, self.db = place.grads["W"], place.grads["b"]
        filters, channels, size, _ = self.W.shape
        _, height, width = place.in_shape
        max_batch, dtype = place.max_batch, place.dtype
        self._stride = stride
        self._inside = (..., slice(pad, pad + height), slice(pad, pad + width))
        self._padded = BatchBuffer(max_batch, (channels, height + 2 * pad, width + 2 * pad), dtype, zeros=True)
        # Backwards dout is padded, far enough that each pixel finds every place that has seen it.
        down, across = height + size - 1, width + size - 1
        self._dpadded = BatchBuffer(max_batch, (filters, down, across), dtype, zeros=True)
        (rows, to_rows), (columns, to_columns) = (
            _seeing(places, size - 1 - pad, stride, side)
            for places, side in zip(out_shape[1:], (down, across), strict=True)
        )
        self._seeing, self._dinside = (..., rows, columns), (..., to_rows, to_columns)
        self._out = BatchBuffer(max_batch, out_shape, dtype)
        self._dx = BatchBuffer(max_batch, place.in_shape, dtype)
        self._x = self._dx.of(0)
        self._in_parts, self._out_parts = ChannelParts(place.in_shape), ChannelParts(out_shape)
        # For columns, and a product that is to be added to dW.
        self._workspace, self._cores = place.workspace, place.cores
        self._sizes = (Unrolled.room(max(channels, filters), size, max_batch), self.W.size)
        self._workspace.reserve(dtype, *self._sizes)
        self._sums = np.empty((max(1, min(_SUMS, _MOST_SUMMED // self.W.size)), self.W.size), dtype)

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        self._x = x
        padded, out = self._padded.of(len(x)), self._out.of(len(x))
        inside = padded[self._inside]
        self._cores.each(lambda part, _: np.copyto(inside[:, part], x[:, part]), self._in_parts.of(len(x)))
        unrolled = Unrolled(padded, out.shape[2:], self.W.shape[2], self._stride, len(self.W))
        flat_W = unrolled.in_order(self.W).reshape(len(self.W), -1)

        def one_block(block: tuple[int, int], slot: int) -> None:
            memory, _ = self._workspace.arrays(slot, out.dtype, *self._sizes)
            places, cols = unrolled.columns(block, memory)
            answers = places.of(out)
            np.matmul(flat_W, cols, out=answers)
            answers += self.b[:, None]

        self._cores.each(one_block, unrolled.blocks)
        return out

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        n, size = len(dout), self.W.shape[2]
        if not input_gradient:
            # Then dW = cols dout^T is less work: the one channel of the first layer's x has few columns.
            np.add.reduce(dout, axis=(0, 2, 3), out=self.db)
            unrolled = Unrolled(self._padded.of(n), dout.shape[2:], size, self._stride, len(self.W))
            self._sum_products(unrolled, dout, unrolled.in_order(self.dW))
            return None
        dpadded, dx = self._dpadded.of(n), self._dx.of(n)
        inside, seeing = dpadded[self._dinside], dout[self._seeing]

        def one_part(part: slice, _: int) -> None:
            np.add.reduce(dout[:, part], axis=(0, 2, 3), out=self.db[part])
            np.copyto(inside[:, part], seeing[:, part])

        self._cores.each(one_part, self._out_parts.of(n))
        # Begun before the picture, the columns come last to first: so do W and dW, (C, F, size, size).
        W, dW = (array[:, :, ::-1, ::-1].transpose(1, 0, 2, 3) for array in (self.W, self.dW))
        unrolled = Unrolled(dpadded, dx.shape[2:], size, 1, len(W))
        flat_W = unrolled.in_order(W).reshape(len(W), -1)
        self._sum_products(unrolled, self._x, unrolled.in_order(dW), flat_W, dx)
        return dx

    def _sum_products(
        self,
        unrolled: Unrolled,
        others: FloatArray,
        dW: FloatArray,
        flat_W: FloatArray | None = None,
        dx: FloatArray | None = None,
    ) -> None:
        """dW (R, ...) = the sum of cols (K, places) others^T, of others (n, R, H, W), transposed.

        And, while the columns are there, dx = flat_W cols, where they are given.
        """
        # Some blocks are added up to one sum, others to another: these, and not the threads, say in which order.
        number = min(len(self._sums), len(unrolled.blocks))
        edges = [len(unrolled.blocks) * i // number for i in range(number + 1)]
        groups = [unrolled.blocks[start:end] for start, end in itertools.pairwise(edges)]
        sums = self._sums[:number].reshape(number, -1, len(dW))

        def one_group(group: int, slot: int) -> None:
            memory, room = self._workspace.arrays(slot, dW.dtype, *self._sizes)
            total, product = sums[group], room.reshape(sums[group].shape)
            total[...] = 0
            for block in groups[group]:
                places, cols = unrolled.columns(block, memory)
                if flat_W is not None and dx is not None:
                    np.matmul(flat_W, cols, out=places.of(dx))
                for some_cols, some_others in zip(cols, places.of(others), strict=True):
                    total += np.matmul(some_cols, some_others.T, out=product)

        self._cores.each(one_group, range(number))
        total = np.add.reduce(sums, axis=0, out=sums[0]) if number > 1 else sums[0]
        dW[...] = total.T.reshape(dW.shape)


def _seeing(places: int, before: int, stride: int, side: int) -> tuple[slice, slice]:
    """Which of the places along one side have seen a pixel of the picture, and where they go when dout is padded.

    The others, with more padding than the filter is wide, have looked at nothing but padding.
    """
    first = -(min(0, before) // stride)
    end = min(places, (side - 1 - before) // stride + 1)
    return slice(first, end), slice(first * stride + before, max(0, (end - 1) * stride + before + 1), stride)


@dataclass(frozen=True)
class ConvolutionSpec(LayerSpec):
    """A convolution with ``filters`` square filters.

    Attributes:
        filters: their number, 1 to 4,096.
        size: of a filter's side, in pixels.
        stride: how far it moves at a time.
        pad: how many zeros are put around the picture.
        init, std: where W starts, as for AffineSpec (b starts at 0).
    """

    kind: ClassVar[str] = "convolution"
    title: ClassVar[str] = "Convolution"
    filters: int
    size: int = 3
    stride: int = 1
    pad: int = 1
    init: Init = "he"
    std: float = 0.01

    def __post_init__(self) -> None:
        if not 1 <= self.filters <= MAX_FILTERS:
            raise SpecError(f"A Convolution layer has from 1 to {MAX_FILTERS:,} filters, not {self.filters:,}.")
        if not (1 <= self.size <= 28 and 1 <= self.stride <= 28 and 0 <= self.pad <= 28):
            raise SpecError("A filter's side and its stride are from 1 to 28 pixels, the padding from 0 to 28.")
        check_init(self.init, self.std)

    def out_shape(self, in_shape: Shape) -> Shape:
        if len(in_shape) != 3:
            raise SpecError(f"A Convolution layer takes pictures (channels, height, width), not the shape {in_shape}.")
        height, width = ((side + 2 * self.pad - self.size) // self.stride + 1 for side in in_shape[1:])
        if min(height, width) < 1:
            raise SpecError(
                f"A filter of {self.size} × {self.size} does not fit into a picture of {in_shape[1]} × {in_shape[2]}"
                f" with a padding of {self.pad}."
            )
        return (self.filters, height, width)

    def param_shapes(self, in_shape: Shape) -> dict[str, Shape]:
        return {"W": (self.filters, in_shape[0], self.size, self.size), "b": (self.filters,)}

    def initialize(self, params: dict[str, FloatArray], rng: "np.random.Generator") -> None:
        W = params["W"]
        normal(W, scale_of(self.init, int(np.prod(W.shape[1:])), self.std), rng)
        params["b"][...] = 0

    def build(self, place: LayerContext) -> Layer:
        return Convolution(place, self.out_shape(place.in_shape), self.stride, self.pad)
