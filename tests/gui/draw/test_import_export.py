"""Drawings and images are exported and imported: files, drops, the clipboard and the menu."""

import errno
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from small_weights import random_weights
from test_draw_tab import NO_DIGIT, NOT_SURE, SURE
from window_shutdown import shut_down, shut_down_window

from engine.ink.drawing_file import SavedDrawing, load_drawing, save_drawing, to_json
from engine.ink.images import read_image
from engine.io import atomic_write
from gui.current_network import CurrentNetwork
from gui.draw.draw_tab import DrawTab
from gui.draw.import_export import _INPUT
from gui.main_window import MainWindow
from gui.weights_files import WeightsFiles
from gui.window.open_file import FileOpener

SEVEN = [np.array([(8, 6), (19, 6.1), (17, 11), (13, 22)], np.float32), np.array([(12.3, 14)], np.float32)]
OTHER = [np.array([(5, 5), (9, 23)], np.float32)]


@pytest.fixture
def tab(qtbot, actions, settings, theme) -> DrawTab:
    network = CurrentNetwork(random_weights(), None)
    made = DrawTab(network, actions, settings, theme)
    weights = WeightsFiles(network, settings, made)
    opener = FileOpener(made.import_export, weights, settings, lambda: False, made, made)
    made.import_export.files_given.connect(opener.open)
    made.import_export.image_given.connect(opener.open_image)
    qtbot.addWidget(made, before_close_func=shut_down)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture(autouse=True)
def clipboard(qapp) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def put(tab: DrawTab, qtbot, strokes: list[np.ndarray] = SEVEN) -> None:
    with qtbot.waitSignal(tab.predicted):
        tab.model.show_strokes(strokes)


def drawn(tab: DrawTab) -> list[bytes]:
    return [stroke.tobytes() for stroke in tab.model.content.strokes]


def bits(strokes: list[np.ndarray]) -> list[bytes]:
    return [stroke.tobytes() for stroke in strokes]


class Dialog:
    """What is chosen in file dialogs, and how they were shown."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file, self.kind = Path(), ""
        self.shown: list[tuple[str, list[str], str]] = []
        self.titles: list[str] = []
        monkeypatch.setattr(QFileDialog, "exec", self._exec_of())
        monkeypatch.setattr(QFileDialog, "getOpenFileName", self._open)

    def _exec_of(self):
        def choose(dialog: QFileDialog) -> int:
            name = dialog.findChild(QLineEdit).text()
            self.shown.append((name, dialog.nameFilters(), dialog.directory().path()))
            self.titles.append(dialog.windowTitle())
            for kind in dialog.nameFilters():
                if self.kind and self.kind in kind:
                    dialog.filterSelected.emit(kind)
            if self.file == Path():
                return 0
            dialog.setDirectory(str(self.file.parent))
            dialog.findChild(QLineEdit).setText(self.file.name)
            return 1

        return choose

    def _open(self, *args: str) -> tuple[str, str]:
        self.shown.append(("", args[3].split(";;"), args[2]))
        return str(self.file) if self.file != Path() else "", ""


def save(tab: DrawTab, qtbot, actions) -> None:
    """Save the drawing, and wait until it is saved."""
    with qtbot.waitSignal(tab.import_export.ended):
        actions.save_drawing.trigger()


@pytest.fixture
def dialog(monkeypatch: pytest.MonkeyPatch) -> Dialog:
    return Dialog(monkeypatch)


# -- saved and opened


@pytest.mark.parametrize("kind", ["png", "svg", "json"])
def test_a_saved_drawing_opens_with_the_same_strokes(
    tab: DrawTab, qtbot, actions, dialog: Dialog, tmp_path: Path, kind: str
) -> None:
    put(tab, qtbot)
    answer = tab.chart.probabilities.copy()
    dialog.file, dialog.kind = tmp_path / "mine", f"*.{kind}"  # the suffix comes from the kind
    with qtbot.waitSignal(tab.message, check_params_cb=lambda text: text == f"Saved as “mine.{kind}”."):
        actions.save_drawing.trigger()
    with qtbot.waitSignal(tab.predicted):
        tab.model.clear()
    dialog.file = tmp_path / f"mine.{kind}"
    with qtbot.waitSignal(tab.predicted):
        actions.open_image.trigger()
    assert drawn(tab) == bits(SEVEN)
    np.testing.assert_array_equal(tab.chart.probabilities, answer)
    assert f"*.{kind}" in dialog.shown[1][1][0]


def test_opening_can_be_undone(tab: DrawTab, qtbot, actions, tmp_path: Path) -> None:
    save_drawing(tmp_path / "seven.json", SavedDrawing(SEVEN, 4.0))
    put(tab, qtbot, OTHER)
    brush = tab.canvas.brush_width
    with qtbot.waitSignal(tab.predicted):
        tab.import_export.files_given.emit([tmp_path / "seven.json"])
    assert drawn(tab) == bits(SEVEN)
    assert tab.canvas.brush_width == brush  # as it was set
    actions.undo.trigger()
    assert drawn(tab) == bits(OTHER)
    actions.redo.trigger()
    assert drawn(tab) == bits(SEVEN)


def test_opening_a_drawing_replaces_a_running_stroke(tab: DrawTab, qtbot, tmp_path: Path) -> None:
    save_drawing(tmp_path / "seven.svg", SavedDrawing(SEVEN, 2.0))
    tab.model.begin(3, 3)
    tab.import_export.show(load_drawing(tmp_path / "seven.svg"))
    assert tab.model.running is None
    assert drawn(tab) == bits(SEVEN)


def test_a_running_stroke_is_saved_too(tab: DrawTab, qtbot, actions, dialog: Dialog, tmp_path: Path) -> None:
    tab.model.show_strokes(OTHER)
    tab.model.begin(3, 3)
    tab.model.extend(4, 4)
    dialog.file = tmp_path / "both.json"
    save(tab, qtbot, actions)
    assert [len(stroke) for stroke in load_drawing(tmp_path / "both.json").strokes] == [2, 2]


def test_the_visible_brush_width_is_saved(tab: DrawTab, qtbot, actions, dialog: Dialog, tmp_path: Path) -> None:
    put(tab, qtbot)
    tab.canvas.set_brush_width(3.5)
    dialog.file = tmp_path / "thick.json"
    save(tab, qtbot, actions)
    assert load_drawing(tmp_path / "thick.json").brush_width == 3.5


@pytest.mark.parametrize(
    ("weights", "name"), [(SURE, "digit-4.png"), (NOT_SURE, "drawing.png"), (NO_DIGIT, "drawing.png")]
)
def test_the_suggested_name_has_a_sure_prediction(
    tab: DrawTab, qtbot, actions, dialog: Dialog, weights: object, name: str
) -> None:
    tab._network.use(weights, None)
    tab.model.show_strokes(SEVEN)  # and not predicted yet
    actions.save_drawing.trigger()
    assert dialog.shown[0][:2] == (name, ["PNG image (*.png)", "SVG image (*.svg)", "Strokes (*.json)"])


def test_the_folder_is_stored(tab: DrawTab, qtbot, actions, dialog: Dialog, settings, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    put(tab, qtbot)
    dialog.file = folder / "a.svg"
    save(tab, qtbot, actions)
    assert settings.text("draw/folder", "") == str(folder)
    dialog.file = Path()  # Cancel
    actions.save_drawing.trigger()
    actions.open_image.trigger()
    assert [Path(shown[2]) for shown in dialog.shown[1:]] == [folder, folder]
    assert [path.name for path in folder.iterdir()] == ["a.svg"]


def test_an_image_is_only_saved_as_an_image(tab: DrawTab, qtbot, actions, dialog: Dialog, tmp_path: Path) -> None:
    digit = np.zeros((28, 28), np.float32)
    digit[6:22, 12:16] = 0.8
    with qtbot.waitSignal(tab.predicted):
        tab.show_input(digit, 5, random_weights(), "epoch 1")
    dialog.file = tmp_path / "digit.png"
    save(tab, qtbot, actions)
    assert dialog.shown[0][1] == ["PNG image (*.png)"]
    assert dialog.titles == ["Save the image"]
    with Image.open(tmp_path / "digit.png") as saved:
        np.testing.assert_array_equal(np.asarray(saved), np.rint(digit * 255))
    dialog.file = tmp_path / "digit.svg"
    with qtbot.waitSignal(tab.problem, check_params_cb=lambda text: "an image has no strokes" in text):
        actions.save_drawing.trigger()
    assert not (tmp_path / "digit.svg").exists()


def test_an_error_while_saving_is_reported_and_the_old_file_stays(
    tab: DrawTab, qtbot, actions, dialog: Dialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog.file = tmp_path / "mine.svg"
    save_drawing(dialog.file, SavedDrawing(OTHER, 2.0))
    before = dialog.file.read_bytes()
    put(tab, qtbot)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(atomic_write.os, "fsync", full)
        with qtbot.waitSignal(tab.problem) as problem:
            actions.save_drawing.trigger()
    assert problem.args[0].startswith("“mine.svg” cannot be saved: the system says “No space left on device”.")
    assert dialog.file.read_bytes() == before
    assert drawn(tab) == bits(SEVEN)
    with qtbot.waitSignal(tab.problem) as problem:  # cleared where it works
        actions.save_drawing.trigger()
    assert problem.args == [""]
    assert bits(load_drawing(dialog.file).strokes) == bits(SEVEN)


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """What is saved waits until this is set."""
    go_on, sync = threading.Event(), os.fsync

    def wait(descriptor: int) -> None:
        go_on.wait(20)
        sync(descriptor)

    monkeypatch.setattr(atomic_write.os, "fsync", wait)
    yield go_on
    go_on.set()


def test_a_slow_disk_does_not_stop_the_window(
    tab: DrawTab, qtbot, actions, dialog: Dialog, tmp_path: Path, slow_disk: threading.Event
) -> None:
    put(tab, qtbot)
    dialog.file = tmp_path / "mine.json"
    actions.save_drawing.trigger()
    put(tab, qtbot, OTHER)
    assert not dialog.file.exists()
    assert not actions.save_drawing.isEnabled()
    with qtbot.waitSignal(tab.message):
        slow_disk.set()
    assert bits(load_drawing(dialog.file).strokes) == bits(SEVEN)
    qtbot.waitUntil(actions.save_drawing.isEnabled)


def test_invalid_files_are_reported_and_change_nothing(tab: DrawTab, qtbot, tmp_path: Path) -> None:
    put(tab, qtbot)
    before = tab.model.content
    wrong = {
        "cut.json": '{"format": "digit-lab drawing", "ver',
        "other.json": '{"format": "something"}',
        "nan.json": to_json(SavedDrawing(SEVEN, 2.0)).replace("19.0", "NaN"),
        "foreign.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M 1 1 L 20 20"/></svg>',
        "laughs.svg": '<!DOCTYPE svg [<!ENTITY a "ha">]><svg>&a;</svg>',
    }
    for name, text in wrong.items():
        (tmp_path / name).write_text(text)
    expected = {
        "cut.json": "damaged",
        "other.json": "no drawing",
        "nan.json": "damaged",
        "foreign.svg": "no strokes of Digit Lab",
        "laughs.svg": "no strokes of Digit Lab",
        "none.svg": "no such file",
    }
    for name, words in expected.items():
        with qtbot.waitSignal(tab.problem, check_params_cb=bool) as problem:
            tab.import_export.files_given.emit([tmp_path / name])
        assert problem.args[0].startswith(f"“{name}”"), problem.args
        assert words in problem.args[0]
    assert tab.model.content is before
    with qtbot.waitSignal(tab.problem, check_params_cb=lambda text: text == ""):
        tab.model.clear()


# -- dropped and pasted


@pytest.mark.parametrize("kind", ["png", "svg", "json"])
def test_a_drawing_is_dropped_or_pasted_as_a_file(tab: DrawTab, qtbot, tmp_path: Path, kind: str) -> None:
    save_drawing(tmp_path / f"seven.{kind}", SavedDrawing(SEVEN, 2.0))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / f"seven.{kind}"))])
    assert tab.import_export.can_take(data)
    with qtbot.waitSignal(tab.predicted):
        tab.import_export.take(data)
    assert drawn(tab) == bits(SEVEN)


def test_an_image_is_pasted_as_it_is_opened(tab: DrawTab, qtbot, tmp_path: Path) -> None:
    pixels = np.full((300, 200), 255, np.uint8)
    pixels[60:80, 50:150] = pixels[80:240, 130:150] = 20
    Image.fromarray(pixels).save(tmp_path / "seven.png")
    with qtbot.waitSignal(tab.predicted):
        tab.import_export.show(read_image(tmp_path / "seven.png"))
    opened = tab.chart.probabilities.copy()
    assert opened.any()
    with qtbot.waitSignal(tab.predicted):
        tab.model.clear()
    pasted = QMimeData()
    pasted.setImageData(QImage(str(tmp_path / "seven.png")))
    with qtbot.waitSignal(tab.predicted):
        tab.import_export.take(pasted)
    np.testing.assert_allclose(opened, tab.chart.probabilities, atol=1e-5)
    assert not tab.canvas.grab().isNull()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names of files that are not UTF-8")
def test_a_file_whose_name_is_not_utf8_is_dropped(tab: DrawTab, qtbot, tmp_path: Path) -> None:
    save_drawing(tmp_path / "seven.png", SavedDrawing(SEVEN, 2.0))
    (tmp_path / "seven.png").rename(tmp_path / os.fsdecode(b"caf\xe9 #1.png"))
    data = QMimeData()
    data.setData("text/uri-list", f"{tmp_path.as_uri()}/caf%E9%20%231.png\r\n".encode())
    with qtbot.waitSignal(tab.predicted):
        tab.import_export.take(data)
    assert drawn(tab) == bits(SEVEN)


@pytest.mark.parametrize("url", ["file:", "file://", "https://example.org/a.png", "data:,x"])
def test_a_url_that_names_no_file_is_not_accepted(tab: DrawTab, url: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl(url)])
    assert not tab.import_export.can_take(data)


def test_text_is_not_accepted(tab: DrawTab) -> None:
    data = QMimeData()
    data.setText("words")
    assert not tab.import_export.can_take(data)


# -- copied


def test_the_input_is_copied_pixel_by_pixel_and_pasted_as_it_is(tab: DrawTab, qtbot, actions) -> None:
    put(tab, qtbot)
    answer, centred = tab.chart.probabilities.copy(), tab.prediction.stages.centred.copy()
    with qtbot.waitSignal(tab.message, check_params_cb=lambda text: "28 × 28" in text):
        actions.copy_input.trigger()
    image = QGuiApplication.clipboard().image().convertToFormat(QImage.Format.Format_Grayscale8)
    assert (image.width(), image.height()) == (28, 28)
    pixels = np.array([[image.pixelColor(x, y).red() for x in range(28)] for y in range(28)])
    np.testing.assert_array_equal(pixels, np.rint(centred * 255))

    tab.model.clear()
    with qtbot.waitSignal(tab.predicted):
        actions.paste_image.trigger()
    np.testing.assert_array_equal(tab.prediction.stages.centred, centred)
    np.testing.assert_array_equal(tab.chart.probabilities, answer)


def test_its_pixels_alone_get_nearly_the_same_prediction(tab: DrawTab, qtbot, actions) -> None:
    """As copied by another program."""
    put(tab, qtbot)
    answer = tab.chart.probabilities.copy()
    actions.copy_input.trigger()
    image = QGuiApplication.clipboard().image()
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(tab.predicted):
        tab.model.clear()
    actions.paste_image.trigger()
    # On a thread: a large image takes seconds.
    assert tab.model.content.empty
    with qtbot.waitSignal(tab.predicted):
        qtbot.waitUntil(lambda: not tab.model.content.empty)
    np.testing.assert_allclose(tab.chart.probabilities, answer, atol=0.01)


@pytest.mark.parametrize(
    "content", [b"", b"short", np.full(784, np.nan, "<f4").tobytes(), np.full(784, 2, "<f4").tobytes()]
)
def test_an_invalid_input_on_the_clipboard_is_ignored(tab: DrawTab, qtbot, content: bytes) -> None:
    data = QMimeData()
    data.setData(_INPUT, QByteArray(content))
    with qtbot.waitSignal(tab.problem, check_params_cb=lambda text: "no image on the clipboard" in text):
        tab.import_export.take(data)
    assert tab.model.content.empty


def test_the_probabilities_are_copied_as_lines_for_a_spreadsheet(tab: DrawTab, qtbot, actions) -> None:
    put(tab, qtbot, OTHER)
    tab._network.use(SURE, None)
    tab.model.show_strokes(SEVEN)  # its prediction is copied, although nothing has waited for it
    with qtbot.waitSignal(tab.message, check_params_cb=lambda text: "spreadsheet" in text):
        actions.copy_probabilities.trigger()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "digit\tprobability"
    assert lines[5] == "4\t0.950000"
    assert lines[10] == "9\t0.040000"
    assert len(lines) == 11
    assert sum(float(line.split("\t")[1]) for line in lines[1:]) == pytest.approx(1, abs=1e-5)


def test_actions_are_disabled_without_content(tab: DrawTab, qtbot, actions) -> None:
    ways = (actions.save_drawing, actions.copy_input, actions.copy_probabilities)
    assert not any(action.isEnabled() for action in ways)
    put(tab, qtbot)
    assert all(action.isEnabled() for action in ways)
    tab.hide()
    assert not any(action.isEnabled() for action in ways)
    tab.show()
    assert all(action.isEnabled() for action in ways)
    with qtbot.waitSignal(tab.predicted):
        tab.model.show_image(np.zeros((40, 40), np.float32))
    assert [action.isEnabled() for action in ways] == [True, False, False]  # an image without ink
    with qtbot.waitSignal(tab.predicted):
        tab.model.clear()
    assert not any(action.isEnabled() for action in ways)


# -- in the window


@pytest.fixture
def window(qtbot, settings, theme) -> MainWindow:
    made = MainWindow(CurrentNetwork(random_weights(), None), settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down_window)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: not made.draw_tab.store.busy)
    return made


def test_menus_and_shortcuts(window: MainWindow, qtbot, dialog: Dialog, tmp_path: Path) -> None:
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    a, clipboard = window.actions_, QGuiApplication.clipboard()
    put(window.draw_tab, qtbot)
    dialog.file = tmp_path / "seven.json"
    with qtbot.waitSignal(window.draw_tab.import_export.ended):
        QTest.keyClick(window, Qt.Key.Key_S, ctrl | shift)
    assert bits(load_drawing(tmp_path / "seven.json").strokes) == bits(SEVEN)
    assert window.statusBar().currentMessage() == "Saved as “seven.json”."
    QTest.keyClick(window, Qt.Key.Key_C, ctrl)
    assert clipboard.mimeData().hasImage()
    assert "28 × 28" in window.statusBar().currentMessage()
    QTest.keyClick(window, Qt.Key.Key_C, ctrl | shift)
    assert clipboard.text().startswith("digit\tprobability\n0\t")
    assert "spreadsheet" in window.statusBar().currentMessage()
    titles = {}
    for entry in window.menuBar().actions():
        for action in entry.menu().actions() if entry.menu() else []:
            titles[action] = entry.text()
    assert titles[a.save_drawing] == "&File"
    assert titles[a.copy_input] == titles[a.copy_probabilities] == "&Edit"


def test_a_text_field_and_the_other_tab_keep_ctrl_c(window: MainWindow, qtbot) -> None:
    put(window.draw_tab, qtbot)
    clipboard, ctrl = QGuiApplication.clipboard(), Qt.KeyboardModifier.ControlModifier
    field = QLineEdit("words", window.draw_tab)
    field.show()
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, ctrl)
    assert clipboard.text() == "words"
    field.setParent(None)
    field.deleteLater()
    window.tabs.setCurrentIndex(1)
    clipboard.setText("as it was")
    QTest.keyClick(window, Qt.Key.Key_C, ctrl)
    assert clipboard.text() == "as it was"
    assert window.actions_.copy_input.shortcut() == QKeySequence(QKeySequence.StandardKey.Copy)


def test_a_drawing_is_opened_from_any_tab(window: MainWindow, qtbot, dialog: Dialog, tmp_path: Path) -> None:
    save_drawing(tmp_path / "seven.svg", SavedDrawing(SEVEN, 2.0))
    window.tabs.setCurrentIndex(1)
    assert not window.actions_.save_drawing.isEnabled()
    dialog.file = tmp_path / "seven.svg"
    with qtbot.waitSignal(window.draw_tab.predicted):
        window.actions_.open_image.trigger()
    assert window.tabs.currentIndex() == 0
    assert drawn(window.draw_tab) == bits(SEVEN)
    dialog.file = tmp_path / "none.svg"
    window.actions_.open_files.trigger()
    qtbot.waitUntil(lambda: "no such file" in window.notice.text)


def test_a_file_with_an_empty_stroke_opens_without_it(tab: DrawTab, qtbot, tmp_path: Path) -> None:
    file = tmp_path / "empty.json"
    file.write_text(to_json(SavedDrawing([SEVEN[0], SEVEN[1]], 2.0)).replace('"strokes": [', '"strokes": [[],'))
    with qtbot.waitSignal(tab.predicted):
        tab.import_export.files_given.emit([file])
    tab.canvas.repaint()
    assert len(tab.model.content.strokes) == 2


def test_a_stroke_that_is_being_drawn_can_be_saved(tab: DrawTab, actions) -> None:
    assert not actions.save_drawing.isEnabled()
    tab.model.begin(5, 5)
    assert actions.save_drawing.isEnabled()


def test_closing_waits_for_a_drawing_that_is_being_saved(
    window: MainWindow, qtbot, dialog: Dialog, tmp_path: Path, slow_disk: threading.Event
) -> None:
    put(window.draw_tab, qtbot)
    dialog.file = tmp_path / "mine.json"
    window.actions_.save_drawing.trigger()
    window.close()
    assert window.isVisible()
    slow_disk.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert bits(load_drawing(dialog.file).strokes) == bits(SEVEN)
