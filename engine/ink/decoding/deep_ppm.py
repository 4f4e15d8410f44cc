"""PPM files of 16 bits a colour: Pillow would decode them in Python, value by value."""

from PIL import Image
from PIL.PpmImagePlugin import PpmImageFile

_IN_PYTHON = ("ppm", ("RGB", 65_535))


def decode_fast(image: Image.Image) -> None:
    """Let such a file, which is opened and not yet decoded, be decoded as a TIFF of 16 bits is: by the upper 8 of them.

    One of photo size would take longer than any image may.
    """
    if isinstance(image, PpmImageFile):
        image.tile = [
            tile._replace(codec_name="raw", args="RGB;16B") if (tile.codec_name, tile.args) == _IN_PYTHON else tile
            for tile in image.tile
        ]
