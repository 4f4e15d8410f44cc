"""What was loaded, to be looked at before it is learned from: how many of each digit, some of them, every fault."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded, digit_counts, sample_page
from gui.i18n import tr
from gui.theme import Theme
from gui.training.data.digit_counts import Counts
from gui.training.data.sample_images import Samples
from gui.widgets.cards import ElidedLabel, card, label
from gui.widgets.placeholder import Placeholder, centred
from gui.widgets.segmented_control import SegmentedControl

# More would be slow to show, and nobody reads them.
_MOST_FAULTS = 500
_BETWEEN_FAULTS = 6
# Of each digit; as many of them are shown as there is room for.
_SAMPLES = 16
_LEFT_WIDTH = 320


class DataOverview(QWidget):
    """Counts and faults on the left, a page of samples on the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-page")
        self._sets: tuple[Dataset, ...] = ()
        self._seed: int | None = None
        self.counts = Counts(theme)
        self.samples = Samples(theme)
        self.which = SegmentedControl("data-set", tr("Samples of"), (tr("training"), tr("test")))
        self._title = ElidedLabel()
        self._title.setObjectName("data-title")
        self._title.setProperty("role", "heading")
        self._totals = label("", "muted", "data-totals")
        self._totals.setWordWrap(True)
        self._other = QPushButton(tr("Other ones"))
        self._other.setObjectName("other-samples")
        self._other.setAccessibleName(tr("Show other pictures"))
        self._fault_count = label("", "heading", "data-fault-count")
        self._no_faults = label(tr("No faults were found."), "muted", "data-no-faults")
        self._fault_list = QTextEdit()
        self._lay_out()

        self.which.changed.connect(self._first_page)
        self._other.clicked.connect(self._next_page)
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
        top.addWidget(label(tr("Some of them"), "heading"))
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
        empty = centred(tr("The pictures that a network learns from will be here once they are loaded."), "muted")
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
        """Show what was loaded. ``show`` is Qt's own."""
        self._sets = (loaded.train, loaded.test)
        self._title.setText(title)
        for name, dataset in zip(("train", "test"), self._sets, strict=True):
            self.counts.show_counts(name, digit_counts(dataset))
        self._totals.setText(self._sum(*self._sets))
        faults = loaded.faults
        self._fault_count.setText(tr("1 fault") if len(faults) == 1 else tr("{0} faults", f"{len(faults):,}"))
        self._show_faults(faults)
        self._faults.setVisible(bool(faults))
        self._no_faults.setVisible(not faults)
        self.which.setVisible(len(loaded.test) > 0)
        self.which.choose(0)
        self._pages.see()
        self._first_page()

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

    @staticmethod
    def _sum(train: Dataset, test: Dataset) -> str:
        digits = [int(digit_counts(each).sum()) for each in (train, test)]
        said = tr("{0} digits to learn from, {1} to test with", *(f"{n:,}" if n else tr("none") for n in digits))
        others = len(train) + len(test) - sum(digits)
        return tr("{0}; and {1} pictures of no digit", said, f"{others:,}") if others else said

    # -- samples

    @Slot()
    def _first_page(self) -> None:
        self._seed = None
        self._show_page()

    @Slot()
    def _next_page(self) -> None:
        self._seed = 0 if self._seed is None else self._seed + 1
        self._show_page()

    def _show_page(self) -> None:
        if self._sets:
            dataset = self._sets[self.which.value]
            self.samples.show_page(dataset, sample_page(dataset, _SAMPLES, self._seed))
