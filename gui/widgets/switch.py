"""A switch with a text."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from gui.theme import Theme

_WIDTH, _HEIGHT, _GAP, _EDGE = 30, 16, 8, 2


class Switch(QCheckBox):
    """A check box that is painted as a switch: the style's own is hard to see on a dark surface."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = (
            2 * _EDGE + self._theme.px(_WIDTH) + self._theme.px(_GAP) + metrics.horizontalAdvance(self.text()) + _EDGE
        )
        return QSize(width, max(self._theme.px(_HEIGHT), metrics.lineSpacing()) + 2 * _EDGE)

    def hitButton(self, at: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, able = self.isChecked(), self.isEnabled()
        high = self._theme.px(_HEIGHT)
        way = QRectF(_EDGE, (self.height() - high) / 2, self._theme.px(_WIDTH), high)
        edge = "accent" if on or self.hasFocus() or self.underMouse() else "muted"
        painter.setPen(QPen(self._theme.colour(edge if able else "bar"), 1.2))
        painter.setBrush(self._theme.colour(("accent" if able else "bar") if on else "window"))
        painter.drawRoundedRect(way, high / 2, high / 2)
        knob = high - 6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("on-accent" if on else "muted" if able else "bar"))
        painter.drawEllipse(QRectF(way.right() - knob - 3 if on else way.left() + 3, way.top() + 3, knob, knob))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        painter.setPen(self._theme.colour("text" if able else "muted"))
        left = _EDGE + self._theme.px(_WIDTH) + self._theme.px(_GAP)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - left)
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
