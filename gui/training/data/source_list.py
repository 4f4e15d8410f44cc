"""The list of the data: MNIST, starter digits, the last ones of one's own, and two entries that ask for others."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from engine.data.source import DataSource
from gui.i18n import tr
from gui.training.data.dataset_cache import MNIST, SYNTHETIC
from gui.widgets.form_controls import OptionList

# What asks for files, by the kind of a DataSource that they make.
ASKING = ("folder", "idx")
_OWN_AT = 2


def title_of(data: str) -> str:
    """What a person calls data, a ``DataSource`` in one word."""
    source = DataSource.of(data)
    name = Path(source.path).name or source.path
    return {
        MNIST: tr("MNIST"),
        SYNTHETIC: tr("Synthetic digits"),
        "folder": tr("Folder “{0}”", name),
        "idx": tr("IDX “{0}”", name),
    }[source.kind]


class SourceList(OptionList):
    """``chosen``: a person has chosen these data. ``asked``: a person wants to choose "folder" or "idx" files.

    Neither keys nor the wheel step through it while it is closed: a step may ask for a file.
    """

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = SYNTHETIC
        self.own = ""
        for data in (MNIST, SYNTHETIC):
            self.addItem(title_of(data), data)
        self.insertSeparator(self.count())
        for kind, title in zip(ASKING, (tr("A folder of pictures…"), tr("IDX files…")), strict=True):
            self.addItem(title, kind)
        self._tip(ASKING[0], tr("A folder with folders 0 to 9, and in each the pictures of that digit"))
        self._tip(
            ASKING[1], tr("Pictures and labels in the format of MNIST's files, packed or not: choose one of them")
        )
        self.activated.connect(self._activated)

    def show_data(self, data: str) -> None:
        """Let these be the chosen ones; nothing is told."""
        if data not in (MNIST, SYNTHETIC, self.own):
            with QSignalBlocker(self):
                if self.own:
                    self.removeItem(_OWN_AT)
                self.insertItem(_OWN_AT, title_of(data), data)
            self.own = data
            self._tip(data, DataSource.of(data).path)
        self._now = data
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(data))

    def _tip(self, data: str, tip: str) -> None:
        self.setItemData(self.findData(data), tip, Qt.ItemDataRole.ToolTipRole)

    @Slot(int)
    def _activated(self, index: int) -> None:
        data = self.itemData(index)
        # What the files asked for hold is not known yet.
        self.setCurrentIndex(self.findData(self._now))
        (self.asked if data in ASKING else self.chosen).emit(data)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in keys or (event.text().isprintable() and event.text().strip()):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
