"""Points in a plane, coloured by digit, with the digit at the middle of its points, and a star for the drawing."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF

from engine.i18n import tr
from engine.types import CLASSES, FloatArray, IntArray
from gui.theme import Theme
from gui.widgets.array_view import ArrayView, Cell

# The points have a root mean square distance of 1 from the middle.
_LEAST_RANGE, _SHARE, _MARGIN = 1.6, 99.5, 1.08
_POINT, _NEAR, _STAR = 5.0, 12.0, 13.0
_CORNERS, _INNER = 10, 0.45
_STEPS_APART = 20


class ScatterView(ArrayView):
    """A cell is the index of a point.

    Attributes:
        points: (n, 2) float32. labels: (n,), 0 to 9.
        star: (2,), or None.
    """

    SIZE, LEAST_SIZE = (360, 320), (160, 140)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "map-points")
        self.setAccessibleName(tr("Map of the test digits"))
        self.points: FloatArray = np.zeros((0, 2), np.float32)
        self.labels: IntArray = np.zeros(0, np.uint8)
        self.star: FloatArray | None = None
        self._range = _LEAST_RANGE

    def show_points(self, points: FloatArray, labels: IntArray) -> None:
        """Other points; if there are fewer than before, none is the current one."""
        self.points, self.labels = points, labels
        if self.current is not None and self.current >= len(points):
            self.current = None
        if len(points):
            self._range = max(_LEAST_RANGE, float(np.percentile(np.abs(points), _SHARE)) * _MARGIN)
        self.update()

    def show_star(self, star: FloatArray | None) -> None:
        """Where the drawing is; None for no drawing."""
        self.star = star
        self.update()

    # -- geometry

    def position(self, point: FloatArray) -> QPointF:
        """Where a point (2,) is painted; what lies too far outside is painted at the edge."""
        x, y = self._positions(point[None])[0].tolist()
        return QPointF(x, y)

    def _positions(self, points: FloatArray) -> FloatArray:
        """(n, 2) in pixels."""
        size = np.array((self.width(), self.height()))
        scale = (size.min() / 2 - self._theme.px(_POINT)) / self._range
        limits = size / 2 - self._theme.px(_POINT)
        found: FloatArray = size / 2 + np.clip(points * (1, -1) * scale, -limits, limits)
        return found

    def cell_at(self, position: QPointF) -> Cell | None:
        if not len(self.points):
            return None
        distances = np.hypot(*(self._positions(self.points) - (position.x(), position.y())).T)
        nearest = int(distances.argmin())
        return nearest if distances[nearest] <= self._theme.px(_NEAR) else None

    def cell_rect(self, cell: Cell) -> QRectF:
        side = 2 * self._theme.px(_POINT)
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(self.position(self.points[cell]))
        return rect

    def cell_text(self, cell: Cell) -> str:
        return tr("Test digit {0}, true label {1}", cell + 1, int(self.labels[cell]))

    def _first_cell(self) -> Cell | None:
        """The one nearest to the middle."""
        return int(np.hypot(*self.points.T).argmin()) if len(self.points) else None

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        """The nearest one in that direction."""
        if self.current is None:
            return self._first_cell()
        offsets = self._positions(self.points) - self._positions(self.points[self.current][None])
        forward = offsets @ (by[1], by[0])
        sideways = np.abs(offsets @ (by[0], by[1]))
        ahead = (forward > 0) & (sideways <= forward)
        if not ahead.any():
            return int(self.current)
        return int(np.where(ahead, forward + sideways, math.inf).argmin())

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        positions = self._positions(self.points)
        for digit in range(CLASSES):
            pen = QPen(self._theme.colour(f"run-{digit + 1}"), self._theme.px(_POINT))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints([QPointF(x, y) for x, y in positions[self.labels == digit].tolist()])
        self._paint_digits(painter, positions)
        if self.star is not None:
            self._paint_star(painter, self.position(self.star))
        if self.current is not None:
            self._paint_focus(painter, QRectF(self.rect()), self.cell_rect(self.current))

    def _paint_digits(self, painter: QPainter, positions: FloatArray) -> None:
        """Each digit at the middle of its points, with a disc behind it so that it can be read."""
        font = QFont(self.font())
        font.setPointSizeF(1.35 * font.pointSizeF())
        font.setBold(True)
        painter.setFont(font)
        side = 1.25 * painter.fontMetrics().height()
        digits = np.unique(self.labels).tolist()
        middles = [np.median(positions[self.labels == digit], axis=0) for digit in digits]
        for digit, (x, y) in zip(digits, _apart(middles, side).tolist() if digits else (), strict=True):
            disc = QRectF(x - side / 2, y - side / 2, side, side)
            painter.setPen(QPen(self._theme.colour(f"run-{digit + 1}"), self._theme.px(2)))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawEllipse(disc)
            painter.setPen(self._theme.colour("text"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(digit))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_star(self, painter: QPainter, centre: QPointF) -> None:
        corners = [
            centre + QPointF(math.sin(angle), -math.cos(angle)) * self._theme.px(_STAR) * (_INNER if i % 2 else 1)
            for i, angle in enumerate(np.linspace(0, 2 * math.pi, _CORNERS, endpoint=False).tolist())
        ]
        painter.setPen(QPen(self._theme.colour("surface"), self._theme.px(2)))
        painter.setBrush(self._theme.colour("text"))
        painter.drawPolygon(QPolygonF(corners))


def _apart(middles: list[FloatArray], distance: float) -> FloatArray:
    """(n, 2): the places moved so that none is nearer to another one than ``distance``, as far as a few steps can."""
    places = np.array(middles, np.float64)
    # Two at the same place go apart in a direction that depends on their order.
    places += 0.01 * np.stack([np.cos(np.arange(len(places))), np.sin(np.arange(len(places)))], axis=1)
    for _ in range(_STEPS_APART):
        offsets = places[:, None] - places
        lengths = np.hypot(offsets[..., 0], offsets[..., 1])
        np.fill_diagonal(lengths, np.inf)
        missing = np.maximum(distance - lengths, 0) / 2
        places += (offsets * (missing / lengths)[..., None]).sum(axis=1)
    return places
