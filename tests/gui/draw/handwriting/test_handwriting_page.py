"""My handwriting: labelled drawings are kept at once, can be relabelled, and the accuracy is always shown."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QSlider
from small_weights import biased_weights
from window_shutdown import shut_down

from engine.data.pen_strokes import PenDigits, load_pen, save_pen
from engine.drawings import Drawing, DrawingStore, is_validation
from engine.errors import DrawingsError
from engine.paths import data_folder
from gui.current_network import CurrentNetwork
from gui.draw.canvas_bar import CanvasBar
from gui.draw.draw_tab import DrawTab
from gui.draw.handwriting import async_drawing_store, drawing_gallery, drawing_list
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.handwriting.drawing_gallery import Gallery

FOUR = biased_weights(p4=0.95)


@pytest.fixture
def tab(qtbot, actions, settings, theme) -> DrawTab:
    made = DrawTab(CurrentNetwork(FOUR, None), actions, settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down)
    # In the window they are in a menu.
    made.addActions(actions.label_as)
    made.pages.setCurrentWidget(made.pages.handwriting)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    wait_until_idle(made.store, qtbot)
    return made


def wait_until_idle(store: AsyncDrawingStore, qtbot) -> None:
    qtbot.waitUntil(lambda: not store.busy)


def draw(tab: DrawTab, qtbot, x: float = 8) -> None:
    with qtbot.waitSignal(tab.predicted):
        tab.model.begin(x, 8)
        tab.model.extend(20, 20)
        tab.model.end()


def keep(tab: DrawTab, qtbot, digit: int, x: float = 8) -> None:
    draw(tab, qtbot, x)
    with qtbot.waitSignal(tab.store.kept):
        tab.findChild(QPushButton, f"label-{digit}").click()
    wait_until_idle(tab.store, qtbot)


def said(tab: DrawTab) -> str:
    """The message over the canvas, or ""."""
    return tab.findChild(CanvasBar, "kept").text


def stored() -> list[tuple[int, int | None]]:
    return [(drawing.label, drawing.predicted) for drawing in DrawingStore(data_folder() / "drawings").all()]


@pytest.fixture
def gallery(tab: DrawTab, settings, theme, qtbot) -> Gallery:
    for digit, x in ((4, 8), (4, 9), (7, 10)):
        keep(tab, qtbot, digit, x)
    made = Gallery(tab.store, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(gallery: Gallery, *rows: int) -> None:
    gallery.list.select(rows)


def captions(gallery: Gallery) -> list[str]:
    model = gallery.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_an_empty_canvas_cannot_be_labelled(tab: DrawTab, actions) -> None:
    assert not tab.findChild(QPushButton, "label-4").isEnabled()
    assert not actions.label_as[4].isEnabled()
    tab.label(4)
    assert not tab.store.busy


def test_a_labelled_drawing_is_kept_and_the_canvas_is_cleared(tab: DrawTab, qtbot) -> None:
    draw(tab, qtbot)
    stroke = tab.model.content.strokes[0]
    with qtbot.waitSignal(tab.store.kept):
        tab.findChild(QPushButton, "label-4").click()
    assert tab.model.content.empty
    (drawing,) = DrawingStore(data_folder() / "drawings").all()
    np.testing.assert_array_equal(drawing.strokes[0], stroke)
    assert (drawing.label, drawing.predicted, drawing.network) == (4, 4, "stated")
    assert drawing.probability == pytest.approx(0.95, abs=1e-4)
    assert said(tab) == "Kept as 4."
    tab.model.undo()
    assert not tab.model.content.empty
    assert said(tab) == ""


def test_a_key_labels_the_drawing(tab: DrawTab, qtbot) -> None:
    draw(tab, qtbot)
    with qtbot.waitSignal(tab.store.kept):
        QTest.keyClick(tab.canvas, Qt.Key.Key_7)
    assert stored() == [(7, 4)]


def test_while_another_tab_is_in_front_a_key_labels_nothing(tab: DrawTab, qtbot, actions) -> None:
    draw(tab, qtbot)
    assert actions.label_as[3].isEnabled()
    tab.hide()
    assert not actions.label_as[3].isEnabled()


def test_the_accuracy_on_the_users_drawings_is_shown(tab: DrawTab, qtbot) -> None:
    assert tab.findChild(QLabel, "own-accuracy").text() == ""
    keep(tab, qtbot, 4)
    keep(tab, qtbot, 9, x=12)
    assert tab.findChild(QLabel, "own-accuracy").text() == "Yours: 1 of 2 correct"
    assert tab.findChild(QLabel, "handwriting-text").text() == "2 drawings are kept. Accuracy so far: 1 of 2 (50.0 %)."
    assert said(tab) == "Kept as 9. It was predicted as 4."


def test_kept_drawings_are_loaded_at_the_next_start(tab: DrawTab, qtbot, actions, settings, theme) -> None:
    keep(tab, qtbot, 4)
    again = AsyncDrawingStore(data_folder() / "drawings")
    assert again.drawings == []
    with qtbot.waitSignal(again.changed):
        again.open()
    wait_until_idle(again, qtbot)
    assert [drawing.label for drawing in again.drawings] == [4]
    again.open()
    assert not again.busy
    again.deleteLater()


def test_kept_drawings_are_loaded_once_another_program_is_no_longer_busy(
    tab: DrawTab, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tab, qtbot, 4)
    for name, value in {"_TIMEOUT_SECONDS": 0.05, "_WAITED_SECONDS": 0.02, "_AGAIN_MS": 10}.items():
        monkeypatch.setattr(f"gui.draw.handwriting.async_drawing_store.{name}", value)
    store, problems, ended = AsyncDrawingStore(data_folder() / "drawings"), list[str](), list[bool]()
    store.problem.connect(problems.append)
    store.ended.connect(lambda: ended.append(True))
    path = data_folder() / "drawings" / "drawings.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        store.open()
        qtbot.waitUntil(lambda: len(ended) >= 3)
    qtbot.waitUntil(lambda: [drawing.label for drawing in store.drawings] == [4])
    assert len(problems) == 1
    wait_until_idle(store, qtbot)
    store.deleteLater()


def test_a_drawing_kept_while_the_others_are_loaded_is_not_lost(tab: DrawTab, qtbot) -> None:
    keep(tab, qtbot, 4)
    store = AsyncDrawingStore(data_folder() / "drawings")
    store.open()
    store.keep([np.array([[3, 3], [9, 9]], np.float32)], 5, 2.0, None, None, "")
    wait_until_idle(store, qtbot)
    assert sorted(drawing.label for drawing in store.drawings) == [4, 5]
    store.deleteLater()


def test_a_disk_error_is_shown(tab: DrawTab, qtbot, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    store = AsyncDrawingStore(blocked / "drawings")
    with qtbot.waitSignal(store.problem) as problem:
        store.keep([np.array([[3, 3]], np.float32)], 5, 2.0, None, None, "")
    assert problem.args[0].endswith(".")
    wait_until_idle(store, qtbot)
    assert store.drawings == []
    store.deleteLater()


def test_that_drawings_cannot_be_read_is_not_called_that_there_are_none(
    qtbot, actions, settings, theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(async_drawing_store, "_TIMEOUT_SECONDS", 0.02)
    monkeypatch.setattr(async_drawing_store, "_AGAIN_MS", 20)
    folder = data_folder() / "drawings"
    DrawingStore(folder).add([np.array([[3, 3], [9, 9]], np.float32)], 5, 2.0, None, None, "")
    with closing(sqlite3.connect(folder / "drawings.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        made = DrawTab(CurrentNetwork(FOUR, None), actions, settings, theme)
        qtbot.addWidget(made, before_close_func=shut_down)
        made.pages.setCurrentWidget(made.pages.handwriting)
        gallery = Gallery(made.store, settings)
        qtbot.addWidget(gallery)
        text, shown = made.findChild(QLabel, "handwriting-text"), gallery.findChild(QLabel, "gallery-text")
        made.show()
        qtbot.waitUntil(lambda: "cannot be read" in text.text())
        qtbot.waitUntil(lambda: "Another window" in shown.text())
    qtbot.waitUntil(lambda: text.text() == "1 drawing is kept.")
    qtbot.waitUntil(lambda: shown.text() == "")


def test_changes_are_made_in_the_order_of_the_calls(tab: DrawTab, qtbot) -> None:
    keep(tab, qtbot, 4)
    (drawing,) = tab.store.drawings
    for _ in range(5):
        for label in (3, 5, 7):
            tab.store.relabel([drawing.id], label)
        tab.store.delete([drawing.id])
        tab.store.restore([drawing.id])
    wait_until_idle(tab.store, qtbot)
    assert stored() == [(7, 4)]
    assert [each.label for each in tab.store.drawings] == [7]


def test_undo_and_another_label_relabel_the_drawing(tab: DrawTab, qtbot) -> None:
    keep(tab, qtbot, 3)
    tab.model.undo()
    tab.findChild(QPushButton, "label-5").click()
    wait_until_idle(tab.store, qtbot)
    assert stored() == [(5, 4)]
    assert tab.model.content.empty


def test_a_transformed_drawing_is_kept_as_it_was_drawn(tab: DrawTab, qtbot) -> None:
    draw(tab, qtbot)
    drawn = tab.model.content.strokes[0]
    tab.make_pages()
    tab.findChild(QSlider, "transform-rotate").setValue(90)
    assert not np.array_equal(tab.model.content.strokes[0], drawn)
    with qtbot.waitSignal(tab.store.kept):
        tab.label(4)
    wait_until_idle(tab.store, qtbot)
    np.testing.assert_array_equal(tab.store.drawings[0].strokes[0], drawn)


def test_the_accuracy_counts_earlier_drawings(tab: DrawTab, qtbot, actions, settings, theme) -> None:
    for x in (8, 9):
        keep(tab, qtbot, 7, x)
    store = AsyncDrawingStore(data_folder() / "drawings")
    store.keep([np.array([[3, 3], [9, 9]], np.float32)], 5, 2.0, 5, 0.9, "")
    wait_until_idle(store, qtbot)
    assert store.accuracy == (1, 3)
    store.deleteLater()


def test_a_drawing_that_cannot_be_saved_returns_to_the_canvas(tab: DrawTab, qtbot, monkeypatch) -> None:
    def full(store: DrawingStore, *values: object) -> None:
        raise DrawingsError("The disk is full.")

    monkeypatch.setattr(DrawingStore, "add", full)
    draw(tab, qtbot)
    strokes = tab.model.content.strokes
    messages: list[str] = []
    tab.problem.connect(messages.append)
    with qtbot.waitSignal(tab.store.not_kept):
        tab.label(4)
    wait_until_idle(tab.store, qtbot)
    assert messages == ["The disk is full."]
    assert tab.model.content.strokes is strokes
    # The message stays while the user continues to draw.
    draw(tab, qtbot, 12)
    assert messages == ["The disk is full."]


def test_drawings_that_wait_behind_a_refused_one_wait_no_longer(tab: DrawTab, qtbot, monkeypatch) -> None:
    """Another program is busy with the drawings: each of them waited for it, and so did the closing of the window."""
    keep(tab, qtbot, 4)
    monkeypatch.setattr(async_drawing_store, "_TIMEOUT_SECONDS", 0.05)
    monkeypatch.setattr(async_drawing_store, "_WAITED_SECONDS", 0.0)
    timeouts: list[float] = []
    add = DrawingStore.add

    def watched(store: DrawingStore, *values: Any) -> Drawing:
        timeouts.append(store._database.timeout)
        return add(store, *values)

    monkeypatch.setattr(DrawingStore, "add", watched)
    problems: list[str] = []
    tab.store.problem.connect(problems.append)

    def keep_three() -> None:
        for x in range(3):
            tab.store.keep([np.array([[x, 3], [9, 9]], np.float32)], 5, 2.0, None, None, "")
        idle(tab, qtbot)

    with closing(sqlite3.connect(data_folder() / "drawings" / "drawings.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        keep_three()
    assert len(problems) == 3
    assert all("busy with the drawings" in problem for problem in problems)
    keep_three()
    assert timeouts == [0.05, 0.0, 0.0, 0.05, 0.05, 0.05]
    assert len(stored()) == 4


# -- undo


def fail(monkeypatch, method: str) -> None:
    def full(store: DrawingStore, *values: object) -> None:
        raise DrawingsError("The disk is full.")

    monkeypatch.setattr(DrawingStore, method, full)


def idle(tab: DrawTab, qtbot) -> None:
    wait_until_idle(tab.store, qtbot)


def test_the_button_beside_the_message_takes_the_drawing_back(tab: DrawTab, qtbot) -> None:
    keep(tab, qtbot, 7)
    assert said(tab) == "Kept as 7. It was predicted as 4."
    QTest.mouseClick(tab.findChild(QPushButton, "kept-button"), Qt.MouseButton.LeftButton)
    idle(tab, qtbot)
    assert len(tab.model.content.strokes) == 1
    assert stored() == []
    assert tab.findChild(QLabel, "own-accuracy").text() == ""
    assert said(tab) == ""


def test_undo_before_the_drawing_is_saved_takes_it_back(tab: DrawTab, qtbot) -> None:
    draw(tab, qtbot)
    tab.label(8)
    tab.model.undo()
    idle(tab, qtbot)
    assert stored() == []
    assert said(tab) == ""


def test_several_are_taken_back_one_after_the_other_and_kept_again(tab: DrawTab, qtbot, actions) -> None:
    for digit, x in ((1, 8), (4, 9), (6, 10)):
        keep(tab, qtbot, digit, x)
    steps = []
    for _ in range(6):
        actions.undo.trigger()
        idle(tab, qtbot)
        steps.append((len(stored()), said(tab)))
    # Each drawing is one stroke: after it, the canvas is as it was when the drawing before had been kept.
    assert steps[:3] == [(2, ""), (2, "Kept as 4."), (1, "")]
    assert steps[3:] == [(1, "Kept as 1. It was predicted as 4."), (0, ""), (0, "")]
    for _ in range(6):
        actions.redo.trigger()
    idle(tab, qtbot)
    assert stored() == [(1, 4), (4, 4), (6, 4)]
    assert said(tab) == "Kept as 6. It was predicted as 4."


def test_the_message_goes_with_the_next_stroke(tab: DrawTab, qtbot) -> None:
    keep(tab, qtbot, 4)
    tab.model.begin(5, 5)
    assert said(tab) == ""
    tab.model.end()
    tab.model.undo()
    assert said(tab) == "Kept as 4."
    assert stored() == [(4, 4)]


def test_a_drawing_that_was_deleted_elsewhere_is_not_kept_again_by_redo(tab: DrawTab, qtbot) -> None:
    keep(tab, qtbot, 4)
    tab.store.delete([tab.store.drawings[0].id])
    idle(tab, qtbot)
    assert said(tab) == ""
    tab.model.undo()
    tab.model.redo()
    idle(tab, qtbot)
    assert stored() == []


def test_a_label_that_was_corrected_elsewhere_stays_after_undo_and_redo(tab: DrawTab, qtbot) -> None:
    keep(tab, qtbot, 4)
    tab.store.relabel([tab.store.drawings[0].id], 2)
    idle(tab, qtbot)
    tab.model.undo()
    tab.model.redo()
    idle(tab, qtbot)
    assert stored() == [(2, 4)]
    assert said(tab) == "Kept as 2. It was predicted as 4."


def test_what_cannot_be_taken_back_leaves_the_canvas_again(tab: DrawTab, qtbot, monkeypatch) -> None:
    keep(tab, qtbot, 4)
    fail(monkeypatch, "delete")
    with qtbot.waitSignal(tab.problem, check_params_cb=lambda text: text == "The disk is full."):
        tab.model.undo()
    idle(tab, qtbot)
    assert tab.model.content.empty
    assert said(tab) == "Kept as 4."
    monkeypatch.undo()
    tab.model.undo()
    idle(tab, qtbot)
    assert stored() == []


def test_what_cannot_be_kept_again_comes_back_to_the_canvas(tab: DrawTab, qtbot, monkeypatch) -> None:
    keep(tab, qtbot, 4)
    tab.model.undo()
    idle(tab, qtbot)
    fail(monkeypatch, "restore")
    with qtbot.waitSignal(tab.problem):
        tab.model.redo()
    idle(tab, qtbot)
    assert len(tab.model.content.strokes) == 1
    assert stored() == []
    assert said(tab) == ""


def test_a_drawing_that_is_not_kept_yet_when_it_is_taken_back_stays_on_the_canvas(
    tab: DrawTab, qtbot, monkeypatch
) -> None:
    """Neither can be written: it would be nowhere."""
    for method in ("add", "delete"):
        fail(monkeypatch, method)
    draw(tab, qtbot)
    drawn = tab.model.content.strokes
    tab.label(3)
    tab.model.undo()
    idle(tab, qtbot)
    assert tab.model.content.strokes == drawn


def test_a_kept_drawing_does_not_come_back_where_neither_undo_nor_redo_is_stored(
    tab: DrawTab, qtbot, monkeypatch
) -> None:
    keep(tab, qtbot, 4)
    for method in ("delete", "restore"):
        fail(monkeypatch, method)
    tab.model.undo()
    tab.model.redo()
    idle(tab, qtbot)
    assert tab.model.content.empty
    assert said(tab) == "Kept as 4."
    assert stored() == [(4, 4)]


def test_undo_brings_a_transformed_drawing_back_as_it_was_kept(tab: DrawTab, qtbot) -> None:
    draw(tab, qtbot)
    drawn = tab.model.content.strokes[0]
    tab.make_pages()
    tab.findChild(QSlider, "transform-scale").setValue(10)
    with qtbot.waitSignal(tab.store.kept):
        tab.label(3)
    tab.model.undo()
    with qtbot.waitSignal(tab.store.kept):
        tab.label(5)
    idle(tab, qtbot)
    (drawing,) = tab.store.drawings
    assert drawing.label == 5
    np.testing.assert_array_equal(drawing.strokes[0], drawn)


# -- the gallery


def test_the_gallery_shows_the_latest_first_and_wrong_predictions(gallery: Gallery) -> None:
    assert captions(gallery) == ["7 (pred. 4)", "4", "4"]
    assert gallery.filter.itemText(0) == "All 3"
    gallery.filter.setCurrentIndex(1 + 4)
    assert captions(gallery) == ["4", "4"]


def test_labels_are_changed_by_list_and_by_key(gallery: Gallery, tab: DrawTab, qtbot) -> None:
    choose(gallery, 0)
    gallery._relabel.setCurrentIndex(1 + 4)
    gallery._relabel.activated.emit(1 + 4)
    qtbot.waitUntil(lambda: captions(gallery) == ["4", "4", "4"])
    wait_until_idle(tab.store, qtbot)
    assert tab.findChild(QLabel, "own-accuracy").text() == "Yours: 3 of 3 correct"
    choose(gallery, 1, 2)
    QTest.keyClick(gallery.list, Qt.Key.Key_8)
    wait_until_idle(tab.store, qtbot)
    qtbot.waitUntil(lambda: captions(gallery) == ["4", "8 (pred. 4)", "8 (pred. 4)"])
    assert stored() == [(8, 4), (8, 4), (4, 4)]


def test_deleted_drawings_are_restored(gallery: Gallery, tab: DrawTab, qtbot) -> None:
    assert not gallery.findChild(QPushButton, "gallery-undo").isEnabled()
    choose(gallery, 0, 1)
    QTest.keyClick(gallery.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: captions(gallery) == ["4"])
    wait_until_idle(tab.store, qtbot)
    choose(gallery, 0)
    gallery.findChild(QPushButton, "gallery-delete").click()
    qtbot.waitUntil(lambda: captions(gallery) == [])
    wait_until_idle(tab.store, qtbot)
    assert stored() == []
    for expected in (1, 3):
        gallery.findChild(QPushButton, "gallery-undo").click()
        qtbot.waitUntil(lambda expected=expected: len(captions(gallery)) == expected)
        wait_until_idle(tab.store, qtbot)
    assert captions(gallery) == ["7 (pred. 4)", "4", "4"]
    assert not gallery.findChild(QPushButton, "gallery-undo").isEnabled()


def test_what_cannot_be_restored_can_still_be_undone(gallery: Gallery, tab: DrawTab, qtbot, monkeypatch) -> None:
    undo = gallery.findChild(QPushButton, "gallery-undo")
    for _ in range(2):
        choose(gallery, 0)
        gallery.delete()
        idle(tab, qtbot)
    fail(monkeypatch, "restore")
    for _ in range(2):
        undo.click()
    idle(tab, qtbot)
    assert gallery.findChild(QLabel, "gallery-text").text() == "The disk is full."
    assert captions(gallery) == ["4"]
    monkeypatch.undo()
    for expected in (["4", "4"], ["7 (pred. 4)", "4", "4"]):
        assert undo.isEnabled()
        undo.click()
        idle(tab, qtbot)
        assert captions(gallery) == expected
    assert not undo.isEnabled()


def shown_text(gallery: Gallery) -> str:
    return gallery.findChild(QLabel, "gallery-text").text()


def test_drawings_that_another_program_has_removed_for_good(gallery: Gallery, tab: DrawTab, qtbot) -> None:
    other = DrawingStore(data_folder() / "drawings")
    other.delete([tab.store.drawings[0].id])
    other.purge(0)
    choose(gallery, 0, 1, 2)
    QTest.keyClick(gallery.list, Qt.Key.Key_4)
    idle(tab, qtbot)
    assert captions(gallery) == ["4", "4"]
    assert shown_text(gallery) == "1 drawing is no longer there: deleted for good."
    choose(gallery, 0, 1)
    gallery.delete()
    idle(tab, qtbot)
    other.purge(0)
    gallery.undo()
    idle(tab, qtbot)
    assert shown_text(gallery) == "2 drawings are no longer there: deleted for good."
    assert not gallery.findChild(QPushButton, "gallery-undo").isEnabled()


def test_a_label_that_another_program_has_changed_is_changed_back(gallery: Gallery, tab: DrawTab, qtbot) -> None:
    DrawingStore(data_folder() / "drawings").relabel([tab.store.drawings[2].id], 3)
    choose(gallery, 0)
    QTest.keyClick(gallery.list, Qt.Key.Key_7)
    idle(tab, qtbot)
    assert stored() == [(4, 4), (4, 4), (7, 4)]


def test_redo_of_a_drawing_that_another_program_has_removed_for_good(tab: DrawTab, qtbot) -> None:
    keep(tab, qtbot, 7)
    tab.model.undo()
    idle(tab, qtbot)
    DrawingStore(data_folder() / "drawings").purge(0)
    with qtbot.waitSignal(tab.problem, check_params_cb=lambda text: "1 drawing is no longer there" in text):
        tab.model.redo()
    idle(tab, qtbot)
    # Nothing is lost: it can be labelled again.
    tab.model.undo()
    with qtbot.waitSignal(tab.store.kept):
        tab.label(7)
    idle(tab, qtbot)
    assert stored() == [(7, 4)]


def test_what_cannot_be_deleted_leaves_nothing_to_undo(gallery: Gallery, tab: DrawTab, qtbot, monkeypatch) -> None:
    fail(monkeypatch, "delete")
    choose(gallery, 0)
    gallery.delete()
    idle(tab, qtbot)
    assert gallery.findChild(QLabel, "gallery-text").text() == "The disk is full."
    choose(gallery, 1)
    assert not gallery.findChild(QPushButton, "gallery-undo").isEnabled()
    assert len(captions(gallery)) == 3


def test_an_undo_that_fails_after_the_gallery_is_closed(tab: DrawTab, settings, qtbot, monkeypatch) -> None:
    keep(tab, qtbot, 4)
    gallery = Gallery(tab.store, settings)
    choose(gallery, 0)
    gallery.delete()
    idle(tab, qtbot)
    fail(monkeypatch, "restore")
    gallery.undo()
    shiboken6.delete(gallery)
    idle(tab, qtbot)
    assert stored() == []


def test_the_gallery_by_keys(gallery: Gallery, tab: DrawTab, qtbot) -> None:
    gallery.activateWindow()
    gallery.list.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right):
        QTest.keyClick(gallery.list, key)
    _, second, latest = (drawing.id for drawing in gallery._store.drawings)
    assert gallery.selected() == [second]
    QTest.keyClick(gallery.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: gallery.list.model().rowCount() == 2)
    wait_until_idle(tab.store, qtbot)
    # The keys continue from where they were, and nothing else is selected.
    assert gallery.list.currentIndex().row() == 1
    assert gallery.selected() == []
    assert gallery.list.hasFocus()
    QTest.keyClick(gallery.list, Qt.Key.Key_Left)
    assert gallery.selected() == [latest]


def test_drawings_are_exported_and_imported(gallery: Gallery, tab: DrawTab, qtbot, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(drawing_gallery, "ask_where_to_save", lambda *arguments: tmp_path / "mine.npz")
    gallery.findChild(QPushButton, "gallery-export").click()
    wait_until_idle(tab.store, qtbot)
    file = tmp_path / "mine.npz"
    assert load_pen(file).labels.tolist() == [4, 4, 7]
    assert gallery.findChild(QLabel, "gallery-text").text() == "3 exported to “mine.npz”."

    choose(gallery, 0)
    gallery.delete()
    wait_until_idle(tab.store, qtbot)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(file), ""))
    gallery.findChild(QPushButton, "gallery-import").click()
    wait_until_idle(tab.store, qtbot)
    assert gallery.findChild(QLabel, "gallery-text").text() == "1 added, 2 were there already."
    assert len(captions(gallery)) == 3


def test_an_export_may_end_after_the_gallery_is_closed(
    tab: DrawTab, settings, theme, qtbot, monkeypatch, tmp_path: Path
) -> None:
    keep(tab, qtbot, 4)
    gallery = Gallery(tab.store, settings)
    monkeypatch.setattr(drawing_gallery, "ask_where_to_save", lambda *arguments: tmp_path / "mine.npz")
    with qtbot.waitSignal(tab.store.exported):
        gallery.findChild(QPushButton, "gallery-export").click()
        shiboken6.delete(gallery)
    wait_until_idle(tab.store, qtbot)
    assert (tmp_path / "mine.npz").exists()


def test_an_invalid_file_is_reported(gallery: Gallery, tab: DrawTab, qtbot, monkeypatch, tmp_path: Path) -> None:
    file = tmp_path / "bad.npz"
    file.write_bytes(b"nothing")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(file), ""))
    with qtbot.waitSignal(tab.store.problem):
        gallery.findChild(QPushButton, "gallery-import").click()
    wait_until_idle(tab.store, qtbot)
    assert "bad.npz" in gallery.findChild(QLabel, "gallery-text").text()
    assert len(captions(gallery)) == 3


def test_labelled_again_after_it_was_deleted_it_is_kept_again(tab: DrawTab, qtbot) -> None:
    keep(tab, qtbot, 4)
    tab.store.delete([tab.store.drawings[0].id])
    wait_until_idle(tab.store, qtbot)
    tab.model.undo()
    with qtbot.waitSignal(tab.store.kept):
        tab.label(7)
    wait_until_idle(tab.store, qtbot)
    assert stored() == [(7, 4)]


def test_the_next_digit_can_be_drawn_by_keyboard_at_once(tab: DrawTab, qtbot) -> None:
    tab.canvas.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(tab.canvas, key)
    # Its stroke has not ended: it can be labelled all the same.
    with qtbot.waitSignal(tab.store.kept):
        tab.findChild(QPushButton, "label-1").click()
    wait_until_idle(tab.store, qtbot)
    assert tab.canvas.hasFocus()


def test_a_long_caption_has_room_beside_a_short_one(gallery: Gallery) -> None:
    rooms = [gallery.list.visualRect(gallery.list.model().index(row, 0)).width() for row in range(3)]
    wanted = max(gallery.list.fontMetrics().horizontalAdvance(text) for text in captions(gallery))
    assert min(rooms) > wanted


def test_a_drawing_that_the_network_was_not_sure_of_is_described_so(tab: DrawTab, qtbot, settings) -> None:
    tab._network.use(biased_weights(p4=0.4, p8=0.3), None)
    keep(tab, qtbot, 8)
    assert said(tab) == "Kept as 8. The network was not sure."
    gallery = Gallery(tab.store, settings)
    qtbot.addWidget(gallery)
    assert captions(gallery) == ["8 (not sure)"]
    tip = gallery.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>Not sure, perhaps 4 (40 %), by stated</span>"


def test_a_drawing_that_is_not_scrolled_to_costs_nothing(gallery: Gallery, tab: DrawTab, qtbot, monkeypatch) -> None:
    """Neither an image nor a checksum of its strokes is made on the window's thread."""
    store = tab.store
    assert store.validation == {each.id for each in store.drawings if is_validation(each)}
    made: list[object] = []
    convert = drawing_list.to_image
    monkeypatch.setattr(drawing_list, "to_image", lambda pixels: (made.append(pixels), convert(pixels))[1])
    digests: list[object] = []
    monkeypatch.setattr(Drawing, "digest", property(lambda drawing: digests.append(drawing) or "0" * 64))
    image, drawing = store.images[store.drawings[0].id], store.drawings[0]
    store.drawings = [replace(drawing, id=f"{i:032x}", label=i % 10) for i in range(3_000)]
    store.images |= {each.id: image for each in store.drawings}
    store.changed.emit()
    gallery.grab()
    assert gallery.list.model().rowCount() == 3_000
    assert 0 < len(made) < 300
    assert not digests
    choose(gallery, *range(1_000))
    assert len(gallery.selected()) == 1_000
    store.changed.emit()
    assert len(gallery.selected()) == 1_000


def test_a_file_of_pen_strokes_is_dropped_on_the_gallery(gallery: Gallery, tab: DrawTab, tmp_path: Path, qtbot) -> None:
    strokes = [np.array([(3, 4), (9, 20)], np.float32)]
    save_pen(tmp_path / "pen.npz", PenDigits([strokes], np.array([7], np.uint8), [""], [""]))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "pen.npz"))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(90, 90), *how)
    QApplication.sendEvent(gallery, entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(tab.store.imported):
        QApplication.sendEvent(gallery, QDropEvent(QPointF(90, 90), *how))
    assert "7" in captions(gallery)
