"""Neurons left out at random while learning, so that none relies on another."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.errors import SpecError
from engine.nn.layers.layer import Layer, LayerContext, LayerSpec
from engine.types import FloatArray


class Dropout:
    """In training each number is 0 with probability ``ratio``; afterwards all are there, times 1 - ratio.

    Backwards dx = dout where the number stayed, else 0; after a forward that was no training, dx = (1 - ratio) dout.
    That is the book's form (Srivastava et al. 2014), so that its weights read as they did.
    """

    def __init__(self, place: LayerContext, ratio: float) -> None:
        self._ratio = ratio
        self._out = np.empty((place.max_batch, *place.in_shape), place.dtype)
        self._dx = np.empty_like(self._out)
        self._chance = np.empty(self._out.shape, np.float32)
        self._stays = np.ones(self._out.shape, bool)
        self._training = True
        self._rng: np.random.Generator | None = None

    def use_rng(self, rng: "np.random.Generator") -> None:
        """Draw from the training's generator from now on, so that its state tells what comes."""
        self._rng = rng

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        n = len(x)
        self._training = training
        if not training:
            return np.multiply(x, 1 - self._ratio, out=self._out[:n])
        chance, stays = self._chance[:n], self._stays[:n]
        if self._rng is None:
            # Not before: a network that only reads does not load NumPy's generators, nor does the window at the start.
            self._rng = np.random.default_rng(0)
        self._rng.random(out=chance, dtype=np.float32)
        np.greater(chance, self._ratio, out=stays)
        return np.multiply(x, stays, out=self._out[:n])

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        if not input_gradient:
            return None
        dx = self._dx[: len(dout)]
        if not self._training:
            return np.multiply(dout, 1 - self._ratio, out=dx)
        return np.multiply(dout, self._stays[: len(dout)], out=dx)


@dataclass(frozen=True)
class DropoutSpec(LayerSpec):
    """Dropout with probability ``ratio``, 0 up to (not including) 1."""

    kind: ClassVar[str] = "dropout"
    title: ClassVar[str] = "Dropout"
    ratio: float = 0.5

    def __post_init__(self) -> None:
        if not 0 <= self.ratio < 1:
            raise SpecError(f"The ratio of a Dropout layer is at least 0 and below 1, not {self.ratio}.")

    def build(self, place: LayerContext) -> Layer:
        return Dropout(place, self.ratio)
