"""A plane: axes, lines, coloured regions, and points that are moved by mouse, touch or arrow keys."""

import pyqtgraph as pg
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.learn.parts.plot_items.axes import Axis, Grid
from gui.learn.parts.plot_items.marks import ColourField, HalfPlanes, Marks, Text
from gui.learn.parts.plot_items.plot_line import Line
from gui.learn.parts.plot_items.point_plot import PointPlot
from gui.learn.parts.plot_items.point_plot import Range as Range
from gui.theme import Theme

# From so many lines of text in height on, the axes have titles.
_TITLED = 11
_MARK = 9
# pyqtgraph moves the titles of axes so far out of them, in pixels.
_EDGE = 5


class Plane(PointPlot):
    """A plot whose view does not move, in the colours of the theme. Tab goes from point to point.

    Any item of pyqtgraph can be added by ``addItem``; what has the theme's colours is set again in ``restyled``.

    Usage::

        plane = Plane(theme, "line-plane", tr("The line of a perceptron"), "x1", "x2", (-0.5, 1.5), (-0.5, 1.5))
        line = plane.add_line("accent")                       # line.set_points(xs, ys)
        point = plane.add_point(tr("start"), 0.5, 0.5, label="x")
        point.moved.connect(lambda x, y: ...)
        plane.set_half_planes(w1, w2, b)                      # the two sides of w1 x + w2 y + b = 0

    Attributes:
        points: the movable points, in the order of Tab.

    Signals:
        clicked: x and y of a click where no point is.
        restyled: the theme has changed: set colours of your own items again.
    """

    restyled = Signal()

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
        powers: tuple[bool, bool] = (False, False),
    ) -> None:
        """Args:
        name, title: object name and accessible name.
        x_title, y_title: of the axes.
        equal: whether a unit is equally long in both directions; the view is then larger than the ranges.
        powers: whether x and y are exponents of 10: the axes show the powers, such as 1e-4 for -4.
        """
        pg.setConfigOption("antialias", True)
        self._titled = True
        self._axes = {"bottom": Axis("bottom", x_title, powers[0]), "left": Axis("left", y_title, powers[1])}
        super().__init__(theme, self._axes, equal)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.addItem(Grid(theme, self._axes["bottom"], self._axes["left"]), ignoreBounds=True)
        self._half_planes: HalfPlanes | None = None
        self.set_ranges(x_range, y_range)
        theme.changed.connect(self._restyle)
        self._restyle()

    # -- what is shown

    def add_line(self, colour: str, width: float = 1, dashed: bool = False, dots: bool = False) -> Line:
        """A line through points, to be set by its ``set_points``.

        Args:
            width: 1 for the usual width of lines in plots.
            dots: mark its points, and larger its last one; for a path that may cross itself.
        """
        return Line(self, colour, width, dashed, dots)

    def add_marks(self, colour: str, symbol: str = "o", size: float = _MARK, hollow: bool = False) -> Marks:
        """Points that cannot be moved, to be set by ``set_points``; ``symbol`` as in pyqtgraph: "o", "s", "t", "x"."""
        return Marks(self, colour, symbol, size, hollow)

    def add_text(self, text: str, x: float, y: float, colour: str = "text", anchor: Range = (0.5, 0.5)) -> Text:
        """Words at a place; ``anchor`` (0, 0) puts the upper left corner there, (1, 1) the lower right one."""
        made = Text(self, text, colour, anchor)
        made.move_to(x, y)
        return made

    def add_colours(self, smooth: bool = True) -> ColourField:
        """An image under everything else, to be set by its ``set_colours``."""
        field = ColourField(smooth)
        self.addItem(field, ignoreBounds=True)
        return field

    def set_half_planes(
        self, a: float, b: float, c: float, positive: str | None = "above", negative: str | None = "below"
    ) -> None:
        """Colour both sides of the line a x + b y + c = 0, and draw it.

        Args:
            positive, negative: the colours of the sides where the sum is above and at most 0; None for none.
        """
        if self._half_planes is None:
            self._half_planes = HalfPlanes(self)
        self._half_planes.show_sides((a, b, c), (positive, negative))

    # -- the theme

    @Slot()
    def _restyle(self) -> None:
        self.setBackground(self.theme.colour("surface"))
        for axis in self._axes.values():
            axis.restyle(self.theme, QApplication.font())
        # The first and the last number of an axis are not cut in half.
        half, edge = self.fontMetrics().height() / 2, self.theme.px(_EDGE)
        self.getPlotItem().layout.setContentsMargins(edge, half, half, edge)
        for point in self.points:
            point.restyle()
        self.restyled.emit()

    def close(self) -> bool:
        # PlotWidget would take the plot apart, but a closed widget can be shown again.
        return QWidget.close(self)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        # In a low plane the titles of the axes would leave no room.
        titled = self.height() >= _TITLED * self.fontMetrics().height()
        if titled is not self._titled:
            self._titled = titled
            for axis in self._axes.values():
                axis.showLabel(titled)
