"""Backpropagation through whole networks equals the numerical gradient, and the check finds a wrong derivative."""

import numpy as np
import pytest
from gradient_checks import gradient_check, relative_error

from engine import book
from engine.nn.initializers import Init
from engine.nn.layers import AffineSpec, ConvolutionSpec, MaxPoolingSpec, TanhSpec
from engine.nn.layers.activations import Sigmoid
from engine.nn.losses import SigmoidWithLoss
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


@pytest.mark.parametrize("outputs", [1, 2, 3])
@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
def test_backpropagation_with_any_inputs_and_classes(activation: str, outputs: int) -> None:
    points = NetworkSpec.mlp((4, 3), activation, "xavier", inputs=2, outputs=outputs)
    images = NetworkSpec((ConvolutionSpec(2), TanhSpec(), MaxPoolingSpec(), AffineSpec(outputs)), (3, 6, 4))
    for spec in (points, images):
        rng = np.random.default_rng(3)
        network = Network(spec, 5, np.float64)
        network.initialize(rng)
        x, t = rng.normal(size=(5, *spec.input_shape)), np.arange(5) % max(outputs, 2)
        assert max(gradient_check(network, x, t).values()) < 1e-6


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_network_of_two_inputs_and_classes_agrees_with_the_book(dtype: type[np.floating]) -> None:
    rng = np.random.default_rng(4)
    network = Network(NetworkSpec.mlp((3,), "sigmoid", "xavier", inputs=2, outputs=2), 6, dtype)
    network.initialize(rng)
    x, t = rng.normal(size=(6, 2)).astype(dtype), np.arange(6) % 2
    params = {name: array.astype(np.float64) for name, array in network.params.items()}
    layers = [book.Affine(params["W1"], params["b1"]), book.Sigmoid(), book.Affine(params["W2"], params["b2"])]
    out, last = x.astype(np.float64), book.SoftmaxWithLoss()
    for layer in layers:
        out = layer.forward(out)
    tolerance = 1e-6 if dtype is np.float64 else 1e-4
    assert network.gradient_step(x, t) == pytest.approx(last.forward(out, t), rel=tolerance)
    dout = last.backward()
    for layer in reversed(layers):
        dout = layer.backward(dout)
    for number, layer in ((1, layers[0]), (2, layers[2])):
        np.testing.assert_allclose(network.grads[f"W{number}"], layer.dW, rtol=tolerance, atol=1e-7)
        np.testing.assert_allclose(network.grads[f"b{number}"], layer.db, rtol=tolerance, atol=1e-7)


def test_one_output_has_the_gradients_of_two_whose_logits_differ_by_it() -> None:
    """sigmoid(a) is the second of softmax((0, a)): dL/da is the same for the two losses."""
    rng = np.random.default_rng(6)
    a, t = rng.normal(size=(7, 1)), np.arange(7) % 2
    one, two = SigmoidWithLoss(7, np.dtype(np.float64)), book.SoftmaxWithLoss()
    assert one.forward(a, t) == pytest.approx(two.forward(np.hstack([np.zeros_like(a), a]), t))
    np.testing.assert_allclose(one.backward(t)[:, 0], two.backward()[:, 1], rtol=1e-6)


def test_the_check_catches_a_wrong_derivative(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_the_second_factor(self: Sigmoid, dout: np.ndarray, input_gradient: bool = True) -> np.ndarray:
        return dout * self._y.of(len(dout))

    monkeypatch.setattr(Sigmoid, "backward", without_the_second_factor)
    errors = checked(NetworkSpec.mlp((2,), "sigmoid", "xavier"))
    for name in ("W1", "b1", "x"):
        assert errors[name] > 0.01
    for name in ("W2", "b2"):  # the gradients of the layer after it are correct
        assert errors[name] < 1e-6
