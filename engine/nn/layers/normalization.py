"""Batch normalisation: training is faster, and depends less on the weight initialisation."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ...errors import SpecError
from ...i18n import tr, tr_noop
from ...types import FloatArray, Shape
from .layer import BatchBuffer, Layer, LayerContext, LayerSpec, channel_slices

# Whose root is still above 0 in float32: the variance of an input that is always the same is 0.
_LEAST_EPS = 1e-30


class BatchNormalization:
    """xn = (x - mean) / sqrt(var + eps), out = gamma xn + beta (Ioffe and Szegedy 2015).

    In training the mean and the variance are those of the mini-batch, for each neuron, or for each channel over all
    pixels; in prediction, their running averages. Backwards, where m is the number of values averaged,
    dbeta = sum dout, dgamma = sum dout xn, dx = gamma / sqrt(var + eps) (dout - dbeta / m - xn dgamma / m). After a
    forward pass in prediction mode, mean and var are constants and dx = gamma / sqrt(var + eps) dout.
    """

    def __init__(self, context: LayerContext, momentum: float, eps: float) -> None:
        in_shape, dtype = context.in_shape, context.dtype
        channels = in_shape[0]
        # The shape in which (C,) broadcasts to (n, C) or (n, C, H, W).
        self._broadcast_shape = (1, -1, *(1 for _ in in_shape[1:]))
        self._axes = (0, *range(2, len(in_shape) + 1))
        self.gamma, self.beta, self.mean, self.var = (context.params[name] for name in ("gamma", "beta", "mean", "var"))
        self.dgamma, self.dbeta = context.grads["gamma"], context.grads["beta"]
        self._momentum, self._eps = momentum, eps
        self._centred = BatchBuffer(context.max_batch, in_shape, dtype)  # x - mean
        self._out = BatchBuffer(context.max_batch, in_shape, dtype)
        self._dx = BatchBuffer(context.max_batch, in_shape, dtype)
        self._scale = np.empty(channels, dtype)  # 1 / sqrt(var + eps)
        self._batch_mean, self._batch_var = np.empty_like(self._scale), np.empty_like(self._scale)
        self._training = True
        self._thread_pool = context.thread_pool

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        self._training = training
        all_centred, all_out = self._centred.of(len(x)), self._out.of(len(x))
        mean, var = (self._batch_mean, self._batch_var) if training else (self.mean, self.var)

        def forward_slice(part: slice, _: int) -> None:
            centred, out = all_centred[:, part], all_out[:, part]
            if training:
                np.mean(x[:, part], axis=self._axes, out=mean[part])
            np.subtract(x[:, part], self._broadcast(mean[part]), out=centred)
            if training:
                np.multiply(centred, centred, out=out)
                np.mean(out, axis=self._axes, out=var[part])
            scale = self._scale[part]
            np.add(var[part], self._eps, out=scale)
            np.sqrt(scale, out=scale)
            np.reciprocal(scale, out=scale)
            np.multiply(centred, self._broadcast(self.gamma[part] * scale), out=out)
            out += self._broadcast(self.beta[part])

        self._thread_pool.run(forward_slice, channel_slices(x))
        if training:
            for running, of_batch in ((self.mean, mean), (self.var, var)):
                running *= self._momentum
                running += (1 - self._momentum) * of_batch
        return all_out

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        all_centred, all_dx = self._centred.of(len(dout)), self._dx.of(len(dout))
        m = dout.size // len(self.gamma)

        def backward_slice(part: slice, _: int) -> None:
            centred, dx, scale = all_centred[:, part], all_dx[:, part], self._scale[part]
            dgamma, dbeta = self.dgamma[part], self.dbeta[part]
            np.multiply(dout[:, part], centred, out=dx)
            np.add.reduce(dx, axis=self._axes, out=dgamma)
            dgamma *= scale
            np.add.reduce(dout[:, part], axis=self._axes, out=dbeta)
            if input_gradient and not self._training:
                np.multiply(dout[:, part], self._broadcast(self.gamma[part] * scale), out=dx)
            elif input_gradient:
                np.multiply(centred, self._broadcast(scale * dgamma / -m), out=dx)
                dx += dout[:, part]
                dx -= self._broadcast(dbeta / m)
                dx *= self._broadcast(self.gamma[part] * scale)

        self._thread_pool.run(backward_slice, channel_slices(dout))
        return all_dx if input_gradient else None

    def _broadcast(self, per_channel: FloatArray) -> FloatArray:
        return per_channel.reshape(self._broadcast_shape)


@dataclass(frozen=True)
class BatchNormalizationSpec(LayerSpec):
    """Batch normalisation.

    The running mean and variance are among the parameters, with a gradient that is always 0: so they are saved, loaded
    and averaged with them.

    Attributes:
        momentum: the weight of the old running average when a mini-batch updates it.
        eps: added to the variance.
    """

    kind: ClassVar[str] = "batch_normalization"
    title: ClassVar[str] = tr_noop("BatchNormalization")
    momentum: float = 0.9
    eps: float = 1e-5

    def __post_init__(self) -> None:
        if not 0 <= self.momentum < 1:
            raise SpecError(tr("The momentum of BatchNormalization is at least 0 and below 1, not {0}.", self.momentum))
        if not _LEAST_EPS <= self.eps < 1:
            raise SpecError(tr("The eps of BatchNormalization is from 1e-30 to below 1, not {0}.", self.eps))

    def param_shapes(self, in_shape: Shape) -> dict[str, Shape]:
        return dict.fromkeys(("gamma", "beta", "mean", "var"), in_shape[:1])

    def initialize(self, params: dict[str, FloatArray], rng: "np.random.Generator") -> None:
        for name, value in {"gamma": 1, "beta": 0, "mean": 0, "var": 1}.items():
            params[name][...] = value

    def build(self, context: LayerContext) -> Layer:
        return BatchNormalization(context, self.momentum, self.eps)
