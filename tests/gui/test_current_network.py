"""The window's own network: each stroke is predicted by the fast path that the benchmark measures."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.ink.preprocess import prepare_drawing
from engine.nn.folding import folded
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, ConvolutionSpec, MaxPoolingSpec, ReLUSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.single_image import SingleImage
from engine.types import FloatArray
from engine.weights import Weights
from gui.current_network import CurrentNetwork

SMALL = NetworkSpec.mlp((20,), "sigmoid")
CONVNET = NetworkSpec(
    (ConvolutionSpec(4), BatchNormalizationSpec(), ReLUSpec(), MaxPoolingSpec(7), AffineSpec(10)), (1, 28, 28)
)
STROKE = np.array([(6, 6), (20, 7), (12, 22)], np.float32)


def random_params(spec: NetworkSpec, seed: int) -> dict[str, FloatArray]:
    network, rng = Network(spec), np.random.default_rng(seed)
    network.initialize(rng)
    for name, array in network.params.items():
        if not name.startswith("W"):
            array[...] = rng.uniform(0.5, 1.5, array.shape)
    return network.snapshot()


def fast(spec: NetworkSpec, params: dict[str, FloatArray], x: FloatArray) -> FloatArray:
    if spec == SMALL:
        return SingleImage(spec, params).probabilities(x)[0]
    folded_spec, folded_params = folded(spec, params)
    assert len(folded_spec.layers) == len(spec.layers) - 1
    return plain(folded_spec, folded_params, x)


def plain(spec: NetworkSpec, params: dict[str, FloatArray], x: FloatArray) -> FloatArray:
    network = Network(spec, 1)
    network.load(params)
    return network.predict(x)[0]


@pytest.mark.parametrize("spec", [SMALL, CONVNET], ids=["small", "normalised"])
def test_a_stroke_is_predicted_by_the_fast_path(spec: NetworkSpec, qapp) -> None:
    x = prepare_drawing([STROKE]).centred[None]
    network = CurrentNetwork(Weights(spec, random_params(spec, 0)), None)
    faster = 0
    for seed in range(5):
        params = random_params(spec, seed)
        # As loaded from a file, and as followed during a training.
        network.use(Weights(spec, params), None) if seed % 2 else network.follow(spec, params)
        found = network.recognizer.predict_drawing([STROKE]).probabilities
        # Bit for bit: the two paths differ in rounding.
        np.testing.assert_array_equal(found, fast(spec, params, x))
        faster += not np.array_equal(found, plain(spec, params, x))
        # The pages that look into the network see all of its layers.
        activations = network.recognizer.activations(x[0])
        assert [array.shape[1:] for array in activations] == spec.shapes()
        assert set(network.recognizer.params) == set(params)
    assert faster


def test_which_changes_replace_the_network_that_predicts(tmp_path: Path) -> None:
    first, second = (Weights(SMALL, random_params(SMALL, seed)) for seed in (0, 1))
    network = CurrentNetwork(first, None)
    seen: list[str] = []
    for name in ("chosen", "replaced", "changed", "updated"):
        getattr(network, name).connect(lambda name=name: seen.append(name))

    def signals(do: Callable[[], object]) -> list[str]:
        seen.clear()
        do()
        return list(seen)

    all_three = ["replaced", "changed", "updated"]
    assert signals(lambda: network.use(second, None)) == ["chosen", *all_three]
    # Neither another activation nor going back to the latest weights is a choice of another network.
    assert signals(lambda: network.use(second, None, same=True)) == all_three
    assert signals(lambda: network.save(tmp_path / "saved.safetensors")) == ["changed"]
    assert signals(lambda: network.view(first, "epoch 1")) == ["chosen", *all_three]
    assert signals(lambda: network.use(second, None, keep_view=True)) == ["chosen", "changed"]
    assert signals(lambda: network.use(second, None, keep_view=True, same=True)) == ["changed"]
    assert signals(network.view_latest) == all_three
    assert signals(lambda: network.follow(SMALL, first.params)) == ["chosen", *all_three]
    assert signals(lambda: network.follow(SMALL, second.params)) == ["updated"]
    network.view(first, "epoch 1")
    assert signals(lambda: network.follow(SMALL, second.params)) == []
    network.use(first, None)
    network.view(second, "epoch 1")
    assert signals(lambda: network.follow(SMALL, second.params)) == ["chosen", "changed"]
