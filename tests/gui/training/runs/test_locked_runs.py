"""Another program holds the database of runs: nothing waits long for it, and what was typed is not lost."""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QPlainTextEdit

from engine.data.dataset import Dataset
from engine.nn.network_spec import NetworkSpec
from engine.runs import DataFacts, RunStore
from engine.train.trainer import TrainConfig, Trainer
from gui.settings import Settings
from gui.theme import Theme
from gui.training.runs.async_run_store import AsyncRunStore
from gui.training.runs.columns import Column
from gui.training.runs.opening import RunsOpener, open_runs
from gui.training.runs.runs_panel import RunsPanel

DIGITS = Dataset(np.zeros((10, 28, 28), np.uint8), np.arange(10).astype(np.uint8), "blank")


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    with contextlib.closing(sqlite3.connect(folder / "runs.db", isolation_level=None)) as connection:
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


def test_the_window_does_not_wait_long_for_the_list() -> None:
    """Without it the trainings are not stored, and a sentence says so."""
    from engine.paths import data_folder

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
    from engine.paths import data_folder

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
