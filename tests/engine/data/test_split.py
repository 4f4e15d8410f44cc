"""The split: a fraction of every digit is held out, the same for the same seed, and no image is in both parts."""

import random
from hashlib import blake2b

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.dataset import Dataset
from engine.data.split import image_keys, in_both, shuffled, split


def dataset(ids: list[int], labels: list[int]) -> Dataset:
    """Images, the same for the same id (below 65,536)."""
    images = np.zeros((len(ids), 28, 28), np.uint8)
    images[:, 0, 0], images[:, 27, 27] = np.array(ids, int) // 256, np.array(ids, int) % 256
    return Dataset(images, np.array(labels, np.uint8))


def different(n: int, digits: int = 10) -> Dataset:
    return dataset(list(range(n)), [i % digits for i in range(n)])


def numbers(data: Dataset, which: np.ndarray) -> set[int]:
    images = data.images[which].astype(int)
    return set((images[:, 0, 0] * 256 + images[:, 27, 27]).tolist())


def test_a_seventh_of_each_digit() -> None:
    # 70 of each of ten digits, and seven non-digits.
    data = dataset(list(range(707)), [i % 10 for i in range(700)] + [10] * 7)
    train, held_out = split(data)
    assert np.bincount(data.labels[held_out]).tolist() == [10] * 10 + [1]
    assert sorted([*train, *held_out]) == list(range(707))


@pytest.mark.parametrize(
    ("fraction", "n", "held"), [(0.5, 9, 4), (0.2, 10, 2), (0.01, 10, 1), (0.99, 10, 9), (0.5, 2, 1)]
)
def test_other_fractions(fraction: float, n: int, held: int) -> None:
    train, held_out = split(different(n, digits=1), fraction)
    assert (len(train), len(held_out)) == (n - held, held)


@pytest.mark.parametrize("n", [0, 1])
def test_a_single_image_is_not_split_off(n: int) -> None:
    train, held_out = split(different(n))
    assert (train.tolist(), held_out.tolist()) == (list(range(n)), [])


@pytest.mark.parametrize("fraction", [0, 1, -0.5, 1.5, float("nan")])
def test_a_fraction_that_is_not_valid(fraction: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        split(different(10), fraction)


@settings(deadline=None, max_examples=40)
@given(
    ids=st.lists(st.tuples(st.integers(0, 15), st.integers(0, 2)), max_size=60),
    fraction=st.sampled_from([0.01, 1 / 7, 0.5, 0.9]),
    seed=st.integers(0, 3),
)
def test_the_same_image_is_never_in_both_parts(ids: list[tuple[int, int]], fraction: float, seed: int) -> None:
    # The same image may have any number of copies, and different labels.
    data = dataset([number for number, _ in ids], [label for _, label in ids])
    train, held_out = split(data, fraction, seed)
    assert sorted([*train, *held_out]) == list(range(len(data)))
    assert not numbers(data, train) & numbers(data, held_out)
    assert not len(in_both(data.subset(train), data.subset(held_out)))


@settings(deadline=None, max_examples=40)
@given(
    copies=st.lists(st.integers(1, 9), max_size=30),
    fraction=st.sampled_from([1 / 7, 0.5]),
    seed=st.integers(0, 3),
    order=st.randoms(use_true_random=False),
)
def test_the_size_of_the_split(copies: list[int], fraction: float, seed: int, order: random.Random) -> None:
    """``copies[i]`` copies of image i, which shows the digit i % 2, in any order."""
    ids = [i for i, n in enumerate(copies) for _ in range(n)]
    data = dataset(ids, [i % 2 for i in ids])
    train, held_out = split(data, fraction, seed)
    for digit in (0, 1):
        of_digit, held = data.labels == digit, np.count_nonzero(data.labels[held_out] == digit)
        if len(copies[digit::2]) < 2:
            assert held == 0
        else:
            fewest = min(copies[digit::2])
            assert 0 < held <= max(1, round(fraction * np.count_nonzero(of_digit)), fewest)
            assert digit in data.labels[train]
    # Their order makes no difference.
    order.shuffle(ids)
    again = dataset(ids, [i % 2 for i in ids])
    assert numbers(again, split(again, fraction, seed)[1]) == numbers(data, held_out)


def test_an_image_with_very_many_copies_is_trained_on() -> None:
    data = dataset([0] * 50 + list(range(1, 15)), [3] * 64)
    for seed in range(20):
        train, held_out = split(data, seed=seed)
        assert 0 in numbers(data, train)
        assert len(held_out) == 2  # a seventh of 15 different ones


def test_the_seed_decides() -> None:
    data = different(700)
    parts = [split(data, seed=seed) for seed in (1, 1, 2)]
    for one, same, other in zip(*parts, strict=True):
        np.testing.assert_array_equal(one, same)
        assert set(one) != set(other)


def test_in_random_order() -> None:
    # Sorted by digit, as the files of a folder are.
    data = dataset(list(range(700)), [i // 70 for i in range(700)])
    for which in split(data):
        first = data.labels[which[: len(which) // 4]]
        assert len(set(first.tolist())) > 7


def test_a_larger_set_is_split_nearly_the_same_way() -> None:
    before = different(700)
    after = dataset([*range(700), *range(1000, 1100)], [i % 10 for i in range(800)])
    held_before, held_after = (numbers(data, split(data)[1]) for data in (before, after))
    # A seventh of the hundred new ones; each of them changes at most one old one.
    assert len(held_before & held_after) > 0.75 * len(held_before)


def test_the_split_stays_the_same_in_all_versions() -> None:
    """Otherwise a network trained before an update would be tested on images that it was trained on."""
    data = different(21, digits=1)
    keys = [blake2b(bytes([*[0] * 783, i]), digest_size=8, key=b"0").digest()[::-1] for i in range(21)]
    assert image_keys(data.images).tolist() == [int(key.hex(), 16) for key in keys]
    # The three with the smallest keys.
    assert sorted(range(21), key=keys.__getitem__)[:3] == [1, 0, 11]
    assert numbers(data, split(data)[1]) == {1, 0, 11}


def test_keys_depend_only_on_the_pixels_and_the_seed() -> None:
    images = np.random.default_rng(0).integers(0, 256, (500, 28, 28), np.uint8)
    keys = image_keys(images)
    assert len(set(keys.tolist())) == 500
    np.testing.assert_array_equal(image_keys(images[::-2]), keys[::-2])
    np.testing.assert_array_equal(image_keys(np.asfortranarray(images)), keys)
    assert not set(image_keys(images, seed=1).tolist()) & set(keys.tolist())


def test_in_both() -> None:
    train, test = dataset([1, 2, 3, 3], [0] * 4), dataset([9, 3, 1, 8, 3], [1] * 5)
    assert in_both(train, test).tolist() == [1, 2, 4]
    assert in_both(train, different(0)).tolist() == []


def test_shuffled() -> None:
    indices = np.arange(10, 110)
    mixed = shuffled(indices, 3)
    assert sorted(mixed) == indices.tolist()
    assert mixed.tolist() != indices.tolist()
    np.testing.assert_array_equal(mixed, shuffled(indices, 3))
