"""Layers of the book with one mistake each in their backward pass."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.book import Affine, Relu, Sigmoid, SoftmaxWithLoss, TwoLayerNet
from engine.i18n import tr


class UntransposedAffine(Affine):
    """dx = dout W, without the transpose."""

    def backward(self, dout: np.ndarray) -> np.ndarray:
        super().backward(dout)
        dx: np.ndarray = dout @ self.W
        return dx


class DoubledAffine(Affine):
    """dW is twice as large."""

    def backward(self, dout: np.ndarray) -> np.ndarray:
        dx = super().backward(dout)
        self.dW *= 2
        return dx


class AveragedAffine(Affine):
    """db is the mean over the batch, not the sum."""

    def backward(self, dout: np.ndarray) -> np.ndarray:
        dx = super().backward(dout)
        self.db = dout.mean(axis=0)
        return dx


class UnmaskedRelu(Relu):
    """The gradient passes where x is at most 0, too."""

    def backward(self, dout: np.ndarray) -> np.ndarray:
        return dout


class UnscaledSigmoid(Sigmoid):
    """The factor out (1 - out) is missing."""

    def backward(self, dout: np.ndarray) -> np.ndarray:
        return dout


class UndividedLoss(SoftmaxWithLoss):
    """dx is not divided by the batch size."""

    def backward(self, dout: float = 1) -> np.ndarray:
        return super().backward(dout) * len(self.y)


class UnlabelledLoss(SoftmaxWithLoss):
    """dx is y / N instead of (y - t) / N."""

    def backward(self, dout: float = 1) -> np.ndarray:
        dx: np.ndarray = dout * self.y / len(self.y)
        return dx


@dataclass(frozen=True)
class Fault:
    """A mistake in a network.

    Attributes:
        layer: the index of the broken layer: Affine1, the activation function, Affine2, SoftmaxWithLoss; -1 for none.
        put_into: replaces the layer.
    """

    title: str
    layer: int
    put_into: Callable[[TwoLayerNet], object]


def faults() -> list[Fault]:
    """All of them; the first is none."""
    return [
        Fault(tr("No fault"), -1, lambda network: None),
        Fault(tr("Affine1: dW is doubled"), 0, lambda network: _replace(network, "Affine1", DoubledAffine)),
        Fault(tr("Affine1: db is the mean, not the sum"), 0, lambda net: _replace(net, "Affine1", AveragedAffine)),
        Fault(tr("Activation: the gradient passes unchanged"), 1, _break_activation),
        Fault(tr("Affine2: W is not transposed"), 2, lambda network: _replace(network, "Affine2", UntransposedAffine)),
        Fault(tr("Affine2: dW is doubled"), 2, lambda network: _replace(network, "Affine2", DoubledAffine)),
        Fault(tr("Loss: not divided by the batch size"), 3, lambda network: _replace_loss(network, UndividedLoss)),
        Fault(tr("Loss: y instead of y − t"), 3, lambda network: _replace_loss(network, UnlabelledLoss)),
    ]


def _replace(network: TwoLayerNet, name: str, kind: type[Affine]) -> None:
    before: Any = network.layers[name]
    network.layers[name] = kind(before.W, before.b)


def _break_activation(network: TwoLayerNet) -> None:
    network.layers["Relu1"] = UnscaledSigmoid() if isinstance(network.layers["Relu1"], Sigmoid) else UnmaskedRelu()


def _replace_loss(network: TwoLayerNet, kind: type[SoftmaxWithLoss]) -> None:
    network.lastLayer = kind()
