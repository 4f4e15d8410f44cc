"""The curves of kept trainings, under those of the running one.

They are painted into a picture, anew only where the view has changed: while a training goes on under ten others, each
new point of it costs the copying of that picture, not the drawing of ten long lines.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.types import FloatArray
from gui.training.curves.figure import Drawn

# Gives the points between two x, about so many at most.
Points: TypeAlias = Callable[[float, float, int], tuple[FloatArray, FloatArray]]

# As fine as the eye can follow.
_POINTS, _PALE_POINTS = 160, 400
_WIDTH, _STRONG, _PALE = 1.6, 3.2, 1.0
# Every point is marked where there are so few.
_DOTTED, _DOT = 30, 5


@dataclass(frozen=True)
class Stroke:
    """One curve of a run.

    Attributes:
        run: which of the runs, counted from 0.
        title: what it is of each run.
        colour: a named colour of the theme.
        points: gives what can be seen of it.
        shade: how much of the colour it has; below 1 it is a thin line.
        dots: mark every point, where they are few.
    """

    run: int
    title: str
    colour: str
    points: Points
    shade: float = 1.0
    dots: bool = False

    @property
    def thin(self) -> bool:
        """Whether it stands behind the others."""
        return self.shade < 1

    def drawn(self, start: float, end: float, colour: QColor) -> Drawn:
        """What can be seen of it between two x."""
        x, y = self.points(start, end, _PALE_POINTS if self.thin else _POINTS)
        return Drawn(x, y, colour, _PALE if self.thin else _WIDTH, self.dots and len(x) <= _DOTTED)


class RunLayer(pg.GraphicsObject):
    """All strokes of a plot."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-1)
        self.strokes: Sequence[Stroke] = ()
        self._colours: Sequence[QColor] = ()
        self._strong: int | None = None
        self._picture = QPixmap()
        self._painted_for: object = None

    def show_strokes(self, strokes: Sequence[Stroke], colours: Sequence[QColor]) -> None:
        """Paint these from now on, each in its colour."""
        self.strokes, self._colours = strokes, colours
        self.refresh()

    def stress(self, run: int | None) -> None:
        """Paint one of the runs over the others, and broader."""
        if run != self._strong:
            self._strong = run
            self.refresh()

    def refresh(self) -> None:
        """What is to be painted has changed."""
        self._painted_for = None
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:
        super().viewTransformChanged()
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self.strokes:
            return
        to_widget = painter.worldTransform()
        area = to_widget.mapRect(self.boundingRect())
        ratio = painter.device().devicePixelRatioF()
        state = (to_widget, area, ratio)
        if state != self._painted_for:
            self._painted_for = state
            self._paint_picture(to_widget, area, ratio)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(area.topLeft(), self._picture)
        painter.restore()

    def _paint_picture(self, to_widget: QTransform, area: QRectF, ratio: float) -> None:
        self._picture = QPixmap((area.size() * ratio).toSize())
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        seen = self.boundingRect()
        # The thin ones below all others, the one that is stressed above them.
        order = sorted(
            zip(self.strokes, self._colours, strict=True),
            key=lambda pair: (pair[0].run == self._strong, not pair[0].thin),
        )
        for stroke, colour in order:
            curve = stroke.drawn(seen.left(), seen.right(), colour)
            if not len(curve.x):
                continue
            # Of so many points the smooth edges would not be seen, and they cost the most.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(curve.x) <= _PALE_POINTS)
            wide = _STRONG if stroke.run == self._strong and not stroke.thin else curve.width
            painter.setPen(QPen(colour, wide, j=Qt.PenJoinStyle.BevelJoin))
            points = pg.functions.arrayToQPolygonF(
                to_widget.m11() * curve.x + (to_widget.dx() - area.left()),
                to_widget.m22() * curve.y + (to_widget.dy() - area.top()),
            )
            painter.drawPolyline(points)
            if curve.dots:
                painter.setPen(QPen(colour, _DOT, c=Qt.PenCapStyle.RoundCap))
                painter.drawPoints(points)
        painter.end()
