"""Counts and samples of a dataset."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.dataset import Dataset
from engine.data.dataset_summary import digit_counts, sample_page


def labelled(labels: list[int]) -> Dataset:
    return Dataset(np.zeros((len(labels), 28, 28), np.uint8), np.array(labels, np.uint8))


def test_a_small_example() -> None:
    # Two 3s, three 7s, and one non-digit.
    data = labelled([7, 3, 10, 7, 3, 7])
    assert digit_counts(data).tolist() == [0, 0, 0, 2, 0, 0, 0, 3, 0, 0]
    assert [which.tolist() for which in sample_page(data, 2)] == [[], [], [], [1, 4], [], [], [], [0, 3], [], []]
    assert [len(which) for which in sample_page(data, 2, seed=0)] == [0, 0, 0, 2, 0, 0, 0, 2, 0, 0]


def test_an_empty_dataset() -> None:
    assert digit_counts(labelled([])).tolist() == [0] * 10
    assert [which.tolist() for which in sample_page(labelled([]), 5, seed=0)] == [[]] * 10


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 10), max_size=60), st.integers(0, 8), st.none() | st.integers(0, 5))
def test_a_page_has_so_many_of_each_digit(labels: list[int], each: int, seed: int | None) -> None:
    data = labelled(labels)
    page = sample_page(data, each, seed)
    assert [len(which) for which in page] == np.minimum(digit_counts(data), each).tolist()
    for digit, which in enumerate(page):
        assert (data.labels[which] == digit).all()
        assert (np.diff(which) > 0).all()


@pytest.mark.parametrize("each", [1, 5])
def test_the_seed_decides_the_sample(each: int) -> None:
    data = labelled([i % 10 for i in range(1000)])
    pages = [np.concatenate(sample_page(data, each, seed)).tolist() for seed in (0, 0, 1, None)]
    assert pages[0] == pages[1]
    assert pages[0] != pages[2]
    assert pages[3] == [10 * i + digit for digit in range(10) for i in range(each)]
