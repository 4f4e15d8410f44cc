"""Measures what a numerical gradient and backpropagation cost, with the book's own functions."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.book import TwoLayerNet, numerical_gradient
from engine.types import FloatArray, IntArray
from gui.task import Task

INPUTS, OUTPUTS = 784, 10
_SEED = 0
# Backpropagation is measured so often, or for so many seconds.
_PASSES, _SECONDS = 30, 0.5
_REPORT = 0.05


@dataclass(frozen=True)
class Timing:
    """Seconds, measured so far.

    Attributes:
        parameters: of the network.
        measured: of how many of them the derivative was calculated, of ``wanted``.
        per_parameter: of one numerical derivative.
        backpropagation: of one gradient.
        difference: the largest one between both, of the parameters measured.
    """

    parameters: int
    measured: int
    wanted: int
    per_parameter: float
    backpropagation: float
    difference: float

    @property
    def complete(self) -> bool:
        return self.measured == self.wanted

    @property
    def numerical(self) -> float:
        """Of one numerical gradient: scaled to all parameters."""
        return self.per_parameter * self.parameters


def made_network(hidden: int) -> TwoLayerNet:
    """784-hidden-10 with its first weights: always the same ones."""
    return TwoLayerNet(INPUTS, hidden, OUTPUTS, rng=np.random.default_rng(_SEED))


def parameter_count(hidden: int) -> int:
    """Of 784-hidden-10."""
    return INPUTS * hidden + hidden + hidden * OUTPUTS + OUTPUTS


def derivative(net: TwoLayerNet, name: str, index: int, loss: Callable[[FloatArray], float]) -> float:
    """The numerical derivative by one parameter: that of ``numerical_gradient`` for a part of one number."""
    return float(numerical_gradient(loss, net.params[name].reshape(-1)[index : index + 1])[0])


def measure(hidden: int, x: FloatArray, t: IntArray, wanted: int, task: Task) -> Timing:
    """Measure both on one mini-batch; reports a Timing some times a second.

    Args:
        x: (N, 784) float64.
        wanted: of how many parameters the numerical derivative is calculated; they are from all over the network.

    Raises:
        Cancelled: the task was cancelled.
    """
    net = made_network(hidden)
    gradient, passes, begun = net.gradient(x, t), list[float](), time.perf_counter()
    while len(passes) < _PASSES and time.perf_counter() - begun < _SECONDS:
        task.check()
        start = time.perf_counter()
        net.gradient(x, t)
        passes.append(time.perf_counter() - start)
    backpropagation = float(np.median(passes))

    def loss(_: FloatArray) -> float:
        return net.loss(x, t)

    places = [(name, index) for name, array in net.params.items() for index in range(array.size)]
    chosen = np.random.default_rng(_SEED).permutation(len(places))[:wanted]
    seconds, worst, reported = 0.0, 0.0, time.perf_counter()
    for done, place in enumerate(chosen.tolist(), start=1):
        name, index = places[place]
        task.check()
        start = time.perf_counter()
        found = derivative(net, name, index, loss)
        now = time.perf_counter()
        seconds += now - start
        worst = max(worst, abs(found - float(gradient[name].reshape(-1)[index])))
        timing = Timing(len(places), done, len(chosen), seconds / done, backpropagation, worst)
        if now - reported > _REPORT and not timing.complete:
            reported = now
            task.report(timing)
    return timing
