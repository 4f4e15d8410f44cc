"""What a table of scores and probabilities is made of: a score's bar, and a probability as a number on a bar."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.i18n import tr
from gui.learn.parts.number_format import short_number, tidy
from gui.theme import Theme, mixed
from gui.widgets.cards import plain_tip

_LEFT = Qt.MouseButton.LeftButton
_CENTRE = Qt.AlignmentFlag.AlignVCenter
# Pixels: the least and the largest size, and the margin beside a number.
_WIDTH, _HEIGHT, _HIGHEST, _MARGIN = 48, 20, 200, 5
# The shares of its colour in a bar, and in what is behind it.
_BAR, _TRACK = 0.4, 0.08
# The size of the line above a number, and of a number in a large cell: of so many lines, and as wide as this text.
_SMALL, _LARGE, _LARGE_LINES, _WIDEST = 0.85, 1.5, 4.5, "4.53978686e−5"
_EXACT = "−0.57142857"


class _Cell(QWidget):
    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))
        self.setMaximumHeight(self._theme.px(_HIGHEST))
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSize()


class ScoreBar(_Cell):
    """A bar from 0 to a score, which is dragged sideways; the field beside it is for the keyboard.

    Signals:
        dragged: the score, while the bar is dragged; the bar itself follows ``set_value``.
        released: the drag is over.
    """

    dragged = Signal(float)
    released = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setToolTip(tr("Drag the bar"))
        self._value, self._low, self._high = 0.0, -1.0, 1.0
        self._grip: float | None = None

    def set_value(self, value: float) -> None:
        """Show a score."""
        self._value = value
        self.update()

    def set_range(self, low: float, high: float) -> None:
        """The scores at both ends."""
        self._low, self._high = low, high
        self.update()

    def _place(self, value: float) -> float:
        return (value - self._low) / (self._high - self._low) * self.width()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == _LEFT:
            # It must not jump to the mouse.
            self._grip = self._place(self._value) - event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            place = event.position().x() + self._grip
            value = self._low + place / self.width() * (self._high - self._low)
            self.dragged.emit(min(max(value, self._low), self._high))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._grip = None
            self.released.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        painter.fillRect(self.rect(), mixed(colour("muted"), colour("surface"), _TRACK))
        zero, end = self._place(0.0), self._place(self._value)
        inset = min(self.height() * 0.15, self._theme.px(8))
        bar = QRectF(min(zero, end), inset, abs(end - zero), self.height() - 2 * inset)
        painter.fillRect(bar, colour("bar"))
        handle = self._theme.px(3)
        painter.fillRect(QRectF(end - handle / 2, inset, handle, bar.height()), colour("text"))
        painter.fillRect(QRectF(zero, 0, 1, self.height()), colour("line"))


class ResultCell(_Cell):
    """A probability: a bar, the number on it, and where there is room, a line above that says where it comes from."""

    def __init__(self, theme: Theme, name: str, colour: str) -> None:
        super().__init__(theme, name)
        self._colour = colour
        self._value = 0.0
        self._above: tuple[str, ...] = ()

    def show_value(self, value: float, what: str, above: Sequence[str]) -> None:
        """Show a number, which may be nan.

        Args:
            what: it is, for screen readers.
            above: a line above it: the first of these texts for which there is room.
        """
        if (value, tuple(above)) == (self._value, self._above) and self.accessibleName():
            return
        self._value, self._above = value, tuple(above)
        self.setAccessibleName(tr("{0}: {1}", what, short_number(value)))
        self.setToolTip(plain_tip(f"{what}: {value!r}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour, value = QPainter(self), self._theme.colour, self._value
        possible = 0 <= value <= 1
        own = colour(self._colour if possible else "error")
        painter.fillRect(self.rect(), mixed(own, colour("surface"), _TRACK))
        if possible:
            painter.fillRect(QRectF(0, 0, value * self.width(), self.height()), mixed(own, colour("surface"), _BAR))
        margin = self._theme.px(_MARGIN)
        area = QRectF(self.rect()).adjusted(margin, 0, -margin, 0)
        line, size = self.fontMetrics().height(), 1.0
        wide = self.fontMetrics().horizontalAdvance(_WIDEST) * _LARGE <= area.width()
        if wide and self.height() > _LARGE_LINES * line:
            line, size = round(line * _LARGE), _LARGE
        if self.height() > 2.2 * line and self._above:
            middle = area.center().y()
            above = QRectF(area.x(), middle - line, area.width(), line)
            self._write(painter, above, self._above, "muted", _SMALL * size)
            area = QRectF(area.x(), middle, area.width(), line)
        # All numbers of a column have their digits, or none.
        exact = self.fontMetrics().horizontalAdvance(_EXACT) * size <= area.width()
        self._write(painter, area, _texts(value, exact), "text" if possible else "error", size)

    def _write(self, painter: QPainter, area: QRectF, texts: Sequence[str], colour: str, size: float) -> None:
        """The first text that fits, if any does."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * size)
        metrics = QFontMetricsF(font)
        text = next((each for each in texts if metrics.horizontalAdvance(each) <= area.width()), "")
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(area, _CENTRE, text)


def _texts(value: float, exact: bool) -> tuple[str, ...]:
    """A number from its longest text to its shortest one.

    Args:
        exact: the longest has as many digits as NumPy prints.
    """
    if not math.isfinite(value):
        return (short_number(value),)
    texts = [tidy(f"{value:.{digits}g}") for digits in (5, 3, 1)]
    if exact:
        texts.insert(0, f"{value:.8f}" if abs(value) >= 1e-4 or value == 0 else tidy(f"{value:.8e}"))
    return tuple(text.replace("-", "−") for text in texts)
