"""What a training is doing, why it has ended, and what can be done, in a sentence."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame

from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import ElidedLabel, button, fill_card, label, row

# Of the panel itself, not in the theme: set again, it makes the message ask for room for its frame.
_STYLE_SHEET = """
QLabel[advice="true"] {{ border: 1px solid {error}; border-radius: 6px; padding: 5px 9px; font-weight: 600; }}
"""
# Above and below an advice's text.
_FRAME = 12


class StatusPanel(QFrame):
    """A sentence, and the speed. The bar below the tabs has the buttons and the other numbers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._message = label("", "", "train-message", wrap=True)
        self._message.setAccessibleName(tr("What the training is doing"))
        self._message.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._speed = ElidedLabel(role="muted", name="train-speed")
        self._speed.setAccessibleName(tr("Speed of the training"))
        layout = fill_card(self)
        layout.setContentsMargins(14, 6, 14, 6)
        self.fix = button(tr("Show it"), "show-error")
        self.fix.setToolTip(tr("Go to the setting that is not right yet"))
        self.fix.hide()
        layout.addLayout(row((self._message, 1), self.fix, self._speed))
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_message(self, sentence: str, role: str = "", advice: bool = False, fixable: bool = False) -> None:
        """Show a sentence, in a role of the theme; with a frame where it is advice, or with ``fix`` beside it."""
        self._message.setText(sentence)
        self.fix.setVisible(fixable)
        look = {"role": role, "advice": advice}
        if any(self._message.property(name) != value for name, value in look.items()):
            for name, value in look.items():
                self._message.setProperty(name, value)
            # With the style sheet set again, the label also makes room for its frame.
            self._restyle()

    def show_speed(self, text: str) -> None:
        """How fast it is, or ""."""
        self._speed.setText(text)

    @Slot()
    def _restyle(self) -> None:
        self.setStyleSheet(_STYLE_SHEET.format(error=self._theme.colour("error").name()))
        # Two lines: it stays as high as it is.
        self._message.setMinimumHeight(2 * self._message.fontMetrics().lineSpacing() + _FRAME)
