"""The runs as rows and columns, and the filter over them."""

import dataclasses
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRegularExpression,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from engine.i18n import tr
from engine.runs import Run
from gui.training.runs import formatting
from gui.training.runs.columns import NUMERIC, Column, Entry, headings

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
RUN_ROLE = _Role.UserRole
# See ``RunsModel.colour_of``.
COLOUR_ROLE = RUN_ROLE + 1
SEARCH_ROLE = RUN_ROLE + 2
# Colours of the theme that colour-blind people can distinguish, the first ones most easily.
RUN_COLOURS = tuple(f"run-{number}" for number in range(1, 11))
# Of a training that starts while all others are taken.
_NO_FREE_COLOUR = "text"


@dataclasses.dataclass(frozen=True)
class ShownRun:
    """A run in the plots.

    Attributes:
        run: as it was last read.
        colour: the named colour that it has until it is hidden.
    """

    run: Run
    colour: str


class RunsModel(QAbstractTableModel):
    """Keeps its rows sorted itself: Qt's own sorting would call Python for every comparison.

    Attributes:
        current_colour: a named colour, of the current training; "" before there was one. Only to be read.

    Signals:
        renamed: a run's id and the name that the user gave it.
        shown_changed: the runs in the plots are other ones, or have changed.
        too_many: one more run was to be shown than there are colours.
    """

    renamed = Signal(str, str)
    shown_changed = Signal()
    too_many = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}
        # By id, in the order in which the runs were shown.
        self._colours: dict[str, str] = {}
        # The run of the current training, which is in the plots anyway, and its colour.
        self._current, self.current_colour = "", ""
        self._column, self._order = Column.STARTED, Qt.SortOrder.DescendingOrder

    # -- the runs

    @property
    def runs(self) -> list[Run]:
        """All of them, in the order of the rows."""
        return [entry.run for entry in self._entries]

    @property
    def shown(self) -> list[ShownRun]:
        """Those in the plots: the current training, and those that the user shows, in the order of showing them."""
        colours = {self._current: self.current_colour} | self._colours
        rows = {run_id: self._rows[run_id] for run_id in colours if run_id in self._rows}
        return [ShownRun(self._entries[row].run, colours[run_id]) for run_id, row in rows.items()]

    def colour_of(self, run_id: str) -> str | None:
        """The named colour of a run in the plots, the same everywhere; None where it is not in them."""
        return self._colours.get(run_id) or (self.current_colour if run_id == self._current else None)

    def index_of(self, run_id: str) -> QModelIndex:
        """The index of its name; an invalid one where there is no such run."""
        row = self._rows.get(run_id)
        return QModelIndex() if row is None else self.index(row, Column.NAME)

    # -- changes

    def replace(self, entries: Sequence[Entry]) -> None:
        """These are all runs now. What stays the same keeps its index, its selection and an open editor."""
        present = {entry.run.id for entry in entries}
        self.remove([run_id for run_id in self._rows if run_id not in present])
        self.put(entries)

    def put(self, entries: Iterable[Entry]) -> None:
        """Add these runs, or change those that are there already."""
        new = []
        shown_before = self.shown
        for entry in entries:
            row = self._rows.get(entry.run.id)
            if row is None:
                new.append(entry)
            elif (before := self._entries[row].run) != entry.run:
                self._entries[row] = entry
                # Not the name where it is the same: the user may be editing it.
                first = Column.STARTED if before.name == entry.run.name else Column.NAME
                self.dataChanged.emit(self.index(row, first), self.index(row, Column.STATUS))
        if new:
            count = len(self._entries)
            self.beginInsertRows(QModelIndex(), count, count + len(new) - 1)
            self._entries.extend(new)
            self._number_rows()
            self.endInsertRows()
        self._sort()
        if self.shown != shown_before:
            self.shown_changed.emit()

    def remove(self, run_ids: Iterable[str]) -> None:
        """Remove runs, from the plots too."""
        shown_before = self.shown
        rows = sorted((self._rows[run_id] for run_id in run_ids if run_id in self._rows), reverse=True)
        # Within a block of neighbours the position and the row have the same sum.
        for _, block in groupby(enumerate(rows), key=sum):
            neighbours = [row for _, row in block]
            first, last = neighbours[-1], neighbours[0]
            self.beginRemoveRows(QModelIndex(), first, last)
            for entry in self._entries[first : last + 1]:
                self._colours.pop(entry.run.id, None)
            del self._entries[first : last + 1]
            self._number_rows()
            self.endRemoveRows()
        if self.shown != shown_before:
            self.shown_changed.emit()

    def watch(self, run_id: str) -> None:
        """This run is the current training; "" for one that has just started and is not stored yet.

        It is in the plots, shown by the user or not, in a colour of its own. Once another one starts, it stays there
        only if the user shows it.
        """
        if run_id in self._colours:
            self.current_colour = self._colours[run_id]
        elif not run_id or self._current or not self.current_colour:
            self.current_colour = self._free_colour()
        changed = [self._rows[each] for each in (self._current, run_id) if each in self._rows]
        self._current = run_id
        for row in changed:
            self.dataChanged.emit(self.index(row, Column.SHOWN), self.index(row, Column.SHOWN))
        self.shown_changed.emit()

    def _free_colour(self, *taken: str) -> str:
        """The first one that none of the runs has that the user shows."""
        others = (*self._colours.values(), *taken)
        return next((colour for colour in RUN_COLOURS if colour not in others), _NO_FREE_COLOUR)

    def show_run(self, run_id: str, shown: bool = True) -> None:
        """Show a run in the plots, in the first colour that is free, or hide it."""
        row = self._rows.get(run_id)
        if row is None or shown == (run_id in self._colours):
            return
        colour = self.current_colour if run_id == self._current else self._free_colour(self.current_colour)
        if not shown:
            del self._colours[run_id]
        elif colour in RUN_COLOURS:
            self._colours[run_id] = colour
        else:
            self.too_many.emit()
            return
        index = self.index(row, Column.SHOWN)
        self.dataChanged.emit(index, index)
        if self._column is Column.SHOWN:
            self._sort()
        self.shown_changed.emit()

    def update_times(self) -> None:
        """Update texts that depend on the time, such as "just now"."""
        if self._entries:
            last = self.index(len(self._entries) - 1, Column.STARTED)
            self.dataChanged.emit(self.index(0, Column.STARTED), last, [_Role.DisplayRole])

    def _number_rows(self) -> None:
        self._rows = {entry.run.id: row for row, entry in enumerate(self._entries)}

    # -- sorting

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(Column):
            self._column, self._order = Column(column), order
            self._sort()

    def _sort(self) -> None:
        """Of equal runs the latest comes first; those without a key come last in either order."""
        places = {colour: place for place, colour in enumerate((*RUN_COLOURS, _NO_FREE_COLOUR))}

        def key(entry: Entry) -> Any:
            return (
                places.get(self.colour_of(entry.run.id) or "")
                if self._column is Column.SHOWN
                else entry.keys[self._column]
            )

        latest_first = sorted(self._entries, key=lambda entry: entry.run.started, reverse=True)
        known = [entry for entry in latest_first if key(entry) is not None]
        known.sort(key=key, reverse=self._order == Qt.SortOrder.DescendingOrder)
        entries = known + [entry for entry in latest_first if key(entry) is None]
        if all(a is b for a, b in zip(entries, self._entries, strict=True)):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._entries[index.row()].run.id for index in before]
        self._entries = entries
        self._number_rows()
        after = [self.index(self._rows[run_id], index.column()) for run_id, index in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # -- the interface for views

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        entry, column = self._entries[index.row()], Column(index.column())
        shown, current = entry.run.id in self._colours, entry.run.id == self._current
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return formatting.when(entry.run.started) if column is Column.STARTED else entry.texts[column]
            case _Role.TextAlignmentRole:
                return _alignment(column)
            case _Role.CheckStateRole if column is Column.SHOWN:
                return Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked
            case _Role.AccessibleTextRole if column is Column.SHOWN:
                return tr("current training") if current and not shown else tr("shown") if shown else tr("hidden")
            case _Role.ToolTipRole if column is Column.SHOWN and current and not shown:
                return tr("The current training is in the plots. Keep it there when another one starts (Space)")
            # Other columns leave the tool tip to the delegate, which knows whether a text is cut off.
            case _Role.ToolTipRole if column is Column.SHOWN:
                return tr("Hide it from the plots (Space)") if shown else tr("Show it in the plots (Space)")
            case _Role.ToolTipRole if column is Column.STARTED:
                return formatting.date_and_time(entry.run.started)
            case _Role.ToolTipRole if column is Column.STATUS:
                return formatting.status_sentence(entry.run)
        return {RUN_ROLE: entry.run, COLOUR_ROLE: self.colour_of(entry.run.id), SEARCH_ROLE: entry.searched}.get(role)

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        run, column = self._entries[index.row()].run, index.column()
        if column == Column.SHOWN and role == _Role.CheckStateRole:
            self.show_run(run.id, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        name = " ".join(str(value).split())
        if column != Column.NAME or role != _Role.EditRole or name in ("", run.name):
            return False
        # Shown at once, before the store has it.
        self.put([Entry.of(dataclasses.replace(run, name=name))])
        self.renamed.emit(run.id, name)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        extra = {Column.NAME: Qt.ItemFlag.ItemIsEditable, Column.SHOWN: Qt.ItemFlag.ItemIsUserCheckable}
        return super().flags(index) | extra.get(Column(index.column()), Qt.ItemFlag.NoItemFlags)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        heading = headings()[Column(section)]
        return {
            _Role.DisplayRole: heading.text,
            _Role.ToolTipRole: heading.tip,
            _Role.AccessibleTextRole: heading.text or tr("Shown"),
            _Role.TextAlignmentRole: _alignment(Column(section)),
        }.get(role)  # type: ignore[call-overload] # an int that equals a role


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMERIC else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class RunsFilter(QSortFilterProxyModel):
    """The runs that match a search, in the order of the model."""

    def __init__(self, source: RunsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setFilterRole(SEARCH_ROLE)
        self.setFilterKeyColumn(Column.NAME)
        self.setSourceModel(source)

    def search(self, text: str) -> None:
        """Keep those in which every word is found somewhere."""
        pattern = "".join(f"(?=.*{QRegularExpression.escape(word)})" for word in text.split())
        options = QRegularExpression.PatternOption.CaseInsensitiveOption
        options |= QRegularExpression.PatternOption.DotMatchesEverythingOption
        self.setFilterRegularExpression(QRegularExpression(f"^{pattern}", options))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sourceModel().sort(column, order)
