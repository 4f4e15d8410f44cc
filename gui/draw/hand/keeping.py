"""The person's drawings, as the window knows them; the disk is waited for on other threads."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.drawings import Drawing, DrawingStore, Import
from engine.strokes import Stroke
from engine.types import CLASSES
from gui.jobs import Jobs


class Keeping(QObject):
    """Everything that is kept, and the only one to change it.

    Signals:
        changed: ``drawings`` are other ones.
        kept: a Drawing that will not be lost any more.
        imported: an Import.
        problem: why something could not be done, in a sentence.
        at_rest: nothing is being written any more.

    Attributes:
        drawings: all that are known, the oldest first.
    """

    changed = Signal()
    kept = Signal(object)
    imported = Signal(object)
    problem = Signal(str)
    at_rest = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Nothing is read before ``open``."""
        super().__init__(parent)
        self.drawings: list[Drawing] = []
        self._folder = folder
        self._lock = threading.Lock()
        self._store: DrawingStore | None = None
        self._opened = False
        self._jobs = Jobs(self)
        self._jobs.failed.connect(self.problem)
        self._jobs.ended.connect(self.at_rest)

    @property
    def busy(self) -> bool:
        """Whether something is being read or written. To close the window, wait for ``at_rest``."""
        return self._jobs.busy

    @property
    def counts(self) -> list[int]:
        """How many there are of each digit."""
        labels = [drawing.label for drawing in self.drawings]
        return [labels.count(digit) for digit in range(CLASSES)]

    @property
    def accuracy(self) -> tuple[int, int]:
        """Of how many of the person's own drawings, read before anything learned from them, the answer was right."""
        read = [drawing for drawing in self.drawings if drawing.read is not None and not drawing.imported]
        return sum(drawing.read == drawing.label for drawing in read), len(read)

    def open(self) -> None:
        """Find out what is kept, unless that is known."""
        if not self._opened:
            self._opened = True
            self._do(lambda store: (store.purge(), store.all(), store.notice), self._on_opened)

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
        self._do(lambda store: store.add(strokes, label, brush, read, probability, network), self._on_kept)

    def relabel(self, drawing: Drawing, label: int) -> None:
        """It was meant to be another digit."""

        def work(store: DrawingStore) -> Drawing:
            store.relabel(drawing.id, label)
            return store.get(drawing.id)

        self._do(work, self._on_relabelled)

    def delete(self, ids: Sequence[str]) -> None:
        """Take drawings away; ``restore`` brings them back."""
        self._do(lambda store: (store.delete(ids), set(ids))[1], self._on_deleted)

    def restore(self, ids: Sequence[str]) -> None:
        """Bring deleted drawings back."""
        self._do(lambda store: (store.restore(ids), store.all())[1], self._on_all)

    def export(self, path: Path, then: Callable[[int], None]) -> None:
        """Write all of them to a file of pen strokes.

        Args:
            then: gets how many there were.
        """
        self._do(lambda store: store.export(path), then)

    def import_(self, path: Path) -> None:
        """Add the drawings of a file of pen strokes."""
        self._do(lambda store: (store.import_(path), store.all()), self._on_imported)

    def _do(self, work: Callable[[DrawingStore], Any], then: Callable[[Any], None]) -> None:
        def on_the_thread() -> Any:
            with self._lock:
                if self._store is None:
                    self._store = DrawingStore(self._folder)
            return work(self._store)

        self._jobs.start(on_the_thread, then)

    # -- in the window's thread again

    def _on_opened(self, found: tuple[int, list[Drawing], str]) -> None:
        _, drawings, notice = found
        known = {drawing.id for drawing in drawings}
        # What was kept while they were being read.
        self._on_all(drawings + [drawing for drawing in self.drawings if drawing.id not in known])
        if notice:
            self.problem.emit(notice)

    def _on_all(self, drawings: list[Drawing]) -> None:
        self.drawings = drawings
        self.changed.emit()

    def _on_kept(self, drawing: Drawing) -> None:
        if all(drawing.id != each.id for each in self.drawings):
            self.drawings = [*self.drawings, drawing]
        self.changed.emit()
        self.kept.emit(drawing)

    def _on_relabelled(self, drawing: Drawing) -> None:
        self._on_all([drawing if each.id == drawing.id else each for each in self.drawings])

    def _on_deleted(self, ids: set[str]) -> None:
        self._on_all([drawing for drawing in self.drawings if drawing.id not in ids])

    def _on_imported(self, found: tuple[Import, list[Drawing]]) -> None:
        self._on_all(found[1])
        self.imported.emit(found[0])
