"""All drawings that a user labelled, in a folder."""

import contextlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..data.pen_strokes import PenDigits, load_pen, save_pen
from ..errors import DrawingsError
from ..i18n import tr, tr_n
from ..ink.preprocess import STROKE_WIDTH
from ..ink.strokes import Stroke
from ..io import deletion
from ..io.checked_file import faults_as
from ..io.database import Database
from ..io.database.damaged_file import last_aside
from . import rows
from .drawing import Drawing, checked, checked_digit
from .salvage import Salvaged, salvage

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


class DrawingStore:
    """The drawings in a folder. Any thread and any number of programs may use it at once; it need not be closed.

    When a method returns, its change survives a crash of the program and a power failure. Every method raises a
    DrawingsError where the disk fails.

    Attributes:
        folder: where they are.
        notice: what the user should know about the opening; usually empty.
        unreadable: how many damaged drawings the last ``all``, or the opening, left out.
    """

    def __init__(self, folder: str | Path, timeout: float | None = None) -> None:
        """Open the store. A damaged file is moved aside; a new one gets what could still be read in it. Of a file with
        damaged drawings a copy is kept in the same way, and they are removed: so the user learns of them once.

        Args:
            timeout: how many seconds to wait for another program that writes; by default longer than any takes.

        Raises:
            DrawingsError: it cannot be opened, or is of a newer version.
        """
        self.folder = Path(folder).absolute()
        self._database = Database(self.folder / "drawings.db", rows.SCHEMA)
        if timeout is not None:
            self.wait_at_most(timeout)
        salvaged, path = Salvaged(), self._database.path
        with faults_as(
            DrawingsError, lambda reason: tr("Drawings cannot be stored in “{0}”: {1}", self.folder, reason)
        ):
            is_empty = _is_empty(path)
            with self._database.opening("drawings.opening") as (db, aside, is_new):
                # A program may have moved a damaged file aside, and been killed before it could salvage it.
                if is_new and (aside := aside or last_aside(path)):
                    salvaged = salvage(db, aside)
                deletion.restore_damaged(db, "drawings")
                found, damaged = rows.read_all(db)
                if damaged and (aside := self._copy_aside()):
                    rows.remove(db, damaged)
                    salvaged, damaged = Salvaged(len(found), len(damaged)), []
                self.unreadable = len(damaged)
        self.notice = _notice(is_empty and is_new, aside, self._database.repaired, salvaged, self.unreadable)

    def _copy_aside(self) -> Path | None:
        """Where a copy of the file is kept; None where there is no room for it."""
        with contextlib.suppress(DrawingsError, sqlite3.Error, OSError):
            return self._database.copy_aside()
        return None

    def wait_at_most(self, seconds: float) -> None:
        """Wait no longer for another program that writes."""
        self._database.timeout = seconds

    def all(self) -> list[Drawing]:
        """All that are not deleted, the oldest first. Damaged ones are left out, and counted in ``unreadable``."""
        with self._database.reading() as db:
            found, damaged = rows.read_all(db)
        self.unreadable = len(damaged)
        return found

    def get(self, drawing_id: str) -> Drawing:
        """One of them, deleted or not.

        Raises:
            DrawingsError: there is none, or it is damaged.
        """
        with (
            self._database.reading() as db,
            faults_as(DrawingsError, lambda reason: tr("This drawing cannot be read: {0}", reason)),
        ):
            row = db.execute("SELECT * FROM drawings WHERE id = ?", (drawing_id,)).fetchone()
            if row is None:
                raise DrawingsError(tr("This drawing is no longer there: it was deleted for good."))
            return rows.read(row)

    def add(
        self,
        strokes: Sequence[Stroke],
        label: int,
        brush: float,
        predicted: int | None = None,
        probability: float | None = None,
        network: str = "",
        drawing_id: str | None = None,
    ) -> Drawing:
        """Store a drawing.

        Args:
            strokes: each (n, 2) in canvas units; at least one point in all, MAX_POINTS at most.
            label: the true label.
            brush: the brush width, in canvas units.
            predicted, probability, network: the current network's prediction, its probability, and its name.
            drawing_id: 32 hexadecimal digits; None for new ones.

        Raises:
            DrawingsError: the drawing or the label is not valid.
        """
        drawing = checked(
            Drawing(list(strokes), label, brush, predicted=predicted, probability=probability, network=network)
        )
        if drawing_id is not None:
            drawing = replace(drawing, id=drawing_id)
        with self._database.writing() as db:
            rows.insert(db, drawing)
        return drawing

    def relabel(self, ids: Iterable[str], label: int) -> int:
        """Give drawings another label, all at once; how many there were.

        Raises:
            DrawingsError: there is no such digit.
        """
        label = checked_digit(label)
        with self._database.writing() as db:
            return rows.set_label(db, ids, label)

    def delete(self, ids: Iterable[str]) -> int:
        """Delete drawings, all at once; how many there were. ``restore`` brings them back, until ``purge``."""
        with self._database.writing() as db:
            return rows.set_deleted(db, ids, deletion.now())

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
            condition, values = deletion.DELETED_BEFORE, deletion.before(older_than)
            return db.execute(f"DELETE FROM drawings WHERE {condition}", values).rowcount

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


def _is_empty(path: Path) -> bool:
    """Whether there is a file without content. Another program that opens the store may move it away at any moment."""
    try:
        return not path.stat().st_size
    except OSError:
        return False


def to_pen(drawings: Sequence[Drawing]) -> PenDigits:
    """The strokes, labels, sites and writers; such data have no brushes, times or predictions."""
    return PenDigits(
        [drawing.strokes for drawing in drawings],
        np.array([drawing.label for drawing in drawings], np.uint8),
        [drawing.site for drawing in drawings],
        [drawing.writer for drawing in drawings],
    )


def _load(path: Path) -> list[Drawing]:
    """The drawings of a file, as new ones. The file does not hold the brush width: it is the usual one.

    Raises:
        DataError: the file is missing, damaged or inconsistent.
        DrawingsError: one of its drawings cannot be stored.
    """
    pen, drawings = load_pen(path), []
    for i, (strokes, label) in enumerate(zip(pen.drawings, pen.labels.tolist(), strict=True)):
        drawing = Drawing(strokes, label, STROKE_WIDTH, writer=pen.writers[i], site=pen.sites[i], imported=True)
        try:
            drawings.append(checked(drawing))
        except DrawingsError as error:
            raise DrawingsError(
                tr("“{0}” cannot be imported, for its drawing {1:,}: {2}", path.name, i + 1, error)
            ) from error
    return drawings


def _notice(is_empty: bool, aside: Path | None, repaired: bool, salvaged: Salvaged, unreadable: int) -> str:
    """What the user should know about the opening."""
    sentences = []
    if is_empty and aside is None:
        sentences.append(tr("The file of your drawings was empty: no drawing could be found in it."))
    if repaired and aside is None and not unreadable:
        sentences.append(tr("The file of your drawings was damaged and has been repaired: no drawing was lost."))
    if aside is not None:
        sentences.append(
            tr_n(
                "The file of your drawings was damaged: %n drawing(s) (was/were) found again in it, and it is kept as "
                "“{0}”.",
                None,
                salvaged.found,
                aside.name,
            )
        )
        if salvaged.lost is None:
            sentences.append(tr("It is not known how many others were in it."))
        elif salvaged.lost:
            sentences.append(tr_n("%n other drawing(s) in it cannot be read.", None, salvaged.lost))
    if unreadable:
        sentences.append(tr_n("%n drawing(s) (is/are) damaged and not shown.", None, unreadable))
    return " ".join(sentences)
