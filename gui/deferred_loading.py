"""What the window does not need in order to be seen and drawn on: got ready once it is, on a thread, and then made."""

import importlib
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.task import TaskGroup

# After the first painting: the hand may have something to do first.
_FIRST_MS = 150
_AGAIN_MS = 400


class DeferredLoading(QObject):
    """Waits for a widget's first painting; imports modules then, on a thread; then makes what needs them, when the
    hand rests.

    Signals:
        ended: no thread is left.
    """

    ended = Signal()

    def __init__(
        self, widget: QWidget, modules: Sequence[str], make: Callable[[], object], free: Callable[[], bool]
    ) -> None:
        """Args:
        widget: what is painted first.
        modules: their names.
        make: makes what is to be made. It may have been made already.
        free: whether nobody would be kept waiting by it.
        """
        super().__init__(widget)
        self._widget, self._modules, self._make, self._free = widget, list(modules), make, free
        self._tasks = TaskGroup(self)
        self._tasks.ended.connect(self.ended)
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._timer.timeout.connect(self._import)
        widget.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether a thread runs: it is waited for before the window closes."""
        return self._tasks.busy

    def forget(self) -> None:
        """It is made already, or not wanted any more."""
        self._timer.stop()
        self._make = _nothing
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._timer.start()
        return False

    @Slot()
    def _import(self) -> None:
        # The import of a module lets the window go on with its own work every few milliseconds.
        self._tasks.start(
            lambda task: [importlib.import_module(name) for name in self._modules], lambda modules: self._try()
        )

    @Slot()
    def _try(self) -> None:
        if self._free():
            self._make()
        else:
            self._timer.timeout.disconnect()
            self._timer.timeout.connect(self._try)
            self._timer.start(_AGAIN_MS)


def _nothing() -> None:
    """Nothing is left to be made."""
