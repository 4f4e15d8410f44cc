"""A histogram as bars above an axis: negative numbers in one colour, positive ones in another."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.i18n import tr
from engine.train.events import Histogram
from gui.theme import Theme

_WIDTH, _LEAST_WIDTH, _BARS = 240, 120, 56
_TINY = 1e-30


class HistogramChart(QWidget):
    """The heights are the square roots of the counts: otherwise most bars beside the highest one would be invisible.

    Attributes:
        histogram: what is shown, or None.
    """

    def __init__(self, theme: Theme, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setToolTip(tr("How many numbers are how large. The heights are the square roots of the counts."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._bars = _BARS
        self.histogram: Histogram | None = None
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.px(self._bars) + self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_LEAST_WIDTH), self.sizeHint().height())

    def grow(self, pixels: int) -> None:
        """Be so many pixels higher than at first, before the zoom."""
        if _BARS + pixels != self._bars:
            self._bars = _BARS + pixels
            self.updateGeometry()

    def show_histogram(self, histogram: Histogram | None) -> None:
        """None shows an empty axis."""
        self.histogram = histogram
        if histogram is not None:
            mean, std = number(histogram.mean), number(histogram.std)
            self.setAccessibleDescription(tr("mean {0}, standard deviation {1}", mean, std))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        bottom = self.height() - self.fontMetrics().height() - 4
        painter.setPen(QPen(colour("muted"), 1))
        painter.drawLine(QPointF(0, bottom + 0.5), QPointF(self.width(), bottom + 0.5))
        histogram = self.histogram
        if histogram is None or not np.isfinite(histogram.edges).all():
            return
        low, high = float(histogram.edges[0]), float(histogram.edges[-1])
        scale = self.width() / max(high - low, _TINY)
        most = float(histogram.counts.max())
        heights = np.sqrt(histogram.counts / max(most, 1)) * (bottom - 2)
        lefts = (histogram.edges - low) * scale
        below, above = colour("below"), colour("above")
        centres = histogram.edges[:-1] + histogram.edges[1:]
        bars = zip(lefts[:-1].tolist(), lefts[1:].tolist(), heights.tolist(), centres.tolist(), strict=True)
        for left, right, height, centre in bars:
            if height:
                painter.fillRect(QRectF(left, bottom - height, right - left, height), below if centre < 0 else above)
        self._paint_axis(painter, low, high, bottom)

    def _paint_axis(self, painter: QPainter, low: float, high: float, bottom: int) -> None:
        """Both ends, and 0 where there is room between them."""
        painter.setPen(self._theme.colour("muted"))
        line = QRectF(0, bottom + 3, self.width(), self.fontMetrics().height())
        ends = (number(low), number(high))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, ends[0])
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, ends[1])
        if not low < 0 < high:
            return
        zero = -low / (high - low) * self.width()
        painter.drawLine(QPointF(zero, bottom), QPointF(zero, bottom + 4))
        advance = self.fontMetrics().horizontalAdvance
        half, gap = advance("0") / 2, advance("  ")
        if advance(ends[0]) + gap < zero - half and zero + half < self.width() - advance(ends[1]) - gap:
            painter.drawText(QRectF(zero - half, line.y(), 2 * half + 1, line.height()), "0")


def number(value: float) -> str:
    """Two digits: "0.0012", "−24", "1.2e−06"."""
    return f"{value:.2g}".replace("-", "−")
