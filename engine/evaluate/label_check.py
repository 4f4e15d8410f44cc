"""Labels that cannot be those of their images, as far as a network that reads the images can tell."""

import numpy as np
import numpy.typing as npt

from ..i18n import tr
from ..types import CLASSES, ByteArray, IntArray

# At least so many, and this part of the images, must be read surely before anything is said about their labels.
_FEWEST, _SURE_PART = 10, 0.5
# Labels fit the images where at least this part of those that are read surely is read as labelled.
_FIT = 0.7
# This part of the images of a label is read as one digit, where labels are shifted or exchanged.
_SAME = 0.8


def label_faults(
    labels: ByteArray,
    read_labels: ByteArray,
    digits: IntArray | None = None,
    sure: npt.NDArray[np.bool_] | None = None,
) -> tuple[str, ...]:
    """A sentence for each fault.

    Args:
        labels: of all images.
        read_labels: (n,) the labels of the images that were read.
        digits: (n,) what they were read as; None where too few were read.
        sure: (n,) which are read surely.
    """
    faults = []
    used = np.unique(labels[labels < CLASSES])
    if len(used) == 1 and len(labels) > 1:
        faults.append(
            tr(
                "All {0:,} images have the label {1}: from one digit alone a network learns to answer nothing else. "
                "Choose data with several digits.",
                len(labels),
                used[0],
            )
        )
    if digits is None or sure is None or sure.sum() < max(_FEWEST, _SURE_PART * len(sure)):
        return tuple(faults)
    found, expected = digits[sure], read_labels[sure]
    if (found == expected).mean() >= _FIT:
        return tuple(faults)
    faults.append(
        tr(
            "The labels do not fit the images: of {0} images that were checked, the shipped network reads {1} as they "
            "are labelled. {2}",
            len(digits),
            int((digits == read_labels).sum()),
            _reason(expected, found),
        )
    )
    return tuple(faults)


def _reason(labels: ByteArray, digits: IntArray) -> str:
    """What may have happened, and what to do."""
    if len(np.unique(labels)) == 1:
        return tr("The images show several digits: check how the labels were saved.")
    shifts = np.bincount((digits - labels.astype(np.int64)) % CLASSES, minlength=CLASSES)
    shift = int(shifts.argmax())
    if shift and shifts[shift] >= _SAME * len(digits):
        by = min(shift, CLASSES - shift)
        if shift == by:
            return tr("Most labels are {0} too small: correct them in the file.", by)
        return tr("Most labels are {0} too large: correct them in the file.", by)
    table = np.zeros((CLASSES, CLASSES), np.int64)
    np.add.at(table, (labels, digits), 1)
    most = table.argmax(axis=1)
    several = len(np.unique(digits)) > 1
    if several and table.max(axis=1).sum() >= _SAME * len(digits):
        wrong = [label for label in np.unique(labels).tolist() if most[label] != label]
        label = max(wrong, key=lambda each: table[each, most[each]])
        return tr(
            "Labels were exchanged: those of {0}, for example, are read as {1}. Correct them in the file.",
            label,
            most[label],
        )
    return tr("They may be in another order than the images: check how the file was made.")
