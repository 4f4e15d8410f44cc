"""The download of MNIST on another thread."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from engine.data.mnist import download_mnist
from gui.i18n import tr
from gui.task import Task, TaskGroup

_PROGRESS_SECONDS = 0.05

Fetch: TypeAlias = Callable[[Path | None, Callable[[int, int], None]], object]


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
            task.check()
            now = time.perf_counter()
            if now - reported >= _PROGRESS_SECONDS or done == total:
                reported = now
                task.report(done, total)

        self._fetch(None, progress)
