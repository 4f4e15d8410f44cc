"""Asking a person which file: of runs to import, or to export one to."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gui.file_dialogs import ask_where_to_save
from gui.i18n import tr
from gui.settings import Settings

RUN, SETTINGS = "zip", "toml"
_FOLDER = "runs/folder"
_MOST_LETTERS = 80


def ask_where(parent: QWidget, settings: Settings, name: str, kind: str) -> Path | None:
    """Where to write a run, or its settings; None for nowhere.

    Args:
        name: of the run.
        kind: RUN or SETTINGS, the file's ending.
    """
    title = tr("Export the run") if kind == RUN else tr("Export the settings")
    kinds = {tr("Training runs (*.zip)") if kind == RUN else tr("Settings (*.toml)"): kind}
    chosen = ask_where_to_save(parent, title, settings.text(_FOLDER, str(Path.home())), file_name(name), kinds)
    if chosen is not None:
        settings.keep(_FOLDER, str(chosen.parent))
    return chosen


def ask_which(parent: QWidget, settings: Settings) -> list[Path]:
    """The files of runs to import."""
    files, _ = QFileDialog.getOpenFileNames(
        parent,
        tr("Import runs"),
        settings.text(_FOLDER, str(Path.home())),
        tr("Training runs (*.zip)") + ";;" + tr("All files (*)"),
    )
    if files:
        settings.keep(_FOLDER, str(Path(files[0]).parent))
    return [Path(file) for file in files]


def file_name(name: str) -> str:
    """A run's name as every system takes it for a file's."""
    kept = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', "-", name)[:_MOST_LETTERS]
    return kept.strip(" .-") or tr("run")
