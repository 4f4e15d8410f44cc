"""The network of the playground and its training, step by step."""

import time
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from engine.nn.initializers import Init
from engine.nn.losses import probabilities
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.train.optimizers import make_optimizer
from engine.types import ByteArray, FloatArray, IntArray
from gui.learn.playground.toy_data import LIMIT, Points

# The images have so many pixels in each direction; those of the hidden neurons half of them.
GRID = 80
MAX_LAYERS, MAX_UNITS = 4, 8
# As in TrainConfig.
_OPTIMIZERS = {"momentum": 0.9, "decay": 0.99, "beta1": 0.9, "beta2": 0.999}
# A colour is a byte: 0 for the smallest output, 255 for the largest.
_MIDDLE = 127.5


@dataclass(frozen=True)
class TrainSettings:
    """Attributes:
    hidden: the numbers of neurons.
    seed: of the initial weights and of the order of the points.
    """

    hidden: tuple[int, ...] = (4, 2)
    activation: str = "tanh"
    optimizer: str = "adam"
    lr: float = 0.02
    batch_size: int = 32
    weight_decay: float = 0.0
    seed: int = 1


class Scores(NamedTuple):
    """Mean losses and accuracies; nan where there is no point."""

    train_loss: float
    test_loss: float
    train_accuracy: float
    test_accuracy: float


class Images(NamedTuple):
    """What the network computes for every place of the plane, as colours; the first row is the largest x2.

    Attributes:
        hidden: for each hidden layer (units, GRID / 2, GRID / 2).
        output: (GRID, GRID), the probability of class 1.
    """

    hidden: tuple[ByteArray, ...]
    output: ByteArray


class LiveTraining:
    """A network 2-...-1 with a sigmoid, and its training on points.

    Attributes:
        network: it is replaced by ``restart``.
        epoch, iteration: epochs that are complete, and mini-batches done.
        diverged: whether the weights are no numbers any more: it trains no further.
    """

    def __init__(self, settings: TrainSettings, points: Points) -> None:
        self.settings, self.points = settings, points
        centres = ((np.arange(GRID) + 0.5) / GRID * 2 - 1) * LIMIT
        x1, x2 = np.meshgrid(centres, -centres)
        self._grid = np.stack([x1.ravel(), x2.ravel()], axis=1).astype(np.float32)
        self.restart()

    def restart(self) -> None:
        """Initial weights again."""
        settings = self.settings
        init: Init = "he" if settings.activation == "relu" else "xavier"
        spec = NetworkSpec.mlp(settings.hidden, settings.activation, init, inputs=2, outputs=1)
        self.network = Network(spec, max_batch=GRID * GRID)
        self._rng = np.random.default_rng(settings.seed)
        self.network.initialize(self._rng)
        self.epoch, self.iteration, self.diverged = 0, 0, False
        self._make_optimizer()
        self._shuffle()

    def use(self, settings: TrainSettings) -> None:
        """Train with other settings. Another network, activation function or seed restarts."""
        before, self.settings = self.settings, settings
        fixed = ("hidden", "activation", "seed")
        if any(getattr(settings, name) != getattr(before, name) for name in fixed):
            self.restart()
        elif settings.optimizer != before.optimizer:
            self._make_optimizer()

    def use_points(self, points: Points) -> None:
        """Go on with other points, from the beginning of an epoch."""
        self.points = points
        self._shuffle()

    def _make_optimizer(self) -> None:
        self._optimizer = make_optimizer(self.settings.optimizer, self.network.theta, _OPTIMIZERS)

    def _shuffle(self) -> None:
        order = self._rng.permutation(np.flatnonzero(self.points.train))
        self._x, self._t = self.points.x[order], self.points.t[order]
        self._next = 0

    @property
    def per_epoch(self) -> int:
        """Mini-batches in an epoch."""
        return -(-len(self._t) // self.settings.batch_size)

    @property
    def epochs(self) -> float:
        """Epochs that are complete, and the share of the mini-batches that is done of this one."""
        return self.epoch + self._next // self.settings.batch_size / max(self.per_epoch, 1)

    def advance(self, steps: int, seconds: float) -> int:
        """So many mini-batches, or as many as can be done in this time, at least one; returns how many."""
        deadline = time.perf_counter() + seconds
        done = 0
        # A learning rate that is too large is part of the lesson.
        with np.errstate(all="ignore"):
            while done < steps and len(self._t) and not self.diverged:
                self._step()
                done += 1
                if time.perf_counter() >= deadline:
                    break
        return done

    def finish_epoch(self) -> None:
        """The rest of the epoch."""
        self.advance(-(-(len(self._t) - self._next) // self.settings.batch_size), float("inf"))

    def _step(self) -> None:
        settings, network = self.settings, self.network
        batch = slice(self._next, self._next + settings.batch_size)
        loss = network.gradient_step(self._x[batch], self._t[batch])
        if settings.weight_decay:
            for name, array in network.params.items():
                if name.startswith("W"):
                    array *= 1 - settings.lr * settings.weight_decay
        self._optimizer.update(network.theta, network.dtheta, settings.lr)
        self.iteration += 1
        self._next += settings.batch_size
        self.diverged = not np.isfinite(loss)
        if self._next >= len(self._t):
            self.epoch += 1
            self._shuffle()

    # -- what it has learned

    def scores(self) -> Scores:
        """On all points of the training and of the test set."""
        points, losses, accuracies = self.points, [], []
        for chosen in (points.train, ~points.train):
            loss, accuracy = self._score(points.x[chosen], points.t[chosen])
            losses.append(loss)
            accuracies.append(accuracy)
        return Scores(*losses, *accuracies)

    def _score(self, x: FloatArray, t: IntArray) -> tuple[float, float]:
        if not len(t):
            return float("nan"), float("nan")
        with np.errstate(all="ignore"):
            loss = self.network.loss(x, t)
        return loss, float(((self.network.last_logits[:, 0] > 0) == t).mean())

    def images(self) -> Images:
        """The outputs of the hidden layers and of the network, as colours."""
        hidden = []
        with np.errstate(all="ignore"):
            outputs = list(self.network.outputs(self._grid))
            # Every second layer is an activation function.
            for out in outputs[1::2]:
                thinned = out.T.reshape(-1, GRID, GRID)[:, ::2, ::2]
                hidden.append(_colours(self._signed(thinned)))
            return Images(tuple(hidden), _colours(2 * probabilities(outputs[-1]).reshape(GRID, GRID) - 1))

    def _signed(self, out: FloatArray) -> FloatArray:
        """Outputs of an activation function from -1 to 1."""
        if self.settings.activation == "tanh":
            return out
        if self.settings.activation == "sigmoid":
            return 2 * out - 1
        largest: FloatArray = np.maximum(out.max(axis=(1, 2), keepdims=True), 1e-6)
        return out / largest


def _colours(values: FloatArray) -> ByteArray:
    """Numbers from -1 to 1 as bytes; nan is in the middle."""
    found: FloatArray = np.nan_to_num(np.clip(values * _MIDDLE + _MIDDLE, 0, 255), nan=_MIDDLE)
    return found.astype(np.uint8, order="C")
