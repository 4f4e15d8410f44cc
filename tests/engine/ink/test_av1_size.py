"""An AVIF file whose AV1 data are far larger than it says is refused before it is decoded."""

import io
import struct

import pytest
from PIL import Image, features

from engine.errors import ImageError
from engine.ink import image_limits
from engine.ink.decoding.av1_size import check_av1
from engine.ink.images import read_image
from engine.io.checked_file import Fault

SIZE = "11111111" + 2 * f"{59_999:016b}"
# The optional parts of a sequence header, before the size, in bits.
HEADERS = {
    "reduced": "000" "1" "1" "00000",
    "plain": "000" "0" "0" "0" "0" "00000" + 12 * "0" + "00000",
    "tier": "000" "0" "0" "0" "0" "00000" + 12 * "0" + "01000" "1",
    "timing": "000" "0" "0" "1" + 64 * "0" + "1" "00100" "0" "0" "00000" + 12 * "0" + "00000",
    "model": "000" "0" "0" "1" + 64 * "0" + "0" "1" "00011" + 42 * "1" + "1" "00000" + 12 * "0" + "00000"
    "1" + 9 * "1" + "1" "0101",
    "points": "000" "0" "0" "0" "1" "00001" + 2 * (12 * "0" + "00000" "0"),
}  # fmt: skip


def units(bits: str, has_size: bool = True) -> bytes:
    """A temporal delimiter and a sequence header of 60,000 x 60,000 pixels."""
    bits += SIZE
    bits += "0" * (-len(bits) % 8)
    header = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return b"\x12\0" + (bytes((0x0A, len(header))) if has_size else b"\x08") + header


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


START = box(b"ftyp", b"avif\0\0\0\0")


def still(data: bytes, *lengths: int, in_meta: bool = False) -> bytes:
    """A file with an item in so many parts, each of so many bytes."""
    lengths = lengths or (len(data),)
    size = len(START) + 8 + 4 + 8 + 8 + 8 + 6 * len(lengths) + 8
    at, parts = 0 if in_meta else size, b""
    for length in lengths:
        parts += struct.pack(">IH", at, length)
        at += length
    places = b"\1\0\0\0\x42\0\0\1" + struct.pack(">HHHH", 1, in_meta, 0, len(lengths)) + parts
    meta = bytes(4) + box(b"iloc", places)
    return START + (box(b"meta", meta + box(b"idat", data)) if in_meta else box(b"meta", meta) + box(b"mdat", data))


def moving(data: bytes, kind: bytes, number: str, before: bytes = b"") -> bytes:
    """A file with a track whose only chunk is at the end."""
    size = len(START) + len(before) + 5 * 8 + 8 + 8 + struct.calcsize(number) + 8
    track = box(kind, bytes(4) + struct.pack(">I", 1) + struct.pack(number, size))
    for around in (b"stbl", b"minf", b"mdia", b"trak", b"moov"):
        track = box(around, track)
    return START.replace(b"avif", b"avis") + before + track + box(b"mdat", data)


PLAIN = units(HEADERS["plain"])


@pytest.mark.parametrize(
    "content",
    [
        *(still(units(bits)) for bits in HEADERS.values()),
        still(units(HEADERS["plain"], has_size=False)),
        still(PLAIN, 7, len(PLAIN) - 7),
        still(PLAIN, in_meta=True),
        moving(PLAIN, b"stco", ">I"),
        moving(PLAIN, b"co64", ">Q"),
    ],
    ids=[*HEADERS, "no size", "two parts", "in meta", "track", "long track"],
)
def test_an_avif_that_is_larger_than_it_says_is_refused(content: bytes) -> None:
    with pytest.raises(ImageError, match="it has 60,000 × 60,000 pixels: choose one of at most 50 million"):
        read_image(content)


def test_a_unit_that_ends_too_early_does_not_hide_the_next() -> None:
    cut = still(b"\x0a\1\0", in_meta=True).removeprefix(START)
    with pytest.raises(ImageError, match="60,000 × 60,000"):
        read_image(moving(PLAIN, b"stco", ">I", cut))


def test_many_parts_end_with_a_sentence() -> None:
    with pytest.raises(ImageError, match="it has more than 100,000 parts"):
        read_image(still(b"\x12\0" * 100_001, 65_000, 65_000, 65_000, 5_002))


@pytest.mark.skipif(not features.check("avif"), reason="Pillow does not read AVIF")
def test_the_sizes_in_usual_files(monkeypatch: pytest.MonkeyPatch) -> None:
    files = []
    for mode, frames in (("L", 1), ("RGB", 1), ("RGBA", 1), ("RGBA", 3)):
        images, buffer = [Image.new(mode, (64, 48), n) for n in range(frames)], io.BytesIO()
        images[0].save(buffer, "AVIF", save_all=frames > 1, append_images=images[1:])
        files.append(buffer.getvalue())
        assert read_image(files[-1]).shape == (48, 64)
    monkeypatch.setattr(image_limits, "MAX_SIDE", 63)
    for content in files:
        with pytest.raises(Fault, match="it has 64 × 48 pixels"):
            check_av1(content)
