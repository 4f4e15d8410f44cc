"""Reading IDX files, the format of MNIST: a magic number, the sizes (big-endian int32), then the numbers.

The format is described on the MNIST page of Y. LeCun, C. Cortes and C. Burges. Files that people's own programs wrote
little-endian, or with larger numbers than bytes, are read as well. The header is checked first, and no more bytes are
read than it declares.
"""

import math
from pathlib import Path
from typing import BinaryIO, Literal

import numpy as np

from ..errors import DataError
from ..i18n import tr
from ..io.checked_file import Fault, error_context, open_file, size
from ..io.foreign_file import HEAD_BYTES, check_not_foreign
from ..io.limits import MAX_ARRAYS_BYTES, MAX_IMAGES
from ..types import CANVAS, CLASSES, ByteArray, Shape
from .dataset import Dataset
from .files.pixels import PIXELS, to_images, to_labels
from .files.stream import Unpacked, unpacked

# The magic number: two zero bytes, the type of the numbers, the number of dimensions.
_TYPES = {0x08: "u1", 0x09: "i1", 0x0B: "i2", 0x0C: "i4", 0x0D: "f4", 0x0E: "f8"}
# What each kind of file can hold, without the number of items; the first is usual.
_SHAPES: dict[str, tuple[Shape, ...]] = {
    "images": ((CANVAS, CANVAS), (PIXELS,), (1, CANVAS, CANVAS), (CANVAS, CANVAS, 1)),
    "labels": ((), (1,), (CLASSES,)),
}

MAX_COUNT = MAX_IMAGES


def read_idx(path: str | Path, kind: str) -> ByteArray:
    """The array in an IDX file, gzipped or plain, with N >= 1.

    Args:
        kind: "images" for (N, 28, 28) uint8, or "labels" for (N,) uint8, each 0 to 9.

    Raises:
        DataError: the file is missing, cannot be read, is damaged, or holds something else.
    """
    name = str(path)
    with error_context(name, "opened", DataError), open_file(Path(path), MAX_ARRAYS_BYTES) as (raw, _):
        return _parse(unpacked(raw), kind)


def idx_header(path: Path) -> tuple[str, int] | None:
    """What an IDX file says that it holds: "images" or "labels", and how many; None for another file."""
    try:
        with open_file(path, MAX_ARRAYS_BYTES) as (raw, _):
            head = unpacked(raw).read(8)
    except Fault:
        return None
    if len(head) < 8 or not is_idx(head):
        return None
    order: Literal["big", "little"] = "big" if head[:2] == b"\0\0" else "little"
    dimensions = head[3] if order == "big" else head[0]
    return "labels" if dimensions == 1 else "images", int.from_bytes(head[4:], order)


def is_idx(head: bytes) -> bool:
    """Whether a file with these first bytes is an IDX file, of either byte order."""
    code, dimensions = head[2:4] if head[:2] == b"\0\0" else (head[1], head[0])
    return b"\0\0" in (head[:2], head[2:4]) and code in _TYPES and 1 <= dimensions <= 4


def read_idx_pair(images_path: str | Path, labels_path: str | Path, name: str) -> Dataset:
    """The dataset called ``name``: its images from one IDX file, its labels from another, or the other way round.

    Raises:
        DataError: as ``read_idx``, or the numbers of images and labels differ.
    """
    if is_exchanged(images_path, labels_path):
        images_path, labels_path = labels_path, images_path
    images, labels = read_idx(images_path, "images"), read_idx(labels_path, "labels")
    if len(images) != len(labels):
        raise DataError(
            tr(
                "{0} has {1} images, but {2} has {3} labels. Choose two files that belong together.",
                images_path,
                len(images),
                labels_path,
                len(labels),
            )
        )
    return Dataset(images, labels, name)


def is_exchanged(images_path: str | Path, labels_path: str | Path) -> bool:
    """Whether the file named as that of the images holds the labels, and the other one the images."""
    first, second = idx_header(Path(images_path)), idx_header(Path(labels_path))
    return first is not None and second is not None and (first[0], second[0]) == ("labels", "images")


def _parse(file: BinaryIO | Unpacked, kind: str) -> ByteArray:
    """The array in an open, unpacked IDX file."""
    noun = tr("images") if kind == "images" else tr("labels")
    head = file.read(4)
    if len(head) < 4:
        raise Fault(tr("it is cut off in its header. Download or copy it again."))
    order = ">" if head[:2] == b"\0\0" else "<"
    code, dimensions = (head[1], head[0]) if order == "<" else (head[2], head[3])
    if not is_idx(head):
        check_not_foreign(head + file.read(HEAD_BYTES))
        raise Fault(tr("it is not an IDX file of {0}. Choose another file.", noun))
    other = "labels" if dimensions == 1 else "images"
    if other != kind and dimensions not in {1 + len(shape) for shape in _SHAPES[kind]}:
        raise Fault(
            tr("it holds labels, not images. Choose another file.")
            if other == "labels"
            else tr("it holds images, not labels. Choose another file.")
        )
    header = file.read(4 * dimensions)
    if len(header) < 4 * dimensions:
        raise Fault(tr("it is cut off in its header. Download or copy it again."))
    found, swapped = (
        tuple(np.frombuffer(header, f"{each}u4").tolist()) for each in (order, "<" if order == ">" else ">")
    )
    count, *shape = swapped if not _fits(found, kind) and _fits(swapped, kind) else found
    if tuple(shape) not in _SHAPES[kind]:
        if kind == "labels":
            raise Fault(
                tr(
                    "it is not an IDX file of labels: it has {0} numbers for each. Choose another file.",
                    size(tuple(shape)),
                )
            )
        raise Fault(tr("it has images of {0} pixels. Choose a file of {1} × {1} images.", size(tuple(shape)), CANVAS))
    if not 0 < count <= MAX_COUNT:
        raise Fault(
            tr(
                "it declares {0} {1}, and Digit Lab reads 1 to {2}. Download it again, or choose another file.",
                count,
                noun,
                MAX_COUNT,
            )
        )
    dtype = np.dtype(f"{order}{_TYPES[code]}")
    length = count * math.prod(shape) * dtype.itemsize
    if length > MAX_ARRAYS_BYTES:
        raise Fault(
            tr("it is larger than the {0} MB that Digit Lab reads. Choose a smaller file.", MAX_ARRAYS_BYTES >> 20)
        )
    # One byte more than declared: this detects a file that is too long, and makes zlib check the checksum at its end.
    data = file.read(length + 1)
    if len(data) != length:
        raise Fault(
            tr("it is cut off: its header declares {0} {1}. Download or copy it again.", count, noun)
            if len(data) < length
            else tr("it is too long: its header declares {0} {1}. Download or copy it again.", count, noun)
        )
    items = np.frombuffer(data, dtype).reshape(count, *shape)
    return to_labels(items) if kind == "labels" else to_images(items)


def _fits(sizes: tuple[int, ...], kind: str) -> bool:
    return 0 < sizes[0] <= MAX_COUNT and sizes[1:] in _SHAPES[kind]
