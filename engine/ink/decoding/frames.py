"""The frames of an animation, and the pages of a file with several: the first one that is not blank is used."""

import numpy as np
from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

from ...io.checked_file import Fault
from ...io.limits import MAX_PIXELS
from ...types import FloatArray
from ..components import border
from ..image_limits import check_size
from ..photo import LEAST_CONTRAST
from .grey import to_grey
from .tiff_pages import check_page

_ANIMATED = ("GIF", "PNG", "WEBP", "TIFF", "AVIF")
# It is searched in so many frames, which have so many pixels together.
_MAX_FRAMES, _MAX_FRAME_PIXELS = 100, 75_000_000


def first_with_ink(image: Image.Image, content: bytes) -> FloatArray:
    """The grey values of the first frame on which something stands out; of the first one where nothing does.

    Args:
        image: opened, and within the limits.
        content: of its file.
    """
    first = to_grey(image)
    if image.format not in _ANIMATED or _stands_out(first):
        return first
    pixels = image.width * image.height
    for frame in range(1, _MAX_FRAMES):
        try:
            if isinstance(image, TiffImageFile) and image.tag_v2.next:
                check_page(content, image.tag_v2.next)
            image.seek(frame)
            # Now, because the search for the next one may decode it.
            check_size(image.width, image.height, min(MAX_PIXELS, _MAX_FRAME_PIXELS - pixels))
        # SyntaxError: of a PNG where the number of a frame, or its place, is damaged.
        except (Fault, EOFError, SyntaxError, Image.DecompressionBombError):
            return first
        pixels += image.width * image.height
        if _stands_out(grey := to_grey(image)):
            return grey
    return first


def _stands_out(grey: FloatArray) -> bool:
    return bool(np.abs(grey - np.median(border(grey))).max() >= LEAST_CONTRAST)
