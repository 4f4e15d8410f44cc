"""The card of the list: a line to filter it, the table, and the buttons for what is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from engine.runs import Run
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.training.runs.run_actions import RunActions
from gui.training.runs.run_text import breakable
from gui.training.runs.runs_model import RunsFilter, RunsModel
from gui.training.runs.runs_table import RunsTable
from gui.widgets.cards import ActionButton, fill_card
from gui.widgets.placeholder import Placeholder, centred

_STYLE = """
QLineEdit#runs-filter {{ border: 1px solid {bar}; border-radius: 4px; padding: 4px 6px; background: {surface}; }}
QLineEdit#runs-filter:focus {{ border-color: {accent}; }}
"""


class RunList(QFrame):
    """``current_changed``: another run is the current one, or it is not what it was.

    Attributes:
        search: the line to filter by.
        table: of the runs that the filter leaves.
    """

    current_changed = Signal()

    def __init__(
        self, model: RunsModel, actions: RunActions, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("runs-list")
        self._actions, self._theme = actions, theme
        self._model = model
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
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(ActionButton(actions.import_))
        self._pages = Placeholder(self.table, nothing)
        self._pages.see()
        layout = fill_card(self)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._buttons())
        self.search.textChanged.connect(self._search)
        self.table.delete_wanted.connect(actions.delete.trigger)
        self.table.customContextMenuRequested.connect(self._ask)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.selectionModel().currentChanged.connect(self.current_changed)
        actions.rename.triggered.connect(self.table.rename)
        actions.show.triggered.connect(self.table.toggle_shown)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _buttons(self) -> QHBoxLayout:
        a = self._actions
        row = QHBoxLayout()
        row.setSpacing(6)
        main = {"use": a.use, "train-again": a.train_again, "go-on": a.go_on, "mistakes": a.mistakes}
        for name, action in main.items():
            button = ActionButton(action)
            button.setObjectName(f"run-{name}")
            row.addWidget(button)
        row.addStretch()
        more = QPushButton(tr("More"))
        more.setObjectName("run-more")
        menu = self._menu([a.rename, a.show, None, a.export, a.export_settings, a.import_, None, a.delete, None])
        menu.addMenu(self.table.columns)
        more.setMenu(menu)
        row.addWidget(more)
        return row

    def _menu(self, actions: Sequence[QAction | None]) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu

    # -- what it shows

    @property
    def current(self) -> Run | None:
        """The run that is looked at."""
        return self.table.current

    @property
    def selected(self) -> list[Run]:
        """The selected runs, from top to bottom."""
        return self.table.selected

    def look(self) -> None:
        """The model is not what it was: some run is the current one, and what can be done with it is allowed."""
        nothing = self._model.rowCount() > 0 and not self._filter.rowCount()
        sentence = tr("No run has “{0}” in it.", breakable(self.search.text().strip())) if nothing else ""
        self._pages.words.setText(sentence)
        self._pages.see(not nothing)
        if not self.table.currentIndex().isValid() and self._filter.rowCount():
            self.table.selectRow(0)
        self._selected()

    def choose(self) -> None:
        """What was selected is not there any more: the current run is."""
        if not self.selected and self.current is not None:
            self.table.selectRow(self.table.currentIndex().row())

    def lock(self, locked: bool) -> None:
        """While a network is trained, some things cannot be done."""
        self._locked = locked
        self._enable()

    def select(self, runs: Sequence[Run]) -> None:
        """Select these runs and go to the first of them; a filter that hides any is taken away."""
        if not all(self._filter.mapFromSource(self._model.index_of(run.id)).isValid() for run in runs):
            self.search.clear()
        places = [self._filter.mapFromSource(self._model.index_of(run.id)) for run in runs]
        places = [place for place in places if place.isValid()]
        if places:
            selection, flag = QItemSelection(), QItemSelectionModel.SelectionFlag
            for place in places:
                selection.select(place, place)
            self.table.selectionModel().setCurrentIndex(places[0], flag.NoUpdate)
            self.table.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
            self.table.scrollTo(places[0])

    @Slot(str)
    def _search(self, text: str) -> None:
        self._filter.search(text)
        self.look()
        self.choose()

    @Slot()
    def _selected(self) -> None:
        self.current_changed.emit()
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self._actions.enable(self.selected, self._locked)

    @Slot(QPoint)
    def _ask(self, position: QPoint) -> None:
        if self.table.indexAt(position).isValid():
            a = self._actions
            first = [a.use, a.train_again, a.go_on, a.mistakes, None, a.rename, a.show]
            menu = self._menu([*first, None, a.export, a.export_settings, None, a.delete])
            menu.setObjectName("runs-menu")
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.table.viewport().mapToGlobal(position))

    @Slot()
    def _recolour(self) -> None:
        names = ("bar", "surface", "accent")
        self.setStyleSheet(_STYLE.format(**{name: self._theme.colour(name).name() for name in names}))
