"""Weights are read on a thread; those of a training that could not be stored are asked for until they are saved."""

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMessageBox, QWidget
from small_weights import random_weights

from engine.nn.layers import AffineSpec, ReLUSpec, SigmoidSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.paths import shipped_weights
from engine.weights import Weights, load_weights, save_weights
from gui.current_network import CurrentNetwork
from gui.file_dialogs import ask_whether_to_save
from gui.settings import Settings
from gui.weights_files import WeightsFiles

Button = QMessageBox.StandardButton


@pytest.fixture
def network(qapp) -> CurrentNetwork:
    return CurrentNetwork(random_weights(), None)


@pytest.fixture
def files(qtbot, settings: Settings, network: CurrentNetwork) -> WeightsFiles:
    window = QWidget()
    made = WeightsFiles(network, settings, window)
    qtbot.addWidget(window, before_close_func=lambda _: qtbot.waitUntil(lambda: not made.busy))
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Only after it is set, files are read."""
    event = threading.Event()

    def load(file: Path) -> Weights:
        if file not in shipped_weights():
            assert event.wait(10)
        return load_weights(file)

    monkeypatch.setattr("gui.weights_files.load_weights", load)
    yield event
    event.set()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save_weights(tmp_path / "a.npz", random_weights())
    return tmp_path / "a.npz"


def test_what_is_chosen_last_is_used(
    files: WeightsFiles, network: CurrentNetwork, qtbot, read: threading.Event, file: Path
) -> None:
    files.use_file(file)
    assert files.busy
    shipped = shipped_weights()[0]
    files.use_file(shipped)
    read.set()
    qtbot.waitUntil(lambda: not files.busy)
    assert network.path == shipped


def test_weights_do_not_replace_those_in_training(
    files: WeightsFiles, network: CurrentNetwork, qtbot, read: threading.Event, file: Path
) -> None:
    files.use_file(file)
    with qtbot.waitSignal(files.problem, check_params_cb=lambda text: "“a.npz” was not opened: a network is" in text):
        network.lock(True)
    # Nor the trained ones, where reading takes longer than the training.
    network.lock(False)
    read.set()
    qtbot.waitUntil(lambda: not files.busy)
    assert network.path is None


def test_the_weights_of_a_run_do_not_replace_those_in_training(
    files: WeightsFiles, network: CurrentNetwork, qtbot
) -> None:
    before = network.weights
    network.lock(True)
    with qtbot.waitSignal(files.problem, check_params_cb=lambda text: "“run 1” was not opened: a network is" in text):
        files.use_run(random_weights(1), "run 1")
    assert network.weights is before


def _use(files: WeightsFiles, network: CurrentNetwork) -> None:
    network.use(random_weights(1), None)


def _use_a_run(files: WeightsFiles, network: CurrentNetwork) -> None:
    files.use_run(random_weights(1), "run 1")


def _view(files: WeightsFiles, network: CurrentNetwork) -> None:
    network.view(random_weights(1), "epoch 1")


@pytest.mark.parametrize("choose", [_use, _use_a_run, _view])
def test_another_network_that_is_chosen_while_a_file_is_read_stays(
    files: WeightsFiles,
    network: CurrentNetwork,
    qtbot,
    read: threading.Event,
    file: Path,
    choose: Callable[[WeightsFiles, CurrentNetwork], None],
) -> None:
    files.use_file(file)
    choose(files, network)
    chosen = network.shown
    read.set()
    qtbot.waitUntil(lambda: not files.busy)
    assert network.shown is chosen
    # When the window stays open, it is not read again.
    files.go_on()
    assert not files.busy


def test_another_activation_is_no_choice_of_another_network(
    files: WeightsFiles, network: CurrentNetwork, qtbot, read: threading.Event, file: Path
) -> None:
    network.use(random_weights().with_activation("relu", "assumed", "Assumed."), None)
    files.use_file(file)
    files.choose_activation("sigmoid")
    read.set()
    qtbot.waitUntil(lambda: network.path == file)


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


def test_the_name_that_is_proposed_can_be_that_of_a_file(
    files: WeightsFiles, network: CurrentNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The title of a network with many layers is longer, and one of several activations has a slash."""
    proposed: list[str] = []
    monkeypatch.setattr("gui.weights_files.ask_where_to_save", lambda *arguments: proposed.append(arguments[3]))
    layers = (AffineSpec(10), ReLUSpec(), AffineSpec(10), SigmoidSpec()) * 40
    long, short = NetworkSpec((*layers, AffineSpec(10)), (784,)), NetworkSpec((*layers[:4], AffineSpec(10)), (784,))
    for spec in (long, short):
        network.use(Weights(spec, Network(spec).params), None)
        files.save()
    assert re.fullmatch(r"784(-10?)+", proposed[0])
    assert len(proposed[0]) == 80
    assert proposed[1] == "784-10-10-10-ReLU-Sigmoid"


def test_a_question_is_gone_once_it_is_answered(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each one stayed in memory until the window was closed."""
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Discard)
    assert ask_whether_to_save(parent, "question", "A fact.", "A question?") == QMessageBox.StandardButton.Discard
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert parent.findChildren(QMessageBox) == []
