"""The Learn tab in the main window: made when it is wanted, by a key; help, presentation, closing."""

import subprocess
import sys

import numpy as np
import pytest
from opened_lesson import OpenedLesson
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from small_weights import random_weights
from window_shutdown import shut_down_window

from gui.current_network import CurrentNetwork
from gui.learn.learn_tab import LearnTab
from gui.main_window import MainWindow


def made_window(qtbot, settings, theme) -> MainWindow:
    made = MainWindow(CurrentNetwork(random_weights(), None), settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down_window)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def window(qtbot, settings, theme) -> MainWindow:
    return made_window(qtbot, settings, theme)


def learn_tab(window: MainWindow) -> LearnTab | None:
    return window.findChild(LearnTab)


def test_a_key_opens_the_tab_which_is_made_then(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(lambda: window.findChild(QWidget, "train-tab") is not None, timeout=20_000)
    assert learn_tab(window) is None
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.currentIndex() == 2
    qtbot.waitUntil(lambda: learn_tab(window) is not None, timeout=20_000)
    assert learn_tab(window).page.isVisible()
    window.show_draw_tab()
    window.show_learn_tab()
    assert window.learn_tab is learn_tab(window)


def test_the_tab_and_the_lesson_are_opened_again(window: MainWindow, qtbot, settings, theme) -> None:
    window.show_learn_tab()
    name = window.learn_tab.page.name
    shut_down_window(window)
    window.close()
    other = made_window(qtbot, settings, theme)
    assert other.tabs.currentIndex() == 2
    qtbot.waitUntil(lambda: learn_tab(other) is not None, timeout=20_000)
    assert learn_tab(other).page.name == name


def test_help_is_about_the_tab(window: MainWindow, qtbot) -> None:
    window.show_learn_tab()
    window.learn_tab.list.list.setFocus()
    window.actions_.help.trigger()
    shown = window.help.help_window
    assert shown.list.currentItem().text() == "Learn"
    shown.close()


def test_a_lesson_is_presented_and_its_cards_fill_the_window(window: MainWindow, qtbot) -> None:
    window.show_learn_tab()
    opened = OpenedLesson(window.learn_tab, "perceptron_line", qtbot)
    before, figure = opened.lesson.width(), opened.find(QWidget, "lesson-figure")
    QTest.mouseDClick(opened.find(QLabel, "lesson-title"), Qt.MouseButton.LeftButton)
    assert window.maximizer.card is figure
    assert opened.lesson.width() > before
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.maximizer.card is None
    assert opened.lesson.isVisible()
    window.actions_.presentation.trigger()
    opened.settle()
    assert opened.lesson.isVisible()
    window.actions_.presentation.trigger()


def test_keys_in_a_lesson_do_not_change_the_drawing(window: MainWindow, qtbot) -> None:
    model = window.draw_tab.model
    model.show_strokes([np.array([[8, 8], [20, 20]], np.float32)])
    qtbot.waitUntil(lambda: window.draw_tab.store.opened and not window.draw_tab.busy)
    window.show_learn_tab()
    opened = OpenedLesson(window.learn_tab, "perceptron_line", qtbot)
    opened.find(QPushButton, "gate-0").setFocus()
    for key in (Qt.Key.Key_3, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        QTest.keyClick(window.windowHandle(), key)
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not window.draw_tab.busy)
    assert not window.draw_tab.store.drawings
    window.show_draw_tab()
    window.draw_tab.canvas.setFocus()
    with qtbot.waitSignal(window.draw_tab.store.kept):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_3)


def test_the_window_closes_while_a_formula_is_made(window: MainWindow, qtbot) -> None:
    window.show_learn_tab()
    window.learn_tab.open("perceptron_line")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert not window.busy


def test_the_window_closes_while_the_tab_is_loaded(qtbot, settings, theme) -> None:
    settings.keep("window/tab", 2)
    window = made_window(qtbot, settings, theme)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert not window.busy


def test_at_the_start_of_the_window_nothing_of_the_tab_is_imported() -> None:
    code = "import gui.main_window, sys; print([m for m in sys.modules if m.startswith(('gui.learn', 'ziamath'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
