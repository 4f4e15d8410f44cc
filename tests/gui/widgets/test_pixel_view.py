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


def test_a_pixel_is_come_to_shown_and_said(view: PixelView) -> None:
    before = view.grab().toImage()
    QTest.keyClick(view, Key.Key_Right)
    assert QToolTip.text() == "row 14, column 15: 0.25"
    assert view.accessibleName() == "The ink. row 14, column 15: 0.25"
    assert view.grab().toImage() != before
    view.clearFocus()
    assert view.accessibleName() == "The ink"


def test_it_ends_at_the_edge_and_goes_on_from_where_the_mouse_was(view: PixelView) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect((1, 26)).center().toPoint())
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Right, Key.Key_Right):
        QTest.keyClick(view, key)
    assert QToolTip.text() == "row 0, column 27: 0.00"


def test_an_image_of_another_size_has_the_place_too(view: PixelView) -> None:
    for _ in range(20):
        QTest.keyClick(view, Key.Key_Down)
    view.show_pixels(np.ones((20, 11), np.float32))
    view.grab()
    QTest.keyClick(view, Key.Key_Right)
    assert QToolTip.text() == "row 19, column 10: 1.00"
