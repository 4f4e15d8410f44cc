"""The network as a list of layers: add, remove, move and edit them, and see the shapes that follow."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItemModel
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QPushButton, QSizePolicy, QWidget

from engine.i18n import tr
from engine.nn.network_spec import NetworkSpec
from gui.theme import Theme
from gui.training.network import descriptions
from gui.training.network.draft import NEW, total_note
from gui.training.network.edit_history import INPUT, NETWORKS, OWN, TITLES, EditHistory
from gui.training.network.layer_row import LayerRow, Line, align, small
from gui.training.network.row_list import RowList
from gui.training.undo_history import UndoHistory
from gui.widgets.cards import WrappedRow, button, column, label
from gui.widgets.form_controls import OptionList, restyle
from gui.widgets.keyboard_navigation import OwnKeys

_Key = Qt.Key
# The border of a row, in pixels; see the theme.
_BORDER = 2


class NetworkEditor(OwnKeys, QWidget):
    """``changed``: the network has changed, or has become valid or invalid.

    Keys in a row: Up, Down, Home and End select, Enter goes to the fields and Escape back, Space opens and closes them,
    Delete removes, Insert adds. Everywhere in it: Alt+Up and Alt+Down move the selected layer; undo and redo, of all
    that shares its history.

    Attributes:
        networks: the list of networks to start from.
        buttons: by name, see ``EditHistory.possible``.
        rows: see ``RowList``.
    """

    changed = Signal()

    def __init__(self, theme: Theme, history: UndoHistory | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layer-list")
        self.setAccessibleName(tr("Layers of the network"))
        self._theme = theme
        self._locked = False
        self._edits = EditHistory(NETWORKS["two-layer"], history)
        # What was told and shown last.
        self._told: tuple[NetworkSpec | None, str] = (self.spec, self.error)
        self._selected: int | None = None
        self.networks = OptionList()
        self.buttons: dict[str, QPushButton] = {}
        self._list = RowList(self._edits, self._edit, self._clicked)
        self.rows = self._list.rows
        self._lay_out()
        theme.changed.connect(self._paint_icons)
        theme.changed.connect(self._align)
        self._edits.history.restored.connect(self._follow)
        self._edits.history.changed.connect(self._enable)
        self._paint_icons()
        self._show()

    @property
    def spec(self) -> NetworkSpec | None:
        """The network; None while the list is invalid."""
        return self._edits.facts.spec

    @property
    def error(self) -> str:
        """Why it is invalid, in a sentence, or ""."""
        return self._edits.facts.error

    def show_error(self) -> None:
        """Select the first layer that is impossible, with the focus in its first field."""
        at = next((i for i, facts in enumerate(self._edits.facts.layers) if facts.error), None)
        if at is not None:
            self._enter(at)

    def set_spec(self, spec: NetworkSpec) -> None:
        """Replace all layers; this cannot be undone.

        The input shape follows from the layers: a vector of pixels where none of them takes an image.
        """
        self._do(self._edits.begin, spec)

    def replace(self, spec: NetworkSpec) -> None:
        """The same, as a step that can be undone."""
        self._do(self._edits.replace, spec)

    def select(self, at: int | None) -> None:
        """Select a layer, INPUT, or None."""
        self._do(self._edits.select, at)

    def lock(self, locked: bool) -> None:
        """During a training the layers can be seen but not changed."""
        self._locked = locked
        self._show()

    # -- layout

    @Slot()
    def _align(self) -> None:
        align([self._head, *(row.line for row in self.rows), self._softmax, self._total])

    def _lay_out(self) -> None:
        self.networks.setObjectName("layer-networks")
        self.networks.setAccessibleName(tr("Network to start from"))
        self.networks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for name in (*NETWORKS, OWN):
            self.networks.addItem(tr(TITLES[name]), name)
        self.networks.activated.connect(lambda: self._edit(self._edits.choose, self.networks.currentData()))

        texts = (tr("Layer"), tr("Softmax"), tr("Total"))
        self._head, self._softmax, self._total = (Line(text, _BORDER) for text in texts)
        small(self._head.title)
        self._head.shape.setText(tr("Output"))
        self._head.parameters.setText(tr("Parameters"))
        for heading in (self._head.title, self._head.shape, self._head.parameters):
            heading.setProperty("role", "muted")
        rule = QFrame()
        rule.setObjectName("layer-rule")
        rule.setFixedHeight(1)
        self._note = label("", "muted", "layer-total-note", wrap=True)
        self._note.setContentsMargins(8, 0, 8, 0)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        small(self._note)
        lines = (self._head, self._list, self._softmax, rule, self._total, self._note)
        self.setLayout(column(self.networks, self._row_of_buttons(), *lines, spacing=3))

    def _row_of_buttons(self) -> WrappedRow:
        line = WrappedRow(across=5, down=3)
        line.setContentsMargins(0, 3, 0, 3)
        for name, text, tip in (
            ("add", tr("Add layer"), tr("After the selected one, or at the end (Insert)")),
            ("up", "↑", tr("Move up (Alt+Up)")),
            ("down", "↓", tr("Move down (Alt+Down)")),
            ("remove", "", tr("Remove (Delete)")),
            ("undo", "", tr("Undo (Ctrl+Z)")),
            ("redo", "", tr("Redo (Ctrl+Y)")),
        ):
            made = self.buttons[name] = button(text, f"layer-{name}", small=False)
            made.setToolTip(tip)
            line.addWidget(made)
            if name in ("add", "remove"):
                line.add_stretch()
            if name == "add":
                made.setAccessibleName(text)
                made.setMenu(self._menu_of_kinds())
                continue
            made.setAccessibleName(tip.partition(" (")[0])
            made.setProperty("tool", True)
            made.clicked.connect(partial(self._edit, getattr(self._edits, name)))
            if text:
                # As large as the icons beside it.
                font = made.font()
                font.setPointSizeF(font.pointSizeF() * 1.3)
                made.setFont(font)
        return line

    def _menu_of_kinds(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for kind in NEW:
            action = menu.addAction(descriptions.title(kind))
            action.setToolTip(descriptions.about(kind))
            action.triggered.connect(partial(self._add, kind))
        return menu

    # -- showing

    def _show(self) -> None:
        facts = self._edits.facts
        self._list.show_layers(self._locked)
        self._softmax.shape.setText(descriptions.shape_text(facts.layers[-1].shape))
        total = descriptions.NO_NUMBER if facts.parameters is None else f"{facts.parameters:,}"
        self._total.parameters.setText(total)
        self._note.setText(total_note(facts))
        restyle(self._note, "role", "error" if facts.too_large else "muted")
        self._align()
        self._enable()
        self.networks.setCurrentIndex(self.networks.findData(self._edits.network))
        items = self.networks.model()
        assert isinstance(items, QStandardItemModel)
        items.item(self.networks.findData(OWN)).setEnabled(bool(self._edits.own))
        self.networks.setEnabled(not self._locked)

    @Slot()
    def _enable(self) -> None:
        for name, possible in self._edits.possible.items():
            self.buttons[name].setEnabled(possible and not self._locked)

    @Slot()
    def _paint_icons(self) -> None:
        for name, icon in {"remove": "clear", "undo": "undo", "redo": "redo"}.items():
            self.buttons[name].setIcon(self._theme.icon(icon))

    # -- edits

    def _do(self, edit: Callable[..., None], *values: object) -> None:
        """Call a method of the list and show the result."""
        edit(*values)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self._show()
        if self._edits.selected != self._selected:
            self._selected = self._edits.selected
            # Once the rows have their new positions.
            QTimer.singleShot(0, self._list, self._list.show_selected)
        if (self.spec, self.error) != self._told:
            self._told = self.spec, self.error
            self.changed.emit()

    def _edit(self, edit: Callable[..., None], *values: object) -> None:
        """The same, unless it is locked."""
        if not self._locked:
            self._do(edit, *values)

    def _clicked(self, at: int) -> None:
        self.select(None if at == self._edits.selected else at)

    def _add(self, kind: str) -> None:
        self._edit(self._edits.add, kind)
        if self._edits.selected is not None:
            self._enter(self._edits.selected)

    def _enter(self, at: int) -> None:
        """Go to the first field of a row."""
        if at != self._edits.selected:
            self.select(at)
        self.rows[at + 1].first_field.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self, at: int) -> None:
        """Cancel a drag; or go from the fields to their row; or deselect the row."""
        if self._list.dragging:
            self._list.cancel_drag(at)
        elif self.rows[at + 1].hasFocus():
            self.select(None)
        else:
            self.rows[at + 1].setFocus()

    # -- keys

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does. Without it, the window would undo a stroke of the drawing."""
        edits = self._edits
        if event.matches(QKeySequence.StandardKey.Undo):
            return partial(self._edit, edits.undo)
        if event.matches(QKeySequence.StandardKey.Redo):
            return partial(self._edit, edits.redo)
        key, at = event.key(), self._list.focused
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            moves: dict[int, Callable[[], None]] = {_Key.Key_Up: edits.up, _Key.Key_Down: edits.down}
            return partial(self._edit, moves[key]) if key in moves else None
        if modifiers != Qt.KeyboardModifier.NoModifier or at is None:
            return None
        if key == _Key.Key_Escape:
            return partial(self._leave, at)
        if not isinstance(QApplication.focusWidget(), LayerRow):
            return None
        last = len(edits.drafts) - 1
        meanings: dict[int, Callable[[], None]] = {
            _Key.Key_Up: partial(self.select, max(at - 1, INPUT)),
            _Key.Key_Down: partial(self.select, min(at + 1, last)),
            _Key.Key_Home: partial(self.select, INPUT),
            _Key.Key_End: partial(self.select, last),
            _Key.Key_Space: partial(self._clicked, at),
            _Key.Key_Return: partial(self._enter, at),
            _Key.Key_Enter: partial(self._enter, at),
            _Key.Key_Delete: partial(self._edit, edits.remove),
            _Key.Key_Insert: self.buttons["add"].click,
        }
        return meanings.get(key)
