"""Loads data into the cache on another thread."""

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from engine.data.dataset_summary import Loaded
from engine.data.source import DataSource
from gui.i18n import tr
from gui.task import Task, TaskGroup
from gui.training.data.dataset_cache import DatasetCache


class DatasetLoading(TaskGroup):
    """Only the last loading counts: a new one cancels it.

    Signals:
        progressed: images done, images in all; 0, 0 where that is not known.
        done: which data are in the cache now. failed: why they are not. Neither where it was cancelled.
    """

    progressed = Signal(int, int)
    done = Signal(str)

    def __init__(self, cache: DatasetCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._data = ""

    @property
    def data(self) -> str:
        """Which data are being loaded, or ""."""
        return self._data

    def load(self, data: str, anew: bool = False) -> None:
        """Start to load ``data``, a ``DataSource`` as text; with ``anew`` even where the cache has them."""
        self.cancel()
        self._data = data

        def work(task: Task) -> Loaded:
            kept = None if anew else self._cache.get(data)
            return kept or DataSource.of(data).load(task.report)

        def done(loaded: Loaded) -> None:
            # Here, so that a cancelled loading does not replace what the cache has.
            self._cache.put(data, loaded)
            self._settle(self.done, data)

        self.start(
            work,
            done,
            on_progress=self.progressed.emit,
            on_failed=lambda sentence: self._settle(self.failed, sentence),
            error=tr("The images could not be loaded because of an error in the program ({0})."),
            no_memory=tr("There is not enough memory for these images: choose fewer."),
        )

    @Slot()
    def cancel(self) -> None:
        self._data = ""
        super().cancel()

    def _settle(self, signal: SignalInstance, value: str) -> None:
        self._data = ""
        signal.emit(value)
