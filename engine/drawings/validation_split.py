"""Which drawings a network is fine-tuned on, and which are the validation split that measures the result.

The SHA-256 of the strokes alone decides it, not the label, the time or the other drawings. So a drawing stays in its
split whatever is added, deleted, relabelled or imported, on every computer; no network is ever trained on a validation
drawing, and copies of the same strokes are in the same split. The split of a smaller fraction is a subset of that of a
larger one.

The drawback: a hash cannot balance the digits. Of n drawings of a digit about ``fraction`` n are in the validation
split, with a standard deviation of sqrt(fraction (1 - fraction) n): of 50 with a fraction of 0.2, 10 and mostly 7 to
13. Of very few drawings it may be none.
"""

from collections.abc import Sequence

from .drawing import Drawing

_FRACTION = 0.2

# The first 13 hexadecimal digits of the hash, which a float holds exactly.
_DIGITS, _RANGE = 13, 1 << 52


def is_validation(drawing: Drawing, fraction: float = _FRACTION) -> bool:
    """Whether a drawing is in the validation split, which is ``fraction`` (0 to 1) of all drawings."""
    return int(drawing.digest[:_DIGITS], 16) / _RANGE < fraction


def train_validation_split(drawings: Sequence[Drawing]) -> tuple[list[Drawing], list[Drawing]]:
    """The training and the validation drawings, each in the given order."""
    splits: tuple[list[Drawing], list[Drawing]] = [], []
    for drawing in drawings:
        splits[is_validation(drawing)].append(drawing)
    return splits
