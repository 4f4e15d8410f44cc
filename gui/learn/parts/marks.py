"""What is drawn in a plane: lines, marks, words, half planes and images. ``Plane.add_...`` makes them."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication

from engine.types import ByteArray, FloatArray
from gui.theme import mixed
from gui.widgets.pixel_painting import to_image

if TYPE_CHECKING:
    from gui.learn.parts.plane import Plane

# So much of a colour has a half plane.
_REGION = 0.16
# The diameter of a mark at a point of a line, in pixels.
_DOT = 5


class Line:
    """A line through points. What lies outside the view is cut off: it may be any number.

    Attributes:
        item: of pyqtgraph, for example to set its order by ``setZValue``.
    """

    def __init__(self, plane: "Plane", colour: str, width: float, dashed: bool, dots: bool) -> None:
        self._plane, self._colour, self._width, self._dashed = plane, colour, width, dashed
        self._points: FloatArray = np.zeros((0, 2))
        self.item = pg.PlotCurveItem(skipFiniteCheck=True)
        plane.addItem(self.item, ignoreBounds=True)
        self._dots = Marks(plane, colour, "o", _DOT, False) if dots else None
        plane.restyled.connect(self._restyle)
        plane.view.sigRangeChanged.connect(self._clip)
        self._restyle()

    def set_points(self, x: FloatArray, y: FloatArray) -> None:
        """Draw it through points (n,), (n,). It is interrupted where they are not finite."""
        self._points = np.stack([np.asarray(x, np.float64), np.asarray(y, np.float64)], axis=1)
        self._clip()
        if self._dots is not None:
            self._dots.set_points(x, y)

    def set_colour(self, colour: str) -> None:
        """Give it another colour of the theme."""
        self._colour = colour
        self._restyle()
        if self._dots is not None:
            self._dots.set_colour(colour)

    def set_visible(self, visible: bool) -> None:
        """Show or hide it."""
        self.item.setVisible(visible)
        if self._dots is not None:
            self._dots.item.setVisible(visible)

    def _clip(self) -> None:
        view = self._plane.seen
        # Broad lines leave the view a little later than their middle.
        view.adjust(-0.1 * view.width(), -0.1 * view.height(), 0.1 * view.width(), 0.1 * view.height())
        ends = clipped(self._points, view)
        connected = np.ones(len(ends), np.int32)
        connected[1:-1:2] = (ends[1:-1:2] == ends[2::2]).all(axis=1)
        self.item.setData(ends[:, 0], ends[:, 1], connect=connected)

    def _restyle(self) -> None:
        theme = self._plane.theme
        width = self._width * theme.line * self._plane.devicePixelRatioF()
        pen = QPen(theme.colour(self._colour), width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
        pen.setCosmetic(True)
        if self._dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([4.0, 3.0])
        self.item.setPen(pen)


class Marks:
    """Points that cannot be moved.

    Attributes:
        item: of pyqtgraph.
    """

    def __init__(self, plane: "Plane", colour: str, symbol: str, size: float, hollow: bool) -> None:
        self._plane, self._colour, self._size, self._hollow = plane, colour, size, hollow
        self.item = pg.ScatterPlotItem(symbol=symbol, pxMode=True)
        plane.addItem(self.item, ignoreBounds=True)
        plane.restyled.connect(self._restyle)
        self._restyle()

    def set_points(self, x: FloatArray, y: FloatArray) -> None:
        """Show them at (n,), (n,); what is not finite is left out."""
        x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
        # Qt could not draw what is farther away.
        view, places = self._plane.seen, np.stack([x, y])
        low, high = np.array([view.left(), view.top()]), np.array([view.right(), view.bottom()])
        with np.errstate(invalid="ignore", over="ignore"):
            near = (np.abs(places.T - (low + high) / 2) <= high - low).all(axis=1)
        self.item.setData(x[near], y[near])

    def set_colour(self, colour: str) -> None:
        """Give them another colour of the theme."""
        self._colour = colour
        self._restyle()

    def _restyle(self) -> None:
        theme = self._plane.theme
        colour = theme.colour(self._colour)
        edge = colour if self._hollow else theme.colour("surface")
        self.item.setPen(pg.mkPen(edge, width=theme.px(2 if self._hollow else 1)))
        self.item.setBrush(theme.colour("surface") if self._hollow else colour)
        self.item.setSize(theme.px(self._size))


class Text:
    """Words at a place of the plane.

    Attributes:
        item: of pyqtgraph.
    """

    def __init__(self, plane: "Plane", text: str, colour: str, anchor: tuple[float, float]) -> None:
        self._plane, self._colour = plane, colour
        self.item = pg.TextItem(text, anchor=anchor)
        self.item.setZValue(50)
        plane.addItem(self.item, ignoreBounds=True)
        plane.restyled.connect(self._restyle)
        self._restyle()

    def set_text(self, text: str) -> None:
        """Write something else."""
        self.item.setText(text)

    def move_to(self, x: float, y: float) -> None:
        """Put it elsewhere."""
        self.item.setPos(x, y)

    def set_visible(self, visible: bool) -> None:
        """Show or hide it."""
        self.item.setVisible(visible)

    def _restyle(self) -> None:
        self.item.setFont(QApplication.font())
        self.item.setColor(self._plane.theme.colour(self._colour))


class HalfPlanes(pg.GraphicsObject):
    """The two sides of a line in colour.

    Attributes:
        line: the line itself.
    """

    def __init__(self, plane: "Plane") -> None:
        super().__init__()
        self.setZValue(-60)
        self._plane = plane
        self._weights: tuple[float, float, float] = (0.0, 0.0, 0.0)
        self._colours: tuple[str | None, str | None] = (None, None)
        plane.addItem(self, ignoreBounds=True)
        self.line = Line(plane, "text", 1, False, False)
        plane.view.sigRangeChanged.connect(self._update)
        plane.restyled.connect(self.update)

    def show_sides(self, weights: tuple[float, float, float], colours: tuple[str | None, str | None]) -> None:
        """See ``Plane.set_half_planes``."""
        self._weights, self._colours = weights, colours
        self._update()

    def _update(self) -> None:
        self.prepareGeometryChange()
        border = np.array([each for each, on_line in self._side(1.0) if on_line]).reshape(-1, 2)
        self.line.set_points(border[:, 0], border[:, 1])
        self.update()

    def _side(self, sign: float) -> list[tuple[tuple[float, float], bool]]:
        """The corners of one side as far as it is in view, each with whether it lies on the line.

        Sutherland and Hodgman (1974): the view's corners on this side, and where its edges cross the line.
        """
        view, (a, b, c) = self._plane.seen, self._weights
        xs, ys = (view.left(), view.right()), (view.top(), view.bottom())
        corners = [(xs[0], ys[0]), (xs[1], ys[0]), (xs[1], ys[1]), (xs[0], ys[1])]
        sums = [sign * (a * x + b * y + c) for x, y in corners]
        found = []
        for i, (corner, value) in enumerate(zip(corners, sums, strict=True)):
            (x0, y0), before = corners[i - 1], sums[i - 1]
            if (value > 0) is not (before > 0):
                share = before / (before - value)
                found.append(((x0 + share * (corner[0] - x0), y0 + share * (corner[1] - y0)), True))
            if value > 0:
                found.append((corner, False))
        return found

    def boundingRect(self) -> QRectF:
        return self._plane.seen

    def paint(self, painter: QPainter, *args: Any) -> None:
        theme = self._plane.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        positive, negative = self._colours
        # Where the sum is 0, it is not above 0.
        if negative is not None:
            painter.fillRect(self._plane.seen, mixed(theme.colour(negative), theme.colour("surface"), _REGION))
        if positive is not None:
            painter.setBrush(mixed(theme.colour(positive), theme.colour("surface"), _REGION))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner, _ in self._side(1.0)]))


class ColourField(pg.GraphicsObject):
    """An image that fills a rectangle of the plane, such as what a network predicts at every point of a grid.

    It is scaled once, not at every repaint.
    """

    def __init__(self, smooth: bool = True) -> None:
        super().__init__()
        self.setZValue(-100)
        self._image, self._rect, self._smooth = QImage(), QRectF(), smooth
        self._pixmap = QPixmap()

    def set_colours(self, colours: ByteArray, x_range: tuple[float, float], y_range: tuple[float, float]) -> None:
        """Show (h, w, 3) colours, uint8: the first row is at the lowest y, as in a numpy.meshgrid."""
        self.set_image(to_image(np.ascontiguousarray(colours[::-1])), x_range, y_range)

    def set_image(self, image: QImage, x_range: tuple[float, float], y_range: tuple[float, float]) -> None:
        """Show an image."""
        self.prepareGeometryChange()
        self._image, self._pixmap = image, QPixmap()
        self._rect = QRectF(x_range[0], y_range[0], x_range[1] - x_range[0], y_range[1] - y_range[0])
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, *args: Any) -> None:
        if self._image.isNull():
            return
        area = painter.worldTransform().mapRect(self._rect).toAlignedRect()
        ratio = painter.device().devicePixelRatioF()
        size = QSize(round(area.width() * ratio), round(area.height() * ratio))
        if self._pixmap.size() != size:
            mode = Qt.TransformationMode
            how = mode.SmoothTransformation if self._smooth else mode.FastTransformation
            scaled = self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, how)
            self._pixmap = QPixmap.fromImage(scaled)
            self._pixmap.setDevicePixelRatio(ratio)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(area.topLeft(), self._pixmap)
        painter.restore()


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
