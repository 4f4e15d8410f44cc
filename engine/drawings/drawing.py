"""A drawing with its label, and what can be one."""

import hashlib
import itertools
import math
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.data.pen_strokes import FARTHEST
from engine.errors import DrawingsError
from engine.ink.preprocess import MAX_POINTS
from engine.ink.strokes import Stroke
from engine.types import CLASSES

# Letters of a writer's, a site's and a network's name.
_MAX_TEXT = 200

_POINT, _END = np.dtype("<f4"), np.dtype("<i4")


@dataclass(frozen=True, eq=False)
class Drawing:
    """What was drawn, and what is known of it.

    Attributes:
        id: 32 hexadecimal digits.
        strokes: each (n, 2) float32 in canvas units, read only.
        label: the digit that was meant, 0 to 9.
        brush: what it was drawn with, in canvas units.
        made: when it was kept here, in seconds since 1970.
        writer, site: by whom and where it was drawn; "" for the person at this computer, or where a file did not say.
        imported: whether it came from a file.
        read: what the network in use answered when the drawing was labelled, before anything learned from it; None
            where it was not asked.
        probability: of that answer, 0 to 1.
        network: the name of that network.
    """

    id: str
    strokes: list[Stroke]
    label: int
    brush: float
    made: float
    writer: str = ""
    site: str = ""
    imported: bool = False
    read: int | None = None
    probability: float | None = None
    network: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the strokes, whatever their label: equal where they are the same bits."""
        return digest(*pack(self.strokes))


def new(
    strokes: Sequence[Stroke],
    label: int,
    brush: float,
    *,
    writer: str = "",
    site: str = "",
    imported: bool = False,
    read: int | None = None,
    probability: float | None = None,
    network: str = "",
) -> Drawing:
    """A drawing that is made now, with a copy of the strokes.

    Raises:
        DrawingsError: it cannot be one.
    """
    if not (math.isfinite(brush) and brush > 0):
        raise DrawingsError("A drawing needs a brush that is wider than nothing.")
    if probability is not None and not 0 <= probability <= 1:
        raise DrawingsError("A drawing cannot be kept: the probability of what was read is not within 0 to 1.")
    return Drawing(
        id=uuid.uuid4().hex,
        strokes=unpack(*pack(_checked(strokes))),
        label=checked_digit(label),
        brush=float(brush),
        made=time.time(),
        writer=_clean(writer),
        site=_clean(site),
        imported=imported,
        read=None if read is None else checked_digit(read),
        probability=None if probability is None else float(probability),
        network=_clean(network),
    )


def checked_digit(value: int) -> int:
    """A label, of whichever type of whole number.

    Raises:
        DrawingsError: it is none.
    """
    if value not in range(CLASSES):
        raise DrawingsError(f"A drawing shows a digit from 0 to {CLASSES - 1}, and nothing else can be its label.")
    return int(value)


def pack(strokes: Sequence[Stroke]) -> tuple[bytes, bytes]:
    """The points one after the other, and the running end of each stroke in them, as they are kept."""
    points = b"".join(np.ascontiguousarray(stroke, _POINT).tobytes() for stroke in strokes)
    return points, np.cumsum([len(stroke) for stroke in strokes], dtype=_END).tobytes()


def unpack(points: bytes, ends: bytes) -> list[Stroke]:
    """What ``pack`` was given, read only.

    Raises:
        ValueError: ``pack`` never made them.
    """
    every = np.frombuffer(points, _POINT).astype(np.float32, copy=False).reshape(-1, 2)
    cuts = [0, *np.frombuffer(ends, _END).tolist()]
    if cuts[-1] != len(every) or cuts != sorted(cuts):
        raise ValueError("the strokes do not end where the points do")
    every.flags.writeable = False
    return [every[start:end] for start, end in itertools.pairwise(cuts)]


def digest(points: bytes, ends: bytes) -> str:
    """SHA-256 of packed strokes, as hexadecimal digits."""
    return hashlib.sha256(len(ends).to_bytes(8, "little") + ends + points).hexdigest()


def _checked(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Finite float32 points that are no more and no farther away than a file of drawings may have them."""
    try:
        with np.errstate(over="ignore"):
            arrays = [np.asarray(stroke, np.float32) for stroke in strokes]
    except (TypeError, ValueError):
        arrays = [np.empty(1, np.float32)]
    if any(array.ndim != 2 or array.shape[1] != 2 for array in arrays):
        raise DrawingsError("A drawing is made of strokes, and a stroke of points with an x and a y.")
    count = sum(map(len, arrays))
    if not count:
        raise DrawingsError("There is nothing drawn: a drawing needs at least one point.")
    if count > MAX_POINTS:
        raise DrawingsError(f"This drawing has {count:,} points, and can be kept with {MAX_POINTS:,} at most.")
    # NaN is below nothing.
    if not all((abs(array) < FARTHEST).all() for array in arrays):
        raise DrawingsError("This drawing cannot be kept: some of its points are no points of a canvas.")
    return arrays


def _clean(text: str) -> str:
    """One line of text that can be kept and shown. A file may hold any."""
    return "".join(c if c.isprintable() else "?" for c in text[:_MAX_TEXT])
