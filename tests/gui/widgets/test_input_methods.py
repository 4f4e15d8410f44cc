"""With a Korean or Japanese input method on: digit keys work, and names, notes and numbers can be typed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from gui.draw.digit_keys import DigitKeys
from gui.help.help_window import HelpWindow
from gui.learn.parts.number_format import number_in
from gui.theme import Theme
from gui.training.form import number_text
from gui.training.runs.details_card import NoteEditor
from gui.widgets.cards import column

# evdev's code of the key, and 8.
_PLACE_OF_4 = 13


def type_text(field: QWidget, *preedits: str, committed: str) -> None:
    """What an input method sends: the syllable in the making, then the finished one."""
    for each in preedits:
        QApplication.sendEvent(field, QInputMethodEvent(each, []))
    event = QInputMethodEvent()
    event.setCommitString(committed)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize(("key", "text"), [(0x1102, "ㄴ"), (Qt.Key.Key_unknown, "")], ids=["a letter", "no letter"])
def test_a_digit_key_works_by_its_place_where_nothing_is_typed(key: int, text: str, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    window, pressed = QWidget(), []
    qtbot.addWidget(window)
    actions = [QAction(str(digit), window) for digit in range(10)]
    for digit, action in enumerate(actions):
        action.triggered.connect(lambda _=False, digit=digit: pressed.append(digit))
    field, button = QLineEdit(), QPushButton()
    window.setLayout(column(field, button))
    DigitKeys(window, actions)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    for widget, expected in ((button, [4]), (field, [4])):
        widget.setFocus()
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.ShortcutOverride, int(key), none, _PLACE_OF_4, 0, 0, text)
        QApplication.sendEvent(widget, event)
        assert pressed == expected


def test_hangul_and_kana_are_typed_into_notes(qtbot, theme: Theme) -> None:
    note = NoteEditor()
    qtbot.addWidget(note)
    note.setEnabled(True)
    type_text(note, "ㅎ", "하", committed="한")
    type_text(note, "あ", committed="亜かな")
    assert note.toPlainText() == "한亜かな"


def test_the_glossary_is_searched_in_kana(qtbot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = HelpWindow([], theme, parent)
    type_text(window.search, "か", committed="かな")
    assert window.search.text() == "かな"
    assert "かな" in window.text.toPlainText()


@pytest.mark.parametrize("text", ["0.1", "０．１", "０，１", "０.１"], ids=["ascii", "wide", "comma", "mixed"])
def test_a_number_may_be_typed_in_wide_digits(text: str) -> None:
    assert number_in(text) == number_text.number(text, float) == 0.1
    assert number_text.number("１２", int) == 12
