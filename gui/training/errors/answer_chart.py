"""The ten probabilities of one image as small bars: the true label in one colour, a wrong prediction in another."""

import math

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.types import CLASSES, FloatArray
from gui.i18n import tr
from gui.theme import Theme
from gui.training.errors import captions

# Smaller ones get no number.
_MIN_NUMBERED = 0.005
_SMALL_FONT = 0.85
# How much of its column a bar fills.
_BAR = 0.62


class AnswerChart(QWidget):
    """Attributes:
    probabilities: (10,) what is shown, or None.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("error-probabilities")
        self.setAccessibleName(tr("Probabilities of the selected image"))
        self.setFixedHeight(86)
        self._theme = theme
        self.probabilities: FloatArray | None = None
        self._label = 0
        theme.changed.connect(self.update)

    def show_answer(self, probabilities: FloatArray | None, label: int = 0) -> None:
        """(10,) values in 0..1 and the true label; None clears it."""
        self.probabilities, self._label = probabilities, label
        if probabilities is not None:
            texts = (f"{i}: {captions.probability(float(p))}" for i, p in enumerate(probabilities))
            self.setAccessibleDescription(", ".join(texts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.probabilities is None:
            return
        painter = QPainter(self)
        colour = self._theme.colour
        predicted = int(self.probabilities.argmax())
        small, bold = QFont(self.font()), QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * _SMALL_FONT)
        bold.setBold(True)
        top, bottom = QFontMetrics(small).height() + 1, self.height() - QFontMetrics(bold).height() - 2
        width = self.width() / CLASSES
        painter.setPen(colour("line"))
        painter.drawLine(0, bottom, self.width(), bottom)
        for i, p in enumerate(np.nan_to_num(self.probabilities).tolist()):
            height = math.ceil((bottom - top) * p) if p >= _MIN_NUMBERED else 1
            bar = QRectF((i + (1 - _BAR) / 2) * width, bottom - height, _BAR * width, height)
            painter.fillRect(bar, colour("winner" if i == self._label else "mistake-most" if i == predicted else "bar"))
            marked = i in (self._label, predicted)
            painter.setPen(colour("text" if marked else "muted"))
            if p >= _MIN_NUMBERED:
                painter.setFont(small)
                number = QRectF(i * width, bar.top() - top, width, top - 1)
                painter.drawText(number, Qt.AlignmentFlag.AlignCenter, f"{100 * p:.0f}" if p < 0.995 else ">99")
            painter.setFont(bold if marked else self.font())
            digit = QRectF(i * width, bottom + 2, width, self.height() - bottom - 2)
            painter.drawText(digit, Qt.AlignmentFlag.AlignCenter, str(i))
