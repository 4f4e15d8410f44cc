"""Which drawings are learned from, and which are held out to measure what was learned.

The strokes alone decide it, by their SHA-256: not the label, not the time, and no other drawing. So a drawing stays
where it is whatever is added, deleted, relabelled or imported, on every computer; one that is held out is never
learned from, and the same strokes kept twice are on the same side. A smaller part is contained in every larger one.

The price: a hash cannot balance the digits, for that would need the other drawings. Of n drawings of a digit about
``part`` n are held out, give or take the square root of part (1 - part) n: of 50 with a part of 0.2, 10 and mostly 7 to
13. Of very few it may be none.
"""

from collections.abc import Sequence

from engine.drawings.drawing import Drawing

HELD_OUT = 0.2

# Of the hash, what a float holds exactly: 13 hexadecimal digits.
_DIGITS, _END = 13, 1 << 52


def held_out(drawing: Drawing, part: float = HELD_OUT) -> bool:
    """Is it to be measured with, and not learned from?

    Args:
        part: of all drawings, 0 to 1.
    """
    return int(drawing.digest[:_DIGITS], 16) / _END < part


def parted(drawings: Sequence[Drawing], part: float = HELD_OUT) -> tuple[list[Drawing], list[Drawing]]:
    """Those to learn from, and those held out, each in the order in which they come."""
    out = [held_out(drawing, part) for drawing in drawings]
    learned = [drawing for drawing, is_out in zip(drawings, out, strict=True) if not is_out]
    return learned, [drawing for drawing, is_out in zip(drawings, out, strict=True) if is_out]
