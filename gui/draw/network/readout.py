"""How a number of the network comes about, in one or two lines."""

import math
from collections.abc import Sequence

from engine.explain.layer_results import (
    Activation,
    AffineSum,
    Calculation,
    ConvolutionSum,
    Maximum,
    Normalization,
    Scaling,
    SoftmaxQuotient,
)
from engine.i18n import tr
from gui.draw.calculation.formulas import number, percent, sum_with_bias, too_large
from gui.draw.network.connections import Trace
from gui.draw.network.contents import INPUT, Column, Kind
from gui.draw.network.placement import Cell

_FUNCTIONS = {"relu": "ReLU", "sigmoid": "sigmoid", "tanh": "tanh"}
_TERMS = 3


def cell_name(columns: Sequence[Column], layer: int, cell: Cell) -> str:
    """Such as "a1[3]", "z1[4, 12, 7]" and, of the input's pixels, "x[12, 7]"."""
    indices = (cell,) if isinstance(cell, int) else cell[1:] if layer == INPUT else cell
    return f"{columns[layer + 1].name}[{', '.join(map(str, indices))}]"


def cell_sentence(columns: Sequence[Column], layer: int, cell: Cell, value: float) -> str:
    """A number, for screen readers."""
    if columns[layer + 1].kind is Kind.BARS:
        return f"{cell_name(columns, layer, cell)} = {percent(value)}"
    return f"{cell_name(columns, layer, cell)} = {number(value)}"


def readout(columns: Sequence[Column], traced: Trace) -> tuple[str, str]:
    """How a number was calculated, and the largest products in it; or that it has no finite result."""
    for layer, cell, step in traced.steps:
        if not math.isfinite(step.value):
            return too_large(cell_name(columns, layer, cell)), ""
    first = " ,  ".join(_step(columns, *step) for step in traced.steps)
    return first.replace(" , ", ","), _largest(columns, traced)


def _step(columns: Sequence[Column], layer: int, cell: Cell, step: Calculation) -> str:
    name, column = cell_name(columns, layer, cell), columns[layer + 1]
    before = columns[layer].name
    match step:
        case AffineSum() | ConvolutionSum():
            names = column.operation.split()
            W, b = names[0], names[-1]
            return f"{name} = Σ {before} {W} + {b} = {sum_with_bias(step.total, step.b, step.value)}"
        case Activation():
            return f"{name} = {_FUNCTIONS.get(step.kind, step.kind)}({number(step.x)}) = {number(step.value)}"
        case Normalization():
            return f"{name} = γ ({number(step.x)} − μ) / σ + β = {number(step.value)}"
        case Scaling():
            return f"{name} = {number(step.x)} × {1 - step.ratio:.3g} = {number(step.value)}"
        case Maximum():
            numbers = tr("the largest of {0} × {1} numbers", len(step.rows), len(step.columns))
            return f"{name} = max = {number(step.value)} ({numbers})"
        case SoftmaxQuotient():
            exp = f"exp({number(float(step.a[step.digit]))}) / Σ exp({before})"
            return f"{name} = {exp} = {percent(step.value)}"
    raise TypeError(f"unknown calculation {step}")


def _product(*numbers: float) -> str:
    """Two factors and their product, which may be small."""
    x, W, product = map(number, numbers)
    return f"{x} × {W} = {product}"


def _largest(columns: Sequence[Column], traced: Trace) -> str:
    """The strongest products of a sum."""
    layer, _, step = traced.steps[-1]
    into = [each for each in traced.connections if each.target[0] == layer and each.product is not None]
    if isinstance(step, AffineSum):
        indices = step.largest(_TERMS)
        terms = [
            f"{cell_name(columns, *each.source)} {_product(step.x[i], step.W[i], step.products[i])}"
            for each, i in zip(into, indices, strict=False)
        ]
        return tr("Largest products: {0}", ",  ".join(terms)) if terms else ""
    if isinstance(step, ConvolutionSum) and into:
        source = columns[layer].name
        terms = [f"{source}[{each.source[1][0]}] {number(each.product or 0.0)}" for each in into[:_TERMS]]
        return tr("Largest sums of maps: {0}", ",  ".join(terms)) if len(step.patches) > 1 else ""
    return ""
