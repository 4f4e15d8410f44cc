"""What a layer is: its description (plain data, saved with the weights) and the thing that computes."""

import math
from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np

from engine.types import FloatArray, Shape


class Layer(Protocol):
    """One step of the network. All buffers are made when the layer is; a mini-batch allocates nothing.

    ``forward`` and ``backward`` return views of buffers that the next call overwrites. A batch may be shorter
    than the largest one: the first rows of the buffers are used. Neither side may count on an array being
    contiguous: pictures lie in memory channel by channel.
    """

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        """(n, *in_shape) -> (n, *out_shape). ``x`` must stay as it is until ``backward``."""
        ...

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        """dL/dout -> dL/dx, writing the layer's parameter gradients on the way.

        ``dout`` is only read. With ``input_gradient`` False nobody needs dL/dx (the network's first layer):
        it is not computed and None comes back.
        """
        ...


@dataclass(frozen=True)
class Place:
    """Where in a network a layer stands.

    Attributes:
        in_shape: of one input, without the batch.
        max_batch: the most inputs at a time.
        params, grads: the arrays the layer reads and those it writes, by its own names ("W"): it keeps these very
            arrays, never copies.
        dtype: of all its buffers.
    """

    in_shape: Shape
    max_batch: int
    params: dict[str, FloatArray]
    grads: dict[str, FloatArray]
    dtype: np.dtype[np.floating]


# So many numbers at a time (256 kB) stay in a processor core's own cache while several passes go over them.
_IN_CACHE = 65_536


def batch_buffer(max_batch: int, shape: Shape, dtype: np.dtype[np.floating]) -> FloatArray:
    """An empty (max_batch, *shape). Pictures (C, H, W) lie in memory channel by channel: (C, max_batch, H, W).

    What a layer does is mostly done to a channel of the whole mini-batch, which is then one piece of memory.
    """
    if len(shape) != 3:
        return np.empty((max_batch, *shape), dtype)
    channels, height, width = shape
    return np.empty((channels, max_batch, height, width), dtype).transpose(1, 0, 2, 3)


def channel_parts(max_batch: int, shape: Shape) -> list[slice]:
    """The channels (or neurons) of a batch in slices so small that each stays in the cache."""
    of_one = max_batch * math.prod(shape[1:])
    step = max(1, _IN_CACHE // of_one)
    return [slice(start, min(start + step, shape[0])) for start in range(0, shape[0], step)]


@dataclass(frozen=True)
class LayerSpec:
    """What a layer is, as plain data. A frozen dataclass of JSON values.

    ``kind`` names it in files, ``title`` to people.

    Raises:
        SpecError: from the constructor or from the methods, where the layer cannot be as described.
    """

    kind: ClassVar[str]
    title: ClassVar[str]

    def out_shape(self, in_shape: Shape) -> Shape:
        """The shape of one output, without the batch."""
        return in_shape

    def param_shapes(self, in_shape: Shape) -> dict[str, Shape]:
        """The learned arrays under the book's names ("W", "b"), in the order they are numbered and saved."""
        return {}

    def initialize(self, params: dict[str, FloatArray], rng: np.random.Generator) -> None:
        """Fill the arrays in place with the values learning starts from."""

    def build(self, place: Place) -> Layer:
        """The layer itself."""
        raise NotImplementedError
