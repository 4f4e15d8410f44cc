"""The hyperparameters of a training, each described once.

``TrainConfig`` checks its values with this table; the window's form, the command line, the comparison of runs and the
text about a run read their titles, ranges and units from it. NumPy is not imported here: the command line checks its
arguments before it loads anything large.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.errors import SpecError

# The loss of each iteration stays in memory: four bytes.
MAX_ITERATIONS = 100_000_000


@dataclass(frozen=True)
class Range:
    """The finite numbers from ``low`` to ``high``, without an end that is open."""

    low: float = 0
    high: float = math.inf
    open_low: bool = False
    open_high: bool = False

    def __contains__(self, value: float) -> bool:
        above = value > self.low if self.open_low else value >= self.low
        below = value < self.high if self.open_high or self.high == math.inf else value <= self.high
        return above and below

    def __str__(self) -> str:
        """For example "above 0", "0 or above", "from 1 to 64", "from 0 to below 1"."""
        if self.high == math.inf:
            return f"above {self.low:,}" if self.open_low else f"{self.low:,} or above"
        if self.open_low:
            return f"above {self.low:,} and {'below' if self.open_high else 'at most'} {self.high:,}"
        return f"from {self.low:,} to {'below ' if self.open_high else ''}{self.high:,}"


@dataclass(frozen=True)
class Hyperparameter:
    """One hyperparameter.

    Attributes:
        name: of the field in ``TrainConfig``, or in its ``Augmentation``.
        title: how a person calls it.
        about: one sentence for a tool tip and for ``--help``.
        kind: int, float, or str for one of ``choices``.
        range: the allowed values.
        choices: the allowed names, with their titles.
        unit: of a number; a value in "%" is a fraction of 1 in the configuration.
        none: the text for None; "" where None is not allowed.
        typed: the values that the form accepts, in ``unit``, where that is not ``range``.
        offered: what the form offers first, where that is not the default of ``TrainConfig``.
        in_form: whether the form has a field for it.
        optimizers: the optimisers that use it; empty for all.
        augmentation: whether it is a field of ``Augmentation``.
    """

    name: str
    title: str
    about: str = ""
    kind: type = float
    range: Range = Range()
    choices: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    none: str = ""
    typed: Range | None = None
    offered: float | None = None
    in_form: bool = True
    optimizers: tuple[str, ...] = ()
    augmentation: bool = False

    def value(self, config: Any) -> Any:
        """Its value in a ``TrainConfig``."""
        return getattr(config.augmentation if self.augmentation else config, self.name)

    def check(self, value: Any) -> None:
        """Raises:
        SpecError: the value is not allowed.
        """
        if self.choices:
            if value not in self.choices:
                raise SpecError(f"There is no {self.title.lower()} called “{value}”.")
        elif value not in self.range if value is not None else not self.none:
            raise SpecError(f"{self.title} must be {self.range}.")


_BELOW_1 = Range(0, 1, open_high=True)
_COUNT = Range(1)
# An augmentation is at most this strong, so that nothing overflows.
_AMOUNT = Range(0, 1000, open_high=True)
_PERCENT = Range(0, 100)

_ROWS = (
    Hyperparameter(
        "optimizer",
        "Optimiser",
        "How the weights follow the gradient",
        str,
        choices={
            "sgd": "SGD",
            "momentum": "Momentum",
            "nesterov": "Nesterov",
            "adagrad": "AdaGrad",
            "rmsprop": "RMSProp",
            "adam": "Adam",
        },
    ),
    Hyperparameter("lr", "Learning rate", "The size of each step: above 0", range=Range(0, open_low=True)),
    Hyperparameter(
        "momentum",
        "Momentum",
        "How much of its velocity a step keeps: from 0 to below 1",
        range=_BELOW_1,
        optimizers=("momentum", "nesterov"),
    ),
    Hyperparameter(
        "decay",
        "Decay",
        "How much of the mean square of the gradient is kept: from 0 to below 1",
        range=_BELOW_1,
        optimizers=("rmsprop",),
    ),
    Hyperparameter(
        "beta1",
        "Beta 1",
        "How much of the mean of the gradient is kept: from 0 to below 1",
        range=_BELOW_1,
        optimizers=("adam",),
    ),
    Hyperparameter(
        "beta2",
        "Beta 2",
        "How much of the mean square of the gradient is kept: from 0 to below 1",
        range=_BELOW_1,
        optimizers=("adam",),
    ),
    Hyperparameter(
        "schedule",
        "Schedule",
        "The learning rate over time",
        str,
        choices={"constant": "Constant", "step": "Step", "cosine": "Cosine", "one-cycle": "One-cycle"},
    ),
    Hyperparameter(
        "epochs",
        "Epochs",
        "How often each training image is used",
        int,
        Range(1, MAX_ITERATIONS),
        typed=Range(1, 1_000),
    ),
    Hyperparameter(
        "iterations",
        "Iterations",
        "How many mini-batches to train on",
        int,
        Range(1, MAX_ITERATIONS),
        none="–",
        offered=5_000,
    ),
    Hyperparameter("batch_size", "Batch size", "Images in a mini-batch", int, _COUNT, typed=Range(1, 10_000)),
    Hyperparameter(
        "weight_decay",
        "Weight decay",
        "Each step also makes every weight a little smaller: 0, or about 0.001",
    ),
    Hyperparameter(
        "averaging",
        "Weight averaging (EMA)",
        "Keep a running average of the weights: 0 for none, or a little below 1, such as 0.998",
        range=_BELOW_1,
    ),
    Hyperparameter("seed", "Seed", "The same seed gives the same network", int, typed=Range(0, 999_999_999)),
    Hyperparameter(
        "parts",
        "Parallel parts",
        "Each mini-batch is computed in so many parts in parallel: 2 or more help a large convnet",
        int,
        Range(1, 64),
    ),
    Hyperparameter(
        "rotation",
        "Rotation",
        "Rotate by up to so many degrees, either way",
        range=_AMOUNT,
        unit="°",
        typed=Range(0, 180),
        offered=10.0,
        augmentation=True,
    ),
    Hyperparameter(
        "scaling",
        "Scaling",
        "Scale width and height, each by up to so much",
        range=_AMOUNT,
        unit="%",
        typed=_PERCENT,
        offered=0.1,
        augmentation=True,
    ),
    Hyperparameter(
        "shear",
        "Shear",
        "Slant by up to so much of the height, either way",
        range=_AMOUNT,
        unit="%",
        typed=_PERCENT,
        offered=0.12,
        augmentation=True,
    ),
    Hyperparameter(
        "shift",
        "Shift",
        "Move by up to so many pixels, in each direction",
        range=_AMOUNT,
        unit="px",
        typed=Range(0, 14),
        offered=1.0,
        augmentation=True,
    ),
    Hyperparameter(
        "elastic",
        "Elastic distortion",
        "Displace every pixel by about so many pixels",
        range=_AMOUNT,
        unit="px",
        typed=Range(0, 10),
        offered=0.7,
        augmentation=True,
    ),
    Hyperparameter(
        "thickness",
        "Thickness",
        "100 makes lines up to two pixels thicker or thinner",
        range=_AMOUNT,
        unit="%",
        typed=_PERCENT,
        offered=0.4,
        augmentation=True,
    ),
    Hyperparameter(
        "anneal",
        "Anneal",
        "The last part of the training, in which the augmentation decreases to nothing; 0 to keep it to the end",
        range=Range(0, 1),
        unit="%",
        typed=_PERCENT,
        offered=0.5,
        augmentation=True,
    ),
    Hyperparameter(
        "validation",
        "Validation split",
        "The part of the training images that is not trained on",
        range=_BELOW_1,
        unit="%",
        typed=Range(0, 100, open_low=True, open_high=True),
        offered=0.1,
    ),
    Hyperparameter(
        "patience",
        "Patience",
        "Stop after so many epochs without a better accuracy; 0: train to the end, keep the last weights",
        int,
        unit="epochs",
        typed=Range(0, 1_000),
        offered=5,
    ),
    Hyperparameter("temperature", "Temperature", range=Range(0, open_low=True), in_form=False),
    Hyperparameter(
        "evaluate_every", "Evaluated every", "", int, _COUNT, unit="iterations", none="epoch", in_form=False
    ),
    Hyperparameter(
        "evaluation_samples", "Evaluated on", "", int, _COUNT, unit="digits", none="all digits", in_form=False
    ),
)
HYPERPARAMETERS: Mapping[str, Hyperparameter] = {each.name: each for each in _ROWS}

OPTIMIZERS = tuple(HYPERPARAMETERS["optimizer"].choices)
SCHEDULES = tuple(HYPERPARAMETERS["schedule"].choices)
# The hyperparameters that only some optimisers have.
OPTIMIZER_SETTINGS: Mapping[str, tuple[str, ...]] = {
    optimizer: tuple(each.name for each in _ROWS if optimizer in each.optimizers) for optimizer in OPTIMIZERS
}
AUGMENTATION = tuple(each.name for each in _ROWS if each.augmentation)
