"""MNIST: whether it is on this computer, and its download on another thread."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.data.mnist import download_mnist, find_mnist
from engine.errors import DataError
from gui.i18n import tr
from gui.task import Task, TaskGroup
from gui.training.data.progress_line import ProgressLine
from gui.widgets.cards import ActionButton

_PROGRESS_SECONDS = 0.05

Fetch: TypeAlias = Callable[[Path | None, Callable[[int, int], None], Callable[[], bool]], object]


class MnistDownload(TaskGroup):
    """One download at a time, to where the engine looks for MNIST.

    A cancelled one ends soon, or after some seconds where the network is silent; files that are complete are kept.

    Signals:
        progressed: bytes done, bytes in all.
        failed: why MNIST is not on this computer now.
    """

    progressed = Signal(int, int)

    def __init__(self, parent: QObject | None = None, fetch: Fetch = download_mnist) -> None:
        super().__init__(parent)
        self._fetch = fetch

    def begin(self) -> None:
        """Start, unless a download is running."""
        if not self.busy:
            error = tr("MNIST could not be downloaded because of an error in the program ({0}).")
            self.start(self._download, on_progress=self.progressed.emit, error=error)

    def _download(self, task: Task) -> None:
        reported = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal reported
            now = time.perf_counter()
            if now - reported >= _PROGRESS_SECONDS or done == total:
                reported = now
                task.report(done, total)

        self._fetch(None, progress, lambda: task.cancelled)


class MnistLine(QWidget):
    """A button, or the progress of the download; empty where neither is needed.

    Attributes:
        found: whether MNIST was on this computer at the last ``look``.
    """

    def __init__(self, action: QAction, download: MnistDownload, parent: QWidget | None = None) -> None:
        """Args:
        action: of the button; whoever connects to it calls ``begin``.
        """
        super().__init__(parent)
        self.found = False
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
        """Look for MNIST; the error where its files are damaged or missing in a named folder, or ""."""
        try:
            self.found = find_mnist() is not None
        except DataError as error:
            self.found = False
            return str(error)
        return ""

    def begin(self) -> None:
        """Download it."""
        self._line.begin()
        self._download.begin()

    def show_needed(self, missing: bool, locked: bool) -> None:
        """Be visible where MNIST is missing, or being downloaded."""
        busy = self._download.busy
        self._button.setVisible(missing and not busy)
        self._line.setVisible(busy)
        self.setVisible(missing or busy)
        self._action.setEnabled(not self.found and not busy and not locked)

    @Slot(int, int)
    def _show_bytes(self, done: int, total: int) -> None:
        self._line.show_done(done, total, tr("{0} of {1} MB", f"{done / 1e6:.1f}", f"{total / 1e6:.1f}"))
