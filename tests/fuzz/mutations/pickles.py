"""Pickles: other instructions and arguments."""

import pickletools
from random import Random

from .values import TEXTS

_WHOLE = (0, 1, 2, 9, 255)
_INSTRUCTIONS = (
    *(b"cos\nsystem\n", b"c__builtin__\neval\n", b"cnumpy\nndarray\n", b"cnumpy\ndtype\n", b"R", b"b", b"("),
    *(b"t", b"s", b"u", b"0", b"2", b"1", b"N", b"\x88", b"]", b"}", b")", b"e", b"a", b"\x85", b"\x86", b"\x87"),
    *(b"\x94", b"q\x00", b"h\x00", b"K\xff", b"M\xff\xff", b"J\xff\xff\xff\x7f", b"G\x7f\xf8\0\0\0\0\0\0", b"\x93"),
    *(b"\x8a\xff" + b"\xff" * 255,),
    *(b"X\xff\xff\xff\x7f", b"C\x05aaaaa", b"\x95\xff\xff\xff\xff\xff\xff\xff\x7f", b"P0\n"),
    *(b"\x81", b"I9\n", b"I" + b"9" * 5_000 + b"\n"),
)  # fmt: skip


def change(content: bytes, rng: Random) -> bytes:
    """One to three instructions removed, repeated, exchanged, added or given another argument."""
    found = list(pickletools.genops(content))
    bounds = [at for *_, at in found] + [len(content)]
    parts = [content[bounds[i] : bounds[i + 1]] for i in range(len(found))]
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        at, other = rng.randrange(len(parts)), rng.randrange(len(parts))
        match rng.choice(("remove", "repeat", "exchange", "add", "argument", "argument")):
            case "remove":
                del parts[at]
            case "repeat":
                parts.insert(other, parts[at] * rng.choice((1, 1, 300)))
            case "exchange":
                parts[at], parts[other] = parts[other], parts[at]
            case "add":
                parts.insert(at, rng.choice(_INSTRUCTIONS))
            case "argument":
                parts[at] = _other_argument(parts[at], rng)
    return b"".join(parts)


def _other_argument(part: bytes, rng: Random) -> bytes:
    if part[:1] in (b"X", b"\x8c") and rng.random() < 0.7:
        text = rng.choice((*TEXTS, "W1", "b1", "train_img")).encode("utf-8", "surrogatepass")
        return b"X" + len(text).to_bytes(4, "little") + text
    if len(part) < 2:
        return part
    changed = bytearray(part)
    changed[rng.randrange(1, len(part))] = rng.choice((*_WHOLE, rng.randrange(256)))
    return bytes(changed)
