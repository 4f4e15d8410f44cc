"""Which numbers contribute most to others: the connections that the diagram shows."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.explain.calculation import calculation
from engine.explain.layer_results import (
    Activation,
    AffineSum,
    Calculation,
    ConvolutionSum,
    Maximum,
    Normalization,
    Scaling,
)
from engine.nn.network_spec import NetworkSpec
from engine.types import FloatArray, IntArray, Shape
from gui.draw.network.placement import Cell

# The most products that are compared at each prediction: those of the largest inputs.
_MOST_PRODUCTS = 100_000
# How many connections into one neuron are shown.
LIT = 16


@dataclass(frozen=True)
class Connection:
    """Attributes:
    source, target: (layer, cell) each; the cell of the first number where ``size`` is given.
    product: x W, or the sum of such products of a map; None where a number is passed on without a weight.
    size: (rows, columns) of the part of a map that is used.
    """

    source: tuple[int, Cell]
    target: tuple[int, Cell]
    product: float | None
    size: tuple[int, int] | None = None


@dataclass(frozen=True)
class Trace:
    """How a number comes about, back to the last layer with weights or to the last pooling.

    Attributes:
        steps: (layer, cell, its calculation), the number itself first.
        connections: between the numbers; those into the last of the steps with the largest product first.
    """

    steps: list[tuple[int, Cell, Calculation]]
    connections: list[Connection]


def strongest(W: FloatArray, x: FloatArray, n: int) -> tuple[IntArray, IntArray, FloatArray]:
    """The connections of an Affine layer with the largest absolute products |x W|, in any order.

    Args:
        W: (in, out).
        x: (in,), or (maps, ...): then the products of each map are added up, and it counts as one input.
        n: how many.

    Returns:
        The inputs or maps (n,), the outputs (n,) and the products (n,); fewer where the others are 0.
    """
    if x.ndim > 1:
        maps = len(x)
        sources = np.arange(maps)
        products = np.matmul(x.reshape(maps, 1, -1), W.reshape(maps, -1, W.shape[1]))[:, 0]
    else:
        sources = np.flatnonzero(x)
        most = max(_MOST_PRODUCTS // W.shape[1], 1)
        if len(sources) > most:
            sources = sources[np.argpartition(-np.abs(x[sources]), most)[:most]]
        products = W[sources] * x[sources, None]
    sizes = np.abs(products).reshape(-1)
    found = np.argpartition(-sizes, n)[:n] if n < len(sizes) else np.arange(len(sizes))
    found = found[(sizes[found] > 0) & np.isfinite(sizes[found])]
    source, output = np.divmod(found, W.shape[1])
    return sources[source], output, products.reshape(-1)[found]


def trace(
    spec: NetworkSpec,
    params: Mapping[str, FloatArray],
    x: FloatArray,
    outputs: tuple[FloatArray, ...],
    layer: int,
    cell: Cell,
) -> Trace:
    """Where a number comes from.

    Args:
        x: (28, 28), the network's input.
        outputs: of each layer, without the batch.
        layer: of the number, 0 up to the number of layers, which stands for the softmax.
    """
    steps: list[tuple[int, Cell, Calculation]] = []
    links: list[Connection] = []
    while True:
        step = calculation(spec, params, outputs[layer - 1] if layer else x, layer, cell)
        steps.append((layer, cell, step))
        if layer == len(spec.layers) or isinstance(step, Activation | Normalization | Scaling):
            source = cell if layer or not isinstance(cell, int) else _cell(cell, spec, 0)
            links.append(Connection((layer - 1, source), (layer, cell), None))
            if layer:
                layer -= 1
                continue
        elif isinstance(step, AffineSum):
            links += [
                Connection((layer - 1, _cell(int(i), spec, layer)), (layer, cell), float(step.products[i]))
                for i in step.largest(LIT)
                if step.products[i]
            ]
        elif isinstance(step, ConvolutionSum):
            size = len(step.rows), len(step.columns)
            if min(size):
                links += [
                    Connection(
                        (layer - 1, (int(map_), step.rows[0], step.columns[0])),
                        (layer, cell),
                        float(step.channel_sums[map_]),
                        size,
                    )
                    for map_ in step.strongest()[:LIT]
                    if step.channel_sums[map_]
                ]
        elif isinstance(step, Maximum):
            first = (step.channel, step.rows[0], step.columns[0])
            links.append(Connection((layer - 1, first), (layer, cell), None, (len(step.rows), len(step.columns))))
        return Trace(steps, links)


def _cell(index: int, spec: NetworkSpec, layer: int) -> Cell:
    """The cell of an Affine layer's input number; the network's input is an image."""
    shape: Shape = spec.shapes()[layer - 1] if layer else (1, 28, 28)
    if len(shape) == 1:
        return index
    return tuple(int(i) for i in np.unravel_index(index, shape))
