"""Convolution, pooling, batch normalisation, dropout: examples by hand, numerical gradients, the book's convnets."""

from pathlib import Path

import numpy as np
import pytest
from gradient_checks import gradient_check, relative_error

from engine import book
from engine.book import numerical_gradient
from engine.data.mnist import load_mnist_datasets
from engine.errors import SpecError
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    Dropout,
    DropoutSpec,
    Layer,
    LayerContext,
    LayerSpec,
    MaxPoolingSpec,
    ReLUSpec,
)
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS, simple_convnet
from engine.recognizer import Recognizer
from engine.weights import Weights, load_weights, save_weights

Arrays = dict[str, np.ndarray]


def built(spec: LayerSpec, in_shape: tuple[int, ...], most: int = 3) -> tuple[Layer, Arrays, Arrays]:
    rng = np.random.default_rng(2)
    shapes = spec.param_shapes(in_shape)
    params = {name: rng.uniform(0.5, 1.5, shape) for name, shape in shapes.items()}
    grads = {name: np.zeros(shape) for name, shape in shapes.items()}
    return spec.build(LayerContext(in_shape, most, params, grads, np.dtype(np.float64))), params, grads


def test_convolution_by_hand() -> None:
    layer, params, grads = built(ConvolutionSpec(1, size=2, pad=0), (1, 2, 3))
    params["W"][...] = [[[[1, 2], [0, -1]]]]
    params["b"][...] = [10]
    # The filter fits at two positions: 1*1 + 2*2 + 0*4 - 1*5 = 0 and 1*2 + 2*3 + 0*5 - 1*6 = 2; then b.
    out = layer.forward(np.array([[[[1.0, 2, 3], [4, 5, 6]]]]), training=True)
    np.testing.assert_array_equal(out, [[[[10, 12]]]])
    # dout (1, 3): each patch times its dout, added up: dW = 1 (1 2; 4 5) + 3 (2 3; 5 6).
    dx = layer.backward(np.array([[[[1.0, 3]]]]))
    np.testing.assert_array_equal(grads["W"], [[[[7, 11], [19, 23]]]])
    np.testing.assert_array_equal(grads["b"], [4])
    # dx: the filter once at the left, times 1, and once at the right, times 3.
    np.testing.assert_array_equal(dx, [[[[1, 2 + 3, 6], [0, -1, -3]]]])


def test_pooling_by_hand() -> None:
    layer, _, _ = built(MaxPoolingSpec(2), (1, 3, 4))
    # Two squares; the third row fills none. The left square has 5 twice: the first one counts.
    x = np.array([[[[5.0, 1, 0, 2], [5, 3, 7, 1], [9, 9, 9, 9]]]])
    np.testing.assert_array_equal(layer.forward(x, training=True), [[[[5, 7]]]])
    np.testing.assert_array_equal(
        layer.backward(np.array([[[[10.0, 20]]]])), [[[[10, 0, 0, 0], [0, 0, 20, 0], [0, 0, 0, 0]]]]
    )


def test_batch_normalisation_by_hand() -> None:
    layer, params, grads = built(BatchNormalizationSpec(momentum=0.5, eps=1e-12), (2,), most=2)
    for name, value in {"gamma": [1, 2], "beta": [0, 1], "mean": [0, 0], "var": [1, 1]}.items():
        params[name][...] = value
    # The columns have means 2 and 5 and variances 1 and 4: xn is (-1, -1), (1, 1); times gamma, plus beta.
    out = layer.forward(np.array([[1.0, 3], [3, 7]]), training=True)
    np.testing.assert_allclose(out, [[-1, -1], [1, 3]])
    # Half of the old running averages, half of the new ones.
    np.testing.assert_allclose(params["mean"], [1, 2.5])
    np.testing.assert_allclose(params["var"], [1, 2.5])
    # With two numbers per mean, dx is 0: any gradient only shifts or scales them.
    dx = layer.backward(np.array([[1.0, -1], [1, 1]]))
    np.testing.assert_allclose(grads["beta"], [2, 0])
    np.testing.assert_allclose(grads["gamma"], [0, 2])
    np.testing.assert_allclose(dx, np.zeros((2, 2)), atol=1e-9)
    # In prediction mode the running averages are used: (1 - 1) / 1 and 2 (5 - 2.5) / sqrt(2.5) + 1.
    np.testing.assert_allclose(layer.forward(np.array([[1.0, 5]]), training=False), [[0, 1 + 5 / 2.5**0.5]])
    # They are constants then: gamma / sqrt(var) dout = 1 / 1 * 3 and 2 / sqrt(2.5) * 5.
    np.testing.assert_allclose(layer.backward(np.array([[3.0, 5]])), [[3, 10 / 2.5**0.5]])


def test_dropout_by_hand() -> None:
    layer, _, _ = built(DropoutSpec(0.25), (1000,), most=1)
    assert isinstance(layer, Dropout)
    layer.use_rng(np.random.default_rng(0))
    x = np.full((1, 1000), 8.0)
    out = layer.forward(x, training=True).copy()
    # A quarter is set to 0 (750 +- 4 standard deviations are left), and so is its gradient; the rest is unchanged.
    assert set(out.ravel()) == {0, 8}
    assert 695 < np.count_nonzero(out) < 805
    np.testing.assert_array_equal(layer.backward(np.ones((1, 1000))), out / 8)
    # In prediction mode all are scaled: 8 * 0.75.
    np.testing.assert_array_equal(layer.forward(x, training=False), np.full((1, 1000), 6.0))
    np.testing.assert_array_equal(layer.backward(np.full((1, 1000), 4.0)), np.full((1, 1000), 3.0))


CASES = [
    (ConvolutionSpec(3, size=3, pad=1), (2, 5, 4)),
    (ConvolutionSpec(2, size=2, stride=2, pad=0), (3, 5, 6)),
    (ConvolutionSpec(2, size=5, stride=3, pad=2), (1, 7, 7)),
    (ConvolutionSpec(2, size=3, pad=2), (2, 3, 4)),
    (ConvolutionSpec(3, size=2, pad=3), (2, 2, 3)),
    (ConvolutionSpec(2, size=1, stride=4, pad=3), (2, 3, 3)),  # three positions, one of them in the image
    (ConvolutionSpec(2, size=1, stride=8, pad=3), (2, 3, 3)),  # none
    (MaxPoolingSpec(2), (2, 4, 6)),
    (MaxPoolingSpec(3), (1, 7, 5)),
    (BatchNormalizationSpec(), (4,)),
    (BatchNormalizationSpec(), (3, 4, 2)),
]


def assert_numerical(
    layer: Layer, params: Arrays, grads: Arrays, x: np.ndarray, dout: np.ndarray, training: bool
) -> None:
    """``backward`` gives the numerical gradient for x and for every parameter."""

    def loss(_: np.ndarray) -> float:
        return float((layer.forward(x, training) * dout).sum())

    loss(x)
    dx = layer.backward(dout)
    assert dx is not None
    assert relative_error(dx.copy(), numerical_gradient(loss, x)) < 1e-6
    for name in set(params) - {"mean", "var"}:
        assert relative_error(grads[name], numerical_gradient(loss, params[name])) < 1e-6


@pytest.mark.parametrize(("spec", "in_shape"), CASES)
@pytest.mark.parametrize("n", [3, 2])
def test_gradients_equal_numerical_gradients(spec: LayerSpec, in_shape: tuple[int, ...], n: int) -> None:
    layer, params, grads = built(spec, in_shape)
    x = np.random.default_rng(3).standard_normal((n, *in_shape))
    dout = np.random.default_rng(4).standard_normal(layer.forward(x, training=True).shape)

    assert_numerical(layer, params, grads, x, dout, training=True)
    gradients = {name: array.copy() for name, array in grads.items()}
    layer.backward(dout, input_gradient=False)
    for name, array in grads.items():
        np.testing.assert_allclose(array, gradients[name], rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(
    ("spec", "in_shape"), [*CASES, (DropoutSpec(0.3), (5,)), (DropoutSpec(0.3), (2, 3, 2)), (DropoutSpec(0), (4,))]
)
@pytest.mark.parametrize("n", [3, 2])
def test_gradients_in_prediction_mode(spec: LayerSpec, in_shape: tuple[int, ...], n: int) -> None:
    layer, params, grads = built(spec, in_shape)
    rng = np.random.default_rng(3)
    x = rng.standard_normal((n, *in_shape))
    layer.forward(rng.standard_normal((3, *in_shape)), training=True)
    dout = rng.standard_normal(layer.forward(x, training=False).shape)

    assert_numerical(layer, params, grads, x, dout, training=False)


@pytest.mark.parametrize("spec", [BatchNormalizationSpec(), DropoutSpec(0.3)], ids=lambda spec: spec.title)
def test_a_prediction_in_between_does_not_change_training(spec: LayerSpec) -> None:
    x = np.random.default_rng(3).standard_normal((3, 4))
    found = []
    for predicts in (False, True):
        layer, _, grads = built(spec, (4,))
        if predicts:
            layer.backward(layer.forward(x + 1, training=False))
        out = layer.forward(x, training=True).copy()
        dx = layer.backward(x)
        assert dx is not None
        found.append([out, dx, *grads.values()])
    for one, other in zip(*found, strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_smaller_batch_is_independent_of_a_larger_one_before() -> None:
    layer, _, grads = built(ConvolutionSpec(2, size=3, pad=2), (1, 4, 4), most=3)
    layer.forward(np.ones((3, 1, 4, 4)), training=True)
    layer.backward(np.full((3, 2, 6, 6), np.nan))
    layer.forward(np.ones((2, 1, 4, 4)), training=True)
    dx = layer.backward(np.ones((2, 2, 6, 6)))
    assert np.isfinite(dx).all()
    assert all(np.isfinite(array).all() for array in grads.values())


@pytest.mark.parametrize("by_row", [False, True], ids=["by pixels", "by rows"])
@pytest.mark.parametrize("at_once", [1, 300, 1000, 10**6])
@pytest.mark.parametrize("small", [1, 10**4, 10**6])
@pytest.mark.parametrize(("size", "stride", "pad"), [(3, 1, 1), (3, 2, 1), (2, 3, 0), (1, 1, 0), (5, 2, 4)])
def test_convolution_equals_the_books_for_every_block_size(
    by_row: bool, at_once: int, small: int, size: int, stride: int, pad: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.nn.layers.im2col.BLOCK_SIZE", at_once)
    monkeypatch.setattr("engine.nn.layers.im2col._SMALL_PRODUCT", small)
    monkeypatch.setattr("engine.nn.layers.im2col._MIN_ROW_POSITIONS", 1 if by_row else 10**9)
    monkeypatch.setattr("engine.nn.layers.convolution._MAX_SUMMED", 200 * at_once)
    rng = np.random.default_rng(0)
    layer, params, grads = built(ConvolutionSpec(4, size=size, stride=stride, pad=pad), (3, 7, 6), most=5)
    plain = book.Convolution(params["W"], params["b"], stride, pad)
    for n in (5, 2):
        x = rng.standard_normal((n, 3, 7, 6))
        out = layer.forward(x, training=True)
        np.testing.assert_allclose(out, plain.forward(x), atol=1e-12)
        dout = rng.standard_normal(out.shape)
        np.testing.assert_allclose(layer.backward(dout), plain.backward(dout), atol=1e-12)
        np.testing.assert_allclose(grads["W"], plain.dW, atol=1e-12)
        np.testing.assert_allclose(grads["b"], plain.db, atol=1e-12)
        grads["W"][...] = 0
        layer.backward(dout, input_gradient=False)
        np.testing.assert_allclose(grads["W"], plain.dW, atol=1e-12)


def small_net(*extra: LayerSpec) -> NetworkSpec:
    return NetworkSpec(
        (ConvolutionSpec(2, size=5, stride=5, pad=0), *extra, ReLUSpec(), MaxPoolingSpec(2), AffineSpec(10, "xavier")),
        (1, 28, 28),
    )


@pytest.mark.parametrize("spec", [small_net(), small_net(BatchNormalizationSpec())], ids=["plain", "normalised"])
def test_a_whole_network_passes_the_gradient_check(spec: NetworkSpec) -> None:
    network = Network(spec, 4, np.float64)
    network.initialize(np.random.default_rng(1))
    x = np.random.default_rng(2).uniform(0, 1, (4, 1, 28, 28))
    # b before a batch normalisation has no effect: its gradient is 0, and the relative error is that of rounding.
    errors = gradient_check(network, x, np.array([3, 1, 4, 1]))
    assert (
        max(error for name, error in errors.items() if "mean" not in name and "var" not in name and name != "b1") < 1e-6
    )
    np.testing.assert_allclose(network.grads["b1"], 0, atol=1e-12) if len(spec.layers) > 4 else None


@pytest.mark.parametrize("row_positions", [1, 10**9], ids=["by rows", "by pixels"])
def test_layers_that_share_a_workspace_do_not_disturb_each_other(
    row_positions: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.nn.layers.im2col._MIN_ROW_POSITIONS", row_positions)
    network = Network(small_net(ReLUSpec(), ConvolutionSpec(3), ReLUSpec(), ConvolutionSpec(2)), 2, np.float64)
    network.initialize(np.random.default_rng(1))
    x = np.random.default_rng(2).uniform(0, 1, (2, 1, 28, 28))
    assert max(gradient_check(network, x, np.array([3, 1])).values()) < 1e-6


@pytest.fixture
def mnist_test(shared_data: Path) -> tuple[np.ndarray, np.ndarray]:
    _, test = load_mnist_datasets(shared_data / "mnist")
    return test.pixels(), test.labels


@pytest.mark.parametrize(("file", "correct"), [("simple_convnet_params.pkl", 9600), ("deep_convnet_params.pkl", 9797)])
def test_the_books_convnets_have_the_books_accuracy(
    file: str, correct: int, shared_data: Path, mnist_test: tuple[np.ndarray, np.ndarray]
) -> None:
    weights = load_weights(shared_data / "book" / file)
    x, t = mnist_test
    found = Recognizer(weights.spec, weights.params).probabilities(x)
    assert abs(int((found.argmax(axis=1) == t).sum()) - correct) <= 1


@pytest.mark.parametrize(
    "spec", [*(make() for make in PRESETS.values()), small_net(BatchNormalizationSpec(), DropoutSpec())]
)
def test_a_convnet_is_saved_and_loaded(spec: NetworkSpec, tmp_path: Path) -> None:
    network = Network(spec)
    network.initialize(np.random.default_rng(0))
    for ending in ("safetensors", "npz"):
        save_weights(tmp_path / f"net.{ending}", Weights(spec, network.snapshot()))
        again = load_weights(tmp_path / f"net.{ending}")
        assert again.spec == spec
        for name, array in network.params.items():
            np.testing.assert_array_equal(again.params[name], array)
    assert NetworkSpec.from_dict(spec.to_dict()) == spec


def test_parameters_are_named_and_numbered_as_in_the_book() -> None:
    assert list(simple_convnet().param_shapes()) == ["W1", "b1", "W2", "b2", "W3", "b3"]
    assert list(small_net(BatchNormalizationSpec()).param_shapes())[:6] == [
        "W1",
        "b1",
        "gamma1",
        "beta1",
        "mean1",
        "var1",
    ]
    assert simple_convnet().title == "Convolutional 30-100-10 ReLU"


@pytest.mark.parametrize(
    ("layers", "words"),
    [
        ((ConvolutionSpec(3, size=9, pad=0), MaxPoolingSpec(21)), "no room for a pooling window"),
        ((MaxPoolingSpec(2), MaxPoolingSpec(2), ConvolutionSpec(2, size=9, pad=0)), "does not fit"),
        ((AffineSpec(50), ConvolutionSpec(2)), "takes images"),
        ((AffineSpec(50), MaxPoolingSpec()), "takes images"),
    ],
)
def test_an_impossible_shape_is_refused(layers: tuple[LayerSpec, ...], words: str) -> None:
    with pytest.raises(SpecError, match=words):
        NetworkSpec((*layers, AffineSpec(10)), (1, 28, 28))


@pytest.mark.parametrize(
    ("make", "options"),
    [
        (ConvolutionSpec, {"filters": 0}),
        (ConvolutionSpec, {"filters": 5000}),
        (ConvolutionSpec, {"filters": 3, "size": 0}),
        (ConvolutionSpec, {"filters": 3, "stride": 0}),
        (ConvolutionSpec, {"filters": 3, "pad": -1}),
        (ConvolutionSpec, {"filters": 3, "init": "zero"}),
        (MaxPoolingSpec, {"size": 0}),
        (BatchNormalizationSpec, {"momentum": 1}),
        (BatchNormalizationSpec, {"eps": 0}),
        (BatchNormalizationSpec, {"eps": 1e-320}),
        (BatchNormalizationSpec, {"eps": 1}),
        (DropoutSpec, {"ratio": 1}),
    ],
)
def test_impossible_settings_are_refused(make: type[LayerSpec], options: dict[str, object]) -> None:
    with pytest.raises(SpecError):
        make(**options)
