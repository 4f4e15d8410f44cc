"""How a network is trained, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..data.augmentation import Augmentation
from ..errors import SpecError
from ..i18n import tr
from .hyperparameters import AUGMENTATION, HYPERPARAMETERS

# Fields that had another name in older files.
_OLD_NAMES = {"anneal": "fading"}
# Fields of older files that are ignored. "parts": mini-batches computed in several processes.
_RETIRED = {"parts"}


@dataclass(frozen=True)
class TrainConfig:
    """How a network is trained; ``HYPERPARAMETERS`` has the range of each value.

    Attributes:
        optimizer: one of OPTIMIZERS.
        lr: the learning rate.
        momentum: for "momentum" and "nesterov".
        decay: for "rmsprop", how much of the mean square it keeps at each step.
        beta1, beta2: for "adam", how much of the mean and of the mean square it keeps.
        batch_size: images in a mini-batch.
        epochs: how often every image is used.
        iterations: how many mini-batches instead, where given.
        seed: of the initial weights and of the order of the images.
        schedule: the learning rate over time, one of SCHEDULES.
        weight_decay: each step also subtracts lr * weight_decay of every W (Loshchilov and Hutter 2019).
        augmentation: how far each image is varied, each time it is used.
        averaging: 0 to keep the weights of the last mini-batch; else each step moves the kept ones, a running
            average, 1 - averaging of the way to the new ones (Polyak and Juditsky 1992, in its exponential form).
        temperature: what the logits of the finished network are divided by (``engine.evaluate.calibration``): chosen on
            held-out digits, below 1 where augmentation and non-digits have made the network less confident than it is
            accurate.
        validation: the fraction of the training images that is not trained on; after each epoch the accuracy on it is
            measured (see ``engine.data.split``).
        patience: after so many epochs in a row without a better accuracy on the validation split the training stops,
            and the weights of the best one are kept; 0 to train to the end and keep the last ones.
        train_size: how many of the training images are used, the validation split included; None for all. They are the
            same for every seed, and a larger part holds the smaller ones.
        wrong_labels: the fraction of the images that are trained on whose label is replaced by that of another digit.
            The test set and the validation split keep the true ones. Few images and wrong labels cause overfitting.
        evaluate_every: measure the accuracies every so many iterations, besides at each end of an epoch: on fewer
            images, so that it takes about 5 % of the time (see ``Evaluator``).
        evaluation_samples: on how many images (the first ones) of each set the accuracies are measured;
            None for all of them.

    Raises:
        SpecError: a value is out of its range, or needs another one.
    """

    optimizer: str = "momentum"
    lr: float = 0.1
    momentum: float = 0.9
    decay: float = 0.99
    beta1: float = 0.9
    beta2: float = 0.999
    batch_size: int = 100
    epochs: int = 10
    iterations: int | None = None
    seed: int = 0
    schedule: str = "constant"
    weight_decay: float = 0.0
    augmentation: Augmentation = field(default_factory=Augmentation)
    averaging: float = 0.0
    temperature: float = 1.0
    validation: float = 0.0
    patience: int = 0
    train_size: int | None = None
    wrong_labels: float = 0.0
    evaluate_every: int | None = None
    evaluation_samples: int | None = 10_000

    def __post_init__(self) -> None:
        for each in HYPERPARAMETERS.values():
            each.check(each.value(self))
        if self.patience and not self.validation:
            raise SpecError(tr("Early stopping needs a validation split to be measured on."))


def up_to_date(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a stored TrainConfig. Older files have those of the augmentation among the others."""
    values = {name: value for name, value in values.items() if name not in _RETIRED}
    old = {_OLD_NAMES.get(name, name): name for name in AUGMENTATION}
    flat = {old[name]: value for name, value in values.items() if name in old}
    if not flat or "augmentation" in values:
        return values
    return {name: value for name, value in values.items() if name not in old} | {"augmentation": flat}
