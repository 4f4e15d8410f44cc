"""One row of the list of layers: a line with columns, and below it the fields of the selected layer."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.nn.initializers import INITS
from engine.types import CANVAS, Shape
from gui.i18n import tr
from gui.training.network import descriptions
from gui.training.network.draft import FIELDS, Draft, LayerFacts, note, reshapes, unused
from gui.widgets import form_controls
from gui.widgets.cards import ElidedLabel, label
from gui.widgets.form_controls import OptionList, restyle

# The columns keep their width while a number of usual length is typed.
_USUAL_SHAPE, _USUAL_PARAMETERS = "64 × 28 × 28", "999,999"
_USUAL_TITLE = 90
_COLUMNS = 12
_ERROR_LINES = 2


def small(widget: QWidget) -> None:
    """A smaller font for notes and numbers, with digits of one width."""
    form_controls.small(widget)
    font = widget.font()
    font.setFeature(QFont.Tag("tnum"), 1)
    widget.setFont(font)


class Line(QWidget):
    """Title and brief on the left; shape and parameters in columns on the right."""

    def __init__(self, title: str = "", border: int = 0, parent: QWidget | None = None) -> None:
        """Args:
        border: an indentation on both sides, in pixels.
        """
        super().__init__(parent)
        self.setContentsMargins(border, 0, border, 0)
        self.title, self.brief = ElidedLabel(), ElidedLabel()
        self.brief.setProperty("role", "muted")
        self.shape, self.parameters = label(""), label("")
        for each in (self.brief, self.shape, self.parameters):
            small(each)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 2, 6, 2)
        layout.setSpacing(7)
        layout.addWidget(self.title)
        layout.addWidget(self.brief, 1)
        layout.addStretch()
        for number in (self.shape, self.parameters):
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            layout.addWidget(number)
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
    """The fields of one layer with their titles, and a note below them.

    Attributes:
        fields: by name, see ``FIELDS``.
        note: what the layer learns or does, or what is wrong.
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
            layout.addLayout(self._made_fields(spans))
        self.note = label("", "muted", "layer-note")
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        small(self.note)
        if self.fields:
            # From the start: nothing moves when an error takes its place.
            self.note.setMinimumHeight(_ERROR_LINES * self.note.fontMetrics().lineSpacing())
        layout.addWidget(self.note)

    def _made_fields(self, spans: dict[str, int]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        at = 0
        for name, span in spans.items():
            title, tip = descriptions.field_title(name)
            above = label(title, "muted")
            small(above)
            field = self._made_field(name)
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
        return grid

    def _made_field(self, name: str) -> QLineEdit | QComboBox:
        if name != "init":
            line = _LineEdit()
            line.textEdited.connect(lambda text: self.edited.emit(name, text))
            return line
        options = OptionList()
        for init in INITS:
            options.addItem(descriptions.init_name(init), init)
        options.activated.connect(lambda: self.edited.emit(name, options.currentData()))
        return options

    def show_layer(self, draft: Draft, facts: LayerFacts, fixed: set[str]) -> None:
        """Show the texts, and which are wrong. The ``fixed`` fields are read-only."""
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

    def show_note(self, text: str, role: str) -> None:
        """Show a text below the fields, in a role of the theme."""
        self.note.setText(text)
        restyle(self.note, "role", role)


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
        self.problem = label("", "error", "layer-problem")
        self.problem.setWordWrap(True)
        self.problem.setContentsMargins(6, 0, 6, 4)
        small(self.problem)
        self.editor: FieldEditor | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.line)
        self._layout.addWidget(self.problem)
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
        self._show_line(descriptions.title(draft.kind), brief, facts.shape, parameters, facts.error)
        # Layers that change the shape stand out.
        restyle(self.line.shape, "role", "" if reshapes(draft.kind) else "muted")
        restyle(self.line.parameters, "role", "" if facts.parameters else "muted")
        if self.editor is not None:
            fixed = unused(draft) | ({"units"} if output else set())
            self.editor.show_layer(draft, facts, set(draft.texts) if locked else fixed)
            self.editor.show_note(facts.error or note(draft, facts), "error" if facts.error else "muted")

    def show_input(self, shape: Shape, selected: bool) -> None:
        """Show the input."""
        self._open("input" if selected else None)
        self._show_line(tr("Input"), f"{CANVAS} × {CANVAS}", shape, "", "")
        if self.editor is not None:
            image = tr("An image with one channel: pixels from 0 to 1, white ink on black.")
            vector = tr("A vector of pixels from 0 to 1, white ink on black.")
            self.editor.show_note(image if len(shape) == 3 else vector, "muted")

    def _show_line(self, title: str, brief: str, shape: Shape | None, parameters: str, error: str) -> None:
        self.line.show_text(title, brief)
        self.line.shape.setText(descriptions.shape_text(shape))
        self.line.parameters.setText(parameters)
        self.problem.setText(error)
        self.problem.setVisible(bool(error) and self.editor is None)
        parts = [f"{title} {brief}".strip(), tr("output {0}", self.line.shape.text())]
        if parameters:
            parts.append(tr("{0} parameters", parameters))
        self.setAccessibleName(", ".join(parts))
        self.setAccessibleDescription(error)

    def _open(self, kind: str | None) -> None:
        """Show the fields of a kind of layer; none for None."""
        if (self.editor.kind if self.editor is not None else None) != kind:
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
                before: QWidget = self
                for field in self.editor.fields.values():
                    self.setTabOrder(before, field)
                    before = field
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
