"""The zoom of the window: by steps, remembered, and in a presentation relative to the height of the window."""

from PySide6.QtCore import QObject, Slot

from gui.actions import Actions
from gui.settings import Settings
from gui.theme import Theme

# In per cent.
LEVELS = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_USUAL = 100
# Text is at least this share of a presentation's height.
_LINES = 45
_KEY = "window/zoom"


class Zoom(QObject):
    """Attributes:
    level: in per cent; in a presentation, of what its height asks for.
    """

    def __init__(self, actions: Actions, settings: Settings, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._settings, self._theme = actions, settings, theme
        self.level = self._usual = settings.whole(_KEY, _USUAL, LEVELS[0], LEVELS[-1])
        # The scale of the presentation that runs; None without one.
        self._presented: float | None = None
        actions.zoom_in.triggered.connect(lambda: self._choose(min(LEVELS[-1], *self._beyond(1))))
        actions.zoom_out.triggered.connect(lambda: self._choose(max(LEVELS[0], *self._beyond(-1))))
        actions.zoom_reset.triggered.connect(lambda: self._choose(_USUAL))
        self._apply()

    def present(self, height: int) -> None:
        """Start a presentation in a window of this height, or follow its height."""
        if self._presented is None:
            self.level = _USUAL
        self._presented = max(height / _LINES / self._theme.font_pixels, 1.0)
        self._apply()

    @Slot()
    def end_presentation(self) -> None:
        """Use the zoom from before the presentation again."""
        self._presented, self.level = None, self._usual
        self._apply()

    def _beyond(self, step: int) -> list[int]:
        """The levels in a direction; the end where there is none left."""
        return [each for each in LEVELS if (each - self.level) * step > 0] or [self.level] * 2

    def _choose(self, level: int) -> None:
        self.level = level
        if self._presented is None:
            self._usual = level
            self._settings.keep(_KEY, level)
        self._apply()

    def _apply(self) -> None:
        self._actions.zoom_in.setEnabled(self.level < LEVELS[-1])
        self._actions.zoom_out.setEnabled(self.level > LEVELS[0])
        presented = self._presented is not None
        self._theme.set_scale((self._presented or 1.0) * self.level / _USUAL, presented)
