"""All kept drawings, to look at, to relabel, to delete, to import and to export."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from engine.drawings import Import
from engine.i18n import tr
from engine.io.checked_file import printable
from engine.types import CLASSES
from gui.draw.digit_keys import digit_of
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.handwriting.drawing_list import DrawingsList
from gui.file_dialogs import ask_where_to_save, ask_which_to_open, local_files
from gui.settings import Settings
from gui.widgets.cards import ElidedLabel, button, fill, row
from gui.widgets.form_controls import ElidedList, resize_dialog

_FOLDER = "drawings/folder"


class Gallery(QDialog):
    """A grid of drawings with their labels. A digit's key relabels the selected ones; Delete deletes them."""

    def __init__(self, store: AsyncDrawingStore, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self.setWindowTitle(tr("Your drawings"))
        resize_dialog(self, QSize(720, 520))
        self.setAcceptDrops(True)
        self._store, self._settings = store, settings
        self._deleted: list[list[str]] = []
        self.filter = ElidedList("gallery-filter", tr("Which drawings are shown"))
        # The number in it changes.
        self.filter.setSizeAdjustPolicy(ElidedList.SizeAdjustPolicy.AdjustToContents)
        self.filter.currentIndexChanged.connect(self._show)
        self.list = DrawingsList(store.images)
        self.list.setObjectName("gallery-list")
        self.list.setAccessibleName(tr("Your drawings"))
        self.list.selectionModel().selectionChanged.connect(self._selection_changed)
        self._text = ElidedLabel("", "muted", "gallery-text")
        self._relabel = ElidedList("gallery-relabel", tr("Relabel as"))
        self._relabel.addItems([tr("Relabel…"), *map(str, range(CLASSES))])
        self._relabel.activated.connect(lambda index: self._relabel_as(index - 1) if index else None)
        self._delete = button(tr("Delete"), "gallery-delete", self.delete, small=False)
        self._undo = button(tr("Undo"), "gallery-undo", self.undo, small=False)
        imported = button(tr("Import…"), "gallery-import", self._ask_import, small=False)
        self._export = button(tr("Export…"), "gallery-export", self._ask_export, small=False)
        close = button(tr("Close"), "gallery-close", self.accept, small=False)
        for each in (self._delete, self._undo, imported, self._export, close):
            each.setAutoDefault(False)
        whole = fill(
            QVBoxLayout(self),
            (
                row(self.filter, None, self._relabel, self._delete, self._undo),
                (self.list, 1),
                row((self._text, 1), imported, self._export, close),
            ),
            spacing=10,
        )
        whole.setContentsMargins(14, 14, 14, 14)
        store.changed.connect(self._refresh)
        store.imported.connect(self._imported)
        store.exported.connect(self._exported)
        store.problem.connect(self._show_problem)
        self._refresh()

    # -- the list

    @Slot()
    def _refresh(self) -> None:
        labels, chosen = [drawing.label for drawing in self._store.drawings], max(self.filter.currentIndex(), 0)
        with QSignalBlocker(self.filter):
            self.filter.clear()
            self.filter.addItem(tr("All {0:,}", len(labels)))
            self.filter.addItems([tr("{0}: {1}", digit, f"{labels.count(digit):,}") for digit in range(CLASSES)])
            self.filter.setCurrentIndex(chosen)
        self._show()

    @Slot()
    def _show(self) -> None:
        """The latest first."""
        label = self.filter.currentIndex() - 1
        self.list.show_drawings([each for each in reversed(self._store.drawings) if label in (-1, each.label)])
        self._selection_changed()

    def selected(self) -> list[str]:
        """The ids of the selected drawings."""
        return self.list.selected

    @Slot()
    def _selection_changed(self) -> None:
        n = len(self.selected())
        self._relabel.setEnabled(n > 0)
        self._delete.setEnabled(n > 0)
        self._enable_undo()
        self._export.setEnabled(bool(self._store.drawings))
        if not self._store.drawings:
            self._text.setText(self._store.unreadable or tr("Draw a digit and press its key: it is kept here."))
        else:
            self._text.setText(tr("{0} selected. A digit's key relabels them.", n) if n else "")

    def _enable_undo(self) -> None:
        self._undo.setEnabled(bool(self._deleted))

    @Slot(str)
    def _show_problem(self, sentence: str) -> None:
        self._text.setText(sentence)
        # What could not be deleted, or restored, has changed what can be undone.
        self._enable_undo()

    # -- actions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = digit_of(event)
        if digit is not None and self.selected():
            self._relabel_as(digit)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete()
        else:
            super().keyPressEvent(event)

    def _relabel_as(self, label: int) -> None:
        self._relabel.setCurrentIndex(0)
        selected = self.selected()
        if selected:
            # Also those that are shown with this label: another window may have given them another one.
            self._store.relabel(selected, label)

    @Slot()
    def delete(self) -> None:
        """Delete the selected ones; ``undo`` brings them back."""
        selected = self.selected()
        if selected:
            self._deleted.append(selected)
            self._store.delete(selected, lambda: self._not_deleted(selected))

    def _not_deleted(self, ids: list[str]) -> None:
        # Undo may have been quicker.
        with contextlib.suppress(ValueError):
            self._deleted.remove(ids)

    @Slot()
    def undo(self) -> None:
        """Bring back what was deleted last; what cannot be brought back can be undone again."""
        if self._deleted:
            ids, place = self._deleted.pop(), len(self._deleted)
            self._store.restore(ids, lambda: self._deleted.insert(place, ids))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file of pen strokes is imported."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for file in local_files(event.mimeData()):
            self._store.import_(file)

    def _ask_import(self) -> None:
        file = ask_which_to_open(self, self._settings, _FOLDER, tr("Import drawings"), tr("Pen strokes (*.npz)"))
        if file is not None:
            self._store.import_(file)

    def _ask_export(self) -> None:
        folder, kinds = self._settings.text(_FOLDER, ""), {tr("Pen strokes (*.npz)"): "npz"}
        path = ask_where_to_save(self, tr("Export drawings"), folder, tr("drawings"), kinds)
        if path is not None:
            self._settings.keep(_FOLDER, str(path.parent))
            self._store.export(path)

    @Slot(object)
    def _imported(self, found: Import) -> None:
        self._text.setText(tr("{0:,} added, {1:,} were there already.", len(found.ids), found.duplicates))

    @Slot(int, object)
    def _exported(self, n: int, path: Path) -> None:
        self._text.setText(tr("{0} exported to “{1}”.", f"{n:,}", printable(path.name)))
