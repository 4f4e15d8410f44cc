"""Pages of a TIFF file and frames of an animation that would take gigabytes or minutes are not decoded."""

import io
import struct
import zlib
from dataclasses import dataclass, replace

import numpy as np
import pytest
from PIL import Image, _imaging

from engine.errors import ImageError
from engine.ink.images import read_image
from engine.io.limits import MAX_SIDE

SHORT, LONG, LONG8, SIGNED_LONG8 = 3, 4, 16, 17
REVERSED_BITS = (266, SHORT, 2)
JPEG = 7


@dataclass(frozen=True)
class Page:
    """A page of a TIFF file, grey.

    Attributes:
        part: a strip or tile, compressed; all are the same.
        count: of these.
        tags: some more, each with its type and number.
        compression: deflate, or JPEG.
    """

    width: int
    length: int
    part: bytes
    count: int = 1
    tags: tuple[tuple[int, int, int], ...] = ()
    compression: int = 8


BLANK = Page(28, 28, zlib.compress(b"\xff" * 28 * 28))
DARK_BELOW = Page(28, 28, zlib.compress(b"\xff" * 14 * 28 + bytes(14 * 28)))


def tiled(width: int, length: int, tile: tuple[int, int], kind: int = LONG) -> Page:
    count = -(-width // tile[0]) * -(-length // tile[1])
    part = zlib.compress(bytes(tile[0] * tile[1]), 1)
    return Page(width, length, part, count, ((322, kind, tile[0]), (323, kind, tile[1])))


def tiff(*pages: Page, large: bool = False) -> bytes:
    """A file of these pages, in the older or the newer format."""
    number, entry = ("<Q", "<HHQQ") if large else ("<L", "<HHLL")
    content = bytearray(b"II+\0\x08\0\0\0" if large else b"II*\0")
    pointer = len(content)
    content += bytes(struct.calcsize(number))
    for page in pages:
        place, arrays = len(content), len(content) + len(page.part)
        content += page.part + struct.pack("<L", place) * page.count + struct.pack("<L", len(page.part)) * page.count
        places, sizes = (place, len(page.part)) if page.count == 1 else (arrays, arrays + 4 * page.count)
        in_tiles = any(tag == 322 for tag, _, _ in page.tags)
        numbers = {256: page.width, 257: page.length, 258: 8, 259: page.compression, 262: 1, 277: 1}
        numbers |= {} if in_tiles else {278: page.length // page.count}
        entries = [(tag, LONG, 1, value) for tag, value in numbers.items()]
        entries += [(324 if in_tiles else 273, LONG, page.count, places)]
        entries += [(325 if in_tiles else 279, LONG, page.count, sizes)]
        for tag, kind, value in page.tags:
            is_elsewhere = kind in (LONG8, SIGNED_LONG8) and not large
            entries.append((tag, kind, 1, len(content) if is_elsewhere else value))
            content += struct.pack("<Q", value) if is_elsewhere else b""
        struct.pack_into(number, content, pointer, len(content))
        content += struct.pack("<Q" if large else "<H", len(entries))
        content += b"".join(struct.pack(entry, *each) for each in sorted(entries, key=lambda each: each[0]))
        pointer = len(content)
        content += bytes(struct.calcsize(number))
    return bytes(content)


TALL = tiled(64, 64, (16, 32_000))


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (tiff(TALL), "64 × 32,000"),
        (tiff(tiled(64, 64, (16, 32_000), SHORT)), "64 × 32,000"),
        (tiff(tiled(64, 64, (16, 32_000), LONG8)), "64 × 32,000"),
        (tiff(tiled(64, 16, (64, 32_000), LONG8), large=True), "64 × 32,000"),
        (tiff(tiled(30_000, 16, (16, 2_000))), "30,000 × 2,000"),
    ],
    ids=["long", "short", "long8", "large", "many"],
)
def test_tiles_far_larger_than_the_image_are_not_decoded(content: bytes, size: str) -> None:
    assert len(content) < 1 << 16
    with pytest.raises(ImageError, match=f"it has {size} pixels: choose one of at most 50 million"):
        read_image(content)


def test_usual_tiles_are_read() -> None:
    for tile in (16, 512):
        assert read_image(tiff(tiled(60, 40, (tile, tile)))).shape == (40, 60)
    assert read_image(tiff(tiled(60, 40, (512, 512), LONG8), large=True)).shape == (40, 60)


@pytest.mark.parametrize(
    "content",
    [
        tiff(tiled(64, 16, (64, 32_000), SIGNED_LONG8), large=True),
        tiff(replace(TALL, tags=((323, SIGNED_LONG8, 32_000), *tiled(64, 64, (16, 64)).tags))),
        tiff(replace(TALL, tags=((323, LONG, 64), *TALL.tags))),
    ],
    ids=["signed", "skipped", "twice"],
)
def test_a_page_that_pillow_and_libtiff_may_read_differently_is_damaged(content: bytes) -> None:
    with pytest.raises(ImageError, match="is damaged or cut off"):
        read_image(content)


def test_an_image_of_too_many_strips_is_refused() -> None:
    with pytest.raises(ImageError, match=r"it has more than 200,000 parts\. Save it as PNG\."):
        read_image(tiff(replace(BLANK, count=200_001)))


def test_strips_that_are_the_same_megabytes_are_not_decoded() -> None:
    backwards = bytes(int(f"{value:08b}"[::-1], 2) for value in range(256))
    row = zlib.compress(b"\xff" * 28)
    for part, tags in ((row, ()), (row.translate(backwards), (REVERSED_BITS,))):
        assert read_image(tiff(Page(28, 20, part, 20, tags))).min() == 1
        with pytest.raises(ImageError, match="is damaged or cut off"):
            read_image(tiff(Page(28, 2_000, part + bytes(1 << 20), 2_000, tags)))


def jpeg(side: int, more_scans: int = 0) -> bytes:
    """A progressive one, with its last scan again and again."""
    content = io.BytesIO()
    Image.new("L", (side, side), 255).save(content, "JPEG", progressive=True)
    whole = content.getvalue()
    start = whole.rindex(b"\xff\xda")
    return whole[:-2] + more_scans * whole[start:-2] + whole[-2:]


def in_tiles(side: int, columns: int, rows: int, part: bytes) -> Page:
    tags = ((322, LONG, side), (323, LONG, side))
    return Page(side * columns, side * rows, part, columns * rows, tags, JPEG)


def in_strips(side: int, rows: int, part: bytes) -> Page:
    return Page(side, side * rows, part, rows, compression=JPEG)


def test_a_page_of_jpegs_is_read() -> None:
    assert read_image(tiff(in_strips(64, 3, jpeg(64)))).shape == (192, 64)
    assert read_image(tiff(in_tiles(64, 2, 3, jpeg(64, 20)))).shape == (192, 128)
    content = io.BytesIO()
    Image.new("RGB", (300, 200)).save(content, "TIFF", compression="jpeg")
    assert read_image(content.getvalue()).shape == (200, 300)


@pytest.mark.parametrize("page", [in_strips(1_008, 20, jpeg(1_008, 90)), in_tiles(1_008, 4, 5, jpeg(1_008, 90))])
def test_jpegs_of_many_scans_in_a_page_are_not_decoded(page: Page) -> None:
    """libtiff decodes a hundred scans of each, in one go."""
    content = tiff(page)
    assert len(content) < 1 << 17
    with pytest.raises(ImageError, match="it is a progressive JPEG that takes too long to decode"):
        read_image(content)
    assert read_image(tiff(BLANK, page, DARK_BELOW)).min() == 1


@pytest.mark.parametrize(
    "later",
    [Page(1, MAX_SIDE + 1, zlib.compress(b"\xff" * (MAX_SIDE + 1))), TALL, Page(8_000, 8_000, b"")],
    ids=["tall", "tiles", "large"],
)
def test_the_search_for_a_page_ends_at_one_that_is_too_large(later: Page) -> None:
    assert read_image(tiff(BLANK, DARK_BELOW)).min() == 0
    assert read_image(tiff(BLANK, later, DARK_BELOW)).min() == 1


def gif(*frames: tuple[int, int, int]) -> bytes:
    """A blank frame of 28 x 28, then some whose pixels are missing: width, height, disposal."""
    content = io.BytesIO()
    Image.new("P", (28, 28)).save(content, "GIF")
    later = b"".join(
        b"!\xf9\x04" + bytes([disposal << 2 | 1, 0, 0, 0, 0]) + b"," + struct.pack("<4HB", 0, 0, width, height, 0)
        + b"\2\1\0\0" for width, height, disposal in frames
    )  # fmt: skip
    return content.getvalue().removesuffix(b";") + later + b";"


@pytest.mark.parametrize("disposal", [1, 2, 3])
def test_a_later_frame_that_is_far_larger_takes_no_memory(disposal: int) -> None:
    content = gif((14_000, 14_000, disposal), (28, 28, 1))
    assert len(content) < 1_000
    # Pillow takes memory for pixels in blocks of 16 MB.
    _imaging.reset_stats()
    assert np.unique(read_image(content)).size == 1
    assert _imaging.get_stats()["allocated_blocks"] < 8
