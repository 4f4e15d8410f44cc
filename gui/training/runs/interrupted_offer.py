"""After a crash: the offer to go on with the training that was cut off."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from engine.errors import DigitLabError
from engine.runs import Run, RunStore, Status
from gui.i18n import tr
from gui.training.runs.run_text import breakable, epoch, epochs_in_all
from gui.widgets.announcer import announce
from gui.widgets.cards import label


class InterruptedOffer(QFrame):
    """Hidden while there is nothing to offer. Of several runs it offers one after the other, the latest first.

    Signals:
        go_on: the Run to go on with.
        dismissed: the Run that is not to be offered again; it stays in the list, as a stopped one.
        problem: why that could not be kept.
    """

    go_on = Signal(object)
    dismissed = Signal(object)
    problem = Signal(str)

    def __init__(self, store: RunStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("interrupted-offer")
        self.setProperty("card", True)
        self._store = store
        self._runs: list[Run] = []
        self._told = ""
        # Those that were not answered when another was gone on with: they are in the list.
        self._put_off: set[str] = set()
        self._text: QLabel = label("", "", "interrupted-text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._go_on = QPushButton(tr("Go on"))
        self._go_on.setObjectName("interrupted-go-on")
        self._go_on.setProperty("primary", True)
        self._go_on.clicked.connect(self._accept)
        not_now = QPushButton(tr("Not now"))
        not_now.setObjectName("interrupted-not-now")
        not_now.setToolTip(tr("It stays in the list of runs, and can be gone on with from there"))
        not_now.clicked.connect(self._dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._go_on)
        layout.addWidget(not_now)
        self.hide()

    @property
    def text(self) -> str:
        """What is being offered."""
        return self._text.text() if not self.isHidden() else ""

    def offer(self, runs: Sequence[Run]) -> None:
        """Offer those of the runs that were cut off, if any was: ``store.interrupted()``, or all that there are."""
        cut_off = [run for run in runs if run.status is Status.INTERRUPTED and run.resumable]
        self._runs = [run for run in cut_off if run.id not in self._put_off]
        self._show()

    def lock(self, locked: bool) -> None:
        """While a network is trained there is no going on with another."""
        self._go_on.setEnabled(not locked)
        self._go_on.setToolTip(tr("Not while a network is being trained") if locked else "")

    def _show(self) -> None:
        sentence = _sentence(self._runs) if self._runs else ""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence != self._told:
            announce(self._text, sentence)
        self._told = sentence

    @Slot()
    def _accept(self) -> None:
        run = self._runs.pop(0)
        self._put_off |= {each.id for each in self._runs}
        self._runs = []
        self._show()
        self.go_on.emit(run)

    @Slot()
    def _dismiss(self) -> None:
        run = self._runs.pop(0)
        try:
            self._store.dismiss(run.id)
        except DigitLabError as error:
            self.problem.emit(str(error))
        self._show()
        self.dismissed.emit(run)


def _sentence(runs: Sequence[Run]) -> str:
    run = runs[0]
    name = breakable(run.name)
    told = tr("The training “{0}” was cut off at epoch {1} of {2}.", name, epoch(run.epoch), epochs_in_all(run))
    if run.checkpoint is None:
        told = tr("{0} Nothing of it was kept yet: going on begins it again.", told)
    others = len(runs) - 1
    if others == 1:
        told = tr("{0} So was one more.", told)
    elif others:
        told = tr("{0} So were {1} more.", told, others)
    return told
