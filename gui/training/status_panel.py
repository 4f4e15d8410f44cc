"""What a training is doing, why it has ended, and what can be done, in a sentence."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from engine.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import button, fill_card, label, row
from gui.widgets.form_controls import restyle

# It stays as high as it is, whatever the message: the tabs below would jump under the mouse.
_LINES, _NARROW_LINES = 2, 3
# A narrower panel has more lines, and no room for the speed.
_NARROW = 640


class StatusPanel(QFrame):
    """A sentence, and the speed. The bar below the tabs has the buttons and the other numbers.

    Attributes:
        fix: goes to the setting that is not right yet.
        remedy: changes the settings as the advice says.
    """

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
        self.remedy = button(tr("Change the settings"), "apply-advice")
        self.remedy.setToolTip(tr("Stop this training and change the settings; then start it again"))
        self.remedy.hide()
        self.choose_images = button(tr("Choose the images…"), "choose-images")
        self.choose_images.setToolTip(tr("Say where the images of this training are on this computer"))
        self.choose_images.hide()
        buttons = (self.fix, self.remedy, self.choose_images)
        layout.addLayout(row((self._message, 1), *buttons, self._speed, spacing=20))
        theme.changed.connect(self._resize)
        self._resize()

    def show_message(
        self,
        sentence: str,
        role: str = "",
        advice: bool = False,
        fixable: bool = False,
        images_missing: bool = False,
        action: str = "",
    ) -> None:
        """Show a sentence, in a role of the theme; with a frame where it is advice, or with ``fix`` or
        ``choose_images`` beside it.

        Args:
            action: the text of ``remedy``; "" where it is hidden.
        """
        self._message.setText(sentence)
        self.fix.setVisible(fixable)
        self.choose_images.setVisible(images_missing)
        self.remedy.setVisible(bool(action))
        if action:
            self.remedy.setText(action)
        self._show_speed()
        restyle(self._message, "role", role)
        restyle(self, "advice", advice)

    def show_speed(self, text: str) -> None:
        """How fast it is, or ""."""
        self._speed.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_speed()
        self._resize()

    def _show_speed(self) -> None:
        # Advice needs the room.
        self._speed.setVisible(not self._narrow and self.remedy.isHidden())

    @property
    def _narrow(self) -> bool:
        return self.width() < self._theme.px(_NARROW)

    @Slot()
    def _resize(self) -> None:
        lines = _NARROW_LINES if self._narrow else _LINES
        self._message.setMinimumHeight(lines * self._message.fontMetrics().lineSpacing())
