"""How one number of a network comes about: the numbers that go in, and the steps from them to the result.

The calculations are those of the layers in prediction mode (see ``engine.nn.layers``), written as in the book for one
number at a time and in float64, so the results equal the network's activations up to the rounding of float32.
"""

import functools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from engine.errors import SpecError
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    LayerSpec,
    MaxPoolingSpec,
)
from engine.nn.network_spec import NetworkSpec
from engine.types import FloatArray, IntArray, Shape

# A neuron (k), or (channel, row, column) of a map.
Cell: TypeAlias = int | tuple[int, ...]

_FUNCTIONS: dict[str, Callable[[float], float]] = {
    "relu": lambda x: 0.0 if x < 0 else x,  # NaN stays NaN
    "sigmoid": lambda x: 0.5 * (1 + math.tanh(x / 2)),  # 1 / (1 + exp(-x)), without overflow
    "tanh": math.tanh,
}


@dataclass(frozen=True, eq=False)
class AffineSum:
    """value = sum of x W + b, for one neuron. It uses the whole input.

    Attributes:
        x: (in,) the layer's input as a row.
        W: (in,) the neuron's column of W.
        products: (in,) x W.
        total: the sum of the products.
        b, value: the bias, and the neuron's output a.
        in_shape: of the input: (in,), or (channels, height, width) where it consists of maps.
    """

    x: FloatArray
    W: FloatArray
    products: FloatArray
    total: float
    b: float
    value: float
    in_shape: Shape

    def largest(self, count: int) -> IntArray:
        """The indices of the products with the largest absolute values, the largest first; at most ``count``."""
        return np.argsort(-np.abs(self.products), kind="stable")[:count]


@dataclass(frozen=True, eq=False)
class ConvolutionSum:
    """value = sum of all channels of patch times kernel + b, for one pixel of an output map.

    Attributes:
        patches: (channels, size, size) the part of the input under the filter, 0 in the padding.
        inside: (size, size) bool, False in the padding.
        kernels: (channels, size, size) the filter's weights.
        products: (channels, size, size) patches times kernels.
        channel_sums: (channels,) the sum of each channel's products.
        total: the sum of all channels.
        b, value: the bias, and the output pixel a.
        rows, columns: the part of the input under the filter, without the padding.
    """

    patches: FloatArray
    inside: npt.NDArray[np.bool_]
    kernels: FloatArray
    products: FloatArray
    channel_sums: FloatArray
    total: float
    b: float
    value: float
    rows: range
    columns: range

    def strongest(self) -> IntArray:
        """The channels, those whose sums have the largest absolute values first."""
        return np.argsort(-np.abs(self.channel_sums), kind="stable")


@dataclass(frozen=True, eq=False)
class Maximum:
    """value = the largest number of a window of one map.

    Attributes:
        window: (size, size) the numbers.
        position: (row, column) of the maximum in the window; of several equal ones the first.
        value: the maximum.
        channel, rows, columns: the part of the input that the window covers.
    """

    window: FloatArray
    position: tuple[int, int]
    value: float
    channel: int
    rows: range
    columns: range


@dataclass(frozen=True)
class Normalization:
    """value = gamma normalized + beta, where normalized = (x - mean) / sqrt(var + eps).

    Attributes:
        x: the input, the number at the same cell.
        mean, var: the running averages, of the neuron or of the channel.
        gamma, beta, eps: the layer's parameters.
        normalized, value: the results.
        cell: which number of the input.
    """

    x: float
    mean: float
    var: float
    gamma: float
    beta: float
    eps: float
    normalized: float
    value: float
    cell: Cell


@dataclass(frozen=True)
class Activation:
    """value = an activation function of x.

    Attributes:
        kind: "relu", "sigmoid" or "tanh".
        x: the input, the number at the same cell.
        value: the result.
        cell: which number of the input.
    """

    kind: str
    x: float
    value: float
    cell: Cell


@dataclass(frozen=True)
class Scaling:
    """value = x (1 - ratio): Dropout in prediction mode.

    Attributes:
        x: the input, the number at the same cell.
        ratio: the share of the neurons that are left out in training.
        value: the result.
        cell: which number of the input.
    """

    x: float
    ratio: float
    value: float
    cell: Cell


@dataclass(frozen=True, eq=False)
class SoftmaxQuotient:
    """value = exp(a - max a) / sum of exp(a - max a), for one of the ten digits. It uses all ten logits.

    Attributes:
        a: (10,) the logits.
        shifted: (10,) a - max a; the softmax is the same, and exp cannot overflow.
        exp: (10,) exp(a - max a).
        total: the sum of ``exp``.
        probabilities: (10,) exp / total.
        digit: the digit.
        value: its probability.
    """

    a: FloatArray
    shifted: FloatArray
    exp: FloatArray
    total: float
    probabilities: FloatArray
    digit: int
    value: float


Elementwise: TypeAlias = Normalization | Activation | Scaling
Calculation: TypeAlias = AffineSum | ConvolutionSum | Maximum | Elementwise | SoftmaxQuotient


def calculation(
    spec: NetworkSpec, params: Mapping[str, FloatArray], inputs: FloatArray, layer_index: int, cell: Cell
) -> Calculation:
    """How the output of a layer at one cell comes about.

    Args:
        params: by their names in the network ("W1").
        inputs: (*in_shape) the layer's input without the batch: the output of the layer before; of layer 0 the
            network's input, of any shape with 784 numbers.
        layer_index: of ``spec.layers``; their number stands for the softmax.
        cell: which number of the layer's output.

    Raises:
        IndexError: there is no such layer, or no such cell.
    """
    # After a training that diverged, weights are infinite: the results say so, there is no need for a warning.
    with np.errstate(invalid="ignore", over="ignore"):
        return _calculation(spec, params, inputs, layer_index, cell)


def _calculation(
    spec: NetworkSpec, params: Mapping[str, FloatArray], inputs: FloatArray, layer_index: int, cell: Cell
) -> Calculation:
    if layer_index == len(spec.layers):
        return _softmax(inputs, _neuron(cell, inputs.shape))
    if not 0 <= layer_index < len(spec.layers):
        raise IndexError(f"The network has no layer {layer_index}.")
    layer, (shapes, groups) = spec.layers[layer_index], _structure(spec)
    _check(cell, shapes[layer_index + 1])
    inputs = inputs.reshape(shapes[layer_index])
    own = {name: params[numbered] for name, (numbered, _) in groups[layer_index].items()}
    if isinstance(layer, AffineSpec):
        return _affine(own, inputs, _neuron(cell, shapes[layer_index + 1]))
    if isinstance(layer, ConvolutionSpec):
        return _convolution(layer, own, inputs, *_pixel(cell))
    if isinstance(layer, MaxPoolingSpec):
        return _maximum(layer.size, inputs, *_pixel(cell))
    return _elementwise(layer, own, inputs, cell)


def following(
    spec: NetworkSpec, params: Mapping[str, FloatArray], outputs: tuple[FloatArray, ...], layer_index: int, cell: Cell
) -> tuple[Elementwise, ...]:
    """What the next layers make of a number, as long as they work on each number alone.

    These are batch normalisation, activation and Dropout, in any order; the first one belongs to the layer after
    ``layer_index``.

    Args:
        outputs: of all layers, without the batch.
    """
    found: list[Elementwise] = []
    for index in range(layer_index + 1, len(spec.layers)):
        if isinstance(spec.layers[index], AffineSpec | ConvolutionSpec | MaxPoolingSpec):
            break
        step = calculation(spec, params, outputs[index - 1], index, cell)
        assert isinstance(step, Normalization | Activation | Scaling)
        found.append(step)
    return tuple(found)


@functools.lru_cache(maxsize=4)
def _structure(spec: NetworkSpec) -> tuple[list[Shape], list[dict[str, tuple[str, Shape]]]]:
    """The shapes of the input and of all outputs, and the names of the parameters; asked for many times a second."""
    return [spec.input_shape, *spec.shapes()], spec.param_groups()


def _check(cell: Cell, shape: Shape) -> None:
    """Negative indices would count from the end, silently."""
    indices = (cell,) if isinstance(cell, int) else cell
    if len(indices) != len(shape) or not all(0 <= index < size for index, size in zip(indices, shape, strict=True)):
        raise IndexError(f"A layer with outputs of shape {shape} has no cell {cell}.")


def _neuron(cell: Cell, shape: Shape) -> int:
    _check(cell, shape)
    return cell if isinstance(cell, int) else cell[0]


def _pixel(cell: Cell) -> tuple[int, int, int]:
    assert not isinstance(cell, int)
    channel, row, column = cell
    return channel, row, column


def _affine(own: Mapping[str, FloatArray], inputs: FloatArray, neuron: int) -> AffineSum:
    x, W = inputs.reshape(-1).astype(np.float64), own["W"][:, neuron].astype(np.float64)
    products, b = x * W, float(own["b"][neuron])
    total = float(products.sum())
    return AffineSum(x, W, products, total, b, total + b, inputs.shape)


def _convolution(
    layer: ConvolutionSpec, own: Mapping[str, FloatArray], inputs: FloatArray, filter_: int, row: int, column: int
) -> ConvolutionSum:
    _, height, width = inputs.shape
    # Where the filter begins; negative in the padding.
    top, left = row * layer.stride - layer.pad, column * layer.stride - layer.pad
    rows = range(max(top, 0), min(top + layer.size, height))
    columns = range(max(left, 0), min(left + layer.size, width))
    kernels = own["W"][filter_].astype(np.float64)
    patches: FloatArray = np.zeros_like(kernels)
    inside = np.zeros(kernels.shape[1:], bool)
    # Both are empty where the filter covers nothing but padding.
    to = (_part(rows, top), _part(columns, left))
    patches[:, *to] = inputs[:, _part(rows, 0), _part(columns, 0)]
    inside[to] = True
    products = patches * kernels
    channel_sums: FloatArray = products.sum(axis=(1, 2))
    total, b = float(channel_sums.sum()), float(own["b"][filter_])
    return ConvolutionSum(patches, inside, kernels, products, channel_sums, total, b, total + b, rows, columns)


def _part(indices: range, origin: int) -> slice:
    """The indices, counted from ``origin``, as a slice; an empty one where there are none."""
    return slice(indices.start - origin, indices.stop - origin) if indices else slice(0, 0)


def _maximum(size: int, inputs: FloatArray, channel: int, row: int, column: int) -> Maximum:
    rows, columns = range(row * size, (row + 1) * size), range(column * size, (column + 1) * size)
    window: FloatArray = inputs[channel, _part(rows, 0), _part(columns, 0)].astype(np.float64)
    y, x = divmod(int(window.argmax()), size)
    return Maximum(window, (y, x), float(window[y, x]), channel, rows, columns)


def _elementwise(layer: LayerSpec, own: Mapping[str, FloatArray], inputs: FloatArray, cell: Cell) -> Elementwise:
    x = float(inputs[cell])
    if isinstance(layer, BatchNormalizationSpec):
        channel = cell if isinstance(cell, int) else cell[0]
        mean, var, gamma, beta = (float(own[name][channel]) for name in ("mean", "var", "gamma", "beta"))
        normalized = (x - mean) / math.sqrt(var + layer.eps)
        return Normalization(x, mean, var, gamma, beta, layer.eps, normalized, gamma * normalized + beta, cell)
    if isinstance(layer, DropoutSpec):
        return Scaling(x, layer.ratio, x * (1 - layer.ratio), cell)
    if layer.kind not in _FUNCTIONS:
        raise SpecError(f"There is no calculation for the layer {layer.title}.")
    return Activation(layer.kind, x, _FUNCTIONS[layer.kind](x), cell)


def _softmax(logits: FloatArray, digit: int) -> SoftmaxQuotient:
    a = logits.astype(np.float64)
    shifted: FloatArray = a - a.max()
    exp: FloatArray = np.exp(shifted)
    total = float(exp.sum())
    return SoftmaxQuotient(a, shifted, exp, total, exp / total, digit, float(exp[digit] / total))
