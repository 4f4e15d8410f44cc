"""Wrong labels, and a part of a training set."""

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.label_noise import with_wrong_labels
from engine.data.split import sample
from engine.types import NO_DIGIT

N = 3000
DATA = Dataset(np.random.default_rng(0).integers(0, 256, (N, 28, 28), np.uint8), (np.arange(N) % 10).astype(np.uint8))


@pytest.mark.parametrize(("fraction", "wrong"), [(0.0, 0), (0.2, 600), (1.0, N)])
def test_so_many_labels_are_those_of_another_digit(fraction: float, wrong: int) -> None:
    found = with_wrong_labels(DATA, fraction)
    assert int((found.labels != DATA.labels).sum()) == wrong
    assert found.labels.max() <= 9
    assert found.images is DATA.images
    assert found.name == DATA.name


def test_every_other_digit_is_as_likely() -> None:
    found = with_wrong_labels(DATA, 1.0)
    shifts = np.bincount((found.labels.astype(int) - DATA.labels) % 10, minlength=10)
    assert shifts[0] == 0
    assert shifts[1:].min() > 0.8 * N / 9


def test_the_same_images_are_wrong_again_and_the_given_labels_stay() -> None:
    before = DATA.labels.copy()
    np.testing.assert_array_equal(with_wrong_labels(DATA, 0.3).labels, with_wrong_labels(DATA, 0.3).labels)
    np.testing.assert_array_equal(DATA.labels, before)


def test_images_without_a_digit_get_none() -> None:
    labels = DATA.labels.copy()
    labels[::3] = NO_DIGIT
    found = with_wrong_labels(Dataset(DATA.images, labels), 1.0)
    assert (found.labels[::3] == NO_DIGIT).all()
    assert (found.labels[1::3] < NO_DIGIT).all()


def test_a_larger_sample_holds_the_smaller_ones() -> None:
    def keys(data: Dataset) -> set[bytes]:
        return {image.tobytes() for image in data.images}

    small, large = sample(DATA, 100), sample(DATA, 500)
    assert (len(small), len(large)) == (100, 500)
    assert keys(small) < keys(large) < keys(DATA)
    # In random order of the digits, not the first ones of the file.
    assert np.bincount(large.labels, minlength=10).min() > 20
    assert sample(DATA, None) is DATA
    assert sample(DATA, N + 1) is DATA
