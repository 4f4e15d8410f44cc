"""The card of the list: the filter, the table, and the buttons for the selected runs."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu

from engine.i18n import tr
from engine.runs import Run
from gui.settings import Settings
from gui.theme import Theme
from gui.training.runs.list_model import RunsFilter, RunsModel
from gui.training.runs.row_actions import RunActions
from gui.training.runs.sortable_table import RunsTable
from gui.widgets.cards import ActionButton, WrappedRow, button, fill_card, row
from gui.widgets.placeholder import Placeholder, centred


class RunList(QFrame):
    """``current_changed``: another run is the current one, or it has changed.

    Attributes:
        search: the text to filter by.
        table: the runs that match it.
    """

    current_changed = Signal()

    def __init__(self, model: RunsModel, actions: RunActions, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("runs-list")
        self._actions, self._model = actions, model
        self._filter = RunsFilter(model, self)
        self._locked = False
        self.table = RunsTable(self._filter, settings, theme)
        self.search = QLineEdit()
        self.search.setObjectName("runs-filter")
        self.search.setAccessibleName(tr("Filter the runs"))
        self.search.setPlaceholderText(tr("Filter by name, network, settings, data, status or note"))
        self.search.setClearButtonEnabled(True)
        nothing = centred("", "muted", "runs-nothing-found")
        nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._pages = Placeholder(self.table, nothing)
        self._pages.show_widget()
        layout = fill_card(self)
        layout.addLayout(row((self.search, 1), ActionButton(actions.import_)))
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._make_buttons())
        self.search.textChanged.connect(self._search)
        self.table.delete_requested.connect(actions.delete.trigger)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.selectionModel().currentChanged.connect(self.current_changed)
        actions.rename.triggered.connect(self.table.rename)
        actions.show.triggered.connect(self.table.toggle_shown)

    def _make_buttons(self) -> WrappedRow:
        a = self._actions
        buttons = {name: ActionButton(getattr(a, name)) for name in ("use", "train_again", "resume", "errors")}
        for name, made in buttons.items():
            made.setObjectName(f"run-{name}".replace("_", "-"))
        more = button(tr("More"), "run-more", small=False)
        menu = self._make_menu(
            [a.layers, None, a.rename, a.show, None, a.export, a.export_settings, a.import_, None, a.delete, None]
        )
        menu.addMenu(self.table.columns)
        more.setMenu(menu)
        return WrappedRow(*buttons.values(), None, more, across=6, down=6)

    def _make_menu(self, actions: Sequence[QAction | None]) -> QMenu:
        """None is a separator."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu

    @Slot(QPoint)
    def _open_menu(self, position: QPoint) -> None:
        if self.table.indexAt(position).isValid():
            a = self._actions
            first = [a.use, a.train_again, a.resume, a.errors, a.layers, None, a.rename, a.show]
            menu = self._make_menu([*first, None, a.export, a.export_settings, None, a.delete])
            menu.setObjectName("runs-menu")
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.table.viewport().mapToGlobal(position))

    # -- content

    def update_selection(self) -> None:
        """To be called when the model has changed: some run becomes the current one."""
        nothing_found = self._model.rowCount() > 0 and not self._filter.rowCount()
        if nothing_found:
            self._pages.show_text(tr("No run contains “{0}”.", self.search.text().strip()))
        else:
            self._pages.show_widget()
        if not self.table.currentIndex().isValid() and self._filter.rowCount():
            self.table.selectRow(0)
        self._on_selected()

    def select_current(self) -> None:
        """Select the current run where the selected ones have gone."""
        if not self.table.selected and self.table.current is not None:
            self.table.selectRow(self.table.currentIndex().row())

    def lock(self, locked: bool) -> None:
        """While a network is trained, some actions are disabled."""
        self._locked = locked
        self._actions.enable(self.table.selected, locked)

    def select(self, runs: Sequence[Run]) -> None:
        """Select these runs and scroll to the first of them; a filter that hides any is cleared."""
        if not all(self._index(run).isValid() for run in runs):
            self.search.clear()
        indexes = [index for run in runs if (index := self._index(run)).isValid()]
        if indexes:
            selection, flag = QItemSelection(), QItemSelectionModel.SelectionFlag
            for index in indexes:
                selection.select(index, index)
            self.table.selectionModel().setCurrentIndex(indexes[0], flag.NoUpdate)
            self.table.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
            self.table.scrollTo(indexes[0])

    def _index(self, run: Run) -> QModelIndex:
        return self._filter.mapFromSource(self._model.index_of(run.id))

    @Slot(str)
    def _search(self, text: str) -> None:
        self._filter.search(text)
        self.update_selection()
        self.select_current()

    @Slot()
    def _on_selected(self) -> None:
        self.current_changed.emit()
        self._actions.enable(self.table.selected, self._locked)
