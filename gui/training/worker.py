"""The thread that trains. It owns the trainer and the network; the window gets copies and plain numbers."""

import threading
import time
import traceback
from dataclasses import asdict
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QObject, QThread, Signal

from engine.calibration import with_temperature
from engine.data.dataset import Dataset
from engine.errors import DigitLabError
from engine.runs import RunStore, Status
from engine.trainer import Diverged, Evaluation, Finished, Progress, Trainer, TrainEvent
from engine.weights_io import Weights
from gui.i18n import tr
from gui.training.measuring import accuracy_in_time
from gui.training.recording import Recording
from gui.training.request import Load, Sets, TrainRequest

_SNAPSHOT_SECONDS = 0.1
# Copying a very large network takes no more than this part of the time.
_SNAPSHOT_SHARE = 0.05
# A stopped network is measured once more, unless that would keep the person waiting.
_LAST_MEASURING_SECONDS = 1.0


class _Stopped(Exception):
    """Thrown through the loading of the data."""


class Stretch(Enum):
    """How far to train before resting: to the end, to the end of the epoch, or one mini-batch."""

    END = auto()
    EPOCH = auto()
    STEP = auto()


class TrainingWorker(QThread):
    """Trains once. Every signal bears the run it belongs to; ``finished`` is Qt's own and always comes.

    Signals:
        preparing: run, pictures made, pictures in all.
        prepared: run, the training and the test set.
        taken_up: run, the TrainerState it goes on from; only of a run that goes on.
        kept: run, its id in the store of runs.
        not_kept: run, a sentence that says why it is not kept there, or not any more.
        rested: run. The stretch asked for is done.
        progressed, evaluated: run, the trainer's event.
        measuring: run. All iterations are done, and the accuracy on the whole test set is yet to be measured.
        snapshot: run, NetworkSpec, a copy of the parameters, all finite. The next one comes after ``snapshot_taken``.
        trained: run, Weights: all iterations are done, or it was stopped after some.
        diverged: run.
        failed: run, a sentence for the person, the traceback for the log (empty where there is nothing to log).
    """

    preparing = Signal(int, int, int)
    prepared = Signal(int, object)
    taken_up = Signal(int, object)
    kept = Signal(int, str)
    not_kept = Signal(int, str)
    rested = Signal(int)
    progressed = Signal(int, object)
    evaluated = Signal(int, object)
    measuring = Signal(int)
    snapshot = Signal(int, object, object)
    trained = Signal(int, object)
    diverged = Signal(int)
    failed = Signal(int, str, str)

    def __init__(
        self,
        run_id: int,
        request: TrainRequest,
        load: Load,
        stretch: Stretch = Stretch.END,
        store: RunStore | None = None,
        kept_run: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Args:
        load: gets the training and the test set; see ``load_sets``.
        stretch: how far to train at first.
        store: where the run is kept, None for nowhere.
        kept_run: the id there of a run to go on with.
        """
        super().__init__(parent)
        self.setObjectName("training")
        self._id, self._request, self._load = run_id, request, load
        self._stretch, self._kept_run = stretch, kept_run
        self._recording = Recording(store, lambda sentence: self.not_kept.emit(run_id, sentence))
        self._paused_for_good = False
        # Events, not queued slots: these would wait behind the busy loop.
        self._stop = threading.Event()
        self._go = threading.Event()
        self._go.set()
        self._taken = threading.Event()
        self._taken.set()
        self._next_snapshot = 0.0
        self._told = 0

    # -- called by the window's thread

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

    def resume(self, stretch: Stretch = Stretch.END) -> None:
        """Let it go on, for so long."""
        self._stretch = stretch
        self._go.set()

    def snapshot_taken(self) -> None:
        """The window is through with the last snapshot: they do not pile up where it is slow."""
        self._taken.set()

    # -- the thread

    def run(self) -> None:
        try:
            train, test = self._prepare()
            self._train(train, test)
        except _Stopped:
            pass
        except DigitLabError as error:
            self.failed.emit(self._id, str(error), "")
        except MemoryError:
            sentence = tr("There is not enough memory for this network: choose fewer neurons or a smaller batch.")
            self.failed.emit(self._id, sentence, traceback.format_exc())
        except Exception as error:  # noqa: BLE001 - a worker always ends, and says why
            sentence = tr("The training ended by an error in the program ({0}). The details are in the log.", error)
            self.failed.emit(self._id, sentence, traceback.format_exc())
        finally:
            self._recording.close()

    def _prepare(self) -> Sets:
        def progress(done: int, total: int) -> None:
            if self._stop.is_set():
                raise _Stopped
            self.preparing.emit(self._id, done, total)

        progress(0, 0)
        sets = self._load(self._request.data, progress)
        self.prepared.emit(self._id, sets)
        return sets

    def _train(self, train: Dataset, test: Dataset) -> None:
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
        state = None if self._kept_run is None else self._recording.take_up(self._kept_run)
        if state is None:
            trainer = Trainer(self._request.spec, self._request.config, train, test)
        else:
            trainer = Trainer.resumed(state, train, test)
            self._told = state.iteration
            self.taken_up.emit(self._id, state)
        self._recording.begin(trainer, self._request.data, train, test)
        if self._recording.run_id is not None:
            self.kept.emit(self._id, self._recording.run_id)
        return trainer

    def _run(self, trainer: Trainer) -> TrainEvent | None:
        """Train until it is done, to be stopped or to be paused; the last event.

        Every stretch is a ``run`` of its own: the trainer's pace and time left do not count the pauses.
        """
        event: TrainEvent | None = None
        stretch = self._stretch
        until = {
            Stretch.END: None,
            Stretch.EPOCH: (trainer.iteration // trainer.per_epoch + 1) * trainer.per_epoch,
            Stretch.STEP: trainer.iteration + 1,
        }[stretch]
        for event in trainer.run(until):
            self._recording.see(event, trainer)
            if isinstance(event, Progress):
                self._told = event.iteration
                self.progressed.emit(self._id, event)
                self._tell_snapshot(trainer, at_once=event.iteration == until)
            elif isinstance(event, Evaluation):
                self.evaluated.emit(self._id, event)
            if self._stop.is_set() or not self._go.is_set():
                return event
        if until is not None and not isinstance(event, Finished | Diverged):
            self._go.clear()
            self.rested.emit(self._id)
        return event

    def _tell_snapshot(self, trainer: Trainer, at_once: bool) -> None:
        began = time.perf_counter()
        if not at_once and (began < self._next_snapshot or not self._taken.is_set()):
            return
        if np.isfinite(trainer.kept.theta).all():
            self._taken.clear()
            self.snapshot.emit(self._id, trainer.spec, trainer.kept.snapshot())
        took = time.perf_counter() - began
        self._next_snapshot = began + max(_SNAPSHOT_SECONDS, took / _SNAPSHOT_SHARE)

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
            self.progressed.emit(self._id, event)

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
            name=tr("{0}, trained here", trainer.spec.title),
            training=facts,
            scores={} if score is None else {f"{test.name} accuracy": score},
        )
        # Kept before it is told: whoever hears of it finds the run as it is.
        if finished is None:
            self._recording.rest(trainer)
            self._recording.end(Status.PAUSED if self._paused_for_good else Status.STOPPED, weights)
        else:
            self._recording.end(Status.FINISHED, weights)
        self.trained.emit(self._id, weights)

    def _end_diverged(self) -> None:
        self._recording.end(Status.DIVERGED)
        self.diverged.emit(self._id)

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
            self.measuring.emit(self._id)

        def late(expected: float) -> bool:
            return self._stop.is_set() and expected > deadline

        score = accuracy_in_time(trainer.kept, test, late)
        on_train = None if score is None else accuracy_in_time(trainer.kept, train.subset(slice(samples)), late)
        if score is not None and on_train is not None:
            event = Evaluation(learned, learned / trainer.per_epoch, on_train, score, epoch_end=False)
            self.evaluated.emit(self._id, event)
        return score
