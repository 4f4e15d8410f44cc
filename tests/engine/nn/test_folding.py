"""A folded network predicts the same as the whole one."""

from itertools import pairwise

import numpy as np
import pytest

from engine.nn.folding import folded
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    LayerSpec,
    MaxPoolingSpec,
    ReLUSpec,
    SigmoidSpec,
)
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import Recognizer

CONVOLUTIONAL = NetworkSpec(
    (
        ConvolutionSpec(3, 5, pad=2),
        BatchNormalizationSpec(),
        ReLUSpec(),
        MaxPoolingSpec(),
        ConvolutionSpec(4),
        ReLUSpec(),
        BatchNormalizationSpec(eps=1e-3),
        AffineSpec(6),
        BatchNormalizationSpec(),
        BatchNormalizationSpec(),
        SigmoidSpec(),
        AffineSpec(10),
        BatchNormalizationSpec(),
    ),
    (1, 28, 28),
)
FLAT = NetworkSpec((BatchNormalizationSpec(), AffineSpec(5), BatchNormalizationSpec(), ReLUSpec(), AffineSpec(10)))


def random(spec: NetworkSpec) -> Network:
    """All arrays are random, the running averages too."""
    network, rng = Network(spec, 8), np.random.default_rng(0)
    network.initialize(rng)
    for name, array in network.params.items():
        if not name.startswith("W"):
            array[...] = rng.uniform(0.5, 2, array.shape)
    return network


def kinds(spec: NetworkSpec) -> list[type[LayerSpec]]:
    return [type(layer) for layer in spec.layers]


@pytest.mark.parametrize(("spec", "left"), [(CONVOLUTIONAL, 1), (FLAT, 1), (NetworkSpec.mlp((7,)), 0)])
def test_the_predictions_are_the_same_with_fewer_layers(spec: NetworkSpec, left: int) -> None:
    network = random(spec)
    made, params = folded(spec, network.params)
    small = Network(made, 8)
    small.load(params)
    x = np.random.default_rng(1).random((8, 784), np.float32)
    np.testing.assert_allclose(small.logits(x), network.logits(x), rtol=1e-4, atol=1e-4)
    assert kinds(made).count(BatchNormalizationSpec) == left
    assert [kind for kind in kinds(made) if kind is not BatchNormalizationSpec] == [
        kind for kind in kinds(spec) if kind is not BatchNormalizationSpec
    ]
    assert not any(
        second is BatchNormalizationSpec and first in (AffineSpec, ConvolutionSpec)
        for first, second in pairwise(kinds(made))
    )


def test_the_original_network_does_not_change() -> None:
    network = random(CONVOLUTIONAL)
    before = network.snapshot()
    recognizer = Recognizer(CONVOLUTIONAL, network.params)
    assert recognizer.spec == CONVOLUTIONAL
    for name, array in before.items():
        np.testing.assert_array_equal(network.params[name], array)


def test_other_weights_are_folded_too() -> None:
    first, second = random(CONVOLUTIONAL), random(CONVOLUTIONAL)
    second.params["mean1"] += 1
    second.params["gamma3"] *= 2
    recognizer, x = Recognizer(CONVOLUTIONAL, first.params), np.random.default_rng(1).random((3, 784), np.float32)
    for network, spec in ((second, CONVOLUTIONAL), (random(FLAT), FLAT), (first, CONVOLUTIONAL)):
        recognizer.use(spec, network.params)
        assert recognizer.spec == spec
        np.testing.assert_allclose(recognizer.probabilities(x), network.predict(x), rtol=1e-3, atol=1e-5)
