"""The network as a list of layers: add, remove, move and edit them, and see what that makes of the shapes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.network import NetworkSpec
from gui.cards import label
from gui.i18n import tr
from gui.theme import Theme
from gui.training import layer_edits as edits
from gui.training import layer_model as model
from gui.training.layer_edits import INPUT, NETWORKS, OWN, Editing
from gui.training.layer_row import BORDER, STYLE, LayerRow, Line, align, small
from gui.training.widgets import OptionList, restyle, styled

_Key = Qt.Key
# Of what is around a row that is scrolled to.
_IN_VIEW = 30


class LayerList(QWidget):
    """``changed``: the network is not what it was, or has become possible or impossible.

    Keys, in a row: Up, Down, Home and End select, Enter goes to the settings and Escape back, Space opens and closes
    them, Delete removes, Insert adds. Anywhere in it: Alt+Up and Alt+Down move the selected layer; undo and redo.

    Attributes:
        networks: those to begin with.
        buttons: by what they do, see ``Editing.possible``.
        rows: the input's, then one for each layer; those that are not needed now are hidden.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layer-list")
        self.setAccessibleName(tr("Layers of the network"))
        self._theme = theme
        self._locked = False
        self._edits = Editing(NETWORKS["two-layer"])
        # The row that the Tab key comes to: the arrow keys go on from there.
        self._stop = INPUT
        # Where the layer that the mouse is dragging would go.
        self._drop: int | None = None
        self.networks = OptionList()
        self.buttons: dict[str, QPushButton] = {}
        self.rows: list[LayerRow] = []
        self._lay_out()
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

        self._head, self._softmax, self._sum = (Line(text, BORDER) for text in (tr("Layer"), tr("Softmax"), tr("Sum")))
        small(self._head.title)
        self._head.shape.setText(tr("Output"))
        self._head.parameters.setText(tr("Parameters"))
        for heading in (self._head.title, self._head.shape, self._head.parameters):
            heading.setProperty("role", "muted")
        self._list = QWidget()
        self._list_layout = QVBoxLayout(self._list)
        self._list_layout.setContentsMargins(0, 0, 0, 0)
        self._list_layout.setSpacing(0)
        self._mark = QFrame(self._list)
        self._mark.setObjectName("layer-mark")
        self._mark.hide()
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
            action = menu.addAction(model.title(kind))
            action.setToolTip(model.about(kind))
            action.triggered.connect(lambda _=False, kind=kind: self._add(kind))
        self.buttons["add"].setMenu(menu)
        return row

    def _grow(self, count: int) -> None:
        """Have ``count`` rows to be seen."""
        while len(self.rows) < count:
            at = len(self.rows) - 1
            row = LayerRow()
            row.setObjectName("layer-input" if at == INPUT else f"layer-{at}")
            row.clicked.connect(partial(self._clicked, at))
            row.edited.connect(partial(self._try, self._edits.type, at))
            row.dragged.connect(partial(self._dragged, at))
            row.dropped.connect(partial(self._dropped, at))
            self._list_layout.addWidget(row)
            if self.rows:
                # The Tab key comes to it after the row before, not after all else in the window; Qt gives no place to
                # what the Tab key cannot come to.
                row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                QWidget.setTabOrder(self.rows[-1].last_field, row)
            self.rows.append(row)
        for i, row in enumerate(self.rows):
            row.setVisible(i < count)

    # -- showing

    def _show(self) -> None:
        drafts, selected, all_facts = self._edits.drafts, self._edits.selected, self._edits.facts
        inside = _holds(self._list, QApplication.focusWidget())
        self._grow(len(drafts) + 1)
        self.rows[0].show_input(all_facts.input_shape, selected == INPUT)
        output = edits.output_of(drafts)
        for at, (draft, facts) in enumerate(zip(drafts, all_facts.layers, strict=True)):
            self.rows[at + 1].show_layer(draft, facts, at == output, at == selected, self._locked)
        self._stop = min(self._stop if selected is None else selected, len(drafts) - 1)
        stop = self.rows[self._stop + 1]
        for row in self.rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)
        if inside and not _holds(stop, QApplication.focusWidget()):
            stop.setFocus()
        self._show_sum()
        align([self._head, *(row.line for row in self.rows[: len(drafts) + 1]), self._softmax, self._sum])
        self._show_tools()

    def _show_sum(self) -> None:
        facts = self._edits.facts
        self._softmax.shape.setText(model.shape_text(facts.layers[-1].shape))
        self._sum.parameters.setText(model.NO_NUMBER if facts.parameters is None else f"{facts.parameters:,}")
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
        self.setStyleSheet(styled(STYLE, self._theme, border=BORDER))
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
            QTimer.singleShot(0, self, self._scroll)
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
        if self._drop is not None:
            self.rows[at + 1].let_go()
            self._drop = None
            self._mark.hide()
        elif self.rows[at + 1].hasFocus():
            self._do(self._edits.select, None)
        else:
            self.rows[at + 1].setFocus()

    # -- dragging

    def _dragged(self, at: int, y: int) -> None:
        """The mouse has taken a layer to the height ``y`` of its row: show where it would go."""
        row = self.rows[at + 1]
        if at == INPUT or self._locked or len(edits.places(self._edits.drafts, at)) == 1:
            row.setCursor(Qt.CursorShape.ForbiddenCursor)
            return
        row.setCursor(Qt.CursorShape.ClosedHandCursor)
        y += row.y()
        layers = self.rows[1 : len(self._edits.drafts) + 1]
        above = sum(each.y() + each.line.height() // 2 < y for each in layers if each is not row)
        to = self._drop = edits.nearest_place(self._edits.drafts, at, above)
        edge = layers[to].y() + (layers[to].height() if to > at else 0)
        self._mark.setGeometry(0, edge - 1, self._list.width(), 2)
        self._mark.raise_()
        self._mark.setVisible(to != at)
        self._show_in_view(y)

    def _dropped(self, at: int) -> None:
        to, self._drop = self._drop, None
        self._mark.hide()
        if to is not None:
            self._try(self._edits.move, at, to)

    @Slot()
    def _scroll(self) -> None:
        if self._edits.selected is not None:
            row = self.rows[self._edits.selected + 1]
            self._show_in_view(row.y() + row.height())
            self._show_in_view(row.y())

    def _show_in_view(self, y: int) -> None:
        """Have a height of the list seen, where the list lies in something that scrolls."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None:
            area.ensureVisible(0, self._list.mapTo(inside, QPoint(0, y)).y(), 0, _IN_VIEW)

    # -- keys

    def event(self, event: QEvent) -> bool:
        """Its keys are not for the window, which would undo a stroke of the drawing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._meaning(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meaning = self._meaning(event)
        if meaning is None:
            super().keyPressEvent(event)
        else:
            meaning()

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does where the focus is."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return partial(self._try, self._edits.undo)
        if event.matches(QKeySequence.StandardKey.Redo):
            return partial(self._try, self._edits.redo)
        focus, key = QApplication.focusWidget(), event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            ways: dict[int, Callable[[], None]] = {_Key.Key_Up: self._edits.up, _Key.Key_Down: self._edits.down}
            return partial(self._try, ways[key]) if key in ways else None
        at = next((i - 1 for i, row in enumerate(self.rows) if _holds(row, focus)), None)
        if modifiers != Qt.KeyboardModifier.NoModifier or at is None:
            return None
        if key == _Key.Key_Escape:
            return partial(self._leave, at)
        if not isinstance(focus, LayerRow):
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


def _holds(widget: QWidget, focus: QWidget | None) -> bool:
    """Whether the focus is on or in the widget."""
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
