"""Keys that a widget handles itself: they trigger no shortcut of the window; the window gets all others."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from gui.widgets.keyboard_navigation import OwnKeys

Key = Qt.Key


class Editor(OwnKeys, QWidget):
    """Handles Delete."""

    def __init__(self, received: list[str]) -> None:
        super().__init__()
        self.received = received
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        return (lambda: self.received.append("widget")) if event.key() == Key.Key_Delete else None


class Window(QMainWindow):
    """Has shortcuts for Delete and Insert, and records all other keys."""

    def __init__(self, received: list[str]) -> None:
        super().__init__()
        self.received = received
        for key in (Key.Key_Delete, Key.Key_Insert):
            action = QAction(self)
            action.setShortcut(key)
            action.triggered.connect(lambda: received.append("shortcut"))
            self.addAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.received.append("window")


@pytest.fixture
def received() -> list[str]:
    return []


@pytest.fixture
def editor(received: list[str]) -> Iterator[Editor]:
    window = Window(received)
    made = Editor(received)
    window.setCentralWidget(made)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    made.setFocus()
    yield made
    window.close()
    window.deleteLater()


def test_the_widget_gets_its_own_keys(editor: Editor, received: list[str]) -> None:
    QTest.keyClick(editor, Key.Key_Delete)
    assert received == ["widget"]


def test_the_window_gets_all_other_keys(editor: Editor, received: list[str]) -> None:
    QTest.keyClick(editor, Key.Key_Insert)
    QTest.keyClick(editor, Key.Key_F5)
    assert received == ["shortcut", "window"]


def test_a_field_inside_gets_its_keys_first(editor: Editor, received: list[str]) -> None:
    editor.field.setText("12")
    editor.field.setFocus()
    editor.field.setCursorPosition(0)
    QTest.keyClick(editor.field, Key.Key_Delete)
    assert (editor.field.text(), received) == ("2", [])


@pytest.mark.parametrize(("key", "accepted"), [(Key.Key_Delete, True), (Key.Key_Insert, False)])
def test_it_accepts_the_shortcut_override_of_its_keys(editor: Editor, key: Qt.Key, accepted: bool) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    editor.event(event)
    assert event.isAccepted() is accepted
    assert editor.received == []
