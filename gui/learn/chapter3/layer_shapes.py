"""The shapes of a network's arrays: which fit, what comes out, and what is wrong, in words."""

from dataclasses import dataclass

import numpy as np

from engine.i18n import tr
from engine.types import Shape

LAYERS = 3


@dataclass(frozen=True)
class LayerShapes:
    """The shapes in one layer, before W + b = after.

    Attributes:
        before: None where an earlier layer has failed.
        product: of before W; None where they do not fit.
        after: None where b does not fit.
    """

    index: int
    before: Shape | None
    W: Shape
    b: Shape
    product: Shape | None
    after: Shape | None

    @property
    def exact(self) -> bool:
        """Whether b has one number for each column; NumPy's broadcasting accepts more than this."""
        return self.after is not None and self.b == self.W[1:]

    @property
    def input_name(self) -> str:
        """Of what goes into this layer."""
        return f"z{self.index - 1}" if self.index > 1 else "x"

    @property
    def output_name(self) -> str:
        """Of what comes out."""
        return "y" if self.index == LAYERS else f"z{self.index}"

    def problem(self) -> str:
        """What is wrong, as a sentence; "" if all is well, or if an earlier layer has failed."""
        if self.before is None or self.exact:
            return ""
        i, x, columns = self.index, self.input_name, self.W[1]
        if self.product is None:
            width = self.before[-1]
            if len(self.before) == 1:
                return tr("The length of {0} ({2}) must be the number of rows of W{1} ({3}).", x, i, width, self.W[0])
            return tr(
                "The number of columns of {0} ({2}) must be the number of rows of W{1} ({3}).", x, i, width, self.W[0]
            )
        if self.after is None:
            return tr(
                "The number of columns of {0} W{1} ({2}) must be the length of b{1} ({3}).", x, i, columns, *self.b
            )
        if self.b == (1,):
            return tr(
                "It runs, but b{0} has only 1 number: NumPy adds it to all {1} columns (broadcasting). Each neuron "
                "should have a bias of its own.",
                i,
                columns,
            )
        return tr(
            "It runs, but is it meant? {0} W{1} has 1 column: NumPy repeats it for the {2} numbers of b{1} "
            "(broadcasting).",
            x,
            i,
            *self.b,
        )


def layer_shapes(shapes: dict[str, Shape]) -> list[LayerShapes]:
    """The layers of a network with these shapes of x, W1, b1, W2, b2, W3 and b3."""
    layers: list[LayerShapes] = []
    before: Shape | None = shapes["x"]
    for index in range(1, LAYERS + 1):
        W, b = shapes[f"W{index}"], shapes[f"b{index}"]
        product = (*before[:-1], W[1]) if before is not None and before[-1] == W[0] else None
        after = None if product is None else _sum_shape(product, b)
        layers.append(LayerShapes(index, before, W, b, product, after))
        before = after
    return layers


def _sum_shape(product: Shape, b: Shape) -> Shape | None:
    try:
        return tuple(np.broadcast_shapes(product, b))
    except ValueError:
        return None
