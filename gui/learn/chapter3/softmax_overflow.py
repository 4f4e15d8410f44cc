"""Lesson: softmax, the overflow of its plain formula, and what plain shares would give."""

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy

from engine.book import softmax, softmax_naive
from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.chapter3.result_cell import ResultCell, ScoreBar
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.number_format import short_number
from gui.widgets.cards import button, column, label, row
from gui.widgets.form_controls import keep_lines

EXAMPLES = ((0.3, 2.9, 4.0), (1010.0, 1000.0, 990.0), (1.0, 2.0), (10.0, 20.0))
# The scores of an image that looks like a 7, and a little like a 2 and a 9.
TEN_SCORES = (-1.2, -2.5, 3.1, 1.4, -3.0, -0.6, -4.2, 6.3, 0.2, 2.6)
_MOST, _MOST_SHIFT, _DECIMALS = 3000.0, 1000.0, 1
_SPAN, _SHIFT_SPAN = 20.0, 300.0
_LEAST_T, _MOST_T = 0.1, 100.0
# The task asks for an overflow with scores below this.
_BELOW = 800.0


class SoftmaxOverflow(Lesson):
    """A row for each score: a field and a bar, and what the two softmax functions and x / sum give for it."""

    shown: ClassVar[tuple[object, ...]] = (softmax_naive, softmax)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._example: tuple[float, ...] = EXAMPLES[0]
        self._count = len(self._example)
        self._shifted = 0.0
        self._numbers: list[DraggableNumber] = []
        self._bars: list[ScoreBar] = []
        self._results: list[tuple[ResultCell, ...]] = []
        self._names: list[QLabel] = []
        examples = [button(_listed(each), f"example-{i}", partial(self._load, each)) for i, each in enumerate(EXAMPLES)]
        examples.append(button(tr("ten"), "example-ten", partial(self._load, TEN_SCORES)))
        self._shift = DraggableNumber(
            theme, tr("add to all"), "shift", 0, -_MOST_SHIFT, _MOST_SHIFT, _DECIMALS, step=1, span=_SHIFT_SPAN
        )
        self._shift.changed.connect(self._shift_all)
        self._temperature = DraggableNumber(
            theme, tr("temperature T"), "temperature", 1, _LEAST_T, _MOST_T, logarithmic=True
        )
        self._temperature.changed.connect(self._update)
        self._note = label("", "muted", "softmax-note", wrap=True)
        keep_lines(self._note, 3)
        numbers = row(self._shift, self._temperature, None, spacing=14)
        self._grid = self._table()
        self.setLayout(column(row(*examples, None, spacing=6), numbers, (self._grid, 1), self._note, spacing=6))
        self._show_scores(self._example)

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        titles = ((tr("score"), 1), (tr("naive"), 3), (tr("softmax"), 4), (tr("x / sum"), 5))
        for title, at in titles:
            head = label(title, "muted")
            head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            grid.addWidget(head, 0, at)
        for at in range(2, 6):
            grid.setColumnStretch(at, 1)
        return grid

    def _add_row(self) -> None:
        """Rows are made when they are needed: making ten of them takes long."""
        theme, index = self.context.theme, len(self._numbers)
        name = label(str(index), "muted")
        number = DraggableNumber(theme, "", f"score-{index}", 0, -_MOST, _MOST, _DECIMALS, step=0.5, span=_SPAN)
        number.field.setAccessibleName(tr("Score {0}", index))
        number.changed.connect(self._update)
        bar = ScoreBar(theme, f"score-bar-{index}")
        bar.dragged.connect(partial(self._drag, index))
        bar.released.connect(self._rescale)
        cells = tuple(
            ResultCell(theme, f"{kind}-{index}", colour)
            for kind, colour in (("naive", "above"), ("softmax", "accent"), ("ratio", "muted"))
        )
        for at, widget in enumerate((name, number, bar, *cells)):
            self._grid.addWidget(widget, index + 1, at)
        self._names.append(name)
        self._numbers.append(number)
        self._bars.append(bar)
        self._results.append(cells)

    # -- the functions

    @property
    def scores(self) -> FloatArray:
        """(n,) scores, not divided by the temperature."""
        return np.array([each.value for each in self._numbers[: self._count]])

    @property
    def temperature(self) -> float:
        """What the scores are divided by."""
        return self._temperature.value

    def results(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        """What softmax_naive, softmax and x / sum give: (n,) each."""
        a = self.scores / self.temperature
        with np.errstate(all="ignore"):
            return softmax_naive(a), softmax(a), a / a.sum()

    def run(self) -> None:
        a = self.scores / self.temperature
        # softmax calls softmax_naive, too: the values on view are those of the last call.
        softmax(a)
        softmax_naive(a)

    def cell(self) -> str:
        divided = "" if self.temperature == 1 else f" / {self.temperature!r}"
        return (
            "import numpy as np\n\nfrom digit_lab.engine.book import softmax, softmax_naive\n\n"
            f"a = np.array({self.scores.tolist()!r}){divided}\nprint(softmax_naive(a))\nprint(softmax(a))\n"
        )

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"overflow": self._overflows, "shift": self._is_shifted, "temperature": self._temperature_fits}

    def _overflows(self) -> bool:
        """The naive softmax gives nan; or only 0, where no exp overflows but their sum."""
        scores, naive = self.scores, self.results()[0]
        return bool(0 < scores.max() < _BELOW and not np.isclose(naive.sum(), 1))

    def _is_shifted(self) -> bool:
        """Every score is another one than in the example, and the answer is the same."""
        before = np.array(self._example)
        same = np.allclose(self.results()[1], softmax(before), rtol=1e-6, atol=0)
        return bool(same and (np.abs(self.scores - before) > 1e-6).all())

    def _temperature_fits(self) -> bool:
        """10, 20 give what 1, 2 give without a temperature."""
        same = np.allclose(self.results()[1][:2], softmax(np.array(EXAMPLES[2])), rtol=1e-3)
        return same and self.scores.tolist() == list(EXAMPLES[3])

    def reset(self) -> None:
        self._load(EXAMPLES[0])

    # -- changes

    def _load(self, scores: Sequence[float]) -> None:
        self._example = tuple(scores)
        self._count = len(self._example)
        self._shifted = 0.0
        self._shift.set_value(0)
        self._temperature.set_value(1)
        self._show_scores(scores)
        self.changed.emit()

    @Slot(float)
    def _shift_all(self, shift: float) -> None:
        by, self._shifted = shift - self._shifted, shift
        self._show_scores([float(f"{score + by:.12g}") for score in self.scores])
        self.changed.emit()

    def _drag(self, index: int, score: float) -> None:
        self._numbers[index].set_value(round(score, _DECIMALS))
        self._show()
        self.changed.emit()

    @Slot()
    def _update(self) -> None:
        self._rescale()
        self._show()
        self.changed.emit()

    # -- what is shown

    def _show_scores(self, scores: Sequence[float]) -> None:
        while len(self._numbers) < len(scores):
            self._add_row()
        for index, widgets in enumerate(zip(self._names, self._numbers, self._bars, self._results, strict=True)):
            name, number, bar, cells = widgets
            for each in (name, number, bar, *cells):
                each.setVisible(index < self._count)
            if index < self._count:
                number.set_value(scores[index])
        self._rescale()
        self._show()

    @Slot()
    def _rescale(self) -> None:
        """All bars have one scale, which has room for the scores."""
        scores = self.scores
        most = max(float(scores.max()), -2 * float(scores.min()), 5.0) * 1.001
        decade = 10.0 ** math.floor(math.log10(most))
        limit = next(each * decade for each in (1, 2, 5, 10) if each * decade >= most)
        for bar in self._bars:
            bar.set_range(-limit / 2, limit)

    def _show(self) -> None:
        scores = self.scores
        a = scores / self.temperature
        naive, stable, ratio = self.results()
        with np.errstate(over="ignore"):
            exp_a, exp_less = np.exp(a), np.exp(a - a.max())
        for index in range(self._count):
            self._bars[index].set_value(float(scores[index]))
            first, second, third = self._results[index]
            name = str(index)
            first.show_value(float(naive[index]), tr("softmax_naive, score {0}", name), _exp(a[index], exp_a[index]))
            second.show_value(
                float(stable[index]), tr("softmax, score {0}", name), _exp(a[index] - a.max(), exp_less[index])
            )
            third.show_value(float(ratio[index]), tr("x / sum, score {0}", name), ())
        self._note.setText(self._sentence(a, exp_a, naive, ratio))

    def _sentence(self, a: FloatArray, exp_a: FloatArray, naive: FloatArray, ratio: FloatArray) -> str:
        largest = short_number(float(a.max()))
        if np.isinf(exp_a).any():
            return tr(
                "exp({0}) is more than a float64 can hold, 1.8e308: inf. The naive softmax divides by inf. "
                "softmax subtracts the largest score first, so that its largest exp is exp(0) = 1.",
                largest,
            )
        if not exp_a.any():
            return tr("Every exp is 0, too small for a float64: the naive softmax divides 0 by 0. softmax does not.")
        if not naive.any():
            return tr(
                "The sum of the exp is more than a float64 can hold, 1.8e308: inf. The naive softmax divides by inf, "
                "which gives 0. softmax subtracts the largest score first."
            )
        if not np.isfinite(ratio).all():
            return tr("The sum of the scores is 0: x / sum divides by 0. The sum of the exp is always above 0.")
        if self.temperature != 1:
            return tr("A high temperature makes the probabilities more equal; a low one, the largest still larger.")
        if (ratio < 0).any():
            return tr("x / sum gives values below 0 or above 1. exp makes every score positive, so softmax does not.")
        return tr(
            "The probabilities add up to 1. For softmax only the differences of scores count, for x / sum ratios."
        )


def _listed(scores: Sequence[float]) -> str:
    return ", ".join(f"{score:g}" for score in scores)


def _exp(x: float, value: float) -> tuple[str, ...]:
    """How exp is written, from the longest to the shortest text."""
    result = "inf" if math.isinf(value) else short_number(float(value), 3)
    call = f"exp({short_number(float(x))})"
    return f"{call} = {result}", f"exp = {result}", call
