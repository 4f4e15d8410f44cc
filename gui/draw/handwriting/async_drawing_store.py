"""The user's drawings in memory; files are read and written in the background."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.i18n import tr, tr_n
from engine.ink.preprocess import centre_drawings
from engine.ink.strokes import Stroke
from engine.types import ByteArray
from gui.task import Task, TaskGroup

# A change waits so long for another program, in the background; one that was given while a change waited in vain does
# not wait again.
_TIMEOUT_SECONDS, _WAITED_SECONDS = 20.0, 0.1
_AGAIN_MS = 3_000
# Drawings that are centred between two checks whether it was cancelled: about 20 ms.
_CENTRED = 100

if TYPE_CHECKING:
    from engine.drawings import Drawing, DrawingStore, Import

    Work = Callable[[DrawingStore], Any]


class _Waiting(NamedTuple):
    """Attributes:
    again: it is tried again: it then waits for no other program, and a person does not learn that it failed.
    reads: it only reads the drawings: ``shut_down`` cancels it.
    """

    work: "Work"
    on_done: Callable[[Any], object]
    on_failed: Callable[[], object] = lambda: None
    again: bool = False
    reads: bool = False


class AsyncDrawingStore(QObject):
    """All kept drawings. Only this object changes them: one change after the other, in the order of the calls.

    Signals:
        changed: ``drawings`` or ``unreadable`` has changed.
        kept: a Drawing that is saved.
        not_kept: the id of one that could not be saved; ``problem`` says why.
        deleted, restored: the ids.
        imported: an Import. exported: how many, and the file.
        problem: why something failed, as a sentence; after the callback for the error.
        ended: reading and writing have finished.

    Attributes:
        drawings: all that are known, the oldest first.
        images: by id, (28, 28) uint8, the network's input.
        validation: the ids of the drawings in the validation split.
        opened: whether the kept drawings were asked for.
        unreadable: where they could not be read, a sentence for their place, else "". It is tried again every three
            seconds.
    """

    changed = Signal()
    kept = Signal(object)
    not_kept = Signal(object)
    deleted = Signal(object)
    restored = Signal(object)
    imported = Signal(object)
    exported = Signal(int, object)
    problem = Signal(str)
    ended = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Nothing is read before ``open``, or before a drawing is kept."""
        super().__init__(parent)
        self.drawings: list[Drawing] = []
        self.images: dict[str, ByteArray] = {}
        self.validation: set[str] = set()
        self._folder = folder
        self._store: DrawingStore | None = None
        self.opened = False
        self.unreadable = ""
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.open)
        self._waiting: deque[_Waiting] = deque()
        # The task that reads the drawings, and whether its notice was told.
        self._reading: Task | None = None
        self._told = False
        # After ``shut_down``; and whether ``go_on`` then reads the drawings.
        self._closing = self._cancelled = False
        # How many of them were given before the last failure: they have waited as long as the one that failed.
        self._waited = 0
        self._tasks = TaskGroup(self)
        self._tasks.ended.connect(self.ended)

    @property
    def busy(self) -> bool:
        """Whether something is being read or written. Before the window closes: wait for ``ended``."""
        return self._tasks.busy

    @property
    def accuracy(self) -> tuple[int, int]:
        """How many of the user's drawings were predicted correctly when they were kept, and of how many."""
        predicted = [drawing for drawing in self.drawings if drawing.predicted is not None and not drawing.imported]
        return sum(drawing.predicted == drawing.label for drawing in predicted), len(predicted)

    def shut_down(self) -> None:
        """Cancel the reading of the drawings: of very many it takes a minute. Changes are still stored."""
        self._again.stop()
        self._closing = True
        if self._reading is not None:
            self._reading.cancel()
            self._cancelled = True
        changes = [waiting for waiting in self._waiting if not waiting.reads]
        if len(changes) < len(self._waiting):
            self._waiting, self._cancelled = deque(changes), True

    def go_on(self) -> None:
        """The window stays open after ``shut_down``: read the drawings, unless they were read."""
        self._closing = False
        if self._cancelled or self.unreadable:
            self._cancelled = self.opened = False
            self.open()

    @Slot()
    def open(self) -> None:
        """Read the stored drawings, the first time it is called; where that fails, again every three seconds. After
        ``shut_down``, ``go_on`` reads them.
        """

        def opened(found: "tuple[int, list[Drawing]]") -> None:
            self.unreadable = ""
            self._set(found[1])
            self._tell()

        def failed() -> None:
            self.opened = False
            self._again.start()
            if not again:
                self.unreadable = tr("Your drawings cannot be read now. Digit Lab tries again.")
                self.changed.emit()

        again = bool(self.unreadable)
        if not self.opened:
            self.opened = True
            if self._closing:
                self._cancelled = True
            else:
                self._do(lambda store: (store.purge(), store.all()), opened, failed, again, reads=True)

    def keep(
        self,
        strokes: Sequence[Stroke],
        label: int,
        brush: float,
        predicted: int | None,
        probability: float | None,
        network: str,
    ) -> str:
        """Keep a drawing; see ``DrawingStore.add``.

        Returns:
            its id, at once: it can be deleted before it is saved.
        """
        drawing_id = uuid4().hex

        def kept(drawing: "Drawing") -> None:
            self._set([*self.drawings, drawing])
            self.kept.emit(drawing)

        self.open()
        self._do(
            lambda store: store.add(strokes, label, brush, predicted, probability, network, drawing_id),
            kept,
            lambda: self.not_kept.emit(drawing_id),
        )
        return drawing_id

    def relabel(self, ids: Sequence[str], label: int) -> None:
        """Give drawings another label."""
        chosen = set(ids)

        def work(store: "DrawingStore") -> "tuple[list[Drawing], bool]":
            if store.relabel(ids, label) < len(ids):
                return store.all(), True
            # Also here: of very many it takes a second.
            return [replace(each, label=label) if each.id in chosen else each for each in self.drawings], False

        def relabelled(found: "tuple[list[Drawing], bool]") -> None:
            self._set(found[0])
            if found[1]:
                self._report_missing(chosen)

        self._do(work, relabelled)

    def delete(self, ids: Sequence[str], on_failed: Callable[[], object] = lambda: None) -> None:
        """Delete drawings; ``restore`` brings them back."""
        chosen = set(ids)

        def deleted(n: int) -> None:
            self._set([drawing for drawing in self.drawings if drawing.id not in chosen])
            self.deleted.emit(ids)

        self._do(lambda store: store.delete(ids), deleted, on_failed)

    def restore(self, ids: Sequence[str], on_failed: Callable[[], object] = lambda: None) -> None:
        """Bring deleted drawings back."""

        def restored(found: "tuple[int, list[Drawing]]") -> None:
            self._set(found[1])
            self.restored.emit(ids)
            self._report_missing(set(ids))

        self._do(lambda store: (store.restore(ids), store.all()), restored, on_failed)

    def export(self, path: Path) -> None:
        """Write all of them to a file of pen strokes."""
        self._do(lambda store: store.export(path), lambda n: self.exported.emit(n, path))

    def import_(self, path: Path) -> None:
        """Add the drawings of a file of pen strokes."""

        def imported(found: "tuple[Import, list[Drawing]]") -> None:
            self._set(found[1])
            self.imported.emit(found[0])

        self._do(lambda store: (store.import_(path), store.all()), imported)

    def _report_missing(self, ids: set[str]) -> None:
        """Another program may have removed some for good."""
        missing = len(ids - {drawing.id for drawing in self.drawings})
        if missing:
            self.problem.emit(tr_n("%n drawing(s) (is/are) no longer there: deleted for good.", None, missing))

    def _tell(self) -> None:
        """Tell what the user should know about the opening, once."""
        if self._store is not None and self._store.notice and not self._told:
            self._told = True
            self.problem.emit(self._store.notice)

    def _set(self, drawings: "list[Drawing]") -> None:
        self.drawings = drawings
        self.changed.emit()

    # -- one change after the other

    def _do(
        self,
        work: "Work",
        on_done: Callable[[Any], object],
        on_failed: Callable[[], object] = lambda: None,
        again: bool = False,
        reads: bool = False,
    ) -> None:
        self._waiting.append(_Waiting(work, on_done, on_failed, again, reads))
        if not self._tasks.busy:
            self._start_next()

    def _start_next(self) -> None:
        if not self._waiting:
            return
        work, on_done, on_failed, again, reads = self._waiting.popleft()
        timeout = _WAITED_SECONDS if self._waited or again else _TIMEOUT_SECONDS
        self._waited = max(0, self._waited - 1)

        def done(result: tuple[Any, dict[str, ByteArray], set[str]]) -> None:
            self.images |= result[1]
            self.validation |= result[2]
            on_done(result[0])

        def failed(sentence: str) -> None:
            on_failed()
            if not again:
                self._waited = len(self._waiting)
                self.problem.emit(sentence)

        def ended() -> None:
            self._reading = None
            self._start_next()
            if reads and task.cancelled:
                # No other callback is called then, and a damaged file is moved aside only once. Last, because who
                # learns of it may call ``go_on``.
                self._tell()

        task = self._tasks.start(
            lambda task: self._work(work, timeout, task, reads), done, on_failed=failed, on_end=ended
        )
        self._reading = task if reads else None

    def _work(
        self, work: "Work", timeout: float, task: Task, reads: bool
    ) -> tuple[Any, dict[str, ByteArray], set[str]]:
        """In the background: the result of the change; of the drawings that are new in it their images, and which are
        in the validation split.
        """
        # Imported here: it would delay the start.
        from engine.drawings import Drawing, DrawingStore, is_validation

        if self._store is None:
            self._store = DrawingStore(self._folder, timeout)
        self._store.wait_at_most(timeout)
        if reads:
            # Never before a change: it is stored also where the program quits.
            task.check()
        result = work(self._store)
        parts = result if isinstance(result, tuple) else (result,)
        drawings = [drawing for part in parts for drawing in (part if isinstance(part, list) else [part])]
        new = [each for each in drawings if isinstance(each, Drawing) and each.id not in self.images]
        images, validation = dict[str, ByteArray](), set[str]()
        for start in range(0, len(new), _CENTRED):
            task.check()
            some = new[start : start + _CENTRED]
            centred = (centre_drawings([drawing.strokes for drawing in some]) * 255).astype(np.uint8)
            images |= zip([drawing.id for drawing in some], centred, strict=True)
            validation |= {drawing.id for drawing in some if is_validation(drawing)}
        return result, images, validation
