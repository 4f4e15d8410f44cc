"""Drawings with labels to and from files of pen strokes (see ``engine.data.pen_strokes``)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.data.pen_strokes import PenDigits, load_pen
from engine.drawings.drawing import Drawing, new
from engine.errors import DrawingsError
from engine.ink.preprocess import STROKE_WIDTH


@dataclass(frozen=True)
class Import:
    """What became of a file's drawings.

    Attributes:
        ids: of those that were added.
        already: how many were there before, with the same strokes and the same label, or stood in the file twice.
    """

    ids: tuple[str, ...]
    already: int

    @property
    def added(self) -> int:
        """How many were added."""
        return len(self.ids)


def to_pen(drawings: Sequence[Drawing]) -> PenDigits:
    """Drawings as they are learned from and exported. Brushes, times and answers have no place in it."""
    return PenDigits(
        [drawing.strokes for drawing in drawings],
        np.array([drawing.label for drawing in drawings], np.uint8),
        [drawing.site for drawing in drawings],
        [drawing.writer for drawing in drawings],
    )


def read_pen(path: Path) -> list[Drawing]:
    """The drawings of a file, as new ones. The file says of no brush: it is the usual one.

    Raises:
        DataError: it is not there, damaged, or does not agree with itself.
        DrawingsError: one of its drawings cannot be kept.
    """
    pen, found = load_pen(path), []
    for number, strokes in enumerate(pen.drawings):
        writer, site = pen.writers[number], pen.sites[number]
        try:
            drawing = new(strokes, int(pen.labels[number]), STROKE_WIDTH, writer=writer, site=site, imported=True)
        except DrawingsError as error:
            raise DrawingsError(f"“{path.name}” cannot be imported, for its drawing {number + 1:,}: {error}") from error
        found.append(drawing)
    return found
