"""Changes of bytes, whatever they mean."""

from random import Random

# Numbers at which a size, a count or an offset overflows.
WHOLE = (0, 1, 2, 9, 10, 127, 128, 255, 256, 784, 32_767, 32_768, 65_535, 65_536, 1 << 24, 2**31 - 1, 2**31, 2**32 - 1)
LARGE = (2**32, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1)
# In most formats the sizes are near the start.
_START = 64


def flip(content: bytes, rng: Random) -> bytes:
    """Other bits at a few places."""
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        changed[_place(content, rng)] ^= 1 << rng.randrange(8)
    return bytes(changed)


def cut(content: bytes, rng: Random) -> bytes:
    """The start alone, or without a part."""
    start = rng.randrange(len(content))
    return content[:start] + (content[start + rng.randrange(1, 64) :] if rng.random() < 0.5 else b"")


def insert(content: bytes, rng: Random) -> bytes:
    """Random bytes, or a part of the content again and again."""
    at, start = rng.randrange(len(content)), rng.randrange(len(content))
    part = rng.randbytes(rng.randrange(1, 32)) if rng.random() < 0.5 else content[start : start + rng.randrange(1, 64)]
    return content[:at] + part * rng.choice((1, 1, 2, 1000)) + content[at:]


def field(content: bytes, rng: Random) -> bytes:
    """A whole number of one to eight bytes, in either order."""
    length = rng.choice((1, 2, 2, 4, 4, 8))
    value = rng.choice(WHOLE + LARGE) % (1 << 8 * length)
    at = _place(content, rng)
    return content[:at] + value.to_bytes(length, rng.choice(("little", "big"))) + content[at + length :]


def _place(content: bytes, rng: Random) -> int:
    return rng.randrange(min(_START, len(content)) if rng.random() < 0.5 else len(content))


ANY = (flip, cut, insert, field)
