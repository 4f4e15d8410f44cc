"""Images that are stored transposed, as EMNIST's are, or black on white, turned into white on black and upright."""

from collections.abc import Iterable

import numpy as np

from ..types import ByteArray

# What is done to the images of a source when they are read; "" where it is not decided.
AS_IS, TRANSPOSE, INVERT, BOTH = "as-is", "transpose", "invert", "transpose+invert"
WAYS = (AS_IS, TRANSPOSE, INVERT, BOTH)
TRANSFORMS = ("", *WAYS)


def way_of(transpose: bool, invert: bool) -> str:
    """One of WAYS."""
    return WAYS[transpose + 2 * invert]


def difference(first: str, second: str) -> str:
    """What turns images that were read one way into those of another way: each step undoes itself."""
    steps = _steps(first) ^ _steps(second)
    return way_of(TRANSPOSE in steps, INVERT in steps)


def step_count(transform: str) -> int:
    """How many steps it has: 0 to 2."""
    return len(_steps(transform))


def turned(images: ByteArray, transform: str) -> ByteArray:
    """Images (N, 28, 28) transposed, inverted (255 - pixel) or both; the same array where nothing is to be done."""
    steps = _steps(transform)
    if TRANSPOSE in steps:
        images = np.ascontiguousarray(images.transpose(0, 2, 1))
    return 255 - images if INVERT in steps else images


def _steps(transform: str) -> set[str]:
    steps: Iterable[str] = transform.split("+")
    return {TRANSPOSE, INVERT} & set(steps)
