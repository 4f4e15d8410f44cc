"""Strokes as smooth lines with round ends, of which only the visible part is painted."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from engine.ink.strokes import Drawing, Stroke, curve
from engine.types import FloatArray

# Canvas units between the points of the painted line.
STEP = 0.25
# A drawing with more points on its lines, from a file, would be painted for seconds. By hand one draws hundreds.
_MOST_SMOOTH = 20_000


def is_rough(drawing: Drawing) -> bool:
    """Whether a drawing has so many points that its lines are painted roughly."""
    return sum(len(curve(stroke, STEP)) for stroke in drawing) > _MOST_SMOOTH


def paint_stroke(
    painter: QPainter,
    stroke: Stroke,
    scale: float,
    width: float,
    colour: QColor,
    seen: QRectF | None = None,
    rough: bool = False,
) -> None:
    """Paint one stroke, in canvas units.

    Args:
        scale: of a canvas unit.
        width: of the brush, in canvas units.
        seen: the visible part; painting long lines takes most of the time after a move of the pen.
        rough: without smooth edges and round corners, ten times as fast.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not rough)
    if len(stroke) == 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        x, y = map(float, stroke[0] * scale)
        painter.drawEllipse(QPointF(x, y), width * scale / 2, width * scale / 2)
        return
    pen = QPen(colour, width * scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin if rough else Qt.PenJoinStyle.RoundJoin)
    points = curve(stroke, STEP) * scale
    # One path, not many lines: where lines overlap, their antialiased edges would add up.
    path = QPainterPath()
    reach = pen.widthF()
    for piece in [points] if seen is None else pieces_within(points, seen.adjusted(-reach, -reach, reach, reach)):
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in piece.tolist()]))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def pieces_within(points: FloatArray, seen: QRectF) -> list[FloatArray]:
    """The pieces of a line (n, 2) within a rectangle, each with one more point at both ends."""
    x, y = points.T
    inside = (x >= seen.left()) & (x <= seen.right()) & (y >= seen.top()) & (y <= seen.bottom())
    near = inside.copy()
    near[1:] |= inside[:-1]
    near[:-1] |= inside[1:]
    ends = np.flatnonzero(np.diff(near, prepend=False, append=False))
    return [points[first:end] for first, end in ends.reshape(-1, 2).tolist()]
