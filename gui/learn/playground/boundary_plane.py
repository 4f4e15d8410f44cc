"""The plane with the points, and what the network predicts everywhere in it."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap

from engine.i18n import tr
from engine.types import ByteArray
from gui.learn.playground.class_colours import CLASS_COLOURS, colour_table, image_of
from gui.learn.playground.toy_data import LIMIT, Points
from gui.theme import Theme
from gui.widgets.array_view import ArrayView, Cell

_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEP, _SHIFT_STEP = 0.25, 0.05
_POINT, _RING, _CROSS = 3.4, 2.6, 6.0


class BoundaryPlane(ArrayView):
    """A cell is a place (x1, x2). A click adds a point there; a click with the right button, or Delete, removes one.

    Attributes:
        place: where the cross is: the last place that was pointed at.

    Signals:
        remove: the nearest point to a place (x1, x2) is to be removed.
    """

    SIZE, LEAST_SIZE = (320, 320), (120, 120)
    remove = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "boundary-plane")
        self.setAccessibleName(tr("The plane with the points"))
        self.setToolTip(tr("Click to add a point, right-click to remove one"))
        self._table = colour_table(theme)
        self._colours: ByteArray | None = None
        self._points: Points | None = None
        # The points as they were painted last: only the colours change while the network trains.
        self._painted = QPixmap()
        self.place = (0.0, 0.0)
        theme.changed.connect(self._restyle)

    def show_colours(self, colours: ByteArray) -> None:
        """Show other outputs, (rows, columns)."""
        self._colours = colours
        self.update()

    def show_points(self, points: Points) -> None:
        """Show other points."""
        self._points, self._painted = points, QPixmap()
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self._table, self._painted = colour_table(self._theme), QPixmap()
        self.update()

    # -- geometry

    @property
    def area(self) -> QRectF:
        """The square of the plane, next to the text below it."""
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, self.height() - side, side, side)

    def position(self, x: Cell) -> QPointF:
        """Of a place (x1, x2), in pixels."""
        area = self.area
        scale = area.width() / (2 * LIMIT)
        return QPointF(area.center().x() + x[0] * scale, area.center().y() - x[1] * scale)

    def reach(self) -> float:
        """How far a finger is from what it means, in the plane's units."""
        return self._theme.px(14) * 2 * LIMIT / max(self.area.width(), 1)

    def cell_at(self, position: QPointF) -> Cell | None:
        area = self.area
        if not area.contains(position):
            return None
        scale = area.width() / (2 * LIMIT)
        offset = position - area.center()
        return round(offset.x() / scale, 2), round(-offset.y() / scale, 2)

    def cell_rect(self, cell: Cell) -> QRectF:
        side = 2.0 * self._theme.px(_CROSS)
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(self.position(cell))
        return rect

    def cell_text(self, cell: Cell) -> str:
        return tr("x1 = {0}, x2 = {1}", f"{cell[0]:.2f}", f"{cell[1]:.2f}")

    def _first_cell(self) -> Cell | None:
        return self.place

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        size = _SHIFT_STEP if shift else _STEP
        x1, x2 = self.place
        wanted = x1 + size * by[1], x2 - size * by[0]
        return tuple(round(min(max(each, -LIMIT), LIMIT), 2) for each in wanted)

    # -- mouse and keyboard

    def _point(self, cell: Cell | None) -> None:
        if cell is not None:
            self.current = self.place = cell
            self.update()
        super()._point(cell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is None:
            return
        self._point(cell)
        if event.button() == Qt.MouseButton.RightButton:
            self.remove.emit(cell)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.remove.emit(self.place)
        else:
            super().keyPressEvent(event)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        area = self.area
        if self._colours is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, image_of(self._colours, self._table))
        ratio = self.devicePixelRatioF()
        if self._points is not None:
            if self._painted.size() != self.size() * ratio:
                self._painted = self._paint_points(self._points, self.size() * ratio, ratio)
            painter.drawPixmap(0, 0, self._painted)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cross(painter)
        self._paint_focus(painter, area)

    def _paint_points(self, points: Points, size: QSize, ratio: float) -> QPixmap:
        """The axes, the points of the training set as discs, those of the test set as rings."""
        pixmap = QPixmap(size)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        area = self.area
        axes = self._theme.colour("line")
        axes.setAlphaF(0.45)
        painter.setPen(QPen(axes, 1))
        centre = area.center()
        painter.drawLine(QPointF(area.left(), centre.y()), QPointF(area.right(), centre.y()))
        painter.drawLine(QPointF(centre.x(), area.top()), QPointF(centre.x(), area.bottom()))
        # Smaller in a small plane, where five hundred points would cover it.
        scale = max(0.7, min(area.width() / self._theme.px(400), 1.2)) * self._theme.px(10) / 10
        marks = {(t, train): self._mark(t, train, scale, ratio) for t in (0, 1) for train in (True, False)}
        corner = self.position((0, 0)) - QPointF(1, 1) * marks[0, True].width() / ratio / 2
        pixels = area.width() / (2 * LIMIT)
        for (x1, x2), t, train in zip(points.x.tolist(), points.t.tolist(), points.train.tolist(), strict=True):
            painter.drawPixmap(QPointF(corner.x() + x1 * pixels, corner.y() - x2 * pixels), marks[t, train])
        words = painter.fontMetrics()
        painter.setPen(self._theme.colour("text"))
        painter.drawText(QPointF(area.right() - words.horizontalAdvance("x1") - 4, centre.y() - 4), tr("x1"))
        painter.drawText(QPointF(centre.x() + 4, area.top() + words.ascent() + 2), tr("x2"))
        painter.end()
        return pixmap

    def _mark(self, t: int, train: bool, scale: float, ratio: float) -> QPixmap:
        """One point: it is painted once, and copied."""
        side = 2 * math.ceil(scale * (_POINT + 1))
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, surface = self._theme.colour(CLASS_COLOURS[t]), self._theme.colour("surface")
        painter.setPen(QPen(surface, 1) if train else QPen(colour, 1.6 * scale))
        painter.setBrush(colour if train else surface)
        radius = scale * (_POINT if train else _RING)
        painter.drawEllipse(QPointF(side / 2, side / 2), radius, radius)
        painter.end()
        return pixmap

    def _paint_cross(self, painter: QPainter) -> None:
        """The place that the keys are at, and whose prediction is written below."""
        centre, size = self.position(self.place), self._theme.px(_CROSS)
        for colour, width in (("surface", 4), ("text", 2)):
            painter.setPen(QPen(self._theme.colour(colour), self._theme.px(width)))
            painter.drawLine(centre - QPointF(size, 0), centre + QPointF(size, 0))
            painter.drawLine(centre - QPointF(0, size), centre + QPointF(0, size))
