"""The book's six optimisers (chapter 6), under its names.

Each works on the network's flat array of parameters; products of arrays are element by element.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

import numpy as np

from ..nn.thread_pool import ThreadPool
from ..types import IN_CACHE, FloatArray
from .hyperparameters import OPTIMIZER_SETTINGS

# Keeps a division by the root of 0 finite, as in the book.
_SMALL = 1e-7


class Optimizer(Protocol):
    """Updates parameters; ``state`` has, by name, the arrays that it keeps from step to step."""

    state: dict[str, FloatArray]

    def update(self, params: FloatArray, grads: FloatArray, lr: float) -> None:
        """One step with learning rate ``lr``, in place. ``grads`` may be overwritten."""
        ...


class SGD:
    """W <- W - lr dW: stochastic gradient descent."""

    def __init__(self, thread_pool: ThreadPool | None = None) -> None:
        self.state: dict[str, FloatArray] = {}
        self._thread_pool = thread_pool or ThreadPool()

    def update(self, params: FloatArray, grads: FloatArray, lr: float) -> None:
        def update_slice(start: int, _: int) -> None:
            # Piece by piece: the product is still in the cache when it is subtracted.
            part = slice(start, start + IN_CACHE)
            step = grads[part]
            step *= lr
            params[part] -= step

        self._thread_pool.run(update_slice, range(0, len(params), IN_CACHE))


class Momentum:
    """v <- momentum v - lr dW, W <- W + v: v is a velocity."""

    def __init__(self, params: FloatArray, momentum: float = 0.9) -> None:
        self.momentum = momentum
        self.v = np.zeros_like(params)
        self.state = {"v": self.v}

    def update(self, params: FloatArray, grads: FloatArray, lr: float) -> None:
        self.v *= self.momentum
        grads *= lr
        self.v -= grads
        params += self.v


class Nesterov:
    """W <- W + momentum^2 v - (1 + momentum) lr dW, v <- momentum v - lr dW: the gradient is that of the position after
    the next step (Nesterov 1983, in the form of Bengio, Boulanger-Lewandowski, Pascanu 2012, whose W is that position).
    """

    def __init__(self, params: FloatArray, momentum: float = 0.9) -> None:
        self.momentum = momentum
        self.v = np.zeros_like(params)
        self._step = np.empty_like(params)
        self.state = {"v": self.v}

    def update(self, params: FloatArray, grads: FloatArray, lr: float) -> None:
        grads *= lr
        params += np.multiply(self.v, self.momentum**2, out=self._step)
        params -= np.multiply(grads, 1 + self.momentum, out=self._step)
        self.v *= self.momentum
        self.v -= grads


class AdaGrad:
    """h <- h + dW^2, W <- W - lr dW / sqrt(h): large gradients make smaller steps (Duchi, Hazan, Singer 2011)."""

    def __init__(self, params: FloatArray) -> None:
        self.h = np.zeros_like(params)
        self._root = np.empty_like(params)
        self.state = {"h": self.h}

    def update(self, params: FloatArray, grads: FloatArray, lr: float) -> None:
        self.h += np.multiply(grads, grads, out=self._root)
        _adaptive_step(params, grads, lr, self.h, self._root)


class RMSprop:
    """h <- decay h + (1 - decay) dW^2, W <- W - lr dW / sqrt(h): with a running mean (Tieleman and Hinton 2012)."""

    def __init__(self, params: FloatArray, decay: float = 0.99) -> None:
        self.decay = decay
        self.h = np.zeros_like(params)
        self._root = np.empty_like(params)
        self.state = {"h": self.h}

    def update(self, params: FloatArray, grads: FloatArray, lr: float) -> None:
        np.multiply(grads, grads, out=self._root)
        self._root *= 1 - self.decay
        self.h *= self.decay
        self.h += self._root
        _adaptive_step(params, grads, lr, self.h, self._root)


class Adam:
    """m <- beta1 m + (1 - beta1) dW, v <- beta2 v + (1 - beta2) dW^2,
    W <- W - lr sqrt(1 - beta2^t) / (1 - beta1^t) m / sqrt(v) at step t (Kingma and Ba 2015).
    """

    def __init__(self, params: FloatArray, beta1: float = 0.9, beta2: float = 0.999) -> None:
        self.beta1, self.beta2 = beta1, beta2
        self.m, self.v = np.zeros_like(params), np.zeros_like(params)
        self._work = np.empty_like(params)
        # float32 counts to 16 million and stays there; beta^t is 0 long before.
        self.t = np.zeros(1, params.dtype)
        self.state = {"m": self.m, "v": self.v, "t": self.t}

    def update(self, params: FloatArray, grads: FloatArray, lr: float) -> None:
        self.t += 1
        t = float(self.t[0])
        np.multiply(grads, grads, out=self._work)
        self._work -= self.v
        self._work *= 1 - self.beta2
        self.v += self._work
        grads -= self.m
        grads *= 1 - self.beta1
        self.m += grads
        np.copyto(grads, self.m)
        _adaptive_step(params, grads, lr * (1 - self.beta2**t) ** 0.5 / (1 - self.beta1**t), self.v, self._work)


def _adaptive_step(params: FloatArray, grads: FloatArray, lr: float, h: FloatArray, work: FloatArray) -> None:
    """params <- params - lr grads / (sqrt(h) + _SMALL); overwrites ``grads`` and ``work``."""
    np.sqrt(h, out=work)
    work += _SMALL
    grads /= work
    grads *= lr
    params -= grads


def make_optimizer(
    kind: str, params: FloatArray, settings: Mapping[str, float], thread_pool: ThreadPool | None = None
) -> Optimizer:
    """The optimiser ``kind`` for these parameters, with those of the ``settings`` that it has."""
    if kind == "sgd":
        return SGD(thread_pool)
    classes: dict[str, Callable[..., Optimizer]] = {
        "momentum": Momentum,
        "nesterov": Nesterov,
        "adagrad": AdaGrad,
        "rmsprop": RMSprop,
        "adam": Adam,
    }
    return classes[kind](params, **{name: settings[name] for name in OPTIMIZER_SETTINGS[kind]})
