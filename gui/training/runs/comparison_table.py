"""The settings in which the runs in the plots differ: a row for a setting, a column for a run in its colour."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from engine.runs import differing
from gui.i18n import tr
from gui.theme import Theme
from gui.training.runs import formatting
from gui.training.runs.list_model import ShownRun
from gui.training.runs.settings_text import setting_title, setting_value
from gui.training.runs.sortable_table import style_table
from gui.widgets.cards import plain_tip
from gui.widgets.placeholder import Placeholder, centred

_MIN_COLUMN, _ROW_HEIGHT, _ICON = 112, 22, 12


class Comparison(Placeholder):
    """The table, or a sentence where there is nothing to compare.

    Attributes:
        table: settings from top to bottom, the accuracy last; runs from left to right.
    """

    def __init__(self, theme: Theme) -> None:
        self.table = QTableWidget()
        super().__init__(self.table, centred("", "muted", "runs-comparison-words"))
        self.setObjectName("runs-comparison")
        self._theme = theme
        self._shown: list[ShownRun] = []
        self.table.setObjectName("runs-comparison-table")
        self.table.setAccessibleName(tr("Settings in which the shown runs differ"))
        style_table(self.table)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        columns, rows = self.table.horizontalHeader(), self.table.verticalHeader()
        columns.setMinimumSectionSize(_MIN_COLUMN)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setIconSize(QSize(_ICON, _ICON))
        rows.setDefaultSectionSize(max(_ROW_HEIGHT, self.fontMetrics().height() + 6))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (columns, rows):
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._fill)
        self._fill()

    def show_runs(self, shown: Sequence[ShownRun]) -> None:
        """Compare these."""
        self._shown = list(shown)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        if len(self._shown) < 2:
            self.show_text(tr("Show two or more runs in the plots to compare their settings here."))
            return
        self.show_widget()
        runs = [each.run for each in self._shown]
        rows = [
            (setting_title(name), [setting_value(name, value) for value in values])
            for name, values in differing(runs).items()
        ] or [(tr("Settings"), [tr("the same")] * len(runs))]
        accuracies = [formatting.test_accuracy(run) for run in runs]
        rows.append((tr("Test accuracy"), list(map(formatting.percent, accuracies))))
        best = max((accuracy for accuracy in accuracies if accuracy is not None), default=None)
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(len(runs))
        self.table.setVerticalHeaderLabels([title for title, _ in rows])
        for column, each in enumerate(self._shown):
            header = _item(each.run.name)
            icon = QPixmap(_ICON, _ICON)
            icon.fill(self._theme.colour(each.colour))
            header.setIcon(QIcon(icon))
            self.table.setHorizontalHeaderItem(column, header)
            for row, (_, values) in enumerate(rows):
                item = _item(values[column])
                if row == len(rows) - 1 and best is not None and accuracies[column] == best:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.table.setItem(row, column, item)


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(plain_tip(text))
    return item
