"""The loaded data, before a training: how many images of each digit, samples, and the faults of the files."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded, digit_counts, sample_page
from engine.types import CLASSES, IntArray
from gui.i18n import tr
from gui.theme import Theme
from gui.training.data.sample_images import Samples
from gui.widgets.cards import ElidedLabel, card, label
from gui.widgets.form_controls import restyle
from gui.widgets.placeholder import Placeholder, centred
from gui.widgets.segmented_control import SegmentedControl

# More would be slow to show.
_MOST_FAULTS = 500
_BETWEEN_FAULTS = 6
# Of each digit; shown are as many as there is room for.
_SAMPLES = 16
_LEFT_WIDTH = 320


class DigitCounts(QWidget):
    """The number of training and test images of each digit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-counts")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self._rows: dict[str, list[tuple[QProgressBar, QLabel]]] = {}
        for digit in range(CLASSES):
            grid.addWidget(label(str(digit), "heading"), digit + 1, 0)
            grid.setRowStretch(digit + 1, 1)
        for column, (name, title) in enumerate((("train", tr("training")), ("test", tr("test")))):
            heading = label(title, "muted")
            heading.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(heading, 0, 2 * column + 1, 1, 2)
            grid.setColumnStretch(2 * column + 1, 1)
            self._rows[name] = []
            for digit in range(CLASSES):
                bar, number = QProgressBar(), label("", "", f"{name}-count-{digit}")
                bar.setTextVisible(False)
                bar.setProperty("counts", name)
                bar.setMinimumWidth(1)
                number.setAccessibleName(tr("{0}, images of {1}", title, digit))
                number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(bar, digit + 1, 2 * column + 1, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(number, digit + 1, 2 * column + 2)
                self._rows[name].append((bar, number))

    def show_counts(self, name: str, counts: IntArray) -> None:
        """(10,) counts of "train" or "test"; a digit without images stands out."""
        for (bar, number), count in zip(self._rows[name], counts.tolist(), strict=True):
            bar.setRange(0, max(int(counts.max()), 1))
            bar.setValue(count)
            number.setText(f"{count:,}" if counts.any() else "–")
            restyle(number, "role", "error" if not count and counts.any() else "" if count else "muted")


class DataOverview(QWidget):
    """Counts and faults on the left, a page of samples on the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-page")
        self._sets: tuple[Dataset, ...] = ()
        self._seed: int | None = None
        self.counts = DigitCounts()
        self.samples = Samples(theme)
        self.which = SegmentedControl("data-set", tr("Samples of"), (tr("training"), tr("test")), theme)
        self._title = ElidedLabel()
        self._title.setObjectName("data-title")
        self._title.setProperty("role", "heading")
        self._totals = label("", "muted", "data-totals")
        self._totals.setWordWrap(True)
        self._other = QPushButton(tr("Show others"))
        self._other.setObjectName("other-samples")
        self._other.setAccessibleName(tr("Show other images"))
        self._fault_count = label("", "heading", "data-fault-count")
        self._no_faults = label(tr("No faults were found."), "muted", "data-no-faults")
        self._fault_list = QTextEdit()
        self._lay_out()

        self.which.changed.connect(lambda: self._show_page(None))
        self._other.clicked.connect(lambda: self._show_page(0 if self._seed is None else self._seed + 1))
        self.clear()

    def _lay_out(self) -> None:
        counted, counted_layout = card()
        for each in (self._title, self._totals):
            counted_layout.addWidget(each)
        counted_layout.addWidget(self.counts, 1)
        counted_layout.addWidget(self._no_faults)
        self._fault_list.setObjectName("data-faults")
        self._fault_list.setAccessibleName(tr("Faults in the files"))
        self._fault_list.setReadOnly(True)
        self._fault_list.setFrameShape(QFrame.Shape.NoFrame)
        self._fault_list.setTabChangesFocus(True)
        self._fault_list.document().setDocumentMargin(0)
        self._faults, faults_layout = card()
        faults_layout.addWidget(self._fault_count)
        faults_layout.addWidget(self._fault_list, 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(counted, 3)
        left.addWidget(self._faults, 2)
        counted.setFixedWidth(_LEFT_WIDTH)
        self._faults.setFixedWidth(_LEFT_WIDTH)

        shown, shown_layout = card()
        top = QHBoxLayout()
        top.addWidget(label(tr("Samples"), "heading"))
        top.addStretch()
        top.addWidget(self.which)
        top.addWidget(self._other)
        shown_layout.addLayout(top)
        shown_layout.addWidget(self.samples, 1)
        body = QWidget()
        both = QHBoxLayout(body)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        both.addLayout(left)
        both.addWidget(shown, 1)
        empty = centred(tr("The training images appear here once they are loaded."), "muted")
        self._pages = Placeholder(body, empty, framed=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    @property
    def empty(self) -> bool:
        """Whether nothing has been loaded."""
        return bool(self._pages.said)

    @Slot()
    def clear(self) -> None:
        """Nothing has been loaded."""
        self._sets = ()
        self._pages.see(False)

    def show_loaded(self, loaded: Loaded, title: str) -> None:
        """Show loaded data."""
        self._sets = (loaded.train, loaded.test)
        self._title.setText(title)
        for name, dataset in zip(("train", "test"), self._sets, strict=True):
            self.counts.show_counts(name, digit_counts(dataset))
        self._totals.setText(_totals(*self._sets))
        faults = loaded.faults
        self._fault_count.setText(tr("1 fault") if len(faults) == 1 else tr("{0} faults", f"{len(faults):,}"))
        self._show_faults(faults)
        self._faults.setVisible(bool(faults))
        self._no_faults.setVisible(not faults)
        self.which.setVisible(len(loaded.test) > 0)
        self.which.choose(0)
        self._pages.see()
        self._show_page(None)

    def _show_faults(self, faults: tuple[str, ...]) -> None:
        lines = [*faults[:_MOST_FAULTS]]
        if len(faults) > _MOST_FAULTS:
            lines.append(tr("… and {0} more.", f"{len(faults) - _MOST_FAULTS:,}"))
        self._fault_list.setPlainText("\n".join(lines))
        apart = QTextBlockFormat()
        apart.setBottomMargin(_BETWEEN_FAULTS)
        cursor = QTextCursor(self._fault_list.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(apart)

    def _show_page(self, seed: int | None) -> None:
        """Show samples of the chosen set: the first ones for None."""
        self._seed = seed
        if self._sets:
            dataset = self._sets[self.which.value]
            self.samples.show_page(dataset, sample_page(dataset, _SAMPLES, seed))


def _totals(train: Dataset, test: Dataset) -> str:
    digits = [int(digit_counts(each).sum()) for each in (train, test)]
    text = tr("{0} training digits, {1} test digits", *(f"{n:,}" if n else tr("no") for n in digits))
    others = len(train) + len(test) - sum(digits)
    return tr("{0}; and {1} images of no digit", text, f"{others:,}") if others else text
