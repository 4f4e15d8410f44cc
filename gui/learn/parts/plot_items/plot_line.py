"""A line in a plane. ``Plane.add_line`` makes it."""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from engine.types import FloatArray

if TYPE_CHECKING:
    from gui.learn.parts.plane import Plane

# The diameters of the dots at the points of a line, and at its end, in pixels.
_DOT, _END = 5, 9


class _LineItem(pg.GraphicsObject):
    """Lines between pairs of points of the plane (2 k, 2), and dots, painted in the pixels of the widget.

    Attributes:
        pen: of the lines.
        dot_size, end_size: diameters, 0 for none; the end is the last dot.
        crossing: whether the lines cross each other often. Qt draws single lines with square ends a hundred times as
            fast as a broad path that crosses itself, though with less smooth edges.
    """

    def __init__(self, crossing: bool) -> None:
        super().__init__()
        self.pen, self.crossing = QPen(), crossing
        self.dot_size, self.end_size = 0.0, 0.0
        self._ends: FloatArray = np.zeros((0, 2))
        self._dots: FloatArray = np.zeros((0, 2))
        self._rect = QRectF()

    def set_places(self, ends: FloatArray, dots: FloatArray) -> None:
        """Draw other lines, and dots (n, 2)."""
        self.prepareGeometryChange()
        self._ends, self._dots, self._rect = ends, dots, QRectF()
        places = np.concatenate([ends, dots])
        if len(places):
            (left, top), (right, bottom) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
            self._rect = QRectF(left, top, right - left, bottom - top)
        self.update()

    def boundingRect(self) -> QRectF:
        # Qt asks for it twenty times a frame, and pyqtgraph's pixelVectors is slow.
        to_pixels = self.sceneTransform()
        if not to_pixels.m11() or not to_pixels.m22():
            return self._rect
        margin = max(self.pen.widthF(), self.end_size, self.dot_size)
        across, up = margin / abs(to_pixels.m11()), margin / abs(to_pixels.m22())
        return self._rect.adjusted(-across, -up, across, up)

    def paint(self, painter: QPainter, *args: Any) -> None:
        to_pixels = painter.worldTransform()
        factors, offsets = (to_pixels.m11(), to_pixels.m22()), (to_pixels.dx(), to_pixels.dy())
        ends, dots = self._ends * factors + offsets, self._dots * factors + offsets
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.crossing:
            painter.drawLines([QLineF(*each) for each in ends.reshape(-1, 4).tolist()])
        elif len(ends):
            joined = np.ones(len(ends), np.int32)
            joined[1:-1:2] = (self._ends[1:-1:2] == self._ends[2::2]).all(axis=1)
            painter.drawPath(pg.arrayToQPath(ends[:, 0], ends[:, 1], connect=joined))
        points = [QPointF(x, y) for x, y in dots.tolist()]
        for size, some in ((self.dot_size, points[:-1]), (self.end_size, points[-1:])):
            if size and some:
                painter.setPen(QPen(self.pen.color(), size, c=Qt.PenCapStyle.RoundCap))
                painter.drawPoints(some)
        painter.restore()


class Line:
    """A line through points. What lies outside the view is cut off: it may be any number.

    Attributes:
        item: of the scene, for example to set its order by ``setZValue``.
    """

    def __init__(self, plane: "Plane", colour: str, width: float, dashed: bool, dots: bool) -> None:
        self._plane, self._colour, self._width, self._dashed, self._dotted = plane, colour, width, dashed, dots
        self._points: FloatArray = np.zeros((0, 2))
        self.item = _LineItem(crossing=dots)
        plane.addItem(self.item, ignoreBounds=True)
        plane.restyled.connect(self._restyle)
        plane.view.sigRangeChanged.connect(self._clip)
        self._restyle()

    def set_points(self, x: FloatArray, y: FloatArray) -> None:
        """Draw it through points (n,), (n,). It is interrupted where they are not finite."""
        self._points = np.stack([np.asarray(x, np.float64), np.asarray(y, np.float64)], axis=1)
        self._clip()

    def remove(self) -> None:
        """Take it away."""
        self._plane.restyled.disconnect(self._restyle)
        self._plane.view.sigRangeChanged.disconnect(self._clip)
        self._plane.removeItem(self.item)

    def set_colour(self, colour: str) -> None:
        """Give it another colour of the theme."""
        self._colour = colour
        self._restyle()

    def set_visible(self, visible: bool) -> None:
        """Show or hide it."""
        self.item.setVisible(visible)

    def _clip(self) -> None:
        view = self._plane.seen
        # Broad lines leave the view a little later than their middle.
        view.adjust(-0.1 * view.width(), -0.1 * view.height(), 0.1 * view.width(), 0.1 * view.height())
        dots = self._points[within(self._points, view)] if self._dotted else self._points[:0]
        self.item.set_places(clipped(self._points, view), dots)

    def _restyle(self) -> None:
        theme, item = self._plane.theme, self.item
        item.pen = QPen(theme.colour(self._colour), self._width * theme.line)
        item.pen.setCapStyle(Qt.PenCapStyle.FlatCap if self._dashed else Qt.PenCapStyle.SquareCap)
        item.pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self._dashed:
            item.pen.setDashPattern([4.0, 3.0])
        if self._dotted:
            item.dot_size, item.end_size = theme.px(_DOT), theme.px(_END)
        self._clip()


def clipped(points: FloatArray, view: QRectF) -> FloatArray:
    """The segments of a path (n, 2) that cross a rectangle, as pairs of points (2 k, 2).

    A path that explodes has points so far away that Qt cannot draw lines to them.
    """
    low, high = np.array([view.left(), view.top()]), np.array([view.right(), view.bottom()])
    # What is not finite gives nan, and is in no rectangle.
    with np.errstate(all="ignore"):
        starts, steps = points[:-1], np.diff(points, axis=0)
        # Liang and Barsky (1984): the part of each segment, from 0 to 1, between the two edges of each direction.
        bounds = np.sort(np.stack([(low - starts) / steps, (high - starts) / steps]), axis=0)
        still = steps == 0
        inside = (starts >= low) & (starts <= high)
        first = np.where(still, np.where(inside, 0.0, np.inf), bounds[0]).max(axis=1, initial=0.0)
        last = np.where(still, np.where(inside, 1.0, -np.inf), bounds[1]).min(axis=1, initial=1.0)
    seen = first < last
    starts, steps, first, last = starts[seen], steps[seen], first[seen, None], last[seen, None]
    return np.stack([starts + first * steps, starts + last * steps], axis=1).reshape(-1, 2)


def within(points: FloatArray, view: QRectF) -> npt.NDArray[np.bool_]:
    """(n,): which points (n, 2) are in a rectangle."""
    low, high = (view.left(), view.top()), (view.right(), view.bottom())
    return np.asarray(((points >= low) & (points <= high)).all(axis=1))
