"""An error sheet: the errors of a network grouped by true label and prediction, as an image."""

import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ..errors import ImageError
from ..i18n import tr
from ..ink.png import to_png
from ..io.checked_file import Fault, check_writable, error_context, write_file
from ..types import CANVAS, CLASSES, NO_DIGIT, ByteArray, FloatArray, IntArray
from .confusion import cell_indices, predicted_digits

COLUMNS = 12

_Font: TypeAlias = ImageFont.FreeTypeFont | ImageFont.ImageFont
# Pillow's own, which every computer has.
_LARGE, _MEDIUM, _SMALL, _TINY = (ImageFont.load_default(size) for size in (22, 16, 14, 12))

# In pixels. A digit is shown at twice its size: whole pixels, so what one sees is what the network got.
_SIDE = 2 * CANVAS
_MARGIN = 24
# The first row begins below the title, and the digits right of the labels.
_TOP, _LEFT = _MARGIN + 70, _MARGIN + 150
_STEP_X, _STEP_Y = _SIDE + 10, _SIDE + 34
_LINE = 18
_MAX_TEXT = _LEFT + (COLUMNS - 1) * _STEP_X + _SIDE - _MARGIN
# Grey values.
_PAPER, _INK, _FAINT, _FRAME = 255, 25, 95, 205


@dataclass(frozen=True, eq=False)
class Confusion:
    """All images of one digit that were predicted as another.

    Attributes:
        digit: the true label.
        predicted: None for no prediction (an empty drawing).
        total: how many images of ``digit`` there are, errors or not.
        confidence: (n,) the probability of the wrong prediction, the highest first; 0 for no prediction.
        images: (n, 28, 28) uint8, white ink on black, in the same order.
    """

    digit: int
    predicted: int | None
    total: int
    confidence: FloatArray
    images: ByteArray

    def __len__(self) -> int:
        return len(self.confidence)


def confusions(probabilities: FloatArray, labels: IntArray, images: Callable[[IntArray], ByteArray]) -> list[Confusion]:
    """All errors, grouped: the most frequent confusion first, equally frequent ones by their digits.

    Args:
        probabilities: (N, 10); a row of zeros is no prediction, an error.
        labels: (N,), 0 to 9.
        images: returns the images at some indices (n,) as (n, 28, 28) uint8. Called for errors only: rendering pen
            strokes takes time.
    """
    predicted = predicted_digits(probabilities)
    total = np.bincount(labels, minlength=CLASSES)
    wrong = predicted != labels
    counts = Counter(zip(labels[wrong].tolist(), predicted[wrong].tolist(), strict=True))
    found = []
    for digit, wrong_digit in sorted(counts, key=lambda pair: (-counts[pair], pair)):
        which = cell_indices(probabilities, labels, digit, wrong_digit)
        shown = None if wrong_digit == NO_DIGIT else wrong_digit
        found.append(Confusion(digit, shown, int(total[digit]), probabilities[which].max(axis=1), images(which)))
    return found


def draw_error_sheet(name: str, data: str, n: int, groups: Sequence[Confusion], rows: int) -> Image.Image:
    """The most frequent confusions, a row each, dark on white.

    Args:
        name: of the weights.
        data: of the dataset.
        n: how many images it has.
        groups: all errors, from ``confusions``.
        rows: how many groups are shown, at least 1.

    Returns:
        A greyscale image ("L"), as wide and high as its content.
    """
    shown, left_out = groups[:rows], groups[rows:]
    score = f": {n - sum(map(len, groups)):,} of {n:,} correct"
    score = _shortened(data, _SMALL, _MAX_TEXT - _length(score, _SMALL)) + score
    lines = [
        (_MARGIN + 18, _shortened(name, _LARGE, _MAX_TEXT), _INK, _LARGE),
        (_MARGIN + 44, score, _FAINT, _SMALL),
    ]
    line = _TOP + len(shown) * _STEP_Y + 12
    if groups:
        note = "Below each image the probability of the wrong prediction, the highest first."
        lines.append((line, note, _FAINT, _TINY))
    else:
        lines.append((line, "No errors: every digit was predicted correctly.", _INK, _MEDIUM))
    if left_out:
        kinds = "1 more confusion" if len(left_out) == 1 else f"{len(left_out)} more confusions"
        line += _LINE
        lines.append((line, f"Not shown: {kinds}, {sum(map(len, left_out)):,} errors in all.", _FAINT, _TINY))

    ends = [_MARGIN + _length(text, font) for _, text, _, font in lines]
    ends += [_LEFT + (min(len(group), COLUMNS) - 1) * _STEP_X + _SIDE for group in shown]
    sheet = Image.new("L", (max(ends) + _MARGIN, line + _MARGIN), _PAPER)
    for y, text, grey, font in lines:
        _write(sheet, y, text, grey, font)
    for row, group in enumerate(shown):
        _draw_row(sheet, _TOP + row * _STEP_Y, group)
    return sheet


def _draw_row(sheet: Image.Image, top: int, group: Confusion) -> None:
    prediction = "not predicted" if group.predicted is None else f"predicted as {group.predicted}"
    _write(sheet, top + 25, f"{group.digit} {prediction}", _INK, _MEDIUM)
    _write(sheet, top + 45, f"{len(group):,} of {group.total:,}", _FAINT, _SMALL)
    draw = ImageDraw.Draw(sheet)
    for column in range(min(len(group), COLUMNS)):
        left = _LEFT + column * _STEP_X
        draw.rectangle((left - 1, top - 1, left + _SIDE, top + _SIDE), outline=_FRAME)
        digit = Image.fromarray(255 - group.images[column])
        sheet.paste(digit.resize((_SIDE, _SIDE), Image.Resampling.NEAREST), (left, top))
        p = float(group.confidence[column])
        # No network is quite certain: not "100%".
        below = "empty" if group.predicted is None else f"{p:.0%}" if p < 0.995 else ">99%"
        # "ms": centred below the image, standing on the baseline.
        draw.text((left + _SIDE / 2, top + _SIDE + 14), below, _FAINT, _TINY, "ms")


def _write(sheet: Image.Image, baseline: int, text: str, grey: int, font: _Font) -> None:
    """Text at the left margin."""
    ImageDraw.Draw(sheet).text((_MARGIN, baseline), _spaced(text), grey, font, "ls")


def _length(text: str, font: _Font) -> int:
    return math.ceil(font.getlength(_spaced(text)))


def _spaced(text: str) -> str:
    """The font's space is so narrow that two words look like one."""
    return text.replace(" ", "  ")


def _shortened(text: str, font: _Font, width: int) -> str:
    """As much of the text as fits into ``width``, in the letters that the font has.

    They are hardly more than ASCII, and so the words of the image are English.
    """
    plain = (unicodedata.normalize("NFKD", letter)[0] for letter in text[: width + 1])
    text = "".join(letter if " " <= letter <= "~" else "?" for letter in plain)
    if _length(text, font) <= width:
        return text
    while text and _length(f"{text}…", font) > width:
        text = text[:-1].rstrip()
    return f"{text}…"


def check_png_target(path: str | Path) -> None:
    """Called before work that takes long: whether ``save_png`` could write this file.

    Raises:
        ImageError: it does not end in .png, is a folder, or its folder is not there or cannot be written in.
    """
    path = Path(path)
    with error_context(tr("“{0}”", path), "saved", ImageError):
        if path.suffix.lower() != ".png":
            raise Fault(tr("give it a name that ends in .png."))
        check_writable(path)


def save_png(path: str | Path, image: Image.Image) -> None:
    """Write an image atomically.

    Raises:
        ImageError: it cannot be written; a file that was at ``path`` is unchanged.
    """
    with error_context(tr("“{0}”", path), "saved", ImageError):
        write_file(Path(path), to_png(np.asarray(image)))
