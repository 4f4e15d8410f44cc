"""The bends between the Affine layers: without them any number of layers is worth one."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.nn.layers.layer import BatchBuffer, ChannelParts, Layer, LayerContext, LayerSpec
from engine.types import FloatArray


class Sigmoid:
    """y = 1 / (1 + exp(-x)), and backwards dx = dout y (1 - y): the derivative is read off the output."""

    def __init__(self, place: LayerContext) -> None:
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

    def __init__(self, place: LayerContext) -> None:
        self._y = BatchBuffer(place.max_batch, place.in_shape, place.dtype)
        self._dx = BatchBuffer(place.max_batch, place.in_shape, place.dtype)
        self._parts = ChannelParts(place.in_shape)
        self._cores = place.cores

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        y = self._y.of(len(x))
        self._cores.each(lambda part, _: np.maximum(x[:, part], 0, out=y[:, part]), self._parts.of(len(x)))
        return y

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        if not input_gradient:
            return None
        n = len(dout)
        y, dx = self._y.of(n), self._dx.of(n)

        def one_part(part: slice, _: int) -> None:
            # 1 or 0, as a float: to multiply by a bool takes longer.
            np.greater(y[:, part], 0, out=dx[:, part])
            dx[:, part] *= dout[:, part]

        self._cores.each(one_part, self._parts.of(n))
        return dx


@dataclass(frozen=True)
class SigmoidSpec(LayerSpec):
    """A sigmoid after each number."""

    kind: ClassVar[str] = "sigmoid"
    title: ClassVar[str] = "Sigmoid"

    def build(self, place: LayerContext) -> Layer:
        return Sigmoid(place)


@dataclass(frozen=True)
class ReLUSpec(LayerSpec):
    """A rectified linear unit after each number."""

    kind: ClassVar[str] = "relu"
    title: ClassVar[str] = "ReLU"

    def build(self, place: LayerContext) -> Layer:
        return ReLU(place)
