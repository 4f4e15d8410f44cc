"""Tiles by keys: from tile to tile and from number to number, and what is announced."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.widgets.tiles import Tiles

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def tiles(qtbot, theme) -> Tiles:
    """Five of 3 x 4 numbers, three in a row; the largest of each tile is at row 1, column 2."""
    made = Tiles(theme)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName("Numbers")
    qtbot.addWidget(made)
    values = np.zeros((5, 3, 4), np.float32)
    values[:, 1, 2] = [1, -2, 3, -4, 5]
    values[:, 0, 0] = 0.5
    made.show_values(values, 5.0, signed=True)
    made.resize(150, 80)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.clearFocus()  # Qt gives it to the only widget of a window
    made.setFocus(Qt.FocusReason.TabFocusReason)
    assert made.grid()[0] == 3
    return made


@pytest.fixture
def pointed(tiles: Tiles) -> list[object]:
    found: list[object] = []
    tiles.pointed.connect(found.append)
    return found


def press(tiles: Tiles, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(tiles, key, modifier)


def test_the_arrow_keys_go_from_tile_to_tile(tiles: Tiles, pointed: list[object]) -> None:
    assert tiles.pointed_at == (0, 1, 2)
    press(tiles, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up)
    assert pointed == [(1, 1, 2), (4, 1, 2), (3, 1, 2), (0, 1, 2)]


def test_the_keys_stop_at_the_last_tile(tiles: Tiles) -> None:
    press(tiles, Key.Key_Up, Key.Key_Left)
    assert tiles.pointed_at == (0, 1, 2)
    press(tiles, Key.Key_Right, Key.Key_Right, Key.Key_Down)
    assert tiles.pointed_at == (2, 1, 2)


def test_with_shift_they_go_from_number_to_number(tiles: Tiles) -> None:
    press(tiles, Key.Key_Right)
    press(tiles, Key.Key_Up, Key.Key_Up, Key.Key_Right, Key.Key_Right, modifier=SHIFT)
    assert tiles.pointed_at == (1, 0, 3)


def test_in_a_single_tile_they_need_no_shift(tiles: Tiles) -> None:
    tiles.show_values(np.eye(4, dtype=np.float32)[None], 1.0, signed=False)
    assert tiles.pointed_at is None
    press(tiles, Key.Key_Left, Key.Key_Right, Key.Key_Down)
    assert tiles.pointed_at == (0, 1, 1)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_key_clicks(tiles: Tiles, key: Qt.Key) -> None:
    clicked: list[tuple[int, int, int]] = []
    tiles.clicked.connect(clicked.append)
    press(tiles, Key.Key_Right, key)
    QApplication.sendEvent(tiles, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True))
    assert clicked == [(1, 1, 2)]


def test_the_current_cell_is_marked_while_the_view_has_the_focus(tiles: Tiles, pointed: list[object]) -> None:
    first = tiles.grab().toImage()
    press(tiles, Key.Key_Right)
    second = tiles.grab().toImage()
    assert first != second
    tiles.clearFocus()
    assert pointed[-1] is None
    assert tiles.grab().toImage() not in (first, second)


def test_the_current_cell_is_announced(tiles: Tiles) -> None:
    assert tiles.accessibleName() == "Numbers. image 0, row 1, column 2: 1"
    press(tiles, Key.Key_Right)
    assert tiles.accessibleName() == "image 1, row 1, column 2: -2"
    tiles.clearFocus()
    assert tiles.accessibleName() == "Numbers"


def test_the_keys_continue_from_the_clicked_cell(tiles: Tiles) -> None:
    QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=tiles.tile_rect(3).center().toPoint())
    press(tiles, Key.Key_Right)
    assert tiles.pointed_at == (4, 1, 2)


def test_other_numbers_keep_the_current_cell(tiles: Tiles) -> None:
    press(tiles, Key.Key_Right)
    tiles.show_values(2 * tiles.values, 5.0, signed=True)
    assert tiles.pointed_at == (1, 1, 2)
    tiles.show_values(tiles.values[:4], 5.0, signed=True)
    assert tiles.pointed_at is None


def test_without_tiles_the_keys_do_nothing(tiles: Tiles) -> None:
    tiles.show_values(np.zeros((0, 1, 1), np.float32), 0.0, signed=False)
    press(tiles, Key.Key_Right, Key.Key_Return)
    assert tiles.pointed_at is None
    tiles.grab()
