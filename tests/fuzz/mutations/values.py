"""Values that a stranger may write into any place, as they stand in a file."""

import json
from random import Random

from .raw import LARGE, WHOLE

# Beyond float, and beyond the digits that Python reads at once.
_DIGITS = ("1" + "0" * 400, "9" * 5_000)
_FLOATS = (
    *("-0.0", "0.5", "0.999999", "1.0", "5e-324", "1e-320", "1e-30", "1e-7", "27.999", "280.0", "999999.9", "1e6"),
    *("1e30", "3.4e38", "3.5e38", "1e300", "1.7976931348623157e308", "1e308", "1e999", "1e-999"),
)
NUMBERS = (*map(str, WHOLE + LARGE), *_DIGITS, *_FLOATS)
TEXTS = (
    *("", " ", "\0", "\n", "first\nsecond\r\tthird", "\x1b[31m", "\x7f\x85\u2028", "\u202e<b>b</b>", "\ud800"),
    *("é" * 300, "9" * 5_000, "x" * 70_000, "word " * 200, "../../x", "C:\\x", "file:///etc", "{0}{9}%n%s%"),
    *("\U0001f600", "mnist", "folder:/x", "finished", "nan", "-1", "relu", "he"),
)  # fmt: skip
_OTHERS = ("null", "true", "false", "[]", "{}", "[[]]", "[1, 2]", '{"a": 1}')
_OTHERS_OF_TOML = (
    *("inf", "-inf", "nan", "0x" + "f" * 900, "0x" + "f" * 5_000, "0b" + "1" * 900, "0o7", "1_000", "+1", "1__0"),
    *("1979-05-27T07:32:00Z", "1979-05-27", "07:32:00.999999", "9999-12-31T23:59:59+23:59", "'literal'"),
    *('"""\nlines\n"""', "[1, 'a', 2.5]", "{a = 1}", "{a.b.c = 1}", "[" * 200 + "]" * 200, "a", '"\\u0000"'),
)
_CONSTANTS = ("NaN", "Infinity", "-Infinity")
_DEEP = ("[" * 3_000 + "]" * 3_000, '{"a":' * 3_000 + "1" + "}" * 3_000)


def number(rng: Random) -> str:
    """A number in digits."""
    return ("-" if rng.random() < 0.2 else "") + rng.choice(NUMBERS)


def text(rng: Random) -> str:
    """A text, maybe with a lone surrogate."""
    return rng.choice(TEXTS)


def near(value: float, rng: Random) -> str:
    """Another number that may well be allowed, of the same type or not."""
    return str(
        rng.choice((value + 1, value - 1, -value, value * 10, value * 1000, value / 3, float(value), int(value)))
    )


def json_token(rng: Random) -> str:
    """A value as JSON has it, or nearly."""
    chance = rng.random()
    if chance < 0.5:
        return number(rng)
    if chance < 0.75:
        return json.dumps(text(rng))
    return rng.choice(_OTHERS if chance < 0.92 else _CONSTANTS if chance < 0.98 else _DEEP)


def toml_token(rng: Random) -> str:
    """A value as TOML has it, or nearly."""
    chance = rng.random()
    if chance < 0.7:
        return json_token(rng)
    return rng.choice(_OTHERS_OF_TOML)
