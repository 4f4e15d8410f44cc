"""The loaded data, before a training: how many images of each digit, samples, and the faults of the files."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QTextEdit, QWidget

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded, digit_counts, sample_page
from engine.i18n import tr, tr_n
from engine.types import CLASSES, IntArray
from gui.theme import Theme
from gui.training.data.check_card import CheckCard
from gui.training.data.sample_images import Samples
from gui.widgets.cards import ElidedLabel, WrappedRow, button, card, column, label, row
from gui.widgets.form_controls import restyle
from gui.widgets.placeholder import Placeholder, centred
from gui.widgets.segmented_control import SegmentedControl

# More would be slow to show.
_MOST_FAULTS = 500
_BETWEEN_FAULTS = 6
# Of each digit; shown are as many as there is room for.
_SAMPLES = 16
# Of the room, for the counts and the samples.
_LEFT_SHARE, _RIGHT_SHARE = 2, 5


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
        for at, (name, title) in zip((1, 3), (("train", tr("training")), ("test", tr("test"))), strict=True):
            heading = label(title, "muted")
            heading.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(heading, 0, at, 1, 2)
            grid.setColumnStretch(at, 1)
            self._rows[name] = []
            for digit in range(CLASSES):
                bar, number = QProgressBar(), label("", "", f"{name}-count-{digit}")
                bar.setTextVisible(False)
                bar.setProperty("counts", name)
                bar.setMinimumWidth(1)
                number.setAccessibleName(tr("{0}, images of {1}", title, digit))
                number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(bar, digit + 1, at, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(number, digit + 1, at + 1)
                self._rows[name].append((bar, number))

    def show_counts(self, name: str, counts: IntArray) -> None:
        """(10,) counts of "train" or "test"; a digit without images is highlighted."""
        for (bar, number), count in zip(self._rows[name], counts.tolist(), strict=True):
            bar.setRange(0, max(int(counts.max()), 1))
            bar.setValue(count)
            number.setText(f"{count:,}" if counts.any() else "–")
            restyle(number, "role", "error" if not count and counts.any() else "" if count else "muted")


class DataOverview(QWidget):
    """Counts and faults on the left, a page of samples on the right; above them what was noticed about the images.

    Attributes:
        check: what was noticed.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-page")
        self._sets: tuple[Dataset, ...] = ()
        self._seed: int | None = None
        self.counts = DigitCounts()
        self.samples = Samples(theme)
        self.which = SegmentedControl("data-set", tr("Samples of"), (tr("training"), tr("test")))
        self._title = ElidedLabel(role="heading", name="data-title")
        self._totals = label("", "muted", "data-totals", wrap=True)
        self._fault_count = label("", "heading", "data-fault-count")
        self._no_faults = label(tr("No faults were found."), "muted", "data-no-faults", wrap=True)
        self.check = CheckCard()
        self._fault_list = QTextEdit()
        self._fault_list.setObjectName("data-faults")
        self._fault_list.setAccessibleName(tr("Faults in the files"))
        self._fault_list.setReadOnly(True)
        self._fault_list.setFrameShape(QFrame.Shape.NoFrame)
        self._fault_list.setTabChangesFocus(True)
        self._fault_list.document().setDocumentMargin(0)
        self._lay_out()
        self.which.changed.connect(lambda: self._show_page(None))

    def _lay_out(self) -> None:
        counted, layout = card()
        for each in (self._title, self._totals, self.counts, self._no_faults):
            layout.addWidget(each)
        layout.setStretchFactor(self.counts, 1)
        self._faults, layout = card()
        layout.addWidget(self._fault_count)
        layout.addWidget(self._fault_list, 1)
        shown, layout = card()
        other = button(tr("Show others"), "other-samples", self._show_others, small=False)
        other.setAccessibleName(tr("Show other images"))
        layout.addLayout(WrappedRow(label(tr("Samples"), "heading"), None, self.which, other))
        layout.addWidget(self.samples, 1)
        left, body = QWidget(), QWidget()
        left.setLayout(column((counted, 3), (self._faults, 2), spacing=12))
        body.setLayout(row((left, _LEFT_SHARE), (shown, _RIGHT_SHARE), spacing=12))
        empty = centred(tr("The training images appear here once they are loaded."), "muted", "data-empty")
        self._pages = Placeholder(body, empty, framed=True)
        self.setLayout(column(self.check, (self._pages, 1), spacing=12))

    def show_loaded(self, loaded: Loaded, title: str) -> None:
        """Show loaded data."""
        self._sets = (loaded.train, loaded.test)
        self._title.setText(title)
        for name, dataset in zip(("train", "test"), self._sets, strict=True):
            self.counts.show_counts(name, digit_counts(dataset))
        self._totals.setText(_totals(*self._sets))
        self._show_faults(loaded.faults)
        self.which.setVisible(len(loaded.test) > 0)
        self.which.choose(0)
        self._pages.show_widget()
        self._show_page(None)

    def show_progress(self, sentence: str) -> None:
        """Show how far a loading is, where there are no data yet."""
        if not self._sets:
            self._pages.show_text(sentence)

    def _show_faults(self, faults: tuple[str, ...]) -> None:
        self._faults.setVisible(bool(faults))
        self._no_faults.setVisible(not faults)
        self._fault_count.setText(tr_n("%n fault(s)", None, len(faults)))
        lines = [*faults[:_MOST_FAULTS]]
        if len(faults) > _MOST_FAULTS:
            lines.append(tr("… and {0:,} more.", len(faults) - _MOST_FAULTS))
        self._fault_list.setPlainText("\n".join(lines))
        apart = QTextBlockFormat()
        apart.setBottomMargin(_BETWEEN_FAULTS)
        cursor = QTextCursor(self._fault_list.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(apart)

    def _show_others(self) -> None:
        self._show_page(0 if self._seed is None else self._seed + 1)

    def _show_page(self, seed: int | None) -> None:
        """Show samples of the chosen set: the first ones for None."""
        self._seed = seed
        dataset = self._sets[self.which.value]
        self.samples.show_page(dataset, sample_page(dataset, _SAMPLES, seed))


def _totals(train: Dataset, test: Dataset) -> str:
    digits = [int(digit_counts(each).sum()) for each in (train, test)]
    text = tr("{0} training digits, {1} test digits", *(f"{n:,}" if n else tr("no") for n in digits))
    others = len(train) + len(test) - sum(digits)
    return tr_n("{0}; and %n image(s) without a digit", None, others, text) if others else text
