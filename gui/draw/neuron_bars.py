"""The numbers of one layer's neurons as bars, upwards from 0 or downwards."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.types import FloatArray
from gui.theme import Theme

_WIDEST = 36.0
_NUMBERS = 18
# Bars wider than this have their number below.
_NUMBERED = 14.0


class NeuronBars(QWidget):
    """Shows (n,) numbers.

    Signals:
        pointed: the neuron under the pointer, or None.
        clicked: a neuron.
    """

    pointed = Signal(object)
    clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._values: FloatArray = np.zeros(0, np.float32)
        self._chosen: int | None = None
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 50)

    @property
    def values(self) -> FloatArray:
        """(n,): what is shown."""
        return self._values

    def show_values(self, values: FloatArray, chosen: int | None = None) -> None:
        """(n,) numbers, and which one's bar stands out."""
        self._values, self._chosen = values, chosen
        self.update()

    def _width(self) -> float:
        return min(self.width() / max(len(self._values), 1), _WIDEST)

    def at(self, position: QPointF) -> int | None:
        """The neuron at a position, None beside them."""
        neuron = int(position.x() // self._width())
        return neuron if 0 <= neuron < len(self._values) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.at(event.position()))

    def leaveEvent(self, event: object) -> None:
        self.pointed.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        neuron = self.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and neuron is not None:
            self.clicked.emit(neuron)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys choose another neuron."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None or not len(self._values):
            super().keyPressEvent(event)
            return
        self.clicked.emit((0 if self._chosen is None else self._chosen + by) % len(self._values))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._values):
            return
        painter, colour = QPainter(self), self._theme.colour
        width = self._width()
        numbered = width >= _NUMBERED
        low, high = min(0.0, float(self._values.min())), max(0.0, float(self._values.max()))
        scale = (self.height() - (_NUMBERS if numbered else 1) - 2) / max(high - low, 1e-9)
        zero = 1 + high * scale
        gap = min(2.0, width / 4)
        for neuron, value in enumerate(self._values.tolist()):
            # A bar of no height is still there to be pointed at.
            bar = QRectF(neuron * width, zero - max(value, 0) * scale, width - gap, max(abs(value) * scale, 1))
            name = "accent" if neuron == self._chosen else "above" if value >= 0 else "below"
            painter.fillRect(bar, colour(name))
            if numbered:
                painter.setPen(colour("text" if neuron == self._chosen else "muted"))
                place = QRectF(neuron * width, self.height() - _NUMBERS, width - gap, _NUMBERS)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(neuron))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(QPointF(0, zero), QPointF(width * len(self._values) - gap, zero))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0, 0, -1, -1))
