"""The list itself: as many columns as there is room for, in the order and width that a person gave them."""

from functools import partial

from PySide6.QtCore import QByteArray, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStyle, QTableView, QWidget

from engine.runs import Run, Status
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.training.runs import run_text
from gui.training.runs.cell_painting import BADGE_PADDING, MARK, Cell, MarkCell, NameCell, StatusCell, mixed
from gui.training.runs.columns import Column, heading
from gui.training.runs.runs_model import COLOUR_ROLE, RUN_ROLE, RunsFilter
from gui.training.runs.shown_runs import MOST_SHOWN

_Key = Qt.Key
_ROW, _PADDING = 28, 8
# What Qt leaves free on both sides of a text, inside the padding.
_EDGE = 3
_LEAST_NAME, _LEAST = 130, 36
# The first ones to go where there is no room for all.
_FIRST_TO_GO = (Column.DATA, Column.DURATION, Column.NETWORK, Column.BEGUN, Column.EPOCHS)
# What is hidden by a person is kept under these words.
_WORDS = {column.name.lower(): column for column in _FIRST_TO_GO}
# How much of the accent is in a selected row.
_SELECTED = 0.18

STYLE = """
QTableView {{ border: 1px solid {line}; border-radius: 6px; background: {surface}; outline: 0;
    selection-background-color: {selected}; selection-color: {text}; }}
QTableView::item {{ padding: 0 {padding}px; border: 0; }}
QTableView QLineEdit {{ border: 1px solid {accent}; background: {surface}; padding: 0 5px; }}
QHeaderView {{ background: {surface}; border: 0; border-top-left-radius: 6px; border-top-right-radius: 6px; }}
QHeaderView::section {{ background: transparent; color: {muted}; border: 0; border-bottom: 1px solid {line};
    padding: 5px {head}px; font-weight: 400; }}
QHeaderView::section:vertical {{ border: 0; padding: 0 {head}px; }}
QHeaderView::section:hover {{ color: {text}; }}
QTableCornerButton::section {{ background: {surface}; border: 0; border-bottom: 1px solid {line}; }}
"""


def styled(theme: Theme) -> str:
    """The style sheet of a table in the colours of the theme."""
    names = ("line", "surface", "text", "muted", "accent")
    selected = mixed(theme.colour("accent"), theme.colour("surface"), _SELECTED).name()
    return STYLE.format(
        **{name: theme.colour(name).name() for name in names},
        selected=selected,
        padding=_PADDING,
        head=_PADDING + _EDGE,
    )


class RunsTable(QTableView):
    """Keys: F2 renames, Space shows the selected runs in the plots or hides them, Delete deletes them.

    Attributes:
        columns: the menu of those that can be hidden.

    Signals:
        delete_wanted: delete the selected runs.
    """

    delete_wanted = Signal()

    def __init__(self, model: RunsFilter, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs-table")
        self.setAccessibleName(tr("Runs"))
        self._settings, self._theme = settings, theme
        self._widths: dict[Column, int] = {}
        self.columns = QMenu(tr("&Columns"), self)
        kept = settings.text("runs/hidden", "")
        self._unwanted = {_WORDS[word] for word in kept.split(",") if word in _WORDS}

        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(_ROW, self.fontMetrics().height() + 12))
        special = {Column.SHOWN: MarkCell, Column.NAME: NameCell, Column.STATUS: StatusCell}
        self.setItemDelegate(Cell(theme, self))
        for column, kind in special.items():
            self.setItemDelegateForColumn(column, kind(theme, self))
        # The line of the focus goes through the whole row.
        self.selectionModel().currentChanged.connect(lambda: self.viewport().update())
        self._set_up_header()
        theme.changed.connect(self._recolour)
        self._recolour()

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setObjectName("runs-header")
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(_LEAST)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        for column in Column:
            if column is not Column.NAME:
                header.resizeSection(column, self._usual_width(column))
        header.setSortIndicator(Column.BEGUN, Qt.SortOrder.DescendingOrder)
        state = self._settings.data("runs/columns")
        if state is not None:
            header.restoreState(state)
        for column in Column:
            header.setSectionHidden(column, False)
            self._widths[column] = header.sectionSize(column)
        self._widths[Column.NAME] = _LEAST_NAME
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.SHOWN, QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self.columns.popup(header.mapToGlobal(place)))
        self.columns.aboutToShow.connect(self._list_columns)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._keep)
        header.sortIndicatorChanged.connect(self._keep)

    def _usual_width(self, column: Column) -> int:
        sample = {
            Column.BEGUN: tr("today {0}", "00:00"),
            Column.NETWORK: "784-50-10 ReLU",
            Column.DATA: tr("Starter digits"),
            Column.EPOCHS: "10.5 / 100",
            Column.ACCURACY: "99.99 %",
            Column.DURATION: tr("{0} min {1} s", 59, 59),
            Column.STATUS: max(map(run_text.status_word, Status), key=self.fontMetrics().horizontalAdvance),
        }.get(column)
        if sample is None:
            return MARK + 2 * _PADDING + 6
        around = 4 * BADGE_PADDING if column is Column.STATUS else 2 * (_PADDING + _EDGE)
        return self.fontMetrics().horizontalAdvance(sample) + around + _EDGE

    # -- what a person has chosen

    @property
    def selected(self) -> list[Run]:
        """The selected runs, from top to bottom."""
        return [self.model().index(row, Column.NAME).data(RUN_ROLE) for row in self._selected_rows]

    @property
    def current(self) -> Run | None:
        """The run that is looked at: the selected one, or of several the one that the keys go on from."""
        place = self._current
        return place.data(RUN_ROLE) if place.isValid() else None

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
        """Beside the runs nothing is chosen, and nothing let go: the buttons stay those of the run that is shown."""
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

    def rename(self) -> None:
        """Edit the name of the run that is looked at."""
        place = self._current
        if place.isValid():
            self.setCurrentIndex(place)
            self.edit(place)

    def toggle_shown(self) -> None:
        """Show the selected runs in the plots; hide them where all of them are shown."""
        # The rows may move when one is shown.
        places = [QPersistentModelIndex(self.model().index(row, Column.SHOWN)) for row in self._selected_rows]
        hidden = [place for place in places if place.data(COLOUR_ROLE) is None]
        state = Qt.CheckState.Checked if hidden else Qt.CheckState.Unchecked
        # One more than can be shown is refused in words; the others need not be.
        for place in (hidden or places)[: MOST_SHOWN + 1]:
            self.model().setData(place, state, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        match event.key():
            case _Key.Key_F2 if plain:
                self.rename()
            case _Key.Key_Space if plain:
                self.toggle_shown()
            case _Key.Key_Delete | _Key.Key_Backspace if plain:
                self.delete_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typed letters look for a name, whichever column was clicked last."""
        index = self.currentIndex()
        if index.isValid():
            self.selectionModel().setCurrentIndex(
                index.siblingAtColumn(Column.NAME), self.selectionModel().SelectionFlag.NoUpdate
            )
        super().keyboardSearch(search)

    # -- columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave out the columns that there is no room for, the least telling first."""
        header = self.horizontalHeader()
        # Whether there is a scroll bar or not: a filter changes no columns.
        scroll_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        room = self.width() - 2 * self.frameWidth() - scroll_bar
        out = set(self._unwanted)
        for column in _FIRST_TO_GO:
            if sum(width for each, width in self._widths.items() if each not in out) > room:
                out.add(column)
        header.blockSignals(True)
        for column in Column:
            if header.isSectionHidden(column) != (column in out):
                header.setSectionHidden(column, column in out)
                if column not in out and column is not Column.NAME:
                    header.resizeSection(column, self._widths[column])
        header.blockSignals(False)
        # What the signals would have done.
        self.updateGeometries()
        self.viewport().update()

    @Slot(int, int, int)
    def _resized(self, section: int, before: int, width: int) -> None:
        if width and section != Column.NAME:
            self._widths[Column(section)] = width
        self._keep()

    @Slot()
    def _keep(self) -> None:
        self._settings.keep("runs/columns", QByteArray(self.horizontalHeader().saveState()))

    @Slot()
    def _list_columns(self) -> None:
        self.columns.clear()
        for column in sorted(_FIRST_TO_GO):
            title = heading(column)[0]
            no_room = column not in self._unwanted and self.isColumnHidden(column)
            action = self.columns.addAction(tr("{0} (no room)", title) if no_room else title)
            action.setCheckable(True)
            action.setChecked(column not in self._unwanted)
            action.toggled.connect(partial(self._want, column))

    def _want(self, column: Column, wanted: bool) -> None:
        self._unwanted ^= {column} if wanted == (column in self._unwanted) else set()
        self._settings.keep("runs/hidden", ",".join(each.name.lower() for each in sorted(self._unwanted)))
        self.fit()

    @Slot()
    def _recolour(self) -> None:
        self.setStyleSheet(styled(self._theme))
