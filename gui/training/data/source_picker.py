"""Which pictures to learn from: MNIST, with its download, digits made here, or files of one's own."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.data.dataset_summary import Loaded
from engine.data.source import DataSource
from gui.actions import Actions
from gui.i18n import tr
from gui.training.data.dataset_cache import MNIST, SYNTHETIC, shelf
from gui.training.data.file_choice import ask_for_data
from gui.training.data.loading import DataLoading
from gui.training.data.messages import DataMessages
from gui.training.data.mnist_download import MnistDownload
from gui.training.data.mnist_line import MnistLine
from gui.training.data.progress_line import ProgressLine
from gui.training.data.source_list import SourceList, title_of


class SourcePicker(QWidget):
    """Data of one's own become the chosen ones when they have been read; where that fails, the former ones stay.

    Signals:
        changed: another choice, or whether they can be trained on has changed.
        loaded: the chosen data are at hand: ``Loaded`` and what they are called.
        faults_wanted: the person wants to see what is wrong with the files.
        ended: a download or a loading is over, and its thread gone.

    Attributes:
        list: what can be chosen.
        download: what fetches MNIST; it may still be busy when the window is to close.
        loading: what reads the files; so may this.
    """

    changed = Signal()
    loaded = Signal(object, str)
    faults_wanted = Signal()
    ended = Signal()

    def __init__(self, actions: Actions, download: MnistDownload, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-data-picker")
        self.download, self.loading = download, DataLoading(shelf, self)
        download.setParent(self)
        self._mnist = MnistLine(actions.download_mnist, download)
        self._locked = False
        self._problem = ""
        self._choice = SYNTHETIC
        # What is to be the choice once it is at hand, and whether its files are to be read in any case.
        self._wanted, self._anew = "", False
        # What is to be looked at once it is at hand.
        self._looked_for = ""
        self._told: Loaded | None = None
        self._lay_out()

        self.list.chosen.connect(self.choose)
        self.list.asked.connect(self._ask)
        actions.download_mnist.triggered.connect(self._start_download)
        download.failed.connect(self._tell_problem)
        download.ended.connect(self._on_ended)
        self._reading.cancelled.connect(self._cancel_reading)
        self.loading.progressed.connect(self._show_read)
        self.loading.done.connect(self._on_loaded)
        self.loading.failed.connect(self._not_loaded)
        self.loading.ended.connect(self._on_ended)
        self._words.faults_wanted.connect(self.faults_wanted)
        self.refresh()

    def _lay_out(self) -> None:
        self.list = SourceList()
        self.list.setObjectName("train-data")
        self.list.setAccessibleName(tr("Data"))
        self._words = DataMessages()
        self._reading = ProgressLine("reading", tr("Reading of the pictures"), tr("Cancel the reading"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.list)
        layout.addWidget(self._words)
        layout.addWidget(self._mnist)
        layout.addWidget(self._reading)

    # -- what it says

    @property
    def choice(self) -> str:
        """The chosen data, a ``DataSource`` in one word: "mnist"."""
        return self._choice

    @property
    def own(self) -> str:
        """The last data of one's own that could be read, or ""."""
        return self.list.own

    @property
    def at_hand(self) -> tuple[Loaded, str] | None:
        """What ``loaded`` tells, where the chosen data have been loaded."""
        found = shelf.get(self._choice)
        return None if found is None else (found, title_of(self._choice))

    @property
    def mnist_here(self) -> bool:
        """Whether MNIST was on this computer when last looked."""
        return self._mnist.here

    @property
    def ready(self) -> bool:
        """Whether there are data to train on."""
        return not self.missing

    @property
    def reading(self) -> bool:
        """Whether data are read, or are to be, that then become the chosen ones."""
        return bool(self._wanted)

    @property
    def missing(self) -> str:
        """Why there are no data to train on, in a sentence, or ""."""
        if self._wanted:
            return tr("The pictures are being read: one moment.")
        if self._choice == MNIST and not self._mnist.here:
            return tr("MNIST is not on this computer yet: download it, or choose the starter digits.")
        return ""

    @property
    def busy(self) -> bool:
        """Whether a thread of it runs; see ``shut_down``."""
        return self.download.busy or self.loading.busy

    def shut_down(self) -> None:
        """End both threads soon; ``ended`` tells when."""
        self._wanted = self._looked_for = ""
        self.download.cancel()
        self.loading.cancel()

    # -- what it is told

    @Slot(str)
    def choose(self, data: str) -> None:
        """Choose data, a ``DataSource`` in one word; those of one's own are read first, if they are not at hand."""
        self._want(data, anew=False)

    def restore(self, data: str) -> None:
        """Choose data once the picker is seen: nobody waits for what nobody looks at."""
        if data in (MNIST, SYNTHETIC) or shelf.get(data) is not None:
            self._take(data)
        else:
            self._wanted = data
            self.refresh()

    @Slot()
    def read(self) -> None:
        """Have the chosen data at hand, to be looked at: ``loaded`` tells when. MNIST takes half a second."""
        self._looked_for = self._choice
        self._look()

    def _look(self) -> None:
        if self._looked_for == self._choice and self.ready and self.at_hand is None:
            self.loading.start(self._choice)

    def lock(self, locked: bool) -> None:
        """While a network is trained nothing is chosen; a download goes on."""
        self._locked = locked
        self.refresh()

    def _want(self, data: str, anew: bool) -> None:
        self._problem = ""
        if not anew and (data in (MNIST, SYNTHETIC) or shelf.get(data) is not None):
            self._take(data)
            return
        self._wanted, self._anew = data, anew
        self._begin()
        self.refresh()
        self.changed.emit()

    def _begin(self) -> None:
        """Read what is wanted; another reading gives way, and when it has ended this is called again."""
        if self.loading.busy:
            self.loading.cancel()
        elif self._wanted:
            self._reading.begin()
            self.loading.start(self._wanted, self._anew)

    def _take(self, data: str) -> None:
        self._wanted, self._choice, self._told = "", data, None
        if self.loading.data != data:
            self.loading.cancel()
        self.refresh()
        self.changed.emit()

    # -- showing

    @Slot()
    def refresh(self) -> None:
        """Look for MNIST again and show what is so."""
        before = self._mnist.here
        useless = self._mnist.look()
        problem = self._problem or (useless if self._choice == MNIST else "")
        fetching = self.download.busy
        lacking = self._choice == MNIST and not self._mnist.here and not self._wanted
        self.list.show_data(self._choice)
        self._describe(lacking, fetching)
        self._words.tell(problem if not fetching else "")
        self._mnist.show_needed(lacking, self._locked)
        self._reading.setVisible(self._reading.isVisibleTo(self) and bool(self.loading.data))
        self.list.setEnabled(not self._locked and not self._wanted)
        if self._mnist.here != before:
            self.changed.emit()
        self._tell()

    def _describe(self, lacking: bool, fetching: bool) -> None:
        own = "" if self._choice in (MNIST, SYNTHETIC) else DataSource.of(self._choice).path
        notes = {
            MNIST: tr("Digits from real hands, as in the book."),
            SYNTHETIC: tr("Digits that Digit Lab writes itself."),
        }
        note = notes.get(self._choice, own)
        if lacking:
            note = tr("MNIST is being downloaded…") if fetching else tr("MNIST is not on this computer yet.")
        if self._wanted:
            note = tr("Reading “{0}”…", Path(DataSource.of(self._wanted).path).name)
        self._words.say(note, own)
        at_hand = self.at_hand
        self._words.show_counts(shelf.pictures(self._choice), len(at_hand[0].faults) if at_hand is not None else 0)

    def _tell(self) -> None:
        at_hand = self.at_hand
        if at_hand is not None and at_hand[0] is not self._told and not self._wanted:
            self._told = at_hand[0]
            self.loaded.emit(*at_hand)

    def showEvent(self, event: QShowEvent) -> None:
        """The files may have come or gone while nobody looked."""
        if self._wanted and not self.loading.busy:
            self._begin()
        self.refresh()

    # -- files of one's own

    @Slot(str)
    def _ask(self, kind: str) -> None:
        data = ask_for_data(self, kind, self.own)
        if data:
            self._want(data, anew=True)

    @Slot(str)
    def _on_loaded(self, data: str) -> None:
        if data == self._wanted:
            self._take(data)
        else:
            self.refresh()

    @Slot(str)
    def _not_loaded(self, sentence: str) -> None:
        self._problem = sentence
        self._wanted = self._looked_for = ""
        self.refresh()
        self.changed.emit()

    @Slot()
    def _cancel_reading(self) -> None:
        self.loading.cancel()
        self._wanted = self._looked_for = ""
        self.refresh()
        self.changed.emit()

    @Slot(int, int)
    def _show_read(self, done: int, total: int) -> None:
        if total and not self._reading.isVisibleTo(self):
            self._reading.begin()
        self._reading.show_done(done, total, tr("{0} of {1}", f"{done:,}", f"{total:,}") if total else "")

    @Slot()
    def _on_ended(self) -> None:
        if self._wanted and not self.loading.busy:
            self._begin()
        self._look()
        self.refresh()
        self.ended.emit()

    # -- MNIST's download

    @Slot()
    def _start_download(self) -> None:
        self.choose(MNIST)
        self._mnist.begin()
        self.refresh()

    @Slot(str)
    def _tell_problem(self, sentence: str) -> None:
        self._problem = sentence
