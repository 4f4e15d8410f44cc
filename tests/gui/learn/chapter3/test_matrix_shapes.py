"""The lesson on shapes: its tasks, the numbers of the small network, and shapes that do not fit."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from engine.book import TwoLayerNet, forward, init_network
from gui.learn.chapter3.forward_diagram import ForwardDiagram, layers_of
from gui.learn.chapter3.layer_shapes import layer_shapes
from gui.learn.chapter3.matrix_shapes import MISTAKES, SHAPES
from gui.learn.chapter3.shape_blocks import ShapeBlocks

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(open_lesson):
    return open_lesson("matrix_shapes")


@pytest.fixture
def shapes(opened):
    """The view of the shapes."""
    _click(opened, "shapes-view-1")
    return opened


def _click(opened, name: str) -> None:
    button = opened.find(QPushButton, name)
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()


def _type(opened, name: str, text: str) -> None:
    field = opened.find(QLineEdit, f"{name}-field")
    assert field.isVisible()
    QTest.mouseClick(field, LEFT)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def _select(opened, name: str) -> None:
    blocks = opened.find(ShapeBlocks, "shape-blocks")
    QTest.mouseClick(blocks, LEFT, pos=blocks.cell_rect(name).center().toPoint())


def _message(opened) -> str:
    return opened.find(QLabel, "shapes-message").text()


# -- tasks


def test_a_mistake_is_found_and_repaired(shapes) -> None:
    _click(shapes, "make-mistake")
    assert not shapes.solved("mistake")
    assert "The number of columns of z1 (50) must be the number of rows of W2 (100)." in _message(shapes)
    assert "NumPy says: matmul: Input operand 1 has a mismatch" in _message(shapes)
    _select(shapes, "W2")
    _click(shapes, "transpose")
    assert shapes.lesson.shapes == SHAPES
    assert shapes.solved("mistake")


@pytest.mark.parametrize("number", range(len(MISTAKES)))
def test_every_mistake_can_be_repaired(shapes, number: int) -> None:
    for _ in range(number + 1):
        _click(shapes, "make-mistake")
    name, shape = MISTAKES[number]
    assert shapes.lesson.shapes[name] == shape
    assert "NumPy says" in _message(shapes)
    assert not shapes.solved("mistake")
    _select(shapes, name)
    right = SHAPES[name]
    for side, field in zip(right, ("rows", "columns") if len(right) == 2 else ("length",), strict=True):
        _type(shapes, field, str(side))
    assert shapes.solved("mistake")
    assert "All shapes fit" in _message(shapes)


def test_reset_repairs_nothing(shapes) -> None:
    _click(shapes, "make-mistake")
    shapes.reset()
    assert shapes.lesson.shapes == SHAPES
    assert not shapes.solved("mistake")


def test_broadcasting_is_no_repair(shapes) -> None:
    _click(shapes, "make-mistake")
    _click(shapes, "make-mistake")
    _select(shapes, "b1")
    _type(shapes, "length", "1")
    assert "It runs, but b1 has only 1 number" in _message(shapes)
    assert not shapes.solved("mistake")
    _type(shapes, "length", "50")
    assert shapes.solved("mistake")


def test_the_parameters_are_counted(shapes) -> None:
    network, _ = shapes.lesson.arrays()
    assert sum(array.size for array in network.values()) == 45_360
    shapes.type_answer("parameters", "45,361")
    assert not shapes.solved("parameters")
    shapes.type_answer("parameters", "45,360")
    assert shapes.solved("parameters")
    two_layers = TwoLayerNet(784, 50, 10)
    assert sum(array.size for array in two_layers.params.values()) == 39_760
    shapes.type_answer("fewer", "39760")
    assert shapes.solved("fewer")


# -- numbers


def test_the_numbers_are_those_of_the_book(opened) -> None:
    layers = layers_of(init_network(), opened.lesson.inputs)
    assert layers[0].a == pytest.approx([0.3, 0.7, 1.1])
    assert layers[0].z == pytest.approx([0.57444252, 0.66818777, 0.75026011])
    assert layers[1].z == pytest.approx([0.62624937, 0.7710107], abs=1e-8)
    assert layers[2].z == pytest.approx([0.31682708, 0.69627909], abs=1e-8)
    assert opened.run_cell().strip() == "[0.31682708 0.69627909]"
    assert opened.value("z1").startswith("[0.57444")


def test_a_neuron_says_how_its_number_comes_about(opened) -> None:
    diagram = opened.find(ForwardDiagram, "forward-diagram")
    calculation = opened.find(QLabel, "calculation-of-neuron")
    assert "a1[0] = 1 × 0.1 + 0.5 × 0.2 + 0.1 = 0.3" in calculation.text()
    QTest.mouseClick(diagram, LEFT, pos=diagram.cell_rect((3, 1)).center().toPoint())
    assert "y[1] = 0.626 × 0.3 + 0.771 × 0.4 + 0.2 = 0.6963" in calculation.text()
    _type(opened, "x0", "-2")
    QTest.mouseMove(diagram, QPoint(1, 1))
    diagram.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(diagram, key)
    assert calculation.text() == "x[0] = −2"


def test_an_input_is_dragged(opened) -> None:
    diagram = opened.find(ForwardDiagram, "forward-diagram")
    centre = diagram.cell_rect((0, 1)).center().toPoint()
    QTest.mousePress(diagram, LEFT, pos=centre)
    QTest.mouseMove(diagram, centre + QPoint(75, 0))
    QTest.mouseRelease(diagram, LEFT, pos=centre + QPoint(75, 0))
    assert opened.lesson.inputs.tolist() == [1, 2]
    assert opened.find(QLabel, "calculation-of-neuron").text() == "x[1] = 2"
    QTest.mouseMove(diagram, centre)
    assert opened.lesson.inputs.tolist() == [1, 2]


def test_the_numbers_flow_step_by_step(opened) -> None:
    diagram = opened.find(ForwardDiagram, "forward-diagram")
    _click(opened, "forward-steps-first")
    assert diagram.reached == 0
    _click(opened, "forward-steps-next")
    assert (diagram.reached, diagram.current) == (1, (1, 0))
    _click(opened, "forward-steps-play")
    opened.wait_until(lambda: diagram.reached == 2)
    _click(opened, "shapes-view-1")
    opened.reset()
    assert diagram.reached == 3


# -- shapes


def test_a_batch_only_adds_rows(shapes) -> None:
    weights = {name: shape for name, shape in shapes.lesson.shapes.items() if name != "x"}
    assert "y is (100, 10)" in _message(shapes)
    _click(shapes, "batch-0")
    assert shapes.lesson.shapes == {"x": (784,), **weights}
    assert "y is (10,)" in _message(shapes)
    assert shapes.run_cell().strip() == "(10,)"
    _select(shapes, "x")
    _type(shapes, "length", "783")
    assert "The length of x (783) must be the number of rows of W1 (784)." in _message(shapes)


def test_an_array_is_selected_by_keys(shapes) -> None:
    blocks, name = shapes.find(ShapeBlocks, "shape-blocks"), shapes.find(QLabel, "selected-array")
    blocks.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(blocks, key)
        seen.append(name.text())
    assert seen == ["b1", "b2", "W2", "W2", "W1", "x"]
    assert "78,400 numbers" in _message(shapes)


def test_the_cell_of_a_mistake_prints_what_numpy_says(shapes) -> None:
    assert shapes.run_cell().strip() == "(100, 10)"
    _click(shapes, "make-mistake")
    printed = shapes.run_cell().strip()
    assert printed.startswith("matmul")
    assert printed in _message(shapes)
    shapes.settle()
    assert shapes.page.trace.error == f"ValueError: {printed}"


@pytest.mark.parametrize("text", ["0", "-5", "1e9", "2.5", "x"])
def test_extreme_sides(shapes, text: str) -> None:
    _type(shapes, "rows", text)
    rows, columns = shapes.lesson.shapes["W1"]
    assert 1 <= rows <= 1000
    assert columns == 50
    shapes.page.grab()


def test_a_batch_is_small_enough_to_be_computed_at_once(shapes) -> None:
    _select(shapes, "x")
    _type(shapes, "rows", "1000")
    assert shapes.lesson.shapes["x"] == (200, 784)
    _select(shapes, "W1")
    _type(shapes, "rows", "1000")
    assert shapes.lesson.shapes["W1"] == (1000, 50)


def test_the_shapes_are_those_of_numpy() -> None:
    """What is on view agrees with what forward does."""
    sides = (1, 2, 3)
    for n, d, h, b in itertools.product(sides, repeat=4):
        for x in ((n, d), (d,)):
            shapes = {"x": x, "W1": (2, h), "b1": (b,), "W2": (h, 2), "b2": (2,), "W3": (2, 1), "b3": (1,)}
            network = {name: np.zeros(shape) for name, shape in shapes.items() if name != "x"}
            layers = layer_shapes(shapes)
            try:
                found = forward(network, np.zeros(x)).shape
            except ValueError:
                found = None
            assert layers[-1].after == found, shapes
            assert (found is None or not all(layer.exact for layer in layers)) is any(
                layer.problem() for layer in layers
            )


def test_everything_has_a_name(shapes) -> None:
    for name in ("shape-blocks", "rows-field", "columns-field"):
        assert shapes.find(QWidget, name).accessibleName()
