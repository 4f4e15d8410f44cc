"""The curves of stored runs, drawn under those of the running training.

They are painted into a pixmap, again only when the view has changed: while a training runs, each redraw costs the
copying of that pixmap. With one pg.PlotDataItem for each run (automatic "peak" downsampling, clip to view), zooming
takes about 4 times as long where the lines are 1 pixel wide, and 30 times or more where they are as wide as here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.types import FloatArray
from gui.i18n import tr
from gui.training.curves.training_history import RunCurves, TrainingHistory

# As fine as the eye can follow.
_POINTS, _PALE_POINTS = 160, 400
_WIDTH, _EMPHASIZED, _PALE = 1.6, 3.2, 1.0
# Every point is marked where there are so few.
_DOTTED, _DOT = 30, 5
# With more runs, the dots of all of them would be a cloud.
_MOST_DOTTED = 4
_RAW, _TRAIN = 0.3, 0.5


@dataclass(frozen=True)
class RunLine:
    """One curve of a run.

    Attributes:
        run: its number among the runs shown.
        title: what the curve shows, the same for every run.
        colour: a named colour of the theme.
        line: which of ``TrainingHistory.points``.
        shade: how much of the colour it has; below 1 it is a thin line.
        dots: mark every point, where they are few.
    """

    run: int
    title: str
    colour: str
    history: TrainingHistory
    line: str
    shade: float = 1.0
    dots: bool = False

    @property
    def thin(self) -> bool:
        """Whether it is drawn behind the others."""
        return self.shade < 1

    def points(self, start: float, end: float) -> tuple[FloatArray, FloatArray]:
        """What to draw between two epochs."""
        return self.history.points(self.line, start, end, _PALE_POINTS if self.thin else _POINTS)


class RunLayer(pg.GraphicsObject):
    """All curves of the runs in one plot."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-1)
        self.lines: Sequence[RunLine] = ()
        self._colours: Sequence[QColor] = ()
        self._emphasized: int | None = None
        self._pixmap = QPixmap()
        self._painted_for: object = None

    def show_lines(self, lines: Sequence[RunLine], colours: Sequence[QColor]) -> None:
        """Draw these from now on, each in its colour."""
        self.lines, self._colours, self._painted_for = lines, colours, None
        self.update()

    def emphasize(self, run: int | None) -> None:
        """Draw one of the runs broader, and over the others."""
        self._emphasized, self._painted_for = run, None
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:
        super().viewTransformChanged()
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self.lines:
            return
        to_device = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        if widget is None:  # an export: lines, not pixels
            self._paint_lines(painter, to_device)
        else:
            area = to_device.mapRect(self.boundingRect())
            ratio = painter.device().devicePixelRatioF()
            if (to_device, area, ratio) != self._painted_for:
                self._painted_for = (to_device, area, ratio)
                self._pixmap = QPixmap((area.size() * ratio).toSize())
                self._pixmap.setDevicePixelRatio(ratio)
                self._pixmap.fill(Qt.GlobalColor.transparent)
                inside = QPainter(self._pixmap)
                inside.translate(-area.topLeft())
                self._paint_lines(inside, to_device)
                inside.end()
            painter.drawPixmap(area.topLeft(), self._pixmap)
        painter.restore()

    def _paint_lines(self, painter: QPainter, to_device: QTransform) -> None:
        seen = self.boundingRect()
        # The thin ones below all others, the emphasized one above them.
        order = sorted(
            zip(self.lines, self._colours, strict=True),
            key=lambda pair: (pair[0].run == self._emphasized, not pair[0].thin),
        )
        for line, colour in order:
            x, y = line.points(seen.left(), seen.right())
            if not len(x):
                continue
            # Of so many points the smooth edges would not be seen, and they cost the most.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(x) <= _PALE_POINTS)
            width = _PALE if line.thin else _EMPHASIZED if line.run == self._emphasized else _WIDTH
            painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.BevelJoin))
            points = pg.functions.arrayToQPolygonF(
                to_device.m11() * x + to_device.dx(), to_device.m22() * y + to_device.dy()
            )
            painter.drawPolyline(points)
            if line.dots and len(x) <= _DOTTED:
                painter.setPen(QPen(colour, _DOT, c=Qt.PenCapStyle.RoundCap))
                painter.drawPoints(points)


class Overlay:
    """The runs that are shown under the training.

    Attributes:
        histories: of each run.
        highest_losses: the highest loss that is drawn, without those of the beginning, and the highest of all.
    """

    def __init__(self) -> None:
        self._runs: Sequence[RunCurves] = ()
        self.histories: list[TrainingHistory] = []
        self.highest_losses = (0.0, 0.0)

    def show(self, runs: Sequence[RunCurves], window: int) -> None:
        """Show these, with the loss smoothed over a window."""
        self._runs = runs
        self.histories = [TrainingHistory.of(run, window) for run in runs]

    def lines(self, alone: bool) -> dict[str, list[RunLine]]:
        """The lines for each plot, by its name.

        Args:
            alone: without a training. A single run then has its raw losses, too; among others they are in the way.
        """
        titles = {"train": tr("train"), "test": tr("test"), "validation": tr("validation")}
        dots = len(self.histories) <= _MOST_DOTTED
        raw = alone and len(self.histories) == 1
        losses = [each.highest_losses(smooth=not raw) for each in self.histories]
        self.highest_losses = max((low for low, _ in losses), default=0), max((high for _, high in losses), default=0)
        lines: dict[str, list[RunLine]] = {"accuracy": [], "loss": [], "rate": []}
        for number, (run, history) in enumerate(zip(self._runs, self.histories, strict=True)):
            colour, kind = run.colour, history.main_accuracy
            lines["accuracy"].append(RunLine(number, titles[kind], colour, history, kind, dots=dots))
            if kind != "train":
                lines["accuracy"].append(RunLine(number, titles["train"], colour, history, "train", _TRAIN))
            if raw:
                lines["loss"].append(RunLine(number, tr("loss"), colour, history, "raw", _RAW))
            lines["loss"].append(RunLine(number, tr("smoothed"), colour, history, "smooth"))
            lines["rate"].append(RunLine(number, tr("learning rate"), colour, history, "rate"))
        return lines
