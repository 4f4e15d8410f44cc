"""Temperature scaling."""

import numpy as np
import pytest

from engine.book import softmax
from engine.evaluate.calibration import best_temperature, with_temperature
from engine.evaluate.metrics import scores
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, DropoutSpec, LayerSpec, ReLUSpec, SigmoidSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, simple_convnet


@pytest.mark.parametrize("true", [0.4, 1.0, 2.5])
def test_it_finds_the_temperature_of_the_labels(true: float) -> None:
    rng = np.random.default_rng(0)
    logits = rng.normal(0, 3, (20_000, 10))
    labels = np.array([rng.choice(10, p=p) for p in softmax(logits / true)])
    found = best_temperature(logits, labels)
    assert found == pytest.approx(true, rel=0.05)
    assert scores(softmax(logits / found), labels).ece < 0.015


def test_by_hand() -> None:
    # Correct in 3 of 4, with a logit of 1 against 0 nine times: e^(1/T) / (e^(1/T) + 9) = 3/4 where 1/T = ln 27.
    logits = np.zeros((4, 10))
    logits[:, 0] = 1
    assert best_temperature(logits, np.array([0, 0, 0, 5])) == pytest.approx(1 / np.log(27), rel=1e-6)


def test_without_errors_it_is_the_lowest_temperature() -> None:
    assert best_temperature(np.eye(10), np.arange(10)) == pytest.approx(0.1, rel=1e-6)


def test_the_weights_of_the_last_layer_are_divided() -> None:
    network = Network(simple_convnet(), 3)
    network.initialize(np.random.default_rng(0))
    network.params["b3"][...] = np.arange(10)
    x = np.random.default_rng(1).random((3, 784), np.float32)
    before = network.logits(x).copy()
    divided = with_temperature(network.spec, network.params, 0.5)
    assert {name for name in divided if not np.array_equal(divided[name], network.params[name])} == {"W3", "b3"}
    network.load(divided)
    np.testing.assert_allclose(network.logits(x), 2 * before, rtol=1e-5)


X = np.random.default_rng(1).random((3, 784), np.float32)


@pytest.mark.parametrize(
    ("last", "scaled"),
    [
        ((AffineSpec(10), DropoutSpec(0.5)), {"W2", "b2"}),
        ((AffineSpec(10), DropoutSpec(0.2), DropoutSpec(0.5)), {"W2", "b2"}),
        ((AffineSpec(10), ReLUSpec(), DropoutSpec(0.5)), {"W2", "b2"}),
        ((AffineSpec(10), BatchNormalizationSpec(), DropoutSpec(0.5)), {"gamma1", "beta1"}),
        ((DropoutSpec(0.5), AffineSpec(10)), {"W2", "b2"}),
        ((AffineSpec(10), SigmoidSpec()), set()),
    ],
    ids=lambda last: "-".join(layer.kind for layer in last) if isinstance(last, tuple) else "",
)
def test_the_logits_are_divided_whatever_follows_the_last_affine_layer(
    last: tuple[LayerSpec, ...], scaled: set[str]
) -> None:
    spec = NetworkSpec((AffineSpec(20), ReLUSpec(), *last))
    network = random_network(spec)
    before = network.logits(X).copy()
    divided = with_temperature(spec, network.params, 4.0)
    assert {name for name in divided if not np.array_equal(divided[name], network.params[name])} == scaled
    network.load(divided)
    np.testing.assert_allclose(network.logits(X), before / 4 if scaled else before, rtol=1e-5, atol=1e-6)


def test_the_books_deep_convnet_ends_in_dropout_and_its_logits_are_divided() -> None:
    spec = deep_convnet()
    network = random_network(spec)
    before = network.logits(X).copy()
    network.load(with_temperature(spec, network.params, 2.0))
    np.testing.assert_allclose(network.logits(X), before / 2, rtol=1e-4, atol=1e-5)


def random_network(spec: NetworkSpec) -> Network:
    network, rng = Network(spec, 3), np.random.default_rng(0)
    network.initialize(rng)
    for name, array in network.params.items():
        if not name.startswith("W"):
            array[...] = rng.uniform(0.5, 1.5, array.shape)
    return network
