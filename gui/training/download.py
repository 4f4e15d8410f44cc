"""Fetching MNIST on a thread of its own."""

import logging
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from engine.data.mnist import download_mnist
from engine.errors import DigitLabError, DownloadCancelled
from gui.i18n import tr

_log = logging.getLogger("digitlab")
_PROGRESS_SECONDS = 0.05
# The engine's longest wait for a silent network, and a little more.
_LAST_RESORT_MS = 20_000

Fetch: TypeAlias = Callable[[Path | None, Callable[[int, int], None], Callable[[], bool]], object]


class _Worker(QThread):
    progressed = Signal(int, int)
    done = Signal()
    failed = Signal(str, str)

    def __init__(self, fetch: Fetch, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("download")
        self._fetch = fetch
        self.cancelled = threading.Event()
        self._told = 0.0

    def run(self) -> None:
        try:
            self._fetch(None, self._progress, self.cancelled.is_set)
            self.done.emit()
        except DownloadCancelled:
            pass
        except DigitLabError as error:
            self.failed.emit(str(error), "")
        except Exception as error:  # noqa: BLE001 - a worker always ends, and says why
            sentence = tr("MNIST could not be downloaded because of an error in the program ({0}).", error)
            self.failed.emit(sentence, traceback.format_exc())

    def _progress(self, done: int, total: int) -> None:
        now = time.perf_counter()
        if now - self._told >= _PROGRESS_SECONDS or done == total:
            self._told = now
            self.progressed.emit(done, total)


class MnistDownload(QObject):
    """One download at a time, to where the engine looks for MNIST.

    Signals:
        progressed: bytes done, bytes in all.
        done: MNIST is on this computer now. failed: why it is not. Neither, where it was cancelled.
        ended: always last; the thread is gone.
    """

    progressed = Signal(int, int)
    done = Signal()
    failed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None, fetch: Fetch = download_mnist) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._worker: _Worker | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._last_resort)

    @property
    def busy(self) -> bool:
        """Whether a download is going on, or is being cancelled."""
        return self._worker is not None

    @Slot()
    def start(self) -> None:
        """Begin, unless one is going on."""
        if self.busy:
            return
        self._worker = _Worker(self._fetch, self)
        self._worker.progressed.connect(self.progressed)
        self._worker.done.connect(self.done)
        self._worker.failed.connect(self._on_failed)
        self._worker.finished.connect(self._on_finished)
        self._worker.start()

    @Slot()
    def cancel(self) -> None:
        """Let it end soon: after some seconds where the network is silent. What is whole by then is kept."""
        if self._worker is not None:
            self._worker.cancelled.set()

    @Slot(str, str)
    def _on_failed(self, sentence: str, details: str) -> None:
        if details:
            _log.error("The download failed.\n%s", details)
        self.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        worker = self._worker
        if worker is None:
            return
        worker.wait()
        self._worker = None
        worker.deleteLater()
        self.ended.emit()

    @Slot()
    def _last_resort(self) -> None:
        if self._worker is not None:
            self._worker.cancelled.set()
            self._worker.wait(_LAST_RESORT_MS)
