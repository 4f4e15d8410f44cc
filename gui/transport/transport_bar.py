"""The bar that controls a training and shows how it goes; large enough to be read from the back of a classroom."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar

from engine.i18n import tr
from engine.train.events import Evaluation
from gui.actions import Actions
from gui.theme import Theme
from gui.training.curves.training_history import percent
from gui.transport.epoch_slider import EpochSlider
from gui.transport.sparkline import Sparkline
from gui.widgets.cards import ActionButton, column, label, row
from gui.widgets.form_controls import ElidedList, restyle, small

# Pixels.
_HEIGHT, _PROGRESS, _MARGIN, _SPACING = 58, 3, 14, 10
_BIG, _SMALL = "24", "15"
_ICON, _ABOVE_AND_BELOW = 16, 14
_STEPS = 1000
_NO_NUMBER = "–"


class TransportBar(QFrame):
    """Start, pause, one step, one epoch, stop; the speed; where it is; the accuracies; the losses; the kept epochs.

    In a narrow window it gives way in a certain order: see ``_give_way``. Its height never changes.

    Signals:
        speed_chosen: the index of a speed.

    Attributes:
        epochs: the slider.
        sparkline: the losses.
    """

    speed_chosen = Signal(int)

    def __init__(self, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("transport-bar")
        self.setAccessibleName(tr("Training"))
        self._actions, self._theme = actions, theme
        self._primary = {
            "start-training": _PrimaryButton(actions.start_training, actions, theme),
            "pause-training": _PrimaryButton(actions.pause_training, actions, theme),
        }
        self._others = {
            "step-training": _BarButton(actions.step_training),
            "epoch-training": _BarButton(actions.epoch_training),
            "stop-training": _BarButton(actions.stop_training),
        }
        for name, each in (self._primary | self._others).items():
            each.setObjectName(name)
        self.speed = ElidedList("training-speed", tr("Training speed"))
        self.speed.setToolTip(tr("Choose how fast the network is trained"))
        names = {
            "step": tr("1 step/s"),
            "five": tr("5 steps/s"),
            "twenty-five": tr("25 steps/s"),
            "epoch": tr("1 epoch/s"),
            "full": tr("Full speed"),
        }
        self.speed.addItems([names[each.data()] for each in actions.speeds.actions()])
        self.speed.activated.connect(self.speed_chosen)
        self._facts = label(name="train-facts")
        self._facts.setAccessibleName(tr("Epoch"))
        self._details = label(role="muted", name="train-details")
        self._details.setAccessibleName(tr("Iteration and time left"))
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(10)
        numbers.setVerticalSpacing(0)
        self._captions = [label(tr("train"), "muted"), label(tr("test"), "muted")]
        self._train = self._number(numbers, self._captions[0], "train-accuracy")
        self._test = self._number(numbers, self._captions[1], "test-accuracy")
        for note in (self._details, *self._captions):
            small(note)
        self.sparkline = Sparkline(theme)
        self.epochs = EpochSlider(theme)
        self._progress = QProgressBar(self, textVisible=False)
        self._progress.setObjectName("train-progress")
        self._progress.setAccessibleName(tr("Progress of the training"))

        buttons = row(*self._primary.values(), *self._others.values(), spacing=4)
        facts = column(None, self._facts, self._details, None, spacing=0)
        layout = row(buttons, self.speed, facts, numbers, (self.sparkline, 1), None, (self.epochs, 2), spacing=_SPACING)
        layout.setContentsMargins(_MARGIN, _PROGRESS, _MARGIN, 0)
        # It gives way instead of asking for room.
        layout.setSizeConstraint(layout.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)
        theme.changed.connect(self._restyle)
        self._widest = ("", "")
        self.show_active(False)
        self.set_widest(tr("Epoch {0} of {1}", "88.8", 10), tr("Iteration {0} of {1}", "8,888", "8,888"))
        self._restyle()
        self.clear()

    def _number(self, grid: QGridLayout, caption: QLabel, name: str) -> QLabel:
        number = label(_NO_NUMBER, "", name)
        number.setAccessibleName(tr("Accuracy, {0}", caption.text()))
        column_ = grid.columnCount()
        grid.addWidget(caption, 0, column_, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(number, 1, column_, Qt.AlignmentFlag.AlignTop)
        return number

    # -- contents

    def show_active(self, active: bool) -> None:
        """Whether there is a training: it can be paused then, and otherwise started."""
        start, pause = self._primary.values()
        shown, hidden = (pause, start) if active else (start, pause)
        left = (hidden,) if active else (hidden, self._others["stop-training"])
        shown.show()
        if self.window().focusWidget() in left:
            shown.setFocus()
        hidden.hide()

    def show_speed(self, index: int) -> None:
        """Show which speed it is."""
        self.speed.setCurrentIndex(index)

    def clear(self) -> None:
        """Show nothing yet of a training."""
        self.show_accuracies(None)
        self.sparkline.clear()
        self.show_facts(tr("No training yet"), "")
        self.show_progress(0, _STEPS)

    def show_progress(self, done: int, total: int) -> None:
        """How much is done; 0 of 0 where that is not known."""
        self._progress.setRange(0, _STEPS if total else 0)
        self._progress.setValue(_STEPS * done // total if total else 0)

    def show_facts(self, facts: str, details: str) -> None:
        """Two lines about where it is."""
        self._facts.setText(facts)
        self._details.setText(details)

    def set_widest(self, facts: str, details: str) -> None:
        """Have room for these lines, so that nothing moves while they change."""
        if (facts, details) != self._widest:
            self._widest = facts, details
            self._fit()

    def show_accuracies(self, event: Evaluation | None) -> None:
        """What was measured, if anything was."""
        train, test = (None, None) if event is None else (event.train_accuracy, event.test_accuracy)
        for number, accuracy in ((self._train, train), (self._test, test)):
            number.setText(_NO_NUMBER if accuracy is None else percent(accuracy))
            number.setEnabled(accuracy is not None)

    # -- size

    def sizeHint(self) -> QSize:
        return QSize(0, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height)

    @property
    def _height(self) -> int:
        lines = self._facts.fontMetrics().lineSpacing() + self._details.fontMetrics().lineSpacing()
        highest = max(lines, self.epochs.sizeHint().height())
        numbers = self._captions[0].fontMetrics().lineSpacing() + self._train.fontMetrics().lineSpacing()
        px = self._theme.px
        return max(px(_HEIGHT), highest + px(_PROGRESS + _ABOVE_AND_BELOW), numbers + px(2 * _PROGRESS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._progress.setGeometry(0, 0, self.width(), self._theme.px(_PROGRESS))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._restyle()

    @property
    def _give_way(self) -> Sequence[Callable[[bool], object]]:
        """What it does without in a narrow window, first of all without the losses."""
        step, epoch, stop = self._others.values()
        return (
            lambda on: self.sparkline.setVisible(not on),
            partial(_set_icon_only, (step, epoch)),
            partial(_set_icon_only, (stop,)),
            lambda on: self._details.setVisible(not on),
            self._shrink_numbers,
            self._shrink_primary,
            lambda on: self._facts.setVisible(not on),
            lambda on: self.speed.setVisible(not on),
        )

    @Slot()
    def _fit(self) -> None:
        layout, steps = self.layout(), self._give_way
        assert layout is not None
        for number in range(len(steps) + 1):
            for i, step in enumerate(steps):
                step(i < number)
            widths = zip((self._facts, self._details), self._widest, strict=True)
            for line, text in widths:
                line.ensurePolished()
                line.setMinimumWidth(QFontMetrics(line.font()).horizontalAdvance(text))
            layout.invalidate()
            layout.activate()
            if layout.minimumSize().width() <= self.width():
                break
        self.setFixedHeight(self._height)

    def _shrink_primary(self, shrink: bool) -> None:
        _set_icon_only(tuple(self._primary.values()), shrink)
        # Nothing beside them moves when one replaces the other.
        for each in self._primary.values():
            each.ensurePolished()
            each.setMinimumWidth(max(other.sizeHint().width() for other in self._primary.values()))

    def _shrink_numbers(self, shrink: bool) -> None:
        for number in (self._train, self._test):
            restyle(number, "number", _SMALL if shrink else _BIG)
            number.ensurePolished()
            number.setMinimumWidth(number.fontMetrics().horizontalAdvance(percent(1.0)))

    @Slot()
    def _restyle(self) -> None:
        for button in (*self._primary.values(), *self._others.values()):
            button.setIconSize(QSize(self._theme.px(_ICON), self._theme.px(_ICON)))
        self._fit()


def _set_icon_only(buttons: Sequence[ActionButton], icon_only: bool) -> None:
    for each in buttons:
        each.set_icon_only(icon_only)


class _BarButton(ActionButton):
    """Keeps the keyboard focus while it is disabled for a moment: its next click would otherwise be elsewhere."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return super().focusNextPrevChild(forward) if self.isEnabled() else True


class _PrimaryButton(_BarButton):
    """Its icon has the colour of its text."""

    def __init__(self, action: QAction, actions: Actions, theme: Theme) -> None:
        self._actions, self._theme = actions, theme
        super().__init__(action, primary=True)
        theme.changed.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        super()._follow()
        self.setIcon(self._theme.icon(self._actions.icon_name(self._action), "on-accent"))
