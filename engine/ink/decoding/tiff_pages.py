"""The pages of a TIFF file, checked before Pillow reads them.

The strips or tiles of a small page may be larger than any image, may be millions, and may all be the same bytes.
"""

import struct
from typing import Literal

import numpy as np
import numpy.typing as npt

from ...i18n import tr
from ...io.checked_file import Fault
from ..image_limits import check_size

# The beginnings of a file. Of the newer format for large files, Pillow reads only one order of bytes, and takes the
# other for the older format.
_STARTS, _LARGE, _UNREAD = (b"II*\0", b"MM\0*", b"II\0*", b"MM*\0"), b"II+\0", b"MM\0+"
_WIDTH, _LENGTH, _ORDER_OF_BITS, _TILE_WIDTH, _TILE_LENGTH = 256, 257, 266, 322, 323
# The places in the file of the strips and tiles, and how many bytes each has.
_PLACES, _SIZES = (273, 324), (279, 325)
_READ = (_WIDTH, _LENGTH, _ORDER_OF_BITS, _TILE_WIDTH, _TILE_LENGTH, *_PLACES, *_SIZES)
# The types of whole numbers that the format allows here; libtiff reads more, and Pillow skips some of these.
_TYPES = {3: "u2", 4: "u4", 16: "u8"}
# Strips of one row, or tiles of 32 x 32, are fewer. Pillow takes some hundred bytes for each.
_MAX_PARTS = 200_000
# Bytes of all strips or tiles, where libtiff copies each.
_MAX_COPIED = 1 << 30


def check_first_page(content: bytes) -> None:
    """Check the first page of a TIFF file, as ``check_page`` does; nothing where it is another file."""
    if content.startswith(_UNREAD):
        raise ValueError("not read by Pillow")
    if content.startswith((*_STARTS, _LARGE)):
        start = content[8:16] if content.startswith(_LARGE) else content[4:8]
        check_page(content, int.from_bytes(start, _order(content)))


def check_page(content: bytes, at: int) -> None:
    """Check the page of a TIFF file whose directory is at this place.

    Raises:
        Fault: its strips or tiles are too large, or too many.
        ValueError, KeyError, IndexError, struct.error: it is damaged.
    """
    numbers = _numbers(content, at)
    if _TILE_WIDTH in numbers and _TILE_LENGTH in numbers:
        # libtiff decodes each tile as a whole.
        check_size(_covered(numbers[_WIDTH], numbers[_TILE_WIDTH]), _covered(numbers[_LENGTH], numbers[_TILE_LENGTH]))
    if 2 in numbers.get(_ORDER_OF_BITS, ()):
        # libtiff copies the bytes of each. Of a page that does not say how many these are, it takes all that follow.
        sizes = [numbers[tag] for tag in _SIZES if tag in numbers]
        sizes = sizes or [np.full(len(numbers[tag]), len(content)) for tag in _PLACES if tag in numbers]
        if sum(int(np.minimum(each, len(content)).sum()) for each in sizes) > _MAX_COPIED:
            raise ValueError("the same bytes again and again")


def _covered(side: npt.NDArray[np.unsignedinteger], tile: npt.NDArray[np.unsignedinteger]) -> int:
    """How many pixels all tiles along this side have."""
    return -(-int(side[0]) // int(tile[0])) * int(tile[0])


def _numbers(content: bytes, at: int) -> dict[int, npt.NDArray[np.unsignedinteger]]:
    """What the directory at this place says with the tags of _READ."""
    order, large = _order(content), content.startswith(_LARGE)
    sign = "<" if order == "little" else ">"
    entry = struct.Struct(sign + ("HHQ8s" if large else "HHL4s"))
    first = at + (8 if large else 2)
    stop = first + entry.size * int.from_bytes(content[at:first], order)
    found: dict[int, npt.NDArray[np.unsignedinteger]] = {}
    for tag, kind, count, value in entry.iter_unpack(content[first:stop]):
        if tag not in _READ:
            continue
        if tag in found:
            raise ValueError("said twice, and read differently by Pillow and libtiff")
        if count > _MAX_PARTS:
            raise Fault(tr("it has more than {0:,} parts. Save it as PNG.", _MAX_PARTS))
        dtype = np.dtype(sign + _TYPES[kind])
        if count * dtype.itemsize <= len(value):
            found[tag] = np.frombuffer(value, dtype, count)
        else:
            found[tag] = np.frombuffer(content, dtype, count, int.from_bytes(value, order))
    return found


def _order(content: bytes) -> Literal["little", "big"]:
    return "little" if content.startswith(b"II") else "big"
