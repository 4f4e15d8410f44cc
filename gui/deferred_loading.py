"""Deferred loading: parts of the window are imported on a thread after its first painting, and then created."""

import importlib
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.task import Task, TaskGroup

# The delay after the first painting: the user may start to draw at once.
_FIRST_MS = 150
_RETRY_MS = 400


# Seconds of the window's thread at a time, between two events of the user.
_SLICE = 0.003
_BETWEEN_SLICES_MS = 8


def _qt_classes() -> Iterator[object]:
    """PySide makes a class of Qt when it is first used. If two threads do so at once, the process may crash, so all are
    made by the window's thread before another thread imports anything that uses them."""
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            yield getattr(module, name)


# Shared: each class is made once.
_unmade = _qt_classes()


def _nothing() -> None:
    """Replaces ``make`` once it is cancelled."""


class DeferredLoading(QObject):
    """After a widget's first painting: imports modules on a thread, then calls ``make`` when the user is not drawing.

    Signals:
        ended: no thread is left.
    """

    ended = Signal()

    def __init__(
        self,
        widget: QWidget,
        modules: Sequence[str],
        make: Callable[[], object],
        free: Callable[[], bool],
        prepare: Callable[[], object] = _nothing,
        ready: Callable[[], bool] = lambda: True,
    ) -> None:
        """Args:
        widget: its first painting starts the loading.
        modules: the names of the modules to import.
        make: creates the part; does nothing if it exists.
        free: whether the user is not drawing right now.
        prepare: called on the thread, after the imports.
        ready: whether the imports may start.
        """
        super().__init__(widget)
        self._widget, self._modules, self._make, self._free = widget, list(modules), make, free
        self._prepare, self._ready = prepare, ready
        self._tasks = TaskGroup(self)
        self._tasks.ended.connect(self.ended)
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._timer.timeout.connect(self._make_classes)
        widget.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether a thread runs. Before the window closes: wait for ``ended``."""
        return self._tasks.busy

    def hurry(self) -> None:
        """Import now and call ``make`` as soon as that is done, whoever draws: the part is needed."""
        self._free = lambda: True
        self._widget.removeEventFilter(self)
        if not self._tasks.busy:
            self._timer.stop()
            deque(_unmade, maxlen=0)
            self._import()

    def cancel(self) -> None:
        """Do not call ``make`` from now on."""
        self._timer.stop()
        self._make = _nothing
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._timer.start()
        return False

    @Slot()
    def _make_classes(self) -> None:
        if not self._ready() or not self._free():
            self._timer.start(_RETRY_MS)
            return
        end = time.perf_counter() + _SLICE
        for _ in _unmade:
            if time.perf_counter() >= end:
                self._timer.start(_BETWEEN_SLICES_MS)
                return
        self._import()

    @Slot()
    def _import(self) -> None:
        # An import releases the GIL every few milliseconds: the window stays responsive.
        self._tasks.start(self._load, lambda _: self._try())

    def _load(self, task: Task) -> None:
        for name in self._modules:
            if self._make is _nothing:
                return
            importlib.import_module(name)
        if self._make is not _nothing:
            self._prepare()

    @Slot()
    def _try(self) -> None:
        if self._free():
            self._make()
        else:
            self._timer.timeout.disconnect()
            self._timer.timeout.connect(self._try)
            self._timer.start(_RETRY_MS)
