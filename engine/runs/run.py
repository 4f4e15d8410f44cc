"""A run: one stored training."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..data.dataset import Dataset
from ..data.source import DataSource
from ..errors import DataError, RunError
from ..i18n import tr, tr_noop
from ..nn.network_spec import NetworkSpec
from ..train.state import fingerprint
from ..train.trainer import Evaluation, TrainConfig


class MissingRunError(RunError):
    """The run is not in the store, or no longer."""


class Status(StrEnum):
    """The status of a training.

    RUNNING: it is being trained, here or in another window. PAUSED: it can be resumed. INTERRUPTED: the program crashed
    or the power failed. STOPPED: by the user, before all iterations were done. FAILED: by an error.
    """

    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    STOPPED = "stopped"
    FINISHED = "finished"
    DIVERGED = "diverged"
    FAILED = "failed"

    @property
    def shown(self) -> str:
        """The English word, to be translated by ``tr``."""
        return _SHOWN[self]


_SHOWN = {
    Status.RUNNING: tr_noop("running"),
    Status.PAUSED: tr_noop("paused"),
    Status.INTERRUPTED: tr_noop("interrupted"),
    Status.STOPPED: tr_noop("stopped"),
    Status.FINISHED: tr_noop("finished"),
    Status.DIVERGED: tr_noop("diverged"),
    Status.FAILED: tr_noop("failed"),
}


@dataclass(frozen=True)
class DataFacts:
    """The data that a run was trained on.

    Attributes:
        source: where to load them again, as ``DataSource.of`` reads it: "mnist", "folder:/home/anna/digits".
        name: the displayed name.
        fingerprint: of the training set; see ``engine.train.state.fingerprint``.
        images, test_images: how many are in the training and in the test set.
    """

    source: str
    name: str
    fingerprint: str
    images: int
    test_images: int = 0

    @classmethod
    def of(cls, source: str, train: Dataset, test: Dataset | None = None) -> "DataFacts":
        """The facts about these sets."""
        return cls(source, train.name, fingerprint(train), len(train), 0 if test is None else len(test))


@dataclass(frozen=True)
class Run:
    """A run without its curves and weights.

    Attributes:
        id: also the name of its folder in the store.
        name, note: texts of the user.
        spec, config, data: what was trained, how, and on what.
        per_epoch: mini-batches in an epoch.
        started: when, in seconds since 1970.
        seconds: spent training.
        iteration: mini-batches done.
        scores: of its final weights: {"MNIST test accuracy": 0.976}.
        evaluation: the last one.
        checkpoint: the iteration to resume from; None where no state is stored.
        has_weights: whether ``RunStore.weights`` has any.
        imported: whether it came from a file. Such a run cannot be resumed.
    """

    id: str
    name: str
    spec: NetworkSpec
    config: TrainConfig
    data: DataFacts
    per_epoch: int
    started: float
    note: str = ""
    seconds: float = 0.0
    iteration: int = 0
    status: Status = Status.RUNNING
    scores: Mapping[str, float] = field(default_factory=dict)
    evaluation: Evaluation | None = None
    checkpoint: int | None = None
    has_weights: bool = False
    imported: bool = False

    @property
    def total_iterations(self) -> int:
        """Mini-batches in all, unless early stopping ends it."""
        return self.config.iterations or self.config.epochs * self.per_epoch

    @property
    def epoch(self) -> float:
        """Epochs done, with decimals."""
        return self.iteration / self.per_epoch

    @property
    def image_source(self) -> DataSource:
        """Where its images are.

        Raises:
            DataError: that is not known.
        """
        try:
            return DataSource.of(self.data.source)
        except DataError:
            raise DataError(
                tr(
                    "The images of “{0}” are not known: a run from another computer does not say where they are on "
                    "this one. With “Train again with these settings” you can choose them.",
                    self.name,
                )
            ) from None

    @property
    def resumable(self) -> bool:
        """Whether it can be resumed. One that was interrupted before its first checkpoint starts again, and with the
        same seed gets the same weights."""
        if self.imported or self.status in (Status.RUNNING, Status.FINISHED, Status.DIVERGED):
            return False
        return self.checkpoint is not None or self.status is Status.INTERRUPTED


@dataclass(frozen=True)
class Checkpoint:
    """Stored weights of a run.

    Attributes:
        iteration, epoch: after how many they were the weights.
        complete: whether training could resume from there, bit for bit.
    """

    iteration: int
    epoch: float
    complete: bool
