"""Chapter 4: losses, numerical gradients, gradient descent and the first network that learns."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.book import (
    cross_entropy_error,
    gradient_descent,
    mean_squared_error,
    numerical_diff,
    numerical_diff_naive,
    numerical_gradient,
    softmax,
)
from engine.book.ch04_two_layer_net import TwoLayerNet
from engine.nn.losses import SoftmaxWithLoss
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec

# The book's outputs for an image of a 2: the first is right, the second says 7.
SAYS_2 = np.array([0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0])
SAYS_7 = np.array([0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0])
IS_2 = np.array([0, 0, 1, 0, 0, 0, 0, 0, 0, 0])

both_errors = pytest.mark.parametrize("error", [mean_squared_error, cross_entropy_error])


def function_2(x: np.ndarray) -> float:
    """The book's example: x0^2 + x1^2, with the gradient (2 x0, 2 x1)."""
    return float(np.sum(x**2))


def test_the_books_errors() -> None:
    assert mean_squared_error(SAYS_2, IS_2) == pytest.approx(0.0975)
    assert mean_squared_error(SAYS_7, IS_2) == pytest.approx(0.5975)
    assert cross_entropy_error(SAYS_2, IS_2) == pytest.approx(0.510825457099338)
    assert cross_entropy_error(SAYS_7, IS_2) == pytest.approx(2.302584092994546)


@both_errors
def test_labels_equal_one_hot_rows_and_a_batch_gives_the_mean(error: Callable[..., float]) -> None:
    one, other = error(SAYS_2, IS_2), error(SAYS_7, IS_2)
    assert error(SAYS_2, 2) == error(SAYS_2, np.array(2)) == one
    batch = np.array([SAYS_2, SAYS_7])
    assert error(batch, np.array([2, 2], np.uint8)) == error(batch, np.array([IS_2, IS_2]))
    assert error(batch, np.array([2, 2])) == pytest.approx((one + other) / 2)


@both_errors
@pytest.mark.parametrize("t", [np.array([2, 2, 2]), np.array([2.0, 7.0]), np.eye(10), np.full((10, 2), 1)])
def test_targets_that_do_not_fit_are_refused(error: Callable[..., float], t: np.ndarray) -> None:
    with pytest.raises(ValueError, match="does not fit y of shape"):
        error(np.array([SAYS_2, SAYS_7]), t)


def test_the_cross_entropy_of_a_wrong_certainty_is_finite() -> None:
    assert cross_entropy_error(np.array([1.0, 0.0]), 1) == pytest.approx(-np.log(1e-7))


def test_the_cross_entropy_equals_the_fast_one() -> None:
    a, t = np.random.default_rng(0).standard_normal((4, 10)), np.array([4, 0, 9, 4])
    fast = SoftmaxWithLoss(10, 4, a.dtype).forward(a, t)
    y = softmax(a)
    # The fast layer needs no 1e-7 in its logarithm. log(y + 1e-7) is log(y) + 1e-7 / y here.
    assert cross_entropy_error(y, t) == pytest.approx(fast - np.mean(1e-7 / y[np.arange(4), t]), rel=1e-9)
    assert cross_entropy_error(y, t) == pytest.approx(fast, rel=1e-6)


def test_the_books_numerical_derivative() -> None:
    def function_1(x: float) -> float:
        return 0.01 * x**2 + 0.1 * x

    assert numerical_diff(function_1, 5) == pytest.approx(0.2, rel=1e-9)
    assert numerical_diff(function_1, 10) == pytest.approx(0.3, rel=1e-9)
    assert numerical_diff(function_1, 5, h=1.0) == pytest.approx(0.2, rel=1e-12)
    # The book's first try: h is lost in x + h.
    assert numerical_diff_naive(function_1, 5) == 0
    assert numerical_diff_naive(function_1, 5, h=1e-4) == pytest.approx(0.2 + 0.01e-4, rel=1e-9)


@pytest.mark.parametrize(("at", "gradient"), [((3, 4), (6, 8)), ((0, 2), (0, 4)), ((3, 0), (6, 0))])
def test_the_books_numerical_gradients(at: tuple[float, float], gradient: tuple[float, float]) -> None:
    x = np.array(at, np.float64)
    np.testing.assert_allclose(numerical_gradient(function_2, x), gradient, atol=1e-9)
    np.testing.assert_array_equal(x, at)


@pytest.mark.parametrize("shape", [(), (6,), (2, 3), (1, 2, 3, 1)])
def test_a_numerical_gradient_of_any_shape(shape: tuple[int, ...]) -> None:
    x = np.random.default_rng(0).standard_normal(shape)[...]
    np.testing.assert_allclose(numerical_gradient(lambda x: float((x**3).sum()), x), 3 * x**2, atol=1e-7)


def test_integers_have_no_numerical_gradient() -> None:
    with pytest.raises(ValueError, match="floating point numbers, not int64: write"):
        numerical_gradient(function_2, np.array([3, 4], np.int64))


def test_an_integer_array_keeps_no_fraction() -> None:
    x = np.array([3, 3])
    x[:] = 3 + 1e-4, 3 - 1e-4
    # A numerical gradient without the check would be (9 - 4) / 2e-4 = 25,000 in place of 6.
    np.testing.assert_array_equal(x, [3, 2])


def test_the_books_gradient_descent() -> None:
    start = np.array([-3.0, 4.0])
    x, history = gradient_descent(function_2, start, lr=0.1, step_num=100)
    np.testing.assert_allclose(x, [-6.11110793e-10, 8.14814391e-10], rtol=1e-6)
    np.testing.assert_array_equal(start, [-3, 4])
    assert history.shape == (100, 2)
    # Each step takes away a fifth: lr times the derivative 2 x.
    np.testing.assert_allclose(history[:3], [[-3, 4], [-2.4, 3.2], [-1.92, 2.56]])


def test_gradient_descent_with_the_books_wrong_learning_rates() -> None:
    too_large, _ = gradient_descent(function_2, np.array([-3.0, 4.0]), lr=10.0, step_num=100)
    assert np.abs(too_large).min() > 1e12  # the book: [-2.6e13, -1.3e12]
    too_small, _ = gradient_descent(function_2, np.array([-3.0, 4.0]), lr=1e-10, step_num=100)
    np.testing.assert_allclose(too_small, [-2.99999994, 3.99999992], rtol=1e-9)


def test_gradient_descent_from_integers() -> None:
    x, _ = gradient_descent(function_2, np.array([-3, 4]), lr=0.1)
    np.testing.assert_allclose(x, 0, atol=1e-8)


def test_the_first_network_learns_by_numerical_gradient() -> None:
    rng = np.random.default_rng(0)
    network = TwoLayerNet(input_size=2, hidden_size=4, output_size=2, weight_init_std=1, rng=rng)
    assert {key: W.shape for key, W in network.params.items()} == {"W1": (2, 4), "b1": (4,), "W2": (4, 2), "b2": (2,)}
    x, t = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])  # XOR
    for _ in range(400):
        grad = network.numerical_gradient(x, t)
        for key in ("W1", "b1", "W2", "b2"):
            network.params[key] -= 2 * grad[key]
    assert network.accuracy(x, t) == network.accuracy(x, np.eye(2)[t]) == 1
    assert network.loss(x, t) < 0.1
    np.testing.assert_allclose(network.predict(x[0]), network.predict(x)[0])
    assert network.loss(x[0], t[0]) < 0.1


def test_the_first_network_equals_the_fast_one() -> None:
    network, rng = TwoLayerNet(784, 5, 10, weight_init_std=0.1), np.random.default_rng(1)
    fast = Network(NetworkSpec.mlp((5,), "sigmoid"), dtype=np.float64)
    fast.load(network.params)
    x, t = rng.random((6, 784)), rng.integers(0, 10, 6)
    np.testing.assert_allclose(network.predict(x), fast.predict(x), rtol=1e-6)
    assert network.loss(x, t) == pytest.approx(fast.loss(x, t), rel=1e-6)
    assert network.accuracy(x, t) == np.mean(fast.predict(x).argmax(axis=1) == t)
