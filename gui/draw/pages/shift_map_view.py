"""What the answer stands: it for every shift of the network's input, as a small picture."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from engine.explain import ShiftMap
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.keyboard_navigation import Announcer, paint_focus, paint_mark, step, walked

# The faintest that a field gets, however unsure the answer: it is still to be told from no field.
_FAINTEST = 40


class ShiftView(QWidget):
    """A field a shift; no shift is in the middle. The pointer reads them, and so do the arrow keys."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shift-map")
        self.setAccessibleName(tr("The answer for every shift"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._theme = theme
        self._map: ShiftMap | None = None
        self._digit: int | None = None
        self._current: tuple[int, int] | None = None
        self._voice = Announcer(self)
        self.show_map(None, None)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(170, 170)

    def minimumSizeHint(self) -> QSize:
        return QSize(85, 85)

    @property
    def map(self) -> ShiftMap | None:
        """What is shown."""
        return self._map

    def show_map(self, found: ShiftMap | None, digit: int | None) -> None:
        """Args:
        found: None where it is not known.
        digit: the answer without a shift.
        """
        if found is None:
            self._current = None
        elif self._current is None:
            self._current = (len(found.digits) // 2,) * 2
        self._map, self._digit = found, digit
        keys = tr("The arrow keys go from shift to shift.")
        self.setAccessibleDescription(keys if found is None else f"{self._in_words(found)} {keys}")
        self.update()

    @property
    def current(self) -> tuple[int, int] | None:
        """(row, column) of the field that the keys have come to; None while there are none."""
        return self._current

    def _in_words(self, found: ShiftMap) -> str:
        same = int(np.count_nonzero(found.digits == self._digit))
        return tr("The answer is the same for {0} of {1} shifts.", same, found.digits.size)

    def _field(self) -> float:
        n = 1 if self._map is None else len(self._map.digits)
        side = min(self.width(), self.height()) / n
        # Fields of whole pixels are even.
        return float(int(side)) if side >= 1 else side

    def at(self, position: QPointF) -> tuple[int, int] | None:
        """(row, column) of the field at a position, None beside them."""
        row, column = int(position.y() // self._field()), int(position.x() // self._field())
        n = 0 if self._map is None else len(self._map.digits)
        return (row, column) if 0 <= row < n and 0 <= column < n else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.at(event.position())
        if place is not None and self._map is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self._sentence(self._map, place), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The keys go on from here."""
        self._current = self.at(event.position()) or self._current
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = step(event)
        if by is None or self._map is None or self._current is None:
            super().keyPressEvent(event)
            return
        n = len(self._map.digits)
        self._current = walked(self._current, by, n, n)
        self.update()
        text = self._sentence(self._map, self._current)
        place = self._place(*self._current)
        QToolTip.showText(self.mapToGlobal(place.bottomRight().toPoint()), text, self)
        self._voice.say(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._voice.rest()

    def _sentence(self, found: ShiftMap, place: tuple[int, int]) -> str:
        reach = len(found.digits) // 2
        return tr(
            "{0} right, {1} down: {2} ({3} %)",
            place[1] - reach,
            place[0] - reach,
            int(found.digits[place]),
            f"{100 * float(found.probabilities[place]):.0f}",
        )

    def _place(self, row: int, column: int) -> QRectF:
        field = self._field()
        return QRectF(column * field, row * field, field, field)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, field = QPainter(self), self._field()
        if self._map is None:
            side = min(self.width(), self.height())
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawRect(QRectF(0.5, 0.5, side - 1, side - 1))
            if self.hasFocus():
                paint_focus(painter, QRectF(0, 0, side, side), self._theme)
            return
        n = len(self._map.digits)
        font = painter.font()
        font.setPixelSize(max(6, round(0.75 * field)))
        painter.setFont(font)
        for row in range(n):
            for column in range(n):
                digit, p = int(self._map.digits[row, column]), float(self._map.probabilities[row, column])
                same = digit == self._digit
                colour = QColor(self._theme.colour("winner" if same else "compared"))
                colour.setAlpha(round(_FAINTEST + (255 - _FAINTEST) * p))
                place = self._place(row, column)
                painter.fillRect(place.adjusted(0, 0, -0.5, -0.5), colour)
                if not same:
                    painter.setPen(self._theme.colour("text"))
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(digit))
        painter.setPen(QPen(self._theme.colour("text"), 1))
        painter.drawRect(self._place(n // 2, n // 2))
        if self.hasFocus() and self._current is not None:
            paint_mark(painter, self._place(*self._current), self._theme)
            paint_focus(painter, QRectF(0, 0, n * field, n * field), self._theme)
