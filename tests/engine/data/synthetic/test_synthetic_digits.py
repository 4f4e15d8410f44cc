"""The synthetic digits: the same for the same seed, and suitable for training."""

import hashlib

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.synthetic.digits import synthetic_digits, synthetic_drawing
from engine.data.synthetic.handwriting import choose_styles, load_styles
from engine.evaluate.metrics import accuracy
from engine.ink.preprocess import BOX, centre_drawings
from engine.ink.strokes import Drawing
from engine.nn.network_spec import NetworkSpec
from engine.train.trainer import Finished, TrainConfig, Trainer
from engine.types import CANVAS, CLASSES


@pytest.fixture(scope="module")
def some() -> Dataset:
    return synthetic_digits(2345, seed=3)


def drawings(n: int) -> list[tuple[int, Drawing]]:
    rng = np.random.default_rng(0)
    return [(i % CLASSES, synthetic_drawing(i % CLASSES, rng)) for i in range(n)]


def test_same_seed_same_set(some: Dataset) -> None:
    again = synthetic_digits(2345, seed=3)
    assert again.images.tobytes() == some.images.tobytes()
    assert again.labels.tobytes() == some.labels.tobytes()


def test_other_seed_other_set(some: Dataset) -> None:
    other = synthetic_digits(2345, seed=4)
    assert (other.labels != some.labels).any()
    assert (other.images != some.images).any()
    # No image is in both.
    assert not {image.tobytes() for image in other.images} & {image.tobytes() for image in some.images}


def test_the_global_random_state_is_not_used() -> None:
    np.random.seed(1)  # noqa: NPY002
    first = synthetic_digits(50, seed=7)
    np.random.seed(2)  # noqa: NPY002
    before = np.random.get_state()[1].tolist()  # noqa: NPY002
    second = synthetic_digits(50, seed=7)
    assert (first.images == second.images).all()
    assert np.random.get_state()[1].tolist() == before  # noqa: NPY002


def test_shapes_types_and_ranges(some: Dataset) -> None:
    assert some.images.shape == (2345, CANVAS, CANVAS)
    assert some.images.dtype == np.uint8
    assert some.labels.shape == (2345,)
    assert some.labels.dtype == np.uint8
    assert set(some.labels.tolist()) == set(range(CLASSES))
    assert some.name
    # Each has solid ink on empty ground.
    assert (some.images.max(axis=(1, 2)) > 200).all()
    assert (some.images == 0).mean() > 0.6


def test_fitted_and_centred_like_the_canvas(some: Dataset) -> None:
    inked = some.images > 0
    height, width = inked.any(axis=2).sum(axis=1), inked.any(axis=1).sum(axis=1)
    longer = np.maximum(height, width)
    # BOX pixels of ink, and a part of one at each end.
    assert longer.min() >= BOX - 2
    assert longer.max() <= BOX + 2
    mass = some.images.sum(axis=(1, 2), dtype=np.float64)
    places = np.arange(CANVAS) + 0.5
    x = some.images.sum(axis=1) @ places / mass
    y = some.images.sum(axis=2) @ places / mass
    # MNIST's centre of mass, except for a few whose ink would cross the edge.
    for away in (np.abs(x - 14.5), np.abs(y - 14.5)):
        assert np.quantile(away, 0.99) < 0.3
        assert away.max() < 1


@pytest.mark.parametrize("n", [0, 1, 9, 10, 1003])
def test_classes_are_balanced(n: int) -> None:
    digits = synthetic_digits(n)
    counts = np.bincount(digits.labels, minlength=CLASSES)
    assert len(digits) == n
    assert counts.max() - counts.min() <= 1


def test_shuffled(some: Dataset) -> None:
    # Of ten parts, each holds all digits, and not in order.
    for part in np.array_split(some.labels, 10):
        assert np.bincount(part, minlength=CLASSES).min() > 5
        assert (np.diff(part.astype(int)) < 0).sum() > len(part) / 4


def test_stroke_width_varies(some: Dataset) -> None:
    ones = some.images[some.labels == 1]
    ink = ones.sum(axis=(1, 2), dtype=np.float64) / 255
    low, high = np.percentile(ink, [5, 95])
    assert high > 1.5 * low


def test_drawings_are_within_the_canvas() -> None:
    for _, drawing in drawings(300):
        assert drawing
        for stroke in drawing:
            assert stroke.dtype == np.float32
            assert stroke.ndim == 2
            assert stroke.shape[1] == 2
            assert len(stroke) >= 2
            assert np.isfinite(stroke).all()
            assert stroke.min() >= 0
            assert stroke.max() <= CANVAS


def test_drawings_have_many_positions_and_sizes() -> None:
    points = [np.concatenate(drawing) for _, drawing in drawings(300)]
    size = np.array([np.ptp(p, axis=0).max() for p in points])
    assert size.min() < 0.45 * CANVAS
    assert size.max() > 0.8 * CANVAS
    middle = np.array([(p.min(axis=0) + p.max(axis=0)) / 2 for p in points])
    assert (np.ptp(middle, axis=0) > CANVAS / 3).all()


def test_every_digit_makes_ink() -> None:
    images = centre_drawings([drawing for _, drawing in drawings(200)])
    assert (images.sum(axis=(1, 2)) > 15).all()


@pytest.mark.parametrize("digit", [-1, 10])
def test_no_such_digit(digit: int) -> None:
    with pytest.raises(ValueError, match="0 to 9"):
        synthetic_drawing(digit, np.random.default_rng(0))


def test_drawing_depends_on_the_generator_alone() -> None:
    one, two = (synthetic_drawing(8, np.random.default_rng(5)) for _ in range(2))
    assert all(a.tobytes() == b.tobytes() for a, b in zip(one, two, strict=True))


def test_every_digit_has_styles_with_proper_strokes() -> None:
    """That the examples of a style have the same points and corners is checked by ``load_styles``."""
    styles = load_styles("digit_shapes.txt")
    assert list(styles) == [str(digit) for digit in range(CLASSES)]
    for style in (style for of_digit in styles.values() for style in of_digit):
        assert 0 < style.weight <= style.training_weight
        for line in style.lines:
            assert line.examples.shape[1] >= 2
            assert (np.diff(line.examples, axis=1) != 0).any(axis=2).all()


def test_styles_that_are_rare_among_all_people_are_frequent_in_the_shipped_networks_training_set() -> None:
    for digit, styles in load_styles("digit_shapes.txt").items():
        rare = np.array([style.training_weight > style.weight for style in styles])
        usual, trained = (
            rare[choose_styles(styles, 5000, np.random.default_rng(0), training)].mean() for training in (False, True)
        )
        assert usual <= 0.2, digit
        assert trained >= 0.1 or not rare.any(), digit
        assert trained >= 1.5 * usual or not rare.any(), digit
    plain, training = synthetic_digits(200, 5), synthetic_digits(200, 5, training=True)
    assert (plain.labels == training.labels).all()
    assert (plain.images != training.images).any()


def test_the_shapes_are_those_that_the_shipped_weights_were_trained_on() -> None:
    shapes = hashlib.sha256()
    for styles in load_styles("digit_shapes.txt").values():
        for style in styles:
            for line in style.lines:
                shapes.update(np.rint(line.examples * 100).astype("<i2").tobytes())
    assert shapes.hexdigest()[:16] == "234e5303ead36daa"


def test_progress() -> None:
    reported: list[tuple[int, int]] = []
    synthetic_digits(2345, progress=lambda done, total: reported.append((done, total)))
    done = [d for d, _ in reported]
    assert {total for _, total in reported} == {2345}
    assert done == sorted(set(done))
    assert done[-1] == 2345
    assert len(done) >= 20


def test_cancel() -> None:
    class CancelledError(Exception):
        pass

    reported: list[int] = []

    def stop(done: int, total: int) -> None:
        reported.append(done)
        if done >= 300:
            raise CancelledError

    with pytest.raises(CancelledError):
        synthetic_digits(100_000, progress=stop)
    assert reported[-1] < 1000


def test_a_network_can_be_trained_on_them() -> None:
    """On others than it was trained on. They vary widely, so few training images are not enough for all."""
    config = TrainConfig(lr=0.1, epochs=10, schedule="cosine", evaluation_samples=100)
    trainer = Trainer(NetworkSpec.mlp((100,)), config, synthetic_digits(5000, seed=0))
    assert isinstance(list(trainer.run())[-1], Finished)
    assert accuracy(trainer.network, synthetic_digits(1000, seed=1)) > 0.8
