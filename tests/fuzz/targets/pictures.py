"""Images of other programs."""

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from engine.digit_finder import DigitFinder
from engine.ink.drawing_file import load_drawing
from engine.ink.images import prepare_image, read_image
from engine.io.file_kind import file_kind
from engine.unread import unread_cause
from tests.fuzz.checks import check, check_predictions, recognizer
from tests.fuzz.target import Files, Target


def use(path: Path) -> None:
    """As it is opened in the window: perhaps a drawing, else prepared, predicted, and searched for several digits."""
    file_kind(path)
    if load_drawing(path) is not None:
        return
    grey = read_image(path)
    check(grey.ndim == 2 and grey.dtype == np.float32, "not an image of grey values")
    check(np.isfinite(grey).all() and grey.min() >= 0 and grey.max() <= 1, "values that are not within 0 to 1")
    stages = prepare_image(grey)
    prediction = recognizer().predict(stages)
    check_predictions(prediction.probabilities)
    DigitFinder(recognizer()).in_image(stages.ink)
    unread_cause(grey, stages.ink, prediction.sure)


def _drawn(mode: str, size: tuple[int, int] = (40, 52)) -> Image.Image:
    """A 4 in ink on paper."""
    image = Image.new("L", size, 230)
    ImageDraw.Draw(image).line([(22, 4), (8, 30), (34, 30), (26, 18), (26, 46)], 20, 4)
    if mode == "RGBA":
        image = Image.merge("RGBA", (image, image, image, image.point(lambda value: 255 - value)))
    if mode == "LAB":  # converted, it would have a profile with the time
        image = Image.merge("LAB", (image, Image.new("L", size, 128), Image.new("L", size, 128)))
    return image.convert(mode)


def _files(*saved: tuple[str, str, str, dict[str, object]]) -> Sequence[Files]:
    made = []
    for name, form, mode, options in saved:
        buffer = io.BytesIO()
        _drawn(mode).save(buffer, form, **options)
        made.append({name: buffer.getvalue()})
    return made


def _png() -> Sequence[Files]:
    palette, deep = ("a.png", "PNG", "P", {"transparency": 0}), ("a.png", "PNG", "I;16", {})
    frames = {"save_all": True, "append_images": [_drawn("RGB")]}
    return _files(
        *(("a.png", "PNG", mode, {}) for mode in ("L", "RGB", "RGBA", "1")),
        palette,
        deep,
        ("a.png", "PNG", "RGB", frames),
    )


def _jpeg() -> Sequence[Files]:
    exif = Image.Exif()
    exif[274] = 6
    options = ({}, {"progressive": True}, {"exif": exif.tobytes()}, {"subsampling": 0, "restart_marker_blocks": 2})
    modes = ("L", "RGB", "RGB", "CMYK")
    return _files(*(("a.jpg", "JPEG", mode, each) for mode, each in zip(modes, options, strict=True)))


def _others() -> Sequence[Files]:
    frames = {"save_all": True, "append_images": [_drawn("L"), _drawn("L")]}
    return _files(
        *(("a.gif", "GIF", "P", {}), ("a.gif", "GIF", "L", frames)),
        *(("a.bmp", "BMP", mode, {}) for mode in ("RGB", "P")),
        *(("a.pgm", "PPM", mode, {}) for mode in ("L", "1")),
        *(("a.webp", "WEBP", mode, {}) for mode in ("RGB", "RGBA")),
    )


def _tiff() -> Sequence[Files]:
    plain = (("a.tif", "TIFF", mode, {}) for mode in ("L", "RGB", "RGBA", "1", "F", "I;16", "LAB"))
    packed = (("a.tif", "TIFF", "L", {"compression": each}) for each in ("tiff_lzw", "tiff_deflate", "packbits"))
    return _files(*plain, *packed, ("a.tif", "TIFF", "1", {"compression": "group4"}))


TARGETS = (
    Target("image-png", _png, use, 2000),
    Target("image-jpeg", _jpeg, use, 500),
    Target("image-tiff", _tiff, use, 600),
    Target("image-others", _others, use, 600),
)
