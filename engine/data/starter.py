"""Starter digits: a training set that the program writes itself, so that a machine without a network can train at once.

A digit is written as a person would: one of the known styles (``engine.data.digit_shapes``), a blend of that style's
examples, a hand that slants, squeezes and bends it, some unsteadiness, and strokes that begin and end where they should
not quite. The strokes are then inked as everything drawn on the canvas is.
"""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.data.dataset import Dataset
from engine.data.digit_shapes import STYLES
from engine.preprocess import centre_drawings
from engine.strokes import Stroke
from engine.types import CANVAS, CLASSES, ByteArray, FloatArray, IntArray

# Drawings made at once, and inked at once: enough for NumPy to work on many, few enough to stay in the cache.
TRAINING_PICTURES, TEST_PICTURES = 20_000, 2_000
_BATCH, _INKED = 1000, 100

# All lengths below are in units of the digit's height.

# Between points. When a digit fills the box that is under a pixel: straight lines between them look smooth.
_STEP = 0.04

# What the hand does, drawn evenly from within these bounds to each side: bell curves have tails, and a digit far out on
# several of them is none. Slant is x per y, to the right at the top; aspect and the sizes of parts are logarithms.
_SLANT, _SLANT_RANGE = 0.2, 0.42
_ROTATION = np.deg2rad(12.0)
_ASPECT = 0.45
_BEND, _WAVE = 0.19, 0.095
_WAIST, _TAPER, _LEAN = 0.38, 0.38, 0.19
# The points of an example wander, neighbours together: one standard deviation, and the range of its logarithm.
_JITTER, _JITTER_RANGE = 0.045, 0.8
_NEIGHBOURS = 1.2
_STROKE_OFFSET = 0.035
_TREMOR = 0.005
# Strokes begin and end too early or too late, and sometimes with a hook.
_OVERSHOOT = 0.045
_HOOK_CHANCE, _HOOK = 0.06, 0.14
_DIRECTION_OF_END = np.deg2rad(30)
# Pixels, log-normal around the canvas's own width; MNIST's strokes vary a lot, and some are as broad as these.
_WIDTH, _WIDTH_SPREAD, _THINNEST, _THICKEST = 2.0, 0.27, 1.1, 5.0
_BROAD_CHANCE = 0.1
# Blends of examples: below 1, one or two of them make up most of a blend; and how far beyond the examples it may lie.
_BLEND, _BEYOND = 0.4, 0.15
# How much of the canvas a person's drawing takes, at least and at most.
_SMALLEST, _LARGEST = 0.35, 0.9


@dataclass(frozen=True)
class _Line:
    """One stroke of a style.

    Attributes:
        examples: (E, K, 2), the points that each example passes.
        basis: (T, K), which makes T close points of a curve through K.
        wander: (K, K), which makes independent numbers ones that neighbours share.
    """

    examples: FloatArray
    basis: FloatArray
    wander: FloatArray


@dataclass(frozen=True)
class _Style:
    often: float
    lines: tuple[_Line, ...]


@functools.cache
def _styles(digit: int) -> tuple[_Style, ...]:
    """The styles of a digit, read from their text once."""
    found: list[tuple[float, list[str]]] = []
    for line in STYLES[digit].strip().splitlines():
        often, colon, _ = line.partition(":")
        if colon:
            found.append((float(often), []))
        else:
            found[-1][1].append(line)
    return tuple(
        _Style(often, tuple(map(_line, zip(*(example.split("/") for example in examples), strict=True))))
        for often, examples in found
    )


def _line(texts: Sequence[str]) -> _Line:
    """One stroke of a style from its text in each example."""
    words = [text.split() for text in texts]
    examples = np.array([[tuple(map(float, word.rstrip("!").split(","))) for word in text] for text in words]) / 100
    corners = [word.endswith("!") for word in words[0]]
    if any([word.endswith("!") for word in text] != corners for text in words):
        raise ValueError(f"the corners of {texts} differ")
    place = np.arange(len(corners))
    wander = np.exp(-(((place[:, None] - place) / _NEIGHBOURS) ** 2) / 2)
    wander /= np.sqrt((wander**2).sum(axis=1, keepdims=True))
    return _Line(examples, _basis(examples.mean(axis=0), corners), wander)


def _basis(points: FloatArray, corners: list[bool], step: float = 0.03) -> FloatArray:
    """The (T, K) matrix that turns any K points into T points of a curve through them.

    It is the cubic Hermite curve whose speed at a point is that of the parabola through it and its neighbours; at
    corners and ends it is that of the neighbour at hand. ``points`` (K, 2) give the spacing in time alone.
    """
    n = len(points)
    chord = np.hypot(*np.diff(points, axis=0).T)
    time = np.sqrt(chord)
    unit = np.eye(n)
    slope = np.diff(unit, axis=0) / time[:, None]
    rows: list[FloatArray] = []
    for k in range(n - 1):
        leave = arrive = slope[k]
        if k and not corners[k]:
            leave = (slope[k - 1] * time[k] + slope[k] * time[k - 1]) / (time[k - 1] + time[k])
        if k + 2 < n and not corners[k + 1]:
            arrive = (slope[k] * time[k + 1] + slope[k + 1] * time[k]) / (time[k] + time[k + 1])
        u = np.linspace(0, 1, int(np.ceil(chord[k] / step)), endpoint=False)[:, None]
        rows.append(
            (1 + 2 * u) * (1 - u) ** 2 * unit[k]
            + u**2 * (3 - 2 * u) * unit[k + 1]
            + time[k] * (u * (1 - u) ** 2 * leave - u**2 * (1 - u) * arrive)
        )
    return np.concatenate([*rows, unit[-1:]])


def starter_drawing(digit: int, rng: np.random.Generator) -> list[Stroke]:
    """One drawing of ``digit`` somewhere on the canvas, at any size a person might choose.

    Returns:
        Strokes, (n, 2) float32 each, in canvas units, all within 0..28.

    Raises:
        ValueError: ``digit`` is not 0 to 9.
    """
    if digit not in range(CLASSES):
        raise ValueError(f"{digit} is not one of the digits 0 to 9")
    strokes = _written(np.array([digit]), rng)[0]
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = CANVAS * rng.uniform(_SMALLEST, _LARGEST) / float((high - low).max())
    corner = rng.uniform(0, 1, 2) * (CANVAS - (high - low) * scale)
    return [np.clip((stroke - low) * scale + corner, 0, CANVAS).astype(np.float32) for stroke in strokes]


def starter_sets(progress: Callable[[int, int], None] | None = None) -> tuple[Dataset, Dataset]:
    """A training set of 20,000 and a test set of 2,000, always the same ones.

    Args:
        progress: as for ``starter_digits``, over both.
    """
    pictures = TRAINING_PICTURES + TEST_PICTURES

    def after(made_before: int) -> Callable[[int, int], None] | None:
        return None if progress is None else lambda made, _: progress(made_before + made, pictures)

    return (
        starter_digits(TRAINING_PICTURES, 0, after(0)),
        starter_digits(TEST_PICTURES, 1, after(TRAINING_PICTURES)),
    )


def starter_digits(n: int = 20_000, seed: int = 0, progress: Callable[[int, int], None] | None = None) -> Dataset:
    """``n`` starter digits, as many of each class as of any other (or one more), in random order.

    The same ``n`` and ``seed`` give the same set, bit for bit.

    Args:
        progress: called with (pictures made, pictures in all) now and then; what it raises ends the making.
    """
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.arange(n) % CLASSES).astype(np.uint8)
    images: ByteArray = np.empty((n, CANVAS, CANVAS), np.uint8)
    made = 0
    for start in range(0, n, _BATCH):
        drawings = _written(labels[start : start + _BATCH], rng)
        widths = _widths(len(drawings), rng)
        # Pens of one width together: the widest one says how many pixels around a line must be looked at.
        order = np.argsort(widths, kind="stable")
        for some in np.split(order, range(_INKED, len(order), _INKED)):
            # One unit of the canvas is a speck; as high as the canvas it is a digit, which fills the box.
            on_canvas = [[stroke * CANVAS for stroke in drawings[i]] for i in some]
            pictures = centre_drawings(on_canvas, widths[some], smooth=False)
            images[start + some] = np.rint(pictures * 255)
            made += len(some)
            if progress is not None:
                progress(made, n)
    return Dataset(images, labels, "Starter digits")


def _widths(n: int, rng: np.random.Generator) -> FloatArray:
    """Stroke widths (n,) in pixels: most near the canvas's own, some from a broad pen."""
    usual = np.exp(rng.normal(np.log(_WIDTH), _WIDTH_SPREAD, n)).clip(_THINNEST, _THICKEST)
    return np.where(rng.random(n) < _BROAD_CHANCE, rng.uniform(_WIDTH, _THICKEST, n), usual)


def _written(digits: IntArray, rng: np.random.Generator) -> list[list[Stroke]]:
    """A drawing of each of ``digits`` (n,), about 1 high, around (0, 0)."""
    drawings: list[list[Stroke]] = [[] for _ in digits]
    for digit in range(CLASSES):
        which = np.flatnonzero(digits == digit)
        styles = _styles(digit)
        often = np.array([style.often for style in styles])
        chosen = rng.choice(len(styles), len(which), p=often / often.sum())
        for i, style in enumerate(styles):
            some = which[chosen == i]
            if len(some):
                for place, drawing in zip(some, _write(style, len(some), rng), strict=True):
                    drawings[place] = drawing
    return drawings


def _write(style: _Style, n: int, rng: np.random.Generator) -> list[list[Stroke]]:
    """``n`` drawings in one style."""
    blend = rng.dirichlet(np.full(len(style.lines[0].examples), _BLEND), n)
    blend = (1 + _BEYOND) * blend - _BEYOND / blend.shape[1]
    unsteady = _JITTER * np.exp(rng.uniform(-_JITTER_RANGE, _JITTER_RANGE, (n, 1, 1)))
    hand = _Hand(n, rng)
    lines = []
    for line in style.lines:
        points = np.einsum("ne,ekc->nkc", blend, line.examples)
        points += unsteady * (line.wander @ rng.standard_normal(points.shape))
        if len(style.lines) > 1:
            points += rng.normal(0, _STROKE_OFFSET, (n, 1, 2))
        lines.append(_with_ends(hand(line.basis @ points), rng))
    return [list(strokes) for strokes in zip(*lines, strict=True)]


class _Hand:
    """What ``n`` people's hands do to the shapes they have in mind: one smooth map of the plane each."""

    def __init__(self, n: int, rng: np.random.Generator) -> None:
        def each(bound: float) -> FloatArray:
            return rng.uniform(-bound, bound, (n, 1))

        self._slant = _SLANT + each(_SLANT_RANGE)
        self._turn = each(_ROTATION)
        self._aspect = np.exp(each(_ASPECT))
        self._bend_x, self._bend_y = each(_BEND), each(_BEND)
        self._wave_x, self._wave_y = each(_WAVE), each(_WAVE)
        self._waist, self._taper, self._lean = each(_WAIST), each(_TAPER), each(_LEAN)

    def __call__(self, points: FloatArray) -> FloatArray:
        """(n, T, 2) points of shapes about 0..0.6 x 0..1 -> the same, written."""
        x, y = points[:, :, 0] - 0.3, 2 * points[:, :, 1] - 1
        # y is -1..1 now; what vanishes at both ends moves the waist and leaves the height.
        inner = 1 - y**2
        # x2 is about -1..1; it stops where an arm sticks far out, or the parabola would bend it back.
        x2 = np.clip(x / 0.3, -2, 2)
        outer = 1 - x2**2
        y2 = y + self._waist * inner
        wide = x * np.exp(self._taper * y) + self._lean * 0.15 * outer
        px = wide * self._aspect + self._bend_x * inner + self._wave_x * np.sin(np.pi * y) - self._slant * y2 / 2
        py = y2 / 2 + self._bend_y * outer / 2 + self._wave_y * np.sin(np.pi * x2) / 2
        cos, sin = np.cos(self._turn), np.sin(self._turn)
        return np.stack((cos * px - sin * py, sin * px + cos * py), axis=2)


def _with_ends(lines: FloatArray, rng: np.random.Generator) -> list[Stroke]:
    """Lines (n, T, 2) with trembling, cut short or drawn on at both ends: n strokes of evenly spaced points."""
    n, t, _ = lines.shape
    tremor = rng.normal(0, _TREMOR, (n, t, 2))
    tremor[:, 1:] += tremor[:, :-1]
    lines = lines + tremor
    hook = rng.uniform(size=(n, 2)) < _HOOK_CHANCE
    over = np.where(hook, rng.uniform(0, _HOOK, (n, 2)), rng.normal(0, _OVERSHOOT, (n, 2)))
    turn = np.where(hook, rng.uniform(-2.4, 2.4, (n, 2)), rng.normal(0, _DIRECTION_OF_END, (n, 2)))
    tips = [
        end + np.maximum(over[:, i, None], 0) * _turned(_direction(end - inner), turn[:, i])
        for i, (end, inner) in enumerate(((lines[:, 0], lines[:, min(3, t - 1)]), (lines[:, -1], lines[:, -min(4, t)])))
    ]
    lines = np.concatenate((tips[0][:, None], lines, tips[1][:, None]), axis=1)
    steps = np.diff(lines, axis=1)
    along = np.zeros((n, t + 2))
    np.cumsum(np.sqrt((steps**2).sum(axis=2)), axis=1, out=along[:, 1:])
    # No end is cut by more than a sixth.
    cut = np.clip(-over, 0, along[:, -1:] / 6)
    return _spaced(lines, along, cut[:, 0], along[:, -1] - cut[:, 1])


def _direction(way: FloatArray) -> FloatArray:
    """(n, 2) -> the same, each of length 1 (or 0)."""
    length: FloatArray = np.sqrt((way**2).sum(axis=1, keepdims=True))
    return way / np.maximum(length, 1e-9)


def _turned(way: FloatArray, angle: FloatArray) -> FloatArray:
    """(n, 2), each turned by its ``angle`` (n,)."""
    cos, sin = np.cos(angle), np.sin(angle)
    return np.stack((cos * way[:, 0] - sin * way[:, 1], sin * way[:, 0] + cos * way[:, 1]), axis=1)


def _spaced(lines: FloatArray, along: FloatArray, first: FloatArray, last: FloatArray) -> list[Stroke]:
    """Points _STEP apart on each of the lines (n, T, 2), from ``first`` (n,) to ``last`` (n,) along it.

    ``along`` (n, T) is how far along its line each point lies.
    """
    counts = np.ceil((last - first) / _STEP).astype(np.int64) + 1
    ends = np.cumsum(counts)
    which = np.repeat(np.arange(len(lines)), counts)
    part = (np.arange(ends[-1]) - (ends - counts)[which]) / np.maximum(counts - 1, 1)[which]
    # All lines laid end to end are one line to np.interp, with room between them.
    offset = np.concatenate(([0.0], np.cumsum(along[:-1, -1] + 1)))
    places = (offset + first)[which] + part * (last - first)[which]
    known = (along + offset[:, None]).ravel()
    points = np.stack([np.interp(places, known, lines[:, :, axis].ravel()) for axis in (0, 1)], axis=1)
    return np.split(points, ends[:-1])
