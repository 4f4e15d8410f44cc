"""The curves of stored runs, drawn under those of the running training.

Qt keeps them in a pixmap, and they are painted again only when the view has changed: while a training runs, each redraw
costs the copying of that pixmap. With one pg.PlotDataItem for each run (automatic "peak" downsampling, clip to view),
zooming takes about 4 times as long where the lines are 1 pixel wide, and 30 times or more where they are as wide as
here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.types import FloatArray
from gui.i18n import tr
from gui.training.curves.training_history import TrainingHistory

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
        line: which of ``TrainingHistory.points``.
        shade: how much of the run's colour it has; below 1 it is a thin line.
        dots: mark every point, where they are few.
    """

    run: int
    title: str
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
        self.setCacheMode(self.CacheMode.DeviceCoordinateCache)
        self.lines: Sequence[RunLine] = ()
        self._colours: Sequence[QColor] = ()
        self._emphasized: int | None = None

    def show_lines(self, lines: Sequence[RunLine], colours: Sequence[QColor]) -> None:
        """Draw these from now on, each in its colour."""
        self.lines, self._colours = lines, colours
        self.setVisible(bool(lines))
        self.update()

    def emphasize(self, run: int | None) -> None:
        """Draw one of the runs broader, and over the others."""
        self._emphasized = run
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:
        super().viewTransformChanged()
        self.prepareGeometryChange()
        # Qt moves what it keeps, but the bounding rectangle stays where it is.
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        seen, to_device = self.boundingRect(), painter.worldTransform()
        painter.save()
        painter.resetTransform()
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
        painter.restore()


def run_lines(runs: Sequence[TrainingHistory], raw: bool) -> dict[str, list[RunLine]]:
    """The lines of the runs for each plot, by its name.

    Args:
        raw: also the losses that are not smoothed.
    """
    titles = {"train": tr("train"), "test": tr("test"), "validation": tr("validation")}
    lines: dict[str, list[RunLine]] = {"accuracy": [], "loss": [], "rate": []}
    for number, run in enumerate(runs):
        kind, dots = run.main_accuracy, len(runs) <= _MOST_DOTTED
        lines["accuracy"].append(RunLine(number, titles[kind], run, kind, dots=dots))
        if kind != "train":
            lines["accuracy"].append(RunLine(number, titles["train"], run, "train", _TRAIN))
        if raw:
            lines["loss"].append(RunLine(number, tr("loss"), run, "raw", _RAW))
        lines["loss"].append(RunLine(number, tr("smoothed"), run, "smooth"))
        lines["rate"].append(RunLine(number, tr("learning rate"), run, "rate"))
    return lines
