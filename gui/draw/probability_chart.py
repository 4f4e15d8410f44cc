"""Ten bars: the probability of each digit, the predicted one in colour; and ten more to compare them with.

They are painted here and not by a plotting library: the user waits for them at the start and after each move of the
pen.
"""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap

from engine.types import CLASSES, FloatArray
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.array_view import BarView, Cell
from gui.widgets.keyboard_navigation import by_keys
from gui.widgets.pixel_painting import blank_pixmap

# Lower bars get no number: ten numbers side by side would be hard to read.
_LEAST_LABELLED = 0.005
# Less than a tenth of a pixel.
_LEAST_PAINTED = 0.0001
# Of a digit's column: the width of a bar, and of one of two side by side.
_WIDTH, _HALF = 0.72, 0.38
# The size of a digit below the bars, in sizes of the font, and at most of its column; pixels between texts and axes.
_DIGIT, _DIGIT_WIDTH, _GAP = 1.3, 1.2, 6


@dataclass(frozen=True, eq=False)
class Comparison:
    """Another prediction for the same input.

    Attributes:
        name: such as "without centring".
        probabilities: (10,) float32.
    """

    name: str
    probabilities: FloatArray


class ProbabilityChart(BarView):
    """Softmax probabilities as bars; none where there is no ink. A cell is a digit.

    Attributes:
        probabilities: (10,).
        winner: the digit whose bar is coloured, or None.
        comparison: the other bars, or None.
    """

    SIZE, LEAST_SIZE = (360, 240), (180, 90)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "probability-chart")
        self.setAccessibleName(tr("Probabilities"))
        self.probabilities: FloatArray = np.zeros(CLASSES, np.float32)
        self.winner: int | None = None
        self.comparison: Comparison | None = None
        # The cached background, and the parameters that it was painted for.
        self._scale: tuple[QPixmap, object] | None = None
        self.show_probabilities(self.probabilities, None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys start at the likeliest digit."""
        if by_keys(event) or self.current is None:
            self.current = int(self.probabilities.argmax())
        super().focusInEvent(event)

    def cell_text(self, cell: Cell) -> str:
        p = f"{100 * float(self.probabilities[cell]):.1f}"
        if self.comparison is None:
            return tr("{0}: {1} %", cell, p)
        other = f"{100 * float(self.comparison.probabilities[cell]):.1f}"
        return tr("{0}: {1} %. {2}: {3} %", cell, p, self.comparison.name, other)

    @property
    def _left(self) -> int:
        """The room for the percentages."""
        return self.fontMetrics().horizontalAdvance("100 %") + _GAP

    @property
    def _digit(self) -> int:
        """The height of a digit below the bars."""
        usual = _DIGIT * self.fontInfo().pixelSize()
        return max(round(min(usual, _DIGIT_WIDTH * self._columns()[1])), 1)

    @property
    def _below(self) -> int:
        """The room for the digits."""
        return round(_DIGIT * self.fontMetrics().height()) + _GAP

    def _columns(self) -> tuple[float, float, int]:
        return self._left, (self.width() - self._left) / CLASSES, CLASSES

    def cell_rect(self, cell: Cell) -> QRectF:
        return self.bar_rect(cell, 1.0)

    def bar_rect(self, digit: int, share: float) -> QRectF:
        """A digit's column, from 0 up to a share of 1."""
        left, width, _ = self._columns()
        height = (self.height() - self._below - self._above()) * share
        return QRectF(left + digit * width, self.height() - self._below - height, width, height)

    def _first_cell(self) -> Cell | None:
        return int(self.probabilities.argmax())

    def show_probabilities(
        self, probabilities: FloatArray, winner: int | None, comparison: Comparison | None = None
    ) -> None:
        """(10,) values in 0..1, and which bar to colour: none where no digit has won."""
        self.probabilities, self.winner, self.comparison = probabilities, winner, comparison
        self.setAccessibleDescription(self._description())
        self.update()

    @property
    def labels(self) -> dict[int, str]:
        """The numbers above the bars, by digit, of bars that are high enough."""
        mine, other = self.probabilities, self._compared()
        highest = np.maximum(mine, other)
        # Two bars a digit leave no room for more numbers than those of the two highest.
        digits = range(CLASSES) if self.comparison is None else {int(mine.argmax()), int(other.argmax())}
        shown = {digit: float(highest[digit]) for digit in digits if highest[digit] >= _LEAST_LABELLED}
        return {digit: f"{100 * p:.1f}" if p < 0.9995 else "100" for digit, p in shown.items()}

    def _compared(self) -> FloatArray:
        return np.zeros_like(self.probabilities) if self.comparison is None else self.comparison.probabilities

    def _description(self) -> str:
        text = _list(self.probabilities) if self.probabilities.any() else tr("No digit yet")
        if self.comparison is not None:
            text += f". {self.comparison.name}: {_list(self.comparison.probabilities)}"
        return text + ". " + tr("The left and right arrow keys choose a digit, Return explains it.")

    # -- painting

    def _above(self) -> float:
        """The room for a number above a bar of 100 %."""
        return self.fontMetrics().height() + 4.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        state = (self.size(), self.devicePixelRatioF(), self.font().key(), self._theme.colour("surface"))
        if self._scale is None or self._scale[1] != state:
            self._scale = (self._painted_scale(), state)
        painter.drawPixmap(0, 0, self._scale[0])
        column = self._columns()[1]
        offset, width = (0.0, _WIDTH) if self.comparison is None else (-_HALF / 2, _HALF)
        for values, compared in ((self.probabilities, False), (self._compared(), True)):
            for digit in np.flatnonzero(values >= _LEAST_PAINTED).tolist():
                bar = self.bar_rect(digit, float(values[digit]))
                bar.moveLeft(bar.center().x() + (offset - width / 2) * column)
                bar.setWidth(width * column)
                colour = "compared" if compared else "winner" if digit == self.winner else "bar"
                painter.fillRect(bar, self._theme.colour(colour))
            offset = -offset
        self._paint_labels(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self.cell_rect(self.current).adjusted(1, 1 - self._above(), -1, -1))

    def _painted_scale(self) -> QPixmap:
        """What stays the same: the dotted lines with their percentages, the axes, and the digits below them."""
        pixmap, colour = blank_pixmap(self, self._theme.colour("surface")), self._theme.colour
        painter = QPainter(pixmap)
        painter.setFont(self.font())
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        bottom, line = self.height() - self._below, self.fontMetrics().height()
        for quarter in range(5):
            y = self.bar_rect(0, quarter / 4).top()
            painter.setPen(colour("muted"))
            painter.drawText(QRectF(0, y - line / 2, self._left - _GAP, line), beside, f"{25 * quarter} %")
            painter.setPen(QPen(colour("line"), 1, Qt.PenStyle.DotLine if quarter else Qt.PenStyle.SolidLine))
            painter.drawLine(self._left, round(y), self.width(), round(y))
        painter.setPen(colour("line"))
        painter.drawLine(self._left, 0, self._left, bottom)
        font = QFont(self.font())
        font.setPixelSize(self._digit)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour("text"))
        for digit in range(CLASSES):
            column = self.bar_rect(digit, 0.0)
            below = QRectF(column.x(), bottom + _GAP, column.width(), self._below - _GAP)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(digit))
        painter.end()
        return pixmap

    def _paint_labels(self, painter: QPainter) -> None:
        mine, other = self.probabilities, self._compared()
        metrics = QFontMetricsF(self.font())
        for digit, text in self.labels.items():
            bar = self.bar_rect(digit, float(max(mine[digit], other[digit])))
            offset = 0.0 if self.comparison is None else _HALF / 2
            middle = bar.center().x() + (offset if other[digit] > mine[digit] else -offset) * bar.width()
            half = metrics.horizontalAdvance(text) / 2
            # It may be wider than the column, but does not cross the axis or the edge.
            middle = min(max(middle, self._left + half + 2), self.width() - half)
            painter.setPen(self._theme.colour("text" if digit == self.winner else "muted"))
            above = QRectF(middle - half, bar.top() - self._above(), 2 * half + 1, self._above())
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, text)


def _list(probabilities: FloatArray) -> str:
    return ", ".join(f"{digit}: {100 * float(p):.1f} %" for digit, p in enumerate(probabilities))
