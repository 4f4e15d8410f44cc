"""A run: one training, as a list of them shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from engine.data.dataset import Dataset
from engine.nn.network import NetworkSpec
from engine.train.trainer import Evaluation, TrainConfig, fingerprint


class Status(StrEnum):
    """How a training stands.

    RUNNING: it is being trained, here or in another window. PAUSED: it was left to be gone on with. INTERRUPTED: who
    trained it is gone without a word (a crash, a power cut). STOPPED: before all its iterations were done. FAILED: by
    an error.
    """

    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    STOPPED = "stopped"
    FINISHED = "finished"
    DIVERGED = "diverged"
    FAILED = "failed"


@dataclass(frozen=True)
class DataFacts:
    """Which data a run learned from.

    Attributes:
        source: how the program gets them again, as ``DataSource.of`` reads it: "mnist", "folder:/home/anna/digits".
        name: what a person calls them.
        fingerprint: of the training set; see ``engine.train.trainer.fingerprint``.
        pictures, test_pictures: how many are in the training and in the test set.
    """

    source: str
    name: str
    fingerprint: str
    pictures: int
    test_pictures: int = 0

    @classmethod
    def of(cls, source: str, train: Dataset, test: Dataset | None = None) -> "DataFacts":
        """The facts about these sets."""
        return cls(source, train.name, fingerprint(train), len(train), 0 if test is None else len(test))


@dataclass(frozen=True)
class Run:
    """What is known of a run, without its curves and weights.

    Attributes:
        id: its name in the store, and of its folder.
        name, note: a person's words.
        spec, config, data: what was trained, how, and on what.
        per_epoch: mini-batches in an epoch.
        started: when, in seconds since 1970.
        seconds: spent training.
        iteration: mini-batches done.
        status: how it stands.
        scores: of the weights it ended with: {"MNIST test accuracy": 0.976}.
        evaluation: the last one.
        checkpoint: the iteration that going on would go on from; None where there is no state to go on with.
        has_weights: whether ``RunStore.weights`` has any.
        imported: whether it came from a file. Such a run cannot be gone on with.
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
        """Mini-batches to be done in all, where it is not ended early."""
        return self.config.iterations or self.config.epochs * self.per_epoch

    @property
    def epoch(self) -> float:
        """Epochs done, with decimals."""
        return self.iteration / self.per_epoch

    @property
    def resumable(self) -> bool:
        """Can it be gone on with? One that was interrupted before its first checkpoint begins again: with the same
        seed it comes to the same weights."""
        if self.imported or self.status in (Status.RUNNING, Status.FINISHED, Status.DIVERGED):
            return False
        return self.checkpoint is not None or self.status is Status.INTERRUPTED


@dataclass(frozen=True)
class Checkpoint:
    """A moment of a run whose weights are kept.

    Attributes:
        iteration, epoch: when.
        complete: whether training could go on from there, bit for bit.
    """

    iteration: int
    epoch: float
    complete: bool
