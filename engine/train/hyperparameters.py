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
from ..i18n import tr, tr_noop
from ..io.limits import MAX_ITERATIONS, MAX_WHOLE

# Characters of a wrong value in a message.
_QUOTED = 60
# Far beyond what anyone needs; products and quotients of two such numbers are finite. The small one is shown as 0.
_SMALL, _LARGE = 1e-30, 1e30


@dataclass(frozen=True)
class Range:
    """The finite numbers from ``low`` to ``high``, without an end that is open. An open ``low`` needs a ``high``."""

    low: float = 0
    high: float = math.inf
    open_low: bool = False
    open_high: bool = False

    def __contains__(self, value: float) -> bool:
        above = value > self.low if self.open_low else value >= self.low
        below = value < self.high if self.open_high or self.high == math.inf else value <= self.high
        return above and below

    def __str__(self) -> str:
        """For example "0 or above", "from 1 to 64", "from 0 to below 1"."""
        low, high = self.low, self.high
        if high == math.inf:
            return tr("{0:,} or above", low)
        if self.open_low and self.open_high:
            return tr("above {0:,} and below {1:,}", low, high)
        if self.open_low or low == _SMALL:
            return tr("above {0:,} and at most {1:,}", 0 if low == _SMALL else low, high)
        if self.open_high:
            return tr("from {0:,} to below {1:,}", low, high)
        return tr("from {0:,} to {1:,}", low, high)


@dataclass(frozen=True)
class Hyperparameter:
    """One hyperparameter. Its texts are marked by ``tr_noop``: who shows one translates it by ``tr``.

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
                raise SpecError(tr("There is no {0} called “{1}”.", tr(self.title).lower(), str(value)[:_QUOTED]))
        elif (not self.none) if value is None else value not in self.range:
            raise SpecError(tr("{0} must be {1}.", tr(self.title), self.range))
        elif isinstance(value, int) and value > MAX_WHOLE:
            raise SpecError(tr("{0} must be at most {1:,}.", tr(self.title), MAX_WHOLE))


_BELOW_1 = Range(0, 1, open_high=True)
_COUNT = Range(1)
_ITERATIONS = Range(1, MAX_ITERATIONS)
_SCHEDULES = {
    "constant": tr_noop("Constant"),
    "step": tr_noop("Step"),
    "cosine": tr_noop("Cosine"),
    "one-cycle": tr_noop("One-cycle"),
}
_OPTIMIZERS = {
    "sgd": tr_noop("SGD"),
    "momentum": tr_noop("Momentum"),
    "nesterov": tr_noop("Nesterov"),
    "adagrad": tr_noop("AdaGrad"),
    "rmsprop": tr_noop("RMSprop"),
    "adam": tr_noop("Adam"),
}


def _kept(name: str, title: str, about: str, *optimizers: str) -> Hyperparameter:
    """How much of a running mean an optimiser keeps at each step."""
    return Hyperparameter(name, title, about, range=_BELOW_1, optimizers=optimizers)


def _amount(
    name: str, title: str, about: str, unit: str, most: float, offered: float, below: float = 1000
) -> Hyperparameter:
    """An amount of the augmentation; the form accepts it up to ``most``."""
    limits, typed = Range(0, below, open_high=True), Range(0, most)
    return Hyperparameter(name, title, about, range=limits, unit=unit, typed=typed, offered=offered, augmentation=True)


_ROWS = (
    Hyperparameter(
        "optimizer", tr_noop("Optimiser"), tr_noop("How the weights follow the gradient"), str, choices=_OPTIMIZERS
    ),
    Hyperparameter(
        "lr", tr_noop("Learning rate"), tr_noop("The size of each step: above 0"), range=Range(_SMALL, _LARGE)
    ),
    _kept(
        "momentum",
        tr_noop("Momentum"),
        tr_noop("How much of the velocity is kept at each step: from 0 to below 1"),
        "momentum",
        "nesterov",
    ),
    _kept(
        "decay",
        tr_noop("Decay"),
        tr_noop("How much of the mean square of the gradient is kept at each step: from 0 to below 1"),
        "rmsprop",
    ),
    _kept(
        "beta1",
        tr_noop("Beta 1"),
        tr_noop("How much of the mean of the gradient is kept at each step: from 0 to below 1"),
        "adam",
    ),
    _kept(
        "beta2",
        tr_noop("Beta 2"),
        tr_noop("How much of the mean square of the gradient is kept at each step: from 0 to below 1"),
        "adam",
    ),
    Hyperparameter("schedule", tr_noop("Schedule"), tr_noop("The learning rate over time"), str, choices=_SCHEDULES),
    Hyperparameter(
        "epochs",
        tr_noop("Epochs"),
        tr_noop("How often each training image is used"),
        int,
        _ITERATIONS,
        typed=Range(1, 1_000),
    ),
    Hyperparameter(
        "iterations",
        tr_noop("Iterations"),
        tr_noop("How many mini-batches to train on"),
        int,
        _ITERATIONS,
        none="–",
        offered=5_000,
    ),
    Hyperparameter(
        "batch_size", tr_noop("Batch size"), tr_noop("Images in a mini-batch"), int, _COUNT, typed=Range(1, 10_000)
    ),
    Hyperparameter(
        "weight_decay",
        tr_noop("Weight decay"),
        tr_noop("Each step also makes every weight a little smaller: 0, or about 0.001"),
        range=Range(0, _LARGE),
    ),
    Hyperparameter(
        "averaging",
        tr_noop("Weight averaging (EMA)"),
        tr_noop("Keep a running average of the weights: 0 for none, or a little below 1, such as 0.998"),
        range=_BELOW_1,
    ),
    Hyperparameter(
        "seed", tr_noop("Seed"), tr_noop("The same seed gives the same network"), int, typed=Range(0, 999_999_999)
    ),
    _amount(
        "rotation", tr_noop("Rotation"), tr_noop("Rotate by up to this many degrees in each direction"), "°", 180, 10.0
    ),
    _amount(
        "scaling",
        tr_noop("Scaling"),
        tr_noop("Scale width and height, each by up to this percentage"),
        "%",
        100,
        0.1,
        # It is the logarithm of a factor: positions in the image would be infinite.
        below=10,
    ),
    _amount(
        "shear",
        tr_noop("Shear"),
        tr_noop("Slant by up to this percentage of the height in each direction"),
        "%",
        100,
        0.12,
    ),
    _amount(
        "shift", tr_noop("Shift"), tr_noop("Move by up to this many pixels in each direction"), tr_noop("px"), 14, 1.0
    ),
    _amount(
        "elastic",
        tr_noop("Elastic distortion"),
        tr_noop("Displace every pixel by about this many pixels"),
        tr_noop("px"),
        10,
        0.7,
    ),
    _amount(
        "thickness", tr_noop("Thickness"), tr_noop("100 makes lines up to two pixels thicker or thinner"), "%", 100, 0.4
    ),
    Hyperparameter(
        "anneal",
        tr_noop("Anneal"),
        tr_noop("In this last part of the training the augmentation decreases to 0; 0 % keeps it to the end"),
        range=Range(0, 1),
        unit="%",
        typed=Range(0, 100),
        offered=0.5,
        augmentation=True,
    ),
    Hyperparameter(
        "validation",
        tr_noop("Validation split"),
        tr_noop("The part of the training images that is not trained on"),
        range=_BELOW_1,
        unit="%",
        typed=Range(0, 100, open_low=True, open_high=True),
        offered=0.1,
    ),
    Hyperparameter(
        "patience",
        tr_noop("Patience"),
        tr_noop("Stop after this many epochs without a better accuracy; 0: train to the end and keep the last weights"),
        int,
        unit=tr_noop("epochs"),
        typed=Range(0, 1_000),
        offered=5,
    ),
    Hyperparameter(
        "train_size",
        tr_noop("Training images"),
        tr_noop("So many images of the training set are used, always the same ones"),
        int,
        _COUNT,
        none=tr_noop("all"),
        typed=Range(1, 10_000_000),
        offered=1_000,
    ),
    Hyperparameter(
        "wrong_labels",
        tr_noop("Wrong labels"),
        tr_noop("This part of the training images gets the label of another digit"),
        range=Range(0, 1),
        unit="%",
        typed=Range(0, 100),
        offered=0.0,
    ),
    Hyperparameter("temperature", tr_noop("Temperature"), range=Range(0.001, 1_000), in_form=False),
    Hyperparameter(
        "evaluate_every",
        tr_noop("Evaluated every"),
        "",
        int,
        _COUNT,
        unit=tr_noop("iterations"),
        none=tr_noop("epoch"),
        in_form=False,
    ),
    Hyperparameter(
        "evaluation_samples",
        tr_noop("Evaluated on"),
        "",
        int,
        _COUNT,
        unit=tr_noop("digits"),
        none=tr_noop("all"),
        in_form=False,
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
