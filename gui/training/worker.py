"""The thread that trains. It owns the trainer and the network; the window gets copies and plain numbers."""

import threading
import time
import traceback
from dataclasses import asdict

import numpy as np
from PySide6.QtCore import QObject, QThread, Signal

from engine.data.dataset import Dataset
from engine.errors import DigitLabError
from engine.metrics import accuracy
from engine.trainer import Diverged, Evaluation, Finished, Progress, Trainer, TrainEvent
from engine.weights_io import Weights
from gui.i18n import tr
from gui.training.request import Load, Sets, TrainRequest

_SNAPSHOT_SECONDS = 0.1
# Copying a very large network takes no more than this part of the time.
_SNAPSHOT_SHARE = 0.05
# A stopped network is measured once more, unless that would keep the person waiting.
_LAST_MEASURING_SECONDS = 1.0
_MEASURED_AT_ONCE = 100


class _Stopped(Exception):
    """Thrown through the loading of the data."""


class TrainingWorker(QThread):
    """Trains once. Every signal bears the run it belongs to; ``finished`` is Qt's own and always comes.

    Signals:
        preparing: run, pictures made, pictures in all.
        prepared: run, the training and the test set.
        progressed, evaluated: run, the trainer's event.
        measuring: run. All iterations are done, and the accuracy on the whole test set is yet to be measured.
        snapshot: run, NetworkSpec, a copy of the parameters, all finite. The next one comes after ``snapshot_taken``.
        trained: run, Weights: all iterations are done, or it was stopped after some.
        diverged: run.
        failed: run, a sentence for the person, the traceback for the log (empty where there is nothing to log).
    """

    preparing = Signal(int, int, int)
    prepared = Signal(int, object)
    progressed = Signal(int, object)
    evaluated = Signal(int, object)
    measuring = Signal(int)
    snapshot = Signal(int, object, object)
    trained = Signal(int, object)
    diverged = Signal(int)
    failed = Signal(int, str, str)

    def __init__(
        self, run_id: int, request: TrainRequest, load: Load, sets: Sets | None, parent: QObject | None = None
    ) -> None:
        """Args:
        sets: the data where they are at hand; else ``load`` gets them.
        """
        super().__init__(parent)
        self.setObjectName("training")
        self._id, self._request, self._load, self._sets = run_id, request, load, sets
        # Events, not queued slots: these would wait behind the busy loop.
        self._stop = threading.Event()
        self._go = threading.Event()
        self._go.set()
        self._taken = threading.Event()
        self._taken.set()
        self._next_snapshot = 0.0
        self._evaluation: Evaluation | None = None
        self._told = 0

    # -- called by the window's thread

    def stop(self) -> None:
        """Let it end soon, paused or not."""
        self._stop.set()
        self._go.set()

    def pause(self) -> None:
        """Let it rest after the event at hand."""
        self._go.clear()

    def resume(self) -> None:
        """Let it go on."""
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

    def _prepare(self) -> Sets:
        def progress(done: int, total: int) -> None:
            if self._stop.is_set():
                raise _Stopped
            self.preparing.emit(self._id, done, total)

        progress(0, 0)
        sets = self._sets or self._load(self._request.data, progress)
        self.prepared.emit(self._id, sets)
        return sets

    def _train(self, train: Dataset, test: Dataset) -> None:
        trainer = Trainer(self._request.spec, self._request.config, train, test)
        last: TrainEvent | None = None
        while not self._stop.is_set() and not isinstance(last, Finished | Diverged):
            last = self._run(trainer)
            self._go.wait()
        if isinstance(last, Diverged):
            self._tell_explosion(trainer, len(train))
            self.diverged.emit(self._id)
        elif trainer.iteration:
            self._hand_over(trainer, train, test)

    def _run(self, trainer: Trainer) -> TrainEvent | None:
        """Train until it is done, to be stopped or to be paused; the last event.

        Every stretch is a ``run`` of its own: the trainer's pace and time left do not count the pauses.
        """
        event: TrainEvent | None = None
        for event in trainer.run():
            if isinstance(event, Progress):
                self._told = event.iteration
                self.progressed.emit(self._id, event)
                self._tell_snapshot(trainer)
            elif isinstance(event, Evaluation):
                self._evaluation = event
                self.evaluated.emit(self._id, event)
            if self._stop.is_set() or not self._go.is_set():
                break
        return event

    def _tell_snapshot(self, trainer: Trainer) -> None:
        began = time.perf_counter()
        if began < self._next_snapshot or not self._taken.is_set():
            return
        if np.isfinite(trainer.kept.theta).all():
            self._taken.clear()
            self.snapshot.emit(self._id, trainer.spec, trainer.kept.snapshot())
        took = time.perf_counter() - began
        self._next_snapshot = began + max(_SNAPSHOT_SECONDS, took / _SNAPSHOT_SHARE)

    # -- the end

    def _tell_explosion(self, trainer: Trainer, pictures: int) -> None:
        """The losses since the last event, up to where they are no numbers: the curve shows what went wrong."""
        losses = trainer.losses[self._told :]
        losses = losses[np.isfinite(losses)]
        if len(losses):
            done, total = self._told + len(losses), trainer.total_iterations
            epoch = done / -(-pictures // trainer.config.batch_size)
            pace = done / max(trainer.seconds, 1e-9)
            event = Progress(done, total, epoch, losses.copy(), trainer.config.lr, pace, (total - done) / pace)
            self.progressed.emit(self._id, event)

    def _hand_over(self, trainer: Trainer, train: Dataset, test: Dataset) -> None:
        if not np.isfinite(trainer.kept.theta).all():
            self.diverged.emit(self._id)
            return
        config = trainer.config
        facts = {"data": train.name, "pictures": len(train), "seconds": round(trainer.seconds, 1)} | asdict(config)
        if trainer.iteration < trainer.total_iterations:
            facts["stopped_after_iterations"] = trainer.iteration
        score = self._score(trainer, train, test)
        weights = Weights(
            trainer.spec,
            trainer.kept.snapshot(),
            name=tr("{0}, trained here", trainer.spec.title),
            training=facts,
            scores={} if score is None else {f"{test.name} accuracy": score},
        )
        self.trained.emit(self._id, weights)

    def _score(self, trainer: Trainer, train: Dataset, test: Dataset) -> float | None:
        """The accuracy on the whole test set of the network as it stands; None where there is no time to measure it."""
        samples = trainer.config.evaluation_samples
        measured = self._evaluation
        if measured is not None and measured.iteration == trainer.iteration and (samples or len(test)) >= len(test):
            return measured.test_accuracy
        deadline = time.perf_counter() + _LAST_MEASURING_SECONDS
        if not self._stop.is_set():
            self.measuring.emit(self._id)
        score = self._accuracy(trainer, test, deadline)
        learned = None if score is None else self._accuracy(trainer, train.subset(slice(samples)), deadline)
        if score is not None and learned is not None:
            per_epoch = -(-len(train) // trainer.config.batch_size)
            event = Evaluation(trainer.iteration, trainer.iteration / per_epoch, learned, score, epoch_end=False)
            self.evaluated.emit(self._id, event)
        return score

    def _accuracy(self, trainer: Trainer, dataset: Dataset, deadline: float) -> float | None:
        """Measured piece by piece: where the person waits for the end, it is given up once it would come too late."""
        began = time.perf_counter()
        right = 0
        for start in range(0, len(dataset), _MEASURED_AT_ONCE):
            now = time.perf_counter()
            expected = now if not start else began + (now - began) * len(dataset) / start
            if self._stop.is_set() and max(now, expected) > deadline:
                return None
            part = dataset.subset(slice(start, start + _MEASURED_AT_ONCE))
            with np.errstate(over="ignore", invalid="ignore"):  # as the trainer does
                right += round(accuracy(trainer.kept, part) * len(part))
        return right / len(dataset) if len(dataset) else None
