"""Which digits to learn from; and MNIST's download, where it is not on this computer yet."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.data.mnist import find_mnist
from engine.errors import DataError
from gui.actions import Actions
from gui.cards import ActionButton, label
from gui.i18n import tr
from gui.training.choices import OPTIONS, option_name
from gui.training.download import MnistDownload
from gui.training.widgets import OptionList

_NOTE_LINES = 2


class DataPicker(QWidget):
    """``changed``: another choice, or MNIST has come or gone.

    Attributes:
        list: MNIST or starter digits.
        download: what fetches MNIST; it may still be busy when the window is to close.
    """

    changed = Signal()

    def __init__(self, actions: Actions, download: MnistDownload, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-data-picker")
        self._action = actions.download_mnist
        self.download = download
        download.setParent(self)
        self._mnist_here = False
        self._locked = False
        self._problem = ""

        self.list = OptionList()
        self.list.setObjectName("train-data")
        self.list.setAccessibleName(tr("Data"))
        for option in OPTIONS["data"]:
            self.list.addItem(option_name("data", option), option)
        self._note = label("", "muted", "train-data-note")
        self._note.setWordWrap(True)
        self._note.setMinimumHeight(_NOTE_LINES * self._note.fontMetrics().lineSpacing())
        self._error = label("", "error", "train-data-error")
        self._error.setWordWrap(True)
        self._fetch = ActionButton(self._action)
        self._fetch.setObjectName("download-mnist")
        self._bar = QProgressBar()
        self._bar.setObjectName("download-progress")
        self._bar.setAccessibleName(tr("Download of MNIST"))
        self._bar.setTextVisible(False)
        self._bytes = label("", "muted", "download-bytes")
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setObjectName("cancel-download")
        self._cancel.setAccessibleName(tr("Cancel the download"))

        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._fetch)
        row.addWidget(self._bar, 1)
        row.addWidget(self._bytes)
        row.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.list)
        layout.addWidget(self._note)
        layout.addWidget(self._error)
        layout.addLayout(row)

        self.list.currentIndexChanged.connect(self._choice_changed)
        self._action.triggered.connect(self._start_download)
        self._cancel.clicked.connect(self._cancel_download)
        download.progressed.connect(self._show_bytes)
        download.failed.connect(self._download_failed)
        download.ended.connect(self.refresh)
        self.refresh()

    @property
    def choice(self) -> str:
        """ "mnist" or "starter"."""
        return str(self.list.currentData())

    @property
    def mnist_here(self) -> bool:
        """Whether MNIST was on this computer when last looked."""
        return self._mnist_here

    @property
    def ready(self) -> bool:
        """Whether there are data to train on."""
        return self.choice != "mnist" or self._mnist_here

    def choose(self, data: str) -> None:
        """Choose "mnist" or "starter"."""
        self.list.setCurrentIndex(OPTIONS["data"].index(data))

    def lock(self, locked: bool) -> None:
        """While a network is trained nothing is chosen; a download goes on."""
        self._locked = locked
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look for MNIST again and show what is so."""
        before = self._mnist_here
        problem = self._problem
        try:
            self._mnist_here = find_mnist() is not None
        except DataError as error:
            self._mnist_here = False
            problem = problem or str(error)
        loading = self.download.busy
        wanted = self.choice == "mnist" and not self._mnist_here
        notes = {
            "mnist": tr("70,000 digits from real hands: 60,000 to learn from, 10,000 to test with."),
            "starter": tr("22,000 digits that Digit Lab writes itself: they need no download."),
        }
        note = tr("MNIST is not on this computer yet.") if wanted else notes[self.choice]
        if wanted and loading:
            note = tr("MNIST is being downloaded…")
        self._note.setText(note)
        self._error.setText(problem if wanted and not loading else "")
        self._error.setVisible(bool(self._error.text()))
        self._fetch.setVisible(wanted and not loading)
        for widget in (self._bar, self._bytes, self._cancel):
            widget.setVisible(loading)
        self._action.setEnabled(not self._mnist_here and not loading and not self._locked)
        self.list.setEnabled(not self._locked)
        if self._mnist_here != before:
            self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """The files may have come or gone while nobody looked."""
        self.refresh()

    @Slot()
    def _choice_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    @Slot()
    def _start_download(self) -> None:
        self.choose("mnist")
        self._problem = ""
        self._cancel.setEnabled(True)
        self._bytes.setText("")
        self._bar.setRange(0, 0)
        self.download.start()
        self.refresh()

    @Slot()
    def _cancel_download(self) -> None:
        self._cancel.setEnabled(False)
        self.download.cancel()

    @Slot(int, int)
    def _show_bytes(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bytes.setText(tr("{0} of {1} MB", f"{done / 1e6:.1f}", f"{total / 1e6:.1f}"))

    @Slot(str)
    def _download_failed(self, sentence: str) -> None:
        self._problem = sentence
