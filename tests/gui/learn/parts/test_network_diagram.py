"""A small network with its numbers."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.learn.parts.network_diagram import Edge, NetworkDiagram, Neuron
from gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def diagram(qtbot, theme: Theme) -> NetworkDiagram:
    diagram = NetworkDiagram(theme, "network", "Network")
    qtbot.addWidget(diagram)
    diagram.clicks = []
    diagram.clicked.connect(diagram.clicks.append)
    diagram.set_columns([["x1", "x2"], ["a1", "a2", "a3"], ["y"]], ["input", "hidden", "output"])
    diagram.set_weights([np.arange(6).reshape(2, 3) / 10, np.array([[1.0], [np.nan], [-1.0]])])
    diagram.set_values([np.array([1.0, 0.5]), np.array([[0.1, 0.2, 0.3]]), None])
    diagram.resize(430, 330)
    diagram.show()
    diagram.activateWindow()
    QApplication.processEvents()
    diagram.clearFocus()
    return diagram


def test_neurons_and_edges_are_clicked(diagram: NetworkDiagram) -> None:
    spots = [Neuron(0, 0), Neuron(2, 0), Edge(0, 1, 2), Edge(1, 0, 0)]
    for spot in spots:
        QTest.mouseClick(diagram, LEFT, pos=diagram.cell_rect(spot).center().toPoint())
    assert diagram.clicks == spots
    QTest.mouseClick(diagram, LEFT, pos=QPointF(2, 2).toPoint())
    assert diagram.clicks == spots


def test_the_mouse_points_at_edges_and_neurons(diagram: NetworkDiagram) -> None:
    seen = []
    diagram.pointed.connect(seen.append)
    ends = [diagram.cell_rect(Neuron(0, 0)).center(), diagram.cell_rect(Neuron(1, 0)).center()]
    QTest.mouseMove(diagram, (0.35 * ends[0] + 0.65 * ends[1]).toPoint())
    assert seen[-1] == Edge(0, 0, 0)
    QTest.mouseMove(diagram, ends[0].toPoint())
    assert seen[-1] == Neuron(0, 0)
    QTest.mouseMove(diagram, QPointF(1, 1).toPoint())
    assert seen[-1] is None


def test_keys_go_along_the_edges(diagram: NetworkDiagram) -> None:
    diagram.setFocus(Qt.FocusReason.TabFocusReason)
    assert diagram.accessibleName() == "Network. x1: 1.00"
    visited = [diagram.current]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(diagram, key)
        visited.append(diagram.current)
    assert visited == [
        Neuron(0, 0),
        Edge(0, 0, 0),
        Edge(0, 0, 1),
        Neuron(1, 1),
        Neuron(1, 0),
        Edge(1, 0, 0),
        Neuron(2, 0),
    ]
    QTest.keyClick(diagram, Qt.Key.Key_Right)
    assert diagram.current == Neuron(2, 0)
    QTest.keyClick(diagram, Qt.Key.Key_Left)
    assert diagram.current == Edge(1, 0, 0)
    QTest.keyClick(diagram, Qt.Key.Key_Space)
    assert diagram.clicks == [Edge(1, 0, 0)]


def test_texts_have_values_and_gradients(diagram: NetworkDiagram) -> None:
    assert diagram.cell_text(Neuron(2, 0)) == "y"
    assert diagram.cell_text(Edge(0, 1, 2)) == "weight from x2 to a3: 0.50"
    diagram.set_gradients([None, np.array([-0.5, 0, 0]), np.array([1])], [np.full((2, 3), 0.25), None])
    assert diagram.cell_text(Neuron(1, 0)) == "a1: 0.10, gradient −0.50"
    assert diagram.cell_text(Neuron(2, 0)) == "y: gradient 1.00"
    assert diagram.cell_text(Edge(0, 1, 2)) == "weight from x2 to a3: 0.50, gradient 0.25"


def test_there_is_no_edge_where_the_weight_is_nan(diagram: NetworkDiagram) -> None:
    middle = (diagram.cell_rect(Neuron(1, 1)).center() + diagram.cell_rect(Neuron(2, 0)).center()) / 2
    assert diagram.cell_at(middle) is None


def test_a_highlight_dims_the_others(diagram: NetworkDiagram) -> None:
    before = diagram.grab().toImage()
    place = diagram.cell_rect(Neuron(0, 0)).center().toPoint() + QPointF(0, 12).toPoint()
    diagram.highlight([Neuron(1, 0)])
    dimmed = diagram.grab().toImage()
    assert dimmed.pixelColor(place).lightness() > before.pixelColor(place).lightness()
    diagram.highlight([])
    assert diagram.grab().toImage() == before


@pytest.mark.parametrize("size", [(430, 330), (200, 140), (900, 700), (40, 30)])
@pytest.mark.parametrize("value", [np.nan, np.inf, -1e300, 0.0])
def test_any_value_in_any_size(diagram: NetworkDiagram, theme: Theme, size: tuple[int, int], value: float) -> None:
    theme.set_scale(2)
    diagram.resize(*size)
    diagram.set_values([np.full(2, value), None, np.array([value])])
    diagram.set_weights([np.full((2, 3), value), None])
    diagram.set_images(1, [np.zeros((4, 4, 3), np.uint8)] * 3)
    diagram.set_gradients([np.full(2, value), None, None], None)
    diagram.grab()
    theme.set_scale(1)


def test_the_numbers_of_edges_do_not_overlap(diagram: NetworkDiagram) -> None:
    diagram.resize(900, 700)
    QApplication.processEvents()
    rects = [diagram.cell_rect(Edge(0, i, j)) for i in range(2) for j in range(3)]
    assert not any(one.intersects(other) for k, one in enumerate(rects) for other in rects[:k])
