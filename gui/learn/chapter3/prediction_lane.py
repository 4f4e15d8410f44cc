"""Counts how many images a network predicts correctly, in batches of one size: the loop, and its clock on view."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from engine.book import predict
from engine.i18n import tr
from engine.types import FloatArray, IntArray
from gui.task import Task
from gui.widgets.cards import ElidedLabel, WrappedRow, button, column, fill_card, label, row
from gui.widgets.form_controls import enlarge, follow_font, small

# Pixels: smaller than usual, so that both lanes have room in a narrow window.
_MARGINS = (7, 8, 7, 8)
# Nothing moves while the numbers change.
_WIDEST = {"done": "10,000", "accuracy": "0.0000", "seconds": "00.000 s", "speed": "1,000,000"}
# Between two reports, in seconds.
_REPORT = 0.04


@dataclass(frozen=True)
class Count:
    """So far: ``done`` of ``total`` images, of which ``correct`` are predicted correctly."""

    done: int
    total: int
    correct: int
    seconds: float

    @property
    def complete(self) -> bool:
        return self.done == self.total

    @property
    def per_second(self) -> float:
        """Images per second."""
        return self.done / max(self.seconds, 1e-9)


def count_correct(network: Mapping[str, FloatArray], x: FloatArray, t: IntArray, batch_size: int, task: Task) -> Count:
    """Predict all images as in the book's section 3.6; reports a Count some times a second.

    Args:
        x, t: (N, 784) and (N,).

    Raises:
        Cancelled: the task was cancelled.
    """
    weights, correct, begun = dict(network), 0, time.perf_counter()
    reported = begun
    for i in range(0, len(x), batch_size):
        y = predict(weights, x[i : i + batch_size])
        correct += int(np.sum(np.argmax(y, axis=1) == t[i : i + batch_size]))
        now = time.perf_counter()
        task.check()
        if now - reported > _REPORT:
            reported = now
            task.report(Count(min(i + batch_size, len(x)), len(x), correct, now - begun))
    return Count(len(x), len(x), correct, time.perf_counter() - begun)


class PredictionLane(QFrame):
    """Shows a Count, with a button that starts or stops.

    Attributes:
        count: what is shown, or None.

    Signals:
        toggled: the button was clicked.
    """

    toggled = Signal()

    def __init__(self, name: str, title: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        self.count: Count | None = None
        self._start = button("", f"{name}-start", self.toggled.emit)
        self._done = label("", name=f"{name}-done")
        enlarge(self._done, "24", _WIDEST["done"])
        self._done.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._of = ElidedLabel("", "muted", f"{name}-of")
        self._progress = QProgressBar(textVisible=False)
        self._progress.setObjectName(f"{name}-progress")
        self._progress.setAccessibleName(tr("Predicted images"))
        self._facts: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        for at, (fact, words) in enumerate(
            (("accuracy", tr("accuracy")), ("seconds", tr("time")), ("speed", tr("images/s")))
        ):
            caption = ElidedLabel(words, "muted")
            small(caption)
            self._facts[fact] = label(name=f"{name}-{fact}")
            self._facts[fact].setAccessibleName(words)
            follow_font(self._facts[fact], partial(_keep_width, self._facts[fact], _WIDEST[fact]))
            grid.addWidget(caption, 0, at)
            grid.addWidget(self._facts[fact], 1, at)
        grid.setColumnStretch(3, 1)
        heading = WrappedRow(title, None, self._start)
        layout = fill_card(self)
        layout.setContentsMargins(*_MARGINS)
        layout.addLayout(column(heading, row(self._done, (self._of, 1)), self._progress, grid, spacing=4))
        self.show_count(None, running=False)

    def show_count(self, count: Count | None, running: bool, total: int = 0) -> None:
        """Show how far it is.

        Args:
            running: whether it goes on.
            total: how many images there are, where there is no count yet.
        """
        self.count = count
        self._start.setText(tr("Stop") if running else tr("Start"))
        self._start.setAccessibleName(f"{self._start.text()}: {self.accessibleName()}")
        done, total = (0, total) if count is None else (count.done, count.total)
        self._done.setText(f"{done:,}")
        self._of.setText(tr("of {0}", f"{total:,}") if total else "")
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
        empty = count is None or not count.done
        accuracy, seconds, speed = ("–",) * 3
        if count is not None and not empty:
            accuracy, seconds = f"{count.correct / count.done:.4f}", tr("{0} s", f"{count.seconds:.3f}")
            speed = f"{count.per_second:,.0f}"
        for fact, text in zip(self._facts.values(), (accuracy, seconds, speed), strict=True):
            fact.setText(text)


def _keep_width(fact: QLabel, widest: str) -> None:
    fact.setMinimumWidth(fact.fontMetrics().horizontalAdvance(widest))
