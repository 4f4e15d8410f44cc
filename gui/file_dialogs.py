"""The dialogs that ask for files, and whether to save before something unsaved is lost; and files that are dropped."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.i18n import tr
from gui.settings import Settings
from gui.widgets.long_words import breakable

# Letters of the name of a file that is proposed: a network with many layers has a title of hundreds.
_MAX_NAME = 80


def proposed_name(title: str) -> str:
    """The title of a network as the name of a file."""
    return re.sub(r'[\x00-\x1f<>:"/\\|?* ]+', "-", title)[:_MAX_NAME].strip(".-")


def ask_where_to_save(parent: QWidget, title: str, folder: str, name: str, kinds: Mapping[str, str]) -> Path | None:
    """Ask for a file; None if the dialog is cancelled.

    The suffix is added before Qt asks whether an existing file may be replaced.

    Args:
        folder, name: the proposal, the name without a suffix.
        kinds: the suffix of each kind of file by its title; the first one is proposed.
    """
    dialog = QFileDialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    first = next(iter(kinds.values()))
    dialog.setDefaultSuffix(first)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind]))
    dialog.selectFile(f"{name}.{first}")
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def ask_whether_to_save(parent: QWidget, name: str, fact: str, question: str) -> QMessageBox.StandardButton:
    """Ask a question; returns the chosen button: Save, Discard or Cancel.

    Args:
        name: the object name of the box.
        fact, question: what is unsaved, and what to do about it: one sentence each.
    """
    button = QMessageBox.StandardButton
    choices = button.Save | button.Discard | button.Cancel
    box = QMessageBox(QMessageBox.Icon.Question, tr("Digit Lab"), breakable(fact), choices, parent)
    box.setObjectName(name)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(question)
    box.setDefaultButton(button.Save)
    chosen = button(box.exec())
    box.deleteLater()
    return chosen


def ask_which_to_open(parent: QWidget, settings: Settings, key: str, title: str, kinds: str) -> Path | None:
    """Ask for a file; None if the dialog is cancelled.

    Args:
        key: the settings' key of the folder, which is remembered.
        kinds: Qt's name filters.
    """
    file, _ = QFileDialog.getOpenFileName(parent, title, settings.text(key, ""), kinds)
    if not file:
        return None
    settings.keep(key, str(Path(file).parent))
    return Path(file)


def local_files(data: QMimeData) -> list[Path]:
    """The files of a drop or of the clipboard."""
    return [file for url in data.urls() if (file := file_of_url(url)) is not None]


def file_of_url(url: QUrl) -> Path | None:
    """The file of a file:// URL; None for any other URL."""
    name = url.toLocalFile()
    if os.name == "posix" and name and not url.host():
        # Qt would replace the bytes of a name that is not UTF-8.
        name = os.fsdecode(unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded)))
    return Path(name) if name else None
