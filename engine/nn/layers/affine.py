"""y = x W + b: the fully connected layer."""

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.errors import SpecError
from engine.nn.initializers import Init, check_init, normal, scale_of
from engine.nn.layers.layer import Layer, LayerContext, LayerSpec
from engine.types import FloatArray, Shape

MAX_UNITS = 65_536
# From so many multiplications on, a third of a millisecond, a product is divided in two, and with every so many more in
# one part more. The parts do not depend on how many cores there are, and so neither does what comes out.
_WORTH_IT, _ONE_MORE, _MOST_PARTS = 16_000_000, 100_000_000, 4


class Affine:
    """out = x W + b, and backwards dx = dout W^T, dW = x^T dout, db = the sum of dout over the batch.

    x is (n, in), W (in, out), b (out,). Pictures (n, C, H, W) are taken as rows of C H W numbers.
    """

    def __init__(self, place: LayerContext) -> None:
        self.W, self.b = place.params["W"], place.params["b"]
        self.dW, self.db = place.grads["W"], place.grads["b"]
        self._in_shape = place.in_shape
        self._out = np.empty((place.max_batch, self.W.shape[1]), place.dtype)
        self._dx = np.empty((place.max_batch, self.W.shape[0]), place.dtype)
        self._x = self._dx[:0]
        self._cores = place.cores

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        self._x = x.reshape(len(x), self.W.shape[0])
        out = self._out[: len(x)]

        def some_units(units: slice, _: int) -> None:
            np.matmul(self._x, self.W[:, units], out=out[:, units])
            out[:, units] += self.b[units]

        self._cores.each(some_units, self._parts(len(x), self.W.shape[1]))
        return out

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        dx = self._dx[: len(dout)]

        def some_inputs(inputs: slice, _: int) -> None:
            np.matmul(self._x[:, inputs].T, dout, out=self.dW[inputs])
            if input_gradient:
                np.matmul(dout, self.W[inputs].T, out=dx[:, inputs])

        self._cores.each(some_inputs, self._parts(len(dout), self.W.shape[0]))
        np.add.reduce(dout, axis=0, out=self.db)
        return dx.reshape(len(dout), *self._in_shape) if input_gradient else None

    def _parts(self, n: int, number: int) -> list[slice]:
        """Units or inputs, of which there are ``number``, in parts for several cores if they are worth it."""
        multiplications = n * self.W.size
        if multiplications < _WORTH_IT:
            return [slice(None)]
        step = -(-number // min(_MOST_PARTS, 2 + multiplications // _ONE_MORE))
        return [slice(start, start + step) for start in range(0, number, step)]


@dataclass(frozen=True)
class AffineSpec(LayerSpec):
    """A fully connected layer of ``units`` neurons.

    Attributes:
        units: the number of neurons, 1 to 65,536.
        init: where W starts, "he", "xavier" or "std" (b starts at 0).
        std: the standard deviation for "std".
    """

    kind: ClassVar[str] = "affine"
    title: ClassVar[str] = "Affine"
    units: int
    init: Init = "he"
    std: float = 0.01

    def __post_init__(self) -> None:
        if not 1 <= self.units <= MAX_UNITS:
            raise SpecError(f"An Affine layer has from 1 to {MAX_UNITS:,} neurons, not {self.units:,}.")
        check_init(self.init, self.std)

    def out_shape(self, in_shape: Shape) -> Shape:
        return (self.units,)

    def param_shapes(self, in_shape: Shape) -> dict[str, Shape]:
        return {"W": (math.prod(in_shape), self.units), "b": (self.units,)}

    def initialize(self, params: dict[str, FloatArray], rng: "np.random.Generator") -> None:
        W = params["W"]
        normal(W, scale_of(self.init, W.shape[0], self.std), rng)
        params["b"][...] = 0

    def build(self, place: LayerContext) -> Layer:
        return Affine(place)
