"""The bars by keys: a digit is marked, announced and explained; the digit keys are left to the window."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from gui.draw.probability_chart import Comparison, ProbabilityChart

Key = Qt.Key
P = np.array([0.01, 0, 0, 0.9, 0, 0.09, 0, 0, 0, 0], np.float32)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def chart(qtbot, window: QWidget, theme) -> ProbabilityChart:
    """Beside a field that has the focus; the window has a shortcut for 7."""
    made = ProbabilityChart(theme)
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit())
    layout.addWidget(made)
    seven = QAction(window)
    seven.setShortcut("7")
    window.addAction(seven)
    window.resize(500, 400)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.show_probabilities(P, 3)
    return made


@pytest.fixture
def clicked(chart: ProbabilityChart) -> list[int]:
    found: list[int] = []
    chart.clicked.connect(found.append)
    return found


def come(chart: ProbabilityChart) -> None:
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert chart.hasFocus()


def press(chart: ProbabilityChart, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(chart, key)


def test_the_keys_start_at_the_likeliest_digit_and_wrap_around(chart: ProbabilityChart) -> None:
    come(chart)
    assert chart.current == 3
    press(chart, Key.Key_Right, Key.Key_Right)
    assert chart.current == 5
    press(chart, *[Key.Key_Left] * 6)
    assert chart.current == 9


def test_a_key_clicks_the_bar(chart: ProbabilityChart, clicked: list[int]) -> None:
    come(chart)
    press(chart, Key.Key_Return, Key.Key_Left, Key.Key_Space)
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(chart, held)
    assert clicked == [3, 2]


def test_the_digit_keys_are_left_to_the_window(chart: ProbabilityChart) -> None:
    heard: list[int] = []
    chart.window().actions()[0].triggered.connect(lambda: heard.append(7))
    come(chart)
    press(chart, Key.Key_7)
    assert heard == [7]
    assert chart.current == 3


def test_the_current_bar_is_marked_and_announced_while_the_chart_has_the_focus(chart: ProbabilityChart) -> None:
    without = chart.grab().toImage()
    come(chart)
    assert chart.accessibleName() == "Probabilities. 3: 90.0 %"
    first = chart.grab().toImage()
    press(chart, Key.Key_Left)
    assert chart.accessibleName() == "2: 0.0 %"
    assert first != without
    assert chart.grab().toImage() not in (without, first)
    press(chart, Key.Key_Backtab)
    assert chart.accessibleName() == "Probabilities"
    assert chart.grab().toImage() == without


def test_both_bars_are_announced(chart: ProbabilityChart) -> None:
    chart.show_probabilities(P, 3, Comparison("another", P[::-1].copy()))
    come(chart)
    press(chart, Key.Key_Right, Key.Key_Right)
    assert chart.accessibleName() == "5: 9.0 %. another: 0.0 %"


def test_the_keys_continue_from_the_clicked_bar(chart: ProbabilityChart, clicked: list[int]) -> None:
    place = chart.bar_rect(8, 0.5).center().toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert chart.hasFocus()
    press(chart, Key.Key_Left, Key.Key_Return)
    assert clicked == [8, 7]


def test_without_a_digit_the_keys_work_too(chart: ProbabilityChart) -> None:
    chart.show_probabilities(np.zeros(10, np.float32), None)
    come(chart)
    assert chart.accessibleName() == "Probabilities. 0: 0.0 %"
    assert chart.accessibleDescription().startswith("No digit yet. ")


@pytest.mark.parametrize("width", [180, 240, 360, 700])
@pytest.mark.parametrize("points", [9, 14, 22])
def test_numbers_never_overlap(chart: ProbabilityChart, width: int, points: int) -> None:
    font = chart.font()
    font.setPointSize(points)
    chart.setFont(font)
    chart.setFixedSize(width, 200)
    even, pair = np.full(10, 0.1, np.float32), np.array([0.48, 0.47, *[0.00625] * 8], np.float32)
    for p, other in ((even, None), (pair, None), (pair, Comparison("another", np.roll(pair, 1)))):
        chart.show_probabilities(p, None, other)
        labels = chart.placed_labels()
        # All of equal bars, or none.
        assert len(labels) in (0, 10) if p is even else labels
        for (place, text), (beside, _) in itertools.combinations(labels.values(), 2):
            assert not place.intersects(beside)
            assert QFontMetricsF(font).horizontalAdvance(text) <= place.width()
        chart.grab()


def test_of_ten_equal_bars_all_numbers_are_shown_where_there_is_room(chart: ProbabilityChart) -> None:
    even = np.full(10, 0.1, np.float32)
    chart.setFixedSize(900, 200)
    chart.show_probabilities(even, None)
    assert chart.labels == dict.fromkeys(range(10), "10.0")
    wide = chart.fontMetrics().horizontalAdvance("10.0")
    chart.setFixedSize(chart.fontMetrics().horizontalAdvance("100 %") + 12 + 10 * (wide - 1), 200)
    assert chart.labels == dict.fromkeys(range(10), "10")


def test_almost_certain_is_not_called_100(chart: ProbabilityChart) -> None:
    chart.show_probabilities(np.array([0.99999, *[1e-6] * 9], np.float32), 0)
    assert chart.labels == {0: ">99.9"}
