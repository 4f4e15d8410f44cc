"""Lesson: the weights and the bias of a perceptron, and its line in the plane."""

import math
from collections.abc import Callable
from functools import partial
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel

from engine.book import perceptron
from engine.i18n import tr
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.plane import Plane
from gui.widgets.cards import column, label, row
from gui.widgets.form_controls import keep_lines
from gui.widgets.segmented_control import SegmentedControl

POINTS = ((0, 0), (0, 1), (1, 0), (1, 1))
# The outputs that each gate wants for POINTS.
GATES = {"AND": (0, 0, 0, 1), "NAND": (1, 1, 1, 0), "OR": (0, 1, 1, 1), "XOR": (0, 1, 1, 0)}
_FIRST = {"w1": 1.0, "w2": -0.5, "b": 0.2}
_MOST_WEIGHT, _MOST_BIAS, _DECIMALS = 3.0, 9.0, 2
_VIEW, _CENTRE = (-0.5, 1.5), np.array([0.5, 0.5])
# How far the two outer handles are from the middle one.
_HANDLE = 0.6
# From this width on a unit is equally long in both directions, and the weights are perpendicular to the line.
_EQUAL = 480
# Of a weight that the line is turned to: all below is one step of the numbers.
_LEAST_LENGTH = 0.01


class PerceptronLine(Lesson):
    """The line w1 x1 + w2 x2 + b = 0. Its middle handle moves it, the outer ones turn it.

    Attributes:
        plane: with three handles: the middle, and both ends.
        gate: which outputs the table compares with.
    """

    shown: ClassVar[tuple[object, ...]] = (perceptron,)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._numbers = {
            name: DraggableNumber(theme, name, name, value, -most, most, _DECIMALS)
            for (name, value), most in zip(_FIRST.items(), (_MOST_WEIGHT, _MOST_WEIGHT, _MOST_BIAS), strict=True)
        }
        self.plane = Plane(
            theme, "perceptron-plane", tr("The line of the perceptron"), "x1", "x2", _VIEW, _VIEW, equal=True
        )
        self._ones = self.plane.add_marks("above", size=16)
        self._zeros = self.plane.add_marks("below", size=16, hollow=True)
        names = (tr("Move the line"), tr("Turn the line at one end"), tr("Turn the line at the other end"))
        self._middle, *self._ends = (self.plane.add_point(name, 0, 0) for name in names)
        self._middle.moved.connect(self._move_line)
        for index, end in enumerate(self._ends):
            end.moved.connect(partial(self._turn_line, index))
        self.gate = SegmentedControl("gate", tr("Gate to compare with"), tuple(GATES))
        self.gate.changed.connect(self._update)
        self._cells: list[tuple[QLabel, QLabel]] = []
        self._summary = label("", "muted", "perceptron-summary", wrap=True)
        keep_lines(self._summary, 3)
        numbers = column(row(*self._numbers.values(), None, spacing=12), self.gate, None, spacing=10)
        self._controls = column(numbers, column(self._table(), self._summary, None), spacing=10)
        self._parts = row((self.plane, 1), self._controls, spacing=14)
        self.setLayout(self._parts)
        for number in self._numbers.values():
            number.changed.connect(self._number_changed)
        theme.changed.connect(self._update)
        self._place_handles()
        self._update()

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for at, title in enumerate(("x1", "x2", "y", tr("wanted"))):
            grid.addWidget(label(title, "muted"), 0, at)
        for line, point in enumerate(POINTS, start=1):
            for at, x in enumerate(point):
                grid.addWidget(label(str(x)), line, at)
            cells = label(name=f"output-{line - 1}", rich=True), label(name=f"wanted-{line - 1}")
            for at, cell in enumerate(cells, start=2):
                grid.addWidget(cell, line, at)
            self._cells.append(cells)
        grid.setColumnStretch(4, 1)
        return grid

    # -- the perceptron

    @property
    def parameters(self) -> tuple[float, float, float]:
        """w1, w2 and b."""
        w1, w2, b = (number.value for number in self._numbers.values())
        return w1, w2, b

    def outputs(self) -> tuple[int, ...]:
        """y for each of POINTS."""
        w1, w2, b = self.parameters
        return tuple(perceptron(np.array(x), np.array([w1, w2]), b) for x in POINTS)

    def run(self) -> None:
        self.outputs()

    def cell(self) -> str:
        w1, w2, b = self.parameters
        return (
            "import numpy as np\n\nfrom digit_lab.engine.book import perceptron\n\n"
            f"w = np.array([{w1!r}, {w2!r}])\nb = {b!r}\n"
            f"for x1, x2 in {list(POINTS)}:\n    print(x1, x2, perceptron(np.array([x1, x2]), w, b))\n"
        )

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {name.lower(): partial(self._is_gate, name) for name in ("AND", "NAND", "OR")}

    def _is_gate(self, name: str) -> bool:
        return self.outputs() == GATES[name]

    def reset(self) -> None:
        self.gate.choose(0)
        self._set(*_FIRST.values())
        self._number_changed()

    # -- changes

    def _set(self, w1: float, w2: float, b: float) -> None:
        for number, value in zip(self._numbers.values(), (w1, w2, b), strict=True):
            number.set_value(round(value, _DECIMALS))

    @Slot()
    def _number_changed(self) -> None:
        self._place_handles()
        self._update()
        self.changed.emit()

    def _place_handles(self) -> None:
        """The middle handle at the point of the line that is closest to the centre of the view."""
        w1, w2, b = self.parameters
        length = math.hypot(w1, w2)
        if length == 0:
            for point in (self._middle, *self._ends):
                point.move_to(math.nan, math.nan)
            return
        normal = np.array([w1, w2]) / length
        middle = _CENTRE - (normal @ _CENTRE + b / length) * normal
        along = np.array([normal[1], -normal[0]])
        self._middle.move_to(*middle)
        self._ends[0].move_to(*(middle - _HANDLE * along))
        self._ends[1].move_to(*(middle + _HANDLE * along))

    def _move_line(self, x: float, y: float) -> None:
        first, second = (np.array(end.position) for end in self._ends)
        by = np.array([x, y]) - (first + second) / 2
        for end, position in zip(self._ends, (first, second), strict=True):
            end.move_to(*(position + by))
        self._follow_handles()

    def _turn_line(self, index: int, x: float, y: float) -> None:
        other = np.array(self._ends[1 - index].position)
        if math.dist((x, y), other) > _LEAST_LENGTH:
            self._middle.move_to(*((other + np.array([x, y])) / 2))
            self._follow_handles()

    def _follow_handles(self) -> None:
        """The weights are perpendicular to the line, and as long as before."""
        first, second = (np.array(end.position) for end in self._ends)
        along = (second - first) / math.dist(first, second)
        w1, w2, _ = self.parameters
        w = np.array([-along[1], along[0]]) * math.hypot(w1, w2)
        self._set(w[0], w[1], -float(w @ first))
        self._update()
        self.changed.emit()

    # -- what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The controls are below the plane where the figure is high; in a narrow one, its units are not equal."""
        super().resizeEvent(event)
        self.plane.view.setAspectLocked(self.width() >= self.context.theme.px(_EQUAL))
        self.plane.set_ranges(_VIEW, _VIEW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wide = self.width() > self.height()
        self._parts.setDirection(across if wide else down)
        self._controls.setDirection(down if wide else across)
        self._controls.setSpacing(self.context.theme.px(10 if wide else 28))
        self._controls.setStretch(1, 1)

    @Slot()
    def _update(self) -> None:
        outputs, wanted = self.outputs(), GATES[tuple(GATES)[self.gate.value]]
        self.plane.set_half_planes(*self.parameters)
        for marks, value in ((self._ones, 1), (self._zeros, 0)):
            points = np.array([point for point, y in zip(POINTS, outputs, strict=True) if y == value]).reshape(-1, 2)
            marks.set_points(points[:, 0], points[:, 1])
        for (output, want), y, right in zip(self._cells, outputs, wanted, strict=True):
            output.setText(f"<b style='color: {self._colour(y)}'>{y}</b>")
            output.setAccessibleName(str(y))
            want.setText(f"{right}   {'✓' if y == right else '✗'}")
            want.setAccessibleName(tr("{0}, right", right) if y == right else tr("{0}, wrong", right))
        count = sum(y == right for y, right in zip(outputs, wanted, strict=True))
        gate = tuple(GATES)[self.gate.value]
        sentence = tr("Right for {0}: {1} of 4 rows.", gate, count)
        if self.parameters[:2] == (0, 0):
            no_line = tr("With w1 = w2 = 0 there is no line: y is the same everywhere.")
            sentence = tr("{0} {1}", sentence, no_line)
        self._summary.setText(sentence)

    def _colour(self, y: int) -> str:
        return self.context.theme.colour("above" if y else "below").name()
