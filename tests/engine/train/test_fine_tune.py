"""Fine-tuning on one person's drawings: the training set, and that the network does not forget other digits."""

import dataclasses

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.pen_strokes import PenDigits, pen_dataset
from engine.data.synthetic.digits import synthetic_digits, synthetic_drawing
from engine.errors import DataError
from engine.evaluate.metrics import accuracy
from engine.ink.strokes import Stroke
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.train import fine_tune
from engine.train.fine_tune import FINE_TUNING, IMAGES_PER_DIGIT, fine_tuning_set, known_digits
from engine.train.trainer import TrainConfig, Trainer


def drawings(labels: list[int], seed: int = 0) -> PenDigits:
    rng = np.random.default_rng(seed)
    made = [synthetic_drawing(label, rng) for label in labels]
    return PenDigits(made, np.array(labels, np.uint8), [""] * len(made), [""] * len(made))


@pytest.fixture(scope="module")
def known() -> Dataset:
    return synthetic_digits(7000, seed=3)


def test_every_digit_is_equally_frequent(known: Dataset) -> None:
    made = fine_tuning_set(drawings([7] * 40 + [1] * 2 + [0] * 350), known)
    assert np.bincount(made.labels).tolist() == [IMAGES_PER_DIGIT] * 10


def test_at_most_half_of_the_images_are_the_users(known: Dataset, monkeypatch) -> None:
    # The user's images are black here, unlike all others.
    monkeypatch.setattr(fine_tune, "pen_dataset", lambda pen, *rest: black(pen))
    made = fine_tuning_set(drawings([7] * 40 + [1] * 2 + [0] * 350), known)
    own = np.bincount(made.labels[~made.images.any(axis=(1, 2))], minlength=10)
    assert own.tolist() == [300, 120, 0, 0, 0, 0, 0, 280, 0, 0]


def black(pen: PenDigits) -> Dataset:
    return Dataset(np.zeros((len(pen), 28, 28), np.uint8), pen.labels)


def test_the_copies_of_a_drawing_differ_and_are_reproducible(known: Dataset) -> None:
    made, again = (fine_tuning_set(drawings([3]), known) for _ in range(2))
    np.testing.assert_array_equal(made.images, again.images)
    copies = made.images[:60].reshape(60, -1)
    assert len(np.unique(copies, axis=0)) == 60


def test_a_digit_with_few_known_images_has_fewer(known: Dataset) -> None:
    few = known.subset(np.flatnonzero(known.labels < 5)[:1000])
    made = np.bincount(fine_tuning_set(drawings([3]), few).labels, minlength=10)
    assert made[3] > made[2] > made[6] == 0


def test_without_mnist_synthetic_digits_are_mixed_in(monkeypatch) -> None:
    def missing(folder: object) -> None:
        raise DataError("There is no MNIST.")

    reported: list[tuple[int, int]] = []
    monkeypatch.setattr(fine_tune, "load_mnist_datasets", missing)
    monkeypatch.setattr(fine_tune, "IMAGES_PER_DIGIT", 20)
    monkeypatch.setattr(fine_tune, "_TEST_IMAGES", 50)
    train, test = known_digits(lambda done, total: reported.append((done, total)))
    assert np.bincount(train.labels).tolist() == [20] * 10
    assert len(test) == 50
    assert reported[-1] == (50, 50)
    # The test set has no image that the shipped networks were trained on.
    trained_on = {image.tobytes() for image in synthetic_digits(1000, seed=0).images}
    assert not trained_on & {image.tobytes() for image in test.images}


def test_mnists_test_digits_are_from_all_over_the_set(monkeypatch) -> None:
    images = np.zeros((10_000, 28, 28), np.uint8)
    images[:, 0, 0], images[:, 0, 1] = np.arange(10_000) % 256, np.arange(10_000) // 256
    whole = Dataset(images, np.zeros(10_000, np.uint8), "MNIST test set")
    monkeypatch.setattr(fine_tune, "load_mnist_datasets", lambda folder: (whole, whole))
    _, test = known_digits()
    assert len(test) == 2000
    np.testing.assert_array_equal(test.images, images[::5])


def odd_zero(rng: np.random.Generator) -> list[Stroke]:
    """A 0 in an unusual form: with two long strokes through it."""
    turn = np.linspace(0, 2 * np.pi, 30)
    wide, high, lean = rng.uniform(4, 6), rng.uniform(5, 7), rng.uniform(3, 6)
    ring = np.column_stack((14 + wide * np.sin(turn), 14 - high * np.cos(turn)))
    across = np.array([(14 + lean, 14 - high - 4), (14 - lean, 14 + high + 4)])
    back = across * [-1, 1] + [28, 0]
    return [ring.astype(np.float32), across.astype(np.float32), back.astype(np.float32)]


@pytest.fixture(scope="module")
def pretrained(known: Dataset) -> Network:
    """A small network trained on synthetic digits."""
    config = TrainConfig(lr=0.1, epochs=6, schedule="cosine", evaluation_samples=1)
    trainer = Trainer(NetworkSpec.mlp((40,), "relu"), config, known)
    for _ in trainer.run():
        pass
    return trainer.network


def test_fine_tuning_learns_the_handwriting_and_forgets_little(known: Dataset, pretrained: Network) -> None:
    rng = np.random.default_rng(5)
    mine = [odd_zero(rng) for _ in range(30)]
    pen = PenDigits(mine, np.zeros(30, np.uint8), [""] * 30, [""] * 30)
    drawn, held_out = pen.subset(range(5)), pen_dataset(pen.subset(range(5, 30)), "mine")
    others = synthetic_digits(1000, seed=4)
    before = [accuracy(pretrained, data) for data in (held_out, others)]
    # A small network takes larger steps than the shipped one.
    config = dataclasses.replace(FINE_TUNING, lr=0.02)
    trainer = Trainer(pretrained.spec, config, fine_tuning_set(drawn, known), initial=pretrained.snapshot())
    for _ in trainer.run():
        pass
    after = [accuracy(trainer.network, data) for data in (held_out, others)]
    assert before[0] <= 0.2
    assert after[0] >= 0.8
    assert after[1] >= before[1] - 0.01
