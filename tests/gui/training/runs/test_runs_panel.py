"""The list of runs in use: sorted, filtered, refreshed, shown in the plots and compared."""

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableWidget,
    QWidget,
)

from engine.data.dataset import Dataset
from engine.nn.network_spec import NetworkSpec
from engine.runs import DataFacts, Run, RunRecorder, RunStore, Status
from engine.train.trainer import TrainConfig, Trainer
from engine.weights import Weights
from gui.settings import Settings
from gui.theme import Theme
from gui.training.runs.async_run_store import AsyncRunStore
from gui.training.runs.columns import Column, Entry
from gui.training.runs.details_card import COMPARISON
from gui.training.runs.runs_panel import RunsPanel

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SPEC = NetworkSpec.mlp((5,), "relu")
# 20 images: 4 mini-batches an epoch.
CONFIG = {"batch_size": 5, "epochs": 2}


def digits(count: int) -> Dataset:
    rng = np.random.default_rng(0)
    return Dataset(
        rng.integers(0, 256, (count, 28, 28), np.uint8), rng.integers(0, 10, count).astype(np.uint8), "noise"
    )


TRAIN, TEST = digits(20), digits(10)


def begin(store: RunStore, name: str, until: int | None = None, **config: object) -> tuple[RunRecorder, Trainer]:
    """A training up to an iteration, with a checkpoint at the end of each epoch."""
    trainer = Trainer(SPEC, TrainConfig(**(CONFIG | config)), TRAIN, TEST)  # type: ignore[arg-type]
    recorder = store.start(trainer, DataFacts.of("starter", TRAIN, TEST), name)
    for event in trainer.run(until):
        recorder.record(event, trainer)
    return recorder, trainer


def keep(store: RunStore, name: str, status: Status, until: int | None = None, **config: object) -> Run:
    """A run that has ended with a status."""
    recorder, trainer = begin(store, name, until, **config)
    with recorder:
        if status is not Status.INTERRUPTED:
            scores = {"noise accuracy": 0.5 + trainer.config.lr}
            recorder.finish(status, Weights(SPEC, trainer.kept.snapshot(), name, scores=scores))
    return store.run(recorder.run.id)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three runs, "third" the latest of them."""
    folder = tmp_path_factory.mktemp("template") / "runs"
    store = RunStore(folder)
    keep(store, "first", Status.FINISHED)
    keep(store, "second", Status.STOPPED, until=5, lr=0.05)
    keep(store, "third", Status.FINISHED, optimizer="adam", lr=0.01)
    return folder


@pytest.fixture
def store(template: Path, tmp_path: Path) -> RunStore:
    shutil.copytree(template, tmp_path / "runs")
    return RunStore(tmp_path / "runs")


@pytest.fixture
def problems() -> list[str]:
    return []


@pytest.fixture
def opened(qtbot, settings: Settings, theme: Theme, problems: list[str]) -> Iterator[Callable[[RunStore], RunsPanel]]:
    """Opens a panel, and waits for its threads after the test."""
    made: list[RunsPanel] = []

    def open_panel(store: RunStore) -> RunsPanel:
        panel = RunsPanel(store, settings, theme)
        panel.problem.connect(problems.append)
        qtbot.addWidget(panel)
        made.append(panel)
        panel.resize(690, 560)
        show(panel)
        rest(panel, qtbot)
        return panel

    yield open_panel
    for panel in made:
        rest(panel, qtbot)


@pytest.fixture
def panel(opened: Callable[[RunStore], RunsPanel], store: RunStore) -> RunsPanel:
    return opened(store)


def show(window: QWidget) -> None:
    """Show a window and give it the keyboard focus."""
    window.show()
    window.activateWindow()
    QApplication.processEvents()


def rest(panel: RunsPanel, qtbot) -> None:
    qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)


def names(panel: RunsPanel) -> list[str]:
    model = panel.list.table.model()
    return [model.index(row, Column.NAME).data() for row in range(model.rowCount())]


def run_called(panel: RunsPanel, name: str) -> Run:
    return next(run for run in panel.model.runs if run.name == name)


def select(panel: RunsPanel, *wanted: str) -> None:
    panel.list.select([run_called(panel, name) for name in wanted])
    panel.list.table.setFocus()


def selected(panel: RunsPanel) -> list[str]:
    return [run.name for run in panel.list.table.selected]


def click(panel: RunsPanel, name: str, column: Column, double: bool = False) -> None:
    table = panel.list.table
    point = table.visualRect(table.model().index(names(panel).index(name), column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    if double:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)


def press(key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the widget that has the focus."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    # The text of an editor is used in the next event.
    QApplication.processEvents()


def columns(panel: RunsPanel) -> list[QAction]:
    """The menu of the columns."""
    panel.list.table.columns.aboutToShow.emit()
    return panel.list.table.columns.actions()


# The list


def test_the_latest_run_is_listed_first(panel: RunsPanel) -> None:
    assert names(panel) == ["third", "second", "first"]
    assert selected(panel) == ["third"]
    training = panel.findChild(QLabel, "run-training").text()
    assert training == "Adam 0.9 / 0.999, learning rate 0.01, epochs 2, batch size 5, seed 0"
    assert panel.findChild(QLabel, "run-data").text() == "noise, 20 training and 10 test images"


def test_a_click_below_the_runs_keeps_the_selection(panel: RunsPanel) -> None:
    table = panel.list.table
    below = table.viewport().rect().bottomLeft() + QPoint(20, -3)
    assert not table.indexAt(below).isValid()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert selected(panel) == ["third"]


def test_an_empty_list(opened, tmp_path: Path, qtbot) -> None:
    store = RunStore(tmp_path / "empty")
    panel = opened(store)
    words = panel.findChild(QLabel, "runs-empty")
    assert words.isVisible()
    assert words.text().startswith("Every training is kept here")
    keep(store, "the first one", Status.FINISHED)
    panel.refresh()
    rest(panel, qtbot)
    assert not words.isVisible()
    assert names(panel) == ["the first one"]


def test_columns_grow_with_the_zoom(panel: RunsPanel, theme: Theme) -> None:
    header = panel.list.table.horizontalHeader()
    panel.resize(3000, 800)
    before = [header.sectionSize(column) for column in (Column.STARTED, Column.STATUS)]
    theme.set_scale(2.0)
    assert [header.sectionSize(column) for column in (Column.STARTED, Column.STATUS)] == [2 * each for each in before]
    theme.set_scale(1.0)
    assert [header.sectionSize(column) for column in (Column.STARTED, Column.STATUS)] == before


def test_order_widths_and_columns_are_remembered(panel: RunsPanel, opened, store: RunStore, settings: Settings) -> None:
    header = panel.list.table.horizontalHeader()
    point = QPoint(header.sectionViewportPosition(Column.NAME) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert names(panel) == ["first", "second", "third"]
    header.resizeSection(Column.STATUS, 111)
    next(each for each in columns(panel) if each.text() == "Started").setChecked(False)
    QApplication.processEvents()
    assert panel.list.table.isColumnHidden(Column.STARTED)
    again = opened(store)
    assert names(again) == ["first", "second", "third"]
    assert again.list.table.horizontalHeader().sectionSize(Column.STATUS) == 111
    assert again.list.table.isColumnHidden(Column.STARTED)
    assert [each.text() for each in columns(again) if not each.isChecked()] == ["Started"]
    # So are those that Qt itself has stored in earlier versions, damaged or not: it crashes on some of them.
    state = bytes(QHeaderView.saveState(again.list.table.horizontalHeader()).data())
    damaged = [state[:at] + b"\x7f\xff\xff\xff" + state[at + 4 :] for at in range(0, len(state), 4)]
    for value in (
        *(QByteArray(each) for each in (state, *damaged)),
        "2 1 " + " ".join(f"{column} 9999999" for column in Column),
        "2 7 " + " ".join(f"{column} 90" for column in Column),
        "99 1 " + " ".join(f"{column} 90" for column in Column),
        "2 1 " + " ".join("3 90" for _ in Column),
        "2 1 0 90",
        "2 1 " + " ".join(f"{column} -90" for column in Column),
        "2 " + "9" * 5_000,
    ):
        settings.keep("runs/columns", value)
        assert names(opened(store)) == ["third", "second", "first"]
    # Invalid settings are ignored.
    for key in ("runs/columns", "runs/above", "runs/beside"):
        settings.keep(key, QByteArray(b"nonsense"))
    settings.keep("runs/hidden", "name,whatever,,begun")
    last = opened(store)
    assert names(last) == ["third", "second", "first"]
    assert not last.list.table.isColumnHidden(Column.NAME)
    assert last.list.table.isColumnHidden(Column.STARTED)


def test_columns_and_layout_fit_the_window(panel: RunsPanel) -> None:
    table = panel.list.table

    def hidden() -> set[Column]:
        return {column for column in Column if table.isColumnHidden(column)}

    assert hidden() == {Column.DATA, Column.DURATION} or hidden() == {Column.DATA, Column.DURATION, Column.NETWORK}
    assert table.horizontalScrollBar().maximum() == 0
    panel.resize(1_000, 560)
    QApplication.processEvents()
    assert hidden() == set()
    panel.resize(500, 560)
    QApplication.processEvents()
    assert not hidden() & {Column.SHOWN, Column.NAME, Column.ACCURACY, Column.STATUS}
    assert any("(no room)" in action.text() for action in columns(panel))

    panel.resize(690, 560)
    QApplication.processEvents()

    def beside() -> bool:
        """Whether the details are beside the list."""
        return panel.details.mapTo(panel, QPoint()).x() > panel.list.mapTo(panel, QPoint()).x() + 400

    assert not beside()
    panel.resize(1_400, 700)
    QApplication.processEvents()
    assert beside()
    assert panel.list.width() > panel.details.width() > 400
    panel.resize(690, 560)
    QApplication.processEvents()
    assert not beside()


def test_the_filter(panel: RunsPanel) -> None:
    panel.list.table.setFocus()
    press(Key.Key_F, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "adam")
    assert names(panel) == ["third"]
    QTest.keyClicks(panel.list.search, " rubbish")
    assert names(panel) == []
    assert panel.findChild(QLabel, "runs-nothing-found").text() == "No run contains “adam rubbish”."
    assert panel.list.table.current is None
    assert not panel.run_actions.use.isEnabled()
    press(Key.Key_Escape)
    assert names(panel) == ["third", "second", "first"]
    assert len(selected(panel)) == 1


# Refreshing


def test_a_refresh_keeps_selection_editor_and_scroll_position(
    panel: RunsPanel, store: RunStore, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = panel.list.table
    select(panel, "first")
    press(Key.Key_F2)
    editor = table.findChild(QLineEdit, "run-name-edit")
    editor.setText("half a na")
    table.verticalScrollBar().setValue(1)
    before = table.verticalScrollBar().value()
    keep(store, "fourth", Status.FINISHED)
    store.annotate(run_called(panel, "first").id, "from elsewhere")
    panel.refresh()
    rest(panel, qtbot)
    assert names(panel) == ["fourth", "third", "second", "first"]
    assert editor.isVisible()
    assert editor.text() == "half a na"
    assert selected(panel) == ["first"]
    assert table.verticalScrollBar().value() == before
    assert panel.details.note.toPlainText() == "from elsewhere"
    QTest.keyClicks(editor, "me")
    press(Key.Key_Return)
    rest(panel, qtbot)
    assert store.run(run_called(panel, "half a name").id).name == "half a name"


def test_a_run_is_refreshed_while_it_is_trained(panel: RunsPanel, store: RunStore, qtbot) -> None:
    recorder, _ = begin(store, "growing", until=3)
    with recorder:
        recorder.flush()
        panel.refresh_run(recorder.run.id)
        rest(panel, qtbot)
        assert names(panel)[0] == "growing"
        assert selected(panel) == ["third"]
        index = panel.list.table.model().index(0, Column.EPOCHS)
        assert index.data() == "0.75 / 2"
        assert index.siblingAtColumn(Column.STATUS).data() == "in training"
        select(panel, "growing")
        assert not panel.run_actions.delete.isEnabled()
    panel.refresh_run(recorder.run.id)
    rest(panel, qtbot)
    assert index.siblingAtColumn(Column.STATUS).data() == "interrupted"


def test_changes_during_a_refresh_are_kept(
    panel: RunsPanel, store: RunStore, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, go = store.runs, threading.Event()

    def slow() -> list[Run]:
        found = read()
        go.wait(10)
        return found

    monkeypatch.setattr(store, "runs", slow)
    panel.refresh()
    select(panel, "second")
    panel.run_actions.delete.trigger()
    panel.model.renamed.emit(run_called(panel, "first").id, "renamed")
    with qtbot.waitSignal(panel.listed):
        go.set()
    rest(panel, qtbot)
    assert names(panel) == ["third", "renamed"]


def test_a_refresh_during_a_refresh_reads_again(
    panel: RunsPanel, store: RunStore, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, read = threading.Event(), []
    original = store.runs

    def slow() -> list[Run]:
        found = original()
        read.append(len(found))
        go.wait(10)
        return found

    monkeypatch.setattr(store, "runs", slow)
    panel.refresh()
    qtbot.waitUntil(lambda: read == [3])
    keep(store, "fourth", Status.FINISHED)
    panel.refresh()
    panel.refresh()
    go.set()
    qtbot.waitUntil(lambda: names(panel) == ["fourth", "third", "second", "first"])
    rest(panel, qtbot)
    assert read == [3, 4]


# In the plots


def test_runs_are_shown_by_mouse_and_by_key(panel: RunsPanel) -> None:
    emitted: list[list[tuple[str, str]]] = []
    panel.shown_changed.connect(lambda shown: emitted.append([(each.run.name, each.colour) for each in shown]))
    click(panel, "second", Column.SHOWN)
    assert emitted == [[("second", "run-1")]]
    assert not panel.details.comparison.table.isVisible()
    select(panel, "third", "second")
    press(Key.Key_Space)
    assert emitted[-1] == [("second", "run-1"), ("third", "run-2")]
    press(Key.Key_Space)
    assert emitted[-1] == []
    click(panel, "first", Column.NAME)
    assert emitted[-1] == []
    assert panel.model.shown == []


def test_shown_runs_are_compared(panel: RunsPanel, store: RunStore, qtbot) -> None:
    panel.details.pages.choose(COMPARISON)
    page = panel.findChild(QStackedWidget, "runs-comparison")
    assert page.currentIndex() == 0
    panel.model.show_run(run_called(panel, "first").id)
    panel.model.show_run(run_called(panel, "second").id)
    table = panel.findChild(QTableWidget, "runs-comparison-table")
    assert page.currentIndex() == 1

    def rows() -> dict[str, list[str]]:
        columns = range(table.columnCount())
        return {
            table.verticalHeaderItem(row).text(): [table.item(row, column).text() for column in columns]
            for row in range(table.rowCount())
        }

    accuracies = ["60.00 %", "55.00 %"]
    found = rows()
    gaps = found.pop("Loss gap")
    assert found == {"Run": ["first", "second"], "Learning rate": ["0.1", "0.05"], "Test accuracy": accuracies}
    last = [run_called(panel, name).evaluation for name in ("first", "second")]
    assert [float(gap) for gap in gaps] == pytest.approx([each.test_loss - each.train_loss for each in last], rel=0.1)
    assert table.item(2, 0).font().bold()
    panel.model.renamed.emit(run_called(panel, "first").id, "faster")
    rest(panel, qtbot)
    assert table.item(0, 0).text() == "faster"
    panel.model.show_run(run_called(panel, "third").id)
    assert list(rows()) == ["Run", "Optimiser", "Learning rate", "Test accuracy", "Loss gap"]
    for name in ("second", "third"):
        panel.model.show_run(run_called(panel, name).id, False)
    assert page.currentIndex() == 0
    again = keep(store, "faster again", Status.FINISHED)
    panel.refresh_run(again.id)
    rest(panel, qtbot)
    panel.model.show_run(again.id)
    assert list(rows()) == ["Run", "Settings", "Test accuracy", "Loss gap"]
    assert rows()["Settings"] == ["the same"] * 2


def test_no_word_of_the_comparison_is_cut_off(panel: RunsPanel, store: RunStore, qtbot) -> None:
    panel.details.pages.choose(COMPARISON)
    name = "784-50-100-10 ReLU · batch normalisation · dropout 0.3 · Adam · lr 0.001 · seed 3"
    panel.model.renamed.emit(run_called(panel, "first").id, name)
    rest(panel, qtbot)
    for run in panel.model.runs:
        panel.model.show_run(run.id)
    table = panel.findChild(QTableWidget, "runs-comparison-table")
    for width in (690, 1_230, 1_500):
        panel.resize(width, 600)
        QApplication.processEvents()
        for column in range(table.columnCount()):
            for row in range(table.rowCount()):
                room = table.visualItemRect(table.item(row, column)).adjusted(11, 0, -11, 0)
                words = table.item(row, column).text()
                needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
                assert needed.height() <= room.height()
                assert needed.width() <= room.width()
        # Three runs have room side by side.
        assert table.horizontalScrollBar().maximum() == 0


def test_the_details_have_the_colour_of_the_run(panel: RunsPanel) -> None:
    swatch = panel.findChild(QFrame, "run-swatch")
    select(panel, "second")
    assert not swatch.isVisible()
    panel.model.show_run(run_called(panel, "second").id)
    assert swatch.isVisible()
    assert swatch.property("swatch") == "run-1"
    select(panel, "third")
    assert not swatch.isVisible()
    panel.model.watch(run_called(panel, "third").id)
    assert swatch.property("swatch") == "run-2"


def test_more_than_ten_are_refused_with_a_message(panel: RunsPanel, store: RunStore, qtbot) -> None:
    (path,) = [store.folder.parent / "one.zip"]
    store.export(run_called(panel, "first").id, path)
    for _ in range(8):
        store.import_(path)
    panel.refresh()
    rest(panel, qtbot)
    panel.list.table.setFocus()
    panel.list.table.selectAll()
    press(Key.Key_Space)
    assert len(panel.model.shown) == 10
    assert panel.message_bar.text == "At most 10 runs can be in the plots at once: hide one first."


def test_no_older_name_is_delivered_after_a_newer_one(store: RunStore, qtbot) -> None:
    run = keep(store, "old", Status.FINISHED)
    owner = QObject()
    runs = AsyncRunStore(store, owner)
    names: list[str] = []
    runs.changed.connect(lambda entries: names.extend(entry.run.name for entry in entries))
    runs.listed.connect(lambda entries: names.extend(entry.run.name for entry in entries if entry.run.id == run.id))
    runs.refresh_run(run.id)
    runs.refresh()
    runs.rename(run.id, "new")
    qtbot.waitUntil(lambda: not runs.busy)
    assert set(names) == {"new"}


def test_runs_that_cannot_be_read_are_counted_and_can_be_deleted(
    opened: Callable[[RunStore], RunsPanel], store: RunStore, qtbot
) -> None:
    bad = store.runs()[0]
    (store.folder / bad.id / "run.json").write_text("damaged")
    with closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as db:
        db.execute("UPDATE runs SET config = '[]' WHERE id = ?", (bad.id,))
    panel = opened(store)
    rest(panel, qtbot)
    assert bad.id not in {run.id for run in panel.model.runs}
    assert panel.unreadable_bar.text == (
        "1 run cannot be read, and is not shown: damaged, or of a newer version of Digit Lab."
    )
    panel.findChild(QWidget, "delete-unreadable").click()
    rest(panel, qtbot)
    assert panel.unreadable_bar.text == ""
    assert panel.message_bar.text == "Deleted 1 run."
    assert RunStore(store.folder).notice == ""


def test_a_run_that_cannot_be_described_hides_no_other_and_can_be_deleted(
    opened: Callable[[RunStore], RunsPanel], store: RunStore, qtbot, monkeypatch, caplog
) -> None:
    def training(config: TrainConfig) -> str:
        if config.optimizer == "adam":
            raise OverflowError("as numbers that a later version has do")
        return ""

    monkeypatch.setattr("gui.training.runs.settings_text.training", training)
    panel = opened(store)
    assert names(panel) == ["second", "first"]
    assert panel.unreadable_bar.text.startswith("1 run cannot be read, and is not shown")
    assert "OverflowError" in caplog.text
    panel.findChild(QWidget, "delete-unreadable").click()
    rest(panel, qtbot)
    assert panel.message_bar.text == "Deleted 1 run."
    assert {run.name for run in store.runs()} == {"first", "second"}


def test_no_line_of_a_note_is_so_long_that_the_window_freezes(panel: RunsPanel, store: RunStore, qtbot) -> None:
    """In one line, Hebrew and Latin letters in turn take the square of their number."""
    letters, note = "\u05d0a" * 20_000, panel.details.note
    run = run_called(panel, "first")
    store.annotate(run.id, letters)
    panel.refresh()
    rest(panel, qtbot)
    select(panel, "first")

    def longest() -> int:
        return max(map(len, note.toPlainText().split("\n")))

    assert (longest(), note.toPlainText().replace("\n", "")) == (2_000, letters)
    select(panel, "second")
    QApplication.clipboard().setText(letters)
    note.paste()
    assert (longest(), note.toPlainText().replace("\n", "")) == (2_000, letters)
    # Nor does a line grow by many pastes.
    QApplication.clipboard().setText("\u05d0a" * 700)
    for _ in range(5):
        note.moveCursor(QTextCursor.MoveOperation.Start)
        note.paste()
        note.paste()
    assert longest() <= 2_001
    note.save()
    rest(panel, qtbot)


def test_a_long_line_is_broken_when_it_is_stored_and_stays_while_it_is_typed(
    panel: RunsPanel, store: RunStore, qtbot
) -> None:
    note = panel.details.note
    select(panel, "second")
    note.setPlainText("b" * 3_000)
    note.moveCursor(QTextCursor.MoveOperation.End)
    note.save()
    panel.refresh()
    rest(panel, qtbot)
    assert note.toPlainText() == "b" * 3_000
    assert note.textCursor().position() == 3_000
    stored = store.run(run_called(panel, "second").id).note
    assert stored == "b" * 2_000 + "\n" + "b" * 1_000
    select(panel, "first")
    select(panel, "second")
    assert note.toPlainText() == stored


def test_pasting_an_image_leaves_a_selected_note(panel: RunsPanel, qtbot) -> None:
    note = panel.details.note
    select(panel, "second")
    note.setPlainText("what I typed")
    note.selectAll()
    image = QImage(2, 2, QImage.Format.Format_Grayscale8)
    image.fill(0)
    QApplication.clipboard().setImage(image)
    note.paste()
    assert note.toPlainText() == "what I typed"
    QApplication.clipboard().clear()
    note.save()
    rest(panel, qtbot)


def test_a_lack_of_memory_makes_no_run_unreadable(
    panel: RunsPanel, store: RunStore, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(run: Run) -> None:
        raise MemoryError

    monkeypatch.setattr(Entry, "of", fail)
    panel.refresh()
    rest(panel, qtbot)
    assert names(panel) == ["third", "second", "first"]
    assert panel.unreadable_bar.text == ""
