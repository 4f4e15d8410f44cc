"""Texts, profiles and other data beside the pixels of an image do not decide whether it is read."""

import io
import re
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from engine.ink.drawing_file import SavedDrawing, load_drawing, save_drawing
from engine.ink.images import read_image

LONG = zlib.compress(bytes(2 << 20))
XMP, RAW = b"XML:com.adobe.xmp\0", b"Raw profile type exif\0"


def chunk(kind: bytes, data: bytes, change: int = 0) -> bytes:
    """
    Args:
        change: of the checksum.
    """
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data) ^ change)


def encoded(kind: str, **options: object) -> bytes:
    content = io.BytesIO()
    image = Image.new("L", (30, 20), 255)
    image.paste(0, (20, 0, 30, 5))  # at the top on the right
    image.save(content, kind, **options)
    return content.getvalue()


def png(*chunks: bytes, later: bool = False) -> bytes:
    """With more chunks, in front of the pixels or behind them."""
    content = encoded("PNG")
    at = len(content) - 12 if later else 33
    return content[:at] + b"".join(chunks) + content[at:]


PLAIN = read_image(png())


@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize(
    "added",
    [
        chunk(b"iCCP", b"a\0\0" + LONG),
        chunk(b"iCCP", b"a\0\7damaged"),
        chunk(b"zTXt", b"a\0\0" + LONG),
        chunk(b"zTXt", RAW + b"\0" + LONG),
        chunk(b"zTXt", RAW + b"\7" + zlib.compress(b"")),
        chunk(b"zTXt", RAW + b"\0damaged"),
        chunk(b"iTXt", XMP + b"\1\0\0\0" + LONG),
        chunk(b"iTXt", XMP + b"\1\0\0\0damaged"),
        chunk(b"tEXt", RAW + b"damaged\n\n\n\nno numbers"),
        chunk(b"tEXt", b"transparency\0damaged"),
        100 * chunk(b"tEXt", b"a\0" + bytes(1_000)),
        100 * chunk(b"iTXt", XMP + b"\0\0\0\0" + bytes(1_000)),
        chunk(b"tEXt", b"a\0b", change=1),
        chunk(b"tIME", bytes(7), change=1),
        chunk(b"pHYs", b"\0"),
        chunk(b"eXIf", b"damaged"),
        chunk(b"eXIf", b"", change=1),
        chunk(b"prVt", b"of another program", change=1),
    ],
    ids=lambda added: f"{added[4:8].decode()}-{zlib.crc32(added):08x}",
)
def test_a_png_with_long_or_damaged_metadata_is_read(
    added: bytes, later: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PngImagePlugin, "MAX_TEXT_MEMORY", 50_000)
    np.testing.assert_array_equal(read_image(png(added, later=later)), PLAIN)


# Bytes of the chunk that says where a frame is, and how long it is shown.
NUMBER, WIDTH, DELAY = 7, 11, 25


@pytest.mark.parametrize(
    ("damaged", "byte", "is_found"),
    [
        *((0, byte, False) for byte in (NUMBER, WIDTH, DELAY)),
        *((1, byte, byte == DELAY) for byte in (NUMBER, DELAY)),
        (2, NUMBER, False),
        *((3, byte, True) for byte in (NUMBER, WIDTH, DELAY)),
        (4, NUMBER, True),
    ],
)
def test_an_animation_is_read_up_to_a_damaged_frame(damaged: int, byte: int, is_found: bool) -> None:
    """Of its three frames, the first is blank. The chunks are: the place of each and, of the later ones, the pixels."""
    blank, ink, more = (Image.new("L", (30, 20), 255) for _ in range(3))
    ink.paste(0, (5, 2, 25, 6))
    more.paste(0, (5, 14, 25, 18))
    file = io.BytesIO()
    blank.save(file, "PNG", save_all=True, append_images=[ink, more], duration=100)
    content = bytearray(file.getvalue())
    content[[found.start() for found in re.finditer(b"fcTL|fdAT", content)][damaged] + byte] ^= 1
    np.testing.assert_array_equal(read_image(bytes(content)) * 255, np.asarray(ink if is_found else blank))


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "JPEG"])
def test_damaged_exif_data_turn_nothing(kind: str) -> None:
    for exif in (b"damaged", b"II*\0\x08\0\0\0\x05\0\x12\1", b"MM\0*" + b"\xff" * 40):
        found = read_image(encoded(kind, exif=b"Exif\0\0" + exif))
        np.testing.assert_array_equal(found, read_image(encoded(kind)))


def exif_of(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif.tobytes()


TURNED = b'<rdf:Description tiff:Orientation="6"/>'
# As ImageMagick writes it.
PROFILE = b"\nexif\n%8d\n" % len(exif_of(6)) + exif_of(6).hex().encode()


@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize(
    "added",
    [
        chunk(b"eXIf", exif_of(6).removeprefix(b"Exif\0\0")),
        chunk(b"iTXt", XMP + b"\0\0\0\0" + TURNED),
        chunk(b"iTXt", XMP + b"\1\0\0\0" + zlib.compress(TURNED)),
        chunk(b"tEXt", RAW + PROFILE),
        chunk(b"zTXt", RAW + b"\0" + zlib.compress(PROFILE)),
    ],
    ids=["eXIf", "XMP", "XMP packed", "profile", "profile packed"],
)
def test_a_png_is_turned_as_its_metadata_say(added: bytes, later: bool) -> None:
    found = read_image(png(chunk(b"tEXt", b"a\0b", change=1), added, later=later))
    np.testing.assert_array_equal(found, np.rot90(PLAIN, -1))


@pytest.mark.parametrize(
    "part", [b"\xff\xee\0\7Adobe", b"\xff\xee\0\x08Adobe\0", b"\xff\xe0\0\6JFIF", b"\xff\xe0\0\7JFIF\0"]
)
def test_a_jpeg_with_a_part_that_is_too_short_is_read(part: bytes) -> None:
    content = encoded("JPEG")
    for at in (2, content.index(b"\xff\xdb")):
        np.testing.assert_array_equal(read_image(content[:at] + part + content[at:]), read_image(content))


def test_a_drawing_keeps_its_strokes_beside_other_metadata(tmp_path: Path) -> None:
    file = tmp_path / "seven.png"
    save_drawing(file, SavedDrawing([np.array([(8, 6), (19, 6)], np.float32)], 2.0))
    content = file.read_bytes()
    added = chunk(b"iCCP", b"a\0\0" + LONG) + chunk(b"tEXt", b"a\0b", change=1)
    file.write_bytes(content[:33] + added + content[33:])
    found = load_drawing(file)
    assert found is not None
    assert found.strokes[0].tolist() == [[8, 6], [19, 6]]
