"""How one number of a network comes about: the numbers that go in, and the steps from them to the result.

The calculations are those of the layers in prediction mode (see ``engine.nn.layers``), written as in the book for one
number at a time and in float64, so the results equal the network's activations up to the rounding of float32.
"""

import functools
import math
from collections.abc import Callable, Mapping

import numpy as np

from ..errors import SpecError
from ..i18n import tr
from ..nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    LayerSpec,
    MaxPoolingSpec,
)
from ..nn.network_spec import NetworkSpec
from ..types import FloatArray, Shape
from .layer_results import (
    Activation,
    AffineSum,
    Calculation,
    Cell,
    ConvolutionSum,
    Elementwise,
    Maximum,
    Normalization,
    Scaling,
    SoftmaxQuotient,
)

_FUNCTIONS: dict[str, Callable[[float], float]] = {
    "relu": lambda x: 0.0 if x < 0 else x,  # NaN stays NaN
    "sigmoid": lambda x: 0.5 * (1 + math.tanh(x / 2)),  # 1 / (1 + exp(-x)), without overflow
    "tanh": math.tanh,
}


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
        raise SpecError(tr("There is no calculation for the layer {0}.", tr(layer.title)))
    return Activation(layer.kind, x, _FUNCTIONS[layer.kind](x), cell)


def _softmax(logits: FloatArray, digit: int) -> SoftmaxQuotient:
    a = logits.astype(np.float64)
    shifted: FloatArray = a - a.max()
    exp: FloatArray = np.exp(shifted)
    total = float(exp.sum())
    return SoftmaxQuotient(a, shifted, exp, total, exp / total, digit, float(exp[digit] / total))
