"""How activations and gradients are distributed, as in the book's chapter 6."""

from itertools import pairwise

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.nn.initializers import Init
from engine.nn.layers import BatchNormalizationSpec, DropoutSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, reader_convnet
from engine.train.events import Histogram, LayerStatistics
from engine.train.layer_statistics import histogram, layer_statistics, network_statistics, sample, statistics_batch
from engine.train.trainer import TrainConfig, Trainer

_rng = np.random.default_rng(4)
DATA = Dataset(_rng.integers(0, 256, (430, 28, 28), np.uint8), _rng.integers(0, 11, 430).astype(np.uint8))


def statistics_of(spec: NetworkSpec, seed: int = 0) -> LayerStatistics:
    network = Network(spec, 100)
    network.initialize(np.random.default_rng(seed))
    return layer_statistics(spec, network.params, statistics_batch(DATA), 0, 0.0)


def share(found: Histogram, low: float, high: float) -> float:
    """The part of the numbers in the bins between two limits."""
    inside = (found.edges[:-1] >= low - 1e-6) & (found.edges[1:] <= high + 1e-6)
    return float(found.counts[inside].sum() / found.counts.sum())


def five_layers(init: Init, std: float = 0.01) -> list[Histogram]:
    """The activations of the book's network of five sigmoid layers."""
    found = dict(statistics_of(NetworkSpec.mlp((100,) * 5, "sigmoid", init, std)).activations)
    return [found[f"z{k}"] for k in range(1, 6)]


def test_weights_of_std_1_give_activations_near_0_and_1() -> None:
    for z in five_layers("std", 1.0):
        assert z.edges[[0, -1]].tolist() == [0, 1]
        assert share(z, 0, 0.1) + share(z, 0.9, 1) > 0.7
    # Of each bin in the middle there are few.
    assert max(five_layers("std", 1.0)[4].counts[10:30]) < 0.03 * five_layers("std", 1.0)[4].counts.sum()


def test_weights_of_std_0_01_give_activations_near_one_half() -> None:
    for z in five_layers("std", 0.01)[1:]:
        assert share(z, 0.4, 0.6) == 1
        assert z.std < 0.05


def test_xavier_gives_activations_that_are_spread() -> None:
    layers = five_layers("xavier")
    for z in layers:
        assert share(z, 0, 0.05) + share(z, 0.95, 1) < 0.3
        assert 0.05 < z.std < 0.35
        assert (z.counts > 0).sum() >= 15


def test_gradients_vanish_from_layer_to_layer_with_std_0_01() -> None:
    found = statistics_of(NetworkSpec.mlp((100,) * 5, "sigmoid", "std", 0.01)).gradients
    assert [name for name, _ in found] == ["W1", "W2", "W3", "W4", "W5", "W6"]
    for (_, before), (_, after) in pairwise(found[1:]):
        assert before.std < 0.2 * after.std
    healthy = statistics_of(NetworkSpec.mlp((100,) * 5, "relu", "he")).gradients
    assert healthy[1][1].std > 0.1 * healthy[4][1].std


def test_the_numbers_are_those_of_the_layers() -> None:
    spec = NetworkSpec.mlp((20,))
    network = Network(spec, 200)
    network.initialize(np.random.default_rng(1))
    batch = statistics_batch(DATA)
    assert len(batch) == 200
    found = network_statistics(network, batch, 7, 0.5)
    assert (found.iteration, found.epoch) == (7, 0.5)
    outputs = network.activations(batch.pixels())
    for (_, of_layer), out in zip(found.activations, outputs, strict=True):
        assert of_layer.mean == pytest.approx(out.mean(), rel=1e-4, abs=1e-4)
        assert of_layer.std == pytest.approx(out.std(), rel=1e-4)
        assert 0.98 * out.size <= of_layer.counts.sum() <= out.size
    # Without dropout the gradient is the same in training mode.
    network.gradient_step(batch.pixels(), batch.labels)
    for name, of_gradient in found.gradients:
        assert of_gradient.std == pytest.approx(network.grads[name].std(), rel=0.1)


def test_all_layers_have_names_as_in_the_book() -> None:
    found = statistics_of(reader_convnet())
    assert [name for name, _ in found.activations][:5] == ["a1", "bn1", "z1", "pool1", "a2"]
    assert [name for name, _ in found.activations][-5:] == ["dropout1", "a6", "bn6", "z6", "a7"]
    assert [name for name, _ in statistics_of(deep_convnet()).activations][-5:] == [
        "a7",
        "z7",
        "dropout1",
        "a8",
        "dropout2",
    ]


def test_stored_weights_give_the_same_statistics_and_nothing_else_changes() -> None:
    """Of a network with dropout and batch normalisation, whose running averages prediction uses."""
    spec = NetworkSpec.mlp((16,))
    layers = (spec.layers[0], BatchNormalizationSpec(), spec.layers[1], DropoutSpec(0.5), spec.layers[2])
    spec = NetworkSpec(layers)
    trainer = Trainer(spec, TrainConfig(epochs=2, batch_size=50, averaging=0.9), DATA)
    list(trainer.run(11))
    before = trainer.state()
    live = network_statistics(trainer.kept, statistics_batch(DATA), 11, 11 / 9)
    after = trainer.state()
    assert after.rng == before.rng
    assert all(after.params[name].tobytes() == array.tobytes() for name, array in before.params.items())
    stored = layer_statistics(spec, trainer.kept.snapshot(), statistics_batch(DATA), 11, 11 / 9)
    for kind in ("activations", "gradients"):
        for (name, one), (_, other) in zip(getattr(live, kind), getattr(stored, kind), strict=True):
            np.testing.assert_array_equal(one.counts, other.counts, name)
            np.testing.assert_array_equal(one.edges, other.edges, name)
            assert (one.mean, one.std) == (other.mean, other.std)


def test_the_batch_is_from_all_over_the_set() -> None:
    np.testing.assert_array_equal(statistics_batch(DATA).images, DATA.images[:400:2])
    assert len(statistics_batch(DATA.subset(slice(30)))) == 30


# Histograms


def test_a_histogram_leaves_out_outliers_and_what_is_not_finite() -> None:
    values = np.append(np.linspace(-1, 1, 1000), [1e9, -1e9, np.nan, np.inf]).astype(np.float32)
    found = histogram(values)
    assert -1 < found.edges[0] < -0.98
    assert 0.98 < found.edges[-1] < 1
    assert len(found.counts) == len(found.edges) - 1 == 40
    assert 980 <= found.counts.sum() <= 1000
    assert max(found.counts) - min(found.counts) <= 2
    fixed = histogram(np.float32([0, 0, 0.5, 1]), (0.0, 1.0))
    assert (fixed.counts[0], fixed.counts[20], fixed.counts[-1], fixed.mean) == (2, 1, 1, 0.375)


@pytest.mark.parametrize("value", [0.0, 5.0, -1e-20, 1e20])
def test_equal_numbers_are_in_the_middle(value: float) -> None:
    found = histogram(np.full(100, value, np.float32))
    assert found.counts.sum() == found.counts[19:21].sum() == 100
    assert found.std == pytest.approx(0, abs=abs(value) * 1e-6)


def test_the_histogram_of_nothing_is_empty() -> None:
    found = histogram(np.full(3, np.nan, np.float32))
    assert (found.counts.sum(), found.mean, found.std) == (0, 0, 0)


def test_a_sample_is_of_all_neurons_and_no_copy() -> None:
    # Images are stored pixel by pixel (see BatchBuffer).
    images = np.zeros((10, 8, 8, 100), np.float32).transpose(3, 0, 1, 2)
    assert np.shares_memory(sample(images), images)
    columns = np.broadcast_to(np.arange(10), (100_000, 10)).copy()
    found = sample(columns)
    assert 5_000 <= len(found) <= 10_000
    assert np.bincount(found).min() > 0.9 * len(found) / 10
