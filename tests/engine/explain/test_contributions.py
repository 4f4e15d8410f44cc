"""The terms of a neuron's sum, also as images."""

import numpy as np
import pytest

from engine.explain import contributions
from engine.nn.layers import AffineSpec, ConvolutionSpec, MaxPoolingSpec, ReLUSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec


def made(spec: NetworkSpec) -> Network:
    network = Network(spec)
    network.initialize(np.random.default_rng(0))
    network.params["b1"][...] = 0.5
    return network


def test_contributions_by_hand() -> None:
    W = np.array([[1.0, 2], [3, 4], [5, 6]])
    # The second neuron has the weights 2, 4, 6.
    np.testing.assert_array_equal(contributions(W, np.array([1.0, 0, -1]), 1), [2, 0, -6])


@pytest.mark.parametrize("shape", [(784,), (28, 28), (1, 28, 28)])
def test_with_the_bias_they_add_up_to_what_the_neuron_hands_on(shape: tuple[int, ...]) -> None:
    network = made(NetworkSpec.mlp((7,)))
    x = np.random.default_rng(1).random(shape).astype(np.float32)
    handed_on = network.activations(x.reshape(1, 784))[0][0]
    for neuron in range(7):
        found = contributions(network.params["W1"], x, neuron)
        assert found.shape == shape
        assert found.dtype == np.float32
        assert found.sum() + network.params["b1"][neuron] == pytest.approx(handed_on[neuron], abs=1e-5)


def test_they_do_so_behind_other_layers_and_as_images() -> None:
    spec = NetworkSpec((ConvolutionSpec(3, 5, 2, 0), ReLUSpec(), MaxPoolingSpec(2), AffineSpec(10)), (1, 28, 28))
    network = made(spec)
    activations = network.activations(np.random.default_rng(1).random((1, 784)).astype(np.float32))
    x = activations[2][0]
    found = contributions(network.params["W2"], x, 4)
    assert found.shape == x.shape == (3, 6, 6)
    assert found.sum() + network.params["b2"][4] == pytest.approx(activations[3][0, 4], abs=1e-5)


def test_contributions_are_an_array_of_their_own() -> None:
    W, x = np.ones((2, 1)), np.ones(2)
    contributions(W, x, 0)[...] = 5
    assert (W == 1).all()
    assert (x == 1).all()


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="takes no array of shape"):
        contributions(np.ones((4, 2)), np.ones(5), 0)
    with pytest.raises(IndexError):
        contributions(np.ones((4, 2)), np.ones(4), 2)
