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

# The magic number (two zero bytes, the type (8: unsigned byte), the number of dimensions), and the shape of an item.
_KINDS: dict[str, tuple[int, Shape]] = {"images": (0x00000803, (CANVAS, CANVAS)), "labels": (0x00000801, ())}

# 784 MB of images. The largest set of digits that people use, EMNIST, has 814,255.
MAX_COUNT = 1_000_000
_MAX_BYTES = 1 << 30


def read_idx(path: str | Path, kind: str) -> ByteArray:
    """The array in an IDX file, gzipped or plain, with N >= 1.

    Args:
        kind: "images" for (N, 28, 28) uint8, or "labels" for (N,) uint8, each 0 to 9.

    Raises:
        DataError: the file is missing, cannot be read, is damaged, or holds something else.
    """
    with error_context(str(path), "opened", DataError), open_file(Path(path), _MAX_BYTES) as (raw, _):
        packed = raw.read(2) == b"\x1f\x8b"  # gzip's magic number
        raw.seek(0)
        try:
            return _parse(gzip.GzipFile(fileobj=raw) if packed else raw, kind)
        except EOFError:  # the gzip stream has no end
            raise Fault("it is cut off. Download or copy it again.") from None
        except (gzip.BadGzipFile, zlib.error):
            raise Fault("it is damaged and cannot be unpacked. Download or copy it again.") from None


def read_idx_pair(images_path: str | Path, labels_path: str | Path, name: str) -> Dataset:
    """The dataset called ``name``: its images from one IDX file, its labels from another.

    Raises:
        DataError: as ``read_idx``, or the numbers of images and labels differ.
    """
    images, labels = read_idx(images_path, "images"), read_idx(labels_path, "labels")
    if len(images) != len(labels):
        raise DataError(
            f"{images_path} has {len(images)} images, but {labels_path} has {len(labels)} labels. "
            "Choose two files that belong together."
        )
    return Dataset(images, labels, name)


def _parse(file: BinaryIO | gzip.GzipFile, kind: str) -> ByteArray:
    """The array in an open, unpacked IDX file."""
    magic, item_shape = _KINDS[kind]
    header = file.read(4 * (2 + len(item_shape)))
    found = int.from_bytes(header[:4], "big")
    if len(header) >= 4 and found != magic:
        other = next((other for other, (number, _) in _KINDS.items() if number == found), None)
        really = f"it holds {other}, not {kind}" if other else f"it is not an IDX file of {kind}"
        raise Fault(f"{really}. Choose another file.")
    if len(header) < 4 * (2 + len(item_shape)):
        raise Fault("it is cut off in its header. Download or copy it again.")
    count, *shape = struct.unpack(f">{1 + len(item_shape)}I", header[4:])
    if tuple(shape) != item_shape:
        size = " × ".join(str(side) for side in shape)
        raise Fault(f"it has images of {size} pixels. Choose a file of {CANVAS} × {CANVAS} images.")
    if not 0 < count <= MAX_COUNT:
        raise Fault(
            f"it declares {count} {kind}, and Digit Lab reads 1 to {MAX_COUNT}. Download it again, or choose another "
            "file."
        )
    size = count * math.prod(item_shape)
    # One byte more than declared: this detects a file that is too long, and makes gzip check the checksum at its end.
    data = file.read(size + 1)
    if len(data) != size:
        fault = "cut off" if len(data) < size else "too long"
        raise Fault(f"it is {fault}: its header declares {count} {kind}. Download or copy it again.")
    # A copy, because the array shall be writable and the bytes be freed.
    items = np.frombuffer(data, np.uint8).reshape(count, *item_shape).copy()
    if kind == "labels" and items.max() >= CLASSES:
        wrong = int(np.argmax(items >= CLASSES))
        raise Fault(
            f"label number {wrong + 1} is {items[wrong]}, but a digit is 0 to 9. Choose a file that labels digits."
        )
    return items
