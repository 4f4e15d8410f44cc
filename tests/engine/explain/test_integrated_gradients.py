"""Integrated gradients: they sum to what the image adds to the logit, and agree with examples by hand."""

from pathlib import Path

import numpy as np
import pytest

from engine.data.pen_strokes import load_pen
from engine.data.synthetic.digits import synthetic_digits
from engine.explain.integrated_gradients import Attribution, integrated_gradients
from engine.ink.preprocess import centre_drawings
from engine.nn.layers import AffineSpec, ReLUSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.paths import SHIPPED_FOLDER, default_weights
from engine.weights import load_weights


def random_image(seed: int = 0) -> np.ndarray:
    """An image with ink on a third of it."""
    rng = np.random.default_rng(seed)
    return (rng.random((28, 28)) * (rng.random((28, 28)) < 1 / 3)).astype(np.float32)


def found(network: Network, image: np.ndarray, digit: int, **options: int) -> Attribution:
    attribution = integrated_gradients(network, image, digit, **options)
    assert attribution is not None
    return attribution


def is_complete(attribution: Attribution) -> bool:
    """The pixels' sum is the difference within 1 %, or within 0.01 where that is below 1."""
    total = float(attribution.values.sum(dtype=np.float64))
    return abs(total - attribution.difference) <= 0.01 * max(abs(attribution.difference), 1)


def linear(max_batch: int = 100) -> Network:
    network = Network(NetworkSpec.mlp(()), max_batch)
    network.initialize(np.random.default_rng(0))
    network.params["b1"][...] = np.arange(10)
    return network


def test_in_a_linear_network_each_pixel_adds_weight_times_ink() -> None:
    network, x = linear(), random_image()
    attribution = found(network, x, 3)
    np.testing.assert_allclose(attribution.values, x * network.params["W1"][:, 3].reshape(28, 28), atol=1e-7)
    # The bias does not depend on the image, so it is part of no attribution.
    assert attribution.difference == pytest.approx(float(x.reshape(784) @ network.params["W1"][:, 3]), abs=1e-5)
    assert attribution.values.dtype == np.float32
    assert attribution.steps == 33


def test_a_neuron_that_becomes_active_late_by_hand() -> None:
    # One neuron, ReLU(2 x_0 + x_1 - 2.7), which has the weight 3 in logit 7. On the path to x = (1, 1) it is active in
    # the last tenth, so x_0 adds 3 * 2 * 0.1 = 0.6 and x_1 adds 0.3: together 3 (3 - 2.7).
    network = Network(NetworkSpec((AffineSpec(1), ReLUSpec(), AffineSpec(10))), dtype=np.float64)
    network.params["W1"][:2, 0] = 2, 1
    network.params["b1"][...] = -2.7
    network.params["W2"][0, 7] = 3
    x = np.zeros((28, 28))
    x[0, :2] = 1
    attribution = found(network, x, 7)
    np.testing.assert_allclose(attribution.values[0, :2], [0.6, 0.3], rtol=0.02)
    assert np.count_nonzero(attribution.values) == 2
    assert attribution.difference == pytest.approx(0.9)
    # Of the 32 intervals only the one in which it becomes active is halved repeatedly.
    assert 33 < attribution.steps < 40
    assert not found(network, x, 4).values.any()


def test_a_black_image_has_no_attributions() -> None:
    attribution = found(linear(), np.zeros((28, 28), np.float32), 0)
    assert not attribution.values.any()
    assert attribution.difference == 0
    assert is_complete(attribution)


@pytest.mark.parametrize("name", ["two-layer", "three-layer"])
def test_the_attributions_sum_to_the_difference_of_the_logits(name: str) -> None:
    network = load_weights(SHIPPED_FOLDER / f"{name}.safetensors").network(64)
    digits = synthetic_digits(100, seed=1)
    for image, label in zip(digits.images.astype(np.float32) / 255, digits.labels, strict=True):
        attribution = found(network, image, int(label))
        logits = network.logits(np.stack([image, np.zeros_like(image)]))[:, label].astype(np.float64)
        assert attribution.difference == pytest.approx(logits[0] - logits[1], abs=1e-4)
        assert is_complete(attribution)
        assert not attribution.values[image == 0].any()


def test_the_sum_for_pen_strokes_and_the_shipped_network(shared_data: Path) -> None:
    network = load_weights(default_weights()).network(64)
    pen = load_pen(shared_data / "pen" / "unipen-digits-dev.npz")
    pen = pen.subset(np.random.default_rng(3).choice(len(pen), 20, replace=False))
    images = centre_drawings(pen.drawings)
    predicted = network.predict(images).argmax(axis=1)
    steps = []
    for image, digit in zip(images, predicted, strict=True):
        attribution = found(network, image, int(digit))
        total = attribution.values.sum(dtype=np.float64)
        assert abs(total - attribution.difference) <= 0.01 * abs(attribution.difference)
        steps.append(attribution.steps)
    assert np.median(steps) < 64


def test_adaptive_intervals_are_as_accurate_as_many_equal_ones() -> None:
    network = load_weights(SHIPPED_FOLDER / "two-layer.safetensors").network(64)
    x = synthetic_digits(20, seed=2).images[7].astype(np.float32) / 255
    label = int(network.predict(x[None]).argmax())
    points = ((np.arange(4096) + 0.5) / 4096).astype(np.float32)
    mean = np.zeros((28, 28))
    for part in points.reshape(-1, 64, 1, 1):
        dlogits = np.zeros((64, 10), np.float32)
        dlogits[:, label] = 1
        network.logits(part * x)
        mean += network.backward(dlogits).reshape(64, 28, 28).sum(axis=0, dtype=np.float64) / 4096
    values = found(network, x, label).values
    assert np.linalg.norm(values - x * mean) < 0.05 * np.linalg.norm(values)


def test_the_result_does_not_depend_on_the_batch_size() -> None:
    weights = load_weights(SHIPPED_FOLDER / "three-layer.safetensors")
    one, many = (found(weights.network(n), random_image(), 2) for n in (5, 100))
    assert one.steps == many.steps
    np.testing.assert_allclose(one.values, many.values, atol=1e-5)


def test_with_few_steps_the_sum_is_less_accurate() -> None:
    network = load_weights(SHIPPED_FOLDER / "two-layer.safetensors").network(64)
    images = synthetic_digits(50, seed=1).images.astype(np.float32) / 255
    few = [found(network, image, 5, max_steps=33) for image in images]
    more = [found(network, image, 5) for image in images]
    assert {attribution.steps for attribution in few} == {33}
    assert not all(is_complete(attribution) for attribution in few)
    assert all(is_complete(attribution) for attribution in more)
    assert all(attribution.steps <= 40 for attribution in (found(network, p, 5, max_steps=40) for p in images))


def test_it_can_be_cancelled() -> None:
    asked = iter([True, True, False])
    assert integrated_gradients(linear(10), random_image(), 0, keep_going=lambda: next(asked)) is None
    assert next(asked, None) is None
