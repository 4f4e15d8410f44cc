"""Trainings of a wide network on few images, which overfit. Nothing here knows Qt."""

from collections.abc import Callable
from dataclasses import dataclass, field

from engine.data.dataset import Dataset
from engine.data.split import sample
from engine.nn.layers import AffineSpec, DropoutSpec, LayerSpec, ReLUSpec
from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from engine.train.events import Diverged, Evaluation
from engine.train.trainer import Trainer
from engine.types import CLASSES

# The most images to train on, and those to test with.
MOST_IMAGES, TEST_IMAGES = 3000, 1000
EPOCHS, NEURONS, HIDDEN_LAYERS, RATE = 150, 100, 2, 0.1


@dataclass(frozen=True)
class Choice:
    """Attributes:
    images: how many are trained on.
    wrong_labels: the fraction of them that has the label of another digit.
    weight_decay: each step also subtracts rate * weight_decay of every W.
    dropout: the ratio, after each hidden layer.
    """

    images: int = 300
    wrong_labels: float = 0.2
    weight_decay: float = 0.0
    dropout: float = 0.0

    @property
    def plain(self) -> bool:
        """Whether there is neither weight decay nor dropout."""
        return not self.weight_decay and not self.dropout


@dataclass
class Run:
    """A training, as far as it has come.

    Attributes:
        points: the accuracies and losses before the first epoch and after each.
        finished: whether it trained for all epochs.
    """

    choice: Choice
    points: list[Evaluation] = field(default_factory=list)
    finished: bool = False

    @property
    def train(self) -> float:
        """The accuracy on the training images now."""
        return self.points[-1].train_accuracy

    @property
    def test(self) -> float:
        """The accuracy on the test images now."""
        return self.points[-1].test_accuracy or 0.0

    @property
    def gap(self) -> float:
        """How much higher the accuracy on the training images is."""
        return self.train - self.test


def train(choice: Choice, images: Dataset, test: Dataset, report: Callable[[Evaluation], object]) -> bool:
    """Train for all epochs; whether it did, and did not diverge.

    Args:
        images, test: the whole sets.
        report: called before the first epoch and after each; an exception that it raises ends the training.
    """
    layers: list[LayerSpec] = []
    for _ in range(HIDDEN_LAYERS):
        layers += [AffineSpec(NEURONS, "he"), ReLUSpec()]
        layers += [DropoutSpec(choice.dropout)] if choice.dropout else []
    spec = NetworkSpec((*layers, AffineSpec(CLASSES, "xavier")))
    config = TrainConfig(
        optimizer="sgd",
        lr=RATE,
        # The accuracies vary less at the end.
        schedule="cosine",
        epochs=EPOCHS,
        weight_decay=choice.weight_decay,
        train_size=choice.images,
        wrong_labels=choice.wrong_labels,
        evaluation_samples=TEST_IMAGES,
    )
    # More threads would not make it faster, but the window slower.
    for event in Trainer(spec, config, images, sample(test, TEST_IMAGES)).run(threads=1):
        if isinstance(event, Evaluation):
            report(event)
        elif isinstance(event, Diverged):
            return False
    return True
