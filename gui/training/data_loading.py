"""Loading data on a thread of its own, so that they can be looked at before they are learned from."""

import logging
import threading
import traceback

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from engine.errors import DigitLabError
from gui.i18n import tr
from gui.training.data_shelf import DataShelf

_log = logging.getLogger("digitlab")
_LAST_RESORT_MS = 20_000


class _Cancelled(Exception):
    """Thrown through the loading."""


class _Worker(QThread):
    progressed = Signal(int, int)
    done = Signal(str)
    failed = Signal(str, str)

    def __init__(self, data: str, anew: bool, shelf: DataShelf, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("data")
        self.data, self._anew, self._shelf = data, anew, shelf
        self.cancelled = threading.Event()

    def run(self) -> None:
        try:
            self._shelf.load(self.data, self._progress, self._anew)
            if not self.cancelled.is_set():
                self.done.emit(self.data)
        except _Cancelled:
            pass
        except DigitLabError as error:
            self.failed.emit(str(error), "")
        except MemoryError:
            sentence = tr("There is not enough memory for these pictures: choose fewer.")
            self.failed.emit(sentence, traceback.format_exc())
        except Exception as error:  # noqa: BLE001 - a worker always ends, and says why
            sentence = tr("The pictures could not be read because of an error in the program ({0}).", error)
            self.failed.emit(sentence, traceback.format_exc())

    def _progress(self, done: int, total: int) -> None:
        if self.cancelled.is_set():
            raise _Cancelled
        self.progressed.emit(done, total)


class DataLoading(QObject):
    """One loading at a time, onto the shelf.

    Signals:
        progressed: pictures done, pictures in all; 0, 0 where that is not known.
        done: which data are on the shelf now. failed: why they are not. Neither, where it was cancelled.
        ended: always last; the thread is gone.
    """

    progressed = Signal(int, int)
    done = Signal(str)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, shelf: DataShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._worker: _Worker | None = None
        self._over = False
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._last_resort)

    @property
    def busy(self) -> bool:
        """Whether data are being loaded, or this is being cancelled."""
        return self._worker is not None

    @property
    def data(self) -> str:
        """Which data are being loaded, or ""."""
        return "" if self._worker is None or self._worker.cancelled.is_set() else self._worker.data

    def start(self, data: str, anew: bool = False) -> None:
        """Begin, unless it is busy or the program is about to end.

        Args:
            data: a ``DataSource`` in one word.
            anew: even where they are on the shelf.
        """
        if self.busy or self._over:
            return
        self._worker = _Worker(data, anew, self._shelf, self)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.done.connect(self._on_done)
        self._worker.failed.connect(self._on_failed)
        self._worker.finished.connect(self._on_finished)
        self._worker.start()

    @Slot()
    def cancel(self) -> None:
        """Let it end soon; what it tells from now on is not heard."""
        if self._worker is not None:
            self._worker.cancelled.set()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        if self.data:
            self.progressed.emit(done, total)

    @Slot(str)
    def _on_done(self, data: str) -> None:
        if self.data:
            self.done.emit(data)

    @Slot(str, str)
    def _on_failed(self, sentence: str, details: str) -> None:
        if details:
            # Not in the worker: logging would leave a record of its thread behind.
            _log.error("The loading of data failed.\n%s", details)
        if self.data:
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
        self._over = True
        if self._worker is not None:
            self._worker.cancelled.set()
            self._worker.wait(_LAST_RESORT_MS)
