"""What happens in one step of the training: mini-batch, loss, gradient, update."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from engine.i18n import tr
from engine.train.events import ArrayStep, StepDetails
from gui.theme import Theme
from gui.training.step.array_cards import GradientCard, UpdateCard
from gui.training.step.batch_card import BatchCard
from gui.training.watched_training import WatchedTraining
from gui.widgets.cards import ElidedLabel, column, row
from gui.widgets.placeholder import Placeholder, centred
from gui.window.tab_bar import TabBar

# From these widths on: gradient and update are beside the mini-batch, and beside each other.
_BESIDE, _WIDE = 640, 960
# From this height on the histograms get this share of what is left, up to so many pixels.
_HIGH, _GROWTH, _MOST_GROWTH = 520, 0.3, 110
# A training that is watched step by step is at most so many mini-batches ahead of what is shown.
_AHEAD = 25
# What batch normalisation measures has no gradient.
_NOT_LEARNED = ("mean", "var")


class StepPage(QWidget):
    """The last step of a training that was slow enough to be watched. Nothing is shown anew while it is hidden.

    Attributes:
        batch, gradient, update: the three parts.
        arrays: chooses the array of parameters whose gradient and update are shown.
    """

    def __init__(self, training: WatchedTraining, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("step-page")
        self._training, self._theme = training, theme
        self._shown: StepDetails | None = None
        self._learned: Sequence[ArrayStep] = ()
        self.batch, self.gradient, self.updated = BatchCard(theme), GradientCard(theme), UpdateCard(theme)
        self.arrays = TabBar()
        self.arrays.setObjectName("step-arrays")
        self.arrays.setAccessibleName(tr("Parameters whose gradient and update are shown"))
        self.arrays.setDrawBase(False)
        self.arrays.setExpanding(False)
        self.arrays.setUsesScrollButtons(True)
        self._title = ElidedLabel(role="heading", name="step-title")
        self._note = ElidedLabel(role="muted", name="step-note")
        self._cards = row((self.gradient, 5), (self.updated, 4), spacing=12)
        right = column(self.arrays, (self._cards, 1), spacing=6)
        self._parts = row((self.batch, 5), (right, 9), spacing=12)
        body = QWidget()
        body.setLayout(column(row(self._title, (self._note, 1), spacing=14), (self._parts, 1)))
        text = tr("Choose a slow speed below, or press One step (Ctrl+E), to see a step here.")
        self._pages = Placeholder(body, centred(text, "muted", "step-empty"), framed=True)
        self.setLayout(column(self._pages, top=8))
        self.arrays.currentChanged.connect(self._show_array)
        training.began.connect(self._show)
        training.step_changed.connect(self._show)
        training.progressed.connect(self._show_note)
        self._show()

    @property
    def message(self) -> str:
        """The sentence that is shown instead of a step; "" if there is one."""
        return self._pages.text

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    @Slot()
    def _show(self) -> None:
        step = self._training.step
        self._pages.show_widget(step is not None)
        if step is None or not self.isVisible() or step is self._shown:
            return
        self._shown = step
        self._title.setText(tr("Iteration {0} · epoch {1}", f"{step.iteration:,}", f"{step.epoch:.2f}"))
        self.batch.show_step(step)
        self._learned = [array for array in step.arrays if not array.name.startswith(_NOT_LEARNED)]
        names = [array.name for array in self._learned]
        if names != [self.arrays.tabText(i) for i in range(self.arrays.count())]:
            self._list_arrays(names)
        self._show_array()
        self._show_note()

    def _list_arrays(self, names: list[str]) -> None:
        before = self.arrays.tabText(self.arrays.currentIndex())
        with QSignalBlocker(self.arrays):
            while self.arrays.count():
                self.arrays.removeTab(0)
            for name in names:
                self.arrays.addTab(name)
            self.arrays.setCurrentIndex(names.index(before) if before in names else 0)

    @Slot()
    def _show_array(self) -> None:
        index, request = self.arrays.currentIndex(), self._training.request
        if self._shown is None or request is None or not 0 <= index < len(self._learned):
            return
        array = self._learned[index]
        self.gradient.show_array(array)
        self.updated.show_array(array, request.config, self._shown.lr)

    @Slot()
    def _show_note(self) -> None:
        step = self._shown
        if step is None or not self.isVisible():
            return
        behind = self._training.iteration - step.iteration
        text = tr("The last step that was shown: at this speed steps are not shown one by one.")
        self._note.setText(text if behind > _AHEAD else "")

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for all parts below each other, whatever the direction is now."""
        return QSize(self.batch.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        width, height = self.width() / self._theme.scale, self.height() / self._theme.scale
        self._parts.setDirection(beside if width >= _BESIDE else below)
        # Two cards side by side need as much room below the mini-batch as all three beside each other.
        self._cards.setDirection(beside if width >= _WIDE else below)
        self._parts.setStretch(0, 5 if width >= _WIDE else 7)
        more = min(int(max(height - _HIGH, 0) * _GROWTH), _MOST_GROWTH) if width >= _WIDE else 0
        for chart in (self.gradient.chart, self.updated.chart):
            chart.grow(more)
