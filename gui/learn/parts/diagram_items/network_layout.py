"""Where the neurons and the numbers of the edges of a small network are."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF

from gui.learn.parts.diagram_items.network_numbers import Edge, Neuron

# Places along the edges that are tried for their numbers.
_PLACES = np.linspace(0, 1, 33)
# The radius of a neuron: of the room beside it, and of that above it.
_ACROSS, _UP = 0.19, 0.46
# Of two numbers below each other: how far they are apart, in their heights.
_APART = 1.05


class NetworkLayout:
    """Columns of neurons in an area, all with the same distance from each other.

    Attributes:
        radius: of the neurons.
        labels_fit: for each column but the last, whether the numbers of all its edges can be read.
    """

    def __init__(self, area: QRectF, sizes: Sequence[int], label: QSizeF, beside: float, largest: float) -> None:
        """Args:
        area: in which all neurons are.
        sizes: of the columns.
        label: the size of an edge's number.
        beside: the height of the texts above and below a neuron.
        largest: the radius of a neuron, at most.
        """
        self._area, self._sizes, self._label = area, list(sizes), label
        self._pitch = area.height() / max(*sizes, 1, 1)
        gap = area.width() / max(len(sizes), 1)
        self.radius = max(min(_ACROSS * gap, _UP * self._pitch, (self._pitch - beside) / 2, largest), 4.0)
        self._shares: list[float] = []
        self.labels_fit: list[bool] = []
        for column in range(len(sizes) - 1):
            share, apart = self._best_share(column)
            self._shares.append(share)
            room = self._x(column + 1) - self._x(column) - 2 * self.radius
            self.labels_fit.append(apart >= _APART * label.height() and room >= label.width())

    def _x(self, column: int) -> float:
        """The columns fill the width: the first and the last neuron are at the edges."""
        if len(self._sizes) == 1:
            return self._area.center().x()
        left = self._area.left() + self.radius
        return left + column / (len(self._sizes) - 1) * (self._area.width() - 2 * self.radius)

    def centre(self, neuron: Neuron) -> QPointF:
        """The middle of a neuron."""
        offset = neuron.row - (self._sizes[neuron.column] - 1) / 2
        return QPointF(self._x(neuron.column), self._area.center().y() + offset * self._pitch)

    def neuron_rect(self, neuron: Neuron) -> QRectF:
        """The square around a neuron."""
        centre, r = self.centre(neuron), self.radius
        return QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r)

    def ends(self, edge: Edge) -> tuple[QPointF, QPointF]:
        """The middles of both neurons of an edge."""
        return self.centre(Neuron(edge.column, edge.source)), self.centre(Neuron(edge.column + 1, edge.target))

    def label_rect(self, edge: Edge) -> QRectF:
        """Where the number of an edge is."""
        start, end = self.ends(edge)
        rect = QRectF(QPointF(0, 0), self._label)
        rect.moveCenter(start + (end - start) * self._shares[edge.column])
        return rect

    def _best_share(self, column: int) -> tuple[float, float]:
        """How far along the edges of a column their numbers are, and how far they are apart there.

        All numbers are below each other, since all edges go from one column to the next.
        """
        sources, targets = self._sizes[column], self._sizes[column + 1]
        distance = self._x(column + 1) - self._x(column)
        margin = min((self.radius + self._label.width() / 2) / max(distance, 1.0), 0.5)
        shares = margin + _PLACES * (1 - 2 * margin)
        first = np.array([self.centre(Neuron(column, i)).y() for i in range(sources)])
        last = np.array([self.centre(Neuron(column + 1, i)).y() for i in range(targets)])
        heights = (1 - shares)[:, None, None] * first[:, None] + shares[:, None, None] * last
        ordered = np.sort(heights.reshape(len(shares), -1), axis=1)
        apart = np.diff(ordered, axis=1).min(axis=1, initial=self._pitch)
        best = int(apart.argmax())
        return float(shares[best]), float(apart[best])
