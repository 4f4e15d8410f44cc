"""Numbers on a drawing and in an image are found and read by the shipped network; single digits are not divided."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.digit_finder import (
    DigitFinder,
    FoundDigit,
    drawn_on_several_lines,
    may_be_several,
    number_probability,
    number_text,
)
from engine.ink.images import prepare_image, read_image
from engine.ink.preprocess import prepare_drawing
from engine.paths import default_weights
from engine.recognizer import Recognizer
from engine.unread import Cause, unread_cause
from engine.weights import load_weights

Points = list[tuple[float, float]]
# On a grid of 6 x 9, in the order of writing.
SHAPES: dict[str, list[Points]] = {
    "0": [[(3, 0), (1, 1), (0, 4), (0, 6), (1, 8.5), (3, 9), (5, 8), (6, 5), (5, 1.5), (3, 0)]],
    "1": [[(1, 0), (1, 9)]],
    "2": [[(0, 2), (1, 0.3), (3, 0), (5, 1), (5, 3), (2, 6), (0, 9), (5.5, 9)]],
    "4": [[(3, 0), (0, 6), (5.5, 6)], [(4, 3.5), (4, 9.5)]],
    "5": [[(1, 1), (0.5, 4), (3, 3.5), (5, 6), (3, 9), (0, 8.5)], [(1.5, 0), (5, 0)]],
    "6": [[(4, 0), (1, 3), (0, 6), (1, 8.5), (3, 9), (5, 8), (5, 6), (3, 5), (0.5, 6)]],
    "7": [[(0, 0), (5, 0), (2, 9)], [(1, 4.5), (5, 4.5)]],
    "8": [[(3, 0), (1, 2), (3, 4), (5, 2), (3, 0)], [(3, 4), (0.5, 6.5), (3, 9), (5.5, 6.5), (3, 4)]],
    "slashed 0": [[(3, 0), (0, 4), (1, 8.5), (3, 9), (6, 5), (3, 0)], [(-0.5, 10), (6.5, -1)]],
    "scribble": [[(0, 0), (5, 8), (0, 5), (6, 2), (1, 9), (4, 0), (5, 9), (0, 1), (6, 7), (2, 0), (0, 9)]],
}


def written(text: str, gap: float = 2.0, slope: float = 0.0) -> list[np.ndarray]:
    """The strokes of a number; a space is a wide gap, a point a dot at the foot."""
    strokes, x = [], 1.0
    for character in text:
        if character == " ":
            x += 6
        elif character == ".":
            strokes.append(np.array([(x, 9 + slope * x)], np.float32))
            x += gap
        else:
            shape = SHAPES[character]
            strokes += [np.array(stroke, np.float32) + np.array((x, slope * x), np.float32) for stroke in shape]
            x += max(px for stroke in shape for px, _ in stroke) + gap
    return strokes


@pytest.fixture(scope="module")
def finder() -> DigitFinder:
    weights = load_weights(default_weights())
    return DigitFinder(Recognizer(weights.spec, weights.params))


@pytest.mark.parametrize(
    ("text", "gap", "slope"),
    [
        ("42", 2.0, 0.0),
        ("2026", 1.0, 0.0),
        ("2026", 2.0, 0.25),
        ("11", 4.0, 0.0),
        ("1 1", 4.0, 0.0),
        ("00", 0.0, 0.0),
        ("20.6", 2.0, 0.0),
        ("7548", 1.5, 0.0),
        ("2042042042", 2.0, 0.0),
    ],
)
def test_a_number_of_strokes_is_read(finder: DigitFinder, text: str, gap: float, slope: float) -> None:
    strokes = written(text, gap, slope)
    found = finder.in_drawing(strokes)
    assert number_text(found) == text.replace(" ", "")
    assert 0 < number_probability(found) <= min(each.prediction.probabilities.max() for each in found)
    # Each stroke belongs to one digit; the dot to none.
    used = [i for each in found for i in each.strokes]
    assert sorted(used) == [i for i, stroke in enumerate(strokes) if len(stroke) > 1]


def test_each_digit_has_the_width_of_the_strokes(finder: DigitFinder) -> None:
    strokes = written("42")
    for width in (2.0, 1.0, 3.0):
        first = finder.in_drawing(strokes, stroke_width=width)[0]
        alone = prepare_drawing([strokes[i] for i in first.strokes], stroke_width=width)
        np.testing.assert_array_equal(first.prediction.stages.centred, alone.centred)


@pytest.mark.parametrize("text", ["4", "5", "7", "8", "2", "1", "5."])
def test_a_single_digit_is_not_divided(finder: DigitFinder, text: str) -> None:
    assert finder.in_drawing(written(text)) == ()


@pytest.mark.parametrize("shapes", [["slashed 0"], ["scribble"], ["scribble", "scribble"]], ids=len)
def test_what_is_no_number_is_none(finder: DigitFinder, shapes: list[str]) -> None:
    strokes = [
        np.array(stroke, np.float32) + np.array((10 * k, 0)) for k, name in enumerate(shapes) for stroke in SHAPES[name]
    ]
    assert finder.in_drawing(strokes) == ()


def test_digits_on_two_lines_are_not_mixed(finder: DigitFinder) -> None:
    below = [stroke + np.array((0, 14), np.float32) for stroke in written("06")]
    assert finder.in_drawing([*written("42"), *below]) == ()
    assert drawn_on_several_lines([*written("42"), *below], sure=True)


@pytest.mark.parametrize("text", ["", "5", "8", "slashed 0", "2026", "20.6"])
def test_one_line_is_not_several(text: str) -> None:
    strokes = list(map(np.array, SHAPES[text])) if text in SHAPES else written(text)
    assert not drawn_on_several_lines(strokes, sure=False)


def test_a_sure_digit_of_two_parts_is_not_two_lines() -> None:
    rings = [stroke * 0.5 + np.array((0, 6 * k), np.float32) for k in range(2) for stroke in written("0")]
    assert drawn_on_several_lines(rings, sure=False)
    assert not drawn_on_several_lines(rings, sure=True)


def test_two_digits_above_each_other_are_two_lines() -> None:
    below = [stroke + np.array((0, 16), np.float32) for stroke in written("7")]
    assert drawn_on_several_lines([*written("2"), *below], sure=True)


def test_digits_of_two_sizes_are_a_number(finder: DigitFinder) -> None:
    small = [stroke * 0.6 + np.array((9, 5), np.float32) for stroke in written("2")]
    assert number_text(finder.in_drawing([*written("4"), *small])) == "42"


def test_more_than_twenty_digits_are_no_number(finder: DigitFinder) -> None:
    assert finder.in_drawing(written("20" * 11)) == ()


def test_an_empty_drawing_has_no_digits(finder: DigitFinder) -> None:
    assert finder.in_drawing([]) == ()
    assert finder.in_drawing([np.zeros((0, 2), np.float32)]) == ()


def test_the_places_alone_tell_that_one_digit_is_not_several() -> None:
    assert not may_be_several(written("5"))
    assert may_be_several(written("42"))


def image_of(strokes: list[np.ndarray], path: Path, width: int = 12) -> Path:
    image = Image.new("L", (640, 480), 255)
    pen = ImageDraw.Draw(image)
    for stroke in strokes:
        pen.line([(40 + 15 * x, 150 + 15 * y) for x, y in stroke.tolist()], fill=0, width=width, joint="curve")
    image.save(path)
    return path


def read(finder: DigitFinder, path: Path) -> tuple[FoundDigit, ...]:
    return finder.in_image(prepare_image(read_image(path)).ink)


@pytest.mark.parametrize(("text", "gap"), [("42", 2.0), ("10", 2.0), ("00", 0.2), ("2026", 1.5)])
def test_a_number_in_an_image_is_read(finder: DigitFinder, tmp_path: Path, text: str, gap: float) -> None:
    found = read(finder, image_of(written(text, gap), tmp_path / "number.png"))
    assert number_text(found) == text
    lefts = [each.box[0] for each in found]
    assert lefts == sorted(lefts)


def photo_of(strokes: list[np.ndarray], lines: float = 0.0) -> np.ndarray:
    """On paper in uneven light, with printed lines that take this fraction of the light."""
    scale = 24 if len(strokes) < 4 else 15
    width, height = round(scale * (max(stroke[:, 0].max() for stroke in strokes) + 5)), 340
    image = Image.new("L", (width, height))
    pen = ImageDraw.Draw(image)
    for stroke in strokes:
        points = [(4 * scale + scale * x, 60 + scale * y) for x, y in stroke.tolist()]
        pen.line(points, fill=255, width=10, joint="curve")
        if len(points) == 1:
            pen.ellipse((points[0][0] - 7, points[0][1] - 7, points[0][0] + 7, points[0][1] + 7), fill=255)
    ink = np.asarray(image, np.float32) / 255
    y, x = np.mgrid[:height, :width]
    light = (0.55 + 0.45 * x / width) * (0.85 + 0.15 * y / height) * (1 - lines * (y % 32 < 2))
    shadow = 1 - 0.3 / (1 + np.exp(-(x - 0.6 * width + 0.3 * y) / 2))
    noise = np.random.default_rng(0).normal(0, 0.01, ink.shape)
    return np.clip(light * shadow * (0.9 - 0.75 * ink) + noise, 0, 1).astype(np.float32)


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("42", 2.0),
        ("42", 5.0),
        ("2026", 1.0),
        ("2026", 6.0),
        ("1 1", 0.0),
        ("20.6", 2.0),
        ("6 4 8", 0.0),
        ("754826", 3),
    ],
)
@pytest.mark.parametrize("lines", [0.0, 0.15], ids=["plain", "ruled"])
def test_a_number_on_a_photo_is_read_whole(finder: DigitFinder, text: str, gap: float, lines: float) -> None:
    found = finder.in_image(prepare_image(photo_of(written(text, gap), lines)).ink)
    assert number_text(found) == text.replace(" ", "")


def test_digits_on_two_lines_of_a_photo_are_not_read_as_one_line(finder: DigitFinder) -> None:
    strokes = [stroke * 0.6 for stroke in written("42")]
    grey = photo_of([*strokes, *(stroke + np.array((0, 9), np.float32) for stroke in strokes)])
    ink = prepare_image(grey).ink
    assert finder.in_image(ink) == ()
    assert unread_cause(grey, ink, sure=False) is Cause.LINES


@pytest.mark.parametrize("text", ["4", "5", "8", "2"])
def test_a_single_digit_in_an_image_is_not_divided(finder: DigitFinder, tmp_path: Path, text: str) -> None:
    assert read(finder, image_of(written(text), tmp_path / "digit.png")) == ()
