"""What every layer has: a description (plain data, saved with the weights), and the layer that computes."""

import itertools
import math
from dataclasses import dataclass, field
from typing import ClassVar, Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from ...types import IN_CACHE, FloatArray, Shape
from ..thread_pool import ThreadPool

Scalar = TypeVar("Scalar", bound=np.generic)


class Layer(Protocol):
    """One step of the network. Buffers are allocated with the network, and the ``Workspace`` by the first mini-batch:
    later ones allocate nothing.

    ``forward`` and ``backward`` return views of buffers that the next call overwrites. A batch may be smaller than the
    largest one. Arrays need not be contiguous: images are stored as in ``BatchBuffer``.
    """

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        """(n, *in_shape) -> (n, *out_shape). ``x`` must not change until ``backward``."""
        ...

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        """dL/dout -> dL/dx; writes the gradients of the layer's parameters. ``dout`` is not changed.

        Without ``input_gradient`` dL/dx is not needed (the first layer in training) and may be None.
        """
        ...


class Workspace:
    """Memory for a single call of a layer, shared by all layers of a network: so it stays in the processor's cache.

    Each thread has its own, by its slot (see ``ThreadPool``).
    """

    def __init__(self) -> None:
        self._memory: dict[int, npt.NDArray[np.uint8]] = {}

    def arrays(self, slot: int, dtype: np.dtype[np.floating], *sizes: int) -> list[FloatArray]:
        """Flat arrays of these sizes, one after the other, with any content."""
        ends = list(itertools.accumulate(sizes, initial=0))
        size = ends[-1] * dtype.itemsize
        if slot not in self._memory or len(self._memory[slot]) < size:
            self._memory[slot] = np.empty(size, np.uint8)
        memory = self._memory[slot][:size].view(dtype)
        return [memory[start:end] for start, end in itertools.pairwise(ends)]


@dataclass(frozen=True)
class LayerContext:
    """What a layer gets from its network.

    Attributes:
        in_shape: of one input, without the batch.
        max_batch: the most inputs at a time.
        params, grads: the arrays that the layer reads and writes, by its own names ("W"). It keeps these arrays, never
            copies.
        dtype: of all its buffers.
        workspace, thread_pool: the network's.
    """

    in_shape: Shape
    max_batch: int
    params: dict[str, FloatArray]
    grads: dict[str, FloatArray]
    dtype: np.dtype[np.floating]
    workspace: Workspace = field(default_factory=Workspace)
    thread_pool: ThreadPool = field(default_factory=ThreadPool)


class BatchBuffer(Generic[Scalar]):
    """Memory for up to ``max_batch`` inputs or outputs of a layer.

    Images (C, H, W) are stored as (C, H, W, n): layers mostly work on a channel, a row or a pixel of the whole
    mini-batch, which is then contiguous.
    """

    def __init__(self, max_batch: int, shape: Shape, dtype: np.dtype[Scalar], zeros: bool = False) -> None:
        """Args:
        zeros: fill it with 0 whenever n changes. Otherwise the content is arbitrary.
        """
        self._shape, self._zeros = shape, zeros
        self._memory = np.zeros(max_batch * math.prod(shape), dtype)
        self._view = self._shaped(0)

    def of(self, n: int) -> npt.NDArray[Scalar]:
        """A view (n, *shape), always from the start of the memory."""
        if len(self._view) != n:
            self._view = self._shaped(n)
            if self._zeros:
                self._view[...] = 0
        return self._view

    def _shaped(self, n: int) -> npt.NDArray[Scalar]:
        memory = self._memory[: n * math.prod(self._shape)]
        if len(self._shape) != 3:
            return memory.reshape(n, *self._shape)
        return memory.reshape(*self._shape, n).transpose(3, 0, 1, 2)


def channel_slices(batch: npt.NDArray[Scalar]) -> list[slice]:
    """The channels of (n, C, H, W) in slices that fit in a core's cache; (n, neurons) is one slice."""
    if batch.ndim < 4:
        return [slice(None)]
    n, channels, height, width = batch.shape
    step = max(1, IN_CACHE // max(1, n * height * width))
    return [slice(start, start + step) for start in range(0, channels, step)]


@dataclass(frozen=True)
class LayerSpec:
    """What a layer is, as plain data: a frozen dataclass of JSON values.

    ``kind`` is its name in files, ``title`` the one for people, to be translated by ``tr``.

    Raises:
        SpecError: from the constructor or a method, where the layer is impossible.
    """

    kind: ClassVar[str]
    title: ClassVar[str]

    def out_shape(self, in_shape: Shape) -> Shape:
        """The shape of one output, without the batch."""
        return in_shape

    def param_shapes(self, in_shape: Shape) -> dict[str, Shape]:
        """The parameters under the book's names ("W", "b"), in the order in which they are numbered and saved."""
        return {}

    def buffer_count(self, in_shape: Shape) -> int:
        """How many numbers it keeps for one input while it predicts."""
        return math.prod(self.out_shape(in_shape))

    def initialize(self, params: dict[str, FloatArray], rng: "np.random.Generator") -> None:
        """Fill the arrays in place with their initial values."""

    def build(self, context: LayerContext) -> Layer:
        """The layer itself."""
        raise NotImplementedError
