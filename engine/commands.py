"""What the command line does: evaluate, predict, train and download, without a window.

Each command returns nothing, prints its result to standard output, and raises DigitLabError with the sentence to
show where it cannot do what was asked.
"""

import json
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import numpy as np
from tqdm import tqdm

from engine.checkpoint import load_state, save_state
from engine.data.dataset import BatchReader, Dataset
from engine.data.mnist import download_mnist, load_mnist_datasets, load_mnist_test
from engine.data.pen import inked, load_pen
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
# Pen strokes are fewer than MNIST's digits, and more like what people draw here.
PEN_REPEATS = 3
# A checkpoint at each end of an epoch, but not more often than this.
_CHECKPOINT_SECONDS = 10.0


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


def evaluate_pen(weights: str | None, file: str, batch: int, as_json: bool) -> None:
    """Score weights on a file of pen strokes, every drawing through the recognizer."""
    recognizer, pen = _recognizer(weights), load_pen(file)
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
        print(f"{name}: {answer.digit} ({answer.probabilities[answer.digit]:.1%})")
        print("  " + "  ".join(f"{digit}: {p:.4f}" for digit, p in enumerate(answer.probabilities)))


def download(folder: str | None) -> None:
    """Fetch MNIST, with a progress bar."""
    with tqdm(total=0, unit="B", unit_scale=True, desc="MNIST", disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        where = download_mnist(folder, progress=progress)
    print(f"MNIST is in {where}")


def train(
    asked: tuple[NetworkSpec, TrainConfig, str] | None,
    mnist: str | None,
    starter: bool,
    pen: str | None,
    hold_out: Sequence[str],
    out: str,
    resume: bool,
) -> None:
    """Train a network and save it to ``out``.

    Args:
        asked: the network, how it learns, and its title; None to take them from the checkpoint.
        mnist: the folder of MNIST's files; None for where they are looked for.
        starter: learn from starter digits instead.
        pen: a file of pen strokes to learn from as well.
        hold_out: the sites among them that are not learned from; the accuracy on them is told on the way.
        resume: go on from the checkpoint that an interrupted training left beside ``out``.
    """
    target = Path(out)
    _check_target(target)
    checkpoint = target.with_name(f"{target.name}.checkpoint.safetensors")
    if checkpoint.exists() and not resume:
        raise DigitLabError(
            f"An interrupted training is kept in “{checkpoint}”: add --resume to go on with it, or delete it."
        )
    state = _checkpointed(checkpoint, asked) if resume else None
    data, test = starter_sets() if starter else load_mnist_datasets(mnist)
    watched, held_out = test, None
    if pen is not None:
        data, held_out = _with_pen(data, pen, hold_out)
        watched = held_out or test
    if state is not None:
        trainer = Trainer.resumed(state, data, watched)
    else:
        assert asked is not None
        trainer = Trainer(asked[0], asked[1], data, watched)
    seconds = _run(trainer, checkpoint)

    config = trainer.config
    name = asked[2] if asked else trainer.spec.title
    recognizer = Recognizer(trainer.spec, trainer.kept.params)
    measured: dict[str, float] = {}
    for dataset in [test] if held_out is None else [test, held_out]:
        found = scores(dataset_probabilities(recognizer, dataset), dataset.labels)
        measured |= {f"{dataset.name} accuracy": found.accuracy, f"{dataset.name} calibration error": found.ece}
    weights = Weights(
        trainer.spec,
        trainer.kept.snapshot(),
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
    print(f"{target}: {name}, " + ", ".join(f"{what} {score:.4f}" for what, score in measured.items()))


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


def _with_pen(data: Dataset, file: str, hold_out: Sequence[str]) -> tuple[Dataset, Dataset | None]:
    """The training set with the pen strokes of all sites but some; and those of these, inked."""
    strokes, held_out = load_pen(file), None
    if hold_out:
        strokes, others = strokes.parted(hold_out)
        held_out = inked(others, "held-out pen strokes")
    name = f"{data.name} and {len(strokes):,} pen strokes ({', '.join(sorted(set(strokes.sites)))})"
    return Dataset.joined([data, *[inked(strokes, "")] * PEN_REPEATS], name), held_out


def _checkpointed(checkpoint: Path, asked: tuple[NetworkSpec, TrainConfig, str] | None) -> TrainerState:
    if not checkpoint.is_file():
        raise DigitLabError(f"There is no interrupted training to go on with: “{checkpoint}” does not exist.")
    state = load_state(checkpoint)
    if asked is not None and (asked[0], asked[1]) != (state.spec, state.config):
        raise DigitLabError(
            f"“{checkpoint.name}” was begun with other settings: give the same ones, or none, to go on with it."
        )
    return state


def _run(trainer: Trainer, checkpoint: Path) -> float:
    """Train to the end with a progress bar; the seconds it took. Ctrl-C leaves a checkpoint to go on from."""
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
                    bar.write(f"epoch {event.epoch:6.2f}: train {event.train_accuracy:.4f}{test}", file=sys.stderr)
                case Diverged():
                    raise DigitLabError(DIVERGED_ADVICE)
            epoch_end = isinstance(event, Evaluation) and event.epoch_end
            if interrupted.is_set() or (epoch_end and time.perf_counter() - saved > _CHECKPOINT_SECONDS):
                save_state(checkpoint, trainer.state())
                saved = time.perf_counter()
            if interrupted.is_set():
                raise DigitLabError(f"Stopped: the same command with --resume goes on from “{checkpoint}”.")
    return trainer.seconds


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
