"""What a training is doing, why it has ended, and what can be done, in a sentence."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import button, fill_card, label, row
from gui.widgets.form_controls import restyle

# It stays as high as it is: the tabs below would jump under the mouse.
_LINES = 3
# In a narrower panel there is no room for the speed.
_SPEED_FROM = 640


class StatusPanel(QFrame):
    """A sentence, and the speed. The bar below the tabs has the buttons and the other numbers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._message = label("", "", "train-message", wrap=True)
        self._message.setAccessibleName(tr("What the training is doing"))
        self._message.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._speed = label(role="muted", name="train-speed")
        self._speed.setAccessibleName(tr("Speed of the training"))
        layout = fill_card(self)
        layout.setContentsMargins(14, 6, 14, 6)
        self.fix = button(tr("Show it"), "show-error")
        self.fix.setToolTip(tr("Go to the setting that is not right yet"))
        self.fix.hide()
        layout.addLayout(row((self._message, 1), self.fix, self._speed, spacing=20))
        theme.changed.connect(self._resize)
        self._resize()

    def show_message(self, sentence: str, role: str = "", advice: bool = False, fixable: bool = False) -> None:
        """Show a sentence, in a role of the theme; with a frame where it is advice, or with ``fix`` beside it."""
        self._message.setText(sentence)
        self.fix.setVisible(fixable)
        restyle(self._message, "role", role)
        restyle(self, "advice", advice)

    def show_speed(self, text: str) -> None:
        """How fast it is, or ""."""
        self._speed.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._speed.setVisible(self.width() >= self._theme.px(_SPEED_FROM))

    @Slot()
    def _resize(self) -> None:
        self._message.setMinimumHeight(_LINES * self._message.fontMetrics().lineSpacing())
