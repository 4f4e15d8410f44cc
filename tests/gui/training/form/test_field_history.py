"""Undo and redo of the fields of the form."""

from gui.training.form.field_history import FieldHistory


def test_what_is_typed_back_is_no_step() -> None:
    history = FieldHistory({"lr": "0.1", "epochs": "10"})
    history.record({"lr": "0.", "epochs": "10"})
    history.record({"lr": "0.1", "epochs": "10"})
    assert not history.can_undo
    history.record({"lr": "0.2", "epochs": "10"})
    assert history.undo() == {"lr": "0.1"}
    assert history.redo() == {"lr": "0.2"}
