"""The images that a lesson uses: MNIST, loaded on a thread, or synthetic digits with an offer to download MNIST."""

from dataclasses import dataclass
from pathlib import Path
from weakref import WeakValueDictionary

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.data.dataset import Dataset
from engine.data.download.mnist_download import download_mnist
from engine.data.mnist import FILES, find_mnist, load_mnist_datasets
from engine.errors import DataError
from engine.i18n import tr
from gui.task import Task, TaskGroup
from gui.widgets.cards import ElidedLabel, button, row
from gui.widgets.form_controls import restyle

# Without MNIST: so many synthetic digits in all; half of them are the test set.
_SYNTHETIC, _SEED = 2_000, 1


@dataclass(frozen=True, eq=False)
class Digits:
    """Attributes:
    train, test: the two sets.
    folder: where the files of MNIST are; None for synthetic digits.
    """

    train: Dataset
    test: Dataset
    folder: Path | None


# What a lesson has loaded, for as long as it is open: by its folder, "" for synthetic digits.
_loaded: WeakValueDictionary[str, Digits] = WeakValueDictionary()


class DigitSource(QWidget):
    """A line that says which images they are. ``load`` loads them; without MNIST there is a button that downloads it.

    Usage::

        self.source = DigitSource()
        self.source.loaded.connect(self._show_digits)   # self.source.digits
        self.source.load()                              # in showEvent

    Attributes:
        digits: the images; None until they are loaded.

    Signals:
        loaded: ``digits`` are others.
    """

    loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("digit-source")
        self.digits: Digits | None = None
        self._loads, self._downloads = TaskGroup(self), TaskGroup(self)
        # The last loading.
        self._loading: Task | None = None
        self._note = ElidedLabel("", "muted", "digit-source-note")
        megabytes = sum(file.size for file in FILES) / 1e6
        self._download = button(tr("Download MNIST ({0} MB)", f"{megabytes:.0f}"), "lesson-download", self._start)
        self._download.setToolTip(tr("Download the four files of MNIST, and use them in all lessons and trainings"))
        self._cancel = button(tr("Cancel"), "lesson-download-cancel", self._downloads.cancel)
        for each in (self._download, self._cancel):
            each.hide()
        self.setLayout(row((self._note, 1), self._download, self._cancel))

    @property
    def busy(self) -> bool:
        """Whether a thread runs."""
        return self._loads.busy or self._downloads.busy

    @property
    def code(self) -> str:
        """Python code for a notebook that loads the same images: x_train, t_train, x_test and t_test."""
        if self.digits is not None and self.digits.folder is not None:
            return (
                "from digit_lab.engine.book import load_mnist\n\n"
                f"(x_train, t_train), (x_test, t_test) = load_mnist(folder={str(self.digits.folder)!r})\n"
            )
        half = _SYNTHETIC // 2
        return (
            "from digit_lab.engine.book import prepare\n"
            "from digit_lab.engine.data.synthetic.digits import synthetic_digits\n\n"
            f"# Without MNIST.\ndigits = synthetic_digits({_SYNTHETIC}, {_SEED})\n"
            "x, t = prepare(digits.images, digits.labels)\n"
            f"(x_train, t_train), (x_test, t_test) = (x[:{half}], t[:{half}]), (x[{half}:], t[{half}:])\n"
        )

    @Slot()
    def load(self) -> None:
        """Load the images, unless that is done or under way. MNIST may have been downloaded elsewhere meanwhile."""
        under_way = self._loads.busy and self._loading is not None and not self._loading.cancelled
        if (self.digits is None or self.digits.folder is None) and not under_way:
            if self.digits is None:
                self._say(tr("Loading the images…"))
            self._loading = self._loads.start(
                _load, lambda found: self._show(*found), on_failed=lambda why: self._say(why, "error")
            )

    def stop_loading(self) -> None:
        """Load nothing for now; a download goes on."""
        self._loads.cancel()

    def shut_down(self) -> None:
        """Ask the threads to end; what is being loaded, which takes a moment, is shown."""
        self._downloads.cancel()

    def _say(self, sentence: str, role: str = "muted") -> None:
        self._note.setText(sentence)
        restyle(self._note, "role", role)

    def _show(self, digits: Digits, problem: str) -> None:
        before, self.digits = self.digits, digits
        missing = digits.folder is None
        self._download.setVisible(missing and not self._downloads.busy)
        if problem:
            self._say(problem, "error")
        elif missing:
            if not self._downloads.busy:
                self._say(tr("Synthetic digits: MNIST is not on this computer."))
        else:
            counts = (f"{len(each):,}" for each in (digits.train, digits.test))
            self._say(tr("MNIST: {0} training images and {1} test images", *counts))
        if digits is not before:
            self.loaded.emit()

    # -- the download

    @Slot()
    def _start(self) -> None:
        self._download.hide()
        self._cancel.show()
        self._show_bytes(0, 0)
        self._downloads.start(
            lambda task: download_mnist(progress=task.report),
            lambda _: self.load(),
            on_progress=self._show_bytes,
            on_failed=lambda why: self._say(why, "error"),
            on_end=self._end,
            error=tr("MNIST could not be downloaded because of an error in the program ({0})."),
        )

    def _show_bytes(self, done: int, total: int) -> None:
        share = 100 * done // total if total else 0
        self._say(tr("Downloading MNIST: {0} %", share))

    def _end(self) -> None:
        self._cancel.hide()
        missing = self.digits is not None and self.digits.folder is None
        self._download.setVisible(missing)
        if missing and self._note.property("role") != "error":
            self._say(tr("Synthetic digits: MNIST is not on this computer."))


def _load(task: Task) -> tuple[Digits, str]:
    """The images, and what is wrong with MNIST."""
    problem = ""
    try:
        folder = find_mnist()
        if folder is not None:
            found = _loaded.get(str(folder)) or Digits(*load_mnist_datasets(folder), folder)
            return _loaded.setdefault(str(folder), found), ""
    except DataError as error:
        problem = str(error)
    synthetic = _loaded.get("")
    if synthetic is None:
        # Only where it is needed: importing it takes long.
        from engine.data.synthetic.digits import synthetic_digits

        both = synthetic_digits(_SYNTHETIC, _SEED)
        half = len(both) // 2
        synthetic = Digits(both.subset(slice(half)), both.subset(slice(half, None)), None)
    return _loaded.setdefault("", synthetic), problem
