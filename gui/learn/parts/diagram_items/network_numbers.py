"""The numbers of a small network: values of neurons, weights of edges, and the gradients of both."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.parts.number_format import fixed_number

# One for each column, or for each pair of columns; None where nothing is known.
Arrays = Sequence[FloatArray | None]


class Neuron(NamedTuple):
    """A neuron: its column, and its place there, from 0 at the top."""

    column: int
    row: int


class Edge(NamedTuple):
    """A connection from a column to the next one: the column, and the indices of the two neurons."""

    column: int
    source: int
    target: int


class NetworkNumbers:
    """The columns of a network and their numbers.

    Attributes:
        names: of the neurons of each column.
        values, neuron_gradients: for each column (n,).
        weights, weight_gradients: for each column but the last (n of the column, n of the next one).
    """

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        self.names = [list(each) for each in names]
        self.values: Arrays = [None] * len(names)
        self.neuron_gradients: Arrays = [None] * len(names)
        self.weights: Arrays = [None] * max(len(names) - 1, 0)
        self.weight_gradients: Arrays = self.weights

    def neurons(self) -> list[Neuron]:
        """All neurons, column by column."""
        return [Neuron(column, row) for column, names in enumerate(self.names) for row in range(len(names))]

    def edges(self, column: int) -> list[Edge]:
        """The edges from a column, in the order of their sources; there is none where the weight is nan."""
        weights = self.weights[column]
        return [
            Edge(column, source, target)
            for source in range(len(self.names[column]))
            for target in range(len(self.names[column + 1]))
            if weights is None or not math.isnan(weights[source, target])
        ]

    def all_edges(self) -> list[Edge]:
        """All edges, column by column."""
        return [edge for column in range(len(self.weights)) for edge in self.edges(column)]

    def of(self, cell: Neuron | Edge) -> tuple[float, float]:
        """The value or weight, and its gradient; nan where there is none."""
        neuron = isinstance(cell, Neuron)
        first = self.values if neuron else self.weights
        second = self.neuron_gradients if neuron else self.weight_gradients
        arrays = first[cell.column], second[cell.column]
        one, other = (math.nan if each is None else float(each[tuple(cell[1:])]) for each in arrays)
        return one, other

    def text(self, cell: Neuron | Edge, decimals: int) -> str:
        """What a neuron or an edge is, and its numbers."""
        if isinstance(cell, Neuron):
            name = self.names[cell.column][cell.row] or tr("neuron {0}", cell.row + 1)
        else:
            names = self.names[cell.column][cell.source], self.names[cell.column + 1][cell.target]
            name = tr("weight from {0} to {1}", names[0] or cell.source + 1, names[1] or cell.target + 1)
        known, graded = (not math.isnan(each) for each in self.of(cell))
        value, gradient = (fixed_number(each, decimals) for each in self.of(cell))
        if not known:
            return tr("{0}: gradient {1}", name, gradient) if graded else name
        return tr("{0}: {1}, gradient {2}", name, value, gradient) if graded else tr("{0}: {1}", name, value)


def as_vectors(arrays: Arrays) -> list[FloatArray | None]:
    """The same numbers as float64 vectors: a batch of one row is one, too."""
    return [None if each is None else np.ravel(np.asarray(each, np.float64)) for each in arrays]


def as_matrices(arrays: Arrays) -> list[FloatArray | None]:
    """The same numbers as float64."""
    return [None if each is None else np.asarray(each, np.float64) for each in arrays]
