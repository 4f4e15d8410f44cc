"""Weights whose file does not say their activation: the window measures it, and the user can choose another."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton
from shown_window import show_window, window_of

from engine.paths import SHIPPED_FOLDER, default_weights
from engine.weights import Weights, load_weights
from gui.app import first_weights
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme


def opened(qtbot, settings: Settings, theme: Theme, file: Path) -> MainWindow:
    made = window_of(qtbot, settings, theme, file)
    show_window(made, qtbot)
    return made


@pytest.fixture
def window(qtbot, settings: Settings, theme: Theme) -> MainWindow:
    return opened(qtbot, settings, theme, default_weights())


@pytest.fixture
def relu(tmp_path: Path) -> Path:
    """A trained ReLU network, arrays alone."""
    np.savez(tmp_path / "relu.npz", **load_weights(SHIPPED_FOLDER / "two-layer.safetensors").params)
    return tmp_path / "relu.npz"


def choice(window: MainWindow) -> QComboBox:
    return window.findChild(QComboBox, "weights-activation")


def test_it_is_measured_and_can_be_chosen_and_is_saved(window: MainWindow, qtbot, relu: Path, tmp_path: Path) -> None:
    assert not choice(window).isVisible()
    window.weights_files.use_file(relu)
    qtbot.waitUntil(lambda: window.network.weights.activation_from == "measured", timeout=20_000)
    assert choice(window).currentText() == "ReLU (measured)"
    assert choice(window).isVisible()
    assert "ReLU fits best" in choice(window).toolTip()
    assert "ReLU fits best" in window.statusBar().currentMessage()
    assert window.network.recognizer.spec == window.network.weights.spec

    choice(window).setCurrentIndex(choice(window).findText("Tanh"))
    choice(window).activated.emit(choice(window).currentIndex())
    assert window.network.weights.activation == window.network.recognizer.spec.layers[1].kind == "tanh"
    assert not window.network.unsaved
    assert "Tanh was chosen" in window.statusBar().currentMessage()

    window.network.save(tmp_path / "saved.npz")
    assert load_weights(tmp_path / "saved.npz").activation == "tanh"
    assert not choice(window).isVisible()


def test_what_was_chosen_is_used_the_next_time(qtbot, window: MainWindow, settings: Settings, relu: Path) -> None:
    window.weights_files.use_file(relu)
    qtbot.waitUntil(lambda: window.network.path == relu, timeout=20_000)
    window.weights_files.choose_activation("tanh")
    qtbot.waitUntil(lambda: not window.busy)
    window.close()
    weights, file, problem = first_weights(None, settings)
    assert (weights.activation, weights.activation_from, file, problem) == ("tanh", "chosen", relu, "")


def test_a_second_network_to_compare_with_is_measured(
    window: MainWindow, qtbot, relu: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.draw_tab.pages.compare.make()
    used: list[Weights | None] = []
    monkeypatch.setattr(page, "use", used.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(relu), ""))
    page.findChild(QPushButton, "compare-file").click()
    qtbot.waitUntil(lambda: bool(used), timeout=20_000)
    assert used[0] is not None
    assert (used[0].activation, used[0].activation_from) == ("relu", "measured")
    assert page.list.currentText() == "relu"


def test_weights_of_the_start_are_measured_once_the_window_is_shown(
    qtbot, settings: Settings, theme: Theme, relu: Path
) -> None:
    made = opened(qtbot, settings, theme, relu)
    qtbot.waitUntil(lambda: made.network.weights.activation_from == "measured", timeout=20_000)
    assert made.network.weights.activation == "relu"
