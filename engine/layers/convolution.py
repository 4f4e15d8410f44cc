"""out = x * W + b: each filter slides over the picture and answers at every place."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.lib.stride_tricks import as_strided

from engine.errors import SpecError
from engine.initializers import Init, check_init, normal, scale_of
from engine.layers.base import Layer, LayerSpec, Place
from engine.types import FloatArray, Shape

MAX_FILTERS = 4096
# So many numbers of unrolled picture (1.5 MB) at a time stay in the processor's cache between the unrolling and
# the product.
_UNROLLED = 400_000


class Convolution:
    """As the book has it: unroll (im2col) every patch under the filter into a column, then it is an Affine layer.

    out[n, f] = sum over c, i, j of W[f, c, i, j] x[n, c, y + i, x + j] + b[f]; backwards
    dW = dout cols^T, db = the sum of dout, dx = the columns W^T dout, each added back where it was taken from.

    x is (n, C, H, W), W (F, C, size, size), b (F,), out (n, F, OH, OW). Some pictures are done at a time, and
    unrolled anew for the way back: that is faster than to keep all columns in memory.
    """

    def __init__(self, place: Place, out_shape: Shape, stride: int, pad: int) -> None:
        self.W, self.b = place.params["W"], place.params["b"]
        self.dW, self.db = place.grads["W"], place.grads["b"]
        max_batch, dtype = place.max_batch, place.dtype
        filters, channels, size, _ = self.W.shape
        _, height, width = place.in_shape
        self._inner = (slice(None), slice(None), slice(pad, pad + height), slice(pad, pad + width))
        self._places = out_shape[1] * out_shape[2]
        self._patch = channels * size * size
        self._group = max(1, min(max_batch, _UNROLLED // (self._patch * self._places)))
        self._padded = np.zeros((max_batch, channels, height + 2 * pad, width + 2 * pad), dtype)
        self._out = np.empty((max_batch, *out_shape), dtype)
        self._cols = np.empty((self._group, channels, size, size, *out_shape[1:]), dtype)
        self._dpadded = np.empty_like(self._padded)
        self._dW = np.empty((self._group, filters, self._patch), dtype)
        n, c, y, x = self._padded.strides
        # The picture seen as its patches: no copy, the same memory with other strides.
        self._patches = as_strided(
            self._padded, (max_batch, *self._cols.shape[1:]), (n, c, y, x, y * stride, x * stride), writeable=False
        )
        self._targets = [
            (i, j, (..., slice(i, i + stride * out_shape[1], stride), slice(j, j + stride * out_shape[2], stride)))
            for i in range(size)
            for j in range(size)
        ]
        self._n = 0

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        n = self._n = len(x)
        np.copyto(self._padded[:n][self._inner], x)
        out = self._out[:n]
        flat_out = out.reshape(n, len(self.b), self._places)
        for start in range(0, n, self._group):
            part = slice(start, min(start + self._group, n))
            np.matmul(self._flat_W(), self._unrolled(part), out=flat_out[part])
        out += self.b[:, None, None]
        return out

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        n = len(dout)
        flat_dout = dout.reshape(n, len(self.b), self._places)
        flat_dW = self.dW.reshape(len(self.b), self._patch)
        flat_dW[...] = 0
        np.add.reduce(flat_dout, axis=(0, 2), out=self.db)
        if input_gradient:
            self._dpadded[:n] = 0
        for start in range(0, n, self._group):
            part = slice(start, min(start + self._group, n))
            cols = self._unrolled(part)
            products = self._dW[: len(cols)]
            np.matmul(flat_dout[part], cols.transpose(0, 2, 1), out=products)
            for product in products:
                flat_dW += product
            if input_gradient:
                # The columns have served: their gradient takes their place.
                np.matmul(self._flat_W().T, flat_dout[part], out=cols)
                self._add_back(part)
        return self._dpadded[:n][self._inner] if input_gradient else None

    def _flat_W(self) -> FloatArray:
        return self.W.reshape(len(self.b), self._patch)

    def _unrolled(self, part: slice) -> FloatArray:
        """The patches of some pictures as columns (g, C size size, OH OW)."""
        cols = self._cols[: part.stop - part.start]
        np.copyto(cols, self._patches[part])
        return cols.reshape(len(cols), self._patch, self._places)

    def _add_back(self, part: slice) -> None:
        """col2im: each column's numbers, added where they came from."""
        cols, target = self._cols[: part.stop - part.start], self._dpadded[part]
        for i, j, place in self._targets:
            target[place] += cols[:, :, i, j]


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

    def initialize(self, params: dict[str, FloatArray], rng: np.random.Generator) -> None:
        W = params["W"]
        normal(W, scale_of(self.init, int(np.prod(W.shape[1:])), self.std), rng)
        params["b"][...] = 0

    def build(self, place: Place) -> Layer:
        return Convolution(place, self.out_shape(place.in_shape), self.stride, self.pad)
