"""A folded network answers as the whole one does, and in many threads as in one."""

import threading
import time
from itertools import pairwise

import numpy as np
import pytest

from engine.cli.commands import dataset_probabilities
from engine.data.dataset import Dataset
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
from engine.nn.network import Network, NetworkSpec
from engine.recognizer import Recognizer
from engine.types import FloatArray

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
def test_the_answers_are_the_same_and_the_layers_fewer(spec: NetworkSpec, left: int) -> None:
    network = random(spec)
    made, params = folded(spec, network.params)
    reader = Network(made, 8)
    reader.load(params)
    x = np.random.default_rng(1).random((8, 784), np.float32)
    np.testing.assert_allclose(reader.logits(x), network.logits(x), rtol=1e-4, atol=1e-4)
    assert kinds(made).count(BatchNormalizationSpec) == left
    assert [kind for kind in kinds(made) if kind is not BatchNormalizationSpec] == [
        kind for kind in kinds(spec) if kind is not BatchNormalizationSpec
    ]
    assert not any(
        second is BatchNormalizationSpec and first in (AffineSpec, ConvolutionSpec)
        for first, second in pairwise(kinds(made))
    )


def test_the_whole_network_and_its_arrays_stay_as_they_are() -> None:
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


def test_threads_change_no_number() -> None:
    rng = np.random.default_rng(0)
    data = Dataset(rng.integers(0, 256, (57, 28, 28), np.uint8), rng.integers(0, 10, 57).astype(np.uint8))
    spec = NetworkSpec((ConvolutionSpec(3), BatchNormalizationSpec(), ReLUSpec(), AffineSpec(10)), (1, 28, 28))
    network = Network(spec)
    network.initialize(rng)
    recognizer = Recognizer(spec, network.params)
    alone = dataset_probabilities([recognizer], data, 8)
    np.testing.assert_allclose(alone, network.predict(data.pixels(slice(None))), rtol=1e-4, atol=1e-6)
    for threads in (2, 3, 9):
        together = dataset_probabilities([recognizer, *(recognizer.twin() for _ in range(threads - 1))], data, 8)
        np.testing.assert_array_equal(together, alone)
    assert dataset_probabilities([recognizer], data, 1000).shape == (57, 10)


def test_what_stops_one_thread_stops_all() -> None:
    data = Dataset(np.zeros((400, 28, 28), np.uint8), np.zeros(400, np.uint8))
    spec = NetworkSpec.mlp(())
    network = Network(spec)
    both = [Recognizer(spec, network.params), Recognizer(spec, network.params)]
    read, begun = [], threading.Event()

    def broken(x: FloatArray) -> FloatArray:
        begun.wait(10)
        raise KeyboardInterrupt

    def slow(x: FloatArray) -> FloatArray:
        begun.set()
        read.append(len(x))
        time.sleep(0.02)
        return np.zeros((len(x), 10), np.float32)

    both[0].probabilities, both[1].probabilities = broken, slow
    with pytest.raises(KeyboardInterrupt):
        dataset_probabilities(both, data, 1)
    assert len(read) < 100
