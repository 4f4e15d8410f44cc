"""The map of the last hidden layer: principal components, kept steady while a network is trained."""

import tracemalloc

import numpy as np
import pytest

from engine.explain.hidden_map import hidden_activations, hidden_layers, project
from engine.nn.layers import AffineSpec, ConvolutionSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, reader_convnet, simple_convnet

RNG = np.random.default_rng(0)


@pytest.mark.parametrize(
    ("spec", "size"),
    [
        (NetworkSpec.mlp((50,)), 50),
        (NetworkSpec.mlp((50, 100), "sigmoid"), 100),
        (NetworkSpec.mlp(()), 784),
        (simple_convnet(), 100),
        (deep_convnet(), 50),
        (reader_convnet(), 64),
    ],
    ids=lambda value: getattr(value, "title", value),
)
def test_the_activations_are_the_input_of_the_last_affine_layer(spec: NetworkSpec, size: int) -> None:
    network = Network(spec, 4)
    network.initialize(np.random.default_rng(1))
    x = np.random.default_rng(2).random((10, 784), np.float32)
    found = hidden_activations(network, x)
    assert found.shape == (10, size)
    at = hidden_layers(spec)
    if at:
        expected = np.concatenate([network.activations(x[i : i + 1])[at - 1] for i in range(10)])
        np.testing.assert_allclose(found, expected.reshape(10, -1), rtol=1e-4, atol=1e-5)
    else:
        np.testing.assert_array_equal(found, x)


@pytest.mark.parametrize(("n", "d"), [(200, 5), (30, 100), (50, 50)])
def test_the_axes_are_those_of_the_singular_value_decomposition(n: int, d: int) -> None:
    activations = (RNG.standard_normal((n, d)) * np.linspace(3, 0.1, d) + 5).astype(np.float32)
    found = project(activations)
    _, s, vt = np.linalg.svd(activations - activations.mean(axis=0), full_matrices=False)
    axes = found.axes / np.linalg.norm(found.axes, axis=0)
    np.testing.assert_allclose(np.abs((axes * vt[:2].T).sum(axis=0)), 1, atol=1e-3)
    assert found.explained == pytest.approx((s[:2] ** 2).sum() / (s**2).sum(), rel=1e-3)
    points = found.points(activations)
    assert np.sqrt((points**2).sum(axis=1).mean()) == pytest.approx(1, rel=1e-3)
    np.testing.assert_allclose(points.mean(axis=0), 0, atol=1e-4)


def test_a_rotated_layer_gives_the_same_points() -> None:
    activations = (RNG.standard_normal((300, 6)) * (5, 4, 1, 1, 1, 1)).astype(np.float32)
    before = project(activations).points(activations)
    # Other neurons, in which the same activations are turned and reflected.
    turned = activations @ np.linalg.qr(RNG.standard_normal((6, 6)))[0].astype(np.float32)
    found = project(turned, before)
    np.testing.assert_allclose(found.points(turned), before, atol=1e-3)


def test_a_small_change_moves_the_points_a_little_although_the_components_change_places() -> None:
    activations = (RNG.standard_normal((500, 4)) * (3.01, 3, 1, 1)).astype(np.float32)
    before = project(activations).points(activations)
    changed = activations * np.array((3 / 3.01, 3.01 / 3, 1, 1), np.float32)
    steady = project(changed, before).points(changed)
    assert np.abs(steady - before).max() < 0.05


@pytest.mark.parametrize("activations", [np.zeros((10, 5)), np.ones((10, 1)), np.arange(10.0)[:, None]])
def test_activations_without_two_directions(activations: np.ndarray) -> None:
    found = project(activations.astype(np.float32))
    points = found.points(activations.astype(np.float32))
    assert points.shape == (10, 2)
    assert np.isfinite(points).all()


def test_a_large_layer_takes_little_more_memory_than_its_activations() -> None:
    """There were several copies of all, as float64."""
    spec = NetworkSpec((ConvolutionSpec(40, size=1, pad=0), AffineSpec(10)), (1, 28, 28))
    network = Network(spec, 5)
    network.initialize(np.random.default_rng(1))
    x = np.random.default_rng(2).random((100, 784), np.float32)
    tracemalloc.start()
    activations = hidden_activations(network, x)
    computed = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    project(activations).points(activations)
    projected = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert activations.shape == (100, 40 * 784)
    # What is added does not depend on the number of neurons: blocks, and a network's workspace.
    assert computed < 1.3 * activations.nbytes + 7e6
    assert projected < activations.nbytes + 30e6


def test_the_axes_of_a_large_layer_are_those_of_its_most_variable_neurons() -> None:
    """It is computed in parts: these two are in the first and the last one."""
    activations = np.random.default_rng(3).standard_normal((60, 40_000)).astype(np.float32)
    activations[:, 0] *= 3_000
    activations[:, -1] *= 1_000
    found = project(activations)
    axes = np.abs(found.axes / np.linalg.norm(found.axes, axis=0))
    np.testing.assert_allclose([axes[0, 0], axes[-1, 1]], 1, atol=0.05)
    points = (activations - activations.mean(axis=0, dtype=np.float64)) @ found.axes
    np.testing.assert_allclose(found.points(activations), points, atol=1e-4)
