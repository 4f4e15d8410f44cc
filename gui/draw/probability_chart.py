"""Ten bars: the probability of each digit, the predicted one in colour; and ten more to compare them with.

They are painted here and not by a plotting library: the user waits for them at the start and after each move of the
pen.
"""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap

from engine.i18n import comma_list, tr
from engine.recognizer import is_even
from engine.types import CLASSES, FloatArray
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
# Pixels between the bars and what is written beside and below them, and between two numbers.
_GAP, _BETWEEN = 6, 4
# The digits below are larger than other text, but not wider than this share of their columns.
_LARGER, _DIGIT_WIDTH = 1.25, 0.9


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
        self._sizes: tuple[object, tuple[int, QFont, int]] | None = None
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

    def _left(self) -> int:
        """The room for the percentages."""
        return self._measured()[0]

    def _digit_font(self) -> QFont:
        return self._measured()[1]

    def _below(self) -> int:
        """The room for the digits."""
        return self._measured()[2]

    def _measured(self) -> tuple[int, QFont, int]:
        """The room for the percentages, the font of the digits below the bars, and the room for them."""
        # Kept: each bar needs them, at each move of the pen.
        state = (self.width(), self.font().key())
        if self._sizes is None or self._sizes[0] != state:
            left = self.fontMetrics().horizontalAdvance(tr("{0} %", 100)) + 2 * _GAP
            font = self._fitting_font(left)
            self._sizes = state, (left, font, QFontMetrics(font).height() + _GAP)
        return self._sizes[1]

    def _fitting_font(self, left: int) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        font.setPointSizeF(_LARGER * self.font().pointSizeF())
        room = _DIGIT_WIDTH * (self.width() - left) / CLASSES
        wanted = QFontMetricsF(font).horizontalAdvance("0")
        font.setPointSizeF(max(font.pointSizeF() * min(1.0, room / wanted), 1.0))
        return font

    def _columns(self) -> tuple[float, float, int]:
        left = self._left()
        return left, (self.width() - left) / CLASSES, CLASSES

    def cell_rect(self, cell: Cell) -> QRectF:
        return self.bar_rect(cell, 1.0)

    def bar_rect(self, digit: int, share: float) -> QRectF:
        """A digit's column, from 0 up to a share of 1."""
        left, width, _ = self._columns()
        bottom = self.height() - self._below()
        height = (bottom - self._above()) * share
        return QRectF(left + digit * width, bottom - height, width, height)

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
        """The numbers above the bars, by digit, of bars that are high enough: those that there is room for."""
        return {digit: text for digit, (_, text) in self.placed_labels().items()}

    def placed_labels(self) -> dict[int, tuple[QRectF, str]]:
        """With their places. Where they would collide, they have no decimals; if that is not enough, the numbers of
        lower bars are left out."""
        mine, other = self.probabilities, self._compared()
        highest = np.maximum(mine, other)
        # Two bars a digit leave no room for more numbers than those of the two highest.
        digits = range(CLASSES) if self.comparison is None else {int(mine.argmax()), int(other.argmax())}
        shown = sorted((d for d in digits if highest[d] >= _LEAST_LABELLED), key=lambda digit: -highest[digit])
        for decimals in (1, 0):
            placed: dict[int, tuple[QRectF, str]] = {}
            for digit in shown:
                place, text = self._label(digit, float(highest[digit]), decimals)
                if not any(place.intersects(each) for each, _ in placed.values()):
                    placed[digit] = (place, text)
            if len(placed) == len(shown):
                break
        # Some numbers of equal bars would single these out.
        return placed if len(placed) == len(shown) or not is_even(mine) else {}

    def _label(self, digit: int, p: float, decimals: int) -> tuple[QRectF, str]:
        text = f"{100 * p:.{decimals}f}" if p < 0.9995 else ">99.9"
        bar = self.bar_rect(digit, p)
        mine, other = self.probabilities, self._compared()
        offset = 0.0 if self.comparison is None else _HALF / 2
        middle = bar.center().x() + (offset if other[digit] > mine[digit] else -offset) * bar.width()
        half = (QFontMetricsF(self.font()).horizontalAdvance(text) + _BETWEEN) / 2
        # It may be wider than the column, but does not cross the axis or the edge.
        middle = min(max(middle, self._left() + half), self.width() - half)
        return QRectF(middle - half, bar.top() - self._above(), 2 * half, self._above()), text

    def _compared(self) -> FloatArray:
        return np.zeros_like(self.probabilities) if self.comparison is None else self.comparison.probabilities

    def _description(self) -> str:
        text = _list(self.probabilities) if self.probabilities.any() else tr("No digit yet")
        if self.comparison is not None:
            text = tr("{0}. {1}: {2}", text, self.comparison.name, _list(self.comparison.probabilities))
        return tr("{0}. The left and right arrow keys choose a digit, Return explains it.", text)

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
        left, bottom, line = self._left(), self.height() - self._below(), self.fontMetrics().height()
        # As many as there is room for, one below the other.
        room = (bottom - self._above()) / line
        for quarter in range(0, 5, 1 if room >= 4 else 2 if room >= 2 else 4):
            y = self.bar_rect(0, quarter / 4).top()
            painter.setPen(colour("muted"))
            painter.drawText(QRectF(0, y - line / 2, left - _GAP, line), beside, tr("{0} %", 25 * quarter))
            painter.setPen(QPen(colour("line"), 1, Qt.PenStyle.DotLine if quarter else Qt.PenStyle.SolidLine))
            painter.drawLine(left, round(y), self.width(), round(y))
        painter.setPen(colour("line"))
        painter.drawLine(left, 0, left, bottom)
        painter.setFont(self._digit_font())
        painter.setPen(colour("text"))
        for digit in range(CLASSES):
            column = self.bar_rect(digit, 0.0)
            below = QRectF(column.x(), bottom + _GAP, column.width(), self.height() - bottom - _GAP)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(digit))
        painter.end()
        return pixmap

    def _paint_labels(self, painter: QPainter) -> None:
        for digit, (place, text) in self.placed_labels().items():
            painter.setPen(self._theme.colour("text" if digit == self.winner else "muted"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _list(probabilities: FloatArray) -> str:
    return comma_list(tr("{0}: {1} %", digit, f"{100 * float(p):.1f}") for digit, p in enumerate(probabilities))
