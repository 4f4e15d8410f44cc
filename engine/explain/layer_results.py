"""How a layer computes one number: the numbers that go in, and what it makes of them. See ``calculation``."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..types import FloatArray, IntArray, Shape

# A neuron (k), or (channel, row, column) of a map.
Cell: TypeAlias = int | tuple[int, ...]


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
