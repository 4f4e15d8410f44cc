"""The formulas: the book's own numbers, safety at the extremes, and every derivative against a measured one."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.gradient import numerical_gradient
from engine.nn import functions
from engine.nn.functions import cross_entropy_error, mean_squared_error, one_hot, sigmoid, softmax, step

FLOATS = [np.float32, np.float64]

# The book's answer to a picture of a 2 (chapter 4): sure enough of it, and the same one with 7 instead.
SAYS_2 = np.array([0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0])
SAYS_7 = np.array([0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0])
IS_2 = np.array([0, 0, 1, 0, 0, 0, 0, 0, 0, 0])


@pytest.mark.parametrize("dtype", FLOATS)
def test_sigmoid_does_not_overflow(dtype: type[np.floating]) -> None:
    y = sigmoid(np.array([-np.inf, -1000, -1, 0, 2, 1000, np.inf], dtype))
    np.testing.assert_allclose(y, [0, 0, 0.26894142, 0.5, 0.88079708, 1, 1], rtol=1e-6)
    assert y.dtype == dtype


def test_step_and_relu_bend_at_zero() -> None:
    x = np.array([-2.0, 0.0, 3.0])
    np.testing.assert_array_equal(step(x), [0, 0, 1])
    np.testing.assert_array_equal(functions.relu(x), [0, 0, 3])
    np.testing.assert_array_equal(functions.identity(x), x)


def test_softmax_of_the_books_large_numbers() -> None:
    y = softmax(np.array([1010.0, 1000.0, 990.0]))
    np.testing.assert_allclose(y, [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=1e-8)


def test_softmax_of_a_batch_is_that_of_each_row() -> None:
    a = np.array([[0.3, 2.9, 4.0], [-1000, 0, 1000], [5, 5, 5]])
    y = softmax(a)
    np.testing.assert_allclose(y[0], [0.01821127, 0.24519181, 0.73659691], rtol=1e-6)  # the book's
    np.testing.assert_array_equal(y, [softmax(row) for row in a])
    np.testing.assert_allclose(y.sum(axis=1), 1)
    assert softmax(np.zeros((0, 10))).shape == (0, 10)


def test_the_books_mean_squared_errors() -> None:
    assert mean_squared_error(SAYS_2, IS_2) == pytest.approx(0.0975)
    assert mean_squared_error(SAYS_7, IS_2) == pytest.approx(0.5975)


def test_the_books_cross_entropies() -> None:
    assert cross_entropy_error(SAYS_2, IS_2) == pytest.approx(0.510825457099338)
    assert cross_entropy_error(SAYS_7, IS_2) == pytest.approx(2.302584092994546)


@pytest.mark.parametrize("error", [mean_squared_error, cross_entropy_error])
def test_a_label_is_worth_its_one_hot_row_and_a_batch_the_mean_of_its_rows(error: Callable[..., float]) -> None:
    one, other = error(SAYS_2, IS_2), error(SAYS_7, IS_2)
    assert error(SAYS_2, np.array(2)) == one
    batch = np.array([SAYS_2, SAYS_7])
    assert error(batch, np.array([2, 2])) == error(batch, np.array([IS_2, IS_2])) == pytest.approx((one + other) / 2)
    assert error(batch, np.array([2, 7])) == pytest.approx(one if error is cross_entropy_error else 0.0975)


@pytest.mark.parametrize("t", [np.array([2, 2, 2]), np.array([2.0, 7.0]), np.eye(10), np.full((10, 2), 1)])
def test_targets_that_do_not_fit_are_refused(t: np.ndarray) -> None:
    with pytest.raises(ValueError, match="do not fit outputs of shape"):
        mean_squared_error(np.array([SAYS_2, SAYS_7]), t)


def test_one_hot() -> None:
    np.testing.assert_array_equal(one_hot(np.array([2, 0]), 3), [[0, 0, 1], [1, 0, 0]])


@pytest.mark.parametrize("name", ["sigmoid", "relu", "identity", "step"])
def test_the_derivative_of_an_activation_is_the_measured_one(name: str) -> None:
    f = getattr(functions, name)
    derivative = functions.__dict__.get(f"{name}_grad", np.zeros_like)  # the step's is 0
    x = np.array([[-3.0, -0.7, 0.1], [0.5, 2.0, 8.0]])
    measured = numerical_gradient(lambda x: float(f(x).sum()), x)
    np.testing.assert_allclose(derivative(x), measured, rtol=1e-6, atol=1e-9)


def test_where_relu_has_no_derivative_it_is_taken_as_0() -> None:
    assert functions.relu_grad(np.zeros(1)) == 0


def test_the_jacobian_of_softmax_is_the_measured_one() -> None:
    a = np.array([[0.3, 2.9, 4.0], [1.0, -1.0, 0.0]])
    jacobian = functions.softmax_grad(a)
    for row in range(2):
        np.testing.assert_allclose(functions.softmax_grad(a[row]), jacobian[row])
        for k in range(3):
            measured = numerical_gradient(lambda x, k=k: float(softmax(x)[k]), a[row])
            np.testing.assert_allclose(jacobian[row, k], measured, atol=1e-8)


@pytest.mark.parametrize("name", ["mean_squared_error", "cross_entropy_error"])
@pytest.mark.parametrize(
    ("y", "t"),
    [
        (SAYS_2 + 0.01, np.array(2)),
        (SAYS_2 + 0.01, IS_2),
        (np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2]]), np.array([2, 0])),
        (np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2]]), np.array([[0, 0.5, 0.5], [1, 0, 0]])),
    ],
)
def test_the_derivative_of_an_error_is_the_measured_one(name: str, y: np.ndarray, t: np.ndarray) -> None:
    error, derivative = getattr(functions, name), getattr(functions, f"{name}_grad")
    measured = numerical_gradient(lambda y: error(y, t), y.copy(), h=1e-6)
    np.testing.assert_allclose(derivative(y, t), measured, rtol=1e-6, atol=1e-8)


def test_the_cross_entropy_of_a_wrong_certainty_is_finite() -> None:
    assert cross_entropy_error(np.array([1.0, 0.0]), np.array(1)) == pytest.approx(-np.log(1e-7))


@pytest.mark.parametrize(
    "f", [step, sigmoid, softmax, *(getattr(functions, name) for name in ("relu", "identity", "softmax_grad"))]
)
def test_float32_stays_float32(f: Callable[[np.ndarray], np.ndarray]) -> None:
    assert f(np.ones((2, 3), np.float32)).dtype == np.float32


def test_the_gradients_of_float32_are_float32() -> None:
    x, t = np.full((2, 3), 0.5, np.float32), np.array([2, 0])
    for name in ("sigmoid_grad", "relu_grad", "identity_grad"):
        assert getattr(functions, name)(x).dtype == np.float32
    for name in ("mean_squared_error_grad", "cross_entropy_error_grad"):
        assert getattr(functions, name)(x, t).dtype == np.float32
    assert one_hot(t).dtype == np.float32
