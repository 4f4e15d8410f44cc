"""Reading a file as a stream, unpacked where it is packed with gzip, with how much of it has been read."""

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ...i18n import tr
from ...io.checked_file import Fault, open_file
from ...io.limits import ANY_STREAM_RATIO_BYTES, MAX_DATA_BYTES, MAX_STREAM_RATIO

GZIP = b"\x1f\x8b"
_PART_BYTES = 1 << 20


class Stream(NamedTuple):
    """read: the next bytes, at most so many; b"" at the end. length: of the file as it is stored, in bytes.
    fraction: how much of it has been read, 0 to 1.
    """

    read: Callable[[int], bytes]
    length: int
    fraction: Callable[[], float]


class _Unpacked(gzip.GzipFile):
    """What a packed file holds, as long as it does not grow more than any file of images: memory is taken later."""

    def __init__(self, fileobj: BinaryIO) -> None:
        super().__init__(fileobj=fileobj)
        self._packed, self._unpacked = fileobj, 0

    def read(self, size: int | None = -1) -> bytes:
        left = sys.maxsize if size is None or size < 0 else size
        parts = io.BytesIO()
        # Part by part, so that a file that grows too much is refused early.
        while left and (part := super().read(min(left, _PART_BYTES))):
            self._unpacked += len(part)
            check_ratio(self._unpacked, self._packed.tell())
            left -= parts.write(part)
        return parts.getvalue()


def check_ratio(unpacked: int, packed: int) -> None:
    """Check that so many bytes of data may be packed in so many.

    Raises:
        Fault: no file of images is packed like that.
    """
    if unpacked > max(ANY_STREAM_RATIO_BYTES, MAX_STREAM_RATIO * packed):
        raise Fault(
            tr(
                "unpacked, it is more than {0} times as large, which no file of images is. Choose another file.",
                MAX_STREAM_RATIO,
            )
        )


@contextmanager
def open_stream(path: Path) -> Iterator[Stream]:
    """Raises:
    Fault: as ``open_file``; or, while it is read, the packed file is damaged.
    """
    with open_file(path, MAX_DATA_BYTES) as (raw, length), unpacking(raw) as file:
        yield Stream(file.read, length, lambda: raw.tell() / length)


@contextmanager
def unpacking(raw: BinaryIO) -> Iterator[BinaryIO | gzip.GzipFile]:
    """An open file at its start, unpacked where it is packed with gzip.

    Raises:
        Fault: while it is read, it turns out to be cut off or damaged.
    """
    packed = raw.read(2) == GZIP
    raw.seek(0)
    try:
        yield _Unpacked(fileobj=raw) if packed else raw
    except EOFError:  # the gzip stream has no end
        raise Fault(tr("it is cut off. Download or copy it again.")) from None
    except (gzip.BadGzipFile, zlib.error):
        raise Fault(tr("it is damaged and cannot be unpacked. Download or copy it again.")) from None
