"""The lesson about the optimisers."""

import math

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QSlider

from engine.book import numerical_gradient
from gui.learn.chapter6.loss_surfaces import OPTIMIZERS, SURFACES, Surface

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(open_lesson):
    return open_lesson("optimizer_paths")


def type_number(opened, name: str, text: str) -> None:
    field = opened.find(QLineEdit, f"{name}-field")
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.title)
def test_the_gradients_are_right_and_0_at_the_minima(surface: Surface) -> None:
    for point in ((0.3, -0.7), (-1.2, 1.0), surface.start):
        numerical = numerical_gradient(lambda w: float(surface.value(*w)), np.array(point))
        assert surface.gradient(*point) == pytest.approx(numerical, rel=1e-4, abs=1e-6)
        x, y = point
        names = {"x": x, "y": y}
        assert eval(surface.code[0], names) == surface.value(*point)
        assert tuple(eval(surface.code[1], names)) == surface.gradient(*point)
    for minimum in surface.minima:
        assert surface.gradient(*minimum) == (0, 0)
        assert surface.value(*minimum) == surface.lowest


def test_six_paths_begin_at_the_start_and_are_those_of_the_book(opened) -> None:
    paths = opened.lesson.paths
    assert tuple(paths) == OPTIMIZERS
    assert all(path[0].tolist() == [-7, 2] and len(path) == 31 for path in paths.values())
    # SGD: x <- x - 0.2 x / 10, y <- y - 0.2 * 2 y.
    assert paths["SGD"][1] == pytest.approx([-6.86, 1.2])
    # AdaGrad's first step is the learning rate in each direction.
    assert paths["AdaGrad"][1] == pytest.approx([-5.5, 0.5])


def test_the_start_is_dragged_and_typed(opened) -> None:
    plane = opened.lesson.plot.plane
    first = plane.pixel(-7, 2).toPoint()
    QTest.mousePress(plane.viewport(), LEFT, pos=first)
    QTest.mouseMove(plane.viewport(), plane.pixel(-5, 1).toPoint())
    QTest.mouseMove(plane.viewport(), plane.pixel(-4, -1).toPoint())
    QTest.mouseRelease(plane.viewport(), LEFT, pos=plane.pixel(-4, -1).toPoint())
    assert opened.lesson.start == pytest.approx((-4, -1), abs=0.1)
    assert all(path[0] == pytest.approx(opened.lesson.start) for path in opened.lesson.paths.values())
    type_number(opened, "start-x", "3.5")
    assert opened.lesson.plot.start.position[0] == 3.5
    assert opened.lesson.paths["Adam"][0][0] == 3.5


def test_sgd_zigzags_and_adam_does_not(opened) -> None:
    # It diverges: fast, and slowly.
    for rate in ("1.2", "1.01"):
        type_number(opened, "rate-SGD", rate)
        assert not opened.solved("zigzag")
    type_number(opened, "rate-SGD", "0.95")
    assert opened.solved("zigzag")


def test_all_six_come_to_the_minimum(opened) -> None:
    # At the minimum already, it would be no task.
    type_number(opened, "start-x", "0.1")
    type_number(opened, "start-y", "0.01")
    assert not opened.solved("all")
    opened.reset()
    opened.find(QSlider, "steps").setValue(100)
    assert not opened.solved("all")
    type_number(opened, "rate-SGD", "0.9")
    # The steps after the first ones follow a little later.
    opened.wait_until(lambda: len(opened.lesson.paths["Adam"]) == 101)
    assert opened.solved("all")
    result = opened.find(QLabel, "result-SGD")
    assert result.text() == "✓"
    assert result.accessibleName().endswith("✓")
    opened.tab.resize(1700, 900)
    assert result.text().endswith(" ✓")


def test_a_path_that_diverges_is_cut_off_and_said(opened) -> None:
    for text in ("5", "100", "1e99"):
        type_number(opened, "rate-SGD", text)
        path = opened.lesson.paths["SGD"]
        assert len(path) < 31
        assert math.isfinite(path[-1, 1])
        assert opened.find(QLabel, "result-SGD").accessibleName() == "diverges"
    type_number(opened, "factor", "100")
    opened.settle()
    assert opened.page.trace.error == ""
    for index in range(3):
        opened.lesson.surface.choose(index)
        opened.lesson.grab()


def test_sgd_leaves_the_saddle_last(opened) -> None:
    opened.find(QPushButton, "surface-2").click()
    left = {name: int(np.argmax(np.abs(path[:, 1]) > 0.5)) for name, path in opened.lesson.paths.items()}
    # It is still there after 30 steps.
    assert left.pop("SGD") == 0
    assert min(left.values()) > 0
    opened.choose("saddle", "Adam")
    assert not opened.solved("saddle")
    opened.choose("saddle", "SGD")
    assert opened.solved("saddle")


def test_optimisers_are_switched_off_and_on(opened) -> None:
    for name in OPTIMIZERS:
        opened.find(QCheckBox, f"show-{name}").click()
    assert opened.lesson.paths == {}
    opened.settle()
    assert opened.run_cell().startswith("start")
    opened.find(QCheckBox, "show-Adam").click()
    assert tuple(opened.lesson.paths) == ("Adam",)
    opened.reset()
    assert tuple(opened.lesson.paths) == OPTIMIZERS


def test_play_shows_the_steps_one_after_the_other(opened) -> None:
    steps, play = opened.find(QSlider, "steps"), opened.find(QPushButton, "play")
    steps.setValue(5)
    play.click()
    assert steps.value() == 1
    opened.wait_until(lambda: steps.value() == 5 and play.text() == "Play")
    play.click()
    opened.tab.hide()
    assert play.text() == "Play"


def test_the_last_steps_follow_even_if_it_is_hidden(opened) -> None:
    opened.find(QSlider, "steps").setValue(100)
    type_number(opened, "rate-Adam", "0.2")
    opened.tab.hide()
    assert all(len(path) == 101 for path in opened.lesson.paths.values())


def test_the_cell_comes_to_the_same_point(opened) -> None:
    opened.lesson.surface.choose(1)
    opened.find(QSlider, "steps").setValue(10)
    printed = opened.run_cell().splitlines()
    assert len(printed) == 7
    for line, path in zip(printed, opened.lesson.paths.values(), strict=False):
        assert np.array2string(path[-1]) in line


def test_the_code_shows_the_last_step(opened) -> None:
    type_number(opened, "rate-Adam", "0.5")
    opened.find(QSlider, "steps").setValue(7)
    assert opened.value("self.iter") == "7"
