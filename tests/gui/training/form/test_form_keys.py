"""Keys that a widget keeps for itself: the window's shortcuts do not get them, and it gets all others."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from gui.widgets.keyboard_navigation import OwnKeys

Key = Qt.Key


class Keeper(OwnKeys, QWidget):
    """Knows what Delete means."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__()
        self.heard = heard
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        return (lambda: self.heard.append("widget")) if event.key() == Key.Key_Delete else None


class Window(QMainWindow):
    """Has a shortcut for Delete, and one for Insert; tells what else comes to it."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__()
        self.heard = heard
        for key in (Key.Key_Delete, Key.Key_Insert):
            action = QAction(self)
            action.setShortcut(key)
            action.triggered.connect(lambda: heard.append("shortcut"))
            self.addAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append("window")


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def keeper(heard: list[str]) -> Iterator[Keeper]:
    window = Window(heard)
    made = Keeper(heard)
    window.setCentralWidget(made)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    made.setFocus()
    yield made
    window.close()
    window.deleteLater()


def test_a_key_that_means_something_is_the_widgets(keeper: Keeper, heard: list[str]) -> None:
    QTest.keyClick(keeper, Key.Key_Delete)
    assert heard == ["widget"]


def test_any_other_key_is_the_windows(keeper: Keeper, heard: list[str]) -> None:
    QTest.keyClick(keeper, Key.Key_Insert)
    QTest.keyClick(keeper, Key.Key_F5)
    assert heard == ["shortcut", "window"]


def test_what_is_in_it_gets_its_own_keys_first(keeper: Keeper, heard: list[str]) -> None:
    keeper.field.setText("12")
    keeper.field.setFocus()
    keeper.field.setCursorPosition(0)
    QTest.keyClick(keeper.field, Key.Key_Delete)
    assert (keeper.field.text(), heard) == ("2", [])


@pytest.mark.parametrize(("key", "claimed"), [(Key.Key_Delete, True), (Key.Key_Insert, False)])
def test_it_claims_a_key_before_the_shortcuts_are_looked_at(keeper: Keeper, key: Qt.Key, claimed: bool) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    keeper.event(event)
    assert event.isAccepted() is claimed
    assert keeper.heard == []
