"""What to train, and on which data."""

from dataclasses import dataclass

from engine.nn.network_spec import NetworkSpec
from engine.train.trainer import TrainConfig
from gui.training.data.dataset_cache import MNIST, cache


@dataclass(frozen=True)
class TrainRequest:
    """Attributes:
    spec, config: the network and its training configuration.
    data: a ``DataSource`` as text: "mnist".
    """

    spec: NetworkSpec
    config: TrainConfig
    data: str

    @property
    def iterations_per_epoch(self) -> int:
        """Mini-batches in an epoch: about so many with a validation split of a large dataset. For data that are not
        loaded, as many as MNIST has."""
        return iterations_per_epoch(self._images, self.config.batch_size)

    @property
    def images_per_iteration(self) -> float:
        """The mean size of the mini-batches: no batch is larger than the data, and the last one may be smaller."""
        return self._images / self.iterations_per_epoch

    @property
    def _images(self) -> int:
        counts = cache.counts(self.data) or cache.counts(MNIST)
        assert counts is not None
        return counts.without(self.config.validation, self.config.train_size)[0]


def iterations_per_epoch(images: int, batch_size: int) -> int:
    """Mini-batches in an epoch of so many images; the last one may be smaller."""
    return -(-images // min(batch_size, images))
