"""Ten bars: how likely the network holds each digit to be, the winner in colour; and ten more to compare them with."""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from engine.types import CLASSES, FloatArray
from gui.draw.walking import Voice, by_keys, is_enter, step
from gui.i18n import tr
from gui.theme import Theme

# Fainter bars get no number: ten of them side by side would only be noise.
_LEAST_LABELLED = 0.005
_WIDTH, _HALF = 0.72, 0.38
_MARK, _HIGHEST = 0.9, 1.16


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
    """Softmax probabilities as bars; none where there is nothing to read. The left and right arrow keys go from digit
    to digit, Return and Space click.

    Signals:
        clicked: the digit at whose bar, or at whose place, the pointer was, or the keys are.
    """

    clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("probability-chart")
        self.setAccessibleName(tr("Probabilities"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._probabilities: FloatArray = np.zeros(CLASSES, np.float32)
        self._winner: int | None = None
        self._comparison: Comparison | None = None
        plot = self.getPlotItem()
        plot.setMouseEnabled(False, False)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setXRange(-0.6, CLASSES - 0.4, padding=0)
        plot.setYRange(0, _HIGHEST, padding=0)
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
        self._mark = QGraphicsRectItem()
        self._mark.setVisible(False)
        self._mark.setZValue(-1)  # it leaves the numbers beside it to be read
        self._voice = Voice(self)
        for item in (*self._lines, self._bars, self._others, *self._labels, self._mark):
            plot.addItem(item)
        self._come_to(0)
        theme.changed.connect(self._recolour)
        self._recolour()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.getPlotItem().getViewBox().mapSceneToView(event.position())
        digit = round(place.x())
        if event.button() == Qt.MouseButton.LeftButton and 0 <= digit < CLASSES:
            self._come_to(digit)
            self.clicked.emit(digit)

    @property
    def current(self) -> int:
        """The digit that the keys have come to."""
        return self._current

    def _come_to(self, digit: int) -> None:
        self._current = digit
        self._mark.setRect(digit - _MARK / 2, 0, _MARK, _HIGHEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = step(event)
        if by is not None and by[1]:
            self._come_to((self._current + by[1]) % CLASSES)
            self._voice.say(self._sentence(self._current))
        elif is_enter(event) and not event.isAutoRepeat():
            self.clicked.emit(self._current)
        else:
            # Not to the plot, which would take some keys for its own.
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The walk begins at the likeliest digit."""
        super().focusInEvent(event)
        if by_keys(event):
            self._come_to(int(self._probabilities.argmax()))
            self._voice.say(self._sentence(self._current))
        self._mark.setVisible(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._voice.rest()
        self._mark.setVisible(False)

    def _sentence(self, digit: int) -> str:
        p = f"{100 * float(self._probabilities[digit]):.1f}"
        if self._comparison is None:
            return tr("{0}: {1} %", digit, p)
        other = f"{100 * float(self._comparison.probabilities[digit]):.1f}"
        return tr("{0}: {1} %. {2}: {3} %", digit, p, self._comparison.name, other)

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
        text = _in_words(self._probabilities) if self._probabilities.any() else tr("No digit yet")
        if self._comparison is not None:
            text += f". {self._comparison.name}: {_in_words(self._comparison.probabilities)}"
        return text + ". " + tr("The left and right arrow keys choose a digit, Return explains it.")

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
        self._mark.setPen(pg.mkPen(colour("accent"), width=2))
        for bars in (self._bars, self._others):
            bars.setOpts(pen=pg.mkPen(None))
        self.show_probabilities(self._probabilities, self._winner, self._comparison)


def _percent(p: float) -> str:
    return f"{100 * p:.1f}" if p < 0.9995 else "100"


def _in_words(probabilities: FloatArray) -> str:
    return ", ".join(f"{digit}: {100 * float(p):.1f} %" for digit, p in enumerate(probabilities))
