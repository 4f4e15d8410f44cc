"""The canvas while a stroke grows: only what has changed is repainted, with the same result as a full repaint."""

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QRegion

from engine.types import CANVAS
from gui.draw.canvas import Canvas
from gui.draw.drawing_model import DrawingModel
from gui.draw.stroke_painting import pieces_within

SIDE = 420


class Watched(Canvas):
    """Records what is to be repainted."""

    def update(self, *what: object) -> None:
        self.asked = what[0] if what else QRect(0, 0, SIDE, SIDE)
        super().update(*what)


def seven(rng: np.random.Generator) -> list[tuple[float, float]]:
    """With a corner, a curve, points along the edge, and points far apart, as from a fast mouse."""
    t = np.linspace(0, 1, 60)[:, None]
    line = np.concatenate(
        (np.array([2, 3]) + t * (25.5, -2), np.column_stack((27.5 - 15 * t, 1 + 26 * t**2 + 2 * np.sin(9 * t))))
    )
    kept = np.sort(rng.choice(len(line), 50, replace=False))
    return [(float(x), float(y)) for x, y in np.clip(line[kept], 0, CANVAS)]


@pytest.mark.parametrize("seed", range(3))
def test_painted_in_parts_the_canvas_is_the_same(qtbot, theme, seed: int) -> None:
    model = DrawingModel()
    canvas = Watched(model, theme)
    qtbot.addWidget(canvas)
    canvas.resize(SIDE, SIDE)
    screen = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    canvas.render(screen)
    areas = []
    for number, point in enumerate(seven(np.random.default_rng(seed))):
        (model.extend if number else model.begin)(*point)
        canvas.render(screen, canvas.asked.topLeft(), QRegion(canvas.asked))
        areas.append(canvas.asked.width() * canvas.asked.height())
    whole = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    canvas.render(whole)
    mine, theirs = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (screen, whole))
    assert np.abs(mine - theirs).max() <= 2  # where a stroke is cut its edge may be rounded the other way
    assert np.median(areas) < SIDE**2 / 6
    model.end()
    assert canvas.asked == QRect(0, 0, SIDE, SIDE)


def test_a_long_stroke_of_a_slow_pen_is_painted_whole(qtbot, theme) -> None:
    # So many points are resampled, and each moves a little with every new one.
    model = DrawingModel()
    canvas = Watched(model, theme)
    qtbot.addWidget(canvas)
    canvas.resize(SIDE, SIDE)
    canvas.grab()
    for number in range(60):
        (model.extend if number else model.begin)(10 + number / 100, 10 + (number % 2) / 1000)
    assert canvas.asked == QRect(0, 0, SIDE, SIDE)
    for number in range(60):
        canvas.grab()
        model.extend(10 + number / 3, 11)
    assert canvas.asked.width() < SIDE / 2


def test_only_the_visible_pieces_of_a_line_are_painted() -> None:
    line = np.column_stack((np.arange(10.0), np.zeros(10)))
    first, second = pieces_within(np.concatenate((line, line[::-1])), QRectF(2.5, -1, 2, 2))
    np.testing.assert_array_equal(first[:, 0], [2, 3, 4, 5])
    np.testing.assert_array_equal(second[:, 0], [5, 4, 3, 2])
    assert pieces_within(line, QRectF(20, 20, 2, 2)) == []


def test_a_drawing_of_very_many_points_looks_the_same(qtbot, theme) -> None:
    """Painted smoothly it would stop the window for seconds: only its edges are rough."""
    stroke = np.array(seven(np.random.default_rng(0)), np.float32)
    images = []
    for copies in (1, 150):
        model = DrawingModel()
        model.show_strokes([stroke] * copies)
        canvas = Canvas(model, theme)
        qtbot.addWidget(canvas)
        canvas.resize(SIDE, SIDE)
        image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
        canvas.render(image)
        images.append(np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, -1)[:, :SIDE].astype(int))
    smooth, rough = images
    assert np.abs(smooth - rough).mean() < 1
    inside = slice(20, -20), slice(20, -20)
    assert len(np.unique(smooth[inside])) > 20
    assert len(np.unique(rough[inside])) < 8
