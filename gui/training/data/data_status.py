"""The state of the chosen data: what they are, how many images and faults, an error, and the progress of a task."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QSizePolicy, QWidget

from engine.i18n import tr, tr_n
from gui.training.data.dataset_cache import MNIST, SYNTHETIC, ImageCounts
from gui.widgets.cards import ElidedLabel, button, label, row


def loading_text(data: str, done: int, total: int) -> str:
    """A sentence for those who wait for data: so many images of ``total`` are ready; 0 of 0 where that is not known.

    Args:
        data: a ``DataSource`` as text.
    """
    if data == SYNTHETIC:
        return tr("Making synthetic digits: {0} %…", 100 * done // max(total, 1))
    if data == MNIST:
        return tr("Loading MNIST…")
    return tr("Loading images: {0} of {1}…", f"{done:,}", f"{total:,}") if total else tr("Loading your images…")


class DataMessages(QWidget):
    """``faults_requested``: the user wants to see the faults of the files, or how the images are stored."""

    faults_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = label("", "", "train-data-counts")
        self._faults = button("", "train-data-faults", small=False)
        self._faults.setProperty("link", True)
        self._faults.setToolTip(tr("What is wrong with the files"))
        self._faults.clicked.connect(self.faults_requested)
        # The line has the same height with and without the button.
        self._counts.setMinimumHeight(self._faults.sizeHint().height())
        self._note = ElidedLabel(role="muted", name="train-data-note")
        self._error = label("", "error", "train-data-error", wrap=True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        # A long path does not make it wider.
        self._error.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._findings = label("", "error", "train-data-findings", wrap=True)
        self._findings.setTextFormat(Qt.TextFormat.PlainText)
        self._compare = button(tr("Compare the ways to read them"), "train-data-compare", small=False)
        self._compare.setProperty("link", True)
        self._compare.setAccessibleName(tr("Compare the ways to read the images"))
        self._compare.clicked.connect(self.faults_requested)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._counts, 0, 0)
        layout.addWidget(self._faults, 0, 1)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self._note, 1, 0, 1, 2)
        layout.addWidget(self._error, 2, 0, 1, 2)
        layout.addWidget(self._findings, 3, 0, 1, 2)
        layout.addWidget(self._compare, 4, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self.show_findings([], False)

    def show_counts(self, counts: ImageCounts | None, faults: int, held_out: bool) -> None:
        """How many there are; None where that is not known.

        Args:
            held_out: whether the test images were split off from the training images.
        """
        tip = tr("Training images and test images")
        if held_out:
            tip = tr("Training images and test images: the files have none to test with, so 1 in 7 was held out")
        self._counts.setToolTip(tip)
        text = "" if counts is None else tr("{0:,} + {1:,} images", counts.train, counts.test)
        self._counts.setText(text)
        self._faults.setText(tr_n("%n fault(s)", None, faults))
        self._faults.setAccessibleName(tr_n("%n fault(s) in the files: show them", None, faults))
        self._faults.setVisible(faults > 0)

    def show_note(self, note: str) -> None:
        """What the data are, in one line."""
        self._note.setText(note)

    def show_findings(self, sentences: Sequence[str], offered: bool) -> None:
        """What was noticed about the images.

        Args:
            offered: whether another way to read them is offered.
        """
        self._findings.setText("\n".join(sentences))
        self._findings.setVisible(bool(sentences))
        self._compare.setVisible(offered)

    def show_error(self, problem: str) -> None:
        """What went wrong, in a sentence, or ""."""
        self._error.setText(problem)
        self._error.setVisible(bool(problem))


class ProgressLine(QWidget):
    """``cancelled``: the button was clicked."""

    cancelled = Signal()

    def __init__(self, name: str, title: str, cancel: str, parent: QWidget | None = None) -> None:
        """Args:
        name: the common part of the object names.
        title, cancel: the accessible names of the bar and of the button.
        """
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}-progress")
        self._bar.setAccessibleName(title)
        self._bar.setTextVisible(False)
        self._text = label("", "muted", f"{name}-done")
        self._cancel = button(tr("Cancel"), f"cancel-{name}", small=False)
        self._cancel.setAccessibleName(cancel)
        self._cancel.clicked.connect(self.cancelled)
        self._cancel.clicked.connect(lambda: self._cancel.setEnabled(False))
        self.setLayout(row((self._bar, 1), self._text, self._cancel, spacing=10))
        self.hide()

    def begin(self) -> None:
        """Show it, with no known progress."""
        self.show_done(0, 0, "")
        self._cancel.setEnabled(True)
        self.show()

    def show_done(self, done: int, total: int, text: str) -> None:
        """The progress; 0 of 0 where it is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._text.setText(text)
