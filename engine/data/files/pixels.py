"""Images and labels as other programs store them (any type of number, shape and range), as the bytes of a Dataset."""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from ...i18n import tr
from ...io.checked_file import Fault, size
from ...io.limits import MAX_IMAGES
from ...types import CANVAS, CLASSES, ByteArray, FloatArray

PIXELS = CANVAS * CANVAS
# So many images are converted at once, so that the floats of all never exist together.
_PART = 1_000
# Fractions that end here are on no usual scale.
_FAINT = 16
# Images that were resized or rounded go beyond their range by less than this: such pixels count as its end.
UNIT_SLACK, BYTE_SLACK = 0.01, 0.5
# The darkest pixel of images from -1 to 1, also of photos, is below this: others below 0, such as -0.5 to 0.5, are on
# another scale, or were resized.
_DARK = -0.55

Numbers: TypeAlias = npt.NDArray[Any]
Report: TypeAlias = Callable[[int, int], None]


class PixelRange:
    """How the pixels of a file become bytes: those of -1 to 1 and of 0 to 1 are scaled, those of 0 to 255 stay.

    The first part that is not blank shows the range; all parts must agree.
    """

    def __init__(self) -> None:
        # (0, 1), (-1, 1) or (0, 255), once it is known.
        self._range: tuple[int, int] | None = None

    def to_bytes(self, values: Numbers) -> ByteArray:
        """Pixels of any shape as bytes.

        Raises:
            Fault: they are in none of the three ranges, or not in that of the earlier ones.
        """
        low, high = float(values.min(initial=0)), float(values.max(initial=0))
        if self._range is None and max(-low, high) > UNIT_SLACK:
            self._range = _range(low, high, values.dtype.kind == "f")
        first, last = self._range or (0, 0)
        slack = BYTE_SLACK if last == 255 else UNIT_SLACK
        if not (first - slack <= low and high <= last + slack):  # also where one is NaN
            raise Fault(
                tr(
                    "its pixels go from {0:g} to {1:g}, and Digit Lab reads 0 to 255, 0 to 1 and -1 "
                    "to 1, the same in the whole file. Save the images as bytes, from 0 (background) "
                    "to 255 (ink).",
                    low,
                    high,
                )
            )
        if last == 255 and values.dtype == np.uint8:
            return values
        scaled: FloatArray = values.astype(np.float32).clip(first, last)
        if last == 1:
            scaled = (scaled - first) * (255 / (last - first))
        return np.rint(scaled).astype(np.uint8)


def _range(low: float, high: float, fractions: bool) -> tuple[int, int]:
    """The range of pixels from low to high; (0, 0) where they are in none."""
    if high > 1 + UNIT_SLACK:
        # Such as 0 to 2.55, or sklearn's 0 to 16.
        return (0, 0) if fractions and high <= _FAINT else (0, 255)
    if low >= -UNIT_SLACK:
        return 0, 1
    return (-1, 1) if low < _DARK else (0, 0)


def to_images(array: Numbers, report: Report = lambda done, total: None) -> ByteArray:
    """(N, 28, 28) uint8 of images (N, 784), (N, 28, 28), (N, 1, 28, 28) or (N, 28, 28, 1), converted part by part.

    Args:
        report: called with (images done, images in all).

    Raises:
        Fault: they have another shape, or pixels out of range.
    """
    count = image_count(array)
    result: ByteArray = np.empty((count, CANVAS, CANVAS), np.uint8)
    pixels = PixelRange()
    for start in range(0, count, _PART):
        report(start, count)
        part = array[start : start + _PART]
        result[start : start + _PART] = pixels.to_bytes(part.reshape(-1, CANVAS, CANVAS))
    return result


def image_count(array: Numbers) -> int:
    """How many images an array holds.

    Raises:
        Fault: it holds none, or images of another size or in colours.
    """
    count, *rest = array.shape or (0,)
    sides = tuple(side for side in rest if side != 1)
    if array.dtype.kind not in "buif":
        raise Fault(tr("its images are not made of numbers. Save them as bytes, from 0 to 255."))
    if sides not in ((PIXELS,), (CANVAS, CANVAS)):
        if count == PIXELS and len(rest) == 1:
            raise Fault(
                tr(
                    "its images are in columns ({0}). Save the transposed array, array.T, with an image in each row.",
                    size(array.shape),
                )
            )
        raise Fault(
            tr(
                "its images are an array of {0}, and Digit Lab reads grey images of {1} × {1} "
                "pixels: N × {2} or N × {1} × {1}.",
                size(array.shape),
                CANVAS,
                PIXELS,
            )
        )
    if not 0 < count <= MAX_IMAGES:
        raise Fault(
            tr("it holds {0:,} images, and Digit Lab reads 1 to {1:,}. Choose another file.", count, MAX_IMAGES)
        )
    return int(count)


def to_labels(array: Numbers) -> ByteArray:
    """(N,) uint8 of labels (N,), (N, 1) or, one-hot, (N, 10).

    Raises:
        Fault: they are no digits, or of another shape.
    """
    if array.dtype.kind not in "buif":
        raise Fault(tr("its labels are not numbers. Save them as the digits 0 to 9."))
    labels = array.reshape(len(array), -1) if array.ndim else array.reshape(1, 1)
    if labels.shape[1] == CLASSES and ((labels == 0) | (labels == 1)).all() and (labels.sum(axis=1) == 1).all():
        return np.asarray(labels.argmax(axis=1), np.uint8)
    if labels.shape[1] != 1:
        raise Fault(tr("its labels are an array of {0}, and each image needs one digit.", size(array.shape)))
    labels = labels[:, 0]
    wrong = np.flatnonzero(~is_digit(labels))
    if len(wrong):
        raise Fault(
            tr(
                "label number {0:,} is {1:g}, but a digit is 0 to 9. Choose a file that labels digits.",
                wrong[0] + 1,
                labels[wrong[0]],
            )
        )
    return np.asarray(labels, np.uint8)


def is_digit(values: Numbers) -> npt.NDArray[np.bool_]:
    """Which numbers are 0 to 9."""
    # Of some NaNs, NumPy says that they are invalid.
    with np.errstate(invalid="ignore"):
        return np.asarray((values >= 0) & (values < CLASSES) & (values == np.floor(values)))
