"""Reading IDX files, the format MNIST comes in: a magic number, the sizes (big-endian int32), then the bytes.

The format is described on the MNIST page of Y. LeCun, C. Cortes and C. Burges. Nothing in a file is believed before
it is checked, and no more is read than the header promises.
"""

import gzip
import io
import math
import struct
import zlib
from pathlib import Path

import numpy as np

from engine.data.dataset import Dataset
from engine.errors import DataError
from engine.types import CANVAS, CLASSES, ByteArray, Shape

# The magic number says: two zero bytes, the type (8: unsigned byte), the number of dimensions.
_PICTURES = 0x00000803
_LABELS = 0x00000801
_WORDS = {_PICTURES: "pictures", _LABELS: "labels"}

_GZIP_MAGIC = b"\x1f\x8b"

# 784 MB of pictures. The largest set of digits that people use, EMNIST, has 814,255.
MAX_COUNT = 1_000_000


def read_idx_images(path: str | Path) -> ByteArray:
    """The pictures of an IDX file, gzipped or plain: (N, 28, 28) uint8, N >= 1.

    Raises:
        DataError: the file is missing, cannot be read, is damaged, or holds something else.
    """
    return _read(Path(path), _PICTURES, (CANVAS, CANVAS))


def read_idx_labels(path: str | Path) -> ByteArray:
    """The labels of an IDX file, gzipped or plain: (N,) uint8, each 0 to 9, N >= 1.

    Raises:
        DataError: the file is missing, cannot be read, is damaged, or holds something else.
    """
    labels = _read(Path(path), _LABELS, ())
    wrong = np.flatnonzero(labels >= CLASSES)
    if wrong.size:
        raise DataError(
            f"{path} is not a file of digits: label number {wrong[0] + 1} is {labels[wrong[0]]}, "
            "but a digit is 0 to 9. Choose a file that labels digits."
        )
    return labels


def read_idx_pair(images_path: str | Path, labels_path: str | Path, name: str) -> Dataset:
    """The dataset called ``name``: its pictures from one IDX file, its labels from another.

    Raises:
        DataError: as for the two files, or they disagree on how many pictures there are.
    """
    images, labels = read_idx_images(images_path), read_idx_labels(labels_path)
    if len(images) != len(labels):
        raise DataError(
            f"{images_path} has {len(images)} pictures, but {labels_path} has {len(labels)} labels. "
            "Choose two files that belong together."
        )
    return Dataset(images, labels, name)


def _read(path: Path, magic: int, item_shape: Shape) -> ByteArray:
    """The array (N, *item_shape) in the file at ``path``; every fault becomes a DataError."""
    try:
        # Asked first: opening a named pipe would wait for ever.
        if path.exists() and not path.is_file():
            raise DataError(f"{path} is a folder or a device. Choose an IDX file.")
        with path.open("rb") as raw:
            if raw.peek(len(_GZIP_MAGIC)).startswith(_GZIP_MAGIC):
                with gzip.GzipFile(fileobj=raw) as unpacked:
                    return _parse(unpacked, path, magic, item_shape)
            return _parse(raw, path, magic, item_shape)
    except (FileNotFoundError, NotADirectoryError):
        raise DataError(f"There is no file {path}. Check the name and the folder.") from None
    except PermissionError:
        raise DataError(f"{path} may not be read. Give yourself permission to read it.") from None
    except EOFError:  # the gzip stream has no end
        raise DataError(f"{path} is cut off. Download or copy it again.") from None
    except (gzip.BadGzipFile, zlib.error):
        raise DataError(f"{path} is damaged: it cannot be unpacked. Download or copy it again.") from None
    except OSError as error:
        reason = error.strerror or "the disk gave an error"
        raise DataError(f"{path} cannot be read ({reason}). Check the disk, or download it again.") from error


def _parse(file: io.BufferedIOBase, path: Path, magic: int, item_shape: Shape) -> ByteArray:
    """The array in an open, unpacked IDX file."""
    count = _read_header(file, path, magic, item_shape)
    size = count * math.prod(item_shape)
    # One byte more than promised: it shows a file that is too long, and it makes gzip reach the end,
    # where its checksum is.
    data = file.read(size + 1)
    if len(data) != size:
        fault, found = ("cut off", "fewer") if len(data) < size else ("too long", "more")
        raise DataError(
            f"{path} is {fault}: its header promises {count} {_WORDS[magic]}, and there are {found} bytes than that. "
            "Download or copy it again."
        )
    # The copy can be written to, and lets the bytes go.
    return np.frombuffer(data, np.uint8).reshape(count, *item_shape).copy()


def _read_header(file: io.BufferedIOBase, path: Path, magic: int, item_shape: Shape) -> int:
    """Read past the header of an IDX file; how many items it promises, from 1 to MAX_COUNT."""
    words = _WORDS[magic]
    header = file.read(4 * (2 + len(item_shape)))
    if not header:
        raise DataError(f"{path} is empty. Download or copy it again.")
    found = int.from_bytes(header[:4], "big")
    if len(header) >= 4 and found != magic:
        really = f"holds {_WORDS[found]}, not {words}" if found in _WORDS else f"is not an IDX file of {words}"
        raise DataError(f"{path} {really}. Choose another file.")
    if len(header) < 4 * (2 + len(item_shape)):
        raise DataError(f"{path} is cut off in its header. Download or copy it again.")

    count: int
    count, *shape = struct.unpack(f">{1 + len(item_shape)}I", header[4:])
    if tuple(shape) != item_shape:
        size = " × ".join(str(side) for side in shape)
        raise DataError(f"{path} has pictures of {size} pixels. Choose a file of {CANVAS} × {CANVAS} pictures.")
    if count == 0:
        raise DataError(f"{path} holds no {words}. Choose another file.")
    if count > MAX_COUNT:
        raise DataError(
            f"{path} promises {count} {words}, more than the {MAX_COUNT} that Digit Lab reads: it is damaged or "
            "too large. Download it again, or choose a smaller file."
        )
    return count
