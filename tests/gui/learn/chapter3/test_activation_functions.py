"""The lesson on activation functions: its tasks, its values, its code, and three layers that are one."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

NAMES = ("step", "sigmoid", "ReLU", "tanh", "identity")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(open_lesson):
    return open_lesson("activation_functions")


def _type(opened, name: str, text: str) -> None:
    field = opened.find(QLineEdit, f"{name}-field")
    QTest.mouseClick(field, LEFT)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def _choose(opened, function: str, layers: bool = False) -> None:
    QTest.mouseClick(opened.find(QPushButton, f"activation-{NAMES.index(function)}"), LEFT)
    QTest.mouseClick(opened.find(QPushButton, f"activation-view-{int(layers)}"), LEFT)


def test_the_slope_task(opened) -> None:
    _type(opened, "x", "4.6")
    assert opened.lesson.graph.values[1] < 0.01
    _type(opened, "x", "4.58")
    assert opened.lesson.graph.values[1] > 0.01
    for wrong in ("4", "4.55", "4.65"):
        opened.type_answer("slope", wrong)
        assert not opened.solved("slope")
    opened.type_answer("slope", "4.6")
    assert opened.solved("slope")


def test_sigmoid_far_to_the_left_is_0(opened) -> None:
    _type(opened, "x", "-1000")
    assert opened.lesson.graph.values == [0.0, 0.0]
    opened.choose("large", "nan")
    assert not opened.solved("large")
    opened.choose("large", "0")
    assert opened.solved("large")
    assert float(opened.value("x")) == -1000
    assert not opened.page.trace.warnings


def test_three_linear_layers_can_do_nothing(opened) -> None:
    _choose(opened, "identity", layers=True)
    for name, text in (("c1", "1"), ("c2", "2"), ("c3", "0.5")):
        _type(opened, name, text)
    assert opened.lesson.graph.values[0] == 1
    assert not opened.solved("collapse"), "c1 is 1"
    _type(opened, "c1", "4")
    _type(opened, "c3", "0.125")
    assert opened.lesson.weights == (4, 2, 0.125)
    assert opened.solved("collapse")


def test_with_another_function_they_do_not_collapse(opened) -> None:
    note = opened.find(QLabel, "activation-note")
    for name in NAMES[:-1]:
        _choose(opened, name, layers=True)
        assert "bends" in note.text()
    _choose(opened, "identity", layers=True)
    assert "1.5" in note.text()
    # Nearly a line, but not the dashed one.
    for name in ("c1", "c2", "c3"):
        _type(opened, name, "0.1")
    _choose(opened, "sigmoid", layers=True)
    assert "bends" in note.text()
    opened.reset()
    _choose(opened, "identity", layers=True)
    x = np.linspace(-3, 3, 20)
    assert opened.lesson.after(3, x) == pytest.approx(1.5 * x)
    for name in ("c1", "c2", "c3"):
        _type(opened, name, "0")
    assert "same for every x" in note.text()


@pytest.mark.parametrize(
    ("name", "x", "value", "slope"),
    [
        ("step", 0.5, 1, 0),
        ("sigmoid", 1, 0.7310585786, 0.1966119332),
        ("ReLU", 3, 3, 1),
        ("ReLU", -3, 0, 0),
        ("tanh", 0.5, 0.4621171573, 0.7864477330),
        ("identity", -2.5, -2.5, 1),
        ("sigmoid", 1000, 1, 0),
    ],
)
def test_the_values_and_slopes(opened, name: str, x: float, value: float, slope: float) -> None:
    _choose(opened, name)
    _type(opened, "x", str(x))
    assert opened.lesson.graph.values == pytest.approx([value, slope], abs=1e-8)


def test_the_step_has_no_slope_at_its_edge(opened) -> None:
    _choose(opened, "step")
    _type(opened, "x", "0")
    value, slope = opened.lesson.graph.values
    assert value == 0
    assert np.isnan(slope)
    assert "at 0 there is none" in opened.find(QLabel, "activation-note").text()
    opened.page.grab()


def test_x_is_dragged_and_typed(opened) -> None:
    plane = opened.lesson.graph.plane
    QTest.mousePress(plane.viewport(), LEFT, pos=plane.pixel(*opened.lesson.graph.point.position).toPoint())
    QTest.mouseMove(plane.viewport(), plane.pixel(-3, 0).toPoint())
    QTest.mouseRelease(plane.viewport(), LEFT, pos=plane.pixel(-3, 0).toPoint())
    assert opened.lesson.at_x == pytest.approx(-3, abs=0.1)
    assert opened.find(QLineEdit, "x-field").text() == f"{opened.lesson.at_x:.2f}"
    _type(opened, "x", "5000")
    assert opened.lesson.at_x == 1000
    _type(opened, "x", "nan")
    assert opened.lesson.at_x == 1000
    opened.reset()
    assert opened.lesson.at_x == 1


@pytest.mark.parametrize("layers", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_the_cell_prints_what_is_on_view(opened, name: str, layers: bool) -> None:
    _choose(opened, name, layers)
    _type(opened, "x", "0.7")
    printed = [float(text) for text in opened.run_cell().split()]
    values = opened.lesson.graph.values[:1] if layers or name == "step" else opened.lesson.graph.values[:2]
    assert printed == pytest.approx(values)
