"""The settings in which the runs in the plots differ: a row for a setting, a column for a run in its colour."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from engine.i18n import tr
from engine.runs import differing
from gui.theme import Theme
from gui.training.runs import formatting
from gui.training.runs.list_model import COLOUR_ROLE, ShownRun
from gui.training.runs.settings_text import setting_title, setting_value
from gui.training.runs.sortable_table import PADDING, style_table
from gui.widgets.cards import plain_tip
from gui.widgets.long_words import breakable
from gui.widgets.placeholder import Placeholder, centred

_MIN_COLUMN = 100
# The colour of a run above its name, and the space above and below a text.
_SWATCH, _SPACE = (16, 3), 4
# Beside a text: what the style sheet and Qt leave free.
_BESIDE = 2 * (PADDING + 3)


class _Cells(QStyledItemDelegate):
    """Texts in as many lines as they need. Qt's own row heights ignore the padding of the style sheet."""

    def __init__(self, theme: Theme, table: QTableWidget) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._table.columnWidth(index.column()) - _BESIDE
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        text = self._table.fontMetrics().boundingRect(QRect(0, 0, width, 0), flags, index.data())
        above = 0 if index.row() else self._theme.px(_SWATCH[1] + 1.5 * _SPACE)
        return QSize(text.width() + _BESIDE, text.height() + above + 2 * self._theme.px(_SPACE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        inside = QStyleOptionViewItem(option)
        if colour := index.data(COLOUR_ROLE):
            left, top = option.rect.left() + PADDING, option.rect.top() + self._theme.px(_SPACE)
            painter.fillRect(QRect(left, top, *map(self._theme.px, _SWATCH)), self._theme.colour(colour))
            inside.rect = option.rect.adjusted(0, self._theme.px(_SWATCH[1] + 1.5 * _SPACE), 0, 0)
        super().paint(painter, inside, index)


class Comparison(Placeholder):
    """The table, or a sentence where there is nothing to compare.

    Attributes:
        table: the names of the runs at the top, settings below, the results last; runs from left to right.
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
        # Long names and values take several lines: none of their words is cut off.
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        columns, rows = self.table.horizontalHeader(), self.table.verticalHeader()
        # A header would show the names in one line.
        columns.hide()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setItemDelegate(_Cells(theme, self.table))
        # Once all columns have their new width.
        columns.sectionResized.connect(self.table.resizeRowsToContents, Qt.ConnectionType.QueuedConnection)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
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
        rows = [(tr("Run"), [breakable(run.name) for run in runs])]
        rows += [
            (setting_title(name), [setting_value(name, value) for value in values])
            for name, values in differing(runs).items()
        ] or [(tr("Settings"), [tr("the same")] * len(runs))]
        best = len(rows)
        accuracies = [formatting.test_accuracy(run) for run in runs]
        rows.append((tr("Test accuracy"), list(map(formatting.percent, accuracies))))
        if any(map(formatting.loss_gap, runs)):
            rows.append((tr("Loss gap"), [formatting.loss_gap(run) or formatting.NO_NUMBER for run in runs]))
        highest = max((accuracy for accuracy in accuracies if accuracy is not None), default=None)
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(len(runs))
        self.table.setVerticalHeaderLabels([title for title, _ in rows])
        words = [word for _, values in rows for value in values for word in value.split()]
        longest = max(map(self.table.fontMetrics().horizontalAdvance, words))
        least = max(longest + _BESIDE, self._theme.px(_MIN_COLUMN))
        self.table.horizontalHeader().setMinimumSectionSize(least)
        for column, each in enumerate(self._shown):
            for row, (_, values) in enumerate(rows):
                item = QTableWidgetItem(values[column])
                item.setToolTip(plain_tip(values[column]))
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                if not row:
                    item.setData(COLOUR_ROLE, each.colour)
                if row == best and accuracies[column] is not None and accuracies[column] == highest:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
