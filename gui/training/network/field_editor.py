"""The settings of one layer, as fields with their titles, and a note below them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from engine.nn.initializers import INITS
from gui.training.network.descriptions import field_title, init_name
from gui.training.network.draft import FIELDS, Draft, LayerFacts
from gui.training.network.table_line import small
from gui.widgets.cards import label
from gui.widgets.form_controls import OptionList, restyle

_COLUMNS = 12
_ERROR_LINES = 2


class LayerField(QLineEdit):
    """A field that leaves undo and redo to the list: they take back what was typed elsewhere, too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FieldEditor(QWidget):
    """The settings of one layer.

    Attributes:
        fields: by name, see ``layer_model.FIELDS``.
        note: below the fields, what the layer learns or does; or what is wrong.
    """

    edited = Signal(str, str)

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 2, 6, 5)
        layout.setSpacing(4)
        for spans in FIELDS.get(kind, ()):
            self._add(layout, spans)
        self.note = label("", "muted", "layer-note")
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        small(self.note)
        if self.fields:
            # From the start: nothing jumps when a mistake takes its place.
            self.note.setMinimumHeight(_ERROR_LINES * self.note.fontMetrics().lineSpacing())
        layout.addWidget(self.note)

    def _add(self, layout: QVBoxLayout, spans: dict[str, int]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        layout.addLayout(grid)
        at = 0
        for name, span in spans.items():
            title, tip = field_title(name)
            above = label(title, "muted")
            small(above)
            field = self._made(name)
            field.setMinimumWidth(36)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            field.setObjectName(f"layer-{name}")
            field.setAccessibleName(title)
            field.setToolTip(tip)
            above.setBuddy(field)
            grid.addWidget(above, 0, at, 1, span)
            grid.addWidget(field, 1, at, 1, span)
            self.fields[name] = field
            at += span

    def _made(self, name: str) -> QLineEdit | QComboBox:
        if name != "init":
            line = LayerField()
            line.textEdited.connect(lambda text: self.edited.emit(name, text))
            return line
        options = OptionList()
        for init in INITS:
            options.addItem(init_name(init), init)
        options.activated.connect(lambda: self.edited.emit(name, options.currentData()))
        return options

    def show_layer(self, draft: Draft, facts: LayerFacts, fixed: set[str]) -> None:
        """Texts, and what is wrong with them. The ``fixed`` fields can be read only."""
        for name, field in self.fields.items():
            text = draft.texts[name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(text))
            elif field.text() != text:
                field.setText(text)
            field.setEnabled(name not in fixed)
            wrong = facts.wrong.get(name, "")
            field.setAccessibleDescription(wrong)
            restyle(field, "wrong", bool(wrong))

    def say(self, note: str, role: str) -> None:
        """Below the fields, in a role of the theme."""
        self.note.setText(note)
        restyle(self.note, "role", role)
