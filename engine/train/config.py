"""How a network learns, as plain data."""

import dataclasses
import math
from dataclasses import dataclass

from engine.data.augmentation import Augmentation
from engine.errors import SpecError
from engine.train.optimizers import OPTIMIZERS
from engine.train.schedules import SCHEDULES

# Each leaves its loss in memory, four bytes.
MAX_ITERATIONS = 100_000_000


@dataclass(frozen=True)
class TrainConfig:
    """How a network learns.

    Attributes:
        optimizer: one of OPTIMIZERS.
        lr: the learning rate.
        momentum: for "momentum" and "nesterov", 0 up to (not including) 1.
        decay: for "rmsprop", how much of the mean square it keeps at each step, 0 up to (not including) 1.
        beta1, beta2: for "adam", how much of the mean and of the mean square it keeps, 0 up to (not including) 1.
        batch_size: pictures in a mini-batch.
        epochs: how often every picture is seen.
        iterations: how many mini-batches instead, where given.
        seed: of the first weights and of the order of the pictures.
        schedule: the learning rate over time, one of SCHEDULES.
        weight_decay: each step also takes lr * weight_decay of every W away (Loshchilov and Hutter 2019).
        validation: the part of the training pictures, 0 up to (not including) 1, that is not learned from; after each
            epoch the accuracy on it is measured (see ``engine.data.split``).
        patience: after so many epochs in a row without a better accuracy on the validation part the training ends, and
            the weights of the best one are kept; 0 to go on to the end and keep the last ones.
        evaluate_every: measure the accuracies every so many iterations, besides at each end of an epoch.
        rotation, scaling, shear, shift, elastic, thickness: how far each picture is varied, each time it is seen;
            see ``Augmentation``.
        fading: over which last part of the training, 0 to 1, the pictures are varied less and less, at last not at
            all.
        averaging: 0 to keep the weights of the last mini-batch; else each step takes the kept ones, a running
            average, 1 - averaging of the way to the new ones (Polyak and Juditsky 1992, in its exponential form).
        temperature: what the logits of the finished network are divided by (``engine.evaluate.calibration``): chosen on
            held-out digits, below 1 where varied pictures and non-digits have made it less sure than it is right.
        evaluation_samples: how many pictures (the first ones) of each set the accuracies are measured on;
            None for all of them.
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
    rotation: float = 0.0
    scaling: float = 0.0
    shear: float = 0.0
    shift: float = 0.0
    elastic: float = 0.0
    thickness: float = 0.0
    fading: float = 0.0
    averaging: float = 0.0
    temperature: float = 1.0
    validation: float = 0.0
    patience: int = 0
    evaluate_every: int | None = None
    evaluation_samples: int | None = 10_000

    def __post_init__(self) -> None:
        checks = {
            f"There is no optimiser called “{self.optimizer}”.": self.optimizer in OPTIMIZERS,
            f"There is no schedule called “{self.schedule}”.": self.schedule in SCHEDULES,
            "The learning rate must be above 0.": 0 < self.lr < math.inf,
            "The momentum must be at least 0 and below 1.": 0 <= self.momentum < 1,
            "The decay must be at least 0 and below 1.": 0 <= self.decay < 1,
            "Beta 1 and beta 2 must be at least 0 and below 1.": 0 <= self.beta1 < 1 and 0 <= self.beta2 < 1,
            "The weight decay cannot be below 0.": 0 <= self.weight_decay < math.inf,
            "The averaging must be at least 0 and below 1.": 0 <= self.averaging < 1,
            "The fading is a part of the training, 0 to 1.": 0 <= self.fading <= 1,
            "The temperature must be above 0.": 0 < self.temperature < math.inf,
            "No picture can be varied by less than nothing, nor without end.": all(
                0 <= amount < 1000 for amount in dataclasses.astuple(self.augmentation)
            ),
            "A mini-batch has at least one picture.": self.batch_size >= 1,
            "There must be at least one epoch.": self.epochs >= 1,
            "There must be at least one iteration.": self.iterations is None or self.iterations >= 1,
            "The validation part is at least 0 and below 1.": 0 <= self.validation < 1,
            "The patience is a whole number of epochs, 0 or above.": self.patience >= 0,
            "Stopping early takes a validation part to be measured on.": self.validation > 0 or not self.patience,
            "The accuracies are measured at most once an iteration.": self.evaluate_every is None
            or self.evaluate_every >= 1,
            "The accuracies are measured on at least one picture.": self.evaluation_samples is None
            or self.evaluation_samples >= 1,
            f"A training has at most {MAX_ITERATIONS:,} epochs or iterations.": max(self.epochs, self.iterations or 0)
            <= MAX_ITERATIONS,
            "The seed is a whole number, 0 or above.": self.seed >= 0,
        }
        for sentence, holds in checks.items():
            if not holds:
                raise SpecError(sentence)

    @property
    def augmentation(self) -> Augmentation:
        """How far each picture is varied."""
        return Augmentation(self.rotation, self.scaling, self.shear, self.shift, self.elastic, self.thickness)
