"""Fine-tuning a network that predicts digits on one person's drawings.

With these alone it would forget how others write. So each mini-batch is mixed with digits that it knew before, which is
rehearsal (Robins 1995), and the steps are small.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..data.dataset import Dataset
from ..data.mnist import load_mnist_datasets
from ..data.pen_strokes import PenDigits, pen_dataset
from ..data.synthetic.digits import synthetic_digits
from ..errors import DataError
from ..types import CLASSES, IntArray
from .config import TrainConfig

# Training images of each digit; at most half of them are the user's, and the others are known ones. So every digit is
# seen as often as any other, whatever the user has drawn most.
IMAGES_PER_DIGIT, _OWN = 600, 300
# Augmented copies of one drawing: more would add nothing new.
_MOST_COPIES = 60
_SYNTHETIC_SEED, _SYNTHETIC_TEST_SEED = 2, 1
# Test images that measure what was forgotten.
_TEST_IMAGES = 2000
# One epoch, in small steps.
FINE_TUNING = TrainConfig(lr=0.005, schedule="cosine", epochs=1, evaluation_samples=1)


@dataclass(frozen=True)
class Gain:
    """How many of the same images are predicted correctly before and after fine-tuning.

    Attributes:
        name: of the images.
        n: how many there are.
    """

    name: str
    n: int
    before: int
    after: int


def known_digits(progress: Callable[[int, int], None] | None = None) -> tuple[Dataset, Dataset]:
    """Digits of other people, for rehearsal and for tests: of MNIST where it is on this computer, otherwise synthetic
    ones. The same ones each time.

    Args:
        progress: see ``synthetic_digits``.
    """
    try:
        train, test = load_mnist_datasets(None)
    except DataError:
        # At most as many as are rehearsed; and a test set that the shipped networks were not trained with, either.
        train = synthetic_digits(CLASSES * IMAGES_PER_DIGIT, _SYNTHETIC_SEED, progress)
        test = synthetic_digits(_TEST_IMAGES, _SYNTHETIC_TEST_SEED, progress)
    # From all over the set: MNIST's first test digits are easier than its last.
    every = max(len(test) // _TEST_IMAGES, 1)
    return train, test.subset(slice(None, None, every), f"{test.name}, every {every}th" if every > 1 else test.name)


def fine_tuning_set(
    pen: PenDigits, known: Dataset, seed: int = 0, progress: Callable[[int, int], None] | None = None
) -> Dataset:
    """IMAGES_PER_DIGIT of each digit: the user's drawings in augmented copies, and known digits.

    Args:
        pen: the user's drawings, at least one.
        known: digits to rehearse. Where it has too few of one digit, there are fewer.
        seed: the same seed gives the same set.
        progress: see ``pen_dataset``.
    """
    rng = np.random.default_rng(seed)
    chosen: list[IntArray] = []
    rehearsed: list[IntArray] = []
    for digit in range(CLASSES):
        mine = rng.permutation(np.flatnonzero(pen.labels == digit))[:_OWN]
        copies = min(_MOST_COPIES, _OWN // len(mine)) if len(mine) else 0
        chosen += [mine] * copies
        others = rng.permutation(np.flatnonzero(known.labels == digit))
        rehearsed.append(others[: IMAGES_PER_DIGIT - copies * len(mine)])
    own = pen.subset(np.concatenate(chosen))
    return Dataset.concatenate(
        [pen_dataset(own, "own", rng, progress), known.subset(np.concatenate(rehearsed))], "Your handwriting"
    )
