"""The first part of a step: the mini-batch, what was predicted, and the loss."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from engine.i18n import tr
from engine.train.events import StepDetails
from engine.types import NO_DIGIT
from gui.theme import Theme
from gui.training.step.batch_view import BatchView
from gui.widgets.cards import ElidedLabel, fill_card, label, row
from gui.widgets.form_controls import enlarge
from gui.widgets.segmented_control import SegmentedControl

_BIG = "24"


class BatchCard(QFrame):
    """Attributes:
    view: the images.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._step = theme, None
        self.view = BatchView(theme)
        self._loss = label(name="step-loss")
        self._loss.setAccessibleName(tr("Mean loss of the mini-batch"))
        self._correct = ElidedLabel(role="muted", name="step-correct")
        order = SegmentedControl("step-order", tr("Order of the images"), (tr("in order"), tr("by loss")))
        self._readout = ElidedLabel(role="muted", name="step-readout")
        layout = fill_card(self)
        layout.addLayout(row((ElidedLabel(tr("1  Mini-batch"), "heading"), 1), order))
        layout.addLayout(row(self._loss, (self._correct, 1), spacing=12))
        layout.addWidget(self.view, 1)
        layout.addWidget(self._readout)
        order.changed.connect(lambda value: self.view.sort_by_loss(value == 1))
        self.view.pointed.connect(self._describe)
        enlarge(self._loss, _BIG, widest=tr("loss {0}", "0.000"))

    def show_step(self, step: StepDetails) -> None:
        """The mini-batch of a step, and its loss."""
        self.view.show_step(step)
        self._loss.setText(tr("loss {0}", loss_text(step.loss)))
        correct = int(np.count_nonzero(step.labels == step.predicted))
        self._correct.setText(tr("{0} of {1} correct", correct, np.count_nonzero(step.labels != NO_DIGIT)))
        self._describe()

    @Slot()
    def _describe(self) -> None:
        cell = self.view.pointed_at
        legend = tr("Orange: wrong. Violet bar: the loss. Point at an image.")
        self._readout.setText(legend if cell is None else self.view.cell_text(cell))


def loss_text(loss: float) -> str:
    """Three decimals; large ones with three digits: "0.412", "12.3", "1.23e+04"."""
    return f"{loss:.3f}" if loss < 10 else f"{loss:.3g}"
