"""The rows of the network editor's list, one below the other: they are shown, dragged and scrolled to."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.training.network.draft_row import DraftRow
from gui.training.network.edit_history import INPUT, Editing, nearest_place, output_of, places

# Of what is around a row that is scrolled to.
_IN_VIEW = 30


class RowList(QWidget):
    """Shows the layers as they are being edited, and tells what a person does to them; it changes none.

    Signals:
        clicked: which layer, or INPUT.
        edited: of which layer, a setting and its new text.
        moved: a layer was dragged, from where to where.

    Attributes:
        rows: the input's, then one for each layer; those that are not needed now are hidden.
    """

    clicked = Signal(int)
    edited = Signal(int, str, str)
    moved = Signal(int, int)

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = editing
        self._locked = False
        # The row that the Tab key comes to: the arrow keys go on from there.
        self._stop = INPUT
        # Where the layer that the mouse is dragging would go.
        self._drop: int | None = None
        self.rows: list[DraftRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._mark = QFrame(self)
        self._mark.setObjectName("layer-mark")
        self._mark.hide()

    @property
    def needed(self) -> list[DraftRow]:
        """The rows that are to be seen."""
        return self.rows[: len(self._edits.drafts) + 1]

    @property
    def focused(self) -> int | None:
        """Which layer, or INPUT, the focus is on or in."""
        focus = QApplication.focusWidget()
        return next((i - 1 for i, row in enumerate(self.rows) if _holds(row, focus)), None)

    # -- showing

    def show_layers(self, locked: bool) -> None:
        """Show the layers as they are now. Locked they cannot be edited or dragged."""
        self._locked = locked
        drafts, selected, all_facts = self._edits.drafts, self._edits.selected, self._edits.facts
        inside = _holds(self, QApplication.focusWidget())
        self._grow(len(drafts) + 1)
        self.rows[0].show_input(all_facts.input_shape, selected == INPUT)
        output = output_of(drafts)
        for at, (draft, facts) in enumerate(zip(drafts, all_facts.layers, strict=True)):
            self.rows[at + 1].show_layer(draft, facts, at == output, at == selected, locked)
        self._stop = min(self._stop if selected is None else selected, len(drafts) - 1)
        stop = self.rows[self._stop + 1]
        for row in self.rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)
        if inside and not _holds(stop, QApplication.focusWidget()):
            stop.setFocus()

    def _grow(self, count: int) -> None:
        """Have ``count`` rows to be seen."""
        while len(self.rows) < count:
            at = len(self.rows) - 1
            row = DraftRow()
            row.setObjectName("layer-input" if at == INPUT else f"layer-{at}")
            row.clicked.connect(partial(self.clicked.emit, at))
            row.edited.connect(partial(self.edited.emit, at))
            row.dragged.connect(partial(self._dragged, at))
            row.dropped.connect(partial(self._dropped, at))
            self._layout.addWidget(row)
            if self.rows:
                # The Tab key comes to it after the row before, not after all else in the window; Qt gives no place to
                # what the Tab key cannot come to.
                row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                QWidget.setTabOrder(self.rows[-1].last_field, row)
            self.rows.append(row)
        for i, row in enumerate(self.rows):
            row.setVisible(i < count)

    @Slot()
    def show_selected(self) -> None:
        """Have the selected row seen, where the rows lie in something that scrolls."""
        if self._edits.selected is not None:
            row = self.rows[self._edits.selected + 1]
            self._show_in_view(row.y() + row.height())
            self._show_in_view(row.y())

    def _show_in_view(self, y: int) -> None:
        """Have a height seen."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None:
            area.ensureVisible(0, self.mapTo(inside, QPoint(0, y)).y(), 0, _IN_VIEW)

    # -- dragging

    @property
    def dragging(self) -> bool:
        """Whether the mouse is dragging a layer that it can let go somewhere."""
        return self._drop is not None

    def give_up(self, at: int) -> None:
        """The mouse is no longer dragging this layer."""
        self.rows[at + 1].let_go()
        self._drop = None
        self._mark.hide()

    def _dragged(self, at: int, y: int) -> None:
        """The mouse has taken a layer to the height ``y`` of its row: show where it would go."""
        row, drafts = self.rows[at + 1], self._edits.drafts
        if at == INPUT or self._locked or len(places(drafts, at)) == 1:
            row.setCursor(Qt.CursorShape.ForbiddenCursor)
            return
        row.setCursor(Qt.CursorShape.ClosedHandCursor)
        y += row.y()
        layers = self.needed[1:]
        above = sum(each.y() + each.line.height() // 2 < y for each in layers if each is not row)
        to = self._drop = nearest_place(drafts, at, above)
        edge = layers[to].y() + (layers[to].height() if to > at else 0)
        self._mark.setGeometry(0, edge - 1, self.width(), 2)
        self._mark.raise_()
        self._mark.setVisible(to != at)
        self._show_in_view(y)

    def _dropped(self, at: int) -> None:
        to, self._drop = self._drop, None
        self._mark.hide()
        if to is not None:
            self.moved.emit(at, to)


def _holds(widget: QWidget, focus: QWidget | None) -> bool:
    """Whether the focus is on or in the widget."""
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
