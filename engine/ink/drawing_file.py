"""One drawing in a file: its strokes as JSON, an SVG or a PNG; each gives back the same bits.

The JSON is the whole drawing. The SVG has it as metadata beside the visible curves (``engine.ink.svg``), the PNG as a
text beside its pixels (``engine.ink.png``):

    {"format": "digit-lab drawing", "version": 1, "canvas": 28, "brush_width": 2.0, "strokes": [[[8.0, 6.5], ...], ...]}
"""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import DrawingsError
from ..i18n import comma_list, tr, tr_noop
from ..io import checked_file
from ..io.checked_file import DAMAGED, Fault, error_context, read_file, write_file
from ..io.file_kind import drawing_ending
from ..io.limits import MAX_DRAWING_BYTES, MAX_POINTS, MAX_STROKES
from ..types import CANVAS, FloatArray
from . import svg
from .strokes import Stroke, is_too_long

DRAWING_SUFFIXES = (".png", ".svg", ".json")

_FORMAT = "digit-lab drawing"
_VERSION = 1
# Of the drawing as JSON.
_MAX_TEXT = MAX_DRAWING_BYTES // 2
# Canvas units, to every side. Points off the canvas are kept, because a drawing can be moved there.
_MAX_DISTANCE = 10.0 * CANVAS
_FAR = tr_noop("a point is too far from the canvas, whose corners are (0, 0) and ({0}, {0}).")


@dataclass(frozen=True, eq=False)
class SavedDrawing:
    """Attributes:
    strokes: each (n, 2) float32 in canvas units.
    brush_width: in canvas units.
    """

    strokes: Sequence[Stroke]
    brush_width: float


def save_drawing(path: str | Path, drawing: SavedDrawing) -> None:
    """Write a drawing atomically, in the format of the file's ending: one of DRAWING_SUFFIXES.

    Raises:
        DrawingsError: the name has another ending, the file cannot be written, or ``load_drawing`` would refuse it;
            what was there stays as it was.
    """
    path = Path(path)
    with error_context(tr("“{0}”", path.name or path), "saved", DrawingsError):
        match path.suffix.lower():
            case ".json":
                content = to_json(drawing).encode()
            case ".svg":
                content = svg.to_svg(drawing.strokes, drawing.brush_width, to_json(drawing)).encode()
            case ".png":
                # Imported here, because it loads Pillow.
                from .png import paint, to_png

                text = to_json(drawing)
                content = to_png(paint(drawing.strokes, drawing.brush_width), text)
            case _:
                raise Fault(
                    tr("its name must end in {0} or {1}.", comma_list(DRAWING_SUFFIXES[:-1]), DRAWING_SUFFIXES[-1])
                )
        write_file(path, content, MAX_DRAWING_BYTES)


def save_image(path: str | Path, grey: FloatArray) -> None:
    """Write an image, (height, width) float32 in 0..1, atomically as a PNG.

    Raises:
        DrawingsError: the file's name does not end in .png, or it cannot be written; what was there stays as it was.
    """
    path = Path(path)
    with error_context(tr("“{0}”", path.name or path), "saved", DrawingsError):
        if path.suffix.lower() != ".png":
            raise Fault(tr("an image has no strokes, and can only be saved as PNG. Choose a name that ends in .png."))
        from .png import to_png

        write_file(path, to_png(np.rint(np.clip(grey, 0, 1) * 255).astype(np.uint8)), MAX_DRAWING_BYTES)


def load_drawing(path: str | Path) -> SavedDrawing | None:
    """The drawing in a file, whatever its name; None for a file of another kind, such as an image without strokes.

    Raises:
        DrawingsError: the file is an .svg or .json that cannot be read, is damaged, or holds no drawing; or a .png of a
            newer version.
    """
    path = Path(path)
    with error_context(tr("“{0}”", path.name or path), "opened", DrawingsError):
        match drawing_ending(path):
            case ".json":
                return from_json(_text(path))
            case ".svg":
                return from_json(svg.text_of(_text(path)))
            case ".png":
                from .png import text_of

                text = None
                with contextlib.suppress(Fault):  # the reader of images reports what is wrong with the file
                    text = text_of(read_file(path, MAX_DRAWING_BYTES))
                return None if text is None else from_json(text)
    return None


def _text(path: Path) -> str:
    try:
        return read_file(path, MAX_DRAWING_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Fault(tr("it is not text that Digit Lab wrote. Choose another file.")) from None


def to_json(drawing: SavedDrawing) -> str:
    """The text that ``from_json`` parses, a line for each stroke.

    Raises:
        Fault: ``from_json`` would refuse it.
    """
    _check(drawing)
    lines = ",\n    ".join(
        "[" + ", ".join(f"[{_number(x)}, {_number(y)}]" for x, y in np.asarray(stroke, np.float32)) + "]"
        for stroke in drawing.strokes
    )
    return (
        f'{{\n  "format": "{_FORMAT}",\n  "version": {_VERSION},\n  "canvas": {CANVAS},\n'
        f'  "brush_width": {float(drawing.brush_width)!r},\n  "strokes": [\n    {lines}\n  ]\n}}\n'
    )


def _number(value: np.float32) -> str:
    """The shortest decimals that give this number again when they are parsed as float64 and rounded to float32."""
    short = str(value)
    # Because of the double rounding a few numbers, such as 7.038531e-26, would become their neighbour.
    return short if np.float32(float(short)) == value else repr(float(value))


def from_json(text: str) -> SavedDrawing:
    """The drawing that ``to_json`` wrote.

    Raises:
        Fault: it is no JSON, no drawing, of a newer version, or exceeds a limit.
    """
    if len(text) > _MAX_TEXT:
        raise Fault(tr("it is longer than a drawing can be. Choose another file."))
    try:
        facts = checked_file.from_json(text)
    except Fault:
        raise Fault(tr(DAMAGED)) from None
    if not isinstance(facts, dict) or facts.get("format") != _FORMAT:
        raise Fault(tr("it holds no drawing of Digit Lab. Choose another file."))
    version, brush, strokes = (facts.get(name) for name in ("version", "brush_width", "strokes"))
    if type(version) is not int or version < 1:
        raise Fault(tr(DAMAGED))
    if version > _VERSION:
        raise Fault(tr("it was written by a newer version of Digit Lab. Update Digit Lab to open it."))
    if facts.get("canvas") != CANVAS:
        raise Fault(tr("its canvas is not the {0} × {0} that Digit Lab draws on. Choose another file.", CANVAS))
    if isinstance(brush, bool) or not isinstance(brush, int | float) or not isinstance(strokes, list):
        raise Fault(tr(DAMAGED))
    if not 0 < brush <= CANVAS:
        raise Fault(tr("a brush is wider than 0, and at most as wide as the canvas, which is {0}.", CANVAS))
    # Before they become arrays, which take a hundred times the memory of their text.
    if len(strokes) > MAX_STROKES:
        raise Fault(tr("it has {0:,} strokes, and a drawing has {1:,} at most.", len(strokes), MAX_STROKES))
    drawing = SavedDrawing([_stroke(stroke) for stroke in strokes if stroke != []], float(brush))
    _check(drawing)
    return drawing


def _stroke(points: Any) -> Stroke:
    if type(points) is not list or not all(type(point) is list and len(point) == 2 for point in points):
        raise Fault(tr(DAMAGED))
    if not all(type(value) in (int, float) for point in points for value in point):
        raise Fault(tr(DAMAGED))
    # Checked before the conversion to float32, because a whole number in JSON may have a thousand digits.
    if not all(abs(value) <= _MAX_DISTANCE for point in points for value in point):
        raise Fault(tr(_FAR, CANVAS))
    return np.array(points, np.float32).reshape(-1, 2)


def _check(drawing: SavedDrawing) -> None:
    """Check the limits within which a drawing is displayed and predicted fast enough."""
    count = sum(map(len, drawing.strokes))
    if not count:
        raise Fault(tr("there is nothing drawn."))
    if len(drawing.strokes) > MAX_STROKES:
        raise Fault(tr("it has {0:,} strokes, and a drawing has {1:,} at most.", len(drawing.strokes), MAX_STROKES))
    if count > MAX_POINTS:
        raise Fault(tr("it has {0:,} points, and a drawing has {1:,} at most.", count, MAX_POINTS))
    # False for NaN, too.
    if not all((abs(stroke) <= _MAX_DISTANCE).all() for stroke in drawing.strokes):
        raise Fault(tr(_FAR, CANVAS))
    if is_too_long(drawing.strokes, CANVAS):
        raise Fault(tr("its strokes are longer than Digit Lab can show."))
