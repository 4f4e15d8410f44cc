"""Changes of files that know their format. Each is a function of the content and a random generator."""

import contextlib
from collections.abc import Callable
from random import Random

from . import archives, arrays, databases, json_text, lines, pickles, pictures, raw

Mutator = Callable[[bytes, Random], bytes]
# What is not listed is changed byte by byte. The longest ending that fits counts.
_BY_ENDING: dict[str, tuple[Mutator, ...]] = {
    ".safetensors": (arrays.safetensors_header, arrays.safetensors_header, arrays.safetensors_data),
    ".npy": (arrays.npy_header, arrays.npy_data, arrays.npy_data),
    "ubyte": (arrays.idx,),
    ".json": (json_text.change,),
    ".toml": (lines.toml,),
    ".ini": (lines.ini,),
    ".csv": (lines.csv,),
    ".svg": (lines.svg,),
    ".pkl": (pickles.change,),
    ".png": (pictures.png,),
    ".jpg": (pictures.jpeg,),
    ".tif": (pictures.tiff, pictures.tiff, raw.field),
    ".pgm": (lines.tokens,),
    ".db": (databases.pages, databases.values, databases.values),
}
_PACKED = (".zip", ".npz")
# How often the bytes are changed without regard to the format, instead or besides.
_INSTEAD, _BESIDES = 0.15, 0.1
# Bytes: reading what is larger may well take seconds.
_LARGEST = 1 << 20


def mutated(name: str, content: bytes, rng: Random) -> bytes:
    """The content of a file with changes that fit its name. Never empty."""
    chance = rng.random()
    changed = content
    if chance > _INSTEAD:
        # A second change may find a format that the first one has destroyed.
        with contextlib.suppress(Exception):
            changed = _formatted(name, content, rng)
    if chance < _INSTEAD + _BESIDES or changed == content:
        changed = rng.choice(raw.ANY)(changed or b"x", rng)
    return changed[:_LARGEST] or b"x"


def _formatted(name: str, content: bytes, rng: Random) -> bytes:
    if name.endswith(_PACKED):
        return archives.zipped(content, rng, mutated)
    if name.endswith(".gz"):
        return archives.gz(name.removesuffix(".gz"), content, rng, mutated)
    known = next((each for ending, each in _BY_ENDING.items() if name.endswith(ending)), (raw.field, raw.flip))
    return rng.choice(known)(content, rng)
