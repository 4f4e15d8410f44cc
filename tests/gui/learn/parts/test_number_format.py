"""Numbers as texts, and texts as numbers."""

import math

from gui.learn.parts.number_format import fixed_number, number_in, short_number


def test_numbers_in_texts() -> None:
    assert [number_in(each) for each in ("1e-4", " −2 ", "0,5", "infinity", "x")] == [1e-4, -2, 0.5, None, None]


def test_short_numbers() -> None:
    texts = [short_number(each) for each in (0.731058, -2, 1e-10, 123456, math.nan, math.inf, -math.inf)]
    assert texts == ["0.7311", "−2", "1e−10", "1.235e5", "nan", "∞", "−∞"]


def test_fixed_numbers() -> None:
    texts = [fixed_number(each, 2) for each in (0.5, -0.0, -1.234, 1e-6, 1010, 1.5e7, math.nan)]
    assert texts == ["0.50", "0.00", "−1.23", "1e−6", "1010", "1.5e7", "nan"]
