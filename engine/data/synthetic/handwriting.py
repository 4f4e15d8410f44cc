"""Shapes written as a person would: a blend of a style's examples, a hand that slants, squeezes and bends it, some
unsteadiness, and strokes that begin and end where they should not quite.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.data.synthetic.distortion import Distortion
from engine.ink.strokes import Stroke
from engine.types import FloatArray

# All lengths below are in units of the digit's height.

# Between points. When a digit fills the box that is under a pixel: straight lines between them look smooth.
_STEP = 0.04

# The points of an example wander, neighbours together: one standard deviation, and the range of its logarithm.
_JITTER, _JITTER_RANGE = 0.045, 0.8
_NEIGHBOURS = 1.2
_STROKE_OFFSET = 0.035
_TREMOR = 0.005
# Strokes begin and end too early or too late, and sometimes with a hook.
_OVERSHOOT = 0.045
_HOOK_CHANCE, _HOOK = 0.06, 0.14
_DIRECTION_OF_END = np.deg2rad(30)
# Blends of examples: below 1, one or two of them make up most of a blend; and how far beyond the examples it may lie.
_BLEND, _BEYOND = 0.4, 0.15


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
class Style:
    """One way to write something.

    Attributes:
        often: how often it is chosen, relative to the others.
        lines: its strokes.
    """

    often: float
    lines: tuple[_Line, ...]


def read_styles(text: str) -> tuple[Style, ...]:
    """The styles described by a text, in the form that ``engine.data.synthetic.digit_shapes`` explains."""
    found: list[tuple[float, list[str]]] = []
    for line in text.strip().splitlines():
        often, colon, _ = line.partition(":")
        if colon:
            found.append((float(often), []))
        else:
            found[-1][1].append(line)
    return tuple(
        Style(often, tuple(map(_line, zip(*(example.split("/") for example in examples), strict=True))))
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


def write(style: Style, n: int, rng: np.random.Generator) -> list[list[Stroke]]:
    """``n`` drawings in one style, about 1 high, around (0, 0)."""
    blend = rng.dirichlet(np.full(len(style.lines[0].examples), _BLEND), n)
    blend = (1 + _BEYOND) * blend - _BEYOND / blend.shape[1]
    unsteady = _JITTER * np.exp(rng.uniform(-_JITTER_RANGE, _JITTER_RANGE, (n, 1, 1)))
    hand = Distortion(n, rng)
    lines = []
    for line in style.lines:
        points = np.einsum("ne,ekc->nkc", blend, line.examples)
        points += unsteady * (line.wander @ rng.standard_normal(points.shape))
        if len(style.lines) > 1:
            points += rng.normal(0, _STROKE_OFFSET, (n, 1, 2))
        lines.append(_with_ends(hand(line.basis @ points), rng))
    return [list(strokes) for strokes in zip(*lines, strict=True)]


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
