"""One training from its first mini-batch, or from where it was left, to its end; and what it tells on the way."""

import threading
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import Enum, auto
from typing import TypeAlias

import numpy as np

from engine.data.dataset import Dataset
from engine.errors import DigitLabError
from engine.evaluate.calibration import with_temperature
from engine.evaluate.metrics import accuracy_in_time
from engine.jobs.recording import Recording
from engine.nn.network import NetworkSpec
from engine.runs import RunStore, Status
from engine.train.trainer import Diverged, Evaluation, Finished, Progress, TrainConfig, Trainer, TrainEvent
from engine.types import FloatArray
from engine.weights import Weights

# Called with the name of what happened and what there is to say of it; see ``RunningJob``.
Emit: TypeAlias = Callable[..., None]

_SNAPSHOT_SECONDS = 0.1
# Copies of a very large network are not made so often: each has to go to another process.
_SNAPSHOT_BYTES_A_SECOND = 20e6
# A stopped network is measured once more, unless that would keep the person waiting.
_LAST_MEASURING_SECONDS = 1.0


class RunUntil(Enum):
    """How far to train before resting: to the end, to the end of the epoch, or one mini-batch."""

    END = auto()
    EPOCH = auto()
    STEP = auto()


@dataclass(frozen=True)
class Job:
    """What is to be done. It can be sent to another process.

    Attributes:
        spec, config: the network, and how it learns.
        source: where the data come from, a ``DataSource`` in one word.
        name: of the weights.
        stretch: how far to train at first.
        store: where the run is kept, None for nowhere.
        kept_run: the id there of a run to go on with.
        initial: weights to start from, by name, instead of random ones.
    """

    spec: NetworkSpec
    config: TrainConfig
    source: str
    name: str
    stretch: RunUntil = RunUntil.END
    store: RunStore | None = None
    kept_run: str | None = None
    initial: Mapping[str, FloatArray] | None = None


class RunningJob:
    """Trains once. All methods but ``run`` may be called from any thread, at any moment.

    What is told, by name:
        resumed_from: the TrainerState it goes on from; only of a run that goes on.
        kept: the run's id in the store.
        not_kept: a sentence that says why it is not kept there, or not any more.
        paused: the stretch asked for is done; with how many times it had been resumed by then.
        progressed, evaluated: the trainer's event.
        measuring: all iterations are done, and the accuracy on the whole test set is yet to be measured.
        snapshot: NetworkSpec, a copy of the parameters, all finite. The next one comes after ``snapshot_taken``.
        trained: Weights: all iterations are done, or it was stopped after some.
        diverged: the loss has grown beyond all bounds.
        failed: a sentence for the person.
        no_memory: the traceback. broken: the error in words, the traceback; it is a fault of the program.
    """

    def __init__(self, job: Job, tell: Emit) -> None:
        self._job, self._tell = job, tell
        # How far, and how many times it was asked to go on.
        self._asked = (job.stretch, 0)
        self._recording = Recording(job.store, lambda sentence: tell("not_kept", sentence))
        self._paused_for_good = False
        self._stop = threading.Event()
        self._go = threading.Event()
        self._go.set()
        self._taken = threading.Event()
        self._taken.set()
        self._next_snapshot = 0.0
        self._told = 0

    def stop(self, to_go_on: bool = False) -> None:
        """Let it end soon, paused or not.

        Args:
            to_go_on: it is to be offered to go on another time.
        """
        self._paused_for_good = to_go_on
        self._stop.set()
        self._go.set()

    def pause(self) -> None:
        """Let it rest after the event at hand."""
        self._go.clear()

    def resume(self, stretch: RunUntil = RunUntil.END) -> None:
        """Let it go on, for so long."""
        self._asked = (stretch, self._asked[1] + 1)
        self._go.set()

    def snapshot_taken(self) -> None:
        """Who is told is through with the last snapshot: they do not pile up where that is slow."""
        self._taken.set()

    def run(self, train: Dataset, test: Dataset) -> None:
        """Train. It always ends; what goes wrong is told."""
        try:
            self._train(train, test)
        except DigitLabError as error:
            self._tell("failed", str(error))
        except MemoryError:
            self._tell("no_memory", traceback.format_exc())
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            self._tell("broken", str(error), traceback.format_exc())
        finally:
            self._recording.close()

    def _train(self, train: Dataset, test: Dataset) -> None:
        if self._stop.is_set():
            return
        trainer = self._trainer(train, test)
        last: TrainEvent | None = None
        while not self._stop.is_set() and not isinstance(last, Finished | Diverged):
            last = self._run(trainer)
            if not self._go.is_set() and not isinstance(last, Finished | Diverged):
                self._recording.rest(trainer)
            self._go.wait()
        if trainer.is_over and not isinstance(last, Finished | Diverged):
            # It was stopped between its last mini-batch and saying so.
            *_, last = trainer.run()
        if isinstance(last, Diverged):
            self._tell_explosion(trainer)
            self._end_diverged()
        elif trainer.iteration:
            self._hand_over(trainer, train, test, last if isinstance(last, Finished) else None)
        else:
            self._recording.end(Status.STOPPED)

    def _trainer(self, train: Dataset, test: Dataset) -> Trainer:
        """A new one, or one that goes on where a kept run was left."""
        job = self._job
        state = None if job.kept_run is None else self._recording.resume_from(job.kept_run)
        if state is None:
            trainer = Trainer(job.spec, job.config, train, test, initial=job.initial)
        else:
            trainer = Trainer.resumed(state, train, test)
            self._told = state.iteration
            self._tell("resumed_from", state)
        self._recording.begin(trainer, job.source, train, test)
        if self._recording.run_id is not None:
            self._tell("kept", self._recording.run_id)
        return trainer

    def _run(self, trainer: Trainer) -> TrainEvent | None:
        """Train until it is done, to be stopped or to be paused; the last event.

        Every stretch is a ``run`` of its own: the trainer's pace and time left do not count the pauses.
        """
        event: TrainEvent | None = None
        asked = self._asked
        until = {
            RunUntil.END: None,
            RunUntil.EPOCH: (trainer.iteration // trainer.per_epoch + 1) * trainer.per_epoch,
            RunUntil.STEP: trainer.iteration + 1,
        }[asked[0]]
        for event in trainer.run(until):
            self._recording.see(event, trainer)
            if isinstance(event, Progress):
                self._told = event.iteration
                self._tell("progressed", event)
                self._tell_snapshot(trainer, at_once=event.iteration == until)
            elif isinstance(event, Evaluation):
                self._tell("evaluated", event)
            # Paused and gone on with between two events, it may be for another stretch.
            if self._stop.is_set() or not self._go.is_set() or self._asked is not asked:
                return event
        if until is not None and self._asked is asked and not isinstance(event, Finished | Diverged):
            self._go.clear()
            self._tell("paused", asked[1])
        return event

    def _tell_snapshot(self, trainer: Trainer, at_once: bool) -> None:
        now = time.perf_counter()
        if not at_once and (now < self._next_snapshot or not self._taken.is_set()):
            return
        theta = trainer.kept.theta
        if np.isfinite(theta).all():
            self._taken.clear()
            self._tell("snapshot", trainer.spec, trainer.kept.snapshot())
        self._next_snapshot = now + max(_SNAPSHOT_SECONDS, theta.nbytes / _SNAPSHOT_BYTES_A_SECOND)

    # -- the end

    def _tell_explosion(self, trainer: Trainer) -> None:
        """The losses since the last event, up to where they are no numbers: the curve shows what went wrong."""
        losses = trainer.losses[self._told :]
        losses = losses[np.isfinite(losses)]
        if len(losses):
            done, total = self._told + len(losses), trainer.total_iterations
            epoch = done / trainer.per_epoch
            pace = done / max(trainer.seconds, 1e-9)
            event = Progress(done, total, epoch, losses.copy(), trainer.config.lr, pace, (total - done) / pace)
            self._tell("progressed", event)

    def _hand_over(self, trainer: Trainer, train: Dataset, test: Dataset, finished: Finished | None) -> None:
        if not np.isfinite(trainer.kept.theta).all():
            self._end_diverged()
            return
        facts = {"data": train.name, "pictures": len(train), "seconds": round(trainer.seconds, 1)}
        facts |= asdict(trainer.config)
        learned = trainer.iteration
        if finished is None:
            facts["stopped_after_iterations"] = trainer.iteration
        elif finished.best is not None:
            facts["best_after_iterations"] = learned = finished.best
        score = self._score(trainer, train, test, learned)
        weights = Weights(
            trainer.spec,
            with_temperature(trainer.spec, trainer.kept.snapshot(), trainer.config.temperature),
            name=self._job.name,
            training=facts,
            scores={} if score is None else {f"{test.name} accuracy": score},
        )
        # Kept before it is told: whoever hears of it finds the run as it is.
        if finished is None:
            self._recording.rest(trainer)
            self._recording.end(Status.PAUSED if self._paused_for_good else Status.STOPPED, weights)
        else:
            self._recording.end(Status.FINISHED, weights)
        self._tell("trained", weights)

    def _end_diverged(self) -> None:
        self._recording.end(Status.DIVERGED)
        self._tell("diverged")

    def _score(self, trainer: Trainer, train: Dataset, test: Dataset, learned: int) -> float | None:
        """The accuracy on the whole test set of the weights to keep; None where there is no time to measure it.

        Args:
            learned: after how many mini-batches they were.
        """
        samples = trainer.config.evaluation_samples
        measured = next((each for each in reversed(trainer.evaluations) if each.iteration == learned), None)
        if measured is not None and (samples or len(test)) >= len(test):
            return measured.test_accuracy
        deadline = time.perf_counter() + _LAST_MEASURING_SECONDS
        if not self._stop.is_set():
            self._tell("measuring")

        def late(expected: float) -> bool:
            return self._stop.is_set() and expected > deadline

        score = accuracy_in_time(trainer.kept, test, late)
        on_train = None if score is None else accuracy_in_time(trainer.kept, train.subset(slice(samples)), late)
        if score is not None and on_train is not None:
            event = Evaluation(learned, learned / trainer.per_epoch, on_train, score, epoch_end=False)
            self._tell("evaluated", event)
        return score
