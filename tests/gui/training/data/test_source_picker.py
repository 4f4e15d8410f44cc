"""The data: MNIST and its download, synthetic digits, and the user's own images and IDX files."""

import struct
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar, QPushButton
from small_digits import SmallGenerator

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.data.mnist import FILES
from engine.data.source import DataSource
from engine.data.synthetic.digits import synthetic_digits
from engine.errors import DataError
from engine.evaluate.data_check import check_data
from gui.actions import Actions
from gui.settings import Settings
from gui.theme import Theme
from gui.training.data.dataset_cache import cache
from gui.training.data.source_list import title_of
from gui.training.form.field_cards import set_text
from gui.training.form.train_form import TrainForm

LONG = 20_000


@pytest.fixture
def make(qtbot, actions: Actions, settings: Settings, theme: Theme, mnist) -> Callable[..., TrainForm]:
    def end(form: TrainForm) -> None:
        form.data.shut_down()
        qtbot.waitUntil(lambda: not form.data.busy)

    def made(visible: bool = True) -> TrainForm:
        form = TrainForm(actions, settings, theme)
        theme.style(form)
        qtbot.addWidget(form, before_close_func=end)
        form.setVisible(visible)
        return form

    return made


@pytest.fixture
def form(make: Callable[..., TrainForm]) -> TrainForm:
    return make()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of images: ten of each of three digits, and two files that are no images."""
    digits = synthetic_digits(100, 7)
    made = tmp_path / "my_digits"
    for digit in (1, 2, 7):
        (made / str(digit)).mkdir(parents=True)
        for i in np.flatnonzero(digits.labels == digit)[:10]:
            image = np.kron(255 - digits.images[i], np.ones((3, 3), np.uint8))
            Image.fromarray(image).save(made / str(digit) / f"{i}.png")
    (made / "2" / "notes.png").write_text("not an image")
    (made / "readme.txt").write_text("not an image either")
    return made


@pytest.fixture
def idx(tmp_path: Path) -> Path:
    """The file of the images of an IDX pair."""
    digits = synthetic_digits(60, 3)
    images = tmp_path / "mine-images-idx3-ubyte"
    images.write_bytes(struct.pack(">IIII", 0x803, 60, 28, 28) + digits.images.tobytes())
    (tmp_path / "mine-labels-idx1-ubyte").write_bytes(struct.pack(">II", 0x801, 60) + digits.labels.tobytes())
    return images


@pytest.fixture
def chosen_file(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The path that the user chooses in a file dialog, as the one item; at first the dialog is cancelled."""
    path = [""]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: path[0])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path[0], ""))
    return path


def pick(form: TrainForm, kind: str) -> None:
    """Choose from the list, as the user does."""
    index = form.data.list.findData(kind)
    form.data.list.setCurrentIndex(index)
    form.data.list.activated.emit(index)


def pick_and_wait(form: TrainForm, kind: str, qtbot) -> None:
    """Choose from the list; return when the files are loaded and checked: ``ended`` follows each of the two."""
    pick(form, kind)
    qtbot.waitUntil(lambda: not form.data.busy, timeout=LONG)


def shown(form: TrainForm, name: str) -> str:
    """The text of a label; without the invisible characters where a long path may be broken."""
    return form.findChild(QLabel, f"train-data-{name}").text()


def button(form: TrainForm, name: str) -> QPushButton:
    return form.findChild(QPushButton, name)


# -- the user's own data


def test_a_folder_of_images(form: TrainForm, folder: Path, chosen_file: list[str], qtbot) -> None:
    chosen_file[0] = str(folder)
    emitted: list[tuple[Loaded, str]] = []
    form.data.loaded.connect(lambda loaded, title: emitted.append((loaded, title)))
    pick(form, "folder")
    assert form.request is None
    assert form.data.missing == "The images are being loaded: one moment."
    assert not form.data.list.isEnabled()
    assert shown(form, "note") == "Loading “my_digits”…"
    with qtbot.waitSignal(form.data.ended, timeout=LONG):
        pass
    source = DataSource("folder", str(folder))
    assert form.texts["data"] == form.data.list.own == str(source)
    ((loaded, title),) = emitted
    assert form.data.current == (loaded, title)
    assert title == form.data.list.currentText() == "Folder “my_digits”"
    assert len(loaded.train) + len(loaded.test) == 30
    assert shown(form, "counts") == f"{len(loaded.train)} + {len(loaded.test)} images"
    assert button(form, "train-data-faults").isVisible()
    assert button(form, "train-data-faults").text() == "2 faults"
    with qtbot.waitSignal(form.data.faults_requested):
        button(form, "train-data-faults").click()
    assert form.request.data == str(source)
    assert form.request.iterations_per_epoch == 1
    assert form.settings().data == source
    assert form.data.list.isEnabled()
    assert not form.findChild(QProgressBar, "loading-progress").isVisible()


def test_idx_files(form: TrainForm, idx: Path, chosen_file: list[str], qtbot) -> None:
    chosen_file[0] = str(idx)
    pick_and_wait(form, "file", qtbot)
    assert form.texts["data"] == f"file:{idx}"
    train, test = len(form.data.current[0].train), len(form.data.current[0].test)
    assert train + test == 60
    assert shown(form, "counts") == f"{train} + {test} images"
    assert not button(form, "train-data-faults").isVisible()


def test_unusable_files_are_an_error_and_the_previous_choice_stays(
    form: TrainForm, tmp_path: Path, chosen_file: list[str], qtbot
) -> None:
    chosen_file[0] = str(tmp_path)
    with qtbot.assertNotEmitted(form.data.loaded):
        pick_and_wait(form, "folder", qtbot)
    assert "0 to 9" in shown(form, "error")
    assert form.findChild(QLabel, "train-data-error").isVisible()
    assert form.texts["data"] == form.data.list.currentData() == "starter"
    assert form.request is not None
    assert form.widget().minimumSizeHint().width() <= form.viewport().width()
    # The next choice removes the error.
    pick(form, "mnist")
    assert shown(form, "error") == ""


def test_a_name_that_is_no_text_is_an_error(form: TrainForm) -> None:
    form.data.open("/home/anna/\udcff.csv")
    assert "is not UTF-8" in shown(form, "error")
    assert form.texts["data"] == "starter"
    assert form.request is not None


def test_images_of_a_run_that_were_turned_in_an_unknown_way(
    form: TrainForm, folder: Path, chosen_file: list[str], qtbot
) -> None:
    """A run from a file may say that its images were turned by “zzz”."""
    chosen_file[0] = str(folder)
    form.data.ask("folder", "zzz")
    qtbot.waitUntil(lambda: not form.data.busy, timeout=LONG)
    assert form.texts["data"] == f"folder:{folder}"


def test_cancelling_the_file_dialog_changes_nothing(form: TrainForm, chosen_file: list[str], qtbot) -> None:
    for kind in ("folder", "file"):
        with qtbot.assertNotEmitted(form.changed):
            pick(form, kind)
        assert form.data.list.currentData() == "starter"
    assert not form.data.busy


class Slow:
    """A loading that runs until ``proceed`` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.proceed = threading.Event()
        self.error: Exception | None = None
        self.calls: list[str] = []
        monkeypatch.setattr(DataSource, "load", lambda source, progress=None: self._load(source, progress))
        monkeypatch.setattr(SmallGenerator, "wait", lambda generator, progress: self._generate(progress))

    def _generate(self, progress: Callable[[int, int], None]) -> tuple[Dataset, Dataset]:
        loaded = self._load(DataSource("starter"), progress)
        return loaded.train, loaded.test

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


def test_the_loading_shows_its_progress_and_can_be_cancelled(
    form: TrainForm, slow: Slow, chosen_file: list[str], qtbot
) -> None:
    chosen_file[0] = "/photos"
    bar, cancel = form.findChild(QProgressBar, "loading-progress"), button(form, "cancel-loading")
    for _ in range(2):
        pick(form, "folder")
        qtbot.waitUntil(lambda: form.findChild(QLabel, "loading-done").text() == "1,200 of 5,000")
        assert bar.isVisible()
        assert (bar.value(), bar.maximum()) == (1_200, 5_000)
        assert cancel.isEnabled()
        with qtbot.waitSignal(form.data.ended):
            cancel.click()
        assert not bar.isVisible()
        assert form.request is not None
        assert form.texts["data"] == "starter"
        assert shown(form, "error") == ""


def test_files_that_are_chosen_again_are_loaded_again(
    form: TrainForm, slow: Slow, chosen_file: list[str], qtbot
) -> None:
    slow.proceed.set()
    chosen_file[0] = "/photos"
    pick_and_wait(form, "folder", qtbot)
    first = form.data.current[0]
    pick(form, "starter")
    assert form.data.current is None
    # From the list they come from the cache.
    with qtbot.waitSignal(form.data.loaded) as signal:
        pick(form, "folder:/photos")
    assert signal.args[0] is first
    pick_and_wait(form, "folder", qtbot)
    assert form.data.current[0] is not first
    assert slow.calls == ["folder:/photos"] * 2


def test_another_folder_replaces_the_last_one_in_the_list(
    form: TrainForm, slow: Slow, chosen_file: list[str], qtbot
) -> None:
    slow.proceed.set()
    for chosen_file[0] in ("/photos", "/scans"):
        pick_and_wait(form, "folder", qtbot)
    titles = [form.data.list.itemText(i) for i in range(form.data.list.count())]
    assert titles == ["MNIST", "Synthetic digits", "Folder “scans”", "", "A folder of images…", "A data file…"]
    assert form.data.list.currentText() == "Folder “scans”"


def test_another_choice_cancels_a_loading(form: TrainForm, slow: Slow, qtbot) -> None:
    form.data.choose("folder:/photos")
    form.data.choose("idx:/other")
    qtbot.waitUntil(lambda: len(slow.calls) == 2)
    slow.proceed.set()
    qtbot.waitUntil(lambda: not form.data.busy)
    assert sorted(slow.calls) == ["folder:/photos", "idx:/other"]
    assert form.texts["data"] == "idx:/other"
    assert form.data.current is not None
    assert cache.get("folder:/photos") is None


def test_a_choice_made_during_a_loading_stays(form: TrainForm, slow: Slow, qtbot) -> None:
    form.data.choose("folder:/photos")
    form.data.choose("mnist")
    slow.proceed.set()
    qtbot.waitUntil(lambda: not form.data.busy)
    assert form.texts["data"] == "mnist"


def test_an_unexpected_error_ends_the_loading(form: TrainForm, slow: Slow, qtbot, caplog) -> None:
    slow.error = ZeroDivisionError("strange")
    slow.proceed.set()
    with qtbot.waitSignal(form.data.ended):
        form.data.choose("folder:/photos")
    assert "strange" in shown(form, "error")
    assert "ZeroDivisionError" in caplog.text
    assert form.request is not None


def test_shutting_down_ends_the_loading(form: TrainForm, slow: Slow, qtbot) -> None:
    with qtbot.waitSignal(form.data.ended):
        form.data.choose("folder:/photos")
        form.data.shut_down()
    assert not form.data.busy


def test_what_was_shut_down_goes_on_where_the_window_stays_open(
    form: TrainForm, slow: Slow, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First while the files are loaded, then while they are looked at."""
    looked_at, closed = [], threading.Event()

    def check(*arguments: object) -> object:
        looked_at.append(arguments)
        closed.wait(10)
        return check_data(*arguments)

    monkeypatch.setattr("gui.training.data.checking.check_data", check)
    form.data.choose("folder:/photos")
    # The window may be closed again while other threads end.
    for _ in range(2):
        form.data.shut_down()
    qtbot.waitUntil(lambda: not form.data.busy)
    form.data.go_on()
    assert form.request is None
    assert shown(form, "note") == "Loading “photos”…"
    slow.proceed.set()
    qtbot.waitUntil(lambda: bool(looked_at))
    assert form.texts["data"] == "folder:/photos"
    assert form.request is not None
    form.data.shut_down()
    closed.set()
    qtbot.waitUntil(lambda: not form.data.busy)
    with qtbot.waitSignal(form.data.checked, check_params_cb=lambda found, _: found is not None):
        form.data.go_on()
    assert len(looked_at) == 2
    qtbot.waitUntil(lambda: not form.data.busy)
    form.data.go_on()
    assert not form.data.busy


def test_remembered_data_are_still_loaded_when_the_form_is_shown(make, slow: Slow, qtbot) -> None:
    form = make(visible=False)
    form.data.restore("folder:/photos")
    form.data.shut_down()
    form.data.go_on()
    assert slow.calls == []
    slow.proceed.set()
    form.show()
    qtbot.waitUntil(lambda: form.texts["data"] == "folder:/photos" and not form.data.busy)


def test_a_long_path_makes_nothing_wider(form: TrainForm, slow: Slow, qtbot) -> None:
    slow.proceed.set()
    with qtbot.waitSignal(form.data.ended):
        form.data.choose("folder:/" + "/".join(["averylongname" * 5] * 4))
    assert form.widget().minimumSizeHint().width() <= form.viewport().width()
    assert "averylongname" in form.findChild(QLabel, "train-data-note").toolTip()


def test_the_users_data_are_loaded_again_when_the_form_is_shown(
    make, slow: Slow, chosen_file: list[str], qtbot
) -> None:
    slow.proceed.set()
    chosen_file[0] = "/photos"
    pick_and_wait(make(), "folder", qtbot)
    cache.clear()
    form = make(visible=False)
    assert form.request is None
    assert len(slow.calls) == 1
    with qtbot.waitSignal(form.data.ended):
        form.show()
    assert form.texts["data"] == "folder:/photos"
    assert form.request is not None


def test_missing_user_data_leave_the_default(make, slow: Slow, chosen_file: list[str], qtbot) -> None:
    slow.proceed.set()
    chosen_file[0] = "/photos"
    pick_and_wait(make(), "folder", qtbot)
    cache.clear()
    slow.error = DataError("There is no folder “/photos”.")
    form = make(visible=False)
    with qtbot.waitSignal(form.data.ended):
        form.show()
    assert shown(form, "error") == "There is no folder “/photos”."
    assert form.texts["data"] == "starter"
    assert form.request is not None


def test_a_choice_made_instead_of_user_data_is_remembered(make, slow: Slow, chosen_file: list[str], qtbot) -> None:
    slow.proceed.set()
    chosen_file[0] = "/photos"
    pick_and_wait(make(), "folder", qtbot)
    cache.clear()
    slow.proceed.clear()
    form = make()
    set_text(form.fields["lr"], "0.5")  # this does not choose the data
    assert make(visible=False).data.pending
    with qtbot.waitSignal(form.data.ended):
        button(form, "cancel-loading").click()
    pick(form, "starter")
    again = make(visible=False)
    assert not again.data.pending
    assert (again.texts["data"], again.texts["lr"]) == ("starter", "0.5")


def test_the_last_user_data_stay_in_the_list(make, slow: Slow, chosen_file: list[str], qtbot) -> None:
    slow.proceed.set()
    form = make()
    chosen_file[0] = "/photos"
    pick_and_wait(form, "folder", qtbot)
    pick(form, "starter")
    cache.clear()
    again = make()
    assert again.texts["data"] == "starter"
    assert again.data.list.findText("Folder “photos”") >= 0
    with qtbot.waitSignal(again.data.ended):
        pick(again, "folder:/photos")
    assert again.texts["data"] == "folder:/photos"


# -- previews


def test_synthetic_digits_are_made_for_a_preview(form: TrainForm, slow: Slow, qtbot) -> None:
    assert form.data.current is None
    with qtbot.waitSignal(form.data.loaded) as signal:
        form.data.load_preview()
        slow.proceed.set()
    assert signal.args[1] == "Synthetic digits"
    qtbot.waitUntil(lambda: not form.data.busy)
    form.data.load_preview()
    assert slow.calls == ["starter"]
    assert form.texts["data"] == "starter"


def test_a_preview_is_loaded_after_another_loading_was_cancelled(form: TrainForm, slow: Slow, qtbot) -> None:
    form.data.choose("folder:/photos")
    form.data.choose("starter")
    form.data.load_preview()
    slow.proceed.set()
    with qtbot.waitSignal(form.data.loaded) as signal:
        pass
    assert signal.args[1] == "Synthetic digits"
    assert sorted(slow.calls) == ["folder:/photos", "starter"]
    assert cache.get("folder:/photos") is None
    qtbot.waitUntil(lambda: not form.data.busy)


def test_data_that_a_training_has_loaded_are_emitted_once(form: TrainForm, qtbot) -> None:
    digits = synthetic_digits(20)
    cache.put("starter", Loaded(digits, digits))
    with qtbot.waitSignal(form.data.loaded) as signal:
        form.data.refresh()
    assert signal.args[0].train is digits
    with qtbot.assertNotEmitted(form.data.loaded):
        form.data.refresh()


def test_mnist_is_loaded_for_the_preview_of_the_augmentation(make, mnist, slow: Slow, qtbot) -> None:
    slow.proceed.set()
    mnist[0] = Path("/mnist")
    form = make()
    assert slow.calls == []
    with qtbot.waitSignal(form.data.loaded):
        form.augmentation.switch.click()
    assert slow.calls == ["mnist"]
    images, dataset = form.augmentation.preview.images, form.data.current[0].train
    assert all((dataset.images == image).all(axis=(1, 2)).any() for image in images)
    pick(form, "starter")
    assert (form.augmentation.preview.images != images).any()
    qtbot.waitUntil(lambda: not form.data.busy)


def test_titles() -> None:
    assert title_of("mnist:/somewhere") == "MNIST"
    assert title_of("idx:/data/train-images.gz") == "IDX “train-images.gz”"
    assert title_of("file:/data/train.csv") == "File “train.csv”"
    assert title_of("file:/data/two\nlines.csv") == "File “two?lines.csv”"


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
    """A download that runs until ``proceed`` is set."""

    def __init__(self) -> None:
        self.proceed = threading.Event()
        self.error: Exception | None = None
        self.calls = 0

    def __call__(self, progress: Callable[[int, int], None]) -> None:
        self.calls += 1
        progress(2_000_000, 11_000_000)
        while not self.proceed.wait(0.01):
            progress(2_000_000, 11_000_000)
        if self.error is not None:
            raise self.error
        progress(11_000_000, 11_000_000)


@pytest.fixture
def fetch(monkeypatch: pytest.MonkeyPatch) -> Fetch:
    made = Fetch()
    monkeypatch.setattr("gui.training.data.source_picker.download_mnist", made)
    return made


@pytest.fixture
def missing(form: TrainForm, fetch: Fetch) -> TrainForm:
    """A form in which MNIST is chosen and missing."""
    form.data.choose("mnist")
    return form


def test_mnist_that_is_missing_cannot_be_trained_on(missing: TrainForm, actions: Actions) -> None:
    assert missing.request is None
    assert shown(missing, "note") == "MNIST is not on this computer yet."
    download = button(missing, "download-mnist")
    assert download.isVisible()
    assert download.isEnabled()
    assert actions.download_mnist.isEnabled()
    missing.data.choose("starter")
    assert missing.request is not None
    assert not download.isVisible()


def test_a_download_ends_with_mnist_on_the_computer(missing: TrainForm, fetch: Fetch, mnist, qtbot) -> None:
    download, bar = button(missing, "download-mnist"), missing.findChild(QProgressBar, "download-progress")
    download.click()
    qtbot.waitUntil(lambda: bar.value() == 2_000_000)
    assert "downloaded" in shown(missing, "note")
    assert not download.isVisible()
    assert bar.isVisible()
    assert bar.maximum() == 11_000_000
    assert missing.findChild(QLabel, "download-done").text() == "2.0 of 11.0 MB"
    assert missing.request is None
    mnist[0] = Path("/mnist")
    with qtbot.waitSignals([missing.changed, missing.data.ended]):
        fetch.proceed.set()
    assert not bar.isVisible()
    assert missing.request is not None
    assert not missing.data.busy


def test_a_download_can_be_cancelled_and_started_again(missing: TrainForm, fetch: Fetch, qtbot) -> None:
    cancel = button(missing, "cancel-download")
    for _ in range(2):
        button(missing, "download-mnist").click()
        assert cancel.isVisible()
        assert cancel.isEnabled()
        with qtbot.waitSignal(missing.data.ended):
            cancel.click()
        assert not cancel.isVisible()
    assert fetch.calls == 2
    assert shown(missing, "error") == ""
    assert shown(missing, "note") == "MNIST is not on this computer yet."


def test_a_download_that_fails_says_why(missing: TrainForm, fetch: Fetch, qtbot) -> None:
    fetch.error = DataError("There is no connection.")
    fetch.proceed.set()
    with qtbot.waitSignal(missing.data.ended):
        button(missing, "download-mnist").click()
    error = missing.findChild(QLabel, "train-data-error")
    assert error.isVisible()
    assert error.text() == "There is no connection."
    assert button(missing, "download-mnist").isVisible()


def test_an_unexpected_error_ends_a_download(missing: TrainForm, fetch: Fetch, qtbot, caplog) -> None:
    fetch.error = ZeroDivisionError("strange")
    fetch.proceed.set()
    with qtbot.waitSignal(missing.data.ended):
        button(missing, "download-mnist").click()
    assert "strange" in shown(missing, "error")
    assert "ZeroDivisionError" in caplog.text


def test_the_menu_starts_the_download_and_chooses_mnist(
    missing: TrainForm, fetch: Fetch, actions: Actions, qtbot
) -> None:
    missing.data.choose("starter")
    actions.download_mnist.trigger()
    assert missing.texts["data"] == "mnist"
    assert not actions.download_mnist.isEnabled()
    with qtbot.waitSignal(missing.data.ended):
        button(missing, "cancel-download").click()
    assert actions.download_mnist.isEnabled()


def test_a_folder_without_the_files_is_an_error(make, mnist) -> None:
    mnist[0] = DataError(f"The folder /nowhere does not hold {FILES[0].name}.")
    form = make()
    form.data.choose("mnist")
    assert "/nowhere" in shown(form, "error")
    assert form.request is None


def test_files_that_are_copied_there_are_found(missing: TrainForm, mnist) -> None:
    mnist[0] = Path("/mnist")
    missing.hide()
    missing.show()
    assert missing.request is not None


def test_shutting_down_ends_a_download(missing: TrainForm, fetch: Fetch, actions: Actions, qtbot) -> None:
    with qtbot.waitSignal(missing.data.ended):
        actions.download_mnist.trigger()
        missing.data.shut_down()
    assert not missing.data.busy
