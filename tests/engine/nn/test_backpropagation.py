"""Backpropagation through whole networks equals the numerical gradient, and the check finds a wrong derivative."""

import numpy as np
import pytest
from gradient_checks import gradient_check, relative_error

from engine.nn.initializers import Init
from engine.nn.layers.activations import Sigmoid
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec

T = np.array([3, 8])


def checked(spec: NetworkSpec) -> dict[str, float]:
    """The gradient check of a network in which no ReLU has the input 0, where it has no derivative."""
    rng = np.random.default_rng(5)
    network = Network(spec, len(T), np.float64)
    network.initialize(rng)
    for name, array in network.params.items():
        if name.startswith("b"):
            array[...] = rng.uniform(0.1, 0.5, array.shape)
    return gradient_check(network, rng.random((len(T), 784)), T)


def test_relative_error() -> None:
    a = np.array([3.0, 4.0])
    assert relative_error(a, a) == relative_error(0 * a, 0 * a) == 0
    assert relative_error(a, -a) == relative_error(a, 0 * a) == 1
    assert relative_error(a, 1.1 * a) == pytest.approx(0.5 / 10.5)


# Every depth with every activation, every activation with every initialisation. "std" is 0.1: with the book's 0.01
# the signal after three layers is so small that a numerical gradient is mostly rounding error.
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
        ((2,), "tanh", "xavier"),
        ((2, 4, 3), "tanh", "he"),
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
    for name in ("W2", "b2"):  # the gradients of the layer after it are correct
        assert errors[name] < 1e-6
