"""Asking for the file to save something in."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget, title: str, folder: str, name: str, kinds: Mapping[str, str]) -> Path | None:
    """Ask for a file; None where the person thinks better of it.

    Its ending is added before Qt asks whether an existing file may be replaced.

    Args:
        folder, name: what is offered, the name without an ending.
        kinds: the endings of the kinds of file by what they are called, the first one is offered.
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
