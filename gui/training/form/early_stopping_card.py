"""The card that has a training end early, by pictures that are not learned from."""

from PySide6.QtWidgets import QWidget

from gui.i18n import tr
from gui.theme import Theme
from gui.training.form.field_cards import SwitchCard


class EarlyStoppingCard(SwitchCard):
    """A validation part, and for how many epochs its accuracy may fail to grow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        about = tr("A part of the pictures is held out and measured after each epoch; the best weights are kept.")
        super().__init__("early", tr("Stop early"), about, theme, parent)
        self.add_row(
            self.body,
            self.cell(
                "validation", tr("Held out (%)"), tr("The part of the training pictures that is not learned from")
            ),
            self.cell(
                "patience",
                tr("Patience (epochs)"),
                tr("End after so many epochs without a better accuracy; 0: go on to the end, keep the last weights"),
            ),
        )
