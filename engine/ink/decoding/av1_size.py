"""How large the images in an AVIF file really are, read before they are decoded.

The container may say 64 x 64 pixels and the AV1 data in it 16,000 x 16,000, in a few kilobytes: libavif decodes these,
and scales them. Only what says the size is read here; what is damaged is left to libavif.
"""

import contextlib
from collections.abc import Iterator

from ...i18n import tr
from ...io.checked_file import Fault
from ..image_limits import check_size

# The boxes around the places of an animation's frames.
_AROUND = (b"moov", b"trak", b"mdia", b"minf", b"stbl")
# The boxes with these places, and the bytes of each.
_CHUNKS = {b"stco": 4, b"co64": 8}
_SEQUENCE_HEADER, _MAX_HEADER = 1, 2_000
# Boxes, units of AV1 data, and their places: an animation has some for each frame.
_MAX_PARTS = 100_000
# Of the files that Pillow takes for AVIF.
_BRANDS = (b"avif", b"avis", b"mif1", b"msf1")


def check_av1(content: bytes) -> None:
    """Check the sizes that the AV1 data of an AVIF file say; nothing where it is another file.

    Raises:
        Fault: one is too large, or there are too many.
    """
    if content[4:8] != b"ftyp" or content[8:12] not in _BRANDS:
        return
    parts, seen = _Parts(), set[int]()
    with contextlib.suppress(EOFError):
        for data, start, stop in _places(content, parts):
            with contextlib.suppress(EOFError, IndexError):
                _check_units(data, start, stop, seen if data is content else set(), parts)


class _Parts:
    """How many parts of a file were looked at."""

    def __init__(self) -> None:
        self._count = 0

    def add(self, count: int = 1) -> None:
        self._count += count
        if self._count > _MAX_PARTS:
            raise Fault(tr("it has more than {0:,} parts. Save it as PNG.", _MAX_PARTS))


def _check_units(data: bytes, at: int, stop: int, seen: set[int], parts: _Parts) -> None:
    """Check the sizes in the units between these places, except for places that were seen.

    https://aomediacodec.github.io/av1-spec, 5.3 to 5.5
    """
    while at < min(stop, len(data)) and at not in seen:
        parts.add()
        seen.add(at)
        head = data[at]
        at += 2 if head & 4 else 1
        size = stop - at
        if head & 2:
            size, more, shift = 0, 128, 0
            while more and shift < 56:
                size |= (data[at] & 127) << shift
                more, shift, at = data[at] & 128, shift + 7, at + 1
        if head >> 3 == _SEQUENCE_HEADER:
            check_size(*_size(_Bits(data[at : at + min(size, _MAX_HEADER)])))
        at += size


class _Bits:
    """Whole numbers from bytes, one after another."""

    def __init__(self, content: bytes) -> None:
        self._content, self._at = content, 0

    def take(self, count: int) -> int:
        """The next one, of so many bits."""
        first, self._at = self._at // 8, self._at + count
        last = -(-self._at // 8)
        if last > len(self._content):
            raise EOFError
        return int.from_bytes(self._content[first:last], "big") >> (8 * last - self._at) & ((1 << count) - 1)


def _size(bits: _Bits) -> tuple[int, int]:
    """Width and height in a sequence header."""
    bits.take(4)
    if bits.take(1):  # reduced_still_picture_header
        bits.take(5)
    else:
        delay = 0
        if bits.take(1):  # timing_info_present_flag
            bits.take(64)
            if bits.take(1):
                _skip_uvlc(bits)
            if bits.take(1):  # decoder_model_info_present_flag
                delay = bits.take(5) + 1
                bits.take(42)
        has_display_delay = bits.take(1)
        for _ in range(bits.take(5) + 1):  # operating points
            bits.take(12)
            if bits.take(5) > 7:
                bits.take(1)
            if delay and bits.take(1):
                bits.take(2 * delay + 1)
            if has_display_delay and bits.take(1):
                bits.take(4)
    of_width, of_height = bits.take(4) + 1, bits.take(4) + 1
    return bits.take(of_width) + 1, bits.take(of_height) + 1


def _skip_uvlc(bits: _Bits) -> None:
    zeros = 0
    while not bits.take(1):
        zeros += 1
    if zeros < 32:
        bits.take(zeros)


def _places(content: bytes, parts: _Parts) -> Iterator[tuple[bytes, int, int]]:
    """Where AV1 data may be: bytes, and where they start and stop in these."""
    for kind, start, stop in _boxes(content, 0, len(content), parts):
        if kind == b"meta":
            boxes = {inner: (first, last) for inner, first, last in _boxes(content, start + 4, stop, parts)}
            if b"iloc" in boxes:
                first, last = boxes[b"iloc"]
                yield from _items(content, _Bits(content[first:last]), boxes.get(b"idat", (0, 0))[0], parts)
        elif kind == b"moov":
            yield from ((content, at, len(content)) for at in _chunks(content, start, stop, parts))


def _boxes(content: bytes, at: int, stop: int, parts: _Parts) -> Iterator[tuple[bytes, int, int]]:
    """The boxes between two places: the kind of each, and where its content starts and stops."""
    while at + 8 <= stop:
        size, kind, start = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8], at + 8
        if size == 1:
            size, start = int.from_bytes(content[at + 8 : at + 16], "big"), at + 16
        end = min(at + size, stop) if size else stop
        if end < start:
            return
        parts.add()
        yield kind, start, end
        at = end


def _items(content: bytes, bits: _Bits, data_at: int, parts: _Parts) -> Iterator[tuple[bytes, int, int]]:
    """The data of each item, from the box "iloc" of ISO/IEC 14496-12.

    Args:
        data_at: where the content of the box "idat" starts.
    """
    version = bits.take(32) >> 24
    of_offset, of_length, of_base, of_index = (8 * bits.take(4) for _ in range(4))
    wide = 16 if version < 2 else 32
    copied = 0
    for _ in range(bits.take(wide)):
        bits.take(wide)
        in_data = bits.take(16) & 15 == 1 if version in (1, 2) else False
        bits.take(16)
        base = bits.take(of_base) + (data_at if in_data else 0)
        extents = []
        for _ in range(bits.take(16)):
            bits.take(of_index if version in (1, 2) else 0)
            start = base + bits.take(of_offset)
            extents.append((start, start + (bits.take(of_length) or len(content))))
        parts.add(1 + len(extents))
        if len(extents) == 1:
            yield content, *extents[0]
        else:
            copied += sum(min(stop, len(content)) - min(start, len(content)) for start, stop in extents)
            if copied > 2 * len(content):
                raise ValueError("the same bytes again and again")
            yield b"".join(content[start:stop] for start, stop in extents), 0, copied


def _chunks(content: bytes, start: int, stop: int, parts: _Parts) -> Iterator[int]:
    """Where each chunk of the tracks starts. Its samples follow each other."""
    for kind, first, last in _boxes(content, start, stop, parts):
        if kind in _AROUND:
            yield from _chunks(content, first, last, parts)
        elif kind in _CHUNKS:
            size = _CHUNKS[kind]
            count = int.from_bytes(content[first + 4 : first + 8], "big")
            parts.add(count)
            yield from (
                int.from_bytes(content[at : at + size], "big")
                for at in range(first + 8, min(first + 8 + count * size, last), size)
            )
