"""Numbers on coloured cells can be read."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from gui.draw.calculation.number_grid import black_text, shaded
from gui.draw.network.palette import Palette
from gui.theme import Theme


@pytest.fixture(params=["light", "dark"])
def palette(request: pytest.FixtureRequest, theme: Theme) -> Palette:
    theme.choose(request.param)
    return Palette(theme)


@pytest.mark.parametrize("signed", [True, False])
def test_the_text_of_every_cell_has_enough_contrast(palette: Palette, signed: bool) -> None:
    colours = shaded(palette, np.linspace(-1, 1, 500), 1.0, signed)
    for colour, black in zip(colours.tolist(), black_text(colours).tolist(), strict=True):
        luminance = sum(
            share * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4)
            for share, c in zip((0.2126, 0.7152, 0.0722), QColor(*colour).getRgbF()[:3], strict=True)
        )
        assert ((luminance + 0.05) / 0.05 if black else 1.05 / (luminance + 0.05)) >= 4.5


def test_a_number_has_the_colour_that_it_has_in_the_diagram(palette: Palette) -> None:
    values = np.array([-2.0, 0.0, 2.0])
    assert shaded(palette, values, 2.0, True).tolist() == palette.as_bytes(palette.of(values, 2.0)).tolist()
    assert shaded(palette, values, 2.0, True)[1].tolist() == list(palette.zero.getRgb()[:3])
    # Pixels of the input: the largest one is white.
    assert shaded(palette, values, 2.0, False)[2].tolist() == [255, 255, 255]


def test_numbers_that_are_not_finite_have_the_colour_of_zero(palette: Palette) -> None:
    zero = shaded(palette, np.zeros(1), 1.0, True)[0].tolist()
    assert shaded(palette, np.array([np.nan, np.inf]), float("inf"), True).tolist() == [zero, zero]
    assert shaded(palette, np.array([np.nan]), float("nan"), True).tolist() == [zero]
