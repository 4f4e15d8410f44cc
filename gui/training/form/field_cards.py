"""Fields with their titles, and below each row of them the line that a mistake is told in."""

from typing import TypeAlias

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.theme import Theme
from gui.training.form import form_values
from gui.training.form.form_values import NO, YES
from gui.widgets.cards import fill_card, label
from gui.widgets.form_controls import OptionList, small
from gui.widgets.switch import Switch

Field: TypeAlias = QLineEdit | QComboBox | QCheckBox

_NARROW = 40


def text_of(field: Field) -> str:
    """What stands in a field, as ``choices`` reads it."""
    match field:
        case QLineEdit():
            return field.text()
        case QCheckBox():
            return YES if field.isChecked() else NO
    return str(field.currentData())


def set_text(field: Field, text: str) -> None:
    """Let this stand in a field."""
    match field:
        case QLineEdit():
            field.setText(text)
        case QCheckBox():
            field.setChecked(text == YES)
        case _:
            field.setCurrentIndex(field.findData(text))


class Cell(QWidget):
    """A title above one field, or above several side by side; as wide as the others in its row, whatever they hold.

    Attributes:
        names: of the fields.
    """

    def __init__(self, title: str = "", *fields: tuple[str, QWidget]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.names = [name for name, _ in fields]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        if title:
            above = label(title, "muted")
            above.setBuddy(fields[0][1])
            layout.addWidget(above)
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        layout.addLayout(self.row)
        for _, field in fields:
            self.row.addWidget(field, 1)


class FieldCard(QFrame):
    """A card of the form. ``edited``: something in it is another one.

    Attributes:
        inside: the layout of what is below the heading.
        fields: by name, see ``form_values.DEFAULTS``.
        errors: by name, the label under the field; those side by side share one.
    """

    edited = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.inside = fill_card(self)
        self.inside.setSpacing(2)
        self.fields: dict[str, Field] = {}
        self.errors: dict[str, QLabel] = {}
        self._add_heading(heading)

    def _add_heading(self, heading: str) -> None:
        self.inside.addWidget(label(heading, "heading"))
        self.inside.addSpacing(6)

    @property
    def texts(self) -> dict[str, str]:
        """What stands in each field."""
        return {name: text_of(field) for name, field in self.fields.items()}

    def cell(self, name: str, title: str, tip: str = "") -> Cell:
        """A new field below its title."""
        return Cell(title, (name, self.field(name, title, tip)))

    def field(self, name: str, title: str, tip: str = "") -> Field:
        """A new field: a list where there are options, a line to write in otherwise."""
        made: Field
        if name in form_values.OPTIONS:
            made = OptionList()
            for option in form_values.OPTIONS[name]:
                made.addItem(form_values.option_name(name, option), option)
            made.currentIndexChanged.connect(self.edited)
        else:
            made = QLineEdit()
            made.textChanged.connect(self.edited)
        made.setMinimumWidth(_NARROW)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._register(name, made, title, tip)
        return made

    def _register(self, name: str, field: Field, title: str, tip: str) -> None:
        field.setObjectName(f"train-{name.replace('_', '-')}")
        field.setAccessibleName(title)
        field.setToolTip(tip)
        self.fields[name] = field

    def add_row(self, layout: QVBoxLayout, *cells: Cell, wide: int | None = None) -> None:
        """Cells side by side, and below them the line for a mistake: from the start, so that nothing jumps.

        Args:
            wide: which of them is twice as wide as the others, if one is.
        """
        row = QHBoxLayout()
        row.setSpacing(10)
        for i, cell in enumerate(cells):
            row.addWidget(cell, 2 if i == wide else 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)
        names = [name for cell in cells for name in cell.names]
        error = label("", "error", f"train-{names[0].replace('_', '-')}-error")
        small(error)
        error.setFixedHeight(error.fontMetrics().lineSpacing())
        layout.addWidget(error)
        self.errors |= dict.fromkeys(names, error)


class SwitchCard(FieldCard):
    """A card whose heading switches on what it is about; its fields are there while it is on.

    Attributes:
        switch: the heading.
        body: the layout of what is there while it is on.
    """

    def __init__(self, name: str, heading: str, about: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Args:
        name: of the switch, among the fields.
        about: what it is good for, in a sentence.
        """
        self.switch = Switch(heading, theme)
        self._name = name
        super().__init__(heading, parent)
        note = label(about, "muted", f"train-{name}-about")
        note.setWordWrap(True)
        self.inside.addWidget(note)
        self._body = QWidget()
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(0, 8, 0, 0)
        self.body.setSpacing(2)
        self.inside.addWidget(self._body)
        self._body.hide()
        self.switch.setAccessibleDescription(about)
        self.switch.toggled.connect(self._switched)

    def _add_heading(self, heading: str) -> None:
        self._register(self._name, self.switch, heading, "")
        self.inside.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.inside.addSpacing(4)

    @Slot(bool)
    def _switched(self, on: bool) -> None:
        self._body.setVisible(on)
        self.edited.emit()
