"""A network: what it is (NetworkSpec, plain data) and the arrays that compute (Network)."""

import collections
import dataclasses
import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from engine.errors import SpecError
from engine.nn.functions import softmax
from engine.nn.initializers import Init
from engine.nn.layers import (
    LAYER_KINDS,
    AffineSpec,
    ConvolutionSpec,
    Dropout,
    LayerContext,
    LayerSpec,
    ReLUSpec,
    SigmoidSpec,
    Workspace,
)
from engine.nn.losses import SoftmaxWithLoss
from engine.nn.thread_pool import ThreadPool
from engine.types import CANVAS, CLASSES, FloatArray, IntArray, Shape

MAX_LAYERS = 200
# A row of pixels, or a picture with one channel.
INPUT_SHAPES: tuple[Shape, ...] = ((CANVAS * CANVAS,), (1, CANVAS, CANVAS))

Number = TypeVar("Number", int, float)
Scalar = TypeVar("Scalar", bound=np.generic)

ACTIVATIONS: dict[str, type[LayerSpec]] = {spec.kind: spec for spec in (SigmoidSpec, ReLUSpec)}


@dataclass(frozen=True)
class NetworkSpec:
    """The layers from the input to the ten logits; softmax follows by itself.

    Attributes:
        layers: in the order the input passes them. The last one has 10 outputs.
        input_shape: of one input, without the batch: (784,), or (1, 28, 28) before a Convolution layer.

    Raises:
        SpecError: the layers do not fit together, or are too many.
    """

    layers: tuple[LayerSpec, ...]
    input_shape: Shape = (CANVAS * CANVAS,)

    def __post_init__(self) -> None:
        if self.input_shape not in INPUT_SHAPES:
            raise SpecError(f"A network here reads 784 pixels or a picture of 1 × 28 × 28, not {self.input_shape}.")
        if not 1 <= len(self.layers) <= MAX_LAYERS:
            raise SpecError(f"A network has from 1 to {MAX_LAYERS} layers, not {len(self.layers)}.")
        if self.shapes()[-1] != (CLASSES,):
            raise SpecError(f"The last layer must have 10 outputs, one a digit, not the shape {self.shapes()[-1]}.")

    @classmethod
    def mlp(
        cls, hidden: tuple[int, ...], activation: str = "relu", init: Init = "he", std: float = 0.01
    ) -> "NetworkSpec":
        """Affine layers with an activation between: ``mlp((50, 100), "sigmoid")`` is the book's 784-50-100-10.

        The last layer's weights start by Xavier where ``init`` is "he": no ReLU follows them.
        """
        if activation not in ACTIVATIONS:
            raise SpecError(f"There is no activation called “{activation}”: choose one of {', '.join(ACTIVATIONS)}.")
        layers: list[LayerSpec] = []
        for units in hidden:
            layers += [AffineSpec(units, init, std), ACTIVATIONS[activation]()]
        layers.append(AffineSpec(CLASSES, "xavier" if init == "he" else init, std))
        return cls(tuple(layers))

    def shapes(self) -> list[Shape]:
        """The shape after each layer, without the batch."""
        shapes = [self.input_shape]
        for layer in self.layers:
            shapes.append(layer.out_shape(shapes[-1]))
        return shapes[1:]

    def param_shapes(self) -> dict[str, Shape]:
        """The learned arrays by name, numbered as in the book: W1, b1, W2, b2, ..."""
        return {name: shape for group in self.param_groups() for name, shape in group.values()}

    def param_groups(self) -> list[dict[str, tuple[str, Shape]]]:
        """For each layer, its own name of an array ("W") -> the network's name ("W2") and the shape."""
        groups: list[dict[str, tuple[str, Shape]]] = []
        # The third W is W3, the first gamma gamma1, whatever lies between.
        count: collections.Counter[str] = collections.Counter()
        for layer, in_shape in zip(self.layers, [self.input_shape, *self.shapes()], strict=False):
            shapes = layer.param_shapes(in_shape)
            count.update(shapes.keys())
            groups.append({own: (f"{own}{count[own]}", shape) for own, shape in shapes.items()})
        return groups

    def running_averages(self) -> IntArray:
        """Where in the flat array of all parameters the numbers stand that no gradient changes (M,).

        They are the running averages that a layer takes of its mini-batches.
        """
        numbers = views_of(np.arange(self.param_count()), self.param_shapes())
        found = [
            numbers[name].ravel()
            for layer, group in zip(self.layers, self.param_groups(), strict=True)
            for own, (name, _) in group.items()
            if own in layer.running_averages
        ]
        return np.concatenate([np.empty(0, np.intp), *found])

    def param_count(self) -> int:
        """How many numbers are learned."""
        return sum(math.prod(shape) for shape in self.param_shapes().values())

    def multiplications(self) -> int:
        """How many numbers are multiplied with a W for one input, forwards: what a network costs in time.

        An Affine layer uses each number of its W (in, out) once, a Convolution's W (F, C, size, size) serves at
        each of the OH OW places of its output.
        """
        shapes = [self.input_shape, *self.shapes()]
        return sum(
            math.prod(layer.param_shapes(in_shape).get("W", (0,))) * math.prod(out_shape[1:])
            for layer, in_shape, out_shape in zip(self.layers, shapes, shapes[1:], strict=False)
        )

    @property
    def title(self) -> str:
        """How a person says it: "784-50-100-10 Sigmoid", "Convolutional 30-100-10 ReLU"."""
        sizes = [layer.units for layer in self.layers if isinstance(layer, AffineSpec)]
        filters = [layer.filters for layer in self.layers if isinstance(layer, ConvolutionSpec)]
        activations = dict.fromkeys(layer.title for layer in self.layers if layer.kind in ACTIVATIONS)
        first = [] if filters else [CANVAS * CANVAS]
        parts = ["Convolutional" if filters else "", "-".join(map(str, first + filters + sizes)), "/".join(activations)]
        return " ".join(part for part in parts if part)

    def to_dict(self) -> dict[str, Any]:
        """As JSON values, for files."""
        return {
            "input_shape": list(self.input_shape),
            "layers": [{"kind": layer.kind} | dataclasses.asdict(layer) for layer in self.layers],
        }

    @classmethod
    def from_dict(cls, value: Any) -> "NetworkSpec":
        """What ``to_dict`` wrote. Anything else, however malformed, is a SpecError."""
        try:
            layers = tuple(_layer_from_dict(layer) for layer in value["layers"])
            input_shape = tuple(_number(size, int) for size in value["input_shape"])
            return cls(layers, input_shape)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise SpecError(f"The description of the network is malformed ({error}).") from error


def _number(value: Any, kind: type[Number]) -> Number:
    """A JSON number as int or float. A whole number may stand for a float; a text or true is no number."""
    if type(value) is not int and type(value) is not kind:
        raise TypeError(f"{type(value).__name__} instead of {kind.__name__}")
    return kind(value)


def _layer_from_dict(value: Any) -> LayerSpec:
    if type(value) is not dict:
        raise TypeError(f"a layer that is a {type(value).__name__}")
    options = value.copy()
    kind = options.pop("kind")
    if kind not in LAYER_KINDS:
        raise SpecError(f"This version knows no layer called “{kind}”.")
    for field in dataclasses.fields(LAYER_KINDS[kind]):
        if field.name in options and field.type in (int, float):
            options[field.name] = _number(options[field.name], field.type)
    return LAYER_KINDS[kind](**options)


class Network:
    """The arrays of a network, forward and backward.

    All parameters lie in one flat array, ``theta``, and all gradients in another, ``dtheta``; ``params`` and
    ``grads`` are views of them by name. They are made once and only ever written into, so an optimiser can
    work on the whole network in one pass and loading cannot part a layer from its weights.

    A network belongs to one thread at a time: its buffers are overwritten by every call.

    Attributes:
        spec: what it is.
        params, grads: {"W1": (784, 50) array, "b1": (50,) array, ...}.
        cores: what large mini-batches are divided among; with nobody's help, as it is made.
    """

    def __init__(
        self,
        spec: NetworkSpec,
        max_batch: int = 100,
        dtype: type[np.floating] = np.float32,
        cores: ThreadPool | None = None,
    ) -> None:
        """All parameters are 0 until ``initialize`` or ``load``.

        Args:
            cores: another network's, where one thread computes with both.
        """
        self.spec = spec
        self.max_batch = max_batch
        self.dtype = np.dtype(dtype)
        groups = spec.param_groups()
        self.theta: FloatArray = np.zeros(spec.param_count(), self.dtype)
        self.dtheta: FloatArray = np.zeros_like(self.theta)
        self.params = views_of(self.theta, spec.param_shapes())
        self.grads = views_of(self.dtheta, spec.param_shapes())
        workspace = Workspace()
        self.cores = cores or ThreadPool()
        self._layers = [
            layer.build(
                LayerContext(
                    in_shape,
                    max_batch,
                    {own: self.params[name] for own, (name, _) in group.items()},
                    {own: self.grads[name] for own, (name, _) in group.items()},
                    self.dtype,
                    workspace,
                    self.cores,
                )
            )
            for layer, in_shape, group in zip(spec.layers, [spec.input_shape, *spec.shapes()], groups, strict=False)
        ]
        workspace.make()
        self._loss = SoftmaxWithLoss(CLASSES, max_batch, self.dtype)
        # What each layer gave last: views of their buffers.
        self._outs: list[FloatArray] = []

    def initialize(self, rng: "np.random.Generator") -> None:
        """Draw the first weights of every layer from ``rng``."""
        for layer, group in zip(self.spec.layers, self.spec.param_groups(), strict=True):
            layer.initialize({own: self.params[name] for own, (name, _) in group.items()}, rng)

    def use_rng(self, rng: "np.random.Generator") -> None:
        """What is drawn at random while training (which neurons Dropout leaves out) comes from ``rng``."""
        for layer in self._layers:
            if isinstance(layer, Dropout):
                layer.use_rng(rng)

    def load(self, params: Mapping[str, FloatArray]) -> None:
        """Copy ``params`` in; the arrays of the network stay the same ones.

        Raises:
            ValueError: names or shapes differ from the network's, or they are no real numbers.
                Nothing has been copied then.
        """
        wanted = {name: array.shape for name, array in self.params.items()}
        given = {name: array.shape for name, array in params.items()}
        if wanted != given or not all(np.can_cast(array.dtype, self.dtype, "same_kind") for array in params.values()):
            types = ", ".join(sorted({array.dtype.name for array in params.values()}))
            raise ValueError(f"parameters {given} of type {types} do not fit a network of {wanted}")
        for name, array in self.params.items():
            np.copyto(array, params[name], casting="same_kind")

    def snapshot(self) -> dict[str, FloatArray]:
        """A copy of the parameters as they stand."""
        return {name: array.copy() for name, array in self.params.items()}

    def logits(self, x: FloatArray, training: bool = False) -> FloatArray:
        """(n, 784) or (n, *input_shape) -> (n, 10), n at most ``max_batch``: a view that the next call overwrites."""
        out = x.reshape(len(x), *self.spec.input_shape)
        self._outs.clear()
        for layer in self._layers:
            out = layer.forward(out, training)
            self._outs.append(out)
        return out

    def predict(self, x: FloatArray) -> FloatArray:
        """Probabilities: any number of inputs (N, 784) or (N, *input_shape) -> (N, 10), a new array."""
        if 0 < len(x) <= self.max_batch:
            return softmax(self.logits(x))
        y = np.empty((len(x), CLASSES), self.dtype)
        for start in range(0, len(x), self.max_batch):
            part = slice(start, start + self.max_batch)
            y[part] = softmax(self.logits(x[part]))
        return y

    def activations(self, x: FloatArray) -> tuple[FloatArray, ...]:
        """What each layer makes of (n, 784) or (n, *input_shape), n at most ``max_batch``, when it is no training.

        Returns:
            A new array (n, *shape) a layer, in the order of ``spec.layers``; the last one holds the logits.
        """
        self.logits(x)
        return self.last_activations()

    def last_activations(self) -> tuple[FloatArray, ...]:
        """What each layer made of what was read last: as ``activations`` of it."""
        return tuple(out.copy() for out in self._outs)

    def backward(self, dlogits: FloatArray) -> FloatArray:
        """After ``logits(x)``: how the sum of ``dlogits`` (n, 10) times the logits grows with each number of ``x``.

        ``grads`` become those of the same sum.

        Returns:
            (n, *input_shape), a view that the next call overwrites.
        """
        dx = self._backward(dlogits, input_gradient=True)
        assert dx is not None
        return dx

    def input_gradient(self, x: FloatArray, dlogits: FloatArray) -> FloatArray:
        """d(sum dlogits * logits) / dx, as the network reads when it is no training. ``dtheta`` is overwritten.

        Args:
            x: n inputs, at most ``max_batch``: (n, 784), (n, 28, 28) or (n, *input_shape).
            dlogits: (n, 10).

        Returns:
            A new array in the shape of ``x``.
        """
        self.logits(x)
        return self.backward(dlogits).reshape(x.shape).copy()

    def loss(self, x: FloatArray, t: IntArray, training: bool = False) -> float:
        """The mean cross entropy of a batch of at most ``max_batch`` inputs with labels ``t`` (n,)."""
        return self._loss.forward(self.logits(x, training), t)

    def gradient_step(self, x: FloatArray, t: IntArray) -> float:
        """One forward and one backward pass of a mini-batch: fills ``grads``, returns the loss."""
        loss = self.loss(x, t, training=True)
        self._backward(self._loss.backward(t), input_gradient=False)
        return loss

    def gradient(self, x: FloatArray, t: IntArray, input_gradient: bool = False) -> FloatArray | None:
        """Fill ``grads`` by backpropagation; with ``input_gradient`` also return dL/dx, in the shape of ``x``."""
        self.loss(x, t, training=True)
        dx = self._backward(self._loss.backward(t), input_gradient)
        return None if dx is None else dx.reshape(x.shape)

    def _backward(self, dlogits: FloatArray, input_gradient: bool) -> FloatArray | None:
        dout: FloatArray | None = dlogits
        for i in reversed(range(len(self._layers))):
            assert dout is not None
            dout = self._layers[i].backward(dout, input_gradient or i > 0)
        return dout


def views_of(flat: npt.NDArray[Scalar], shapes: Mapping[str, Shape]) -> dict[str, npt.NDArray[Scalar]]:
    """The arrays of these shapes, one after the other in ``flat``."""
    ends = list(itertools.accumulate(math.prod(shape) for shape in shapes.values()))
    parts = np.split(flat, ends[:-1])
    return {name: part.reshape(shape) for (name, shape), part in zip(shapes.items(), parts, strict=True)}
