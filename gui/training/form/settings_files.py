"""Loading and saving the settings of a training."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import DigitLabError
from engine.i18n import tr
from engine.paths import home_folder
from engine.train.settings_file import Settings as TrainSettings
from engine.train.settings_file import load_settings, save_settings
from gui.actions import Actions
from gui.file_dialogs import ask_where_to_save, proposed_name
from gui.settings import Settings

_ENDING = "toml"


class SettingsFiles(QObject):
    """``problem``: a file could not be loaded or saved, in a sentence; "" where one could."""

    problem = Signal(str)

    def __init__(
        self,
        get: Callable[[], TrainSettings | None],
        show: Callable[[TrainSettings], object],
        actions: Actions,
        settings: Settings,
        window: QWidget,
    ) -> None:
        """Args:
        get: the settings to save; None while one is wrong.
        show: shows loaded ones.
        window: the parent of the dialogs.
        """
        super().__init__(window)
        self._get, self._show, self._settings, self._window = get, show, settings, window
        actions.open_settings.triggered.connect(self._load)
        actions.save_settings.triggered.connect(self._save)

    @Slot()
    def _load(self) -> None:
        kinds = tr("Settings ({0})", f"*.{_ENDING}") + ";;" + tr("All files (*)")
        file, _ = QFileDialog.getOpenFileName(self._window, tr("Load settings"), self._folder, kinds)
        if file:
            self._use(Path(file), lambda: self._show(load_settings(file)))

    def use_loaded(self, settings: TrainSettings, file: Path) -> None:
        """Show settings that were read from a file."""
        self._use(file, lambda: self._show(settings))

    @Slot()
    def _save(self) -> None:
        settings = self._get()
        if settings is None:
            return
        kinds = {tr("Settings ({0})", f"*.{_ENDING}"): _ENDING}
        name = proposed_name(settings.spec.title)
        file = ask_where_to_save(self._window, tr("Save settings"), self._folder, name, kinds)
        if file is not None:
            self._use(file, lambda: save_settings(file, settings))

    def _use(self, file: Path, use: Callable[[], object]) -> None:
        """Load or save a file. The next dialog starts in its folder."""
        self._settings.keep("train/settings-folder", str(file.parent))
        try:
            use()
            self.problem.emit("")
        except DigitLabError as error:
            self.problem.emit(str(error))

    @property
    def _folder(self) -> str:
        return self._settings.text("train/settings-folder", str(home_folder()))
