"""The fonts of the diagram, and how its texts are painted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

CENTRE = Qt.AlignmentFlag.AlignCenter
# The small font, as a share of the usual one.
_SMALL = 0.86


def bold_font(widget: QWidget) -> QFont:
    """Of the names of columns."""
    font = QFont(widget.font())
    font.setBold(True)
    return font


def small_font(widget: QWidget) -> QFont:
    """Of all other texts."""
    font = QFont(widget.font())
    font.setPointSizeF(_SMALL * font.pointSizeF())
    return font


def centred(painter: QPainter, middle: float, top: float, text: str) -> None:
    """Paint a text around a point of its upper edge."""
    if text:
        metrics = QFontMetricsF(painter.font())
        half = metrics.horizontalAdvance(text) / 2 + 1
        painter.drawText(QRectF(middle - half, top, 2 * half, metrics.height()), CENTRE, text)
