"""Vector ink: strokes in canvas units become smooth curves, and the curves are rendered as a 28 x 28 image.

The image is the union of strokes of a round pen: a pixel's value is how much of it lies within half a stroke width of
the curve. That depends only on the curve, not on how many points describe it, the order of the strokes or the size of
the canvas on the screen.
"""

import math
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np

from ..io.limits import MAX_LENGTH
from ..types import CANVAS, FloatArray, IntArray

Stroke: TypeAlias = FloatArray  # (n, 2): x right, y down, in canvas units
Drawing: TypeAlias = Sequence[Stroke]

# Degrees: a smaller turn at a point belongs to a smooth curve, a larger one is a corner; in between, both are blended,
# so that a small change of the angle changes the curve little. (Chosen on pen strokes with most points removed: 60 and
# 110 come closer to the original than 60 alone.)
_CURVE, _CORNER = np.cos(np.deg2rad((60, 110)))
_MARGIN = 8
# Of a curve, besides the points of its stroke.
_MAX_PIECES = 1 << 18
# Segments that are rendered at once: the pixels around them take some 50 MB, a hundred times that in a drawing of
# nothing but long lines.
_BLOCK = 1 << 14


def curve(stroke: Stroke, step: float = 0.5) -> Stroke:
    """The smooth line through the points of a stroke.

    Points further apart than ``step`` (a fast mouse) are connected by a centripetal Catmull-Rom spline, which passes
    through every point and makes no loops (Yuksel, Schaefer, Keyser 2011); sharp corners stay corners. Points much
    closer than ``step`` are resampled.

    Args:
        stroke: (n, 2) points, n at least 1.
        step: canvas units between the points of the result.

    Returns:
        (m, 2) points, so close that straight lines between them look smooth.
    """
    p = np.asarray(stroke, np.float64)
    moved = np.any(p[1:] != p[:-1], axis=1)
    p = p[np.concatenate(([True], moved))]
    if len(p) < 2:
        return p
    chord = np.diff(p, axis=0)
    length = np.hypot(chord[:, 0], chord[:, 1])
    total = float(length.sum())
    # Of a drawing in other units, or one scribbled over for hours, fewer points are enough.
    step = max(step, total / _MAX_PIECES)
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
    """Whether ``curve`` resamples the stroke, so that one more point moves all points of the curve a little."""
    moves = np.diff(np.asarray(stroke, np.float64), axis=0)
    return _is_dense(len(stroke), float(np.hypot(moves[:, 0], moves[:, 1]).sum()), step)


def _tangents(chord: FloatArray, length: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The curve's tangents at the start and the end of each chord: (n - 1, 2) each."""
    before, after = chord[:-1], chord[1:]
    cosine = np.sum(before * after, axis=1) / (length[:-1] * length[1:])
    t = np.sqrt(length)[:, None]
    velocity = before / t[:-1] - (before + after) / (t[:-1] + t[1:]) + after / t[1:]
    # How smooth the line is at each point, from 0 (a corner, or an end) to 1.
    smooth = np.zeros((len(chord) + 1, 1))
    smooth[1:-1, 0] = np.clip((cosine - _CORNER) / (_CURVE - _CORNER), 0, 1)
    leave, arrive = chord.copy(), chord.copy()
    leave[1:], arrive[:-1] = velocity * t[1:], velocity * t[:-1]
    first, last = smooth[:-1], smooth[1:]
    # At ends and corners the tangents are those of a natural spline, which has no curvature there.
    free_leave, free_arrive = chord + last * (chord - arrive) / 2, chord + first * (chord - leave) / 2
    return first * leave + (1 - first) * free_leave, last * arrive + (1 - last) * free_arrive


def join_strokes(drawing: Drawing) -> list[Stroke]:
    """Strokes that meet end to end joined into one, so that a line drawn in pieces is smooth at the joints.

    Only where exactly two ends are at the same point is it clear which belong together. Empty strokes are left out;
    directions may be reversed.
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
        """The strokes that continue one end of stroke ``i``, each in the direction away from it."""
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


def is_too_long(drawing: Drawing, largest: float = math.inf) -> bool:
    """Whether the strokes are longer than ``MAX_LENGTH`` sizes of the drawing, in any units.

    Args:
        largest: a larger size counts as this one: of a drawing that is shown as large as it is.
    """
    if math.isinf(largest) and sum(map(len, drawing)) < MAX_LENGTH / 2:
        # Two points of a drawing are at most 1.5 sizes apart.
        return False
    return relative_length(drawing, largest) > MAX_LENGTH


def relative_length(drawing: Drawing, largest: float = math.inf) -> float:
    """The length of the strokes in sizes of the drawing: the longer side of the box around it, 1 to ``largest``."""
    box = bounds(drawing) or (0.0, 0.0, 0.0, 0.0)
    side = min(max(box[2] - box[0], box[3] - box[1], 1.0), largest)
    steps = (np.diff(np.asarray(stroke, np.float64), axis=0).T for stroke in drawing)
    return sum(float(np.hypot(*step).sum()) for step in steps) / side


def shown_square(curves: Drawing, width: float) -> tuple[float, float, float]:
    """The square (left, top, side) that a picture shows: the canvas, or more where ink lies beside it.

    Args:
        curves: smooth, see ``curve``, drawn with a brush of ``width`` canvas units.
    """
    reach, box = width / 2, bounds(curves) or (0.0, 0.0, 0.0, 0.0)
    left, top = (min(edge - reach, 0.0) for edge in box[:2])
    right, bottom = (max(edge + reach, float(CANVAS)) for edge in box[2:])
    # A line along the edge is still visible.
    if max(-left, -top, right - CANVAS, bottom - CANVAS) <= width:
        return 0.0, 0.0, float(CANVAS)
    side = max(right - left, bottom - top)
    return (left + right - side) / 2, (top + bottom - side) / 2, side


def render(drawing: Drawing, width: float, size: int = CANVAS) -> FloatArray:
    """A drawing of smooth curves (see ``curve``) as a (size, size) float32 image in 0..1, white on black.

    Args:
        drawing: strokes in pixels; parts outside 0..size are cut off.
        width: the stroke width, in pixels.
    """
    image: FloatArray = render_many([drawing], [width], size)[0]
    return image


def render_many(drawings: Sequence[Drawing], widths: Iterable[float], size: int = CANVAS) -> FloatArray:
    """Many drawings at once, each with its own stroke width: (n, size, size) float32."""
    starts, ends, which = _segments(drawings)
    reach = np.asarray(tuple(widths), np.float32) / 2
    return _rasterise(starts, ends, which, reach[which], len(drawings), size)


def _segments(drawings: Sequence[Drawing]) -> tuple[FloatArray, FloatArray, IntArray]:
    """All straight segments of all drawings: their ends (S, 2), (S, 2), and the index of the drawing (S,)."""
    strokes = [(i, stroke) for i, drawing in enumerate(drawings) for stroke in drawing if len(stroke)]
    # A dot is a segment that ends where it starts.
    starts = [np.empty((0, 2)), *(stroke[:-1] if len(stroke) > 1 else stroke for _, stroke in strokes)]
    ends = [np.empty((0, 2)), *(stroke[1:] if len(stroke) > 1 else stroke for _, stroke in strokes)]
    which = np.repeat(np.array([i for i, _ in strokes], np.int64), [len(start) for start in starts[1:]])
    return np.concatenate(starts).astype(np.float32), np.concatenate(ends).astype(np.float32), which


def _rasterise(a: FloatArray, b: FloatArray, which: IntArray, reach: FloatArray, n: int, size: int) -> FloatArray:
    """Segments a -> b (S, 2) of images ``which`` (S,), with ``reach`` (S,) pixels of ink to each side:
    (n, size, size) float32.

    Only the pixels around each segment's middle are computed; for each pixel the nearest segment counts.
    """
    padded = size + 2 * _MARGIN
    image = np.zeros(n * padded * padded, np.float32)
    middle = (a + b) / 2
    inside = np.all((middle > -_MARGIN / 2) & (middle < size + _MARGIN / 2), axis=1)
    a, b, which, reach, middle = a[inside], b[inside], which[inside], reach[inside], middle[inside]
    # The longest segments, which have the most pixels around them, are by themselves.
    order = np.argsort(np.einsum("ij,ij->i", b - a, b - a)) if len(a) > _BLOCK else np.arange(len(a))
    for start in range(0, len(a), _BLOCK):
        part = order[start : start + _BLOCK]
        _add_segments(image, padded, a[part], b[part], which[part], reach[part], middle[part])
    inner = slice(_MARGIN, _MARGIN + size)
    return np.ascontiguousarray(image.reshape(n, padded, padded)[:, inner, inner])


def _add_segments(
    image: FloatArray, padded: int, a: FloatArray, b: FloatArray, which: IntArray, reach: FloatArray, middle: FloatArray
) -> None:
    """Add segments, see ``_rasterise``, to the images of ``padded`` x ``padded`` pixels."""
    ab = b - a
    length2 = np.einsum("ij,ij->i", ab, ab)
    # As the middle is in the image, no more than its size is needed.
    around = min(int(np.ceil(float(reach.max()) + 0.5 + float(np.sqrt(length2.max())) / 2)), padded)
    offsets = np.arange(-around, around + 1)
    corner = np.floor(middle).astype(np.int64)
    # The pixels' centres relative to the segment's start: x is (S, 1, k), y is (S, k, 1).
    x = (corner[:, 0, None] + offsets + 0.5 - a[:, 0, None]).astype(np.float32)[:, None, :]
    y = (corner[:, 1, None] + offsets + 0.5 - a[:, 1, None]).astype(np.float32)[:, :, None]
    abx, aby = ab[:, 0, None, None], ab[:, 1, None, None]
    # The nearest point of the segment is a + u ab; the distance is that from there to (x, y).
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
    index = (which[:, None, None] * padded + row[:, :, None]) * padded + column[:, None, :]
    np.maximum.at(image, index.ravel(), cover.ravel())
