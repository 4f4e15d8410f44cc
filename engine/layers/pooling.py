"""The largest of each small square of the picture: it matters that something is there, less where exactly."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.errors import SpecError
from engine.layers.base import Layer, LayerSpec, Place, batch_buffer, channel_parts
from engine.types import FloatArray, Shape


class MaxPooling:
    """out = the largest of each ``size`` x ``size`` square; backwards its gradient goes to that pixel alone.

    x is (n, C, H, W), out (n, C, H // size, W // size): rows and columns that fill no square are left out. Of
    equal pixels the first one counts.
    """

    def __init__(self, place: Place, size: int) -> None:
        channels, height, width = place.in_shape
        out_shape = (channels, height // size, width // size)
        # The pixels at the same place of every square, as a strided view: `place` picks them from x.
        self._places = [(..., slice(i, None, size), slice(j, None, size)) for i in range(size) for j in range(size)]
        self._rows, self._columns = out_shape[1] * size, out_shape[2] * size
        self._parts = channel_parts(place.max_batch, place.in_shape)
        self._out = batch_buffer(place.max_batch, out_shape, place.dtype)
        self._dx = batch_buffer(place.max_batch, place.in_shape, place.dtype)
        self._dx[...] = 0
        self._wins = np.empty_like(self._out, bool)
        self._open = np.empty_like(self._out, bool)
        self._x = self._dx[:0]

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        self._x = x
        for part in self._parts:
            squares, out = self._squares(x[:, part]), self._out[: len(x), part]
            np.copyto(out, squares[self._places[0]])
            for place in self._places[1:]:
                np.maximum(out, squares[place], out=out)
        return self._out[: len(x)]

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        if not input_gradient:
            return None
        n = len(dout)
        for part in self._parts:
            squares, dx = self._squares(self._x[:, part]), self._squares(self._dx[:n, part])
            out, wins, still_open = self._out[:n, part], self._wins[:n, part], self._open[:n, part]
            still_open[...] = True
            for place in self._places:
                np.equal(squares[place], out, out=wins)
                wins &= still_open
                still_open ^= wins
                np.multiply(dout[:, part], wins, out=dx[place])
        return self._dx[:n]

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

    def build(self, place: Place) -> Layer:
        return MaxPooling(place, self.size)
