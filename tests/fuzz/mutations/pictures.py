"""Images: the chunks of a PNG with right checksums, the segments of a JPEG, the fields of a TIFF."""

import struct
import zlib
from random import Random

from . import json_text
from .raw import WHOLE, field, flip

_PNG_KINDS = (
    b"tRNS",
    b"PLTE",
    b"gAMA",
    b"iCCP",
    b"eXIf",
    b"zTXt",
    b"tEXt",
    b"iTXt",
    b"acTL",
    b"fcTL",
    b"fdAT",
    b"IEND",
    b"IDAT",
)
_SIDES = (0, 1, 2, 28, 560, 30_000, 30_001, 2**31 - 1, 2**32 - 1)
_JPEG_KINDS = (*range(0xC0, 0xD0), *range(0xD8, 0xE2), 0xED, 0xFE)


def png(content: bytes, rng: Random) -> bytes:
    """A chunk: its kind, its content, its place; the drawing in a text; the pixels."""
    chunks, at = [], 8
    while at + 8 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        chunks.append((content[at + 4 : at + 8], content[at + 8 : at + 8 + length]))
        at += length + 12
    for _ in range(rng.choice((1, 1, 2))):
        number = rng.randrange(len(chunks))
        kind, data = chunks[number]
        chance = rng.random()
        if kind == b"IHDR" and chance < 0.8:
            data = _png_header(data, rng)
        elif kind == b"tEXt" and b"{" in data and chance < 0.8:
            start = data.index(b"{")
            data = data[:start] + json_text.change(data[start:], rng)
        elif kind == b"IDAT" and chance < 0.5:
            data = zlib.compress(rng.choice((flip, field))(zlib.decompress(data), rng) * rng.choice((1, 1, 3)), 1)
        elif chance < 0.7:
            kind = rng.choice(_PNG_KINDS)
        elif data and chance < 0.85:
            data = rng.choice((flip, field))(data, rng)
        else:
            chunks.insert(rng.randrange(len(chunks)), (kind, data or rng.randbytes(8)))
            continue
        chunks[number] = kind, data
    written = (
        len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big") for kind, data in chunks
    )
    return content[:8] + b"".join(written)


def _png_header(data: bytes, rng: Random) -> bytes:
    changed = list(struct.unpack(">IIBBBBB", data))
    at = rng.randrange(7)
    changed[at] = rng.choice(_SIDES) if at < 2 else rng.choice((0, 1, 2, 3, 4, 6, 8, 16, 255))
    return struct.pack(">IIBBBBB", *changed)


def jpeg(content: bytes, rng: Random) -> bytes:
    """A segment: its kind, its length, its content, its place."""
    parts, at = [], 2
    while content[at] == 0xFF and content[at + 1] != 0xDA:
        length = 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        parts.append(content[at : at + length])
        at += length
    scan = content[at:]
    number, chance = rng.randrange(len(parts) + 1), rng.random()
    if number == len(parts):
        header = 2 + int.from_bytes(scan[2:4], "big")
        scan = (
            field(scan[:header], rng) + scan[header:] if chance < 0.5 else scan[:-2] * rng.choice((2, 50)) + scan[-2:]
        )
    elif chance < 0.4:
        body = field(parts[number][4:], rng)
        parts[number] = parts[number][:2] + (len(body) + 2).to_bytes(2, "big") + body
    elif chance < 0.6:
        parts[number] = flip(parts[number], rng)
    elif chance < 0.75:
        parts[number] = parts[number][:1] + bytes([rng.choice(_JPEG_KINDS)]) + parts[number][2:]
    elif chance < 0.85:
        del parts[number]
    else:
        parts.insert(rng.randrange(len(parts) + 1), parts[number] * rng.choice((1, 1, 300)))
    return content[:2] + b"".join(parts) + scan


def tiff(content: bytes, rng: Random) -> bytes:
    """An entry of the first directory of a little-endian file: its tag, type, count or value."""
    start = int.from_bytes(content[4:8], "little")
    count = int.from_bytes(content[start : start + 2], "little")
    at = start + 2 + 12 * rng.randrange(count)
    offset, length = rng.choice(((0, 2), (2, 2), (4, 4), (8, 4), (8, 4)))
    tags = (256, 257, 258, 259, 262, 273, 274, 277, 278, 279, 284, 317, 320, 322, 323, 338, 339)
    new = rng.choice(tags if not offset else (*WHOLE, *range(1, 14), 34_712, 50_000))
    return (
        content[: at + offset] + (new % 2 ** (8 * length)).to_bytes(length, "little") + content[at + offset + length :]
    )
