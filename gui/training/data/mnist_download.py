"""Fetching MNIST on a thread of its own."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from engine.data.mnist import download_mnist
from engine.errors import DownloadCancelled
from gui.i18n import tr
from gui.task import Background, Worker

_PROGRESS_SECONDS = 0.05

Fetch: TypeAlias = Callable[[Path | None, Callable[[int, int], None], Callable[[], bool]], object]


class _Worker(Worker):
    progressed = Signal(int, int)
    done = Signal()

    def __init__(self, fetch: Fetch, parent: QObject) -> None:
        super().__init__(0, "download", parent)
        self._fetch = fetch
        self._told = 0.0

    def work(self) -> None:
        with suppress(DownloadCancelled):
            self._fetch(None, self._progress, self.stopping.is_set)
            self.done.emit()

    def broken(self, error: object) -> str:
        return tr("MNIST could not be downloaded because of an error in the program ({0}).", error)

    def _progress(self, done: int, total: int) -> None:
        now = time.perf_counter()
        if now - self._told >= _PROGRESS_SECONDS or done == total:
            self._told = now
            self.progressed.emit(done, total)


class MnistDownload(Background):
    """One download at a time, to where the engine looks for MNIST.

    Signals:
        progressed: bytes done, bytes in all.
        done: MNIST is on this computer now. failed: why it is not. Neither, where it was cancelled.
        ended: always last; the thread is gone.
    """

    progressed = Signal(int, int)
    done = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, fetch: Fetch = download_mnist) -> None:
        super().__init__(parent)
        self._fetch = fetch

    @Slot()
    def start(self) -> None:
        """Begin, unless one is going on."""
        if self.busy:
            return
        worker = _Worker(self._fetch, self)
        worker.progressed.connect(self.progressed)
        worker.done.connect(self.done)
        self._launch(worker)

    @Slot()
    def cancel(self) -> None:
        """Let it end soon: after some seconds where the network is silent. What is whole by then is kept."""
        self._stop()

    def _failed(self, number: int, sentence: str) -> None:
        self.failed.emit(sentence)
