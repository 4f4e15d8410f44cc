"""The columns of the list: their headings, what is in them, and what they sort by."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any

from engine.runs import Run, Status
from gui.i18n import tr
from gui.training.runs import formatting, settings_text


class Column(IntEnum):
    """From left to right."""

    SHOWN = 0
    NAME = 1
    STARTED = 2
    NETWORK = 3
    DATA = 4
    EPOCHS = 5
    ACCURACY = 6
    DURATION = 7
    STATUS = 8


@dataclass(frozen=True)
class ColumnFacts:
    """What is known of a column.

    Attributes:
        heading, tip: what stands above it, and what that means.
        text: of a run; "" where it changes with time or with the plots.
        key: what it sorts by; None for what is not known.
        sample: a text that is as wide as most in the column.
        numeric: its texts are aligned to the right.
    """

    heading: str
    tip: str
    text: Callable[[Run], str] = lambda run: ""
    key: Callable[[Run], Any] = lambda run: None
    sample: str = ""
    numeric: bool = False


@cache
def facts() -> dict[Column, ColumnFacts]:
    """Of each column."""
    statuses = list(Status)
    return {
        Column.SHOWN: ColumnFacts("", tr("Shown in the plots, in this colour")),
        Column.NAME: ColumnFacts(
            tr("Name"), tr("Double click or F2 to rename"), lambda run: run.name, lambda run: _natural(run.name)
        ),
        Column.STARTED: ColumnFacts(
            tr("Started"), tr("When the training started"), key=lambda run: run.begun, sample=tr("today {0}", "00:00")
        ),
        Column.NETWORK: ColumnFacts(
            tr("Network"),
            tr("The network's layers"),
            lambda run: run.spec.title,
            lambda run: _natural(run.spec.title),
            "784-50-10 ReLU",
        ),
        Column.DATA: ColumnFacts(
            tr("Data"),
            tr("The dataset it was trained on"),
            lambda run: run.data.name,
            lambda run: _natural(run.data.name),
            tr("Synthetic digits"),
        ),
        Column.EPOCHS: ColumnFacts(
            tr("Epochs"),
            tr("Epochs done, of how many"),
            lambda run: tr("{0} / {1}", formatting.epoch(run.epoch), formatting.total_epochs(run)),
            lambda run: run.epoch,
            "10.5 / 100",
            numeric=True,
        ),
        Column.ACCURACY: ColumnFacts(
            tr("Test"),
            tr("Accuracy on the test set"),
            lambda run: formatting.percent(formatting.test_accuracy(run)),
            formatting.test_accuracy,
            "100.00 %",
            numeric=True,
        ),
        Column.DURATION: ColumnFacts(
            tr("Time"),
            tr("How long it was trained"),
            lambda run: formatting.duration(run.seconds),
            lambda run: run.seconds,
            tr("{0} min {1} s", 59, 59),
            numeric=True,
        ),
        Column.STATUS: ColumnFacts(
            tr("Status"),
            tr("Whether the training runs, or how it ended"),
            lambda run: formatting.status_word(run.status),
            lambda run: statuses.index(run.status),
            max(map(formatting.status_word, statuses), key=len),
        ),
    }


@dataclass(frozen=True)
class Entry:
    """A run with its texts and keys, which take long to make: made once, on any thread.

    Attributes:
        texts, keys: see ``ColumnFacts``.
        searched: the text that the filter searches.
    """

    run: Run
    texts: dict[Column, str]
    keys: dict[Column, Any]
    searched: str

    @classmethod
    def of(cls, run: Run) -> "Entry":
        """The entry of a run."""
        texts = {column: each.text(run) for column, each in facts().items()}
        keys = {column: each.key(run) for column, each in facts().items()}
        imported = tr("imported") if run.imported else ""
        settings = settings_text.learning(run.config)
        return cls(run, texts, keys, "\n".join([*texts.values(), settings, run.status.value, imported, run.note]))


def _natural(text: str) -> list[str | int]:
    """Sorts "run 2" before "run 10": texts and numbers alternate."""
    return [int(part) if i % 2 else part for i, part in enumerate(re.split(r"(\d+)", text.casefold()))]
