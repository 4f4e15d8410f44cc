"""What the answer stands: it for every shift of the network's input, as a small picture."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from engine.explain import ShiftMap
from gui.i18n import tr
from gui.theme import Theme

# The faintest that a field gets, however unsure the answer: it is still to be told from no field.
_FAINTEST = 40


class ShiftView(QWidget):
    """A field a shift; no shift is in the middle. The pointer reads them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shift-map")
        self.setAccessibleName(tr("The answer for every shift"))
        self.setMouseTracking(True)
        self._theme = theme
        self._map: ShiftMap | None = None
        self._digit: int | None = None
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
        self._map, self._digit = found, digit
        self.setAccessibleDescription("" if found is None else self._in_words(found))
        self.update()

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
        if place is None or self._map is None:
            return
        reach = len(self._map.digits) // 2
        text = tr(
            "{0} right, {1} down: {2} ({3} %)",
            place[1] - reach,
            place[0] - reach,
            int(self._map.digits[place]),
            f"{100 * float(self._map.probabilities[place]):.0f}",
        )
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, field = QPainter(self), self._field()
        if self._map is None:
            side = min(self.width(), self.height())
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawRect(QRectF(0.5, 0.5, side - 1, side - 1))
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
                place = QRectF(column * field, row * field, field, field)
                painter.fillRect(place.adjusted(0, 0, -0.5, -0.5), colour)
                if not same:
                    painter.setPen(self._theme.colour("text"))
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(digit))
        painter.setPen(QPen(self._theme.colour("text"), 1))
        painter.drawRect(QRectF(n // 2 * field, n // 2 * field, field, field))
