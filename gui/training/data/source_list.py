"""The list of data: MNIST, synthetic digits, the user's last own data, and two entries that ask for files."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent

from engine.data.orientation import BOTH, INVERT, TRANSPOSE
from engine.data.source import DataSource
from engine.errors import printable
from engine.i18n import tr
from gui.training.data.dataset_cache import MNIST, SYNTHETIC
from gui.widgets.cards import plain_tip
from gui.widgets.form_controls import OptionList

# The entries that ask for files, by the kind of the DataSource.
ASKING = ("folder", "file")
_OWN_AT = 2


def title_of(data: str) -> str:
    """The title of data, ``str(DataSource)``."""
    source = DataSource.of(data)
    name = printable(Path(source.path).name or source.path)
    title = {
        MNIST: tr("MNIST"),
        SYNTHETIC: tr("Synthetic digits"),
        "folder": tr("Folder “{0}”", name),
        "file": tr("File “{0}”", name),
        "idx": tr("IDX “{0}”", name),
    }[source.kind]
    how = {
        TRANSPOSE: tr("{0}, transposed", title),
        INVERT: tr("{0}, inverted", title),
        BOTH: tr("{0}, transposed and inverted", title),
    }
    return how.get(source.transform, title)


class SourceList(OptionList):
    """Neither keys nor the wheel change it while it is closed: a step may open a file dialog.

    Signals:
        chosen: the user has chosen these data.
        asked: the user wants to choose a "folder" or a "file".

    Attributes:
        own: the user's own data that were shown last, or "".
    """

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("train-data")
        self.setAccessibleName(tr("Data"))
        self._shown = SYNTHETIC
        self.own = ""
        for data in (MNIST, SYNTHETIC):
            self.addItem(title_of(data), data)
        self.insertSeparator(self.count())
        for kind, title in zip(ASKING, (tr("A folder of images…"), tr("A data file…")), strict=True):
            self.addItem(title, kind)
        self._tip(
            ASKING[0],
            tr("A folder with folders 0 to 9, and in each the images of that digit; or a folder of data files"),
        )
        self._tip(
            ASKING[1],
            tr("Images with labels: CSV as from Kaggle, MNIST's IDX files, mnist.npz or mnist.pkl, compressed or not"),
        )
        self.activated.connect(self._activated)

    def show_data(self, data: str) -> None:
        """Select data, without a signal."""
        if data not in (MNIST, SYNTHETIC, self.own):
            with QSignalBlocker(self):
                if self.own:
                    self.removeItem(_OWN_AT)
                self.insertItem(_OWN_AT, title_of(data), data)
            self.own = data
            self._tip(data, DataSource.of(data).path)
        self._shown = data
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(data))

    def _tip(self, data: str, tip: str) -> None:
        self.setItemData(self.findData(data), plain_tip(tip), Qt.ItemDataRole.ToolTipRole)

    @Slot(int)
    def _activated(self, index: int) -> None:
        data = self.itemData(index)
        # The choice changes once the files have been loaded.
        self.setCurrentIndex(self.findData(self._shown))
        (self.asked if data in ASKING else self.chosen).emit(data)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in keys or (event.text().isprintable() and event.text().strip()):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
