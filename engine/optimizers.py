"""How the parameters move along their gradients. Each works on the network's one flat array of parameters."""

from typing import Protocol

import numpy as np

from engine.errors import SpecError
from engine.types import FloatArray


class Optimizer(Protocol):
    """Moves parameters; ``state`` holds, by name, the arrays it remembers from step to step."""

    state: dict[str, FloatArray]

    def update(self, params: FloatArray, grads: FloatArray, lr: float) -> None:
        """One step with learning rate ``lr``, in place. ``grads`` may be overwritten."""
        ...


class SGD:
    """W <- W - lr dW: stochastic gradient descent."""

    def __init__(self) -> None:
        self.state: dict[str, FloatArray] = {}

    def update(self, params: FloatArray, grads: FloatArray, lr: float) -> None:
        grads *= lr
        params -= grads


class Momentum:
    """v <- momentum v - lr dW, W <- W + v: a ball that rolls and keeps rolling."""

    def __init__(self, params: FloatArray, momentum: float = 0.9) -> None:
        self.momentum = momentum
        self.v = np.zeros_like(params)
        self.state = {"v": self.v}

    def update(self, params: FloatArray, grads: FloatArray, lr: float) -> None:
        self.v *= self.momentum
        grads *= lr
        self.v -= grads
        params += self.v


OPTIMIZERS = ("sgd", "momentum")


def make_optimizer(kind: str, params: FloatArray, momentum: float) -> Optimizer:
    """The optimiser called ``kind`` for these parameters."""
    match kind:
        case "sgd":
            return SGD()
        case "momentum":
            return Momentum(params, momentum)
    raise SpecError(f"There is no optimiser called “{kind}”: choose one of {', '.join(OPTIMIZERS)}.")
