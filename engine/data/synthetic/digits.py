"""Synthetic digits: a training set that the program makes itself, so that training needs no download.

Each digit is drawn in one of the known styles (digit_shapes.txt) with random variations, and rendered as drawings on
the canvas are.
"""

from collections.abc import Callable

import numpy as np

from ...ink.preprocess import centre_drawings
from ...ink.strokes import Stroke
from ...types import CANVAS, CLASSES, ByteArray, IntArray
from ..dataset import Dataset
from .distortion import pen_widths
from .handwriting import choose_styles, load_styles, write

TRAINING_IMAGES, TEST_IMAGES = 20_000, 2_000
# How many are drawn at once, and rendered at once: enough to vectorise, few enough to stay in the processor's cache.
_DRAWN, _RENDERED = 1000, 100

# How much of the canvas a user's drawing takes, at least and at most.
_SMALLEST, _LARGEST = 0.35, 0.9


def synthetic_drawing(digit: int, rng: np.random.Generator) -> list[Stroke]:
    """One drawing of ``digit`` at a random position and size on the canvas.

    Returns:
        Strokes, (n, 2) float32 each, in canvas units, all within 0..28.

    Raises:
        ValueError: ``digit`` is not 0 to 9.
    """
    if digit not in range(CLASSES):
        raise ValueError(f"{digit} is not one of the digits 0 to 9")
    strokes = _draw(np.array([digit]), rng)[0]
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
    total = TRAINING_IMAGES + TEST_IMAGES
    report = progress or (lambda done, total: None)
    return (
        synthetic_digits(TRAINING_IMAGES, 0, lambda done, _: report(done, total)),
        synthetic_digits(TEST_IMAGES, 1, lambda done, _: report(TRAINING_IMAGES + done, total)),
    )


def synthetic_digits(
    n: int = 20_000, seed: int = 0, progress: Callable[[int, int], None] | None = None, *, training: bool = False
) -> Dataset:
    """``n`` synthetic digits in random order, the classes as balanced as ``n`` allows.

    The same ``n`` and ``seed`` give the same set, bit for bit.

    >>> digits = synthetic_digits(100, seed=0)
    >>> digits.images.shape, digits.images.dtype, digits.labels.shape
    ((100, 28, 28), dtype('uint8'), (100,))

    Args:
        progress: called with (images done, images in all) now and then; an exception that it raises cancels.
        training: choose the styles as for the shipped network: those that are rare among all people more often.
    """
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.arange(n) % CLASSES).astype(np.uint8)
    images: ByteArray = np.empty((n, CANVAS, CANVAS), np.uint8)
    done = 0
    for start in range(0, n, _DRAWN):
        drawings = _draw(labels[start : start + _DRAWN], rng, training)
        widths = pen_widths(len(drawings), rng)
        # Similar widths together: the widest pen of a batch decides how many pixels around each line are computed.
        order = np.argsort(widths, kind="stable")
        for batch in np.split(order, range(_RENDERED, len(order), _RENDERED)):
            # Something 1 canvas unit high would count as a dot; as high as the canvas, it is scaled to fill the box.
            on_canvas = [[stroke * CANVAS for stroke in drawings[i]] for i in batch]
            images[start + batch] = np.rint(centre_drawings(on_canvas, widths[batch], smooth=False) * 255)
            done += len(batch)
            if progress is not None:
                progress(done, n)
    return Dataset(images, labels, "Synthetic digits")


def _draw(digits: IntArray, rng: np.random.Generator, training: bool = False) -> list[list[Stroke]]:
    """A drawing of each of ``digits`` (n,), about 1 high, around (0, 0)."""
    drawings: list[list[Stroke]] = [[] for _ in digits]
    for digit in range(CLASSES):
        styles = load_styles("digit_shapes.txt")[str(digit)]
        which = np.flatnonzero(digits == digit)
        chosen = choose_styles(styles, len(which), rng, training)
        for i, style in enumerate(styles):
            indices = which[chosen == i]
            if len(indices):
                for index, drawing in zip(indices, write(style, len(indices), rng), strict=True):
                    drawings[index] = drawing
    return drawings
