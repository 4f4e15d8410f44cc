"""The person's drawings, as the window knows them; the disk is waited for on another thread."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from engine.ink.preprocess import centre_drawings
from engine.ink.strokes import Stroke
from engine.types import CLASSES, ByteArray
from gui.jobs import Jobs

if TYPE_CHECKING:
    from engine.drawings import Drawing, DrawingStore, Import


def _nothing(*_: object) -> None:
    """Where nothing is to be done."""


@dataclass(frozen=True)
class _Change:
    """Attributes:
    work: is done on the thread, with the store.
    then: gets what it returned, in the window's thread.
    otherwise: is called there where it failed.
    """

    work: "Callable[[DrawingStore], Any]"
    then: Callable[[Any], None]
    otherwise: Callable[[], None] = _nothing


class AsyncDrawingStore(QObject):
    """Everything that is kept, and the only one to change it: one change after the other, as they were asked for.

    Signals:
        changed: ``drawings`` are other ones.
        kept: a Drawing that will not be lost any more.
        not_kept: the strokes that could not be kept; ``problem`` says why.
        imported: an Import. exported: how many, and the file.
        problem: why something could not be done, in a sentence.
        at_rest: nothing is being written any more.

    Attributes:
        drawings: all that are known, the oldest first.
        pictures: by id, (28, 28) uint8 as a network is shown them.
    """

    changed = Signal()
    kept = Signal(object)
    not_kept = Signal(object)
    imported = Signal(object)
    exported = Signal(int, object)
    problem = Signal(str)
    at_rest = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Nothing is read before ``open``, or before something is kept."""
        super().__init__(parent)
        self.drawings: list[Drawing] = []
        self.pictures: dict[str, ByteArray] = {}
        self._folder = folder
        self._store: DrawingStore | None = None
        self._known = False
        self._changes: deque[_Change] = deque()
        self._now: _Change | None = None
        self._jobs = Jobs(self)
        self._jobs.failed.connect(self._failed)
        self._jobs.ended.connect(self._ended)

    @property
    def busy(self) -> bool:
        """Whether something is being read or written. To close the window, wait for ``at_rest``."""
        return self._jobs.busy

    @property
    def known(self) -> bool:
        """Whether what is kept has been asked for."""
        return self._known

    @property
    def counts(self) -> list[int]:
        """How many there are of each digit."""
        labels = [drawing.label for drawing in self.drawings]
        return [labels.count(digit) for digit in range(CLASSES)]

    @property
    def accuracy(self) -> tuple[int, int]:
        """Of how many of the person's own drawings, read before anything learned from them, the answer was right."""
        read = [drawing for drawing in self.drawings if drawing.predicted is not None and not drawing.imported]
        return sum(drawing.predicted == drawing.label for drawing in read), len(read)

    def open(self) -> None:
        """Find out what is kept, unless that is known."""
        if not self._known:
            self._known = True
            self._do(lambda store: (store.purge(), store.all(), store.notice), self._on_opened, self._unknown)

    def keep(
        self,
        strokes: Sequence[Stroke],
        label: int,
        brush: float,
        read: int | None,
        probability: float | None,
        network: str,
    ) -> None:
        """Keep a drawing; see ``DrawingStore.add``."""
        self.open()
        self._do(
            lambda store: store.add(strokes, label, brush, read, probability, network),
            self._on_kept,
            lambda: self.not_kept.emit(strokes),
        )

    def relabel(self, ids: Sequence[str], label: int) -> None:
        """These were meant to be another digit."""
        self._do(lambda store: store.relabel(ids, label), lambda _: self._on_relabelled(set(ids), label))

    def delete(self, ids: Sequence[str]) -> None:
        """Take drawings away; ``restore`` brings them back."""
        self._do(lambda store: store.delete(ids), lambda _: self._on_deleted(set(ids)))

    def restore(self, ids: Sequence[str]) -> None:
        """Bring deleted drawings back."""
        self._do(lambda store: (store.restore(ids), store.all())[1], self._on_all)

    def export(self, path: Path) -> None:
        """Write all of them to a file of pen strokes."""
        self._do(lambda store: store.export(path), lambda n: self.exported.emit(n, path))

    def import_(self, path: Path) -> None:
        """Add the drawings of a file of pen strokes."""
        self._do(lambda store: (store.import_(path), store.all()), self._on_imported)

    # -- one after the other

    def _do(
        self,
        work: "Callable[[DrawingStore], Any]",
        then: Callable[[Any], None],
        otherwise: Callable[[], None] = _nothing,
    ) -> None:
        self._changes.append(_Change(work, then, otherwise))
        self._next()

    def _next(self) -> None:
        if self._now is None and self._changes:
            self._now = self._changes.popleft()
            self._jobs.start(self._on_the_thread, self._done, self._after)

    def _on_the_thread(self) -> tuple[Any, dict[str, ByteArray]]:
        """What came of the change, and the pictures of all drawings that it brought."""
        # Loaded on the thread: nobody waits for it at the start.
        from engine.drawings import Drawing, DrawingStore

        assert self._now is not None
        if self._store is None:
            self._store = DrawingStore(self._folder)
        found = self._now.work(self._store)
        parts = found if isinstance(found, tuple) else (found,)
        drawings = [drawing for part in parts for drawing in (part if isinstance(part, list) else [part])]
        new = [each for each in drawings if isinstance(each, Drawing) and each.id not in self.pictures]
        inked = (centre_drawings([drawing.strokes for drawing in new]) * 255).astype(np.uint8)
        return found, dict(zip([drawing.id for drawing in new], inked, strict=True))

    def _done(self, found: tuple[Any, dict[str, ByteArray]]) -> None:
        assert self._now is not None
        self.pictures |= found[1]
        self._now.then(found[0])

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        assert self._now is not None
        self.problem.emit(sentence)
        self._now.otherwise()

    def _after(self) -> None:
        self._now = None
        self._next()

    @Slot()
    def _ended(self) -> None:
        if not self.busy:
            self.at_rest.emit()

    # -- in the window's thread again

    def _unknown(self) -> None:
        """They could not be read: another time, perhaps."""
        self._known = False

    def _on_opened(self, found: "tuple[int, list[Drawing], str]") -> None:
        self._on_all(found[1])
        if found[2]:
            self.problem.emit(found[2])

    def _on_all(self, drawings: "list[Drawing]") -> None:
        self.drawings = drawings
        self.changed.emit()

    def _on_kept(self, drawing: "Drawing") -> None:
        self._on_all([*self.drawings, drawing])
        self.kept.emit(drawing)

    def _on_relabelled(self, ids: set[str], label: int) -> None:
        self._on_all([replace(each, label=label) if each.id in ids else each for each in self.drawings])

    def _on_deleted(self, ids: set[str]) -> None:
        self._on_all([drawing for drawing in self.drawings if drawing.id not in ids])

    def _on_imported(self, found: "tuple[Import, list[Drawing]]") -> None:
        self._on_all(found[1])
        self.imported.emit(found[0])
