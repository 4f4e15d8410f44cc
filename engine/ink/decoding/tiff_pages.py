"""The pages of a TIFF file, checked before Pillow reads them.

The strips or tiles of a small page may be larger than any image, may be millions, and may all be the same bytes.
libtiff decodes all of them at once, so that nothing ends it.
"""

import contextlib
import struct
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from ...i18n import tr
from ...io.checked_file import Fault
from ..image_limits import check_scanned, check_size

_Numbers: TypeAlias = npt.NDArray[np.unsignedinteger]

# The beginnings of a file. Of the newer format for large files, Pillow reads only one order of bytes, and takes the
# other for the older format.
_STARTS, _LARGE, _UNREAD = (b"II*\0", b"MM\0*", b"II\0*", b"MM*\0"), b"II+\0", b"MM\0+"
_WIDTH, _LENGTH, _COMPRESSION, _TILE_WIDTH, _TILE_LENGTH = 256, 257, 259, 322, 323
# How the pixels are compressed: not at all, which Pillow reads itself, or as a JPEG in each strip or tile.
_NOT, _JPEGS, _START_OF_SCAN = 1, (6, 7), b"\xff\xda"
# The places in the file of the strips and tiles, and how many bytes each has.
_PLACES, _SIZES = (273, 324), (279, 325)
_READ = (_WIDTH, _LENGTH, _COMPRESSION, _TILE_WIDTH, _TILE_LENGTH, *_PLACES, *_SIZES)
# The types of whole numbers that the format allows here; libtiff reads more, and Pillow skips some of these.
_TYPES = {3: "u2", 4: "u4", 16: "u8"}
# Strips of one row, or tiles of 32 x 32, are fewer. Pillow takes some hundred bytes for each.
_MAX_PARTS = 200_000
# From the first one on, tags are of programs and other standards, and may be long lists. Of these Pillow reads two:
# what Photoshop says, and the profile of colours.
_PRIVATE, _READ_BY_PILLOW = 0x8000, (34377, 34675)
# The directories of EXIF, GPS and interoperability data, of which Pillow reads every entry. And the types of a place
# in the file, with their bytes.
_DIRECTORIES, _PLACE_SIZES = (34665, 34853, 40965), {3: 2, 4: 4, 13: 4, 16: 8, 18: 8}
# The types of bytes, which may be many; and of fractions and floats, which Pillow reads one by one: no image needs
# more than six of these. The palette has up to 196,608 whole numbers.
_BYTES, _FRACTIONS, _MAX_FRACTIONS = (1, 2, 6, 7), (5, 10, 11, 12), 1_000
# Compressed bytes of all strips or tiles. Only where these share bytes, they can have more than the file.
_MAX_COMPRESSED = 1 << 28


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
    width, length = int(numbers[_WIDTH][0]), int(numbers[_LENGTH][0])
    if _TILE_WIDTH in numbers and _TILE_LENGTH in numbers:
        # libtiff decodes each tile as a whole.
        width, length = (_covered(*sides) for sides in ((width, numbers[_TILE_WIDTH]), (length, numbers[_TILE_LENGTH])))
        check_size(width, length)
    compression = int(numbers[_COMPRESSION][0]) if _COMPRESSION in numbers else _NOT
    if compression != _NOT:
        places, sizes = _parts(numbers, len(content))
        if sum(int(np.minimum(each, len(content)).sum()) for each in sizes) > _MAX_COMPRESSED:
            raise ValueError("the same bytes again and again")
        if compression in _JPEGS:
            check_scanned(_most_scans(content, places, sizes), width, length)


def _parts(numbers: Mapping[int, _Numbers], most: int) -> tuple[list[_Numbers], list[_Numbers]]:
    """The places of all strips or tiles, and how many bytes each has; of a page that does not say that, libtiff takes
    all that follow, ``most``.

    A damaged page may have both kinds, or the places of one and the sizes of the other.
    """
    places = [numbers[tag] for tag in _PLACES if tag in numbers]
    sizes = [numbers[tag] for tag in _SIZES if tag in numbers]
    return places, sizes or [np.full(len(each), most, np.uint64) for each in places]


def _most_scans(content: bytes, places: list[_Numbers], sizes: list[_Numbers]) -> int:
    """How many scans the JPEG in a strip or tile has at most. Many of these may be the same."""
    parts = set[tuple[int, int]]()
    for starts, lengths in product(places, sizes):
        parts.update(zip(starts.tolist(), lengths.tolist(), strict=False))
    return max((content.count(_START_OF_SCAN, start, start + length) for start, length in parts), default=0)


def _covered(side: int, tile: _Numbers) -> int:
    """How many pixels all tiles along this side have."""
    return -(-side // int(tile[0])) * int(tile[0])


def _numbers(content: bytes, at: int) -> dict[int, _Numbers]:
    """What the directory at this place says with the tags of _READ."""
    order = _order(content)
    found: dict[int, _Numbers] = {}
    for tag, kind, count, value in _entries(content, at):
        if tag in _DIRECTORIES:
            _check_directory(content, kind, count, value)
        if tag not in _READ:
            if tag < _PRIVATE or tag in _READ_BY_PILLOW:
                _check_list(kind, count)
            continue
        if tag in found:
            raise ValueError("said twice, and read differently by Pillow and libtiff")
        if count > _MAX_PARTS:
            raise Fault(tr("it has more than {0:,} parts. Save it as PNG.", _MAX_PARTS))
        dtype = np.dtype(("<" if order == "little" else ">") + _TYPES[kind])
        if count * dtype.itemsize <= len(value):
            found[tag] = np.frombuffer(value, dtype, count)
        else:
            found[tag] = np.frombuffer(content, dtype, count, int.from_bytes(value, order))
    return found


def _entries(content: bytes, at: int) -> Iterator[tuple[int, int, int, bytes]]:
    """Tag, type, count and value, or the place of the values, of each entry of the directory at this place."""
    order, large = _order(content), content.startswith(_LARGE)
    entry = struct.Struct(("<" if order == "little" else ">") + ("HHQ8s" if large else "HHL4s"))
    first = at + (8 if large else 2)
    stop = first + entry.size * int.from_bytes(content[at:first], order)
    return entry.iter_unpack(content[first:stop])


def _check_list(kind: int, count: int) -> None:
    """Raises:
    ValueError: so many values of this type are more than any image needs.
    """
    if kind not in _BYTES and count > (_MAX_FRACTIONS if kind in _FRACTIONS else _MAX_PARTS):
        raise ValueError("more numbers than any image has")


def _check_directory(content: bytes, kind: int, count: int, value: bytes, nested: bool = False) -> None:
    """Check the lists in a directory of EXIF, to which an entry of these values leads, and in those that it names."""
    if kind not in _PLACE_SIZES:
        _check_list(kind, count)
        return
    if count != 1:
        raise ValueError("several directories")
    at = int.from_bytes(value[: _PLACE_SIZES[kind]], _order(content))
    # Pillow, too, leaves a damaged one alone.
    with contextlib.suppress(struct.error):
        for tag, inner_kind, inner_count, inner_value in _entries(content, at):
            _check_list(inner_kind, inner_count)
            if tag in _DIRECTORIES and not nested:
                _check_directory(content, inner_kind, inner_count, inner_value, nested=True)


def _order(content: bytes) -> Literal["little", "big"]:
    return "little" if content.startswith(b"II") else "big"
