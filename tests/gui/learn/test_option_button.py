"""The text of an option is wrapped, and never clipped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from gui.learn.lesson_text import Task
from gui.learn.option_button import OptionButton
from gui.learn.task_list import TaskView
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


@pytest.mark.parametrize(("width", "rows"), [(110, 4), (400, 1)])
def test_options_are_beside_each_other_where_there_is_room(qtbot, theme, width: int, rows: int) -> None:
    options = ("0", "-1", "nan", "an overflow")
    task = TaskView(Task("name", "Which?", "hint", options, answer=3, explanation="so"), 1)
    qtbot.addWidget(task)
    task.resize(width, 400)
    with qtbot.waitExposed(task):
        task.show()
    buttons = [task.findChild(OptionButton, f"task-name-option-{i}") for i in range(len(options))]
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == rows)
    texts = [button.findChild(QLabel) for button in buttons]
    for done in (False, True):
        task.show_done(done)
        qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == rows)
        qtbot.waitUntil(lambda: all(text.height() >= text.heightForWidth(text.width()) for text in texts))
        qtbot.waitUntil(lambda: all(text.width() >= text.minimumSizeHint().width() for text in texts))
