"""A function of x and y as coloured bands with contour lines, arrows of its gradient, paths, and a movable start."""

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from engine.types import FloatArray
from gui.learn.parts.curve_legend import CurveLegend, LegendEntry
from gui.learn.parts.plane import Plane, Range
from gui.learn.parts.plot_items.plot_line import Line
from gui.theme import Theme, mixed
from gui.widgets.cards import column
from gui.widgets.colour_maps import ramp
from gui.widgets.pixel_painting import to_image

# (m, n), (m, n) -> (m, n), float64.
Function = Callable[[FloatArray, FloatArray], FloatArray]
# (m, n), (m, n) -> two arrays (m, n): the gradient in x and in y.
Gradient = Callable[[FloatArray, FloatArray], tuple[FloatArray, FloatArray]]

# The function is evaluated at most so many times for an image.
_MOST_PIXELS = 250_000
# While the window is resized, the old image is stretched; milliseconds until there is a new one.
_PAUSE = 80
_BANDS = 12
# Of the accent colour in the highest band, and of the text's colour in a contour line.
_HIGHEST, _CONTOUR = 0.55, 0.35
# Distance of two arrows, in pixels; the longest one, and the shortest, in distances; the head, of the length.
_ARROWS, _LONGEST, _SHORTEST, _HEAD = 44, 0.8, 0.15, 0.3


class ContourPlot(QWidget):
    """The plane of x and y, seen from above: dark is high.

    Usage::

        self.plot = ContourPlot(theme, "descent", tr("f(x0, x1)"), "x0", "x1", (-4, 4), (-4, 4))
        self.plot.set_function(lambda x, y: x**2 + y**2, gradient=lambda x, y: (2 * x, 2 * y))
        self.plot.add_start(tr("start"), -3, 2)
        self.plot.start.moved.connect(self._update)
        self.plot.set_path("SGD", points, "run-1")            # points (n, 2), also nan and 1e300

    Attributes:
        plane: for more lines, marks and texts.
        start: the movable point, once ``add_start`` was called.
        legend: the titles of the paths.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        title: str,
        x_title: str,
        y_title: str,
        x_range: Range,
        y_range: Range,
        equal: bool = False,
    ) -> None:
        """The arguments are those of ``Plane``."""
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self.plane = Plane(theme, f"{name}-plane", title, x_title, y_title, x_range, y_range, equal)
        self.legend = CurveLegend(theme, f"{name}-legend")
        self.setLayout(column(self.legend, (self.plane, 1), spacing=2))
        self._field = self.plane.add_colours()
        self._function: Function | None = None
        self._gradient: Gradient | None = None
        self._logarithmic = False
        self._paths: dict[str, tuple[Line, str]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._render)
        self.plane.view.sigResized.connect(self._render_soon)
        self.plane.view.sigRangeChanged.connect(self._render_soon)
        self.plane.restyled.connect(self._render)

    # -- the function

    def set_function(self, function: Function, gradient: Gradient | None = None, logarithmic: bool = False) -> None:
        """Show a function.

        Args:
            gradient: draws arrows that point downhill, longer where it is steeper.
            logarithmic: for a function that is at least 0 and has very large values: contours at equal ratios.
        """
        self._function, self._gradient = function, gradient
        self._logarithmic = logarithmic
        # Before it is shown, its size is not known.
        if self.isVisible():
            self._render()

    def _render_soon(self) -> None:
        if self._function is not None:
            self._timer.start()

    @Slot()
    def _render(self) -> None:
        """Make the image of the bands, their borders and the arrows: while a point is dragged it stays as it is."""
        self._timer.stop()
        view, area = self.plane.seen, self.plane.view.sceneBoundingRect()
        if self._function is None or area.width() < 2 or area.height() < 2:
            return
        width, height = area.width(), area.height()
        share = min(1.0, math.sqrt(_MOST_PIXELS / (width * height)))
        columns, rows = round(width * share), round(height * share)
        x, y = np.meshgrid(
            np.linspace(view.left(), view.right(), columns), np.linspace(view.bottom(), view.top(), rows)
        )
        with np.errstate(all="ignore"):
            z: FloatArray = np.asarray(self._function(x, y), np.float64)
            z = np.log1p(z) if self._logarithmic else z
        image = self._bands(z, share * self.devicePixelRatioF())
        if self._gradient is not None:
            image = image.scaled(round(width), round(height))
            self._paint_arrows(image)
        self._field.set_image(image, (view.left(), view.right()), (view.top(), view.bottom()))

    def _bands(self, z: FloatArray, scale: float) -> QImage:
        """(rows, columns) values -> bands of colours with smooth borders."""
        finite = z[np.isfinite(z)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        colour = self._theme.colour
        colours = ramp(colour("surface"), mixed(colour("accent"), colour("surface"), _HIGHEST))
        table = np.array([_rgb(each) for each in colours], np.float32)
        level = np.nan_to_num((z - low) / ((high - low) or 1.0) * _BANDS, nan=_BANDS, posinf=_BANDS, neginf=0)
        band = np.clip(level.astype(np.int32), 0, _BANDS - 1)
        pixels = table[band * (len(table) - 1) // (_BANDS - 1)]
        # How far the nearest border is, in pixels: the difference of the level by its slope.
        down, right = np.gradient(level) if min(level.shape) > 1 else (np.ones_like(level), np.zeros_like(level))
        nearest = np.clip(np.rint(level), 1, _BANDS - 1)
        with np.errstate(all="ignore"):
            distance = np.abs(level - nearest) / np.hypot(down, right)
        half = max(scale * self._theme.scale, 1.0) / 2
        line = _CONTOUR * np.clip(half + 0.5 - np.nan_to_num(distance, nan=9.0), 0, 1)[..., None].astype(np.float32)
        text = np.array(_rgb(colour("text")), np.float32)
        return to_image((pixels + line * (text - pixels)).astype(np.uint8))

    def _paint_arrows(self, image: QImage) -> None:
        assert self._gradient is not None
        view, apart = self.plane.seen, self._theme.px(_ARROWS)
        width, height = image.width(), image.height()
        across, up = np.meshgrid(*(np.arange(apart / 2, size, apart) for size in (width, height)))
        with np.errstate(all="ignore"):
            gradient = self._gradient(
                view.left() + across / width * view.width(), view.bottom() - up / height * view.height()
            )
            # Downhill, in pixels; the square root keeps small ones visible beside large ones.
            x = -np.asarray(gradient[0]) * width / view.width()
            y = np.asarray(gradient[1]) * height / view.height()
            lengths = np.hypot(np.asarray(gradient[0]), np.asarray(gradient[1]))
            shares = np.sqrt(lengths / np.nanmax(lengths, initial=1e-300, where=np.isfinite(lengths)))
            reach = apart * np.clip(shares, _SHORTEST, 1) * _LONGEST / np.hypot(x, y)
            arrows = np.stack([across, up, x * reach, y * reach], axis=-1).reshape(-1, 4)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour("text")
        colour.setAlphaF(0.55)
        painter.setPen(QPen(colour, max(self._theme.px(1), 1)))
        for left, top, dx, dy in arrows[np.isfinite(arrows).all(axis=1)].tolist():
            end = QPointF(left + dx / 2, top + dy / 2)
            painter.drawLine(QPointF(left - dx / 2, top - dy / 2), end)
            for side in (0.6, -0.6):
                painter.drawLine(end, end - QPointF(dx + side * dy, dy - side * dx) * _HEAD)
        painter.end()

    # -- the paths

    def add_start(self, name: str, x: float, y: float, label: str = "") -> None:
        """A point that the user moves; ``name`` is for screen readers."""
        self.start = self.plane.add_point(name, x, y, label=label, colour="text")

    def set_path(self, title: str, points: FloatArray, colour: str) -> None:
        """Draw a path (n, 2), or the path of this title again. Its points are marked, and larger its last one."""
        if title not in self._paths:
            self._paths[title] = self.plane.add_line(colour, dots=True), colour
            self._show_titles()
        points = np.asarray(points, np.float64).reshape(-1, 2)
        self._paths[title][0].set_points(points[:, 0], points[:, 1])

    def _show_titles(self) -> None:
        self.legend.show_entries([LegendEntry(title, colour) for title, (_, colour) in self._paths.items()])

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        self._render()


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
