"""Chapter 5: layers by hand, against the numerical gradient and against the fast engine; networks that learn."""

import math
from typing import Any

import numpy as np
import pytest

from engine.book import (
    AddLayer,
    Affine,
    MulLayer,
    Relu,
    Sigmoid,
    SimpleConvNet,
    SoftmaxWithLoss,
    TwoLayerNet,
    affine_layer_backward,
    affine_layer_forward,
    gradient_check,
    numerical_gradient,
    relu_layer_backward,
    relu_layer_forward,
    sigmoid_layer_backward,
    sigmoid_layer_forward,
    softmax_with_loss_backward,
    softmax_with_loss_forward,
    train_step,
)
from engine.nn.layers import AffineSpec, LayerContext, LayerSpec, ReLUSpec, SigmoidSpec
from engine.nn.losses import SoftmaxWithLoss as FastLoss
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec

RNG = np.random.default_rng(0)
X, W, B, DOUT = (RNG.standard_normal(shape) for shape in ((3, 4), (4, 2), (2,), (3, 2)))
T = np.array([1, 0, 1])


def fast_layer(spec: LayerSpec, x: np.ndarray, dout: np.ndarray, **params: np.ndarray) -> list[np.ndarray]:
    """The fast engine's out, dx, and a gradient for each parameter."""
    grads = {name: np.empty_like(array) for name, array in params.items()}
    layer = spec.build(LayerContext(x.shape[1:], len(x), params, grads, x.dtype))
    return [layer.forward(x, training=True), layer.backward(dout), *grads.values()]


def assert_equal(ours: list[Any], others: list[Any]) -> None:
    for one, other in zip(ours, others, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-6, atol=1e-14)


def test_the_books_apples_and_oranges() -> None:
    apple, orange, fruit, tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    price = tax.forward(fruit.forward(apple.forward(100, 2), orange.forward(150, 3)), 1.1)
    assert price == pytest.approx(715)
    dfruit, dtax = tax.backward(1)
    dapples, doranges = fruit.backward(dfruit)
    assert (*apple.backward(dapples), *orange.backward(doranges), dtax) == pytest.approx((2.2, 110, 3.3, 165, 650))


def test_relu_by_hand() -> None:
    layer, dout = Relu(), np.array([[5.0, 6, 7]])
    np.testing.assert_array_equal(layer.forward(np.array([[-1.0, 0, 2]])), [[0, 0, 2]])
    np.testing.assert_array_equal(layer.mask, [[True, True, False]])
    np.testing.assert_array_equal(layer.backward(dout), [[0, 0, 7]])
    np.testing.assert_array_equal(dout, [[5, 6, 7]])


def test_affine_by_hand() -> None:
    layer = Affine(np.array([[1.0, 0, -1], [2, 1, 0]]), np.array([1.0, 1, 1]))
    # (1, 2) W = 1 (1, 0, -1) + 2 (2, 1, 0) = (5, 2, -1), then b is added.
    np.testing.assert_array_equal(layer.forward(np.array([[1.0, 2]])), [[6, 3, 0]])
    # dx = dout W^T, dW = x^T dout.
    np.testing.assert_array_equal(layer.backward(np.array([[1.0, 2, 3]])), [[-2, 4]])
    np.testing.assert_array_equal(layer.dW, [[1, 2, 3], [2, 4, 6]])
    np.testing.assert_array_equal(layer.db, [1, 2, 3])


def test_softmax_with_loss_by_hand() -> None:
    layer = SoftmaxWithLoss()
    # exp(0) = 1 and exp(ln 3) = 3: y is (1/4, 3/4), and for two equal scores (1/2, 1/2).
    a = np.array([[0, math.log(3)], [5, 5]])
    for t in (np.array([1, 0]), np.array([[0, 1], [1, 0]])):
        assert layer.forward(a, t) == layer.loss == pytest.approx(-(math.log(3 / 4) + math.log(1 / 2)) / 2, rel=1e-6)
        np.testing.assert_allclose(layer.backward(), [[1 / 8, -1 / 8], [-1 / 4, 1 / 4]])
    layer.forward(a[0], 1)
    np.testing.assert_allclose(layer.backward(), [1 / 4, -1 / 4])


def test_layers_equal_the_fast_ones() -> None:
    affine = Affine(W, B)
    ours = [affine.forward(X), affine.backward(DOUT), affine.dW, affine.db]
    assert_equal(ours, fast_layer(AffineSpec(2), X, DOUT, W=W, b=B))
    for layer, spec in ((Relu(), ReLUSpec()), (Sigmoid(), SigmoidSpec())):
        assert_equal([layer.forward(X), layer.backward(X + 1)], fast_layer(spec, X, X + 1))
    last, fast = SoftmaxWithLoss(), FastLoss(2, 3, X.dtype)
    assert_equal([last.forward(DOUT, T), last.backward()], [fast.forward(DOUT, T), fast.backward(T)])


def test_plain_functions_equal_the_fast_layers() -> None:
    y, cache = affine_layer_forward(X, W, B)
    assert_equal([y, *affine_layer_backward(DOUT, cache)], fast_layer(AffineSpec(2), X, DOUT, W=W, b=B))
    y, cache = relu_layer_forward(X)
    assert_equal([y, relu_layer_backward(X + 1, cache)], fast_layer(ReLUSpec(), X, X + 1))
    y, cache = sigmoid_layer_forward(X)
    assert_equal([y, sigmoid_layer_backward(X + 1, cache)], fast_layer(SigmoidSpec(), X, X + 1))
    loss, cache = softmax_with_loss_forward(DOUT, T)
    fast = FastLoss(2, 3, X.dtype)
    assert_equal([loss, softmax_with_loss_backward(cache)], [fast.forward(DOUT, T), fast.backward(T)])


def test_gradients_equal_the_numerical_ones() -> None:
    affine = Affine(W, B)
    for layer, x in ((affine, X), (Relu(), X), (Sigmoid(), X)):
        weights = np.random.default_rng(1).standard_normal(layer.forward(x).shape)
        dx = layer.backward(weights)
        numerical = numerical_gradient(lambda x, layer=layer, d=weights: float((layer.forward(x) * d).sum()), x)
        np.testing.assert_allclose(dx, numerical, atol=1e-8)
    affine.forward(X)
    affine.backward(DOUT)
    for grad, parameter in ((affine.dW, W), (affine.db, B)):
        numerical = numerical_gradient(lambda _: float((affine.forward(X) * DOUT).sum()), parameter)
        np.testing.assert_allclose(grad, numerical, atol=1e-8)


def test_affine_takes_images_as_rows() -> None:
    affine, x = Affine(W, B), X.reshape(3, 1, 2, 2)
    np.testing.assert_array_equal(affine.forward(x), X @ W + B)
    assert affine.backward(DOUT).shape == x.shape


@pytest.mark.parametrize("shape", [(4,), (3, 5)])
def test_inputs_that_do_not_fit_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"does not fit W of shape \(4, 2\)"):
        Affine(W, B).forward(np.ones(shape))
    with pytest.raises(ValueError, match="do not fit"):
        affine_layer_forward(np.ones(shape), W, B)


def test_float32_stays_float32() -> None:
    narrow = [array.astype(np.float32) for array in (X, W, B, DOUT)]
    x, affine = narrow[0], Affine(narrow[1], narrow[2])
    assert affine.forward(x).dtype == affine.backward(narrow[3]).dtype == affine.dW.dtype == np.float32
    for layer in (Relu(), Sigmoid()):
        assert layer.forward(x).dtype == layer.backward(x).dtype == np.float32
    last = SoftmaxWithLoss()
    for t in (T, np.eye(2)[T]):
        last.forward(narrow[3], t)
        assert last.backward().dtype == np.float32


def test_two_layer_net_equals_the_fast_network() -> None:
    rng = np.random.default_rng(0)
    network = TwoLayerNet(input_size=784, hidden_size=50, output_size=10, rng=rng)
    fast = Network(NetworkSpec.mlp((50,), "relu"), dtype=np.float64)
    fast.load(network.params)
    x, t = rng.random((20, 784)), rng.integers(0, 10, 20)
    np.testing.assert_allclose(network.predict(x), fast.logits(x), rtol=1e-6)
    assert network.loss(x, t) == pytest.approx(fast.loss(x, t), rel=1e-6)
    assert network.accuracy(x, t) == network.accuracy(x, np.eye(10)[t]) == np.mean(fast.predict(x).argmax(1) == t)
    fast.gradient_step(x, t)
    for key, grad in network.gradient(x, t).items():
        np.testing.assert_allclose(grad, fast.grads[key], rtol=1e-6, atol=1e-12)


def test_gradient_check_is_small_and_finds_a_wrong_derivative(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    network = TwoLayerNet(4, 3, 2, weight_init_std=0.5, rng=rng)
    errors = gradient_check(network, X, T)
    assert list(errors) == ["W1", "b1", "W2", "b2"]
    assert max(errors.values()) < 1e-7
    monkeypatch.setattr(Relu, "backward", lambda self, dout: dout)
    assert gradient_check(network, X, T)["W1"] > 1e-3


def test_the_same_generator_gives_the_same_weights() -> None:
    for make in (lambda rng: TwoLayerNet(4, 3, 2, rng=rng), lambda rng: SimpleConvNet(rng=rng)):
        one, same, other = (make(np.random.default_rng(seed)).params["W1"] for seed in (1, 1, 2))
        np.testing.assert_array_equal(one, same)
        assert not np.array_equal(one, other)
    assert TwoLayerNet(400, 100, 10, rng=np.random.default_rng(0)).params["W1"].std() == pytest.approx(0.01, rel=0.02)


@pytest.mark.parametrize("in_place", [True, False])
def test_the_students_loop_learns(in_place: bool) -> None:
    rng = np.random.default_rng(0)
    network, learning_rate = TwoLayerNet(input_size=2, hidden_size=8, output_size=2, weight_init_std=1, rng=rng), 1.0
    x, t = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])  # XOR
    for _ in range(200):
        grad = network.gradient(x, t)
        for key in ("W1", "b1", "W2", "b2"):
            if in_place:
                network.params[key] -= learning_rate * grad[key]
            else:
                network.params[key] = network.params[key] - learning_rate * grad[key]
    assert network.accuracy(x, t) == 1
    assert network.loss(x, t) < 0.05


def test_train_step_is_a_step_of_the_network() -> None:
    network = TwoLayerNet(4, 3, 2, weight_init_std=0.5, rng=np.random.default_rng(0))
    params = {key: W.copy() for key, W in network.params.items()}
    for _ in range(3):
        loss, grad = network.loss(X, T), network.gradient(X, T)
        for key in network.params:
            network.params[key] -= 0.1 * grad[key]
        assert train_step(params, X, T, learning_rate=0.1) == pytest.approx(loss)
    assert_equal(list(params.values()), list(network.params.values()))
