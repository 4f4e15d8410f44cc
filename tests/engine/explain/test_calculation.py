"""The calculation of one number gives the network's own activation, and examples worked out by hand."""

import math

import numpy as np
import pytest

from engine.explain.calculation import calculation, following
from engine.explain.layer_results import (
    Activation,
    AffineSum,
    ConvolutionSum,
    Maximum,
    Normalization,
    Scaling,
    SoftmaxQuotient,
)
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    MaxPoolingSpec,
    ReLUSpec,
    SigmoidSpec,
)
from engine.nn.losses import softmax
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.types import FloatArray, Shape

IMAGE = (1, 28, 28)
# Strides, padding wider than the filter, and rows that fill no pooling window.
STRIDED = NetworkSpec(
    (ConvolutionSpec(4, size=5, stride=3, pad=6), MaxPoolingSpec(3), DropoutSpec(0.2), AffineSpec(10)), IMAGE
)
NETWORKS = {
    "784-50-10": NetworkSpec.mlp((50,)),
    "784-50-100-10": NetworkSpec.mlp((50, 100), "sigmoid"),
    **{name: preset() for name, preset in PRESETS.items()},
    "strided": STRIDED,
}


def network_of(spec: NetworkSpec) -> tuple[Network, dict[str, FloatArray]]:
    """With random values also for the biases and for the running averages."""
    rng = np.random.default_rng(7)
    network = Network(spec, 1)
    network.initialize(rng)
    params = network.snapshot()
    for name, array in params.items():
        if not name.startswith("W"):
            array += rng.uniform(0.1, 0.5, array.shape).astype(array.dtype)
    network.load(params)
    return network, params


def cells_of(shape: Shape) -> list[tuple[int, ...]]:
    """The corners, and ten random ones."""
    rng = np.random.default_rng(3)
    corners = [tuple(0 for _ in shape), tuple(size - 1 for size in shape)]
    return corners + [tuple(int(rng.integers(size)) for size in shape) for _ in range(10)]


@pytest.mark.parametrize("spec", NETWORKS.values(), ids=NETWORKS.keys())
def test_every_layer_gives_the_activation_of_the_network(spec: NetworkSpec) -> None:
    network, params = network_of(spec)
    image = np.random.default_rng(1).random((1, 28, 28)).astype(np.float32)
    outputs = tuple(each[0] for each in network.activations(image))
    for index, output in enumerate(outputs):
        inputs = outputs[index - 1] if index else image[0]
        for cell in cells_of(output.shape):
            found = calculation(spec, params, inputs, index, cell if len(cell) > 1 else cell[0])
            assert found.value == pytest.approx(float(output[cell]), rel=1e-4, abs=1e-4)
    for digit in range(10):
        found = calculation(spec, params, outputs[-1], len(outputs), digit)
        assert found.value == pytest.approx(float(softmax(outputs[-1])[digit]), rel=1e-4, abs=1e-6)


def params_of(spec: NetworkSpec, **values: float) -> dict[str, FloatArray]:
    """Every parameter has one value everywhere, 0 by default."""
    return {name: np.full(shape, values.get(name, 0.0), np.float32) for name, shape in spec.param_shapes().items()}


def test_an_affine_neuron_worked_out_by_hand() -> None:
    spec = NetworkSpec.mlp(())
    params = params_of(spec)
    params["W1"][[3, 5], 2], params["b1"][2] = [0.5, -2], 0.25
    x = np.zeros(784, np.float32)
    x[[3, 5, 9]] = [1, 0.5, 1]
    found = calculation(spec, params, x, 0, 2)
    assert isinstance(found, AffineSum)
    assert (found.total, found.b, found.value) == (-0.5, 0.25, -0.25)
    assert found.products[[3, 5, 9]].tolist() == [0.5, -1, 0]
    assert found.largest(2).tolist() == [5, 3]
    assert found.in_shape == (784,)


def test_a_convolution_at_a_corner_worked_out_by_hand() -> None:
    spec = NetworkSpec((ConvolutionSpec(1), AffineSpec(10)), IMAGE)
    params = params_of(spec)
    params["W1"][0, 0] = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    params["b1"][0] = 0.5
    image = np.arange(784, dtype=np.float32).reshape(28, 28)
    found = calculation(spec, params, image, 0, (0, 0, 0))
    assert isinstance(found, ConvolutionSum)
    assert found.inside.tolist() == [[False, False, False], [False, True, True], [False, True, True]]
    assert found.patches[0].tolist() == [[0, 0, 0], [0, 0, 1], [0, 28, 29]]
    assert found.products[0].tolist() == [[0, 0, 0], [0, 0, 6], [0, 224, 261]]
    assert (found.total, found.value) == (491, 491.5)
    assert (found.rows, found.columns) == (range(0, 2), range(0, 2))


def test_a_filter_on_nothing_but_padding_gives_b() -> None:
    found = calculation(STRIDED, params_of(STRIDED, W1=1, b1=0.5), np.ones((28, 28), np.float32), 0, (0, 0, 0))
    assert isinstance(found, ConvolutionSum)
    assert not found.inside.any()
    assert not found.rows
    assert (found.total, found.value) == (0, 0.5)


def test_the_strongest_channels_come_first() -> None:
    spec = NetworkSpec((ConvolutionSpec(2, size=1, pad=0), ConvolutionSpec(1, size=1, pad=0), AffineSpec(10)), IMAGE)
    params = params_of(spec)
    params["W2"][0, :, 0, 0] = [1, -3]
    found = calculation(spec, params, np.ones((2, 28, 28), np.float32), 1, (0, 5, 5))
    assert isinstance(found, ConvolutionSum)
    assert found.channel_sums.tolist() == [1, -3]
    assert found.strongest().tolist() == [1, 0]


def test_a_maximum_worked_out_by_hand() -> None:
    spec = NetworkSpec((MaxPoolingSpec(2), AffineSpec(10)), IMAGE)
    image = np.zeros((28, 28), np.float32)
    image[2:4, 6:8] = [[1, 3], [3, 2]]
    found = calculation(spec, params_of(spec), image, 0, (0, 1, 3))
    assert isinstance(found, Maximum)
    # Of two equal ones the first.
    assert (found.position, found.value) == ((0, 1), 3)
    assert (found.rows, found.columns) == (range(2, 4), range(6, 8))


def test_layers_that_work_on_each_number_alone_worked_out_by_hand() -> None:
    layers = (AffineSpec(10), BatchNormalizationSpec(eps=0.5), ReLUSpec(), SigmoidSpec(), DropoutSpec(0.25))
    spec = NetworkSpec(layers)
    params = params_of(spec, b1=5, mean1=2, var1=3.5, gamma1=4, beta1=-6)
    network = Network(spec, 1)
    network.load(params)
    outputs = tuple(each[0] for each in network.activations(np.zeros((1, 784), np.float32)))
    norm, relu, sigmoid, dropout = following(spec, params, outputs, 0, 4)
    assert isinstance(norm, Normalization)
    assert (norm.x, norm.normalized, norm.value) == (5, 1.5, 0)
    assert isinstance(relu, Activation)
    assert (relu.x, relu.value) == (0, 0)
    assert isinstance(sigmoid, Activation)
    assert sigmoid.value == 0.5
    assert dropout == Scaling(0.5, 0.25, 0.375, 4)
    assert following(spec, params, outputs, 4, 4) == ()


def test_a_sigmoid_of_a_very_negative_number_does_not_overflow() -> None:
    spec = NetworkSpec((AffineSpec(10), SigmoidSpec()))
    assert calculation(spec, params_of(spec), np.full(10, -1e4, np.float32), 1, 0).value == 0


def test_a_softmax_worked_out_by_hand() -> None:
    spec = NetworkSpec.mlp(())
    logits = np.log(np.array([1, 1, 1, 1, 1, 1, 1, 1, 2, 10]))
    found = calculation(spec, params_of(spec), logits, 1, 8)
    assert isinstance(found, SoftmaxQuotient)
    assert found.total == pytest.approx(2.0)
    assert found.shifted[8] == pytest.approx(-math.log(5))
    assert found.exp[8] == pytest.approx(0.2)
    assert found.value == pytest.approx(0.1)
    assert found.probabilities.sum() == pytest.approx(1)


@pytest.mark.parametrize(("index", "cell"), [(0, (4, 0, 0)), (0, (0, -1, 0)), (0, 3), (3, 10), (-1, 0), (5, 0)])
def test_a_layer_or_a_cell_that_does_not_exist_is_an_index_error(index: int, cell: int | tuple[int, ...]) -> None:
    with pytest.raises(IndexError):
        calculation(STRIDED, params_of(STRIDED), np.zeros(STRIDED.input_shape, np.float32), index, cell)
