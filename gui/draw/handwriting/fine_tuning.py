"""Learn my hand: the button, the wait, and what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from engine.ink.preprocess import Stages
from engine.recognizer import Recognizer
from engine.weights import Weights
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.handwriting.gain_card import Result
from gui.draw.probability_chart import Comparison
from gui.i18n import tr
from gui.widgets.announcer import announce
from gui.widgets.cards import label

if TYPE_CHECKING:
    from gui.draw.handwriting.fine_tuning_task import FineTuned, FineTuningTask

_STEPS = 1000


class FineTuning(QStackedWidget):
    """Shows the page it is given, and in its place how the learning goes and what came of it.

    Signals:
        changed: there is another network to decide about, or none any more.
        kept: the Weights that the person would read with from now on.
        problem: why nothing was learned.
        at_rest: no thread is left.
    """

    changed = Signal()
    kept = Signal(object)
    problem = Signal(str)
    at_rest = Signal()

    def __init__(self, keeping: AsyncDrawingStore, idle: QWidget, parent: QWidget | None = None) -> None:
        """Args:
        idle: what is shown where nothing is being learned.
        """
        super().__init__(parent)
        self._keeping, self._idle = keeping, idle
        self._weights: Weights | None = None
        self._free = True
        # Whether a drawing is held out, by id: its strokes stay the same.
        self._held_out: dict[str, bool] = {}
        self._learned: FineTuned | None = None
        self._recognizer: Recognizer | None = None
        self.button = QPushButton(tr("Learn my hand"))
        self.button.setObjectName("hand-learn")
        self.button.setProperty("small", True)
        self.button.clicked.connect(self.start)
        self._learning: FineTuningTask | None = None
        self._told = label("", name="hand-learning")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(tr("Progress of learning your hand"))
        self._busy = self._waiting()
        self.result = Result()
        self.result.kept.connect(self.keep)
        self.result.thrown_away.connect(self.throw_away)
        for page in (idle, self._busy, self.result):
            self.addWidget(page)
        keeping.changed.connect(self.enable)
        self.enable()

    def _waiting(self) -> QWidget:
        page = QWidget()
        stop = QPushButton(tr("Stop"))
        stop.setObjectName("hand-stop")
        stop.setProperty("small", True)
        stop.clicked.connect(self.shut_down)
        row = QHBoxLayout()
        row.addWidget(self._told, 1)
        row.addWidget(stop)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._bar)
        layout.addStretch()
        return page

    @property
    def learning(self) -> "FineTuningTask":
        """Who learns. What that takes is loaded when it is wanted."""
        if self._learning is None:
            from gui.draw.handwriting.fine_tuning_task import FineTuningTask

            self._learning = FineTuningTask(self)
            self._learning.progressed.connect(self._progressed)
            self._learning.learned.connect(self._on_learned)
            self._learning.failed.connect(self.problem)
            self._learning.ended.connect(self._ended)
        return self._learning

    @property
    def busy(self) -> bool:
        """Whether a thread runs: to close the window, ``shut_down``, and wait for ``at_rest``."""
        return self._learning is not None and self._learning.busy

    @property
    def undecided(self) -> bool:
        """Whether there is a network to keep or to throw away."""
        return self._learned is not None

    def free(self, can: bool) -> None:
        """Whether no training goes on: what it trains takes the place of what would be kept."""
        self._free = can
        self.enable()

    def use(self, weights: Weights) -> None:
        """The network that would learn."""
        self._weights = weights
        if self._learned is not None and weights is self._learned.weights:
            self._decide(None)
        self.enable()

    def _parted(self) -> tuple[int, int]:
        """How many drawings would be learned from, and how many would not."""
        drawings = self._keeping.drawings
        if not drawings:
            return 0, 0
        from engine.drawings import held_out

        for drawing in drawings:
            if drawing.id not in self._held_out:
                self._held_out[drawing.id] = held_out(drawing)
        out = sum(self._held_out[drawing.id] for drawing in drawings)
        return len(drawings) - out, out

    @Slot()
    def enable(self) -> None:
        """Say what can be done, and why not."""
        learned, held_out = self._parted()
        self.button.setEnabled(bool(learned) and self._free and not self.busy)
        self.result.keep.setEnabled(self._free)
        if not self._free:
            text = tr("A training goes on: your hand can be learned when it has ended.")
        elif not learned:
            text = tr("Keep some drawings first: five of each digit are a good start.")
        elif not held_out:
            text = tr("Keep more drawings: none is held out yet, so what is gained could not be measured.")
        else:
            text = tr(
                "The network goes on learning from {0} of your drawings, mixed with digits it knows. The other {1} are "
                "never learned from: they measure what was gained.",
                f"{learned:,}",
                f"{held_out:,}",
            )
        self.button.setToolTip(text)

    @Slot()
    def start(self) -> None:
        """Learn from what is kept now. What was learned before and not decided about is thrown away."""
        if self._free and self._weights is not None and not self.busy:
            self.throw_away()
            self.learning.start(self._weights, self._keeping.drawings)
            self._progressed(0.0, tr("Preparing…"))
            self.setCurrentWidget(self._busy)
            self.enable()

    @Slot()
    def shut_down(self) -> None:
        """End it soon."""
        if self._learning is not None and self._learning.busy:
            self._told.setText(tr("Stopping…"))
            self._learning.stop()

    def read(self, stages: Stages) -> Comparison | None:
        """What the network says that is to be decided about; None where there is none, or no ink."""
        if self._recognizer is None or stages.empty:
            return None
        assert self._learned is not None
        return Comparison(self._learned.weights.name, self._recognizer.predict(stages).probabilities)

    @Slot()
    def keep(self) -> None:
        """Read with what has learned."""
        if self._learned is not None:
            self.kept.emit(self._learned.weights)

    @Slot()
    def throw_away(self) -> None:
        """Forget what was learned."""
        self._decide(None)

    def _decide(self, learned: "FineTuned | None") -> None:
        before, self._learned = self._learned, learned
        self._recognizer = None if learned is None else Recognizer(learned.weights.spec, learned.weights.params, 1)
        self.setCurrentWidget(self._idle if learned is None else self.result)
        if before is not learned:
            self.changed.emit()

    @Slot(float, str)
    def _progressed(self, part: float, what: str) -> None:
        self._bar.setValue(round(_STEPS * part))
        if self._told.text() != what:
            self._told.setText(what)
            announce(self._told, what)

    @Slot(object)
    def _on_learned(self, learned: "FineTuned") -> None:
        self.result.show_learned(learned)
        self._decide(learned)
        gain = learned.mine
        text = tr("Your hand is learned; none of your drawings was held out to measure it by.")
        if gain.n:
            text = tr("Your hand is learned: {0} of {1} read right before, {2} now.", gain.before, gain.n, gain.after)
        announce(self.result, text)

    @Slot()
    def _ended(self) -> None:
        if self._learned is None:
            self.setCurrentWidget(self._idle)
        self.enable()
        self.at_rest.emit()
