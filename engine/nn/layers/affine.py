"""y = x W + b: the fully connected layer."""

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ...errors import SpecError
from ...i18n import tr, tr_noop
from ...io.limits import MAX_UNITS
from ...types import FloatArray, Shape
from ..initializers import Init, check_init, initialize_weights
from .layer import Layer, LayerContext, LayerSpec

# A product of this many multiplications (a third of a millisecond) is divided into two tasks, and into one more for
# each further _MULTIPLICATIONS_PER_TASK. The division does not depend on the number of threads, so neither does the
# result.
_MIN_MULTIPLICATIONS, _MULTIPLICATIONS_PER_TASK, _MAX_TASKS = 16_000_000, 100_000_000, 4


class Affine:
    """out = x W + b, backwards dx = dout W^T, dW = x^T dout, db = the sum of dout over the batch.

    x is (n, in), W (in, out), b (out,). Images (n, C, H, W) are taken as rows of C H W numbers.
    """

    def __init__(self, context: LayerContext) -> None:
        self.W, self.b = context.params["W"], context.params["b"]
        self.dW, self.db = context.grads["W"], context.grads["b"]
        self._in_shape = context.in_shape
        self._out = np.empty((context.max_batch, self.W.shape[1]), context.dtype)
        self._dx = np.empty((context.max_batch, self.W.shape[0]), context.dtype)
        self._x = self._dx[:0]
        self._thread_pool = context.thread_pool

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        self._x = x.reshape(len(x), self.W.shape[0])
        out = self._out[: len(x)]

        def forward_units(units: slice, _: int) -> None:
            np.matmul(self._x, self.W[:, units], out=out[:, units])
            out[:, units] += self.b[units]

        self._thread_pool.run(forward_units, self._slices(len(x), self.W.shape[1]))
        return out

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        dx = self._dx[: len(dout)]

        def backward_inputs(inputs: slice, _: int) -> None:
            np.matmul(self._x[:, inputs].T, dout, out=self.dW[inputs])
            if input_gradient:
                np.matmul(dout, self.W[inputs].T, out=dx[:, inputs])

        self._thread_pool.run(backward_inputs, self._slices(len(dout), self.W.shape[0]))
        np.add.reduce(dout, axis=0, out=self.db)
        return dx.reshape(len(dout), *self._in_shape) if input_gradient else None

    def _slices(self, n: int, size: int) -> list[slice]:
        """``size`` units or inputs in slices, a task each; one slice where the product of ``n`` inputs is small."""
        multiplications = n * self.W.size
        if multiplications < _MIN_MULTIPLICATIONS:
            return [slice(None)]
        step = -(-size // min(_MAX_TASKS, 2 + multiplications // _MULTIPLICATIONS_PER_TASK))
        return [slice(start, start + step) for start in range(0, size, step)]


@dataclass(frozen=True)
class AffineSpec(LayerSpec):
    """A fully connected layer of ``units`` neurons.

    Attributes:
        units: the number of neurons, 1 to 65,536.
        init: the initialisation of W, "he", "xavier" or "std" (b starts at 0).
        std: the standard deviation for "std".
    """

    kind: ClassVar[str] = "affine"
    title: ClassVar[str] = tr_noop("Affine")
    units: int
    init: Init = "he"
    std: float = 0.01

    def __post_init__(self) -> None:
        if not 1 <= self.units <= MAX_UNITS:
            raise SpecError(tr("An Affine layer has from 1 to {0:,} neurons, not {1:,}.", MAX_UNITS, self.units))
        check_init(self.init, self.std)

    def out_shape(self, in_shape: Shape) -> Shape:
        return (self.units,)

    def param_shapes(self, in_shape: Shape) -> dict[str, Shape]:
        return {"W": (math.prod(in_shape), self.units), "b": (self.units,)}

    def initialize(self, params: dict[str, FloatArray], rng: "np.random.Generator") -> None:
        initialize_weights(params, self.init, self.std, rng)

    def build(self, context: LayerContext) -> Layer:
        return Affine(context)
