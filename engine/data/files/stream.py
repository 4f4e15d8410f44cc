"""Reading a file as a stream, unpacked where it is packed with gzip, with how much of it has been read."""

import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ...i18n import tr, tr_noop
from ...io.checked_file import Fault, open_file
from ...io.limits import ANY_STREAM_RATIO_BYTES, MAX_DATA_BYTES, MAX_STREAM_RATIO

GZIP = b"\x1f\x8b"
_PART_BYTES = 1 << 20
# What is unpacked at once: where it holds several members, the rest is copied for each.
_FED_BYTES = 1 << 14
# Of zlib: a stream with gzip's header and its checksum.
_WITH_HEADER = zlib.MAX_WBITS | 16
# So many bytes of a file, besides twice what they unpack to, may be headers, empty members and zeros.
_MAX_EMPTY_BYTES = 1 << 18
_DAMAGED = tr_noop("it is damaged and cannot be unpacked. Download or copy it again.")


class Stream(NamedTuple):
    """read: the next bytes, at most so many; b"" at the end. length: of the file as it is stored, in bytes.
    fraction: how much of it has been read, 0 to 1.
    """

    read: Callable[[int], bytes]
    length: int
    fraction: Callable[[], float]


class Unpacked:
    """What a packed file holds, as long as it does not grow more than any file of images: memory is taken later.

    Not with ``gzip.GzipFile``, which takes headers byte by byte and skips any number of parts that hold nothing, all in
    one call of ``read`` that nobody can cancel.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed, self._rest = packed, b""
        self._member = zlib.decompressobj(_WITH_HEADER)
        self._unpacked = 0

    def read(self, size: int) -> bytes:
        """The next bytes, fewer than ``size`` only at the end.

        Raises:
            Fault: it is cut off, damaged, or much larger or smaller than it was packed.
        """
        parts = io.BytesIO()
        # Part by part, so that a file that grows too much is refused early.
        while (left := size - parts.tell()) and (part := self._part(min(left, _PART_BYTES))):
            self._unpacked += len(part)
            check_ratio(self._unpacked, self._packed.tell())
            parts.write(part)
        return parts.getvalue()

    def _part(self, most: int) -> bytes:
        """One byte or more; none at the end."""
        while True:
            if self._packed.tell() > 2 * self._unpacked + _MAX_EMPTY_BYTES:
                raise Fault(tr(_DAMAGED))
            fed = self._rest or self._packed.read(_FED_BYTES)
            if not self._member.eof:
                try:
                    part = self._member.decompress(fed, most)
                except zlib.error:
                    raise Fault(tr(_DAMAGED)) from None
                self._rest = self._member.unconsumed_tail or self._member.unused_data
                if part:
                    return part
                if not fed and not self._member.eof:
                    raise Fault(tr("it is cut off. Download or copy it again."))
            elif fed:
                # Several members are one file. After each there may be zeros.
                self._rest = fed.lstrip(b"\0")
                if self._rest:
                    self._member = zlib.decompressobj(_WITH_HEADER)
            else:
                return b""


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
    Fault: as ``open_file``; or, while it is read, as ``Unpacked``.
    """
    with open_file(path, MAX_DATA_BYTES) as (raw, length):
        yield Stream(unpacked(raw).read, length, lambda: raw.tell() / length)


def unpacked(raw: BinaryIO) -> BinaryIO | Unpacked:
    """An open file at its start, unpacked where it is packed with gzip."""
    packed = raw.read(2) == GZIP
    raw.seek(0)
    return Unpacked(raw) if packed else raw
