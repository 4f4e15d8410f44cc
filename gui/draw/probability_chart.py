"""Ten bars: how likely the network holds each digit to be, the winner in colour."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from engine.types import CLASSES, FloatArray
from gui.i18n import tr
from gui.theme import Theme

# Fainter bars get no number: ten of them side by side would only be noise.
_LEAST_LABELLED = 0.005


class ProbabilityChart(pg.PlotWidget):
    """Softmax probabilities as bars; none where there is nothing to read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("probability-chart")
        self.setAccessibleName(tr("Probabilities"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to be done in it
        self._theme = theme
        self._probabilities: FloatArray = np.zeros(CLASSES, np.float32)
        self._winner: int | None = None
        plot = self.getPlotItem()
        plot.setMouseEnabled(False, False)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setXRange(-0.6, CLASSES - 0.4, padding=0)
        plot.setYRange(0, 1.16, padding=0)
        bottom, left = plot.getAxis("bottom"), plot.getAxis("left")
        bottom.setTicks([[(digit, str(digit)) for digit in range(CLASSES)]])
        bottom.setStyle(tickLength=0, tickTextOffset=6)
        left.setTicks([[(part / 4, f"{25 * part} %") for part in range(5)]])
        left.setStyle(tickLength=0)
        left.setWidth(48)
        self._lines = [pg.InfiniteLine(part / 4, angle=0) for part in range(1, 5)]
        self._bars = pg.BarGraphItem(x=np.arange(CLASSES), height=np.zeros(CLASSES), width=0.72)
        self._labels = [pg.TextItem(anchor=(0.5, 1)) for _ in range(CLASSES)]
        for item in (*self._lines, self._bars, *self._labels):
            plot.addItem(item)
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def probabilities(self) -> FloatArray:
        """(10,) what is shown."""
        return self._probabilities

    @property
    def winner(self) -> int | None:
        """The digit whose bar is coloured, None where none is."""
        return self._winner

    def show_probabilities(self, probabilities: FloatArray, winner: int | None) -> None:
        """(10,) values in 0..1, and which bar to colour: none where no digit has won."""
        self._probabilities, self._winner = probabilities, winner
        plain, coloured = self._theme.colour("bar"), self._theme.colour("winner")
        self._bars.setOpts(
            height=probabilities.astype(np.float64),
            brushes=[coloured if digit == winner else plain for digit in range(CLASSES)],
        )
        for digit, text in enumerate(self._labels):
            p = float(probabilities[digit])
            text.setVisible(p >= _LEAST_LABELLED)
            if p >= _LEAST_LABELLED:
                text.setText(f"{100 * p:.1f}" if p < 0.9995 else "100")
                text.setColor(self._theme.colour("text" if digit == winner else "muted"))
                text.setPos(digit, p)
        self.setAccessibleDescription(
            tr("No digit yet.")
            if not probabilities.any()
            else ", ".join(f"{digit}: {100 * float(p):.1f} %" for digit, p in enumerate(probabilities))
        )

    def _recolour(self) -> None:
        colour = self._theme.colour
        self.setBackground(colour("surface"))
        for name in ("bottom", "left"):
            axis = self.getPlotItem().getAxis(name)
            axis.setPen(pg.mkPen(colour("line")))
            axis.setTextPen(colour("text" if name == "bottom" else "muted"))
        font = self.font()
        font.setPixelSize(16)
        font.setBold(True)
        self.getPlotItem().getAxis("bottom").setStyle(tickFont=font)
        for line in self._lines:
            line.setPen(pg.mkPen(colour("line"), style=Qt.PenStyle.DotLine))
        self._bars.setOpts(pen=pg.mkPen(None))
        self.show_probabilities(self._probabilities, self._winner)
