"""The losses of the training and of the test set over the epochs."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.i18n import tr
from gui.theme import Theme

# With more points than these, every second one is dropped.
_MOST = 600


class LossChart(QWidget):
    """Two lines from epoch 0 to the last one, and from loss 0 to the largest one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("loss-chart")
        self.setAccessibleName(tr("Losses"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        # (epoch, training loss, test loss)
        self.history: list[tuple[float, float, float]] = []
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def clear(self) -> None:
        """Another training begins."""
        self.history = []
        self.update()

    def add(self, epoch: float, train: float, test: float) -> None:
        """The losses now, nan where there is none; to be painted by ``update``."""
        # With other points an epoch begins again.
        while self.history and self.history[-1][0] >= epoch:
            self.history.pop()
        self.history.append((epoch, train, test))
        if len(self.history) > _MOST:
            del self.history[1:-1:2]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self.fontMetrics().height()
        last = self.history[-1] if self.history else (0.0, math.nan, math.nan)
        values = {"test": (tr("test"), last[2]), "train": (tr("training"), last[1])}
        words = {name: text if math.isnan(v) else f"{text} {v:.3f}" for name, (text, v) in values.items()}
        widths = {name: painter.fontMetrics().horizontalAdvance(f"{text}  ") for name, text in words.items()}
        # In a narrow chart one below the other.
        beside = sum(widths.values()) <= self.width()
        x, top = float(self.width()), 0
        for name, text in words.items():
            painter.setPen(self._theme.colour(name))
            painter.drawText(QRectF(0, top, x, line), Qt.AlignmentFlag.AlignRight, text)
            x -= widths[name] if beside else 0
            top += 0 if beside else line
        painter.setPen(self._theme.colour("muted"))
        if painter.fontMetrics().horizontalAdvance(tr("Loss")) <= x - (0 if beside else max(widths.values())):
            painter.drawText(QRectF(0, 0, x, line), Qt.AlignmentFlag.AlignLeft, tr("Loss"))
        self._paint_lines(painter, line, line if beside else 2 * line)

    def _paint_lines(self, painter: QPainter, line: int, top: int) -> None:
        finite = [each for point in self.history for each in point[1:] if math.isfinite(each)]
        largest = max([1.05 * each for each in finite], default=0.0) or 1.0
        left = painter.fontMetrics().horizontalAdvance("0.00") + self._theme.px(4)
        area = QRectF(left, top + 4, self.width() - left - 1, self.height() - top - line - 6)
        painter.setPen(self._theme.colour("muted"))
        numbers = QRectF(0, area.top() - line / 2 + 2, left - self._theme.px(4), line)
        right = Qt.AlignmentFlag.AlignRight
        painter.drawText(numbers, right, f"{largest:.2g}")
        painter.drawText(numbers.translated(0, area.height() - 2), right, "0")
        below = QRectF(area.left(), area.bottom() + 2, area.width(), line)
        epochs = self.history[-1][0] if self.history else 0.0
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, tr("epoch 0"))
        if epochs >= 1:
            painter.drawText(below, right, f"{epochs:,.0f}")
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawPolyline([area.topLeft(), area.bottomLeft(), area.bottomRight()])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, name in ((2, "test"), (1, "train")):
            points = [
                QPointF(
                    area.left() + area.width() * point[0] / max(epochs, 1e-9),
                    area.bottom() - area.height() * point[index] / largest,
                )
                for point in self.history
                if math.isfinite(point[index])
            ]
            painter.setPen(QPen(self._theme.colour(name), self._theme.line))
            painter.drawPolyline(QPolygonF(points))
