"""The card for the optimiser, the learning rate with a preview of its schedule, and the length of the training."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.i18n import comma_list, tr, tr_n
from engine.train.hyperparameters import HYPERPARAMETERS, OPTIMIZER_SETTINGS
from engine.train.schedules import schedule_factor
from gui.theme import Theme
from gui.training.form.field_cards import Cell, FieldCard
from gui.training.form.form_values import DEFAULTS, values_of
from gui.training.form.number_text import written
from gui.widgets.cards import label
from gui.widgets.form_controls import Disclosure, small

_RARE = ("weight_decay", "averaging", "seed")
_CURVE = 34
_STEPS = 120
_GAP = 6


class SchedulePreview(QWidget):
    """The learning rate from the first mini-batch to the last, as a small curve."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-schedule-preview")
        self.setAccessibleName(tr("Learning rate over time"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        small(self)
        self._theme = theme
        self._schedule, self._lr, self._length = "constant", "", ""
        theme.changed.connect(self.update)

    def show_schedule(self, schedule: str, lr: float | None, length: str) -> None:
        """Args:
        schedule: one of SCHEDULES.
        lr: the learning rate; None while it is wrong.
        length: of the training, such as "10 epochs"; "" while it is wrong.
        """
        self._schedule, self._lr, self._length = schedule, "" if lr is None else written(lr), length
        text = ""
        if lr is not None and length:
            first, last = (f"{lr * schedule_factor(schedule, progress):.2g}" for progress in (0.0, 1.0))
            text = tr("From {0} to {1} over {2}", first, last, length)
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, _CURVE + self.fontMetrics().lineSpacing() + 2)

    def points(self, area: QRectF) -> QPolygonF:
        """The curve within an area."""
        points = []
        for progress in (i / _STEPS for i in range(_STEPS + 1)):
            y = area.bottom() - schedule_factor(self._schedule, progress) * area.height()
            points.append(QPointF(area.left() + progress * area.width(), y))
        return QPolygonF(points)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        left = max(metrics.horizontalAdvance(text) for text in (self._lr, "0")) + _GAP
        top = metrics.ascent() / 2
        area = QRectF(left, top, self.width() - left - 1.5, _CURVE - top)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawPolyline(QPolygonF([area.topLeft(), area.bottomLeft(), area.bottomRight()]))
        curve, accent = self.points(area), self._theme.colour("accent")
        painter.setPen(QPen(accent, 1.5))
        painter.drawPolyline(curve)
        accent.setAlphaF(0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawPolygon([*curve.toList(), area.bottomRight(), area.bottomLeft()])
        painter.setPen(self._theme.colour("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        height = metrics.lineSpacing()
        for text, y in ((self._lr, area.top()), ("0", area.bottom())):
            painter.drawText(QRectF(0, y - height / 2, left - _GAP, height), right, text)
        painter.drawText(QRectF(0, _CURVE + 2, self.width(), height), right, self._length)


class OptimizationCard(FieldCard):
    """Only the settings of the chosen optimiser are visible, and the length in epochs or in iterations.

    Attributes:
        more: what is rarely needed.
        preview: the schedule.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Optimisation"), parent)
        self.body.addWidget(label(tr("Optimisation"), "heading"))
        self.body.addSpacing(6)
        self.preview = SchedulePreview(theme)
        optimizer = self.cell("optimizer")
        names = dict.fromkeys(name for own in OPTIMIZER_SETTINGS.values() for name in own)
        self._own = {name: self.cell(name) for name in names}
        # The settings of all optimisers share one cell: only some of them are visible.
        self.add_row(optimizer, Cell("", self._own))
        self.add_row("lr", "schedule")
        self.body.addWidget(self.preview)
        self.body.addSpacing(6)
        length = {name: self.field(name) for name in ("epochs", "iterations")}
        length["length"] = self.field("length", tr("Epochs or iterations"), tr("The unit of the training's length"))
        self.add_row(Cell(tr("Train for"), length), "batch_size", wide=0)
        self.more = Disclosure(tr("More"), "train-more")
        self.body.addWidget(self.more)
        self.add_row(*_RARE[:2], wide=1, layout=self.more.inside)
        self.add_row(*_RARE[2:], layout=self.more.inside)
        self.edited.connect(self._show)

    @Slot()
    def _show(self) -> None:
        texts = self.texts
        for name, cell in self._own.items():
            cell.setVisible(name in OPTIMIZER_SETTINGS[texts["optimizer"]])
        for name in ("epochs", "iterations"):
            self.fields[name].setVisible(name == texts["length"])
        values, _ = values_of(texts, ["lr", texts["length"]])
        length = ""
        if texts["length"] in values:
            n = values[texts["length"]]
            epochs, iterations = tr_n("%n epoch(s)", None, n), tr_n("%n iteration(s)", None, n)
            length = epochs if texts["length"] == "epochs" else iterations
        self.preview.show_schedule(texts["schedule"], values.get("lr"), length)
        _, wrong = values_of(texts, _RARE)
        changed = [
            f"{tr(HYPERPARAMETERS[name].title)} {texts[name]}" for name in _RARE if texts[name] != DEFAULTS[name]
        ]
        self.more.set_summary(tr("fix the highlighted fields") if wrong else comma_list(changed), bool(wrong))
