"""Words and numbers in a large font, as the prediction is shown."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

# Height of a line of digits, in heights of a digit; and with one of them underlined.
_LINE, _UNDERLINED = 1.2, 1.5
# Of the chosen digit's underline, in sizes of the font: the gap above it, and its thickness.
_GAP, _THICKNESS = 0.07, 0.05


class LargeText(QLabel):
    """A word in a large font; without the room that a font leaves above and below digits.

    It is painted here, since the style sheet of the application would reset the font of a label.
    """

    def __init__(self, text: str, name: str, bold: bool) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self._bold, self._pixels = bold, 20

    def set_pixels(self, pixels: int) -> None:
        """Change the size of the font."""
        self._pixels = pixels
        self.update()

    @property
    def large_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._pixels)
        font.setBold(self._bold)
        return font

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.large_font)
        return QSize(metrics.horizontalAdvance(self.text()), round(_LINE * metrics.capHeight()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.large_font)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self.text())


class NumberText(LargeText):
    """A digit, or the digits of a number, of which the chosen one is underlined. A longer number is smaller.

    Signals:
        clicked: the index of the digit that was clicked.
    """

    clicked = Signal(int)

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text, name, bold=True)
        # The index in the text of each digit of a number, and the chosen digit.
        self._at: list[int] = []
        self._chosen = 0

    def show_digits(self, at: list[int], chosen: int) -> None:
        """Which characters of the text are the digits, and which of these is the chosen one; none for one digit."""
        if (at, chosen) != (self._at, self._chosen):
            self._at, self._chosen = at, chosen
            self.setCursor(Qt.CursorShape.PointingHandCursor if at else Qt.CursorShape.ArrowCursor)
            self.update()

    @property
    def large_font(self) -> QFont:
        font = super().large_font
        if len(self.text()) > 1:
            width = QFontMetricsF(font).horizontalAdvance(self.text())
            font.setPixelSize(max(1, int(font.pixelSize() * min(1.0, self.width() / width))))
        return font

    def sizeHint(self) -> QSize:
        cap_height = QFontMetrics(self.large_font).capHeight()
        return QSize(super().sizeHint().width(), round((_UNDERLINED if self._at else _LINE) * cap_height))

    def digit_rects(self) -> list[QRectF]:
        """The places of the digits of a number."""
        metrics = QFontMetricsF(self.large_font)
        text = self.text()
        left = (self.width() - metrics.horizontalAdvance(text)) / 2
        rects = []
        for at in self._at:
            x, width = left + metrics.horizontalAdvance(text[:at]), metrics.horizontalAdvance(text[at])
            rects.append(QRectF(x, 0, width, self.height()))
        return rects

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._at:
            font = self.large_font
            rect, size = self.digit_rects()[self._chosen], font.pixelSize()
            below = self.height() / 2 + QFontMetricsF(font).capHeight() / 2 + _GAP * size
            painter = QPainter(self)
            thickness = max(2.0, _THICKNESS * size)
            painter.fillRect(
                QRectF(rect.left() + 0.1 * rect.width(), below, 0.8 * rect.width(), thickness),
                self.palette().windowText().color(),
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        clicked = [i for i, rect in enumerate(self.digit_rects()) if rect.contains(event.position())]
        if clicked:
            self.clicked.emit(clicked[0])
        else:
            super().mousePressEvent(event)
