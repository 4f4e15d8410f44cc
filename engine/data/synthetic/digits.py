"""Starter digits: a training set that the program writes itself, so that a machine without a network can train at once.

A digit is written as a person would: one of the known styles (``digit_shapes``), a blend of that style's examples, a
hand that slants, squeezes and bends it, some unsteadiness, and strokes that begin and end where they should not
quite. The strokes are then inked as everything drawn on the canvas is.
"""

import functools
from collections.abc import Callable

import numpy as np

from engine.data.dataset import Dataset
from engine.data.synthetic.digit_shapes import STYLES
from engine.data.synthetic.distortion import pen_widths
from engine.data.synthetic.handwriting import Style, read_styles, write
from engine.ink.preprocess import centre_drawings
from engine.ink.strokes import Stroke
from engine.types import CANVAS, CLASSES, ByteArray, IntArray

# Drawings made at once, and inked at once: enough for NumPy to work on many, few enough to stay in the cache.
TRAINING_PICTURES, TEST_PICTURES = 20_000, 2_000
_BATCH, _INKED = 1000, 100

# How much of the canvas a person's drawing takes, at least and at most.
_SMALLEST, _LARGEST = 0.35, 0.9


@functools.cache
def _styles(digit: int) -> tuple[Style, ...]:
    """The styles of a digit, read from their text once."""
    return read_styles(STYLES[digit])


def synthetic_drawing(digit: int, rng: np.random.Generator) -> list[Stroke]:
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


def synthetic_sets(progress: Callable[[int, int], None] | None = None) -> tuple[Dataset, Dataset]:
    """A training set of 20,000 and a test set of 2,000, always the same ones.

    Args:
        progress: as for ``synthetic_digits``, over both.
    """
    pictures = TRAINING_PICTURES + TEST_PICTURES

    def after(made_before: int) -> Callable[[int, int], None] | None:
        return None if progress is None else lambda made, _: progress(made_before + made, pictures)

    return (
        synthetic_digits(TRAINING_PICTURES, 0, after(0)),
        synthetic_digits(TEST_PICTURES, 1, after(TRAINING_PICTURES)),
    )


def synthetic_digits(n: int = 20_000, seed: int = 0, progress: Callable[[int, int], None] | None = None) -> Dataset:
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
        widths = pen_widths(len(drawings), rng)
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
                for place, drawing in zip(some, write(style, len(some), rng), strict=True):
                    drawings[place] = drawing
    return drawings
