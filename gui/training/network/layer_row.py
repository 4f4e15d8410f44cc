"""One row of the list of layers: a line with columns, and below it the fields of the selected layer."""

from collections.abc import Collection, Mapping
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from engine.i18n import comma_list, tr
from engine.nn.initializers import INITS
from engine.types import CANVAS, Shape
from gui.training.network import descriptions
from gui.training.network.draft import FIELDS, Draft, LayerFacts, note, reshapes, unused
from gui.widgets import form_controls
from gui.widgets.cards import ElidedLabel, column, label, row
from gui.widgets.form_controls import OptionList, restyle

# The columns keep their width while a number of usual length is typed.
_USUAL_SHAPE, _USUAL_PARAMETERS = "64 × 28 × 28", "999,999"
_USUAL_TITLE = 74
# In the unit of FIELDS.
_LINE_WIDTH = 12
_ERROR_LINES = 2


def small(widget: QWidget) -> None:
    """A smaller font for notes and numbers, with digits of one width."""
    form_controls.small(widget)
    font = QFont()
    font.setFeature(QFont.Tag("tnum"), 1)
    widget.setFont(font)


class Line(QWidget):
    """Title and brief on the left; shape and parameters in columns on the right."""

    def __init__(self, title: str = "", border: int = 0, parent: QWidget | None = None) -> None:
        """Args:
        border: an indentation on both sides, in pixels.
        """
        super().__init__(parent)
        self.title, self.brief = ElidedLabel(), ElidedLabel(role="muted")
        self.shape, self.parameters = label(), label()
        for each in (self.brief, self.shape, self.parameters):
            small(each)
        for number in (self.shape, self.parameters):
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = row(self.title, (self.brief, 1), None, self.shape, self.parameters, spacing=7)
        layout.setContentsMargins(6 + border, 2, 6 + border, 2)
        self.setLayout(layout)
        self.show_text(title)

    def show_text(self, title: str, brief: str = "") -> None:
        """The text on the left. Where there is too little room the brief is elided, the title only if it is long."""
        self.title.setText(title)
        self.title.setMinimumWidth(min(self.title.fontMetrics().horizontalAdvance(title), _USUAL_TITLE))
        self.brief.setText(brief)
        self.brief.setVisible(bool(brief))


def align(lines: list[Line]) -> None:
    """Give the columns of all lines the same width."""
    width = lines[0].shape.fontMetrics().horizontalAdvance
    shape = max(width(text) for text in (_USUAL_SHAPE, *(line.shape.text() for line in lines)))
    parameters = max(width(text) for text in (_USUAL_PARAMETERS, *(line.parameters.text() for line in lines)))
    for line in lines:
        line.shape.setFixedWidth(shape)
        line.parameters.setFixedWidth(parameters)


class _LineEdit(QLineEdit):
    """Leaves undo and redo to the list, which also undoes what was typed elsewhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FieldEditor(QWidget):
    """The fields of a kind of layer with their titles, and a note below them. ``edited``: a setting and its new text.

    Attributes:
        fields: by name, see ``FIELDS``.
        note: the parameters of the layer or what it does, or what is wrong.
    """

    edited = Signal(str, str)

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        lines = [self._line_of_fields(spans) for spans in FIELDS.get(kind, ())]
        self.note = label("", "muted", "layer-note", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        small(self.note)
        if self.fields:
            # From the start: nothing moves when an error takes its place.
            form_controls.keep_lines(self.note, _ERROR_LINES)
        layout = column(*lines, self.note, spacing=4)
        layout.setContentsMargins(6, 2, 6, 5)
        self.setLayout(layout)

    def _line_of_fields(self, spans: Mapping[str, int]) -> QHBoxLayout:
        line = row()
        for name, span in spans.items():
            title, tip = descriptions.field_title(name)
            above = label(title, "muted")
            small(above)
            field = self.fields[name] = self._new_field(name)
            field.setMinimumWidth(36)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            field.setObjectName(f"layer-{name}")
            field.setAccessibleName(title)
            field.setToolTip(tip)
            above.setBuddy(field)
            line.addLayout(column(above, field, None, spacing=2), span)
        line.addStretch(_LINE_WIDTH - sum(spans.values()))
        return line

    def _new_field(self, name: str) -> QLineEdit | QComboBox:
        if name != "init":
            line = _LineEdit()
            line.textEdited.connect(lambda text: self.edited.emit(name, text))
            return line
        options = OptionList()
        for init in INITS:
            options.addItem(descriptions.init_name(init), init)
        options.activated.connect(lambda: self.edited.emit(name, options.currentData()))
        return options

    def show_texts(self, texts: Mapping[str, str], wrong: Mapping[str, str], disabled: Collection[str]) -> None:
        """Show the text of each field, what is wrong with it, and which fields cannot be edited."""
        for name, field in self.fields.items():
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(texts[name]))
            elif field.text() != texts[name]:
                field.setText(texts[name])
            field.setEnabled(name not in disabled)
            field.setAccessibleDescription(wrong.get(name, ""))
            restyle(field, "wrong", name in wrong)


class LayerRow(QFrame):
    """A line, with the error below it, or, while it is selected, the fields.

    ``clicked``: to be selected, or deselected. ``edited``: a setting has another text.
    ``dragged``: the mouse drags it to this y of the row; ``dropped``: the mouse has released it.
    """

    clicked = Signal()
    edited = Signal(str, str)
    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("layer", True)
        self.line = Line()
        self.problem = label("", "error", "layer-problem", wrap=True)
        self.problem.setContentsMargins(6, 0, 6, 4)
        small(self.problem)
        # The fields of a kind of layer, while the row is selected.
        self._kind: str | None = None
        self.editor: FieldEditor | None = None
        self._layout = column(self.line, self.problem, spacing=0)
        self.setLayout(self._layout)
        self._pressed: QPoint | None = None
        self._dragging = False

    @property
    def first_field(self) -> QWidget:
        """Its first field that is enabled; the row itself where there is none."""
        fields = self.editor.fields.values() if self.editor is not None else ()
        return next((field for field in fields if field.isEnabled()), self)

    @property
    def last_field(self) -> QWidget:
        """The last widget in it in the tab order."""
        return next(reversed(self.editor.fields.values()), self) if self.editor is not None else self

    def show_layer(self, draft: Draft, facts: LayerFacts, output: bool, selected: bool, locked: bool) -> None:
        """Show a layer, with its fields where it is selected. The neurons of the output layer are the ten digits."""
        brief = tr("10 digits") if output else descriptions.brief(facts.layer)
        parameters = "" if facts.shape is None else f"{facts.parameters:,}"
        self._open(draft.kind if selected else None)
        self._show(
            descriptions.title(draft.kind),
            brief,
            facts.shape,
            parameters,
            facts.error or note(draft, facts),
            facts.error,
        )
        # The shape is muted unless this kind of layer can change it.
        restyle(self.line.shape, "role", "" if reshapes(draft.kind) else "muted")
        restyle(self.line.parameters, "role", "" if facts.parameters else "muted")
        if self.editor is not None:
            disabled = unused(draft) | ({"units"} if output else set())
            self.editor.show_texts(draft.texts, facts.wrong, draft.texts if locked else disabled)

    def show_input(self, shape: Shape, selected: bool) -> None:
        """Show the input."""
        self._open("input" if selected else None)
        image = tr("An image with one channel: pixels from 0 to 1, white ink on black.")
        vector = tr("A vector of pixels from 0 to 1, white ink on black.")
        self._show(tr("Input"), f"{CANVAS} × {CANVAS}", shape, "", image if len(shape) == 3 else vector)

    def _show(self, title: str, brief: str, shape: Shape | None, parameters: str, note: str, error: str = "") -> None:
        self.line.show_text(title, brief)
        self.line.shape.setText(descriptions.shape_text(shape))
        self.line.parameters.setText(parameters)
        self.problem.setText(error)
        self.problem.setVisible(bool(error) and self.editor is None)
        if self.editor is not None:
            self.editor.note.setText(note)
            restyle(self.editor.note, "role", "error" if error else "muted")
        name = [f"{title} {brief}".strip(), tr("output {0}", self.line.shape.text())]
        if parameters:
            name.append(tr("{0} parameters", parameters))
        self.setAccessibleName(comma_list(name))
        self.setAccessibleDescription(error)

    def _open(self, kind: str | None) -> None:
        """Show the fields of a kind of layer; none for None."""
        if kind == self._kind:
            return
        self._kind = kind
        if self.editor is not None:
            self._layout.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        if kind is not None:
            self.editor = FieldEditor(kind)
            self.editor.edited.connect(self.edited)
            self._layout.addWidget(self.editor)
            # At once, so that it can get the focus.
            self.editor.show()
            for before, after in pairwise((self, *self.editor.fields.values())):
                self.setTabOrder(before, after)
        restyle(self, "selected", kind is not None)

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() <= self.line.geometry().bottom():
            self._pressed = event.position().toPoint()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing: the second click does not undo the first one."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        self._dragging = self._dragging or far
        if self._dragging:
            self.dragged.emit(at.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragging = self._pressed, self._dragging
        self.cancel_drag()
        if dragging:
            self.dropped.emit()
        elif pressed is not None:
            self.clicked.emit()

    def cancel_drag(self) -> None:
        """Ignore the mouse until its button is pressed again."""
        self._pressed, self._dragging = None, False
        self.unsetCursor()
