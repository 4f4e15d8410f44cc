"""The fast path for a single image predicts the same as the network."""

import numpy as np
import pytest

from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    LayerSpec,
    ReLUSpec,
    SigmoidSpec,
    TanhSpec,
)
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.single_image import SingleImage
from engine.recognizer import Recognizer

MIXED = NetworkSpec(
    (AffineSpec(7), SigmoidSpec(), AffineSpec(6), ReLUSpec(), AffineSpec(5), SigmoidSpec(), AffineSpec(10))
)
TANH = NetworkSpec((AffineSpec(7), TanhSpec(), AffineSpec(6), SigmoidSpec(), AffineSpec(5), TanhSpec(), AffineSpec(10)))
NORMALISED = NetworkSpec((AffineSpec(7), BatchNormalizationSpec(), SigmoidSpec(), AffineSpec(10)))
X = np.random.default_rng(0).random((20, 784), np.float32)


def random(spec: NetworkSpec, size: float = 1.0) -> Network:
    network, rng = Network(spec), np.random.default_rng(1)
    for name, array in network.params.items():
        array[...] = (
            rng.uniform(0.5, 2, array.shape) if name.startswith(("v", "g")) else rng.normal(0, size, array.shape)
        )
    return network


@pytest.mark.parametrize(
    "spec",
    [NetworkSpec.mlp((50, 100), "sigmoid"), NetworkSpec.mlp((8,)), NetworkSpec.mlp(()), MIXED, TANH, NORMALISED],
    ids=lambda spec: spec.title,
)
# From logits that are almost equal to logits for which exp(a) would overflow.
@pytest.mark.parametrize("size", [0.01, 1.0, 100.0])
def test_it_predicts_as_the_network_does(spec: NetworkSpec, size: float) -> None:
    network = random(spec, size)
    recognizer = Recognizer(spec, network.params)
    plain = network.predict(X)
    for x, expected in zip(X, plain, strict=True):
        for shape in ((1, 784), (1, 28, 28)):
            found = recognizer.probabilities(x.reshape(shape))
            assert found.shape == (1, 10)
            assert found.dtype == np.float32
            # The rounding error grows with the logits.
            np.testing.assert_allclose(found[0], expected, rtol=1e-4, atol=1e-6 * max(1, size) ** 2)


def test_every_prediction_is_a_new_array_and_an_image_may_be_in_fortran_order() -> None:
    network = random(MIXED)
    recognizer = Recognizer(MIXED, network.params)
    first = recognizer.probabilities(X[:1])
    kept = first.copy()
    fortran = np.asfortranarray(X[1].reshape(28, 28))[None]
    np.testing.assert_array_equal(recognizer.probabilities(fortran), recognizer.probabilities(X[1:2]))
    np.testing.assert_array_equal(first, kept)


def test_other_weights_are_used_after_use() -> None:
    first, second = random(MIXED, 0.5), random(NetworkSpec.mlp((8,)), 0.1)
    recognizer = Recognizer(first.spec, first.params)
    for network in (first, second, first):
        recognizer.use(network.spec, network.params)
        np.testing.assert_allclose(recognizer.probabilities(X[:1]), network.predict(X[:1]), atol=1e-6)
        network.theta *= 0.5
        recognizer.use(network.spec, network.params)
        np.testing.assert_allclose(recognizer.probabilities(X[:1]), network.predict(X[:1]), atol=1e-6)


def layers(*between: LayerSpec, shape: tuple[int, ...] = (784,)) -> NetworkSpec:
    return NetworkSpec((*between, AffineSpec(10)), shape)


@pytest.mark.parametrize(
    "spec",
    [
        NetworkSpec.mlp((800,)),
        layers(ReLUSpec()),
        layers(AffineSpec(5)),
        layers(AffineSpec(5), SigmoidSpec(), ReLUSpec()),
        layers(AffineSpec(5), DropoutSpec(0.5)),
        layers(ConvolutionSpec(2), ReLUSpec(), shape=(1, 28, 28)),
        NetworkSpec((AffineSpec(10), SigmoidSpec())),
    ],
    ids=lambda spec: "-".join(layer.kind for layer in spec.layers),
)
def test_other_networks_predict_without_it(spec: NetworkSpec) -> None:
    assert not SingleImage.supports(spec)
    network = random(spec, 0.1)
    np.testing.assert_array_equal(Recognizer(spec, network.params).probabilities(X[:1]), network.predict(X[:1]))
