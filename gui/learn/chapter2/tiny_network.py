"""A network 2-2-1 with sigmoids that learns XOR."""

import numpy as np

from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.types import FloatArray

INPUTS = ((0, 0), (0, 1), (1, 0), (1, 1))
WANTED = (0, 1, 1, 0)
LEARNING_RATE = 2.0

Weights = tuple[float, float, float]


class TinyNetwork:
    """It learns all four rows at each step.

    Attributes:
        steps: done since the start.
        loss: the mean cross entropy.
    """

    def __init__(self, seed: int, grid: int) -> None:
        """Args:
        seed: of the initial weights.
        grid: ``predict`` is called with at most so many points.
        """
        self._network = Network(NetworkSpec.mlp((2,), "sigmoid", "xavier", inputs=2, outputs=1), max_batch=grid)
        self._x, self._t = np.array(INPUTS, np.float32), np.array(WANTED)
        self.restart(seed)

    def restart(self, seed: int) -> None:
        """Other initial weights."""
        self._network.initialize(np.random.default_rng(seed))
        self.steps = 0
        self.loss = self._network.loss(self._x, self._t)

    def advance(self, steps: int) -> None:
        """So many steps of gradient descent."""
        network = self._network
        for _ in range(steps):
            network.gradient_step(self._x, self._t)
            network.theta -= LEARNING_RATE * network.dtheta
        self.steps += steps
        self.loss = network.loss(self._x, self._t)

    def hidden(self, x: FloatArray) -> FloatArray:
        """The outputs of the first layer: (n, 2) -> (n, 2)."""
        # Affine and sigmoid.
        return self._network.output_of(x, 2)

    def predict(self, x: FloatArray) -> FloatArray:
        """The probability of 1: (n, 2) -> (n,)."""
        return self._network.predict(x)[:, 0]

    @property
    def perceptrons(self) -> tuple[Weights, Weights, Weights]:
        """w1, w2 and b of both hidden neurons, and of the output."""
        params = {name: array.astype(np.float64) for name, array in self._network.params.items()}
        columns = [(*params["W1"][:, i], params["b1"][i]) for i in (0, 1)]
        columns.append((*params["W2"][:, 0], params["b2"][0]))
        first, second, output = (tuple(float(each) for each in column) for column in columns)
        return first, second, output  # type: ignore[return-value] # of three numbers each

    @property
    def right(self) -> tuple[bool, ...]:
        """Which of the four rows are right."""
        found = self.predict(self._x) > 0.5
        return tuple(bool(y) is bool(t) for y, t in zip(found, WANTED, strict=True))
