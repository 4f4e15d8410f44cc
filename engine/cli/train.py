"""What ``train`` does on the command line: a training with a progress bar, which Ctrl-C leaves to be gone on with."""

import math
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

from engine.data.dataset import Dataset
from engine.data.mnist import load_mnist_datasets
from engine.data.pen_strokes import load_pen, pen_dataset, pen_training_set
from engine.data.synthetic.digits import synthetic_sets
from engine.errors import DigitLabError, WeightsError
from engine.evaluate.calibration import best_temperature, with_temperature
from engine.evaluate.metrics import scores
from engine.nn.network import NetworkSpec
from engine.paths import data_folder
from engine.recognizer import Recognizer
from engine.runs import DataFacts, Run, RunRecorder, RunStore, Status
from engine.train.checkpoint import load_state, save_state
from engine.train.settings_file import Settings
from engine.train.trainer import Diverged, Evaluation, Progress, TrainConfig, Trainer, TrainerState, TrainEvent
from engine.weights import Weights, check_writable_name, save_weights

DIVERGED_ADVICE = "The loss has grown beyond all bounds: start again with a smaller learning rate."
# A checkpoint at each end of an epoch, but not more often than this.
_CHECKPOINT_SECONDS = 10.0
_VALIDATION_SEED = 0
_TINY = 1e-30
# So many of the faults in a person's own data are told.
_FAULTS = 20


@dataclass(frozen=True)
class TrainingData:
    """What to learn from.

    Attributes:
        mnist: the folder of MNIST's files; None for where they are looked for.
        starter: learn from starter digits instead.
        pen: a file of pen strokes to learn from as well.
        hold_out: the sites among them that are not learned from.
        validation: how many of the other training digits, always the same ones, are not learned from.
    """

    mnist: str | None = None
    starter: bool = False
    pen: str | None = None
    hold_out: Sequence[str] = ()
    validation: int = 0

    @property
    def holds_out(self) -> bool:
        """Is something held out, to choose by?"""
        return bool(self.validation or (self.pen and self.hold_out))

    def sets(self) -> tuple[Dataset, list[Dataset]]:
        """What is learned from, and what is to be measured on: what was held out, or else the test set.

        Raises:
            DigitLabError: the files are not there, damaged, or there would be nothing left to learn from.
        """
        data, test = synthetic_sets() if self.starter else load_mnist_datasets(self.mnist)
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
    asked: tuple[NetworkSpec, TrainConfig, str] | None,
    learned_from: TrainingData,
    out: str,
    resume: bool,
    log: str | None = None,
) -> None:
    """Train a network and save it to ``out``.

    Args:
        asked: the network, how it learns, and its title; None to take them from the checkpoint.
        resume: go on from the checkpoint that an interrupted training left beside ``out``.
        log: a file to which a line is added at each measuring.
    """
    target = Path(out)
    _check_target(target)
    checkpoint = target.with_name(f"{target.name}.checkpoint.safetensors")
    if checkpoint.exists() and not resume:
        raise DigitLabError(
            f"An interrupted training is kept in “{checkpoint}”: add --resume to go on with it, or delete it."
        )
    state = _checkpointed(checkpoint, asked) if resume else None
    data, measured_on = learned_from.sets()
    watched = Dataset.concatenate(measured_on, measured_on[0].name)
    if state is not None:
        trainer = Trainer.resumed(state, data, watched)
    else:
        assert asked is not None
        trainer = Trainer(asked[0], asked[1], data, watched)
    if not _run(trainer, lambda: save_state(checkpoint, trainer.state()), log):
        raise DigitLabError(f"Stopped: the same command with --resume goes on from “{checkpoint}”.")

    config = trainer.config
    name = asked[2] if asked else trainer.spec.title
    params = with_temperature(trainer.spec, trainer.kept.params, config.temperature)
    recognizer = Recognizer(trainer.spec, params)
    measured: dict[str, float] = {}
    advice = ""
    for dataset in measured_on:
        probabilities = recognizer.predict_dataset(dataset)
        found = scores(probabilities, dataset.labels)
        if learned_from.holds_out:
            # Up to a constant, logarithms of probabilities are the logits they came from.
            best = config.temperature * best_temperature(np.log(probabilities + _TINY), dataset.labels)
            advice += f"; {dataset.name} want a temperature of {best:.2f}"
        measured |= {f"{dataset.name} accuracy": found.accuracy, f"{dataset.name} calibration error": found.ece}
    weights = Weights(
        trainer.spec,
        params,
        name=name,
        training={"data": data.name, "pictures": len(data), "seconds": round(trainer.seconds, 1)} | asdict(config),
        scores={what: round(score, 4) for what, score in measured.items()},
    )
    try:
        save_weights(target, weights)
    except WeightsError as error:
        save_state(checkpoint, trainer.state())
        raise WeightsError(f"{error} The training is kept in “{checkpoint}”: --resume saves it.") from error
    checkpoint.unlink(missing_ok=True)
    told = ", ".join(f"{what} {score:.4f}" for what, score in measured.items())
    result = f"{target}: {name}, {told}{advice}"
    _log(log, result)
    print(result)


def _check_target(target: Path) -> None:
    """Before hours of training, not after: can the weights be written there?"""
    check_writable_name(target)
    if target.is_dir():
        raise WeightsError(f"The weights cannot be saved as “{target}”: that is a folder.")
    try:
        with tempfile.TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise WeightsError(f"The weights cannot be saved in “{target.parent}”: {error.strerror}.") from error


def _log(file: str | None, line: str) -> None:
    if file is None:
        return
    try:
        with Path(file).open("a", encoding="utf-8") as log:
            print(f"{time.strftime('%Y-%m-%d %H:%M:%S')}  {line}", file=log)
    except OSError as error:
        raise DigitLabError(f"The log “{file}” cannot be written: {error.strerror}.") from error


def _checkpointed(checkpoint: Path, asked: tuple[NetworkSpec, TrainConfig, str] | None) -> TrainerState:
    if not checkpoint.is_file():
        raise DigitLabError(f"There is no interrupted training to go on with: “{checkpoint}” does not exist.")
    state = load_state(checkpoint)
    if asked is not None and (asked[0], asked[1]) != (state.spec, state.config):
        raise DigitLabError(
            f"“{checkpoint.name}” was begun with other settings: give the same ones, or none, to go on with it."
        )
    return state


def _run(
    trainer: Trainer, save: Callable[[], object], log: str | None, see: Callable[[TrainEvent], None] | None = None
) -> bool:
    """Train with a progress bar; whether it came to its end. Ctrl-C saves, and ends it.

    Args:
        save: called to keep the training as it is, so that it can be gone on with.
        see: is told of every event.

    Raises:
        DigitLabError: the training has diverged.
    """
    _log(log, f"{trainer.spec.title}: {trainer.iteration:,} of {trainer.total_iterations:,} iterations done")
    saved = time.perf_counter()
    bar = tqdm(
        total=trainer.total_iterations, initial=trainer.iteration, unit="it", file=sys.stderr, dynamic_ncols=True
    )
    with bar, _interruption() as interrupted:
        for event in trainer.run():
            match event:
                case Progress():
                    bar.update(event.iteration - bar.n)
                    bar.set_postfix_str(f"loss {event.losses[-1]:.4f}", refresh=False)
                case Evaluation():
                    line = _accuracies(event)
                    bar.write(line, file=sys.stderr)
                case Diverged():
                    raise DigitLabError(DIVERGED_ADVICE)
            if see is not None:
                see(event)
            epoch_end = isinstance(event, Evaluation) and event.epoch_end
            if interrupted.is_set() or (epoch_end and time.perf_counter() - saved > _CHECKPOINT_SECONDS):
                save()
                saved = time.perf_counter()
            # After the checkpoint: a log that cannot be written must not cost an epoch.
            if isinstance(event, Evaluation):
                _log(log, f"{line}, loss {_recent_loss(trainer):.4f}, {trainer.seconds:,.0f} s")
            if interrupted.is_set():
                return False
    return True


def _accuracies(event: Evaluation) -> str:
    line = f"epoch {event.epoch:6.2f}: train {event.train_accuracy:.4f}"
    for name, accuracy in (("validation", event.validation_accuracy), ("test", event.test_accuracy)):
        if accuracy is not None:
            line += f", {name} {accuracy:.4f}"
    return line


def _recent_loss(trainer: Trainer) -> float:
    losses = trainer.losses[-100:]
    return float(losses.mean()) if len(losses) else math.nan


@contextmanager
def _interruption() -> Iterator[threading.Event]:
    """Set by Ctrl-C, which then does not break off in the middle of a mini-batch; a second Ctrl-C does."""
    interrupted = threading.Event()

    def interrupt(signal_number: int, frame: object) -> None:
        if interrupted.is_set():
            raise KeyboardInterrupt
        interrupted.set()

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)


def train_by_settings(settings: Settings, out: str | None, resume: bool, log: str | None = None) -> None:
    """Train as a file of settings says, kept among the runs, where the window shows it.

    Args:
        out: where the weights go besides; None for nowhere.
        resume: go on with the latest unfinished run of these settings.
        log: as for ``train``.
    """
    if out is not None:
        _check_target(Path(out))
    store = RunStore(data_folder() / "runs")
    run = _unfinished(store, settings) if resume else None
    loaded = settings.data.load()
    for fault in loaded.faults[:_FAULTS]:
        print(f"digit-lab: {fault}", file=sys.stderr)
    if len(loaded.faults) > _FAULTS:
        print(f"digit-lab: and {len(loaded.faults) - _FAULTS:,} faults more", file=sys.stderr)

    train, test = loaded.train, loaded.test
    if run is None:
        trainer = Trainer(settings.spec, settings.config, train, test)
        with store.begin(trainer, DataFacts.of(str(settings.data), train, test)) as recorder:
            _train_kept(trainer, recorder, test, out, log)
        return
    with store.resume(run.id) as recorder:
        if recorder.state is None:
            trainer = Trainer(settings.spec, settings.config, train, test)
        else:
            trainer = Trainer.resumed(recorder.state, train, test)
        _train_kept(trainer, recorder, test, out, log)


def _unfinished(store: RunStore, settings: Settings) -> Run:
    asked = (settings.spec, settings.config, str(settings.data))
    for run in store.runs():
        if run.resumable and (run.spec, run.config, run.data.source) == asked:
            return run
    raise DigitLabError("There is no unfinished run of these settings to go on with: leave --resume away to begin one.")


def _train_kept(trainer: Trainer, recorder: RunRecorder, test: Dataset, out: str | None, log: str | None) -> None:
    def save() -> None:
        recorder.checkpoint(trainer.state(), trainer.kept.params)

    try:
        ended = _run(trainer, save, log, lambda event: recorder.see(event, trainer))
    except DigitLabError:
        recorder.finish(Status.DIVERGED)
        raise
    if not ended:
        recorder.finish(Status.PAUSED)
        raise DigitLabError("Stopped: the same command with --resume goes on, and so does the window.")
    config = trainer.config
    params = with_temperature(trainer.spec, trainer.kept.params, config.temperature)
    facts = {"data": recorder.run.data.name, "pictures": recorder.run.data.pictures}
    facts |= {"seconds": round(trainer.seconds, 1)} | asdict(config)
    measured = {}
    if len(test):
        found = scores(Recognizer(trainer.spec, params).predict_dataset(test), test.labels)
        measured = {f"{test.name} accuracy": round(found.accuracy, 4)}
    weights = Weights(trainer.spec, params, name=recorder.run.name, training=facts, scores=measured)
    recorder.finish(Status.FINISHED, weights)
    if out is not None:
        save_weights(out, weights)
    told = "".join(f", {what} {score:.4f}" for what, score in measured.items())
    result = f"{out or recorder.run.name}{told}"
    _log(log, result)
    print(result)
