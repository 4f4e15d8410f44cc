"""The settings of a training from a file and to a file, which the person chooses."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from engine import settings_file
from engine.errors import DigitLabError
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
    file = _where_to_save(parent, settings, to_save)
    if file is None:
        return None
    _keep_folder(settings, file)
    try:
        settings_file.save_settings(file, to_save)
    except DigitLabError as error:
        return str(error)
    return ""


def _where_to_save(parent: QWidget, settings: Settings, to_save: settings_file.Settings) -> str | None:
    """Ask for a file. Its ending is added before Qt asks whether an existing file may be replaced."""
    dialog = QFileDialog(parent, tr("Settings to a file"), _folder(settings))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([tr("Settings ({0})", f"*.{_ENDING}")])
    dialog.setDefaultSuffix(_ENDING)
    dialog.selectFile(f"{to_save.spec.title.replace(' ', '-')}.{_ENDING}")
    chosen = dialog.selectedFiles()[0] if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def _folder(settings: Settings) -> str:
    return settings.text("train/settings-folder", str(Path.home()))


def _keep_folder(settings: Settings, file: str) -> None:
    settings.keep("train/settings-folder", str(Path(file).parent))
