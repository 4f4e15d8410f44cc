"""The messages between the training process and its owner: a job, its events, and commands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from ..nn.network_spec import NetworkSpec
from ..runs import RunStore
from ..train.config import TrainConfig
from ..train.diagnosis import Advice
from ..train.events import Diverged as Diverged
from ..train.events import Evaluation as Evaluation
from ..train.events import LayerStatistics as LayerStatistics
from ..train.events import Progress as Progress
from ..train.events import StepDetails as StepDetails
from ..train.state import TrainerState
from ..types import FloatArray
from ..weights import Weights


class RunUntil(Enum):
    """How long to train before it pauses: to the end, to the end of the epoch, or for one mini-batch."""

    END = auto()
    EPOCH = auto()
    STEP = auto()


class Speed(Enum):
    """How fast to train. ``steps_per_second`` is None where it is not a number of mini-batches a second."""

    STEP = "step"
    FIVE = "five"
    TWENTY_FIVE = "twenty-five"
    EPOCH = "epoch"
    FULL = "full"

    @property
    def steps_per_second(self) -> int | None:
        """Mini-batches a second; None for an epoch a second and for full speed."""
        return {Speed.STEP: 1, Speed.FIVE: 5, Speed.TWENTY_FIVE: 25}.get(self)


@dataclass(frozen=True)
class Job:
    """What to train.

    Attributes:
        spec, config: the network and its training configuration.
        source: where the data come from, a ``DataSource`` as text.
        name: of the weights.
        until: how long to train at first.
        store: where the run is stored, None for nowhere.
        run_id: a run of the store to resume.
        initial: weights to start from, by name, instead of random ones.
        speed: at first.
    """

    spec: NetworkSpec
    config: TrainConfig
    source: str
    name: str
    until: RunUntil = RunUntil.END
    store: RunStore | None = None
    run_id: str | None = None
    initial: Mapping[str, FloatArray] | None = None
    speed: Speed = Speed.FULL


@dataclass(frozen=True)
class Started:
    """The first event.

    Attributes:
        total_iterations: mini-batches in all, those before a resumed state included.
        resumed_from: the state that training resumes from, None for a new training.
    """

    total_iterations: int
    resumed_from: TrainerState | None = None


@dataclass(frozen=True)
class Stored:
    """The training is a run of the store from now on."""

    run_id: str


@dataclass(frozen=True)
class NotStored:
    """The training is not stored, or not at the moment. ``reason`` is a sentence.

    ``again``: whether it is tried again. Where that succeeds, a Stored follows.
    """

    reason: str
    again: bool = False


@dataclass(frozen=True)
class Paused:
    """It has trained as long as it should. ``resumed``: how many times it had been resumed by then."""

    resumed: int


@dataclass(frozen=True)
class Snapshot:
    """A copy of the parameters, all finite. The next one comes only after a SnapshotTaken."""

    spec: NetworkSpec
    params: Mapping[str, FloatArray]


@dataclass(frozen=True)
class Advised:
    """The network does not learn, and this is why; None where it learns after all."""

    advice: Advice | None


@dataclass(frozen=True)
class Measuring:
    """All iterations are done. The accuracy on the whole test set is being measured."""


@dataclass(frozen=True)
class Trained:
    """All iterations are done, or it was stopped after some."""

    weights: Weights


JobEvent: TypeAlias = (
    Started
    | Stored
    | NotStored
    | Paused
    | Progress
    | StepDetails
    | Evaluation
    | LayerStatistics
    | Snapshot
    | Advised
    | Measuring
    | Trained
    | Diverged
)
Emit: TypeAlias = Callable[[JobEvent], None]


@dataclass(frozen=True)
class Pause:
    """Pause after the current event."""


@dataclass(frozen=True)
class Resume:
    """Train on after a pause."""

    until: RunUntil = RunUntil.END


@dataclass(frozen=True)
class Stop:
    """End soon, paused or not. ``resumable``: offer to resume the run later."""

    resumable: bool = False


@dataclass(frozen=True)
class SetSpeed:
    """Train so fast from now on."""

    speed: Speed


@dataclass(frozen=True)
class SnapshotTaken:
    """The last Snapshot has been used. So snapshots do not queue up at a slow receiver."""


Command: TypeAlias = Pause | Resume | Stop | SetSpeed | SnapshotTaken
