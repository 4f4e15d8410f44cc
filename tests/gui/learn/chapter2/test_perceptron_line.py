"""The lesson about the line of a perceptron: its tasks are solved by mouse and keys."""

import itertools

import numpy as np
import pytest
from opened_lesson import OpenedLesson
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from engine.book import AND, NAND, OR, perceptron
from gui.learn.chapter2.perceptron_line import GATES, POINTS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(open_lesson) -> OpenedLesson:
    return open_lesson("perceptron_line")


def type_number(opened: OpenedLesson, name: str, text: str) -> None:
    field = opened.find(QLineEdit, f"{name}-field")
    QTest.mouseClick(field, LEFT)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def type_numbers(opened: OpenedLesson, w1: str, w2: str, b: str) -> None:
    for name, text in (("w1", w1), ("w2", w2), ("b", b)):
        type_number(opened, name, text)


def drag(opened: OpenedLesson, index: int, x: float, y: float) -> None:
    """Drag a handle of the line: 0 moves it, 1 and 2 turn it."""
    plane = opened.lesson.plane
    start, end = (plane.pixel(*place).toPoint() for place in (plane.points[index].position, (x, y)))
    view = plane.viewport()
    QTest.mousePress(view, LEFT, pos=start)
    for share in np.linspace(0, 1, 9):
        QTest.mouseMove(view, start + QPoint(*np.round(share * np.array((end - start).toTuple())).astype(int).tolist()))
    QTest.mouseRelease(view, LEFT, pos=end)


def table(opened: OpenedLesson) -> tuple[int, ...]:
    return tuple(int(opened.find(QLabel, f"output-{i}").accessibleName()) for i in range(4))


def test_at_first_no_task_is_solved_and_the_table_shows_the_outputs(opened: OpenedLesson) -> None:
    assert not any(opened.solved(task) for task in opened.page.tasks.views)
    assert table(opened) == opened.lesson.outputs()
    assert table(opened) not in GATES.values()


@pytest.mark.parametrize(
    ("task", "numbers", "gate"),
    [
        ("and", ("0.5", "0.5", "-0.7"), AND),
        ("nand", ("-0.5", "-0.5", "0.7"), NAND),
        ("or", ("0.5", "0.5", "-0.2"), OR),
    ],
)
def test_the_numbers_of_the_book_make_its_gates(opened: OpenedLesson, task: str, numbers, gate) -> None:
    type_numbers(opened, *numbers)
    assert opened.solved(task)
    assert table(opened) == tuple(gate(*point) for point in POINTS) == GATES[task.upper()]
    assert not any(opened.solved(other) for other in ("and", "nand", "or", "xor") if other != task)


def test_the_line_is_dragged_into_an_and_gate(opened: OpenedLesson) -> None:
    drag(opened, 1, 0.2, 1.4)
    drag(opened, 2, 1.4, 0.2)
    assert opened.solved("and")


def test_dragging_the_middle_changes_the_bias_alone(opened: OpenedLesson) -> None:
    w1, w2, b = opened.lesson.parameters
    x, y = opened.lesson.plane.points[0].position
    drag(opened, 0, x + 0.3, y)
    assert opened.lesson.parameters[:2] == pytest.approx((w1, w2), abs=0.011)
    assert opened.lesson.parameters[2] == pytest.approx(b - 0.3 * w1, abs=0.03)
    # The handle stays where it was put, on the line.
    x, y = opened.lesson.plane.points[0].position
    w1, w2, b = opened.lesson.parameters
    assert w1 * x + w2 * y + b == pytest.approx(0, abs=0.02)


def test_turning_the_line_keeps_the_length_of_the_weights(opened: OpenedLesson) -> None:
    before = np.hypot(*opened.lesson.parameters[:2])
    drag(opened, 1, -0.3, 0.5)
    w1, w2, b = opened.lesson.parameters
    assert np.hypot(w1, w2) == pytest.approx(before, abs=0.02)
    for point in opened.lesson.plane.points:
        x, y = point.position
        assert w1 * x + w2 * y + b == pytest.approx(0, abs=0.03)


def test_the_line_is_moved_by_keys(opened: OpenedLesson) -> None:
    plane = opened.lesson.plane
    plane.setFocus(Qt.FocusReason.TabFocusReason)
    before = opened.lesson.parameters[2]
    for _ in range(4):
        QTest.keyClick(plane, Qt.Key.Key_Right)
    assert opened.lesson.parameters[2] < before


def test_three_of_four_is_the_best_for_xor(opened: OpenedLesson) -> None:
    # Every line in a fine grid.
    grid = np.linspace(-2, 2, 9)
    best = max(
        sum(perceptron(np.array(x), np.array([w1, w2]), b) == y for x, y in zip(POINTS, GATES["XOR"], strict=True))
        for w1, w2, b in itertools.product(grid, grid, grid)
    )
    assert best == 3
    opened.choose("xor", "2")
    assert not opened.solved("xor")
    assert opened.reply("xor")
    opened.choose("xor", "3")
    assert opened.solved("xor")
    assert "b + w1 + w2 > -b" in opened.reply("xor")


def test_another_gate_is_compared(opened: OpenedLesson) -> None:
    type_numbers(opened, "0.5", "0.5", "-0.2")
    QTest.mouseClick(opened.find(QPushButton, "gate-3"), LEFT)
    assert "3 of 4 rows" in opened.find(QLabel, "perceptron-summary").text()
    assert "wrong" in opened.find(QLabel, "wanted-3").accessibleName()


@pytest.mark.parametrize(("b", "y"), [("1", 1), ("0", 0), ("-1", 0)])
def test_without_weights_there_is_no_line(opened: OpenedLesson, b: str, y: int) -> None:
    type_numbers(opened, "0", "0", b)
    assert table(opened) == (y,) * 4
    assert "no line" in opened.find(QLabel, "perceptron-summary").text()
    assert not any(point.isVisible() for point in opened.lesson.plane.points)
    opened.reset()
    assert all(point.isVisible() for point in opened.lesson.plane.points)


def test_numbers_too_large_are_limited(opened: OpenedLesson) -> None:
    type_numbers(opened, "1e9", "-1e9", "nan")
    assert opened.lesson.parameters == (3, -3, 0.2)


def test_the_code_shows_the_values_and_the_cell_gives_the_same(opened: OpenedLesson) -> None:
    type_numbers(opened, "0.5", "0.5", "-0.7")
    assert (opened.value("w"), opened.value("b"), opened.value("return")) == ("[0.5, 0.5]", "-0.7", "1")
    assert opened.run_cell() == "0 0 0\n0 1 0\n1 0 0\n1 1 1\n"


def test_reset_gives_the_first_values(opened: OpenedLesson) -> None:
    first = opened.lesson.parameters
    type_numbers(opened, "0.5", "0.5", "-0.7")
    assert opened.solved("and")
    opened.reset()
    assert opened.lesson.parameters == first
    # What is solved stays solved.
    assert opened.solved("and")
