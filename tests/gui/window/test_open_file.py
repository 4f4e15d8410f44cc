"""A file that is dropped anywhere on the window opens as what it is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from small_weights import biased_weights
from window_shutdown import shut_down_window

from engine.data.pen_strokes import PenDigits, save_pen
from engine.ink.drawing_file import SavedDrawing, save_drawing
from engine.paths import default_weights
from engine.train.settings_file import save_settings
from engine.weights import load_weights, save_weights
from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow


@pytest.fixture
def window(qtbot, settings, theme) -> MainWindow:
    made = MainWindow(CurrentNetwork(load_weights(default_weights()), default_weights()), settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down_window)
    made.cancel_deferred()
    made.show()
    qtbot.waitUntil(lambda: made.draw_tab.store.opened and not made.draw_tab.busy)
    return made


def drop(widget: QWidget, *paths: Path) -> None:
    """Drop files on a widget; Qt offers them to it and its parents until one takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    # As file managers do.
    data.setText("\n".join(map(str, paths)))
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    target: QWidget | None = widget
    while target is not None:
        if target.acceptDrops():
            entering = QDragEnterEvent(QPoint(2, 2), *how)
            entering.ignore()
            QApplication.sendEvent(target, entering)
            if entering.isAccepted():
                QApplication.sendEvent(target, QDropEvent(QPointF(2, 2), *how))
                return
        target = target.parentWidget()
    pytest.fail("nothing takes the drop")


@pytest.mark.parametrize("name", ["nine.safetensors", "nine.npz", "nine", "nine.bak"])
@pytest.mark.parametrize("place", ["canvas", "weights-list", "tabs", "draw-pages"])
def test_weights_are_used_wherever_they_are_dropped(window: MainWindow, tmp_path: Path, name: str, place: str) -> None:
    made = tmp_path / (name if "." in name and not name.endswith("bak") else "w.npz")
    save_weights(made, biased_weights(p9=0.9))
    file = made.rename(tmp_path / name)
    drop(window.findChild(QWidget, place), file)
    assert window.notice.text == ""
    assert window.network.path == file
    assert window.network.weights.name == "stated"


def test_on_the_training_tab_files_open_too_also_over_its_fields(window: MainWindow, tmp_path: Path) -> None:
    window.show_train_tab()
    field = window.train_tab.findChild(QLineEdit)
    before = field.text()
    save_weights(tmp_path / "nine.safetensors", biased_weights(p9=0.9))
    drop(field, tmp_path / "nine.safetensors")
    assert window.network.weights.name == "stated"
    assert field.text() == before
    strokes = [np.array([(5, 5), (20, 20)], np.float32)]
    save_drawing(tmp_path / "mine.svg", SavedDrawing(strokes, 2.0))
    drop(field, tmp_path / "mine.svg")
    assert window.tabs.currentWidget() is window.draw_tab
    np.testing.assert_array_equal(window.draw_tab.model.content.strokes[0], strokes[0])


def test_settings_open_in_the_form(window: MainWindow, tmp_path: Path, qtbot) -> None:
    form = window.train_tab.form
    settings = form.settings()
    settings = replace(settings, config=replace(settings.config, lr=0.0123))
    save_settings(tmp_path / "mine.toml", settings)
    drop(window.draw_tab.canvas, tmp_path / "mine.toml")
    assert window.tabs.currentWidget().isAncestorOf(form)
    assert form.texts["lr"] == "0.0123"
    (tmp_path / "bad.toml").write_text("no settings")
    # It is said beside the form.
    with qtbot.waitSignal(form.problem, check_params_cb=lambda sentence: "bad.toml" in sentence):
        drop(window.draw_tab.canvas, tmp_path / "bad.toml")


def test_what_cannot_be_opened_is_named(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_text("text")
    before = window.draw_tab.model.content
    drop(window.draw_tab.canvas, tmp_path / "letter.docx")
    assert window.notice.text.startswith("“letter.docx”")
    assert "weights (.safetensors" in window.notice.text
    assert window.draw_tab.model.content is before


@pytest.mark.parametrize("name", ["train.csv", "mnist.npz", "folder"])
def test_data_are_data_to_train_with(window: MainWindow, tmp_path: Path, name: str, qtbot) -> None:
    images = np.random.default_rng(0).integers(0, 256, (20, 784), np.uint8)
    labels = np.arange(20) // 2
    path = tmp_path / name
    if name == "mnist.npz":
        np.savez(path, x_train=images, y_train=labels, x_test=images, y_test=labels)
    else:
        if name == "folder":
            path.mkdir()
        table = path / "train.csv" if path.is_dir() else path
        np.savetxt(table, np.column_stack([labels, images]), "%d", ",")
    data = window.train_tab.form.data
    with qtbot.waitSignal(data.ended, timeout=20_000):
        drop(window.draw_tab.canvas, path)
    assert window.tabs.currentWidget().isAncestorOf(data)
    assert data.choice == f"{'folder' if name == 'folder' else 'file'}:{path}"
    assert data.list.currentText() == f"{'Folder' if name == 'folder' else 'File'} “{name}”"
    assert len(data.current[0].train) == (20 if name == "mnist.npz" else 10)


def test_data_that_cannot_be_used_are_named_beside_the_form(window: MainWindow, tmp_path: Path, qtbot) -> None:
    (tmp_path / "train.csv").write_text("<!doctype html>")
    data = window.train_tab.form.data
    before = data.choice
    with qtbot.waitSignal(data.ended, timeout=20_000):
        drop(window.draw_tab.canvas, tmp_path / "train.csv")
    assert "it is a web page" in data.findChild(QLabel, "train-data-error").text()
    assert data.choice == before


def test_during_a_training_data_stay(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "train.csv").write_text("text")
    window.network.lock(True)
    drop(window.draw_tab.canvas, tmp_path / "train.csv")
    assert "Stop the training first" in window.notice.text
    window.network.lock(False)


def test_labelled_drawings_say_where_they_are_imported(window: MainWindow, tmp_path: Path) -> None:
    pen = PenDigits([[np.ones((3, 2), np.float32)]], np.zeros(1, np.uint8), [""], [""])
    save_pen(tmp_path / "mine.npz", pen)
    drop(window.draw_tab, tmp_path / "mine.npz")
    assert "“My handwriting”" in window.notice.text


def test_during_a_training_weights_are_not_used(window: MainWindow, tmp_path: Path) -> None:
    save_weights(tmp_path / "nine.npz", biased_weights(p9=0.9))
    window.network.lock(True)
    drop(window.draw_tab.canvas, tmp_path / "nine.npz")
    assert "Stop the training first" in window.notice.text
    assert window.network.path == default_weights()
    window.network.lock(False)


def test_damaged_weights_are_reported_as_weights(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "cut.safetensors").write_bytes(b"\x10\x00\x00\x00\x00\x00\x00\x00{")
    drop(window.draw_tab.canvas, tmp_path / "cut.safetensors")
    assert window.notice.text.startswith("cut.safetensors")


def test_of_several_files_the_first_is_opened(window: MainWindow, tmp_path: Path, qtbot) -> None:
    for name in ("first.svg", "second.svg"):
        save_drawing(tmp_path / name, SavedDrawing([np.ones((2, 2), np.float32)], 2.0))
    with qtbot.waitSignal(window.draw_tab.message) as said:
        drop(window.draw_tab.canvas, tmp_path / "first.svg", tmp_path / "second.svg")
    assert said.args == ["Only the first of 2 files is used: “first.svg”."]
    assert len(window.draw_tab.model.content.strokes) == 1


def test_of_several_files_nothing_is_said_to_be_opened_that_is_not(window: MainWindow, tmp_path: Path, qtbot) -> None:
    (tmp_path / "text.txt").write_text("no digit")
    with qtbot.waitSignal(window.draw_tab.message) as said:
        drop(window.draw_tab.canvas, tmp_path / "text.txt", tmp_path / "other.svg")
    assert said.args == ["Only the first of 2 files is used: “text.txt”."]
    assert "text.txt" in window.notice.text
