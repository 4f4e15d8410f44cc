"""Curves over x with a point that is moved sideways."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.learn.parts.function_graph import Curve, FunctionGraph
from gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def graph(qtbot, theme: Theme) -> FunctionGraph:
    graph = FunctionGraph(theme, "graph", "Curves", "x", "y", (-4, 4), (-1, 5))
    qtbot.addWidget(graph)
    graph.resize(430, 330)
    graph.set_curves([Curve("square", np.square, slope=lambda x: 2 * x), Curve("one", np.ones_like, "run-2")])
    graph.show()
    QApplication.processEvents()
    return graph


def test_x_is_dragged_along_the_curve(graph: FunctionGraph) -> None:
    seen: list[float] = []
    graph.moved.connect(seen.append)
    viewport, start = graph.plane.viewport(), graph.plane.pixel(*graph.point.position).toPoint()
    QTest.mousePress(viewport, LEFT, pos=start)
    end = graph.plane.pixel(1.5, -0.5).toPoint()
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, pos=end)
    assert graph.current_x == seen[-1] == pytest.approx(1.5, abs=0.05)
    assert graph.values == pytest.approx([graph.current_x**2, 1])
    assert graph.point.position == pytest.approx((graph.current_x, graph.current_x**2))


def test_x_is_moved_by_keys(graph: FunctionGraph) -> None:
    graph.plane.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mouseClick(graph.plane.viewport(), LEFT, pos=graph.plane.pixel(0, 0).toPoint())
    QTest.keyClick(graph.plane, Qt.Key.Key_Right)
    assert graph.current_x == 0.2
    assert graph.values[0] == pytest.approx(0.04)


def test_the_legend_has_values_and_slopes(graph: FunctionGraph) -> None:
    graph.set_x(1.5)
    assert [each.title for each in graph.legend.entries] == ["square: 2.25, slope 3", "one: 1"]
    assert graph.legend.isVisible()


@pytest.mark.parametrize("x", [-1000.0, 1e300, 3.0])
def test_the_point_waits_at_the_edge_of_the_view(graph: FunctionGraph, x: float) -> None:
    graph.set_x(x)
    assert graph.current_x == x
    assert graph.plane.seen.adjusted(0, 0, 1e-9, 1e-9).contains(*graph.point.position)
    graph.grab()


def test_functions_may_have_no_value(graph: FunctionGraph) -> None:
    graph.set_curves([Curve("log", np.log, slope=lambda x: np.divide(1, x))])
    graph.set_x(0)
    assert graph.legend.entries[0].title == "log: −∞, slope ∞"
    graph.set_x(-1)
    assert graph.legend.entries[0].title == "log: nan, slope −1"
    graph.grab()
    graph.set_curves([])
    assert graph.legend.isHidden()
