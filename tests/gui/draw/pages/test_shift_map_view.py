"""The map of shifts by keys: from cell to cell, each of which is announced."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from engine.explain.shift_map import ShiftMap
from gui.draw.pages.shift_map_view import ShiftMapView, shifts_text

Key = Qt.Key


@pytest.fixture
def found() -> ShiftMap:
    """A 7 in every cell but one, 2 to the right and 1 up, where it is a 1."""
    digits = np.full((17, 17), 7, np.uint8)
    probabilities = np.full((17, 17), 0.9, np.float32)
    digits[7, 10], probabilities[7, 10] = 1, 0.55
    return ShiftMap(digits, probabilities)


@pytest.fixture
def view(qtbot, theme, found: ShiftMap) -> Iterator[ShiftMapView]:
    made = ShiftMapView(theme)
    qtbot.addWidget(made)
    made.resize(200, 180)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_map(found, 7)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    yield made
    QToolTip.hideText()


def press(view: ShiftMapView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def test_the_keys_start_at_no_shift_and_each_cell_is_announced(view: ShiftMapView) -> None:
    assert view.current == (8, 8)
    press(view, Key.Key_Right)
    assert view.accessibleName() == "The prediction for every shift. 1 right, 0 down: 7 (90 %)"
    press(view, Key.Key_Right, Key.Key_Up)
    assert view.current == (7, 10)
    assert view.accessibleName() == QToolTip.text() == "2 right, -1 down: not sure, perhaps 1 (55 %)"
    view.clearFocus()
    assert view.accessibleName() == "The prediction for every shift"


def test_shifts_that_are_not_sure_are_grey_and_counted_apart(view: ShiftMapView, found: ShiftMap, theme) -> None:
    found.digits[0, :5], found.probabilities[0, :5] = 2, 0.8
    found.probabilities[3, :9] = 0.69
    view.show_map(found, 7)
    expected = (
        "Shifted, it is still predicted as 7 for 274 of 289 shifts. For 5 it is another digit. "
        "For 10 the network is not sure (grey)."
    )
    assert shifts_text(found, 7) == expected
    assert view.accessibleDescription().startswith(expected)
    image = view.grab().toImage()

    def colour(cell: tuple[int, int]) -> QColor:
        return image.pixelColor(view.cell_rect(cell).topLeft().toPoint() + QPoint(1, 1))

    # What is most probable does not matter there: 7 or another digit.
    assert colour((3, 1)) == colour((7, 10))
    assert len({colour(cell).name() for cell in ((3, 1), (0, 1), (16, 1))}) == 3


def test_of_a_drawing_that_is_not_sure_no_shift_is_called_the_same(view: ShiftMapView, found: ShiftMap) -> None:
    found.probabilities[:, :9] = 0.5
    assert shifts_text(found, None) == (
        "The network is not sure of this drawing, nor of 154 of 289 shifts (grey). The others show their prediction."
    )
    found.probabilities[:] = 0.31
    assert shifts_text(found, None) == "The network is not sure of this drawing, however it is shifted."
    view.show_map(found, None)
    assert "still predicted" not in view.accessibleDescription()


def test_it_ends_at_the_edge(view: ShiftMapView) -> None:
    press(view, *[Key.Key_Left] * 9, *[Key.Key_Down] * 9)
    assert view.current == (16, 0)


def test_the_cell_is_marked_while_the_view_has_the_focus(view: ShiftMapView) -> None:
    first = view.grab().toImage()
    press(view, Key.Key_Left)
    second = view.grab().toImage()
    view.clearFocus()
    assert first != second
    assert view.grab().toImage() not in (first, second)


def test_the_keys_continue_from_the_clicked_cell(view: ShiftMapView) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect((3, 4)).center().toPoint())
    assert view.current == (3, 4)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 1, 1))
    assert view.current == (3, 4)


def test_without_a_map_the_keys_do_nothing(view: ShiftMapView, found: ShiftMap) -> None:
    press(view, Key.Key_Left)
    view.show_map(None, None)
    press(view, Key.Key_Left)
    assert view.current is None
    view.grab()
    view.show_map(found, 7)
    assert view.current == (8, 8)


def test_another_map_keeps_the_current_cell(view: ShiftMapView, found: ShiftMap) -> None:
    press(view, Key.Key_Left)
    view.show_map(replace(found), 1)
    assert view.current == (8, 7)
