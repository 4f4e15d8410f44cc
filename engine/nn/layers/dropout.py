"""Dropout: random neurons are left out in training, so that none relies on another."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ...errors import SpecError
from ...i18n import tr, tr_noop
from ...types import FloatArray
from .layer import Layer, LayerContext, LayerSpec


class Dropout:
    """In training each number is set to 0 with probability ``ratio``; in prediction all are multiplied by 1 - ratio.

    Backwards dx = dout where the number was kept, else 0; after a forward pass in prediction mode,
    dx = (1 - ratio) dout. This is the book's form (Srivastava et al. 2014), so that its weights predict as there.
    """

    def __init__(self, context: LayerContext, ratio: float) -> None:
        self._ratio = ratio
        self._out = np.empty((context.max_batch, *context.in_shape), context.dtype)
        self._dx = np.empty_like(self._out)
        self._random = np.empty(self._out.shape, np.float32)
        self._mask = np.ones(self._out.shape, bool)
        self._training = True
        self._rng: np.random.Generator | None = None

    def use_rng(self, rng: "np.random.Generator") -> None:
        """Draw the masks from ``rng``, whose state a checkpoint keeps."""
        self._rng = rng

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        n = len(x)
        self._training = training
        if not training:
            return np.multiply(x, 1 - self._ratio, out=self._out[:n])
        if self._rng is None:
            # Not in __init__: the window, which only predicts, starts faster without numpy.random.
            self._rng = np.random.default_rng(0)
        random, mask = self._random[:n], self._mask[:n]
        self._rng.random(out=random, dtype=np.float32)
        np.greater(random, self._ratio, out=mask)
        return np.multiply(x, mask, out=self._out[:n])

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray:
        factor = self._mask[: len(dout)] if self._training else 1 - self._ratio
        return np.multiply(dout, factor, out=self._dx[: len(dout)])


@dataclass(frozen=True)
class DropoutSpec(LayerSpec):
    """Dropout with probability ``ratio``, 0 up to (not including) 1."""

    kind: ClassVar[str] = "dropout"
    title: ClassVar[str] = tr_noop("Dropout")
    ratio: float = 0.5

    def __post_init__(self) -> None:
        if not 0 <= self.ratio < 1:
            raise SpecError(tr("The ratio of a Dropout layer is at least 0 and below 1, not {0}.", self.ratio))

    def build(self, context: LayerContext) -> Layer:
        return Dropout(context, self.ratio)
