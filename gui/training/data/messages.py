"""The text about the chosen data: how many images and faults, what they are, and an error."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.i18n import tr
from gui.training.data.dataset_cache import ImageCounts
from gui.widgets.cards import label

# What fits beside a scroll bar.
_NOTE_WIDTH = 284


class DataMessages(QWidget):
    """``faults_wanted``: the person wants to see what is wrong with the files."""

    faults_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = label("", "", "train-data-counts")
        self._counts.setToolTip(tr("Training images and test images"))
        self._faults = QPushButton()
        self._faults.setObjectName("train-data-faults")
        self._faults.setProperty("link", True)
        self._faults.setToolTip(tr("What is wrong with the files"))
        # The line has the same height with and without the button.
        self._counts.setMinimumHeight(self._faults.sizeHint().height())
        self._note = _paragraph("muted", "train-data-note")
        self._error = _paragraph("error", "train-data-error")
        counts = QHBoxLayout()
        counts.addWidget(self._counts)
        counts.addStretch()
        counts.addWidget(self._faults)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(counts)
        layout.addWidget(self._note)
        layout.addWidget(self._error)
        self._faults.clicked.connect(self.faults_wanted)

    def show_counts(self, counts: ImageCounts | None, faults: int) -> None:
        """How many there are; None where that is not known."""
        text = "" if counts is None else tr("{0} + {1} images", f"{counts.train:,}", f"{counts.test:,}")
        self._counts.setText(text)
        text = tr("1 fault") if faults == 1 else tr("{0} faults", f"{faults:,}")
        self._faults.setText(text)
        self._faults.setAccessibleName(tr("{0} in the files: show them", text))
        self._faults.setVisible(faults > 0)

    def show_note(self, note: str, tip: str) -> None:
        """What they are, in one line."""
        shown = self._note.fontMetrics().elidedText(note, Qt.TextElideMode.ElideMiddle, _NOTE_WIDTH)
        self._note.setText(_breakable(shown))
        self._note.setToolTip(tip)

    def show_error(self, problem: str) -> None:
        """What went wrong, in a sentence, or ""."""
        self._error.setText(_breakable(problem))
        self._error.setVisible(bool(problem))


def _paragraph(role: str, name: str) -> QLabel:
    """A label that a long path does not make wider."""
    made = label("", role, name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    policy = made.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    made.setSizePolicy(policy)
    return made


def _breakable(text: str) -> str:
    """With line breaks allowed in a path, which has no spaces."""
    for mark in "/\\_-":
        text = text.replace(mark, f"\u200b{mark}")
    return text
