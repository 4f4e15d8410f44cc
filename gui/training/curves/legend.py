"""The titles of the runs that are drawn under the running one, with what each says where the mouse is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import ElidedLabel, label

# The least that a title and its values take, and what lies between two columns and beside them.
_COLUMN, _BETWEEN, _EDGE = 145, 26, 14
# With a few runs, there is more room for each.
_FEW = 3
_SMALL = 0.92
_SWATCH = 16, 3


class _Entry(QWidget):
    """A line in the run's colour, its title, its values."""

    pointed = Signal(bool)

    def __init__(self, title: str, colour: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-entry")
        self.setAccessibleName(title)
        self._colour, self._theme = colour, theme
        self._swatch = QFrame()
        self._swatch.setFixedSize(*_SWATCH)
        self._title = ElidedLabel(title)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.values = label("", "muted", "run-values")
        self.values.setAccessibleName(tr("{0}, under the mouse", title))
        font = self.values.font()
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        self._title.setFont(font)
        font.setFeature(QFont.Tag("tnum"), 1)
        self.values.setFont(font)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(self._swatch)
        layout.addWidget(self._title, 1)
        layout.addWidget(self.values)
        theme.changed.connect(self._recolour)
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        self._swatch.setStyleSheet(f"background: {self._theme.colour(self._colour).name()};")

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(False)


class RunLegend(QWidget):
    """As many columns as there is room for; hidden where there is no run.

    ``pointed``: the number of the run whose title is under the mouse, or None.
    """

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-legend")
        self.setAccessibleName(tr("Runs in the plots"))
        self.setStatusTip(
            tr("Under the mouse: smoothed loss and accuracy on the test set. The pale lines are on the training set.")
        )
        self._theme = theme
        self._entries: list[_Entry] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_runs(self, runs: Sequence[tuple[str, str]]) -> None:
        """Show these, in this order: the title of each, and its named colour."""
        for entry in self._entries:
            self._grid.removeWidget(entry)
            entry.deleteLater()
            entry.hide()
        self._entries = [_Entry(title, colour, self._theme) for title, colour in runs]
        for number, entry in enumerate(self._entries):
            entry.pointed.connect(lambda inside, number=number: self.pointed.emit(number if inside else None))
        self._arrange()
        self.setVisible(bool(runs))

    def tell(self, values: Sequence[str]) -> None:
        """Show what each run says."""
        for entry, text in zip(self._entries, values, strict=True):
            entry.values.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.contentsRect().width() - 2 * _EDGE + _BETWEEN
        columns = max(1, min(room // (_COLUMN + _BETWEEN), max(len(self._entries), _FEW)))
        for number, entry in enumerate(self._entries):
            self._grid.addWidget(entry, number // columns, number % columns)
        # A column in which nothing stands takes its room, too: the values stay near their titles.
        for column in range(max(self._grid.columnCount(), columns)):
            self._grid.setColumnStretch(column, int(column < columns))
