"""Making parts of the window after its first painting: their modules are imported on a thread, then they are made."""

import importlib
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.task import TaskGroup

# After the first painting: the person may start to draw at once.
_FIRST_MS = 150
_RETRY_MS = 400


class DeferredLoading(QObject):
    """Waits for a widget's first painting, imports modules on a thread, then calls ``make`` when nobody draws.

    Signals:
        ended: no thread is left.
    """

    ended = Signal()

    def __init__(
        self, widget: QWidget, modules: Sequence[str], make: Callable[[], object], free: Callable[[], bool]
    ) -> None:
        """Args:
        widget: the one that is painted first.
        modules: the names of the modules to import.
        make: makes the part; does nothing if it was made already.
        free: whether nobody is drawing just now.
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
        """Whether a thread runs. Before the window closes: wait for ``ended``."""
        return self._tasks.busy

    def cancel(self) -> None:
        """Do not call ``make`` any more."""
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
        # An import releases the GIL every few milliseconds: the window stays responsive.
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
            self._timer.start(_RETRY_MS)


def _nothing() -> None:
    """In place of ``make`` once it is cancelled."""
