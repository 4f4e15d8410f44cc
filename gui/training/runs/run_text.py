"""How moments, durations, epochs, accuracies and what has become of a run are said."""

import html
import math
import re
import time

from PySide6.QtCore import QDateTime, QLocale

from engine.runs import Run, Status
from gui.i18n import tr

NO_NUMBER = "–"
_MINUTE, _HOUR, _DAY, _WEEK = 60, 3_600, 86_400, 604_800
_LONG_WORD = 30


def when(moment: float, now: float | None = None) -> str:
    """ "just now", "5 min ago", "today 14:03", "Mon 14:03", "12 Mar", "12 Mar 2024".

    Args:
        moment, now: in seconds since 1970.
    """
    now = time.time() if now is None else now
    then, today = _local(moment), _local(now)
    past, days = now - moment, then.daysTo(today)
    if 0 <= past < _MINUTE:
        return tr("just now")
    if 0 <= past < _HOUR:
        return tr("{0} min ago", int(past // _MINUTE))
    clock = QLocale().toString(then, tr("HH:mm"))
    if days == 0:
        return tr("today {0}", clock)
    if 0 < days < 7:
        return QLocale().toString(then, tr("ddd HH:mm"))
    same_year = then.date().year() == today.date().year()
    return QLocale().toString(then, tr("d MMM") if same_year else tr("d MMM yyyy"))


def moment_in_full(moment: float) -> str:
    """ "12 March 2024, 14:03"."""
    return QLocale().toString(_local(moment), tr("d MMMM yyyy, HH:mm"))


def _local(moment: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment))


def duration(seconds: float) -> str:
    """ "12.3 s", "4 min 5 s", "1 h 20 min"."""
    if seconds < _MINUTE - 0.05:
        return tr("{0} s", f"{seconds:.1f}")
    whole = round(seconds)
    if whole < _HOUR:
        return tr("{0} min {1} s", whole // _MINUTE, whole % _MINUTE)
    return tr("{0} h {1} min", f"{whole // _HOUR:,}", whole % _HOUR // _MINUTE)


def epoch(epochs: float) -> str:
    """ "3.2", "10"; what is not done yet is not counted: 9.99 is "9.9"."""
    decimals = 1 if epochs >= 1 else 2
    # Of 0.3 the computer keeps a little less.
    floored = math.floor(epochs * 10**decimals + 1e-6) / 10**decimals
    text = f"{floored:,.{decimals}f}"
    return text.rstrip("0").rstrip(".")


def epochs_in_all(run: Run) -> str:
    """How many it was to be."""
    return epoch(run.total_iterations / run.per_epoch)


def percent(part: float | None) -> str:
    """ "97.64 %", "–"."""
    return NO_NUMBER if part is None else f"{100 * part:.2f} %"


def test_accuracy(run: Run) -> float | None:
    """Of the weights that the run ended with, or else the last one that was measured."""
    scores = [score for name, score in run.scores.items() if name.endswith("accuracy")]
    if scores:
        return scores[0]
    return None if run.evaluation is None else run.evaluation.test_accuracy


def status_word(status: Status) -> str:
    """In a word or two."""
    return {
        Status.RUNNING: tr("training"),
        Status.PAUSED: tr("paused"),
        Status.INTERRUPTED: tr("cut off"),
        Status.STOPPED: tr("stopped"),
        Status.FINISHED: tr("finished"),
        Status.DIVERGED: tr("diverged"),
        Status.FAILED: tr("failed"),
    }[status]


def status_sentence(run: Run) -> str:
    """What that means."""
    done, in_all = epoch(run.epoch), epochs_in_all(run)
    sentence = {
        Status.RUNNING: tr("It is being trained."),
        Status.PAUSED: tr("It was paused at epoch {0} of {1} and waits to be gone on with.", done, in_all),
        Status.INTERRUPTED: tr("It was cut off at epoch {0} of {1}: the program ended without a word.", done, in_all),
        Status.STOPPED: tr("It was stopped at epoch {0} of {1}.", done, in_all),
        Status.FINISHED: tr("It was trained to its end."),
        Status.DIVERGED: tr("Its loss grew beyond all bounds: a smaller learning rate may help."),
        Status.FAILED: tr("It was ended by an error at epoch {0} of {1}.", done, in_all),
    }[run.status]
    return tr("{0} It was imported from a file.", sentence) if run.imported else sentence


def named(runs: list[Run]) -> str:
    """ "“My first”", "3 runs"."""
    return tr("“{0}”", runs[0].name) if len(runs) == 1 else tr("{0} runs", f"{len(runs):,}")


def breakable(text: str) -> str:
    """The same to be read, but with places where even a long word may be broken: a label would be as wide as it is."""
    return re.sub(rf"(\S{{{_LONG_WORD}}})(?=\S)", "\\1\u200b", text)


def as_tip(text: str) -> str:
    """A person's text as a tool tip: its lines are broken, and nothing in it counts as markup."""
    return f"<span>{html.escape(text)}</span>" if text else ""
