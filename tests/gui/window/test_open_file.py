"""Files that are dropped anywhere on the window open as what they are."""

import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from shown_window import show_window, window_of
from small_weights import biased_weights

from engine.data.dataset import Dataset
from engine.data.pen_strokes import PenDigits, save_pen
from engine.ink.drawing_file import SavedDrawing, load_drawing, save_drawing
from engine.nn.network_spec import NetworkSpec
from engine.paths import default_weights
from engine.runs import DataFacts, RunStore, Status
from engine.train.settings_file import save_settings
from engine.train.trainer import TrainConfig, Trainer
from engine.weights import Weights, load_weights, save_weights
from gui.main_window import MainWindow


@pytest.fixture
def window(qtbot, settings, theme) -> MainWindow:
    made = window_of(qtbot, settings, theme, default_weights())
    show_window(made, qtbot)
    return made


def drop(window: MainWindow, *paths: Path, on: QWidget | None = None) -> bool:
    """Drop files on the window, or on that of another widget, and wait until they are read; whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    # As file managers do; a text field would insert it.
    data.setText("\n".join(map(str, paths)))
    top = (on or window).window().windowHandle()
    at = QPoint(2, 2) if on is None else on.mapTo(on.window(), on.rect().center())
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(at, *how)
    entering.ignore()
    QApplication.sendEvent(top, entering)
    if entering.isAccepted():
        QApplication.sendEvent(top, QDropEvent(QPointF(at), *how))
        deadline = time.monotonic() + 10
        while window.opener.busy and time.monotonic() < deadline:
            QTest.qWait(5)
    return entering.isAccepted()


def drawing(path: Path, x: float = 5) -> Path:
    save_drawing(path, SavedDrawing([np.array([(x, 5), (20, 20)], np.float32)], 2.0))
    return path


def first_x(window: MainWindow) -> float:
    return float(window.draw_tab.model.content.strokes[0][0, 0])


def test_a_network_that_is_chosen_while_others_are_read_stays(
    window: MainWindow, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, read = tmp_path / "nine.safetensors", threading.Event()
    save_weights(file, biased_weights(p9=0.9))

    def held(path: Path) -> Weights:
        read.wait(20)
        return load_weights(path)

    monkeypatch.setattr("engine.weights.load_weights", held)
    window.opener.open([file, drawing(tmp_path / "a.json", 6)])
    chosen = biased_weights(p1=0.9)
    window.network.use(chosen, None)
    read.set()
    qtbot.waitUntil(lambda: not window.opener.busy)
    assert window.network.weights is chosen
    assert first_x(window) == 6


def test_of_many_files_of_a_kind_one_is_read(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them would take gigabytes."""
    files, read = [tmp_path / f"{i}.safetensors" for i in range(3)], []
    for file in files:
        save_weights(file, biased_weights(p9=0.9))
    files[0].write_bytes(b"")

    def recorded(path: Path) -> Weights:
        read.append(path)
        return load_weights(path)

    monkeypatch.setattr("engine.weights.load_weights", recorded)
    drop(window, *files)
    assert read == files[:2]
    assert window.network.path == files[1]
    assert "0.safetensors" in window.notice.text
    assert "“2.safetensors”" in window.statusBar().currentMessage()


def test_the_drawing_that_is_given_last_is_shown(
    window: MainWindow, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the one before takes longer to read."""
    first, read = drawing(tmp_path / "first.json", 6), threading.Event()

    def held(path: Path) -> SavedDrawing | None:
        if path == first:
            read.wait(20)
        return load_drawing(path)

    monkeypatch.setattr("engine.ink.drawing_file.load_drawing", held)
    window.opener.open([first])
    window.opener.open([drawing(tmp_path / "last.json", 9)])
    qtbot.waitUntil(lambda: not window.draw_tab.model.content.empty)
    assert first_x(window) == 9
    read.set()
    qtbot.waitUntil(lambda: not window.opener.busy)
    assert first_x(window) == 9
    drop(window, first)
    assert first_x(window) == 6


def test_each_file_opens_as_what_it_is(window: MainWindow, tmp_path: Path, qtbot) -> None:
    """Weights, whatever their name, drawings and settings, on any place of any tab."""
    for name, made in (("nine.safetensors", "nine.safetensors"), ("nine", "w.npz"), ("nine.bak", "w.npz")):
        window.network.use(load_weights(default_weights()), default_weights())
        save_weights(tmp_path / made, biased_weights(p9=0.9))
        file = (tmp_path / made).rename(tmp_path / name)
        assert drop(window, file)
        assert (window.notice.text, window.network.path, window.network.weights.name) == ("", file, "stated")

    form = window.train_tab.form
    settings = form.settings()
    save_settings(tmp_path / "mine.toml", replace(settings, config=replace(settings.config, lr=0.0123)))
    drop(window, tmp_path / "mine.toml")
    assert window.tabs.currentWidget().isAncestorOf(form)
    assert form.texts["lr"] == "0.0123"

    # A field of text does not insert the path.
    drop(window, drawing(tmp_path / "mine.svg", x=7), on=form.fields["lr"])
    assert form.texts["lr"] == "0.0123"
    assert window.tabs.currentWidget() is window.draw_tab
    assert first_x(window) == 7


def test_what_cannot_be_opened_is_named(window: MainWindow, tmp_path: Path) -> None:
    before, network, tab = window.draw_tab.model.content, window.network.path, window.tabs.currentWidget()
    (tmp_path / "letter.docx").write_text("text")
    (tmp_path / "bad.toml").write_text("no settings")
    (tmp_path / "cut.safetensors").write_bytes(b"\x10\x00\x00\x00\x00\x00\x00\x00{")
    pen = PenDigits([[np.ones((3, 2), np.float32)]], np.zeros(1, np.uint8), [""], [""])
    save_pen(tmp_path / "pen.npz", pen)
    (tmp_path / "empty").touch()
    for name, words in {
        "letter.docx": "weights (.safetensors",
        "bad.toml": "cannot be",
        "cut.safetensors": "cut off",
        "pen.npz": "“My handwriting”",
        "empty": "it is empty",
        "none.png": "there is no such file",
        "none": "there is no such file",
    }.items():
        drop(window, tmp_path / name)
        assert name in window.notice.text
        assert words in window.notice.text
        assert "\n" not in window.notice.text
    assert (window.draw_tab.model.content, window.network.path, window.tabs.currentWidget()) == (before, network, tab)


def test_of_several_files_one_of_each_kind_opens(window: MainWindow, tmp_path: Path, qtbot) -> None:
    save_weights(tmp_path / "nine.npz", biased_weights(p9=0.9))
    (tmp_path / "bad.png").write_text("no image")
    (tmp_path / "text.txt").write_text("no digit")
    drawings = [drawing(tmp_path / f"{x}.svg", x) for x in (3, 4)]
    with qtbot.waitSignal(window.opener.message) as said:
        drop(window, tmp_path / "bad.png", *drawings, tmp_path / "text.txt", tmp_path / "nine.npz")
    assert said.args == ["One file of each kind is opened at a time. Not opened: “4.svg”."]
    assert first_x(window) == 3
    assert window.network.weights.name == "stated"
    bad, text = window.notice.text.split("\n")
    assert "bad.png" in bad
    assert "text.txt" in text
    window.draw_tab.model.clear()
    assert window.notice.text == ""
    drop(window, *(tmp_path / f"{number}.png" for number in range(10)))
    assert window.notice.text.split("\n")[4:] == ["Files that were not opened, besides these: 6."]


def test_runs_are_all_imported(window: MainWindow, tmp_path: Path, qtbot) -> None:
    """An exported one, and the folder of one."""
    store = RunStore(tmp_path / "origin")
    images = Dataset(np.zeros((4, 28, 28), np.uint8), np.arange(4, dtype=np.uint8))
    trainer = Trainer(NetworkSpec.mlp((4,), "relu"), TrainConfig(epochs=1, batch_size=2), images, images)
    with store.start(trainer, DataFacts.of("noise", images, images), "some") as recorder:
        for event in trainer.run(None):
            recorder.record(event, trainer)
        recorder.finish(Status.FINISHED, Weights(trainer.kept.spec, trainer.kept.snapshot()))
    store.export(recorder.run.id, tmp_path / "some.zip")
    # The store is opened on a thread, and they wait for it.
    drop(window, tmp_path / "some.zip", store.folder / recorder.run.id)
    pages = window.train_tab.pages
    qtbot.waitUntil(lambda: pages.runs is not None and len(pages.runs.model.runs) == 2)
    assert window.tabs.currentWidget().isAncestorOf(pages.runs)
    assert window.notice.text == ""


def test_data_are_data_to_train_with(window: MainWindow, tmp_path: Path, qtbot) -> None:
    images = np.random.default_rng(0).integers(0, 256, (20, 784), np.uint8)
    labels = np.arange(20) // 2
    np.savez(tmp_path / "mnist.npz", x_train=images, y_train=labels, x_test=images, y_test=labels)
    (tmp_path / "folder").mkdir()
    for table in (tmp_path / "train.csv", tmp_path / "folder" / "train.csv"):
        np.savetxt(table, np.column_stack([labels, images]), "%d", ",")
    data = window.train_tab.form.data
    for name, kind, n in (("train.csv", "file", 10), ("mnist.npz", "file", 20), ("folder", "folder", 10)):
        window.show_draw_tab()
        with qtbot.waitSignal(data.ended, timeout=20_000):
            drop(window, tmp_path / name)
        assert window.tabs.currentWidget().isAncestorOf(data)
        # What ended may be the look at the data before.
        qtbot.waitUntil(lambda at=tmp_path / name, kind=kind: data.choice == f"{kind}:{at}", timeout=20_000)
        assert data.list.currentText() == f"{kind.capitalize()} “{name}”"
        assert len(data.current[0].train) == n

    # Those that cannot be used are named beside the form.
    before = data.choice
    (tmp_path / "train.csv").write_text("<!doctype html>")
    drop(window, tmp_path / "train.csv")
    error = data.findChild(QLabel, "train-data-error")
    qtbot.waitUntil(lambda: "it is a web page" in error.text(), timeout=20_000)
    assert data.choice == before


def test_during_a_training_weights_and_data_stay(window: MainWindow, tmp_path: Path) -> None:
    save_weights(tmp_path / "nine.npz", biased_weights(p9=0.9))
    (tmp_path / "train.csv").write_text("7,0,0")
    window.network.lock(True)
    for name in ("nine.npz", "train.csv"):
        drop(window, tmp_path / name)
        assert name in window.notice.text
        assert "Stop the training first" in window.notice.text
    assert window.network.path == default_weights()
    drop(window, drawing(tmp_path / "mine.json"))
    assert not window.draw_tab.model.content.empty
    window.network.lock(False)


def test_the_help_takes_drops_and_a_question_does_not(window: MainWindow, tmp_path: Path) -> None:
    file = drawing(tmp_path / "mine.svg", x=6)
    window.help.show_help()
    assert drop(window, file, on=window.help.help_window)
    assert first_x(window) == 6
    box = QMessageBox(window)
    taken = []

    def try_to_drop() -> None:
        taken.append(drop(window, file))
        box.reject()

    QTimer.singleShot(0, box, try_to_drop)
    box.exec()
    assert taken == [False]


def test_the_sentences_of_all_files_are_shown_together(window: MainWindow, tmp_path: Path, qtbot) -> None:
    """A run is imported later than the other files are read."""
    (tmp_path / "bad.png").write_text("no image")
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 and no more")
    drop(window, tmp_path / "bad.png", tmp_path / "cut.zip")
    qtbot.waitUntil(lambda: "cut.zip" in window.notice.text)
    assert "bad.png" in window.notice.text
