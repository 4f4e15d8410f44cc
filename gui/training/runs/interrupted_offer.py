"""After a crash: the offer to resume the training that was interrupted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from engine.i18n import tr, tr_n
from engine.runs import Run, Status
from gui.training.runs import formatting
from gui.widgets.cards import button, label
from gui.widgets.notice import MessageBar


class InterruptedOffer(MessageBar):
    """Hidden while there is nothing to offer. It offers one run at a time, the latest first.

    Signals:
        resume: the Run to resume.
        dismissed: the Run that is not to be offered again.
    """

    resume = Signal(object)
    dismissed = Signal(object)

    def __init__(self) -> None:
        self._resume = button(tr("Resume"), "interrupted-resume", lambda: self._accept(), small=False)
        self._resume.setProperty("primary", True)
        not_now = button(tr("Not now"), "interrupted-not-now", lambda: self._dismiss(), small=False)
        not_now.setToolTip(tr("It stays in the list of runs and can be resumed there"))
        super().__init__("interrupted-offer", label(wrap=True), self._resume, not_now)
        self._runs: list[Run] = []
        # After one was resumed, the others are not offered: they are in the list.
        self._skipped: set[str] = set()

    def offer(self, runs: Sequence[Run]) -> None:
        """Offer those of the runs that were interrupted, if any."""
        interrupted = [run for run in runs if run.status is Status.INTERRUPTED and run.resumable]
        self._show([run for run in interrupted if run.id not in self._skipped])

    def forget(self, runs: Sequence[Run]) -> None:
        """Offer these no longer: they were deleted."""
        gone = {run.id for run in runs}
        self._show([run for run in self._runs if run.id not in gone])

    def lock(self, locked: bool) -> None:
        """While a network is trained no other can be resumed."""
        self._resume.setEnabled(not locked)
        self._resume.setToolTip(tr("Not while a network is being trained") if locked else "")

    def _show(self, runs: list[Run]) -> None:
        self._runs = runs
        sentence = _sentence(runs) if runs else ""
        if sentence != self.text:
            self.show_message(sentence)

    def _accept(self) -> None:
        run, *others = self._runs
        self._skipped |= {each.id for each in others}
        self._show([])
        self.resume.emit(run)

    def _dismiss(self) -> None:
        run, *others = self._runs
        self._show(others)
        self.dismissed.emit(run)


def _sentence(runs: Sequence[Run]) -> str:
    run = runs[0]
    done, total = formatting.epoch(run.epoch), formatting.total_epochs(run)
    text = tr("The training “{0}” was interrupted at epoch {1} of {2}.", run.name, done, total)
    if run.checkpoint is None:
        text = tr("{0} It has no checkpoint yet: resuming starts it again.", text)
    others = len(runs) - 1
    if others:
        text = tr_n("{0} %n more (was/were) interrupted, too.", None, others, text)
    return text
