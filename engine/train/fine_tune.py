"""Learning one person's hand: a network that reads digits goes on learning, from this person's drawings.

By itself that would make it forget how others write. So each mini-batch is mixed with digits that it knew before, which
is rehearsal (Robins 1995), and the steps are small.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.data.dataset import Dataset
from engine.data.mnist import load_mnist_datasets
from engine.data.pen_strokes import PenDigits, inked
from engine.data.synthetic.digits import synthetic_digits
from engine.errors import DataError
from engine.evaluate.metrics import accuracy_in_time
from engine.nn.network import Network
from engine.train.config import TrainConfig
from engine.types import CLASSES, IntArray

# Pictures of each digit that are learned from; of these at most half are the person's, and the rest are known ones. So
# every digit is seen as often as any other, whatever the person has drawn most.
PICTURES, _OWN = 600, 300
# Copies of one drawing, each varied: more would say nothing new of it.
_MOST_COPIES = 60
_STARTER_SEED, _STARTER_TEST_SEED = 2, 1
# Pictures to measure by what it has forgotten.
_MEASURED = 2000


@dataclass(frozen=True)
class KnownDigits:
    """Digits that a network has not learned from this person.

    Attributes:
        train: to rehearse. test: to measure by, never learned from.
    """

    train: Dataset
    test: Dataset


@dataclass(frozen=True)
class Gain:
    """How many of the same pictures are read right before and after learning.

    Attributes:
        name: of the pictures.
        n: how many there are, 0 where nothing can be said.
    """

    name: str
    n: int
    before: int
    after: int


def known_digits(progress: Callable[[int, int], None] | None = None) -> KnownDigits:
    """MNIST where it is on this computer, otherwise digits made here. The same ones each time.

    Args:
        progress: see ``synthetic_digits``.
    """
    try:
        train, test = load_mnist_datasets(None)
    except DataError:
        # As many as are rehearsed at most; and a test set of which the shipped networks have learned nothing, either.
        train = synthetic_digits(CLASSES * PICTURES, _STARTER_SEED, progress)
        test = synthetic_digits(_MEASURED, _STARTER_TEST_SEED, progress)
    return KnownDigits(train, _some(test, _MEASURED))


def _some(data: Dataset, n: int) -> Dataset:
    """About ``n`` of the pictures, from all over the set: MNIST's first test digits are easier than its last."""
    every = max(len(data) // n, 1)
    return data.subset(slice(None, None, every), f"{data.name}, every {every}th" if every > 1 else data.name)


def fine_tuning_set(pen: PenDigits, known: Dataset, seed: int = 0) -> Dataset:
    """What a hand is learned from: PICTURES of each digit, the person's drawings in varied copies, and known digits.

    Args:
        pen: the person's drawings, at least one.
        known: digits to rehearse. Where it has too few of one, there are fewer.
        seed: the same one gives the same set.
    """
    rng = np.random.default_rng(seed)
    chosen: list[IntArray] = []
    rehearsed: list[IntArray] = []
    for digit in range(CLASSES):
        mine = rng.permutation(np.flatnonzero(pen.labels == digit))[:_OWN]
        copies = min(_MOST_COPIES, _OWN // len(mine)) if len(mine) else 0
        chosen += [mine] * copies
        others = rng.permutation(np.flatnonzero(known.labels == digit))
        rehearsed.append(others[: PICTURES - copies * len(mine)])
    own = pen.chosen(np.concatenate(chosen))
    return Dataset.joined([inked(own, "own", rng), known.subset(np.concatenate(rehearsed))], "Your hand")


def fine_tuning_config() -> TrainConfig:
    """How a hand is learned: every picture once, in small steps."""
    return TrainConfig(
        optimizer="momentum",
        lr=0.005,
        schedule="cosine",
        batch_size=100,
        epochs=1,
        evaluation_samples=1,
    )


def right(network: Network, data: Dataset, stopped: Callable[[], bool]) -> int | None:
    """How many of the pictures a network reads right; None where it was stopped on the way."""
    if not len(data):
        return 0
    found = accuracy_in_time(network, data, lambda expected: stopped())
    return None if found is None else round(found * len(data))
