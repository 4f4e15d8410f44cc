"""Softmax and cross entropy in one layer."""

import math

import numpy as np
import pytest
from gradient_checks import relative_error

from engine.book import cross_entropy_error, numerical_gradient, softmax
from engine.nn import losses
from engine.nn.losses import SigmoidWithLoss, SoftmaxWithLoss
from engine.types import NO_DIGIT

T = np.array([1, 0], np.uint8)


def loss_of(classes: int, dtype: type[np.floating] = np.float64) -> SoftmaxWithLoss:
    return SoftmaxWithLoss(classes, 4, np.dtype(dtype))


def test_by_hand() -> None:
    layer = loss_of(2)
    # exp(0) = 1 and exp(ln 3) = 3: y is (1/4, 3/4), and for two equal logits (1/2, 1/2).
    a = np.array([[0, math.log(3)], [5, 5]])
    # The labels' probabilities are 3/4 and 1/2.
    assert layer.forward(a, T) == pytest.approx(-(math.log(3 / 4) + math.log(1 / 2)) / 2)
    # (y - t) / 2: (1/4, 3/4) - (0, 1) and (1/2, 1/2) - (1, 0), halved.
    np.testing.assert_allclose(layer.backward(T), [[1 / 8, -1 / 8], [-1 / 4, 1 / 4]])


def test_the_target_of_no_digit_is_uniform() -> None:
    layer = loss_of(10)
    a, t = np.zeros((2, 10)), np.array([NO_DIGIT, 3], np.uint8)
    a[:, 3] = math.log(11)
    # y is 11/20 for the 3 and 1/20 for each other digit.
    unsure = -(math.log(11 / 20) + 9 * math.log(1 / 20)) / 10
    assert layer.forward(a, t) == pytest.approx((unsure - math.log(11 / 20)) / 2)
    da = layer.backward(t)
    np.testing.assert_allclose(da[0], np.where(np.arange(10) == 3, 9 / 20, -1 / 20) / 2)
    np.testing.assert_allclose(da[1], np.where(np.arange(10) == 3, -9 / 20, 1 / 20) / 2)


def test_the_target_of_no_class_is_uniform_for_any_number_of_classes() -> None:
    layer, t = loss_of(3), np.array([3], np.uint8)
    assert layer.forward(np.zeros((1, 3)), t) == pytest.approx(math.log(3))
    np.testing.assert_allclose(layer.backward(t), [[0, 0, 0]], atol=1e-12)
    # Of twelve or three hundred classes, 10 is one as the others.
    for classes in (12, 300):
        layer, a, t = loss_of(classes), np.zeros((2, classes)), np.array([10, classes - 1])
        a[0, 10] = a[1, -1] = 50
        assert layer.forward(a, t) == pytest.approx(0, abs=1e-9)
        np.testing.assert_allclose(losses.cross_entropies(a, t), [0, 0], atol=1e-9)


# A sigmoid, where one logit tells two classes apart


def test_the_sigmoid_by_hand() -> None:
    layer = SigmoidWithLoss(3, np.dtype(np.float64))
    # y is 3/4, 1/2 and 1/4: the labels' probabilities are 3/4, 1/2 and 3/4.
    a, t = np.array([[math.log(3)], [0], [-math.log(3)]]), np.array([1, 0, 0], np.uint8)
    assert layer.forward(a, t) == pytest.approx(-(2 * math.log(3 / 4) + math.log(1 / 2)) / 3)
    np.testing.assert_allclose(layer.backward(t), np.array([[-1 / 4], [1 / 2], [1 / 4]]) / 3)
    np.testing.assert_allclose(losses.probabilities(a), [[3 / 4], [1 / 2], [1 / 4]])


def test_the_gradient_of_the_sigmoid_equals_the_numerical_gradient() -> None:
    layer, t = SigmoidWithLoss(4, np.dtype(np.float64)), np.array([1, 0, 1])
    a = np.random.default_rng(0).standard_normal((3, 1))
    layer.forward(a, t)
    da = layer.backward(t).copy()
    assert relative_error(da, numerical_gradient(lambda a: layer.forward(a, t), a)) < 1e-6


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_sigmoid_of_large_numbers(dtype: type[np.floating]) -> None:
    layer = SigmoidWithLoss(2, np.dtype(dtype))
    a, t = np.array([[1000], [-1000]], dtype), np.array([0, 1], np.uint8)
    assert layer.forward(a, t) == 1000
    da = layer.backward(t)
    np.testing.assert_array_equal(da, [[0.5], [-0.5]])
    assert da.dtype == dtype
    np.testing.assert_array_equal(losses.probabilities(a), [[1], [0]])
    assert losses.probabilities(a).dtype == dtype
    # Certain and right: a small difference from 1 is kept.
    assert layer.forward(-a / 50, t) == pytest.approx(2.06115362e-09, rel=1e-5)
    np.testing.assert_allclose(layer.backward(t)[:, 0], [1.03057681e-09, -1.03057681e-09], rtol=1e-5)
    assert math.isnan(layer.forward(np.array([[np.nan]], dtype), t[:1]))


# Softmax


def test_the_gradient_equals_the_numerical_gradient() -> None:
    layer = loss_of(5)
    a, t = np.random.default_rng(0).standard_normal((3, 5)), np.array([4, 0, 4])
    layer.forward(a, t)
    da = layer.backward(t).copy()
    assert relative_error(da, numerical_gradient(lambda a: layer.forward(a, t), a)) < 1e-6


def test_it_equals_softmax_and_cross_entropy() -> None:
    a, t = np.random.default_rng(0).standard_normal((4, 10)), np.array([4, 0, 9, 4])
    assert loss_of(10).forward(a, t) == pytest.approx(cross_entropy_error(softmax(a), t), rel=1e-5)


def test_a_smaller_batch_is_independent_of_a_larger_one_before() -> None:
    a = np.random.default_rng(0).standard_normal((4, 10))
    used, fresh = loss_of(10), loss_of(10)
    used.forward(a, np.array([1, 2, 3, 4]))
    used.backward(np.array([1, 2, 3, 4]))
    assert used.forward(a[:2], T) == fresh.forward(a[:2], T)
    np.testing.assert_array_equal(used.backward(T), fresh.backward(T))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_loss_of_a_certain_and_wrong_prediction_is_finite(dtype: type[np.floating]) -> None:
    layer = loss_of(2, dtype)
    loss = layer.forward(np.array([[1000, -1000]], dtype), T[:1])
    assert type(loss) is float
    assert loss == 2000  # y is (1, exp(-2000)), which no float holds
    da = layer.backward(T[:1])
    np.testing.assert_array_equal(da, [[1, -1]])
    assert da.dtype == dtype


def test_the_loss_of_nan_is_nan() -> None:
    assert math.isnan(loss_of(2).forward(np.array([[np.nan, 1], [0, 1]]), T))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_softmax_of_large_numbers(dtype: type[np.floating]) -> None:
    y = losses.softmax(np.array([[1010.0, 1000.0, 990.0], [-1000, 0, 1000]], dtype))
    np.testing.assert_allclose(y, [[9.99954600e-01, 4.53978686e-05, 2.06106005e-09], [0, 0, 1]], rtol=1e-6)
    assert y.dtype == dtype


def test_softmax_of_no_inputs() -> None:
    assert losses.softmax(np.zeros((0, 10))).shape == (0, 10)


def test_the_cross_entropies_of_a_mini_batch_are_those_of_training() -> None:
    rng = np.random.default_rng(5)
    a, t = (9 * rng.normal(size=(200, 10))).astype(np.float32), rng.integers(0, 11, 200).astype(np.uint8)
    before = a.copy()
    found = losses.cross_entropies(a, t)
    layer = losses.SoftmaxWithLoss(10, 200, np.dtype(np.float32))
    assert found.mean() == pytest.approx(layer.forward(a, t), rel=1e-5)
    each = [layer.forward(a[i : i + 1], t[i : i + 1]) for i in range(200)]
    np.testing.assert_allclose(found, each, rtol=1e-5, atol=1e-6)
    # Of one image, whose transpose is contiguous: the logits stay as they are.
    assert losses.cross_entropies(a[:1], t[:1])[0] == pytest.approx(each[0], rel=1e-5)
    np.testing.assert_array_equal(a, before)
    assert losses.cross_entropies(np.array([[1000, -1000]], np.float32), np.array([1]))[0] == 2000
