"""Drawings that are not digits: dots, scribbles, hatching, letters, two digits at once.

A network trained on digits alone predicts a digit for everything. Trained on these too, with equal target
probabilities, it learns to be unsure (outlier exposure; Hendrycks, Mazeika and Dietterich 2019).
"""

import functools
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from engine.data.dataset import Dataset
from engine.data.synthetic.digits import synthetic_drawing
from engine.data.synthetic.distortion import near_pen_widths
from engine.data.synthetic.handwriting import load_styles, write
from engine.ink.preprocess import centre_drawings
from engine.ink.strokes import Stroke, curve
from engine.types import CANVAS, CLASSES, NO_DIGIT, ByteArray

_BATCH = 200
_Generator: TypeAlias = Callable[[np.random.Generator], list[Stroke]]


def non_digits(n: int, seed: int, held_out: bool = False) -> Dataset:
    """``n`` images of non-digits, all labelled NO_DIGIT. The same arguments give the same images.

    Args:
        held_out: other letters and other kinds of scribble, for measuring; nothing is trained on them.
    """
    rng = np.random.default_rng(seed)
    images: ByteArray = np.empty((n, CANVAS, CANVAS), np.uint8)
    for start in range(0, n, _BATCH):
        drawings = [non_digit(rng, held_out) for _ in range(min(_BATCH, n - start))]
        inputs = centre_drawings(drawings, near_pen_widths(len(drawings), rng))
        images[start : start + _BATCH] = np.rint(inputs * 255)
    return Dataset(images, np.full(n, NO_DIGIT, np.uint8), "Non-digits")


def non_digit(rng: np.random.Generator, held_out: bool = False) -> list[Stroke]:
    """One drawing of a non-digit, in canvas units; see ``non_digits``."""
    kinds = _KINDS[held_out]
    weights = np.array([weight for weight, _ in kinds])
    _, generate = kinds[rng.choice(len(kinds), p=weights / weights.sum())]
    return generate(rng)


def _letter(section: str, rng: np.random.Generator) -> list[Stroke]:
    styles = load_styles("letter_shapes.txt")[section]
    return [stroke * (0.7 * CANVAS) + CANVAS / 2 for stroke in write(styles[rng.integers(len(styles))], 1, rng)[0]]


def _dots(rng: np.random.Generator) -> list[Stroke]:
    """One or several dots, each where the pen hardly moved."""
    n = 1 if rng.random() < 0.5 else rng.integers(2, 7)
    return [rng.uniform(4, 24, 2) + np.cumsum(rng.normal(0, 0.25, (rng.integers(1, 5), 2)), axis=0) for _ in range(n)]


def _scribble(rng: np.random.Generator) -> list[Stroke]:
    """A long random line with many turns."""
    turns = rng.integers(7, 26)
    points = np.clip(14 + np.cumsum(rng.normal(0, 6, (turns, 2)), axis=0), 2, 26)
    return [curve(points + rng.normal(0, 0.5, points.shape))]


def _hatching(rng: np.random.Generator) -> list[Stroke]:
    """One zigzag line, back and forth."""
    times = rng.integers(6, 16)
    along, across = rng.uniform(8, 22), rng.uniform(6, 22)
    x = np.where(np.arange(times) % 2, along, 0.0) + rng.normal(0, 0.8, times)
    angle = rng.uniform(0, 2 * np.pi)
    cos, sin = np.cos(angle), np.sin(angle)
    return [np.column_stack((x, np.linspace(0, across, times))) @ np.array([[cos, sin], [-sin, cos]])]


def _straight_lines(rng: np.random.Generator) -> list[Stroke]:
    """Three to seven random straight lines."""
    return [rng.uniform(2, 26, (2, 2)) for _ in range(rng.integers(3, 8))]


def _flat_line(rng: np.random.Generator) -> list[Stroke]:
    """A roughly horizontal line, straight or wavy."""
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
    """A spiral of more than two turns."""
    angle = np.linspace(0, 2 * np.pi * rng.uniform(2.2, 5), 120) * rng.choice((-1, 1)) + rng.uniform(0, 6)
    radius = np.linspace(rng.uniform(0, 1.5), rng.uniform(8, 11), 120)
    return [np.column_stack((radius * np.cos(angle), rng.uniform(0.6, 1) * radius * np.sin(angle)))]


def _crossed_out(rng: np.random.Generator) -> list[Stroke]:
    """A digit that is crossed out."""
    digit = synthetic_drawing(int(rng.integers(CLASSES)), rng)
    points = np.concatenate(digit)
    low, high = points.min(axis=0), points.max(axis=0)
    times = rng.integers(5, 10)
    x = np.where(np.arange(times) % 2, high[0] + 1, low[0] - 1) + rng.normal(0, 0.8, times)
    return [*digit, np.column_stack((x, np.linspace(low[1], high[1], times)))]


def _polygon(rng: np.random.Generator) -> list[Stroke]:
    """A square with both diagonals."""
    corners = np.array([(0, 0), (20, 0), (20, 20), (0, 20), (0, 0), (20, 20)]) + rng.normal(0, 1, (6, 2))
    return [corners, np.array([corners[1], corners[3]])]


# (weight, generator), by ``held_out``. Both sets have letters, dots, scribbles and too much ink.
_KINDS: dict[bool, Sequence[tuple[float, _Generator]]] = {
    False: (
        (5, functools.partial(_letter, "train")),
        (1, _dots),
        (3, _scribble),
        (1, _hatching),
        (1, _straight_lines),
        (1, _flat_line),
        (2, _two_digits),
    ),
    True: ((4, functools.partial(_letter, "test")), (1, _dots), (2, _spiral), (1, _crossed_out), (1, _polygon)),
}
