"""A drawing as a PNG: the picture that the canvas shows, and a text beside the pixels that says what was drawn.

The text counts as long as the pixels are those it was written with. A copy that was turned, cropped or painted over is
a picture like any other, though programs leave the text in it.
"""

import hashlib
import io
import warnings

import numpy as np
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from engine.ink.strokes import Drawing, curve
from engine.types import CANVAS, ByteArray

_SCALE = 20
_SIDE = _SCALE * CANVAS
# Painted so many times as large first. Dots in steps of an eighth of a unit are a line: even the thinnest has dents of
# less than a tenth of a pixel.
_FINE, _STEP = 8, 0.125
_STROKES, _PIXELS = "Digit Lab drawing", "Digit Lab pixels"


def painted(drawing: Drawing, brush_width: float) -> ByteArray:
    """Strokes in canvas units, drawn with a brush of ``brush_width`` canvas units: (560, 560), white on black."""
    picture = Image.new("L", (_FINE * _SIDE, _FINE * _SIDE))
    pen, unit = ImageDraw.Draw(picture), _FINE * _SCALE
    reach = max(brush_width / 2 * unit, 0.5)
    for stroke in drawing:
        for x, y in (curve(stroke, _STEP) * unit).tolist() if len(stroke) else ():
            # Pillow paints the last pixel, too.
            pen.ellipse((x - reach, y - reach, x + reach - 1, y + reach - 1), fill=255)
    return np.asarray(picture.reduce(_FINE))


def to_png(pixels: ByteArray, text: str | None = None) -> bytes:
    """Grey values (height, width) as a PNG, with an ASCII text that ``text_of`` finds."""
    info, content = PngInfo(), io.BytesIO()
    if text is not None:
        # Not compressed: readers of PNG, Pillow too, take large compressed texts for an attack.
        info.add_text(_STROKES, text)
        info.add_text(_PIXELS, _digest(pixels))
    Image.fromarray(pixels).save(content, "PNG", pnginfo=info)
    return content.getvalue()


def text_of(content: bytes) -> str | None:
    """The text of a drawing that ``to_png`` put there; None where there is none, where the picture is another by now,
    or where it cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=("PNG",)) as picture:
                if picture.size != (_SIDE, _SIDE):
                    return None
                pixels = np.asarray(picture.convert("L"))
                # Only now are the texts known that follow the pixels.
                text, digest = (picture.info.get(name) for name in (_STROKES, _PIXELS))
    # A damaged picture can make a decoder raise nearly anything.
    except Exception:  # noqa: BLE001
        return None
    return str(text) if text is not None and digest == _digest(pixels) else None


def _digest(pixels: ByteArray) -> str:
    return hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).hexdigest()
