"""The fonts of the diagram, and how its texts are painted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

CENTRE = Qt.AlignmentFlag.AlignCenter
# The small font, as a share of the usual one.
_SMALL = 0.86


class Fonts:
    """The fonts of a widget and how large their texts are; to be made again when the widget's font changes.

    Attributes:
        bold, small: of the names of columns, and of all other texts.
    """

    def __init__(self, widget: QWidget) -> None:
        self.bold, self.small = QFont(widget.font()), QFont(widget.font())
        self.bold.setBold(True)
        self.small.setPointSizeF(_SMALL * self.small.pointSizeF())
        self.bold_metrics, self.small_metrics = QFontMetricsF(self.bold), QFontMetricsF(self.small)


def centred(painter: QPainter, middle: float, top: float, text: str) -> None:
    """Paint a text around a point of its upper edge."""
    if text:
        metrics = QFontMetricsF(painter.font())
        half = metrics.horizontalAdvance(text) / 2 + 1
        painter.drawText(QRectF(middle - half, top, 2 * half, metrics.height()), CENTRE, text)
