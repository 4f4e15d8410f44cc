"""The activation functions between the Affine layers, without which the whole network would be one linear function."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ...i18n import tr_noop
from ...types import FloatArray
from .layer import BatchBuffer, Layer, LayerContext, LayerSpec, channel_slices


class Sigmoid:
    """y = 1 / (1 + exp(-x)), backwards dx = dout y (1 - y)."""

    def __init__(self, context: LayerContext) -> None:
        self._y = BatchBuffer(context.max_batch, context.in_shape, context.dtype)
        self._dx = BatchBuffer(context.max_batch, context.in_shape, context.dtype)
        # exp overflows above this limit, where 1 / (1 + exp) is below 1e-37 (float32) or 1e-308 (float64) anyway.
        self._limit = context.dtype.type(np.floor(np.log(np.finfo(context.dtype).max)) - 1)

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        y = self._y.of(len(x))
        np.negative(x, out=y)
        np.minimum(y, self._limit, out=y)
        np.exp(y, out=y)
        y += 1
        np.reciprocal(y, out=y)
        return y

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray:
        y, dx = self._y.of(len(dout)), self._dx.of(len(dout))
        np.subtract(1, y, out=dx)
        dx *= y
        dx *= dout
        return dx


class Tanh:
    """y = tanh(x), backwards dx = dout (1 - y^2)."""

    def __init__(self, context: LayerContext) -> None:
        self._y = BatchBuffer(context.max_batch, context.in_shape, context.dtype)
        self._dx = BatchBuffer(context.max_batch, context.in_shape, context.dtype)

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        y = self._y.of(len(x))
        np.tanh(x, out=y)
        return y

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray:
        y, dx = self._y.of(len(dout)), self._dx.of(len(dout))
        np.multiply(y, y, out=dx)
        np.subtract(1, dx, out=dx)
        dx *= dout
        return dx


class ReLU:
    """y = max(0, x), backwards dx = dout where y > 0, else 0."""

    def __init__(self, context: LayerContext) -> None:
        self._y = BatchBuffer(context.max_batch, context.in_shape, context.dtype)
        self._dx = BatchBuffer(context.max_batch, context.in_shape, context.dtype)
        self._thread_pool = context.thread_pool

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        y = self._y.of(len(x))
        self._thread_pool.run(lambda part, _: np.maximum(x[:, part], 0, out=y[:, part]), channel_slices(x))
        return y

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray:
        y, dx = self._y.of(len(dout)), self._dx.of(len(dout))

        def backward_slice(part: slice, _: int) -> None:
            # 1 or 0 as a float: faster than multiplying by a bool.
            np.greater(y[:, part], 0, out=dx[:, part])
            dx[:, part] *= dout[:, part]

        self._thread_pool.run(backward_slice, channel_slices(y))
        return dx


@dataclass(frozen=True)
class SigmoidSpec(LayerSpec):
    """A sigmoid of each number."""

    kind: ClassVar[str] = "sigmoid"
    title: ClassVar[str] = tr_noop("Sigmoid")

    def build(self, context: LayerContext) -> Layer:
        return Sigmoid(context)


@dataclass(frozen=True)
class TanhSpec(LayerSpec):
    """The hyperbolic tangent of each number."""

    kind: ClassVar[str] = "tanh"
    title: ClassVar[str] = tr_noop("Tanh")

    def build(self, context: LayerContext) -> Layer:
        return Tanh(context)


@dataclass(frozen=True)
class ReLUSpec(LayerSpec):
    """A rectified linear unit for each number."""

    kind: ClassVar[str] = "relu"
    title: ClassVar[str] = tr_noop("ReLU")

    def build(self, context: LayerContext) -> Layer:
        return ReLU(context)
