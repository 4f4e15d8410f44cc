"""The numbers of one layer's neurons as bars, upwards from 0 or downwards."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.types import FloatArray
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.keyboard_navigation import Announcer, by_keys, paint_focus, step

_WIDEST = 36.0
_NUMBERS = 18
# Bars wider than this have their number below.
_NUMBERED = 14.0
# How much of the accent's colour stands behind the bar that the keys have come to.
_BEHIND = 56


class NeuronBars(QWidget):
    """Shows (n,) numbers. The left and right arrow keys go from neuron to neuron, and click them.

    Signals:
        pointed: the neuron under the pointer, or come to by keys; None where it is neither.
        clicked: a neuron.
    """

    pointed = Signal(object)
    clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._values: FloatArray = np.zeros(0, np.float32)
        self._chosen: int | None = None
        self._pointed: int | None = None
        self._current: int | None = None
        self._voice = Announcer(self)
        self.setAccessibleDescription(tr("The left and right arrow keys go from neuron to neuron."))
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
        if len(values) != len(self._values):
            self._pointed = self._current = None
        self._values, self._chosen = values, chosen
        if chosen is not None:
            self._current = chosen
        self.update()

    @property
    def pointed_at(self) -> int | None:
        """What ``pointed`` has told."""
        return self._pointed

    def sentence(self, neuron: int) -> str:
        """What there is to say of one."""
        return tr("neuron {0}: {1}", neuron, f"{self._values[neuron]:.3g}")

    def _width(self) -> float:
        return min(self.width() / max(len(self._values), 1), _WIDEST)

    def at(self, position: QPointF) -> int | None:
        """The neuron at a position, None beside them."""
        neuron = int(position.x() // self._width())
        return neuron if 0 <= neuron < len(self._values) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.at(event.position()))

    def leaveEvent(self, event: object) -> None:
        self._point(None)

    def _point(self, neuron: int | None) -> None:
        self._pointed = neuron
        self.pointed.emit(neuron)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        neuron = self.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and neuron is not None:
            self._current = neuron
            self.update()
            self.clicked.emit(neuron)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys choose another neuron."""
        by = step(event)
        if by is None or not by[1] or not len(self._values):
            super().keyPressEvent(event)
            return
        self._come_to((0 if self._current is None else self._current + by[1]) % len(self._values))
        assert self._current is not None
        self.clicked.emit(self._current)

    def _come_to(self, neuron: int) -> None:
        self._current = neuron
        self.update()
        self._point(neuron)
        self._voice.say(self.sentence(neuron))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if by_keys(event) and self._current is not None:
            self._come_to(self._current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._voice.rest()
        self._point(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        painter.fillRect(self.rect(), colour("surface"))
        if not len(self._values):
            return
        width = self._width()
        numbered = width >= _NUMBERED
        low, high = min(0.0, float(self._values.min())), max(0.0, float(self._values.max()))
        scale = (self.height() - (_NUMBERS if numbered else 1) - 2) / max(high - low, 1e-9)
        zero = 1 + high * scale
        gap = min(2.0, width / 4)
        if self.hasFocus() and self._current is not None:
            # A bar of no height is to be found, too.
            behind = colour("accent")
            behind.setAlpha(_BEHIND)
            painter.fillRect(QRectF(self._current * width, 0, max(width - gap, 2), self.height()), behind)
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
            paint_focus(painter, QRectF(self.rect()), self._theme)
