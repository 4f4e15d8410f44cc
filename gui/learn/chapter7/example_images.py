"""The images that the convolution slides over, and its kernels."""

import numpy as np

from engine.ink.preprocess import prepare_drawing
from engine.types import FloatArray

# Source: book, section 7.2.3.
BOOK_INPUT = ((1, 2, 3, 0), (0, 1, 2, 3), (3, 0, 1, 2), (2, 3, 0, 1))
BOOK_KERNEL = ((2, 0, 1), (0, 1, 2), (1, 0, 2))
# That for vertical edges is a task.
KERNELS: dict[str, tuple[tuple[float, ...], ...]] = {
    "book": BOOK_KERNEL,
    "identity": ((0, 0, 0), (0, 1, 0), (0, 0, 0)),
    "blur": ((1 / 9,) * 3,) * 3,
    "sharpen": ((0, -1, 0), (-1, 5, -1), (0, -1, 0)),
    "horizontal": ((1, 1, 1), (0, 0, 0), (-1, -1, -1)),
}
# The strokes of a 4: it has horizontal, vertical and oblique edges.
_FOUR = (((10, 4), (6, 15), (22, 15)), ((18, 6), (17, 24)))
_DECIMALS = 2


def book_input() -> FloatArray:
    """(4, 4)."""
    return np.array(BOOK_INPUT, np.float64)


def square() -> FloatArray:
    """(10, 10): 1 in a square in the middle, 0 around it."""
    return np.pad(np.ones((6, 6)), 2)


def digit(drawing: FloatArray | None) -> FloatArray:
    """(28, 28) in 0..1, in hundredths: a drawing, or a 4 if there is none."""
    if drawing is None:
        drawing = prepare_drawing([np.array(stroke, np.float32) for stroke in _FOUR]).centred
    return np.round(np.asarray(drawing, np.float64), _DECIMALS)


def decimals(values: FloatArray) -> int:
    """How many decimals are written: none for whole numbers."""
    return 0 if np.array_equal(values, np.round(values)) else _DECIMALS
