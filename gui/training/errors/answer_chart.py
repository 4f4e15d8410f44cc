"""The ten probabilities of one picture, in small: the right digit in one colour, a wrong answer in another."""

import math

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.types import CLASSES, FloatArray
from gui.i18n import tr
from gui.theme import Theme
from gui.training.errors import error_text

# Smaller ones get no number.
_LEAST_LABELLED = 0.005
_SMALL = 0.85
_FILLED = 0.62


class AnswerChart(QWidget):
    """Ten bars, or none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mistake-answer")
        self.setAccessibleName(tr("Probabilities of the selected picture"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._probabilities: FloatArray | None = None
        self._digit = self._read = 0
        self._small = QFont(self.font())
        self._small.setPointSizeF(self.font().pointSizeF() * _SMALL)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, 86)

    @property
    def probabilities(self) -> FloatArray | None:
        """(10,) what is shown."""
        return self._probabilities

    def show_answer(self, probabilities: FloatArray | None, digit: int = 0) -> None:
        """(10,) values in 0..1 and the digit that it was, or None."""
        self._probabilities, self._digit = probabilities, digit
        if probabilities is not None:
            self._read = int(probabilities.argmax())
            self.setAccessibleDescription(
                ", ".join(f"{i}: {error_text.probability(float(p))}" for i, p in enumerate(probabilities))
            )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._probabilities is None:
            return
        painter = QPainter(self)
        colour = self._theme.colour
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(self._small)
        top, bottom = metrics.height() + 1, self.height() - QFontMetrics(bold).height() - 2
        step = self.width() / CLASSES
        painter.setPen(colour("line"))
        painter.drawLine(0, bottom, self.width(), bottom)
        for i, p in enumerate(np.nan_to_num(self._probabilities).tolist()):
            height = math.ceil((bottom - top) * p) if p >= _LEAST_LABELLED else 1
            bar = QRectF((i + (1 - _FILLED) / 2) * step, bottom - height, _FILLED * step, height)
            shade = "winner" if i == self._digit else "mistake-most" if i == self._read else "bar"
            painter.fillRect(bar, colour(shade))
            marked = i in (self._digit, self._read)
            if p >= _LEAST_LABELLED:
                painter.setFont(self._small)
                painter.setPen(colour("text" if marked else "muted"))
                number = QRectF(i * step, bar.top() - top, step, top - 1)
                painter.drawText(number, Qt.AlignmentFlag.AlignCenter, f"{100 * p:.0f}" if p < 0.995 else ">99")
            painter.setFont(bold if marked else self.font())
            painter.setPen(colour("text" if marked else "muted"))
            box = QRectF(i * step, bottom + 2, step, self.height() - bottom - 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(i))
