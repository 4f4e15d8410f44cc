"""Bars whose height is dragged."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.learn.parts.draggable_bars import DraggableBars
from gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot, bars: DraggableBars) -> DraggableBars:
    qtbot.addWidget(bars)
    bars.seen = []
    bars.changed.connect(bars.seen.append)
    bars.resize(430, 330)
    bars.show()
    bars.activateWindow()
    QApplication.processEvents()
    return bars


@pytest.fixture
def bars(qtbot, theme: Theme) -> DraggableBars:
    labels, values = ["a", "b", "c"], [1.0, 0.0, -1.0]
    return shown(qtbot, DraggableBars(theme, "bars", "Scores", labels, values, -2, 2, limits=(-2000, 2000)))


@pytest.fixture
def shares(qtbot, theme: Theme) -> DraggableBars:
    return shown(qtbot, DraggableBars(theme, "bars", "Shares", list("abc"), [0.5, 0.25, 0.25], 0, 1, sums_to_one=True))


def column(bars: DraggableBars, index: int, y: int) -> QPoint:
    return QPoint(round(bars.cell_rect(index).center().x()), y)


def type_value(bars: DraggableBars, index: int, text: str) -> None:
    QTest.mouseClick(bars, LEFT, pos=column(bars, index, bars.height() - bars.fontMetrics().height() * 2))
    editor = bars.findChild(QLineEdit)
    assert editor.hasFocus()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert bars.hasFocus()


def test_a_bar_is_dragged_to_the_top_and_the_bottom(bars: DraggableBars) -> None:
    QTest.mousePress(bars, LEFT, pos=column(bars, 1, 150))
    # The bar stays the same one, wherever the mouse goes.
    QTest.mouseMove(bars, column(bars, 2, 1))
    assert bars.values.tolist() == [1, 2, -1]
    QTest.mouseMove(bars, column(bars, 0, 329))
    QTest.mouseRelease(bars, LEFT, pos=column(bars, 0, 329))
    assert bars.values.tolist() == [1, -2, -1]
    assert set(bars.seen) == {1}
    QTest.mouseMove(bars, column(bars, 1, 1))
    assert bars.values.tolist() == [1, -2, -1]


@pytest.mark.parametrize(("text", "value"), [("1.234", 1.234), ("1010", 1010), ("-1e9", -2000), ("x", 0), ("", 0)])
def test_a_value_is_typed(bars: DraggableBars, text: str, value: float) -> None:
    type_value(bars, 1, text)
    assert bars.values.tolist() == [1, value, -1]
    bars.grab()


def test_keys_change_and_type_values(bars: DraggableBars) -> None:
    bars.clearFocus()
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(bars, key)
    assert bars.values.tolist() == [1, 0.1, -1]
    assert bars.accessibleName() == "b: 0.10"
    QTest.keyClick(bars, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert bars.values[1] == 0.11
    QTest.keyClicks(bars, "7")
    editor = bars.findChild(QLineEdit)
    QTest.keyClicks(editor, "5")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert bars.values[1] == 75
    QTest.keyClick(bars, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "3")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert bars.values[1] == 75


def test_the_sum_stays_one(shares: DraggableBars) -> None:
    type_value(shares, 0, "0.8")
    assert shares.values == pytest.approx([0.8, 0.1, 0.1])
    type_value(shares, 0, "5")
    assert shares.values.tolist() == [1, 0, 0]
    type_value(shares, 0, "0.5")
    assert shares.values.tolist() == [0.5, 0.25, 0.25]
    QTest.mousePress(shares, LEFT, pos=column(shares, 2, 100))
    QTest.mouseRelease(shares, LEFT, pos=column(shares, 2, 100))
    assert shares.values.sum() == pytest.approx(1)
    assert shares.values[0] == pytest.approx(2 * shares.values[1])


def test_any_value_is_shown(qtbot, theme: Theme) -> None:
    bars = shown(qtbot, DraggableBars(theme, "bars", "y", list("abcd"), [0, 0, 0, 0], 0, 1, editable=False))
    bars.set_values([np.nan, np.inf, -np.inf, 1e-9])
    bars.set_marked(1)
    bars.grab()
    assert [bars.cell_text(i) for i in range(4)] == ["a: nan", "b: ∞", "c: −∞", "d: 1e−9"]
    # Only to look at.
    QTest.mouseClick(bars, LEFT, pos=column(bars, 0, 50))
    QTest.keyClick(bars, Qt.Key.Key_Up)
    assert bars.seen == []
    bars.set_values([])
    bars.grab()
