"""The legends: of a plot's lines, and of the trainings in it; both show the values under the mouse."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from engine.i18n import comma_list, tr
from gui.training.curves.training_history import TrainingHistory, Values
from gui.widgets.cards import ElidedLabel, label, plain_tip, row
from gui.widgets.form_controls import small

# The minimum width of a run's title and values, the space between two columns, and the margin beside them.
_COLUMN, _BETWEEN, _EDGE = 145, 26, 14
# With a few runs, there is more room for each.
_FEW = 3
_SWATCH = 16, 3
# Between the parts of a run's name, see ``engine.runs.names``.
_SEPARATOR = " · "


class Entry(NamedTuple):
    """A line in the legend of a plot: its name, its title, its colour, and a piece of it as text."""

    name: str
    title: str
    colour: QColor
    mark: str


class PlotLegend(QLabel):
    """The titles of a plot's lines in one row, each with a piece of its line; the description has epoch and values.

    Attributes:
        epoch: a label with the epoch under the mouse; the card gives it a place.
    """

    def __init__(self, name: str, heading: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}-legend")
        self.setAccessibleName(tr("{0}: the curves, and their values under the mouse", heading))
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.RichText)
        # Two plots side by side are equally wide, whatever their texts.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.epoch = label("", "muted", f"{name}-epoch")
        self.epoch.setAccessibleName(tr("{0}: the epoch under the mouse", heading))
        self._shown: list[tuple[str, str, str]] = []

    def show_values(self, entries: Sequence[Entry], values: Values | None, epoch: float | None) -> None:
        """Show lines; with values only those that have one, else at an ``epoch``."""
        texts = {} if values is None else values.texts
        self._shown = [
            (f'<span style="color:{each.colour.name()}">{each.mark}</span>', each.title, texts.get(each.name, ""))
            for each in entries
            if values is None or each.name in texts
        ]
        self._fit()
        at = epoch if values is None else values.epoch
        # Of a slow network, the first epoch is all there is to see for minutes: "0.03".
        self.epoch.setText("" if at is None else tr("epoch {0}", f"{at:.{2 if at < 1 else 1}f}"))
        parts = [f"{title} {value}" for _, title, value in self._shown if value]
        self.setAccessibleDescription(comma_list([self.epoch.text(), *parts]) if parts else "")

    def _fit(self) -> None:
        """Where there is no room for titles and values, show the values alone: the marks identify the lines."""
        words = [f"{title} {value}".rstrip() for _, title, value in self._shown]
        if self.fontMetrics().horizontalAdvance("".join(f"━━ {each}   " for each in words)) > self.width():
            words = [value or title for _, title, value in self._shown]
        marks = [mark for mark, _, _ in self._shown]
        text = "&nbsp;&nbsp; ".join(f"{mark} {each}" for mark, each in zip(marks, words, strict=True))
        if text != self.text():
            self.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class RunLegend(QWidget):
    """The titles of the trainings, in as many columns as there is room for; hidden where there is nothing to compare.

    ``pointed``: the number of the training whose title is under the mouse, or None.
    """

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("run-legend")
        self.setAccessibleName(tr("Runs in the plots"))
        self.setStatusTip(
            tr("Point at a run to emphasise its curves. Solid lines: training set; dashed lines: test set.")
        )
        self._entries: list[QWidget] = []
        self._values: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_runs(self, runs: Sequence[TrainingHistory]) -> None:
        """Show these trainings, in this order, in their colours."""
        for entry in self._entries:
            self._grid.removeWidget(entry)
            entry.deleteLater()
            entry.hide()
        self._entries, self._values = [], []
        for run, title in zip(runs, _short([run.title for run in runs]), strict=True):
            self._add_entry(run, title)
        self._arrange()
        self.setVisible(bool(runs))

    def _add_entry(self, run: TrainingHistory, title: str) -> None:
        """A line in the run's colour, its title, its values."""
        entry, swatch, name = QWidget(), QFrame(), ElidedLabel(title, elided=Qt.TextElideMode.ElideMiddle)
        entry.setToolTip(plain_tip(run.title))
        entry.setObjectName("run-entry")
        entry.setAccessibleName(run.title)
        entry.installEventFilter(self)
        swatch.setProperty("swatch", run.colour)
        swatch.setFixedSize(*_SWATCH)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        values = label("", "muted", "run-values")
        values.setAccessibleName(tr("{0}, under the mouse", run.title))
        small(name)
        small(values)
        font = values.font()
        font.setFeature(QFont.Tag("tnum"), 1)
        values.setFont(font)
        entry.setLayout(row(swatch, (name, 1), values, spacing=7))
        self._entries.append(entry)
        self._values.append(values)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave) and watched in self._entries:
            entered = event.type() == QEvent.Type.Enter
            self.pointed.emit(self._entries.index(watched) if entered else None)
        return super().eventFilter(watched, event)

    def show_values(self, values: Sequence[str]) -> None:
        """Show the values of each run."""
        for shown, text in zip(self._values, values, strict=True):
            shown.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.contentsRect().width() - 2 * _EDGE + _BETWEEN
        columns = max(1, min(room // (_COLUMN + _BETWEEN), max(len(self._entries), _FEW)))
        for number, entry in enumerate(self._entries):
            self._grid.addWidget(entry, number // columns, number % columns)
        # Empty columns keep their width, too: the values stay near their titles.
        for column in range(max(self._grid.columnCount(), columns)):
            self._grid.setColumnStretch(column, int(column < columns))


def _short(titles: Sequence[str]) -> list[str]:
    """ "784-50-10 ReLU · lr 0.1", "784-50-10 ReLU · lr 0.01" -> "… lr 0.1", "… lr 0.01": without what all share."""
    parts = [title.split(_SEPARATOR) for title in titles]
    if len(parts) < 2:
        return list(titles)
    equal = [len(set(column)) == 1 for column in zip(*parts, strict=False)]
    shared = min(equal.index(False) if False in equal else len(equal), min(map(len, parts)) - 1)
    return [f"… {_SEPARATOR.join(each[shared:])}" for each in parts] if shared else list(titles)
