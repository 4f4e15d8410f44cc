"""The training recipes of the shipped networks, by name."""

from dataclasses import dataclass, field

from ..data.augmentation import Augmentation
from ..data.mixture import Mixture
from ..i18n import tr_noop
from ..nn.network_spec import NetworkSpec
from ..nn.presets import reader_convnet
from .config import TrainConfig


@dataclass(frozen=True)
class Recipe:
    """Attributes:
    title: the displayed name of the network, to be translated by ``tr``.
    spec, config: the network and its training.
    """

    title: str
    spec: NetworkSpec
    config: TrainConfig
    mixture: Mixture = field(default_factory=Mixture)


RECIPES = {
    # Chosen with 5,000 of MNIST's training digits and the pen strokes of three sites held out.
    "default": Recipe(
        tr_noop("Digit Lab's reader"),
        reader_convnet(),
        TrainConfig(
            optimizer="momentum",
            lr=0.05,
            schedule="cosine",
            weight_decay=1e-3,
            # With MNIST's 60,000 digits and 17,391 drawings: 2,296 mini-batches in an epoch, 41,328 in all.
            epochs=18,
            augmentation=Augmentation(
                rotation=10.0, scaling=0.1, shear=0.12, shift=1.0, elastic=0.7, thickness=0.4, anneal=0.5
            ),
            averaging=0.998,
            evaluation_samples=2_000,
        ),
        # An epoch holds everything twice, so that each drawing has two distorted copies and few synthetic ones repeat.
        Mixture(digits=2, drawings=2, distorted=2, synthetic=30_000, non_digits=10_000),
    ),
    # The learning rates, the weight decay and the epochs of these two were chosen on 10,000 held-out training digits.
    "two-layer": Recipe(
        tr_noop("Two-layer network"),
        NetworkSpec.mlp((50,), "relu", "he"),
        TrainConfig(optimizer="momentum", lr=0.1, schedule="cosine", weight_decay=3e-3, epochs=30),
    ),
    "three-layer": Recipe(
        tr_noop("Three-layer network"),
        NetworkSpec.mlp((50, 100), "sigmoid", "xavier"),
        TrainConfig(optimizer="momentum", lr=0.9, schedule="cosine", weight_decay=1e-3, epochs=60),
    ),
}
