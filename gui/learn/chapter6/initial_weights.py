"""Lesson: what the initial weights make of the activations, layer by layer."""

import math
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from engine.book import BatchNormalization, he_init, normal_init, relu, sigmoid, xavier_init
from engine.i18n import tr
from gui.learn.chapter6.activation_spread import ACTIVATIONS, LAYERS, NEURONS, Result, Setup, compute
from gui.learn.chapter6.histogram_row import HistogramRow
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.number_format import short_number
from gui.task import TaskGroup
from gui.widgets.cards import column, label, row
from gui.widgets.form_controls import keep_lines
from gui.widgets.segmented_control import SegmentedControl
from gui.widgets.switch import Switch

# The std of the weights for each choice; None for the one that is typed.
_CHOICES = (1.0, 0.01, math.sqrt(1 / NEURONS), math.sqrt(2 / NEURONS), None)
_KINDS = ("normal", "normal", "xavier", "he", "normal")
_OTHER = 4
_LEAST_STD, _MOST_STD = 0.001, 10.0
# The tasks: below this std the activations are nearly all the same; above this share they are saturated; the std of
# the last layer is kept if it is so many times that of the first, or more, and at most its inverse.
_DEAD, _SATURATED, _KEPT = 0.01, 0.6, 2 / 3
# From this share on, the sentence speaks of saturation.
_MANY = 0.3


class InitialWeights(Lesson):
    """Attributes:
    result: what is on view; None until it is computed first.
    """

    shown: ClassVar[tuple[object, ...]] = (normal_init, xavier_init, he_init, sigmoid, relu, BatchNormalization)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.result: Result | None = None
        self._tasks = TaskGroup(self)
        self._activation = SegmentedControl("activation", tr("Activation function"), tuple(ACTIVATIONS))
        self._normalize = Switch(tr("Batch normalisation"), theme)
        self._normalize.setObjectName("batch-normalization")
        titles = ("std 1", "std 0.01", "Xavier", "He", tr("Other"))
        self._weights = SegmentedControl("weights", tr("Initial weights"), titles)
        self._std = DraggableNumber(theme, "std", "std", 1, _LEAST_STD, _MOST_STD, logarithmic=True)
        self._seed = DraggableNumber(theme, tr("seed"), "seed", 0, 0, 999, decimals=0)
        self._histograms = HistogramRow(theme)
        self._summary = label("", "muted", "spread-summary", wrap=True)
        keep_lines(self._summary, 3)
        self.setLayout(
            column(
                row(self._activation, self._normalize, None, spacing=14),
                row(self._weights, self._std, None, spacing=14),
                (self._histograms, 1),
                row((self._summary, 1), self._seed, spacing=14),
                spacing=10,
            )
        )
        self._activation.changed.connect(self._compute)
        self._normalize.toggled.connect(self._compute)
        self._weights.changed.connect(self._choose_weights)
        self._std.changed.connect(self._std_changed)
        self._seed.changed.connect(self._compute)

    @property
    def setup(self) -> Setup:
        """The values of the controls."""
        return Setup(
            activation=tuple(ACTIVATIONS)[self._activation.value],
            weights=_KINDS[self._weights.value],
            std=self._std.value,
            normalize=self._normalize.isChecked(),
            seed=int(self._seed.value),
        )

    def run(self) -> None:
        """The last layer; the first one, until the activations before the last one are known."""
        if self.result is None:
            self.setup.output(self.setup.inputs(), 1)
        else:
            self.result.setup.output(self.result.before_last, LAYERS)

    def cell(self) -> str:
        return self.setup.cell()

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"die": self._dies, "saturate": self._saturates, "keep": self._keeps}

    def _dies(self) -> bool:
        return self.result is not None and self.result.layers[-1].std < _DEAD

    def _saturates(self) -> bool:
        result = self.result
        return result is not None and result.setup.activation != "ReLU" and result.layers[-1].ends > _SATURATED

    def _keeps(self) -> bool:
        setup = self.setup if self.result is None else self.result.setup
        return setup.activation == "ReLU" and not setup.normalize and _KEPT <= self._ratio() <= 1 / _KEPT

    def _ratio(self) -> float:
        """The standard deviation of the last layer by that of the first."""
        return self.result.layers[-1].std / self.result.layers[0].std if self.result is not None else 0.0

    @property
    def busy(self) -> bool:
        return self._tasks.busy

    def shut_down(self) -> None:
        self._tasks.cancel()

    def reset(self) -> None:
        self._activation.choose(0)
        self._normalize.setChecked(False)
        self._seed.set_value(0)
        self._weights.choose(0)
        self._compute()

    # -- changes

    @Slot(int)
    def _choose_weights(self, index: int) -> None:
        std = _CHOICES[index]
        if std is not None:
            self._std.set_value(float(f"{std:.4g}"))
        self._compute()

    @Slot()
    def _std_changed(self) -> None:
        if self._weights.value == _OTHER:
            self._compute()
        else:
            self._weights.choose(_OTHER)

    @Slot()
    def _compute(self) -> None:
        """On a thread, one at a time: while it computes, only the newest values wait."""
        self.changed.emit()
        if self.isVisible() and not self._tasks.busy:
            setup = self.setup
            self._tasks.start(lambda task: compute(setup), self._show, on_end=self._compute_newest)

    def _compute_newest(self) -> None:
        if self.result is None or self.result.setup != self.setup:
            self._compute()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._compute_newest()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tasks.cancel()

    # -- what is shown

    def _show(self, result: Result) -> None:
        self.result = result
        self._histograms.show_result(result)
        self._summary.setText(self._sentence(result))
        self.changed.emit()

    def _sentence(self, result: Result) -> str:
        first, last = result.layers[0].std, result.layers[-1].std
        if self._dies():
            return tr("Layer 5 gives nearly the same for every input: nothing can be learnt from it.")
        if result.setup.activation != "ReLU" and result.layers[-1].ends > _MANY:
            share = tr("{0} %", f"{100 * result.layers[-1].ends:.0f}")
            return tr("{0} of layer 5 is at the ends, where the slope is nearly 0: the gradient vanishes.", share)
        if _KEPT <= self._ratio() <= 1 / _KEPT:
            return tr("The spread is kept: std {0} in layer 1, {1} in layer 5.", *map(_short, (first, last)))
        if last > first:
            return tr("The spread grows from layer to layer: std {0} to {1}.", *map(_short, (first, last)))
        return tr("The spread shrinks from layer to layer: std {0} to {1}.", *map(_short, (first, last)))


def _short(value: float) -> str:
    return short_number(value, 3)
