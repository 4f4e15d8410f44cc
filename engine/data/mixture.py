"""The training set of the shipped network: images of digits, people's drawings, synthetic digits, and non-digits."""

from dataclasses import dataclass

import numpy as np

from .dataset import Dataset
from .pen_strokes import PenDigits, pen_dataset
from .synthetic.digits import synthetic_digits
from .synthetic.non_digits import non_digits

_SEED = 0
# Another seed than those of the synthetic digits that users train and test on.
_SYNTHETIC_SEED = 100


@dataclass(frozen=True)
class Mixture:
    """What one epoch holds.

    Attributes:
        digits: how often each image of the given dataset, such as MNIST.
        drawings: how often each of people's drawings, as it is.
        distorted: how many distorted copies of each drawing, all different.
        synthetic: how many synthetic digits. Styles that are rare among all people are more frequent than people write
            them, because they are usual somewhere.
        non_digits: how many images without a digit.
    """

    digits: int = 1
    drawings: int = 1
    distorted: int = 2
    synthetic: int = 0
    non_digits: int = 5000


def mixed_training_set(digits: Dataset, pen: PenDigits, mixture: Mixture, name: str) -> Dataset:
    """A training set of ``digits``, then people's drawings, synthetic digits, and non-digits.

    The same arguments give the same set, bit for bit.
    """
    rng = np.random.default_rng(_SEED)
    parts = [digits] * mixture.digits
    parts += [pen_dataset(pen, "")] * mixture.drawings
    parts += [pen_dataset(pen, "", rng) for _ in range(mixture.distorted)]
    if mixture.synthetic:
        parts.append(synthetic_digits(mixture.synthetic, _SYNTHETIC_SEED, training=True))
    return Dataset.concatenate([*parts, non_digits(mixture.non_digits, _SEED)], name)
