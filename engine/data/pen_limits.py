"""The limits of a file of pen strokes, checked before its drawings are made."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from ..i18n import tr
from ..io.checked_file import Fault
from ..io.limits import (
    MAX_DRAWINGS,
    MAX_FILE_LENGTH,
    MAX_FILE_POINTS,
    MAX_FILE_STROKES,
    MAX_LENGTH,
    MAX_POINTS,
    MAX_STROKES,
)
from ..types import FloatArray, IntArray

# Bytes of a number, and of the texts of a drawing.
_NUMBER, _TEXTS = 8, 128
# Of each array, unpacked; a header takes less than a thousand bytes.
MAX_ARRAY_BYTES: Mapping[str, int] = {
    "points": 2 * _NUMBER * MAX_FILE_POINTS,
    "stroke_end": _NUMBER * MAX_FILE_STROKES,
    "digit_end": _NUMBER * MAX_DRAWINGS,
    "labels": _NUMBER * MAX_DRAWINGS,
    "sites": _TEXTS * MAX_DRAWINGS,
    "writers": _TEXTS * MAX_DRAWINGS,
}


def check_counts(points: npt.NDArray[Any], stroke_end: IntArray, digit_end: IntArray) -> None:
    """Check how many points, strokes and drawings there are.

    Args:
        stroke_end, digit_end: running ends.

    Raises:
        Fault: there are too many in the file or in a drawing, or a drawing has no points.
    """
    if len(points) > MAX_FILE_POINTS:
        raise Fault(tr("it has more than {0:,} points. Divide it into several files.", MAX_FILE_POINTS))
    if len(stroke_end) > MAX_FILE_STROKES:
        raise Fault(tr("it has more than {0:,} strokes. Divide it into several files.", MAX_FILE_STROKES))
    if len(digit_end) > MAX_DRAWINGS:
        raise Fault(tr("it has more than {0:,} drawings. Divide it into several files.", MAX_DRAWINGS))
    if len(digit_end) and np.diff(digit_end, prepend=0).max() > MAX_STROKES:
        raise Fault(tr("a drawing has more than {0:,} strokes. Correct the file, or choose another one.", MAX_STROKES))
    counts = np.diff(_in_points(stroke_end, digit_end), prepend=0)
    if counts.max(initial=0) > MAX_POINTS:
        raise Fault(tr("a drawing has more than {0:,} points. Correct the file, or choose another one.", MAX_POINTS))
    if not counts.all():
        # It would be a blank image that is labelled as a digit.
        raise Fault(
            tr(
                "its drawing {0:,} has no points, and a drawing needs at least one. Correct the file, or choose "
                "another one.",
                counts.argmin() + 1,
            )
        )


def check_lengths(points: FloatArray, stroke_end: IntArray, digit_end: IntArray) -> None:
    """Check how long the strokes are.

    Args:
        points: (P, 2), finite.
        stroke_end, digit_end: running ends; each drawing has points.

    Raises:
        Fault: those of a drawing, or of all together, are too long in sizes of their drawing.
    """
    lengths = _relative_lengths(points, stroke_end, digit_end)
    if lengths.max() > MAX_LENGTH:
        raise Fault(
            tr(
                "the strokes of a drawing are longer than {0:,} times its size. Correct it, or choose another file.",
                MAX_LENGTH,
            )
        )
    if lengths.sum() > MAX_FILE_LENGTH:
        raise Fault(
            tr(
                "all its strokes together are longer than {0:,} times the size of a drawing. Divide it into several "
                "files.",
                MAX_FILE_LENGTH,
            )
        )


def _relative_lengths(points: FloatArray, stroke_end: IntArray, digit_end: IntArray) -> FloatArray:
    """What ``relative_length`` gives for each drawing: of all at once, one by one they take seconds."""
    starts = np.concatenate(([0], _in_points(stroke_end, digit_end)[:-1]))
    steps = np.zeros(len(points), np.float32)
    steps[1:] = np.hypot(*np.diff(points, axis=0).T)
    # No line leads from one stroke to the next.
    steps[stroke_end[stroke_end < len(points)]] = 0
    sides = (np.maximum.reduceat(points, starts) - np.minimum.reduceat(points, starts)).max(axis=1)
    lengths: FloatArray = np.add.reduceat(steps, starts, dtype=np.float64) / np.maximum(sides, 1)
    return lengths


def _in_points(stroke_end: IntArray, digit_end: IntArray) -> IntArray:
    """The running end of each drawing in the points."""
    return np.concatenate(([0], stroke_end))[digit_end]
