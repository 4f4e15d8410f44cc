"""Conversion between numbers and the texts of fields."""

import math
from decimal import Decimal

from gui.widgets.form_controls import half_width

_MOST_DIGITS = 12


def number(text: str, kind: type) -> int | float:
    """The whole number (``kind`` int) or the finite number (float, with a decimal point or a comma) in a text.

    Only plain digits are a whole number: Python's own int() would accept "1_0", "+1" and much more.

    Raises:
        ValueError: there is none.
    """
    text = _with_point(text)
    if kind is int:
        if not (text.isascii() and text.isdigit()) or len(text) > _MOST_DIGITS:
            raise ValueError(text)
        return int(text)
    value = float(text)
    if "_" in text or not math.isfinite(value):
        raise ValueError(text)
    return value


def from_percent(text: str) -> float:
    """A number in per cent as a fraction: "12.5" -> 0.125, exactly what ``in_percent`` was given."""
    return float(Decimal(_with_point(text)).scaleb(-2))


def in_percent(value: float) -> str:
    """A fraction in per cent: 0.125 -> "12.5"."""
    return format(Decimal(repr(float(value))).scaleb(2).normalize(), "f")


def written(value: float) -> str:
    """As short as possible: 5.0 -> "5", 0.1 -> "0.1"; reading it gives the same number again."""
    return repr(float(value)).removesuffix(".0")


def _with_point(text: str) -> str:
    return half_width(text).strip().replace(",", ".")
