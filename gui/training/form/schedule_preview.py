"""How the learning rate goes over the training that is asked for, as a small curve."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.train.schedules import schedule_factor
from gui.i18n import tr
from gui.theme import Theme
from gui.training.form.number_text import written
from gui.widgets.form_controls import small

_CURVE = 34
_STEPS = 120
_GAP = 6


class SchedulePreview(QWidget):
    """The learning rate above 0 and below its greatest value, from the first mini-batch to the last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-schedule-preview")
        self.setAccessibleName(tr("Learning rate over time"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        small(self)
        self._theme = theme
        self._kind, self._lr, self._length = "constant", "", ""
        theme.changed.connect(self.update)

    def show_schedule(self, kind: str, lr: float | None, length: str) -> None:
        """Args:
        kind: one of SCHEDULES.
        lr: the learning rate; None while it is wrong.
        length: of the training, such as "10 epochs"; "" while it is wrong.
        """
        self._kind, self._lr, self._length = kind, "" if lr is None else written(lr), length
        first, last = ("" if lr is None else f"{lr * schedule_factor(kind, progress):.2g}" for progress in (0.0, 1.0))
        told = tr("From {0} to {1} over {2}", first, last, length) if first and length else ""
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, _CURVE + self.fontMetrics().lineSpacing() + 2)

    def points(self, area: QRectF) -> QPolygonF:
        """The curve within an area."""
        steps = [i / _STEPS for i in range(_STEPS + 1)]
        factors = [schedule_factor(self._kind, progress) for progress in steps]
        return QPolygonF(
            [
                QPointF(area.left() + progress * area.width(), area.bottom() - factor * area.height())
                for progress, factor in zip(steps, factors, strict=True)
            ]
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        left = max(metrics.horizontalAdvance(text) for text in (self._lr, "0")) + _GAP
        top = metrics.ascent() / 2
        area = QRectF(left, top, self.width() - left - 1.5, _CURVE - top)
        line, accent = self._theme.colour("line"), self._theme.colour("accent")
        painter.setPen(QPen(line, 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topLeft(), area.bottomLeft())
        curve = self.points(area)
        filled = QPolygonF(curve)
        filled.append(area.bottomRight())
        filled.append(area.bottomLeft())
        faint = self._theme.colour("accent")
        faint.setAlphaF(0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint)
        painter.drawPolygon(filled)
        painter.setPen(QPen(accent, 1.5))
        painter.drawPolyline(curve)
        painter.setPen(self._theme.colour("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        height = metrics.lineSpacing()
        for text, y in ((self._lr, area.top()), ("0", area.bottom())):
            painter.drawText(QRectF(0, y - height / 2, left - _GAP, height), right, text)
        painter.drawText(QRectF(0, _CURVE + 2, self.width(), height), right, self._length)
