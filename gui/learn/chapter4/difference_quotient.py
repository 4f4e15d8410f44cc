"""A derivative by differences, in numbers of different types: what the lesson on numerical differentiation shows."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.book import numerical_diff, numerical_diff_naive
from engine.types import FloatArray

KINDS = ("float64", "float32", "int64")


@dataclass(frozen=True)
class Example:
    """A function to differentiate.

    Attributes:
        code, derivative_code: of Python, with {0} for the number.
        function, derivative: of arrays or numbers.
        x: the first one.
    """

    title: str
    code: str
    derivative_code: str
    function: Callable[[Any], Any]
    derivative: Callable[[Any], Any]
    x: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]


EXAMPLES = (
    Example("sin x", "np.sin({0})", "np.cos({0})", np.sin, np.cos, 1.0, (-4, 4), (-1.7, 1.7)),
    Example("eˣ", "np.exp({0})", "np.exp({0})", np.exp, np.exp, 1.0, (-4, 4), (-2, 12)),
    Example(
        "0.01x²+0.1x",
        "0.01 * {0}**2 + 0.1 * {0}",
        "0.02 * {0} + 0.1",
        lambda v: 0.01 * v**2 + 0.1 * v,
        lambda v: 0.02 * v + 0.1,
        5.0,
        (-2, 20),
        (-1, 6),
    ),
)


@dataclass(frozen=True)
class Difference:
    """The derivative of an example at x by a difference: central, or else forward; in numbers of one of KINDS."""

    example: Example
    central: bool
    kind: str
    x: float
    h: float

    def stored(self, v: Any) -> Any:
        """Numbers as an array of this kind keeps them."""
        return np.asarray(v).astype(self.kind)[()]

    def function(self, v: Any) -> Any:
        """The example, of numbers that were stored. Sums of a number of a type of floats keep this type."""
        return self.example.function(self.stored(v) if self.kind == "int64" else v)

    @property
    def at(self) -> Any:
        """x, as it is stored."""
        return self.stored(self.x)

    @property
    def ends(self) -> tuple[Any, Any]:
        """Where the function is evaluated, as it is stored."""
        return self.stored(self.at - self.h) if self.central else self.at, self.stored(self.at + self.h)

    def result(self, h: float | None = None) -> float:
        """The numerical derivative."""
        difference = numerical_diff if self.central else numerical_diff_naive
        return float(difference(self.function, self.at, self.h if h is None else h))

    @property
    def exact(self) -> float:
        """The derivative."""
        return float(self.example.derivative(float(self.at)))

    def errors(self, hs: FloatArray) -> FloatArray:
        """(n,) -> (n,): how far the numerical derivative is from the exact one."""
        exact = self.exact
        return np.array([abs(self.result(h) - exact) for h in hs.tolist()])

    @property
    def values(self) -> tuple[float, float]:
        """Of the function at both ends."""
        below, above = (float(self.function(end)) for end in self.ends)
        return below, above

    @property
    def equal_digits(self) -> int:
        """How many digits both values have in common, from the first one on."""
        below, above = self.values
        scale = max(abs(below), abs(above))
        return max(0, int(-math.log10(abs(above - below) / scale))) if below != above else self.digits

    @property
    def digits(self) -> int:
        """How many digits a number of this kind has, about."""
        return 7 if self.kind == "float32" else 16

    @property
    def correct(self) -> bool:
        """Whether all digits are right, but for the last one."""
        return abs(self.result() - self.exact) <= 8 * float(np.finfo(self.kind).eps) * abs(self.exact)

    @property
    def rounded(self) -> bool:
        """Whether more of the error comes from rounding than from the distance of the ends."""
        below, above = self.values
        eps = float(np.finfo(self.kind).eps)
        apart = (2 if self.central else 1) * self.h
        return (
            abs(self.result() - self.exact) <= 2 * eps * max(abs(below), abs(above), abs(self.x * self.exact)) / apart
        )

    def cell(self) -> str:
        """Code for a notebook."""
        name = "numerical_diff" if self.central else "numerical_diff_naive"
        keep = f"    v = np.asarray(v).astype(np.{self.kind})  # as an array of integers keeps it\n"
        return (
            f"import numpy as np\n\nfrom digit_lab.engine.book import {name}\n\n\ndef f(v):\n"
            f"{keep if self.kind == 'int64' else ''}    return {self.example.code.format('v')}\n\n\n"
            f"x = np.{self.kind}({self.at.item()!r})\nh = {self.h!r}\n"
            f"print({name}(f, x, h))\nprint({self.example.derivative_code.format('x')})  # exact\n"
        )
