"""Ten bars: how likely the network holds each digit to be, the winner in colour; and ten more to compare them with."""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from engine.types import CLASSES, FloatArray
from gui.i18n import tr
from gui.theme import Theme

# Fainter bars get no number: ten of them side by side would only be noise.
_LEAST_LABELLED = 0.005
_WIDTH, _HALF = 0.72, 0.38


@dataclass(frozen=True, eq=False)
class Comparison:
    """What else could have been answered.

    Attributes:
        name: such as "without centring".
        probabilities: (10,) float32.
    """

    name: str
    probabilities: FloatArray


class ProbabilityChart(pg.PlotWidget):
    """Softmax probabilities as bars; none where there is nothing to read.

    Signals:
        clicked: the digit at whose bar, or at whose place, the pointer was.
    """

    clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("probability-chart")
        self.setAccessibleName(tr("Probabilities"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to be done in it
        self._theme = theme
        self._probabilities: FloatArray = np.zeros(CLASSES, np.float32)
        self._winner: int | None = None
        self._comparison: Comparison | None = None
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
        self._bars = pg.BarGraphItem(x=np.arange(CLASSES), height=np.zeros(CLASSES), width=_WIDTH)
        self._others = pg.BarGraphItem(x=np.arange(CLASSES) + _HALF / 2, height=np.zeros(CLASSES), width=_HALF)
        self._labels = [pg.TextItem(anchor=(0.5, 1)) for _ in range(CLASSES)]
        for item in (*self._lines, self._bars, self._others, *self._labels):
            plot.addItem(item)
        theme.changed.connect(self._recolour)
        self._recolour()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.getPlotItem().getViewBox().mapSceneToView(event.position())
        digit = round(place.x())
        if event.button() == Qt.MouseButton.LeftButton and 0 <= digit < CLASSES:
            self.clicked.emit(digit)

    @property
    def probabilities(self) -> FloatArray:
        """(10,) what is shown."""
        return self._probabilities

    @property
    def winner(self) -> int | None:
        """The digit whose bar is coloured, None where none is."""
        return self._winner

    @property
    def comparison(self) -> Comparison | None:
        """What the bars stand beside, None where they stand alone."""
        return self._comparison

    def show_probabilities(
        self, probabilities: FloatArray, winner: int | None, comparison: Comparison | None = None
    ) -> None:
        """(10,) values in 0..1, and which bar to colour: none where no digit has won."""
        self._probabilities, self._winner, self._comparison = probabilities, winner, comparison
        colour = self._theme.colour
        self._bars.setOpts(
            x=np.arange(CLASSES) - (_HALF / 2 if comparison else 0),
            width=_HALF if comparison else _WIDTH,
            height=probabilities.astype(np.float64),
            brushes=[colour("winner" if digit == winner else "bar") for digit in range(CLASSES)],
        )
        beside = np.zeros(CLASSES) if comparison is None else comparison.probabilities.astype(np.float64)
        self._others.setOpts(height=beside, brush=colour("compared"))
        for digit, text in enumerate(self._labels):
            p = float(max(probabilities[digit], beside[digit]))
            # Two bars a digit leave no room for more numbers than those of the two that won.
            told = p >= _LEAST_LABELLED and (comparison is None or digit in (probabilities.argmax(), beside.argmax()))
            text.setVisible(told)
            if told:
                text.setText(_percent(p))
                text.setColor(colour("text" if digit == winner else "muted"))
                aside = 0.0 if comparison is None else _HALF / 2
                text.setPos(digit + (aside if beside[digit] > probabilities[digit] else -aside), p)
        self.setAccessibleDescription(self._described())

    def _described(self) -> str:
        if not self._probabilities.any():
            return tr("No digit yet.")
        text = _in_words(self._probabilities)
        if self._comparison is not None:
            text += f". {self._comparison.name}: {_in_words(self._comparison.probabilities)}"
        return text

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
        for bars in (self._bars, self._others):
            bars.setOpts(pen=pg.mkPen(None))
        self.show_probabilities(self._probabilities, self._winner, self._comparison)


def _percent(p: float) -> str:
    return f"{100 * p:.1f}" if p < 0.9995 else "100"


def _in_words(probabilities: FloatArray) -> str:
    return ", ".join(f"{digit}: {100 * float(p):.1f} %" for digit, p in enumerate(probabilities))
