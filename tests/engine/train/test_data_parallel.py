"""A mini-batch computed in parts."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.process import BaseProcess

import numpy as np
import pytest

from engine.data.augmentation import Augmentation
from engine.errors import DigitLabError
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, DropoutSpec, ReLUSpec
from engine.nn.network import Network, NetworkSpec
from engine.train.data_parallel import DataParallel

PLAIN = NetworkSpec.mlp((6,))
NORMALISED = NetworkSpec((AffineSpec(6), BatchNormalizationSpec(), ReLUSpec(), DropoutSpec(0.5), AffineSpec(10)))
X = np.random.default_rng(0).random((11, 784), np.float32)
T = np.array([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], np.uint8)


def network(spec: NetworkSpec) -> Network:
    made = Network(spec, len(X))
    made.initialize(np.random.default_rng(1))
    return made


@pytest.mark.parametrize("n", [11, 8, 2, 1])
@pytest.mark.parametrize("parts", [1, 2, 3, 4])
def test_the_gradient_is_that_of_the_whole_mini_batch(parts: int, n: int) -> None:
    whole, parted = network(PLAIN), network(PLAIN)
    loss = whole.gradient_step(X[:n], T[:n])
    with DataParallel(parted, parts, len(X), 1) as side_by_side:
        assert side_by_side.gradient_step(X[:n], T[:n], np.random.default_rng(0), Augmentation()) == pytest.approx(
            loss, rel=1e-5
        )
    np.testing.assert_allclose(parted.dtheta, whole.dtheta, rtol=1e-4, atol=1e-7)
    np.testing.assert_array_equal(parted.theta, whole.theta)


def test_it_does_not_matter_how_many_processes_compute_it() -> None:
    found = []
    for processes in (1, 2, 3):
        made = network(NORMALISED)
        rng = np.random.default_rng(2)
        with DataParallel(made, 3, len(X), processes) as parts:
            for _ in range(3):
                loss = parts.gradient_step(X, T, rng, Augmentation(rotation=20, elastic=1))
                made.theta -= made.dtheta
        found.append((loss, made.theta.tobytes()))
    assert found[0] == found[1] == found[2]


def test_each_part_is_normalised_by_itself_and_the_running_averages_are_the_mean_of_all() -> None:
    made = network(NORMALISED)
    with DataParallel(made, 2, 8, 1) as parts:
        parts.gradient_step(X[:8], T[:8], np.random.default_rng(0), Augmentation())
    inner = X[:8] @ made.params["W1"] + made.params["b1"]
    var = (inner[:4].var(axis=0) + inner[4:].var(axis=0)) / 2
    np.testing.assert_allclose(made.params["var1"], 0.9 + 0.1 * var, rtol=1e-4)
    np.testing.assert_allclose(made.params["mean1"], 0.1 * inner.mean(axis=0), rtol=1e-3, atol=1e-5)


@pytest.fixture
def started() -> Callable[[], set[BaseProcess]]:
    """The processes that the test has started: what trains for a window may still be waiting for more."""
    before = set(multiprocessing.active_children())
    return lambda: set(multiprocessing.active_children()) - before


def test_the_processes_end_with_the_block_and_a_fault_in_one_is_raised(started: Callable[[], set[BaseProcess]]) -> None:
    made = network(PLAIN)
    with pytest.raises(ValueError, match="broadcast"), DataParallel(made, 2, len(X), 2) as parts:
        parts.gradient_step(X, np.tile(T, (3, 1)).T, np.random.default_rng(0), Augmentation())
    assert not started()


def test_a_process_that_was_killed_is_told_of(started: Callable[[], set[BaseProcess]]) -> None:
    made = network(PLAIN)
    with DataParallel(made, 2, len(X), 2) as parts:
        parts.gradient_step(X, T, np.random.default_rng(0), Augmentation())
        victim = min(started(), key=lambda process: process.name)
        victim.kill()
        victim.join()
        with pytest.raises(DigitLabError, match="ended from outside"):
            parts.gradient_step(X, T, np.random.default_rng(0), Augmentation())
    assert not started()
