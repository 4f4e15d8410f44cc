"""The hyperparameters of a training, each described once.

``TrainConfig`` checks its values with this table; the window's form, the command line, the comparison of runs and the
text about a run read their titles, ranges and units from it. NumPy is not imported here: the command line checks its
arguments before it loads anything large.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import SpecError
from ..i18n import tr
from ..io.limits import MAX_ITERATIONS, MAX_WHOLE

# Characters of a wrong value in a message.
_QUOTED = 60


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
        title: the displayed name.
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
                raise SpecError(tr("There is no {0} called “{1}”.", self.title.lower(), str(value)[:_QUOTED]))
        elif (not self.none) if value is None else value not in self.range:
            raise SpecError(tr("{0} must be {1}.", self.title, self.range))
        elif isinstance(value, int) and value > MAX_WHOLE:
            raise SpecError(tr("{0} must be at most {1:,}.", self.title, MAX_WHOLE))


_BELOW_1 = Range(0, 1, open_high=True)
_COUNT = Range(1)
_ITERATIONS = Range(1, MAX_ITERATIONS)
_SCHEDULES = {"constant": "Constant", "step": "Step", "cosine": "Cosine", "one-cycle": "One-cycle"}
_OPTIMIZERS = {
    "sgd": "SGD",
    "momentum": "Momentum",
    "nesterov": "Nesterov",
    "adagrad": "AdaGrad",
    "rmsprop": "RMSProp",
    "adam": "Adam",
}


def _kept(name: str, title: str, about: str, *optimizers: str) -> Hyperparameter:
    """How much of a running mean an optimiser keeps at each step."""
    about = f"How much of {about} is kept at each step: from 0 to below 1"
    return Hyperparameter(name, title, about, range=_BELOW_1, optimizers=optimizers)


def _amount(name: str, title: str, about: str, unit: str, most: float, offered: float) -> Hyperparameter:
    """An amount of the augmentation; the form accepts it up to ``most``."""
    limits, typed = Range(0, 1000, open_high=True), Range(0, most)
    return Hyperparameter(name, title, about, range=limits, unit=unit, typed=typed, offered=offered, augmentation=True)


_ROWS = (
    Hyperparameter("optimizer", "Optimiser", "How the weights follow the gradient", str, choices=_OPTIMIZERS),
    Hyperparameter("lr", "Learning rate", "The size of each step: above 0", range=Range(0, open_low=True)),
    _kept("momentum", "Momentum", "the velocity", "momentum", "nesterov"),
    _kept("decay", "Decay", "the mean square of the gradient", "rmsprop"),
    _kept("beta1", "Beta 1", "the mean of the gradient", "adam"),
    _kept("beta2", "Beta 2", "the mean square of the gradient", "adam"),
    Hyperparameter("schedule", "Schedule", "The learning rate over time", str, choices=_SCHEDULES),
    Hyperparameter(
        "epochs", "Epochs", "How often each training image is used", int, _ITERATIONS, typed=Range(1, 1_000)
    ),
    Hyperparameter(
        "iterations", "Iterations", "How many mini-batches to train on", int, _ITERATIONS, none="–", offered=5_000
    ),
    Hyperparameter("batch_size", "Batch size", "Images in a mini-batch", int, _COUNT, typed=Range(1, 10_000)),
    Hyperparameter(
        "weight_decay", "Weight decay", "Each step also makes every weight a little smaller: 0, or about 0.001"
    ),
    Hyperparameter(
        "averaging",
        "Weight averaging (EMA)",
        "Keep a running average of the weights: 0 for none, or a little below 1, such as 0.998",
        range=_BELOW_1,
    ),
    Hyperparameter("seed", "Seed", "The same seed gives the same network", int, typed=Range(0, 999_999_999)),
    _amount("rotation", "Rotation", "Rotate by up to this many degrees in each direction", "°", 180, 10.0),
    _amount("scaling", "Scaling", "Scale width and height, each by up to this percentage", "%", 100, 0.1),
    _amount("shear", "Shear", "Slant by up to this percentage of the height in each direction", "%", 100, 0.12),
    _amount("shift", "Shift", "Move by up to this many pixels in each direction", "px", 14, 1.0),
    _amount("elastic", "Elastic distortion", "Displace every pixel by about this many pixels", "px", 10, 0.7),
    _amount("thickness", "Thickness", "100 makes lines up to two pixels thicker or thinner", "%", 100, 0.4),
    Hyperparameter(
        "anneal",
        "Anneal",
        "In this last part of the training the augmentation decreases to 0; 0 % keeps it to the end",
        range=Range(0, 1),
        unit="%",
        typed=Range(0, 100),
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
        "Stop after this many epochs without a better accuracy; 0: train to the end and keep the last weights",
        int,
        unit="epochs",
        typed=Range(0, 1_000),
        offered=5,
    ),
    Hyperparameter(
        "train_size",
        "Training images",
        "So many images of the training set are used, always the same ones",
        int,
        _COUNT,
        none="all",
        typed=Range(1, 10_000_000),
        offered=1_000,
    ),
    Hyperparameter(
        "wrong_labels",
        "Wrong labels",
        "This part of the training images gets the label of another digit",
        range=Range(0, 1),
        unit="%",
        typed=Range(0, 100),
        offered=0.0,
    ),
    Hyperparameter("temperature", "Temperature", range=Range(0, open_low=True), in_form=False),
    Hyperparameter(
        "evaluate_every", "Evaluated every", "", int, _COUNT, unit="iterations", none="epoch", in_form=False
    ),
    Hyperparameter("evaluation_samples", "Evaluated on", "", int, _COUNT, unit="digits", none="all", in_form=False),
)
HYPERPARAMETERS: Mapping[str, Hyperparameter] = {each.name: each for each in _ROWS}

OPTIMIZERS = tuple(HYPERPARAMETERS["optimizer"].choices)
SCHEDULES = tuple(HYPERPARAMETERS["schedule"].choices)
# The hyperparameters that only some optimisers have.
OPTIMIZER_SETTINGS: Mapping[str, tuple[str, ...]] = {
    optimizer: tuple(each.name for each in _ROWS if optimizer in each.optimizers) for optimizer in OPTIMIZERS
}
AUGMENTATION = tuple(each.name for each in _ROWS if each.augmentation)
