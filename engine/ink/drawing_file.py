"""One drawing in a file: its strokes as JSON, an SVG of them, or a PNG, and out of each again to the bit.

The JSON is the whole drawing. The SVG has it as metadata beside the curves that are seen (``engine.ink.svg``), the
PNG as a text beside its pixels (``engine.ink.png``):

    {"format": "digit-lab drawing", "version": 1, "canvas": 28, "brush_width": 2.0, "strokes": [[[8.0, 6.5], ...], ...]}
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import DrawingsError
from engine.ink import svg
from engine.ink.preprocess import MAX_POINTS
from engine.ink.strokes import Stroke, bounds
from engine.io import checked_file
from engine.io.checked_file import DAMAGED, Fault, read_file, write_file
from engine.types import CANVAS, FloatArray

DRAWING_SUFFIXES = (".png", ".svg", ".json")

_FORMAT = "digit-lab drawing"
_VERSION = 1
# More than the largest drawing takes that the limits below admit: as JSON, and with the curves or pixels of it.
_MAX_TEXT, _MAX_BYTES = 8 << 20, 16 << 20
# Canvas units, to every side. What lies beyond the canvas is kept: Play moves drawings there.
_FARTHEST = 10.0 * CANVAS
# Times as long as the drawing is large, all strokes together: minutes of scribbling. A longer line only costs time.
_LONGEST = 1000
# Lifted and put down more often, a pen draws no digit.
_MOST_STROKES = 2000
_FAR = f"a point lies far off the canvas, whose corners are (0, 0) and ({CANVAS}, {CANVAS})."


@dataclass(frozen=True, eq=False)
class Sketch:
    """Attributes:
    strokes: each (n, 2) float32 in canvas units.
    brush_width: what they are seen with, in canvas units.
    """

    strokes: Sequence[Stroke]
    brush_width: float


def write(path: str | Path, sketch: Sketch) -> None:
    """Write a drawing atomically, as what the file's name ends in: one of DRAWING_SUFFIXES.

    Raises:
        DrawingsError: its name ends in something else, the file cannot be written, or ``read`` would refuse it; what
            was there is as it was.
    """
    path = Path(path)
    with _telling(path, "saved"):
        match path.suffix.lower():
            case ".json":
                content = to_json(sketch).encode()
            case ".svg":
                text = to_json(sketch)
                content = svg.to_svg(sketch.strokes, sketch.brush_width, text).encode()
            case ".png":
                # Pillow is loaded where a picture is.
                from engine.ink.png import painted, to_png

                text = to_json(sketch)
                content = to_png(painted(sketch.strokes, sketch.brush_width), text)
            case _:
                raise Fault(f"its name must end in {', '.join(DRAWING_SUFFIXES[:-1])} or {DRAWING_SUFFIXES[-1]}.")
        write_file(path, content, _MAX_BYTES)


def write_picture(path: str | Path, grey: FloatArray) -> None:
    """Write a picture, (height, width) float32 in 0..1, atomically as a PNG.

    Raises:
        DrawingsError: the file's name does not end in .png, or it cannot be written; what was there is as it was.
    """
    path = Path(path)
    with _telling(path, "saved"):
        if path.suffix.lower() != ".png":
            raise Fault("a picture has no strokes, and is saved as PNG alone. Choose a name that ends in .png.")
        from engine.ink.png import to_png

        write_file(path, to_png(np.rint(np.clip(grey, 0, 1) * 255).astype(np.uint8)), _MAX_BYTES)


def read(path: str | Path) -> Sketch | None:
    """The drawing in a file, told by its name's ending; None where it is of some other kind, as a picture without
    strokes is.

    Raises:
        DrawingsError: the file is an .svg or .json that cannot be read, is damaged, or holds no drawing; or a .png of a
            newer version's. One sentence that says what.
    """
    path = Path(path)
    with _telling(path, "opened"):
        match path.suffix.lower():
            case ".json":
                return from_json(_text(path))
            case ".svg":
                return from_json(svg.text_of(_text(path)))
            case ".png":
                return _from_png(path)
    return None


@contextlib.contextmanager
def _telling(path: Path, what: str) -> Iterator[None]:
    try:
        yield
    except Fault as fault:
        raise DrawingsError(f"“{path.name or path}” cannot be {what}: {fault}") from fault


def _text(path: Path) -> str:
    try:
        return read_file(path, _MAX_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Fault("it is no text that Digit Lab has written. Choose another file.") from None


def _from_png(path: Path) -> Sketch | None:
    from engine.ink.png import text_of

    try:
        text = text_of(read_file(path, _MAX_BYTES))
    except Fault:
        return None  # whoever reads pictures says what is wrong with it
    return None if text is None else from_json(text)


def to_json(sketch: Sketch) -> str:
    """The text that ``from_json`` reads, a line a stroke.

    Raises:
        Fault: ``from_json`` would refuse it.
    """
    _check(sketch)
    lines = ",\n    ".join(
        "[" + ", ".join(f"[{_number(x)}, {_number(y)}]" for x, y in np.asarray(stroke, np.float32)) + "]"
        for stroke in sketch.strokes
    )
    return (
        f'{{\n  "format": "{_FORMAT}",\n  "version": {_VERSION},\n  "canvas": {CANVAS},\n'
        f'  "brush_width": {float(sketch.brush_width)!r},\n  "strokes": [\n    {lines}\n  ]\n}}\n'
    )


def _number(value: np.float32) -> str:
    """The shortest decimals that are this number again when they are read as a float64 and rounded to float32."""
    short = str(value)
    # Rounded twice, one float32 of all would become its neighbour: 7.038531e-26.
    return short if np.float32(float(short)) == value else repr(float(value))


def from_json(text: str) -> Sketch:
    """What ``to_json`` wrote.

    Raises:
        Fault: it is no JSON, no drawing, a newer version's, or has points that no drawing has.
    """
    if len(text) > _MAX_TEXT:
        raise Fault("it is longer than a drawing can be. Choose another file.")
    try:
        facts = checked_file.from_json(text)
    except Fault:
        raise Fault(DAMAGED) from None
    if not isinstance(facts, dict) or facts.get("format") != _FORMAT:
        raise Fault("it holds no drawing of Digit Lab. Choose another file.")
    version, brush, strokes = (facts.get(name) for name in ("version", "brush_width", "strokes"))
    if type(version) is not int or version < 1:
        raise Fault(DAMAGED)
    if version > _VERSION:
        raise Fault("it was written by a newer version of Digit Lab. Update Digit Lab to open it.")
    if facts.get("canvas") != CANVAS:
        raise Fault(f"its canvas is not the {CANVAS} × {CANVAS} that Digit Lab draws on. Choose another file.")
    if isinstance(brush, bool) or not isinstance(brush, int | float) or not isinstance(strokes, list):
        raise Fault(DAMAGED)
    if not 0 < brush <= CANVAS:
        raise Fault(f"a brush is wider than 0, and at most as wide as the canvas, which is {CANVAS}.")
    # A stroke without a point is none.
    sketch = Sketch([_stroke(stroke) for stroke in strokes if stroke != []], float(brush))
    _check(sketch)
    return sketch


def _stroke(points: Any) -> Stroke:
    if type(points) is not list or not all(type(point) is list and len(point) == 2 for point in points):
        raise Fault(DAMAGED)
    if not all(type(value) in (int, float) for point in points for value in point):
        raise Fault(DAMAGED)
    # Before they become float32: a whole number of JSON may have a thousand digits.
    for x, y in points:
        if not (abs(x) <= _FARTHEST and abs(y) <= _FARTHEST):
            raise Fault(_FAR)
    return np.array(points, np.float32).reshape(-1, 2)


def _check(sketch: Sketch) -> None:
    """Can this be shown and read in the time that a person waits?"""
    count = sum(map(len, sketch.strokes))
    box = bounds(sketch.strokes)
    if box is None:
        raise Fault("there is nothing drawn.")
    if len(sketch.strokes) > _MOST_STROKES:
        raise Fault(f"it has {len(sketch.strokes):,} strokes, and a drawing has {_MOST_STROKES:,} at most.")
    if count > MAX_POINTS:
        raise Fault(f"it has {count:,} points, and a drawing has {MAX_POINTS:,} at most.")
    # NaN is within nothing.
    if not all((abs(stroke) <= _FARTHEST).all() for stroke in sketch.strokes):
        raise Fault(_FAR)
    length = sum(float(np.hypot(*np.diff(np.asarray(each, np.float64), axis=0).T).sum()) for each in sketch.strokes)
    side = max(box[2] - box[0], box[3] - box[1])
    if length > _LONGEST * min(max(side, 1.0), CANVAS):
        raise Fault("its strokes are longer than Digit Lab can show.")
