"""The settings of a training from a file and to a file, which the person chooses."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import DigitLabError
from engine.train import settings_file
from gui.file_dialogs import ask_where_to_save
from gui.i18n import tr
from gui.settings import Settings

_ENDING = "toml"


def open_settings(parent: QWidget, settings: Settings) -> tuple[settings_file.Settings | None, str | None]:
    """What the chosen file says, and why it cannot be read: "" where it can. Neither, where none was chosen."""
    file, _ = QFileDialog.getOpenFileName(
        parent,
        tr("Settings from a file"),
        _folder(settings),
        tr("Settings ({0})", f"*.{_ENDING}") + ";;" + tr("All files (*)"),
    )
    if not file:
        return None, None
    _keep_folder(settings, file)
    try:
        return settings_file.load_settings(file), ""
    except DigitLabError as error:
        return None, str(error)


def save_settings(parent: QWidget, settings: Settings, to_save: settings_file.Settings) -> str | None:
    """Why they could not be written to the chosen file: "" where they could, None where none was chosen."""
    kinds = {tr("Settings ({0})", f"*.{_ENDING}"): _ENDING}
    name = to_save.spec.title.replace(" ", "-")
    file = ask_where_to_save(parent, tr("Settings to a file"), _folder(settings), name, kinds)
    if file is None:
        return None
    _keep_folder(settings, file)
    try:
        settings_file.save_settings(file, to_save)
    except DigitLabError as error:
        return str(error)
    return ""


def _folder(settings: Settings) -> str:
    return settings.text("train/settings-folder", str(Path.home()))


def _keep_folder(settings: Settings, file: str | Path) -> None:
    settings.keep("train/settings-folder", str(Path(file).parent))
