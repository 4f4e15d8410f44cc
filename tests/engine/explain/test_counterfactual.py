"""The smallest change: calculated by hand for linear networks, and searched for others."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.pen_strokes import load_pen
from engine.data.synthetic.digits import synthetic_digits
from engine.explain.counterfactual import Change, closest_beyond, smallest_change
from engine.ink.preprocess import centre_drawings
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.paths import SHIPPED_FOLDER, default_weights
from engine.weights import load_weights


def found(network: Network, image: np.ndarray, target: int, **options: int) -> Change:
    change = smallest_change(network, image, target, **options)
    assert change is not None
    return change


def two_digits(W: np.ndarray, b: float) -> Network:
    """A linear network that predicts 1 where W x + b > 0, otherwise 0."""
    network = Network(NetworkSpec.mlp(()), dtype=np.float64)
    network.params["W1"][:, 1] = W
    network.params["b1"][...] = -1000
    network.params["b1"][:2] = 0, b
    return network


def images_of(seed: int, n: int) -> np.ndarray:
    return synthetic_digits(n, seed=seed).images.astype(np.float32) / 255


def small_network() -> Network:
    return load_weights(SHIPPED_FOLDER / "two-layer.safetensors").network(16)


# The closest image beyond a plane


def test_the_closest_beyond_a_plane_by_hand() -> None:
    x, gradient = np.array([0.5, 0.5, 0.5]), np.array([2.0, -1.0, 0.0])
    # Without bounds: s (4 + 1) = 1, s = 0.2.
    np.testing.assert_allclose(closest_beyond(x, gradient, 1.0), [0.9, 0.3, 0.5])
    # The first pixel reaches 1 at s = 0.25 and has gained 1; the second has to gain 0.4.
    np.testing.assert_allclose(closest_beyond(x, gradient, 1.4), [1, 0.1, 0.5])
    # The largest gain is 1.5.
    np.testing.assert_allclose(closest_beyond(x, gradient, 1.6), [1, 0, 0.5])
    np.testing.assert_array_equal(closest_beyond(x, gradient, 0.0), x)
    np.testing.assert_array_equal(closest_beyond(x, 0 * gradient, 1.0), x)


@given(st.integers(0, 10_000), st.floats(0.01, 0.99))
@settings(max_examples=60, deadline=None)
def test_no_image_beyond_the_plane_is_closer(seed: int, part: float) -> None:
    rng = np.random.default_rng(seed)
    x = np.clip(rng.uniform(-0.5, 1.5, 12), 0, 1)
    gradient = rng.standard_normal(12) * rng.integers(0, 2, 12)
    gradient[0] = 1.5 - 3 * x[0]
    most = float(np.maximum(gradient * (1 - x), -gradient * x).sum())
    y = closest_beyond(x, gradient, part * most)
    assert y.min() >= 0
    assert y.max() <= 1
    assert gradient @ (y - x) == pytest.approx(part * most)
    # Of all in the box that gain as much, y is the closest to x: (x - y) never points to another of them.
    for _ in range(20):
        other = rng.uniform(0, 1, 12)
        if gradient @ (other - x) >= part * most:
            assert (x - y) @ (other - y) <= 1e-9


# The smallest change


def test_for_a_linear_network_it_is_the_straight_path_to_the_boundary() -> None:
    rng = np.random.default_rng(0)
    W = rng.standard_normal(784) / 100
    x = rng.uniform(0.3, 0.7, (28, 28))
    far = 0.1
    network = two_digits(W, -far - float(W @ x.ravel()))
    change = found(network, x, 1)
    # The boundary is W x + b = 0: its closest point is far / |W| away, along W. No pixel reaches its bound.
    assert change.found
    assert change.distance == pytest.approx(far / float(np.linalg.norm(W)), rel=0.02)
    np.testing.assert_allclose(change.images[-1], x + (far / (W @ W) * W).reshape(28, 28), atol=0.002)


def test_pixels_at_a_bound_do_not_change() -> None:
    rng = np.random.default_rng(1)
    W = rng.standard_normal(784)
    x = rng.choice([0.0, 0.02, 0.98, 1.0], (28, 28))
    far = 30.0
    network = two_digits(W, -far - float(W @ x.ravel()))
    change = found(network, x, 1)
    assert change.found
    assert change.images.min() >= 0
    assert change.images.max() <= 1
    best = np.linalg.norm(closest_beyond(x.ravel(), W, far) - x.ravel())
    assert float(best) <= change.distance <= 1.02 * float(best)
    # Without the bounds a smaller change would suffice.
    assert change.distance > 1.1 * far / np.linalg.norm(W)


def test_an_image_predicted_as_the_target_is_not_changed() -> None:
    network, x = small_network(), images_of(1, 10)[4]
    predicted = int(network.predict(x[None]).argmax())
    change = found(network, x, predicted)
    assert change.found
    assert change.distance == change.steps == 0
    np.testing.assert_array_equal(change.images, np.repeat(x[None], 24, axis=0))


def test_an_impossible_change_is_not_found() -> None:
    # With no ink is it predicted as 1.
    change = found(two_digits(np.full(784, 0.001), -100.0), np.full((28, 28), 0.5), 1)
    assert not change.found
    assert change.steps <= 200
    # The white image comes closest to it.
    np.testing.assert_array_equal(change.images[-1], np.ones((28, 28)))
    # Nor where no pixel has an effect.
    change = found(two_digits(np.zeros(784), -1.0), np.full((28, 28), 0.5), 1)
    assert not change.found
    assert change.distance == 0


def test_lowering_another_logit_can_be_necessary() -> None:
    # The 1 gains 0.01 with every pixel; the 0 as much with those of the lower half, 0.02 with those of the upper one.
    # So all white is a 0, and a 1 is what has so little ink above that 1 - 0.01 sum is positive.
    network = Network(NetworkSpec.mlp(()), dtype=np.float64)
    network.params["W1"][:, :2] = 0.01
    network.params["W1"][:392, 0] = 0.02
    network.params["b1"][...] = [-1, 0, *[-1000] * 8]
    change = found(network, np.full((28, 28), 0.5), 1)
    # The 392 pixels above have to go from 0.5 to 100 / 392, those below need not change.
    assert change.found
    np.testing.assert_allclose(change.images[-1][:14], 100 / 392, atol=0.002)
    np.testing.assert_allclose(change.images[-1][14:], 0.5, atol=0.002)


def test_the_images_are_on_the_straight_path() -> None:
    network, x = small_network(), images_of(1, 10)[4]
    change = found(network, x, 8)
    assert change.images.shape == (24, 28, 28)
    assert change.images.dtype == change.probabilities.dtype == np.float32
    np.testing.assert_array_equal(change.images[0], x)
    path = change.images[-1] - x
    assert change.distance == pytest.approx(float(np.linalg.norm(path)), rel=1e-5)
    np.testing.assert_allclose(change.images[4], x + path * 4 / 23, atol=1e-6)
    np.testing.assert_array_equal(change.probabilities, network.predict(change.images))


def test_only_the_last_image_is_predicted_as_the_target() -> None:
    network = small_network()
    for i, x in enumerate(images_of(2, 20)):
        predicted = int(network.predict(x[None]).argmax())
        target = (predicted + 1 + i % 9) % 10
        change = found(network, x, target)
        assert change.found
        assert change.steps <= 200
        assert change.probabilities[-1].argmax() == target
        assert change.probabilities[-1, target] >= 0.5
        assert change.probabilities[-2, target] < 0.5
        assert change.images.min() >= 0
        assert change.images.max() <= 1


def test_following_the_gradient_alone_takes_a_larger_change() -> None:
    # Many small steps along the gradient of the difference of the two logits.
    network = small_network()
    ratios = []
    for x, target in zip(images_of(3, 10), itertools.cycle([2, 7, 4])):
        predicted = network.predict(x[None])[0].argmax()
        if predicted == target:
            continue
        y = x.copy()
        while network.predict(y[None])[0, target] < 0.5:
            dlogits = np.zeros((1, 10), np.float32)
            dlogits[0, [target, predicted]] = 1, -1
            network.logits(y[None])
            step = network.backward(dlogits).reshape(y.shape)
            y = np.clip(y + 0.01 * step / np.linalg.norm(step), 0, 1)
        ratios.append(found(network, x, target).distance / np.linalg.norm(y - x))
    assert max(ratios) < 1.01
    assert np.mean(ratios) < 0.95


def test_the_result_is_reproducible() -> None:
    x = images_of(1, 10)[5]
    one, other = (found(small_network(), x, 3) for _ in range(2))
    np.testing.assert_array_equal(one.images, other.images)
    assert one.steps == other.steps


@pytest.mark.parametrize("most", [1, 7, 20])
def test_max_steps_is_the_most_gradients(most: int) -> None:
    for x in images_of(1, 10):
        assert found(small_network(), x, 0, max_steps=most).steps <= most


def test_it_can_be_cancelled() -> None:
    x, asked = images_of(1, 10)[5], []

    def keep_going() -> bool:
        asked.append(True)
        return len(asked) < 5

    assert smallest_change(small_network(), x, 3, keep_going=keep_going) is None
    assert len(asked) == 5


def test_the_prediction_of_the_shipped_network_can_mostly_be_changed(shared_data: Path) -> None:
    network = load_weights(default_weights()).network(24)
    pen = load_pen(shared_data / "pen" / "unipen-digits-dev.npz")
    images = centre_drawings(pen.subset(np.random.default_rng(5).choice(len(pen), 10, replace=False)).drawings)
    successes = []
    for i, (x, predicted) in enumerate(zip(images, network.predict(images).argmax(axis=1), strict=True)):
        target = int((predicted + 1 + i % 9) % 10)
        change = found(network, x, target, max_steps=60)
        successes.append(change.found)
        assert change.images.min() >= 0
        assert change.images.max() <= 1
        if change.found:
            assert change.probabilities[-1, target] >= 0.5
            assert change.distance < 4
    assert np.mean(successes) >= 0.8
