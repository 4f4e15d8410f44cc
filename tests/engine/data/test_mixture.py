"""The training set of the shipped network."""

import numpy as np

from engine.data.mixture import Mixture, mixed_training_set
from engine.data.pen_strokes import PenDigits, pen_dataset
from engine.data.synthetic.digits import synthetic_digits, synthetic_drawing
from engine.train.recipes import RECIPES
from engine.types import NO_DIGIT


def test_it_holds_what_the_mixture_says() -> None:
    rng = np.random.default_rng(0)
    drawings = [synthetic_drawing(digit, rng) for digit in range(10)]
    pen = PenDigits(drawings, np.arange(10, dtype=np.uint8), [""] * 10, [""] * 10)
    digits = synthetic_digits(20, 3)
    mixture = Mixture(digits=2, drawings=1, distorted=2, synthetic=30, non_digits=7)
    data = mixed_training_set(digits, pen, mixture, "all")
    assert data.name == "all"
    assert len(data) == 2 * 20 + 3 * 10 + 30 + 7
    np.testing.assert_array_equal(data.images[:20], digits.images)
    np.testing.assert_array_equal(data.images[20:40], digits.images)
    as_they_are, first, second = data.images[40:50], data.images[50:60], data.images[60:70]
    np.testing.assert_array_equal(as_they_are, pen_dataset(pen, "").images)
    assert (as_they_are != first).any(axis=(1, 2)).all()
    assert (first != second).any(axis=(1, 2)).all()
    assert data.labels[40:70].tolist() == [*range(10)] * 3
    assert np.bincount(data.labels[70:100]).tolist() == [3] * 10
    assert (data.labels[100:] == NO_DIGIT).all()
    again = mixed_training_set(digits, pen, mixture, "all")
    assert again.images.tobytes() == data.images.tobytes()


def test_the_shipped_networks_epochs_take_as_long_as_said() -> None:
    """41,328 mini-batches of 0.15 to 0.21 s on two idle cores are at most 150 minutes."""
    recipe = RECIPES["default"]
    mixture, drawings = recipe.mixture, 9_897 + 7_494
    images = mixture.digits * 60_000 + (mixture.drawings + mixture.distorted) * drawings
    images += mixture.synthetic + mixture.non_digits
    assert recipe.config.epochs * -(-images // recipe.config.batch_size) * 0.21 <= 150 * 60
