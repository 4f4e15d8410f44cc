"""Buttons that go through steps, with a sentence about the step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.i18n import tr
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.cards import WrappedRow, button, column, label, row
from gui.widgets.form_controls import keep_lines

# Milliseconds of one step while it plays.
_PACE = 1200


class Stepper(QWidget):
    """First, Back, Next and Play, which goes on by itself until the last step.

    Usage::

        self.stepper = Stepper(theme, "steps", [tr("The input."), tr("x W + b of the first layer."), ...])
        self.stepper.changed.connect(self._show_step)

    Attributes:
        index: of the step, from 0.
        sentences: one for each step.

    Signals:
        changed: the index, after the user has gone to another step or while it plays; ``go_to`` emits nothing.
    """

    changed = Signal(int)

    def __init__(self, theme: Theme, name: str, sentences: Sequence[str], lines: int = 2) -> None:
        """Args:
        name: object name; the buttons are "NAME-first", "NAME-back", "NAME-next" and "NAME-play".
        lines: of text for which there is room, so that nothing moves with another sentence.
        """
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self.index, self.sentences = 0, list(sentences)
        self._timer = QTimer(self)
        self._timer.setInterval(_PACE)
        self._timer.timeout.connect(self._play_on)
        self._first = button(tr("First"), f"{name}-first", lambda: self._user_goes(0))
        self._back = button(tr("Back"), f"{name}-back", lambda: self._user_goes(self.index - 1))
        self._next = button(tr("Next"), f"{name}-next", lambda: self._user_goes(self.index + 1))
        self._play = button("", f"{name}-play", self._toggle)
        self._count = label("", "muted", f"{name}-count")
        self._sentence = label("", "", f"{name}-sentence", wrap=True)
        # Those of some lessons have markup; none holds a name from a file.
        self._sentence.setTextFormat(Qt.TextFormat.AutoText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        keep_lines(self._sentence, lines)
        buttons = WrappedRow(self._first, self._back, self._next, self._play, across=6)
        top = Qt.AlignmentFlag.AlignTop
        self.setLayout(column(buttons, row((self._count, 0, top), (self._sentence, 1, top)), spacing=6))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self._set_icon)
        self._set_icon()
        self._show()

    def set_sentences(self, sentences: Sequence[str]) -> None:
        """Have other steps; the index stays if there are enough."""
        self.sentences = list(sentences)
        self.go_to(self.index)

    def go_to(self, index: int) -> None:
        """Show another step, at most the last one; emits nothing."""
        self.index = min(max(index, 0), max(len(self.sentences) - 1, 0))
        self._show()

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Play no longer."""
        self._timer.stop()
        self._set_icon()

    def _user_goes(self, index: int) -> None:
        self.stop()
        self._go(index)

    def _go(self, index: int) -> None:
        before = self.index
        self.go_to(index)
        if self.index != before:
            announce(self._sentence, self._sentence.text())
            self.changed.emit(self.index)

    @Slot()
    def _toggle(self) -> None:
        if self.playing:
            self.stop()
            return
        # From the last step, it starts again.
        self._go(0 if self.index == len(self.sentences) - 1 else self.index + 1)
        self._timer.start()
        self._set_icon()

    @Slot()
    def _play_on(self) -> None:
        self._go(self.index + 1)
        if self.index >= len(self.sentences) - 1:
            self.stop()

    @Slot()
    def _set_icon(self) -> None:
        self._play.setIcon(self._theme.icon("pause" if self.playing else "play"))
        what = tr("Pause") if self.playing else tr("Play")
        self._play.setAccessibleName(what)
        self._play.setToolTip(what)

    def _show(self) -> None:
        last = len(self.sentences) - 1
        focused = self.focusWidget()
        self._first.setEnabled(self.index > 0)
        self._back.setEnabled(self.index > 0)
        self._next.setEnabled(self.index < last)
        self._play.setEnabled(last > 0)
        # A disabled button would pass the focus on to whatever comes next.
        if focused in (self._first, self._back, self._next) and not focused.isEnabled():
            (self._back if self.index else self._next).setFocus()
        self._count.setText(f"{self.index + 1} / {last + 1}" if last >= 0 else "")
        self._sentence.setText(self.sentences[self.index] if self.sentences else "")

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
