"""Changes of texts of lines: TOML, INI, CSV, SVG."""

import json
import re
from collections.abc import Callable
from random import Random

from . import json_text
from .raw import WHOLE
from .values import TEXTS, near, number, text, toml_token

_KEYS = ("a." * 60 + "b", '"a b"', "''", "[table]", "[[table]]", "unknown", "format_version")
# What Qt writes into an INI file.
_INI = (
    *(r"@Variant(\0\0\0\x39\0\0\0\0)", r"@Variant(\0\0\0\x7f\0\0\0\xff\xff\xff\xff)", "@Rect(1 2 3 4)", "@Invalid()"),
    *("@ByteArray(\\0\\x1\\xff)", "@Point(9999999999 1)", "@DateTime(\\0)", "a, b", '"a\\nb"', "@Size(-1 -1)", "@@a"),
)
_CELLS = ("-1", "256", "1e400", "nan", "inf", "0x10", '"', '"1"', "1.5", "a", "", " 3 ", "3.0", "10", "é", "\0", "=1+1")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_SEPARATORS = (b";", b"\t", b" ", b",,", b"|")
_XML = (
    *('<!DOCTYPE a [<!ENTITY b "c">]>', "<!-- -- -->", "<![CDATA[x]]>", "&b;", "&#0;", "&#55296;", "<g>" * 2_000),
    *("</svg>", '<?xml version="1.1" encoding="utf-7"?>', "<metadata id='digit-lab-drawing'>", "</metadata>", "<a:b/>"),
)


def toml(content: bytes, rng: Random) -> bytes:
    """A value, a key or a line."""
    return _assignments(content, rng, lambda: toml_token(rng))


def ini(content: bytes, rng: Random) -> bytes:
    """As ``toml``, with the types of Qt."""
    return _assignments(content, rng, lambda: rng.choice(_INI) if rng.random() < 0.5 else toml_token(rng))


def _assignments(content: bytes, rng: Random, token: Callable[[], str]) -> bytes:
    lines = content.decode("utf-8", "surrogateescape").split("\n")
    for _ in range(rng.choice((1, 1, 2, 4))):
        assignments = [number for number, line in enumerate(lines) if "=" in line]
        at = rng.choice(assignments or [0])
        key, _, value = lines[at].partition("=")
        chance = rng.random()
        if chance < 0.5 and _NUMBER.fullmatch(value.strip()):
            lines[at] = f"{key}= {near(float(value) if '.' in value else int(value), rng)}"
        elif chance < 0.7:
            lines[at] = f"{key}= {token()}"
        elif chance < 0.8:
            lines[at] = f"{rng.choice(_KEYS)} ={value}"
        elif chance < 0.9:
            del lines[at]
        else:
            lines.insert(rng.randrange(len(lines)), rng.choice((lines[at], *_KEYS, "# " + text(rng))))
        lines = lines or [""]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def csv(content: bytes, rng: Random) -> bytes:
    """Cells, lines, the separator or the encoding."""
    chance = rng.random()
    if chance < 0.1:
        return content.replace(b",", rng.choice(_SEPARATORS))
    if chance < 0.2:
        return content.decode("latin-1").encode(rng.choice(("utf-16", "utf-8-sig", "utf-32")))
    lines = content.decode("latin-1").split("\n")
    for _ in range(rng.choice((1, 1, 3))):
        at = rng.choice((0, 1, len(lines) - 1, rng.randrange(len(lines)))) % len(lines)
        cells = lines[at].split(",")
        cell = rng.choice((0, 1, len(cells) - 1, rng.randrange(len(cells)))) % len(cells)
        if chance < 0.75:
            cells[cell] = number(rng) if rng.random() < 0.3 else rng.choice((*_CELLS, *TEXTS))
        elif chance < 0.85:
            del cells[cell]
        elif chance < 0.95:
            cells += cells[: rng.choice((1, 784, 10_000))]
        else:
            cells = ["\n".join([lines[at]] * rng.choice((2, 100)))]
        lines[at] = ",".join(cells)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def svg(content: bytes, rng: Random) -> bytes:
    """The drawing in it, a number, or the markup."""
    found = re.search(rb"\{.*\}", content, re.DOTALL)
    chance = rng.random()
    if found and chance < 0.7:
        return content[: found.start()] + json_text.change(found[0], rng) + content[found.end() :]
    if chance < 0.85:
        return tokens(content, rng)
    places = [each.start() for each in re.finditer(rb"[<>]", content)]
    at = rng.choice(places or [0])
    return content[:at] + rng.choice(_XML).encode() + content[at:]


def tokens(content: bytes, rng: Random) -> bytes:
    """A number among the first ones of a text, also of a PGM."""
    found = list(re.finditer(rb"\d+", content[:400]))
    each = rng.choice(found)
    new = (
        number(rng) if rng.random() < 0.3 else rng.choice((str(rng.choice(WHOLE)), "-1", "# a\n1", "", json.dumps("a")))
    )
    return content[: each.start()] + new.encode() + content[each.end() :]
