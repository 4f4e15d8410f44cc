"""Lesson: the derivative by a difference, and the error that remains for each h."""

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent

from engine.book import numerical_diff, numerical_diff_naive, numerical_gradient
from engine.i18n import tr
from gui.learn.chapter4.difference_quotient import EXAMPLES, KINDS, Difference
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.curve_legend import CurveLegend, LegendEntry
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.number_format import short_number, tidy
from gui.learn.parts.plane import Plane
from gui.learn.responsive import TwoPanes
from gui.widgets.cards import WrappedRow, column, label
from gui.widgets.form_controls import keep_lines
from gui.widgets.segmented_control import SegmentedControl

_LEAST_H, _MOST_H = 1e-16, 1.0
_FIRST = Difference(EXAMPLES[0], False, "float64", EXAMPLES[0].x, 1.0)
# In the order of the choices: forward, central.
_COLOURS = ("above", "below")
_SAMPLES, _ZOOM_SAMPLES = 300, 600
_HS = np.logspace(-16, 0, 113)
# The exponents of h in view, with room for the point at both ends.
_EXPONENTS = (-16.5, 0.5)
# Exponents of 10 of the errors in view; an integer array is wrong by far more.
_ERRORS, _INTEGER_ERRORS = (-14.0, 2.0), (-2.0, 17.0)
# An error of 0 is drawn there.
_NO_ERROR = 1e-30
# Half the width of the zoomed graph, in units of h.
_REACH = 2.0
# The height from which on there is room for the legend, and for the reason, in lines of text.
_LEGEND_LINES, _REASON_LINES = 24, 19
# Where the slope is almost 0, each h gives almost 0.
_LEAST_SLOPE = 0.1
_SMALL_ERROR = 1e-10
# Of the error, what half of h leaves: below this, it is a quarter rather than half of it.
_QUARTER = 0.36


class NumericalDifferentiation(Lesson):
    """The graph of a function with the secant and the tangent, or what is near x in units of h; and all errors.

    Attributes:
        curve, errors: the two planes.
        measured: what is on view.
    """

    shown: ClassVar[tuple[object, ...]] = (numerical_diff_naive, numerical_diff, numerical_gradient)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.measured = _FIRST
        # Of the errors in view; None before they are drawn.
        self._drawn: Difference | None = None
        self.example = SegmentedControl("example", tr("Function"), [each.title for each in EXAMPLES])
        self.method = SegmentedControl("method", tr("Difference"), (tr("Forward"), tr("Central")))
        self.kind = SegmentedControl("kind", tr("Type of the numbers"), KINDS)
        self._x = DraggableNumber(theme, "x", "x", _FIRST.x, *_FIRST.example.x_range)
        self._h = DraggableNumber(theme, "h", "h", _FIRST.h, _LEAST_H, _MOST_H, logarithmic=True)
        self.view = SegmentedControl("view", tr("Graph"), (tr("Curve"), tr("Zoom")))
        self._make_planes()
        self._numbers = label("", "", "difference-numbers", wrap=True, rich=True)
        self._reason = label("", "muted", "difference-reason", wrap=True)
        keep_lines(self._reason, 2)
        controls = WrappedRow(self.example, self.kind, self.method, self.view, self._x, self._h, across=6)
        legend = CurveLegend(theme, "difference-legend")
        titles = tr("forward difference"), tr("central difference")
        entries = [LegendEntry(title, colour) for title, colour in zip(titles, _COLOURS, strict=True)]
        legend.show_entries([*entries, LegendEntry(tr("tangent"), "muted", dashed=True)])
        panes = TwoPanes(self.curve, self.errors)
        self._extra = (legend, _LEGEND_LINES), (self._reason, _REASON_LINES)
        self.setLayout(column(controls, legend, (panes, 1), self._numbers, self._reason, spacing=8))
        self.example.changed.connect(self._choose_example)
        self.method.changed.connect(lambda value: self._set(central=bool(value)))
        self.kind.changed.connect(lambda value: self._set(kind=KINDS[value]))
        self._x.changed.connect(lambda x: self._set(x=x))
        self._h.changed.connect(lambda h: self._set(h=h))
        self.view.changed.connect(self._show_graph)
        theme.changed.connect(self._write)
        self._show_example()
        self._update()

    def _make_planes(self) -> None:
        theme = self.context.theme
        title = tr("The function, its tangent, and the line through the two points of the difference")
        self.curve = Plane(theme, "difference-curve", title, " ", "f(x)", (0, 1), (0, 1))
        self._axis = self.curve.add_text("", 0, 0, "muted", (1, 1))
        self._secant, self._tangent = self.curve.add_line(_COLOURS[0]), self.curve.add_line("muted", dashed=True)
        self._line, self._ends = self.curve.add_line("text"), self.curve.add_marks(_COLOURS[0])
        self._point = self.curve.add_point(tr("Move x"), 0, 0, colour="text", constraint=self._on_curve)
        self._point.moved.connect(lambda x, _: self._set(x=round(x, 2)))
        title = tr("The error of the derivative for each h, both as powers of 10")
        self.errors = Plane(
            theme, "difference-errors", title, "h", tr("error"), _EXPONENTS, _ERRORS, powers=(True, True)
        )
        self._error_lines = [self.errors.add_line(colour) for colour in _COLOURS]
        self._handle = self.errors.add_point(tr("Exponent of h"), 0, 0, constraint=self._on_errors)
        self._handle.moved.connect(lambda x, _: self._set(h=float(f"{10**x:.1e}")))

    # -- the lesson

    def run(self) -> None:
        it, f = self.measured, self.measured.example.function
        if not it.central and it.kind != "int64":
            numerical_diff_naive(it.function, it.at, it.h)
            return
        if it.kind != "int64":
            numerical_diff(it.function, it.at, it.h)
        numerical_gradient(lambda x: float(f(x).sum()), np.array([it.at]), it.h)

    def cell(self) -> str:
        return self.measured.cell()

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"best": self._is_best, "zero": self._is_zero}

    def _is_best(self) -> bool:
        it = self.measured
        right = it.central and it.kind == "float64" and it.example is EXAMPLES[0] and abs(it.exact) >= _LEAST_SLOPE
        return right and abs(it.result() - it.exact) < _SMALL_ERROR

    def _is_zero(self) -> bool:
        it = self.measured
        return it.kind != "int64" and it.result() == 0 and abs(it.exact) >= _LEAST_SLOPE

    def reset(self) -> None:
        for control in (self.example, self.method, self.kind, self.view):
            control.choose(0)
        self._set(**vars(_FIRST))

    # -- changes

    @Slot(int)
    def _choose_example(self, index: int) -> None:
        example = EXAMPLES[index]
        self.measured = replace(self.measured, example=example, x=example.x)
        self._show_example()
        self._set()

    def _set(self, **values: Any) -> None:
        self.measured = replace(self.measured, **values)
        self._update()
        self.changed.emit()

    def _on_curve(self, x: float, y: float) -> tuple[float, float]:
        x = float(self.measured.stored(round(x, 2)))
        return x, float(self.measured.function(x))

    def _on_errors(self, x: float, y: float) -> tuple[float, float]:
        x = min(max(x, -16.0), 0.0)
        low, high = self._error_range
        return x, min(max(math.log10(self.measured.errors(np.array([10**x]))[0] or _NO_ERROR), low), high)

    @property
    def _error_range(self) -> tuple[float, float]:
        return _INTEGER_ERRORS if self.measured.kind == "int64" else _ERRORS

    # -- what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The planes need the room.
        for each, lines in self._extra:
            each.setVisible(self.height() >= lines * self.fontMetrics().height())

    def _show_example(self) -> None:
        example = self.measured.example
        self._x.set_range(*example.x_range)

    def _update(self) -> None:
        it = self.measured
        self._x.set_value(it.x)
        self._h.set_value(it.h)
        self._show_graph()
        self._show_errors()
        self._handle.set_colour(_COLOURS[it.central])
        self._handle.move_to(*self._on_errors(math.log10(it.h), 0))
        self._write()

    def _show_errors(self) -> None:
        it = replace(self.measured, central=False, h=0.0)
        if it != self._drawn:
            self._drawn = it
            self.errors.set_ranges(_EXPONENTS, self._error_range)
            for central, line in enumerate(self._error_lines):
                errors = replace(it, central=bool(central)).errors(_HS)
                line.set_points(np.log10(_HS), np.log10(np.maximum(errors, _NO_ERROR)))

    @Slot()
    def _show_graph(self) -> None:
        """The whole curve, or what is near x."""
        for each in (self._secant, self._ends):
            each.set_colour(_COLOURS[self.measured.central])
        (self._show_zoom if self.view.value else self._show_curve)()
        seen = self.curve.seen
        self._axis.move_to(seen.right(), seen.top())

    def _show_curve(self) -> None:
        it, (low, high) = self.measured, self.measured.example.x_range
        self._axis.set_text("x")
        self.curve.set_ranges((low, high), it.example.y_range)
        xs = np.linspace(low, high, _SAMPLES)
        self._line.set_points(xs, it.function(xs))
        x, y = self._on_curve(it.x, 0)
        self._point.move_to(x, y)
        reach = np.array([low - high, high - low])
        self._tangent.set_points(x + reach, y + it.exact * reach)
        places, values = np.array(it.ends, np.float64), np.array(it.values)
        self._secant.set_points(places.mean() + reach, values.mean() + it.result() * reach)
        self._ends.set_points(places, values)

    def _show_zoom(self) -> None:
        """In units of h, from x: as the computer evaluates the function, with every rounding."""
        it = self.measured
        self._axis.set_text(tr("distance from x, in h"))
        top = 1.2 * _REACH * max(abs(it.exact), 0.5)
        self.curve.set_ranges((-_REACH, _REACH), (-top, top))
        self._point.move_to(math.nan, math.nan)
        steps = np.linspace(-_REACH, _REACH, _ZOOM_SAMPLES + 1)
        y = float(it.function(it.at))
        values = np.asarray(it.function(it.stored(it.at + it.h * steps)), np.float64)
        self._line.set_points(steps, (values - y) / it.h)
        edge = np.array([-_REACH, _REACH])
        self._tangent.set_points(edge, it.exact * edge)
        places, values = np.array([-1.0 if it.central else 0.0, 1.0]), (np.array(it.values) - y) / it.h
        self._secant.set_points(edge, values.mean() + it.result() * (edge - places.mean()))
        self._ends.set_points(places, values)

    @Slot()
    def _write(self) -> None:
        it = self.measured
        result, exact = (f"{value:.10f}".replace("-", "−") for value in (it.result(), it.exact))
        equal = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(result, exact, strict=False)))
        wrong = self.context.theme.colour("error").name()
        error = short_number(abs(it.result() - it.exact), 2)
        self._numbers.setText(
            tr(
                "numerical {0} &nbsp; exact {1} &nbsp; error {2}",
                f"<b>{result[:equal]}</b><span style='color: {wrong}'>{result[equal:]}</span>",
                f"<b>{exact}</b>",
                f"<b>{error}</b>",
            )
        )
        self._numbers.setAccessibleName(tr("Numerical {0}, exact {1}, error {2}", result, exact, error))
        self._reason.setText(self._sentence())

    def _sentence(self) -> str:
        """Why the error is as it is."""
        it = self.measured
        below, above = it.ends
        if it.kind == "int64":
            texts = [tidy(f"{value:.16g}") for value in (it.at + it.h, it.at - it.h)]
            if it.central:
                sentence = tr("An integer array keeps no fraction: {0} is stored as {1}, and {2} as {3}.")
                return sentence.format(texts[0], above, texts[1], below)
            return tr("An integer array keeps no fraction: {0} is stored as {1}.", texts[0], above)
        if below == above:
            return tr(
                "The difference is exactly 0: no {0} number is that close to x, so x + h is rounded to x.", it.kind
            )
        if it.correct:
            return tr("All digits are right.")
        if it.rounded:
            return tr(
                "The two values of f agree in {0} of their {1} digits. These digits cancel: the derivative has only "
                "the others.",
                it.equal_digits,
                it.digits,
            )
        # Where the curve does not bend, the forward difference is as good as the central one.
        if abs(it.result(it.h / 2) - it.exact) < _QUARTER * abs(it.result() - it.exact):
            return tr(
                "The line through both points is not the tangent yet. Half of h gives about a quarter of the error."
            )
        return tr("The line through both points is not the tangent yet. Half of h gives about half of the error.")
