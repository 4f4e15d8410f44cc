"""What is said about the layers: the book's experiments of chapter 6 with real networks."""

import numpy as np
import pytest
from network_events import learn, network, statistics
from small_digits import small_data

from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import reader_convnet
from engine.train.events import Histogram, LayerStatistics
from gui.training.statistics.diagnosis import by_name, findings, remedy

# Digits are brighter than bars: about 100 of the 784 pixels.
DATA = small_data().train


def briefs(spec: NetworkSpec, steps: int = 0) -> dict[str, str]:
    made = network(spec)
    first = statistics(made, DATA)
    for _ in range(steps):
        learn(made, DATA.subset(slice(0, 100)))
    return dict(by_name(findings(spec, statistics(made, DATA), first)))


def mlp(activation: str, init: str, std: float = 0.01, hidden: int = 5) -> NetworkSpec:
    return NetworkSpec.mlp((100,) * hidden, activation, init, std)  # type: ignore[arg-type]


def test_std_1_saturates_sigmoid() -> None:
    spec = mlp("sigmoid", "std", 1.0)
    found = briefs(spec)
    assert {found[name] for name in ("z1", "z2", "z3", "z4", "z5")} == {"saturated"}
    assert remedy(spec) == "Remedy: initialise the weights with Xavier."


def test_std_001_makes_all_outputs_of_sigmoid_the_same_and_the_gradient_vanish() -> None:
    spec = mlp("sigmoid", "std", 0.01)
    assert briefs(spec) == dict.fromkeys(("z1", "z2", "z3", "z4", "z5"), "all the same") | {"W1": "vanishing"}
    start = statistics(network(spec), DATA)
    sentence = findings(spec, start, start)[1].sentence
    assert sentence.startswith("The gradient vanishes: dW1 is about ")
    assert sentence.endswith("times smaller than dW6.")


@pytest.mark.parametrize("steps", [0, 30])
@pytest.mark.parametrize(
    "spec", [NetworkSpec.mlp((50, 100), "sigmoid", "xavier"), mlp("relu", "he"), NetworkSpec.mlp((50,))]
)
def test_xavier_and_he_are_healthy(spec: NetworkSpec, steps: int) -> None:
    assert briefs(spec, steps) == {}


def sigmoid_statistics(near_ends: int) -> LayerStatistics:
    """Of so many per cent of the outputs near 0 or 1, of a network of two layers."""
    edges = np.linspace(0, 1, 41)
    counts = np.zeros(40, np.int64)
    counts[[0, 20, 39]] = near_ends // 2, 100 - near_ends, near_ends // 2
    z1 = Histogram(counts, edges, 0.5, 0.4)
    return LayerStatistics(0, 0.0, (("a1", z1), ("z1", z1), ("a2", z1)), (("W1", z1), ("W2", z1)))


@pytest.mark.parametrize(
    ("at_first", "now", "expected"),
    [(60, 60, True), (60, 40, False), (0, 60, False), (0, 90, True)],
)
def test_a_healthy_layer_may_come_close_to_saturation_while_it_learns(at_first: int, now: int, expected: bool) -> None:
    found = findings(NetworkSpec.mlp((50,), "sigmoid"), sigmoid_statistics(now), sigmoid_statistics(at_first))
    assert [each.brief for each in found] == ["saturated"] * expected


def test_even_xavier_does_not_save_five_layers_of_sigmoid() -> None:
    spec = mlp("sigmoid", "xavier")
    assert briefs(spec) == {"W1": "vanishing"}
    assert "ReLU with He" in remedy(spec)


def test_relu_with_a_fixed_std() -> None:
    small = mlp("relu", "std", 0.01)
    assert set(briefs(small)) == {"z2", "z3", "z4", "z5"}
    assert remedy(small) == "Remedy: initialise the weights with He."
    assert set(briefs(mlp("relu", "std", 1.0)).values()) == {"too large"}


def test_dead_relu() -> None:
    made = network(NetworkSpec.mlp((50, 50)))
    made.params["b1"][:] = -100
    made.params["b2"][:] = 1
    first = statistics(made, DATA)
    found = findings(made.spec, first, first)
    assert dict(by_name(found)) == {"z1": "dead", "z2": "all the same", "W1": "vanishing"}
    assert found[1].sentence == "z1: almost all outputs of ReLU are 0, so no gradient passes."
    assert found[2].sentence == "dW1 is 0 everywhere: the first layer does not learn."
    assert "smaller learning rate" in remedy(made.spec)


def test_the_reader_convnet_is_healthy() -> None:
    assert briefs(reader_convnet()) == {}


def test_one_layer_and_numbers_that_are_not_finite() -> None:
    assert briefs(NetworkSpec.mlp(())) == {}
    spec = NetworkSpec.mlp((50,))
    bad = Histogram(np.zeros(3, np.int64), np.array([0, np.nan, np.nan, np.inf]), float("nan"), float("nan"))
    names = ("a1", "z1", "a2")
    event = LayerStatistics(0, 0.0, tuple((name, bad) for name in names), (("W1", bad), ("W2", bad)))
    assert findings(spec, event, event) == []
