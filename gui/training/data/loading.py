"""Loading data on a thread of its own, so that they can be looked at before they are learned from."""

from PySide6.QtCore import QObject, Signal, Slot

from gui.i18n import tr
from gui.task import Background, Worker
from gui.training.data.dataset_cache import DatasetCache


class _Worker(Worker):
    progressed = Signal(int, int)
    done = Signal(str)

    def __init__(self, data: str, anew: bool, shelf: DatasetCache, parent: QObject) -> None:
        super().__init__(0, "data", parent)
        self.data, self._anew, self._shelf = data, anew, shelf

    def work(self) -> None:
        self._shelf.load(self.data, self._progress, self._anew)
        self.look()
        self.done.emit(self.data)

    def no_memory(self) -> str:
        return tr("There is not enough memory for these pictures: choose fewer.")

    def broken(self, error: object) -> str:
        return tr("The pictures could not be read because of an error in the program ({0}).", error)

    def _progress(self, done: int, total: int) -> None:
        self.look()
        self.progressed.emit(done, total)


class DataLoading(Background):
    """One loading at a time, onto the shelf.

    Signals:
        progressed: pictures done, pictures in all; 0, 0 where that is not known.
        done: which data are on the shelf now. failed: why they are not. Neither, where it was cancelled.
        ended: always last; the thread is gone.
    """

    progressed = Signal(int, int)
    done = Signal(str)
    failed = Signal(str)

    def __init__(self, shelf: DatasetCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._data = ""
        self._over = False

    @property
    def data(self) -> str:
        """Which data are being loaded, or ""."""
        return self._data

    def start(self, data: str, anew: bool = False) -> None:
        """Begin, unless it is busy or the program is about to end.

        Args:
            data: a ``DataSource`` in one word.
            anew: even where they are on the shelf.
        """
        if self.busy or self._over:
            return
        self._data = data
        worker = _Worker(data, anew, self._shelf, self)
        worker.progressed.connect(self._on_progressed)
        worker.done.connect(self._on_done)
        self._launch(worker)

    @Slot()
    def cancel(self) -> None:
        """Let it end soon; what it tells from now on is not heard."""
        self._data = ""
        self._stop()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        if self._data:
            self.progressed.emit(done, total)

    @Slot(str)
    def _on_done(self, data: str) -> None:
        if self._data:
            self.done.emit(data)

    def _failed(self, number: int, sentence: str) -> None:
        if self._data:
            self.failed.emit(sentence)

    def _gone(self, worker: Worker) -> None:
        self._data = ""
        super()._gone(worker)

    @Slot()
    def _last_resort(self) -> None:
        self._over = True
        super()._last_resort()
