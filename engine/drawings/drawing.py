"""A drawing with its label, and the checks of what can be one."""

import hashlib
import itertools
import math
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..errors import DrawingsError
from ..i18n import tr
from ..ink.strokes import Stroke, is_too_long
from ..io.checked_file import printable
from ..io.limits import MAX_COORDINATE, MAX_LENGTH, MAX_POINTS, MAX_STROKES
from ..types import CLASSES

# Characters of the names of a writer, a site and a network.
_MAX_TEXT = 200

_POINT, _END = np.dtype("<f4"), np.dtype("<i4")


@dataclass(frozen=True, eq=False)
class Drawing:
    """Strokes, their label, and facts about them.

    Attributes:
        strokes: each (n, 2) float32 in canvas units, read only.
        label: the true label, 0 to 9.
        brush: the brush width on the canvas, in canvas units.
        id: 32 hexadecimal digits.
        created: when it was stored, in seconds since 1970.
        writer, site: who drew it and where; "" for the user of this computer, or where a file does not say.
        imported: whether it came from a file.
        predicted: the network's prediction when the drawing was labelled, before any fine-tuning on it; None where
            there was none.
        probability: of that prediction, 0 to 1.
        network: the name of that network.
    """

    strokes: list[Stroke]
    label: int
    brush: float
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    created: float = field(default_factory=time.time)
    writer: str = ""
    site: str = ""
    imported: bool = False
    predicted: int | None = None
    probability: float | None = None
    network: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the strokes without the label: equal for the same bits."""
        return digest(*pack(self.strokes))


def checked(drawing: Drawing) -> Drawing:
    """A drawing as it can be stored, with a copy of the strokes; its texts are shortened to one line each.

    Raises:
        DrawingsError: the strokes or one of the values are not valid.
    """
    if not (math.isfinite(drawing.brush) and drawing.brush > 0):
        raise DrawingsError(tr("A drawing needs a brush that is wider than 0."))
    if drawing.probability is not None and not 0 <= drawing.probability <= 1:
        raise DrawingsError(
            tr("This drawing cannot be stored: the probability of its prediction is not within 0 to 1.")
        )
    return replace(
        drawing,
        strokes=unpack(*pack(_checked_strokes(drawing.strokes))),
        label=checked_digit(drawing.label),
        brush=float(drawing.brush),
        writer=printable(drawing.writer[:_MAX_TEXT]),
        site=printable(drawing.site[:_MAX_TEXT]),
        predicted=None if drawing.predicted is None else checked_digit(drawing.predicted),
        probability=None if drawing.probability is None else float(drawing.probability),
        network=printable(drawing.network[:_MAX_TEXT]),
    )


def checked_digit(value: int) -> int:
    """A label, of any integer type, as an int.

    Raises:
        DrawingsError: it is not 0 to 9.
    """
    if value not in range(CLASSES):
        raise DrawingsError(
            tr("A drawing shows a digit from 0 to {0}, and nothing else can be its label.", CLASSES - 1)
        )
    return int(value)


def pack(strokes: Sequence[Stroke]) -> tuple[bytes, bytes]:
    """The points of all strokes, and the running end of each stroke in them, as they are stored."""
    points = b"".join(np.ascontiguousarray(stroke, _POINT).tobytes() for stroke in strokes)
    return points, np.cumsum([len(stroke) for stroke in strokes], dtype=_END).tobytes()


def unpack(points: bytes, ends: bytes) -> list[Stroke]:
    """The strokes that ``pack`` was given, read only.

    Raises:
        ValueError: the bytes are not from ``pack``.
    """
    array = np.frombuffer(points, _POINT).astype(np.float32, copy=False).reshape(-1, 2)
    bounds = [0, *np.frombuffer(ends, _END).tolist()]
    if bounds[-1] != len(array) or bounds != sorted(bounds):
        raise ValueError("the strokes do not end where the points do")
    array.flags.writeable = False
    return [array[start:end] for start, end in itertools.pairwise(bounds)]


def digest(points: bytes, ends: bytes) -> str:
    """SHA-256 of packed strokes, as hexadecimal digits."""
    return hashlib.sha256(len(ends).to_bytes(8, "little") + ends + points).hexdigest()


def _checked_strokes(strokes: Sequence[Stroke]) -> list[Stroke]:
    """The strokes as float32, with the same limits as a file of pen strokes."""
    try:
        with np.errstate(over="ignore"):
            arrays = [np.asarray(stroke, np.float32) for stroke in strokes]
    except (TypeError, ValueError):
        arrays = [np.empty(1, np.float32)]
    if any(array.ndim != 2 or array.shape[1] != 2 for array in arrays):
        raise DrawingsError(tr("A drawing is made of strokes, and a stroke of points with an x and a y."))
    count = sum(map(len, arrays))
    if not count:
        raise DrawingsError(tr("There is nothing drawn: a drawing needs at least one point."))
    if count > MAX_POINTS:
        raise DrawingsError(
            tr("This drawing has {0:,} points, and can be stored with {1:,} at most.", count, MAX_POINTS)
        )
    if len(arrays) > MAX_STROKES:
        raise DrawingsError(tr("This drawing has {0:,} strokes, and may have {1:,} at most.", len(arrays), MAX_STROKES))
    # False for NaN, too.
    if not all((abs(array) < MAX_COORDINATE).all() for array in arrays):
        raise DrawingsError(tr("This drawing cannot be stored: some of its points are too far from the canvas."))
    if is_too_long(arrays):
        raise DrawingsError(
            tr("This drawing cannot be stored: its strokes are longer than {0:,} times its size.", MAX_LENGTH)
        )
    return arrays
