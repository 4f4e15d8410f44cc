"""Which images to train on: MNIST, with its download, synthetic digits, or the user's own files."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.data.dataset_summary import Loaded
from engine.data.download.mnist_download import download_mnist
from engine.data.mnist import find_mnist
from engine.data.orientation import TRANSFORMS
from engine.data.source import DataSource
from engine.errors import DataError, printable
from engine.evaluate.data_check import DataCheck
from engine.i18n import tr
from engine.paths import home_folder
from gui.actions import Actions
from gui.task import Task, TaskGroup
from gui.training.data.check_card import looks
from gui.training.data.checking import DataChecker
from gui.training.data.data_status import DataMessages, ProgressLine, loading_text
from gui.training.data.dataset_cache import MNIST, SYNTHETIC, cache
from gui.training.data.source_list import SourceList, title_of
from gui.widgets.cards import ActionButton, column

_PATTERNS = "*.csv *.tsv *.npz *.pkl *.pickle *.zip *.gz *ubyte* *idx*"


class SourcePicker(QWidget):
    """The user's own data become the choice once they are loaded; where that fails, the previous choice stays.

    Data are named by ``str(DataSource)``, such as "mnist".

    Signals:
        changed: another choice, or whether it can be trained on has changed.
        progressed: how far the loading of the chosen data is, in a sentence.
        loaded: the chosen data are loaded: ``Loaded`` and their title.
        checked: what was noticed about the chosen data: a ``DataCheck`` or None, and their transform.
        faults_requested: the user wants to see the faults of the files, or has to see how the images are stored.
        ended: a download or a loading has ended, and its thread too.

    Attributes:
        choice: the chosen data.
        pending: data that are being loaded, or will be, and then become the choice; "" for none.
        mnist_found: whether MNIST was on this computer at the last ``refresh``.
        list: the possible choices.
    """

    changed = Signal()
    progressed = Signal(str)
    loaded = Signal(object, str)
    checked = Signal(object, str)
    faults_requested = Signal()
    ended = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-data-picker")
        self.choice, self.pending = SYNTHETIC, ""
        self.mnist_found = self._locked = False
        self._problem = ""
        # Whether synthetic digits are made as soon as they are chosen.
        self._generates = False
        # The data to be loaded for a preview, as soon as they can be.
        self._previewed = ""
        # What ``shut_down`` has cancelled: ``pending``, the preview, and whether the chosen data were looked at.
        self._cancelled = ("", "", False)
        # The last data that ``loaded`` was emitted with.
        self._announced: Loaded | None = None
        self._tasks = TaskGroup(self)
        self._checker = DataChecker(self)
        self._checker.checked.connect(self._show_check)
        self._checker.ended.connect(self.ended)
        # Whether the user has just chosen files: what is noticed about them is then shown at once.
        self._just_opened = False
        self._download: Task | None = None
        # The last loading, and which data it loads; "" when it has ended or was cancelled.
        self._loading: Task | None = None
        self._loading_data = self._progress_text = ""
        self._download_action = actions.download_mnist
        self.list = SourceList()
        self._messages = DataMessages()
        self._progress = ProgressLine("loading", tr("Loading the images"), tr("Cancel loading"))
        self._download_button = ActionButton(actions.download_mnist)
        self._download_button.setObjectName("download-mnist")
        self._download_progress = ProgressLine("download", tr("Download of MNIST"), tr("Cancel the download"))
        button = (self._download_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(column(self.list, self._messages, button, self._download_progress, self._progress, spacing=6))

        self.list.chosen.connect(self.choose)
        self.list.asked.connect(self.ask)
        actions.download_mnist.triggered.connect(self._start_download)
        self._download_progress.cancelled.connect(self._cancel_download)
        self._progress.cancelled.connect(self._give_up)
        self._messages.faults_requested.connect(self.faults_requested)
        self.refresh()

    # -- its state

    @property
    def current(self) -> tuple[Loaded, str] | None:
        """What ``loaded`` emits, where the chosen data are loaded."""
        found = cache.get(self.choice)
        return None if found is None else (found, title_of(self.choice))

    @property
    def missing(self) -> str:
        """Why there are no data to train on, in a sentence, or ""."""
        if self.pending:
            return tr("The images are being loaded: one moment.")
        if self.choice == MNIST and not self.mnist_found:
            return tr("MNIST is not on this computer yet: download it, or choose the synthetic digits.")
        return ""

    @property
    def busy(self) -> bool:
        """Whether a thread of it runs; see ``shut_down``."""
        return self._tasks.busy or self._checker.busy

    def shut_down(self) -> None:
        """Cancel the download and the loading; ``ended`` follows."""
        pending, previewed, checking = self._cancelled
        self._cancelled = self.pending or pending, self._previewed or previewed, self._checker.busy or checking
        self.pending = self._previewed = self._loading_data = ""
        self._tasks.cancel()
        self._checker.cancel()

    def go_on(self) -> None:
        """The window stays open after ``shut_down``: start again what was cancelled, but no download."""
        (pending, previewed, checking), self._cancelled = self._cancelled, ("", "", False)
        self._previewed = self._previewed or previewed
        if checking:
            self._announced = None
        if pending and not self.pending:
            self.restore(pending)
        if self.isVisible():
            self._load_pending()
        self._load_previewed()

    # -- choosing

    @Slot(str)
    def choose(self, data: str) -> None:
        """Choose data; the user's own are loaded first, if they are not in the cache."""
        self._problem, self._just_opened = "", False
        if _available(data):
            self._take(data)
        else:
            self._load_and_take(data)

    def restore(self, data: str) -> None:
        """Choose data, but load them only once the picker is visible."""
        if _available(data):
            self._take(data)
        else:
            self.pending = data
            self.refresh()

    def lock(self, locked: bool) -> None:
        """During a training nothing can be chosen; a download continues."""
        self._locked = locked
        self.refresh()

    def generate(self) -> None:
        """Make synthetic digits in the background from now on, when they are chosen: a training then need not wait."""
        self._generates = True
        if self.choice == SYNTHETIC:
            self.load_preview()

    def load_preview(self) -> None:
        """Load the chosen data to show some of them; ``loaded`` follows. MNIST takes half a second."""
        self._previewed = self.choice
        self._load_previewed()

    def _load_previewed(self) -> None:
        needed = self._previewed == self.choice and self.current is None
        if needed and not self.missing and not self._loading_data:
            self._load(self.choice)

    def _load_and_take(self, data: str, again: bool = True) -> None:
        self.pending = data
        self._progress.begin()
        self._load(data, again)
        self.refresh()
        self.changed.emit()

    def _take(self, data: str) -> None:
        self.pending, self.choice, self._announced = "", data, None
        if self._loading_data != data:
            self._cancel_loading()
        self.refresh()
        self.changed.emit()
        if self._generates:
            self.generate()

    @Slot(str)
    def ask(self, kind: str, transform: str = "") -> None:
        """Ask for a folder or a file, near the last one; of files that belong together any will do.

        Args:
            transform: how the images are to be read, see ``DataSource``; one that is unknown does not count.
        """
        near = Path(DataSource.of(self.list.own).path).parent if self.list.own else home_folder()
        if kind == "folder":
            path = QFileDialog.getExistingDirectory(self, tr("A folder with the folders 0 to 9"), str(near))
        else:
            files = tr("Data files ({0})", _PATTERNS) + ";;" + tr("All files (*)")
            path, _ = QFileDialog.getOpenFileName(self, tr("A file of images with labels"), str(near), files)
        if path:
            self.open(path, kind, transform if transform in TRANSFORMS else "")

    def open(self, path: str, kind: str = "", transform: str = "") -> None:
        """Load the user's own data and choose them, also where the cache has them: the files may have changed.

        Args:
            kind: of the DataSource; by default "folder" or "file", as what is there.
            transform: how the images are to be read; by default as it was decided before.
        """
        self._problem = ""
        try:
            source = (DataSource(kind, path) if kind else DataSource.at(path)).turned(transform)
        except DataError as error:
            self._give_up(str(error))
            return
        own = DataSource.of(self.list.own) if self.list.own else source
        self._just_opened = True
        # The same files are read as it was decided before.
        self._load_and_take(str(source if transform or own.difference(source) is None else own))

    @Slot(str)
    def turn(self, way: str) -> None:
        """Read the chosen images another way, one of ``engine.data.orientation.WAYS``."""
        if not self._locked and not self.pending:
            self._problem = ""
            self._load_and_take(str(DataSource.of(self.choice).turned(way)), again=False)

    # -- showing

    @Slot()
    def refresh(self) -> None:
        """Look for MNIST again and show the state."""
        before, mnist_error = self.mnist_found, ""
        try:
            self.mnist_found = find_mnist() is not None
        except DataError as error:
            self.mnist_found, mnist_error = False, str(error)
        downloading = self._download is not None
        missing = self.choice == MNIST and not self.mnist_found and not self.pending
        current = self.current
        self.list.show_data(self.choice)
        self._messages.show_note(self._note(missing, downloading))
        faults, held_out = (0, False) if current is None else (len(current[0].faults), current[0].held_out)
        self._messages.show_counts(cache.counts(self.choice), faults, held_out)
        problem = self._problem or (mnist_error if self.choice == MNIST else "")
        self._messages.show_error("" if downloading else problem)
        self._download_button.setVisible(missing and not downloading)
        self._download_progress.setVisible(downloading)
        self._download_action.setEnabled(not self.mnist_found and not downloading and not self._locked)
        if not self._loading_data:
            self._progress.hide()
        self.list.setEnabled(not self._locked and not self.pending)
        if self.mnist_found != before:
            self.changed.emit()
        if current is not None and current[0] is not self._announced and not self.pending:
            self._announced = current[0]
            self.loaded.emit(*current)
            self._check(current[0])

    def _check(self, loaded: Loaded) -> None:
        self._show_check(self.choice, None)
        # MNIST and the synthetic digits are known to be right.
        if self.choice not in (MNIST, SYNTHETIC):
            self._checker.check(loaded, self.choice)

    @Slot(str, object)
    def _show_check(self, data: str, check: DataCheck | None) -> None:
        if data != self.choice:
            return
        transform = DataSource.of(data).transform
        offered = check is not None and bool(check.better) and not transform
        sentences = [] if check is None else [*check.faults, *([looks(check.better)] if offered else [])]
        self._messages.show_findings(sentences, offered)
        self.checked.emit(check, transform)
        if offered and self._just_opened:
            self.faults_requested.emit()
        if check is not None:
            self._just_opened = False

    def _note(self, missing: bool, downloading: bool) -> str:
        if self._loading_data == self.choice == SYNTHETIC:
            return self._progress_text
        if self.pending:
            return tr("Loading “{0}”…", printable(Path(DataSource.of(self.pending).path).name))
        if missing:
            return tr("MNIST is being downloaded…") if downloading else tr("MNIST is not on this computer yet.")
        notes = {MNIST: tr("Handwritten digits, as in the book."), SYNTHETIC: tr("Digits that Digit Lab generates.")}
        return notes.get(self.choice) or printable(DataSource.of(self.choice).path)

    def showEvent(self, event: QShowEvent) -> None:
        """Files may have come or gone while it was hidden."""
        self._load_pending()

    def _load_pending(self) -> None:
        if self.pending and not self._loading_data:
            self._load_and_take(self.pending)
        else:
            self.refresh()

    # -- loading

    def _load(self, data: str, again: bool = False) -> None:
        """Load data into the cache; a loading before it is cancelled.

        Args:
            again: also where they are there, because the user's own files may have changed.
        """
        self._cancel_loading()
        self._loading_data = data
        self._show_progress(0, 0)

        def done(loaded: Loaded) -> None:
            self._loading_data = ""
            if data == self.pending:
                self._take(data)
            else:
                self.refresh()

        self._loading = self._tasks.start(
            lambda task: cache.load(data, task.report, again=again),
            done,
            on_progress=self._show_progress,
            on_failed=self._give_up,
            on_end=self._on_end,
            error=tr("The images could not be loaded because of an error in the program ({0})."),
            no_memory=tr("There is not enough memory for these images: choose fewer."),
        )

    def _cancel_loading(self) -> None:
        self._loading_data = ""
        if self._loading is not None:
            self._loading.cancel()

    @Slot()
    def _give_up(self, problem: str = "") -> None:
        self._cancel_loading()
        self._problem = problem
        self.pending = self._previewed = ""
        self.refresh()
        self.changed.emit()

    def _show_progress(self, done: int, total: int) -> None:
        self._progress_text = loading_text(self._loading_data, done, total)
        self.progressed.emit(self._progress_text)
        if self._loading_data == SYNTHETIC:
            # In the note, so that nothing moves; there is no need to cancel it.
            self._messages.show_note(self._progress_text)
            return
        if total and not self._progress.isVisibleTo(self):
            self._progress.begin()
        self._progress.show_done(done, total, tr("{0} of {1}", f"{done:,}", f"{total:,}") if total else "")

    def _on_end(self) -> None:
        self.refresh()
        self._load_previewed()
        self.ended.emit()

    # -- the download of MNIST

    @Slot()
    def _start_download(self) -> None:
        self.choose(MNIST)
        if self._download is None:
            self._download_progress.begin()
            self._download = self._tasks.start(
                lambda task: download_mnist(progress=task.report),
                on_progress=self._show_bytes,
                on_failed=self._download_failed,
                on_end=self._download_ended,
                error=tr("MNIST could not be downloaded because of an error in the program ({0})."),
            )
        self.refresh()

    @Slot()
    def _cancel_download(self) -> None:
        """End the download soon, or after some seconds where the network is silent; complete files are kept."""
        if self._download is not None:
            self._download.cancel()

    def _show_bytes(self, done: int, total: int) -> None:
        text = tr("{0} of {1} MB", f"{done / 1e6:.1f}", f"{total / 1e6:.1f}")
        self._download_progress.show_done(done, total, text)

    def _download_failed(self, problem: str) -> None:
        self._problem = problem

    def _download_ended(self) -> None:
        self._download = None
        self._on_end()


def _available(data: str) -> bool:
    """Whether data can be chosen without loading them first."""
    return data in (MNIST, SYNTHETIC) or cache.get(data) is not None
