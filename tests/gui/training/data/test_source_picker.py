"""The data: MNIST and its download, starter digits, pictures and IDX files of one's own, read on a thread."""

import struct
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar, QPushButton

from engine.data.dataset_summary import Loaded
from engine.data.mnist import FILES
from engine.data.source import DataSource
from engine.data.synthetic.digits import synthetic_digits
from engine.errors import DataError
from gui.actions import Actions
from gui.settings import Settings
from gui.theme import Theme
from gui.training.data.dataset_cache import cache
from gui.training.data.mnist_download import MnistDownload
from gui.training.data.source_list import title_of
from gui.training.form.field_cards import set_text
from gui.training.form.train_form import TrainForm

LONG = 20_000


@pytest.fixture
def make(qtbot, actions: Actions, settings: Settings, theme: Theme, mnist) -> Callable[..., TrainForm]:
    def end(form: TrainForm) -> None:
        form.data.shut_down()
        form.data.loading._close()

    def made(download: MnistDownload | None = None, seen: bool = True) -> TrainForm:
        form = TrainForm(actions, settings, theme, download)
        qtbot.addWidget(form, before_close_func=end)
        form.setVisible(seen)
        return form

    return made


@pytest.fixture
def form(make: Callable[..., TrainForm]) -> TrainForm:
    return make()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder of pictures: ten each of three digits, and two files that are none."""
    digits = synthetic_digits(100, 7)
    folder = tmp_path / "my_digits"
    for digit in (1, 2, 7):
        (folder / str(digit)).mkdir(parents=True)
        for i in np.flatnonzero(digits.labels == digit)[:10]:
            picture = np.kron(255 - digits.images[i], np.ones((3, 3), np.uint8))
            Image.fromarray(picture).save(folder / str(digit) / f"{i}.png")
    (folder / "2" / "notes.png").write_text("no picture")
    (folder / "readme.txt").write_text("beside them")
    return folder


@pytest.fixture
def idx(tmp_path: Path) -> Path:
    """The pictures' file of an IDX pair."""
    digits = synthetic_digits(60, 3)
    images = tmp_path / "mine-images-idx3-ubyte"
    images.write_bytes(struct.pack(">IIII", 0x803, 60, 28, 28) + digits.images.tobytes())
    (tmp_path / "mine-labels-idx1-ubyte").write_bytes(struct.pack(">II", 0x801, 60) + digits.labels.tobytes())
    return images


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person answers when asked for files, as the one item: nothing to begin with."""
    answers = [""]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: answers[0])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers[0], ""))
    return answers


def pick(form: TrainForm, kind: str) -> None:
    """Choose from the list, as a person does."""
    index = form.data.list.findData(kind)
    form.data.list.setCurrentIndex(index)
    form.data.list.activated.emit(index)


def pick_own(form: TrainForm, kind: str, qtbot) -> None:
    with qtbot.waitSignal(form.data.ended, timeout=LONG):
        pick(form, kind)


def said(form: TrainForm, name: str) -> str:
    return form.findChild(QLabel, f"train-data-{name}").text().replace("\u200b", "")


def faults(form: TrainForm) -> QPushButton:
    return form.findChild(QPushButton, "train-data-faults")


# -- of one's own


def test_a_folder_of_pictures(form: TrainForm, pictures: Path, answer: list[str], qtbot) -> None:
    answer[0] = str(pictures)
    told: list[tuple[Loaded, str]] = []
    form.data.loaded.connect(lambda loaded, title: told.append((loaded, title)))
    pick(form, "folder")
    assert form.request is None
    assert form.data.missing == "The images are being loaded: one moment."
    assert not form.data.list.isEnabled()
    assert said(form, "note") == "Loading “my_digits”…"
    with qtbot.waitSignal(form.data.ended, timeout=LONG):
        pass
    source = DataSource("folder", str(pictures))
    assert form.texts["data"] == form.data.own == str(source)
    ((loaded, title),) = told
    assert form.data.current == (loaded, title)
    assert title == form.data.list.currentText() == "Folder “my_digits”"
    assert len(loaded.train) + len(loaded.test) == 30
    assert said(form, "counts") == f"{len(loaded.train)} + {len(loaded.test)} images"
    assert faults(form).isVisible()
    assert faults(form).text() == "2 faults"
    with qtbot.waitSignal(form.data.faults_wanted):
        faults(form).click()
    assert form.request.data == str(source)
    assert form.request.iterations_per_epoch == 1
    assert form.settings().data == source
    assert form.data.list.isEnabled()
    assert not form.findChild(QProgressBar, "reading-progress").isVisible()


def test_idx_files(form: TrainForm, idx: Path, answer: list[str], qtbot) -> None:
    answer[0] = str(idx)
    pick_own(form, "idx", qtbot)
    assert form.texts["data"] == f"idx:{idx}"
    train, test = len(form.data.current[0].train), len(form.data.current[0].test)
    assert train + test == 60
    assert said(form, "counts") == f"{train} + {test} images"
    assert not faults(form).isVisible()


def test_files_of_no_use_are_told_and_the_former_choice_stays(
    form: TrainForm, tmp_path: Path, answer: list[str], qtbot
) -> None:
    answer[0] = str(tmp_path)
    with qtbot.assertNotEmitted(form.data.loaded):
        pick_own(form, "folder", qtbot)
    assert "0 to 9" in said(form, "error")
    assert form.findChild(QLabel, "train-data-error").isVisible()
    assert form.texts["data"] == form.data.list.currentData() == "starter"
    assert form.request is not None
    assert form.widget().minimumSizeHint().width() <= form.viewport().width()
    # What is chosen next takes the sentence away.
    pick(form, "mnist")
    assert said(form, "error") == ""


def test_who_chooses_no_files_changes_nothing(form: TrainForm, answer: list[str], qtbot) -> None:
    for kind in ("folder", "idx"):
        with qtbot.assertNotEmitted(form.changed):
            pick(form, kind)
        assert form.data.list.currentData() == "starter"
    assert not form.data.busy


class Slow:
    """A loading that goes on until it is told what to do."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.proceed = threading.Event()
        self.error: Exception | None = None
        self.calls: list[str] = []
        monkeypatch.setattr(DataSource, "load", lambda source, progress=None: self._load(source, progress))

    def _load(self, source: DataSource, progress: Callable[[int, int], None]) -> Loaded:
        self.calls.append(str(source))
        while not self.proceed.wait(0.01):
            progress(1_200, 5_000)
        if self.error is not None:
            raise self.error
        digits = synthetic_digits(40, len(self.calls))
        return Loaded(digits, digits.subset(slice(10)))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    return Slow(monkeypatch)


def test_the_reading_shows_how_far_it_is_and_can_be_cancelled(
    form: TrainForm, slow: Slow, answer: list[str], qtbot
) -> None:
    answer[0] = "/photos"
    bar, cancel = form.findChild(QProgressBar, "reading-progress"), form.findChild(QPushButton, "cancel-reading")
    for _ in range(2):
        pick(form, "folder")
        qtbot.waitUntil(lambda: form.findChild(QLabel, "reading-done").text() == "1,200 of 5,000")
        assert bar.isVisible()
        assert (bar.value(), bar.maximum()) == (1_200, 5_000)
        assert cancel.isEnabled()
        with qtbot.waitSignal(form.data.ended):
            cancel.click()
        assert not bar.isVisible()
        assert form.request is not None
        assert form.texts["data"] == "starter"
        assert said(form, "error") == ""


def test_files_that_were_chosen_again_are_read_again(form: TrainForm, slow: Slow, answer: list[str], qtbot) -> None:
    slow.proceed.set()
    answer[0] = "/photos"
    pick_own(form, "folder", qtbot)
    first = form.data.current[0]
    pick(form, "starter")
    assert form.data.current is None
    # From the list they come at once.
    with qtbot.waitSignal(form.data.loaded) as told:
        pick(form, "folder:/photos")
    assert told.args[0] is first
    pick_own(form, "folder", qtbot)
    assert form.data.current[0] is not first
    assert slow.calls == ["folder:/photos"] * 2


def test_another_folder_takes_the_place_of_the_last_one(form: TrainForm, slow: Slow, answer: list[str], qtbot) -> None:
    slow.proceed.set()
    for answer[0] in ("/photos", "/scans"):
        pick_own(form, "folder", qtbot)
    titles = [form.data.list.itemText(i) for i in range(form.data.list.count())]
    assert titles == ["MNIST", "Synthetic digits", "Folder “scans”", "", "A folder of images…", "IDX files…"]
    assert form.data.list.currentText() == "Folder “scans”"


def test_other_data_may_be_wanted_while_some_are_read(form: TrainForm, slow: Slow, qtbot) -> None:
    form.data.choose("folder:/photos")
    form.data.choose("idx:/other")
    qtbot.waitUntil(lambda: len(slow.calls) == 2)
    slow.proceed.set()
    qtbot.waitUntil(lambda: not form.data.busy)
    assert sorted(slow.calls) == ["folder:/photos", "idx:/other"]
    assert form.texts["data"] == "idx:/other"
    assert form.data.current is not None
    assert cache.get("folder:/photos") is None


def test_a_choice_made_while_others_are_read_holds(form: TrainForm, slow: Slow, qtbot) -> None:
    form.data.choose("folder:/photos")
    form.data.choose("mnist")
    slow.proceed.set()
    qtbot.waitUntil(lambda: not form.data.busy)
    assert form.texts["data"] == "mnist"


def test_an_error_nobody_foresaw_ends_the_reading_too(form: TrainForm, slow: Slow, qtbot, caplog) -> None:
    slow.error = ZeroDivisionError("strange")
    slow.proceed.set()
    with qtbot.waitSignal(form.data.ended):
        form.data.choose("folder:/photos")
    assert "strange" in said(form, "error")
    assert "ZeroDivisionError" in caplog.text
    assert form.request is not None


def test_quitting_ends_the_reading(form: TrainForm, slow: Slow, qtbot) -> None:
    with qtbot.waitSignal(form.data.ended):
        form.data.choose("folder:/photos")
        form.data.loading._close()
    assert not form.data.busy


def test_a_long_path_makes_nothing_broader(form: TrainForm, slow: Slow, qtbot) -> None:
    slow.proceed.set()
    with qtbot.waitSignal(form.data.ended):
        form.data.choose("folder:/" + "/".join(["averylongname" * 5] * 4))
    assert form.widget().minimumSizeHint().width() <= form.viewport().width()
    assert "averylongname" in form.findChild(QLabel, "train-data-note").toolTip()


def test_ones_own_data_are_read_again_when_the_form_is_seen(make, slow: Slow, answer: list[str], qtbot) -> None:
    slow.proceed.set()
    answer[0] = "/photos"
    pick_own(make(), "folder", qtbot)
    cache.clear()
    form = make(seen=False)
    assert form.request is None
    assert len(slow.calls) == 1
    with qtbot.waitSignal(form.data.ended):
        form.show()
    assert form.texts["data"] == "folder:/photos"
    assert form.request is not None


def test_ones_own_data_that_are_gone_leave_others(make, slow: Slow, answer: list[str], qtbot) -> None:
    slow.proceed.set()
    answer[0] = "/photos"
    pick_own(make(), "folder", qtbot)
    cache.clear()
    slow.error = DataError("There is no folder “/photos”.")
    form = make(seen=False)
    with qtbot.waitSignal(form.data.ended):
        form.show()
    assert said(form, "error") == "There is no folder “/photos”."
    assert form.texts["data"] == "starter"
    assert form.request is not None


def test_what_is_chosen_instead_of_ones_own_is_remembered(make, slow: Slow, answer: list[str], qtbot) -> None:
    slow.proceed.set()
    answer[0] = "/photos"
    pick_own(make(), "folder", qtbot)
    cache.clear()
    slow.proceed.clear()
    form = make()
    set_text(form.fields["lr"], "0.5")  # nothing else is chosen by that
    assert make(seen=False).data.reading
    with qtbot.waitSignal(form.data.ended):
        form.findChild(QPushButton, "cancel-reading").click()
    pick(form, "starter")
    again = make(seen=False)
    assert not again.data.reading
    assert (again.texts["data"], again.texts["lr"]) == ("starter", "0.5")


def test_the_last_own_data_stay_in_the_list(make, slow: Slow, answer: list[str], qtbot) -> None:
    slow.proceed.set()
    form = make()
    answer[0] = "/photos"
    pick_own(form, "folder", qtbot)
    pick(form, "starter")
    cache.clear()
    again = make()
    assert again.texts["data"] == "starter"
    assert again.data.list.findText("Folder “photos”") >= 0
    with qtbot.waitSignal(again.data.ended):
        pick(again, "folder:/photos")
    assert again.texts["data"] == "folder:/photos"


# -- to be looked at


def test_starter_digits_are_made_to_be_looked_at(form: TrainForm, slow: Slow, qtbot) -> None:
    assert form.data.current is None
    with qtbot.waitSignal(form.data.loaded) as told:
        form.data.read()
        slow.proceed.set()
    assert told.args[1] == "Synthetic digits"
    qtbot.waitUntil(lambda: not form.data.busy)
    form.data.read()
    assert slow.calls == ["starter"]
    assert form.texts["data"] == "starter"


def test_a_preview_is_loaded_where_another_loading_was_cancelled(form: TrainForm, slow: Slow, qtbot) -> None:
    form.data.choose("folder:/photos")
    form.data.choose("starter")
    form.data.read()
    slow.proceed.set()
    with qtbot.waitSignal(form.data.loaded) as told:
        pass
    assert told.args[1] == "Synthetic digits"
    assert sorted(slow.calls) == ["folder:/photos", "starter"]
    assert cache.get("folder:/photos") is None
    qtbot.waitUntil(lambda: not form.data.busy)


def test_what_a_training_has_loaded_is_told(form: TrainForm, qtbot) -> None:
    digits = synthetic_digits(20)
    cache.put("starter", Loaded(digits, digits))
    with qtbot.waitSignal(form.data.loaded) as told:
        form.data.refresh()
    assert told.args[0].train is digits
    with qtbot.assertNotEmitted(form.data.loaded):
        form.data.refresh()


def test_mnist_is_read_for_the_pictures_that_are_varied(make, mnist, slow: Slow, qtbot) -> None:
    slow.proceed.set()
    mnist[0] = Path("/mnist")
    form = make()
    assert slow.calls == []
    with qtbot.waitSignal(form.data.loaded):
        form.augmentation.switch.click()
    assert slow.calls == ["mnist"]
    assert form.augmentation.preview._dataset is form.data.current[0].train
    pick(form, "starter")
    assert form.augmentation.preview._dataset is None
    qtbot.waitUntil(lambda: not form.data.busy)


def test_titles() -> None:
    assert title_of("mnist:/somewhere") == "MNIST"
    assert title_of("idx:/data/train-images.gz") == "IDX “train-images.gz”"


def test_keys_open_the_list_instead_of_stepping_through_it(form: TrainForm, qtbot) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_A):
        qtbot.keyClick(form.data.list, key)
        assert form.data.list.view().isVisible()
        assert form.data.choice == "starter"
        form.data.list.hidePopup()
    qtbot.keyClick(form.data.list, Qt.Key.Key_Escape)
    assert not form.data.list.view().isVisible()


# -- MNIST


class Fetch:
    """A download that goes on until it is told what to do."""

    def __init__(self) -> None:
        self.proceed = threading.Event()
        self.error: Exception | None = None
        self.calls = 0

    def __call__(self, folder: object, progress: Callable[[int, int], None]) -> None:
        self.calls += 1
        progress(2_000_000, 11_000_000)
        while not self.proceed.wait(0.01):
            progress(2_000_000, 11_000_000)
        if self.error is not None:
            raise self.error
        progress(11_000_000, 11_000_000)


@pytest.fixture
def fetch() -> Fetch:
    return Fetch()


@pytest.fixture
def missing(make, fetch: Fetch) -> TrainForm:
    """A form on which MNIST is chosen and missing."""
    form = make(MnistDownload(fetch=fetch))
    form.data.choose("mnist")
    return form


def test_mnist_that_is_missing_cannot_be_trained_on(missing: TrainForm, actions: Actions) -> None:
    assert missing.request is None
    assert said(missing, "note") == "MNIST is not on this computer yet."
    button = missing.findChild(QPushButton, "download-mnist")
    assert button.isVisible()
    assert button.isEnabled()
    assert actions.download_mnist.isEnabled()
    missing.data.choose("starter")
    assert missing.request is not None
    assert not button.isVisible()


def test_a_download_ends_with_mnist_on_the_computer(missing: TrainForm, fetch: Fetch, mnist, qtbot) -> None:
    download = missing.data.download
    button, bar = missing.findChild(QPushButton, "download-mnist"), missing.findChild(QProgressBar, "download-progress")
    with qtbot.waitSignal(download.progressed):
        button.click()
    assert "downloaded" in said(missing, "note")
    assert not button.isVisible()
    assert bar.isVisible()
    assert (bar.value(), bar.maximum()) == (2_000_000, 11_000_000)
    assert missing.findChild(QLabel, "download-done").text() == "2.0 of 11.0 MB"
    assert missing.request is None
    mnist[0] = Path("/mnist")
    with qtbot.waitSignals([missing.changed, download.ended]):
        fetch.proceed.set()
    assert not bar.isVisible()
    assert missing.request is not None
    assert not download.busy


def test_a_download_can_be_cancelled_and_begun_again(missing: TrainForm, fetch: Fetch, qtbot) -> None:
    cancel = missing.findChild(QPushButton, "cancel-download")
    for _ in range(2):
        missing.findChild(QPushButton, "download-mnist").click()
        assert cancel.isVisible()
        assert cancel.isEnabled()
        with qtbot.waitSignal(missing.data.download.ended):
            cancel.click()
        assert not cancel.isVisible()
    assert fetch.calls == 2
    assert said(missing, "error") == ""
    assert said(missing, "note") == "MNIST is not on this computer yet."


def test_a_download_that_fails_says_why(missing: TrainForm, fetch: Fetch, qtbot) -> None:
    fetch.error = DataError("There is no connection.")
    fetch.proceed.set()
    with qtbot.waitSignal(missing.data.download.ended):
        missing.findChild(QPushButton, "download-mnist").click()
    told = missing.findChild(QLabel, "train-data-error")
    assert told.isVisible()
    assert told.text() == "There is no connection."
    assert missing.findChild(QPushButton, "download-mnist").isVisible()


def test_an_error_nobody_foresaw_ends_a_download_too(missing: TrainForm, fetch: Fetch, qtbot, caplog) -> None:
    fetch.error = ZeroDivisionError("strange")
    fetch.proceed.set()
    with qtbot.waitSignal(missing.data.download.ended):
        missing.findChild(QPushButton, "download-mnist").click()
    assert "strange" in said(missing, "error")
    assert "ZeroDivisionError" in caplog.text


def test_the_menu_downloads_too_and_chooses_mnist(missing: TrainForm, fetch: Fetch, actions: Actions, qtbot) -> None:
    missing.data.choose("starter")
    actions.download_mnist.trigger()
    assert missing.texts["data"] == "mnist"
    assert not actions.download_mnist.isEnabled()
    with qtbot.waitSignal(missing.data.download.ended):
        missing.data.download.cancel()
    assert actions.download_mnist.isEnabled()


def test_a_named_folder_without_the_files_is_told(make, mnist) -> None:
    mnist[0] = DataError(f"The folder /nowhere does not hold {FILES[0].name}.")
    form = make()
    form.data.choose("mnist")
    assert "/nowhere" in said(form, "error")
    assert form.request is None


def test_files_put_there_by_hand_are_noticed(missing: TrainForm, mnist) -> None:
    mnist[0] = Path("/mnist")
    missing.hide()
    missing.show()
    assert missing.request is not None


def test_quitting_ends_a_download(missing: TrainForm, qtbot) -> None:
    download = missing.data.download
    with qtbot.waitSignal(download.ended):
        download.begin()
        download.begin()
        download._close()
    assert not download.busy
