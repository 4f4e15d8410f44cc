"""Work on threads of its own: a thread that always ends and says why, and who owns such threads."""

import logging
import threading
import traceback

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from engine.errors import DigitLabError
from gui.i18n import tr

_log = logging.getLogger("digitlab")
# Longer than anything that does not look whether it is to stop: a silent network is waited for ten seconds.
_LAST_RESORT_MS = 20_000


class Stopped(Exception):
    """Thrown through work that is to end."""


class Worker(QThread):
    """Does one thing. What it tells bears its number; ``finished`` is Qt's own and always comes.

    Signals:
        failed: number, a sentence for the person, the traceback for the log (empty where there is nothing to log).
    """

    failed = Signal(int, str, str)

    def __init__(self, number: int, name: str, parent: QObject | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.number = number
        # No queued slot: this would wait behind the work.
        self.stopping = threading.Event()

    def work(self) -> None:
        """What is to be done, on the thread."""
        raise NotImplementedError

    def no_memory(self) -> str:
        """What to tell where the memory does not suffice."""
        return tr("There is not enough memory: close other programs, and try again.")

    def broken(self, error: object) -> str:
        """What to tell of an error that nobody foresaw."""
        return tr("This could not be done because of an error in the program ({0}).", error)

    def stop(self) -> None:
        """Let it end soon."""
        self.stopping.set()

    def look(self) -> None:
        """To be called now and then by what is done.

        Raises:
            Stopped: it is to end.
        """
        if self.stopping.is_set():
            raise Stopped

    def run(self) -> None:
        try:
            self.work()
        except Stopped:
            pass
        except DigitLabError as error:
            self.failed.emit(self.number, str(error), "")
        except MemoryError:
            self.failed.emit(self.number, self.no_memory(), traceback.format_exc())
        except Exception as error:  # noqa: BLE001 - a worker always ends, and says why
            self.failed.emit(self.number, self.broken(error), traceback.format_exc())


class Background(QObject):
    """Owns workers: the only one to start and to stop them.

    Signals:
        ended: no thread is left.
    """

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers: list[Worker] = []
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._last_resort)

    @property
    def busy(self) -> bool:
        """Whether there is a thread. To close the window: let it end, and wait for ``ended``."""
        return bool(self._workers)

    def _launch(self, worker: Worker) -> None:
        self._workers.append(worker)
        worker.failed.connect(self._on_failed)
        worker.finished.connect(self._on_finished)
        worker.start()

    def _stop(self) -> None:
        """Tell every worker to end."""
        for worker in self._workers:
            worker.stop()

    def _failed(self, number: int, sentence: str) -> None:
        """A worker could not do what it was to do."""

    def _gone(self, worker: Worker) -> None:
        """A worker's thread is no more."""
        if not self._workers:
            self.ended.emit()

    @Slot(int, str, str)
    def _on_failed(self, number: int, sentence: str, details: str) -> None:
        if details:
            # Not in the worker: logging would leave a record of its thread behind.
            _log.error("%s failed.\n%s", type(self).__name__, details)
        self._failed(number, sentence)

    @Slot()
    def _on_finished(self) -> None:
        worker = self.sender()
        if not isinstance(worker, Worker) or worker not in self._workers:
            return
        # `finished` comes from within the thread: what is left of it takes microseconds.
        worker.wait()
        self._workers.remove(worker)
        self._gone(worker)
        worker.deleteLater()

    @Slot()
    def _last_resort(self) -> None:
        """The program quits without the window having been closed: no thread may outlive its object."""
        self._stop()
        for worker in self._workers:
            worker.wait(_LAST_RESORT_MS)
