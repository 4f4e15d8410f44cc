"""The columns of the list: their headings, what is in them, and what they sort by."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any, NamedTuple

from engine.data.shown_names import shown_name
from engine.i18n import tr
from engine.runs import Run, Status
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


NUMERIC = (Column.EPOCHS, Column.ACCURACY, Column.DURATION)


class Heading(NamedTuple):
    """The title of a column, its tool tip, and a text that is as wide as most in the column."""

    text: str
    tip: str
    sample: str = ""


@cache
def headings() -> dict[Column, Heading]:
    """Of each column."""
    longest_status = max(map(formatting.status_word, Status), key=len)
    return {
        Column.SHOWN: Heading("", tr("Shown in the plots, in this colour")),
        Column.NAME: Heading(tr("Name"), tr("Double click or F2 to rename")),
        Column.STARTED: Heading(tr("Started"), tr("When the training started"), tr("today {0}", "00:00")),
        Column.NETWORK: Heading(tr("Network"), tr("The network's layers"), "784-50-10 ReLU"),
        Column.DATA: Heading(tr("Data"), tr("The dataset it was trained on"), tr("Synthetic digits")),
        Column.EPOCHS: Heading(tr("Epochs"), tr("Epochs done, of how many"), "10.5 / 100"),
        Column.ACCURACY: Heading(tr("Test"), tr("Accuracy on the test set"), "100.00 %"),
        Column.DURATION: Heading(tr("Time"), tr("How long it was trained"), tr("{0} min {1} s", 59, 59)),
        Column.STATUS: Heading(tr("Status"), tr("The status of the training"), longest_status),
    }


@dataclass(frozen=True)
class Entry:
    """A run with its texts and keys, which take long to make: made once, on any thread.

    Attributes:
        texts: what is in the columns; "" where it changes with time or with the plots.
        keys: what the columns sort by; None for what is not known.
        searched: the text that the filter searches.
    """

    run: Run
    texts: dict[Column, str]
    keys: dict[Column, Any]
    searched: str

    @classmethod
    def of(cls, run: Run) -> "Entry":
        """The entry of a run."""
        accuracy = formatting.test_accuracy(run)
        epochs = tr("{0} / {1}", formatting.epoch(run.epoch), formatting.total_epochs(run))
        cells: dict[Column, tuple[str, Any]] = {
            Column.SHOWN: ("", None),
            Column.NAME: (run.name, _natural(run.name)),
            Column.STARTED: ("", run.started),
            Column.NETWORK: (shown_name(run.spec.title), _natural(run.spec.title)),
            Column.DATA: (shown_name(run.data.name), _natural(run.data.name)),
            Column.EPOCHS: (epochs, run.epoch),
            Column.ACCURACY: (formatting.percent(accuracy), accuracy),
            Column.DURATION: (formatting.duration(run.seconds), run.seconds),
            Column.STATUS: (formatting.status_word(run.status), list(Status).index(run.status)),
        }
        texts = {column: text for column, (text, _) in cells.items()}
        keys = {column: key for column, (_, key) in cells.items()}
        imported = tr("imported") if run.imported else ""
        settings = settings_text.training(run.config)
        return cls(run, texts, keys, "\n".join([*texts.values(), settings, run.status.value, imported, run.note]))


def _natural(text: str) -> list[str | int]:
    """Sorts "run 2" before "run 10": texts and numbers alternate."""
    return [int(part) if i % 2 else part for i, part in enumerate(re.split(r"(\d+)", text.casefold()))]
