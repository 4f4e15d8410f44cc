"""The curves of stored runs, drawn under those of the running training.

Qt keeps them in a pixmap, and they are painted again only when the view has changed: while a training runs, each redraw
costs the copying of that pixmap. With one pg.PlotDataItem for each run (automatic "peak" downsampling, clip to view),
zooming takes about 4 times as long where the lines are 1 pixel wide, and 30 times or more where they are as wide as
here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.i18n import tr
from engine.types import FloatArray
from gui.training.curves.line_style import LineStyle, line_pen
from gui.training.curves.training_history import TrainingHistory

# As fine as the eye can follow.
_POINTS, _THIN_POINTS = 160, 400
WIDTH, EMPHASIZED, _THIN = 2, 4, 1
# Every point is marked where there are so few.
_DOTTED, _DOT = 30, 5
# With more runs, the dots of all of them would be a cloud, and the lines of the training set are thin.
_FEW = 4
_RAW = 0.3


@dataclass(frozen=True)
class RunLine:
    """One curve of a run.

    Attributes:
        run: its number among the runs shown.
        title: what the curve shows, the same for every run.
        line: which of ``TrainingHistory.points``.
        shade: how much of the run's colour it has.
        thin: whether it is a thin line, behind the others.
        dots: mark every point, where they are few.
        equal: of several runs with the same losses its number, and how many they are; see ``line_pen``.
    """

    run: int
    title: str
    history: TrainingHistory
    line: str
    style: LineStyle = LineStyle.SOLID
    shade: float = 1.0
    thin: bool = False
    dots: bool = False
    equal: tuple[int, int] = (0, 1)

    def points(self, start: float, end: float) -> tuple[FloatArray, FloatArray]:
        """What to draw between two epochs."""
        return self.history.points(self.line, start, end, _THIN_POINTS if self.thin else _POINTS)


class RunLayer(pg.GraphicsObject):
    """All curves of the runs in one plot."""

    def __init__(self) -> None:
        super().__init__()
        self.setCacheMode(self.CacheMode.DeviceCoordinateCache)
        self.lines: Sequence[RunLine] = ()
        self._colours: Sequence[QColor] = ()
        self._filled: tuple[str, str, QColor] | None = None
        self._scale = 1.0
        self.emphasize(None)

    def show_lines(
        self, lines: Sequence[RunLine], colours: Sequence[QColor], filled: tuple[str, str, QColor] | None, scale: float
    ) -> None:
        """Draw these from now on, each in its colour, in widths for a zoom of the window.

        Args:
            filled: two lines of a run between which its plot is filled, and with what.
        """
        self.lines, self._colours, self._filled, self._scale = lines, colours, filled, scale
        self.setVisible(bool(lines))
        self.update()

    def emphasize(self, run: int | None) -> None:
        """Draw one of the runs broader, and over all other lines."""
        self._emphasized = run
        self.setZValue(-1 if run is None else 1)
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
        if self._filled is not None:
            self._fill(painter, to_device, *self._filled)
        # The thin ones below all others, the emphasized one above them.
        order = sorted(
            zip(self.lines, self._colours, strict=True),
            key=lambda pair: (pair[0].run == self._emphasized, not pair[0].thin),
        )
        for line, colour in order:
            x, y = self._on_device(line, seen, to_device)
            if not len(x):
                continue
            emphasized = line.run == self._emphasized
            width = _THIN if line.thin else EMPHASIZED if emphasized else WIDTH
            # Of so many points the smooth edges would not be seen, and they cost the most.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(x) <= _THIN_POINTS)
            equal = (0, 1) if emphasized else line.equal
            painter.setPen(line_pen(colour, width * self._scale, line.style, *equal))
            for piece in [(x, y)] if equal == (0, 1) else _visible(x, y, to_device.mapRect(seen)):
                painter.drawPolyline(pg.functions.arrayToQPolygonF(*piece))
            if line.dots and len(x) <= _DOTTED:
                painter.setPen(QPen(colour, _DOT * self._scale, c=Qt.PenCapStyle.RoundCap))
                painter.drawPoints(pg.functions.arrayToQPolygonF(x, y))
        painter.restore()

    def _on_device(self, line: RunLine, seen: QRectF, to_device: QTransform) -> tuple[FloatArray, FloatArray]:
        x, y = line.points(seen.left(), seen.right())
        return to_device.m11() * x + to_device.dx(), to_device.m22() * y + to_device.dy()

    def _fill(self, painter: QPainter, to_device: QTransform, above: str, below: str, colour: QColor) -> None:
        edges = [
            self._on_device(line, self.boundingRect(), to_device)
            for name in (above, below)
            for line in self.lines
            if line.line == name
        ]
        if len(edges) == 2:
            x, y = (np.concatenate((one, other[::-1])) for one, other in zip(*edges, strict=True))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(pg.functions.arrayToQPolygonF(x, y))
            painter.setBrush(Qt.BrushStyle.NoBrush)


def _visible(x: FloatArray, y: FloatArray, area: QRectF) -> list[tuple[FloatArray, FloatArray]]:
    """The parts of a line that are not above or below an area. Qt draws dashes at wrong places after the others, and
    those of equal runs would hide each other.
    """
    sides = (y > area.bottom()).astype(int) - (y < area.top())
    hidden = np.flatnonzero((sides[:-1] == sides[1:]) & (sides[1:] != 0)) + 1
    pieces = zip(np.split(x, hidden), np.split(y, hidden), strict=True)
    return [(part, values) for part, values in pieces if len(part) > 1]


def run_lines(runs: Sequence[TrainingHistory], raw: bool) -> dict[str, list[RunLine]]:
    """The lines of the runs for each plot, by its name.

    Args:
        raw: also the losses that are not smoothed.
    """
    kinds = {
        "train": (tr("train"), LineStyle.SOLID),
        "test": (tr("test"), LineStyle.DASHED),
        "validation": (tr("validation"), LineStyle.DOTTED),
    }
    lines: dict[str, list[RunLine]] = {"accuracy": [], "loss": [], "epoch-loss": [], "rate": []}
    few = len(runs) <= _FEW
    for number, run in enumerate(runs):
        make = partial(RunLine, number, history=run, equal=equal_runs(runs, number))
        for kind in dict.fromkeys(("train", run.main_accuracy)):
            title, style = kinds[kind]
            thin = not few and kind == "train" != run.main_accuracy
            if run.has(kind):
                lines["accuracy"].append(make(title, line=kind, style=style, thin=thin, dots=few))
            if kind != "validation" and run.has(f"{kind}_loss"):
                lines["epoch-loss"].append(make(title, line=f"{kind}_loss", style=style, thin=thin, dots=few))
        if raw:
            lines["loss"].append(make(tr("loss"), line="raw", shade=_RAW, thin=True))
        lines["loss"].append(make(tr("smoothed"), line="smooth"))
        lines["rate"].append(make(tr("learning rate"), line="rate"))
    return lines


def equal_runs(runs: Sequence[TrainingHistory], number: int) -> tuple[int, int]:
    """Of the runs that have the same losses as this one: its number among them, and how many they are."""
    same = [i for i, run in enumerate(runs) if i == number or run.equals(runs[number])]
    return same.index(number), len(same)
