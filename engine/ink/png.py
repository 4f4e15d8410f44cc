"""A drawing as a PNG: the image that the canvas shows, and the drawing itself as a text beside the pixels.

The text is used only while the pixels are unchanged: an image that was rotated, cropped or painted over no longer
shows the drawing, but programs leave the text in it.
"""

import hashlib
import io
import warnings

import numpy as np
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from ..types import CANVAS, ByteArray
from .decoding.png_chunks import needed_chunks
from .image_limits import TimedFile
from .strokes import Drawing, curve, shown_square

_SIDE = 20 * CANVAS
# Painted 8 times as large, then reduced. Dots in steps of an eighth of a unit make a line: its edge is
# accurate to less than a tenth of a pixel.
_FINE, _STEP = 8, 0.125
_STROKES, _PIXELS = "Digit Lab drawing", "Digit Lab pixels"


def paint(drawing: Drawing, brush_width: float) -> ByteArray:
    """Strokes in canvas units, drawn with a brush of ``brush_width`` canvas units: (560, 560), white on black.

    It shows the canvas, and more where parts lie beside it.
    """
    image = Image.new("L", (_FINE * _SIDE, _FINE * _SIDE))
    curves = [curve(stroke, _STEP) for stroke in drawing if len(stroke)]
    left, top, side = shown_square(curves, brush_width)
    pen, unit = ImageDraw.Draw(image), _FINE * _SIDE / side
    reach = max(brush_width / 2 * unit, 0.5)
    for line in curves:
        for x, y in ((line - (left, top)) * unit).tolist():
            # Pillow includes the last pixel.
            pen.ellipse((x - reach, y - reach, x + reach - 1, y + reach - 1), fill=255)
    return np.asarray(image.reduce(_FINE))


def to_png(pixels: ByteArray, text: str | None = None) -> bytes:
    """Grey values (height, width) as a PNG, with an ASCII text that ``text_of`` finds."""
    info, content = PngInfo(), io.BytesIO()
    if text is not None:
        # Not compressed, because Pillow and others refuse large compressed texts as a possible attack.
        info.add_text(_STROKES, text)
        info.add_text(_PIXELS, _digest(pixels))
    Image.fromarray(pixels).save(content, "PNG", pnginfo=info)
    return content.getvalue()


def text_of(content: bytes) -> str | None:
    """The text that ``to_png`` put there; None where there is none, the pixels have changed, or it cannot be read."""
    try:
        file = TimedFile(needed_chunks(content, (_STROKES.encode(), _PIXELS.encode())))
        with warnings.catch_warnings(action="ignore"), Image.open(file, formats=("PNG",)) as image:
            if image.size != (_SIDE, _SIDE):
                return None
            pixels = np.asarray(image.convert("L"))
            # After the pixels, because texts may follow them in the file.
            text, digest = (image.info.get(name) for name in (_STROKES, _PIXELS))
    # Pillow does not document what its decoders raise; the reader of images reports what is wrong with the file.
    except Exception:  # noqa: BLE001
        return None
    return str(text) if text is not None and digest == _digest(pixels) else None


def _digest(pixels: ByteArray) -> str:
    return hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).hexdigest()
