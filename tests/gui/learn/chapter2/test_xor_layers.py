"""The lesson about XOR with two layers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSlider, QWidget

from engine.book import XOR
from gui.learn.chapter2.tiny_network import TinyNetwork
from gui.learn.parts.plane import Plane

NAND, OR, AND = (-0.5, -0.5, 0.7), (0.5, 0.5, -0.2), (0.5, 0.5, -0.7)


@pytest.fixture
def opened(open_lesson):
    return open_lesson("xor_layers")


def press(opened, name: str) -> None:
    QTest.mouseClick(opened.find(QPushButton, name), Qt.MouseButton.LeftButton)


def type_number(opened, name: str, value: float) -> None:
    field = opened.find(QLineEdit, f"{name}-field")
    field.selectAll()
    QTest.keyClicks(field, str(value))
    QTest.keyClick(field, Qt.Key.Key_Return)


def type_perceptron(opened, name: str, weights: tuple[float, float, float]) -> None:
    for kind, value in zip(("w1", "w2", "b"), weights, strict=True):
        type_number(opened, f"{name}-{kind}", value)


def column(opened, name: str) -> list[str]:
    cells = [opened.find(QLabel, f"{name}-{line}") for line in range(4)]
    return [cell.accessibleName() or cell.text() for cell in cells]


def test_the_truth_table_of_nand_or_and_and_is_that_of_xor(opened) -> None:
    assert not opened.solved("build")
    type_perceptron(opened, "s1", NAND)
    assert column(opened, "s1") == ["1", "1", "1", "0"]
    assert column(opened, "s2") == ["0", "1", "1", "1"]
    assert column(opened, "y") == ["0", "1", "1", "0"]
    assert all(text.endswith("right") for text in column(opened, "wanted"))
    assert opened.solved("build")
    assert not opened.solved("other")
    assert opened.run_cell() == "0 0 0 0\n0 1 1 1\n1 0 1 1\n1 1 0 0\n"
    opened.choose("points", "3")
    assert opened.solved("points")


def test_xor_in_another_way(opened) -> None:
    type_perceptron(opened, "s1", AND)
    type_perceptron(opened, "s2", OR)
    type_perceptron(opened, "y", (-1, 1, -0.5))
    assert opened.solved("other")


def test_xor_is_built_by_dragging_a_line(opened) -> None:
    plane = opened.find(Plane, "inputs-plane")
    # The line is x2 = x1 + 0.4, and s1 is 1 below it. It is turned clockwise, until that is the side of (0, 0).
    for index, (x, y) in ((1, (1.3, 0.1)), (2, (0.2, 1.2))):
        start = plane.pixel(*plane.points[index].position).toPoint()
        end = plane.pixel(x, y).toPoint()
        QTest.mousePress(plane.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(plane.viewport(), (start + end) / 2)
        QTest.mouseMove(plane.viewport(), end)
        QTest.mouseRelease(plane.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert column(opened, "s1") == ["1", "1", "1", "0"]
    assert opened.solved("build")


def test_the_line_is_moved_by_keys(opened) -> None:
    plane = opened.find(Plane, "inputs-plane")
    before = opened.lesson.weights("s1")
    plane.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plane, Qt.Key.Key_Up)
    after = opened.lesson.weights("s1")
    assert after[:2] == pytest.approx(before[:2], abs=0.02)
    assert after[2] > before[2]


def test_the_network_learns_xor_and_stops_when_hidden(opened) -> None:
    press(opened, "xor-mode-1")
    press(opened, "xor-step")
    assert opened.lesson.network.steps == 1
    assert not opened.solved("learn")
    press(opened, "xor-start")
    opened.wait_until(lambda: opened.lesson.network.steps > 10)
    assert opened.find(QPushButton, "xor-start").text() == "Pause"
    opened.tab.hide()
    assert opened.find(QPushButton, "xor-start").text() == "Start"
    steps = opened.lesson.network.steps
    opened.tab.show()
    QApplication.processEvents()
    assert opened.lesson.network.steps == steps
    opened.lesson.network.advance(400)
    press(opened, "xor-step")
    assert opened.solved("learn")
    assert [float(each) > 0.5 for each in column(opened, "y")] == [False, True, True, False]
    # The functions of the book give the same.
    learned = [float(each) for each in opened.run_cell().strip("[]\n").split()]
    assert learned == pytest.approx([float(each) for each in column(opened, "y")], abs=0.01)


def test_a_seed_is_repeated_and_some_are_stuck() -> None:
    one, other = TinyNetwork(0, 4), TinyNetwork(3, 4)
    other.restart(0)
    assert one.loss == other.loss
    for each in (one, other):
        each.advance(500)
    assert one.loss == other.loss < 0.1
    assert all(one.right)
    other.restart(1)
    other.advance(3000)
    assert not all(other.right)


def test_another_seed_starts_again(opened) -> None:
    press(opened, "xor-mode-1")
    press(opened, "xor-step")
    loss = opened.lesson.network.loss
    type_number(opened, "xor-seed", 1)
    assert opened.lesson.network.steps == 0
    assert opened.lesson.network.loss != loss
    opened.lesson.network.advance(3000)
    press(opened, "xor-step")
    assert "stuck" in opened.find(QLabel, "xor-progress").text()
    press(opened, "xor-restart")
    assert opened.lesson.network.steps == 0


def test_the_plane_is_folded_and_unfolded(opened) -> None:
    slider = opened.find(QSlider, "fold")
    assert slider.value() == slider.maximum()
    slider.setValue(30)
    press(opened, "fold-play")
    opened.wait_until(lambda: slider.value() == slider.maximum())
    press(opened, "fold-play")
    opened.tab.hide()
    assert slider.value() == slider.maximum()


@pytest.mark.parametrize("weights", [(0, 0, 0), (0, 0, 9), (3, -3, -9), (0, 3, 0)])
def test_extreme_weights(opened, weights: tuple[float, float, float]) -> None:
    for name in ("s1", "s2", "y"):
        type_perceptron(opened, name, weights)
    opened.settle()
    QApplication.processEvents()
    assert opened.find(QWidget, "inputs-plane").grab().width()
    opened.reset()
    assert opened.lesson.weights("s1") == (0.5, -0.5, 0.2)


def test_the_table_compares_with_the_books_xor(opened) -> None:
    wanted = [text.split(",")[0] for text in column(opened, "wanted")]
    assert wanted == [str(XOR(x1, x2)) for x1 in (0, 1) for x2 in (0, 1)]
