"""Non-digits, and random distortion of pen strokes."""

import numpy as np
import pytest

from engine.data.pen_strokes import _thinned, distort_drawing
from engine.data.synthetic.digits import synthetic_drawing
from engine.data.synthetic.handwriting import load_styles
from engine.data.synthetic.non_digits import _KINDS, non_digit, non_digits
from engine.ink.preprocess import centre_drawings
from engine.types import NO_DIGIT


def test_the_same_seed_gives_the_same_images() -> None:
    some, again, others = non_digits(30, 0), non_digits(30, 0), non_digits(30, 1)
    np.testing.assert_array_equal(some.images, again.images)
    assert (some.images != others.images).any()
    assert (some.labels == NO_DIGIT).all()
    assert (some.images.max(axis=(1, 2)) > 100).all()


def test_none_at_all() -> None:
    assert len(non_digits(0, 0)) == 0


def test_train_and_test_letters_differ() -> None:
    shapes = {
        section: {style.lines[0].examples.tobytes() for style in styles}
        for section, styles in load_styles("letter_shapes.txt").items()
    }
    assert shapes.keys() == {"train", "test"}
    assert not shapes["train"] & shapes["test"]


@pytest.mark.parametrize("section", ["train", "test"])
def test_every_letter_has_two_examples(section: str) -> None:
    styles = load_styles("letter_shapes.txt")[section]
    assert len(styles) >= 12
    assert all(line.examples.shape[0] == 2 for style in styles for line in style.lines)


def test_every_kind_is_finite_ink() -> None:
    rng = np.random.default_rng(0)
    for _, make in _KINDS:
        for _ in range(20):
            strokes = make(rng)
            assert strokes
            assert all(stroke.ndim == 2 and stroke.shape[1] == 2 and np.isfinite(stroke).all() for stroke in strokes)
    assert non_digit(rng)


def drawn() -> list[list[np.ndarray]]:
    rng = np.random.default_rng(0)
    return [synthetic_drawing(digit, rng) for digit in range(10)]


def distorted(drawings: list[list[np.ndarray]], **options: float) -> list[list[np.ndarray]]:
    rng = np.random.default_rng(1)
    return [distort_drawing(drawing, rng, **options) for drawing in drawings]


def test_with_strength_0_a_drawing_is_unchanged() -> None:
    drawings = drawn()
    same = distorted(drawings, strength=0)
    np.testing.assert_allclose(centre_drawings(same, smooth=False), centre_drawings(drawings), atol=0.06)


def test_a_distorted_drawing_has_the_same_strokes() -> None:
    drawings = drawn()
    once, again = distorted(drawings), distorted(drawings)
    for drawing, first, second in zip(drawings, once, again, strict=True):
        assert len(first) == len(drawing)
        assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))
    # It differs, but the images are similar.
    before, after = centre_drawings(drawings).reshape(10, -1), centre_drawings(once, smooth=False).reshape(10, -1)
    similarities = [float(np.corrcoef(a, b)[0, 1]) for a, b in zip(before, after, strict=True)]
    assert all(0.1 < similarity < 0.99 for similarity in similarities), similarities
    assert np.mean(similarities) > 0.6


def test_empty_and_tiny_drawings_can_be_distorted() -> None:
    dot = [np.array([[3.0, 3.0]])]
    found = distorted([[], [np.empty((0, 2))], dot])
    assert [len(drawing) for drawing in found] == [0, 0, 1]
    assert np.isfinite(found[2][0]).all()


def test_a_fast_mouse_leaves_points_out_and_keeps_both_ends() -> None:
    stroke = np.column_stack((np.arange(50.0), np.arange(50.0) ** 2))
    thinned = _thinned(stroke, 4)
    assert len(thinned) == 14
    np.testing.assert_array_equal(thinned[[0, 1, -1]], stroke[[0, 4, 49]])
    assert len(_thinned(stroke[:20], 4)) == 20
