"""Where a network goes wrong: its mistakes grouped by what was taken for what, and a picture of them."""

import io
import math
import os
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine.errors import ImageError
from engine.evaluate.confusion import answers, in_cell
from engine.io.atomic_write import write_atomically
from engine.types import CANVAS, CLASSES, NO_DIGIT, ByteArray, FloatArray, IntArray

COLUMNS = 12

_Font: TypeAlias = ImageFont.FreeTypeFont | ImageFont.ImageFont

# All in pixels. The network sees 28 x 28; twice that, in whole pixels, can be looked at and hides nothing.
_SIDE = 2 * CANVAS
_MARGIN = 24
# Where the rows begin: below the title, and right of the words.
_TOP, _LEFT = _MARGIN + 70, _MARGIN + 120
_STEP_X, _STEP_Y = _SIDE + 10, _SIDE + 34
_LINE = 18
_WIDEST = _LEFT + (COLUMNS - 1) * _STEP_X + _SIDE - _MARGIN
# Grey values: there is no colour in it, so a byte a pixel does.
_PAPER, _INK, _FAINT, _FRAME = 255, 25, 95, 205


@dataclass(frozen=True, eq=False)
class Confusion:
    """One digit taken for another.

    Attributes:
        digit: what it was.
        read: what was read; None for no answer (an empty drawing).
        of: how many pictures of ``digit`` there are, read right or wrong.
        confidence: (n,) the probability of the wrong answer, the highest first; 0 for no answer.
        pictures: (n, 28, 28) uint8, white ink on black, in the same order.
    """

    digit: int
    read: int | None
    of: int
    confidence: FloatArray
    pictures: ByteArray

    def __len__(self) -> int:
        return len(self.confidence)


def confusions(
    probabilities: FloatArray, labels: IntArray, pictures: Callable[[IntArray], ByteArray]
) -> list[Confusion]:
    """Every mistake, grouped: the commonest confusion first, equally common ones by their digits.

    Args:
        probabilities: (N, 10); a row of zeros is no answer, which is wrong.
        labels: (N,), the digits that they are.
        pictures: the pictures at some indices (n,), (n, 28, 28) uint8. Asked for those read wrong alone: to ink
            pen strokes takes time.
    """
    read = answers(probabilities)
    of = np.bincount(labels, minlength=CLASSES)
    wrong = read != labels
    counts = Counter(zip(labels[wrong].tolist(), read[wrong].tolist(), strict=True))
    found = []
    for digit, answer in sorted(counts, key=lambda pair: (-counts[pair], pair)):
        which = in_cell(probabilities, labels, digit, answer)
        read_as = None if answer == NO_DIGIT else answer
        found.append(Confusion(digit, read_as, int(of[digit]), probabilities[which].max(axis=1), pictures(which)))
    return found


def draw_mistakes(name: str, data: str, n: int, groups: Sequence[Confusion], rows: int) -> Image.Image:
    """The commonest confusions, a row each, dark on white.

    Args:
        name: what the weights are called.
        data: what was read.
        n: how many pictures that was, read right or wrong.
        groups: all mistakes, as ``confusions`` gives them.
        rows: how many groups are shown, 1 at least.

    Returns:
        A grey picture ("L"), as wide and high as what it shows.
    """
    shown, left_out = groups[:rows], groups[rows:]
    large, small, tiny = _font(22), _font(14), _font(12)
    score = f": {n - sum(map(len, groups)):,} of {n:,} right"
    score = _fitted(_drawable(data), small, _WIDEST - _length(score, small)) + score
    lines = [
        (_MARGIN + 18, _fitted(_drawable(name), large, _WIDEST), _INK, large),
        (_MARGIN + 44, score, _FAINT, small),
    ]
    line = _TOP + len(shown) * _STEP_Y + 12
    if groups:
        note = "Below each picture the probability of the wrong answer, the highest first."
        lines.append((line, note, _FAINT, tiny))
    else:
        lines.append((line, "No mistakes: every digit was read right.", _INK, _font(16)))
    if left_out:
        kinds = "1 more kind" if len(left_out) == 1 else f"{len(left_out)} more kinds"
        line += _LINE
        lines.append((line, f"Not shown: {kinds} of mistake, {sum(map(len, left_out)):,} in all.", _FAINT, tiny))

    ends = [_MARGIN + _length(text, font) for _, text, _, font in lines]
    ends += [_LEFT + (min(len(group), COLUMNS) - 1) * _STEP_X + _SIDE for group in shown]
    picture = Image.new("L", (max(ends) + _MARGIN, line + _MARGIN), _PAPER)
    for y, text, grey, font in lines:
        _write(picture, y, text, grey, font)
    for row, group in enumerate(shown):
        _draw_row(picture, _TOP + row * _STEP_Y, group)
    return picture


def _draw_row(picture: Image.Image, top: int, group: Confusion) -> None:
    what = f"{group.digit} not read" if group.read is None else f"{group.digit} read as {group.read}"
    _write(picture, top + 25, what, _INK, _font(16))
    _write(picture, top + 45, f"{len(group):,} of {group.of:,}", _FAINT, _font(14))
    draw = ImageDraw.Draw(picture)
    for column in range(min(len(group), COLUMNS)):
        left = _LEFT + column * _STEP_X
        draw.rectangle((left - 1, top - 1, left + _SIDE, top + _SIDE), outline=_FRAME)
        digit = Image.fromarray(255 - group.pictures[column])
        picture.paste(digit.resize((_SIDE, _SIDE), Image.Resampling.NEAREST), (left, top))
        below = "empty" if group.read is None else _percent(float(group.confidence[column]))
        # "m": around the middle of the picture; "s": standing on its line, whatever letters it has.
        draw.text((left + _SIDE / 2, top + _SIDE + 14), below, _FAINT, _font(12), "ms")


def _percent(p: float) -> str:
    """Whole percents, but no network is quite sure."""
    return f"{p:.0%}" if p < 0.995 else ">99%"


@cache
def _font(size: int) -> _Font:
    """Pillow's own, which is at hand on every computer."""
    return ImageFont.load_default(size)


def _write(picture: Image.Image, line: int, text: str, grey: int, font: _Font) -> None:
    """Text at the left margin, standing on a line."""
    draw, x = ImageDraw.Draw(picture), _MARGIN
    for word in text.split(" "):
        draw.text((x, line), word, grey, font, "ls")
        x += _length(word, font) + _space(font)


def _length(text: str, font: _Font) -> int:
    words = text.split(" ")
    return sum(math.ceil(font.getlength(word)) for word in words) + _space(font) * (len(words) - 1)


def _space(font: _Font) -> int:
    """The font's own is so narrow that “9 read” looks like one word."""
    return math.ceil(font.getlength("0") / 2)


def _drawable(text: str) -> str:
    """What Pillow's own font has is hardly more than ASCII: é becomes e, and other letters a question mark."""
    plain = (unicodedata.normalize("NFKD", letter)[0] for letter in text)
    return "".join(letter if " " <= letter <= "~" else "?" for letter in plain)


def _fitted(text: str, font: _Font, room: int) -> str:
    """As much of the beginning as has room: a file may come with a name of any length."""
    if len(text) <= room and _length(text, font) <= room:
        return text
    text = text[:room]
    while text and _length(f"{text}…", font) > room:
        text = text[:-1].rstrip()
    return f"{text}…"


def check_png_target(path: str | Path) -> None:
    """Could ``save_png`` write this file? To be asked before what takes long.

    Raises:
        PictureError: it does not end in .png, is a folder, or its folder is not there or cannot be written in.
    """
    path = Path(path)
    if path.suffix.lower() != ".png":
        raise ImageError(f"The picture cannot be saved as “{path}”: give it a name that ends in .png.")
    try:
        if path.is_dir():
            raise ImageError(f"The picture cannot be saved as “{path}”: that is a folder.")
        with tempfile.TemporaryFile(dir=Path(os.path.realpath(path)).parent):
            pass
    except OSError as error:
        raise _unwritable(path, error) from error


def save_png(path: str | Path, picture: Image.Image) -> None:
    """Write a picture atomically.

    Raises:
        PictureError: it cannot be written; what was at ``path`` is as it was.
    """
    content = io.BytesIO()
    picture.save(content, "PNG", optimize=True)
    try:
        write_atomically(path, content.getvalue())
    except OSError as error:
        raise _unwritable(Path(path), error) from error


def _unwritable(path: Path, error: OSError) -> ImageError:
    return ImageError(f"The picture cannot be saved as “{path}”: the system says “{error.strerror or error}”.")
