"""What a layer is: its description (plain data, saved with the weights) and the thing that computes."""

import itertools
import math
from dataclasses import dataclass, field
from typing import ClassVar, Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from engine.nn.thread_pool import ThreadPool
from engine.types import IN_CACHE, FloatArray, Shape

Scalar = TypeVar("Scalar", bound=np.generic)


class Layer(Protocol):
    """One step of the network. All buffers are made when the network is, but for those of a thread that helps (see
    ``ThreadPool``), which are made when it first does; after that a mini-batch allocates nothing.

    ``forward`` and ``backward`` return views of buffers that the next call overwrites. A batch may be shorter
    than the largest one: less of the buffers is used. Neither side may count on an array being contiguous: pictures
    lie in memory as a ``BatchBuffer`` has them.
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


class Workspace:
    """Memory for what a layer needs during one call only: all layers of a network have the same, which stays in the
    processor's cache. Each thread has its own, by its slot (see ``ThreadPool``).
    """

    def __init__(self) -> None:
        self._wanted = 0
        self._bytes: dict[int, npt.NDArray[np.uint8]] = {}

    def reserve(self, dtype: np.dtype[np.floating], *sizes: int) -> None:
        """When a layer is made: so much is what ``arrays`` will be asked for at most."""
        self._wanted = max(self._wanted, sum(sizes) * dtype.itemsize)

    def make(self) -> None:
        """When all layers are made: the caller's own memory."""
        self._bytes[0] = np.empty(self._wanted, np.uint8)

    def arrays(self, slot: int, dtype: np.dtype[np.floating], *sizes: int) -> list[FloatArray]:
        """Flat arrays of these sizes, one after the other. Another layer may have written anything into them."""
        if slot not in self._bytes:
            self._bytes[slot] = np.empty(self._wanted, np.uint8)
        ends = list(itertools.accumulate(sizes, initial=0))
        memory = self._bytes[slot][: ends[-1] * dtype.itemsize].view(dtype)
        return [memory[start:end] for start, end in itertools.pairwise(ends)]


@dataclass(frozen=True)
class LayerContext:
    """Where in a network a layer stands.

    Attributes:
        in_shape: of one input, without the batch.
        max_batch: the most inputs at a time.
        params, grads: the arrays the layer reads and those it writes, by its own names ("W"): it keeps these very
            arrays, never copies.
        dtype: of all its buffers.
        workspace, cores: the network's.
    """

    in_shape: Shape
    max_batch: int
    params: dict[str, FloatArray]
    grads: dict[str, FloatArray]
    dtype: np.dtype[np.floating]
    workspace: Workspace = field(default_factory=Workspace)
    cores: ThreadPool = field(default_factory=ThreadPool)


class BatchBuffer(Generic[Scalar]):
    """Memory for up to ``max_batch`` inputs or outputs of a layer.

    Pictures (C, H, W) lie in it pixel by pixel, (C, H, W, n): what a layer does is mostly done to a channel, a line
    or a pixel of the whole mini-batch, which is then one piece of memory.
    """

    def __init__(self, max_batch: int, shape: Shape, dtype: np.dtype[Scalar], zeros: bool = False) -> None:
        """Args:
        zeros: whether what is never written is to be 0. Otherwise it may be anything.
        """
        self._shape, self._zeros = shape, zeros
        self._memory = np.zeros(max_batch * math.prod(shape), dtype)
        self._view = self._shaped(0)

    def of(self, n: int) -> npt.NDArray[Scalar]:
        """(n, *shape): always the same memory, however many there are."""
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


class ChannelParts:
    """The channels of a batch in slices so small that each stays in a core's cache; of neurons, which lie in memory
    input by input, one slice of all.
    """

    def __init__(self, shape: Shape) -> None:
        """Args:
        shape: of one input.
        """
        self._channels = shape[0]
        self._places = math.prod(shape[1:]) if len(shape) == 3 else 0
        self._n, self._parts = 0, [slice(None)]

    def of(self, n: int) -> list[slice]:
        """For ``n`` inputs."""
        if n != self._n and self._places:
            step = max(1, IN_CACHE // max(1, n * self._places))
            self._parts = [slice(start, start + step) for start in range(0, self._channels, step)]
            self._n = n
        return self._parts


@dataclass(frozen=True)
class LayerSpec:
    """What a layer is, as plain data. A frozen dataclass of JSON values.

    ``kind`` names it in files, ``title`` to people. ``running_averages`` are those of its arrays, by its own names,
    that no gradient changes: they are taken of the mini-batches that it is trained with.

    Raises:
        SpecError: from the constructor or from the methods, where the layer cannot be as described.
    """

    kind: ClassVar[str]
    title: ClassVar[str]
    running_averages: ClassVar[tuple[str, ...]] = ()

    def out_shape(self, in_shape: Shape) -> Shape:
        """The shape of one output, without the batch."""
        return in_shape

    def param_shapes(self, in_shape: Shape) -> dict[str, Shape]:
        """The learned arrays under the book's names ("W", "b"), in the order they are numbered and saved."""
        return {}

    def initialize(self, params: dict[str, FloatArray], rng: "np.random.Generator") -> None:
        """Fill the arrays in place with the values learning starts from."""

    def build(self, place: LayerContext) -> Layer:
        """The layer itself."""
        raise NotImplementedError
