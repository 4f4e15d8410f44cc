"""Why an image is no sure digit: the cause is named on images of each cause, and none on clear digits."""

import time
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from engine.ink.images import prepare_image
from engine.types import FloatArray
from engine.unread import Cause, unread_cause


def cause(image: Image.Image, sure: bool = False) -> Cause | None:
    """Of white ink on black; black on white must have the same."""
    found = set()
    for grey in (values(image), 1 - values(image)):
        found.add(unread_cause(grey, prepare_image(grey).ink, sure))
    assert len(found) == 1
    return found.pop()


def values(image: Image.Image) -> FloatArray:
    return np.asarray(image, np.float32) / 255


def sheet(width: int = 200, height: int = 200) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (width, height))
    return image, ImageDraw.Draw(image)


def seven(left: int = 60, size: int = 100) -> Image.Image:
    image, draw = sheet(max(200, left + size + 40))
    draw.line([(left, 50), (left + size * 2 // 3, 50), (left + size // 4, 50 + size)], fill=255, width=10)
    return image


def nothing() -> Image.Image:
    return sheet()[0]


def noise() -> Image.Image:
    return Image.fromarray(np.random.default_rng(0).integers(90, 96, (120, 120), np.uint8))


def light() -> Image.Image:
    y, x = np.mgrid[-1:1:150j, -1:1:150j]
    return Image.fromarray((140 + 50 * x - 30 * y * y).astype(np.uint8))


def small() -> Image.Image:
    image, draw = sheet()
    draw.line([(100, 100), (104, 100), (102, 107)], fill=255)
    return image


def frame() -> Image.Image:
    image, draw = sheet()
    draw.rectangle((30, 40, 160, 170), outline=255, width=5)
    return image


def tied_to_a_frame() -> Image.Image:
    image = seven()
    ImageDraw.Draw(image).rectangle((56, 46, 130, 154), outline=255, width=6)
    return image


def digits_in_cells(gap: int = 0) -> Image.Image:
    """A row of a table; with a gap, boxes beside each other."""
    image, draw = sheet(400)
    for left in (20, 140, 260):
        draw.rectangle((left, 40, left + 120 - gap, 160), outline=255, width=5)
    draw.line([(80, 70), (75, 130)], fill=255, width=8)
    draw.line([(170, 70), (215, 70), (190, 130)], fill=255, width=8)
    draw.line([(300, 70), (300, 100), (340, 100)], fill=255, width=8)
    draw.line([(330, 80), (325, 130)], fill=255, width=8)
    return image


def boxes_of_digits() -> Image.Image:
    return digits_in_cells(gap=14)


def block_8() -> Image.Image:
    image, draw = sheet()
    for top in (40, 100):
        draw.rectangle((60, top, 130, top + 70), outline=255, width=12)
    return image


def two_that_overlap() -> Image.Image:
    image, draw = sheet(320)
    for left in (40, 110, 180):
        draw.line([(left, 60), (left + 90, 60), (left + 30, 160)], fill=255, width=10)
    return image


def two_lines() -> Image.Image:
    image, draw = sheet(200, 300)
    for top in (20, 170):
        draw.line([(60, top), (130, top), (90, top + 100)], fill=255, width=10)
    return image


def two_rings(apart: int = 12) -> Image.Image:
    """An 8 whose rings do not touch."""
    image, draw = sheet(200, 300)
    draw.ellipse((60, 20, 130, 110), outline=255, width=10)
    draw.ellipse((55, 110 + apart, 135, 210 + apart), outline=255, width=10)
    return image


def pattern() -> Image.Image:
    image, draw = sheet()
    for at in range(0, 200, 20):
        for other in range(0, 200, 20):
            draw.ellipse((at + 3, other + 3, at + 12, other + 14), fill=255)
    return image


def blurred() -> Image.Image:
    return seven().filter(ImageFilter.GaussianBlur(18))


CASES = [
    (nothing, Cause.NOTHING),
    (noise, Cause.NOTHING),
    (light, Cause.NOTHING),
    (small, Cause.TOO_SMALL),
    (frame, Cause.FRAME),
    (tied_to_a_frame, Cause.FRAME),
    (digits_in_cells, Cause.SEVERAL),
    (boxes_of_digits, Cause.SEVERAL),
    (block_8, None),
    (two_that_overlap, Cause.SEVERAL),
    (two_lines, Cause.LINES),
    (pattern, Cause.TOO_MUCH),
    (blurred, Cause.BLURRED),
    (seven, None),
]


@pytest.mark.parametrize(("make", "expected"), CASES, ids=[make.__name__ for make, _ in CASES])
def test_the_cause_is_named(make: Callable[[], Image.Image], expected: Cause | None) -> None:
    assert cause(make()) is expected


def test_a_straight_frame_is_no_0_even_if_the_network_is_sure() -> None:
    assert cause(frame(), sure=True) is Cause.FRAME


def test_two_lines_are_no_digit_even_if_the_network_is_sure() -> None:
    assert cause(two_lines(), sure=True) is Cause.LINES
    assert cause(two_rings(apart=40), sure=True) is Cause.LINES


@pytest.mark.parametrize("make", [seven, two_rings, small], ids=lambda make: make.__name__)
def test_a_sure_digit_has_no_cause(make: Callable[[], Image.Image]) -> None:
    assert cause(make(), sure=True) is None


def test_a_1_that_fills_its_box_is_not_too_much() -> None:
    image, draw = sheet()
    draw.line([(100, 40), (100, 160)], fill=255, width=14)
    assert cause(image) is None


def test_a_round_0_is_no_frame() -> None:
    image, draw = sheet()
    draw.ellipse((50, 30, 140, 170), outline=255, width=10)
    assert cause(image) is None


def test_a_halftone_of_many_dots_takes_no_long_time() -> None:
    dots = np.zeros((512, 512), np.float32)
    for row, column in ((0, 0), (0, 1), (1, 0), (1, 1)):
        dots[row::5, column::5] = 1
    start = time.process_time()
    assert unread_cause(dots, dots, sure=False) is Cause.TOO_MUCH
    assert unread_cause(dots, dots, sure=True) is None
    assert time.process_time() - start < 2


@pytest.mark.parametrize("each", Cause, ids=lambda each: each.name)
def test_every_cause_is_a_sentence(each: Cause) -> None:
    assert each.sentence().endswith(".")
