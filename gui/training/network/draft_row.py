"""One row of the network editor's list: a line, and the fields that the selected one has below it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from engine.types import CANVAS, Shape
from gui.i18n import tr
from gui.training.network import descriptions as words
from gui.training.network import draft as model
from gui.training.network.draft import Draft, LayerFacts
from gui.training.network.field_editor import FieldEditor
from gui.training.network.table_line import Line, small
from gui.widgets.cards import label
from gui.widgets.form_controls import restyle


class DraftRow(QFrame):
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
        """Where its settings begin; the row itself where it has none."""
        fields = self.editor.fields.values() if self.editor is not None else ()
        return next((field for field in fields if field.isEnabled()), self)

    @property
    def last_field(self) -> QWidget:
        """The last place in it that the Tab key comes to."""
        return next(reversed(self.editor.fields.values()), self) if self.editor is not None else self

    def show_layer(self, draft: Draft, facts: LayerFacts, output: bool, selected: bool, locked: bool) -> None:
        """A layer, with its fields where it is selected. The output layer's neurons are the ten digits."""
        brief = tr("10 digits") if output else words.brief(facts.layer)
        parameters = "" if facts.shape is None else f"{facts.parameters:,}"
        title, shape = words.title(draft.kind), words.shape_text(facts.shape)
        self._open(draft.kind if selected else None)
        self._show_words(title, brief, shape, parameters, facts.error)
        # The layers that make something else of what comes stand out.
        restyle(self.line.shape, "role", "" if model.reshapes(draft.kind) else "muted")
        restyle(self.line.parameters, "role", "" if facts.parameters else "muted")
        if self.editor is not None:
            fixed = model.unused(draft) | ({"units"} if output else set())
            self.editor.show_layer(draft, facts, set(draft.texts) if locked else fixed)
            self.editor.say(facts.error or model.note(draft, facts), "error" if facts.error else "muted")

    def show_input(self, shape: Shape, selected: bool) -> None:
        """The pixels."""
        self._open("input" if selected else None)
        self._show_words(tr("Input"), f"{CANVAS} × {CANVAS}", words.shape_text(shape), "", "")
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
                self.editor = FieldEditor(kind)
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
