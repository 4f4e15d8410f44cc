"""Images as bytes, and mini-batches of them as float32."""

import numpy as np
import pytest

from engine.data.dataset import BatchReader, Dataset


@pytest.fixture
def dataset() -> Dataset:
    rng = np.random.default_rng(0)
    return Dataset(rng.integers(0, 256, (7, 28, 28), np.uint8), np.arange(7, dtype=np.uint8), "seven")


def test_pixels_are_float32_from_0_to_1() -> None:
    images = np.zeros((1, 28, 28), np.uint8)
    images[0, 0, :3] = [51, 128, 255]
    pixels = Dataset(images, np.zeros(1, np.uint8)).pixels()
    assert pixels.shape == (1, 784)
    assert pixels.dtype == np.float32
    np.testing.assert_allclose(pixels[0, :4], [0.2, 128 / 255, 1, 0], rtol=1e-6)
    assert pixels.max() == 1


def test_pixels_of_some(dataset: Dataset) -> None:
    np.testing.assert_array_equal(dataset.pixels(slice(2, 4)), dataset.pixels()[2:4])
    np.testing.assert_array_equal(dataset.pixels(np.array([5, 0])), dataset.pixels()[[5, 0]])
    assert dataset.pixels(slice(0)).shape == (0, 784)


def test_subset(dataset: Dataset) -> None:
    some = dataset.subset(np.array([6, 1]))
    assert (len(some), some.name, dataset.subset(slice(2), "two").name) == (2, "seven", "two")
    np.testing.assert_array_equal(some.labels, [6, 1])
    np.testing.assert_array_equal(some.images[1], dataset.images[1])
    assert np.shares_memory(dataset.subset(slice(2, 5)).images, dataset.images)


def test_batches_have_the_chosen_pixels_and_labels(dataset: Dataset) -> None:
    reader = BatchReader(dataset, max_batch=3)
    for indices in (np.array([6, 0, 3]), np.array([2]), np.array([1, 1]), np.array([], np.int64)):
        x, t = reader.read(indices)
        np.testing.assert_array_equal(x, dataset.pixels(indices))
        np.testing.assert_array_equal(t, dataset.labels[indices])
        assert (x.dtype, t.dtype) == (np.float32, np.uint8)


def test_batches_share_their_buffers(dataset: Dataset) -> None:
    reader = BatchReader(dataset, max_batch=3)
    (x, t), (short_x, short_t) = reader.read(np.array([6, 0, 3])), reader.read(np.array([2]))
    assert np.shares_memory(x, short_x)
    assert np.shares_memory(t, short_t)


def test_a_dataset_may_be_empty() -> None:
    empty = Dataset(np.empty((0, 28, 28), np.uint8), np.empty(0, np.uint8))
    assert len(empty) == 0
    assert empty.pixels().shape == (0, 784)
    assert BatchReader(empty, 5).read(np.array([], np.int64))[0].shape == (0, 784)


@pytest.mark.parametrize(
    ("images", "labels", "reason"),
    [
        (np.zeros((2, 784), np.uint8), np.zeros(2, np.uint8), "images must be"),
        (np.zeros((2, 28, 27), np.uint8), np.zeros(2, np.uint8), "images must be"),
        (np.zeros((2, 28, 28), np.float32), np.zeros(2, np.uint8), "images must be"),
        (np.zeros((2, 28, 28), np.uint8), np.zeros(3, np.uint8), "labels must be"),
        (np.zeros((2, 28, 28), np.uint8), np.zeros((2, 10), np.uint8), "labels must be"),
        (np.zeros((2, 28, 28), np.uint8), np.zeros(2, np.int64), "labels must be"),
        (np.zeros((2, 28, 28), np.uint8), np.array([0, 11], np.uint8), "labels must be 0 to 9 or NO_DIGIT, not 11"),
    ],
)
def test_invalid_arrays_are_refused(images: np.ndarray, labels: np.ndarray, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Dataset(images, labels)
