"""Reading a file as a stream, unpacked where it is packed with gzip, with how much of it has been read."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ...i18n import tr
from ...io.checked_file import Fault, open_file
from ...io.limits import ANY_RATIO_BYTES, MAX_COMPRESSION_RATIO, MAX_DATA_BYTES

GZIP = b"\x1f\x8b"


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
        length = fileobj.seek(0, 2)
        fileobj.seek(0)
        self._left = max(ANY_RATIO_BYTES, MAX_COMPRESSION_RATIO * length)

    def read(self, size: int | None = -1) -> bytes:
        # One byte more shows that there is too much.
        most = self._left + 1 if size is None or size < 0 else min(size, self._left + 1)
        data = super().read(most)
        self._left -= len(data)
        if self._left < 0:
            raise Fault(
                tr(
                    "unpacked, it is more than {0} times as large, which no file of images is. Choose another file.",
                    MAX_COMPRESSION_RATIO,
                )
            )
        return data


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
