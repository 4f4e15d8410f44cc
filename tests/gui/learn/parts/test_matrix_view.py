"""An array as a grid of numbers."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.learn.parts.matrix_view import MatrixView
from gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot, theme: Theme) -> MatrixView:
    view = MatrixView(theme, "w", "Weights", editable=True, minimum=-10, maximum=10)
    qtbot.addWidget(view)
    view.seen = []
    view.edited.connect(lambda row, column, value: view.seen.append((row, column, value)))
    view.set_array("W", np.arange(6).reshape(2, 3))
    view.resize(view.sizeHint())
    view.show()
    view.activateWindow()
    QApplication.processEvents()
    view.clearFocus()
    return view


def test_the_shape_is_written_as_numpy_does(view: MatrixView) -> None:
    headings = []
    for array in (np.zeros((2, 3)), np.zeros(3), np.zeros((100, 784)), 1.0, np.zeros((0, 2))):
        view.set_array("b", array)
        headings.append(view.heading)
        view.grab()
    assert headings == ["b (2, 3)", "b (3,)", "b (100, 784)", "b ()", "b (0, 2)"]


def test_a_click_types_a_number(view: MatrixView) -> None:
    for text in ("-2.5", "x", "99"):
        QTest.mouseClick(view, LEFT, pos=view.cell_rect((1, 2)).center().toPoint())
        editor = view.findChild(QLineEdit)
        assert editor.hasFocus()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert view.hasFocus()
    assert view.seen == [(1, 2, -2.5), (1, 2, 10)]
    assert view.values[1, 2] == 10
    assert view.cell_text((1, 2)) == "W[1, 2]: 10.00"


def test_keys_go_from_cell_to_cell_and_type(view: MatrixView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    assert view.accessibleName() == "W[1, 1]: 4.00"
    QTest.keyClicks(view, "7")
    editor = view.findChild(QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert view.seen == []
    QTest.keyClicks(view, "-")
    QTest.keyClicks(editor, "7")
    editor.clearFocus()
    assert view.seen == [(1, 1, -7)]


def test_setting_an_array_emits_nothing_and_copies_it(view: MatrixView) -> None:
    array = np.zeros((2, 2))
    view.set_array("W", array)
    view.values[0, 0] = 1
    assert array[0, 0] == 0
    assert view.seen == []


def test_a_large_matrix_is_shortened_and_keys_go_over_the_gap(view: MatrixView) -> None:
    view.set_array("X", np.arange(100 * 784).reshape(100, 784))
    view.resize(430, 330)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    rows = [view.current[0]]
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Down)
        rows.append(view.current[0])
    assert rows[:3] == [0, 1, 2]
    assert rows[-1] == 99
    assert all(view.cell_at(view.cell_rect((row, 0)).center()) == (row, 0) for row in rows)
    gap = next(row for row in range(100) if row not in rows)
    assert view.cell_at(view.cell_rect((gap, 0)).center()) is None


def test_one_that_cannot_be_edited_reports_clicks(qtbot, theme: Theme) -> None:
    view = MatrixView(theme, "x", "Input")
    qtbot.addWidget(view)
    view.set_array("x", np.array([1.0, np.nan, np.inf]))
    view.resize(200, 80)
    clicks = []
    view.clicked.connect(clicks.append)
    QTest.mouseClick(view, LEFT, pos=view.cell_rect((0, 1)).center().toPoint())
    assert clicks == [(0, 1)]
    assert view.findChild(QLineEdit).isHidden()
    view.highlight([(0, 0), (0, 2)])
    view.set_patch((-1, -1, 3, 3))
    view.grab()
    assert view.cell_text((0, 1)) == "x[1]: nan"
