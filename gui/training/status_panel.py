"""The buttons and the status of a training, large enough to be read from the back of a classroom."""

import time

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar

from engine.train.trainer import Evaluation, Progress
from gui.actions import Actions
from gui.i18n import tr
from gui.theme import Theme
from gui.training.curves.training_history import percent
from gui.widgets.cards import ActionButton, column, fill_card, label, row
from gui.widgets.form_controls import enlarge

# Numbers that change faster are not readable.
_UPDATE_SECONDS = 0.2
_STEPS = 1000
# The speed is shown after so many times the time until the first event.
_SETTLED = 4
# Pixels.
_BIG, _SMALL = "32", "20"
# Widths in pixels: in the smallest window, and where all buttons have room.
_NARROWEST, _ALL_BUTTONS = 300, 690
_NO_NUMBER = "–"
# Of the panel itself, not in the theme: set again, it makes the message ask for room for its frame.
_STYLE_SHEET = """
QLabel#train-accuracy {{ color: {train}; }}
QLabel#test-accuracy {{ color: {test}; }}
QLabel#train-accuracy:disabled, QLabel#test-accuracy:disabled {{ color: {line}; }}
QLabel[advice="true"] {{ border: 1px solid {error}; border-radius: 6px; padding: 5px 9px; font-weight: 600; }}
"""


class StatusPanel(QFrame):
    """Start, pause, stop; a sentence; the accuracies; the progress."""

    def __init__(self, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._updated = 0.0
        self._first = 0.0
        self._message = label("", "", "train-message", wrap=True)
        self._message.setAccessibleName(tr("What the training is doing"))
        self._message.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(10)
        numbers.setVerticalSpacing(0)
        self._train = self._number(numbers, tr("train"), "train-accuracy")
        self._test = self._number(numbers, tr("test"), "test-accuracy")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setObjectName("train-progress")
        self._bar.setAccessibleName(tr("Progress of the training"))
        self._facts = label("", "muted", "train-facts", wrap=True)
        self._facts.setAccessibleName(tr("Epoch, iteration, speed and time left"))

        # Set here, so that the layout does not ask for room for all buttons.
        self.setMinimumWidth(_NARROWEST)
        buttons = {
            "start-training": ActionButton(actions.start_training, primary=True),
            "pause-training": ActionButton(actions.pause_training),
            "step-training": ActionButton(actions.step_training),
            "epoch-training": ActionButton(actions.epoch_training),
            "stop-training": ActionButton(actions.stop_training),
        }
        for name, button in buttons.items():
            button.setObjectName(name)
        self._optional_buttons = (buttons["step-training"], buttons["epoch-training"])
        left = column(row(*buttons.values(), None), (self._message, 1), spacing=6)
        layout = fill_card(self)
        layout.addLayout(row((left, 1), numbers, spacing=20))
        layout.addWidget(self._bar)
        layout.addWidget(self._facts)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.set_compact(False)
        self.clear()

    def _number(self, grid: QGridLayout, title: str, name: str) -> QLabel:
        number = label(_NO_NUMBER, "", name)
        number.setAccessibleName(tr("Accuracy, {0}", title))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = grid.rowCount()
        grid.addWidget(label(title, "muted"), line, 0)
        grid.addWidget(number, line, 1)
        return number

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the step and epoch buttons are only in the menu."""
        super().resizeEvent(event)
        for button in self._optional_buttons:
            button.setVisible(self.width() >= _ALL_BUTTONS)

    def show_message(self, sentence: str, role: str = "", advice: bool = False) -> None:
        """Show a sentence, in a role of the theme; with a frame where it is advice."""
        self._message.setText(sentence)
        look = {"role": role, "advice": advice}
        if any(self._message.property(name) != value for name, value in look.items()):
            for name, value in look.items():
                self._message.setProperty(name, value)
            # With the style sheet set again, the label also makes room for its frame.
            self._recolour()

    def set_compact(self, compact: bool) -> None:
        """Leave room below: smaller numbers, and no line about epoch and speed."""
        self._facts.setVisible(not compact)
        self._message.setMinimumHeight((1 if compact else 2) * self._message.fontMetrics().lineSpacing())
        for number in (self._train, self._test):
            enlarge(number, _SMALL if compact else _BIG, widest=percent(1.0))

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

    def show_progress(self, event: Progress, batch_size: int, paused: bool = False) -> None:
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
            facts.append(speed_text(event.iterations_per_second, batch_size))
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
        colours = {name: self._theme.colour(name).name() for name in ("train", "test", "line", "error")}
        self.setStyleSheet(_STYLE_SHEET.format(**colours))


def rate_text(per_second: float) -> str:
    """ "1,234", "83", "8.3", "0.083"."""
    if per_second < 1:
        return f"{per_second:.2g}"
    return f"{per_second:,.{0 if per_second >= 10 else 1}f}"


def speed_text(iterations_per_second: float, batch_size: int) -> str:
    """ "2,310 iterations/s · 231,000 images/s"."""
    # More digits than three would only flicker.
    images = float(f"{batch_size * iterations_per_second:.3g}")
    return tr("{0} iterations/s · {1} images/s", rate_text(iterations_per_second), rate_text(images))


def time_left(seconds: float) -> str:
    """ "12 s left", "3 min left", "1 h 20 min left"."""
    if seconds < 90:
        return tr("{0} s left", f"{seconds:.0f}")
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{0} min left", minutes)
    return tr("{0} h {1} min left", minutes // 60, minutes % 60)
