"""The lesson about backpropagation and the gradient check."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from engine.book import TwoLayerNet
from gui.learn.chapter5.broken_layers import faults
from gui.learn.chapter5.glass_network import Inputs, Passes, check
from gui.learn.parts.diagram_items.network_layout import Edge, Neuron

BOTH, ALL = ("W1", "b1"), ("W1", "b1", "W2", "b2")
# Which parameters a fault makes wrong, in the order of ``faults``.
WRONG = [(), ("W1",), ("b1",), BOTH, BOTH, ("W2",), ALL, ALL]


@pytest.fixture
def opened(open_lesson):
    return open_lesson("backward_steps")


def press(opened, name: str) -> None:
    QTest.mouseClick(opened.find(QPushButton, name), Qt.MouseButton.LeftButton)


def type_into(opened, name: str, text: str) -> None:
    field = opened.find(QLineEdit, name)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def text(opened, name: str) -> str:
    return opened.find(QLabel, name).text()


def forward(opened) -> None:
    for _ in range(4):
        press(opened, "backward-next")


def test_the_passes_are_those_of_the_books_network() -> None:
    for sigmoid in (False, True):
        inputs = Inputs(sigmoid=sigmoid)
        passes = Passes(inputs)
        x, t = inputs.x[None], np.array([inputs.t])
        expected = inputs.network().gradient(x, t)
        for name, gradient in passes.weight_gradients.items():
            np.testing.assert_array_equal(gradient, expected[name])
            np.testing.assert_allclose(gradient, passes.numerical[name], atol=1e-6)
        np.testing.assert_array_equal(passes.gradients[3], passes.values[4] - passes.t)
        # h'(a) of ReLU and of the sigmoid function.
        z = passes.values[2]
        np.testing.assert_allclose(passes.slopes, z * (1 - z) if sigmoid else [1, 1])


@pytest.mark.parametrize("sigmoid", [False, True])
def test_the_gradient_check_finds_which_parameters_a_fault_makes_wrong(sigmoid: bool) -> None:
    for fault, wrong in zip(faults(), WRONG, strict=True):
        differences = check(Inputs(sigmoid=sigmoid), fault)
        assert tuple(name for name in ALL if differences[name] > 1e-5) == wrong, fault.title
    assert isinstance(Inputs().network(), TwoLayerNet)


def test_the_steps_show_values_and_then_gradients(opened) -> None:
    passes = opened.lesson.passes
    assert [each is None for each in passes.values_at(0)] == [False, True, True, True, True]
    forward(opened)
    assert text(opened, "backward-sentence").startswith("Softmax: y = [0.62, 0.38]")
    press(opened, "backward-next")
    assert "[0.62, 0.38] − [0, 1] = [0.62, −0.62]" in text(opened, "backward-sentence")
    for _ in range(5):
        press(opened, "backward-next")
    assert "Numerical: dW1 = [[0.74, −0.68], [0.37, −0.34]]" in text(opened, "backward-sentence")
    assert passes.difference < 1e-6
    assert all(each is not None for each in passes.gradients_at(10)[0][:4])


def test_an_edge_tells_its_numbers(opened) -> None:
    diagram = opened.lesson.diagram
    diagram.clicked.emit(Edge(2, 0, 1))
    assert text(opened, "backward-details") == "z1 → s2: w = −0.5."
    forward(opened)
    press(opened, "backward-next")
    press(opened, "backward-next")
    shown = text(opened, "backward-details")
    assert "Local derivative: ∂s2/∂w = z1 = 0.8." in shown
    assert "∂L/∂w = −0.617 × 0.8 = −0.4933. Numerical: −0.4933." in shown
    for cell in (Edge(1, 0, 0), Edge(3, 0, 1), Neuron(0, 0), Neuron(4, 1), Neuron(3, 0)):
        diagram.pointed.emit(cell)
        assert text(opened, "backward-details")
    diagram.pointed.emit(None)


def test_a_weight_is_typed(opened) -> None:
    opened.lesson.diagram.clicked.emit(Edge(0, 1, 0))
    type_into(opened, "edge-weight-field", "-1.5")
    assert opened.lesson.passes.values[1][0] == pytest.approx(0.6 - 0.75 + 0.1)
    opened.reset()
    assert opened.lesson.passes.values[1][0] == pytest.approx(0.8)


def test_y_minus_t_is_filled_in(opened) -> None:
    field = opened.find(QLineEdit, "score-gradient-0")
    assert not field.isEnabled()
    forward(opened)
    assert field.isEnabled()
    for first, second in (("0.62", "0.38"), ("x", "1"), ("0.62", "")):
        type_into(opened, "score-gradient-0", first)
        type_into(opened, "score-gradient-1", second)
        assert not opened.solved("fill_in")
    type_into(opened, "score-gradient-1", "-0.62")
    assert opened.solved("fill_in")
    assert text(opened, "scores-reply") == "Right."


def test_relu_gives_a_neuron_the_gradient_0(opened) -> None:
    type_into(opened, "x1-field", "2")
    assert not opened.solved("dead")
    for _ in range(8):
        press(opened, "backward-next")
    assert opened.solved("dead")
    assert opened.lesson.passes.gradients[1][1] == 0
    np.testing.assert_array_equal(opened.lesson.passes.weight_gradients["W1"][:, 1], 0)


def test_a_chosen_fault_is_shown_with_the_parameters_that_it_makes_wrong(opened) -> None:
    press(opened, "backward-mode-1")
    for index, wrong in enumerate(WRONG):
        opened.find(QComboBox, "fault").setCurrentIndex(index)
        assert opened.lesson.panel.wrong == wrong
        marks = [opened.find(QLabel, f"check-{name}-2").accessibleName().endswith("wrong") for name in ALL]
        assert marks == [name in wrong for name in ALL]
    press(opened, "activation-1")
    assert opened.lesson.panel.wrong == ALL


def find_layer(opened) -> str:
    """The button of the layer that explains the gradient check."""
    wrong = opened.lesson.panel.wrong
    return f"layer-{3 if wrong == ALL else 2 if wrong in (BOTH, ('W2',)) else 0}"


def test_secret_faults_are_found(opened) -> None:
    press(opened, "backward-mode-1")
    press(opened, "layer-0")
    assert "Secret fault" in text(opened, "fault-sentence")
    press(opened, "secret-fault")
    right = find_layer(opened)
    press(opened, "layer-1" if right != "layer-2" else "layer-3")
    assert text(opened, "fault-sentence").startswith("No")
    # Found, but not at the first try.
    press(opened, right)
    assert text(opened, "fault-sentence").startswith("Right")
    for _ in range(2):
        assert not opened.solved("find")
        press(opened, "secret-fault")
        press(opened, find_layer(opened))
    assert opened.solved("find")
    opened.choose("where", "SoftmaxWithLoss")
    assert opened.solved("where")


def test_a_secret_fault_changes_a_gradient_whatever_the_weights_are(opened) -> None:
    press(opened, "backward-mode-1")
    params = Inputs().params
    # A symmetric W2 is its own transpose.
    params["W2"] = np.array([[0.7, -0.5], [-0.5, 0.8]])
    opened.lesson.panel.show_inputs(Inputs(params=params))
    for _ in range(40):
        press(opened, "secret-fault")
        assert opened.lesson.panel.wrong


def test_the_cell_prints_the_same_gradients(opened) -> None:
    printed = opened.run_cell()
    assert printed.startswith("loss 0.958")
    assert "[[ 0.61" in printed
    press(opened, "activation-1")
    assert "Sigmoid" in opened.lesson.cell()
    assert opened.run_cell().startswith("loss 0.735")


@pytest.mark.parametrize(("x1", "x2"), [("0", "0"), ("-3", "-3"), ("1e9", "-1e9")])
def test_extreme_inputs_in_small_and_large_windows(opened, x1: str, x2: str) -> None:
    type_into(opened, "x1-field", x1)
    type_into(opened, "x2-field", x2)
    for size in ((640, 400), (1500, 900)):
        opened.tab.resize(*size)
        for mode in (1, 0):
            opened.lesson.mode.choose(mode)
            QApplication.processEvents()
            opened.settle()
    assert np.isfinite(opened.lesson.passes.loss)
