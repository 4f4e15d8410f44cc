"""The limits of a file of pen strokes, checked before its drawings are made."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from ..i18n import tr
from ..io.checked_file import Fault
from ..io.limits import MAX_DRAWINGS, MAX_FILE_POINTS, MAX_FILE_STROKES, MAX_POINTS, MAX_STROKES
from ..types import IntArray

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
        Fault: there are too many in the file or in a drawing.
    """
    if len(points) > MAX_FILE_POINTS:
        raise Fault(tr("it has more than {0:,} points. Divide it into several files.", MAX_FILE_POINTS))
    if len(stroke_end) > MAX_FILE_STROKES:
        raise Fault(tr("it has more than {0:,} strokes. Divide it into several files.", MAX_FILE_STROKES))
    if len(digit_end) > MAX_DRAWINGS:
        raise Fault(tr("it has more than {0:,} drawings. Divide it into several files.", MAX_DRAWINGS))
    if len(digit_end) and np.diff(digit_end, prepend=0).max() > MAX_STROKES:
        raise Fault(tr("a drawing has more than {0:,} strokes. Correct the file, or choose another one.", MAX_STROKES))
    if np.diff(_in_points(stroke_end, digit_end), prepend=0).max(initial=0) > MAX_POINTS:
        raise Fault(tr("a drawing has more than {0:,} points. Correct the file, or choose another one.", MAX_POINTS))


def _in_points(stroke_end: IntArray, digit_end: IntArray) -> IntArray:
    """The running end of each drawing in the points."""
    return np.concatenate(([0], stroke_end))[digit_end]
