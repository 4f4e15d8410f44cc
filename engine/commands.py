"""What the command line does: evaluate, mistakes, predict, train and download, without a window.

Each command returns nothing, prints its result to standard output, and raises DigitLabError with the sentence to
show where it cannot do what was asked.
"""

import json
import math
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

from engine.calibration import best_temperature, with_temperature
from engine.checkpoint import load_state, save_state
from engine.data.dataset import BatchReader, Dataset
from engine.data.mnist import download_mnist, load_mnist_datasets, load_mnist_test
from engine.data.pen import inked, load_pen, pen_training_set
from engine.data.starter import starter_sets
from engine.errors import DigitLabError, WeightsError
from engine.metrics import Scores, scores
from engine.network import NetworkSpec
from engine.recognizer import Recognizer
from engine.shipped import default_weights
from engine.trainer import Diverged, Evaluation, Progress, TrainConfig, Trainer, TrainerState
from engine.types import FloatArray
from engine.weights_io import Weights, check_writable_name, load_weights, save_weights

DIVERGED_ADVICE = "The loss has grown beyond all bounds: start again with a smaller learning rate."
# A checkpoint at each end of an epoch, but not more often than this.
_CHECKPOINT_SECONDS = 10.0
_VALIDATION_SEED = 0
_TINY = 1e-30


def _recognizer(weights: str | None) -> Recognizer:
    loaded = load_weights(weights or default_weights())
    return Recognizer(loaded.spec, loaded.params)


def evaluate_mnist(weights: str | None, folder: str | None, batch: int, as_json: bool) -> None:
    """Score weights on the 10,000 MNIST test digits, ``batch`` at a time."""
    recognizer, test = _recognizer(weights), load_mnist_test(folder)
    began = time.perf_counter()
    _print_scores(scores(dataset_probabilities(recognizer, test, batch), test.labels), began, as_json)


def dataset_probabilities(recognizer: Recognizer, dataset: Dataset, batch: int = 100) -> FloatArray:
    """What a network says of each picture of a dataset: (N, 10)."""
    batch = min(batch, len(dataset))
    reader = BatchReader(dataset, batch)
    order = np.arange(len(dataset))
    parts = (reader.read(order[start : start + batch])[0] for start in range(0, len(dataset), batch))
    return np.concatenate([recognizer.probabilities(x) for x in parts])


def evaluate_pen(weights: str | None, file: str, sites: Sequence[str], batch: int, as_json: bool) -> None:
    """Score weights on a file of pen strokes (of all sites, or of some), every drawing through the recognizer."""
    recognizer, pen = _recognizer(weights), load_pen(file).of_sites(sites)
    began = time.perf_counter()
    _print_scores(scores(recognizer.read_drawings(pen.drawings, batch), pen.labels), began, as_json)


def _print_scores(found: Scores, began: float, as_json: bool) -> None:
    seconds = time.perf_counter() - began
    if as_json:
        print(json.dumps(asdict(found) | {"seconds": round(seconds, 4)}))
        return
    print(f"accuracy {found.accuracy:.4f} of {found.n:,}, calibration error {found.ece:.4f}, {seconds:.2f} s")
    for digit, part in enumerate(found.per_class):
        print(f"  {digit}  {'none' if part is None else f'{part:.4f}'}")


def predict(weights: str | None, pictures: Sequence[str], as_json: bool) -> None:
    """Print the ten probabilities of each picture."""
    from engine.pictures import read_picture

    recognizer = _recognizer(weights)
    answers = [(name, recognizer.read_picture(read_picture(name))) for name in pictures]
    if as_json:
        found = [
            {
                "picture": name,
                "digit": answer.digit,
                "sure": answer.sure,
                "probabilities": [round(float(p), 6) for p in answer.probabilities],
            }
            for name, answer in answers
        ]
        print(json.dumps(found))
        return
    for name, answer in answers:
        if answer.digit is None:
            print(f"{name}: no digit, the picture is empty")
            continue
        doubt = "" if answer.sure else "not sure, perhaps "
        print(f"{name}: {doubt}{answer.digit} ({answer.probabilities[answer.digit]:.1%})")
        print("  " + "  ".join(f"{digit}: {p:.4f}" for digit, p in enumerate(answer.probabilities)))


def download(folder: str | None) -> None:
    """Fetch MNIST, with a progress bar."""
    with tqdm(total=0, unit="B", unit_scale=True, desc="MNIST", disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        where = download_mnist(folder, progress=progress)
    print(f"MNIST is in {where}")


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
        data, test = starter_sets() if self.starter else load_mnist_datasets(self.mnist)
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
                strokes, others = strokes.parted(self.hold_out)
                measured.append(inked(others, "held-out pen strokes"))
            name = f"{data.name} and {len(strokes):,} pen strokes ({', '.join(sorted(set(strokes.sites)))})"
            data = Dataset.joined([data, pen_training_set(strokes, "")], name)
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
    watched = Dataset.joined(measured_on, measured_on[0].name)
    if state is not None:
        trainer = Trainer.resumed(state, data, watched)
    else:
        assert asked is not None
        trainer = Trainer(asked[0], asked[1], data, watched)
    seconds = _run(trainer, checkpoint, log)

    config = trainer.config
    name = asked[2] if asked else trainer.spec.title
    params = with_temperature(trainer.spec, trainer.kept.params, config.temperature)
    recognizer = Recognizer(trainer.spec, params)
    measured: dict[str, float] = {}
    advice = ""
    for dataset in measured_on:
        probabilities = dataset_probabilities(recognizer, dataset)
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
        training={"data": data.name, "pictures": len(data), "seconds": round(seconds, 1)} | asdict(config),
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


def _run(trainer: Trainer, checkpoint: Path, log: str | None) -> float:
    """Train to the end with a progress bar; the seconds it took. Ctrl-C leaves a checkpoint to go on from."""
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
                    test = "" if event.test_accuracy is None else f", test {event.test_accuracy:.4f}"
                    line = f"epoch {event.epoch:6.2f}: train {event.train_accuracy:.4f}{test}"
                    bar.write(line, file=sys.stderr)
                case Diverged():
                    raise DigitLabError(DIVERGED_ADVICE)
            epoch_end = isinstance(event, Evaluation) and event.epoch_end
            if interrupted.is_set() or (epoch_end and time.perf_counter() - saved > _CHECKPOINT_SECONDS):
                save_state(checkpoint, trainer.state())
                saved = time.perf_counter()
            # After the checkpoint: a log that cannot be written must not cost an epoch.
            if isinstance(event, Evaluation):
                _log(log, f"{line}, loss {_recent_loss(trainer):.4f}, {trainer.seconds:,.0f} s")
            if interrupted.is_set():
                raise DigitLabError(f"Stopped: the same command with --resume goes on from “{checkpoint}”.")
    return trainer.seconds


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


def mistakes(
    weights: str | None, mnist: str | None, pen: str | None, sites: Sequence[str], out: str, rows: int
) -> None:
    """Save a picture of the commonest mistakes on a file of pen strokes, or else on the MNIST test digits."""
    # Pillow is loaded where a picture is.
    from engine.mistakes import check_png_target, confusions, draw_mistakes, save_png

    check_png_target(out)
    file = weights or default_weights()
    loaded = load_weights(file)
    recognizer = Recognizer(loaded.spec, loaded.params)
    if pen is not None:
        strokes = load_pen(pen).of_sites(sites)
        labels, data = strokes.labels, f"Pen strokes in {Path(pen).name}"
        groups = confusions(
            recognizer.read_drawings(strokes.drawings), labels, lambda which: inked(strokes.chosen(which), "").images
        )
    else:
        test = load_mnist_test(mnist)
        labels, data = test.labels, test.name
        groups = confusions(dataset_probabilities(recognizer, test), labels, lambda which: test.images[which])
    save_png(out, draw_mistakes(loaded.name or Path(file).stem, data, len(labels), groups, rows))
    print(f"{out}: {sum(map(len, groups)):,} of {len(labels):,} were read wrong")
