"""Vector ink: strokes in canvas units become a smooth curve, and the curve becomes a 28 x 28 picture.

The picture is the union of round-nibbed strokes: a pixel's value is how much of it lies within half a stroke
width of the curve. That depends on the curve alone, not on how many points describe it, in which order the
strokes were drawn or how large the canvas was on the screen.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np

from engine.types import CANVAS, FloatArray, IntArray

Stroke: TypeAlias = FloatArray  # (n, 2): x right, y down, in canvas units
Drawing: TypeAlias = Sequence[Stroke]

# A turn up to the first is a curve of which only points are known, one from the second on a corner that was meant, and
# between them it is partly either: an angle hardly changed by the mouse's pixels hardly changes the curve.
# (Measured on pen strokes of which most points were dropped: 60 and 110 come nearer to what they were than 60 alone.)
_CURVE, _CORNER = np.cos(np.deg2rad((60, 110)))
_MARGIN = 8


def curve(stroke: Stroke, step: float = 0.5) -> Stroke:
    """The line a pen drew, through the points that were noticed on its way.

    Between points further apart than ``step`` (a fast mouse) the curve is filled in by a centripetal
    Catmull-Rom spline, which passes through every point and makes no loops (Yuksel, Schaefer, Keyser 2011);
    at sharp corners it stays a corner. Points far denser than ``step`` are resampled.

    Args:
        stroke: (n, 2) points, n at least 1.
        step: canvas units between the points that come back.

    Returns:
        (m, 2) points, close enough to each other for straight lines between them to look smooth.
    """
    p = np.asarray(stroke, np.float64)
    moved = np.any(p[1:] != p[:-1], axis=1)
    p = p[np.concatenate(([True], moved))]
    if len(p) < 2:
        return p
    chord = np.diff(p, axis=0)
    length = np.hypot(chord[:, 0], chord[:, 1])
    total = float(length.sum())
    if _is_dense(len(p), total, step):
        along = np.concatenate(([0.0], np.cumsum(length)))
        at = np.linspace(0, total, max(2, int(np.ceil(2 * total / step)) + 1))
        return np.column_stack((np.interp(at, along, p[:, 0]), np.interp(at, along, p[:, 1])))
    pieces = np.ceil(length / step).astype(np.int64)
    if pieces.max() <= 1:
        return p
    leave, arrive = _tangents(chord, length)
    which = np.repeat(np.arange(len(chord)), pieces)
    u = (np.arange(len(which)) - np.repeat(np.cumsum(pieces) - pieces, pieces)) / pieces[which]
    u = u[:, None]
    # The cubic Hermite polynomial on each chord.
    points = p[which] + u * (
        leave[which] + u * ((3 * chord - 2 * leave - arrive)[which] + u * (leave + arrive - 2 * chord)[which])
    )
    return np.concatenate((points, p[-1:]))


def _is_dense(points: int, length: float, step: float) -> bool:
    return points > 4 * length / step + 8


def is_resampled(stroke: Stroke, step: float) -> bool:
    """Whether ``curve`` takes other points than the stroke's own, so that one more moves them all a little."""
    moves = np.diff(np.asarray(stroke, np.float64), axis=0)
    return _is_dense(len(stroke), float(np.hypot(moves[:, 0], moves[:, 1]).sum()), step)


def _tangents(chord: FloatArray, length: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The curve's direction where it leaves and where it arrives on each chord: (n - 1, 2) each."""
    before, after = chord[:-1], chord[1:]
    cosine = np.sum(before * after, axis=1) / (length[:-1] * length[1:])
    t = np.sqrt(length)[:, None]
    velocity = before / t[:-1] - (before + after) / (t[:-1] + t[1:]) + after / t[1:]
    # How much the line is a curve at each point, 0 to 1; where it ends that cannot be known.
    smooth = np.zeros((len(chord) + 1, 1))
    smooth[1:-1, 0] = np.clip((cosine - _CORNER) / (_CURVE - _CORNER), 0, 1)
    leave, arrive = chord.copy(), chord.copy()
    leave[1:], arrive[:-1] = velocity * t[1:], velocity * t[:-1]
    first, last = smooth[:-1], smooth[1:]
    # Where the line ends or turns sharply nothing says how it bends: as a natural spline, with no curvature there.
    free_leave, free_arrive = chord + last * (chord - arrive) / 2, chord + first * (chord - leave) / 2
    return first * leave + (1 - first) * free_leave, last * arrive + (1 - last) * free_arrive


def join_strokes(drawing: Drawing) -> list[Stroke]:
    """Strokes that meet end to end, as one: a line drawn in pieces bends at the joints as one drawn at a time does.

    Only where exactly two ends lie on the very same point is it clear which goes on as which. Empty strokes are left
    out; directions may turn.
    """
    strokes = [stroke for stroke in drawing if len(stroke)]
    if len(strokes) < 2:
        return strokes
    ends = [(tuple(stroke[0].tolist()), tuple(stroke[-1].tolist())) for stroke in strokes]
    meeting: dict[tuple[float, ...], list[tuple[int, int]]] = {}
    for i, both in enumerate(ends):
        for side in (0, 1):
            meeting.setdefault(both[side], []).append((i, side))
    done: set[int] = set()

    def beyond(i: int, side: int) -> list[Stroke]:
        """The strokes that go on from one end of stroke ``i``, each in the direction away from it."""
        found: list[Stroke] = []
        while True:
            here = meeting[ends[i][side]]
            if len(here) != 2:
                return found
            others = [end for end in here if end[0] not in done]
            if not others:
                return found
            i, side = others[0]
            done.add(i)
            found.append(strokes[i] if side == 0 else strokes[i][::-1])
            side = 1 - side

    lines = []
    for i, stroke in enumerate(strokes):
        if i not in done:
            done.add(i)
            before = [piece[::-1] for piece in reversed(beyond(i, 0))]
            lines.append(np.concatenate([*before, stroke, *beyond(i, 1)]))
    return lines


def bounds(drawing: Drawing) -> tuple[float, float, float, float] | None:
    """The box (left, top, right, bottom) around all points, or None where there are none."""
    points = [stroke for stroke in drawing if len(stroke)]
    if not points:
        return None
    low = np.min([stroke.min(axis=0) for stroke in points], axis=0)
    high = np.max([stroke.max(axis=0) for stroke in points], axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def ink(drawing: Drawing, width: float, size: int = CANVAS) -> FloatArray:
    """A drawing of smooth curves (see ``curve``) as a (size, size) float32 picture in 0..1, white on black.

    Args:
        drawing: strokes in units of pixels; what lies outside 0..size is cut off.
        width: of the pen, in pixels.
    """
    picture: FloatArray = ink_many([drawing], [width], size)[0]
    return picture


def ink_many(drawings: Sequence[Drawing], widths: Iterable[float], size: int = CANVAS) -> FloatArray:
    """The same for many drawings at once, each with a width of its own: (n, size, size) float32."""
    starts, ends, which = _segments(drawings)
    reach = np.asarray(tuple(widths), np.float32) / 2
    return _rasterise(starts, ends, which, reach[which], len(drawings), size)


def _segments(drawings: Sequence[Drawing]) -> tuple[FloatArray, FloatArray, IntArray]:
    """All straight pieces of all drawings: their ends (S, 2), (S, 2), and whose they are (S,)."""
    starts: list[FloatArray] = [np.empty((0, 2))]
    ends: list[FloatArray] = [np.empty((0, 2))]
    owner, count = [], []
    for i, drawing in enumerate(drawings):
        for stroke in drawing:
            if len(stroke):
                # A dot is a piece that ends where it begins.
                starts.append(stroke[:-1] if len(stroke) > 1 else stroke)
                ends.append(stroke[1:] if len(stroke) > 1 else stroke)
                owner.append(i)
                count.append(len(starts[-1]))
    which = np.repeat(np.asarray(owner, np.int64), count)
    return np.concatenate(starts).astype(np.float32), np.concatenate(ends).astype(np.float32), which


def _rasterise(a: FloatArray, b: FloatArray, which: IntArray, reach: FloatArray, n: int, size: int) -> FloatArray:
    """Pieces a -> b (S, 2) of pictures ``which`` (S,), inked ``reach`` (S,) to each side: (n, size, size) float32.

    Each piece only looks at the pixels around its middle; of all pieces near a pixel the nearest counts.
    """
    padded = size + 2 * _MARGIN
    picture = np.zeros(n * padded * padded, np.float32)
    middle = (a + b) / 2
    inside = np.all((middle > -_MARGIN / 2) & (middle < size + _MARGIN / 2), axis=1)
    a, b, which, reach, middle = a[inside], b[inside], which[inside], reach[inside], middle[inside]
    if len(a):
        ab = b - a
        length2 = np.einsum("ij,ij->i", ab, ab)
        around = int(np.ceil(float(reach.max()) + 0.5 + float(np.sqrt(length2.max())) / 2))
        offsets = np.arange(-around, around + 1)
        corner = np.floor(middle).astype(np.int64)
        # The squares' centres seen from the piece's start: x is (S, 1, k), y is (S, k, 1).
        x = (corner[:, 0, None] + offsets + 0.5 - a[:, 0, None]).astype(np.float32)[:, None, :]
        y = (corner[:, 1, None] + offsets + 0.5 - a[:, 1, None]).astype(np.float32)[:, :, None]
        abx, aby = ab[:, 0, None, None], ab[:, 1, None, None]
        # The nearest point of the piece is a + u ab; what is left of x and y from there is the distance.
        u = x * abx + y * aby
        u /= np.maximum(length2, np.finfo(np.float32).tiny)[:, None, None]
        np.clip(u, 0, 1, out=u)
        along = u * abx
        np.subtract(x, along, out=along)
        along *= along
        u *= aby
        np.subtract(y, u, out=u)
        u *= u
        u += along
        distance = np.sqrt(u, out=u)
        cover = np.subtract((reach + 0.5)[:, None, None], distance, out=distance)
        np.clip(cover, 0, 1, out=cover)
        row = np.clip(corner[:, 1, None] + offsets + _MARGIN, 0, padded - 1)
        column = np.clip(corner[:, 0, None] + offsets + _MARGIN, 0, padded - 1)
        place = (which[:, None, None] * padded + row[:, :, None]) * padded + column[:, None, :]
        np.maximum.at(picture, place.ravel(), cover.ravel())
    inner = slice(_MARGIN, _MARGIN + size)
    return np.ascontiguousarray(picture.reshape(n, padded, padded)[:, inner, inner])
