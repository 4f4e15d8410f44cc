"""All drawings that a person labelled, in a folder."""

import contextlib
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from engine.data.pen_strokes import save_pen
from engine.drawings import rows
from engine.drawings.drawing import Drawing, checked_digit, new
from engine.drawings.exchange import Import, read_pen, to_pen
from engine.drawings.salvage import salvage
from engine.errors import DrawingsError, RunError
from engine.ink.strokes import Stroke
from engine.io.database import SYNCHRONOUS, Database, busy
from engine.io.lock import Lock

_SYNCHRONOUS = SYNCHRONOUS
_OPENING_SECONDS = 20.0
_DAY = 86_400.0


class DrawingStore:
    """The drawings in a folder. Any thread and any number of programs may use it at once; nothing has to be closed.

    What a method has done when it returns outlasts the program, however it ends, and a power cut. Every method raises a
    DrawingsError where the disk does not do what it should.

    Attributes:
        folder: where they are.
        notice: what a person should know about the opening; mostly empty.
        unreadable: how many drawings ``all`` left out the last time, or the opening: they are damaged.
    """

    def __init__(self, folder: str | Path) -> None:
        """Open the store. A damaged file is kept beside a new one, which has what could still be read in it.

        Raises:
            DrawingsError: it cannot be opened, or was kept by a newer version.
        """
        self.folder = Path(folder).absolute()
        self._database = Database(self.folder / "drawings.db", rows.SCHEMA, _SYNCHRONOUS)
        found: int | None = None
        with self._system_errors():
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._opening():
                aside = self._database.set_right()
                with self._database.writing() as db:
                    if self._database.create(db) and (aside := aside or self._left_aside()):
                        found = salvage(db, aside)
                    self.unreadable = rows.all_(db)[1]
        self.notice = _notice(aside if found is not None else None, found or 0, self.unreadable)

    # -- what there is

    def all(self) -> list[Drawing]:
        """All that are not deleted, the oldest first. A damaged one is left out, and counted in ``unreadable``."""
        with self._database.reading() as db:
            found, self.unreadable = rows.all_(db)
        return found

    def latest(self, n: int) -> list[Drawing]:
        """The last ``n`` of them, the latest first."""
        with self._database.reading() as db:
            return rows.latest(db, n)

    def get(self, drawing_id: str) -> Drawing:
        """One of them, deleted or not.

        Raises:
            DrawingsError: there is none.
        """
        with self._database.reading() as db:
            return rows.get(db, drawing_id)

    def counts(self) -> tuple[int, ...]:
        """(10,): how many there are of each digit."""
        with self._database.reading() as db:
            return rows.counts(db)

    def accuracy(self) -> tuple[int, int]:
        """How many of the person's own drawings the network read right, of how many it was asked about.

        It is what the network of that time answered before it could learn from the drawing, by the label that the
        drawing has now. What came from files does not count.
        """
        with self._database.reading() as db:
            return rows.accuracy(db)

    # -- a person's words, and deleting

    def add(
        self,
        strokes: Sequence[Stroke],
        label: int,
        brush: float,
        read: int | None = None,
        probability: float | None = None,
        network: str = "",
    ) -> Drawing:
        """Keep a drawing.

        Args:
            strokes: each (n, 2) in canvas units; at least one point in all, MAX_POINTS at most.
            label: the digit that was meant.
            brush: what it was drawn with, in canvas units.
            read, probability, network: what the network in use answers, how sure it is, and its name.

        Raises:
            DrawingsError: it is no drawing, or no digit.
        """
        drawing = new(strokes, label, brush, read=read, probability=probability, network=network)
        with self._database.writing() as db:
            rows.insert(db, drawing)
        return drawing

    def relabel(self, drawings: str | Iterable[str], label: int) -> None:
        """Say that a drawing, or several at once, is another digit.

        Args:
            drawings: an id, or several.

        Raises:
            DrawingsError: there is no such drawing, or no such digit. Nothing has changed then.
        """
        label = checked_digit(label)
        with self._database.writing() as db:
            for drawing_id in [drawings] if isinstance(drawings, str) else drawings:
                rows.relabel(db, drawing_id, label)

    def delete(self, ids: Iterable[str]) -> int:
        """Take drawings away, all at once. ``restore`` brings them back, until ``purge``; how many there were."""
        with self._database.writing() as db:
            return rows.set_deleted(db, ids, time.time())

    def restore(self, ids: Iterable[str]) -> int:
        """Bring back deleted drawings, to where they were in order; how many were still there."""
        with self._database.writing() as db:
            return rows.set_deleted(db, ids, None)

    def purge(self, older_than: float = _DAY) -> int:
        """Remove deleted drawings for good.

        Args:
            older_than: only those deleted so many seconds ago or more: another window may still offer to bring back
                what it has just deleted.

        Returns:
            how many there were.
        """
        with self._database.writing() as db:
            return rows.purge(db, time.time() - older_than)

    # -- files for others

    def export(self, path: str | Path, ids: Iterable[str] | None = None) -> int:
        """Write drawings into one file of pen strokes, and how many.

        Args:
            ids: which, in this order; None for all that are not deleted.

        Raises:
            DrawingsError: one of them is not there.
            DataError: there are none, or the file cannot be written; what was there before is as it was.
        """
        if ids is None:
            drawings = self.all()
        else:
            with self._database.reading() as db:
                drawings = [rows.get(db, drawing_id) for drawing_id in ids]
        save_pen(path, to_pen(drawings))
        return len(drawings)

    def import_(self, path: str | Path) -> Import:
        """Add the drawings of a file of pen strokes, all or none, under new ids.

        One of which the same strokes with the same label are there already is not added again. Where these are
        deleted, they come back instead, as they were.

        Raises:
            DataError: the file is not there, damaged, or does not agree with itself. Nothing is then imported.
            DrawingsError: one of its drawings cannot be kept. Nothing is then imported.
        """
        found = read_pen(Path(path))
        with self._database.writing() as db:
            added = [rows.add_once(db, drawing) for drawing in found]
        ids = tuple(drawing_id for drawing_id in added if drawing_id is not None)
        return Import(ids, len(added) - len(ids))

    # -- within

    def _left_aside(self) -> Path | None:
        """A damaged file that a program moved aside, and was killed before it could look into it."""
        found = self.folder.glob(f"{self._database.path.stem} (damaged *){self._database.path.suffix}")
        return max(found, key=lambda path: path.stat().st_mtime, default=None)

    @contextlib.contextmanager
    def _opening(self) -> Iterator[None]:
        """One program at a time: two that move a damaged file aside would move away each other's new one."""
        lock = Lock(self.folder / "drawings.opening")
        try:
            taken = lock.take(_OPENING_SECONDS)
        except RunError as error:
            raise DrawingsError(str(error)) from error
        if not taken:
            raise DrawingsError(busy(rows.SCHEMA.things))
        try:
            yield
        finally:
            lock.release()

    @contextlib.contextmanager
    def _system_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise DrawingsError(
                f"Drawings cannot be kept in “{self.folder}”: the system says “{error.strerror or error}”. Check the "
                "folder and the room on the disk."
            ) from error


def _notice(aside: Path | None, found: int, unreadable: int) -> str:
    """What a person should know, a sentence each."""
    sentences = []
    if aside is not None:
        drawings = "1 drawing was" if found == 1 else f"{found:,} drawings were"
        sentences.append(
            f"The file of your drawings was damaged: {drawings} found again in it, and it is kept as “{aside.name}”."
        )
    if unreadable:
        sentences.append(f"{'1 drawing is' if unreadable == 1 else f'{unreadable:,} drawings are'} damaged, not shown.")
    return " ".join(sentences)
