"""Packed files: what is in them is changed as what it is, or the packing is."""

import gzip
import io
import warnings
import zipfile
from collections.abc import Callable
from random import Random

from .raw import field

Inner = Callable[[str, bytes, Random], bytes]
_NAMES = (
    "../../x.npy",
    "/etc/x",
    "a\nb.npy",
    "\x1b[0m.npy",
    "x" * 300 + ".npy",
    "C:\\x.npy",
    "",
    "run.json",
    "weights.npy",
)


def gz(name: str, content: bytes, rng: Random, inner: Inner) -> bytes:
    """What is compressed, mostly; or there is more behind it."""
    changed = gzip.compress(inner(name, gzip.decompress(content), rng), 1, mtime=0)
    return changed * 2 if rng.random() < 0.05 else changed


def zipped(content: bytes, rng: Random, inner: Inner) -> bytes:
    """A member, its name, or the list of members."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [(info.filename, archive.read(info), info.compress_type) for info in archive.infolist()]
    at, chance = rng.randrange(len(members)), rng.random()
    name, data, compression = members[at]
    if chance < 0.75:
        members[at] = name, inner(name, data, rng), compression
    elif chance < 0.8:
        del members[at]
    elif chance < 0.85:
        members.insert(rng.randrange(len(members)), (rng.choice((*_NAMES, name)), data, compression))
    elif chance < 0.9:
        members[at] = rng.choice(_NAMES), data, compression
    buffer = io.BytesIO()
    # Of a name that is there twice.
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(buffer, "w") as archive:
        for name, data, compression in members:
            used = rng.choice((0, 8, 12, 14)) if chance > 0.97 else compression
            archive.writestr(zipfile.ZipInfo(name), data, used, 1 if used in (8, 12) else None)
    packed = buffer.getvalue()
    return packed if chance < 0.9 else _directory(packed, rng)


def _directory(packed: bytes, rng: Random) -> bytes:
    """Numbers in the list at the end: sizes, flags, places, counts."""
    start = packed.find(b"PK\x01\x02")
    return packed[:start] + field(packed[start:], rng)
