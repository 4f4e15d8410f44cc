"""Break a layer, and find it by the gradient check."""

from functools import partial

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.i18n import comma_list, tr
from engine.types import FloatArray
from gui.learn.chapter5.broken_layers import Fault, faults
from gui.learn.chapter5.glass_network import BATCH_T, BATCH_X, Inputs, check
from gui.learn.parts.number_format import fixed_number, short_number
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.cards import button, column, label, row
from gui.widgets.form_controls import OptionList, keep_lines

PARAMETERS = ("W1", "b1", "W2", "b2")
# A mean difference above this is a mistake; below, it comes from h = 1e-4 and from the 1e-7 in the book's logarithm.
RIGHT = 1e-5
_LAYERS = 4


class FaultPanel(QWidget):
    """A list of mistakes, both gradients of the parameters with their differences, and a button for each layer.

    Attributes:
        found: secret faults found at the first try, one after the other.
        differences: what gradient_check gives.
        gradients: what backpropagation gives with the fault, for the batch of four.
        inputs: set by ``show_inputs``.

    Signals:
        changed: another fault, or an answer.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._faults = faults()
        self._secret = 0
        self._random = np.random.default_rng()
        self.found, self._tried, self._reply = 0, False, ""
        self.inputs = Inputs()
        self.differences: dict[str, float] = {}
        self.gradients: dict[str, FloatArray] = {}
        self.list = OptionList()
        self.list.setObjectName("fault")
        self.list.setAccessibleName(tr("Fault"))
        self.list.shrink(12)
        self.list.addItems([each.title for each in self._faults] + [tr("Secret fault")])
        self.list.currentIndexChanged.connect(self._chosen)
        secret = button(tr("Secret fault"), "secret-fault", self._hide_fault)
        secret.setToolTip(tr("Break a layer without saying which"))
        self._layers = [button("", f"layer-{index}") for index in range(_LAYERS)]
        for index, each in enumerate(self._layers):
            each.clicked.connect(partial(self._answer, index))
        self._question = label(tr("Checked with a batch of four inputs. Which layer is broken?"), "muted", wrap=True)
        self._cells: dict[str, list[QLabel]] = {}
        self._sentence = label("", "", "fault-sentence", wrap=True)
        keep_lines(self._sentence, 2)
        chain = row(self._layers[0], spacing=3)
        for each in self._layers[1:]:
            chain.addWidget(label("→", "muted"))
            chain.addWidget(each)
        chain.addStretch()
        self.setLayout(
            column(row((self.list, 1), secret), self._grid(), None, self._question, chain, self._sentence, spacing=6)
        )
        theme.changed.connect(self._show)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        for at, title in enumerate(("", tr("backpropagation"), tr("numerical"), tr("difference"))):
            grid.addWidget(label(title, "muted"), 0, at)
        for line, name in enumerate(PARAMETERS, start=1):
            grid.addWidget(label(f"d{name}"), line, 0)
            self._cells[name] = [label(name=f"check-{name}-{at}", rich=at == 2) for at in range(3)]
            for at, cell in enumerate(self._cells[name], start=1):
                grid.addWidget(cell, line, at)
        grid.setColumnStretch(4, 1)
        return grid

    @property
    def wrong(self) -> tuple[str, ...]:
        """The parameters whose gradients differ."""
        return tuple(name for name in PARAMETERS if self.differences[name] > RIGHT)

    @property
    def _current(self) -> Fault:
        return self._faults[self._secret or self.list.currentIndex()]

    def run(self) -> None:
        """The gradient check of the book."""
        check(self.inputs, self._current)

    def show_inputs(self, inputs: Inputs) -> None:
        """Check a network with other numbers."""
        self.inputs = inputs
        self._show()

    def reset(self) -> None:
        """No fault."""
        self.found = self._secret = 0
        self._select(0)
        self._say("")

    @Slot()
    def _chosen(self) -> None:
        if self.list.currentIndex() == len(self._faults):
            self._hide_fault()
        else:
            self._secret = 0
            self._say("")

    def _select(self, index: int) -> None:
        """Choose in the list, without a signal."""
        self.list.blockSignals(True)
        self.list.setCurrentIndex(index)
        self.list.blockSignals(False)

    @Slot()
    def _hide_fault(self) -> None:
        self._select(len(self._faults))
        # With some weights a mistake changes no gradient: it could not be found.
        seen = [i for i, each in enumerate(self._faults) if i and max(check(self.inputs, each).values()) > RIGHT]
        others = [index for index in seen if index != self._secret] or seen
        self._secret, self._tried = int(self._random.choice(others)), False
        self._say(tr("One layer is broken. Which parameters are wrong? Press the layer that explains it."))

    def _answer(self, layer: int) -> None:
        if not self._secret:
            self._say(tr("Press “Secret fault” first."))
            return
        fault, wrong = self._current, self.wrong
        # The gradient check of the parameters cannot tell these two from each other.
        same = wrong == ("W1", "b1") and {layer, fault.layer} == {1, 2}
        if layer != fault.layer and not same:
            self.found, self._tried = 0, True
            name = self._layers[layer].text()
            self._say(tr("No: a mistake in {0} would make other parameters wrong. Try again.", name))
            return
        self.found += not self._tried
        text = tr("Right. {0}.", fault.title)
        if wrong == ("W1", "b1"):
            unknown = tr("From dW1 and db1 alone, it could be the activation or the dx of Affine2.")
            text = tr("{0} {1}", text, unknown)
        self._select(self._secret)
        self._secret = 0
        self._say(text)

    def _say(self, sentence: str) -> None:
        self._reply = sentence
        self._show()
        announce(self._sentence, self._sentence.text())
        self.changed.emit()

    @Slot()
    def _show(self) -> None:
        self.differences = check(self.inputs, self._current)
        network = self.inputs.network(self._current)
        self.gradients = network.gradient(BATCH_X, BATCH_T)
        numerical = network.numerical_gradient(BATCH_X, BATCH_T)
        for name, cells in self._cells.items():
            right = self.differences[name] <= RIGHT
            colour = self._theme.colour("text" if right else "error").name()
            for cell, array in zip(cells, (self.gradients[name], numerical[name]), strict=False):
                cell.setText(_lines(array))
            difference = short_number(self.differences[name], 2)
            cells[2].setText(f"<span style='color: {colour}'>{difference} {'✓' if right else '✗'}</span>")
            cells[2].setAccessibleName(tr("{0}, right", difference) if right else tr("{0}, wrong", difference))
        known = -1 if self._secret else self._current.layer
        names = ("Affine1", self.inputs.activation, "Affine2", "SoftmaxWithLoss")
        for index, (each, name) in enumerate(zip(self._layers, names, strict=True)):
            each.setText(f"{name} ✗" if index == known else name)
        self._sentence.setText(self._reply or self._summary())

    def _summary(self) -> str:
        if not self.wrong:
            return tr("All are right: the tiny differences come from h and from the 1e−7 in the book's logarithm.")
        names = comma_list(f"d{name}" for name in self.wrong)
        if len(self.wrong) == 1:
            return tr("Only {0} is wrong: what goes on to the left is right, so the mistake is in {0} itself.", names)
        if self.wrong == PARAMETERS:
            return tr("All are wrong: the mistake is at the right end, where the backward pass starts.")
        return tr("{0} are wrong: the mistake is between the weights of Affine2 and those of Affine1.", names)


def _lines(numbers: FloatArray) -> str:
    rows = np.atleast_2d(numbers)
    return "\n".join("  ".join(fixed_number(each, 3).rjust(6, "\u2007") for each in line) for line in rows)
