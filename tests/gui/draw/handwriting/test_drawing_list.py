"""The images of the gallery's list."""

import numpy as np
from PySide6.QtCore import Qt

from engine.drawings import Drawing
from gui.draw.handwriting.drawing_list import DrawingsList, DrawingsModel


def test_an_image_is_made_once(qtbot) -> None:
    """Qt caches the images of each new icon: with one for each painting, they would push all others out."""
    drawings = [Drawing([np.array([[14, y], [14, 23]], np.float32)], 1, 2.0) for y in (5, 10)]
    images = {drawing.id: np.full((28, 28), 50 * i, np.uint8) for i, drawing in enumerate(drawings)}
    model = DrawingsModel(images)
    model.show(drawings)

    def keys() -> list[int]:
        return [model.data(model.index(row), Qt.ItemDataRole.DecorationRole).cacheKey() for row in (0, 1)]

    before = keys()
    assert len(set(before)) == 2
    assert keys() == before
    model.show(drawings[::-1])
    assert keys() == before[::-1]


def test_neighbours_are_selected_as_one_range(qtbot) -> None:
    """A range for each of 250,000 drawings would stop the window for seconds."""
    drawings = [Drawing([np.array([[14, 5], [14, 23]], np.float32)], 1, 2.0) for _ in range(9)]
    shown = DrawingsList({each.id: np.zeros((28, 28), np.uint8) for each in drawings})
    qtbot.addWidget(shown)
    shown.show_drawings(drawings)
    shown.selectAll()
    assert shown.selected == [each.id for each in drawings]
    # Those that are there again stay selected.
    shown.show_drawings(drawings[:3] + drawings[4:])
    assert len(shown.selected) == 8
    assert len(shown.selectionModel().selection()) == 1
    shown.select([0, 1, 3, 6, 7])
    shown.show_drawings(drawings)
    assert shown.selected == [drawings[row].id for row in (0, 1, 4, 7, 8)]
    assert len(shown.selectionModel().selection()) == 3
