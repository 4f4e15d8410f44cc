"""Chapter 7: im2col, convolution and pooling by hand and against the fast engine; SimpleConvNet."""

from pathlib import Path

import numpy as np
import pytest

from engine.book import (
    Convolution,
    Pooling,
    SimpleConvNet,
    col2im,
    conv_output_size,
    gradient_check,
    im2col,
    numerical_gradient,
)
from engine.data.mnist import load_mnist
from engine.nn.layers import ConvolutionSpec, LayerContext, MaxPoolingSpec
from engine.nn.network import Network
from engine.nn.presets import simple_convnet
from engine.weights import load_weights

cases = pytest.mark.parametrize(("size", "stride", "pad"), [(3, 1, 1), (3, 2, 1), (2, 3, 0), (1, 1, 0), (5, 2, 4)])
SMALL = {"filter_num": 2, "filter_size": 3, "pad": 0, "stride": 1}


def test_the_books_shapes_of_im2col() -> None:
    assert im2col(np.ones((1, 3, 7, 7)), 5, 5, stride=1, pad=0).shape == (9, 75)
    assert im2col(np.ones((10, 3, 7, 7)), 5, 5, stride=1, pad=0).shape == (90, 75)
    assert conv_output_size(28, 5) == 24


def test_im2col_and_col2im_by_hand() -> None:
    x = np.array([[[[1.0, 2, 3], [4, 5, 6]]]])
    col = im2col(x, 2, 2)
    np.testing.assert_array_equal(col, [[1, 2, 4, 5], [2, 3, 5, 6]])
    # 2 and 5 are in both patches: they come back twice.
    np.testing.assert_array_equal(col2im(col, x.shape, 2, 2), [[[[1, 4, 3], [4, 10, 6]]]])
    np.testing.assert_array_equal(im2col(x, 1, 1, stride=2, pad=1), [[0], [0], [0], [0], [5], [0]])


@cases
def test_col2im_adds_each_number_to_where_im2col_took_it_from(size: int, stride: int, pad: int) -> None:
    rng = np.random.default_rng(0)
    x = rng.standard_normal((2, 3, 7, 6))
    col = im2col(x, size, size, stride, pad)
    other = rng.standard_normal(col.shape)
    # The two are transposes of each other: <im2col(x), other> = <x, col2im(other)>.
    assert (col * other).sum() == pytest.approx((x * col2im(other, x.shape, size, size, stride, pad)).sum())


def test_convolution_by_hand() -> None:
    layer = Convolution(np.array([[[[1.0, 2], [0, -1]]]]), np.array([10.0]))
    # The filter fits at two places: 1*1 + 2*2 + 0*4 - 1*5 = 0 and 1*2 + 2*3 + 0*5 - 1*6 = 2; then b.
    np.testing.assert_array_equal(layer.forward(np.array([[[[1.0, 2, 3], [4, 5, 6]]]])), [[[[10, 12]]]])
    # dx: the filter once at the left, times 1, and once at the right, times 3.
    np.testing.assert_array_equal(layer.backward(np.array([[[[1.0, 3]]]])), [[[[1, 2 + 3, 6], [0, -1, -3]]]])
    # dW = 1 (1 2; 4 5) + 3 (2 3; 5 6).
    np.testing.assert_array_equal(layer.dW, [[[[7, 11], [19, 23]]]])
    np.testing.assert_array_equal(layer.db, [4])


def test_pooling_by_hand() -> None:
    layer = Pooling(2, 2, stride=2)
    # The third row fills no window. On the left, 5 is there twice: the first one counts.
    x = np.array([[[[5.0, 1, 0, 2], [5, 3, 7, 1], [9, 9, 9, 9]]]])
    np.testing.assert_array_equal(layer.forward(x), [[[[5, 7]]]])
    dx = layer.backward(np.array([[[[10.0, 20]]]]))
    np.testing.assert_array_equal(dx, [[[[10, 0, 0, 0], [0, 0, 20, 0], [0, 0, 0, 0]]]])
    # Windows that overlap, with padding.
    np.testing.assert_array_equal(Pooling(2, 2, 1, pad=1).forward(np.array([[[[3.0]]]])), [[[[3, 3], [3, 3]]]])


@cases
def test_convolution_equals_the_fast_layer(size: int, stride: int, pad: int) -> None:
    rng = np.random.default_rng(0)
    x = rng.standard_normal((5, 3, 7, 6))
    params = {"W": rng.standard_normal((4, 3, size, size)), "b": rng.standard_normal(4)}
    grads = {name: np.zeros_like(array) for name, array in params.items()}
    layer = Convolution(**params, stride=stride, pad=pad)
    fast = ConvolutionSpec(4, size, stride, pad).build(LayerContext(x.shape[1:], 5, params, grads, x.dtype))
    out = layer.forward(x)
    np.testing.assert_allclose(out, fast.forward(x, training=True), rtol=1e-6, atol=1e-12)
    dout = rng.standard_normal(out.shape)
    np.testing.assert_allclose(layer.backward(dout), fast.backward(dout), rtol=1e-6, atol=1e-12)
    np.testing.assert_allclose(layer.dW, grads["W"], rtol=1e-6, atol=1e-12)
    np.testing.assert_allclose(layer.db, grads["b"], rtol=1e-6, atol=1e-12)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pooling_equals_the_fast_layer(size: int) -> None:
    x = np.random.default_rng(0).integers(0, 3, (4, 2, 7, 6)).astype(float)  # many equal numbers
    layer = Pooling(size, size, stride=size)
    fast = MaxPoolingSpec(size).build(LayerContext(x.shape[1:], 4, {}, {}, x.dtype))
    out = layer.forward(x)
    np.testing.assert_array_equal(out, fast.forward(x, training=True))
    dout = np.random.default_rng(1).standard_normal(out.shape)
    np.testing.assert_array_equal(layer.backward(dout), fast.backward(dout))


@pytest.mark.parametrize("layer", [Convolution(np.ones((2, 2, 3, 2)), np.ones(2), 2, 1), Pooling(3, 2, 1)])
def test_gradients_equal_the_numerical_ones(layer: Convolution | Pooling) -> None:
    rng = np.random.default_rng(0)
    x = rng.standard_normal((2, 2, 5, 4))
    dout = rng.standard_normal(layer.forward(x).shape)
    numerical = numerical_gradient(lambda x: float((layer.forward(x) * dout).sum()), x)
    np.testing.assert_allclose(layer.backward(dout), numerical, atol=1e-8)


def test_arrays_that_do_not_fit_are_refused() -> None:
    layer = Convolution(np.ones((2, 3, 5, 5)), np.ones(2))
    with pytest.raises(ValueError, match=r"x must be \(N, 3, H, W\)"):
        layer.forward(np.ones((2, 1, 28, 28)))
    with pytest.raises(ValueError, match="a filter of 5 x 5 does not fit into images of 4 x 4 with pad 0"):
        layer.forward(np.ones((2, 3, 4, 4)))


def test_float32_stays_float32() -> None:
    x = np.ones((2, 3, 4, 4), np.float32)
    for layer in (Convolution(np.ones((2, 3, 3, 3), np.float32), np.ones(2, np.float32)), Pooling(2, 2, 2)):
        out = layer.forward(x)
        assert out.dtype == layer.backward(out).dtype == np.float32


def test_simple_convnet_equals_the_fast_network() -> None:
    rng = np.random.default_rng(0)
    network, fast = SimpleConvNet(rng=rng), Network(simple_convnet(), dtype=np.float64)
    fast.load(network.params)
    x, t = rng.random((7, 1, 28, 28)), rng.integers(0, 10, 7)
    np.testing.assert_allclose(network.predict(x), fast.logits(x), rtol=1e-6, atol=1e-12)
    assert network.loss(x, t) == pytest.approx(fast.loss(x, t), rel=1e-6)
    right = np.mean(fast.predict(x).argmax(axis=1) == t)
    # Batches of 3, 3 and 1: the last one counts too.
    assert network.accuracy(x, t) == network.accuracy(x, np.eye(10)[t], batch_size=3) == right
    fast.gradient_step(x, t)
    for key, grad in network.gradient(x, t).items():
        np.testing.assert_allclose(grad, fast.grads[key], rtol=1e-6, atol=1e-12)


def test_simple_convnet_passes_the_gradient_check() -> None:
    rng = np.random.default_rng(1)  # no ReLU so near to 0 that 1e-4 makes it change sides
    network = SimpleConvNet((1, 8, 8), SMALL, hidden_size=5, output_size=3, weight_init_std=0.3, rng=rng)
    assert network.params["W2"].shape == (2 * 3 * 3, 5)
    errors = gradient_check(network, rng.random((2, 1, 8, 8)), np.array([0, 2]))
    assert list(errors) == ["W1", "b1", "W2", "b2", "W3", "b3"]
    assert max(errors.values()) < 1e-7


def test_simple_convnet_learns() -> None:
    rng = np.random.default_rng(0)
    network = SimpleConvNet((1, 8, 8), SMALL, hidden_size=10, output_size=2, weight_init_std=0.2, rng=rng)
    x, t = rng.random((40, 1, 8, 8)) * 0.3, np.arange(40) % 2
    x[t == 0, :, 3:5, :] = 1  # a horizontal bar
    x[t == 1, :, :, 3:5] = 1  # a vertical one
    for _ in range(60):
        grad = network.gradient(x, t)
        for key in network.params:
            network.params[key] -= 0.2 * grad[key]
    assert network.accuracy(x, t) == 1


def test_the_published_convnet_has_the_published_accuracy_on_mnist(shared_data: Path) -> None:
    network = SimpleConvNet()
    network.params = dict(load_weights(shared_data / "book" / "simple_convnet_params.pkl").params)
    _, (x, t) = load_mnist(flatten=False, folder=shared_data / "mnist")
    assert network.accuracy(x[:1000], t[:1000]) > 0.94
