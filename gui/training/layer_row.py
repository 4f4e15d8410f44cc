"""One line of the network editor's list, and the fields that the selected one has below it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.initializers import INITS
from engine.types import CANVAS, Shape
from gui.cards import ElidedLabel, label
from gui.i18n import tr
from gui.training import layer_model
from gui.training.layer_model import FIELDS, Draft, LayerFacts
from gui.training.widgets import FIELD_STYLE, OptionList, restyle

_COLUMNS = 12
_ERROR_LINES = 2
_SMALL = 0.92
# Around a row, in pixels.
BORDER = 2
# The columns stay where they are while a number of usual length is typed.
_USUAL_SHAPE, _USUAL_PARAMETERS = "64 × 28 × 28", "999,999"
_USUAL_TITLE = 90

STYLE = (
    FIELD_STYLE
    + """
QFrame[layer="true"] {{ border: {border}px solid transparent; border-radius: 6px; }}
QFrame[layer="true"]:hover {{ background: {window}; }}
QFrame[layer="true"][selected="true"] {{ background: {window}; border-color: {line}; }}
QFrame[layer="true"]:focus {{ border-color: {accent}; }}
QFrame#layer-mark {{ background: {accent}; }}
QFrame#layer-rule {{ background: {line}; }}
QPushButton {{ padding: 4px 8px; min-height: 18px; }}
QPushButton[tool="true"] {{ min-width: 16px; max-width: 16px; }}
QPushButton:focus {{ padding: 3px 7px; }}
"""
)


def small(widget: QWidget) -> None:
    """Notes and numbers are a little smaller, with digits that stand below each other."""
    font = widget.font()
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    font.setFeature(QFont.Tag("tnum"), 1)
    widget.setFont(font)


class Line(QWidget):
    """Title and brief on the left, shape and parameters in columns on the right."""

    def __init__(self, title: str = "", border: int = 0, parent: QWidget | None = None) -> None:
        """Args:
        border: how far from the edge it is drawn in, in pixels.
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
        self.say(title)

    def say(self, title: str, brief: str = "") -> None:
        """What stands on the left. Where there is too little room the brief is cut, of the title only a long one."""
        self.title.setText(title)
        self.title.setMinimumWidth(min(self.title.fontMetrics().horizontalAdvance(title), _USUAL_TITLE))
        self.brief.setText(brief)
        self.brief.setVisible(bool(brief))


def align(lines: list[Line]) -> None:
    """Give the columns of all lines one width."""
    width = lines[0].shape.fontMetrics().horizontalAdvance
    shape = max(width(text) for text in (_USUAL_SHAPE, *(line.shape.text() for line in lines)))
    parameters = max(width(text) for text in (_USUAL_PARAMETERS, *(line.parameters.text() for line in lines)))
    for line in lines:
        line.shape.setFixedWidth(shape)
        line.parameters.setFixedWidth(parameters)


class LayerField(QLineEdit):
    """A field that leaves undo and redo to the list: they take back what was typed elsewhere, too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        else:
            super().keyPressEvent(event)


class LayerEditor(QWidget):
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
            title, tip = layer_model.field_title(name)
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
            options.addItem(layer_model.init_name(init), init)
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


class LayerRow(QFrame):
    """A line, with the sentence that says what is wrong, or, where it is selected, with the fields.

    ``clicked``: to be selected or not any more. ``edited``: a setting has another text.
    ``dragged``: the mouse has taken it to this height of the row, ``dropped`` when it lets go.
    """

    clicked = Signal()
    edited = Signal(str, str)
    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("layer", True)
        self.line = Line()
        self.problem: QLabel = label("", "error", "layer-problem")
        self.problem.setWordWrap(True)
        self.problem.setContentsMargins(6, 0, 6, 4)
        small(self.problem)
        self.editor: LayerEditor | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.line)
        self._layout.addWidget(self.problem)
        self._pressed: QPoint | None = None
        self._dragging = False

    @property
    def first_field(self) -> QWidget:
        """Where its settings begin; the row itself where it has none."""
        fields = self.editor.fields.values() if self.editor is not None else ()
        return next((field for field in fields if field.isEnabled()), self)

    @property
    def last_field(self) -> QWidget:
        """The last place in it that the Tab key comes to."""
        return next(reversed(self.editor.fields.values()), self) if self.editor is not None else self

    def show_layer(self, draft: Draft, facts: LayerFacts, output: bool, selected: bool, locked: bool) -> None:
        """A layer, with its fields where it is selected. The output layer's neurons are the ten digits."""
        brief = tr("10 digits") if output else layer_model.brief(facts.layer)
        parameters = "" if facts.shape is None else f"{facts.parameters:,}"
        title, shape = layer_model.title(draft.kind), layer_model.shape_text(facts.shape)
        self._open(draft.kind if selected else None)
        self._show_words(title, brief, shape, parameters, facts.error)
        # The layers that make something else of what comes stand out.
        restyle(self.line.shape, "role", "" if layer_model.reshapes(draft.kind) else "muted")
        restyle(self.line.parameters, "role", "" if facts.parameters else "muted")
        if self.editor is not None:
            fixed = layer_model.unused(draft) | ({"units"} if output else set())
            self.editor.show_layer(draft, facts, set(draft.texts) if locked else fixed)
            self.editor.say(facts.error or layer_model.note(draft, facts), "error" if facts.error else "muted")

    def show_input(self, shape: Shape, selected: bool) -> None:
        """The pixels."""
        self._open("input" if selected else None)
        self._show_words(tr("Input"), f"{CANVAS} × {CANVAS}", layer_model.shape_text(shape), "", "")
        if self.editor is not None:
            picture = tr("A picture of one channel: pixels from 0 to 1, white ink on black.")
            row = tr("A row of pixels from 0 to 1, white ink on black.")
            self.editor.say(picture if len(shape) == 3 else row, "muted")

    def _show_words(self, title: str, brief: str, shape: str, parameters: str, error: str) -> None:
        self.line.say(title, brief)
        self.line.shape.setText(shape)
        self.line.parameters.setText(parameters)
        self.problem.setText(error)
        self.problem.setVisible(bool(error) and self.editor is None)
        told = [f"{title} {brief}".strip(), tr("output {0}", shape)]
        if parameters:
            told.append(tr("{0} parameters", parameters))
        self.setAccessibleName(", ".join(told))
        self.setAccessibleDescription(error)

    def _open(self, kind: str | None) -> None:
        """Have the fields of a kind of layer; none for None."""
        if (self.editor.kind if self.editor is not None else None) != kind:
            if self.editor is not None:
                self._layout.removeWidget(self.editor)
                self.editor.hide()
                self.editor.deleteLater()
                self.editor = None
            if kind is not None:
                self.editor = LayerEditor(kind)
                self.editor.edited.connect(self.edited)
                self._layout.addWidget(self.editor)
                # At once, so that the focus can go there.
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
        """The second click does not take back what the first one did."""

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
        self.let_go()
        if dragging:
            self.dropped.emit()
        elif pressed is not None:
            self.clicked.emit()

    def let_go(self) -> None:
        """What the mouse does until its button is pressed again means nothing."""
        self._pressed, self._dragging = None, False
        self.unsetCursor()
