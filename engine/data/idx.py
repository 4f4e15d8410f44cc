"""Reading IDX files, the format of MNIST: a magic number, the sizes (big-endian int32), then the bytes.

The format is described on the MNIST page of Y. LeCun, C. Cortes and C. Burges. The header is checked first, and no more
bytes are read than it declares.
"""

import gzip
import math
import struct
import zlib
from pathlib import Path
from typing import BinaryIO

import numpy as np

from engine.data.dataset import Dataset
from engine.errors import DataError
from engine.io.checked_file import Fault, error_context, open_file
from engine.types import CANVAS, CLASSES, ByteArray, Shape

# The magic number: two zero bytes, the type (8: unsigned byte), the number of dimensions.
_IMAGES = 0x00000803
_LABELS = 0x00000801
_WORDS = {_IMAGES: "images", _LABELS: "labels"}

_GZIP_MAGIC = b"\x1f\x8b"

# 784 MB of images. The largest set of digits that people use, EMNIST, has 814,255.
MAX_COUNT = 1_000_000
_MAX_BYTES = 1 << 30


def read_idx_images(path: str | Path) -> ByteArray:
    """The images of an IDX file, gzipped or plain: (N, 28, 28) uint8, N >= 1.

    Raises:
        DataError: the file is missing, cannot be read, is damaged, or holds something else.
    """
    return _read(path, _IMAGES, (CANVAS, CANVAS))


def read_idx_labels(path: str | Path) -> ByteArray:
    """The labels of an IDX file, gzipped or plain: (N,) uint8, each 0 to 9, N >= 1.

    Raises:
        DataError: the file is missing, cannot be read, is damaged, or holds something else.
    """
    return _read(path, _LABELS, ())


def read_idx_pair(images_path: str | Path, labels_path: str | Path, name: str) -> Dataset:
    """The dataset called ``name``: its images from one IDX file, its labels from another.

    Raises:
        DataError: as for the two files, or the numbers of images and labels differ.
    """
    images, labels = read_idx_images(images_path), read_idx_labels(labels_path)
    if len(images) != len(labels):
        raise DataError(
            f"{images_path} has {len(images)} images, but {labels_path} has {len(labels)} labels. "
            "Choose two files that belong together."
        )
    return Dataset(images, labels, name)


def _read(path: str | Path, magic: int, item_shape: Shape) -> ByteArray:
    """The array (N, *item_shape) in the file at ``path``."""
    with error_context(str(path), "opened", DataError), open_file(Path(path), _MAX_BYTES) as (raw, _):
        packed = raw.read(2) == _GZIP_MAGIC
        raw.seek(0)
        try:
            return _parse(gzip.GzipFile(fileobj=raw) if packed else raw, magic, item_shape)
        except EOFError:  # the gzip stream has no end
            raise Fault("it is cut off. Download or copy it again.") from None
        except (gzip.BadGzipFile, zlib.error):
            raise Fault("it is damaged and cannot be unpacked. Download or copy it again.") from None


def _parse(file: BinaryIO | gzip.GzipFile, magic: int, item_shape: Shape) -> ByteArray:
    """The array in an open, unpacked IDX file."""
    words = _WORDS[magic]
    header = file.read(4 * (2 + len(item_shape)))
    found = int.from_bytes(header[:4], "big")
    if len(header) >= 4 and found != magic:
        really = f"it holds {_WORDS[found]}, not {words}" if found in _WORDS else f"it is not an IDX file of {words}"
        raise Fault(f"{really}. Choose another file.")
    if len(header) < 4 * (2 + len(item_shape)):
        raise Fault("it is cut off in its header. Download or copy it again.")
    count, *shape = struct.unpack(f">{1 + len(item_shape)}I", header[4:])
    if tuple(shape) != item_shape:
        size = " × ".join(str(side) for side in shape)
        raise Fault(f"it has images of {size} pixels. Choose a file of {CANVAS} × {CANVAS} images.")
    if not 0 < count <= MAX_COUNT:
        raise Fault(
            f"it declares {count} {words}, and Digit Lab reads 1 to {MAX_COUNT}. Download it again, or choose another "
            "file."
        )
    size = count * math.prod(item_shape)
    # One byte more than declared: this detects a file that is too long, and makes gzip check the checksum at its end.
    data = file.read(size + 1)
    if len(data) != size:
        fault = "cut off" if len(data) < size else "too long"
        raise Fault(f"it is {fault}: its header declares {count} {words}. Download or copy it again.")
    # A copy, because the array shall be writable and the bytes be freed.
    items = np.frombuffer(data, np.uint8).reshape(count, *item_shape).copy()
    if magic == _LABELS and items.max() >= CLASSES:
        wrong = int(np.argmax(items >= CLASSES))
        raise Fault(
            f"label number {wrong + 1} is {items[wrong]}, but a digit is 0 to 9. Choose a file that labels digits."
        )
    return items
