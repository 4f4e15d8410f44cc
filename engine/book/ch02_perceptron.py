"""Chapter 2, perceptrons: logic gates from weights and a bias."""

import numpy as np


def AND(x1: float, x2: float) -> int:
    """y = 1 where 0.5 x1 + 0.5 x2 - 0.7 > 0, else 0: 1 if both inputs are 1. Source: book, section 2.3.

    >>> AND(0, 1), AND(1, 1)
    (0, 1)
    """
    return perceptron(np.array([x1, x2]), np.array([0.5, 0.5]), -0.7)


def NAND(x1: float, x2: float) -> int:
    """y = 1 where -0.5 x1 - 0.5 x2 + 0.7 > 0, else 0: AND with every sign changed. Source: book, section 2.3.

    >>> NAND(0, 1), NAND(1, 1)
    (1, 0)
    """
    return perceptron(np.array([x1, x2]), np.array([-0.5, -0.5]), 0.7)


def OR(x1: float, x2: float) -> int:
    """y = 1 where 0.5 x1 + 0.5 x2 - 0.2 > 0, else 0: 1 if at least one input is 1. Source: book, section 2.3.

    >>> OR(0, 0), OR(0, 1)
    (0, 1)
    """
    return perceptron(np.array([x1, x2]), np.array([0.5, 0.5]), -0.2)


def XOR(x1: float, x2: float) -> int:
    """y = AND(NAND(x1, x2), OR(x1, x2)): 1 if exactly one input is 1. Source: book, section 2.5.

    No single perceptron can do this: no straight line separates the two classes. Two layers can.

    >>> XOR(0, 1), XOR(1, 1)
    (1, 0)
    """
    return AND(NAND(x1, x2), OR(x1, x2))


def perceptron(x: np.ndarray, w: np.ndarray, b: float) -> int:
    """y = 1 where sum(w x) + b > 0, else 0. x, w: (2,). Source: book, section 2.3.

    >>> perceptron(np.array([1, 0]), np.array([0.5, 0.5]), -0.2)
    1
    """
    return int(np.sum(w * x) + b > 0)
