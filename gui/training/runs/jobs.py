"""Work that waits for the disk, on threads of its own."""

import logging
import traceback
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from engine.errors import DigitLabError
from gui.i18n import tr

_log = logging.getLogger("digitlab")
_LAST_RESORT_MS = 20_000


class _Worker(QThread):
    """Does one thing. Every signal bears its number; ``finished`` is Qt's own and always comes."""

    done = Signal(int, object)
    failed = Signal(int, str, str)

    def __init__(self, number: int, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("runs")
        self.number, self._work = number, work

    def run(self) -> None:
        try:
            self.done.emit(self.number, self._work())
        except DigitLabError as error:
            self.failed.emit(self.number, str(error), "")
        except MemoryError:
            sentence = tr("There is not enough memory for this run: close other programs, and try again.")
            self.failed.emit(self.number, sentence, traceback.format_exc())
        except Exception as error:  # noqa: BLE001 - a worker always ends, and says why
            sentence = tr("This could not be done because of an error in the program ({0}).", error)
            self.failed.emit(self.number, sentence, traceback.format_exc())


class Jobs(QObject):
    """Any number of things at once.

    Signals:
        failed: why a thing could not be done.
        ended: no thread is left.
    """

    failed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._workers: dict[int, _Worker] = {}
        self._then: dict[int, Callable[[Any], None]] = {}
        self._after: dict[int, Callable[[], None]] = {}
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._last_resort)

    @property
    def busy(self) -> bool:
        """Whether there is a thread. To close the window, wait for ``ended``: what is being written is written."""
        return bool(self._workers)

    def start(
        self, work: Callable[[], object], then: Callable[[Any], None], after: Callable[[], None] = lambda: None
    ) -> None:
        """Do something on another thread.

        Args:
            work: may raise a DigitLabError.
            then: gets what ``work`` returned, in the window's thread.
            after: is called there whether it could be done or not.
        """
        self._number += 1
        worker = _Worker(self._number, work, self)
        self._workers[self._number] = worker
        self._then[self._number], self._after[self._number] = then, after
        worker.done.connect(self._on_done)
        worker.failed.connect(self._on_failed)
        worker.finished.connect(self._on_finished)
        worker.start()

    @Slot(int, object)
    def _on_done(self, number: int, result: object) -> None:
        self._then[number](result)

    @Slot(int, str, str)
    def _on_failed(self, number: int, sentence: str, details: str) -> None:
        if details:
            # Not in the worker: logging would leave a record of its thread behind.
            _log.error("Something could not be done with a run.\n%s", details)
        self.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        worker = self.sender()
        if not isinstance(worker, _Worker):
            return
        # `finished` comes from within the thread: what is left of it takes microseconds.
        worker.wait()
        del self._workers[worker.number], self._then[worker.number]
        self._after.pop(worker.number)()
        worker.deleteLater()
        if not self._workers:
            self.ended.emit()

    @Slot()
    def _last_resort(self) -> None:
        """The program quits without the window having been closed: no thread may outlive its object."""
        for worker in self._workers.values():
            worker.wait(_LAST_RESORT_MS)
