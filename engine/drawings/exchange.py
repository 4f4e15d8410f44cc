"""Labelled drawings to and from files of pen strokes (see ``engine.data.pen_strokes``)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.data.pen_strokes import PenDigits, load_pen
from engine.drawings.drawing import Drawing, new_drawing
from engine.errors import DrawingsError
from engine.ink.preprocess import STROKE_WIDTH


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


def to_pen(drawings: Sequence[Drawing]) -> PenDigits:
    """The strokes, labels, sites and writers; such data have no brushes, times or predictions."""
    return PenDigits(
        [drawing.strokes for drawing in drawings],
        np.array([drawing.label for drawing in drawings], np.uint8),
        [drawing.site for drawing in drawings],
        [drawing.writer for drawing in drawings],
    )


def read_pen(path: Path) -> list[Drawing]:
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
