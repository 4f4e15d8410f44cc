"""Lesson: backpropagation through a small network, step by step, and the gradient check."""

from collections.abc import Callable
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from engine.book import Affine, Relu, Sigmoid, SoftmaxWithLoss, gradient_check
from engine.i18n import tr
from gui.learn.chapter5.fault_panel import FaultPanel
from gui.learn.chapter5.glass_network import D_ACTIVATION, LOSS, NAMES, Inputs, Passes
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.diagram_items.network_numbers import Edge, Neuron
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.network_diagram import NetworkDiagram
from gui.learn.parts.number_format import number_in
from gui.learn.parts.stepper import Stepper
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.cards import column, label, row
from gui.widgets.form_controls import keep_lines
from gui.widgets.segmented_control import SegmentedControl

_MOST_INPUT, _MOST_WEIGHT = 3.0, 3.0
# A typed y - t may differ by so much: two decimals are enough.
_TOLERANCE = 0.0051
_TO_FIND = 2
# Pixels: from this height on, the check has the diagram above it.
_TALL = 520


class BackwardSteps(Lesson):
    """Attributes:
    mode: 0 for the steps, 1 for the gradient check of a broken layer.
    passes: the numbers of both passes.
    panel: the gradient check.
    """

    shown: ClassVar[tuple[object, ...]] = (SoftmaxWithLoss, Affine, Relu, Sigmoid, gradient_check)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._inputs = Inputs()
        self.mode = SegmentedControl("backward-mode", tr("View"), (tr("Step by step"), tr("Break a layer")))
        self.activation = SegmentedControl("activation", tr("Activation function"), ("ReLU", "Sigmoid"))
        self.label = SegmentedControl("label", tr("True label"), ("1", "2"))
        self._x = [DraggableNumber(theme, f"x{i + 1}", f"x{i + 1}", 0, -_MOST_INPUT, _MOST_INPUT) for i in (0, 1)]
        self.weight = DraggableNumber(theme, "w", "edge-weight", 0, -_MOST_WEIGHT, _MOST_WEIGHT)
        self.diagram = NetworkDiagram(theme, "glass-network", tr("The network, with values and gradients"))
        self._details = label("", "", "backward-details", wrap=True)
        keep_lines(self._details, 2)
        self._fields = [self._field(theme, index) for index in (0, 1)]
        self._reply = label("", "muted", "scores-reply")
        self.passes = Passes(self._inputs)
        self.stepper = Stepper(theme, "backward", self.passes.sentences(), lines=2)
        self.panel = FaultPanel(theme)
        self._filled, self._verdict = False, ""
        self._cell: Neuron | Edge | None = None
        self._choices = QWidget()
        true = label(tr("true label"), "muted")
        self._choices.setLayout(row(*self._x, true, self.label, None, self.weight, spacing=8))
        self._steps = QWidget()
        answer = row(label("y − t ="), *self._fields, (self._reply, 1), spacing=6)
        self._steps.setLayout(column(self._details, answer, self.stepper, spacing=6))
        self.setLayout(
            column(
                row(self.mode, None, self.activation),
                self._choices,
                (self.diagram, 1),
                self._steps,
                self.panel,
                spacing=6,
            )
        )
        self.mode.changed.connect(self._mode_changed)
        for choice in (self.activation, self.label):
            choice.changed.connect(self._controls_changed)
        for number in self._x:
            number.changed.connect(self._controls_changed)
        self.weight.changed.connect(self._weight_changed)
        self.stepper.changed.connect(self._stepped)
        self.diagram.pointed.connect(self._point)
        self.diagram.clicked.connect(self._point)
        self.panel.changed.connect(self._update)
        self.panel.changed.connect(self.changed)
        theme.changed.connect(self._fit)
        self._set_first()

    def _field(self, theme: Theme, index: int) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(f"score-gradient-{index}")
        made.setAccessibleName(tr("y − t of class {0}", index + 1))
        made.setPlaceholderText("?")
        made.setProperty("draggable", True)
        made.setFixedWidth(theme.px(64))
        theme.changed.connect(lambda: made.setFixedWidth(theme.px(64)))
        made.editingFinished.connect(self._check_fields)
        return made

    # -- the network

    def run(self) -> None:
        if self.mode.value:
            self.panel.run()
        else:
            Passes(self._inputs)

    def cell(self) -> str:
        inputs = self._inputs
        activation = "Sigmoid" if inputs.sigmoid else "Relu"
        params = "".join(f"{name} = np.array({array.tolist()})\n" for name, array in inputs.params.items())
        return (
            f"import numpy as np\n\nfrom digit_lab.engine.book import Affine, {activation}, SoftmaxWithLoss\n\n{params}"
            f"layers = [Affine(W1, b1), {activation}(), Affine(W2, b2)]\nlast = SoftmaxWithLoss()\n\n"
            f"x, t = np.array([{inputs.x.tolist()}]), np.array([{inputs.t}])\n"
            "for layer in layers:\n    x = layer.forward(x)\n"
            "loss = last.forward(x, t)\ndout = last.backward()\n"
            'print("loss", loss)\nprint("y - t", dout)\n'
            "for layer in reversed(layers):\n    dout = layer.backward(dout)\n"
            'print("dW1", layers[0].dW)\nprint("dW2", layers[2].dW)\n'
        )

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"fill_in": lambda: self._filled, "dead": self._is_dead, "find": lambda: self.panel.found >= _TO_FIND}

    def _is_dead(self) -> bool:
        """Whether the gradient of a hidden neuron is on view, and 0 because of ReLU."""
        seen = self.mode.value == 0 and not self._inputs.sigmoid and self.stepper.index >= D_ACTIVATION
        return seen and bool((self.passes.values[1] <= 0).any())

    def reset(self) -> None:
        self._filled = False
        for control in (self.mode, self.activation):
            control.choose(0)
        self.stepper.stop()
        self.stepper.go_to(0)
        self.panel.reset()
        for each in self._fields:
            each.clear()
        self._set_first()
        self.changed.emit()

    def _set_first(self) -> None:
        self._inputs = Inputs()
        for number, value in zip(self._x, self._inputs.x, strict=True):
            number.set_value(value)
        self.label.choose(self._inputs.t)
        self._cell = None
        self._mode_changed()

    # -- changes

    @Slot()
    def _mode_changed(self) -> None:
        self.stepper.stop()
        breaking = bool(self.mode.value)
        self._steps.setVisible(not breaking)
        self._choices.setVisible(not breaking)
        self.panel.setVisible(breaking)
        self._fit()
        self._controls_changed()

    @Slot()
    def _controls_changed(self) -> None:
        x = np.array([number.value for number in self._x])
        self._inputs = Inputs(x, self.label.value, self.activation.value == 1, self._inputs.params)
        self._numbers_changed()

    @Slot(float)
    def _weight_changed(self, value: float) -> None:
        if isinstance(self._cell, Edge) and self._cell.column in (0, 2):
            name = "W1" if self._cell.column == 0 else "W2"
            params = {key: array.copy() for key, array in self._inputs.params.items()}
            params[name][self._cell.source, self._cell.target] = value
            self._inputs = Inputs(self._inputs.x, self._inputs.t, self._inputs.sigmoid, params)
            self._numbers_changed()

    def _numbers_changed(self) -> None:
        self.passes = Passes(self._inputs)
        self.stepper.set_sentences(self.passes.sentences())
        if self.mode.value:
            self.panel.show_inputs(self._inputs)
        self._verdict = ""
        names = [list(each) for each in NAMES]
        names[-1][self._inputs.t] += " (t = 1)"
        self.diagram.set_columns(names, [tr("input"), "Affine", self._inputs.activation, "Affine", "softmax"])
        self._update()
        self.changed.emit()

    @Slot(object)
    def _point(self, cell: object) -> None:
        if isinstance(cell, Neuron | Edge):
            self._cell = cell
            self._show_details()

    @Slot()
    def _check_fields(self) -> None:
        typed = [number_in(each.text()) for each in self._fields]
        if None in typed:
            return
        wanted = self.passes.gradients[3]
        right = all(abs(one - other) <= _TOLERANCE for one, other in zip(typed, wanted, strict=True))
        self._filled = self._filled or right
        self._verdict = tr("Right.") if right else tr("Not yet: t is 1 for the true label, else 0.")
        self._reply.setText(self._verdict)
        announce(self._reply, self._verdict)
        self.changed.emit()

    @Slot()
    def _stepped(self) -> None:
        self._update()
        self.changed.emit()

    # -- what is shown

    @Slot()
    def _update(self) -> None:
        step = self.stepper.index
        self.diagram.set_weights(self.passes.edges)
        if self.mode.value:
            self._show_faults()
        else:
            self.diagram.set_values(self.passes.values_at(step))
            self.diagram.set_gradients(*self.passes.gradients_at(step))
            self.diagram.highlight(self.passes.highlights(step))
        self._show_details()

    def _show_faults(self) -> None:
        """The gradients of the weights, the wrong ones highlighted."""
        gradients, wrong = self.panel.gradients, self.panel.wrong
        self.diagram.set_values([None] * len(NAMES))
        self.diagram.set_gradients(None, [gradients["W1"], None, gradients["W2"], None])
        columns = [column for column, name in ((0, "W1"), (2, "W2")) if name in wrong]
        self.diagram.highlight([Edge(column, i, j) for column in columns for i in (0, 1) for j in (0, 1)])

    def _show_details(self) -> None:
        step, cell = self.stepper.index, self._cell
        edge = isinstance(cell, Edge) and cell.column in (0, 2)
        self.weight.setEnabled(edge)
        if isinstance(cell, Edge) and edge:
            name = "W1" if cell.column == 0 else "W2"
            self.weight.set_value(self._inputs.params[name][cell.source, cell.target])
        if cell is None:
            self._details.setText(tr("Point at an edge or a neuron to see its numbers; click a weight to change it."))
        else:
            self._details.setText(self.passes.details(cell, step))
        # Before the gradient is on view, it can be predicted.
        ready = step >= LOSS
        for each in self._fields:
            each.setEnabled(ready)
        first = tr("Go on to step {0} of {1} first.", LOSS + 1, len(self.stepper.sentences))
        self._reply.setText(self._verdict if ready else first)

    @Slot()
    def _fit(self) -> None:
        self.diagram.setVisible(not self.mode.value or self.height() >= self.context.theme.px(_TALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
