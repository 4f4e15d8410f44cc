"""A file that is dropped anywhere on the window opens as what it is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
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


@pytest.mark.parametrize(
    ("name", "words"),
    [("letter.docx", "weights (.safetensors"), ("mine.csv", "training data"), ("folder", "training data")],
)
def test_what_cannot_be_opened_is_named(window: MainWindow, tmp_path: Path, name: str, words: str) -> None:
    if "." in name:
        (tmp_path / name).write_text("text")
    else:
        (tmp_path / name).mkdir()
    before = window.draw_tab.model.content
    drop(window.draw_tab.canvas, tmp_path / name)
    assert window.notice.text.startswith(f"“{name}”")
    assert words in window.notice.text
    assert window.draw_tab.model.content is before


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
    assert said.args == ["Of 2 files only “first.svg” was opened."]
    assert len(window.draw_tab.model.content.strokes) == 1
