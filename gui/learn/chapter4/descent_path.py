"""Lesson: gradient descent on x0^2 + x1^2, from a start and with a learning rate of one's own."""

import math
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent

from engine.book import gradient_descent, numerical_gradient
from engine.i18n import tr, tr_n
from engine.types import FloatArray
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.contour_plot import ContourPlot
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.number_format import short_number
from gui.learn.parts.plane import Plane
from gui.learn.responsive import TwoPanes
from gui.widgets.cards import WrappedRow, button, column, label, row, slider
from gui.widgets.form_controls import keep_lines

_START, _RATE, _STEPS = (-3.0, 4.0), 0.01, 100
_LEAST_RATE, _MOST_RATE = 1e-10, 10.0
# The slider has so many positions for each power of 10.
_POSITIONS = 20
_VIEW = (-5.0, 5.0)
# Exponents of 10 of the distances in view, and where the words beside the middle are.
_DISTANCES, _SIDE = (-14.0, 15.0), 0.9
# There is room for the point at both ends.
_STEPS_IN_VIEW = (-4.0, 104.0)
# Milliseconds of a step while it plays.
_PACE = 40
# What the tasks ask: the distance where it has converged, the part of the distance that is left where it crawls, how
# many times as far away it is where it explodes, and the least distance of the start.
_CONVERGED, _CRAWLS, _EXPLODES, _FAR = 1e-6, 0.99, 1e6, 1.0
# From there on, the numerical gradient is mostly rounding error, and soon x + h is x.
_LOST = 1e11


def function_2(x: Any) -> Any:
    """The book's example: of numbers (2,), or of two arrays."""
    return x[0] ** 2 + x[1] ** 2


class DescentPath(Lesson):
    """The path over the contours of the function, and the distance from the minimum after each step.

    Attributes:
        plot: with the start.
        progress: the distances; its point is at the number of steps.
        path: (101, 2): x before the first step, and after each one.
    """

    shown: ClassVar[tuple[object, ...]] = (gradient_descent,)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.path: FloatArray = np.zeros((0, 2))
        self._start = [DraggableNumber(theme, f"x{i}", f"x{i}", value, *_VIEW) for i, value in enumerate(_START)]
        self._rate = DraggableNumber(
            theme, tr("learning rate"), "rate", _RATE, _LEAST_RATE, _MOST_RATE, logarithmic=True
        )
        ends = (round(_POSITIONS * math.log10(rate)) for rate in (_LEAST_RATE, _MOST_RATE))
        self._slider = slider("rate-slider", tr("Learning rate, from 1e-10 to 10"), *ends)
        self._steps = DraggableNumber(theme, tr("steps"), "steps", _STEPS, 0, _STEPS, 0)
        self._play = button("", "play", self._toggle)
        title = tr("The path of gradient descent on x0² + x1²")
        self.plot = ContourPlot(theme, "descent", title, "x0", "x1", _VIEW, _VIEW, equal=True)
        self.plot.set_function(lambda *x: function_2(x), _gradients)
        self.plot.add_start(tr("Start"), *_START)
        self._line = self.plot.plane.add_line("above", dots=True)
        title = tr("The distance from the minimum after each step, as a power of 10")
        self.progress = Plane(
            theme,
            "descent-progress",
            title,
            tr("steps"),
            tr("distance"),
            _STEPS_IN_VIEW,
            _DISTANCES,
            powers=(False, True),
        )
        self._whole, self._done = self.progress.add_line("muted", 0.6), self.progress.add_line("accent")
        self.progress.add_text(tr("↑ explodes"), _STEPS, _SIDE, "muted", (1, 1))
        self.progress.add_text(tr("↓ converges"), _STEPS, -_SIDE, "muted", (1, 0))
        self._handle = self.progress.add_point(tr("Number of steps"), _STEPS, 0, constraint=self._on_line)
        self._summary = label("", "", "descent-summary", wrap=True)
        keep_lines(self._summary, 3)
        numbers = WrappedRow(*self._start, self._steps, self._play)
        rates = row(self._rate, (self._slider, 1), spacing=10)
        self.setLayout(column(numbers, rates, (TwoPanes(self.plot, self.progress), 1), self._summary))
        self._timer = QTimer(self, interval=_PACE)
        self._timer.timeout.connect(self._play_on)
        for number in (*self._start, self._rate):
            number.changed.connect(self._recompute)
        self._steps.changed.connect(self._go_to)
        self._slider.valueChanged.connect(self._slide)
        self.plot.start.moved.connect(self._move_start)
        self._handle.moved.connect(lambda step, _: self._go_to(round(step)))
        theme.changed.connect(self._set_icon)
        self._set_icon()
        self._compute()

    # -- the lesson

    @property
    def rate(self) -> float:
        """The learning rate."""
        return self._rate.value

    @property
    def steps(self) -> int:
        """How many steps are done."""
        return round(self._steps.value)

    @property
    def start(self) -> FloatArray:
        """(2,): x before the first step."""
        return np.array([number.value for number in self._start])

    def run(self) -> None:
        gradient_descent(function_2, self.start, self.rate, self.steps)

    def cell(self) -> str:
        return (
            "import numpy as np\n\nfrom digit_lab.engine.book import gradient_descent\n\n\n"
            "def function_2(x):\n    return x[0] ** 2 + x[1] ** 2\n\n\n"
            f"x, history = gradient_descent(\n    function_2, np.array({self.start.tolist()}), lr={self.rate!r}, "
            f"step_num={self.steps}\n)\nprint(x)\n"
        )

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {
            "converge": lambda: self._far and self._last < _CONVERGED,
            "crawl": lambda: self._far and self.steps == _STEPS and _CRAWLS < self._last / self._first < 1,
            "explode": lambda: self._far and self._last > _EXPLODES * self._first,
        }

    @property
    def _first(self) -> float:
        return float(np.hypot(*self.path[0]))

    @property
    def _last(self) -> float:
        return float(np.hypot(*self.path[self.steps]))

    @property
    def _far(self) -> bool:
        return self._first >= _FAR

    def reset(self) -> None:
        self._stop()
        for number, value in zip((*self._start, self._rate, self._steps), (*_START, _RATE, _STEPS), strict=True):
            number.set_value(value)
        self._recompute()

    # -- changes

    def _move_start(self, *place: float) -> None:
        for number, value in zip(self._start, place, strict=True):
            number.set_value(round(value, 2))
        self._recompute()

    @Slot(int)
    def _slide(self, position: int) -> None:
        self._rate.set_value(float(f"{10 ** (position / _POSITIONS):.1e}"))
        self._recompute()

    @Slot()
    def _recompute(self) -> None:
        self._compute()
        self.changed.emit()

    def _go_to(self, step: float) -> None:
        self._stop()
        self._steps.set_value(step)
        self._show_steps()
        self.changed.emit()

    def _on_line(self, step: float, y: float) -> tuple[float, float]:
        """Where the point is for a step: in view, even if the distance is not."""
        step = min(max(round(step), 0), _STEPS)
        low, high = _DISTANCES
        distance = float(np.hypot(*self.path[step])) if len(self.path) else 1.0
        return step, min(max(math.log10(distance or 1e-300), low), high)

    # -- playing

    @property
    def playing(self) -> bool:
        """Whether the steps go on by themselves."""
        return self._timer.isActive()

    @Slot()
    def _toggle(self) -> None:
        if self.playing:
            self._stop()
            return
        if self.steps == _STEPS:
            self._go_to(0)
        self._timer.start()
        self._set_icon()

    @Slot()
    def _play_on(self) -> None:
        self._steps.set_value(self.steps + 1)
        if self.steps == _STEPS:
            self._stop()
        self._show_steps()
        self.changed.emit()

    def _stop(self) -> None:
        self._timer.stop()
        self._set_icon()

    @Slot()
    def _set_icon(self) -> None:
        self._play.setIcon(self.context.theme.icon("pause" if self.playing else "play"))
        self._play.setText(tr("Pause") if self.playing else tr("Play"))

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop()

    def shut_down(self) -> None:
        self._stop()

    # -- what is shown

    def _compute(self) -> None:
        last, history = gradient_descent(function_2, self.start, self.rate, _STEPS)
        self.path = np.concatenate([history, last[None]])
        before = self._slider.blockSignals(True)
        self._slider.setValue(round(_POSITIONS * math.log10(self.rate)))
        self._slider.blockSignals(before)
        self.plot.start.move_to(*self.start)
        self._show_steps()

    def _show_steps(self) -> None:
        n = self.steps
        self._line.set_points(*self.path[: n + 1].T)
        # At the minimum the distance is 0, and the line ends.
        with np.errstate(divide="ignore"):
            distances = np.log10(np.hypot(*self.path.T))
        steps = np.arange(_STEPS + 1.0)
        self._whole.set_points(steps, distances)
        self._done.set_points(steps[: n + 1], distances[: n + 1])
        self._handle.move_to(*self._on_line(n, 0))
        x = ", ".join(short_number(value, 3) for value in self.path[n].tolist())
        value = short_number(function_2(self.path[n]), 3)
        self._summary.setText(tr_n("After %n step(s): x = ({0}), f(x) = {1}. {2}", None, n, x, value, self._sentence()))

    def _sentence(self) -> str:
        """What the path does."""
        if not self.steps or not self._first:
            return ""
        ratio = self._last / self._first
        if self._last > _LOST:
            return tr(
                "It exploded. So far away, x + h and f are rounded so much that the numerical gradient is wrong, "
                "or even 0."
            )
        if ratio > 1.001:
            return tr("It explodes: each step jumps over the minimum and lands farther away.")
        if ratio < 1e-3:
            return tr("It converges: it is at the minimum, almost.")
        if self.steps > 1 and (self.path[1] * self.path[0] < 0).any():
            return tr("Each step jumps over the minimum to the other side.")
        if ratio > 0.99:
            return tr("It crawls: the steps are too small to be seen.")
        return tr("It is on its way: each step goes against the gradient.")


def _gradients(x0: FloatArray, x1: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The field of gradients: (m, n), (m, n) -> two arrays (m, n)."""
    points = np.stack([x0, x1], axis=-1)
    field = np.array([numerical_gradient(function_2, point) for point in points.reshape(-1, 2)]).reshape(points.shape)
    return field[..., 0], field[..., 1]
