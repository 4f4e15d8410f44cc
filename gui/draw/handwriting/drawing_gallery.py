"""All drawings that are kept, to look at, to put right, to delete and to exchange."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.drawings import Drawing, Import
from engine.types import CANVAS, CLASSES
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.widgets.cards import ElidedLabel

_SIDE = 56
_DIGIT_KEYS = {Qt.Key(Qt.Key.Key_0.value + digit): digit for digit in range(CLASSES)}


class _Grid(QListWidget):
    """Leaves the digits' keys to the gallery: by itself it would look for a caption that begins with one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DIGIT_KEYS or event.key() == Qt.Key.Key_Delete:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Gallery(QDialog):
    """A grid of drawings with their labels. A digit's key says what the chosen ones are; Delete takes them away."""

    def __init__(
        self, keeping: AsyncDrawingStore, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self.setWindowTitle(tr("Your drawings"))
        self.resize(720, 520)
        self._keeping, self._settings = keeping, settings
        self._icons: dict[str, QIcon] = {}
        self._deleted: list[list[str]] = []
        self.filter = QComboBox()
        self.filter.setObjectName("gallery-filter")
        self.filter.setAccessibleName(tr("Which drawings are shown"))
        self.filter.currentIndexChanged.connect(self._show)
        self.list = _Grid()
        self.list.setObjectName("gallery-list")
        self.list.setAccessibleName(tr("Your drawings"))
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setIconSize(QSize(_SIDE, _SIDE))
        self.list.setGridSize(QSize(_SIDE + 30, _SIDE + 32))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._tell)
        self._told = ElidedLabel()
        self._told.setProperty("role", "muted")
        self._relabel = QComboBox()
        self._relabel.setObjectName("gallery-relabel")
        self._relabel.setAccessibleName(tr("It was meant to be"))
        self._relabel.addItem(tr("It is…"))
        self._relabel.addItems([str(digit) for digit in range(CLASSES)])
        self._relabel.activated.connect(self._relabel_chosen)
        self._delete = self._button("gallery-delete", tr("Delete"), self.delete)
        self._undo = self._button("gallery-undo", tr("Undo"), self.undo)
        self._import = self._button("gallery-import", tr("Import…"), self._ask_import)
        self._export = self._button("gallery-export", tr("Export…"), self._ask_export)
        close = self._button("gallery-close", tr("Close"), self.accept)

        top = QHBoxLayout()
        top.addWidget(self.filter)
        top.addStretch()
        for each in (self._relabel, self._delete, self._undo):
            top.addWidget(each)
        bottom = QHBoxLayout()
        bottom.addWidget(self._told, 1)
        for each in (self._import, self._export, close):
            bottom.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 14, 14, 14)
        whole.setSpacing(10)
        whole.addLayout(top)
        whole.addWidget(self.list, 1)
        whole.addLayout(bottom)
        keeping.changed.connect(self._refresh)
        keeping.imported.connect(self._imported)
        keeping.exported.connect(self._exported)
        keeping.problem.connect(self._told.setText)
        self._refresh()

    def _button(self, name: str, text: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    # -- what is shown

    def _shown(self) -> list[Drawing]:
        """The latest first."""
        wanted = self.filter.currentIndex() - 1
        return [drawing for drawing in reversed(self._keeping.drawings) if wanted in (-1, drawing.label)]

    @Slot()
    def _refresh(self) -> None:
        counts, chosen = self._keeping.counts, max(self.filter.currentIndex(), 0)
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(tr("All {0}", f"{sum(counts):,}"))
        self.filter.addItems([tr("{0}: {1}", digit, f"{count:,}") for digit, count in enumerate(counts)])
        self.filter.setCurrentIndex(chosen)
        self.filter.blockSignals(False)
        self._show()

    @Slot()
    def _show(self) -> None:
        chosen, shown = set(self.chosen()), self._shown()
        for drawing in shown:
            if drawing.id in self._icons:
                continue
            values = self._keeping.pictures[drawing.id].tobytes()
            image = QImage(values, CANVAS, CANVAS, CANVAS, QImage.Format.Format_Grayscale8)
            self._icons[drawing.id] = QIcon(QPixmap.fromImage(image).scaled(2 * CANVAS, 2 * CANVAS))
        at, row = self.list.verticalScrollBar().value(), self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for drawing in shown:
            item = QListWidgetItem(self._icons[drawing.id], _caption(drawing))
            item.setData(Qt.ItemDataRole.UserRole, drawing.id)
            item.setToolTip(_tip(drawing))
            # Otherwise all captions have the room that the first one takes.
            item.setSizeHint(self.list.gridSize())
            self.list.addItem(item)
            item.setSelected(drawing.id in chosen)
        # The keys go on from where they were.
        self.list.setCurrentRow(min(row, len(shown) - 1), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.list.blockSignals(False)
        self.list.verticalScrollBar().setValue(at)
        self._tell()

    def chosen(self) -> list[str]:
        """The ids of the drawings that are chosen."""
        return [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]

    @Slot()
    def _tell(self) -> None:
        n = len(self.chosen())
        self._relabel.setEnabled(n > 0)
        self._delete.setEnabled(n > 0)
        self._undo.setEnabled(bool(self._deleted))
        self._export.setEnabled(bool(self._keeping.drawings))
        if not self._keeping.drawings:
            self._told.setText(tr("Draw a digit and press its key: it is kept here."))
        else:
            self._told.setText(tr("{0} chosen. A digit's key says what it is.", n) if n else "")

    # -- what is done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DIGIT_KEYS and self.chosen():
            self._say(_DIGIT_KEYS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.delete()
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _relabel_chosen(self, index: int) -> None:
        if index:
            self._say(index - 1)

    def _say(self, label: int) -> None:
        chosen = set(self.chosen())
        self._relabel.setCurrentIndex(0)
        others = [each.id for each in self._keeping.drawings if each.id in chosen and each.label != label]
        if others:
            self._keeping.relabel(others, label)

    @Slot()
    def delete(self) -> None:
        """Take the chosen ones away; ``undo`` brings them back."""
        chosen = self.chosen()
        if chosen:
            self._deleted.append(chosen)
            self._keeping.delete(chosen)

    @Slot()
    def undo(self) -> None:
        """Bring back what was deleted last."""
        if self._deleted:
            self._keeping.restore(self._deleted.pop())

    @Slot()
    def _ask_import(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, tr("Import drawings"), self._folder(), tr("Pen strokes (*.npz)"))
        if file:
            self._remember(file)
            self._keeping.import_(Path(file))

    @Slot()
    def _ask_export(self) -> None:
        file, _ = QFileDialog.getSaveFileName(
            self, tr("Export drawings"), str(Path(self._folder()) / "drawings.npz"), tr("Pen strokes (*.npz)")
        )
        if file:
            path = Path(file) if file.endswith(".npz") else Path(f"{file}.npz")
            self._remember(file)
            self._keeping.export(path)

    @Slot(int, object)
    def _exported(self, n: int, path: Path) -> None:
        self._told.setText(tr("{0} written to “{1}”.", f"{n:,}", path.name))

    @Slot(object)
    def _imported(self, found: Import) -> None:
        self._told.setText(tr("{0} added, {1} were there already.", f"{found.added:,}", f"{found.duplicates:,}"))

    def _folder(self) -> str:
        return self._settings.text("drawings/folder", "")

    def _remember(self, file: str) -> None:
        self._settings.keep("drawings/folder", str(Path(file).parent))


def _caption(drawing: Drawing) -> str:
    """Its digit; where it was read as another, that, too."""
    wrong = drawing.predicted is not None and drawing.predicted != drawing.label
    return tr("{0} (read {1})", drawing.label, drawing.predicted) if wrong else str(drawing.label)


def _tip(drawing: Drawing) -> str:
    if drawing.predicted is None or drawing.probability is None:
        return tr("From a file") if drawing.imported else ""
    return tr("Read as {0} ({1} %) by {2}", drawing.predicted, f"{100 * drawing.probability:.0f}", drawing.network)
