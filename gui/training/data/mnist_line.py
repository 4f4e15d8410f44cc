"""MNIST: whether it is on this computer, and where it is not, what downloads it."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.data.mnist import find_mnist
from engine.errors import DataError
from gui.i18n import tr
from gui.training.data.mnist_download import MnistDownload
from gui.training.data.progress_line import ProgressLine
from gui.widgets.cards import ActionButton


class MnistLine(QWidget):
    """A button, or how far the download is; nothing where neither is needed.

    Attributes:
        here: whether it was on this computer when last looked.
    """

    def __init__(self, action: QAction, download: MnistDownload, parent: QWidget | None = None) -> None:
        """Args:
        action: what the button does; whoever hears it calls ``begin``.
        """
        super().__init__(parent)
        self.here = False
        self._action, self._download = action, download
        self._button = ActionButton(action)
        self._button.setObjectName("download-mnist")
        self._line = ProgressLine("download", tr("Download of MNIST"), tr("Cancel the download"))
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._line)
        self._line.cancelled.connect(download.cancel)
        download.progressed.connect(self._show_bytes)

    def look(self) -> str:
        """Look for it; why it is of no use where it should be, in a sentence, or ""."""
        try:
            self.here = find_mnist() is not None
        except DataError as error:
            self.here = False
            return str(error)
        return ""

    def begin(self) -> None:
        """Download it."""
        self._line.begin()
        self._download.start()

    def show_needed(self, lacking: bool, locked: bool) -> None:
        """Be there where it is lacking, or being downloaded."""
        fetching = self._download.busy
        self._button.setVisible(lacking and not fetching)
        self._line.setVisible(fetching)
        self.setVisible(lacking or fetching)
        self._action.setEnabled(not self.here and not fetching and not locked)

    @Slot(int, int)
    def _show_bytes(self, done: int, total: int) -> None:
        self._line.show_done(done, total, tr("{0} of {1} MB", f"{done / 1e6:.1f}", f"{total / 1e6:.1f}"))
