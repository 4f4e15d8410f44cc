"""Curves of functions over x, with an x that is moved, the values there and the tangents."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.parts.curve_legend import CurveLegend, LegendEntry
from gui.learn.parts.number_format import short_number
from gui.learn.parts.plane import Plane, Range
from gui.learn.parts.plot_items.marks import Marks
from gui.learn.parts.plot_items.plot_line import Line
from gui.theme import Theme
from gui.widgets.cards import column

_SAMPLES = 400
# Of the plane's width: half the length of a tangent.
_TANGENT = 0.2


@dataclass(frozen=True)
class Curve:
    """A function of x.

    Attributes:
        title: in the legend.
        function: (n,) float64 -> (n,); a step is drawn as a steep line.
        colour: of the theme.
        slope: x -> the slope there; draws the tangent.
        dashed: how it is drawn.
    """

    title: str
    function: Callable[[FloatArray], FloatArray]
    colour: str = "accent"
    slope: Callable[[float], float] | None = None
    dashed: bool = False


class FunctionGraph(QWidget):
    """Curves, a vertical line at x with a point on the first curve that is moved sideways, and a legend with values.

    Usage::

        self.graph = FunctionGraph(theme, "activations", tr("Activation functions"), "x", "h(x)", (-6, 6), (-1.2, 1.2))
        self.graph.set_curves([Curve("sigmoid", sigmoid, slope=gradient), Curve("tanh", np.tanh, "run-2")])
        self.graph.moved.connect(self._update)      # and graph.set_x(x) where a number was typed

    Attributes:
        plane: for more lines, marks and texts.
        current_x: where the values are read; it may lie outside of the view, the point then waits at the edge.
        values: of the functions at x.

    Signals:
        moved: x, after the user has moved it; ``set_x`` emits nothing.
    """

    moved = Signal(float)

    def __init__(
        self,
        theme: Theme,
        name: str,
        title: str,
        x_title: str,
        y_title: str,
        x_range: Range,
        y_range: Range,
        x: float = 0.0,
        equal: bool = False,
    ) -> None:
        """The arguments are those of ``Plane``, and the first x."""
        super().__init__()
        self.setObjectName(name)
        self.plane = Plane(theme, f"{name}-plane", title, x_title, y_title, x_range, y_range, equal)
        self.legend = CurveLegend(theme, f"{name}-legend")
        self.setLayout(column(self.legend, (self.plane, 1), spacing=2))
        self.current_x = x
        self.values: list[float] = []
        self._curves: tuple[Curve, ...] = ()
        self._lines: list[tuple[Line, Line, Marks]] = []
        self._vertical = self.plane.add_line("muted", 0.5, dashed=True)
        self.point = self.plane.add_point(x_title, x, 0.0, colour="text", constraint=self._on_curve)
        self.point.moved.connect(self._follow)
        self.plane.view.sigRangeChanged.connect(self.refresh)

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """Draw these functions; the point is on the first one."""
        for lines in self._lines:
            for each in lines:
                each.remove()
        self._curves = tuple(curves)
        self._lines = [
            (
                self.plane.add_line(each.colour, dashed=each.dashed),
                self.plane.add_line(each.colour, 0.6),
                self.plane.add_marks(each.colour),
            )
            for each in curves
        ]
        for line, _, _ in self._lines:
            # They stay as they are while x moves: painting their images is several times faster.
            line.item.setCacheMode(line.item.CacheMode.DeviceCoordinateCache)
        self.refresh()

    def set_x(self, x: float) -> None:
        """Go to another x; emits nothing."""
        self.current_x = x
        self._show_values()

    def refresh(self) -> None:
        """Draw the functions again: they give something else now."""
        view = self.plane.seen
        xs = np.linspace(view.left(), view.right(), _SAMPLES)
        for curve, (line, _, _) in zip(self._curves, self._lines, strict=True):
            with np.errstate(all="ignore"):
                line.set_points(xs, np.broadcast_to(curve.function(xs), xs.shape))
        self._show_values()

    def _value(self, curve: Curve, x: float) -> float:
        with np.errstate(all="ignore"):
            return float(np.ravel(curve.function(np.array([x])))[0])

    def _on_curve(self, x: float, y: float) -> tuple[float, float]:
        """Where the point is for an x: in view, even if the curve is not."""
        view = self.plane.seen
        value = self._value(self._curves[0], x) if self._curves else 0.0
        shown = value if math.isfinite(value) else 0.0
        return min(max(x, view.left()), view.right()), min(max(shown, view.top()), view.bottom())

    def _follow(self, x: float) -> None:
        self.current_x = x
        self._show_values()
        self.moved.emit(x)

    def _show_values(self) -> None:
        view, x = self.plane.seen, self.current_x
        self.point.move_to(*self._on_curve(x, 0.0))
        self._vertical.set_points(np.array([x, x]), np.array([view.top(), view.bottom()]))
        reach = _TANGENT * view.width()
        entries, self.values = [], []
        for curve, (_, tangent, mark) in zip(self._curves, self._lines, strict=True):
            value = self._value(curve, x)
            self.values.append(value)
            mark.set_points(np.array([x]), np.array([value]))
            text = tr("{0}: {1}", curve.title, short_number(value))
            if curve.slope is not None:
                with np.errstate(all="ignore"):
                    slope = float(curve.slope(x))
                    ends = np.array([-reach, reach])
                    tangent.set_points(x + ends, value + slope * ends)
                text = tr("{0}: {1}, slope {2}", curve.title, short_number(value), short_number(slope))
            entries.append(LegendEntry(text, curve.colour, curve.dashed))
        self.legend.show_entries(entries)
