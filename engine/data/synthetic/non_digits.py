"""Drawings that are not digits: dots, scribbles, hatching, letters, two digits at once.

A network trained on digits alone predicts a digit for everything. Trained on these too, with equal target
probabilities, it learns to be unsure (outlier exposure; Hendrycks, Mazeika and Dietterich 2019).
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from ...ink.preprocess import centre_drawings
from ...ink.strokes import Stroke, curve
from ...types import CANVAS, CLASSES, NO_DIGIT, ByteArray
from ..dataset import Dataset
from .digits import synthetic_drawing
from .distortion import near_pen_widths
from .handwriting import load_styles, write

_BATCH = 200
_Generator: TypeAlias = Callable[[np.random.Generator], list[Stroke]]


def non_digits(n: int, seed: int) -> Dataset:
    """``n`` images of non-digits, all labelled NO_DIGIT. The same arguments give the same images."""
    rng = np.random.default_rng(seed)
    images: ByteArray = np.empty((n, CANVAS, CANVAS), np.uint8)
    for start in range(0, n, _BATCH):
        drawings = [non_digit(rng) for _ in range(min(_BATCH, n - start))]
        inputs = centre_drawings(drawings, near_pen_widths(len(drawings), rng))
        images[start : start + _BATCH] = np.rint(inputs * 255)
    return Dataset(images, np.full(n, NO_DIGIT, np.uint8), "Non-digits")


def non_digit(rng: np.random.Generator) -> list[Stroke]:
    """One drawing of a non-digit, in canvas units."""
    weights = np.array([weight for weight, _ in _KINDS])
    _, generate = _KINDS[rng.choice(len(_KINDS), p=weights / weights.sum())]
    return generate(rng)


def _letter(rng: np.random.Generator) -> list[Stroke]:
    styles = load_styles("letter_shapes.txt")["train"]
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


# (weight, generator). tests/benchmarks/quality/non_digits.py measures with other letters and other kinds of scribble.
_KINDS: Sequence[tuple[float, _Generator]] = (
    (5, _letter),
    (1, _dots),
    (3, _scribble),
    (1, _hatching),
    (1, _straight_lines),
    (1, _flat_line),
    (2, _two_digits),
)
