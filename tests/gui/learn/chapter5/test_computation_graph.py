"""The lesson about computation graphs."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from engine.book import Sigmoid
from gui.learn.parts.draggable_number import DraggableNumber


@pytest.fixture
def opened(open_lesson):
    return open_lesson("computation_graph")


def press(opened, name: str) -> None:
    QTest.mouseClick(opened.find(QPushButton, name), Qt.MouseButton.LeftButton)


def type_number(opened, name: str, text: str) -> None:
    field = opened.find(QLineEdit, f"{name}-field")
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def sentence(opened) -> str:
    return opened.find(QLabel, "graph-steps-sentence").text()


def test_the_values_and_the_gradients_are_the_books(opened) -> None:
    lesson = opened.lesson
    assert lesson.values == pytest.approx(
        {
            "apple_num": 2,
            "apple": 100,
            "orange": 150,
            "orange_num": 3,
            "tax": 1.1,
            "apple_price": 200,
            "orange_price": 450,
            "all_price": 650,
            "price": 715,
        }
    )
    names = ("apple", "apple_num", "orange", "orange_num", "tax", "all_price", "apple_price", "orange_price")
    assert [lesson.gradients[name] for name in names] == pytest.approx([2.2, 110, 3.3, 165, 650, 1.1, 1.1, 1.1])
    assert opened.run_cell() == "715.0000000000001\n110.00000000000001 2.2 3.3000000000000003 165.0 650.0\n"
    assert opened.value("return")


def test_the_gradient_tells_how_the_payment_changes(opened) -> None:
    before = opened.lesson.values["price"]
    type_number(opened, "apple", "101")
    assert opened.lesson.values["price"] - before == pytest.approx(2.2)
    opened.type_answer("price", "2.2")
    assert opened.solved("price")


def test_one_input_alone_gives_the_gradient_220(opened) -> None:
    type_number(opened, "orange", "200")
    type_number(opened, "orange_num", "4")
    assert not opened.solved("oranges")
    type_number(opened, "orange_num", "3")
    assert opened.solved("oranges")


@pytest.mark.parametrize("graph", [0, 1])
def test_hidden_gradients_are_filled_in(opened, graph: int) -> None:
    opened.lesson.example.choose(graph)
    field = opened.find(QLineEdit, "hidden-gradient")
    for _ in range(3):
        assert not opened.solved("fill_in")
        press(opened, "graph-hide")
        assert field.isVisible()
        title = field.accessibleName().removeprefix("The gradient of ")
        edge = next(name for name, each in opened.lesson.graph.titles.items() if each == title)
        right = opened.lesson.gradients[edge]
        for wrong in ("abc", "", f"{1.1 * right + 1}"):
            field.clear()
            QTest.keyClicks(field, wrong)
            QTest.keyClick(field, Qt.Key.Key_Return)
            assert field.isVisible()
            assert "Right" not in sentence(opened)
        field.clear()
        QTest.keyClicks(field, f"{right:.4g}")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not field.isVisible()
        assert "Right" in sentence(opened)
    assert opened.solved("fill_in")


@pytest.mark.parametrize("x", [-10, -1, 0, 1, 10])
def test_the_four_steps_of_the_sigmoid_give_what_its_layer_gives(opened, x: float) -> None:
    press(opened, "graph-1")
    type_number(opened, "x", str(x))
    layer = Sigmoid()
    y = layer.forward(np.array([float(x)]))[0]
    dx = layer.backward(np.array([1.0]))[0]
    assert opened.lesson.values["y"] == pytest.approx(y, rel=1e-12)
    assert opened.lesson.gradients["x"] == pytest.approx(dx, rel=1e-9)
    assert opened.run_cell() == f"[{y:.8f}] [{dx:.8f}]\n" or x in (-10, 0, 10)


def test_the_largest_gradient_of_the_sigmoid(opened) -> None:
    press(opened, "graph-1")
    type_number(opened, "x", "0")
    assert opened.lesson.gradients["x"] == 0.25
    opened.type_answer("sigmoid", "0.25")
    assert opened.solved("sigmoid")


def test_x_is_dragged_on_the_curve(opened) -> None:
    opened.tab.resize(1300, 900)
    press(opened, "graph-1")
    QApplication.processEvents()
    plane = opened.find(QWidget, "sigmoid-curve-plane")
    start, end = plane.pixel(*plane.points[0].position).toPoint(), plane.pixel(-2, 0.1).toPoint()
    QTest.mousePress(plane.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(plane.viewport(), (start + end) / 2)
    QTest.mouseMove(plane.viewport(), end)
    QTest.mouseRelease(plane.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert opened.find(DraggableNumber, "x").value == pytest.approx(-2, abs=0.1)


def test_the_passes_go_step_by_step(opened) -> None:
    press(opened, "graph-steps-first")
    assert "Forward" in sentence(opened)
    for expected in (*range(4), *reversed(range(4))):
        press(opened, "graph-steps-next")
        assert opened.lesson.view.chosen == expected
    press(opened, "graph-steps-back")
    assert opened.lesson.view.chosen == 1
    press(opened, "graph-steps-back")
    press(opened, "graph-steps-play")
    assert opened.lesson.stepper.playing
    opened.tab.hide()
    assert not opened.lesson.stepper.playing


def test_a_node_is_chosen_by_key_and_by_click(opened) -> None:
    view = opened.lesson.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.chosen == 2
    assert "200 + 450 = 650" in sentence(opened)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen == 3
    # The middle of the first column of nodes, above.
    for y in range(0, view.height(), 10):
        for x in range(120, view.width() // 2, 10):
            if view.chosen:
                QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert "100 × 2 = 200" in sentence(opened)


def test_extreme_inputs_and_reset(opened) -> None:
    for name in ("apple", "apple_num", "orange", "orange_num", "tax"):
        type_number(opened, name, "0")
    assert set(opened.lesson.gradients.values()) == {0, 1}
    type_number(opened, "apple", "1e99")
    assert opened.lesson.inputs["apple"] == 1000
    opened.reset()
    assert opened.lesson.values["price"] == pytest.approx(715)
