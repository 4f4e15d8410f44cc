"""Weights of a training that could not be stored: another place is asked for until they are saved."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from small_weights import random_weights

from gui.current_network import CurrentNetwork
from gui.settings import Settings
from gui.weights_files import WeightsFiles

Button = QMessageBox.StandardButton


@pytest.mark.parametrize("given_up", [False, True])
def test_another_place_is_asked_for_until_they_are_saved(
    qtbot, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given_up: bool
) -> None:
    weights = random_weights()
    network = CurrentNetwork(weights, None)
    network.use(weights, None, unsaved=True)
    window = QWidget()
    qtbot.addWidget(window)
    files = WeightsFiles(network, settings, window)
    problems: list[str] = []
    files.problem.connect(problems.append)
    asked: list[str] = []
    # A folder that is not there, a dialog that is cancelled, a place where there is room.
    places = [tmp_path / "gone" / "a.npz", None, tmp_path / "b.npz"]

    def ask(parent: QWidget, name: str, fact: str, question: str) -> QMessageBox.StandardButton:
        asked.append(fact)
        return Button.Discard if given_up and len(asked) == 2 else Button.Save

    monkeypatch.setattr("gui.weights_files.ask_whether_to_save", ask)
    monkeypatch.setattr("gui.weights_files.ask_where_to_save", lambda *_: places.pop(0))
    files.save_elsewhere("The disk is full.")
    assert asked == ["The disk is full."] * (2 if given_up else 3)
    assert problems[0].startswith("a.npz cannot be saved")
    # Given up, they are still in memory: closing asks again.
    assert network.unsaved is given_up
    assert (tmp_path / "b.npz").exists() is not given_up
