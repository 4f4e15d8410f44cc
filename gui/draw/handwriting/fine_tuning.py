"""Fine-tune on my handwriting: the button, the progress, and the result."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QStackedWidget, QWidget

from engine.data.shown_names import shown_name
from engine.i18n import tr, tr_n
from engine.ink.preprocess import Stages
from engine.recognizer import Recognizer
from gui.current_network import CurrentNetwork
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.probability_chart import Comparison
from gui.task import Task, TaskGroup
from gui.widgets.announcer import announce
from gui.widgets.cards import ElidedLabel, button, column, label, row

if TYPE_CHECKING:
    from engine.train.fine_tune import Gain
    from gui.draw.handwriting.fine_tuning_task import FineTuned

_STEPS = 1000
# Of fewer images, their number is shown and not a percentage.
_MANY = 200


class FineTuning(QStackedWidget):
    """Shows the idle page, the progress during fine-tuning, and then the result.

    Attributes:
        button: starts it.
        result: the fine-tuned network that the user can keep or discard, or None.

    Signals:
        changed: ``result`` has changed.
        kept: the Weights of a result that the user keeps.
        problem: why fine-tuning failed.
        ended: no thread is left.
    """

    changed = Signal()
    kept = Signal(object)
    problem = Signal(str)
    ended = Signal()

    def __init__(self, store: AsyncDrawingStore, network: CurrentNetwork, idle: QWidget) -> None:
        """Args:
        network: the one to fine-tune.
        idle: the page to show where there is neither progress nor a result.
        """
        super().__init__()
        self._store, self._network, self._idle = store, network, idle
        self.result: FineTuned | None = None
        self._recognizer: Recognizer | None = None
        self._tasks = TaskGroup(self)
        self._tasks.failed.connect(self.problem)
        self._tasks.ended.connect(self._ended)
        self.button = button(tr("Fine-tune on my handwriting"), "fine-tune", self.start)
        self._text = label(name="fine-tuning-progress")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(tr("Progress of fine-tuning"))
        self._progress = QWidget()
        stop = button(tr("Stop"), "fine-tuning-stop", self.shut_down)
        self._progress.setLayout(column(row((self._text, 1), stop), self._bar, None))
        self._card = GainCard()
        self._card.keep.clicked.connect(self.keep)
        self._card.discard.clicked.connect(self.discard)
        for page in (idle, self._progress, self._card):
            self.addWidget(page)
        store.changed.connect(self.enable)
        network.changed.connect(self._network_changed)
        network.locked_changed.connect(self.enable)
        self.enable()

    @property
    def busy(self) -> bool:
        """Whether a thread runs. Before the window closes: ``shut_down``, and wait for ``ended``."""
        return self._tasks.busy

    @Slot()
    def _network_changed(self) -> None:
        if self.result is not None and self._network.weights is self.result.weights:
            self.discard()

    def _split_sizes(self) -> tuple[int, int]:
        """How many drawings are for training, and how many for validation."""
        drawings = self._store.drawings
        validation = sum(drawing.id in self._store.validation for drawing in drawings)
        return len(drawings) - validation, validation

    @Slot()
    def enable(self) -> None:
        """Enable what can be done, and explain in the tool tip why not."""
        training, validation = self._split_sizes()
        self.button.setEnabled(bool(training) and not self._network.locked and not self.busy)
        self._card.keep.setEnabled(not self._network.locked)
        if self._network.locked:
            text = tr("A training is running: the network can be fine-tuned when it has ended.")
        elif not training:
            text = tr("Keep some drawings first: five of each digit are a good start.")
        elif not validation:
            text = tr("Keep more drawings: none is in the validation split yet, so no accuracy could be measured.")
        else:
            text = tr(
                "The network is trained with {0} of your drawings, mixed with digits it knows. The other {1} are never "
                "used for training: they measure the accuracy.",
                f"{training:,}",
                f"{validation:,}",
            )
        self.button.setToolTip(text)

    @Slot()
    def start(self) -> None:
        """Fine-tune on the stored drawings. An earlier result is discarded."""
        if self._network.locked or self.busy:
            return
        self.discard()
        weights, drawings = self._network.shown, list(self._store.drawings)

        def work(task: Task) -> "FineTuned":
            # Imported here: it would delay the start.
            from gui.draw.handwriting.fine_tuning_task import fine_tune

            return fine_tune(task, weights, drawings)

        self._tasks.start(
            work,
            self.show_result,
            on_progress=self._show_progress,
            error=tr("The network could not be fine-tuned because of an error in the program ({0})."),
            no_memory=tr("There is not enough memory for fine-tuning: close other programs, and try again."),
        )
        self._show_progress(0.0, tr("Preparing…"))
        self.setCurrentWidget(self._progress)
        self.enable()

    @Slot()
    def shut_down(self) -> None:
        """Cancel fine-tuning."""
        self._text.setText(tr("Stopping…"))
        self._tasks.cancel()

    def predict(self, stages: Stages) -> Comparison | None:
        """The prediction of the result; None where there is no result, or no ink."""
        if self.result is None or self._recognizer is None or stages.empty:
            return None
        return Comparison(shown_name(self.result.weights.name), self._recognizer.predict(stages).probabilities)

    @Slot()
    def keep(self) -> None:
        """Use the result from now on."""
        if self.result is not None:
            self.kept.emit(self.result.weights)

    @Slot()
    def discard(self) -> None:
        """Forget the result."""
        self._set_result(None)

    def show_result(self, result: "FineTuned") -> None:
        """Show a result, which the user keeps or discards."""
        self._card.show_result(result)
        self._set_result(result)
        own = result.own
        text = tr("The network is fine-tuned; none of your drawings was in the validation split.")
        if own.n:
            text = tr("The network is fine-tuned: {0} of {1} correct before, {2} now.", own.before, own.n, own.after)
        announce(self._card, text)

    def _set_result(self, result: "FineTuned | None") -> None:
        before, self.result = self.result, result
        self._recognizer = None if result is None else Recognizer(result.weights.spec, result.weights.params, 1)
        self.setCurrentWidget(self._idle if result is None else self._card)
        if before is not result:
            self.changed.emit()

    def _show_progress(self, share: float, text: str) -> None:
        self._bar.setValue(round(_STEPS * share))
        if self._text.text() != text:
            self._text.setText(text)
            announce(self._text, text)

    @Slot()
    def _ended(self) -> None:
        if self.result is None:
            self.setCurrentWidget(self._idle)
        self.enable()
        self.ended.emit()


class GainCard(QWidget):
    """The accuracy before and after fine-tuning, and the choice to keep the result or to discard it.

    Attributes:
        keep, discard: the buttons.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fine-tuning-result")
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        headings = [label(text, "heading") for text in (tr("Accuracy"), tr("Before"), tr("After"))]
        self._cells: list[list[QLabel]] = [[ElidedLabel(), label(), label()] for _ in range(2)]
        for i, cells in enumerate((headings, *self._cells)):
            for place, cell in enumerate(cells):
                cell.setAlignment(Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(cell, i, place)
        grid.setColumnStretch(0, 1)
        self._text = label("", "muted", "fine-tuning-text", wrap=True)
        self.keep = button(tr("Keep"), "fine-tuning-keep")
        self.keep.setProperty("primary", True)
        self.discard = button(tr("Discard"), "fine-tuning-discard")
        self.setLayout(column(grid, row((self._text, 1), self.keep, self.discard), None))

    def show_result(self, result: "FineTuned") -> None:
        """Show the numbers."""
        for cells, gain in zip(self._cells, (result.own, result.known), strict=True):
            cells[0].setText(_title(gain, result.own is gain))
            cells[1].setText(_accuracy(gain.before, gain))
            cells[2].setText(_accuracy(gain.after, gain))
            # A higher accuracy is highlighted.
            font = cells[2].font()
            font.setBold(gain.after > gain.before)
            cells[2].setFont(font)
        text = tr_n(
            "“{0}” was trained with %n drawing(s). Draw: its bars are beside the others.",
            None,
            result.drawings,
            shown_name(result.weights.name),
        )
        self._text.setText(text)
        self._text.setToolTip(tr("It took {0} s.", f"{result.seconds:.0f}"))


def _title(gain: "Gain", own: bool) -> str:
    if not own:
        return tr("{0} ({1})", shown_name(gain.name), f"{gain.n:,}")
    if not gain.n:
        return tr("Your drawings: none in the validation split yet")
    return tr("Your drawings, {0} of the validation split", f"{gain.n:,}")


def _accuracy(correct: int, gain: "Gain") -> str:
    if not gain.n:
        return "–"
    return tr("{0} of {1}", correct, gain.n) if gain.n < _MANY else tr("{0} %", f"{100 * correct / gain.n:.2f}")
