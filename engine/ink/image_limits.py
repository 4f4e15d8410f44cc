"""Images that would take much memory or time, refused before they are decoded.

Pillow decodes what a file declares. A few kilobytes can declare a progressive JPEG of thousands of scans, or an image
that is one pixel wide and fifty million high; the file says so.
"""

import io
import re
import time

from PIL import Image
from PIL.ImageFile import ImageFile

from ..i18n import tr
from ..io.checked_file import Fault
from ..io.limits import (
    MAX_AVIF_BYTES,
    MAX_IMAGE_SECONDS,
    MAX_JPEG_PIXELS,
    MAX_PIXELS,
    MAX_SCANNED_PIXELS,
    MAX_SCANS,
    MAX_SIDE,
    MAX_SLOW_PIXELS,
)

# The brands of AVIF, and how many bytes of brands are looked at.
_AVIF, _MAX_BRANDS = (b"avif", b"avis"), 1_000
_JPEG, _START_OF_SCAN, _END_OF_IMAGE = b"\xff\xd8", b"\xda", b"\xd9"
# The start of an image in a JPEG, of each kind of compression.
_STARTS_OF_FRAME = bytes(set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC})
_LOSSLESS = (b"\xc3", b"\xc7", b"\xcb", b"\xcf")
# The start of a part of a JPEG, with a length after it; in the data of a scan 0xFF is followed by none of these.
_MARKER = re.compile(rb"\xff([^\x00\x01\xff\xd0-\xd7])", re.DOTALL)
# Parts of a JPEG: the text and the pictures that a phone adds have some hundreds of 64 KB.
_MAX_PARTS = 10_000
# What Pillow calls the decoders of netpbm files that are texts, or have an unusual largest value. They are written in
# Python, and take a second or two for a million pixels, except of black and white.
_SLOW_DECODERS = ("ppm_plain", "ppm")


class TimedFile(io.BytesIO):
    """The content of a file; reading it fails after MAX_IMAGE_SECONDS of this thread.

    Pillow reads block by block, so that this ends a decoder that is written in Python. The time that other programs and
    a training take does not count: on a busy machine, a large image would be refused.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._end = time.thread_time() + MAX_IMAGE_SECONDS

    def read(self, size: int | None = -1, /) -> bytes:
        if time.thread_time() > self._end:
            raise Fault(tr("it takes longer than {0:.0f} seconds to read. Choose a smaller image.", MAX_IMAGE_SECONDS))
        return super().read(size)


def check_webp(content: bytes) -> None:
    """Check the size that a WebP file declares, because opening it alone already takes memory; nothing where it is
    another file.

    Raises:
        Fault: the image is too large.
    """
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        check_size(*_webp_size(content))


def check_avif(content: bytes) -> None:
    """Check the length of an AVIF file; nothing where it is another file.

    Opening it, Pillow reads its orientation, which may be a list as long as the file.

    Raises:
        Fault: it is too long.
    """
    # The brands are in its first box, which begins with its length.
    brands = content[8 : min(int.from_bytes(content[:4], "big"), _MAX_BRANDS)]
    is_avif = content[4:8] == b"ftyp" and any(brand in brands for brand in _AVIF)
    if is_avif and len(content) > MAX_AVIF_BYTES:
        raise Fault(
            tr("it is larger than the {0} MB that Digit Lab reads. Choose a smaller file.", MAX_AVIF_BYTES >> 20)
        )


def check_opened(image: Image.Image, most: int) -> None:
    """Check the size of an image that is opened and not yet decoded, and how Pillow will decode it.

    Args:
        most: pixels.

    Raises:
        Fault: the image is too large, or takes too long to decode.
    """
    check_size(image.width, image.height, most)
    tiles = image.tile if isinstance(image, ImageFile) and image.mode != "1" else ()
    if any(tile[0] in _SLOW_DECODERS for tile in tiles) and image.width * image.height > MAX_SLOW_PIXELS:
        raise Fault(
            tr("of this kind of PGM or PPM, Digit Lab reads {0:,} pixels at most. Save it as PNG.", MAX_SLOW_PIXELS)
        )


def check_size(width: int, height: int, most: int = MAX_PIXELS) -> None:
    """Raises:
    Fault: an image has more pixels than ``most``, or a side that is too long.
    """
    if width * height > most or max(width, height) > MAX_SIDE:
        largest, jpeg = MAX_PIXELS // 1_000_000, MAX_JPEG_PIXELS // 1_000_000
        raise Fault(
            tr(
                "it has {0:,} × {1:,} pixels: choose one of at most {2} million (a JPEG of one scan: "
                "{3} million), and of at most {4:,} a side.",
                width,
                height,
                largest,
                jpeg,
                MAX_SIDE,
            )
        )


def check_scans(content: bytes, width: int, height: int) -> bool:
    """Check a JPEG whose size is known: each scan of a progressive one takes as long as a whole image.

    Returns:
        whether it can be decoded reduced: one without loss cannot.

    Raises:
        Fault: it takes too long.
    """
    if not content.startswith(_JPEG):
        return True
    scans, in_one, lossless = _scans(content)
    if lossless or not in_one:
        check_size(width, height)
    check_scanned(scans, width, height)
    return not lossless


def check_scanned(scans: int, width: int, height: int) -> None:
    """Raises:
    Fault: so many scans of a JPEG take too long.
    """
    if scans > MAX_SCANS:
        raise Fault(
            tr(
                "it is a progressive JPEG of {0:,} scans, and Digit Lab reads {1} at most. Save it as PNG.",
                scans,
                MAX_SCANS,
            )
        )
    if scans * width * height > MAX_SCANNED_PIXELS:
        raise Fault(tr("it is a progressive JPEG that takes too long to decode. Save it as PNG or as a smaller image."))


def _scans(content: bytes) -> tuple[int, bool, bool]:
    """How many scans a JPEG has, and whether the first one has all of its components: otherwise libjpeg keeps the whole
    image in memory before it is reduced. And whether it is one without loss.

    Behind its end may be anything: phones put a video there.
    """
    scans, at, components, in_one, lossless = 0, len(_JPEG), b"", True, False
    for _ in range(_MAX_PARTS):
        found = _MARKER.search(content, at)
        if found is None or found[1] == _END_OF_IMAGE:
            return scans, in_one, lossless
        part = content[found.end() : found.end() + 8]
        if found[1] in _STARTS_OF_FRAME:
            components, lossless = part[7:8], found[1] in _LOSSLESS
        if found[1] == _START_OF_SCAN:
            in_one = in_one and (scans > 0 or part[2:3] == components)
            scans += 1
        at = found.end() + int.from_bytes(part[:2], "big")
    raise Fault(tr("it has more than {0:,} parts. Save it as PNG.", _MAX_PARTS))


def _webp_size(content: bytes) -> tuple[int, int]:
    """Width and height as the first chunk of a WebP file declares them; (0, 0) where there is none.

    https://developers.google.com/speed/webp/docs/riff_container
    """
    kind, data = content[12:16], content[20:30]
    if len(data) == 10 and kind == b"VP8X":
        return 1 + int.from_bytes(data[4:7], "little"), 1 + int.from_bytes(data[7:10], "little")
    if len(data) == 10 and kind == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if len(data) == 10 and kind == b"VP8 ":
        return int.from_bytes(data[6:8], "little") & 0x3FFF, int.from_bytes(data[8:10], "little") & 0x3FFF
    return 0, 0
