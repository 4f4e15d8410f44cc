"""The arrays of a network, forward and backward."""

import math
from collections.abc import Iterator, Mapping

import numpy as np

from ..types import FloatArray, IntArray, Shape
from .layers import Dropout, LayerContext, Workspace
from .losses import SigmoidWithLoss, SoftmaxWithLoss, probabilities
from .network_spec import NetworkSpec
from .thread_pool import ThreadPool


class Network:
    """A network that computes.

    The parameters are views of one flat array, ``theta``, and their gradients of another, ``dtheta``; ``params`` and
    ``grads`` are these views by name. They are allocated once and only written into: an optimiser updates the whole
    network in one pass, and the layers always use the current weights.

    Not thread-safe: every call overwrites the same buffers.

    >>> network = Network(NetworkSpec.mlp((50,), "relu"), max_batch=100)
    >>> network.initialize(np.random.default_rng(0))
    >>> x, t = np.zeros((100, 784), np.float32), np.zeros(100, np.uint8)
    >>> round(network.gradient_step(x, t), 4), network.grads["W1"].shape
    (2.3026, (784, 50))
    >>> network.predict(x).shape
    (100, 10)

    Attributes:
        spec: what it is.
        params, grads: {"W1": (784, 50) array, "b1": (50,) array, ...}.
        thread_pool: divides the work of large mini-batches; one thread, unless its ``running`` is used.
    """

    def __init__(
        self,
        spec: NetworkSpec,
        max_batch: int = 100,
        dtype: type[np.floating] = np.float32,
        thread_pool: ThreadPool | None = None,
    ) -> None:
        """All parameters are 0 until ``initialize`` or ``load``.

        Args:
            max_batch: the largest mini-batch.
            thread_pool: to share that of another network, where one thread uses both.
        """
        self.spec = spec
        self.max_batch = max_batch
        self.dtype = np.dtype(dtype)
        groups = spec.param_groups()
        self.theta: FloatArray = np.zeros(spec.param_count(), self.dtype)
        self.dtheta: FloatArray = np.zeros_like(self.theta)
        self.params = _views(self.theta, spec.param_shapes())
        self.grads = _views(self.dtheta, spec.param_shapes())
        workspace = Workspace()
        self.thread_pool = thread_pool or ThreadPool()
        self._layers = [
            layer.build(
                LayerContext(
                    in_shape,
                    max_batch,
                    {own: self.params[name] for own, (name, _) in group.items()},
                    {own: self.grads[name] for own, (name, _) in group.items()},
                    self.dtype,
                    workspace,
                    self.thread_pool,
                )
            )
            for layer, in_shape, group in zip(spec.layers, [spec.input_shape, *spec.shapes()], groups, strict=False)
        ]
        self._loss = (
            SigmoidWithLoss(max_batch, self.dtype)
            if spec.outputs == 1
            else SoftmaxWithLoss(spec.outputs, max_batch, self.dtype)
        )
        self._logits = np.empty((0, spec.outputs), self.dtype)

    def initialize(self, rng: "np.random.Generator") -> None:
        """Draw the initial weights of every layer from ``rng``."""
        for layer, group in zip(self.spec.layers, self.spec.param_groups(), strict=True):
            layer.initialize({own: self.params[name] for own, (name, _) in group.items()}, rng)

    def use_rng(self, rng: "np.random.Generator") -> None:
        """Draw all random numbers of the training (the masks of Dropout) from ``rng``."""
        for layer in self._layers:
            if isinstance(layer, Dropout):
                layer.use_rng(rng)

    def load(self, params: Mapping[str, FloatArray]) -> None:
        """Copy ``params`` into the network's own arrays.

        Raises:
            ValueError: names or shapes differ from the network's, or the arrays are not of real numbers. Nothing has
                been copied then.
        """
        expected = {name: array.shape for name, array in self.params.items()}
        given = {name: array.shape for name, array in params.items()}
        if expected != given or not all(np.can_cast(array.dtype, self.dtype, "same_kind") for array in params.values()):
            types = ", ".join(sorted({array.dtype.name for array in params.values()}))
            raise ValueError(f"parameters {given} of type {types} do not fit a network of {expected}")
        for name, array in self.params.items():
            np.copyto(array, params[name], casting="same_kind")

    def snapshot(self) -> dict[str, FloatArray]:
        """A copy of the current parameters."""
        return {name: array.copy() for name, array in self.params.items()}

    def logits(self, x: FloatArray, training: bool = False) -> FloatArray:
        """(n, inputs) or (n, *input_shape) -> (n, outputs), n at most ``max_batch``.

        Returns:
            A view that the next call overwrites.

        Raises:
            ValueError: ``x`` has another shape, more than ``max_batch`` rows, or integers.
        """
        out = self._batch(x)
        for layer in self._layers:
            out = layer.forward(out, training)
        return out

    def _batch(self, x: FloatArray) -> FloatArray:
        """``x`` as (n, *input_shape), n at most ``max_batch``."""
        self._check(x)
        n = len(x)
        if n > self.max_batch:
            raise ValueError(
                f"x has {n} rows, and this network takes at most {self.max_batch} at once. Use predict, or make it by "
                f"Network(spec, max_batch={n})"
            )
        return x.reshape(n, *self.spec.input_shape)

    def _check(self, x: FloatArray) -> None:
        shape = self.spec.input_shape
        inputs = math.prod(shape)
        if x.size != len(x) * inputs:
            wanted = f"(N, {inputs})" if len(shape) == 1 else f"(N, {inputs}) or (N, {', '.join(map(str, shape))})"
            hint = f". Write x.reshape(-1, {inputs})" if x.size and x.size % inputs == 0 else ""
            raise ValueError(f"x of shape {x.shape} does not fit this network: x must be {wanted}{hint}")
        if x.dtype.kind != "f":
            raise ValueError(f"x must hold floats from 0 to 1, not {x.dtype}. Bytes: write np.float32(x) / 255")

    def predict(self, x: FloatArray) -> FloatArray:
        """Probabilities for any number of inputs: (N, inputs) or (N, *input_shape) -> (N, outputs), a new array.

        They are the softmax of the logits; of a single logit the sigmoid, the probability of class 1.
        """
        if 0 < len(x) <= self.max_batch:
            return probabilities(self.logits(x))
        # The whole, so that a message has its shape.
        self._check(x)
        y = np.empty((len(x), self.spec.outputs), self.dtype)
        for start in range(0, len(x), self.max_batch):
            batch = slice(start, start + self.max_batch)
            y[batch] = probabilities(self.logits(x[batch]))
        return y

    def activations(self, x: FloatArray) -> tuple[FloatArray, ...]:
        """The output of each layer for (n, inputs) or (n, *input_shape), n at most ``max_batch``, in prediction mode.

        Returns:
            A new array (n, *shape) for each layer, in the order of ``spec.layers``; the last one holds the logits.
        """
        return tuple(out.copy() for out in self.outputs(x))

    def outputs(self, x: FloatArray) -> Iterator[FloatArray]:
        """As ``activations``, but views, each to be used before the next one. After the last ``backward`` works."""
        out = self._batch(x)
        for layer in self._layers:
            out = layer.forward(out, False)
            yield out

    def output_of(self, x: FloatArray, layers: int) -> FloatArray:
        """The output (n, *shape) of the first so many layers, in prediction mode: a new array.

        Args:
            x: (n, inputs) or (n, *input_shape), n at most ``max_batch``.
        """
        out = self._batch(x)
        for layer in self._layers[:layers]:
            out = layer.forward(out, False)
        return out.copy()

    def loss(self, x: FloatArray, t: IntArray, training: bool = False) -> float:
        """The mean cross entropy of a mini-batch with labels ``t`` (n,).

        Raises:
            ValueError: ``x`` does not fit, see ``logits``; or ``t`` is no label for each row, such as one-hot rows.
        """
        self._logits = self.logits(x, training)
        return self._loss.forward(self._logits, t)

    @property
    def last_logits(self) -> FloatArray:
        """(n, outputs): the logits of the last ``loss`` or ``gradient_step``, a view that the next call overwrites."""
        return self._logits

    def gradient_step(self, x: FloatArray, t: IntArray) -> float:
        """One forward and one backward pass of a mini-batch: fills ``grads``, returns the loss."""
        loss = self.loss(x, t, training=True)
        self._backward(self._loss.backward(t), input_gradient=False)
        return loss

    def backward(self, dlogits: FloatArray) -> FloatArray:
        """After ``logits(x)``: the gradient of sum(dlogits * logits) with respect to ``x``; fills ``grads`` likewise.

        Args:
            dlogits: (n, outputs).

        Returns:
            (n, *input_shape), a view that the next call overwrites.
        """
        dx = self._backward(dlogits, input_gradient=True)
        assert dx is not None
        return dx

    def _backward(self, dlogits: FloatArray, input_gradient: bool) -> FloatArray | None:
        dout: FloatArray | None = dlogits
        for i in reversed(range(len(self._layers))):
            assert dout is not None
            dout = self._layers[i].backward(dout, input_gradient or i > 0)
        return dout


def _views(flat: FloatArray, shapes: Mapping[str, Shape]) -> dict[str, FloatArray]:
    """Views of these shapes, one after the other in ``flat``."""
    parts = np.split(flat, np.cumsum([math.prod(shape) for shape in shapes.values()])[:-1])
    return {name: part.reshape(shape) for (name, shape), part in zip(shapes.items(), parts, strict=True)}
