"""Which images to train on: MNIST, with its download, synthetic digits, or the person's own files."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from engine.data.dataset_summary import Loaded
from engine.data.mnist import find_mnist
from engine.data.source import DataSource
from engine.errors import DataError
from gui.actions import Actions
from gui.i18n import tr
from gui.training.data.data_status import DataMessages, ProgressLine
from gui.training.data.dataset_cache import MNIST, SYNTHETIC, cache
from gui.training.data.dataset_loading import DatasetLoading
from gui.training.data.mnist_download import MnistDownload
from gui.training.data.source_list import SourceList, title_of
from gui.widgets.cards import ActionButton


class SourcePicker(QWidget):
    """The person's own data become the choice once they are loaded; where that fails, the previous choice stays.

    Data are named by ``str(DataSource)``, such as "mnist".

    Signals:
        changed: another choice, or whether it can be trained on has changed.
        loaded: the chosen data are loaded: ``Loaded`` and their title.
        faults_wanted: the person wants to see what is wrong with the files.
        ended: a download or a loading is over, and its thread gone.

    Attributes:
        list: the possible choices.
        download, loading: the background tasks; they may be busy when the window is to close.
    """

    changed = Signal()
    loaded = Signal(object, str)
    faults_wanted = Signal()
    ended = Signal()

    def __init__(self, actions: Actions, download: MnistDownload, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-data-picker")
        self.download, self.loading = download, DatasetLoading(cache, self)
        download.setParent(self)
        self._download_action = actions.download_mnist
        self._locked = self._mnist_found = False
        self._problem = ""
        self._choice = SYNTHETIC
        # What becomes the choice once it is loaded, and whether the cache is ignored.
        self._wanted, self._anew = "", False
        # The data to be loaded for a preview, as soon as they can be.
        self._previewed = ""
        self._announced: Loaded | None = None
        self.list = SourceList()
        self.list.setObjectName("train-data")
        self.list.setAccessibleName(tr("Data"))
        self._messages = DataMessages()
        self._progress = ProgressLine("reading", tr("Loading of the images"), tr("Cancel the loading"))
        self._download_button = ActionButton(actions.download_mnist)
        self._download_button.setObjectName("download-mnist")
        self._download_progress = ProgressLine("download", tr("Download of MNIST"), tr("Cancel the download"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.list)
        layout.addWidget(self._messages)
        layout.addWidget(self._download_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._download_progress)
        layout.addWidget(self._progress)

        self.list.chosen.connect(self.choose)
        self.list.asked.connect(self._ask)
        actions.download_mnist.triggered.connect(self._start_download)
        download.progressed.connect(self._show_bytes)
        download.failed.connect(self._download_failed)
        download.ended.connect(self._on_ended)
        self._download_progress.cancelled.connect(download.cancel)
        self._progress.cancelled.connect(self._cancel_loading)
        self.loading.progressed.connect(self._show_progress)
        self.loading.done.connect(self._on_loaded)
        self.loading.failed.connect(self._give_up)
        self.loading.ended.connect(self._on_ended)
        self._messages.faults_wanted.connect(self.faults_wanted)
        self.refresh()

    # -- its state

    @property
    def choice(self) -> str:
        """The chosen data."""
        return self._choice

    @property
    def own(self) -> str:
        """The person's own data that were loaded last, or ""."""
        return self.list.own

    @property
    def current(self) -> tuple[Loaded, str] | None:
        """What ``loaded`` emits, where the chosen data are loaded."""
        found = cache.get(self._choice)
        return None if found is None else (found, title_of(self._choice))

    @property
    def mnist_found(self) -> bool:
        """Whether MNIST was on this computer at the last ``refresh``."""
        return self._mnist_found

    @property
    def ready(self) -> bool:
        """Whether there are data to train on."""
        return not self.missing

    @property
    def reading(self) -> bool:
        """Whether data are being loaded, or will be, that then become the choice."""
        return bool(self._wanted)

    @property
    def missing(self) -> str:
        """Why there are no data to train on, in a sentence, or ""."""
        if self._wanted:
            return tr("The images are being loaded: one moment.")
        if self._choice == MNIST and not self._mnist_found:
            return tr("MNIST is not on this computer yet: download it, or choose the synthetic digits.")
        return ""

    @property
    def busy(self) -> bool:
        """Whether a thread of it runs; see ``shut_down``."""
        return self.download.busy or self.loading.busy

    def shut_down(self) -> None:
        """Cancel both tasks; ``ended`` follows."""
        self._wanted = self._previewed = ""
        self.download.cancel()
        self.loading.cancel()

    # -- choosing

    @Slot(str)
    def choose(self, data: str) -> None:
        """Choose data; the person's own are loaded first, if they are not in the cache."""
        self._choose(data, anew=False)

    def restore(self, data: str) -> None:
        """Choose data, but load them only once the picker is visible."""
        if _available(data):
            self._take(data)
        else:
            self._wanted = data
            self.refresh()

    def lock(self, locked: bool) -> None:
        """During a training nothing can be chosen; a download continues."""
        self._locked = locked
        self.refresh()

    @Slot()
    def read(self) -> None:
        """Load the chosen data for a preview; ``loaded`` follows. MNIST takes half a second."""
        self._previewed = self._choice
        self._load_previewed()

    def _load_previewed(self) -> None:
        wanted = self._previewed == self._choice and self.current is None
        if wanted and self.ready and not self.loading.data:
            self.loading.load(self._choice)

    def _choose(self, data: str, anew: bool) -> None:
        self._problem = ""
        if _available(data) and not anew:
            self._take(data)
            return
        self._wanted, self._anew = data, anew
        self._load_wanted()
        self.refresh()
        self.changed.emit()

    def _load_wanted(self) -> None:
        self._progress.begin()
        self.loading.load(self._wanted, self._anew)

    def _take(self, data: str) -> None:
        self._wanted, self._choice, self._announced = "", data, None
        if self.loading.data != data:
            self.loading.cancel()
        self.refresh()
        self.changed.emit()

    @Slot(str)
    def _ask(self, kind: str) -> None:
        """Ask for a folder or an IDX file, near the last one; of an IDX pair either file will do."""
        near = str(Path(DataSource.of(self.own).path).parent) if self.own else str(Path.home())
        if kind == "folder":
            path = QFileDialog.getExistingDirectory(self, tr("A folder with the folders 0 to 9"), near)
        else:
            files = tr("IDX files ({0})", "*ubyte* *idx* *.gz") + ";;" + tr("All files (*)")
            path, _ = QFileDialog.getOpenFileName(self, tr("The IDX file of the images"), near, files)
        if path:
            self._choose(str(DataSource(kind, path)), anew=True)

    # -- showing

    @Slot()
    def refresh(self) -> None:
        """Look for MNIST again and show the state."""
        before, mnist_error = self._mnist_found, ""
        try:
            self._mnist_found = find_mnist() is not None
        except DataError as problem:
            self._mnist_found, mnist_error = False, str(problem)
        downloading = self.download.busy
        missing = self._choice == MNIST and not self._mnist_found and not self._wanted
        current = self.current
        self.list.show_data(self._choice)
        self._messages.show_note(self._note(missing, downloading))
        self._messages.show_counts(cache.counts(self._choice), 0 if current is None else len(current[0].faults))
        error = self._problem or (mnist_error if self._choice == MNIST else "")
        self._messages.show_error("" if downloading else error)
        self._download_button.setVisible(missing and not downloading)
        self._download_progress.setVisible(downloading)
        self._download_action.setEnabled(not self._mnist_found and not downloading and not self._locked)
        self._progress.setVisible(self._progress.isVisibleTo(self) and bool(self.loading.data))
        self.list.setEnabled(not self._locked and not self._wanted)
        if self._mnist_found != before:
            self.changed.emit()
        if current is not None and current[0] is not self._announced and not self._wanted:
            self._announced = current[0]
            self.loaded.emit(*current)

    def _note(self, missing: bool, downloading: bool) -> str:
        if self._wanted:
            return tr("Loading “{0}”…", Path(DataSource.of(self._wanted).path).name)
        if missing:
            return tr("MNIST is being downloaded…") if downloading else tr("MNIST is not on this computer yet.")
        notes = {MNIST: tr("Handwritten digits, as in the book."), SYNTHETIC: tr("Digits that Digit Lab generates.")}
        return notes.get(self._choice) or DataSource.of(self._choice).path

    def showEvent(self, event: QShowEvent) -> None:
        """Files may have come or gone while it was hidden."""
        if self._wanted and not self.loading.data:
            self._load_wanted()
        self.refresh()

    # -- loading

    @Slot(str)
    def _on_loaded(self, data: str) -> None:
        if data == self._wanted:
            self._take(data)
        else:
            self.refresh()

    @Slot(str)
    def _give_up(self, problem: str = "") -> None:
        self._problem = problem
        self._wanted = self._previewed = ""
        self.refresh()
        self.changed.emit()

    @Slot()
    def _cancel_loading(self) -> None:
        self.loading.cancel()
        self._give_up()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if total and not self._progress.isVisibleTo(self):
            self._progress.begin()
        self._progress.show_done(done, total, tr("{0} of {1}", f"{done:,}", f"{total:,}") if total else "")

    @Slot()
    def _on_ended(self) -> None:
        self.refresh()
        self._load_previewed()
        self.ended.emit()

    # -- the download of MNIST

    @Slot()
    def _start_download(self) -> None:
        self.choose(MNIST)
        self._download_progress.begin()
        self.download.begin()
        self.refresh()

    @Slot(int, int)
    def _show_bytes(self, done: int, total: int) -> None:
        text = tr("{0} of {1} MB", f"{done / 1e6:.1f}", f"{total / 1e6:.1f}")
        self._download_progress.show_done(done, total, text)

    @Slot(str)
    def _download_failed(self, problem: str) -> None:
        self._problem = problem


def _available(data: str) -> bool:
    """Whether data can be chosen without loading them first."""
    return data in (MNIST, SYNTHETIC) or cache.get(data) is not None
