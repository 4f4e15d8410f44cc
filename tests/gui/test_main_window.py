"""The whole window: weights loaded and saved, a network trained and kept, and closing at any moment."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLockFile, Qt, QThread, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from session_events import waiting_for
from shown_window import show_window, window_of
from small_digits import small_data, small_sets

from engine.data.dataset import Dataset
from engine.drawings import Drawing
from engine.jobs.protocol import Diverged, Progress, Snapshot
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet
from engine.paths import default_weights, shipped_weights
from engine.recognizer import Recognizer
from engine.train import fine_tune
from engine.train.trainer import TrainConfig
from engine.weights import Weights, load_weights, save_weights
from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow
from gui.task import TaskGroup
from gui.training.session import State
from gui.training.train_request import TrainRequest
from gui.transport.transport_bar import TransportBar

REQUEST = TrainRequest(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=3, evaluation_samples=100), "starter")
ENDLESS = TrainRequest(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=1_000_000, lr=0.001), "starter")
Button = QMessageBox.StandardButton


@pytest.fixture
def new_window(qtbot, settings, theme) -> MainWindow:
    """Not shown yet."""
    return window_of(qtbot, settings, theme, default_weights())


@pytest.fixture
def window(new_window: MainWindow, qtbot) -> MainWindow:
    show_window(new_window, qtbot)
    return new_window


@pytest.fixture
def small_training(window: MainWindow, qtbot) -> None:
    """The window trains on few digits and stores no runs; this creates the training tab, which takes a second."""
    window.session.load = small_data
    qtbot.waitUntil(lambda: window.session.store is not None)
    window.session.store = None


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[Button]:
    """The answers of the user; each question takes the first one."""
    given: list[Button] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: given.pop(0))
    return given


def choose_file(monkeypatch: pytest.MonkeyPatch, file: Path | str) -> None:
    """Choose this file in every dialog; an empty text is Cancel."""

    def choose(dialog: QFileDialog) -> int:
        dialog.setDirectory(str(Path(file).parent))
        dialog.findChild(QLineEdit).setText(Path(file).name)
        return int(bool(file))

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "exec", choose)


def train(window: MainWindow, qtbot, request: TrainRequest = REQUEST) -> None:
    with qtbot.waitSignal(window.session.ended, timeout=20_000):
        window.session.start(request)


def other_weights(tmp_path: Path, name: str = "other.npz") -> Path:
    spec = NetworkSpec.mlp((7,), "sigmoid")
    network = Network(spec)
    network.initialize(np.random.default_rng(1))
    save_weights(tmp_path / name, Weights(spec, network.snapshot(), name="Other"))
    return tmp_path / name


def test_it_opens_with_the_default_weights_and_lists_the_shipped_ones(window: MainWindow) -> None:
    listed = [window.weights_bar.list.itemText(i) for i in range(window.weights_bar.list.count())]
    assert listed == [load_weights(file).name for file in shipped_weights()]
    assert window.weights_bar.list.currentIndex() == 0
    assert not window.isWindowModified()


def test_weights_are_chosen_from_the_list(window: MainWindow) -> None:
    window.weights_bar.list.activated.emit(1)
    assert window.network.path == shipped_weights()[1]
    assert window.weights_bar.list.currentIndex() == 1
    assert load_weights(shipped_weights()[1]).name in window.windowTitle()


def load(window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    choose_file(monkeypatch, file)
    window.actions_.load_weights.trigger()
    qtbot.waitUntil(lambda: not window.weights_files.busy, timeout=20_000)


def test_weights_are_loaded_from_a_file(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    load(window, qtbot, monkeypatch, other_weights(tmp_path))
    assert window.network.weights.name == "Other"
    assert window.network.recognizer.spec == NetworkSpec.mlp((7,), "sigmoid")
    assert window.weights_bar.list.currentText() == "Other"


@pytest.mark.parametrize("content", [b"", b"nonsense", None], ids=["empty", "nonsense", "missing"])
def test_a_wrong_weights_file_is_reported_and_changes_nothing(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "bad.safetensors").write_bytes(content)
    before = window.network.weights
    load(window, qtbot, monkeypatch, tmp_path / "bad.safetensors")
    assert window.network.weights is before
    assert "bad.safetensors" in window.notice.text
    window.notice.show_message("")
    assert window.notice.text == ""


@pytest.mark.usefixtures("small_training")
def test_a_trained_network_is_in_use_until_it_is_saved(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    train(window, qtbot)
    assert window.session.state is State.IDLE
    assert window.network.unsaved
    assert window.isWindowModified()
    assert "not saved" in window.weights_bar.list.currentText()
    assert window.network.recognizer.spec == REQUEST.spec

    choose_file(monkeypatch, tmp_path / "mine")
    window.actions_.save_weights.trigger()
    assert not window.network.unsaved
    assert not window.isWindowModified()
    saved = load_weights(tmp_path / "mine.safetensors")
    for name, array in saved.params.items():
        np.testing.assert_array_equal(array, window.network.weights.params[name])
    assert saved.scores["small test accuracy"] > 0.5


@pytest.mark.usefixtures("small_training")
def test_a_failed_save_is_reported_and_loses_nothing(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    train(window, qtbot)
    for path in (tmp_path / "no folder" / "mine.safetensors", tmp_path / "mine.txt"):
        monkeypatch.setattr(window.weights_files, "_where_to_save", lambda path=path: path)
        window.actions_.save_weights.trigger()
        assert window.network.unsaved
        assert path.name in window.notice.text


@pytest.mark.usefixtures("small_training")
def test_unsaved_weights_are_asked_about(
    window: MainWindow, qtbot, answers: list[Button], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    train(window, qtbot)
    trained = window.network.weights

    answers[:] = [Button.Cancel, Button.Cancel, Button.Cancel]
    window.weights_bar.list.activated.emit(0)  # another network
    window.actions_.start_training.trigger()  # another training
    window.close()
    assert window.network.weights is trained
    assert window.session.state is State.IDLE
    assert window.isVisible()
    assert not answers

    # "Save", but no file is chosen: the weights are not discarded.
    answers[:] = [Button.Save]
    choose_file(monkeypatch, "")
    window.weights_bar.list.activated.emit(0)
    assert window.network.weights is trained

    answers[:] = [Button.Save]
    choose_file(monkeypatch, tmp_path / "mine.safetensors")
    window.weights_bar.list.activated.emit(0)
    assert load_weights(tmp_path / "mine.safetensors").spec == REQUEST.spec
    assert window.network.path == shipped_weights()[0]


@pytest.mark.usefixtures("small_training")
def test_unsaved_weights_may_be_discarded(window: MainWindow, qtbot, answers: list[Button]) -> None:
    train(window, qtbot)
    answers[:] = [Button.Discard]
    window.close()
    assert not window.isVisible()


@pytest.mark.usefixtures("small_training")
def test_the_network_in_training_predicts_the_drawing(window: MainWindow, qtbot) -> None:
    window.draw_tab.model.begin(8, 8)
    window.draw_tab.model.extend(18, 20)
    window.draw_tab.model.end()
    with waiting_for(qtbot, window.session, Snapshot):
        window.session.start(ENDLESS)
    seen = []
    for _ in range(2):
        with qtbot.waitSignal(window.draw_tab.predicted, timeout=10_000):
            pass
        seen.append(window.draw_tab.chart.probabilities.copy())
    assert window.network.recognizer.spec == ENDLESS.spec
    assert window.weights_bar.list.currentText() == "In training: 784-10-10 ReLU"
    assert not np.array_equal(seen[0], seen[1])
    assert not window.weights_bar.list.isEnabled()
    with qtbot.waitSignal(window.session.ended, timeout=10_000):
        window.session.stop()
    assert window.weights_bar.list.isEnabled()
    assert window.network.unsaved


@pytest.mark.usefixtures("small_training")
def test_a_convnet_that_was_trained_is_in_use_saved_and_opened_again(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window.draw_tab.model.begin(8, 8)
    window.draw_tab.model.extend(18, 20)
    window.draw_tab.model.end()
    config = TrainConfig(iterations=3, batch_size=20, evaluation_samples=100)
    train(window, qtbot, TrainRequest(deep_convnet(), config, "starter"))
    weights = window.network.weights
    assert weights.spec == deep_convnet()
    for ending in ("npz", "safetensors"):
        choose_file(monkeypatch, tmp_path / f"convnet.{ending}")
        window.actions_.save_weights.trigger()
        assert not window.network.unsaved
        window.weights_files.use_file(default_weights())
        with qtbot.waitSignal(window.draw_tab.predicted, timeout=20_000):
            load(window, qtbot, monkeypatch, tmp_path / f"convnet.{ending}")
        assert window.network.path == tmp_path / f"convnet.{ending}"
        assert window.network.weights.spec == deep_convnet()
        expected = (
            Recognizer(weights.spec, weights.params).predict_drawing(window.draw_tab.model.strokes()).probabilities
        )
        assert np.allclose(window.draw_tab.chart.probabilities, expected, atol=1e-6)


def test_a_long_name_is_elided_in_the_middle(window: MainWindow, theme) -> None:
    """The list of networks stays as wide as it is, and the window as narrow as it may be."""
    width, least = window.weights_bar.list.width(), window.minimumSizeHint().width()
    name = "Convolutional 16-16-32-32-64-64-50-10 ReLU, trained here"
    network = Network(deep_convnet())
    window.network.use(Weights(deep_convnet(), network.snapshot(), name=name), None, unsaved=True)
    listed = window.weights_bar.list
    assert listed.currentText() == f"{name} (not saved)"
    assert listed.shown.startswith("Convolutional")
    assert "…" in listed.shown
    assert listed.shown.endswith("(not saved)")
    assert listed.fontMetrics().horizontalAdvance(listed.shown) < listed.width() - 20
    listed.updateGeometry()
    assert (listed.width(), window.minimumSizeHint().width()) == (width, least)
    listed.grab()  # and it can be painted


@pytest.mark.usefixtures("small_training")
def test_a_diverged_training_restores_the_previous_network(window: MainWindow, qtbot) -> None:
    before = window.network.weights
    diverging = TrainRequest(REQUEST.spec, TrainConfig(optimizer="sgd", lr=1e12, epochs=3), "starter")
    with waiting_for(qtbot, window.session, Diverged):
        train(window, qtbot, diverging)
    assert window.network.weights is before
    assert window.network.recognizer.spec == before.spec
    assert not window.network.unsaved
    window.draw_tab.model.begin(8, 8)
    window.draw_tab.model.end()
    window.draw_tab._predict()
    assert np.isfinite(window.draw_tab.chart.probabilities).all()


@pytest.mark.usefixtures("small_training")
def test_after_a_useless_training_the_network_before_is_offered(window: MainWindow, qtbot) -> None:
    before = window.network.weights
    train(window, qtbot, TrainRequest(REQUEST.spec, TrainConfig(epochs=1, lr=1e-9), "starter"))
    # It is in use, so that it can be looked at, but that is said.
    assert window.network.recognizer.spec == REQUEST.spec
    assert "learned almost nothing" in window.training.previous.text
    again = window.findChild(QPushButton, "use-previous-network")
    assert again.text() == f"Use “{before.name}” again"
    again.click()
    assert window.network.weights is before
    assert window.network.path == default_weights()
    assert not window.network.unsaved
    assert window.training.previous.text == ""
    # Nothing is offered after a training that has learned something.
    train(window, qtbot)
    assert window.training.previous.text == ""


@pytest.mark.usefixtures("small_training")
def test_the_offer_ends_with_another_network_or_training(window: MainWindow, qtbot) -> None:
    useless = TrainRequest(REQUEST.spec, TrainConfig(epochs=1, lr=1e-9), "starter")
    train(window, qtbot, useless)
    window.network.use(load_weights(shipped_weights()[1]), shipped_weights()[1])
    assert window.training.previous.text == ""
    train(window, qtbot, useless)
    assert load_weights(shipped_weights()[1]).name in window.findChild(QPushButton, "use-previous-network").text()
    with waiting_for(qtbot, window.session, Progress):
        window.session.start(ENDLESS)
    assert window.training.previous.text == ""


@pytest.mark.usefixtures("small_training")
def test_the_bar_is_on_every_tab_once_there_is_a_training(window: MainWindow, qtbot) -> None:
    bar = window.findChild(TransportBar)
    assert not bar.isVisible()
    window.show_train_tab()
    assert bar.isVisible()
    window.tabs.setCurrentWidget(window.draw_tab)
    assert not bar.isVisible()
    train(window, qtbot)
    assert bar.isVisible()


@pytest.mark.parametrize("name", ["my[*]net", "[*]", "a[*][*][*]"])
def test_the_title_shows_the_name_as_it_is(window: MainWindow, name: str) -> None:
    """Qt takes "[*]" for the place of its mark."""
    weights = replace(load_weights(shipped_weights()[1]), name=name)
    window.network.use(weights, None)
    assert window.windowHandle().title() == f"{name} – Digit Lab"
    window.network.use(weights, None, unsaved=True)
    assert window.windowHandle().title() == f"{name}* – Digit Lab"
    window.network.unsaved = False


def test_the_window_says_which_epoch_is_shown(window: MainWindow, qtbot) -> None:
    window.network.view(load_weights(shipped_weights()[1]), "epoch 3")
    name = f"{load_weights(shipped_weights()[1]).name}, epoch 3"
    assert window.network.name == name
    assert name in window.windowTitle()
    assert window.weights_bar.list.currentText() == name
    # Chosen in the list, the network in use is shown again.
    window.weights_bar.list.activated.emit(0)
    assert window.network.viewing == ""
    assert window.weights_bar.list.currentText() == load_weights(default_weights()).name
    window.network.view(load_weights(shipped_weights()[1]), "epoch 3")
    window.weights_bar.list.activated.emit(1)
    assert window.network.viewing == ""
    assert window.network.path == shipped_weights()[1]


def test_the_end_of_a_long_name_is_in_the_line_at_the_bottom(window: MainWindow) -> None:
    for signal in (window.weights_files.message, window.draw_tab.message, window.opener.message):
        signal.emit(f"Saved as “{'W' * 200}.npz”.")
        assert window.statusBar().currentMessage().endswith("W.npz”.")
        assert len(window.statusBar().currentMessage()) < 80


@pytest.mark.usefixtures("small_training")
def test_an_earlier_epoch_is_saved_as_it_is_shown(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    train(window, qtbot)
    earlier = untrained(seed=5)
    window.network.view(earlier, "epoch 1")
    proposed = []
    monkeypatch.setattr("gui.weights_files.ask_where_to_save", lambda *args: proposed.append(args[3]))
    window.actions_.save_weights.trigger()
    assert proposed == ["untrained-epoch-1"]
    choose_file(monkeypatch, tmp_path / "early")
    monkeypatch.setattr(window.weights_files, "_where_to_save", lambda: tmp_path / "early.safetensors")
    window.actions_.save_weights.trigger()
    saved = load_weights(tmp_path / "early.safetensors")
    assert saved.name == "untrained, epoch 1"
    np.testing.assert_array_equal(saved.params["W1"], earlier.params["W1"])
    # The trained network is still unsaved.
    assert window.network.unsaved
    assert window.network.viewing == "epoch 1"


@pytest.mark.usefixtures("small_training")
def test_saved_before_it_is_lost_is_the_trained_network(
    window: MainWindow, qtbot, answers: list[Button], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    train(window, qtbot)
    trained = window.network.weights
    window.network.view(untrained(seed=5), "epoch 1")
    answers[:] = [Button.Save]
    choose_file(monkeypatch, tmp_path / "mine.safetensors")
    window.weights_bar.list.activated.emit(0)
    saved = load_weights(tmp_path / "mine.safetensors")
    np.testing.assert_array_equal(saved.params["W1"], trained.params["W1"])


@pytest.mark.usefixtures("small_training")
def test_the_end_of_a_training_leaves_the_epoch_that_is_shown(window: MainWindow, qtbot) -> None:
    earlier = untrained(seed=5)
    with qtbot.waitSignal(window.session.ended, timeout=20_000):
        with waiting_for(qtbot, window.session, Progress):
            window.session.start(REQUEST)
        window.network.view(earlier, "epoch 1")
        assert window.actions_.save_weights.isEnabled()
    assert window.network.viewing == "epoch 1"
    np.testing.assert_array_equal(window.network.recognizer.params["W1"], earlier.params["W1"])
    window.network.view_latest()
    for name, array in window.network.weights.params.items():
        np.testing.assert_array_equal(window.network.recognizer.params[name], array)


@pytest.mark.usefixtures("small_training")
def test_a_failed_training_goes_back_too(window: MainWindow, qtbot) -> None:
    before = window.network.weights

    def fail(data: str, progress: object) -> tuple[Dataset, Dataset]:
        raise OSError("the disk is on fire")

    window.session.load = fail
    train(window, qtbot)
    assert window.network.weights is before


@pytest.mark.usefixtures("small_training")
def test_closing_while_training_stops_it_and_asks(window: MainWindow, qtbot, answers: list[Button]) -> None:
    with waiting_for(qtbot, window.session, Progress):
        window.session.start(ENDLESS)
    answers[:] = [Button.Discard]
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert not window.session.busy


@pytest.mark.usefixtures("small_training")
def test_closing_while_training_can_be_cancelled(window: MainWindow, qtbot, answers: list[Button]) -> None:
    with waiting_for(qtbot, window.session, Progress):
        window.session.start(ENDLESS)
    answers[:] = [Button.Cancel]
    window.close()
    qtbot.waitUntil(lambda: not answers, timeout=10_000)
    assert window.isVisible()
    assert window.network.unsaved
    assert window.statusBar().currentMessage() == ""
    # The deferred parts are created after all.
    qtbot.waitUntil(lambda: window.draw_tab.pages.complete)
    # The end of a later training does not close the window.
    window.network.unsaved = False
    train(window, qtbot)
    qtbot.wait(50)
    assert window.isVisible()


@pytest.mark.usefixtures("small_training")
def test_the_end_of_the_session_closes_it_without_a_question(window: MainWindow, settings, qtbot) -> None:
    with waiting_for(qtbot, window.session, Progress):
        window.session.start(ENDLESS)
    window.tabs.setCurrentIndex(1)
    box = QMessageBox(window)
    QTimer.singleShot(0, window.close_without_asking)
    # Its own event loop ends, too.
    box.exec()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert settings.whole("window/tab", 0, 0, 2) == 1
    assert not window.session.busy


def test_size_tab_theme_and_choices_are_remembered(window: MainWindow, settings, theme, qtbot) -> None:
    window.resize(1010, 660)
    window.tabs.setCurrentIndex(1)
    window.actions_.themes.actions()[2].trigger()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert settings.text("theme", "system") == "dark"
    again = MainWindow(CurrentNetwork(load_weights(default_weights()), default_weights()), settings, theme)
    assert again.height() == 660  # the offscreen screen is too narrow for the width
    assert again.tabs.currentIndex() == 1
    again.close()
    again.deleteLater()


def test_the_window_stays_open_once_where_its_settings_cannot_be_stored(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.settings._PATIENCE_MS", 0)
    lock = QLockFile(str(tmp_path / "settings.ini.lock"))
    assert lock.tryLock(0)
    window.close()
    assert window.isVisible()
    assert "busy with the settings" in window.notice.text
    window.close()
    assert not window.isVisible()
    lock.unlock()


def test_invalid_settings_are_ignored(qtbot, settings, theme) -> None:
    for key, value in {"window/geometry": "x", "window/tab": "77", "draw/brush": "thick", "theme": "pink"}.items():
        settings.keep(key, value)
    made = MainWindow(CurrentNetwork(load_weights(default_weights()), default_weights()), settings, theme)
    qtbot.addWidget(made)
    assert made.tabs.currentIndex() == 0
    assert made.draw_tab.canvas.brush_width == 2.0
    assert settings.text("theme", "system", ("system", "light", "dark")) == "system"


def test_every_action_has_a_tip_and_no_two_share_a_shortcut(window: MainWindow) -> None:
    from PySide6.QtGui import QAction

    actions = [a for a in window.actions_.findChildren(QAction) if a.text()]
    assert len(actions) > 15
    assert all(action.toolTip() and action.statusTip() for action in actions)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_images_are_opened_and_pasted_from_any_tab(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from PIL import Image, ImageDraw
    from PySide6.QtGui import QGuiApplication, QImage

    image = Image.new("L", (90, 90))
    ImageDraw.Draw(image).line([(40, 10), (45, 80)], fill=255, width=8)
    image.save(tmp_path / "one.png")
    window.tabs.setCurrentIndex(1)
    choose_file(monkeypatch, tmp_path / "one.png")
    with qtbot.waitSignal(window.draw_tab.predicted):
        window.actions_.open_image.trigger()
    assert window.tabs.currentIndex() == 0
    assert window.draw_tab.prediction is not None
    assert window.draw_tab.prediction.digit is not None

    window.tabs.setCurrentIndex(1)
    QGuiApplication.clipboard().setImage(QImage(str(tmp_path / "one.png")))
    with qtbot.waitSignal(window.draw_tab.predicted):
        window.actions_.paste_image.trigger()
    QGuiApplication.clipboard().setText("words")
    window.actions_.paste_image.trigger()
    assert "clipboard" in window.notice.text


def test_closing_during_a_download_cancels_it(window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    def endless(progress: Callable[[int, int], None]) -> None:
        while True:
            progress(0, 1)
            time.sleep(0.01)

    monkeypatch.setattr("gui.training.data.source_picker.download_mnist", endless)
    monkeypatch.setattr("gui.training.data.source_picker.find_mnist", lambda: None)
    data = window.train_tab.form.data
    data.refresh()
    window.actions_.download_mnist.trigger()
    qtbot.waitUntil(lambda: data.busy)
    window.close()
    assert window.isVisible()  # it waits for the thread
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
    assert not data.busy


def test_shortcuts_trigger_their_actions(window: MainWindow, qtbot) -> None:
    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(window, key, modifier)

    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    model = window.draw_tab.model
    model.begin(5, 5)
    model.end()
    press(Qt.Key.Key_Z, ctrl)
    assert model.content.empty
    press(Qt.Key.Key_Z, ctrl | shift)
    assert not model.content.empty
    press(Qt.Key.Key_Delete)
    assert model.content.empty
    press(Qt.Key.Key_2, ctrl)
    assert window.tabs.currentIndex() == 1
    press(Qt.Key.Key_Z, ctrl)  # the drawing is not visible: it does not change
    assert model.content.empty
    press(Qt.Key.Key_1, ctrl)
    press(Qt.Key.Key_Z, ctrl)
    assert not model.content.empty


def test_the_ending_is_there_before_qt_asks_about_replacing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    suffixes = []

    def choose(dialog: QFileDialog) -> int:
        suffixes.append(dialog.defaultSuffix())
        dialog.filterSelected.emit(dialog.nameFilters()[1])
        suffixes.append(dialog.defaultSuffix())
        return 0

    monkeypatch.setattr(QFileDialog, "exec", choose)
    window.actions_.save_weights.trigger()
    assert suffixes == ["safetensors", "npz"]


def untrained(seed: int) -> Weights:
    network = Network(NetworkSpec.mlp((10,), "relu"))
    network.initialize(np.random.default_rng(seed))
    return Weights(network.spec, network.snapshot(), name="untrained")


def test_a_fine_tuned_network_is_used_and_unsaved(window: MainWindow, answers) -> None:
    learned = untrained(seed=7)
    window.draw_tab.fine_tuned.emit(learned)
    assert window.network.weights is learned
    assert window.network.unsaved
    # The network in use would be lost: the user is asked, and can cancel.
    answers.append(Button.Cancel)
    window.draw_tab.fine_tuned.emit(untrained(seed=8))
    assert window.network.weights is learned


def test_closed_during_fine_tuning_the_window_ends_that_first(window: MainWindow, qtbot, monkeypatch) -> None:
    drawing = Drawing([np.array([(8, 8), (20, 20)], np.float32)], 1, 2.0)
    store, fine_tuning = window.draw_tab.store, window.draw_tab.pages.handwriting.make().fine_tuning
    qtbot.waitUntil(lambda: not store.busy)
    store.drawings = [drawing for _ in range(5)]
    monkeypatch.setattr(
        "gui.draw.handwriting.fine_tuning_task.train_validation_split", lambda drawings: (list(drawings), [])
    )
    monkeypatch.setattr(
        "gui.draw.handwriting.fine_tuning_task.known_digits",
        lambda progress: small_sets(),
    )
    fine_tuning.start()
    assert window.draw_tab.busy
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert not window.draw_tab.busy


def test_the_pages_behind_the_first_are_made_when_they_are_turned_to(window: MainWindow, qtbot) -> None:
    tab = window.draw_tab
    tab.model.show_strokes([np.array([(10, 5), (14, 24)], np.float32)])
    qtbot.waitUntil(lambda: tab.prediction.digit is not None)
    assert not tab.pages.complete
    titles = [tab.pages.tabText(index) for index in range(tab.pages.count())]
    tab.pages.setCurrentIndex(3)
    assert tab.pages.transform.page is not None
    assert tab.pages.network.page is None
    assert tab.pages.currentWidget() is tab.pages.transform
    assert [tab.pages.tabText(index) for index in range(tab.pages.count())] == titles
    tab.pages.setCurrentWidget(tab.pages.network)
    qtbot.waitUntil(lambda: tab.pages.network.make().diagram.image is not None)
    with qtbot.waitSignal(tab.store.kept):
        tab.label(1)


def test_the_other_pages_are_created_when_the_user_is_not_drawing(new_window: MainWindow, qtbot) -> None:
    new_window.draw_tab.model.begin(5, 5)
    with qtbot.waitExposed(new_window):
        new_window.show()
    qtbot.wait(600)
    assert not new_window.draw_tab.pages.complete
    new_window.draw_tab.model.end()
    qtbot.waitUntil(
        lambda: new_window.draw_tab.pages.complete and new_window.findChild(QWidget, "train-tab") is not None
    )
    assert new_window.draw_tab.pages.currentWidget() is new_window.draw_tab.pages.preprocessing


def test_opening_the_training_tab_creates_it_once(new_window: MainWindow) -> None:
    assert new_window.findChild(QWidget, "train-tab") is None
    assert not new_window.actions_.start_training.isEnabled()
    assert [new_window.tabs.tabText(index) for index in range(new_window.tabs.count())] == ["Draw", "Train", "Learn"]
    new_window.actions_.show_train.trigger()
    assert new_window.tabs.currentWidget().isAncestorOf(new_window.train_tab)
    assert new_window.tabs.count() == 3
    assert new_window.tabs.tabText(1) == "Train"
    assert new_window.actions_.open_settings.isEnabled()
    assert not new_window.actions_.stop_training.isEnabled()


def test_the_training_tab_is_created_when_the_user_is_not_drawing(new_window: MainWindow, qtbot) -> None:
    with qtbot.waitExposed(new_window):
        new_window.show()
    new_window.activateWindow()
    new_window.draw_tab.model.begin(5, 5)
    qtbot.wait(400)
    assert new_window.findChild(QWidget, "train-tab") is None
    new_window.draw_tab.model.end()
    qtbot.waitUntil(lambda: new_window.findChild(QWidget, "train-tab") is not None)
    # Drawing is not disturbed: the focus stays on the canvas.
    qtbot.wait(50)
    assert new_window.isActiveWindow()
    assert new_window.draw_tab.canvas.hasFocus()
    assert new_window.tabs.currentWidget() is new_window.draw_tab


def test_closing_the_window_cancels_deferred_loading(new_window: MainWindow, qtbot) -> None:
    with qtbot.waitExposed(new_window):
        new_window.show()
    new_window.draw_tab.model.begin(5, 5)
    qtbot.wait(300)
    new_window.close()
    qtbot.waitUntil(lambda: not new_window.isVisible())
    new_window.draw_tab.model.end()
    qtbot.wait(500)
    assert new_window.findChild(QWidget, "train-tab") is None


def test_an_undecided_fine_tuned_network_is_asked_about_before_the_window_closes(
    window: MainWindow, answers, qtbot
) -> None:
    from gui.draw.handwriting.fine_tuning_task import FineTuned

    gain = fine_tune.Gain("mine", 2, 1, 2)
    learned = FineTuned(untrained(seed=7), gain, gain, 5, 1.0)
    window.draw_tab.pages.handwriting.make().fine_tuning.show_result(learned)
    answers.append(Button.Cancel)
    window.close()
    assert window.isVisible()
    # If it is kept, a file dialog follows.
    answers.extend([Button.Save, Button.Discard])
    window.close()
    assert not window.isVisible()
    assert not answers
    assert window.network.weights is learned.weights


@pytest.mark.usefixtures("small_training")
def test_while_a_training_prepares_nothing_can_be_kept(window: MainWindow, qtbot) -> None:
    enabled: dict[State, bool] = {}
    window.draw_tab.make_pages()
    keep = window.draw_tab.findChild(QPushButton, "fine-tuning-keep")
    window.session.state_changed.connect(lambda state: enabled.__setitem__(state, keep.isEnabled()))
    with qtbot.waitSignal(window.session.ended, timeout=20_000):
        window.session.start(REQUEST)
    assert not enabled[State.PREPARING]
    assert keep.isEnabled()


@pytest.mark.usefixtures("small_training")
def test_a_training_that_starts_while_the_window_closes_is_stopped(window: MainWindow, qtbot, answers) -> None:
    ended = threading.Event()
    tasks = TaskGroup(window.draw_tab)
    tasks.ended.connect(window.draw_tab.ended)
    tasks.start(lambda task: ended.wait(10))
    answers[:] = [Button.Discard]
    window.close()
    assert window.isVisible()
    window.session.start(ENDLESS)
    ended.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert not window.session.busy


def test_a_digit_key_keeps_the_drawing_and_chooses_no_network_in_the_list(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    # A list goes to the entry that begins with the key.
    window.weights_bar.list.addItem("7 layers")
    before = window.weights_bar.list.currentIndex()
    window.draw_tab.model.show_strokes([np.array([[8, 8], [20, 20]], np.float32)])
    window.weights_bar.list.setFocus()
    with qtbot.waitSignal(window.draw_tab.store.kept) as kept:
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_7)
    qtbot.waitUntil(lambda: not window.draw_tab.busy)
    assert kept.args[0].label == 7
    assert len(window.draw_tab.store.drawings) == 1
    assert window.weights_bar.list.currentIndex() == before


def test_a_restart_asks_about_unsaved_weights_as_closing_does(window: MainWindow, answers: list[Button]) -> None:
    window.network.unsaved = True
    answers += [Button.Cancel, Button.Discard]
    window.language.restart.emit()
    assert window.isVisible()
    assert not window.restarting
    window.language.restart.emit()
    assert window.restarting
    assert not window.isVisible()


def test_where_two_parts_end_at_once_the_window_asks_once(
    window: MainWindow, qtbot, answers: list[Button], tmp_path: Path
) -> None:
    save_weights(tmp_path / "mine.safetensors", load_weights(default_weights()))
    QImage(28, 28, QImage.Format.Format_Grayscale8).save(str(tmp_path / "image.png"))
    window.opener.open([tmp_path / "image.png"])
    window.weights_files.use_file(tmp_path / "mine.safetensors")
    window.network.unsaved = True
    # Whether to close, and then whether to use the weights, which are read again.
    answers[:] = [Button.Cancel, Button.Discard]
    window.close()
    for thread in window.findChildren(QThread):
        thread.wait()
    qtbot.waitUntil(lambda: window.network.path == tmp_path / "mine.safetensors")
    assert not answers
    assert window.isVisible()


def test_a_file_that_was_being_read_is_read_where_the_window_stays_open(
    window: MainWindow, qtbot, answers: list[Button], tmp_path: Path
) -> None:
    save_weights(tmp_path / "mine.safetensors", load_weights(default_weights()))
    QImage(28, 28, QImage.Format.Format_Grayscale8).save(str(tmp_path / "image.png"))
    window.network.unsaved = True
    answers[:] = [Button.Cancel]
    window.opener.open([tmp_path / "image.png"])
    window.close()
    qtbot.waitUntil(lambda: not answers)
    with qtbot.waitSignal(window.draw_tab.predicted):
        pass
    window.network.unsaved = False
    window.draw_tab.model.clear()
    answers[:] = [Button.Cancel, Button.Discard]
    window.weights_files.use_file(tmp_path / "mine.safetensors")
    window.network.unsaved = True
    window.close()
    qtbot.waitUntil(lambda: window.network.path == tmp_path / "mine.safetensors")
    assert not answers
