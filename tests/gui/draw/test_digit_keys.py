"""The keys of the digits on keyboards that type other characters with them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget

from gui.draw.digit_keys import DigitKeys, digit_of

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


def key(
    text: str, code: int, modifiers: Qt.KeyboardModifier = NONE, virtual: int = 0, repeated: bool = False
) -> QKeyEvent:
    """A key as Qt reports it before it looks for a shortcut: what it types, and where it is."""
    kind = QEvent.Type.ShortcutOverride
    return QKeyEvent(kind, ord(text.upper()), modifiers, code, virtual, 0, text, repeated)


@pytest.mark.parametrize(
    ("row", "digits"),
    [
        ("&é\"'(-è_çà", [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]),  # French
        ("&é\"'(§è!çà", [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]),  # Belgian
        ("+ěščřžýáíé", [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]),  # Czech
        ("+ľščťžýáíé", [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]),  # Slovak
        ("ąčęėįšųū90", [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]),  # Lithuanian
        ("123456789ö", [1, 2, 3, 4, 5, 6, 7, 8, 9, None]),  # Hungarian
        ("1234567890", [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]),
    ],
)
def test_a_digit_goes_by_what_its_key_types_or_else_by_its_place(row: str, digits: list[int], monkeypatch) -> None:
    with monkeypatch.context() as patch:
        for platform, first in (("linux", 10), ("win32", 2)):
            patch.setattr("sys.platform", platform)
            assert [digit_of(key(text, first + i)) for i, text in enumerate(row)] == digits


def test_macos_reports_places_as_virtual_keys(monkeypatch) -> None:
    places = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)
    with monkeypatch.context() as patch:
        patch.setattr("sys.platform", "darwin")
        found = [digit_of(key(text, 1, virtual=place)) for text, place in zip("&é\"'(§è!çà", places, strict=True)]
        assert found == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
        # The letter A has the code 0.
        assert digit_of(key("q", 1, virtual=0)) is None


def test_the_hungarian_zero_is_left_of_the_one(monkeypatch) -> None:
    assert digit_of(key("0", 49)) == 0


def test_shift_types_the_digits_of_a_french_keyboard_and_none_of_an_american_one() -> None:
    assert digit_of(key("3", 12, SHIFT)) == 3
    assert digit_of(key("#", 12, SHIFT)) is None


def test_the_keypad_types_digits_and_with_control_there_are_none() -> None:
    assert digit_of(key("8", 80, KEYPAD)) == 8
    assert digit_of(key("3", 12, CONTROL)) is None
    assert digit_of(key('"', 12, CONTROL)) is None
    assert digit_of(key("t", 28)) is None


@pytest.fixture
def window(qtbot) -> QWidget:
    """With a text field and a list; ``pressed`` are the digits whose actions were triggered."""
    made = QWidget()
    qtbot.addWidget(made)
    made.pressed = []
    made.digit_actions = [QAction(str(digit), made) for digit in range(10)]
    for digit, action in enumerate(made.digit_actions):
        action.setShortcut(str(digit))
        action.triggered.connect(lambda _=False, digit=digit: made.pressed.append(digit))
        made.addAction(action)
    made.field, made.list = QLineEdit(), QComboBox()
    layout = QVBoxLayout(made)
    for each in (made.field, made.list):
        layout.addWidget(each)
    DigitKeys(made, made.digit_actions)
    return made


def test_a_key_triggers_its_action_once_from_any_widget(window: QWidget) -> None:
    for event in (key("4", 13), key("'", 13), key("4", 13, SHIFT), key("4", 83, KEYPAD)):
        event.ignore()
        QApplication.sendEvent(window.list, event)
        # Accepted: Qt does not look for the shortcut.
        assert event.isAccepted()
    assert window.pressed == [4, 4, 4, 4]


def test_a_text_field_keeps_its_keys(window: QWidget) -> None:
    for event in (key("4", 13), key("'", 13)):
        QApplication.sendEvent(window.field, event)
    assert window.pressed == []


def test_a_held_key_and_a_disabled_action_do_nothing(window: QWidget) -> None:
    QApplication.sendEvent(window.list, key("'", 13, repeated=True))
    window.digit_actions[4].setEnabled(False)
    QApplication.sendEvent(window.list, key("'", 13))
    assert window.pressed == []
