"""The cards of the form: fields with their titles, and below each row of them a line for an error."""

from collections.abc import Mapping
from itertools import repeat
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from engine.i18n import tr
from engine.train.hyperparameters import HYPERPARAMETERS
from gui.theme import Theme
from gui.training.form.form_values import NO, OPTIONS, YES
from gui.widgets.cards import ElidedLabel, column, fill_card, label, row
from gui.widgets.form_controls import OptionList, follow_font, small
from gui.widgets.switch import Switch

Field: TypeAlias = QLineEdit | QComboBox | QCheckBox

_NARROW = 40


def text_in(field: Field) -> str:
    """The text of a field, as ``form_values`` reads it."""
    match field:
        case QLineEdit():
            return field.text()
        case QCheckBox():
            return YES if field.isChecked() else NO
    return str(field.currentData())


def set_text(field: Field, text: str) -> None:
    """Set the text of a field."""
    match field:
        case QLineEdit():
            field.setText(text)
        case QCheckBox():
            field.setChecked(text == YES)
        case _:
            field.setCurrentIndex(field.findData(text))


class Cell(QWidget):
    """A title above fields side by side; as wide as the other cells in its row, whatever is in it.

    Attributes:
        fields: by name.
    """

    def __init__(self, title: str, fields: Mapping[str, QWidget]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.fields = fields
        beside = row(*((field, 1) for field in fields.values()), spacing=6)
        if not title:
            self.setLayout(beside)
            return
        above = ElidedLabel(title, "muted")
        above.setBuddy(next(iter(fields.values())))
        self.setLayout(column(above, beside, spacing=2))


class FieldCard(QFrame):
    """A card of the form. ``edited``: a field has another text.

    Attributes:
        body: the layout below the heading.
        fields: by name, see ``form_values.DEFAULTS``.
        errors: by name, the label below the field; fields side by side share one.
    """

    edited = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.body = fill_card(self)
        self.body.setSpacing(2)
        self.fields: dict[str, Field] = {}
        self.errors: dict[str, QLabel] = {}

    @property
    def texts(self) -> dict[str, str]:
        """The text of each field."""
        return {name: text_in(field) for name, field in self.fields.items()}

    def cell(self, name: str) -> Cell:
        """A hyperparameter's field below its title."""
        described = HYPERPARAMETERS[name]
        title = tr(described.title)
        return Cell(tr("{0} ({1})", title, tr(described.unit)) if described.unit else title, {name: self.field(name)})

    def field(self, name: str, title: str = "", tip: str = "") -> Field:
        """A new field: a list where there are options, otherwise a line edit.

        Args:
            title, tip: for a field that is no hyperparameter.
        """
        if not title:
            title, tip = tr(HYPERPARAMETERS[name].title), tr(HYPERPARAMETERS[name].about)
        made: Field
        if name in OPTIONS:
            made = OptionList()
            for option, option_title in OPTIONS[name].items():
                made.addItem(tr(option_title), option)
            made.currentIndexChanged.connect(self.edited)
        else:
            made = QLineEdit()
            made.textChanged.connect(self.edited)
        made.setMinimumWidth(_NARROW)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._register(name, made, title, tip)
        return made

    def _register(self, name: str, field: Field, title: str, tip: str = "") -> None:
        field.setObjectName(f"train-{name.replace('_', '-')}")
        field.setAccessibleName(title)
        field.setToolTip(tip)
        self.fields[name] = field

    def add_row(self, *cells: Cell | str, wide: int | None = None, layout: QVBoxLayout | None = None) -> None:
        """Cells side by side, and below them the line for an error: always there, so that nothing moves.

        Args:
            cells: cells, or the names of hyperparameters.
            wide: which of them is twice as wide as the others, if one is.
            layout: where they are added, by default in the card itself.
        """
        layout = layout or self.body
        made = [self.cell(each) if isinstance(each, str) else each for each in cells]
        stretches = [2 if i == wide else 1 for i in range(len(made))]
        layout.addLayout(row(*zip(made, stretches, repeat(Qt.AlignmentFlag.AlignTop)), spacing=10))
        names = [name for cell in made for name in cell.fields]
        error = label("", "error", f"train-{names[0].replace('_', '-')}-error")
        small(error)
        follow_font(error, lambda: error.setFixedHeight(error.fontMetrics().lineSpacing()))
        layout.addWidget(error)
        self.errors |= dict.fromkeys(names, error)


class SwitchCard(FieldCard):
    """A card with a switch as its heading; its fields are visible while it is on.

    Attributes:
        switch: the heading.
    """

    def __init__(self, name: str, heading: str, about: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Args:
        name: of the switch, among the fields.
        about: what it is good for, in a sentence.
        """
        super().__init__(heading, parent)
        self.switch = Switch(heading, theme)
        self._register(name, self.switch, heading)
        self.switch.setAccessibleDescription(about)
        self.body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(4)
        self.body.addWidget(label(about, "muted", f"train-{name.replace('_', '-')}-about", wrap=True))
        inside = QWidget()
        self.body.addWidget(inside)
        self.body = column(spacing=2, top=8)
        inside.setLayout(self.body)
        inside.hide()
        self.switch.toggled.connect(inside.setVisible)
        self.switch.toggled.connect(self.edited)
