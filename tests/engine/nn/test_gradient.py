"""Gradients by measuring: the book's figures, and a check that lets no wrong gradient through."""

import numpy as np
import pytest

from engine.gradient import gradient_check, gradient_descent, numerical_gradient, relative_error
from engine.nn.initializers import Init
from engine.nn.layers import Sigmoid
from engine.nn.network import Network, NetworkSpec

T = np.array([3, 8])


def bowl(x: np.ndarray) -> float:
    """The book's example: x0^2 + x1^2, whose gradient is (2 x0, 2 x1)."""
    return float(x[0] ** 2 + x[1] ** 2)


def checked(spec: NetworkSpec) -> dict[str, float]:
    """The gradient check of a network in which no ReLU stands at its bend, where there is no gradient."""
    rng = np.random.default_rng(5)
    network = Network(spec, len(T), np.float64)
    network.initialize(rng)
    for name, array in network.params.items():
        if name.startswith("b"):
            array[...] = rng.uniform(0.1, 0.5, array.shape)
    return gradient_check(network, rng.random((len(T), 784)), T)


@pytest.mark.parametrize(("at", "gradient"), [((3, 4), (6, 8)), ((0, 2), (0, 4)), ((3, 0), (6, 0))])
def test_the_books_numerical_gradients(at: tuple[float, float], gradient: tuple[float, float]) -> None:
    x = np.array(at, np.float64)
    np.testing.assert_allclose(numerical_gradient(bowl, x), gradient, atol=1e-9)
    np.testing.assert_array_equal(x, at)


def test_a_numerical_gradient_has_the_shape_of_its_argument() -> None:
    x = np.arange(6.0).reshape(1, 2, 3)
    np.testing.assert_allclose(numerical_gradient(lambda x: float((x**3).sum()), x), 3 * x**2, atol=1e-7)


def test_whole_numbers_have_no_numerical_gradient() -> None:
    # 3 + 0.0001 would be 3 again, and every gradient 0.
    with pytest.raises(ValueError, match="floating point"):
        numerical_gradient(bowl, np.array([3, 4]))


def test_the_books_gradient_descent() -> None:
    start = np.array([-3.0, 4.0])
    x, history = gradient_descent(bowl, start, lr=0.1, step_num=100)
    np.testing.assert_allclose(x, [-6.11110793e-10, 8.14814391e-10], rtol=1e-6)
    assert history.shape == (101, 2)
    np.testing.assert_array_equal(history[[0, -1]], [start, x])
    # Each step takes away a tenth of twice the way to 0.
    np.testing.assert_allclose(history[1], [-2.4, 3.2])
    np.testing.assert_array_equal(start, [-3, 4])


def test_gradient_descent_with_the_books_wrong_learning_rates() -> None:
    too_large, _ = gradient_descent(bowl, np.array([-3.0, 4.0]), lr=10.0, step_num=100)
    assert np.abs(too_large).min() > 1e12  # the book: [-2.6e13, -1.3e12]
    too_small, _ = gradient_descent(bowl, np.array([-3.0, 4.0]), lr=1e-10, step_num=100)
    np.testing.assert_allclose(too_small, [-2.99999994, 3.99999992], rtol=1e-9)


def test_gradient_descent_from_whole_numbers() -> None:
    x, _ = gradient_descent(bowl, np.array([-3, 4]), lr=0.1)
    np.testing.assert_allclose(x, 0, atol=1e-8)


def test_relative_error() -> None:
    a = np.array([3.0, 4.0])
    assert relative_error(a, a) == relative_error(0 * a, 0 * a) == 0
    assert relative_error(a, -a) == relative_error(a, 0 * a) == 1
    assert relative_error(a, 1.1 * a) == pytest.approx(0.5 / 10.5)


# Every depth with every activation, every activation with every initialisation. Of weights around the book's 0.01 so
# little comes through three layers that a measured gradient is all rounding: "std" is 0.1 here.
@pytest.mark.parametrize(
    ("hidden", "activation", "init"),
    [
        ((), "relu", "he"),
        ((2,), "relu", "he"),
        ((2,), "sigmoid", "std"),
        ((2, 4), "relu", "xavier"),
        ((2, 4), "sigmoid", "he"),
        ((2, 4, 3), "relu", "std"),
        ((2, 4, 3), "sigmoid", "xavier"),
    ],
)
def test_backpropagation_through_one_to_four_layers(hidden: tuple[int, ...], activation: str, init: Init) -> None:
    errors = checked(NetworkSpec.mlp(hidden, activation, init, std=0.1))
    assert set(errors) == {"x"} | {f"{name}{i + 1}" for name in "Wb" for i in range(len(hidden) + 1)}
    assert max(errors.values()) < 1e-6


def test_the_check_catches_a_wrong_derivative(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_the_second_factor(self: Sigmoid, dout: np.ndarray, input_gradient: bool = True) -> np.ndarray:
        return dout * self._y.of(len(dout))

    monkeypatch.setattr(Sigmoid, "backward", without_the_second_factor)
    errors = checked(NetworkSpec.mlp((2,), "sigmoid", "xavier"))
    for name in ("W1", "b1", "x"):
        assert errors[name] > 0.01
    for name in ("W2", "b2"):  # what lies behind the fault is right
        assert errors[name] < 1e-6


@pytest.mark.parametrize(("network_type", "x_type"), [(np.float32, np.float64), (np.float64, np.float32)])
def test_float32_is_refused(network_type: type[np.floating], x_type: type[np.floating]) -> None:
    network = Network(NetworkSpec.mlp((2,)), dtype=network_type)
    with pytest.raises(ValueError, match="float64"):
        gradient_check(network, np.zeros((2, 784), x_type), T)
