"""Asking a person for pictures of one's own: a folder of them, or an IDX file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from engine.data.source import DataSource
from gui.i18n import tr


def ask_for_data(parent: QWidget, kind: str, own: str) -> str:
    """Data of a kind, "folder" or "idx", as a ``DataSource`` in one word; "" where none were chosen.

    Of an IDX pair either file will do: the engine finds what belongs to it.

    Args:
        own: the last data of one's own, or "": the new ones may lie beside them.
    """
    near = str(Path(DataSource.of(own).path).parent) if own else str(Path.home())
    if kind == "folder":
        path = QFileDialog.getExistingDirectory(parent, tr("A folder with the folders 0 to 9"), near)
    else:
        files = tr("IDX files ({0})", "*ubyte* *idx* *.gz") + ";;" + tr("All files (*)")
        path, _ = QFileDialog.getOpenFileName(parent, tr("The IDX file of the pictures"), near, files)
    return str(DataSource(kind, path)) if path else ""
