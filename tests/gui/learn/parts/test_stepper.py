"""Buttons that go through steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gui.learn.parts import stepper as module
from gui.learn.parts.stepper import Stepper
from gui.theme import Theme


@pytest.fixture
def stepper(qtbot, theme: Theme, monkeypatch) -> Stepper:
    monkeypatch.setattr(module, "_PACE", 5)
    stepper = Stepper(theme, "steps", ["one", "two", "three"])
    qtbot.addWidget(stepper)
    stepper.seen = []
    stepper.changed.connect(stepper.seen.append)
    stepper.show()
    stepper.activateWindow()
    QApplication.processEvents()
    return stepper


def click(stepper: Stepper, *names: str) -> None:
    for name in names:
        QTest.mouseClick(stepper.findChild(QPushButton, f"steps-{name}"), Qt.MouseButton.LeftButton)


def text(stepper: Stepper, name: str = "sentence") -> str:
    return stepper.findChild(QLabel, f"steps-{name}").text()


def test_the_buttons_go_through_the_steps(stepper: Stepper) -> None:
    click(stepper, "next", "next", "next", "back", "first")
    assert stepper.seen == [1, 2, 1, 0]
    assert (text(stepper), text(stepper, "count")) == ("one", "1 / 3")


def test_keys_go_to_the_last_step_and_the_focus_is_not_lost(stepper: Stepper) -> None:
    stepper.findChild(QPushButton, "steps-next").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert text(stepper) == "three"
    assert QApplication.focusWidget().objectName() == "steps-back"
    assert not stepper.findChild(QPushButton, "steps-next").isEnabled()


def test_it_plays_to_the_last_step_and_again_from_the_first(stepper: Stepper, qtbot) -> None:
    click(stepper, "play")
    assert stepper.seen == [1]
    assert stepper.playing
    qtbot.waitUntil(lambda: not stepper.playing)
    assert stepper.seen == [1, 2]
    click(stepper, "play")
    assert stepper.seen == [1, 2, 0]
    click(stepper, "play")
    assert not stepper.playing


def test_a_hidden_stepper_does_not_play(stepper: Stepper) -> None:
    click(stepper, "play")
    stepper.hide()
    assert not stepper.playing


def test_code_changes_the_steps_without_a_signal(stepper: Stepper) -> None:
    stepper.go_to(9)
    assert text(stepper) == "three"
    stepper.set_sentences(["alone"])
    assert (text(stepper), stepper.index) == ("alone", 0)
    stepper.set_sentences([])
    click(stepper, "next", "play")
    assert (text(stepper), stepper.index, stepper.seen) == ("", 0, [])
