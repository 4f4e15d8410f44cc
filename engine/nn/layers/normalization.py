"""Numbers brought to mean 0 and variance 1 before they go on: learning is faster and minds its start less."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.errors import SpecError
from engine.nn.layers.layer import BatchBuffer, ChannelParts, Layer, LayerContext, LayerSpec
from engine.types import FloatArray, Shape


class BatchNormalization:
    """xn = (x - mean) / sqrt(var + eps), out = gamma xn + beta (Ioffe and Szegedy 2015).

    In training the mean and the variance are the mini-batch's, of each neuron, or of each channel over all places
    of the picture; running averages of them serve afterwards. Backwards, with m numbers to a mean,
    dbeta = sum dout, dgamma = sum dout xn, dx = gamma / sqrt(var + eps) (dout - dbeta / m - xn dgamma / m). After a
    forward that was no training, mean and var are constants and dx = gamma / sqrt(var + eps) dout.
    """

    def __init__(self, place: LayerContext, momentum: float, eps: float) -> None:
        in_shape, dtype = place.in_shape, place.dtype
        channels = in_shape[0]
        # One number a channel, shaped to fit (n, C) or (n, C, H, W).
        self._wide = (1, -1, *(1 for _ in in_shape[1:]))
        self._axes = (0, *range(2, len(in_shape) + 1))
        self.gamma, self.beta, self.mean, self.var = (place.params[name] for name in ("gamma", "beta", "mean", "var"))
        self.dgamma, self.dbeta = place.grads["gamma"], place.grads["beta"]
        self._momentum, self._eps = momentum, eps
        self._parts = ChannelParts(in_shape)
        self._centred = BatchBuffer(place.max_batch, in_shape, dtype)  # x - mean
        self._out = BatchBuffer(place.max_batch, in_shape, dtype)
        self._dx = BatchBuffer(place.max_batch, in_shape, dtype)
        self._scale = np.empty(channels, dtype)  # 1 / sqrt(var + eps)
        self._batch_mean, self._batch_var = np.empty_like(self._scale), np.empty_like(self._scale)
        self._training = True
        self._cores = place.cores

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        self._training = training
        all_centred, all_out = self._centred.of(len(x)), self._out.of(len(x))
        mean, var = (self._batch_mean, self._batch_var) if training else (self.mean, self.var)

        def one_part(part: slice, _: int) -> None:
            centred, out = all_centred[:, part], all_out[:, part]
            if training:
                np.mean(x[:, part], axis=self._axes, out=mean[part])
            np.subtract(x[:, part], self._in(mean[part]), out=centred)
            if training:
                np.multiply(centred, centred, out=out)
                np.mean(out, axis=self._axes, out=var[part])
            scale = self._scale[part]
            np.add(var[part], self._eps, out=scale)
            np.sqrt(scale, out=scale)
            np.reciprocal(scale, out=scale)
            np.multiply(centred, self._in(self.gamma[part] * scale), out=out)
            out += self._in(self.beta[part])

        self._cores.each(one_part, self._parts.of(len(x)))
        if training:
            self._remember(self.mean, mean)
            self._remember(self.var, var)
        return all_out

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray | None:
        all_centred, all_dx = self._centred.of(len(dout)), self._dx.of(len(dout))
        m = dout.size // len(self.gamma)

        def one_part(part: slice, _: int) -> None:
            centred, dx, scale = all_centred[:, part], all_dx[:, part], self._scale[part]
            dgamma, dbeta = self.dgamma[part], self.dbeta[part]
            np.multiply(dout[:, part], centred, out=dx)
            np.add.reduce(dx, axis=self._axes, out=dgamma)
            dgamma *= scale
            np.add.reduce(dout[:, part], axis=self._axes, out=dbeta)
            if input_gradient and not self._training:
                np.multiply(dout[:, part], self._in(self.gamma[part] * scale), out=dx)
            elif input_gradient:
                np.multiply(centred, self._in(scale * dgamma / -m), out=dx)
                dx += dout[:, part]
                dx -= self._in(dbeta / m)
                dx *= self._in(self.gamma[part] * scale)

        self._cores.each(one_part, self._parts.of(len(dout)))
        return all_dx if input_gradient else None

    def _in(self, of_channel: FloatArray) -> FloatArray:
        return of_channel.reshape(self._wide)

    def _remember(self, running: FloatArray, now: FloatArray) -> None:
        running *= self._momentum
        running += (1 - self._momentum) * now


@dataclass(frozen=True)
class BatchNormalizationSpec(LayerSpec):
    """Batch normalisation.

    The running mean and variance are kept among the parameters, with a gradient that is always 0, so that they
    are saved, loaded and averaged with them.

    Attributes:
        momentum: how much of the running averages a mini-batch leaves as it was.
        eps: added to the variance.
    """

    kind: ClassVar[str] = "batch_normalization"
    title: ClassVar[str] = "BatchNormalization"
    running_averages: ClassVar[tuple[str, ...]] = ("mean", "var")
    momentum: float = 0.9
    eps: float = 1e-5

    def __post_init__(self) -> None:
        if not 0 <= self.momentum < 1:
            raise SpecError(f"The momentum of BatchNormalization is at least 0 and below 1, not {self.momentum}.")
        if not 0 < self.eps < 1:
            raise SpecError(f"The eps of BatchNormalization is between 0 and 1, not {self.eps}.")

    def param_shapes(self, in_shape: Shape) -> dict[str, Shape]:
        return dict.fromkeys(("gamma", "beta", "mean", "var"), in_shape[:1])

    def initialize(self, params: dict[str, FloatArray], rng: "np.random.Generator") -> None:
        for name, value in {"gamma": 1, "beta": 0, "mean": 0, "var": 1}.items():
            params[name][...] = value

    def build(self, place: LayerContext) -> Layer:
        return BatchNormalization(place, self.momentum, self.eps)
