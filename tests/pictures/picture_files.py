"""Saves pictures with few colours, so that they are small."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

# A moving picture: RGB images, and how many milliseconds each is shown.
Frames = Sequence[tuple[QImage, int]]
_COLOURS, _MOVING_COLOURS = 192, 96
# The colours of a moving picture are chosen on so many of its frames.
_SAMPLES = 6


def _to_pillow(image: QImage) -> Image.Image:
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    data = bytes(rgb.constBits())
    return Image.frombytes("RGB", (rgb.width(), rgb.height()), data, "raw", "RGB", rgb.bytesPerLine())


def save_still(image: QImage, file: Path) -> None:
    """As a PNG with a palette."""
    # Without dithering areas of one colour stay so.
    picture = _to_pillow(image).quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    picture.save(file, optimize=True)


def save_moving(frames: Frames, file: Path) -> None:
    """As an animated PNG that is repeated. All frames have the same palette, so only what changes is stored."""
    pictures = [_to_pillow(image) for image, _ in frames]
    samples = pictures[:: max(1, len(pictures) // _SAMPLES)]
    width, height = samples[0].size
    sheet = Image.new("RGB", (width, height * len(samples)))
    for i, each in enumerate(samples):
        sheet.paste(each, (0, i * height))
    palette = sheet.quantize(_MOVING_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    first, *others = [each.quantize(palette=palette, dither=Image.Dither.NONE) for each in pictures]
    durations = [duration for _, duration in frames]
    first.save(file, save_all=True, append_images=others, duration=durations, loop=0, optimize=True)
