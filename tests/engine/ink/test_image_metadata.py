"""Texts, profiles and other data beside the pixels of an image do not decide whether it is read."""

import io
import re
import struct
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from engine.errors import ImageError
from engine.ink.drawing_file import SavedDrawing, load_drawing, save_drawing
from engine.ink.images import read_image
from engine.io.limits import MAX_AVIF_BYTES

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


def exif_with(*entries: tuple[int, int, int], values: bytes = b"", upright: bool = True) -> bytes:
    """EXIF data with tags.

    Args:
        entries: tag, type and count of each; their values are the same.
        upright: False: the image must be rotated by 90 degrees.
    """
    packed = [struct.pack("<HHL", *entry) for entry in entries]
    values = values or b"abc\0"
    at = 8 + 2 + 12 * (len(entries) + (not upright)) + 4
    where = values if len(values) == 4 else struct.pack("<L", at)
    lines = [entry + where for entry in packed] + [struct.pack("<HHLHH", 0x0112, 3, 1, 6, 0)] * (not upright)
    return b"II*\0" + struct.pack("<LH", 8, len(lines)) + b"".join(sorted(lines)) + bytes(4) + values


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "JPEG"])
@pytest.mark.parametrize("tag", [256, 258, 273, 330, 700])
@pytest.mark.parametrize("as_type", [2, 7, 11])
def test_other_odd_exif_data_do_not_matter(kind: str, tag: int, as_type: int) -> None:
    """Only the orientation of it is needed."""
    count = 1 if as_type == 11 else 4
    found = read_image(encoded(kind, exif=b"Exif\0\0" + exif_with((tag, as_type, count), upright=False)))
    np.testing.assert_array_equal(found, np.rot90(read_image(encoded(kind)), -1))


# Pillow makes an object of each.
FRACTIONS = 200_000
LIST = struct.pack("<LL", 6, 1) * FRACTIONS


def peak_memory(content: bytes) -> int:
    tracemalloc.start()
    try:
        read_image(content)
    except ImageError:
        pass
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak


def jpeg_with(exif: bytes) -> bytes:
    """Pillow joins several parts."""
    size = 65_000
    parts = [b"Exif\0\0" + exif[start : start + size] for start in range(0, len(exif), size)]
    content = encoded("JPEG")
    return content[:2] + b"".join(b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part for part in parts) + content[2:]


def directory(*entries: tuple[int, int, int, int]) -> bytes:
    lines = b"".join(struct.pack("<HHLL", *entry) for entry in sorted(entries))
    return struct.pack("<H", len(entries)) + lines + bytes(4)


# Of 4 x 4 pixels in one strip, which begins at byte 8.
PAGE = (
    *((256, 3, 1, 4), (257, 3, 1, 4), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1)),
    *((273, 4, 1, 8), (277, 3, 1, 1), (278, 3, 1, 4), (279, 4, 1, 16)),
)
STRIP = bytes(range(16))


def tiff(content: bytes, *entries: tuple[int, int, int, int]) -> bytes:
    """A page with more entries in its directory.

    Args:
        content: from byte 24 on.
    """
    start = b"II*\0" + struct.pack("<L", 24 + len(content))
    return start + STRIP + content + directory(*PAGE, *entries)


def tiff_with(tag: int, *directories: int) -> bytes:
    """A TIFF with a list of fractions in a tag, or in the directory to which the others lead in turn."""
    entry, content = (tag, 5, FRACTIONS, 24), LIST
    for leading in reversed(directories):
        entry, content = (leading, 4, 1, 24 + len(content)), content + directory(entry)
    return tiff(content, entry)


@pytest.mark.parametrize("tag", [0x0112, 0x011A])
def test_a_list_instead_of_one_number_takes_no_memory(tag: int) -> None:
    """Of the orientation, which is needed, or of the resolution, which Pillow reads when it opens a JPEG or TIFF."""
    exif = exif_with((tag, 5, FRACTIONS), values=LIST)
    files = [png(chunk(b"eXIf", exif)), encoded("WEBP", exif=b"Exif\0\0" + exif), jpeg_with(exif), tiff_with(tag)]
    for content in files:
        assert peak_memory(content) < 4 * len(LIST)


@pytest.mark.parametrize("tag", [700, 34377, 34675])
def test_other_tags_of_a_tiff_that_are_no_bytes_take_no_memory(tag: int) -> None:
    assert peak_memory(tiff_with(tag)) < 4 * len(LIST)


@pytest.mark.parametrize("directories", [(34665,), (34853,), (40965,), (34665, 40965)])
@pytest.mark.parametrize("tag", [33434, 40961, 60000])
def test_lists_in_the_exif_directories_of_a_tiff_take_no_memory(tag: int, directories: tuple[int, ...]) -> None:
    """Pillow reads all that is in them."""
    assert peak_memory(tiff_with(tag, *directories)) < 4 * len(LIST)


@pytest.mark.parametrize("tag", [34665, 34853, 40965])
def test_a_list_instead_of_an_exif_directory_takes_no_memory(tag: int) -> None:
    assert peak_memory(tiff_with(tag)) < 4 * len(LIST)


@pytest.mark.parametrize("entry", [(34665, 4, 1, 10_000), (34665, 4, 1, 12), (34665, 2, 4, 0), (34853, 4, 1, 24)])
def test_a_tiff_with_a_damaged_exif_directory_is_read(entry: tuple[int, int, int, int]) -> None:
    assert read_image(tiff(b"", entry)).shape == (4, 4)


@pytest.mark.parametrize("before", [b"\xff\xfe", b"\xff\xed", b"\xff\xe1"])
def test_a_photo_is_turned_whatever_looks_like_exif_data_before_them(before: bytes) -> None:
    """In a comment, in what Photoshop adds, or an empty part."""
    look_alike = b"Exif\0\0" if before == b"\xff\xe1" else b"\xff\xe1\0\x20Exif\0\0"
    exif = b"Exif\0\0" + exif_with((271, 2, 4), upright=False)
    parts = [before + struct.pack(">H", len(look_alike) + 2) + look_alike]
    parts.append(b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif)
    content = encoded("JPEG")
    found = read_image(content[:2] + b"".join(parts) + content[2:])
    np.testing.assert_array_equal(found, np.rot90(read_image(content), -1))


@pytest.mark.parametrize(
    "line", [(0x0112, 2, 2, b"6\0\0\0"), (0x0112, 7, 1, b"6\0\0\0"), (0x0112, 11, 1, struct.pack("<f", 6.9))]
)
def test_an_orientation_that_is_no_whole_number_turns_nothing(line: tuple[int, int, int, bytes]) -> None:
    exif = b"II*\0" + struct.pack("<LHHHL", 8, 1, *line[:3]) + line[3] + bytes(4)
    for kind in ("PNG", "JPEG"):
        found = read_image(encoded(kind, exif=b"Exif\0\0" + exif))
        np.testing.assert_array_equal(found, read_image(encoded(kind)))


def test_a_tiff_with_the_numbers_of_another_program_is_read() -> None:
    assert read_image(tiff_with(50_000)).shape == (4, 4)


@pytest.mark.parametrize("brands", [b"avif\0\0\0\0mif1", b"avis\0\0\0\0avif", b"mif1\0\0\0\0miafavif"])
def test_a_large_avif_is_refused(brands: bytes) -> None:
    """Its orientation, which Pillow reads when it opens the file, may be a list."""
    with pytest.raises(ImageError, match="larger than the 16 MB"):
        read_image((8 + len(brands)).to_bytes(4, "big") + b"ftyp" + brands + bytes(MAX_AVIF_BYTES))


def test_a_large_photo_of_a_phone_is_called_what_it_is() -> None:
    with pytest.raises(ImageError, match="HEIC"):
        read_image(b"\0\0\0\x18ftypmif1\0\0\0\0heic" + bytes(MAX_AVIF_BYTES))


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
