"""The functions of two variables on which the optimisers are compared."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.i18n import tr_noop
from gui.learn.parts.plane import Range

OPTIMIZERS = ("SGD", "Momentum", "Nesterov", "AdaGrad", "RMSprop", "Adam")


@dataclass(frozen=True)
class Surface:
    """A function f(x, y), with what is shown of it first.

    Attributes:
        title: of the choice.
        code: f and its gradient as Python code, for a notebook.
        value: x, y -> f, for numbers and arrays.
        gradient: x, y -> the partial derivatives.
        minima: where f is lowest.
        x_range, y_range: what is shown.
        start: where the paths begin.
        rates: the learning rates, in the order of OPTIMIZERS.
        logarithmic: whether the contours are at equal ratios, because f has very large values.
    """

    title: str
    code: tuple[str, str]
    value: Callable[[Any, Any], Any]
    gradient: Callable[[Any, Any], tuple[Any, Any]]
    minima: tuple[tuple[float, float], ...]
    x_range: Range
    y_range: Range
    start: tuple[float, float]
    rates: tuple[float, ...]
    logarithmic: bool = True

    @property
    def lowest(self) -> float:
        """f at the minimum."""
        return float(self.value(*self.minima[0]))


SURFACES = (
    # Source: book, section 6.1.
    Surface(
        "x²/20 + y²",
        ("x**2 / 20 + y**2", "[x / 10, 2 * y]"),
        lambda x, y: x**2 / 20 + y**2,
        lambda x, y: (x / 10, 2 * y),
        ((0.0, 0.0),),
        (-9.0, 9.0),
        (-4.0, 4.0),
        (-7.0, 2.0),
        (0.2, 0.1, 0.1, 1.5, 0.1, 0.3),
    ),
    # Source: Rosenbrock 1960; its minimum is at (1, 1).
    Surface(
        tr_noop("Rosenbrock"),
        ("(1 - x)**2 + 100 * (y - x**2)**2", "[2 * (x - 1) - 400 * x * (y - x**2), 200 * (y - x**2)]"),
        lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
        lambda x, y: (2 * (x - 1) - 400 * x * (y - x**2), 200 * (y - x**2)),
        ((1.0, 1.0),),
        (-2.0, 2.0),
        (-1.0, 3.0),
        (-1.2, 1.0),
        (0.002, 0.001, 0.001, 0.5, 0.05, 0.3),
    ),
    # A saddle at (0, 0), and a minimum at (0, 1) and at (0, -1): the start is nearly on the line that leads to the
    # saddle.
    Surface(
        tr_noop("Saddle"),
        ("x**2 / 2 + y**4 / 4 - y**2 / 2", "[x, y**3 - y]"),
        lambda x, y: x**2 / 2 + y**4 / 4 - y**2 / 2,
        lambda x, y: (x, y**3 - y),
        ((0.0, 1.0), (0.0, -1.0)),
        (-2.0, 2.0),
        (-1.6, 1.6),
        (-1.5, 0.01),
        (0.1, 0.1, 0.1, 0.1, 0.01, 0.1),
        logarithmic=False,
    ),
)
