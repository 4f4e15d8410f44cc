"""Chapter 6: optimizers, initial weights, batch normalization and dropout, by hand and against the fast engine."""

from typing import Any

import numpy as np
import pytest

from engine.book import (
    SGD,
    AdaGrad,
    Adam,
    BatchNormalization,
    Dropout,
    Momentum,
    Nesterov,
    RMSprop,
    he_init,
    normal_init,
    numerical_gradient,
    xavier_init,
)
from engine.nn.layers import BatchNormalizationSpec, DropoutSpec, LayerContext
from engine.nn.layers import Dropout as FastDropout
from engine.train.optimizers import make_optimizer

SETTINGS = {"momentum": 0.9, "decay": 0.99, "beta1": 0.9, "beta2": 0.999}
ALL = [(SGD, "sgd"), (Momentum, "momentum"), (Nesterov, "nesterov"), (AdaGrad, "adagrad")]
ALL += [(RMSprop, "rmsprop"), (Adam, "adam")]
every_optimizer = pytest.mark.parametrize(("make", "kind"), ALL)


def steps(optimizer: Any, W: float, *gradients: float) -> list[float]:
    """Where a single parameter is after each gradient."""
    params, found = {"W": np.array([W])}, []
    for dW in gradients:
        optimizer.update(params, {"W": np.array([dW])})
        found.append(float(params["W"][0]))
    return found


@pytest.mark.parametrize(
    ("optimizer", "gradients", "expected"),
    [
        (SGD(lr=0.1), (10, -20), [0, 2]),
        # v = -1, then 0.5 * -1 - 0.2 = -0.7, then -0.35.
        (Momentum(lr=0.1, momentum=0.5), (10, 2, 0), [0, -0.7, -1.05]),
        # 1 - 1.5 * 0.2, v = -0.2; then 0.7 + 0.25 * -0.2 - 1.5 * 0.1.
        (Nesterov(lr=0.1, momentum=0.5), (2, 1), [0.7, 0.5]),
        # h = 9: 1 - 0.1 * 3 / 3; h = 25: 0.9 - 0.1 * 4 / 5.
        (AdaGrad(lr=0.1), (3, 4), [0.9, 0.82]),
        # h = 0.25 * 4 = 1: 1 - 0.1 * 2; h = 0.75 + 0.25 = 1: 0.8 - 0.1.
        (RMSprop(lr=0.1, decay_rate=0.75), (2, 1), [0.8, 0.7]),
        # Corrected, m is 2 and v is 4: a step of lr. Then m = 0.5 - 0.5 = 0.
        (Adam(lr=0.1, beta1=0.5, beta2=0.75), (2, -1), [0.9, 0.9]),
    ],
    ids=lambda value: type(value).__name__ if hasattr(value, "update") else None,
)
def test_optimizers_by_hand(optimizer: Any, gradients: tuple[float, ...], expected: list[float]) -> None:
    np.testing.assert_allclose(steps(optimizer, 1.0, *gradients), expected, rtol=1e-6, atol=1e-9)


@every_optimizer
def test_many_steps_equal_the_fast_optimizer(make: Any, kind: str) -> None:
    rng = np.random.default_rng(0)
    params = {"W1": rng.standard_normal((4, 3)), "b1": rng.standard_normal(3)}
    flat = np.concatenate([array.ravel() for array in params.values()])
    ours, fast = make(lr=0.05), make_optimizer(kind, flat, SETTINGS)
    for _ in range(30):
        grads = {key: rng.standard_normal(W.shape) for key, W in params.items()}
        ours.update(params, grads)
        fast.update(flat, np.concatenate([array.ravel() for array in grads.values()]), 0.05)
    np.testing.assert_allclose(np.concatenate([array.ravel() for array in params.values()]), flat, rtol=1e-10)


@every_optimizer
def test_the_arrays_of_the_network_are_changed_in_place_and_keep_their_type(make: Any, kind: str) -> None:
    W, grads = np.ones(3, np.float32), {"W": np.array([1, 0, 1], np.float32)}
    params = {"W": W}
    make().update(params, grads)
    assert params["W"] is W
    assert W[0] < 1 == W[1]
    np.testing.assert_array_equal(grads["W"], [1, 0, 1])


def test_the_books_learning_rates() -> None:
    assert [make().lr for make, _ in ALL] == [0.01] * 5 + [0.001]


def test_initial_weights() -> None:
    rng = np.random.default_rng(0)
    assert normal_init(400, 50, rng=rng).std() == pytest.approx(0.01, rel=0.02)
    assert xavier_init(400, 50, rng).std() == pytest.approx(0.05, rel=0.02)
    assert he_init(200, 50, rng).std() == pytest.approx(0.1, rel=0.02)
    assert he_init(3, 2).shape == (3, 2)


def test_batch_normalization_by_hand() -> None:
    layer = BatchNormalization(np.array([1.0, 2]), np.array([0.0, 1]), momentum=0.5)
    # Means 2 and 5, variances 1 and 4: xn is (-1, -1) and (1, 1); times gamma, plus beta.
    out = layer.forward(np.array([[1.0, 3], [3, 7]]))
    np.testing.assert_allclose(out, [[-1, -1], [1, 3]], rtol=1e-5)
    np.testing.assert_allclose(layer.running_mean, [1, 2.5])
    np.testing.assert_allclose(layer.running_var, [0.5, 2])
    # With two numbers to a mean, a gradient that only shifts or stretches them comes to nothing.
    np.testing.assert_allclose(layer.backward(np.array([[1.0, -1], [1, 1]])), 0, atol=1e-5)
    np.testing.assert_allclose(layer.dbeta, [2, 0])
    np.testing.assert_allclose(layer.dgamma, [0, 2], atol=1e-5)
    # A test: (x - 1) / sqrt(0.5) and 2 (x - 2.5) / sqrt(2) + 1.
    tested = layer.forward(np.array([[1.0, 4.5]]), train_flg=False)
    np.testing.assert_allclose(tested, [[0, 1 + 4 / 2**0.5]], rtol=1e-5, atol=1e-9)


def normalization(D: int) -> tuple[BatchNormalization, Any, dict[str, np.ndarray], dict[str, np.ndarray]]:
    """The book's layer, and the fast one's specification, parameters and gradients with the same numbers."""
    rng = np.random.default_rng(0)
    params = {name: rng.uniform(0.5, 1.5, D) for name in ("gamma", "beta", "mean", "var")}
    book = BatchNormalization(params["gamma"], params["beta"], 0.9, params["mean"].copy(), params["var"].copy())
    # The fast engine's own eps is 1e-5.
    return book, BatchNormalizationSpec(eps=1e-6), params, {name: np.zeros(D) for name in params}


@pytest.mark.parametrize("image", [False, True])
def test_batch_normalization_equals_the_fast_layer(image: bool) -> None:
    shape = (3, 2, 2) if image else (3,)
    x, dout = np.random.default_rng(1).standard_normal((2, 5, *shape))
    layer, spec, params, grads = normalization(3)
    fast = spec.build(LayerContext(shape, 5, params, grads, x.dtype))

    def rows(array: np.ndarray) -> np.ndarray:
        # The fast layer has one mean a channel, over all pixels. For the book's, each pixel is a row of channels then.
        return array.transpose(0, 2, 3, 1).reshape(-1, 3) if image else array

    np.testing.assert_allclose(layer.forward(rows(x)), rows(fast.forward(x, training=True)), rtol=1e-6)
    np.testing.assert_allclose(layer.backward(rows(dout)), rows(fast.backward(dout)), rtol=1e-6, atol=1e-12)
    np.testing.assert_allclose(layer.dgamma, grads["gamma"], rtol=1e-6)
    np.testing.assert_allclose(layer.dbeta, grads["beta"], rtol=1e-6)
    np.testing.assert_allclose(layer.running_mean, params["mean"], rtol=1e-6)
    np.testing.assert_allclose(layer.running_var, params["var"], rtol=1e-6)
    tested = layer.forward(rows(x), train_flg=False)
    np.testing.assert_allclose(tested, rows(fast.forward(x, training=False)), rtol=1e-6)


@pytest.mark.parametrize("shape", [(4, 6), (4, 1, 2, 3)])
def test_the_gradient_of_batch_normalization_is_the_numerical_one(shape: tuple[int, ...]) -> None:
    x, dout = np.random.default_rng(1).standard_normal((2, *shape))
    layer, _, _, _ = normalization(6)
    assert layer.forward(x).shape == shape
    dx = layer.backward(dout)
    dgamma = layer.dgamma
    np.testing.assert_allclose(dx, numerical_gradient(lambda x: float((layer.forward(x) * dout).sum()), x), atol=1e-7)
    numerical = numerical_gradient(lambda _: float((layer.forward(x) * dout).sum()), layer.gamma)
    np.testing.assert_allclose(dgamma, numerical, atol=1e-7)


def test_batch_normalization_refuses_what_does_not_fit() -> None:
    with pytest.raises(ValueError, match=r"does not fit gamma of shape \(3,\)"):
        BatchNormalization(np.ones(3), np.zeros(3)).forward(np.ones((2, 3, 4, 4)))


def test_dropout_by_hand() -> None:
    layer, x = Dropout(0.25, np.random.default_rng(0)), np.full((1, 1000), 8.0)
    out = layer.forward(x)
    # A quarter is dropped: 750 of 1000 stay, with a standard deviation of 14.
    assert set(out.ravel()) == {0, 8}
    assert 695 < np.count_nonzero(out) < 805
    np.testing.assert_array_equal(layer.backward(np.ones((1, 1000))), out / 8)
    np.testing.assert_array_equal(layer.forward(x, train_flg=False), np.full((1, 1000), 6.0))
    again = Dropout(0.25, np.random.default_rng(0))
    np.testing.assert_array_equal(again.forward(x), out)


def test_dropout_equals_the_fast_layer() -> None:
    layer, fast = Dropout(0.3), DropoutSpec(0.3).build(LayerContext((50,), 4, {}, {}, np.dtype(np.float64)))
    assert isinstance(fast, FastDropout)
    fast.use_rng(np.random.default_rng(0))
    x = np.random.default_rng(1).uniform(1, 2, (4, 50))
    np.testing.assert_allclose(layer.forward(x, train_flg=False), fast.forward(x, training=False), rtol=1e-12)
    # The two draw their masks differently: the book's layer is given the fast one's.
    out = fast.forward(x, training=True).copy()
    layer.mask = out != 0
    np.testing.assert_array_equal(layer.backward(x), fast.backward(x))
    np.testing.assert_array_equal(out, x * layer.mask)


def test_float32_stays_float32() -> None:
    x = np.ones((2, 3), np.float32)
    for layer in (BatchNormalization(x[0], x[0]), Dropout()):
        assert layer.forward(x).dtype == layer.backward(x).dtype == layer.forward(x, train_flg=False).dtype == x.dtype
