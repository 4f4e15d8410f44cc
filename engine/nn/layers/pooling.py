"""The largest of each small square of the picture: it matters that something is there, less where exactly."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.errors import SpecError
from engine.nn.layers.layer import BatchBuffer, ChannelParts, Layer, LayerContext, LayerSpec
from engine.types import FloatArray, Shape


class MaxPooling:
    """out = the largest of each ``size`` x ``size`` square; backwards its gradient goes to that pixel alone.

    x is (n, C, H, W), out (n, C, H // size, W // size): rows and columns that fill no square are left out. Of
    equal pixels the first one counts.
    """

    def __init__(self, place: LayerContext, size: int) -> None:
        channels, height, width = place.in_shape
        out_shape = (channels, height // size, width // size)
        # The pixels at the same place of every square, as a strided view: `place` picks them from x.
        self._places = [(..., slice(i, None, size), slice(j, None, size)) for i in range(size) for j in range(size)]
        self._rows, self._columns = out_shape[1] * size, out_shape[2] * size
        self._parts = ChannelParts(place.in_shape)
        self._out = BatchBuffer(place.max_batch, out_shape, place.dtype)
        # Rows and columns that fill no square stay 0.
        self._dx = BatchBuffer(place.max_batch, place.in_shape, place.dtype, zeros=True)
        self._wins = BatchBuffer(place.max_batch, out_shape, np.dtype(bool))
        self._open = BatchBuffer(place.max_batch, out_shape, np.dtype(bool))
        # What comes from an Affine layer lies in memory picture by picture, and is looked at once for each place.
        self._dout = BatchBuffer(place.max_batch, out_shape, place.dtype)
        self._x = self._dx.of(0)
        self._cores = place.cores

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        self._x = x
        all_out = self._out.of(len(x))

        def one_part(part: slice, _: int) -> None:
            squares, out = self._squares(x[:, part]), all_out[:, part]
            np.copyto(out, squares[self._places[0]])
            for place in self._places[1:]:
                np.maximum(out, squares[place], out=out)

        self._cores.each(one_part, self._parts.of(len(x)))
        return all_out

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        if not input_gradient:
            return None
        n = len(dout)
        all_dx, all_out, all_wins, all_open = self._dx.of(n), self._out.of(n), self._wins.of(n), self._open.of(n)
        copied = dout.strides != all_out.strides
        all_dout = self._dout.of(n) if copied else dout

        def one_part(part: slice, _: int) -> None:
            if copied:
                np.copyto(all_dout[:, part], dout[:, part])
            squares, dx = self._squares(self._x[:, part]), self._squares(all_dx[:, part])
            out, wins, still_open = all_out[:, part], all_wins[:, part], all_open[:, part]
            still_open[...] = True
            *places, last = self._places
            for place in places:
                np.equal(squares[place], out, out=wins)
                wins &= still_open
                still_open ^= wins
                np.multiply(all_dout[:, part], wins, out=dx[place])
            # Where none has been the largest yet, the last one is.
            np.multiply(all_dout[:, part], still_open, out=dx[last])

        self._cores.each(one_part, self._parts.of(n))
        return all_dx

    def _squares(self, x: FloatArray) -> FloatArray:
        return x[:, :, : self._rows, : self._columns]


@dataclass(frozen=True)
class MaxPoolingSpec(LayerSpec):
    """Max pooling over squares of ``size`` x ``size`` pixels that lie side by side."""

    kind: ClassVar[str] = "max_pooling"
    title: ClassVar[str] = "MaxPooling"
    size: int = 2

    def __post_init__(self) -> None:
        if not 1 <= self.size <= 28:
            raise SpecError(f"Pooling takes squares of 1 to 28 pixels a side, not {self.size}.")

    def out_shape(self, in_shape: Shape) -> Shape:
        if len(in_shape) != 3:
            raise SpecError(f"A MaxPooling layer takes pictures (channels, height, width), not the shape {in_shape}.")
        if min(in_shape[1:]) < self.size:
            raise SpecError(
                f"A picture of {in_shape[1]} × {in_shape[2]} holds no square of {self.size} × {self.size} to pool over."
            )
        return (in_shape[0], in_shape[1] // self.size, in_shape[2] // self.size)

    def build(self, place: LayerContext) -> Layer:
        return MaxPooling(place, self.size)
