"""What is drawn in a plane: marks, words, half planes and images. ``Plane.add_...`` makes them."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication

from engine.types import ByteArray, FloatArray
from gui.learn.parts.plot_items.plot_line import Line, within
from gui.theme import mixed
from gui.widgets.pixel_painting import to_image
from gui.widgets.plots.symbols import symbol_brush, symbol_pen

if TYPE_CHECKING:
    from gui.learn.parts.plane import Plane

# So much of a colour has a half plane.
_REGION = 0.16


class Marks:
    """Points that cannot be moved.

    Attributes:
        item: of pyqtgraph.
    """

    def __init__(self, plane: "Plane", colour: str, symbol: str, size: float, hollow: bool) -> None:
        self._plane, self._colour, self._size, self._hollow = plane, colour, size, hollow
        self._places: FloatArray = np.zeros((0, 2))
        self.item = pg.ScatterPlotItem(symbol=symbol, pxMode=True)
        plane.addItem(self.item, ignoreBounds=True)
        plane.restyled.connect(self._restyle)
        self._restyle()

    def set_points(self, x: FloatArray, y: FloatArray) -> None:
        """Show them at (n,), (n,); what is not finite is left out."""
        places = np.stack([np.asarray(x, np.float64), np.asarray(y, np.float64)], axis=1)
        # Qt could not draw what is very far away.
        view = self._plane.seen
        view.adjust(-view.width(), -view.height(), view.width(), view.height())
        places = places[within(places, view)]
        # It takes a millisecond.
        if not np.array_equal(places, self._places):
            self._places = places
            self.item.setData(places[:, 0], places[:, 1])

    def remove(self) -> None:
        """Take them away."""
        self._plane.restyled.disconnect(self._restyle)
        self._plane.removeItem(self.item)

    def set_colour(self, colour: str) -> None:
        """Give them another colour of the theme."""
        self._colour = colour
        self._restyle()

    def _restyle(self) -> None:
        theme = self._plane.theme
        colour = theme.colour(self._colour)
        edge = colour if self._hollow else theme.colour("surface")
        self.item.setPen(symbol_pen(edge, theme.px(2 if self._hollow else 1)), update=False)
        self.item.setBrush(symbol_brush(theme.colour("surface") if self._hollow else colour), update=False)
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
