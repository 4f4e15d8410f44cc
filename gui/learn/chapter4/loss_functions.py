"""Lesson: squared error and cross entropy of ten probabilities, and why the accuracy is no loss."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLabel

from engine.book import as_one_hot, cross_entropy_error, mean_squared_error, numerical_diff
from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.draggable_bars import DraggableBars
from gui.learn.parts.number_format import short_number
from gui.learn.parts.plane import Plane
from gui.learn.responsive import TwoPanes
from gui.widgets.cards import button, column, label, row
from gui.widgets.segmented_control import SegmentedControl

# Of the probabilities.
Measure = Callable[[FloatArray], float]

# The book's outputs for an image of a 2 that the network takes for a 7.
_SAYS_7, _IS_2 = (0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0), 2
_DIGITS = tuple(map(str, range(10)))
_MOST_LOSS = 4.0
# How many probabilities the curves are computed at: the one that stays, at more.
_SAMPLES, _DENSE = 41, 401
# For the slope; nearer to 0, cross entropy changes too fast for the usual h.
_H, _NEAR, _SMALL_H = 1e-4, 1e-3, 1e-8


class LossFunctions(Lesson):
    """Bars of probabilities, the three curves over the probability of the right answer, and their values.

    Attributes:
        bars: the probabilities; their sum is 1.
        right: the right answer.
        curves: its point is at the probability of the right answer, on the curve of the cross entropy.
    """

    shown: ClassVar[tuple[object, ...]] = (mean_squared_error, cross_entropy_error, as_one_hot)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.right = SegmentedControl("right-answer", tr("Right answer"), _DIGITS)
        self._equal = button(tr("All equal"), "all-equal", lambda: self._set(np.full(10, 0.1)))
        self.bars = DraggableBars(
            theme, "probabilities", tr("Probabilities y"), _DIGITS, _SAYS_7, 0, 1, sums_to_one=True
        )
        self.curves = Plane(
            theme,
            "loss-curves",
            tr("Cross entropy, squared error and accuracy over the probability of the right answer"),
            tr("y of the right answer"),
            tr("loss"),
            (-0.03, 1.03),
            (-0.1, _MOST_LOSS),
        )
        # (title, colour, decimals, function of y) of each row of the table.
        self._measures: tuple[tuple[str, str, int, Measure], ...] = (
            (tr("cross entropy"), "below", 4, lambda y: cross_entropy_error(y, np.array(self.t))),
            (tr("squared error"), "above", 4, lambda y: mean_squared_error(y, np.array(self.t))),
            (tr("accuracy"), "text", 0, self._accuracy),
        )
        self._vertical = self.curves.add_line("muted", 0.5, dashed=True)
        self._lines = [self.curves.add_line(colour) for _, colour, *_ in self._measures]
        # It depends on nothing else than the probability of the right answer.
        self._draw_curve(0, _DENSE)
        self._marks = [self.curves.add_marks(colour) for _, colour, *_ in self._measures]
        self._point = self.curves.add_point(tr("Probability of the right answer"), 0, 0, "", "below", x_bounds=(0, 1))
        self._cells: list[tuple[QLabel, QLabel, QLabel]] = []
        self._targets = label("", "", "loss-targets", wrap=True)
        top = row(label(tr("right answer")), self.right, None)
        caption = label(tr("t as a label and one-hot:"), "muted", wrap=True)
        targets = column(caption, self._targets, None, row(self._equal, None), spacing=2)
        bottom = row(self._table(), (targets, 1), spacing=16)
        self.setLayout(column(top, (TwoPanes(self.bars, self.curves), 1), bottom))
        self.right.changed.connect(self._changed)
        self.bars.changed.connect(self._changed)
        self._point.moved.connect(lambda y, _: self._set(self._with(round(y, 3))))
        theme.changed.connect(self._update)
        self.right.choose(_IS_2)
        self._update()

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for at, title in enumerate((tr("value"), tr("slope")), start=1):
            grid.addWidget(label(title, "muted"), 0, at)
        for line in range(1, len(self._measures) + 1):
            cells = label(rich=True), label(name=f"loss-{line}", rich=True), label(name=f"slope-{line}")
            for at, cell in enumerate(cells):
                grid.addWidget(cell, line, at)
            self._cells.append(cells)
        grid.setRowStretch(4, 1)
        return grid

    # -- the loss

    @property
    def t(self) -> int:
        """The right answer, as a label."""
        return self.right.value

    @property
    def probabilities(self) -> FloatArray:
        """(10,): y, the outputs of a network."""
        return self.bars.values

    def _accuracy(self, y: FloatArray) -> float:
        return float(y.argmax() == self.t)

    def _with(self, probability: float) -> FloatArray:
        """The probabilities if that of the right answer were another one; the others keep their ratios."""
        y, others = self.probabilities.copy(), np.arange(10) != self.t
        total = float(y[others].sum())
        y[others] = y[others] * ((1 - probability) / total) if total > 0 else (1 - probability) / 9
        y[self.t] = probability
        return y

    def _measured_with(self, measure: Measure, probability: float) -> float:
        return measure(self._with(probability))

    def run(self) -> None:
        mean_squared_error(self.probabilities, np.array(self.t))
        cross_entropy_error(self.probabilities, np.array(self.t))

    def cell(self) -> str:
        return (
            "import numpy as np\n\nfrom digit_lab.engine.book import cross_entropy_error, mean_squared_error\n\n"
            f"y = np.array({self.probabilities.tolist()})\nlabel, one_hot = {self.t}, np.eye(10)[{self.t}]\n"
            "print(cross_entropy_error(y, label), cross_entropy_error(y, one_hot))\n"
            "print(mean_squared_error(y, label), mean_squared_error(y, one_hot))\n"
        )

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {
            "book": lambda: self.t == _IS_2 and round(self._loss, 2) == 0.51,
            "better": lambda: self._loss < 1 and not self._accuracy(self.probabilities),
            "unsure": lambda: self._loss > 2 and bool(self._accuracy(self.probabilities)),
        }

    @property
    def _loss(self) -> float:
        return cross_entropy_error(self.probabilities, np.array(self.t))

    def reset(self) -> None:
        self.right.choose(_IS_2)
        self._set(np.array(_SAYS_7))

    # -- changes

    def _set(self, y: FloatArray) -> None:
        self.bars.set_values(y)
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self._update()
        self.changed.emit()

    # -- what is shown

    def _draw_curve(self, index: int, samples: int) -> None:
        """A loss over the probability of the right answer."""
        xs, measure = np.linspace(0, 1, samples), self._measures[index][-1]
        self._lines[index].set_points(xs, np.array([self._measured_with(measure, x) for x in xs.tolist()]))

    @Slot()
    def _update(self) -> None:
        self.bars.set_marked(self.t)
        probability = float(self.probabilities[self.t])
        self._vertical.set_points(np.full(2, probability), np.array([-1.0, _MOST_LOSS]))
        self._draw_curve(1, _SAMPLES)
        # It becomes 1 where the right answer is as probable as the largest of the others.
        most = float(np.delete(self._with(0.0), self.t).max())
        jump = most / (1 + most)
        self._lines[2].set_points(np.array([0, jump, jump, 1]), np.array([0.0, 0, 1, 1]))
        h = _H if probability > _NEAR else _SMALL_H
        # Both points of the difference are probabilities.
        centre = min(max(probability, h), 1 - h)
        for (title, colour, decimals, measure), mark, cells in zip(
            self._measures, self._marks, self._cells, strict=True
        ):
            value = measure(self.probabilities)
            mark.set_points(np.array([probability]), np.array([value]))
            slope = numerical_diff(partial(self._measured_with, measure), centre, h)
            shown = self.context.theme.colour(colour).name()
            cells[0].setText(f"<span style='color: {shown}'>━━</span> {title}")
            cells[1].setText(f"<b>{value:z.{decimals}f}</b>")
            # Where it jumps, the accuracy has no slope: the number would only tell how small h is.
            jumps = measure == self._accuracy and slope
            cells[2].setText(tr("none") if jumps else short_number(slope, 3))
        self._point.move_to(probability, min(self._loss, _MOST_LOSS))
        one_hot = as_one_hot(np.array(self.t), self.probabilities)
        vector = " ".join(f"{value:.0f}" for value in one_hot)
        losses = [cross_entropy_error(self.probabilities, target) for target in (np.array(self.t), one_hot)]
        self._targets.setText(f"{self.t} → {losses[0]:z.4f}\n[{vector}] → {losses[1]:z.4f}")
