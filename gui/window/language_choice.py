"""The choice of the language in the menu, which the program follows after a restart."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QWidget

from engine.i18n import tr
from engine.i18n.language import NAMES
from gui.actions import Actions
from gui.localization import SYSTEM, language, language_of
from gui.settings import Settings

KEY = "language"


def chosen_language(settings: Settings) -> str:
    """One of NAMES, or SYSTEM."""
    return settings.text(KEY, SYSTEM, (SYSTEM, *NAMES))


class LanguageChoice(QObject):
    """Keeps the choice, and offers a restart: the texts of a window are set when its parts are made.

    Signals:
        restart: the user wants to start the program again.
    """

    restart = Signal()

    def __init__(self, actions: Actions, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        chosen = chosen_language(settings)
        for action in actions.languages.actions():
            action.setChecked(action.data() == chosen)
        actions.languages.triggered.connect(self._choose)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._settings.keep(KEY, action.data())
        wanted = language_of(action.data())
        if wanted != language() and self._now(NAMES[wanted]):
            self.restart.emit()

    def _now(self, name: str) -> bool:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            tr("Digit Lab"),
            tr("The language of the window is {0} after a restart.", name),
            parent=self._window,
        )
        box.setObjectName("language-restart")
        box.setInformativeText(tr("Restart now? You will be asked about unsaved work first."))
        now = box.addButton(tr("&Restart now"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("&Later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(now)
        box.exec()
        chosen = box.clickedButton() is now
        box.deleteLater()
        return chosen
