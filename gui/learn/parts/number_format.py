"""Numbers as texts, and texts as numbers."""

import math

from gui.widgets.form_controls import half_width


def short_number(value: float, digits: int = 4) -> str:
    """A number with so many significant digits: 0.7311, −2, 1.23e−10, nan, ∞."""
    if not math.isfinite(value):
        return "nan" if math.isnan(value) else "∞" if value > 0 else "−∞"
    return tidy(f"{value:.{digits}g}").replace("-", "−")


def fixed_number(value: float, decimals: int) -> str:
    """A number with so many decimals; a large one, or one that they would show as 0, as ``short_number``."""
    if not math.isfinite(value) or abs(value) >= 1000:
        return short_number(value, 6 if abs(value) < 1e6 else max(decimals, 1))
    if 0 < abs(value) < 0.5 * 10**-decimals:
        return short_number(value, max(decimals, 1))
    # Without the sign of −0.
    return f"{value + 0.0:.{decimals}f}".replace("-", "−")


def tidy(text: str) -> str:
    """Python's text of a number without the zeros in its exponent: "1e-05" -> "1e-5"."""
    return text.replace("e-0", "e-").replace("e+0", "e").replace("e+", "e")


def number_in(text: str) -> float | None:
    """The finite number in a text, such as "0.5", "0,5", "1e-4" or "−2"; None if there is none."""
    try:
        value = float(half_width(text).strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in text else None
