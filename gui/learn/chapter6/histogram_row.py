"""Histograms of the activations of several layers, side by side."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.i18n import comma_list, tr
from gui.learn.chapter6.activation_spread import LAYERS, RANGES, Result, Spread
from gui.learn.parts.number_format import short_number
from gui.theme import Theme

_GAP, _LEAST = 10, 70


class HistogramRow(QWidget):
    """For each layer a histogram, its standard deviation, and how many activations are at an end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("histograms")
        self.setAccessibleName(tr("Histograms of the activations"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._result: Result | None = None
        theme.changed.connect(self._restyle)

    def show_result(self, result: Result) -> None:
        """Show other activations."""
        self._result = result
        texts = (comma_list((tr("Layer {0}", i), *self._texts(each))) for i, each in enumerate(result.layers, start=1))
        self.setAccessibleDescription("; ".join(texts))
        self.update()

    @property
    def _rectified(self) -> bool:
        return self._result is not None and self._result.setup.activation == "ReLU"

    def _texts(self, layer: Spread) -> tuple[str, str]:
        share = tr("{0} %", f"{100 * layer.ends:.0f}")
        kind = tr("zeros {0}", share) if self._rectified else tr("ends {0}", share)
        return tr("std {0}", short_number(layer.std, 3)), kind

    def minimumSizeHint(self) -> QSize:
        return QSize(LAYERS * self.fontMetrics().horizontalAdvance("std 0.001"), self._theme.px(_LEAST))

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._result is None:
            return
        painter = QPainter(self)
        gap = self._theme.px(_GAP)
        width = (self.width() - (LAYERS - 1) * gap) / LAYERS
        for i, layer in enumerate(self._result.layers):
            rect = QRectF(i * (width + gap), 0, width, self.height())
            self._paint_layer(painter, rect, tr("Layer {0}", i + 1), layer)

    def _paint_layer(self, painter: QPainter, rect: QRectF, title: str, layer: Spread) -> None:
        colour, line = self._theme.colour, self.fontMetrics().lineSpacing()
        centred = Qt.AlignmentFlag.AlignHCenter
        plot = rect.adjusted(0, 1.3 * line, 0, -3.5 * line)
        painter.fillRect(plot, colour("window"))
        self._paint_bars(painter, plot, layer)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(colour("text"))
        painter.drawText(rect, centred, title)
        below = plot.translated(0, plot.height() + 0.1 * line)
        self._paint_scale(painter, below)
        painter.setPen(colour("text"))
        spread, ends = self._texts(layer)
        painter.drawText(below.translated(0, 1.2 * line), centred, spread)
        # As the bars that it counts.
        painter.setPen(colour("muted" if self._rectified else "compared"))
        painter.drawText(below.translated(0, 2.2 * line), centred, ends)

    def _paint_bars(self, painter: QPainter, plot: QRectF, layer: Spread) -> None:
        counts, width = layer.counts, plot.width() / len(layer.counts)
        # Half of ReLU's activations are 0: the bar of this bin is cut off, unless nearly all are there.
        most = counts[1:].max() if self._rectified and counts[0] < 0.9 * counts.sum() else counts.max()
        painter.setPen(Qt.PenStyle.NoPen)
        for i, count in enumerate(counts.tolist()):
            if not count:
                continue
            height = max(min(count / most, 1.0) * 0.96 * plot.height(), 1.0)
            zeros, end = self._rectified and i == 0, i in (0, len(counts) - 1)
            bar = QRectF(plot.left() + i * width, plot.bottom() - height, width - min(0.1 * width, 1), height)
            painter.fillRect(bar, self._theme.colour("bar" if zeros else "compared" if end else "accent"))

    def _paint_scale(self, painter: QPainter, below: QRectF) -> None:
        assert self._result is not None
        activation = self._result.setup.activation
        low, high = (short_number(each) for each in RANGES[activation])
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"≥ {high}" if activation == "ReLU" else high)
