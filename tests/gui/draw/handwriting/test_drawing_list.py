"""The images of the gallery's list."""

import numpy as np
from PySide6.QtCore import Qt

from engine.drawings import Drawing
from gui.draw.handwriting.drawing_list import DrawingsModel


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
