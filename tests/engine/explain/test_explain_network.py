"""The activations of each layer, and the gradients of the logits."""

import numpy as np
import pytest
from gradient_checks import relative_error

from engine.book import numerical_gradient, sigmoid
from engine.explain.counterfactual import smallest_change
from engine.explain.integrated_gradients import integrated_gradients
from engine.explain.shift_map import shift_map
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    MaxPoolingSpec,
    ReLUSpec,
    SigmoidSpec,
)
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec

ROWS = NetworkSpec(
    (AffineSpec(6), BatchNormalizationSpec(), SigmoidSpec(), DropoutSpec(0.3), AffineSpec(10, "xavier")),
)
IMAGES = NetworkSpec(
    (
        ConvolutionSpec(2, size=5, stride=3, pad=0),
        BatchNormalizationSpec(),
        ReLUSpec(),
        MaxPoolingSpec(2),
        DropoutSpec(0.25),
        AffineSpec(10, "xavier"),
    ),
    (1, 28, 28),
)

both = pytest.mark.parametrize("spec", [ROWS, IMAGES], ids=["rows", "images"])


def made(spec: NetworkSpec, max_batch: int = 4, dtype: type[np.floating] = np.float64) -> Network:
    """A network with random parameters, the running averages too."""
    network = Network(spec, max_batch, dtype)
    rng = np.random.default_rng(0)
    network.initialize(rng)
    for name, array in network.params.items():
        if not name.startswith("W"):
            array[...] = rng.uniform(0.5, 1.5, array.shape)
    return network


def inputs(n: int, shape: tuple[int, ...] = (784,)) -> np.ndarray:
    return np.random.default_rng(1).random((n, *shape))


def input_gradient(network: Network, x: np.ndarray, dlogits: np.ndarray) -> np.ndarray:
    network.logits(x)
    return network.backward(dlogits).reshape(x.shape).copy()


# Activations


@both
def test_there_is_an_activation_for_each_layer(spec: NetworkSpec) -> None:
    network, x = made(spec), inputs(3)
    found = network.activations(x)
    assert [array.shape for array in found] == [(3, *shape) for shape in spec.shapes()]
    np.testing.assert_array_equal(found[-1], network.logits(x))


def test_activations_by_hand() -> None:
    network, x = made(ROWS), inputs(2)
    affine, normalised, activated, scaled, _ = network.activations(x)
    params = network.params
    np.testing.assert_allclose(affine, x @ params["W1"] + params["b1"])
    scale = params["gamma1"] / np.sqrt(params["var1"] + 1e-5)
    np.testing.assert_allclose(normalised, (affine - params["mean1"]) * scale + params["beta1"])
    np.testing.assert_allclose(activated, sigmoid(normalised))
    np.testing.assert_allclose(scaled, 0.7 * activated)


@both
def test_activations_are_copies(spec: NetworkSpec) -> None:
    network, x = made(spec), inputs(3)
    theta = network.theta.copy()
    found = network.activations(x)
    copies = [array.copy() for array in found]
    network.activations(inputs(4) + 1)
    for array, before in zip(found, copies, strict=True):
        np.testing.assert_array_equal(array, before)
    np.testing.assert_array_equal(network.theta, theta)


@both
def test_activations_do_not_depend_on_the_shape_or_the_others(spec: NetworkSpec) -> None:
    network, x = made(spec), inputs(3)
    whole = network.activations(x)
    for array, alone in zip(whole, network.activations(x[1:2].reshape(1, 1, 28, 28)), strict=True):
        np.testing.assert_allclose(array[1:2], alone)


# Gradients of the logits


@both
@pytest.mark.parametrize("shape", [(784,), (28, 28), (1, 28, 28)])
def test_the_input_gradient_equals_the_numerical_gradient(spec: NetworkSpec, shape: tuple[int, ...]) -> None:
    network, x = made(spec), inputs(2, shape)
    dlogits = np.random.default_rng(2).standard_normal((2, 10))
    network.gradient_step(inputs(4), np.arange(4))  # what training leaves in the buffers has no effect
    found = input_gradient(network, x, dlogits)
    numerical = numerical_gradient(lambda _: float((network.logits(x) * dlogits).sum()), x, 1e-6)
    assert found.shape == x.shape
    assert relative_error(found, numerical) < 1e-6


@both
def test_the_gradients_of_the_weights_equal_numerical_gradients(spec: NetworkSpec) -> None:
    network, x = made(spec), inputs(2)
    dlogits = np.random.default_rng(2).standard_normal((2, 10))
    input_gradient(network, x, dlogits)
    grads = {name: array.copy() for name, array in network.grads.items()}
    for name in ("b1", "gamma1", "beta1", "W2" if spec is ROWS else "b2"):
        array = network.params[name]
        numerical = numerical_gradient(lambda _: float((network.logits(x) * dlogits).sum()), array, 1e-6)
        assert relative_error(grads[name], numerical) < 1e-6


@both
@pytest.mark.parametrize("value", [1e18, 1e30, 3.4e38, np.inf, np.nan])
def test_a_network_that_has_diverged_is_explained_without_warnings(spec: NetworkSpec, value: float) -> None:
    network = made(spec, 32, np.float32)
    for name, values in network.params.items():
        # Both signs: infinities cancel to NaN.
        values[...] = np.where(values < 0, -value, value) if name[0] in "WbgBm" else 1e-45
    image = np.random.default_rng(2).random((28, 28)).astype(np.float32)
    attribution = integrated_gradients(network, image, 3)
    assert attribution is not None
    assert attribution.steps <= 1024
    change, shifts = smallest_change(network, image, 3, max_steps=20), shift_map(network, image, reach=2)
    assert change is not None
    assert shifts is not None
    for found in (change.probabilities, shifts.probabilities):
        assert np.isfinite(found).all()
        assert found.min() >= 0
