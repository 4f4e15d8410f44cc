"""The columns of the list: what stands in them, and what they sort by."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from engine.runs import Run, Status
from gui.i18n import tr
from gui.training.runs import run_text, settings_text


class Column(IntEnum):
    """From left to right."""

    SHOWN = 0
    NAME = 1
    BEGUN = 2
    NETWORK = 3
    DATA = 4
    EPOCHS = 5
    ACCURACY = 6
    DURATION = 7
    STATUS = 8


NUMBERS = (Column.EPOCHS, Column.ACCURACY, Column.DURATION)


def heading(column: Column) -> tuple[str, str]:
    """What stands above a column, and what it means."""
    return {
        Column.SHOWN: ("", tr("Shown in the plots, in this colour")),
        Column.NAME: (tr("Name"), tr("Double click or F2 to rename")),
        Column.BEGUN: (tr("Begun"), tr("When the training began")),
        Column.NETWORK: (tr("Network"), tr("The network's layers")),
        Column.DATA: (tr("Data"), tr("What it learned from")),
        Column.EPOCHS: (tr("Epochs"), tr("Epochs done, of how many")),
        Column.ACCURACY: (tr("Test"), tr("How many of the test digits it reads right")),
        Column.DURATION: (tr("Time"), tr("How long it was trained")),
        Column.STATUS: (tr("Status"), tr("How the training stands, or ended")),
    }[column]


@dataclass(frozen=True)
class Entry:
    """A run as the list has it: made once, on whichever thread, and looked at often.

    Attributes:
        run: the run.
        texts: what stands in the columns; "" where that changes with time or with the plots.
        keys: what the columns sort by, None for what is not known.
        searched: what the filter looks at.
    """

    run: Run
    texts: dict[Column, str]
    keys: dict[Column, Any]
    searched: str

    @classmethod
    def of(cls, run: Run) -> "Entry":
        """The entry of a run."""
        accuracy = run_text.test_accuracy(run)
        texts = {
            Column.SHOWN: "",
            Column.NAME: run.name,
            Column.BEGUN: "",
            Column.NETWORK: run.spec.title,
            Column.DATA: run.data.name,
            Column.EPOCHS: tr("{0} / {1}", run_text.epoch(run.epoch), run_text.epochs_in_all(run)),
            Column.ACCURACY: run_text.percent(accuracy),
            Column.DURATION: run_text.duration(run.seconds),
            Column.STATUS: run_text.status_word(run.status),
        }
        keys = {
            Column.NAME: _natural(run.name),
            Column.BEGUN: run.started,
            Column.NETWORK: _natural(run.spec.title),
            Column.DATA: _natural(run.data.name),
            Column.EPOCHS: run.epoch,
            Column.ACCURACY: accuracy,
            Column.DURATION: run.seconds,
            Column.STATUS: _STATUSES.index(run.status),
        }
        imported = tr("imported") if run.imported else ""
        settings = settings_text.learning(run.config)
        searched = "\n".join([*texts.values(), settings, run.status.value, imported, run.note])
        return cls(run, texts, keys, searched)


_STATUSES = tuple(Status)


def ordered(entries: list[Entry], key: Callable[[Entry], Any], falling: bool) -> list[Entry]:
    """Sorted; of equal ones the latest first, and those whose key is not known at the end in either direction."""
    latest_first = sorted(entries, key=lambda entry: entry.run.started, reverse=True)
    known = [entry for entry in latest_first if key(entry) is not None]
    unknown = [entry for entry in latest_first if key(entry) is None]
    return [*sorted(known, key=key, reverse=falling), *unknown]


def _natural(text: str) -> list[str | int]:
    """Sorts "run 2" before "run 10": texts and numbers take turns."""
    parts = re.split(r"(\d+)", text.casefold())
    return [int(part) if i % 2 else part for i, part in enumerate(parts)]
