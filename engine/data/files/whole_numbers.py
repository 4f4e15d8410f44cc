"""Lines of whole numbers, as in a CSV file of images, parsed fast."""

import numpy as np

from ...types import ByteArray
from .pixels import PIXELS

# A line has a label and the pixels.
COLUMNS = PIXELS + 1


class WholeNumbers:
    """Parses lines of whole numbers from 0 to 255.

    All bytes of a text are parsed together: each digit adds ten times the one before it and a hundred times that before
    it. A value stands at its last digit, before a separator. The arrays are used again for each text, because new ones
    take as long as the parsing.
    """

    def __init__(self) -> None:
        self._size = 0

    def parse(self, text: bytes, separator: bytes) -> ByteArray | None:
        """The values (n, COLUMNS) in whole lines; None where anything else is in the text."""
        size = len(text)
        if size > self._size:
            self._size = size
            self._buffers = [np.empty(size, np.uint8) for _ in range(4)]
            self._masks = [np.empty(size, bool) for _ in range(2)]
        characters = np.frombuffer(text, np.uint8)
        digits, ten, two, values = (buffer[:size] for buffer in self._buffers)
        is_digit, other = (mask[:size] for mask in self._masks)
        np.subtract(characters, np.uint8(ord("0")), out=digits)
        np.less(digits, 10, out=is_digit)
        mask = is_digit.view(np.uint8)
        np.multiply(digits, mask, out=digits)
        np.multiply(digits, np.uint8(10), out=ten)
        # The last two digits, as a number; 0 at separators.
        np.add(digits[1:], ten[:-1], out=two[1:])
        two[0] = digits[0]
        np.multiply(two, mask, out=two)
        np.multiply(two, np.uint8(10), out=ten)
        # With the third.
        np.add(digits[1:], ten[:-1], out=values[1:])
        values[0] = digits[0]

        # The last digit of each value; the separator is the next character.
        np.logical_not(is_digit, out=other)
        last = np.flatnonzero(other[1:])
        lines, rest = divmod(len(last), COLUMNS)
        if rest or other[0] or np.logical_and(other[1:], other[:-1], out=is_digit[1:]).any():  # an empty field
            return None
        np.logical_not(other, out=is_digit)
        line_ends = characters[1:].take(last[COLUMNS - 1 :: COLUMNS])
        if (line_ends != ord("\n")).any() or np.count_nonzero(np.equal(characters, ord("\n"), out=other)) != lines:
            return None
        if np.count_nonzero(np.equal(characters, separator[0], out=other)) + lines != len(last):
            return None
        # The first of three digits; 0 elsewhere.
        three = np.logical_and(is_digit[2:], is_digit[1:-1], out=other[2:])
        np.logical_and(three, is_digit[:-2], out=three)
        hundreds = np.multiply(digits[:-2], three.view(np.uint8), out=ten[2:])
        # Four digits; 300 and more; and 256 to 299, which have become 0 to 43.
        if np.logical_and(three[1:], three[:-1], out=is_digit[3:]).any() or hundreds.max(initial=0) > 2:
            return None
        np.equal(hundreds, 2, out=three)
        if np.logical_and(three, np.less(values[2:], 200, out=is_digit[2:]), out=three).any():
            return None
        return values.take(last, mode="clip").reshape(lines, COLUMNS)
