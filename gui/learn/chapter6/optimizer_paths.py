"""Lesson: the paths of six optimisers from one start."""

import copy
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel

from engine.book import SGD, AdaGrad, Adam, Momentum, Nesterov, RMSprop
from engine.i18n import tr, tr_n
from engine.types import FloatArray
from gui.learn.chapter6.loss_surfaces import OPTIMIZERS, SURFACES, Surface
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.contour_plot import ContourPlot
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.number_format import short_number
from gui.widgets.cards import button, column, label, row, slider
from gui.widgets.form_controls import follow_font
from gui.widgets.segmented_control import SegmentedControl

_CLASSES: tuple[Callable[[float], Any], ...] = (SGD, Momentum, Nesterov, AdaGrad, RMSprop, Adam)
_STEPS, _MOST_STEPS = 30, 100
# While something is dragged, so many steps are computed at most; milliseconds until the others follow.
_AT_ONCE, _PAUSE = 30, 120
# Milliseconds of a step while the paths grow.
_PACE = 60
_LEAST_RATE, _MOST_RATE = 1e-5, 100.0
# A path that is farther away than this does not come back.
_DIVERGED = 1e3
# So close to the lowest value of f a path has arrived.
_ARRIVED = 0.01
# The task about the zigzag: SGD's y changes its sign so often, Adam's at most so often.
_ZIGZAG, _SMOOTH = 10, 3
# In narrower figures, in average characters, the results are only signs.
_WIDE = 86


class OptimizerPaths(Lesson):
    """Attributes:
    plot: the contours with the start.
    surface: which function it is.
    steps: how many are shown.
    paths: by optimiser (n, 2), as far as they were computed and are finite; of those that are switched on.
    """

    shown: ClassVar[tuple[object, ...]] = _CLASSES

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.paths: dict[str, FloatArray] = {}
        # By optimiser, it and its parameters before the last step on view.
        self._before_last: dict[str, tuple[Any, dict[str, FloatArray]]] = {}
        self.surface = SegmentedControl("surface", tr("Function"), [tr(each.title) for each in SURFACES])
        self.plot = ContourPlot(theme, "paths", tr("Contours and paths"), "x", "y", *_view(SURFACES[0]))
        self.plot.add_start(tr("Start"), *SURFACES[0].start, label=tr("start"))
        self.plot.start.moved.connect(self._start_moved)
        self._minima = self.plot.plane.add_marks("text", "+", 14)
        self.switches: dict[str, QCheckBox] = {}
        self._rates: dict[str, DraggableNumber] = {}
        self._results: dict[str, QLabel] = {}
        self._factor = DraggableNumber(theme, "", "factor", 1, 0.01, 100, logarithmic=True)
        self._start = {
            axis: DraggableNumber(theme, "", f"start-{axis}", at, -9, 9)
            for axis, at in zip("xy", SURFACES[0].start, strict=True)
        }
        self._play = button(tr("Play"), "play", self._toggle)
        self.steps = slider("steps", tr("Steps"), 1, _MOST_STEPS)
        self.steps.setValue(_STEPS)
        self._count = label("", "muted", "step-count")
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._playing = QTimer(self, interval=_PACE)
        self._results_title = label(tr("f at the end"), "muted")
        side = column(self._table(), None)
        self.setLayout(
            column(
                row(self.surface, None),
                (row((self.plot, 1), side, spacing=12), 1),
                row(self._play, (self.steps, 1), self._count),
                spacing=8,
            )
        )
        self._connect()
        self._choose_surface()

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.addWidget(label(tr("learning rate"), "muted"), 0, 0, 1, 2)
        grid.addWidget(self._results_title, 0, 2)
        for line, name in enumerate(OPTIMIZERS, start=1):
            switch = self.switches[name] = QCheckBox(name)
            switch.setObjectName(f"show-{name}")
            switch.setChecked(True)
            rate = DraggableNumber(
                self.context.theme, "", f"rate-{name}", 0.1, _LEAST_RATE, _MOST_RATE, logarithmic=True
            )
            rate.field.setAccessibleName(tr("Learning rate of {0}", name))
            self._rates[name] = rate
            result = self._results[name] = label("", "", f"result-{name}")
            for at, widget in enumerate((switch, rate, result)):
                grid.addWidget(widget, line, at)
        others = {tr("all rates ×"): self._factor, tr("start x"): self._start["x"], tr("start y"): self._start["y"]}
        for line, (title, number) in enumerate(others.items(), start=len(OPTIMIZERS) + 1):
            number.field.setAccessibleName(title)
            grid.addWidget(label(title), line, 0)
            grid.addWidget(number, line, 1, Qt.AlignmentFlag.AlignRight)
        follow_font(self._results_title, self._fit)
        return grid

    def _connect(self) -> None:
        for switch in self.switches.values():
            switch.toggled.connect(self._changed)
        for number in (*self._rates.values(), self._factor):
            number.changed.connect(self._changed)
        for number in self._start.values():
            number.changed.connect(self._start_typed)
        self.surface.changed.connect(self._choose_surface)
        self.steps.valueChanged.connect(self._compute_all)
        self._rest.timeout.connect(self._compute_all)
        self._playing.timeout.connect(self._play_on)
        self.context.theme.changed.connect(self._restyle)
        self._restyle()

    # -- the optimisers

    @property
    def chosen(self) -> Surface:
        """The function on view."""
        return SURFACES[self.surface.value]

    @property
    def start(self) -> tuple[float, float]:
        """Where the paths begin."""
        x, y = (number.value for number in self._start.values())
        return x, y

    def rate(self, name: str) -> float:
        """The learning rate of an optimiser, with the common factor."""
        return float(f"{self._rates[name].value * self._factor.value:.6g}")

    def _walk(self, name: str, steps: int) -> FloatArray:
        """The path of an optimiser (at most steps + 1, 2), until it is too far away."""
        optimizer, params = self._fresh(name)
        gradient, (x, y), last = self.chosen.gradient, self.start, self.steps.value()
        path = [(x, y)]
        self._before_last.pop(name, None)
        with np.errstate(all="ignore"):
            for step in range(1, steps + 1):
                if step == last:
                    self._before_last[name] = copy.deepcopy((optimizer, params))
                optimizer.update(params, {"w": np.array(gradient(x, y))})
                x, y = params["w"].tolist()
                path.append((x, y))
                if not _near(x, y):
                    break
        return np.array(path)

    def _fresh(self, name: str) -> tuple[Any, dict[str, FloatArray]]:
        """An optimiser that has made no step, and the parameters at the start."""
        return _CLASSES[OPTIMIZERS.index(name)](self.rate(name)), {"w": np.array(self.start)}

    def run(self) -> None:
        """The last step on view; the first one of a path that ends before."""
        for name in self._on():
            optimizer, params = copy.deepcopy(self._before_last.get(name) or self._fresh(name))
            optimizer.update(params, {"w": np.array(self.chosen.gradient(*params["w"].tolist()))})

    def _on(self) -> list[str]:
        return [name for name, switch in self.switches.items() if switch.isChecked()]

    def cell(self) -> str:
        on = self._on()
        rates = ", ".join(f"{name}({self.rate(name)!r})" for name in on)
        value, gradient = self.chosen.code
        return (
            f"import numpy as np\n\nfrom digit_lab.engine.book import {', '.join(on or OPTIMIZERS)}\n\n\n"
            f"def f(x, y):\n    return {value}\n\n\n"
            f"def gradient(x, y):\n    return np.array({gradient})\n\n\n"
            f"for optimizer in [{rates}]:\n    params = {{'w': np.array({list(self.start)!r})}}\n"
            f"    for i in range({self.steps.value()}):\n"
            "        optimizer.update(params, {'w': gradient(*params['w'])})\n"
            "    print(type(optimizer).__name__, params['w'], f(*params['w']))\n"
            f"print('start', {self.start!r})\n"
        )

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"zigzag": self._zigzags, "all": self._all_arrive}

    def _zigzags(self) -> bool:
        paths = self.paths
        if self.surface.value or not {"SGD", "Adam"} <= paths.keys():
            return False
        # SGD's y diverges if it grows, even if it is not far away yet.
        first, last = np.abs(paths["SGD"][[0, -1], 1])
        return last <= first and _turns(paths["SGD"]) >= _ZIGZAG and _turns(paths["Adam"]) <= _SMOOTH

    def _all_arrive(self) -> bool:
        far = self.chosen.value(*self.start) > 1
        return self.surface.value == 0 and far and len(self.paths) == 6 and all(map(self._arrives, self.paths))

    def _end(self, name: str) -> float:
        """f at the last step on view."""
        with np.errstate(all="ignore"):
            return float(self.chosen.value(*self.paths[name][-1]))

    def _arrives(self, name: str) -> bool:
        return not self._diverges(name) and self._end(name) - self.chosen.lowest < _ARRIVED

    def _diverges(self, name: str) -> bool:
        return not _near(*self.paths[name][-1].tolist())

    # -- changes

    def reset(self) -> None:
        for switch in self.switches.values():
            switch.setChecked(True)
        self._factor.set_value(1)
        self.steps.setValue(_STEPS)
        self.surface.choose(0)
        self._choose_surface()

    @Slot()
    def _choose_surface(self) -> None:
        """Show another function with its own start and learning rates."""
        self._stop()
        surface = self.chosen
        self.plot.plane.set_ranges(*_view(surface))
        for number, at, (low, high) in zip(self._start.values(), surface.start, _view(surface), strict=True):
            number.set_range(low, high)
            number.set_value(at)
        for number, rate in zip(self._rates.values(), surface.rates, strict=True):
            number.set_value(rate)
        self._factor.set_value(1)
        self._minima.set_points(*np.array(surface.minima).T)
        self.plot.set_function(surface.value, logarithmic=surface.logarithmic)
        self._start_typed()

    def _start_moved(self, x: float, y: float) -> None:
        for number, at in zip(self._start.values(), (x, y), strict=True):
            number.set_value(round(at, 2))
        self._changed()

    @Slot()
    def _start_typed(self) -> None:
        self.plot.start.move_to(*self.start)
        self._changed()

    @Slot()
    def _changed(self) -> None:
        """The first steps at once, so that dragging stays smooth; the others a little later."""
        self._compute(min(self.steps.value(), _AT_ONCE))
        if self.steps.value() > _AT_ONCE:
            self._rest.start()

    @Slot()
    def _compute_all(self) -> None:
        self._rest.stop()
        self._compute(self.steps.value())

    def _compute(self, steps: int) -> None:
        self.paths = {name: self._walk(name, steps) for name in self._on()}
        self._show()

    # -- the paths grow

    @Slot()
    def _toggle(self) -> None:
        if self._playing.isActive():
            self._stop()
            return
        self._goal = self.steps.value()
        self.steps.setValue(1)
        self._playing.start()
        self._play.setText(tr("Stop"))

    @Slot()
    def _play_on(self) -> None:
        if self.steps.value() >= self._goal:
            self._stop()
        else:
            self.steps.setValue(self.steps.value() + 1)

    def _stop(self) -> None:
        self._playing.stop()
        self._play.setText(tr("Play"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()
        if self._rest.isActive():
            self._compute_all()

    # -- what is shown

    def _show(self) -> None:
        for at, name in enumerate(OPTIMIZERS, start=1):
            self.plot.set_path(name, self.paths.get(name, np.zeros((0, 2))), f"run-{at}")
        self._show_results()
        # The switches are the legend.
        self.plot.legend.hide()
        self._count.setText(tr_n("%n step(s)", None, self.steps.value()))
        self.changed.emit()

    def _show_results(self) -> None:
        for name, result in self._results.items():
            sign, words = self._result(name) if name in self.paths else ("", "")
            result.setText(sign if self._results_title.isHidden() else words)
            result.setAccessibleName(words)
            result.setToolTip(words)

    def _result(self, name: str) -> tuple[str, str]:
        """A sign, and f at the end."""
        if self._diverges(name):
            return "∞", tr("diverges")
        value = short_number(self._end(name), 2)
        return ("✓", f"{value} ✓") if self._arrives(name) else ("", value)

    @Slot()
    def _restyle(self) -> None:
        theme = self.context.theme
        for at, switch in enumerate(self.switches.values(), start=1):
            line = QPixmap(theme.px(16), max(round(theme.line) + 1, 3))
            line.fill(theme.colour(f"run-{at}"))
            switch.setIcon(QIcon(line))
            switch.setIconSize(line.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow figure the results are signs."""
        wide = self.width() >= _WIDE * self.fontMetrics().averageCharWidth()
        if wide is self._results_title.isHidden():
            self._results_title.setVisible(wide)
            self._show_results()
        room = self.fontMetrics().horizontalAdvance(tr("f at the end") if wide else "✓")
        for each in self._results.values():
            each.setMinimumWidth(room)


def _view(surface: Surface) -> tuple[tuple[float, float], tuple[float, float]]:
    return surface.x_range, surface.y_range


def _near(x: float, y: float) -> bool:
    """False for nan, too."""
    return abs(x) < _DIVERGED and abs(y) < _DIVERGED


def _turns(path: FloatArray) -> int:
    """How often y changes its sign."""
    return int((np.diff(np.sign(path[:, 1])) != 0).sum())
