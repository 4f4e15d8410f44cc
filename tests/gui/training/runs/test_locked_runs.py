"""Another program holds the database of runs: nothing waits long for it, and what was typed is not lost."""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shown_window import show_window, window_of

from engine.data.dataset import Dataset
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder, default_weights
from engine.runs import DataFacts, RunStore
from engine.train.trainer import TrainConfig, Trainer
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme
from gui.training.runs.async_run_store import AsyncRunStore
from gui.training.runs.columns import Column
from gui.training.runs.opening import RunsOpener, open_runs
from gui.training.runs.runs_panel import RunsPanel

DIGITS = Dataset(np.zeros((10, 28, 28), np.uint8), np.arange(10).astype(np.uint8), "blank")


@contextlib.contextmanager
def locked(folder: Path, name: str = "runs.db") -> Iterator[None]:
    with contextlib.closing(sqlite3.connect(folder / name, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def make_run(folder: Path) -> str:
    store = RunStore(folder)
    trainer = Trainer(NetworkSpec.mlp((2,), "relu"), TrainConfig(iterations=1), DIGITS)
    with store.start(trainer, DataFacts.of("starter", DIGITS), "mine") as recorder:
        for event in trainer.run():
            recorder.record(event, trainer)
    return recorder.run.id


def test_a_name_and_a_note_that_are_refused_stay_and_are_tried_again(
    qtbot, tmp_path: Path, settings: Settings, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.training.runs.async_run_store._AGAIN_MS", 50)
    run_id = make_run(tmp_path / "runs")
    store = RunStore(tmp_path / "runs", timeout=0.02)
    panel = RunsPanel(store, settings, theme)
    problems: list[str] = []
    panel.problem.connect(problems.append)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.list.table.current is not None)
    note = panel.findChild(QPlainTextEdit, "run-note")
    with locked(tmp_path / "runs"):
        note.setPlainText("what I typed")
        panel.details.note.save()
        panel.model.setData(panel.model.index(0, Column.NAME), "another name")
        qtbot.waitUntil(lambda: len(problems) == 2)
        panel.refresh()
        qtbot.waitUntil(lambda: not panel.busy)
        assert note.toPlainText() == "what I typed"
        assert [run.name for run in panel.model.runs] == ["another name"]
        assert store.run(run_id).note == ""
    qtbot.waitUntil(lambda: (store.run(run_id).name, store.run(run_id).note) == ("another name", "what I typed"))
    qtbot.waitUntil(lambda: not panel.busy)
    # Once is enough.
    assert len(problems) == 2
    assert all("kept" in each for each in problems)


def test_what_is_not_stored_yet_is_tried_once_more_when_the_program_quits(qtbot, tmp_path: Path) -> None:
    """Each of them, also where another one fails."""
    gone, run_id = make_run(tmp_path / "runs"), make_run(tmp_path / "runs")
    store = RunStore(tmp_path / "runs", timeout=0.02)
    parent = QObject()
    runs = AsyncRunStore(store, parent)
    with locked(tmp_path / "runs"):
        for each in (gone, run_id):
            with qtbot.waitSignal(runs.failed):
                runs.annotate(each, "what I typed")
    qtbot.waitUntil(lambda: not runs.busy)
    assert store.run(run_id).note == ""
    store.delete(gone)
    store.purge(0)
    QCoreApplication.instance().aboutToQuit.emit()
    assert store.run(run_id).note == "what I typed"


@pytest.fixture
def window(qtbot, settings: Settings, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """It shows the runs, of which there is one."""
    monkeypatch.setattr(open_runs, "__defaults__", (0.02,))
    make_run(data_folder() / "runs")
    made = window_of(qtbot, settings, theme, default_weights())
    show_window(made, qtbot)
    made.show_train_tab()
    pages = made.train_tab.pages
    qtbot.waitUntil(lambda: pages.runs is not None and pages.runs.list.table.current is not None)
    pages.open(pages.runs)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def type_note(window: MainWindow, text: str) -> QPlainTextEdit:
    note = window.findChild(QPlainTextEdit, "run-note")
    note.setFocus()
    note.selectAll()
    QTest.keyClicks(note, text)
    return note


def type_name(window: MainWindow, text: str) -> None:
    window.train_tab.pages.runs.list.table.rename()
    QTest.keyClicks(window.findChild(QLineEdit, "run-name-edit"), text)


def stored() -> tuple[str, str]:
    run = RunStore(data_folder() / "runs").runs()[0]
    return run.name, run.note


def test_what_is_being_typed_is_stored_when_the_window_is_closed(window: MainWindow, qtbot) -> None:
    note = type_note(window, "what I typed")
    window.close()
    # Also what is typed while the window waits for what runs in the background.
    type_name(window, "another name")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert note.toPlainText() == "what I typed"
    assert stored() == ("another name", "what I typed")


def closes(window: MainWindow, qtbot) -> bool:
    """Close it; whether it is closed then, and does not say that it stays open."""
    window.notice.show_message("")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible() or "stays open" in window.notice.text)
    return not window.isVisible()


@pytest.mark.parametrize("column", ["note", "name"])
def test_the_window_stays_open_while_something_typed_cannot_be_stored(window: MainWindow, qtbot, column: str) -> None:
    (type_note if column == "note" else type_name)(window, "what I typed")
    with locked(data_folder() / "runs"):
        # While it is in its field, and again when something else could not be stored.
        assert not closes(window, qtbot)
        (type_name if column == "note" else type_note)(window, "more")
        window.weights_bar.list.setFocus()
        qtbot.waitUntil(lambda: not window.busy)
        assert not closes(window, qtbot)
    assert closes(window, qtbot)
    assert stored() == (("more", "what I typed") if column == "note" else ("what I typed", "more"))


def test_the_window_is_closed_the_second_time(window: MainWindow, qtbot) -> None:
    type_note(window, "what I typed")
    with locked(data_folder() / "runs"):
        assert not closes(window, qtbot)
        assert closes(window, qtbot)


def test_the_window_does_not_wait_long_for_the_list() -> None:
    """Without it the trainings are not stored, and a sentence says so."""
    make_run(data_folder() / "runs")
    with locked(data_folder() / "runs"):
        start = time.monotonic()
        store, problem = open_runs(timeout=0.1)
        assert time.monotonic() - start < 1.0
    assert store is None
    assert "Another window of Digit Lab is busy" in problem


def test_while_another_program_is_busy_the_list_is_opened_again_and_again(
    qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.training.runs.opening._AGAIN_MS", 10)
    monkeypatch.setattr(open_runs, "__defaults__", (0.02,))
    run_id = make_run(data_folder() / "runs")
    parent = QObject()
    opener, problems, refused, opened = RunsOpener(parent), list[str](), list[bool](), list[RunStore]()
    opener.problem.connect(problems.append)
    opener.refused.connect(lambda: refused.append(True))
    opener.opened.connect(opened.append)
    with locked(data_folder() / "runs"):
        opener.open()
        qtbot.waitUntil(lambda: len(refused) >= 2)
    qtbot.waitUntil(lambda: len(opened) == 1)
    assert [run.id for run in opened[0].runs()] == [run_id]
    assert len(problems) == 1
    qtbot.waitUntil(lambda: not opener.busy)
    opener.open()
    assert not opener.busy


def test_the_list_is_opened_where_the_window_was_to_be_closed_and_stays_open(
    qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.training.runs.opening._AGAIN_MS", 10)
    go_on = threading.Event()

    def slowly() -> tuple[RunStore | None, str]:
        go_on.wait(10)
        return open_runs()

    monkeypatch.setattr("gui.training.runs.opening.open_runs", slowly)
    parent = QObject()
    opener = RunsOpener(parent)
    opener.open()
    opener.shut_down()
    # It still runs, and its result is dropped.
    opener.open()
    with qtbot.waitSignal(opener.opened):
        go_on.set()
    qtbot.waitUntil(lambda: not opener.busy)


def test_the_window_stays_open_once_where_a_change_fails_while_it_closes(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.draw.handwriting.async_drawing_store._TIMEOUT_SECONDS", 0.3)
    kept = window.draw_tab.store
    kept.keep([np.array([[3, 3], [9, 9]], np.float32)], 5, 2.0, None, None, "")
    qtbot.waitUntil(lambda: len(kept.drawings) == 1)
    with locked(data_folder() / "drawings", "drawings.db"):
        kept.relabel([kept.drawings[0].id], 7)
        assert not closes(window, qtbot)
        assert "Another window of Digit Lab is busy with the drawings" in window.notice.text
        assert kept.drawings[0].label == 5
        kept.relabel([kept.drawings[0].id], 7)
        assert closes(window, qtbot)


def test_a_name_of_a_run_that_another_window_has_deleted_is_not_tried_again(window: MainWindow, qtbot) -> None:
    store = RunStore(data_folder() / "runs")
    (run,) = store.runs()
    store.delete(run.id)
    store.purge(0)
    type_name(window, "what I typed")
    window.weights_bar.list.setFocus()
    qtbot.waitUntil(lambda: "deleted for good" in window.notice.text)
    assert "What you typed is kept" not in window.notice.text
    qtbot.waitUntil(lambda: not window.busy)
    assert closes(window, qtbot)


def test_after_an_error_in_the_program_the_list_is_opened_again(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.training.runs.opening._AGAIN_MS", 10)
    errors = [OverflowError("too large"), MemoryError(), OverflowError("too large")]

    def open_store(*arguments: Any) -> RunStore:
        if errors:
            raise errors.pop()
        return RunStore(*arguments)

    monkeypatch.setattr("gui.training.runs.opening.RunStore", open_store)
    parent = QObject()
    opener, problems, refused = RunsOpener(parent), list[str](), list[bool]()
    opener.problem.connect(problems.append)
    opener.refused.connect(lambda: refused.append(True))
    with qtbot.waitSignal(opener.opened):
        opener.open()
    assert problems == ["This could not be done because of an error in the program (too large)."]
    assert len(refused) == 3
    qtbot.waitUntil(lambda: not opener.busy)
