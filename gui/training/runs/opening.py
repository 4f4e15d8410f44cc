"""Opening the store of runs: on a thread, and again for as long as another program is busy with it."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.data.download.mnist_download import remove_leftovers
from engine.errors import DigitLabError
from engine.i18n import tr
from engine.paths import data_folder
from engine.runs import RunStore
from gui.task import TaskGroup

# The list of runs, and the closing of the window, wait no longer for another program.
_TIMEOUT_SECONDS = 3.0
_AGAIN_MS = 3_000


def open_runs(timeout: float = _TIMEOUT_SECONDS) -> tuple[RunStore | None, str]:
    """The store of runs, and a sentence about a problem with it, or "". Any thread may call it.

    Args:
        timeout: how many seconds to wait for another program that writes.
    """
    remove_leftovers()
    try:
        store = RunStore(data_folder() / "runs", timeout)
        store.purge()
    except DigitLabError as error:
        return None, tr("{0} Until then, trainings are not stored.", error)
    return store, store.notice


class RunsOpener(TaskGroup):
    """Opens the store; where that fails, it tries again every three seconds.

    Signals (see also ``TaskGroup``):
        opened: the RunStore, once.
        refused: it could not be opened.
        problem: why, the first time, or what the user should know of the opened one; a sentence.
    """

    opened = Signal(object)
    refused = Signal()
    problem = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told = self._done = False
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Open it if it is not open."""
        if self._done:
            return
        if self.busy:
            # It may have been cancelled, because the window was to be closed.
            self._again.start()
        else:
            # After an error in the program, too: without the store no training would be kept until the next start.
            self.start(
                lambda task: open_runs(),
                lambda found: self.take(*found),
                on_failed=lambda sentence: self.take(None, sentence),
            )

    def take(self, store: RunStore | None, problem: str) -> None:
        """Go on from what ``open_runs`` has returned."""
        if problem and not (self._told and store is None):
            self.problem.emit(problem)
        self._told = True
        if store is None:
            self._again.start()
            self.refused.emit()
        else:
            self._done = True
            self.opened.emit(store)

    def shut_down(self) -> None:
        """Do not try again; ``open`` does."""
        self._again.stop()
        self.cancel()
