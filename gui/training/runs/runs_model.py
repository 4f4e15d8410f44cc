"""The runs as rows and columns, and the filter over them."""

from collections.abc import Iterable, Sequence
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

from engine.runs import Run
from gui.i18n import tr
from gui.training.runs import run_text
from gui.training.runs.columns import NUMBERS, Column, Entry, heading, ordered
from gui.training.runs.shown_runs import Shown, ShownRun

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
RUN_ROLE = Qt.ItemDataRole.UserRole
# The colour of a run that is shown, counted from 0; None for the others.
COLOUR_ROLE = RUN_ROLE + 1
SEARCH_ROLE = RUN_ROLE + 2


class RunsModel(QAbstractTableModel):
    """Keeps its rows sorted itself: Qt's own sorting would ask Python for every comparison.

    Signals:
        renamed: a run's id and the name that a person gave it; the model still has the old one.
        shown_changed: other runs are in the plots, or they are not what they were.
        too_many: one more run was to be shown than there are colours.
    """

    renamed = Signal(str, str)
    shown_changed = Signal()
    too_many = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}
        self._shown = Shown()
        self._column, self._falling = Column.BEGUN, True

    # -- what there is

    @property
    def runs(self) -> list[Run]:
        """All of them, in the order of the rows."""
        return [entry.run for entry in self._entries]

    @property
    def shown(self) -> list[ShownRun]:
        """Those in the plots, in the order in which they were shown."""
        return [ShownRun(self._entries[self._rows[each]].run, colour) for each, colour in self._shown.colours.items()]

    def run(self, run_id: str) -> Run | None:
        """One of them."""
        row = self._rows.get(run_id)
        return None if row is None else self._entries[row].run

    def index_of(self, run_id: str) -> QModelIndex:
        """Its name's place; an invalid one where there is no such run."""
        row = self._rows.get(run_id)
        return QModelIndex() if row is None else self.index(row, Column.NAME)

    # -- changing it

    def replace(self, entries: Sequence[Entry]) -> None:
        """These are all runs now. What stays the same stays where it is, selected and being edited as it was."""
        there = {entry.run.id for entry in entries}
        self.remove([run_id for run_id in self._rows if run_id not in there])
        self.put(entries)

    def put(self, entries: Iterable[Entry]) -> None:
        """Add these runs, or change those that are there already."""
        new = []
        shown_before = self.shown
        for entry in entries:
            row = self._rows.get(entry.run.id)
            if row is None:
                new.append(entry)
            elif self._entries[row].run != entry.run:
                self._change(row, entry)
        if new:
            count = len(self._entries)
            self.beginInsertRows(QModelIndex(), count, count + len(new) - 1)
            self._entries.extend(new)
            self._count()
            self.endInsertRows()
        self._arrange()
        if self.shown != shown_before:
            self.shown_changed.emit()

    def remove(self, run_ids: Iterable[str]) -> None:
        """Take runs away, out of the plots too."""
        rows = [self._rows[run_id] for run_id in run_ids if run_id in self._rows]
        shown_before = len(self._shown)
        for first, last in _neighbours(rows):
            self.beginRemoveRows(QModelIndex(), first, last)
            for entry in self._entries[first : last + 1]:
                self._shown.hide(entry.run.id)
            del self._entries[first : last + 1]
            self._count()
            self.endRemoveRows()
        if len(self._shown) != shown_before:
            self.shown_changed.emit()

    def show_run(self, run_id: str, shown: bool) -> None:
        """Show a run in the plots, or hide it."""
        row = self._rows.get(run_id)
        if row is None or shown == (self._shown.colour(run_id) is not None):
            return
        if not shown:
            self._shown.hide(run_id)
        elif not self._shown.show(run_id):
            self.too_many.emit()
            return
        place = self.index(row, Column.SHOWN)
        self.dataChanged.emit(place, place)
        if self._column is Column.SHOWN:
            self._arrange()
        self.shown_changed.emit()

    def tell_time(self) -> None:
        """Some time has passed: "just now" is not true any more."""
        if self._entries:
            last = self.index(len(self._entries) - 1, Column.BEGUN)
            self.dataChanged.emit(self.index(0, Column.BEGUN), last, [_Role.DisplayRole])

    def _change(self, row: int, entry: Entry) -> None:
        renamed = self._entries[row].run.name != entry.run.name
        self._entries[row] = entry
        # Not the name's place where it has not changed: a person may be writing in it.
        if renamed:
            self.dataChanged.emit(self.index(row, Column.NAME), self.index(row, Column.NAME))
        self.dataChanged.emit(self.index(row, Column.SHOWN), self.index(row, Column.SHOWN))
        self.dataChanged.emit(self.index(row, Column.NAME + 1), self.index(row, len(Column) - 1))

    def _count(self) -> None:
        self._rows = {entry.run.id: row for row, entry in enumerate(self._entries)}

    # -- sorting

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(Column):
            self._column, self._falling = Column(column), order == Qt.SortOrder.DescendingOrder
            self._arrange()

    def _arrange(self) -> None:
        entries = ordered(self._entries, self._key, self._falling)
        if all(a is b for a, b in zip(entries, self._entries, strict=True)):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._entries[place.row()].run.id for place in before]
        self._entries = entries
        self._count()
        after = [self.index(self._rows[run_id], place.column()) for run_id, place in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _key(self, entry: Entry) -> Any:
        return self._shown.colour(entry.run.id) if self._column is Column.SHOWN else entry.keys[self._column]

    # -- what views ask

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        entry, column = self._entries[index.row()], Column(index.column())
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return run_text.when(entry.run.started) if column is Column.BEGUN else entry.texts[column]
            case _Role.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _Role.CheckStateRole if column is Column.SHOWN:
                shown = self._shown.colour(entry.run.id) is not None
                return Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked
            case _Role.ToolTipRole:
                return self._tip(entry.run, column)
            case _Role.AccessibleTextRole if column is Column.SHOWN:
                return tr("shown") if self._shown.colour(entry.run.id) is not None else tr("hidden")
            case _ if role == RUN_ROLE:
                return entry.run
            case _ if role == COLOUR_ROLE:
                return self._shown.colour(entry.run.id)
            case _ if role == SEARCH_ROLE:
                return entry.searched
        return None

    def _tip(self, run: Run, column: Column) -> str | None:
        """What the place itself does not say; a text that is cut off tells the view."""
        match column:
            case Column.SHOWN if self._shown.colour(run.id) is None:
                return tr("Show it in the plots (Space)")
            case Column.SHOWN:
                return tr("Hide it from the plots (Space)")
            case Column.BEGUN:
                return run_text.moment_in_full(run.started)
            case Column.STATUS:
                return run_text.status_sentence(run)
        return None

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        run, column = self._entries[index.row()].run, index.column()
        if column == Column.SHOWN and role == _Role.CheckStateRole:
            self.show_run(run.id, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        name = " ".join(str(value).split())
        if column != Column.NAME or role != _Role.EditRole or name in ("", run.name):
            return False
        self.renamed.emit(run.id, name)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        extra = {Column.NAME: Qt.ItemFlag.ItemIsEditable, Column.SHOWN: Qt.ItemFlag.ItemIsUserCheckable}
        return super().flags(index) | extra.get(Column(index.column()), Qt.ItemFlag.NoItemFlags)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        match role:
            case _Role.DisplayRole:
                return heading(column)[0]
            case _Role.ToolTipRole:
                return heading(column)[1]
            case _Role.AccessibleTextRole:
                return heading(column)[0] or tr("Shown")
            case _Role.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None


def _neighbours(rows: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of each group of rows without a gap, the lowest rows first."""
    groups: list[tuple[int, int]] = []
    for row in sorted(rows, reverse=True):
        if groups and groups[-1][0] == row + 1:
            groups[-1] = row, groups[-1][1]
        else:
            groups.append((row, row))
    return groups


class RunsFilter(QSortFilterProxyModel):
    """The runs that a few words fit, in the order in which the model has them."""

    def __init__(self, source: RunsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setFilterRole(SEARCH_ROLE)
        self.setFilterKeyColumn(Column.NAME)
        self.setSourceModel(source)
        self._source = source

    def search(self, text: str) -> None:
        """Leave those in which every one of the words is found somewhere."""
        found = "".join(f"(?=.*{QRegularExpression.escape(word)})" for word in text.split())
        options = QRegularExpression.PatternOption.CaseInsensitiveOption
        options |= QRegularExpression.PatternOption.DotMatchesEverythingOption
        self.setFilterRegularExpression(QRegularExpression(f"^{found}", options))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._source.sort(column, order)
