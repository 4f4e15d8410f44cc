"""Synthetic handwriting: random variations of the styles in digit_shapes.txt and letter_shapes.txt.

Each drawing is a random blend of a style's examples, distorted, with some jitter and inexact stroke ends.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np

from ...ink.strokes import Stroke
from ...types import FloatArray, IntArray
from .distortion import Distortion

# All lengths below are in units of the digit's height.

# Between the points of a finished stroke: under a pixel when a digit fills the box, so straight lines look smooth.
_STEP = 0.04

# Jitter of an example's points: its standard deviation, the range of that in logarithms, and over how many neighbouring
# points it is correlated.
_JITTER, _JITTER_RANGE = 0.045, 0.8
_CORRELATION = 1.2
_STROKE_OFFSET = 0.035
_TREMOR = 0.005
# Strokes start and end too early or too late, and sometimes with a hook.
_OVERSHOOT = 0.045
_HOOK_CHANCE, _HOOK = 0.06, 0.14
_END_ANGLE = np.deg2rad(30)
# Dirichlet parameter of a blend: below 1, one or two examples dominate. And how far it may extrapolate beyond them.
_BLEND, _EXTRAPOLATION = 0.4, 0.15


@dataclass(frozen=True)
class _Line:
    """One stroke of a style.

    Attributes:
        examples: (E, K, 2), the K points of the stroke in each of E examples.
        basis: (T, K), maps K points to T close points on a smooth curve through them.
        correlation: (K, K), maps independent random numbers to ones that are correlated between neighbours.
    """

    examples: FloatArray
    basis: FloatArray
    correlation: FloatArray


@dataclass(frozen=True)
class Style:
    """One way to write something.

    Attributes:
        weight: how often it is chosen, relative to the others.
        training_weight: how often in the training set of the shipped network, which learns rare styles more often.
        lines: its strokes.
    """

    weight: float
    training_weight: float
    lines: tuple[_Line, ...]


@functools.cache
def load_styles(name: str) -> dict[str, tuple[Style, ...]]:
    """The styles in a text file of this folder, by section; digit_shapes.txt explains the format."""
    sections: dict[str, list[tuple[list[float], list[str]]]] = {}
    for line in resources.files(__package__).joinpath(name).read_text("utf-8").splitlines():
        weights, colon, _ = line.partition(":")
        if line.startswith("#") or not line:
            continue
        if line.startswith("["):
            styles = sections.setdefault(line.strip("[]"), [])
        elif colon:
            styles.append(([float(weight) for weight in weights.split("/")], []))
        else:
            styles[-1][1].append(line)
    return {
        section: tuple(
            Style(weights[0], weights[-1], tuple(map(_line, zip(*(text.split("/") for text in examples), strict=True))))
            for weights, examples in styles
        )
        for section, styles in sections.items()
    }


def choose_styles(styles: Sequence[Style], n: int, rng: np.random.Generator, training: bool = False) -> IntArray:
    """(n,) random indices of ``styles``, by their weights, or by their training weights."""
    weights = np.array([style.training_weight if training else style.weight for style in styles])
    return rng.choice(len(styles), n, p=weights / weights.sum())


def _line(texts: Sequence[str]) -> _Line:
    """One stroke of a style from its text in each example."""
    words = [text.split() for text in texts]
    examples = np.array([[tuple(map(float, word.rstrip("!").split(","))) for word in text] for text in words]) / 100
    corners = [word.endswith("!") for word in words[0]]
    if any([word.endswith("!") for word in text] != corners for text in words):
        raise ValueError(f"the corners of {texts} differ")
    index = np.arange(len(corners))
    correlation = np.exp(-(((index[:, None] - index) / _CORRELATION) ** 2) / 2)
    correlation /= np.sqrt((correlation**2).sum(axis=1, keepdims=True))
    return _Line(examples, _basis(examples.mean(axis=0), corners), correlation)


def _basis(points: FloatArray, corners: list[bool], step: float = 0.03) -> FloatArray:
    """The (T, K) matrix that maps any K points to T points on a curve through them.

    It is the cubic Hermite curve whose velocity at a point is that of the parabola through it and its neighbours; at
    corners and ends, that of the adjacent chord. ``points`` (K, 2) only determine the spacing in time.
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
    """``n`` random drawings in one style, about 1 high, around (0, 0)."""
    blend = rng.dirichlet(np.full(len(style.lines[0].examples), _BLEND), n)
    blend = (1 + _EXTRAPOLATION) * blend - _EXTRAPOLATION / blend.shape[1]
    jitter = _JITTER * np.exp(rng.uniform(-_JITTER_RANGE, _JITTER_RANGE, (n, 1, 1)))
    distort = Distortion(n, rng)
    lines = []
    for line in style.lines:
        points = np.einsum("ne,ekc->nkc", blend, line.examples)
        points += jitter * (line.correlation @ rng.standard_normal(points.shape))
        if len(style.lines) > 1:
            points += rng.normal(0, _STROKE_OFFSET, (n, 1, 2))
        lines.append(_with_ends(distort(line.basis @ points), rng))
    return [list(strokes) for strokes in zip(*lines, strict=True)]


def _with_ends(lines: FloatArray, rng: np.random.Generator) -> list[Stroke]:
    """Lines (n, T, 2) with tremor, shortened or extended at both ends: n strokes of evenly spaced points."""
    n, t, _ = lines.shape
    tremor = rng.normal(0, _TREMOR, (n, t, 2))
    tremor[:, 1:] += tremor[:, :-1]
    lines = lines + tremor
    hook = rng.uniform(size=(n, 2)) < _HOOK_CHANCE
    over = np.where(hook, rng.uniform(0, _HOOK, (n, 2)), rng.normal(0, _OVERSHOOT, (n, 2)))
    turn = np.where(hook, rng.uniform(-2.4, 2.4, (n, 2)), rng.normal(0, _END_ANGLE, (n, 2)))
    tips = [
        end + np.maximum(over[:, i, None], 0) * _direction(end - inner, turn[:, i])
        for i, (end, inner) in enumerate(((lines[:, 0], lines[:, min(3, t - 1)]), (lines[:, -1], lines[:, -min(4, t)])))
    ]
    lines = np.concatenate((tips[0][:, None], lines, tips[1][:, None]), axis=1)
    steps = np.diff(lines, axis=1)
    along = np.zeros((n, t + 2))
    np.cumsum(np.sqrt((steps**2).sum(axis=2)), axis=1, out=along[:, 1:])
    # Neither end loses more than a sixth of the line.
    cut = np.clip(-over, 0, along[:, -1:] / 6)
    return _spaced(lines, along, cut[:, 0], along[:, -1] - cut[:, 1])


def _direction(vectors: FloatArray, angle: FloatArray) -> FloatArray:
    """(n, 2) vectors -> unit vectors (or 0), each rotated by its ``angle`` (n,)."""
    vectors = vectors / np.maximum(np.sqrt((vectors**2).sum(axis=1, keepdims=True)), 1e-9)
    cos, sin = np.cos(angle), np.sin(angle)
    return np.stack((cos * vectors[:, 0] - sin * vectors[:, 1], sin * vectors[:, 0] + cos * vectors[:, 1]), axis=1)


def _spaced(lines: FloatArray, along: FloatArray, first: FloatArray, last: FloatArray) -> list[Stroke]:
    """Points _STEP apart on each of the lines (n, T, 2), from ``first`` (n,) to ``last`` (n,), in arc length.

    ``along`` (n, T) is the arc length at each point.
    """
    counts = np.ceil((last - first) / _STEP).astype(np.int64) + 1
    ends = np.cumsum(counts)
    which = np.repeat(np.arange(len(lines)), counts)
    part = (np.arange(ends[-1]) - (ends - counts)[which]) / np.maximum(counts - 1, 1)[which]
    # One call of np.interp for all: the lines are laid end to end, with gaps between them.
    offset = np.concatenate(([0.0], np.cumsum(along[:-1, -1] + 1)))
    target = (offset + first)[which] + part * (last - first)[which]
    known = (along + offset[:, None]).ravel()
    points = np.stack([np.interp(target, known, lines[:, :, axis].ravel()) for axis in (0, 1)], axis=1)
    return np.split(points, ends[:-1])
