"""Fine-tuning in the background: a process trains, and a task watches it and measures the accuracy before and after."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.data.dataset import Dataset
from engine.data.pen_strokes import pen_dataset
from engine.data.shown_names import FINE_TUNED
from engine.drawings import Drawing, to_pen, train_validation_split
from engine.errors import DigitLabError
from engine.evaluate.predict_dataset import predict_dataset
from engine.i18n import tr
from engine.jobs.process import JobProcess, ProcessEnded, spare
from engine.jobs.protocol import Diverged, Job, Progress, Snapshot, SnapshotTaken, Stop, Trained
from engine.nn.batch_size import fitting_batch
from engine.train.fine_tune import FINE_TUNING, Gain, fine_tuning_set, known_digits
from engine.types import CANVAS
from engine.weights import Weights
from gui.task import Task

# The share of the time after which these are done, about.
_PREPARED, _MEASURED, _TRAINED = 0.05, 0.2, 0.85
# Images predicted at once.
_BATCH = 100
# In the names of weights of earlier versions.
_OLD_SUFFIX = ", after your hand"


@dataclass(frozen=True, eq=False)
class FineTuned:
    """The result, to be kept or discarded.

    Attributes:
        weights: the fine-tuned network.
        own: the accuracy on the user's drawings of the validation split.
        known: the accuracy on digits of others.
        drawings: how many it was trained with.
        seconds: how long all of it took.
    """

    weights: Weights
    own: Gain
    known: Gain
    drawings: int
    seconds: float


def fine_tune(task: Task, weights: Weights, drawings: Sequence[Drawing]) -> FineTuned:
    """Train a copy of a network with the drawings outside the validation split: at least one.

    It reports how much is done, 0 to 1, and what is being done.

    Raises:
        DigitLabError: it could not be trained.
    """
    started = time.perf_counter()

    def made(done: int, total: int) -> None:
        task.report(_PREPARED * done / max(total, 1), tr("Preparing other digits for the training…"))

    # The process starts while the digits are prepared.
    with spare.borrowed() as process:
        task.report(0.0, tr("Preparing…"))
        known, known_test = known_digits(made)
        training, validation = train_validation_split(drawings)
        train = fine_tuning_set(to_pen(training), known, progress=lambda done, total: task.check())
        tests = [_dataset(task, validation), known_test]
        task.report(_PREPARED, tr("Measuring the accuracy before…"))
        before = [_correct(task, weights, test) for test in tests]
        tuned = _train(task, process, weights, train)
        task.report(_TRAINED, tr("Measuring the accuracy after…"))
        after = [_correct(task, tuned, test) for test in tests]
    own, others = (Gain(test.name, len(test), *counts) for test, *counts in zip(tests, before, after, strict=True))
    facts = {"learned_from": weights.name or weights.spec.title, "drawings": len(training)}
    scores = {f"{gain.name} accuracy": gain.after / gain.n for gain in (others, own) if gain.n}
    tuned = replace(tuned, training={**tuned.training, **facts}, scores=scores)
    return FineTuned(tuned, own, others, len(training), time.perf_counter() - started)


def _train(task: Task, process: JobProcess, weights: Weights, train: Dataset) -> Weights:
    """The network after one epoch."""
    name = (weights.name or weights.spec.title).removesuffix(_OLD_SUFFIX).removesuffix(FINE_TUNED) + FINE_TUNED
    job = Job(weights.spec, FINE_TUNING, "hand", name, initial=weights.params)
    tuned: Weights | None = None
    diverged = False
    try:
        # To its end, also where it is cancelled: the process can be used again then.
        with task.interrupted_by(lambda: process.command(Stop())):
            for event in process.run(job, train, train.subset(slice(0))):
                match event:
                    case Progress(iteration, total) if not task.cancelled:
                        share = iteration / total
                        task.report(_MEASURED + (_TRAINED - _MEASURED) * share, tr("Training…"))
                    case Snapshot():
                        process.command(SnapshotTaken())
                    case Trained(trained):
                        tuned = trained
                    case Diverged():
                        diverged = True
    except ProcessEnded:
        raise DigitLabError(
            tr(
                "The training process was ended from outside, perhaps because memory was short. The network has not "
                "changed: try again."
            )
        ) from None
    task.check()
    if diverged:
        raise DigitLabError(tr("Fine-tuning failed: the loss diverged. The network has not changed."))
    if tuned is None:
        raise RuntimeError("no weights")
    return tuned


def _correct(task: Task, weights: Weights, data: Dataset) -> int:
    """How many images are predicted correctly."""
    network = weights.network(fitting_batch(weights.spec, _BATCH))
    logits = predict_dataset(network.logits, data, network.max_batch, lambda done, total: task.check())
    return int(np.count_nonzero(logits.argmax(axis=1) == data.labels))


def _dataset(task: Task, drawings: Sequence[Drawing]) -> Dataset:
    """Drawings as inputs of a network."""
    # In English, as the weights store it: ``shown_name`` translates it.
    name = "Your drawings"
    if not drawings:
        return Dataset(np.zeros((0, CANVAS, CANVAS), np.uint8), np.zeros(0, np.uint8), name)
    return pen_dataset(to_pen(drawings), name, progress=lambda done, total: task.check())
