"""The buttons and the status of a training, large enough to be read from the back of a classroom."""

import time

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from engine.train.trainer import Evaluation, Progress
from gui.actions import Actions
from gui.i18n import tr
from gui.theme import Theme
from gui.training.curves.training_history import percent
from gui.widgets.cards import ActionButton, fill_card, label
from gui.widgets.form_controls import enlarge

# Numbers that change faster cannot be read.
_UPDATE_SECONDS = 0.2
_STEPS = 1000
# The speed is shown after so many times the time until the first event.
_SETTLED = 4
# Pixels.
_BIG, _SMALL = 32, 20
# Widths in pixels: in the smallest window, and where all buttons have room.
_NARROWEST, _ALL_BUTTONS = 500, 690
_NO_NUMBER = "–"


class StatusPanel(QFrame):
    """Start, pause, stop; a sentence; the accuracies; the progress.

    Attributes:
        batch_size: images in a mini-batch, None where it is not known.
    """

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = fill_card(self)
        self.batch_size: int | None = None
        self._theme = theme
        self._updated = 0.0
        self._first = 0.0
        self._advice = False

        self._message: QLabel = label("", "", "train-message")
        self._message.setWordWrap(True)
        self._message.setAccessibleName(tr("What the training is doing"))
        self._message.setMinimumHeight(2 * self._message.fontMetrics().lineSpacing())
        self._message.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(10)
        numbers.setVerticalSpacing(0)
        self._train = self._number(numbers, tr("train"), "train")
        self._test = self._number(numbers, tr("test"), "test")
        self._bar = QProgressBar()
        self._bar.setObjectName("train-progress")
        self._bar.setAccessibleName(tr("Progress of the training"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._facts: QLabel = label("", "muted", "train-facts")
        self._facts.setWordWrap(True)
        self._facts.setAccessibleName(tr("Epoch, iteration, speed and time left"))

        self._buttons: dict[str, QWidget] = {}
        # Set here, so that the layout does not ask for room for all of them.
        self.setMinimumWidth(_NARROWEST)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for action, name, primary in (
            (actions.start_training, "start-training", True),
            (actions.pause_training, "pause-training", False),
            (actions.step_training, "step-training", False),
            (actions.epoch_training, "epoch-training", False),
            (actions.stop_training, "stop-training", False),
        ):
            button = ActionButton(action, primary=primary)
            button.setObjectName(name)
            buttons.addWidget(button)
            self._buttons[name] = button
        buttons.addStretch()
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addLayout(buttons)
        words.addWidget(self._message, 1)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addLayout(words, 1)
        top.addLayout(numbers)
        layout.addLayout(top)
        layout.addWidget(self._bar)
        layout.addWidget(self._facts)
        theme.changed.connect(self._recolour)
        self.clear()
        self._recolour()

    def _number(self, grid: QGridLayout, title: str, colour: str) -> QLabel:
        number: QLabel = label(_NO_NUMBER, "", f"{colour}-accuracy")
        number.setAccessibleName(tr("Accuracy, {0}", title))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        enlarge(number, _BIG, widest=percent(1.0))
        row = grid.rowCount()
        grid.addWidget(label(title, "muted"), row, 0)
        grid.addWidget(number, row, 1)
        return number

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the step and epoch buttons are only in the menu."""
        super().resizeEvent(event)
        for name in ("step-training", "epoch-training"):
            self._buttons[name].setVisible(self.width() >= _ALL_BUTTONS)

    @property
    def message(self) -> str:
        """The sentence."""
        return self._message.text()

    @property
    def facts(self) -> str:
        """Epoch, iteration, speed and time left."""
        return self._facts.text()

    def say(self, sentence: str, role: str = "", advice: bool = False) -> None:
        """Show a sentence, in a role of the theme; with a frame where it is advice."""
        self._message.setText(sentence)
        self._message.setProperty("role", role)
        self._advice = advice
        self._recolour()

    def set_compact(self, compact: bool) -> None:
        """Leave room below: smaller numbers, and no line about epoch and speed."""
        self._facts.setVisible(not compact)
        lines = 1 if compact else 2
        self._message.setMinimumHeight(lines * self._message.fontMetrics().lineSpacing())
        for number in (self._train, self._test):
            font = number.font()
            font.setPixelSize(_SMALL if compact else _BIG)
            number.setFont(font)

    def clear(self) -> None:
        """Show nothing yet of a new training."""
        self._first = 0.0
        self._show_accuracy(self._train, None)
        self._show_accuracy(self._test, None)
        self._facts.setText("")
        self.show_preparing(0, _STEPS)

    def show_preparing(self, done: int, total: int) -> None:
        """How many of the data are ready; 0 of 0 where that is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_progress(self, event: Progress, paused: bool = False) -> None:
        """The progress. While it trains, the line of text changes at most five times a second."""
        self.show_preparing(_STEPS * event.iteration // event.total_iterations, _STEPS)
        if not paused and time.perf_counter() - self._updated < _UPDATE_SECONDS:
            return
        self._updated = time.perf_counter()
        facts = [
            tr("Epoch {0} of {1}", f"{event.epoch:.1f}", f"{event.epoch * event.total_iterations / event.iteration:g}"),
            tr("iteration {0} of {1}", f"{event.iteration:,}", f"{event.total_iterations:,}"),
        ]
        # The first evaluation, before any iteration, counts in the speed, and is at first most of the time.
        took = event.iteration / event.iterations_per_second
        self._first = self._first or took
        settled = took > _SETTLED * self._first
        if settled or paused:
            facts.append(speed_text(event.iterations_per_second, self.batch_size))
        if settled and not paused:
            facts.append(time_left(event.seconds_left))
        self._facts.setText("  ·  ".join(facts))

    def show_evaluation(self, event: Evaluation) -> None:
        """The accuracies now."""
        self._show_accuracy(self._train, event.train_accuracy)
        self._show_accuracy(self._test, event.test_accuracy)

    def _show_accuracy(self, number: QLabel, accuracy: float | None) -> None:
        number.setText(_NO_NUMBER if accuracy is None else percent(accuracy))
        number.setEnabled(accuracy is not None)

    @Slot()
    def _recolour(self) -> None:
        line = self._theme.colour("line").name()
        for number, name in ((self._train, "train"), (self._test, "test")):
            colour = self._theme.colour(name).name()
            number.setStyleSheet(f"QLabel {{ color: {colour}; }} QLabel:disabled {{ color: {line}; }}")
        frame = ""
        if self._advice:
            error = self._theme.colour("error").name()
            frame = f"border: 1px solid {error}; border-radius: 6px; padding: 5px 9px; font-weight: 600;"
        self._message.setStyleSheet(f"QLabel {{ {frame} }}" if frame else "")
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)


def rate_text(per_second: float) -> str:
    """ "1,234", "83", "8.3", "0.083"."""
    if per_second < 1:
        return f"{per_second:.2g}"
    return f"{per_second:,.{0 if per_second >= 10 else 1}f}"


def speed_text(iterations_per_second: float, batch_size: int | None) -> str:
    """ "2,310 iterations/s · 231,000 images/s"; without the batch size "2,310 iterations a second"."""
    iterations = rate_text(iterations_per_second)
    if batch_size is None:
        return tr("{0} iterations a second", iterations)
    # More digits than three would only flicker.
    images = float(f"{batch_size * iterations_per_second:.3g}")
    return tr("{0} iterations/s · {1} images/s", iterations, rate_text(images))


def time_left(seconds: float) -> str:
    """ "12 s left", "3 min left", "1 h 20 min left"."""
    if seconds < 90:
        return tr("{0} s left", f"{seconds:.0f}")
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{0} min left", minutes)
    return tr("{0} h {1} min left", minutes // 60, minutes % 60)
