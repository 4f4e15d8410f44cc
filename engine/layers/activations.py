"""The bends between the Affine layers: without them any number of layers is worth one."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.layers.base import BatchBuffer, Layer, LayerSpec, Place, channel_parts
from engine.types import FloatArray


class Sigmoid:
    """y = 1 / (1 + exp(-x)), and backwards dx = dout y (1 - y): the derivative is read off the output."""

    def __init__(self, place: Place) -> None:
        self._y = BatchBuffer(place.max_batch, place.in_shape, place.dtype)
        self._dx = BatchBuffer(place.max_batch, place.in_shape, place.dtype)
        # Of more exp would overflow, and of this 1 / (1 + exp) is 0 all but 1e-37, or 1e-308.
        self._most = place.dtype.type(np.floor(np.log(np.finfo(place.dtype).max)) - 1)

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        y = self._y.of(len(x))
        np.negative(x, out=y)
        np.minimum(y, self._most, out=y)
        np.exp(y, out=y)
        y += 1
        np.reciprocal(y, out=y)
        return y

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        if not input_gradient:
            return None
        y, dx = self._y.of(len(dout)), self._dx.of(len(dout))
        np.subtract(1, y, out=dx)
        dx *= y
        dx *= dout
        return dx


class ReLU:
    """y = max(0, x), and backwards dx = dout where x > 0, else 0: dout times whether the output is above 0."""

    def __init__(self, place: Place) -> None:
        self._y = BatchBuffer(place.max_batch, place.in_shape, place.dtype)
        self._dx = BatchBuffer(place.max_batch, place.in_shape, place.dtype)
        self._parts = channel_parts(place.max_batch, place.in_shape)

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        y = self._y.of(len(x))
        np.maximum(x, 0, out=y)
        return y

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        if not input_gradient:
            return None
        n = len(dout)
        y, dx = self._y.of(n), self._dx.of(n)
        for part in self._parts:
            # 1 or 0, as a float: to multiply by a bool takes longer.
            np.greater(y[:, part], 0, out=dx[:, part])
            dx[:, part] *= dout[:, part]
        return dx


@dataclass(frozen=True)
class SigmoidSpec(LayerSpec):
    """A sigmoid after each number."""

    kind: ClassVar[str] = "sigmoid"
    title: ClassVar[str] = "Sigmoid"

    def build(self, place: Place) -> Layer:
        return Sigmoid(place)


@dataclass(frozen=True)
class ReLUSpec(LayerSpec):
    """A rectified linear unit after each number."""

    kind: ClassVar[str] = "relu"
    title: ClassVar[str] = "ReLU"

    def build(self, place: Place) -> Layer:
        return ReLU(place)
