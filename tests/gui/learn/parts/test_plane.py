"""A plane with points that are moved, lines and regions."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from gui.learn.parts.plane import Plane
from gui.learn.parts.plot_items.movable_point import MovablePoint
from gui.learn.parts.plot_items.plot_line import clipped
from gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton
MIDDLE = QPoint(0, 0)


@pytest.fixture
def plane(qtbot, theme: Theme) -> Plane:
    plane = Plane(theme, "plane", "Plane", "x0", "x1", (-2, 2), (-1, 1))
    qtbot.addWidget(plane)
    plane.resize(400, 300)
    plane.show()
    QApplication.processEvents()
    return plane


def seen_moves(point: MovablePoint) -> list[tuple[float, float]]:
    moves: list[tuple[float, float]] = []
    point.moved.connect(lambda x, y: moves.append((x, y)))
    return moves


def drag(plane: Plane, start: tuple[float, float], end: tuple[float, float], off: QPoint = MIDDLE) -> None:
    first, last = plane.pixel(*start).toPoint() + off, plane.pixel(*end).toPoint() + off
    QTest.mousePress(plane.viewport(), LEFT, pos=first)
    QTest.mouseMove(plane.viewport(), (first + last) / 2)
    QTest.mouseMove(plane.viewport(), last)
    QTest.mouseRelease(plane.viewport(), LEFT, pos=last)


@pytest.mark.parametrize("off", [MIDDLE, QPoint(9, -8)])
def test_a_point_is_dragged_and_does_not_jump_to_the_finger(plane: Plane, off: QPoint) -> None:
    point = plane.add_point("start", 0, 0)
    moves = seen_moves(point)
    drag(plane, (0, 0), (1, 0.5), off)
    assert point.position == pytest.approx((1, 0.5), abs=0.03)
    assert moves[-1] == point.position
    # Nothing happens after the release.
    QTest.mouseMove(plane.viewport(), QPoint(60, 60))
    assert moves[-1] == point.position


def test_a_point_stays_in_view_and_in_its_bounds(plane: Plane) -> None:
    free, bound = plane.add_point("free", 0, 0.5), plane.add_point("bound", 0, -0.5, y_bounds=(-0.6, -0.4))
    drag(plane, (0, 0.5), (9, 9))
    assert free.position == (2, 1)
    drag(plane, (0, -0.5), (-1, 0.9))
    assert bound.position == pytest.approx((-1, -0.4), abs=0.03)


def test_a_constraint_puts_a_point_onto_a_curve(plane: Plane) -> None:
    point = plane.add_point("x", 0, 0, constraint=lambda x, y: (x, x * x / 4))
    drag(plane, (0, 0), (1, 0.9))
    assert point.position[1] == pytest.approx(point.position[0] ** 2 / 4)
    assert point.position[0] == pytest.approx(1, abs=0.03)


def test_the_nearest_point_is_taken_and_elsewhere_a_click_is_reported(plane: Plane) -> None:
    one, other = plane.add_point("one", 0, 0), plane.add_point("other", 0.15, 0)
    clicks: list[tuple[float, float]] = []
    plane.clicked.connect(lambda x, y: clicks.append((x, y)))
    drag(plane, (0.16, 0), (1, 0))
    assert one.position == (0, 0)
    assert other.position[0] == pytest.approx(1, abs=0.03)
    assert clicks == []
    QTest.mouseClick(plane.viewport(), LEFT, pos=plane.pixel(-1, -0.5).toPoint())
    assert clicks == [pytest.approx((-1, -0.5), abs=0.03)]
    # The axes are no part of the plane.
    QTest.mouseClick(plane.viewport(), LEFT, pos=QPoint(3, 100))
    assert len(clicks) == 1


def test_tab_goes_from_point_to_point_and_arrow_keys_move_them(qtbot, theme: Theme) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    before, plane, after = QLineEdit(), Plane(theme, "plane", "Plane", "x", "y", (-2, 2), (-1, 1)), QLineEdit()
    for each in (before, plane, after):
        layout.addWidget(each)
    qtbot.addWidget(window)
    window.resize(400, 400)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    one, two = plane.add_point("first", 0, 0), plane.add_point("second", 1, 0)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert plane.accessibleName() == "Plane. first: 0, 0"
    QTest.keyClick(plane, Qt.Key.Key_Right)
    QTest.keyClick(plane, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert one.position == (0.1, 0.005)
    QTest.keyClick(plane, Qt.Key.Key_Tab)
    assert plane.accessibleName() == "second: 1, 0"
    QTest.keyClick(plane, Qt.Key.Key_Left)
    assert (one.position, two.position) == ((0.1, 0.005), (0.9, 0))
    QTest.keyClick(plane, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert plane.accessibleName() == "Plane"
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    QTest.keyClick(plane, Qt.Key.Key_Down)
    assert two.position == (0.9, -0.05)
    # Hidden while it has the focus, it is nowhere.
    moves: list[object] = []
    two.moved.connect(lambda *place: moves.append(place))
    two.move_to(math.nan, math.nan)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(plane, key)
    assert moves == []


def test_moving_a_point_from_code_emits_nothing(plane: Plane) -> None:
    point = plane.add_point("start", 0, 0)
    moves = seen_moves(point)
    point.move_to(1, 1)
    point.move_to(np.nan, np.inf)
    assert not point.isVisible()
    point.move_to(1, 1)
    assert point.isVisible()
    assert moves == []


def test_half_planes_have_their_colours(plane: Plane) -> None:
    def colour(x: float, y: float) -> QColor:
        return plane.grab().toImage().pixelColor(plane.pixel(x, y).toPoint())

    plane.set_half_planes(0, 1, -0.5)
    assert colour(0.33, 0.73).red() > colour(0.33, 0.33).red()
    plane.set_half_planes(0, -1, 0.5)
    assert colour(0.33, 0.73).red() < colour(0.33, 0.33).red()
    # No line: 0 is not above 0, everywhere.
    plane.set_half_planes(0, 0, 0)
    assert colour(0.33, 0.73) == colour(0.33, 0.33)
    plane.set_half_planes(0, 0, 1e300)
    assert colour(0.33, 0.73).red() > colour(0.33, 0.33).blue()


@pytest.mark.parametrize("far", [1e9, 1e300, np.inf, np.nan])
def test_lines_may_go_anywhere(plane: Plane, far: float) -> None:
    line, marks = plane.add_line("accent", dots=True), plane.add_marks("run-2")
    line.set_points(np.array([0.0, far, 0.5, -far]), np.array([0.0, far, -far, 0.1]))
    marks.set_points(np.array([0.0, far]), np.array([0.0, far]))
    plane.grab()


@pytest.mark.parametrize("hollow", [False, True])
def test_marks_have_their_colour_inside_and_a_thin_edge(plane: Plane, theme: Theme, hollow: bool) -> None:
    plane.add_marks("run-2", size=16, hollow=hollow).set_points(np.array([0.0]), np.array([0.0]))
    image, middle = plane.grab().toImage(), plane.pixel(0, 0).toPoint()
    for x in range(-4, 5):
        inside = theme.colour("surface" if hollow else "run-2")
        assert image.pixelColor(middle + QPoint(x, 0)).name() == inside.name()


def test_another_style_leaves_no_former_images_of_marks(plane: Plane, theme: Theme) -> None:
    """pyqtgraph keeps one for each pen and brush: hours of use with other themes would need ever more memory."""
    marks = plane.add_marks("run-2")
    marks.set_points(np.array([0.0]), np.array([0.0]))
    counts = []
    for _ in range(3):
        for choice in ("dark", "light"):
            theme.choose(choice)
            plane.grab()
        counts.append(len(marks.item.fragmentAtlas))
    assert counts[1] == counts[2]


def test_clipping_keeps_what_is_inside() -> None:
    view = QRectF(0, 0, 1, 1)
    path = np.array([[0.5, 0.5], [0.5, 3], [3, 3], [0.25, 0.25], [-1, 0.25]])
    expected = [[0.5, 0.5], [0.5, 1], [1, 1], [0.25, 0.25], [0.25, 0.25], [0, 0.25]]
    assert clipped(path, view) == pytest.approx(np.array(expected))
    assert clipped(np.zeros((0, 2)), view).shape == (0, 2)
    assert clipped(np.array([[0.5, 0.5]]), view).shape == (0, 2)


def test_an_image_lies_the_right_way_up(plane: Plane, theme: Theme) -> None:
    colours = np.zeros((2, 2, 3), np.uint8)
    colours[1, 0] = (255, 0, 0)
    plane.add_colours(smooth=False).set_colours(colours, (-2, 2), (-1, 1))
    image = plane.grab().toImage()
    # The second row has the higher y.
    assert image.pixelColor(plane.pixel(-1.05, 0.55).toPoint()).red() > 200
    assert image.pixelColor(plane.pixel(-1.05, -0.55).toPoint()).red() < 60
    theme.choose("dark")
    theme.set_scale(2)
    plane.grab()
    theme.set_scale(1)


def test_a_logarithmic_axis_has_powers_of_ten(qtbot, theme: Theme) -> None:
    plane = Plane(theme, "plane", "Error", "h", "error", (-16, 0), (-12, 2), powers=(True, True))
    qtbot.addWidget(plane)
    plane.resize(430, 330)
    plane.grab()
    axis = plane.getPlotItem().getAxis("bottom")
    assert axis.tickStrings([-16, -4, 0], 1, 4) == ["1e-16", "1e-4", "1"]
    assert axis.tickSpacing(-1, 0, 900) == [(1, 0)]


def test_a_finger_moves_a_point(plane: Plane) -> None:
    point, device = plane.add_point("start", 0, 0), QTest.createTouchDevice()
    start, end = plane.pixel(0, 0).toPoint(), plane.pixel(1, 0.5).toPoint()
    viewport = plane.viewport()
    QTest.touchEvent(viewport, device).press(0, start, viewport).commit()
    QTest.touchEvent(viewport, device).move(0, end, viewport).commit()
    QTest.touchEvent(viewport, device).release(0, end, viewport).commit()
    assert point.position == pytest.approx((1, 0.5), abs=0.03)
