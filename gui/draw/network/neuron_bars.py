"""The numbers of one layer's neurons as bars, upwards from 0 or downwards."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from engine.i18n import tr
from engine.types import FloatArray
from gui.draw.network.texts import CENTRE
from gui.theme import Theme
from gui.widgets.array_view import BarView, Cell

# Below the bars are the numbers of every neuron, or of every second, fifth and so on: those that have room.
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
# How opaque the accent's colour is behind the current bar.
_BEHIND = 56


class NeuronBars(BarView):
    """Shows (n,) numbers, ``values``. The left and right arrow keys go from neuron to neuron."""

    LEAST_SIZE = (120, 50)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setAccessibleDescription(tr("The left and right arrow keys go from neuron to neuron."))
        self.values: FloatArray = np.zeros(0, np.float32)
        self._chosen: int | None = None

    def show_values(self, values: FloatArray, chosen: int | None = None) -> None:
        """Show (n,) numbers, one of them highlighted."""
        if len(values) != len(self.values):
            self.pointed_at = self.current = None
        self.values, self._chosen = values, chosen
        if chosen is not None:
            self.current = chosen
        self.update()

    def cell_text(self, cell: Cell) -> str:
        return tr("neuron {0}: {1}", cell, f"{self.values[cell]:.3g}")

    def _columns(self) -> tuple[float, float, int]:
        n = len(self.values)
        return 0.0, self.width() / max(n, 1), n

    def _first_cell(self) -> Cell | None:
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        painter.fillRect(self.rect(), colour("surface"))
        if not len(self.values):
            return
        _, width, n = self._columns()
        below, number = self.fontMetrics().height() + 2, self.fontMetrics().horizontalAdvance(f" {n - 1} ")
        step = next((each for each in _STEPS if each * width >= number), n)
        low, high = min(0.0, float(self.values.min())), max(0.0, float(self.values.max()))
        scale = (self.height() - below - 2) / max(high - low, 1e-9)
        zero = 1 + high * scale
        gap = max(min(2.0, width / 4), width / 6)
        if self.hasFocus() and self.current is not None:
            # Also a bar without height is marked.
            behind = colour("accent")
            behind.setAlpha(_BEHIND)
            painter.fillRect(QRectF(self.current * width, 0, max(width - gap, 2), self.height()), behind)
        for neuron, value in enumerate(self.values.tolist()):
            # A bar of value 0 is one pixel high: it can be seen.
            bar = QRectF(neuron * width, zero - max(value, 0) * scale, width - gap, max(abs(value) * scale, 1))
            name = "accent" if neuron == self._chosen else "above" if value >= 0 else "below"
            painter.fillRect(bar, colour(name))
            if neuron % step == 0:
                painter.setPen(colour("text" if neuron == self._chosen else "muted"))
                middle = (neuron + 0.5) * width - gap / 2
                wide = self.fontMetrics().horizontalAdvance(str(neuron)) + 2
                left = min(max(middle - wide / 2, 0), self.width() - wide)
                painter.drawText(QRectF(left, self.height() - below, wide, below), CENTRE, str(neuron))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(QPointF(0, zero), QPointF(width * n - gap, zero))
        self._paint_focus(painter, QRectF(self.rect()))
