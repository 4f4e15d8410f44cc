"""How dates, durations, epochs, accuracies and statuses of runs are written."""

import math
import time

from PySide6.QtCore import QDateTime, QLocale

from engine.i18n import tr, tr_n
from engine.runs import Run, Status

NO_NUMBER = "–"
_MINUTE, _HOUR = 60, 3_600


def when(timestamp: float, now: float | None = None) -> str:
    """ "just now", "5 min ago", "today 14:03", "Mon 14:03", "12 Mar", "12 Mar 2024".

    Args:
        timestamp, now: in seconds since 1970.
    """
    now = time.time() if now is None else now
    then, today = _local(timestamp), _local(now)
    past, days = now - timestamp, then.daysTo(today)
    if 0 <= past < _MINUTE:
        return tr("just now")
    if 0 <= past < _HOUR:
        return tr("{0} min ago", int(past // _MINUTE))
    if days == 0:
        return tr("today {0}", QLocale().toString(then, tr("HH:mm")))
    if 0 < days < 7:
        return QLocale().toString(then, tr("ddd HH:mm"))
    same_year = then.date().year() == today.date().year()
    return QLocale().toString(then, tr("d MMM") if same_year else tr("d MMM yyyy"))


def date_and_time(timestamp: float) -> str:
    """ "12 March 2024, 14:03"."""
    return QLocale().toString(_local(timestamp), tr("d MMMM yyyy, HH:mm"))


def _local(timestamp: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(timestamp))


def duration(seconds: float) -> str:
    """ "12.3 s", "4 min 5 s", "1 h 20 min"."""
    if seconds < _MINUTE - 0.05:
        return tr("{0} s", f"{seconds:.1f}")
    whole = round(seconds)
    if whole < _HOUR:
        return tr("{0} min {1} s", whole // _MINUTE, whole % _MINUTE)
    return tr("{0} h {1} min", f"{whole // _HOUR:,}", whole % _HOUR // _MINUTE)


def epoch(epochs: float) -> str:
    """ "3.2", "10"; rounded down: 9.99 is "9.9", since the tenth epoch is not complete."""
    decimals = 1 if epochs >= 1 else 2
    # 0.3 is stored as slightly less.
    floored = math.floor(epochs * 10**decimals + 1e-6) / 10**decimals
    return f"{floored:,.{decimals}f}".rstrip("0").rstrip(".")


def total_epochs(run: Run) -> str:
    """How many epochs the run was to be trained."""
    return epoch(run.total_iterations / run.per_epoch)


def percent(fraction: float | None) -> str:
    """ "97.64 %", "–"."""
    return NO_NUMBER if fraction is None else tr("{0} %", f"{100 * fraction:.2f}")


def test_accuracy(run: Run) -> float | None:
    """Of the final weights, or else the last one that was measured."""
    scores = [score for name, score in run.scores.items() if name.endswith("accuracy")]
    if scores:
        return scores[0]
    return None if run.evaluation is None else run.evaluation.test_accuracy


def loss_gap(run: Run) -> str:
    """How much the last loss on the test set is above that on the training set; "" where they were not measured."""
    last = run.evaluation
    if last is None or last.train_loss is None or last.test_loss is None:
        return ""
    return f"{last.test_loss - last.train_loss:.2g}".replace("-", "−")


def status_word(status: Status) -> str:
    """In a word."""
    return {
        Status.RUNNING: tr("in training"),
        Status.PAUSED: tr("paused"),
        Status.INTERRUPTED: tr("interrupted"),
        Status.STOPPED: tr("stopped"),
        Status.FINISHED: tr("finished"),
        Status.DIVERGED: tr("diverged"),
        Status.FAILED: tr("failed"),
    }[status]


def status_sentence(run: Run) -> str:
    """What the status means."""
    done, total = epoch(run.epoch), total_epochs(run)
    sentence = {
        Status.RUNNING: tr("It is being trained."),
        Status.PAUSED: tr("It was paused at epoch {0} of {1} and can be resumed.", done, total),
        Status.INTERRUPTED: tr("It was interrupted at epoch {0} of {1}: the program ended unexpectedly.", done, total),
        Status.STOPPED: tr("It was stopped at epoch {0} of {1}.", done, total),
        Status.FINISHED: tr("The training was completed."),
        Status.DIVERGED: tr("Its loss diverged: a smaller learning rate may help."),
        Status.FAILED: tr("It was ended by an error at epoch {0} of {1}.", done, total),
    }[run.status]
    return tr("{0} It was imported from a file.", sentence) if run.imported else sentence


def name_or_count(runs: list[Run]) -> str:
    """ "“My first”", "3 runs"."""
    return tr("“{0}”", runs[0].name) if len(runs) == 1 else tr_n("%n run(s)", None, len(runs))
