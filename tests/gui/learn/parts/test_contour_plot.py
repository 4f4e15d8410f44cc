"""A function of two variables seen from above."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.types import FloatArray
from gui.learn.parts.contour_plot import ContourPlot
from gui.theme import Theme


@pytest.fixture
def plot(qtbot, theme: Theme) -> ContourPlot:
    plot = ContourPlot(theme, "plot", "f", "x0", "x1", (-2, 2), (-2, 2))
    qtbot.addWidget(plot)
    plot.resize(430, 330)
    plot.show()
    QApplication.processEvents()
    return plot


def image(plot: ContourPlot) -> QImage:
    return plot.plane.grab().toImage()


def brightness(plot: ContourPlot, x: float, y: float) -> int:
    return image(plot).pixelColor(plot.plane.pixel(x, y).toPoint()).lightness()


def bowl(x: FloatArray, y: FloatArray) -> FloatArray:
    return x**2 + y**2


def test_high_is_dark(plot: ContourPlot, theme: Theme) -> None:
    plot.set_function(bowl)
    assert brightness(plot, 0.1, 0.1) > brightness(plot, 1.1, 1.1) > brightness(plot, 1.9, 1.9)
    # The y axis points upwards.
    plot.set_function(lambda x, y: y + 0 * x)
    assert brightness(plot, 0.1, -1.9) > brightness(plot, 0.1, 1.9)
    theme.choose("dark")
    assert brightness(plot, 0.1, -1.9) < brightness(plot, 0.1, 1.9)


def test_the_start_is_moved_by_keys(plot: ContourPlot) -> None:
    plot.add_start("start", 1, 1)
    plot.plane.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mouseClick(plot.plane.viewport(), Qt.MouseButton.LeftButton, pos=plot.plane.pixel(1, 1).toPoint())
    QTest.keyClick(plot.plane, Qt.Key.Key_Left)
    assert plot.start.position == (0.9, 1)


@pytest.mark.parametrize("value", [0.0, np.nan, np.inf, 1e300, -1e300])
def test_functions_may_have_any_values(plot: ContourPlot, value: float) -> None:
    def function(x: FloatArray, y: FloatArray) -> FloatArray:
        return np.where(x > 0, value, y)

    plot.set_function(function, gradient=lambda x, y: (np.full_like(x, value), y))
    plot.set_function(function, logarithmic=True)
    image(plot)


def test_paths_are_named_and_may_explode(plot: ContourPlot) -> None:
    plot.set_function(bowl, gradient=lambda x, y: (2 * x, 2 * y))
    before = image(plot)
    with np.errstate(all="ignore"):
        plot.set_path("SGD", (-10.0) ** np.arange(400)[:, None] * (0.1, 0.2), "run-1")
    plot.set_path("Adam", np.array([[0.5, 0.5], [np.nan, 1]]), "run-2")
    plot.set_path("AdaGrad", np.zeros((0, 2)), "run-3")
    assert [each.title for each in plot.legend.entries] == ["SGD", "Adam", "AdaGrad"]
    assert plot.legend.isVisible()
    assert image(plot) != before
    plot.set_path("SGD", np.array([[0.0, 0.0]]), "run-1")
    assert [each.title for each in plot.legend.entries] == ["SGD", "Adam", "AdaGrad"]


def test_a_larger_plot_is_drawn_again(plot: ContourPlot, qtbot) -> None:
    calls = []

    def function(x: FloatArray, y: FloatArray) -> FloatArray:
        calls.append(x.size)
        return bowl(x, y)

    plot.set_function(function)
    plot.resize(900, 700)
    qtbot.waitUntil(lambda: len(calls) > 1)
    assert calls[-1] > calls[0]
    assert max(calls) <= 260_000
    plot.resize(500, 400)
    plot.hide()
