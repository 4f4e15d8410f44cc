"""Numbers as a person writes them: what a field's text means, and how a value is written into one. No widget."""

import math
from collections.abc import Callable
from decimal import Decimal

_MOST_DIGITS = 12


def plain(text: str, most_digits: int = _MOST_DIGITS) -> int:
    """A whole number in plain digits; Python's own int() would take "1_0", "+1" and much more.

    Raises:
        ValueError: it is none.
    """
    if not (text.isascii() and text.isdigit()) or len(text) > most_digits:
        raise ValueError(text)
    return int(text)


def finite(text: str) -> float:
    """A finite number; a comma is read as the decimal point it is in much of the world.

    Raises:
        ValueError: it is none.
    """
    value = float(_with_point(text))
    if "_" in text or not math.isfinite(value):
        raise ValueError(text)
    return value


def whole(text: str, least: int, most: int, sentence: str) -> int:
    """A whole number within ``least`` and ``most``.

    Raises:
        ValueError: it is none; with the sentence.
    """
    try:
        value = plain(text.strip())
    except ValueError:
        raise ValueError(sentence) from None
    if not least <= value <= most:
        raise ValueError(sentence)
    return value


def number(text: str, right: Callable[[float], bool], sentence: str) -> float:
    """A finite number that is ``right``.

    Raises:
        ValueError: it is none; with the sentence.
    """
    try:
        value = finite(text)
    except ValueError:
        raise ValueError(sentence) from None
    if not right(value):
        raise ValueError(sentence)
    return value


def part(text: str, right: Callable[[float], bool], sentence: str) -> float:
    """The part of the whole that a number in per cent is: "12.5" -> 0.125, exactly what ``in_percent`` was given.

    Raises:
        ValueError: it is no number, or the per cent are not ``right``; with the sentence.
    """
    number(text, right, sentence)
    return float(Decimal(_with_point(text)).scaleb(-2))


def written(value: float) -> str:
    """As short as it can be: 5.0 -> "5", 0.1 -> "0.1"; reading it gives the same number again."""
    return repr(float(value)).removesuffix(".0")


def in_percent(value: float) -> str:
    """A part as per cent: 0.125 -> "12.5"."""
    return format(Decimal(repr(float(value))).scaleb(2).normalize(), "f")


def _with_point(text: str) -> str:
    return text.strip().replace(",", ".")
