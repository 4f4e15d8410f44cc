"""The ``train`` command: a training with a progress bar and a log file. Ctrl-C stops it so that it can be resumed."""

import math
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from engine.data.dataset import Dataset
from engine.data.mnist import load_mnist_datasets
from engine.data.pen_strokes import load_pen, pen_dataset, pen_training_set
from engine.data.synthetic.digits import synthetic_sets
from engine.errors import DigitLabError, WeightsError
from engine.evaluate.calibration import best_temperature
from engine.evaluate.metrics import scores
from engine.jobs.job import RunningJob
from engine.jobs.protocol import (
    Diverged,
    Evaluation,
    Job,
    JobEvent,
    Measuring,
    NotStored,
    Progress,
    Started,
    Stop,
    Trained,
)
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder
from engine.recognizer import Recognizer
from engine.runs import Run, RunStore, Status
from engine.train.checkpoint import load_state, save_state
from engine.train.settings_file import Settings
from engine.train.trainer import TrainConfig, Trainer, TrainerState, TrainEvent
from engine.weights import Weights, check_writable_name, save_weights

# A checkpoint at each end of an epoch, but not more often than this.
_CHECKPOINT_SECONDS = 10.0
_VALIDATION_SEED = 0
_TINY = 1e-30
# The log shows the mean loss of so many mini-batches.
_RECENT = 100
# At most so many problems in a person's own data are printed.
_MAX_PROBLEMS = 20


@dataclass(frozen=True)
class TrainingData:
    """What to train on.

    Attributes:
        mnist: the folder of MNIST's files; None to look for them.
        synthetic: train on synthetic digits instead.
        pen: a file of pen strokes to train on as well.
        hold_out: the sites among them that are held out.
        validation: how many of the other training digits, always the same ones, are held out.
    """

    mnist: str | None = None
    synthetic: bool = False
    pen: str | None = None
    hold_out: Sequence[str] = ()
    validation: int = 0

    @property
    def holds_out(self) -> bool:
        """Whether something is held out."""
        return bool(self.validation or (self.pen and self.hold_out))

    def sets(self) -> tuple[Dataset, list[Dataset]]:
        """The training set, and the sets to measure on: what was held out, or else the test set.

        Raises:
            DigitLabError: the files are missing or damaged, or nothing would be left to train on.
        """
        data, test = synthetic_sets() if self.synthetic else load_mnist_datasets(self.mnist)
        measured = []
        if self.validation:
            if self.validation >= len(data):
                raise DigitLabError(f"Of {len(data):,} digits, {self.validation:,} cannot be held out: leave some.")
            # At random: in MNIST's file every other digit is from the harder half of its writers.
            held = np.zeros(len(data), bool)
            held[np.random.default_rng(_VALIDATION_SEED).permutation(len(data))[: self.validation]] = True
            measured.append(data.subset(np.flatnonzero(held), f"held-out {data.name}"))
            data = data.subset(np.flatnonzero(~held), f"{data.name}, {self.validation:,} held out")
        if self.pen is not None:
            strokes = load_pen(self.pen)
            if self.hold_out:
                strokes, others = strokes.split_sites(self.hold_out)
                measured.append(pen_dataset(others, "held-out pen strokes"))
            name = f"{data.name} and {len(strokes):,} pen strokes ({', '.join(sorted(set(strokes.sites)))})"
            data = Dataset.concatenate([data, pen_training_set(strokes, "")], name)
        return data, measured or [test]


def train(
    request: tuple[NetworkSpec, TrainConfig, str] | None,
    source: TrainingData,
    out: str,
    resume: bool,
    log: str | None = None,
) -> None:
    """Train a network and save it to ``out``.

    Args:
        request: the network, its configuration and its title; None to take them from the checkpoint.
        resume: resume from the checkpoint that an interrupted training left beside ``out``.
        log: a file that gets a line at each evaluation.
    """
    target = Path(out)
    _check_target(target)
    checkpoint = target.with_name(f"{target.name}.checkpoint.safetensors")
    if checkpoint.exists() and not resume:
        raise DigitLabError(f"“{checkpoint}” holds an interrupted training: add --resume to resume it, or delete it.")
    state = _checkpoint_state(checkpoint, request) if resume else None
    if state is not None:
        request = (state.spec, state.config, request[2] if request else state.spec.title)
    assert request is not None
    spec, config, name = request
    data, measured_on = source.sets()
    advice = ""

    def score(weights: Weights) -> dict[str, float]:
        nonlocal advice
        recognizer = Recognizer(spec, weights.params)
        measured: dict[str, float] = {}
        for dataset in measured_on:
            probabilities = recognizer.predict_dataset(dataset)
            found = scores(probabilities, dataset.labels)
            if source.holds_out:
                # The logarithms of probabilities are the logits, up to a constant.
                best = config.temperature * best_temperature(np.log(probabilities + _TINY), dataset.labels)
                advice += f"; the best temperature for {dataset.name} is {best:.2f}"
            measured |= {f"{dataset.name} accuracy": found.accuracy, f"{dataset.name} calibration error": found.ece}
        return {what: round(value, 4) for what, value in measured.items()}

    console = _Console(spec.title, log)
    job = RunningJob(Job(spec, config, "", name), console.show, _CheckpointFile(checkpoint, target, state), score)
    weights = console.run(job, data, Dataset.concatenate(measured_on, measured_on[0].name))
    if weights is None:
        raise DigitLabError(f"Stopped: the same command with --resume resumes it from “{checkpoint}”.")
    console.print_result(f"{target}: {name}, {_in_words(weights)}{advice}")


def train_by_settings(settings: Settings, out: str | None, resume: bool, log: str | None = None) -> None:
    """Train as a settings file says. The run is stored where the window shows it.

    Args:
        out: also save the weights there; None for nowhere.
        resume: resume the latest interrupted or stopped run with these settings.
        log: as for ``train``.
    """
    if out is not None:
        _check_target(Path(out))
    store = RunStore(data_folder() / "runs")
    run = _resumable(store, settings) if resume else None
    loaded = settings.data.load()
    for problem in loaded.faults[:_MAX_PROBLEMS]:
        print(f"digit-lab: {problem}", file=sys.stderr)
    if len(loaded.faults) > _MAX_PROBLEMS:
        print(f"digit-lab: and {len(loaded.faults) - _MAX_PROBLEMS:,} problems more", file=sys.stderr)

    name = settings.spec.title if run is None else run.name
    job = Job(settings.spec, settings.config, str(settings.data), name, store=store)
    console = _Console(settings.spec.title, log)
    running = RunningJob(replace(job, run_id=None if run is None else run.id), console.show)
    weights = console.run(running, loaded.train, loaded.test)
    if weights is None:
        raise DigitLabError("Stopped: the same command with --resume resumes it, and so does the window.")
    if out is not None:
        save_weights(out, weights)
    console.print_result(", ".join(filter(None, [out or name, _in_words(weights)])))


def _resumable(store: RunStore, settings: Settings) -> Run:
    wanted = (settings.spec, settings.config, str(settings.data))
    for run in store.runs():
        if run.resumable and (run.spec, run.config, run.data.source) == wanted:
            return run
    raise DigitLabError("No run with these settings can be resumed: leave --resume away to start one.")


def _check_target(target: Path) -> None:
    """Raises: WeightsError: the weights cannot be saved there. Better to know before hours of training."""
    check_writable_name(target)
    if target.is_dir():
        raise WeightsError(f"The weights cannot be saved as “{target}”: that is a folder.")
    try:
        with tempfile.TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise WeightsError(f"The weights cannot be saved in “{target.parent}”: {error.strerror}.") from error


def _checkpoint_state(checkpoint: Path, request: tuple[NetworkSpec, TrainConfig, str] | None) -> TrainerState:
    if not checkpoint.is_file():
        raise DigitLabError(f"There is no interrupted training to resume: “{checkpoint}” does not exist.")
    state = load_state(checkpoint)
    if request is not None and (request[0], request[1]) != (state.spec, state.config):
        raise DigitLabError(
            f"“{checkpoint.name}” was started with other settings: give the same ones, or none, to resume it."
        )
    return state


class _CheckpointFile:
    """Stores a training in a file, which is deleted when the weights have been saved. It is a ``Recorder``."""

    def __init__(self, file: Path, target: Path, state: TrainerState | None) -> None:
        self.state = state
        self._file, self._target = file, target
        self._trainer: Trainer | None = None
        self._saved = time.perf_counter()

    def record(self, event: TrainEvent, trainer: Trainer) -> None:
        self._trainer = trainer
        epoch_end = isinstance(event, Evaluation) and event.epoch_end
        if epoch_end and time.perf_counter() - self._saved > _CHECKPOINT_SECONDS:
            self.checkpoint(trainer)

    def checkpoint(self, trainer: Trainer) -> None:
        save_state(self._file, trainer.state())
        self._saved = time.perf_counter()

    def finish(self, status: Status, weights: Weights | None = None) -> None:
        if status is not Status.FINISHED or weights is None:
            return
        try:
            save_weights(self._target, weights)
        except WeightsError as error:
            if self._trainer is not None:
                self.checkpoint(self._trainer)
            raise WeightsError(f"{error} The training is stored in “{self._file}”: --resume saves it.") from error
        self._file.unlink(missing_ok=True)

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass


class _Console:
    """Shows a training in the terminal and in the log file, and stops it on Ctrl-C."""

    def __init__(self, title: str, log: str | None) -> None:
        self._title, self._log_file = title, log
        self._interrupted = self._measuring = False
        self._stop: Callable[[], None] = lambda: None
        self._bar: tqdm[Any] | None = None
        self._seconds = self._started = 0.0
        self._losses: deque[float] = deque(maxlen=_RECENT)
        self._weights: Weights | None = None

    def run(self, job: RunningJob, train: Dataset, test: Dataset) -> Weights | None:
        """The trained weights; None where Ctrl-C stopped it. ``show`` must get the events of the job.

        Raises:
            DigitLabError: it failed or diverged.
        """
        self._stop = lambda: job.command(Stop(resumable=True))
        try:
            with self._interruption():
                job.run(train, test)
        finally:
            self._close_bar()
        return self._weights

    def show(self, event: JobEvent) -> None:
        """Show an event."""
        match event:
            case Started(total, state):
                done = 0 if state is None else state.iteration
                if state is not None:
                    self._seconds = state.seconds
                    self._losses.extend(state.losses[-_RECENT:])
                self._started = time.perf_counter()
                self._log(f"{self._title}: {done:,} of {total:,} iterations done")
                self._bar = tqdm(total=total, initial=done, unit="it", file=sys.stderr, dynamic_ncols=True)
            case Progress() if self._bar is not None:
                self._losses.extend(event.losses)
                self._bar.update(event.iteration - self._bar.n)
                self._bar.set_postfix_str(f"loss {event.losses[-1]:.4f}", refresh=False)
            case Evaluation() if not (self._measuring or self._interrupted):
                self._show_evaluation(event)
            case NotStored(reason):
                raise DigitLabError(reason)
            case Diverged():
                raise DigitLabError("The loss has diverged: start again with a smaller learning rate.")
            case Measuring():
                self._measuring = True
                self._close_bar()
            case Trained(weights) if "stopped_after_iterations" not in weights.training:
                self._weights = weights
        if self._interrupted:
            self._stop()

    def print_result(self, text: str) -> None:
        """The last line."""
        self._log(text)
        print(text)

    def _show_evaluation(self, event: Evaluation) -> None:
        line = f"epoch {event.epoch:6.2f}: train {event.train_accuracy:.4f}"
        for name, accuracy in (("validation", event.validation_accuracy), ("test", event.test_accuracy)):
            if accuracy is not None:
                line += f", {name} {accuracy:.4f}"
        if self._bar is not None:
            self._bar.write(line, file=sys.stderr)
        loss = float(np.mean(self._losses)) if self._losses else math.nan
        seconds = self._seconds + time.perf_counter() - self._started
        self._log(f"{line}, loss {loss:.4f}, {seconds:,.0f} s")

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _log(self, line: str) -> None:
        if self._log_file is None:
            return
        try:
            with Path(self._log_file).open("a", encoding="utf-8") as log:
                print(f"{time.strftime('%Y-%m-%d %H:%M:%S')}  {line}", file=log)
        except OSError as error:
            raise DigitLabError(f"The log “{self._log_file}” cannot be written: {error.strerror}.") from error

    @contextmanager
    def _interruption(self) -> Iterator[None]:
        """Ctrl-C stops the training between two events; a second one, or one after the training, at once."""

        def interrupt(signal_number: int, frame: object) -> None:
            if self._interrupted or self._measuring:
                raise KeyboardInterrupt
            self._interrupted = True

        before = signal.signal(signal.SIGINT, interrupt)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


def _in_words(weights: Weights) -> str:
    return ", ".join(f"{what} {score:.4f}" for what, score in weights.scores.items())
