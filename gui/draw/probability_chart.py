"""Ten bars: how likely the network holds each digit to be, the winner in colour; and ten more to compare them with.

They are painted here and not by a plotting library: it is the first thing that a person waits for, at the start and
after each move of the pen.
"""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from engine.types import CLASSES, FloatArray
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.keyboard_navigation import Announcer, by_keys, is_enter, step

# Fainter bars get no number: ten of them side by side would only be noise.
_LEAST_LABELLED = 0.005
# Less than a tenth of a pixel.
_LEAST_PAINTED = 0.0001
# Of a digit's column: the width of a bar, and of one of two side by side.
_WIDTH, _HALF = 0.72, 0.38
# Pixels to the left for the percentages, below for the digits, of which each is as high, and between.
_LEFT, _BELOW, _DIGIT, _GAP = 50, 30, 16, 6


@dataclass(frozen=True, eq=False)
class Comparison:
    """What else could have been answered.

    Attributes:
        name: such as "without centring".
        probabilities: (10,) float32.
    """

    name: str
    probabilities: FloatArray


class ProbabilityChart(QWidget):
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
        # What lies below need not be painted each time.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._probabilities: FloatArray = np.zeros(CLASSES, np.float32)
        self._winner: int | None = None
        self._comparison: Comparison | None = None
        self._current = 0
        self._voice = Announcer(self)
        self._scale: QPixmap | None = None
        theme.changed.connect(self._forget_scale)
        self.show_probabilities(self._probabilities, None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget_scale()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._forget_scale()
        super().changeEvent(event)

    def _forget_scale(self) -> None:
        self._scale = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 90)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        digit = int((event.position().x() - _LEFT) // self._column())
        if event.button() == Qt.MouseButton.LeftButton and 0 <= digit < CLASSES:
            self._come_to(digit)
            self.clicked.emit(digit)

    @property
    def current(self) -> int:
        """The digit that the keys have come to."""
        return self._current

    def _come_to(self, digit: int) -> None:
        self._current = digit
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = step(event)
        if by is not None and by[1]:
            self._come_to((self._current + by[1]) % CLASSES)
            self._voice.say(self._sentence(self._current))
        elif is_enter(event) and not event.isAutoRepeat():
            self.clicked.emit(self._current)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The walk begins at the likeliest digit."""
        super().focusInEvent(event)
        if by_keys(event):
            self._come_to(int(self._probabilities.argmax()))
            self._voice.say(self._sentence(self._current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._voice.rest()

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
        self.setAccessibleDescription(self._described())
        self.update()

    @property
    def labels(self) -> dict[int, str]:
        """The numbers above the bars, by digit: those that are large enough to be told."""
        mine, beside = self._probabilities, self._beside()
        highest = np.maximum(mine, beside)
        # Two bars a digit leave no room for more numbers than those of the two that won.
        room = range(CLASSES) if self._comparison is None else {int(mine.argmax()), int(beside.argmax())}
        return {digit: _percent(float(highest[digit])) for digit in room if highest[digit] >= _LEAST_LABELLED}

    def _beside(self) -> FloatArray:
        return np.zeros_like(self._probabilities) if self._comparison is None else self._comparison.probabilities

    def _described(self) -> str:
        text = _in_words(self._probabilities) if self._probabilities.any() else tr("No digit yet")
        if self._comparison is not None:
            text += f". {self._comparison.name}: {_in_words(self._comparison.probabilities)}"
        return text + ". " + tr("The left and right arrow keys choose a digit, Return explains it.")

    # -- painting

    def _column(self) -> float:
        return (self.width() - _LEFT) / CLASSES

    def place(self, digit: int, share: float = 1.0) -> QRectF:
        """A digit's column, from 0 up to a share of 1."""
        height = (self.height() - _BELOW - self._above()) * share
        return QRectF(_LEFT + digit * self._column(), self.height() - _BELOW - height, self._column(), height)

    def _above(self) -> float:
        """The room for a number above a bar of 100 %."""
        return self.fontMetrics().height() + 4.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # A window may come to a screen with other pixels.
        if self._scale is None or self._scale.devicePixelRatio() != self.devicePixelRatioF():
            self._scale = self._painted_scale()
        painter.drawPixmap(0, 0, self._scale)
        bars = (self._probabilities, -_HALF / 2), (self._beside(), _HALF / 2)
        for values, aside in bars if self._comparison is not None else [(self._probabilities, 0.0)]:
            width = _WIDTH if self._comparison is None else _HALF
            for digit in range(CLASSES):
                if values[digit] < _LEAST_PAINTED:
                    continue
                name = "compared" if values is not self._probabilities else self._bar_colour(digit)
                bar = self.place(digit, float(values[digit]))
                bar.moveLeft(bar.center().x() + (aside - width / 2) * self._column())
                bar.setWidth(width * self._column())
                painter.fillRect(bar, self._theme.colour(name))
        self._paint_labels(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self.place(self._current).adjusted(1, 1 - self._above(), -1, -1))

    def _bar_colour(self, digit: int) -> str:
        return "winner" if digit == self._winner else "bar"

    def _painted_scale(self) -> QPixmap:
        """What stays the same: the dotted lines with their percentages, the axes, and the digits below them."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.colour("surface"))
        painter = QPainter(pixmap)
        painter.setFont(self.font())
        self._paint_scale(painter)
        painter.end()
        return pixmap

    def _paint_scale(self, painter: QPainter) -> None:
        colour, right = self._theme.colour, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        bottom = self.height() - _BELOW
        high = self.fontMetrics().height()
        for part in range(5):
            y = self.place(0, part / 4).top()
            painter.setPen(colour("muted"))
            text = f"{25 * part} %"
            painter.drawText(QRectF(0, y - high / 2, _LEFT - _GAP, high), right, text)
            painter.setPen(QPen(colour("line"), 1, Qt.PenStyle.DotLine if part else Qt.PenStyle.SolidLine))
            painter.drawLine(_LEFT, round(y), self.width(), round(y))
        painter.setPen(colour("line"))
        painter.drawLine(_LEFT, 0, _LEFT, bottom)
        font = QFont(self.font())
        font.setPixelSize(_DIGIT)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour("text"))
        for digit in range(CLASSES):
            place = QRectF(_LEFT + digit * self._column(), bottom + _GAP, self._column(), _BELOW - _GAP)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(digit))

    def _paint_labels(self, painter: QPainter) -> None:
        mine, beside = self._probabilities, self._beside()
        metrics = QFontMetricsF(self.font())
        for digit, text in self.labels.items():
            bar = self.place(digit, float(max(mine[digit], beside[digit])))
            aside = 0.0 if self._comparison is None else _HALF / 2
            middle = bar.center().x() + (aside if beside[digit] > mine[digit] else -aside) * self._column()
            half = metrics.horizontalAdvance(text) / 2
            # Wider than the column it may be, but not beyond the axis or the edge.
            middle = min(max(middle, _LEFT + half + 2), self.width() - half)
            painter.setPen(self._theme.colour("text" if digit == self._winner else "muted"))
            place = QRectF(middle - half, bar.top() - self._above(), 2 * half + 1, self._above())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _percent(p: float) -> str:
    return f"{100 * p:.1f}" if p < 0.9995 else "100"


def _in_words(probabilities: FloatArray) -> str:
    return ", ".join(f"{digit}: {100 * float(p):.1f} %" for digit, p in enumerate(probabilities))
