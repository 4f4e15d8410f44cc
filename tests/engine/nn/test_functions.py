"""Softmax and one-hot labels as the fast engine computes them. The book's forms are tested with engine.book."""

import numpy as np
import pytest

from engine.nn.functions import one_hot, softmax


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_softmax_of_large_numbers(dtype: type[np.floating]) -> None:
    y = softmax(np.array([[1010.0, 1000.0, 990.0], [-1000, 0, 1000]], dtype))
    np.testing.assert_allclose(y, [[9.99954600e-01, 4.53978686e-05, 2.06106005e-09], [0, 0, 1]], rtol=1e-6)
    assert y.dtype == dtype


def test_softmax_of_no_inputs() -> None:
    assert softmax(np.zeros((0, 10))).shape == (0, 10)


def test_one_hot() -> None:
    t = one_hot(np.array([2, 0]), 3)
    np.testing.assert_array_equal(t, [[0, 0, 1], [1, 0, 0]])
    assert t.dtype == np.float32
