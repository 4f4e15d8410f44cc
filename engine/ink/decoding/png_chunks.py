"""The chunks of a PNG file that its image needs: the others are left out before Pillow reads them.

Pillow refuses an image because of a colour profile or a text that is long when it is unpacked, or because of a damaged
one, and takes many seconds for a million empty chunks.
"""

import zlib
from collections.abc import Collection

from PIL.PngImagePlugin import MAX_TEXT_CHUNK

from ...i18n import tr
from ...io.checked_file import Fault

_SIGNATURE, _END = b"\x89PNG\r\n\x1a\n", b"IEND"
# What may be left out has a name that begins with a small letter. Needed of that: transparency, the data of a camera
# (which side is up), and animation.
_NEEDED, _TEXTS = (b"tRNS", b"eXIf", b"acTL", b"fcTL"), (b"tEXt", b"zTXt", b"iTXt")
# Of a later frame: its place and its pixels. Behind the first pixels, Pillow does not look at their checksums: without
# one of them it would refuse all that follow.
_PIXELS, _LATER_FRAMES = b"IDAT", (b"fcTL", b"fdAT")
# The texts in which programs say which side is up.
_ORIENTATION = (b"XML:com.adobe.xmp", b"Raw profile type exif", b"exif")
# A keyword has at most 79 bytes.
_KEYWORD = 80
# Bytes of a text that is not compressed: more than the longest drawing, and few enough for Pillow, which adds them up.
_MAX_TEXT = 16 << 20
# Programs write pixels in chunks of some thousand bytes: of a file of 100 MB, far fewer.
_MAX_CHUNKS = 100_000


def needed_chunks(content: bytes, texts: Collection[bytes] = _ORIENTATION) -> bytes:
    """A PNG file without what its image does not need; any other file as it is.

    Args:
        texts: the keywords of those that are needed, too.

    Raises:
        Fault: it has too many chunks.
    """
    if not content.startswith(_SIGNATURE):
        return content
    view, kept, wanted = memoryview(content), list[memoryview](), set(texts)
    start, at, is_later = 0, len(_SIGNATURE), False
    for _ in range(_MAX_CHUNKS):
        kind = content[at + 4 : at + 8]
        stop = at + 12 + int.from_bytes(content[at : at + 4], "big")
        # Pillow says what is wrong with the rest.
        if kind == _END or not kind.isalpha() or stop > len(content):
            kept.append(view[start:])
            return b"".join(kept) if len(kept) > 1 else content
        is_later = is_later or kind == _PIXELS
        is_frame = is_later and kind in _LATER_FRAMES
        if not (kind[:1].isupper() or is_frame or _is_needed(kind, view[at:stop], wanted)):
            kept.append(view[start:at])
            start = stop
        at = stop
    raise Fault(tr("it has more than {0:,} parts. Save it as PNG again, with another program.", _MAX_CHUNKS))


def _is_needed(kind: bytes, chunk: memoryview, wanted: set[bytes]) -> bool:
    """Whether an undamaged chunk is needed. The first text of each keyword in ``wanted`` is, and taken from it."""
    if kind not in _NEEDED:
        keyword = bytes(chunk[8 : 8 + _KEYWORD]).partition(b"\0")[0]
        if kind not in _TEXTS or keyword not in wanted:
            return False
        wanted.remove(keyword)
        if not _is_short(kind, bytes(chunk[8 + len(keyword) + 1 : -4])):
            return False
    return zlib.crc32(chunk[4:-4]) == int.from_bytes(chunk[-4:], "big")


def _is_short(kind: bytes, text: bytes) -> bool:
    """Whether Pillow reads a text, as it is behind the keyword."""
    method = text[:1] if kind == b"zTXt" else text[1:2]
    if kind == b"tEXt" or (kind == b"iTXt" and text[:1] == b"\0"):
        return len(text) <= _MAX_TEXT
    if method != b"\0":
        return False
    packed = text[1:] if kind == b"zTXt" else text[2:].split(b"\0", 2)[-1]
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(packed, MAX_TEXT_CHUNK)
    except zlib.error:
        return False
    return not unpacking.unconsumed_tail
