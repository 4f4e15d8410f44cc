"""out = x * W + b: each filter slides over the picture and answers at every place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.lib.stride_tricks import as_strided

from engine.errors import SpecError
from engine.initializers import Init, check_init, normal, scale_of
from engine.layers.base import Layer, LayerSpec, Place, batch_buffer
from engine.types import FloatArray, Shape

MAX_FILTERS = 4096
# So many numbers of unrolled picture (1.5 MB) at a time stay in the processor's cache between the unrolling and
# the product.
_UNROLLED = 400_000


class Convolution:
    """As the book has it: unroll (im2col) every patch under the filter into a column, then it is an Affine layer.

    out[n, f] = sum over c, i, j of W[f, c, i, j] x[n, c, y + i, x + j] + b[f], and db = the sum of dout. Backwards
    dout is unrolled likewise: as out[p] takes W[i, j] x[p + (i, j)], dx[q] takes W[i, j] dout[q - (i, j)], and
    dW[i, j] is the sum over q of x[q] dout[q - (i, j)]. So both are products with the same columns.

    x is (n, C, H, W), W (F, C, size, size), b (F,), out (n, F, OH, OW). Each channel is one long row of numbers:
    all pictures of the mini-batch, line after line, with a gap of zeros between lines and between pictures that
    serves as the padding of both neighbours. A patch one pixel further is the same row begun one number later,
    so unrolling copies whole rows. What comes out at the gaps is no one's and is left out, as are the places
    that a stride passes over. Some pictures are done at a time, unrolled anew for the way back: that is faster
    than to keep all columns in memory.
    """

    def __init__(self, place: Place, out_shape: Shape, stride: int, pad: int) -> None:
        self.W, self.b = place.params["W"], place.params["b"]
        self.dW, self.db = place.grads["W"], place.grads["b"]
        max_batch, dtype = place.max_batch, place.dtype
        filters, channels, self._size, _ = self.W.shape
        _, height, width = place.in_shape
        gap = max(pad, 2 * pad - self._size + 1)
        self._line = width + gap
        self._picture = (height + gap) * self._line
        self._lead = pad * (self._line + 1)  # how much padding there is before the first pixel
        self._reach = (self._size - 1) * (self._line + 1)  # from a patch's first number to its last
        long = max_batch * self._picture
        self._group = max(1, min(max_batch, _UNROLLED // (max(channels, filters) * self._size**2 * self._picture)))
        self._cols = np.empty(max(channels, filters) * self._size**2 * self._group * self._picture, dtype)

        # Per channel: what comes in, padded; per filter: what comes out, at all places; and the same backwards.
        self._x = np.zeros((channels, self._lead + long + self._reach), dtype)
        self._wide = np.empty((filters, long), dtype)
        self._dout = np.zeros((filters, self._reach + long + self._lead), dtype)
        self._dx = np.empty((channels, long), dtype)
        self._pixels = self._pictures(self._x, self._lead, (height, width))
        self._dpixels = self._pictures(self._dx, 0, (height, width))
        self._places = self._pictures(self._wide, 0, out_shape[1:], stride)
        self._dplaces = self._pictures(self._dout, self._reach, out_shape[1:], stride)
        self._out = batch_buffer(max_batch, out_shape, dtype)
        self._dW = np.empty((filters * self._size**2, channels), dtype)
        self._product = np.empty_like(self._dW)

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        n = len(x)
        np.copyto(self._pixels[:n], x)
        flat_W = self.W.reshape(len(self.b), -1)
        for part in self._parts(n):
            np.matmul(flat_W, self._unrolled(self._x, part), out=self._wide[:, part])
        return np.add(self._places[:n], self.b[:, None, None], out=self._out[:n])

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        n = len(dout)
        np.add.reduce(dout, axis=(0, 2, 3), out=self.db)
        np.copyto(self._dplaces[:n], dout)
        if not input_gradient:
            self._weights_gradient(n)
            return None
        # After a smaller mini-batch follows what a larger one left; it is multiplied by 0, but NaN times 0 is NaN.
        end = self._reach + n * self._picture
        self._dout[:, end : end + self._lead] = 0
        # Begun `reach` earlier, the columns come last to first: so does W.
        flat_W = self.W[:, :, ::-1, ::-1].transpose(1, 0, 2, 3).reshape(self.W.shape[1], -1)
        self._dW[...] = 0
        for part in self._parts(n):
            shifted = slice(part.start + self._lead, part.stop + self._lead)
            cols = self._unrolled(self._dout, shifted)
            np.matmul(flat_W, cols, out=self._dx[:, part])
            self._dW += np.matmul(cols, self._x[:, shifted].T, out=self._product)
        filters, channels, size, _ = self.W.shape
        self.dW[...] = self._dW.reshape(filters, size, size, channels)[:, ::-1, ::-1].transpose(0, 3, 1, 2)
        return self._dpixels[:n]

    def _weights_gradient(self, n: int) -> None:
        """dW = dout cols^T, with the columns of x: of the first layer's one channel there are fewer."""
        flat_dW = self.dW.reshape(len(self.b), -1)
        flat_dW[...] = 0
        for part in self._parts(n):
            dout = self._dout[:, part.start + self._reach : part.stop + self._reach]
            flat_dW += dout @ self._unrolled(self._x, part).T

    def _pictures(self, rows: FloatArray, start: int, sides: Shape, stride: int = 1) -> FloatArray:
        """The pixels among the ``rows`` (C, ...) from ``start`` on: (max_batch, C, *sides), the same memory."""
        height, width = sides
        long = rows.shape[1] - start
        lines = rows[:, start:][:, : long - long % self._picture]
        grid = lines.reshape(len(rows), -1, self._picture // self._line, self._line)
        return grid[:, :, : stride * height : stride, : stride * width : stride].transpose(1, 0, 2, 3)

    def _parts(self, n: int) -> Iterator[slice]:
        """Some pictures at a time, as places in the rows."""
        for start in range(0, n, self._group):
            yield slice(start * self._picture, min(start + self._group, n) * self._picture)

    def _unrolled(self, rows: FloatArray, part: slice) -> FloatArray:
        """The patches that begin in this part of the ``rows`` (C, ...), as columns (C size size, places)."""
        channels, size, places = len(rows), self._size, part.stop - part.start
        cols = self._cols[: channels * size * size * places].reshape(channels, size, size, places)
        row, number = rows.strides
        shifted = as_strided(rows[:, part], cols.shape, (row, self._line * number, number, number), writeable=False)
        np.copyto(cols, shifted)
        return cols.reshape(-1, places)


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
