"""The network as a list of layers: add, remove, move and edit them, and see what that makes of the shapes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.nn.network import NetworkSpec
from gui.i18n import tr
from gui.theme import Theme
from gui.training.network import descriptions as words
from gui.training.network import draft as model
from gui.training.network import edit_history as edits
from gui.training.network.draft_row import DraftRow
from gui.training.network.edit_history import INPUT, NETWORKS, OWN, Editing
from gui.training.network.row_list import RowList
from gui.training.network.table_line import Line, align, small
from gui.widgets.cards import label
from gui.widgets.form_controls import FIELD_STYLE, OptionList, restyle, styled
from gui.widgets.keyboard_navigation import OwnKeys

_Key = Qt.Key
# Around a row, in pixels.
_BORDER = 2

_STYLE = (
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


class NetworkEditor(OwnKeys, QWidget):
    """``changed``: the network is not what it was, or has become possible or impossible.

    Keys, in a row: Up, Down, Home and End select, Enter goes to the settings and Escape back, Space opens and closes
    them, Delete removes, Insert adds. Anywhere in it: Alt+Up and Alt+Down move the selected layer; undo and redo.

    Attributes:
        networks: those to begin with.
        buttons: by what they do, see ``Editing.possible``.
        rows: see ``RowList``.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layer-list")
        self.setAccessibleName(tr("Layers of the network"))
        self._theme = theme
        self._locked = False
        self._edits = Editing(NETWORKS["two-layer"])
        self.networks = OptionList()
        self.buttons: dict[str, QPushButton] = {}
        self._list = RowList(self._edits)
        self.rows = self._list.rows
        self._lay_out()
        self._list.clicked.connect(self._clicked)
        self._list.edited.connect(partial(self._try, self._edits.type))
        self._list.moved.connect(partial(self._try, self._edits.move))
        theme.changed.connect(self._recolour)
        self._recolour()
        self._show()

    # -- what it says

    @property
    def spec(self) -> NetworkSpec | None:
        """The network; None while the list is impossible."""
        return self._edits.facts.spec

    @property
    def error(self) -> str:
        """Why it is impossible, in a sentence, or ""."""
        return self._edits.facts.error

    def set_spec(self, spec: NetworkSpec) -> None:
        """Put these layers in the place of those in the list; undo does not bring them back.

        The input's shape follows from the layers: it is a row of pixels where none of them wants a picture.
        """
        self._do(self._edits.begin, spec)

    def lock(self, locked: bool) -> None:
        """While a network is trained, its layers can be looked at but not changed."""
        self._locked = locked
        self._show()

    # -- layout

    def _lay_out(self) -> None:
        self.networks.setObjectName("layer-networks")
        self.networks.setAccessibleName(tr("Network to begin with"))
        self.networks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for name in (*NETWORKS, OWN):
            self.networks.addItem(edits.network_title(name), name)
        self.networks.activated.connect(lambda: self._try(self._edits.choose, self.networks.currentData()))

        self._head, self._softmax, self._sum = (Line(text, _BORDER) for text in (tr("Layer"), tr("Softmax"), tr("Sum")))
        small(self._head.title)
        self._head.shape.setText(tr("Output"))
        self._head.parameters.setText(tr("Parameters"))
        for heading in (self._head.title, self._head.shape, self._head.parameters):
            heading.setProperty("role", "muted")
        rule = QFrame()
        rule.setObjectName("layer-rule")
        rule.setFixedHeight(1)
        self._note = label("", "muted", "layer-sum-note")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(8, 0, 8, 0)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        small(self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.networks)
        layout.addSpacing(3)
        layout.addLayout(self._made_buttons())
        layout.addSpacing(3)
        for each in (self._head, self._list, self._softmax, rule, self._sum, self._note):
            layout.addWidget(each)

    def _made_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        for name, text, tip, edit in (
            ("add", tr("Add layer"), tr("After the selected one, or at the end (Insert)"), None),
            ("up", "↑", tr("Move up (Alt+Up)"), self._edits.up),
            ("down", "↓", tr("Move down (Alt+Down)"), self._edits.down),
            ("remove", "", tr("Remove (Delete)"), self._edits.remove),
            ("undo", "", tr("Undo (Ctrl+Z)"), self._edits.undo),
            ("redo", "", tr("Redo (Ctrl+Y)"), self._edits.redo),
        ):
            button = QPushButton(text)
            button.setObjectName(f"layer-{name}")
            button.setAccessibleName(text if edit is None else tip.partition(" (")[0])
            button.setToolTip(tip)
            if edit is not None:
                button.setProperty("tool", True)
                button.clicked.connect(lambda _=False, edit=edit: self._try(edit))
            row.addWidget(button)
            if name in ("add", "remove"):
                row.addStretch()
            self.buttons[name] = button
        for name in ("up", "down"):
            # As large as the icons beside it.
            font = self.buttons[name].font()
            font.setPointSizeF(font.pointSizeF() * 1.3)
            self.buttons[name].setFont(font)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for kind in model.NEW:
            action = menu.addAction(words.title(kind))
            action.setToolTip(words.about(kind))
            action.triggered.connect(lambda _=False, kind=kind: self._add(kind))
        self.buttons["add"].setMenu(menu)
        return row

    # -- showing

    def _show(self) -> None:
        self._list.show_layers(self._locked)
        self._show_sum()
        align([self._head, *(row.line for row in self._list.needed), self._softmax, self._sum])
        self._show_tools()

    def _show_sum(self) -> None:
        facts = self._edits.facts
        self._softmax.shape.setText(words.shape_text(facts.layers[-1].shape))
        self._sum.parameters.setText(words.NO_NUMBER if facts.parameters is None else f"{facts.parameters:,}")
        self._note.setText(model.sum_note(facts))
        restyle(self._note, "role", "error" if facts.too_large else "muted")

    def _show_tools(self) -> None:
        possible = self._edits.possible
        for name, button in self.buttons.items():
            button.setEnabled(possible[name] and not self._locked)
        self.networks.setCurrentIndex(self.networks.findData(self._edits.network))
        items = self.networks.model()
        assert isinstance(items, QStandardItemModel)
        items.item(self.networks.findData(OWN)).setEnabled(self._edits.has_own)
        self.networks.setEnabled(not self._locked)

    @Slot()
    def _recolour(self) -> None:
        self.setStyleSheet(styled(_STYLE, self._theme, border=_BORDER))
        for name, icon in {"remove": "clear", "undo": "undo", "redo": "redo"}.items():
            self.buttons[name].setIcon(self._theme.icon(icon))

    # -- what a person does

    def _do(self, edit: Callable[..., None], *values: object) -> None:
        """Do something to the list, show what has come of it, and tell whom it may concern."""
        before = self.spec, self.error, self._edits.selected
        edit(*values)
        self._show()
        if self._edits.selected != before[2]:
            # Once the rows have their new places.
            QTimer.singleShot(0, self._list, self._list.show_selected)
        if (self.spec, self.error) != before[:2]:
            self.changed.emit()

    def _try(self, edit: Callable[..., None], *values: object) -> None:
        """The same, unless it is locked."""
        if not self._locked:
            self._do(edit, *values)

    def _clicked(self, at: int) -> None:
        self._do(self._edits.select, None if at == self._edits.selected else at)

    def _add(self, kind: str) -> None:
        self._try(self._edits.add, kind)
        if self._edits.selected is not None:
            self._enter(self._edits.selected)

    def _enter(self, at: int) -> None:
        """Go to the first field of a row."""
        if at != self._edits.selected:
            self._do(self._edits.select, at)
        self.rows[at + 1].first_field.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self, at: int) -> None:
        """Give up dragging; or go from the fields to their row, or from the row out of the selection."""
        if self._list.dragging:
            self._list.give_up(at)
        elif self.rows[at + 1].hasFocus():
            self._do(self._edits.select, None)
        else:
            self.rows[at + 1].setFocus()

    # -- keys

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does where the focus is. The window would undo a stroke of the drawing."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return partial(self._try, self._edits.undo)
        if event.matches(QKeySequence.StandardKey.Redo):
            return partial(self._try, self._edits.redo)
        focus, key = QApplication.focusWidget(), event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            ways: dict[int, Callable[[], None]] = {_Key.Key_Up: self._edits.up, _Key.Key_Down: self._edits.down}
            return partial(self._try, ways[key]) if key in ways else None
        at = self._list.focused
        if modifiers != Qt.KeyboardModifier.NoModifier or at is None:
            return None
        if key == _Key.Key_Escape:
            return partial(self._leave, at)
        if not isinstance(focus, DraftRow):
            return None
        last, select = len(self._edits.drafts) - 1, partial(self._do, self._edits.select)
        meanings: dict[int, Callable[[], None]] = {
            _Key.Key_Up: partial(select, max(at - 1, INPUT)),
            _Key.Key_Down: partial(select, min(at + 1, last)),
            _Key.Key_Home: partial(select, INPUT),
            _Key.Key_End: partial(select, last),
            _Key.Key_Space: partial(self._clicked, at),
            _Key.Key_Return: partial(self._enter, at),
            _Key.Key_Enter: partial(self._enter, at),
            _Key.Key_Delete: partial(self._try, self._edits.remove),
            _Key.Key_Insert: self.buttons["add"].click,
        }
        return meanings.get(key)
