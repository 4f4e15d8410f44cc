"""Thin frames around the digits of a number on the canvas, each with a label: how the digit is read."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from engine.digit_finder import digit_text
from gui.draw.number.number_digits import Number
from gui.theme import Theme

# Canvas units between the ink and the frame.
_ROOM = 0.5
# Pixels of the usual zoom: the radius of corners, and beside the text of a label.
_RADIUS, _PADDING = 3, 5
# The height of a label's text, in canvas units, and at least in pixels of the usual font.
_TEXT, _LEAST_TEXT = 1.1, 12


class _Canvas(Protocol):
    """What is needed of the canvas."""

    brush_width: float

    def square(self) -> QRectF: ...
    def from_canvas(self, x: float, y: float) -> QPointF: ...
    def font(self) -> QFont: ...


class DigitFrames:
    """Frames with labels; a click on a label chooses the digit."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._number: Number | None = None

    def show(self, number: Number | None) -> bool:
        """Show another number; False where nothing is to be painted again."""
        before, self._number = self._number, number
        return _painted(before) != _painted(number)

    def label_at(self, position: QPointF, canvas: _Canvas) -> int | None:
        """The index of the digit whose label is there."""
        places = self._places(canvas)
        return next((i for i, (_, label, _) in enumerate(places) if label.contains(position)), None)

    def paint(self, painter: QPainter, canvas: _Canvas) -> None:
        """Paint all frames and labels."""
        if self._number is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font(canvas))
        places, at, radius = self._places(canvas), self._number.chosen, self._theme.px(_RADIUS)
        # The chosen one last, over the others.
        for i in (*(i for i in range(len(places)) if i != at), at):
            frame, label, text = places[i]
            chosen = i == at
            line = self._theme.colour("accent" if chosen else "hint")
            painter.setPen(QPen(line, self._theme.px(2 if chosen else 1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, radius, radius)
            painter.setBrush(line if chosen else self._theme.colour("canvas"))
            painter.drawRoundedRect(label, radius, radius)
            painter.setPen(self._theme.colour("on-accent" if chosen else "ink"))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _font(self, canvas: _Canvas) -> QFont:
        font = QFont(canvas.font())
        font.setBold(True)
        unit = (canvas.from_canvas(1, 0) - canvas.from_canvas(0, 0)).x()
        font.setPixelSize(max(self._theme.px(_LEAST_TEXT), round(_TEXT * unit)))
        return font

    def _places(self, canvas: _Canvas) -> list[tuple[QRectF, QRectF, str]]:
        """Of each digit: the frame, the label above or below it, and the label's text."""
        if self._number is None:
            return []
        metrics = QFontMetricsF(self._font(canvas))
        square = canvas.square().adjusted(2, 2, -2, -2)
        room = _ROOM + (0 if self._number.of_image else canvas.brush_width / 2)
        padding = 2 * self._theme.px(_PADDING)
        places = []
        for digit, (left, top, right, bottom) in zip(self._number.digits, self._number.boxes, strict=True):
            corners = canvas.from_canvas(left - room, top - room), canvas.from_canvas(right + room, bottom + room)
            frame = QRectF(*corners).intersected(square)
            text = digit_text(digit.prediction)
            size = metrics.height()
            label = QRectF(frame.left(), frame.top() - size, metrics.horizontalAdvance(text) + padding, size)
            if label.top() < square.top():
                label.moveTop(frame.bottom())
            if label.bottom() > square.bottom():
                label.moveTop(frame.top())
            places.append((frame, label, text))
        return places


def _painted(number: Number | None) -> object:
    return number and (number.boxes, number.chosen, [digit_text(each.prediction) for each in number.digits])
