"""Undo and redo of the settings in one order."""

import pytest

from gui.training.undo_history import UndoHistory


@pytest.fixture
def history() -> UndoHistory:
    made = UndoHistory()
    made.begin({"lr": "0.1", "epochs": "10"})
    return made


def restored(history: UndoHistory) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    history.restored.connect(found.append)
    return found


def test_what_is_typed_back_is_no_step(history: UndoHistory) -> None:
    found = restored(history)
    history.record({"lr": "0.", "epochs": "10"})
    history.record({"lr": "0.1", "epochs": "10"})
    assert not history.can_undo
    history.record({"lr": "0.2", "epochs": "10"})
    history.undo()
    history.redo()
    history.redo()
    assert found == [{"lr": "0.1"}, {"lr": "0.2"}]


def test_changes_together_are_one_step(history: UndoHistory) -> None:
    found = restored(history)
    history.record({"lr": "0.2"})
    with history.one_step():
        history.record({"lr": "0.3"})
        history.record({"epochs": "20"})
    history.record({"epochs": "30"})
    for _ in range(4):
        history.undo()
    assert found == [{"epochs": "20"}, {"lr": "0.2", "epochs": "10"}, {"lr": "0.1"}]


def test_nothing_is_recorded_while_values_are_restored(history: UndoHistory) -> None:
    history.restored.connect(lambda changed: history.record({"epochs": "99"}))
    history.record({"lr": "0.2"})
    history.undo()
    assert not history.can_undo
    assert history.can_redo
