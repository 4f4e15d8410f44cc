"""A dataset is looked at before anything learns from it: how its images are stored, and whether its labels fit."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.orientation import AS_IS, BOTH, INVERT, TRANSPOSE, WAYS, difference, turned
from engine.data.synthetic.digits import synthetic_digits
from engine.data.synthetic.non_digits import non_digits
from engine.evaluate.data_check import Read, check_data, shipped_network
from engine.types import FloatArray

RNG = np.random.default_rng(19)


@pytest.fixture(scope="module")
def digits() -> Dataset:
    """60 images: more would take longer, and the network is sure of these."""
    return synthetic_digits(60, 4242)


@pytest.fixture(scope="module")
def read() -> Read:
    """The shipped network, which reads an image that several tests have once."""
    network, known = shipped_network(), dict[bytes, FloatArray]()

    def cached(x: FloatArray) -> FloatArray:
        new = [image for image in x if image.tobytes() not in known]
        if new:
            known.update(zip((image.tobytes() for image in new), network(np.stack(new)).copy(), strict=True))
        return np.stack([known[image.tobytes()] for image in x])

    return cached


def stored(dataset: Dataset, way: str, labels: object = None) -> Dataset:
    """The images stored in one of the four ways, maybe with other labels."""
    return Dataset(turned(dataset.images, way), np.asarray(dataset.labels if labels is None else labels, np.uint8))


@pytest.mark.parametrize("way", WAYS)
def test_each_way_to_store_the_images_is_found(digits: Dataset, read: Read, way: str) -> None:
    check = check_data(stored(digits, way), read=read)
    assert check.better == ("" if way == AS_IS else way)
    assert check.by_labels
    assert check.count(check.better or AS_IS) >= 55
    assert check.fits_as_used == (way == AS_IS)
    assert check.faults == ()
    # Read that way, nothing is said of them.
    again = check_data(stored(digits, AS_IS), way, read)
    assert again.better == ""
    assert again.fits_as_used


@pytest.mark.parametrize("way", WAYS)
def test_upright_images_that_were_turned_are_noticed(digits: Dataset, read: Read, way: str) -> None:
    check = check_data(stored(digits, way), way, read)
    assert check.better == ("" if way == AS_IS else AS_IS)


@pytest.mark.parametrize("labels", ["shuffled", "exchanged", "one too large", "all 7"])
@pytest.mark.parametrize("way", [AS_IS, TRANSPOSE])
def test_wrong_labels_do_not_mislead(digits: Dataset, read: Read, way: str, labels: str) -> None:
    wrong, sentence = {
        "shuffled": (np.random.default_rng(1).permutation(digits.labels), "in another order than the images"),
        "exchanged": (np.array([4, 2, 1, 5, 0, 9, 3, 8, 7, 6])[digits.labels], "Labels were exchanged"),
        "one too large": ((digits.labels + 1) % 10, "Most labels are 1 too large"),
        "all 7": (np.full(len(digits), 7), "The images show several digits"),
    }[labels]
    check = check_data(stored(digits, way, wrong), read=read)
    assert check.better == ("" if way == AS_IS else way)
    assert not check.by_labels
    assert check.faults[-1].startswith("The labels do not fit the images: of 60 images that were checked")
    assert sentence in check.faults[-1]


@pytest.mark.parametrize("digit", [0, 1, 8])
def test_one_digit_alone_is_said(digits: Dataset, read: Read, digit: int) -> None:
    images = synthetic_digits(150, 11)
    alone = images.subset(np.flatnonzero(images.labels == digit))
    for way in WAYS:
        check = check_data(stored(alone, way), read=read)
        assert set(check.better.split("+")) - {""} <= set(way.split("+"))
        assert [fault[:12] for fault in check.faults] == [f"All {len(alone)} image"]
        assert f"have the label {digit}" in check.faults[0]
    # A transposed 0 is a 0: of that nothing is said, but of the polarity.
    if digit == 0:
        assert check_data(stored(alone, TRANSPOSE), read=read).better == ""
        assert check_data(stored(alone, INVERT), read=read).better == INVERT


def grey(images: np.ndarray) -> np.ndarray:
    return (60 + images.astype(int) * 120 // 255).astype(np.uint8)


def faint(images: np.ndarray) -> np.ndarray:
    return images // 5


def off_centre(images: np.ndarray) -> np.ndarray:
    small = images[:, ::2, ::2]
    result = np.zeros_like(images)
    result[:, 1:15, 13:27] = small
    return result


@pytest.mark.parametrize("change", [grey, faint, off_centre], ids=lambda change: change.__name__)
def test_images_unlike_those_of_mnist(digits: Dataset, read: Read, change: Callable[[np.ndarray], np.ndarray]) -> None:
    changed = Dataset(change(digits.images), digits.labels)
    for way in WAYS:
        assert check_data(stored(changed, way), read=read).better == ("" if way == AS_IS else way)


def test_what_cannot_be_told_is_left_alone(digits: Dataset, read: Read) -> None:
    labels = np.arange(60) % 10
    others = Dataset(non_digits(60, 3).images, labels.astype(np.uint8))
    noise = Dataset(RNG.integers(0, 256, (60, 28, 28), np.uint8), others.labels)
    rotated = Dataset(np.ascontiguousarray(np.rot90(digits.images, 1, (1, 2))), digits.labels)
    for dataset in (others, noise, rotated):
        check = check_data(dataset, read=read)
        assert (check.better, check.fits_as_used, check.faults) == ("", False, ())


def test_few_images_are_left_alone(digits: Dataset, read: Read) -> None:
    for count in (0, 1, 3):
        check = check_data(stored(digits.subset(slice(count)), TRANSPOSE), read=read)
        assert (check.better, check.fits, check.fits_as_used) == ("", {}, False)


def test_blank_and_equal_images_are_said(digits: Dataset, read: Read) -> None:
    half = digits.images.copy()
    half[::2] = 0
    check = check_data(Dataset(half, digits.labels), read=read)
    assert check.fits_as_used
    assert check.faults[0].startswith("30 of 60 images that were checked are blank")
    white = check_data(Dataset(np.full_like(half, 255), digits.labels), read=read)
    assert white.faults[0].startswith("All 60 images that were checked are blank")
    same = check_data(Dataset(np.repeat(digits.images[:1], 60, 0), digits.labels), read=read)
    assert same.faults[0].startswith("All 60 images are the same")


def test_images_without_a_digit_are_not_read(digits: Dataset, read: Read) -> None:
    mixed = Dataset.concatenate([digits, non_digits(40, 3)], "mixed")
    check = check_data(mixed, read=read)
    assert len(check.images) == 60
    assert check.fits_as_used


def test_the_same_images_are_read_each_time(digits: Dataset, read: Read) -> None:
    many = Dataset.concatenate([digits] * 5, "many")
    first, second = check_data(many, read=read), check_data(many, read=read)
    assert len(first.images) == 200
    np.testing.assert_array_equal(first.images, second.images)


def test_each_step_undoes_itself() -> None:
    images = RNG.integers(0, 256, (2, 28, 28), np.uint8)
    for first in WAYS:
        for second in WAYS:
            steps = difference(first, second)
            np.testing.assert_array_equal(turned(turned(images, first), steps), turned(images, second))
    assert turned(images, AS_IS) is images
    np.testing.assert_array_equal(turned(images, BOTH)[0], 255 - images[0].T)
