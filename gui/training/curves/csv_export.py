"""Curves as a table: comma-separated values, a line an iteration."""

import csv
import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine.train.trainer import Evaluation
from engine.types import FloatArray
from gui.training.curves.training_history import ACCURACIES, TrainingHistory

COLUMNS = (
    "run",
    "iteration",
    "epoch",
    "loss",
    "smoothed_loss",
    "learning_rate",
    *(f"{kind}_accuracy" for kind in ACCURACIES),
)
_NOT_MEASURED = "," * len(ACCURACIES)
# As much as takes a few milliseconds to write.
_LINES_AT_ONCE = 1000
# What a spreadsheet would take for a formula: a run can come from a stranger, and its title with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class _Kept:
    """A training as it was at a moment."""

    title: str
    course: TrainingHistory
    losses: FloatArray
    averages: FloatArray
    evaluations: Sequence[Evaluation]
    per_epoch: float


def pieces(courses: Sequence[TrainingHistory]) -> Iterator[str]:
    """The table of these trainings, piece by piece, as they are now, though they go on meanwhile.

    Where nothing was measured, a field is empty. Accuracies are parts of 1. Trainings of the same title are told apart
    by a number.
    """
    titles = _distinct([course.title for course in courses])
    kept = [
        _Kept(
            title, each, each.losses.losses, each.losses.averages, tuple(each.evaluations), each.per_epoch or math.inf
        )
        for title, each in zip(titles, courses, strict=True)
    ]
    return _pieces(kept)


def _pieces(kept: Sequence[_Kept]) -> Iterator[str]:
    yield ",".join(COLUMNS) + "\n"
    for each in kept:
        name, done = _field(each.title), len(each.losses)
        measured = {event.iteration: _accuracies(event) for event in each.evaluations}
        # Before the first mini-batch the network is measured, too.
        for iteration in (n for n in measured if n < 1):
            yield f"{name},{iteration},0,,,{measured[iteration]}\n"
        for first in range(0, done, _LINES_AT_ONCE):
            last = min(first + _LINES_AT_ONCE, done)
            iterations = np.arange(first + 1, last + 1)
            rows = zip(
                iterations.tolist(),
                (iterations / each.per_epoch).tolist(),
                each.losses[first:last].tolist(),
                each.averages[first:last].tolist(),
                each.course.rates(iterations).tolist(),
                strict=True,
            )
            yield "".join(
                f"{name},{n},{epoch:.8g},{loss:.7g},{smooth:.6g},{rate:.6g}{measured.get(n, _NOT_MEASURED)}\n"
                for n, epoch, loss, smooth, rate in rows
            )


def _accuracies(event: Evaluation) -> str:
    values = (getattr(event, f"{kind}_accuracy") for kind in ACCURACIES)
    return "".join("," if value is None else f",{value:.6g}" for value in values)


def _field(text: str) -> str:
    """The text as a field of its own, in quotation marks where it needs them."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(["'" + text if text.startswith(_FORMULA) else text])
    return line.getvalue()


def _distinct(titles: Sequence[str]) -> list[str]:
    """ "a", "b", "a" -> "a", "b", "a (2)"."""
    made: list[str] = []
    for title in titles:
        name, number = title, 1
        while name in made:
            number += 1
            name = f"{title} ({number})"
        made.append(name)
    return made
