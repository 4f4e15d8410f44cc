"""The sentence that says what a training is doing, why it has ended, and what can be done."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame

from gui.actions import Actions
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import ActionButton, ElidedLabel, fill_card, label, row

# Of the panel itself, not in the theme: set again, it makes the message ask for room for its frame.
_STYLE_SHEET = """
QLabel[advice="true"] {{ border: 1px solid {error}; border-radius: 6px; padding: 5px 9px; font-weight: 600; }}
"""
# Above and below an advice's text.
_FRAME = 12


class StatusPanel(QFrame):
    """A sentence, the speed, and until there is a training a button that starts one. The bar below the tabs has the
    other buttons."""

    def __init__(self, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._message = label("", "", "train-message", wrap=True)
        self._message.setAccessibleName(tr("What the training is doing"))
        self._message.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._speed = ElidedLabel(role="muted", name="train-speed")
        self._speed.setAccessibleName(tr("Speed of the training"))
        self._start = ActionButton(actions.start_training, primary=True)
        self._start.setObjectName("start-first-training")
        self._start.setIcon(theme.icon("play", "on-accent"))
        layout = fill_card(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.addLayout(row((self._message, 1), self._speed, self._start))
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_message(self, sentence: str, role: str = "", advice: bool = False) -> None:
        """Show a sentence, in a role of the theme; with a frame where it is advice."""
        self._message.setText(sentence)
        look = {"role": role, "advice": advice}
        if any(self._message.property(name) != value for name, value in look.items()):
            for name, value in look.items():
                self._message.setProperty(name, value)
            # With the style sheet set again, the label also makes room for its frame.
            self._restyle()

    def show_speed(self, text: str) -> None:
        """How fast it is, or ""."""
        self._speed.setText(text)

    def hide_start(self) -> None:
        """There is a training: the bar below has the buttons."""
        self._start.hide()

    @Slot()
    def _restyle(self) -> None:
        self.setStyleSheet(_STYLE_SHEET.format(error=self._theme.colour("error").name()))
        # Two lines: it stays as high as it is.
        self._message.setMinimumHeight(2 * self._message.fontMetrics().lineSpacing() + _FRAME)
