"""What people draw that is no digit: dots, scribbles, hatching, letters, two digits at once.

A network that has only ever seen digits takes everything for one. Shown these, with every digit equally likely as the
answer, it learns to be unsure (outlier exposure; Hendrycks, Mazeika and Dietterich 2019).
"""

import functools
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from engine.data.dataset import Dataset
from engine.data.synthetic.digits import synthetic_drawing
from engine.data.synthetic.distortion import near_pen_widths
from engine.data.synthetic.handwriting import Style, read_styles, write
from engine.data.synthetic.letter_shapes import HELD_OUT, LEARNED
from engine.ink.preprocess import centre_drawings
from engine.ink.strokes import Stroke, curve
from engine.types import CANVAS, CLASSES, NO_DIGIT

_AT_ONCE = 200
_Maker: TypeAlias = Callable[[np.random.Generator], list[Stroke]]


def non_digits(n: int, seed: int, held_out: bool = False) -> Dataset:
    """``n`` pictures of what is no digit, all labelled NO_DIGIT. The same arguments give the same pictures.

    Args:
        held_out: other letters and other kinds of scribble than otherwise: to measure with, never learned from.
    """
    rng = np.random.default_rng(seed)
    parts = [np.zeros((0, CANVAS, CANVAS), np.uint8)]
    for start in range(0, n, _AT_ONCE):
        drawings = [non_digit(rng, held_out) for _ in range(min(_AT_ONCE, n - start))]
        pictures = centre_drawings(drawings, near_pen_widths(len(drawings), rng))
        parts.append(np.rint(pictures * 255).astype(np.uint8))
    images = np.concatenate(parts)
    return Dataset(images, np.full(len(images), NO_DIGIT, np.uint8), "Non-digits")


def non_digit(rng: np.random.Generator, held_out: bool = False) -> list[Stroke]:
    """One drawing of something that is no digit, in canvas units; see ``non_digits``."""
    kinds = _KINDS[held_out]
    often = np.array([weight for weight, _ in kinds])
    _, make = kinds[rng.choice(len(kinds), p=often / often.sum())]
    return make(rng)


@functools.cache
def _styles(held_out: bool) -> tuple[Style, ...]:
    return tuple(style for text in (HELD_OUT if held_out else LEARNED) for style in read_styles(text))


def _letter(held_out: bool, rng: np.random.Generator) -> list[Stroke]:
    styles = _styles(held_out)
    return [stroke * (0.7 * CANVAS) + CANVAS / 2 for stroke in write(styles[rng.integers(len(styles))], 1, rng)[0]]


def _dots(rng: np.random.Generator) -> list[Stroke]:
    """One dot or some, each where the pen stood still or hardly moved."""
    n = 1 if rng.random() < 0.5 else rng.integers(2, 7)
    return [rng.uniform(4, 24, 2) + np.cumsum(rng.normal(0, 0.25, (rng.integers(1, 5), 2)), axis=0) for _ in range(n)]


def _scribble(rng: np.random.Generator) -> list[Stroke]:
    """A line that goes here and there, with many turns."""
    turns = rng.integers(7, 26)
    points = np.clip(14 + np.cumsum(rng.normal(0, 6, (turns, 2)), axis=0), 2, 26)
    return [curve(points + rng.normal(0, 0.5, points.shape))]


def _hatching(rng: np.random.Generator) -> list[Stroke]:
    """Back and forth, ever further."""
    times = rng.integers(6, 16)
    along, across = rng.uniform(8, 22), rng.uniform(6, 22)
    way = np.where(np.arange(times) % 2, along, 0.0) + rng.normal(0, 0.8, times)
    return [_turned(np.column_stack((way, np.linspace(0, across, times))), rng)]


def _some_lines(rng: np.random.Generator) -> list[Stroke]:
    """Three to seven straight lines anywhere."""
    return [rng.uniform(2, 26, (2, 2)) for _ in range(rng.integers(3, 8))]


def _flat_line(rng: np.random.Generator) -> list[Stroke]:
    """A line that lies, straight or wavy."""
    x = np.linspace(0, rng.uniform(8, 22), 24)
    y = rng.uniform(0, 2.5) * np.sin(x * rng.uniform(0.2, 1.2) + rng.uniform(0, 6)) + x * rng.uniform(-0.25, 0.25)
    return [np.column_stack((x, y))]


def _two_digits(rng: np.random.Generator) -> list[Stroke]:
    """Two or three digits side by side."""
    strokes: list[Stroke] = []
    left = 0.0
    for _ in range(rng.integers(2, 4)):
        digit = synthetic_drawing(int(rng.integers(CLASSES)), rng)
        points = np.concatenate(digit)
        low, height = points.min(axis=0), max(float(np.ptp(points[:, 1])), 1.0)
        scaled = [(stroke - low) * (12 / height) + [left, 0] for stroke in digit]
        left = max(float(stroke[:, 0].max()) for stroke in scaled) + rng.uniform(1, 4)
        strokes += scaled
    return strokes


def _spiral(rng: np.random.Generator) -> list[Stroke]:
    """Round and round, more than twice."""
    angle = np.linspace(0, 2 * np.pi * rng.uniform(2.2, 5), 120) * rng.choice((-1, 1)) + rng.uniform(0, 6)
    radius = np.linspace(rng.uniform(0, 1.5), rng.uniform(8, 11), 120)
    return [np.column_stack((radius * np.cos(angle), rng.uniform(0.6, 1) * radius * np.sin(angle)))]


def _crossed_out(rng: np.random.Generator) -> list[Stroke]:
    """A digit that someone has thought better of."""
    digit = synthetic_drawing(int(rng.integers(CLASSES)), rng)
    points = np.concatenate(digit)
    low, high = points.min(axis=0), points.max(axis=0)
    times = rng.integers(5, 10)
    x = np.where(np.arange(times) % 2, high[0] + 1, low[0] - 1) + rng.normal(0, 0.8, times)
    return [*digit, np.column_stack((x, np.linspace(low[1], high[1], times)))]


def _polygon(rng: np.random.Generator) -> list[Stroke]:
    """A triangle or a box with both diagonals."""
    corners = np.array([(0, 0), (20, 0), (20, 20), (0, 20), (0, 0), (20, 20)]) + rng.normal(0, 1, (6, 2))
    return [corners, np.array([corners[1], corners[3]])]


def _turned(points: Stroke, rng: np.random.Generator) -> Stroke:
    angle = rng.uniform(0, 2 * np.pi)
    cos, sin = np.cos(angle), np.sin(angle)
    turned: Stroke = points @ np.array([[cos, sin], [-sin, cos]])
    return turned


# How often, and what. What is held out has something of each sort: letters, dots, scribbles, too much ink.
_KINDS: dict[bool, Sequence[tuple[float, _Maker]]] = {
    False: (
        (5, functools.partial(_letter, False)),
        (1, _dots),
        (3, _scribble),
        (1, _hatching),
        (1, _some_lines),
        (1, _flat_line),
        (2, _two_digits),
    ),
    True: ((4, functools.partial(_letter, True)), (1, _dots), (2, _spiral), (1, _crossed_out), (1, _polygon)),
}
