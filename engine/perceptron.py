"""Perceptrons: the gates of the book's chapter 2, and XOR, which takes two layers of them."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Perceptron:
    """y = 1 if w1 x1 + w2 x2 + b > 0, else 0.

    Attributes:
        weights: (w1, w2), how much each input counts.
        bias: b, how easily the perceptron fires.
    """

    weights: tuple[float, float]
    bias: float

    def __call__(self, x1: int, x2: int) -> int:
        return int(np.dot((x1, x2), self.weights) + self.bias > 0)


_AND = Perceptron((0.5, 0.5), -0.7)
_NAND = Perceptron((-0.5, -0.5), 0.7)
_OR = Perceptron((0.5, 0.5), -0.2)


def AND(x1: int, x2: int) -> int:
    """1 if both are 1."""
    return _AND(x1, x2)


def NAND(x1: int, x2: int) -> int:
    """0 if both are 1: the same perceptron as AND with every sign turned."""
    return _NAND(x1, x2)


def OR(x1: int, x2: int) -> int:
    """1 if at least one is 1."""
    return _OR(x1, x2)


def XOR(x1: int, x2: int) -> int:
    """1 if exactly one is 1. No single line parts these points: NAND and OR feed AND, a second layer."""
    return AND(NAND(x1, x2), OR(x1, x2))
