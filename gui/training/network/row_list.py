"""The rows of the list of layers: showing, dragging and scrolling."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from gui.training.network.edit_history import INPUT, EditHistory, output_of, positions
from gui.training.network.layer_row import LayerRow
from gui.widgets.cards import column

# Visible around a row that is scrolled to, in pixels.
_IN_VIEW = 30


class RowList(QWidget):
    """Shows the layers and reports the user's edits.

    Attributes:
        rows: of the input, then one for each layer.
    """

    def __init__(
        self,
        edits: EditHistory,
        edit: Callable[..., None],
        clicked: Callable[[int], None],
        parent: QWidget | None = None,
    ) -> None:
        """Args:
        edit: called with a method of ``edits`` and its arguments.
        clicked: called with the index of a layer, or INPUT.
        """
        super().__init__(parent)
        self._edits, self._edit, self._clicked = edits, edit, clicked
        self._locked = False
        # The index of the layer, or INPUT, whose row the Tab key goes to.
        self._tab_row = INPUT
        # Where the dragged layer would go.
        self._drop: int | None = None
        self.rows: list[LayerRow] = []
        self._layout = column(spacing=0)
        self.setLayout(self._layout)
        self._mark = QFrame(self)
        self._mark.setObjectName("layer-mark")
        self._mark.hide()

    @property
    def focused(self) -> int | None:
        """Which layer, or INPUT, has the focus on it or in it."""
        focus = QApplication.focusWidget()
        return next((i - 1 for i, row in enumerate(self.rows) if _holds(row, focus)), None)

    # -- showing

    def show_layers(self, locked: bool) -> None:
        """Show the layers. Locked ones cannot be edited or dragged."""
        self._locked = locked
        drafts, selected, all_facts = self._edits.drafts, self._edits.selected, self._edits.facts
        inside = _holds(self, QApplication.focusWidget())
        self._set_count(len(drafts) + 1)
        self.rows[0].show_input(all_facts.input_shape, selected == INPUT)
        output = output_of(drafts)
        for at, (draft, facts) in enumerate(zip(drafts, all_facts.layers, strict=True)):
            self.rows[at + 1].show_layer(draft, facts, at == output, at == selected, locked)
        self._tab_row = min(self._tab_row if selected is None else selected, len(drafts) - 1)
        tab_row = self.rows[self._tab_row + 1]
        for row in self.rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is tab_row else Qt.FocusPolicy.ClickFocus)
        if inside and not _holds(tab_row, QApplication.focusWidget()):
            tab_row.setFocus()

    def _set_count(self, count: int) -> None:
        """Have ``count`` rows."""
        while len(self.rows) > count:
            row = self.rows.pop()
            self._layout.removeWidget(row)
            row.hide()
            # Not at once: the change may come from a signal of this row.
            row.deleteLater()
        while len(self.rows) < count:
            at = len(self.rows) - 1
            row = LayerRow()
            row.setObjectName("layer-input" if at == INPUT else f"layer-{at}")
            row.clicked.connect(partial(self._clicked, at))
            row.edited.connect(partial(self._edit, self._edits.type, at))
            row.dragged.connect(partial(self._dragged, at))
            row.dropped.connect(partial(self._dropped, at))
            self._layout.addWidget(row)
            if self.rows:
                # In the tab order it follows the row before, not the last widget of the window; setTabOrder ignores
                # widgets without a tab focus.
                row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                QWidget.setTabOrder(self.rows[-1].last_field, row)
            self.rows.append(row)
            row.show()

    @Slot()
    def show_selected(self) -> None:
        """Scroll to the selected row."""
        if self._edits.selected is not None:
            row = self.rows[self._edits.selected + 1]
            self._show_in_view(row.y() + row.height())
            self._show_in_view(row.y())

    def _show_in_view(self, y: int) -> None:
        """Scroll to a height."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None:
            area.ensureVisible(0, self.mapTo(inside, QPoint(0, y)).y(), 0, _IN_VIEW)

    # -- dragging

    @property
    def dragging(self) -> bool:
        """Whether a layer is being dragged."""
        return self._drop is not None

    def cancel_drag(self, at: int) -> None:
        """End the drag without moving the layer."""
        self.rows[at + 1].cancel_drag()
        self._drop = None
        self._mark.hide()

    def _dragged(self, at: int, y: int) -> None:
        """Show where a layer would go that is dragged to ``y`` of its row."""
        row, drafts = self.rows[at + 1], self._edits.drafts
        allowed = range(0) if at == INPUT or self._locked else positions(drafts, at)
        if len(allowed) <= 1:
            row.setCursor(Qt.CursorShape.ForbiddenCursor)
            return
        row.setCursor(Qt.CursorShape.ClosedHandCursor)
        y += row.y()
        layers = self.rows[1:]
        above = sum(each.y() + each.line.height() // 2 < y for each in layers if each is not row)
        to = self._drop = min(max(above, allowed.start), allowed.stop - 1)
        edge = layers[to].y() + (layers[to].height() if to > at else 0)
        self._mark.setGeometry(0, edge - 1, self.width(), 2)
        self._mark.raise_()
        self._mark.setVisible(to != at)
        self._show_in_view(y)

    def _dropped(self, at: int) -> None:
        to, self._drop = self._drop, None
        self._mark.hide()
        if to is not None:
            self._edit(self._edits.move, at, to)


def _holds(widget: QWidget, focus: QWidget | None) -> bool:
    """Whether the widget, or one in it, has the focus."""
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
