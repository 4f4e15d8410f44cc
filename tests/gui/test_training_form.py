"""The form: each field is checked as it is typed, what is right is remembered, MNIST is fetched where it is missing."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QProgressBar, QPushButton

import gui.training.data_picker as data_picker
from engine.data.mnist import FILES
from engine.errors import DataError, DownloadCancelled
from engine.layers import AffineSpec, ConvolutionSpec
from engine.network import NetworkSpec
from engine.presets import PRESETS
from engine.trainer import TrainConfig
from gui.actions import Actions
from gui.settings import Settings
from gui.theme import Theme
from gui.training import choices
from gui.training.choices import DEFAULTS
from gui.training.download import MnistDownload
from gui.training.form import TrainForm
from gui.training.measuring import evaluate_every, evaluation_samples
from gui.training.request import TrainRequest
from gui.training.widgets import OptionList

STARTER = DEFAULTS | {"data": "starter"}


@pytest.fixture
def mnist(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What ``find_mnist`` finds, as the one item; a DataError is thrown. Nothing to begin with."""
    found: list[object] = [None]

    def find() -> object:
        if isinstance(found[0], Exception):
            raise found[0]
        return found[0]

    monkeypatch.setattr(data_picker, "find_mnist", find)
    return found


@pytest.fixture
def make(qtbot, actions: Actions, settings: Settings, theme: Theme, mnist) -> Callable[..., TrainForm]:
    def made(download: MnistDownload | None = None) -> TrainForm:
        form = TrainForm(actions, settings, theme, download)
        qtbot.addWidget(form)
        form.show()
        return form

    return made


@pytest.fixture
def form(make: Callable[..., TrainForm]) -> TrainForm:
    return make()


def edit(form: TrainForm, name: str) -> QLineEdit:
    found = form.findChild(QLineEdit, f"train-{name.replace('_', '-')}")
    assert found is not None
    return found


def error(form: TrainForm, name: str) -> str:
    return form.errors[name].text()


def type_in(form: TrainForm, qtbot, name: str, text: str) -> None:
    field = edit(form, name)
    field.clear()
    qtbot.keyClicks(field, text)


def choose(form: TrainForm, name: str, option: str) -> None:
    field = form.fields[name]
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData(option))


# -- what the texts mean


def test_the_defaults() -> None:
    request, wrong = choices.read(DEFAULTS)
    assert wrong == {}
    assert request == TrainRequest(NetworkSpec.mlp((50,), "relu", "he"), TrainConfig(), "mnist")


@pytest.mark.parametrize(
    ("text", "layers"),
    [("", ()), ("  ", ()), ("50", (50,)), ("50, 100", (50, 100)), ("50 100,7,", (50, 100, 7)), ("4096", (4096,))],
)
def test_hidden_layers(text: str, layers: tuple[int, ...]) -> None:
    assert choices.parse_hidden(text) == layers


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("momentum", "0", 0.0),
        ("momentum", "0,99", 0.99),
        ("lr", "1e-3", 0.001),
        ("lr", " 5 ", 5.0),
        ("weight_decay", "0", 0.0),
        ("weight_decay", "0.0001", 0.0001),
        ("batch_size", "1", 1),
        ("batch_size", "10000", 10_000),
        ("epochs", "1000", 1000),
        ("seed", "0", 0),
        ("seed", "999999999", 999_999_999),
    ],
)
def test_right_values(field: str, text: str, value: float) -> None:
    request, wrong = choices.read(STARTER | {field: text})
    assert wrong == {}
    assert request is not None
    assert getattr(request.config, field) == value


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("hidden", "50, x", "whole numbers"),
        ("hidden", "50; 100", "whole numbers"),
        ("hidden", "-5", "whole numbers"),
        ("hidden", "5.5", "whole numbers"),
        ("hidden", "５０", "whole numbers"),
        ("hidden", "0", "1 to 4,096"),
        ("hidden", "4097", "1 to 4,096"),
        ("hidden", "9" * 500, "whole numbers"),
        ("hidden", ",".join("1" * 11), "at most 10"),
        ("hidden", "4096, 4096, 4096, 4096, 4096", "million"),
        ("momentum", "1", "below 1"),
        ("momentum", "-0.1", "below 1"),
        ("momentum", "", "below 1"),
        ("lr", "0", "above 0"),
        ("lr", "-1", "above 0"),
        ("lr", "nan", "above 0"),
        ("lr", "inf", "above 0"),
        ("lr", "1_0", "above 0"),
        ("lr", "fast", "above 0"),
        ("weight_decay", "-1", "0 or above"),
        ("batch_size", "0", "1 to 10,000"),
        ("batch_size", "10001", "1 to 10,000"),
        ("batch_size", "1e2", "1 to 10,000"),
        ("epochs", "0", "1 to 1,000"),
        ("epochs", "", "1 to 1,000"),
        ("epochs", "1001", "1 to 1,000"),
        ("seed", "-1", "0 to 999,999,999"),
        ("seed", "²", "0 to 999,999,999"),
    ],
)
def test_wrong_values(field: str, text: str, says: str) -> None:
    request, wrong = choices.read(STARTER | {field: text})
    assert request is None
    assert list(wrong) == [field]
    assert says in wrong[field]


@pytest.mark.parametrize("field", choices.OPTIONS)
def test_every_option_can_be_trained(field: str) -> None:
    for option in choices.OPTIONS[field]:
        assert choices.option_name(field, option)
        request, wrong = choices.read(STARTER | {field: option})
        assert request is not None
        assert wrong == {}


def test_a_momentum_that_is_not_used_is_not_checked() -> None:
    request, wrong = choices.read(STARTER | {"optimizer": "sgd", "momentum": "much"})
    assert wrong == {}
    assert request is not None
    assert request.config.optimizer == "sgd"


@pytest.mark.parametrize("kind", PRESETS)
def test_a_convnet_has_its_own_layers_and_the_settings_of_learning(kind: str) -> None:
    """What the fields of a fully connected network hold is neither checked nor used."""
    request, wrong = choices.read(STARTER | {"kind": kind, "hidden": "50, x", "activation": "sigmoid", "lr": "0.05"})
    assert wrong == {}
    assert request is not None
    assert request.spec == PRESETS[kind]()
    assert (request.config.lr, request.config.batch_size, request.config.epochs) == (0.05, 100, 10)
    request, wrong = choices.read(STARTER | {"kind": kind, "hidden": "50, x", "lr": "0"})
    assert request is None
    assert list(wrong) == ["lr"]


def test_a_mini_batch_of_a_convnet_fits_into_memory() -> None:
    """Whose every layer keeps some pictures' worth of numbers of each picture."""
    request, wrong = choices.read(STARTER | {"kind": "deep-convnet", "batch_size": "1000"})
    assert request is not None
    request, wrong = choices.read(STARTER | {"kind": "deep-convnet", "batch_size": "1001"})
    assert request is None
    assert wrong == {"batch_size": "The batch size of a convnet is from 1 to 1,000."}
    assert choices.read(STARTER | {"kind": "deep-convnet", "batch_size": "0"})[1] == {
        "batch_size": "The batch size is from 1 to 10,000."
    }


def test_the_summary() -> None:
    request, _ = choices.read(DEFAULTS)
    assert request is not None
    assert choices.summary(request) == "784-50-10 ReLU, 39,760 parameters, 600 iterations an epoch"
    request, _ = choices.read(STARTER | {"batch_size": "3000", "hidden": ""})
    assert request is not None
    assert choices.summary(request) == "784-10, 7,850 parameters, 7 iterations an epoch"
    request, _ = choices.read(STARTER | {"kind": "deep-convnet"})
    assert request is not None
    assert choices.summary(request) == (
        "Convolutional 16-16-32-32-64-64-50-10 ReLU, 123,552 parameters, 200 iterations an epoch, "
        "accuracies measured on 284 digits"
    )
    # 2,890 digits are all of the 2,000 starter digits to test with, and not all of MNIST's.
    for data, told in (("starter", False), ("mnist", True)):
        request, _ = choices.read(STARTER | {"kind": "simple-convnet", "data": data})
        assert request is not None
        assert ("measured on 2,890 digits" in choices.summary(request)) is told


@pytest.mark.parametrize(
    ("texts", "samples", "every"),
    [
        ({}, 10_000, None),
        # 784 x 4096 + 2 x 4096 x 4096 + 4096 x 10 = 36,806,656 multiplications, of which 50 thousand million are done
        # in a second: 679 pictures of each set. 15 s are 67 mini-batches of 100 pictures, forwards and backwards.
        ({"hidden": "4096, 4096, 4096"}, 679, 50),
        # 865,000 of a convolutional network's 5 thousand million; 15 s are 289 mini-batches, and more than an epoch.
        ({"kind": "simple-convnet"}, 2_890, None),
        ({"kind": "simple-convnet", "data": "mnist"}, 2_890, 200),
        # 8,772,340: 15 s are 28 mini-batches of 100, 285 of 10, and 2 of 1000.
        ({"kind": "deep-convnet"}, 284, 20),
        ({"kind": "deep-convnet", "batch_size": "10"}, 284, 200),
        ({"kind": "deep-convnet", "batch_size": "1000"}, 284, 2),
    ],
)
def test_measuring_keeps_nobody_waiting(texts: dict[str, str], samples: int, every: int | None) -> None:
    request, _ = choices.read(STARTER | texts)
    assert request is not None
    assert request.config.evaluation_samples == samples
    assert request.config.evaluate_every == every


@pytest.mark.parametrize("kind", PRESETS)
@pytest.mark.parametrize("data", ["mnist", "starter"])
def test_an_ordinary_machine_measures_every_convnet_in_a_second_and_soon(kind: str, data: str) -> None:
    """At 10 thousand million operations a second, of which a multiplication and its addition are two."""
    request, _ = choices.read(STARTER | {"kind": kind, "data": data})
    assert request is not None
    seconds = 2 * request.spec.multiplications() / 10e9
    assert 2 * request.config.evaluation_samples * seconds <= 1.0
    every = request.config.evaluate_every or choices.TRAINING_PICTURES[data] // 100
    assert 5 < every * 3 * 100 * seconds <= 15


def test_a_network_beyond_measure_is_measured_on_some_pictures() -> None:
    spec = NetworkSpec(
        (ConvolutionSpec(1000, size=9, pad=4), ConvolutionSpec(1000, size=9), AffineSpec(10)), (1, 28, 28)
    )
    assert evaluation_samples(spec) == 100
    assert evaluate_every(spec, 100, "mnist") == 1


# -- the widgets


def test_it_begins_with_starter_digits_where_mnist_is_missing(form: TrainForm) -> None:
    assert form.texts == STARTER
    assert form.request == choices.read(STARTER)[0]


def test_it_begins_with_mnist_where_it_is_there(make, mnist) -> None:
    mnist[0] = Path("/mnist")
    assert make().texts == DEFAULTS


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("hidden", "50, x", "whole numbers"),
        ("momentum", "2", "below 1"),
        ("lr", "0", "above 0"),
        ("weight_decay", "-1", "0 or above"),
        ("batch_size", "0", "1 to 10,000"),
        ("epochs", "0", "1 to 1,000"),
        ("seed", "x", "0 to 999,999,999"),
    ],
)
def test_a_mistake_is_told_as_it_is_typed(form: TrainForm, qtbot, field: str, text: str, says: str) -> None:
    height = form.widget().sizeHint().height()
    with qtbot.waitSignal(form.changed):
        type_in(form, qtbot, field, text)
    assert says in error(form, field)
    assert form.errors[field].property("role") == "error"
    assert edit(form, field).property("wrong") is True
    assert says in edit(form, field).accessibleDescription()
    assert form.request is None
    assert form.widget().sizeHint().height() <= height  # nothing has jumped
    type_in(form, qtbot, field, DEFAULTS[field])
    assert error(form, field) == ""
    assert edit(form, field).property("wrong") is False
    assert form.request is not None


def test_two_mistakes_in_a_row_are_told_one_after_the_other(form: TrainForm, qtbot) -> None:
    type_in(form, qtbot, "batch_size", "0")
    type_in(form, qtbot, "seed", "x")
    assert "batch size" in error(form, "seed")
    type_in(form, qtbot, "batch_size", "10")
    assert "seed" in error(form, "batch_size")


def test_sentences_fit_beside_their_fields(form: TrainForm, qtbot) -> None:
    wrong = {"hidden": "x", "momentum": "x", "lr": "x", "weight_decay": "x", "batch_size": "x", "epochs": "x"}
    for field, text in (wrong | {"seed": "x"}).items():
        type_in(form, qtbot, field, text)
        label = form.errors[field]
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
        type_in(form, qtbot, field, DEFAULTS[field])


def test_the_summary_follows_the_fields(form: TrainForm, qtbot) -> None:
    summary = form.findChild(QLabel, "train-summary")
    assert summary.text() == "784-50-10 ReLU, 39,760 parameters, 200 iterations an epoch"
    type_in(form, qtbot, "hidden", "50, 100")
    choose(form, "activation", "sigmoid")
    type_in(form, qtbot, "batch_size", "50")
    assert summary.text() == "784-50-100-10 Sigmoid, 45,360 parameters, 400 iterations an epoch"
    type_in(form, qtbot, "hidden", "x")
    assert "parameters" not in summary.text()


def test_what_makes_no_difference_cannot_be_set(form: TrainForm, qtbot) -> None:
    assert form.fields["momentum"].isEnabled()
    choose(form, "optimizer", "sgd")
    assert not form.fields["momentum"].isEnabled()
    assert form.fields["activation"].isEnabled()
    type_in(form, qtbot, "hidden", " ")
    assert not form.fields["activation"].isEnabled()


def test_a_convnet_settles_its_layers_itself(form: TrainForm, qtbot) -> None:
    layout, width = form.widget().layout(), form.viewport().width()
    height = layout.totalHeightForWidth(width)
    layers = [form.fields[name] for name in ("hidden", "activation", "init")]
    places = [form.fields[name].geometry() for name in form.fields if name != "data"]
    type_in(form, qtbot, "hidden", "x")
    assert form.request is None
    choose(form, "kind", "deep-convnet")
    assert form.request == choices.read(STARTER | {"kind": "deep-convnet"})[0]
    assert not any(field.isEnabled() for field in layers)
    assert all(field.isVisible() for field in layers)
    assert error(form, "hidden") == ""
    assert edit(form, "hidden").property("wrong") is False
    assert form.findChild(QLabel, "train-summary").text() == choices.summary(form.request)
    # Nothing jumps.
    qtbot.wait(20)
    assert [form.fields[name].geometry() for name in form.fields if name != "data"] == places
    assert layout.totalHeightForWidth(width) == height
    choose(form, "kind", "connected")
    assert all(field.isEnabled() for field in layers)
    assert "whole numbers" in error(form, "hidden")


@pytest.mark.parametrize("kind", choices.OPTIONS["kind"])
def test_every_kind_can_be_read_without_opening_the_list(form: TrainForm, kind: str, qtbot) -> None:
    form.resize(form.width(), 200)  # with a scroll bar
    qtbot.wait(20)
    choose(form, "kind", kind)
    field = form.fields["kind"]
    assert isinstance(field, OptionList)
    assert field.shown == field.currentText() == choices.option_name("kind", kind)


def test_a_long_summary_is_there_to_be_read(form: TrainForm, qtbot) -> None:
    choose(form, "kind", "deep-convnet")
    summary = form.findChild(QLabel, "train-summary")
    qtbot.wait(20)
    assert summary.height() >= summary.heightForWidth(summary.width())


def test_the_fields_are_locked_while_training(form: TrainForm) -> None:
    form.lock(True)
    assert not any(field.isEnabled() for field in form.fields.values())
    form.lock(False)
    assert all(field.isEnabled() for field in form.fields.values())


def test_everything_can_be_found_and_read_aloud(form: TrainForm) -> None:
    for field in form.fields.values():
        assert field.objectName().startswith("train-")
        assert field.accessibleName()
    names = [widget.objectName() for widget in form.findChildren(QLineEdit) + form.findChildren(QComboBox)]
    assert len(set(names)) == len(names) == 13


def test_it_never_scrolls_sideways(form: TrainForm, qtbot) -> None:
    form.resize(form.width(), 200)
    qtbot.wait(20)
    assert form.verticalScrollBar().maximum() > 0
    assert form.horizontalScrollBar().maximum() == 0
    assert form.widget().minimumSizeHint().width() <= form.viewport().width()


# -- remembering


def test_the_last_choices_are_remembered(make, qtbot) -> None:
    form = make()
    type_in(form, qtbot, "hidden", "30, 20")
    type_in(form, qtbot, "lr", "0.5")
    choose(form, "init", "xavier")
    choose(form, "schedule", "cosine")
    choose(form, "kind", "simple-convnet")
    type_in(form, qtbot, "seed", "7x")  # wrong: what was right last is kept
    again = make()
    kept = {"hidden": "30, 20", "lr": "0.5", "init": "xavier", "schedule": "cosine", "seed": "7"}
    assert again.texts == STARTER | kept | {"kind": "simple-convnet"}
    assert not again.fields["hidden"].isEnabled()


def test_what_was_never_chosen_is_not_remembered(make, mnist, qtbot) -> None:
    form = make()
    type_in(form, qtbot, "lr", "0.5")
    assert form.texts["data"] == "starter"
    mnist[0] = Path("/mnist")
    assert make().texts == DEFAULTS | {"lr": "0.5"}
    form.data.choose("mnist")
    form.data.choose("starter")
    assert make().texts["data"] == "starter"


def test_a_value_that_is_right_again_is_remembered(make, qtbot) -> None:
    form = make()
    type_in(form, qtbot, "lr", "0.5")
    type_in(form, qtbot, "lr", "x")
    type_in(form, qtbot, "lr", "0.25")
    assert make().texts["lr"] == "0.25"


def test_the_wheel_scrolls_and_changes_no_list(form: TrainForm, qtbot) -> None:
    field = form.fields["schedule"]
    at = QPointF(field.rect().center())
    for focus in (False, True):
        field.setFocus() if focus else field.clearFocus()
        event = QWheelEvent(
            at,
            field.mapToGlobal(at),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(field, event)
        assert field.currentData() == ("step" if focus else "constant")


def test_no_hidden_layers_are_remembered(make, qtbot) -> None:
    form = make()
    edit(form, "hidden").clear()
    assert make().texts["hidden"] == ""


@pytest.mark.parametrize("nonsense", ["", "nonsense", "-1", "1e999", "[]", "\x00"])
def test_nonsense_in_the_settings_counts_as_never_written(make, settings: Settings, nonsense: str) -> None:
    for field in DEFAULTS:
        settings.keep(f"train/{field}", nonsense)
    expected = STARTER if nonsense else STARTER | {"hidden": ""}
    assert make().texts == expected


def test_nonsense_in_the_settings_file(qtbot, tmp_path: Path, actions: Actions, theme: Theme, mnist) -> None:
    file = tmp_path / "broken.ini"
    file.write_text("[train]\nhidden=50, x, 3\nlr=@Invalid()\nepochs=1,2\nseed=7\n=\n[[")
    form = TrainForm(actions, Settings(file), theme)
    qtbot.addWidget(form)
    assert form.texts == STARTER | {"seed": "7"}


# -- MNIST


class Fetch:
    """A download that goes on until it is told what to do."""

    def __init__(self) -> None:
        self.proceed = threading.Event()
        self.error: Exception | None = None
        self.calls = 0

    def __call__(self, folder: object, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        self.calls += 1
        progress(2_000_000, 11_000_000)
        while not self.proceed.wait(0.01):
            if cancelled():
                raise DownloadCancelled("cancelled")
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


def note(form: TrainForm) -> str:
    return form.findChild(QLabel, "train-data-note").text()


def test_mnist_that_is_missing_cannot_be_trained_on(missing: TrainForm, actions: Actions) -> None:
    assert missing.request is None
    assert note(missing) == "MNIST is not on this computer yet."
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
    assert "downloaded" in note(missing)
    assert not button.isVisible()
    assert bar.isVisible()
    assert (bar.value(), bar.maximum()) == (2_000_000, 11_000_000)
    assert missing.findChild(QLabel, "download-bytes").text() == "2.0 of 11.0 MB"
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
    assert missing.findChild(QLabel, "train-data-error").text() == ""
    assert note(missing) == "MNIST is not on this computer yet."


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
    assert "strange" in missing.findChild(QLabel, "train-data-error").text()
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
    assert "/nowhere" in form.findChild(QLabel, "train-data-error").text()
    assert form.request is None


def test_files_put_there_by_hand_are_noticed(missing: TrainForm, mnist) -> None:
    mnist[0] = Path("/mnist")
    missing.hide()
    missing.show()
    assert missing.request is not None


def test_quitting_ends_a_download(missing: TrainForm, qtbot) -> None:
    download = missing.data.download
    with qtbot.waitSignal(download.ended):
        download.start()
        download.start()
        download._last_resort()
    assert not download.busy
