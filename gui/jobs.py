"""Work that waits for the disk, on threads of its own."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from gui.background import Background, Worker


class _Worker(Worker):
    done = Signal(int, object)

    def __init__(self, number: int, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(number, "job", parent)
        self._work = work

    def work(self) -> None:
        self.done.emit(self.number, self._work())


class Jobs(Background):
    """Any number of things at once; what has begun is done, also where the window closes.

    Signals:
        failed: why a thing could not be done.
        ended: no thread is left.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._then: dict[int, Callable[[Any], None]] = {}
        self._after: dict[int, Callable[[], None]] = {}

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
        self._then[self._number], self._after[self._number] = then, after
        worker.done.connect(self._on_done)
        self._launch(worker)

    @Slot(int, object)
    def _on_done(self, number: int, result: object) -> None:
        self._then[number](result)

    def _failed(self, number: int, sentence: str) -> None:
        self.failed.emit(sentence)

    def _gone(self, worker: Worker) -> None:
        del self._then[worker.number]
        self._after.pop(worker.number)()
        super()._gone(worker)
