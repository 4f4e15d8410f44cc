"""The card that has the pictures varied each time they are seen."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from engine.data.augmentation import Augmentation
from gui.i18n import tr
from gui.theme import Theme
from gui.training.form.augmentation_preview import AugmentationPreview
from gui.training.form.field_cards import Cell, SwitchCard
from gui.training.form.form_values import SWITCHES, values_of
from gui.widgets.cards import label
from gui.widgets.form_controls import small

# Only the amounts are seen in a picture, not when they fade.
_AMOUNTS = [name for name in SWITCHES["vary"] if name != "fading"]


class AugmentationCard(SwitchCard):
    """``pictures_wanted``: its digits are to be seen; those of the chosen data would be better than made ones.

    Attributes:
        preview: some digits, and how a training may see them.
        others: the button for other ones.
    """

    pictures_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        about = tr("Turned, moved and bent a little each time it is seen, a picture teaches more.")
        super().__init__("vary", tr("Vary the pictures"), about, theme, parent)
        self.preview = AugmentationPreview(theme)
        self._how = Augmentation()
        self.body.addWidget(self.preview)
        note = label(tr("Above as they are, below varied"), "muted")
        small(note)
        self.others = QPushButton(tr("Other ones"))
        self.others.setObjectName("other-pictures")
        self.others.setAccessibleName(tr("Show other pictures"))
        self.others.setProperty("small", True)
        self.others.clicked.connect(self.preview.show_others)
        row = QHBoxLayout()
        row.addWidget(note, 1)
        row.addWidget(self.others)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        self.body.addSpacing(4)
        self.add_row(
            self.body,
            self.cell("rotation", tr("Rotation (°)"), tr("Turned by up to so many degrees, either way")),
            self.cell("scaling", tr("Scaling (%)"), tr("Width and height grow or shrink by up to so much")),
            self.cell("shear", tr("Shear (%)"), tr("Slanted by up to so much of the height, either way")),
        )
        self.add_row(
            self.body,
            self.cell("shift", tr("Shift (px)"), tr("Moved by up to so many pixels, each way")),
            self.cell("elastic", tr("Bending (px)"), tr("Every place is displaced by about so many pixels")),
            self.cell("thickness", tr("Thickness (%)"), tr("100 makes lines up to two pixels thicker or thinner")),
        )
        self.add_row(
            self.body,
            self.cell("fading", tr("Fading (%)"), tr("0 to vary them as much to the end")),
            self._said(tr("of the training, at its end, with less and less variation.")),
            wide=1,
        )
        self.edited.connect(self._show)

    def _said(self, sentence: str) -> Cell:
        """A sentence beside a field."""
        note = label(sentence, "muted")
        note.setWordWrap(True)
        small(note)
        said = Cell()
        said.row.setContentsMargins(0, note.fontMetrics().lineSpacing(), 0, 0)
        said.row.addWidget(note)
        return said

    @Slot()
    def _show(self) -> None:
        values, _ = values_of(self.texts, _AMOUNTS)
        # While one is wrong, what it was last stays.
        self._how = replace(self._how, **values)
        self.preview.show_variation(self._how)
        self._want()

    def showEvent(self, event: QShowEvent) -> None:
        self._want()

    def _want(self) -> None:
        if self.switch.isChecked() and self.isVisible():
            self.pictures_wanted.emit()
