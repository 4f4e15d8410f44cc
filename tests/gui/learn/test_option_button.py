"""The text of an option is wrapped, and never clipped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from gui.learn.option_button import OptionButton
from gui.widgets.cards import column


@pytest.mark.parametrize("width", [120, 200, 600])
def test_the_whole_text_is_seen_and_a_click_on_it_counts(qtbot, theme, width: int) -> None:
    button = OptionButton("option", "Its decision boundary is always a straight line, whatever it learns.")
    short = OptionButton("short", "3")
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.setLayout(column(button, short, None))
    whole.resize(width, 400)
    with qtbot.waitExposed(whole):
        whole.show()
    text = button.findChild(QLabel)
    assert text.height() >= text.heightForWidth(text.width())
    assert button.rect().contains(text.geometry())
    assert short.height() < 2 * short.fontMetrics().height()
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(whole.windowHandle(), Qt.MouseButton.LeftButton, pos=text.mapTo(whole, text.rect().center()))
    button.show_text("✓ yes")
    assert button.accessibleName() == text.text() == "✓ yes"
