"""Chapter 3: activation functions and the three-layer network, by the book's numbers and the fast engine's."""

from pathlib import Path

import numpy as np
import pytest

from engine.book import (
    forward,
    identity,
    identity_function,
    init_network,
    numerical_gradient,
    predict,
    prepare,
    read_idx,
    relu,
    relu_grad,
    sigmoid,
    sigmoid_grad,
    softmax,
    softmax_naive,
    step,
    step_function,
)
from engine.book import load_mnist as book_load_mnist
from engine.data.idx import read_idx as checked_read_idx
from engine.data.mnist import load_mnist
from engine.nn import losses
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.weights import load_weights


def test_step_and_relu_by_hand() -> None:
    x = np.array([-2.0, 0.0, 3.0])
    np.testing.assert_array_equal(step_function(x), [0, 0, 1])
    assert step_function(x).dtype == int
    np.testing.assert_array_equal(relu(x), [0, 0, 3])
    np.testing.assert_array_equal(relu_grad(x), [0, 0, 1])
    np.testing.assert_array_equal(identity_function(x), x)
    assert step is step_function
    assert identity is identity_function


def test_functions_take_single_numbers() -> None:
    assert step_function(3.0) == relu(1.0) == 1
    assert sigmoid(0) == 0.5


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_sigmoid_does_not_overflow(dtype: type[np.floating]) -> None:
    y = sigmoid(np.array([-np.inf, -1000, -1, 0, 2, 1000, np.inf], dtype))
    np.testing.assert_allclose(y, [0, 0, 0.26894142, 0.5, 0.88079708, 1, 1], rtol=1e-6)


@pytest.mark.parametrize(("h", "h_grad"), [(sigmoid, sigmoid_grad), (relu, relu_grad)])
def test_derivatives_equal_the_numerical_ones(h: object, h_grad: object) -> None:
    x = np.array([[-3.0, -0.7, 0.1], [0.5, 2.0, 8.0]])
    np.testing.assert_allclose(h_grad(x), numerical_gradient(lambda x: h(x).sum(), x), rtol=1e-6, atol=1e-9)


def test_softmax_by_the_book() -> None:
    a = np.array([0.3, 2.9, 4.0])
    np.testing.assert_allclose(softmax(a), [0.01821127, 0.24519181, 0.73659691], rtol=1e-6)
    np.testing.assert_allclose(softmax_naive(a), softmax(a), rtol=1e-12)
    large = np.array([1010.0, 1000.0, 990.0])
    np.testing.assert_allclose(softmax(large), [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=1e-8)


def test_the_naive_softmax_overflows() -> None:
    with np.errstate(over="ignore", invalid="ignore"):
        assert np.isnan(softmax_naive(np.array([1010.0, 1000.0, 990.0]))).all()


def test_softmax_of_a_batch_equals_that_of_each_row_and_the_fast_one() -> None:
    a = np.array([[0.3, 2.9, 4.0], [-1000, 0, 1000], [5, 5, 5]])
    np.testing.assert_array_equal(softmax(a), [softmax(row) for row in a])
    np.testing.assert_allclose(softmax(a), losses.softmax(a), rtol=1e-12)


@pytest.mark.parametrize("h", [sigmoid, sigmoid_grad, relu, relu_grad, identity, softmax, softmax_naive])
def test_float32_stays_float32(h: object) -> None:
    assert h(np.ones((2, 3), np.float32)).dtype == np.float32


def test_the_books_three_layer_network() -> None:
    y = forward(init_network(), np.array([1.0, 0.5]))
    np.testing.assert_allclose(y, [0.31682708, 0.69627909], rtol=1e-7)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_predict_equals_the_fast_network(dtype: type[np.floating]) -> None:
    network, rng = Network(NetworkSpec.mlp((50, 100), "sigmoid"), dtype=dtype), np.random.default_rng(0)
    network.theta[...] = rng.standard_normal(network.theta.shape)
    x = rng.random((4, 784)).astype(dtype)
    y = predict(network.params, x)
    assert y.dtype == dtype
    np.testing.assert_allclose(y, network.predict(x), rtol=1e-6 if dtype == np.float64 else 1e-3)
    np.testing.assert_allclose(predict(network.params, x[0]), y[0], rtol=1e-12 if dtype == np.float64 else 1e-3)


def test_the_published_weights_have_the_accuracy_of_the_book(shared_data: Path) -> None:
    network = load_weights(shared_data / "book" / "sample_weight.pkl").params
    _, (x, t) = load_mnist(folder=shared_data / "mnist")
    assert np.mean(predict(network, x).argmax(axis=1) == t) == pytest.approx(0.9352, abs=1e-9)


@pytest.mark.parametrize("one_hot_label", [True, False])
@pytest.mark.parametrize("flatten", [True, False])
@pytest.mark.parametrize("normalize", [True, False])
def test_load_mnist_gives_what_the_checked_reader_gives(
    shared_data: Path, normalize: bool, flatten: bool, one_hot_label: bool
) -> None:
    arguments = (normalize, flatten, one_hot_label, shared_data / "mnist")
    for (x, t), (x2, t2) in zip(book_load_mnist(*arguments), load_mnist(*arguments), strict=True):
        assert (x.shape, x.dtype, t.shape) == (x2.shape, x2.dtype, t2.shape)
        assert t.dtype == (np.float64 if one_hot_label else np.uint8)
        assert np.array_equal(x[::100], x2[::100])
        assert np.array_equal(t, t2)


def test_an_idx_file_is_read_packed_or_not(shared_data: Path, tmp_path: Path) -> None:
    packed = shared_data / "mnist" / "t10k-images-idx3-ubyte"
    images = read_idx(packed)
    assert (images.shape, images.dtype) == ((10_000, 28, 28), np.uint8)
    assert np.array_equal(images, checked_read_idx(f"{packed}.gz", "images"))
    plain = tmp_path / "labels-idx1-ubyte"
    plain.write_bytes(bytes([0, 0, 8, 1, 0, 0, 0, 3, 7, 0, 9]))
    labels = read_idx(plain)
    assert labels.tolist() == [7, 0, 9]
    # As in the book, the arrays can be changed, such as by np.random.shuffle.
    assert labels.flags.writeable


def test_prepare_by_hand() -> None:
    images = np.zeros((2, 28, 28), np.uint8)
    images[1, 14, 9] = 51
    x, t = prepare(images, np.array([3, 0], np.uint8), one_hot_label=True)
    assert (x.shape, x.dtype, t.shape) == ((2, 784), np.float32, (2, 10))
    assert x[1, 401] == np.float32(0.2)
    assert t[0].tolist() == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    x, t = prepare(images, np.array([3, 0], np.uint8), normalize=False, flatten=False)
    assert (x.shape, x.dtype, x[1, 0, 14, 9], t.tolist()) == ((2, 1, 28, 28), np.uint8, 51, [3, 0])
