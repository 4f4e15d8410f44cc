"""The card of the matrix: the run, its accuracy, the progress of the prediction, and a slider over the checkpoints."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from engine.i18n import tr
from engine.types import IntArray
from gui.theme import Theme
from gui.training.errors import captions
from gui.training.errors.confusion_matrix import ConfusionMatrix
from gui.widgets.cards import ElidedLabel, button, fill_card, label, row, slider
from gui.widgets.form_controls import enlarge, retain_size
from gui.widgets.placeholder import Placeholder, centred
from gui.widgets.segmented_control import SegmentedControl

_BIG = "24"
_MIN_LABEL, _MAX_LABEL = 60, 160


class CheckpointSlider(QWidget):
    """``changed``: another checkpoint, from 0. Hidden where there is only one."""

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[str] = ("",)
        self._label = ElidedLabel(name="errors-checkpoint")
        self.slider = slider("errors-slider", tr("Checkpoint of the training"))
        self.slider.setPageStep(1)
        self.setLayout(row(self._label, (self.slider, 1), spacing=10))
        self.slider.valueChanged.connect(self._update_label)
        self.slider.valueChanged.connect(self.changed)
        self.hide()

    def set_names(self, names: Sequence[str]) -> None:
        """Have these checkpoints, and be at the last one; ``changed`` is not emitted."""
        self._names = names
        advance = self._label.fontMetrics().horizontalAdvance
        self._label.setFixedWidth(min(max(_MIN_LABEL, *map(advance, names)) + 2, _MAX_LABEL))
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, len(names) - 1)
            self.slider.setValue(len(names) - 1)
        self._update_label()
        self.setVisible(len(names) > 1)

    @Slot()
    def _update_label(self) -> None:
        name = self._names[self.slider.value()]
        self._label.setText(name)
        self.slider.setAccessibleDescription(name)


class MatrixCard(QFrame):
    """``button_clicked``: cancel the prediction, or resume it."""

    button_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.matrix = ConfusionMatrix(theme)
        self.checkpoints = CheckpointSlider()
        self._title = ElidedLabel(role="heading", name="errors-title")
        units = SegmentedControl("errors-units", tr("In the cells"), (tr("counts"), tr("per cent")))
        self._accuracy = label(name="errors-accuracy")
        self._accuracy.setAccessibleName(tr("Accuracy"))
        enlarge(self._accuracy, _BIG, widest=captions.percent(1, 3, decimals=2))
        self._facts = label("", "muted", "errors-facts", wrap=True)
        self._button = button("", "errors-cancel", self.button_clicked.emit, small=False)
        self._button.setAccessibleName(tr("Cancel the prediction, or resume it"))
        self._progress = QProgressBar()
        self._progress.setObjectName("errors-progress")
        self._progress.setAccessibleName(tr("Progress of the prediction"))
        self._progress.setTextVisible(False)
        for each in (self._button, self._progress):
            retain_size(each)
            each.hide()
        self._description = ElidedLabel(role="muted", name="errors-description")
        self._pages = Placeholder(self.matrix, centred("", "error", "errors-failure"))
        self._pages.show_widget()
        layout = fill_card(self)
        layout.addLayout(row((self._title, 1), units))
        layout.addLayout(row(self._accuracy, (self._facts, 1), self._button, spacing=10))
        layout.addWidget(self._progress)
        layout.addWidget(self.checkpoints)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._description)

        units.changed.connect(lambda value: self.matrix.show_percents(value == 1))
        self.matrix.pointed.connect(self._describe)
        self._describe()

    def show_title(self, title: str) -> None:
        """The name of the run."""
        self._title.setText(title)

    def show_table(self, table: IntArray | None, facts: str) -> None:
        """Show (10, 10) counts, None while there are no predictions, and what stands beside the accuracy."""
        self._pages.show_widget()
        self.matrix.show_table(table)
        self._describe()
        correct, total = (0, 0) if table is None else (int(table.trace()), int(table.sum()))
        self._accuracy.setText(captions.percent(correct, total, decimals=2))
        self._facts.setText(facts)

    def show_failure(self, sentence: str) -> None:
        """There will be no predictions."""
        self.show_table(None, "")
        self.show_progress(0, 0, running=False)
        self._pages.show_text(sentence)
        for each in (self._accuracy, self._description):
            each.setText("")

    def show_progress(self, done: int, total: int, running: bool) -> None:
        """How many images are predicted; the button cancels what runs, and resumes what does not."""
        # A range of 0 shows that it is not known yet.
        self._progress.setRange(0, total if done else 0)
        self._progress.setValue(done)
        self._progress.setVisible(running)
        self._button.setText(tr("Cancel") if running else tr("Resume"))
        self._button.setVisible(done < total)

    @Slot()
    def _describe(self) -> None:
        """The cell that is pointed at, or what can be done."""
        cell = self.matrix.pointed_at
        text = "" if cell is None else self.matrix.cell_text(cell)
        self._description.setText(text or tr("Point at a cell for its counts; click it to see its images."))
