"""What is known of a training that is in trouble, and what it says about the settings."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ...i18n import tr
from ...nn.layers import DropoutSpec, SigmoidSpec
from ...nn.network_spec import NetworkSpec
from ...types import FloatArray
from ..config import TrainConfig
from ..events import LayerStatistics
from .advice import ADAPTIVE, weighted
from .training_data import TrainingData

# Learning rates above these are unusual: for the optimisers that divide by the size of the gradient, and the others.
_LARGE_ADAPTIVE_LR, _LARGE_LR = 0.03, 0.9
# And below these; of the others it is lr / (1 - momentum), since every step continues.
_SMALL_ADAPTIVE_LR, _SMALL_STEP = 1e-4, 5e-3
# With this momentum a step continues for 50 more.
_LARGE_MOMENTUM = 0.98
# Where the loss would fall below this share of that of guessing by the end, the learning rate is not too small.
_SLOW = 0.93
# The first part of a one-cycle schedule, in which the learning rate is still small.
_WARM_UP = 0.4


@dataclass(frozen=True)
class Seen:
    """Attributes:
    spec, config, data: what is trained, how, and on what.
    losses: (n,), those of all mini-batches so far, n at least 1.
    recent: the mean of the last ones. projected: what it comes to by the end, if it goes on falling like this.
    total: mini-batches in all.
    first: the statistics at the start of the training, or the first ones after it was resumed.
    measure: gives those of now.
    random: whether it started from random weights.
    """

    spec: NetworkSpec
    config: TrainConfig
    data: TrainingData
    losses: FloatArray
    recent: float
    projected: float
    total: int
    first: LayerStatistics
    measure: Callable[[], LayerStatistics]
    random: bool

    @cached_property
    def now(self) -> LayerStatistics:
        """The statistics now."""
        return self.measure()

    @property
    def flat(self) -> str:
        """The sentence about a loss that stays at that of guessing."""
        return tr(
            "The loss is {0:.3g} after {1:,} steps, no better than guessing.", float(self.recent), len(self.losses)
        )

    @property
    def adaptive(self) -> bool:
        """Whether the optimiser divides by the size of the gradient."""
        return self.config.optimizer in ADAPTIVE

    @property
    def _momentum(self) -> float:
        return self.config.momentum if self.config.optimizer in ("momentum", "nesterov") else 0.0

    @property
    def step(self) -> float:
        """The learning rate, with what momentum adds to it."""
        return self.config.lr / (1 - self._momentum)

    @property
    def large_lr(self) -> bool:
        """Whether the learning rate is unusually large."""
        return self.config.lr > (_LARGE_ADAPTIVE_LR if self.adaptive else _LARGE_LR)

    @property
    def large_momentum(self) -> bool:
        """Whether the momentum is unusually large."""
        return self._momentum >= _LARGE_MOMENTUM

    @property
    def small_lr(self) -> bool:
        """Whether the learning rate is so small that the loss will not have fallen by the end."""
        if self.config.schedule == "one-cycle" and len(self.losses) < _WARM_UP * self.total:
            return False
        small = self.config.lr < _SMALL_ADAPTIVE_LR if self.adaptive else self.step < _SMALL_STEP
        return small and self.projected > _SLOW * self.data.guessing

    @property
    def decay(self) -> float:
        """By which share of itself each W shrinks at each step."""
        return self.config.lr * self.config.weight_decay

    @property
    def stds(self) -> list[float]:
        """The standard deviations of initial weights that do not follow from the sizes of the layers."""
        return [layer.std for layer in weighted(self.spec) if layer.init == "std"] if self.random else []

    @property
    def dropout(self) -> float:
        """The largest ratio of a Dropout layer."""
        return max((layer.ratio for layer in self.spec.layers if isinstance(layer, DropoutSpec)), default=0.0)

    @property
    def sigmoids(self) -> int:
        """How many layers are Sigmoid."""
        return sum(isinstance(layer, SigmoidSpec) for layer in self.spec.layers)
