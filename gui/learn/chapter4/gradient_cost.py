"""Lesson: what learning costs with the numerical gradient, and with backpropagation."""

from collections.abc import Callable
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from engine.book import TwoLayerNet, numerical_gradient, prepare
from engine.i18n import tr, tr_n
from engine.types import FloatArray, IntArray
from gui.learn.chapter4.gradient_timing import INPUTS, Timing, made_network, measure, parameter_count
from gui.learn.chapter4.time_bars import TimeBar, TimeBars, time_text
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.digit_source import DigitSource
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.number_format import short_number
from gui.task import Task, TaskGroup
from gui.widgets.cards import button, column, label, row
from gui.widgets.form_controls import keep_lines

# The book's training.
ITERATIONS = 10_000
HIDDEN, BATCH = 50, 100
# How long a notebook ran, in seconds: 54 min 46.8 s.
NOTEBOOK = 54 * 60 + 46.8
_MEASURED, _MOST_HIDDEN, _MOST_BATCH, _MOST_MEASURED = 50, 200, 1_000, 2_000
# The code on view runs with so many parameters and images: it takes a few milliseconds.
_SHOWN, _SHOWN_BATCH = 2, 100


class GradientCost(Lesson):
    """Attributes:
    hidden, batch_size, measured: the numbers.
    bars: the times.
    timing: the last one, or None; it is complete unless a measurement runs.
    """

    shown: ClassVar[tuple[object, ...]] = (numerical_gradient, TwoLayerNet)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.timing: Timing | None = None
        self._tasks = TaskGroup(self)
        self._task: Task | None = None
        self._running = False
        self.source = DigitSource()
        self.source.loaded.connect(self._change)
        self.hidden = DraggableNumber(theme, tr("hidden neurons"), "cost-hidden", HIDDEN, 1, _MOST_HIDDEN, 0, step=5)
        self.batch_size = DraggableNumber(
            theme, tr("batch size"), "cost-batch", BATCH, 1, _MOST_BATCH, 0, step=10, span=300
        )
        self.measured = DraggableNumber(
            theme, tr("measured parameters"), "cost-measured", _MEASURED, 1, _MOST_MEASURED, 0, step=10, span=300
        )
        for number in (self.hidden, self.batch_size, self.measured):
            number.changed.connect(self._change)
        self._measure = button("", "cost-measure", self._toggle, small=False)
        self._measure.setProperty("primary", True)
        self._count = label("", "muted", "cost-count", wrap=True)
        self.bars = TimeBars(theme, "cost-bars", tr("Times of both gradients"))
        self._sentence = label("", "", "cost-sentence", wrap=True)
        keep_lines(self._sentence, 3)
        numbers = row(self.hidden, self.batch_size, None, spacing=14)
        action = row(self.measured, self._measure, None, spacing=14)
        self.setLayout(
            column(self.source, numbers, action, self._count, (self.bars, 1), self._sentence, None, spacing=8)
        )
        self._show()

    # -- the functions

    def batch(self, size: int) -> tuple[FloatArray, IntArray]:
        """The first training images as (size, 784) float64, and their labels; black until they are loaded."""
        digits = self.source.digits
        if digits is None:
            return np.zeros((size, INPUTS)), np.zeros(size, np.uint8)
        x, t = prepare(digits.train.images[:size], digits.train.labels[:size])
        return x.astype(np.float64), t

    def run(self) -> None:
        x, t = self.batch(min(int(self.batch_size.value), _SHOWN_BATCH))
        net = made_network(int(self.hidden.value))
        net.gradient(x, t)
        numerical_gradient(lambda _: net.loss(x, t), net.params["b2"][:_SHOWN])

    def cell(self) -> str:
        hidden, size = int(self.hidden.value), int(self.batch_size.value)
        return (
            "import numpy as np\n\nfrom digit_lab.engine.book import TwoLayerNet, numerical_gradient\n"
            f"{self.source.code}\n"
            f"net = TwoLayerNet({INPUTS}, {hidden}, 10, rng=np.random.default_rng(0))\n"
            f"x, t = x_train[:{size}].astype(float), t_train[:{size}]\n"
            "print(sum(W.size for W in net.params.values()))\n"
            "# Of the ten parameters b2 alone.\n"
            'print(numerical_gradient(lambda _: net.loss(x, t), net.params["b2"]).round(6))\n'
            'print(net.gradient(x, t)["b2"].round(6))\n'
        )

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"measure": self._is_measured}

    def _is_measured(self) -> bool:
        asked = (int(self.hidden.value), int(self.batch_size.value)) == (HIDDEN, BATCH)
        return asked and self.timing is not None and self.timing.complete

    def reset(self) -> None:
        for number, value in ((self.hidden, HIDDEN), (self.batch_size, BATCH), (self.measured, _MEASURED)):
            number.set_value(value)
        self._change()

    # -- measuring

    @Slot()
    def _toggle(self) -> None:
        if self._running:
            self._stop()
            self._show()
        elif self.source.digits is not None:
            hidden, wanted = int(self.hidden.value), int(self.measured.value)
            x, t = self.batch(int(self.batch_size.value))
            self._running, self.timing = True, None
            self._task = self._tasks.start(
                lambda task: measure(hidden, x, t, wanted, task),
                self._finish,
                on_progress=self._follow,
                on_failed=self._fail,
            )
            self._show()

    def _follow(self, timing: Timing) -> None:
        self.timing = timing
        self._show()

    def _finish(self, timing: Timing) -> None:
        self._running = False
        self._follow(timing)
        self.changed.emit()

    def _fail(self, sentence: str) -> None:
        self._stop()
        self._show()
        self._sentence.setText(sentence)

    def _stop(self) -> None:
        if self._running and self._task is not None:
            self._task.cancel()
        self._running = False

    @Slot()
    def _change(self) -> None:
        """The times belong to other numbers."""
        self._stop()
        self.timing = None
        self._show()
        self.changed.emit()

    @property
    def busy(self) -> bool:
        return self.source.busy or self._tasks.busy

    def shut_down(self) -> None:
        self.source.shut_down()
        self._stop()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.source.load()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.source.stop_loading()
        self._stop()
        self._show()

    # -- what is shown

    def _show(self) -> None:
        hidden, timing = int(self.hidden.value), self.timing
        count = parameter_count(hidden)
        self._measure.setText(tr("Stop") if self._running else tr("Measure"))
        self._count.setText(tr("{0:,} parameters: one numerical gradient calculates {1:,} losses.", count, 2 * count))
        one, step, back = (
            (None, None, None) if timing is None else (timing.per_parameter, timing.numerical, timing.backpropagation)
        )
        many = tr_n("%n iteration(s)", None, ITERATIONS)
        bars = (
            TimeBar(tr("Numerical gradient"), "above", heading=True),
            TimeBar(tr_n("%n parameter(s)", None, 1), "above", one, measured=True),
            TimeBar(tr_n("%n iteration(s)", None, 1), "above", step),
            TimeBar(many, "above", None if step is None else ITERATIONS * step),
            TimeBar(tr("Backpropagation"), "below", heading=True),
            TimeBar(tr_n("%n iteration(s)", None, 1), "below", back, measured=True),
            TimeBar(many, "below", None if back is None else ITERATIONS * back),
        )
        self.bars.show_times(bars, (tr("a notebook: {0}", time_text(NOTEBOOK)), NOTEBOOK))
        self._sentence.setText(self._compared())

    def _compared(self) -> str:
        timing = self.timing
        if timing is None:
            return tr("Measuring…") if self._running else tr("Click Measure to time both gradients.")
        if not timing.complete:
            return tr("Measuring: {0} of {1} parameters…", timing.measured, timing.wanted)
        factor = timing.numerical / timing.backpropagation
        steps = NOTEBOOK / timing.numerical
        return tr(
            "Backpropagation is about {0} times faster, and its derivatives differ by at most {1}. "
            "In {2} the numerical gradient gets through {3} iterations here.",
            *(
                f"{float(f'{factor:.2g}'):,.0f}",
                short_number(timing.difference, 2),
                time_text(NOTEBOOK),
                f"{steps:,.0f}",
            ),
        )
