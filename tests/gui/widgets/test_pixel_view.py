"""A small image by keys: from pixel to pixel."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from gui.widgets.pixel_view import PixelView

Key = Qt.Key


@pytest.fixture
def view(qtbot, theme) -> Iterator[PixelView]:
    made = PixelView(theme, "view")
    made.setAccessibleName("The ink")
    made.setFixedSize(112, 112)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    pixels = np.zeros((28, 28), np.float32)
    pixels[14, 15] = 0.25
    made.show_pixels(pixels)
    yield made
    QToolTip.hideText()


def test_a_key_goes_to_a_pixel_which_is_announced(view: PixelView) -> None:
    before = view.grab().toImage()
    QTest.keyClick(view, Key.Key_Right)
    assert QToolTip.text() == "row 14, column 15: 0.25"
    assert view.accessibleName() == "The ink. row 14, column 15: 0.25"
    assert view.grab().toImage() != before
    view.clearFocus()
    assert view.accessibleName() == "The ink"


def test_the_keys_continue_from_the_clicked_pixel_and_stop_at_the_edge(view: PixelView) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect((1, 26)).center().toPoint())
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Right, Key.Key_Right):
        QTest.keyClick(view, key)
    assert QToolTip.text() == "row 0, column 27: 0.00"


def test_the_current_pixel_is_valid_in_an_image_of_another_size(view: PixelView) -> None:
    for _ in range(20):
        QTest.keyClick(view, Key.Key_Down)
    view.show_pixels(np.ones((20, 11), np.float32))
    view.grab()
    QTest.keyClick(view, Key.Key_Right)
    assert QToolTip.text() == "row 19, column 10: 1.00"
