"""In what the runs in the plots differ: a row for a setting, a column for a run in its colour."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem

from engine.runs import differing
from gui.i18n import tr
from gui.theme import Theme
from gui.training.runs import run_text
from gui.training.runs.runs_table import styled
from gui.training.runs.settings_text import setting_title, setting_value
from gui.training.runs.shown_runs import ShownRun, colour_name
from gui.widgets.placeholder import centred

_LEAST_COLUMN, _ROW, _SWATCH = 112, 22, 12


class Comparison(QStackedWidget):
    """The table, or words where there is nothing to compare.

    Attributes:
        table: settings from top to bottom, the accuracy last; runs from left to right.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("runs-comparison")
        self._theme = theme
        self._shown: list[ShownRun] = []
        self._words = centred("", "muted", "runs-comparison-words")
        self.table = QTableWidget()
        self.table.setObjectName("runs-comparison-table")
        self.table.setAccessibleName(tr("Settings in which the shown runs differ"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        columns, rows = self.table.horizontalHeader(), self.table.verticalHeader()
        columns.setMinimumSectionSize(_LEAST_COLUMN)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setIconSize(QSize(_SWATCH, _SWATCH))
        rows.setDefaultSectionSize(max(_ROW, self.fontMetrics().height() + 6))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(self._words)
        self.addWidget(self.table)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_runs(self, shown: Sequence[ShownRun]) -> None:
        """Compare these."""
        self._shown = list(shown)
        self._fill()

    def _fill(self) -> None:
        self.setCurrentIndex(int(len(self._shown) > 1))
        if len(self._shown) < 2:
            self._words.setText(tr("Show two or more runs in the plots: here you see in which settings they differ."))
            return
        runs = [each.run for each in self._shown]
        differences = differing(runs)
        accuracies = [run_text.test_accuracy(run) for run in runs]
        best = max((accuracy for accuracy in accuracies if accuracy is not None), default=None)
        titles = [setting_title(name) for name in differences] or [tr("Settings")]
        self.table.setRowCount(len(titles) + 1)
        self.table.setColumnCount(len(runs))
        for column, each in enumerate(self._shown):
            self.table.setHorizontalHeaderItem(column, self._head(each))
        for row, title in enumerate([*titles, tr("Test accuracy")]):
            self.table.setVerticalHeaderItem(row, QTableWidgetItem(title))
        for column in range(len(runs)):
            values = [setting_value(name, row[column]) for name, row in differences.items()] or [tr("the same")]
            for row, value in enumerate(values):
                self.table.setItem(row, column, _item(value))
            accuracy = accuracies[column]
            self.table.setItem(
                len(titles), column, _item(run_text.percent(accuracy), accuracy is not None and accuracy == best)
            )

    def _head(self, shown: ShownRun) -> QTableWidgetItem:
        item = QTableWidgetItem(self._swatch(shown.colour), shown.run.name)
        item.setToolTip(run_text.as_tip(shown.run.name))
        return item

    def _swatch(self, colour: int) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(_SWATCH, _SWATCH) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(colour_name(colour)))
        painter.drawRoundedRect(QRectF(0, 0, _SWATCH, _SWATCH), 3, 3)
        painter.end()
        return QIcon(pixmap)

    @Slot()
    def _recolour(self) -> None:
        self.table.setStyleSheet(styled(self._theme))
        self._fill()


def _item(text: str, best: bool = False) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(run_text.as_tip(text))
    if best:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
    return item
