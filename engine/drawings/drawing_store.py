"""All drawings that a person labelled, in a folder."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.data.pen_strokes import PenDigits, load_pen, save_pen
from engine.drawings import rows
from engine.drawings.drawing import Drawing, checked_digit, new_drawing
from engine.drawings.salvage import salvage
from engine.errors import DrawingsError
from engine.ink.preprocess import STROKE_WIDTH
from engine.ink.strokes import Stroke
from engine.io.database import SYNCHRONOUS, Database
from engine.io.lock import Lock

_SYNCHRONOUS = SYNCHRONOUS
_OPENING_SECONDS = 20.0
_DAY = 86_400.0


@dataclass(frozen=True)
class Import:
    """The result of an import.

    Attributes:
        ids: of the drawings that were added.
        duplicates: how many were not added, because the same strokes with the same label were there already.
    """

    ids: tuple[str, ...]
    duplicates: int

    @property
    def added(self) -> int:
        """How many were added."""
        return len(self.ids)


class DrawingStore:
    """The drawings in a folder. Any thread and any number of programs may use it at once; it need not be closed.

    When a method returns, its change survives a crash of the program and a power failure. Every method raises a
    DrawingsError where the disk fails.

    Attributes:
        folder: where they are.
        notice: what a person should know about the opening; usually empty.
        unreadable: how many damaged drawings the last ``all``, or the opening, left out.
    """

    def __init__(self, folder: str | Path) -> None:
        """Open the store. A damaged file is moved aside; a new one gets what could still be read in it.

        Raises:
            DrawingsError: it cannot be opened, or is of a newer version.
        """
        self.folder = Path(folder).absolute()
        self._database = Database(self.folder / "drawings.db", rows.SCHEMA, _SYNCHRONOUS)
        salvaged: int | None = None
        # One program at a time, or two that both find the file damaged would move each other's new one aside.
        lock = Lock(self.folder / "drawings.opening", DrawingsError)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with lock.held(_OPENING_SECONDS, rows.SCHEMA.things):
                aside = self._database.repair()
                with self._database.writing() as db:
                    if self._database.create_tables(db) and (aside := aside or self._unsalvaged()):
                        salvaged = salvage(db, aside)
                    self.unreadable = rows.read_all(db)[1]
        except OSError as error:
            raise DrawingsError(
                f"Drawings cannot be stored in “{self.folder}”: the system says “{error.strerror or error}”. Check the "
                "folder and the room on the disk."
            ) from error
        self.notice = _notice(aside if salvaged is not None else None, salvaged or 0, self.unreadable)

    def all(self) -> list[Drawing]:
        """All that are not deleted, the oldest first. Damaged ones are left out, and counted in ``unreadable``."""
        with self._database.reading() as db:
            found, self.unreadable = rows.read_all(db)
        return found

    def get(self, drawing_id: str) -> Drawing:
        """One of them, deleted or not.

        Raises:
            DrawingsError: there is none.
        """
        with self._database.reading() as db:
            return rows.get(db, drawing_id)

    def add(
        self,
        strokes: Sequence[Stroke],
        label: int,
        brush: float,
        predicted: int | None = None,
        probability: float | None = None,
        network: str = "",
    ) -> Drawing:
        """Store a drawing.

        Args:
            strokes: each (n, 2) in canvas units; at least one point in all, MAX_POINTS at most.
            label: the true label.
            brush: the brush width, in canvas units.
            predicted, probability, network: the current network's prediction, its probability, and its name.

        Raises:
            DrawingsError: the drawing or the label is not valid.
        """
        drawing = new_drawing(strokes, label, brush, predicted=predicted, probability=probability, network=network)
        with self._database.writing() as db:
            rows.insert(db, drawing)
        return drawing

    def relabel(self, ids: Iterable[str], label: int) -> None:
        """Give drawings another label, all or none.

        Raises:
            DrawingsError: there is no such drawing, or no such digit.
        """
        label = checked_digit(label)
        with self._database.writing() as db:
            for drawing_id in ids:
                rows.relabel(db, drawing_id, label)

    def delete(self, ids: Iterable[str]) -> int:
        """Delete drawings, all at once; how many there were. ``restore`` brings them back, until ``purge``."""
        with self._database.writing() as db:
            return rows.set_deleted(db, ids, time.time())

    def restore(self, ids: Iterable[str]) -> int:
        """Bring back deleted drawings, at their old places in the order; how many were still there."""
        with self._database.writing() as db:
            return rows.set_deleted(db, ids, None)

    def purge(self, older_than: float = _DAY) -> int:
        """Remove deleted drawings for good; how many there were.

        Args:
            older_than: only those deleted at least so many seconds ago: another window may still offer to undo.
        """
        with self._database.writing() as db:
            return rows.purge(db, time.time() - older_than)

    def export(self, path: str | Path) -> int:
        """Write all drawings into one file of pen strokes; how many there were.

        Raises:
            DataError: there are none, or the file cannot be written; what was there before stays as it was.
        """
        drawings = self.all()
        save_pen(path, to_pen(drawings))
        return len(drawings)

    def import_(self, path: str | Path) -> Import:
        """Add the drawings of a file of pen strokes, all or none, under new ids.

        Duplicates (the same strokes with the same label) are not added again; deleted ones are restored instead.

        Raises:
            DataError: the file is missing, damaged or inconsistent.
            DrawingsError: one of its drawings cannot be stored.
        """
        found = _load(Path(path))
        with self._database.writing() as db:
            added = [rows.insert_new(db, drawing) for drawing in found]
        ids = tuple(drawing_id for drawing_id in added if drawing_id is not None)
        return Import(ids, len(added) - len(ids))

    def _unsalvaged(self) -> Path | None:
        """A damaged file that a program moved aside, but could not salvage before it was killed."""
        found = self.folder.glob(f"{self._database.path.stem} (damaged *){self._database.path.suffix}")
        return max(found, key=lambda path: path.stat().st_mtime, default=None)


def to_pen(drawings: Sequence[Drawing]) -> PenDigits:
    """The strokes, labels, sites and writers; such data have no brushes, times or predictions."""
    return PenDigits(
        [drawing.strokes for drawing in drawings],
        np.array([drawing.label for drawing in drawings], np.uint8),
        [drawing.site for drawing in drawings],
        [drawing.writer for drawing in drawings],
    )


def _load(path: Path) -> list[Drawing]:
    """The drawings of a file, as new ones. The file does not tell the brush: it is the usual one.

    Raises:
        DataError: the file is missing, damaged or inconsistent.
        DrawingsError: one of its drawings cannot be stored.
    """
    pen, drawings = load_pen(path), []
    for i, (strokes, label) in enumerate(zip(pen.drawings, pen.labels.tolist(), strict=True)):
        try:
            drawings.append(
                new_drawing(strokes, label, STROKE_WIDTH, writer=pen.writers[i], site=pen.sites[i], imported=True)
            )
        except DrawingsError as error:
            raise DrawingsError(f"“{path.name}” cannot be imported, for its drawing {i + 1:,}: {error}") from error
    return drawings


def _notice(aside: Path | None, found: int, unreadable: int) -> str:
    """What a person should know about the opening."""
    sentences = []
    if aside is not None:
        drawings = "1 drawing was" if found == 1 else f"{found:,} drawings were"
        sentences.append(
            f"The file of your drawings was damaged: {drawings} found again in it, and it is kept as “{aside.name}”."
        )
    if unreadable:
        sentences.append(f"{'1 drawing is' if unreadable == 1 else f'{unreadable:,} drawings are'} damaged, not shown.")
    return " ".join(sentences)
