"""Images of a digit, from a file or the clipboard: any size, polarity and colour, prepared for the network."""

import contextlib
import os
import re
import threading
import warnings
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError, features
from PIL.JpegImagePlugin import jpeg_factory

from ..errors import ImageError
from ..i18n import tr
from ..io.checked_file import Fault, error_context, read_file
from ..io.limits import MAX_IMAGE_BYTES, MAX_JPEG_PIXELS, MAX_PIXELS
from ..types import CANVAS, FloatArray
from .components import border, otsu
from .decoding.deep_ppm import decode_fast
from .decoding.frames import first_with_ink
from .decoding.grey import WORKING_SIDE
from .decoding.png_chunks import needed_chunks
from .decoding.tiff_pages import check_first_page
from .decoding.unread_formats import RAW, raw_photo, what_it_is
from .drawn_frame import find_cell
from .image_limits import TimedFile, check_avif, check_opened, check_scans, check_webp
from .photo import LEAST_CONTRAST, SMALLEST_PHOTO, ink_on_paper, is_photo
from .preprocess import ALL_STEPS, BOX, STROKE_WIDTH, Stages, Steps, bounding_box, centre_of_mass_shift

_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF", "PPM", *(("AVIF",) if features.check("avif") else ()))
IMAGE_SUFFIXES = (
    *(".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm", ".pbm"),
    *((".avif",) if "AVIF" in _FORMATS else ()),
)

# Pillow refuses twice as many pixels: also of a later frame, before it takes memory for it.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
_JPEG = b"\xff\xd8\xff"
# A JFIF or Adobe part of a JPEG that is too short: libjpeg skips it, and Pillow fails. It becomes a comment.
_SHORT_PART, _COMMENT = re.compile(rb"\xff[\xe0\xee](?=\0[\6-\x08](?:JFIF|Adobe))"), b"\xff\xfe"
# EXIF data in a JPEG. Pillow joins several, which takes the square of their number: the first have all that is needed.
_EXIF, _MAX_EXIF_PARTS = re.compile(rb"\xff\xe1(?=..Exif\0\0)", re.DOTALL), 16
_STDERR, _REDIRECTING = 2, threading.Lock()
# The bytes that tell what a file is.
_HEAD = 512
# Photos with fewer pixels than this on the shorter side show no digit that can be told from noise.
_SMALLEST_SHRUNK = 16
# Their light is uneven: along the border the brightness differs by at least this fraction of the contrast.
_UNEVEN = 0.12
# Each pixel of the 20 x 20 box is first computed as 4 x 4, so that thin lines can be thickened before they fade.
_FINE = 4


def read_image(source: str | Path | bytes) -> FloatArray:
    """An image file, or its content, as grey values.

    Returns:
        (height, width) float32 in 0..1, black to white, rotated by its EXIF data; see ``engine.ink.decoding.grey`` for
        transparency and colours. Longer sides than 512 pixels are scaled down to that. Of an animation, or a file with
        several pages, it is the first frame on which something stands out.

    Raises:
        ImageError: no image, a damaged one, or one beyond 100 MB or 50 million pixels (a JPEG of one scan: 205
            million).
    """
    name = tr("The image") if isinstance(source, bytes) else f"“{Path(source).name}”"
    if not isinstance(source, bytes):
        if raw_photo(Path(source).name):
            raise ImageError(tr(RAW, name))
        with error_context(name, "opened", ImageError):
            source = read_file(Path(source), MAX_IMAGE_BYTES)
    try:
        check_webp(source)
        check_avif(source)
        check_first_page(source)
        # Pillow warns of unusual files on standard error; here they are read, or refused with an error.
        with warnings.catch_warnings(action="ignore"), _opened(source) as image:
            # A JPEG of one scan is decoded reduced, to an eighth of each side, and takes little memory.
            reduced = image.format in ("JPEG", "MPO") and not image.info.get("progressive")
            check_opened(image, MAX_JPEG_PIXELS if reduced else MAX_PIXELS)
            reducible = check_scans(source, image.width, image.height)
            # A photo need not be decoded in full. The first channel of YCbCr is the brightness.
            size = (2 * WORKING_SIDE, 2 * WORKING_SIDE) if reducible else image.size
            image.draft(image.mode if _is_rgb_jpeg(image) else "YCbCr", size)
            with _libtiff_is_silent(image.format):
                return first_with_ink(image, source)
    except Fault as fault:
        raise ImageError(tr("{0} cannot be opened: {1}", name, fault)) from fault
    except UnidentifiedImageError:
        raise ImageError(what_it_is(name, source[:_HEAD])) from None
    except Image.DecompressionBombError:
        raise ImageError(
            tr("{0} is too large: choose one of at most {1} million pixels.", name, MAX_PIXELS // 1_000_000)
        ) from None
    except MemoryError:
        raise ImageError(tr("There is not enough memory for {0}: choose a smaller image.", name)) from None
    # Pillow does not document what its decoders raise for damaged images: also AssertionError, struct.error ...
    except Exception:  # noqa: BLE001
        raise ImageError(tr("{0} is damaged or cut off: it cannot be read.", name)) from None


def _opened(content: bytes) -> Image.Image:
    """An image that is not decoded yet. A JPEG may have more pixels than ``Image.open`` allows."""
    if content.startswith(_JPEG):
        return jpeg_factory(TimedFile(_SHORT_PART.sub(_COMMENT, _with_few_exif_parts(content))))
    image = Image.open(TimedFile(needed_chunks(content)), formats=_FORMATS)
    decode_fast(image)
    return image


def _with_few_exif_parts(content: bytes) -> bytes:
    """A JPEG whose further parts with EXIF data are comments."""
    first = [part.end() for part in islice(_EXIF.finditer(content), _MAX_EXIF_PARTS)]
    if len(first) < _MAX_EXIF_PARTS:
        return content
    return content[: first[-1]] + _EXIF.sub(_COMMENT, content[first[-1] :])


def _is_rgb_jpeg(image: Image.Image) -> bool:
    """Whether a JPEG holds RGB, which libjpeg does not convert to YCbCr."""
    names = bytes(layer[0] for layer in getattr(image, "layer", ()))
    return names == b"RGB" or image.info.get("adobe_transform") == 0


@contextlib.contextmanager
def _libtiff_is_silent(kind: str | None) -> Iterator[None]:
    """What libtiff prints on standard error about a damaged file is discarded: the error says it.

    The file descriptor that it writes to belongs to the whole process, so one thread at a time redirects it.
    """
    if kind != "TIFF":
        yield
        return
    with _REDIRECTING:
        try:
            shown = os.dup(_STDERR)
        except OSError:  # it is closed
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STDERR)
        os.close(nowhere)
        try:
            yield
        finally:
            os.dup2(shown, _STDERR)
            os.close(shown)


def prepare_image(grey: FloatArray, steps: Steps = ALL_STEPS, plain: bool = False) -> Stages:
    """Grey values -> the network's input, with the stages of the preprocessing.

    The background is the colour of the border; ink is what differs from it, dark or light. On a photo, whose light or
    paper is uneven, ink is what differs from the paper around it (see ``engine.ink.photo``). An image that already has
    the form of an MNIST digit is used unchanged.

    Args:
        grey: (height, width) float32 in 0..1.
        steps: all, except to show what one is good for. The canvas is then the square of 28 x 28 that the image fills.
        plain: it is neither a photo nor framed, as in a dataset; looking for paper or a frame takes a hundred times
            as long.
    """
    ink = _plain_ink(grey) if plain else _ink(grey)
    box = bounding_box(ink > 0.5)
    if box is None:
        blank, empty_box = np.zeros((CANVAS, CANVAS), np.float32), np.zeros((BOX, BOX), np.float32)
        return Stages(blank, True, lambda: (ink, None, empty_box))
    left, top, right, bottom = box
    if steps != ALL_STEPS:
        scaled, centred = _partly_prepared(ink, ink[top:bottom, left:right] if steps.crop else ink, steps)
    else:
        scaled = _scaled(ink[top:bottom, left:right])
        centred = np.array(grey, np.float32) if _is_mnist(grey, box) else _centre(np.pad(scaled, (CANVAS - BOX) // 2))
    return Stages(centred, False, lambda: (ink, box, scaled))


def _partly_prepared(ink: FloatArray, part: FloatArray, steps: Steps) -> tuple[FloatArray, FloatArray]:
    """The last two stages of the ``part`` of the ink that is used, with steps left out."""
    if steps.scale and steps.crop:
        scaled = _scaled(part)
        placed = _pixels(_pad(Image.fromarray(scaled), CANVAS))
    else:
        factor = BOX / max(part.shape) if steps.scale else CANVAS / max(ink.shape)
        size = (max(1, round(part.shape[1] * factor)), max(1, round(part.shape[0] * factor)))
        resized = Image.fromarray(np.ascontiguousarray(part)).resize(size, _resampling(factor))
        placed = _pixels(_pad(resized, CANVAS))
        scaled = _pixels(_pad(resized, BOX)) if steps.scale else placed
    return scaled, _centre(placed) if steps.centre else placed


def _resampling(factor: float) -> Image.Resampling:
    return Image.Resampling.BOX if factor < 1 else Image.Resampling.BICUBIC


def _pad(image: Image.Image, side: int) -> Image.Image:
    """In the middle of a black square; what does not fit into it is cut off."""
    canvas = Image.new("F", (side, side))
    canvas.paste(image, ((side - image.width) // 2, (side - image.height) // 2))
    return canvas


def _pixels(image: Image.Image) -> FloatArray:
    return np.clip(np.asarray(image, np.float32), 0, 1)


def _ink(grey: FloatArray) -> FloatArray:
    """How much each pixel differs from the background, scaled to 0..1 so that the ink is near 1."""
    cell = find_cell(grey) if min(grey.shape) >= 3 else None
    if cell is not None:
        ink: FloatArray = np.zeros_like(grey)
        ink[cell.place] = _ink(cell.grey)
        return ink
    if is_photo(grey):
        return ink_on_paper(grey)
    shrunk = _ink_of_shrunk_photo(grey)
    return _plain_ink(grey) if shrunk is None else shrunk


def _plain_ink(grey: FloatArray) -> FloatArray:
    if min(grey.shape) < 3:
        return np.zeros_like(grey)
    difference: FloatArray = grey - float(np.median(border(grey)))
    if -difference.min() > difference.max():
        difference = -difference
    difference = np.maximum(difference, 0)
    contrast = float(difference.max())
    if contrast < LEAST_CONTRAST:
        return np.zeros_like(grey)
    threshold = otsu(difference / contrast) * contrast
    full = float(np.median(difference[difference > threshold]))
    # Values well below the threshold are paper, not faint ink.
    floor = 0.4 * threshold
    ink: FloatArray = np.clip((difference - floor) / max(full - floor, 1e-6), 0, 1).astype(np.float32)
    return ink


def _ink_of_shrunk_photo(grey: FloatArray) -> FloatArray | None:
    """The ink of a photo that was shrunk until it looks like none; None for other images."""
    height, width = grey.shape
    factor = -(-SMALLEST_PHOTO // min(grey.shape))
    low, high = np.quantile(border(grey), (0.1, 0.9))
    if factor == 1 or min(grey.shape) < _SMALLEST_SHRUNK or high - low < _UNEVEN * np.ptp(grey):
        return None
    size = (width * factor, height * factor)
    enlarged = _pixels(Image.fromarray(grey).resize(size, Image.Resampling.BICUBIC))
    if not is_photo(enlarged):
        return None
    ink = np.asarray(Image.fromarray(ink_on_paper(enlarged)).reduce(factor), np.float32)
    return ink if ink.any() else None


def _is_mnist(grey: FloatArray, box: tuple[int, int, int, int]) -> bool:
    """Whether it is 28 x 28, white on black, within 20 x 20 and centred by mass: moving it again would only blur it."""
    left, top, right, bottom = box
    if grey.shape != (CANVAS, CANVAS) or max(right - left, bottom - top) > BOX:
        return False
    # Some of MNIST's digits touch the edge, but with few pixels.
    if np.count_nonzero(np.concatenate((grey[0], grey[-1], grey[:, 0], grey[:, -1]))) > CANVAS // 2:
        return False
    return bool(np.abs(centre_of_mass_shift(grey[None])).max() <= 0.75)


def _scaled(ink: FloatArray) -> FloatArray:
    """Cropped ink -> (20, 20): the longer side fills the box, thin lines become as wide as MNIST's."""
    height, width = ink.shape
    factor = BOX * _FINE / max(height, width)
    fine_size = (max(1, round(width * factor)), max(1, round(height * factor)))
    pixels = np.asarray(Image.fromarray(ink).resize(fine_size, _resampling(factor)), np.float32)
    # A line thinner than a pixel becomes grey, but it is thin, not faint.
    pixels = np.clip(pixels / max(float(np.quantile(pixels[pixels > 0.1 * pixels.max()], 0.8)), 0.05), 0, 1)
    fine = _thicken(Image.fromarray(pixels), STROKE_WIDTH * _FINE)
    return _pixels(_pad(fine, BOX * _FINE).resize((BOX, BOX), Image.Resampling.BOX))


def _thicken(fine: Image.Image, width: float) -> Image.Image:
    """Lines thinner than ``width`` pixels widened to about that; the longer side keeps its length."""
    ink = np.asarray(fine, np.float32) > 0.4
    edge = sum(np.count_nonzero(np.diff(np.pad(ink, 1), axis=axis)) for axis in (0, 1))
    # A long line of width w and length l covers w l and has an outline of 2 l; the outline of a slanted line,
    # counted along the grid, is 4 / pi times its length on the average.
    line = 2 * np.count_nonzero(ink) / max(1.0, edge * np.pi / 4)
    grow = round((width - line) / 2)
    if grow < 1:
        return fine
    # Room for what grows outwards, then back to the length it had; both sides by one factor, or a single upright
    # stroke would end no wider than it began.
    padded = ImageOps.expand(Image.fromarray((np.clip(np.asarray(fine), 0, 1) * 255).astype(np.uint8)), grow)
    for _ in range(grow):
        padded = padded.filter(ImageFilter.MaxFilter(3))
    factor = max(fine.size) / max(padded.size)
    size = (max(1, round(padded.width * factor)), max(1, round(padded.height * factor)))
    values = np.asarray(padded.resize(size, Image.Resampling.BICUBIC), np.float32) / 255
    return Image.fromarray(values)


def _centre(image: FloatArray) -> FloatArray:
    """(28, 28) moved so that the centre of mass is in the middle, to a fraction of a pixel."""
    shift = centre_of_mass_shift(image[None])[0]
    x, y = (_limited(by, image.max(axis=axis)) for axis, by in enumerate(shift))
    moved = Image.fromarray(image).transform(
        image.shape, Image.Transform.AFFINE, (1, 0, -float(x), 0, 1, -float(y)), Image.Resampling.BILINEAR
    )
    return _pixels(moved)


def _limited(shift: float, profile: FloatArray) -> float:
    """The shift, limited so that all ink along one axis (28,) stays inside: the foot of a tall 7 would be cut off."""
    indices = np.flatnonzero(profile)
    return float(np.clip(shift, -indices[0], CANVAS - 1 - indices[-1])) if len(indices) else 0.0
