"""Images of a few kilobytes that would take minutes or gigabytes are refused before they are decoded."""

import io
import itertools
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from engine.errors import ImageError
from engine.ink import image_limits
from engine.ink.images import read_image
from engine.io.limits import MAX_SCANS, MAX_SIDE


def jpeg(side: int = 64) -> bytes:
    content = io.BytesIO()
    values = np.random.default_rng(0).integers(0, 256, (side, side), np.uint8)
    Image.fromarray(values).save(content, "JPEG", progressive=True)
    return content.getvalue()


def with_scans(content: bytes, count: int) -> bytes:
    """With its last scan again and again."""
    start = content.rindex(b"\xff\xda")
    return content[:start] + count * content[start:-2] + content[-2:]


def flat_jpeg(width: int, height: int, components: int, *scans: int) -> bytes:
    """A baseline JPEG of one colour, whose scans have so many of the components each."""

    def part(kind: int, data: bytes) -> bytes:
        return bytes((0xFF, kind)) + struct.pack(">H", len(data) + 2) + data

    content = b"\xff\xd8" + part(0xDB, b"\0" + b"\1" * 64)
    frame = b"".join(bytes((number, 0x11, 0)) for number in range(components))
    content += part(0xC0, struct.pack(">BHHB", 8, height, width, components) + frame)
    # One code, a bit, for each: no difference, and no more coefficients.
    content += b"".join(part(0xC4, bytes((table, 1, *[0] * 16))) for table in (0, 0x10))
    numbers, blocks = iter(range(components)), -(-width // 8) * -(-height // 8)
    for count in scans:
        of = b"".join(bytes((next(numbers), 0)) for _ in range(count))
        content += part(0xDA, bytes((count,)) + of + b"\0\x3f\0") + bytes(blocks * 2 * count // 8 + 1)
    return content + b"\xff\xd9"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *extra: bytes) -> bytes:
    rows = zlib.compress(bytes((width + 1) * height), 1) if width * height < 100_000 else b""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = (chunk(b"IHDR", header), *extra, chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def webp(width: int, height: int) -> bytes:
    data = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    content = b"WEBPVP8X" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(content)) + content


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (with_scans(jpeg(16), 3_000), "a progressive JPEG of 3,005 scans, and Digit Lab reads 100 at most. Save it as"),
        (png(1, 50_000_000), "it has 1 × 50,000,000 pixels: choose one of at most 50 million (a JPEG of one scan: "),
        (png(MAX_SIDE + 1, 2), "it has 30,001 × 2 pixels"),
        (webp(16_383, 16_383), "it has 16,383 × 16,383 pixels"),
        (b"P5 2000 2000 77\n", "of this kind of PGM or PPM, Digit Lab reads 1,000,000 pixels at most. Save it as PNG"),
        (b"P2 # a comment\n2000\n2000 255\n", "of this kind of PGM or PPM"),
        (b"P2\n#" + bytes(100_000) + b"\n2000 2000 255\n", "of this kind of PGM or PPM"),
        (b"P6 2000 2000\n" + 200 * b"#\n" + b" 77\n", "of this kind of PGM or PPM"),
        (b"P5 99999999 99999999 255\n", "is too large: choose one of at most 50 million pixels"),
    ],
    ids=["scans", "tall", "wide", "webp", "odd maximum", "text", "long comment", "comments", "declared"],
)
def test_images_that_would_take_too_much_are_refused(content: bytes, sentence: str) -> None:
    assert len(content) < 1 << 19
    with pytest.raises(ImageError, match=r"^The image ") as caught:
        read_image(content)
    assert sentence in str(caught.value)


def test_usual_images_of_the_same_kinds_are_read() -> None:
    assert read_image(with_scans(jpeg(), MAX_SCANS // 2)).shape == (64, 64)
    assert read_image(b"P5 30 20 77\n" + bytes(600)).shape == (20, 30)
    assert read_image(b"P2 3 2 255\n1 2 3 4 5 6").shape == (2, 3)
    content = io.BytesIO()
    Image.new("RGB", (40, 30)).save(content, "WEBP", lossless=True)
    assert read_image(content.getvalue()).shape == (30, 40)


@pytest.mark.parametrize(
    "content",
    [
        b"P6 1200 1000 65535\n" + bytes(7_200_000),
        b"P5 1200 1000 65535\n" + bytes(2_400_000),
        b"P6 1200 1000 255\n" + bytes(3_600_000),
        b"P4 1200 1000\n" + bytes(150_000),
        b"P1 1200 1000\n" + 1_200_000 * b"0",
    ],
    ids=["deep colours", "deep", "colours", "bilevel", "bilevel text"],
)
def test_a_netpbm_file_that_is_decoded_fast_may_be_large(content: bytes) -> None:
    assert max(read_image(content).shape) == 512


def test_a_ppm_of_16_bits_a_colour_is_read_as_one_of_8() -> None:
    values = np.random.default_rng(0).integers(0, 256, (20, 30, 3), np.uint8)
    deep = b"P6 30 20 65535\n" + (values.astype(">u2") * 257).tobytes()
    np.testing.assert_array_equal(read_image(deep), read_image(b"P6 30 20 255\n" + values.tobytes()))
    with pytest.raises(ImageError, match="is damaged or cut off"):
        read_image(deep[:-1])


@pytest.mark.parametrize(("components", "scans"), [(4, (1,)), (3, (1, 2)), (3, (2, 1)), (3, (1, 1, 1))])
def test_a_large_jpeg_of_several_scans_is_refused(components: int, scans: tuple[int, ...]) -> None:
    """libjpeg would keep all of its coefficients, of two bytes, in memory."""
    assert read_image(flat_jpeg(40, 30, components, *scans)).shape == (30, 40)
    with pytest.raises(ImageError, match=r"it has 8,000 × 8,000 pixels: choose one of at most 50 million"):
        read_image(flat_jpeg(8_000, 8_000, components, *scans))


def test_a_large_jpeg_of_one_scan_is_read() -> None:
    for components in (1, 3):
        assert read_image(flat_jpeg(8_000, 8_000, components, components)).shape == (512, 512)


def lossless_jpeg(width: int, height: int) -> bytes:
    """Of one colour: each pixel is one bit, which says that it is as the one before."""
    content = flat_jpeg(width, height, 1).replace(b"\xff\xc0", b"\xff\xc3")
    content = content[:-2] + b"\xff\xc4" + struct.pack(">HB16BBB", 21, 0, 1, 1, *[0] * 14, 0, 1)
    return content + b"\xff\xda\0\x08\1\0\0\1\0\0" + bytes(width * height // 8 + 2) + b"\xff\xd9"


def test_a_jpeg_without_loss_is_read_at_any_size_and_refused_where_it_is_too_large() -> None:
    """It cannot be decoded reduced, so that its size is limited as that of other images."""
    assert read_image(lossless_jpeg(40, 30)).shape == (30, 40)
    assert read_image(lossless_jpeg(2_100, 2_100)).shape == (512, 512)
    with pytest.raises(ImageError, match=r"it has 8,000 × 8,000 pixels: choose one of at most 50 million"):
        read_image(lossless_jpeg(8_000, 8_000))


def test_a_video_or_images_behind_a_jpeg_do_not_count() -> None:
    """As phones write them: a motion photo, a depth map."""
    assert read_image(jpeg() + (MAX_SCANS + 1) * b"\xff\xda" + jpeg()).shape == (64, 64)


def test_an_image_in_an_image_does_not_end_it() -> None:
    """The preview of a camera is in the first part; it has an end of its own."""
    preview, whole = jpeg(16), with_scans(jpeg(), 3_000)
    part = b"\xff\xe1" + (2 + len(preview)).to_bytes(2, "big") + preview
    with pytest.raises(ImageError, match="3,005 scans"):
        read_image(whole[:2] + part + whole[2:])


def test_a_large_progressive_jpeg_of_many_scans_is_refused() -> None:
    content = with_scans(jpeg(), 80)
    at = content.index(b"\xff\xc2") + 5
    large = content[:at] + struct.pack(">HH", 5_000, 5_000) + content[at + 4 :]
    with pytest.raises(ImageError, match="a progressive JPEG that takes too long to decode"):
        read_image(large)


@pytest.mark.parametrize("kind", [b"prVt", b"IDAT"])
def test_a_png_of_too_many_parts_is_refused(kind: bytes) -> None:
    with pytest.raises(
        ImageError, match=r"it has more than 100,000 parts\. Save it as PNG again, with another program"
    ):
        read_image(png(10, 10, 100_001 * chunk(kind, b"")))
    assert read_image(png(10, 10, 1_000 * chunk(kind, b""))).shape == (10, 10)


def test_an_image_of_endless_parts_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_limits, "MAX_IMAGE_SECONDS", 0.05)
    endless = png(10, 10, 50_000 * chunk(b"IDAT", b""))
    with pytest.raises(ImageError, match=r"it takes longer than 0 seconds to read\. Choose a smaller"):
        read_image(endless)


def test_the_time_of_other_programs_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a busy machine, where it passes between any two reads."""
    monkeypatch.setattr("time.monotonic", itertools.count(0, 1_000).__next__)
    assert read_image(png(10, 10)).shape == (10, 10)
