"""Work on other threads: a ``Task`` always ends (done, failed or cancelled), and a ``TaskGroup`` owns tasks."""

import logging
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from engine.errors import DigitLabError
from engine.i18n import tr

_log = logging.getLogger("digitlab")
# Longer than any step between two checks for cancellation: a network connection times out after ten seconds.
_QUIT_TIMEOUT_MS = 20_000

T = TypeVar("T")


class Cancelled(Exception):
    """Raised by ``Task.check`` in a task that was cancelled."""


def _ignore(*_: Any) -> None:
    """The default callback: does nothing."""


class Task(QThread):
    """One call on a new thread; created by ``TaskGroup.start``.

    The work may call ``check``, ``report`` and ``cancelled``, from its thread. Callbacks run in the window's thread.
    After ``cancel`` none is called but ``on_end``.
    """

    _reported = Signal(object)
    _returned = Signal(object)
    # A sentence for the user, and the traceback for the log ("" for an expected error).
    _raised = Signal(str, str)

    def __init__(
        self,
        work: Callable[["Task"], Any],
        on_done: Callable[[Any], object],
        on_progress: Callable[..., object],
        on_failed: Callable[[str], object],
        on_end: Callable[["Task"], object],
        error: str,
        no_memory: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._on_done, self._on_progress = work, on_done, on_progress
        self._on_failed, self._on_end, self._error, self._no_memory = on_failed, on_end, error, no_memory
        self._cancelled = threading.Event()
        self._interrupt: Callable[[], object] = _ignore
        self._interrupting = threading.Lock()
        # Slots of the task itself: they are queued into the thread that made it.
        self._reported.connect(self._deliver_progress)
        self._returned.connect(self._deliver_result)
        self._raised.connect(self._deliver_error)
        self.finished.connect(self._finish)

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Let it end soon, without any further result."""
        with self._interrupting:
            if not self.cancelled:
                self._cancelled.set()
                self._interrupt()

    @contextmanager
    def interrupted_by(self, interrupt: Callable[[], object]) -> Iterator[None]:
        """While the work waits inside, ``cancel`` calls this, on its own thread; at once if it was cancelled before."""
        with self._interrupting:
            self._interrupt = interrupt
            if self.cancelled:
                interrupt()
        try:
            yield
        finally:
            with self._interrupting:
                self._interrupt = _ignore

    def check(self) -> None:
        """The work calls it regularly.

        Raises:
            Cancelled: it was cancelled.
        """
        if self._cancelled.is_set():
            raise Cancelled

    def report(self, *values: object) -> None:
        """Call ``on_progress`` with these values, in the window's thread.

        Raises:
            Cancelled: it was cancelled.
        """
        self.check()
        self._reported.emit(values)

    def run(self) -> None:
        try:
            self._returned.emit(self._work(self))
        except Cancelled:
            pass
        except DigitLabError as error:
            self._raised.emit(str(error), "")
        except MemoryError:
            self._raised.emit(self._no_memory, traceback.format_exc())
        except Exception as error:  # noqa: BLE001 - every error is reported
            self._raised.emit(self._error.replace("{0}", str(error)), traceback.format_exc())

    @Slot(object)
    def _deliver_progress(self, values: tuple[object, ...]) -> None:
        if not self.cancelled:
            self._on_progress(*values)

    @Slot(object)
    def _deliver_result(self, result: object) -> None:
        if not self.cancelled:
            self._on_done(result)

    @Slot(str, str)
    def _deliver_error(self, sentence: str, details: str) -> None:
        if details:
            # Not on the task's thread: logging would keep a record of that thread.
            _log.error("A background task failed.\n%s", details)
        if not self.cancelled:
            self._on_failed(sentence)

    @Slot()
    def _finish(self) -> None:
        # ``finished`` is emitted by the thread itself: the rest of it takes microseconds.
        self.wait()
        self._on_end(self)
        self.deleteLater()


class TaskGroup(QObject):
    """Owns tasks: any number at once.

    Signals:
        failed: why a task without an ``on_failed`` failed, as a sentence.
        ended: no thread is left.
    """

    failed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []
        self._closed = False
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._close)

    @property
    def busy(self) -> bool:
        """Whether there is a thread. Before the window closes: wait for ``ended``."""
        return bool(self._tasks)

    def start(
        self,
        work: Callable[[Task], T],
        on_done: Callable[[T], object] = _ignore,
        *,
        on_progress: Callable[..., object] = _ignore,
        on_failed: Callable[[str], object] | None = None,
        on_end: Callable[[], object] = _ignore,
        error: str = "",
        no_memory: str = "",
    ) -> Task:
        """Run ``work(task)`` on a new thread; does nothing once the program quits.

        Args:
            work: may raise a DigitLabError with the sentence to show.
            on_done: gets what ``work`` returned.
            on_progress: gets the values of each ``Task.report``.
            on_failed: gets the sentence that says why it failed; without it ``failed`` is emitted.
            on_end: always called last, when the thread is gone.
            error: the sentence for an unexpected error, with {0} for the error.
            no_memory: the sentence where memory is short.
        """

        def end(task: Task) -> None:
            self._tasks.remove(task)
            try:
                on_end()
            finally:
                if not self._tasks:
                    self.ended.emit()

        task = Task(
            work,
            on_done,
            on_progress,
            on_failed or self.failed.emit,
            end,
            error or tr("This could not be done because of an error in the program ({0})."),
            no_memory or tr("There is not enough memory: close other programs, and try again."),
            self,
        )
        if self._closed:
            task.cancel()
        else:
            self._tasks.append(task)
            task.start()
        return task

    @Slot()
    def cancel(self) -> None:
        """Cancel every task."""
        for task in self._tasks:
            task.cancel()

    @Slot()
    def _close(self) -> None:
        """The program quits without closing the window: wait for the threads before their objects are deleted."""
        self._closed = True
        self.cancel()
        for task in self._tasks:
            task.wait(_QUIT_TIMEOUT_MS)
