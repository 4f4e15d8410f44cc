"""The table of runs: as many columns as there is room for, in the order and width that the user gave them."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStyle, QTableView

from engine.i18n import tr
from engine.runs import Run
from gui.settings import Settings
from gui.theme import Theme
from gui.training.runs.cell_painting import BADGE_PADDING, CHECK_BOX, CellDelegate
from gui.training.runs.columns import Column, headings
from gui.training.runs.list_model import RUN_COLOURS, RUN_ROLE, RunsFilter

_Key = Qt.Key
_ROW_HEIGHT = 28
# On both sides of a text: the style sheet's padding, and what Qt leaves free inside it.
PADDING = 8 + 3
_MIN_NAME, _MIN_WIDTH, _MAX_WIDTH = 180, 36, 10_000
# Pixels; a zoom changes all widths in proportion to this one.
_UNIT = 1000
# The names of hideable columns in the settings file; without enough room, the first one is hidden first.
_HIDEABLE = {
    "data": Column.DATA,
    "duration": Column.DURATION,
    "network": Column.NETWORK,
    "begun": Column.STARTED,
    "epochs": Column.EPOCHS,
}


def style_table(table: QTableView) -> None:
    """What the tables of runs have in common, besides their style sheet."""
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)


class RunsTable(QTableView):
    """Keys: F2 renames, Space shows the selected runs in the plots or hides them, Delete deletes them.

    Attributes:
        columns: the menu of those that can be hidden.

    Signals:
        delete_requested: delete the selected runs.
    """

    delete_requested = Signal()

    def __init__(self, model: RunsFilter, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("runs-table")
        self.setAccessibleName(tr("Runs"))
        self._settings = settings
        self._widths: dict[Column, int] = {}
        self.columns = QMenu(tr("&Columns"), self)
        # Hidden by the user, not for lack of room.
        self._hidden = {_HIDEABLE[name] for name in settings.text("runs/hidden", "").split(",") if name in _HIDEABLE}

        self.setModel(model)
        style_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self._theme = theme
        self._set_row_height()
        self.setItemDelegate(CellDelegate(theme, self))
        # The line of the focus goes through the whole row.
        self.selectionModel().currentChanged.connect(lambda: self.viewport().update())
        self._set_up_header()
        # What the widths are relative to.
        self._unit = theme.px(_UNIT)
        theme.changed.connect(self._zoom)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setObjectName("runs-header")
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(_MIN_WIDTH)
        advance = self.fontMetrics().horizontalAdvance
        for column, heading in headings().items():
            around = 4 * BADGE_PADDING if column is Column.STATUS else 2 * PADDING
            header.resizeSection(column, advance(heading.sample) + around + 3)
        header.resizeSection(Column.SHOWN, CHECK_BOX + 2 * PADDING)
        header.setSortIndicator(Column.STARTED, Qt.SortOrder.DescendingOrder)
        self._restore_columns()
        for column in Column:
            header.setSectionHidden(column, False)
            self._widths[column] = header.sectionSize(column)
        self._widths[Column.NAME] = _MIN_NAME
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.SHOWN, QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self.columns.popup(header.mapToGlobal(place)))
        self.columns.aboutToShow.connect(self._fill_menu)
        header.sectionResized.connect(self._save_width)
        header.sectionMoved.connect(self._save_columns)
        header.sortIndicatorChanged.connect(self._save_columns)

    @Slot()
    def _set_row_height(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(max(px(_ROW_HEIGHT), self.fontMetrics().height() + px(12)))

    @Slot()
    def _zoom(self) -> None:
        self._set_row_height()
        before, self._unit = self._unit, self._theme.px(_UNIT)
        if self._unit == before:
            return
        header = self.horizontalHeader()
        header.blockSignals(True)
        for column in self._widths:
            self._widths[column] = round(self._widths[column] * self._unit / before)
            if column != Column.NAME:
                header.resizeSection(column, self._widths[column])
        header.blockSignals(False)
        self._fit_columns()
        if not self._theme.presenting:
            self._save_columns()

    # -- selection

    @property
    def selected(self) -> list[Run]:
        """The selected runs, from top to bottom."""
        return [self.model().index(row, Column.NAME).data(RUN_ROLE) for row in self._selected_rows]

    @property
    def current(self) -> Run | None:
        """The run in the details: the selected one, or of several the one that has the focus."""
        return self._current.data(RUN_ROLE) if self._current.isValid() else None

    @property
    def _current(self) -> QModelIndex:
        rows = self._selected_rows
        return self.model().index(rows[0] if len(rows) == 1 else self.currentIndex().row(), Column.NAME)

    @property
    def _selected_rows(self) -> list[int]:
        """Qt's own selectedRows takes a second for thousands of them."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(i) for i in range(selection.count())]
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click below the runs leaves the selection as it is, since the details and the buttons stay."""
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

    def rename(self) -> None:
        """Edit the name of the current run."""
        index = self._current
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def end_renaming(self) -> None:
        """Take the name that is being edited."""
        if self.state() is self.State.EditingState:
            self.setFocus()

    def toggle_shown(self) -> None:
        """Show the selected runs in the plots; hide them where all of them are shown."""
        # The rows may move when one is shown.
        indexes = [QPersistentModelIndex(self.model().index(row, Column.SHOWN)) for row in self._selected_rows]
        role = Qt.ItemDataRole.CheckStateRole
        hidden = [index for index in indexes if Qt.CheckState(index.data(role)) == Qt.CheckState.Unchecked]
        state = Qt.CheckState.Checked if hidden else Qt.CheckState.Unchecked
        # One message for one run too many is enough.
        for index in (hidden or indexes)[: len(RUN_COLOURS) + 1]:
            self.model().setData(index, state, role)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        match event.key():
            case _Key.Key_F2 if plain:
                self.rename()
            case _Key.Key_Space if plain:
                self.toggle_shown()
            case _Key.Key_Delete | _Key.Key_Backspace if plain:
                self.delete_requested.emit()
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typed letters search the names, whichever column was clicked last."""
        index = self.currentIndex()
        if index.isValid():
            selection = self.selectionModel()
            selection.setCurrentIndex(index.siblingAtColumn(Column.NAME), selection.SelectionFlag.NoUpdate)
        super().keyboardSearch(search)

    # -- columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Hide the columns that there is no room for, the least important first."""
        header = self.horizontalHeader()
        # As if there always was a scroll bar: a filter changes no columns.
        scroll_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        room = self.width() - 2 * self.frameWidth() - scroll_bar
        hidden = set(self._hidden)
        for column in _HIDEABLE.values():
            if sum(width for each, width in self._widths.items() if each not in hidden) > room:
                hidden.add(column)
        header.blockSignals(True)
        for column in Column:
            if header.isSectionHidden(column) != (column in hidden):
                header.setSectionHidden(column, column in hidden)
                if column not in hidden:
                    header.resizeSection(column, self._widths[column])
        header.blockSignals(False)
        # What the signals would have done.
        self.updateGeometries()
        self.viewport().update()

    @Slot(int, int, int)
    def _save_width(self, section: int, before: int, width: int) -> None:
        if width and section != Column.NAME:
            self._widths[Column(section)] = width
        self._save_columns()

    @Slot()
    def _save_columns(self) -> None:
        header = self.horizontalHeader()
        numbers = [header.sortIndicatorSection(), header.sortIndicatorOrder().value]
        for column in sorted(Column, key=header.visualIndex):
            numbers += [column, self._widths[column]]
        self._settings.keep_whole_numbers("runs/columns", numbers)

    def _restore_columns(self) -> None:
        """From what ``_save_columns`` has stored: not by Qt's ``restoreState``, which crashes on a damaged file."""
        header = self.horizontalHeader()
        numbers = self._settings.whole_numbers("runs/columns", 0, _MAX_WIDTH)
        order, widths = numbers[2::2], numbers[3::2]
        if sorted(order) != list(Column) or len(widths) != len(order) or numbers[0] not in order or numbers[1] > 1:
            return
        header.setSortIndicator(numbers[0], Qt.SortOrder(numbers[1]))
        for place, (column, width) in enumerate(zip(order, widths, strict=True)):
            header.moveSection(header.visualIndex(column), place)
            header.resizeSection(column, max(width, _MIN_WIDTH))

    @Slot()
    def _fill_menu(self) -> None:
        self.columns.clear()
        for column in sorted(_HIDEABLE.values()):
            heading = headings()[column].text
            no_room = column not in self._hidden and self.isColumnHidden(column)
            action = self.columns.addAction(tr("{0} (no room)", heading) if no_room else heading)
            action.setCheckable(True)
            action.setChecked(column not in self._hidden)
            action.toggled.connect(partial(self._show_column, column))

    def _show_column(self, column: Column, shown: bool) -> None:
        (self._hidden.discard if shown else self._hidden.add)(column)
        names = [name for name, column in _HIDEABLE.items() if column in self._hidden]
        self._settings.keep("runs/hidden", ",".join(names))
        self._fit_columns()
